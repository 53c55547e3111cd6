import { judgeVisit } from '../commands/visit.ts';
import { madeByMember, needsJudging, neighbourIds } from '../projections/overlaps.ts';
import { unverifiedOf, visitsNaming } from '../projections/visits.ts';
import type { Recorded } from '../store/codec.ts';
import { callerFor, type Process } from './process.ts';

/**
 * Overlaps between visits → exceptions raised and lifted on both; a new qualification lifts
 * QUALIFICATION_MISSING (rules 24, 25).
 */
export const whenVisitMadeThenJudgedWithOthers: Process = {
  name: 'when-visit-made-then-judged-with-others',
  follows: (todo) => {
    const judge = (visitId: string, event: Recorded): void => {
      if (needsJudging(todo.reading, visitId)) todo.set(visitId, null, event);
      else todo.clear(visitId);
    };
    const judgeAll = (event: Recorded): void => {
      const ids = new Set([
        event.streamId,
        ...neighbourIds(todo.reading, event.streamId),
        ...visitsNaming(todo.reading, event.streamId),
      ]);
      for (const id of ids) judge(id, event);
    };
    const judgeOwn = (event: Recorded): void => judge(event.streamId, event);
    return {
      VisitRecorded: judgeAll,
      VisitRecordAmended: judgeAll,
      VisitRecordReturned: judgeOwn,
      VisitExceptionRaised: judgeOwn,
      VisitExceptionResolved: judgeOwn,
      VisitVerified: judgeOwn,
      VisitReleased: judgeAll,
      VisitCancelled: judgeAll,
      // Caregivers of several offices may now be one person.
      MemberEnrolled: (event) => {
        for (const id of madeByMember(todo.reading, event.streamId)) judge(id, event);
      },
      CaregiverChanged: (event) => {
        if (!event.data.qualifications) return;
        for (const id of unverifiedOf(todo.reading, event.data.caregiverId)) judge(id, event);
      },
    };
  },
  act: (item, app) => judgeVisit(app, callerFor(item), { visitId: item.id }),
};
