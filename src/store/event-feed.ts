import { type EventStore, type Position, PositionUnknown, type StoredEvent, StoreUnavailable } from './event-store.ts';

/** Events that are kept for followers; those further behind read history. */
const MOST_KEPT_EVENTS = 10_000;
/** Events of one batch: what a follower keeps while it digests them. */
const MOST_IN_BATCH = 500;
/** Followers that may read history at once: each occupies a stream of the store's connection. */
const MOST_HISTORY_READERS = 16;

/**
 * One subscription of the log shared by any number of followers, so that a node with a thousand
 * open GraphQL subscriptions has a single one to the store. Begins with the first follower. A
 * follower from further back reads history in pieces until it meets the present.
 */
export class EventFeed {
  readonly #store: EventStore;
  readonly #end = new AbortController();
  #live: Promise<Live> | null = null;
  #free = MOST_HISTORY_READERS;
  readonly #waiting: (() => void)[] = [];

  constructor(store: EventStore) {
    this.#store = store;
  }

  /**
   * As `EventStore.subscribe`: every event after a position, in batches, without end, but small
   * ones that may end amid an append: a follower keeps one while it digests it. Rejects with
   * `PositionUnknown` and `StoreUnavailable`.
   */
  async *follow(after: Position, given: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    const signal = AbortSignal.any([given, this.#end.signal]);
    let position = after;
    // The store looks for a position within the log; about one beyond it, it would never say
    // anything.
    if (position > (await this.#begun()).newest && position > (await this.#store.head()))
      throw new PositionUnknown(position);
    while (!signal.aborted) {
      const live = await this.#begun();
      const batch = position >= live.from ? await live.after(position, signal) : await this.#history(position, signal);
      position = batch.at(-1)?.position ?? position;
      if (batch.length > 0 && !signal.aborted) yield batch;
    }
  }

  /** Ends every follower. */
  close(): void {
    this.#end.abort();
  }

  #begun(): Promise<Live> {
    if (this.#live) return this.#live;
    const live = this.#store.head().then((head) => new Live(this.#store, head, this.#end.signal));
    this.#live = live;
    const over = (): void => {
      if (this.#live === live) this.#live = null;
    };
    live.then(({ ended }) => ended.then(over), over);
    return live;
  }

  /**
   * The first events after a position; a slow follower does not hold the store's stream open while
   * it digests them.
   */
  async #history(after: Position, signal: AbortSignal): Promise<readonly StoredEvent[]> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((go) => this.#waiting.push(go));
    try {
      for await (const batch of this.#store.subscribe(after, signal, MOST_IN_BATCH)) return batch;
      return [];
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}

/** What has happened lately. */
class Live {
  /** All events after this position are in `#kept`. */
  from: Position;
  /** Resolves when nothing more comes. */
  readonly ended: Promise<void>;
  #kept: StoredEvent[] = [];
  #error: unknown = null;
  #news = Promise.withResolvers<void>();

  constructor(store: EventStore, head: Position, signal: AbortSignal) {
    this.from = head;
    this.ended = this.#run(store, signal).catch((error: unknown) => {
      this.#error = error;
      this.#news.resolve();
    });
  }

  async #run(store: EventStore, signal: AbortSignal): Promise<void> {
    for await (const batch of store.subscribe(this.from, signal)) {
      this.#kept.push(...batch);
      if (this.#kept.length > 2 * MOST_KEPT_EVENTS) {
        this.from = this.#kept.at(-MOST_KEPT_EVENTS - 1)?.position ?? this.from;
        this.#kept = this.#kept.slice(-MOST_KEPT_EVENTS);
      }
      this.#news.resolve();
      this.#news = Promise.withResolvers();
    }
    throw new StoreUnavailable('the subscription ended');
  }

  /** Position of the last event that has come. */
  get newest(): Position {
    return this.#kept.at(-1)?.position ?? this.from;
  }

  /**
   * The events after a position; waits for one where there is none; empty when the signal ends the
   * wait. Throws what ended the subscription.
   */
  async after(position: Position, signal: AbortSignal): Promise<readonly StoredEvent[]> {
    for (;;) {
      if (signal.aborted) return [];
      if (this.#error !== null) throw this.#error;
      if (position < this.from) return [];
      if (this.newest > position) {
        const next = this.#kept.findLastIndex((event) => event.position <= position) + 1;
        return this.#kept.slice(next, next + MOST_IN_BATCH);
      }
      await endOf(signal, this.#news.promise);
    }
  }
}

/** Resolves with the promise, or when the signal aborts; leaves no listener behind. */
const endOf = (signal: AbortSignal, promise: Promise<void>): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      signal.removeEventListener('abort', end);
      resolve();
    };
    signal.addEventListener('abort', end);
    void promise.then(end);
  });
