import { withdrawOverlapping } from '../commands/delegation.ts';
import { delegationState, overlappedIn } from '../projections/delegations.ts';
import { callerFor, type Process, type Todo } from './process.ts';

const overlaps = (todo: Todo, delegationId: string): boolean => overlappedIn(todo.reading, delegationId).length > 0;

/** Takes off the client's delegations that no longer overlap. */
const clearSolved = (todo: Todo, delegationId: string): void => {
  const clientId = delegationState(todo.reading, delegationId)?.clientId;
  if (clientId === undefined) return;
  for (const id of todo.beginningWith(clientId)) if (!overlaps(todo, id.slice(clientId.length + 1))) todo.clear(id);
};

/**
 * Of two requests made at once at different nodes for overlapping times, the earlier in the log
 * stands → those visits of the later are withdrawn (rules 3, 9). A visit that was moved by
 * agreement counts from where that stands in the log. Items: client and delegation.
 */
export const whenRequestsOverlapThenLaterWithdrawn: Process = {
  name: 'when-requests-overlap-then-later-withdrawn',
  follows: (todo) => ({
    DelegationRequested: (event) => {
      if (overlaps(todo, event.streamId)) todo.set(`${event.data.clientId} ${event.streamId}`, null, event);
    },
    VisitPlanChanged: (event) => {
      const clientId = delegationState(todo.reading, event.streamId)?.clientId;
      if (overlaps(todo, event.streamId)) todo.set(`${clientId} ${event.streamId}`, null, event);
      clearSolved(todo, event.streamId);
    },
    // Of the later one, or of what it overlaps with.
    VisitsWithdrawn: ({ streamId }) => clearSolved(todo, streamId),
  }),
  act: async (item, app) => {
    const [, delegationId] = item.id.split(' ');
    if (delegationId) await withdrawOverlapping(app, callerFor(item), { delegationId });
  },
};
