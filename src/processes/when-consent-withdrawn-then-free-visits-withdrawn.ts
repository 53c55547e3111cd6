import { withdrawFreeVisits } from '../commands/delegation.ts';
import { callerFor, type Process, type Todo } from './process.ts';

const hasFree = (todo: Todo, delegationId: string): boolean =>
  todo.tables.get(
    'SELECT 1 FROM delegated_visits WHERE delegation_id = ? AND allocated_to IS NULL AND withdrawn = 0 LIMIT 1',
    delegationId,
  ) !== undefined;

/**
 * Withdrawn consent ends the open offers; accepted visits stand, as tasks of the partner office
 * (rule 45).
 */
export const whenConsentWithdrawnThenFreeVisitsWithdrawn: Process = {
  name: 'when-consent-withdrawn-then-free-visits-withdrawn',
  version: 1,
  follows: (todo) => {
    const clearWhenNoneFree = ({ streamId }: { streamId: string }): void => {
      if (!hasFree(todo, streamId)) todo.clear(streamId);
    };
    return {
      ConsentWithdrawn: (event) => {
        if (event.data.scope !== 'SHARE_WITHIN_NETWORK') return;
        for (const { id } of todo.tables.all<{ id: string }>(
          'SELECT id FROM delegations WHERE client_id = ?',
          event.streamId,
        )) {
          if (hasFree(todo, id)) todo.set(id, null, event);
        }
      },
      VisitsWithdrawn: clearWhenNoneFree,
      VisitsAllocated: clearWhenNoneFree,
    };
  },
  act: (item, app) => withdrawFreeVisits(app, callerFor(item), { delegationId: item.id }),
};
