import { withdrawFreeVisits } from '../commands/delegation.ts';
import { isFree } from '../domain/delegation/state.ts';
import { consentStands } from '../projections/clients.ts';
import { delegationState, unallocatedOfClient } from '../projections/delegations.ts';
import type { Recorded } from '../store/codec.ts';
import { callerFor, type Process, type Todo } from './process.ts';

const SHARING = 'SHARE_WITHIN_NETWORK';

const hasFree = (todo: Todo, delegationId: string): boolean =>
  delegationState(todo.reading, delegationId)?.visits.some(isFree) ?? false;

const lacksConsent = (todo: Todo, delegationId: string): boolean => {
  const state = delegationState(todo.reading, delegationId);
  return state !== null && consentStands(todo.reading, state.clientId, SHARING) === 'WITHDRAWN';
};

/**
 * Withdrawn consent ends the open offers, and whatever gets free later; accepted visits stand, as
 * tasks of the partner office (rule 45).
 */
export const whenConsentWithdrawnThenFreeVisitsWithdrawn: Process = {
  name: 'when-consent-withdrawn-then-free-visits-withdrawn',
  follows: (todo) => {
    const clearWhenNoneFree = ({ streamId }: { streamId: string }): void => {
      if (!hasFree(todo, streamId)) todo.clear(streamId);
    };
    const setWithoutConsent = (event: Recorded): void => {
      if (hasFree(todo, event.streamId) && lacksConsent(todo, event.streamId)) todo.set(event.streamId, null, event);
    };
    return {
      ConsentWithdrawn: (event) => {
        if (event.data.scope !== SHARING) return;
        for (const id of unallocatedOfClient(todo.reading, event.streamId))
          if (hasFree(todo, id)) todo.set(id, null, event);
      },
      // Asked for while the consent was being withdrawn.
      DelegationRequested: setWithoutConsent,
      VisitsReleased: setWithoutConsent,
      VisitsWithdrawn: clearWhenNoneFree,
      VisitsAllocated: clearWhenNoneFree,
    };
  },
  act: (item, app) => withdrawFreeVisits(app, callerFor(item), { delegationId: item.id }),
};
