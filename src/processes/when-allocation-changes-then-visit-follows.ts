import { syncVisitWithDelegation } from '../commands/sync-visit.ts';
import { followsDelegation } from '../domain/visit/state.ts';
import type { Recorded } from '../store/codec.ts';
import { callerFor, type Process, type Todo } from './process.ts';

interface Step {
  readonly allocatedTo: string | null;
  readonly withdrawn: number;
  readonly status: string | null;
  readonly assistOfficeId: string | null;
}

/** Whether the visit's own stream has followed what the delegation decided (rule 22). */
const isInStep = (todo: Todo, visitId: string): boolean => {
  const step = todo.tables.get<Step>(
    `SELECT one.allocated_to AS allocatedTo, one.withdrawn, visits.status, visits.assist_office_id AS assistOfficeId
     FROM delegated_visits AS one LEFT JOIN visits ON visits.id = one.visit_id WHERE one.visit_id = ?`,
    visitId,
  );
  if (!step) return true;
  const { status } = step;
  const isHeld = status !== null && status !== 'RELEASED';
  const isOpen = status === 'RELEASED' || (status !== null && followsDelegation(status));
  if (step.withdrawn === 1) return !isOpen;
  if (step.allocatedTo === null) return !isHeld || !isOpen;
  return isHeld && (!isOpen || step.assistOfficeId === step.allocatedTo);
};

/** Allocated → scheduled; released or withdrawn → the visit's stream follows (rule 22). */
export const whenAllocationChangesThenVisitFollows: Process = {
  name: 'when-allocation-changes-then-visit-follows',
  version: 1,
  follows: (todo) => {
    const look = (visitId: string, event: Recorded): void => {
      if (isInStep(todo, visitId)) todo.clear(visitId);
      else todo.set(visitId, null, event);
    };
    const done = (event: Recorded): void => {
      if (isInStep(todo, event.streamId)) todo.clear(event.streamId);
    };
    return {
      VisitsAllocated: (event) => {
        for (const visitId of event.data.visitIds) look(visitId, event);
      },
      VisitsReleased: (event) => {
        for (const visitId of event.data.visitIds) look(visitId, event);
      },
      VisitsWithdrawn: (event) => {
        for (const { visitId, heldBy } of event.data.visits) {
          // Withdrawn before it was scheduled: there is no visit yet, but its notice is priced all
          // the same.
          const isUnknown =
            heldBy !== null && todo.tables.get('SELECT 1 FROM visits WHERE id = ?', visitId) === undefined;
          if (isUnknown) todo.set(visitId, null, event);
          else look(visitId, event);
        }
      },
      VisitScheduled: done,
      VisitReleased: done,
      VisitCancelled: done,
    };
  },
  act: (item, app) => syncVisitWithDelegation(app, (action) => callerFor(item, action), item.id),
};
