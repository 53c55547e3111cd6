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

/** Drops opened keys from this node's cache as soon as it reads that they have ended, whichever node destroys them (rule 43), until the signal aborts. */
export const forgetEndedKeys = async (store: EventStore, feed: EventFeed, vault: Vault, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    try {
      for await (const batch of feed.follow(await store.head(), signal)) {
        for (const stored of batch) {
          const event = decode(stored);
          if (event) vault.forget(keysEndedBy(event));
        }
      }
    } catch {
      // What is missed meanwhile falls out of the cache by its age.
      await sleep(RETRY_MILLISECONDS, undefined, { signal }).catch(() => {});
    }
  }
};
