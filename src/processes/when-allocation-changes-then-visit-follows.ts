import { syncVisitWithDelegation } from '../commands/sync-visit.ts';
import { followsDelegation } from '../domain/visit/state.ts';
import { allocationOf } from '../projections/delegations.ts';
import { visitTable } from '../projections/visit-table.ts';
import type { Recorded } from '../store/codec.ts';
import { callerFor, type Process, type Todo } from './process.ts';

/** Whether the visit's own stream has followed what the delegation decided (rule 22). */
const isInStep = (todo: Todo, visitId: string): boolean => {
  const allocation = allocationOf(todo.reading, visitId);
  if (!allocation) return true;
  const visit = todo.reading.rows(visitTable).get(visitId);
  const status = visit?.state.status;
  if (allocation.allocatedTo === null) {
    const isStanding = status === 'VERIFIED' || (visit !== undefined && followsDelegation(visit.state));
    return !isStanding && !(allocation.withdrawn && status === 'RELEASED');
  }
  if (visit === undefined || status === 'RELEASED') return false;
  const { toFollow } = visit.state.changes;
  const isWithIt = visit.assistOfficeId === allocation.allocatedTo;
  if (isWithIt && toFollow !== null && toFollow !== allocation.changeId) return false;
  return !followsDelegation(visit.state) || visit.assistOfficeId === allocation.allocatedTo;
};

/**
 * Allocated → scheduled; released or withdrawn → the visit's stream follows; recorded, or
 * cancelled at the door, of what began before that, and a plan changed by agreement → the
 * delegation follows (rule 22).
 */
export const whenAllocationChangesThenVisitFollows: Process = {
  name: 'when-allocation-changes-then-visit-follows',
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
          const isUnknown = heldBy !== null && todo.reading.rows(visitTable).get(visitId) === undefined;
          if (isUnknown) todo.set(visitId, null, event);
          else look(visitId, event);
        }
      },
      VisitMadeAfterAll: (event) => look(event.data.visitId, event),
      VisitChangeAnswered: (event) => look(event.streamId, event),
      VisitPlanChanged: (event) => {
        if (isInStep(todo, event.data.visitId)) todo.clear(event.data.visitId);
      },
      VisitRecorded: (event) => look(event.streamId, event),
      VisitScheduled: done,
      VisitReleased: done,
      // At the door it is the delegation that follows.
      VisitCancelled: (event) => (event.data.atDoor === null ? done(event) : look(event.streamId, event)),
    };
  },
  act: (item, app) => syncVisitWithDelegation(app, (action) => callerFor(item, action), item.id),
};
