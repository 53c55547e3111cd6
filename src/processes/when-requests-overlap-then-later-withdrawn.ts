import { withdrawOverlapping } from '../commands/delegation.ts';
import { delegationState, overlappedIn } from '../projections/delegations.ts';
import { callerFor, type Process, type Todo } from './process.ts';

const overlaps = (todo: Todo, delegationId: string): boolean => overlappedIn(todo.reading, delegationId).length > 0;

/**
 * Of two requests made at once at different nodes for overlapping times, the earlier in the log
 * stands → those visits of the later are withdrawn (rules 3, 9). Items: client and delegation.
 */
export const whenRequestsOverlapThenLaterWithdrawn: Process = {
  name: 'when-requests-overlap-then-later-withdrawn',
  follows: (todo) => ({
    DelegationRequested: (event) => {
      if (overlaps(todo, event.streamId)) todo.set(`${event.data.clientId} ${event.streamId}`, null, event);
    },
    // Of the later one, or of what it overlaps with.
    VisitsWithdrawn: ({ streamId }) => {
      const clientId = delegationState(todo.reading, streamId)?.clientId;
      if (clientId === undefined) return;
      for (const id of todo.beginningWith(clientId)) if (!overlaps(todo, id.slice(clientId.length + 1))) todo.clear(id);
    },
  }),
  act: async (item, app) => {
    const [, delegationId] = item.id.split(' ');
    if (delegationId) await withdrawOverlapping(app, callerFor(item), { delegationId });
  },
};
