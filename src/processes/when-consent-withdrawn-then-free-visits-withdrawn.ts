import { withdrawFreeVisits } from '../commands/delegation.ts';
import { isFree } from '../domain/delegation/state.ts';
import { delegationState, unallocatedOfClient } from '../projections/delegations.ts';
import { callerFor, type Process, type Todo } from './process.ts';

const hasFree = (todo: Todo, delegationId: string): boolean =>
  delegationState(todo.reading, delegationId)?.visits.some(isFree) ?? false;

/**
 * Withdrawn consent ends the open offers; accepted visits stand, as tasks of the partner office
 * (rule 45).
 */
export const whenConsentWithdrawnThenFreeVisitsWithdrawn: Process = {
  name: 'when-consent-withdrawn-then-free-visits-withdrawn',
  follows: (todo) => {
    const clearWhenNoneFree = ({ streamId }: { streamId: string }): void => {
      if (!hasFree(todo, streamId)) todo.clear(streamId);
    };
    return {
      ConsentWithdrawn: (event) => {
        if (event.data.scope !== 'SHARE_WITHIN_NETWORK') return;
        for (const id of unallocatedOfClient(todo.reading, event.streamId))
          if (hasFree(todo, id)) todo.set(id, null, event);
      },
      VisitsWithdrawn: clearWhenNoneFree,
      VisitsAllocated: clearWhenNoneFree,
    };
  },
  act: (item, app) => withdrawFreeVisits(app, callerFor(item), { delegationId: item.id }),
};
