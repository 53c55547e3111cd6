import { setTimeout as sleep } from 'node:timers/promises';
import type { Position, StoredEvent } from './event-store.ts';

/** The source brings nothing although the log has gone on. */
export class SubscriptionSilent extends Error {}
/** The source ended without being asked to. */
export class SubscriptionEnded extends Error {}

export interface Gathering {
  readonly after: Position;
  readonly signal: AbortSignal;
  /** Milliseconds without an event after which the head is asked for. */
  readonly silence: number;
  /** Events that may wait for the consumer; the source is not read beyond. */
  readonly queue: number;
  readonly head: () => Promise<Position>;
}

const FULL_BATCH = 1_000;

/**
 * Events of a subscription, as they come one by one, in batches of whole appends: taken from the
 * source at once, whatever the consumer does meanwhile, up to a bound. What was there already
 * (repeated, or from before) is passed over. Ends with the signal; throws what the source throws,
 * `SubscriptionEnded` when it ends, `SubscriptionSilent` when it has stopped bringing what is in
 * the log.
 */
export async function* gatheredBatches(
  source: AsyncIterable<StoredEvent>,
  gathering: Gathering,
): AsyncGenerator<readonly StoredEvent[]> {
  const { signal } = gathering;
  let waiting: StoredEvent[] = [];
  let last = gathering.after;
  let over: { readonly error: unknown } | null = null;
  let news = Promise.withResolvers<true>();
  let drained = (): void => {};
  const pump = async (): Promise<never> => {
    for await (const event of source) {
      if (event.position <= last) continue;
      last = event.position;
      waiting.push(event);
      news.resolve(true);
      // Of an append that is larger than the bound, the rest is needed before the consumer can take
      // any of it.
      if (waiting.length >= gathering.queue && waiting.some(({ endsAppend }) => endsAppend)) {
        await new Promise<void>((resolve) => {
          drained = resolve;
        });
      }
    }
    throw new SubscriptionEnded('the subscription ended');
  };
  pump().catch((error: unknown) => {
    over = { error };
    news.resolve(true);
  });
  /**
   * How many have come that make whole appends, with what follows at once: while history is read,
   * rows are then written in batches.
   */
  const whole = async (): Promise<number> => {
    for (let before = 0; ; before = waiting.length) {
      const count = waiting.findLastIndex(({ endsAppend }) => endsAppend) + 1;
      if (count === 0 || count >= FULL_BATCH || waiting.length === before) return count;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const onAbort = (): void => news.resolve(true);
  signal.addEventListener('abort', onAbort);
  try {
    while (!signal.aborted) {
      // Taken before the look, so that nothing that comes in between is missed.
      news = Promise.withResolvers();
      const ended = over as { readonly error: unknown } | null;
      const count = await whole();
      if (count > 0) {
        const batch = waiting.slice(0, count);
        waiting = waiting.slice(count);
        drained();
        yield batch;
      } else if (ended) throw ended.error;
      else if (
        !signal.aborted &&
        !(await within(gathering.silence, news.promise)) &&
        !(await followsHead(gathering, () => last))
      ) {
        throw new SubscriptionSilent('the subscription is silent');
      }
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    drained();
  }
}

/** False where the promise takes longer. */
const within = (milliseconds: number, promise: Promise<true>): Promise<boolean> => {
  const over = new AbortController();
  const late = sleep(milliseconds, false, { signal: over.signal }).catch(() => false);
  return Promise.race([promise, late]).finally(() => over.abort());
};

/**
 * Whether the source has brought all that is in the log now, allowing as long again as a silence
 * for what is on its way.
 */
const followsHead = async ({ head, silence, signal }: Gathering, last: () => Position): Promise<boolean> => {
  const target = await head().catch(() => null);
  // A head that cannot be asked for says nothing about the subscription: the connection's
  // keep-alive ends it where the server is gone.
  for (let waited = 0; target !== null && last() < target && !signal.aborted; waited += silence / 10) {
    if (waited >= silence) return false;
    await sleep(silence / 10, undefined, { signal }).catch(() => {});
  }
  return true;
};
