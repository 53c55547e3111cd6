import { judgeVisit } from '../commands/visit.ts';
import { isBetween } from '../domain/visit/exceptions.ts';
import { judgedAnewBy, judgementOf } from '../projections/overlaps.ts';
import { unverifiedOf, visitsNaming } from '../projections/visits.ts';
import type { Recorded } from '../store/codec.ts';
import type { EventOf } from '../store/event-types.ts';
import { callerFor, type Process } from './process.ts';

/**
 * Overlaps between visits → exceptions raised and lifted on both; a new qualification lifts
 * QUALIFICATION_MISSING (rules 24, 25).
 */
export const whenVisitMadeThenJudgedWithOthers: Process = {
  name: 'when-visit-made-then-judged-with-others',
  follows: (todo) => {
    /** Answers the visits that it was compared with. */
    const judge = (visitId: string, event: Recorded): readonly string[] => {
      const { isNeeded, neighbours } = judgementOf(todo.reading, visitId);
      if (isNeeded) todo.set(visitId, null, event);
      else todo.clear(visitId);
      return neighbours;
    };
    const judgeAll = (event: Recorded): void => {
      const ids = new Set([...judge(event.streamId, event), ...visitsNaming(todo.reading, event.streamId)]);
      for (const id of ids) judge(id, event);
    };
    const judgeOwn = (event: Recorded): void => void judge(event.streamId, event);
    /** Exceptions of other codes are not compared with what fires here. */
    const judgeIfCompared = (event: Recorded<EventOf<'VisitExceptionRaised' | 'VisitExceptionResolved'>>): void => {
      if (isBetween(event.data.code) || event.data.code === 'QUALIFICATION_MISSING') judgeOwn(event);
    };
    const judgePerson = (event: Recorded): void => {
      for (const id of judgedAnewBy(todo.reading, event.streamId, event.recordedAt)) judge(id, event);
    };
    return {
      VisitRecorded: judgeAll,
      VisitRecordAmended: judgeAll,
      VisitRecordReturned: judgeOwn,
      VisitExceptionRaised: judgeIfCompared,
      VisitExceptionResolved: judgeIfCompared,
      // Verified, it can only be done with.
      VisitVerified: (event) => {
        if (todo.isListed(event.streamId)) judgeOwn(event);
      },
      // What was answered as planned is answered anew by another plan.
      VisitChangeAnswered: judgeAll,
      VisitReleased: judgeAll,
      VisitCancelled: judgeAll,
      // Caregivers of several offices may now be one person.
      MemberEnrolled: judgePerson,
      MembershipConfirmed: judgePerson,
      CaregiverChanged: (event) => {
        if (!event.data.qualifications) return;
        for (const id of unverifiedOf(todo.reading, event.data.caregiverId)) judge(id, event);
      },
    };
  },
  act: (item, app) => judgeVisit(app, callerFor(item), { visitId: item.id }),
};
