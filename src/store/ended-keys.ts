import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type KeyId, keyIdOf } from '../domain/sealed.ts';
import { decode, type Recorded } from './codec.ts';
import type { EventFeed } from './event-feed.ts';
import type { EventStore, Position, StoredEvent } from './event-store.ts';
import type { Vault } from './vault.ts';

const RETRY_MILLISECONDS = 1_000;
/** Events that are read again at a start, at the most. */
const MARK_EVERY_EVENTS = 10_000;
const TELL_EVERY_MILLISECONDS = 1_000;

/** Types of events with which keys end. */
const ENDING_TYPES: readonly string[] = ['AnswersGathered', 'AnswerRefused', 'SurveyClosed', 'StudyEnded'];

const keysEndedBy = (event: Recorded | null): readonly KeyId[] => {
  switch (event?.type) {
    case 'AnswersGathered':
      return event.data.invitationIds.map((id) => keyIdOf('answer', id));
    case 'AnswerRefused':
      return [keyIdOf('answer', event.streamId)];
    case 'SurveyClosed':
      return [keyIdOf('survey-token', event.streamId)];
    case 'StudyEnded':
      return [keyIdOf('study', event.streamId)];
    default:
      return [];
  }
};

/** The last event that was seen to, by which the log is known again. */
const markSchema = z.object({ position: z.number(), stream: z.string(), version: z.number(), id: z.string() });
type Mark = z.infer<typeof markSchema>;

/** Whoever is told how it goes. */
export interface EndingKeysTold {
  /** How far the log has been read, of where it ended at the start: each second that it takes. */
  readonly reading: (position: Position, of: Position) => void;
  /** What cannot be reached, or is wrong; the same events are tried again. */
  readonly failed: (error: unknown) => void;
}

/**
 * Makes sure that keys are gone once the log says that they have ended (rules 38, 39, 43), until
 * the signal aborts: drops them from memory, and destroys them, as every node does. The node that
 * ended them does so as well, but it may die in between, or the vault may be unavailable. Goes on
 * from a mark in the vault, so that a start reads little, and a vault that was restored from a
 * backup has the mark of that day; from the beginning of a log that the mark is not of.
 */
export const destroyEndedKeys = async (
  store: EventStore,
  feed: EventFeed,
  vault: Vault,
  signal: AbortSignal,
  told: EndingKeysTold,
): Promise<void> => {
  let after: Position | null = null;
  let unmarked = 0;
  while (!signal.aborted) {
    try {
      after ??= await markedPosition(store, vault);
      const head = await store.head();
      let tellAt = performance.now() + TELL_EVERY_MILLISECONDS;
      for await (const batch of feed.follow(after, signal)) {
        if (after < head && performance.now() >= tellAt) {
          told.reading(after, head);
          tellAt = performance.now() + TELL_EVERY_MILLISECONDS;
        }
        const hasEnded = await destroyEndedBy(batch, vault);
        const last = batch.at(-1);
        unmarked += batch.length;
        if (last && (hasEnded || unmarked >= MARK_EVERY_EVENTS)) {
          await vault.setMark(markOf(last));
          unmarked = 0;
        }
        after = last?.position ?? after;
      }
    } catch (error) {
      if (!signal.aborted) told.failed(error);
      await sleep(RETRY_MILLISECONDS, undefined, { signal }).catch(() => {});
    }
  }
};

/** Whether any has ended. Destroys those that still open, which is cheap to repeat. */
const destroyEndedBy = async (batch: readonly StoredEvent[], vault: Vault): Promise<boolean> => {
  const ended = batch
    .filter(({ type }) => ENDING_TYPES.includes(type))
    .flatMap((stored) => keysEndedBy(decode(stored)));
  vault.forget(ended);
  for (const id of ended) if (await vault.open(id)) await vault.destroy(id);
  return ended.length > 0;
};

/** What a vault keeps as its mark: up to this event, ended keys are gone. */
export const markOf = ({ position, stream, version, id }: StoredEvent): string =>
  JSON.stringify({ position, stream, version, id } satisfies Mark);

/** 0 without a mark, or where the log has another event there. */
const markedPosition = async (store: EventStore, vault: Vault): Promise<Position> => {
  const text = await vault.mark();
  if (text === null) return 0;
  const mark = markSchema.parse(JSON.parse(text));
  const [event] = await store.read(mark.stream, mark.version - 1);
  return event?.id === mark.id && event.position === mark.position ? mark.position : 0;
};
