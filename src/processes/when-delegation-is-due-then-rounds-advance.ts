import { advanceRounds } from '../commands/delegation.ts';
import { type DelegationEvent, delegationEventSchema } from '../domain/delegation/events.ts';
import { nextDueOf } from '../domain/delegation/rounds.ts';
import { delegationState } from '../projections/delegations.ts';
import { handlersOf } from '../projections/projection.ts';
import type { Recorded } from '../store/codec.ts';
import { callerFor, type Process } from './process.ts';

/**
 * Round or selection over → next round or escalation; free visit whose start has come → withdrawn;
 * last planned end → completed (rules 13–18). When a delegation is due comes from its own state,
 * after each of its events.
 */
export const whenDelegationIsDueThenRoundsAdvance: Process = {
  name: 'when-delegation-is-due-then-rounds-advance',
  follows: (todo) => {
    const follow = (event: Recorded<DelegationEvent>): void => {
      const state = delegationState(todo.reading, event.streamId);
      const due = state && nextDueOf(state);
      if (due === null) todo.clear(event.streamId);
      else todo.set(event.streamId, due, event);
    };
    return handlersOf(delegationEventSchema, follow);
  },
  act: (item, app) => advanceRounds(app, callerFor(item), { delegationId: item.id }),
};
