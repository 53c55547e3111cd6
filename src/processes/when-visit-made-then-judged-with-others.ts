import { judgeVisit } from '../commands/visit.ts';
import { needsJudging, neighbourIds } from '../projections/overlaps.ts';
import type { Recorded } from '../store/codec.ts';
import { callerFor, type Process } from './process.ts';

/**
 * Overlaps between visits → exceptions raised and lifted on both; a new qualification lifts
 * QUALIFICATION_MISSING (rules 24, 25).
 */
export const whenVisitMadeThenJudgedWithOthers: Process = {
  name: 'when-visit-made-then-judged-with-others',
  version: 1,
  follows: (todo) => {
    const judge = (visitId: string, event: Recorded): void => {
      if (needsJudging(todo.tables, visitId)) todo.set(visitId, null, event);
      else todo.clear(visitId);
    };
    const judgeAll = (event: Recorded): void => {
      const others = todo.tables.all<{ id: string }>(
        'SELECT DISTINCT visit_id AS id FROM visit_exceptions WHERE other_visit_id = ?',
        event.streamId,
      );
      const ids = new Set([
        event.streamId,
        ...neighbourIds(todo.tables, event.streamId),
        ...others.map(({ id }) => id),
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
        const made = todo.tables.all<{ id: string }>(
          `SELECT id FROM visits WHERE made_start IS NOT NULL AND caregiver_id IN (SELECT caregiver_id
          FROM members WHERE id = ?)`,
          event.streamId,
        );
        for (const { id } of made) judge(id, event);
      },
      CaregiverChanged: (event) => {
        if (!event.data.qualifications) return;
        const waiting = todo.tables.all<{ id: string }>(
          "SELECT id FROM visits WHERE caregiver_id = ? AND status IN ('RECORDED', 'RETURNED')",
          event.data.caregiverId,
        );
        for (const { id } of waiting) judge(id, event);
      },
    };
  },
  act: (item, app) => judgeVisit(app, callerFor(item), { visitId: item.id }),
};
