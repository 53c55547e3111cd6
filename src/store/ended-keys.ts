import { setTimeout as sleep } from 'node:timers/promises';
import { type KeyId, keyIdOf } from '../domain/sealed.ts';
import { decode, type Recorded } from './codec.ts';
import type { EventFeed } from './event-feed.ts';
import type { EventStore } from './event-store.ts';
import type { Vault } from './vault.ts';

const RETRY_MILLISECONDS = 1_000;

/** Keys that end with an event. */
const keysEndedBy = (event: Recorded): readonly KeyId[] => {
  switch (event.type) {
    case 'AnswersGathered':
      return event.data.invitationIds.map((id) => keyIdOf('answer', id));
    case 'SurveyClosed':
      return [keyIdOf('survey-token', event.streamId)];
    default:
      return [];
  }
};

/**
 * Makes sure that keys are gone once this node reads that they have ended (rules 38, 39, 43), until
 * the signal aborts: drops them from memory, and destroys them, as every node does. The node that
 * ended them does so as well, but it may die in between, or the vault may be unavailable. Keys that
 * ended earlier are left to the start of the processes.
 */
export const destroyEndedKeys = async (
  store: EventStore,
  feed: EventFeed,
  vault: Vault,
  signal: AbortSignal,
): Promise<void> => {
  let after: number | null = null;
  while (!signal.aborted) {
    try {
      after ??= await store.head();
      for await (const batch of feed.follow(after, signal)) {
        for (const stored of batch) {
          const event = decode(stored);
          const ended = event ? keysEndedBy(event) : [];
          vault.forget(ended);
          for (const id of ended) await vault.destroy(id);
          after = stored.position;
        }
      }
    } catch {
      // Log or vault is unavailable: the same event again.
      await sleep(RETRY_MILLISECONDS, undefined, { signal }).catch(() => {});
    }
  }
};
