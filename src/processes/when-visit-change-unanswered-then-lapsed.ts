import { lapseVisitChange } from '../commands/visit.ts';
import { visitTable } from '../projections/visit-table.ts';
import type { Recorded } from '../store/codec.ts';
import { callerFor, type Process } from './process.ts';

/**
 * A change of plan that nobody has answered lapses at the old or the new start, or so long after
 * the record (contract, proposeVisitChange); whoever proposed it is told.
 */
export const whenVisitChangeUnansweredThenLapsed: Process = {
  name: 'when-visit-change-unanswered-then-lapsed',
  follows: (todo) => {
    const look = (event: Recorded): void => {
      const open = todo.reading.rows(visitTable).get(event.streamId)?.state.changes.open ?? null;
      if (open === null) todo.clear(event.streamId);
      else todo.set(event.streamId, open.answerBy, event);
    };
    return {
      VisitChangeProposed: look,
      VisitChangeAnswered: look,
      VisitChangeLapsed: look,
      // Nothing of it is left to answer.
      VisitReleased: look,
      VisitCancelled: look,
      VisitMissed: look,
      VisitVerified: look,
    };
  },
  act: (item, app) => lapseVisitChange(app, callerFor(item), { visitId: item.id }),
};
