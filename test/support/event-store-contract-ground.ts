import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore, NewEvent, Position, StoredEvent } from '../../src/store/event-store.ts';

/** Where the contract is tried. */
export interface ContractPlace {
  /** Opens one more store on the log. */
  open(): Promise<EventStore>;
  /** Others append to the log meanwhile. */
  readonly isShared: boolean;
  /** What a case may take, in milliseconds. */
  readonly patience: number;
}

/** What a case stands on. */
export interface Ground {
  readonly store: EventStore;
  readonly place: ContractPlace;
  /** A second store on the same log; closed after the case. */
  open(): Promise<EventStore>;
  /** Aborts when the case is over. */
  readonly signal: AbortSignal;
}

/**
 * A promise of the port. Its assertions throw, so that it can be tried on a store that must fail.
 */
export interface ContractCase {
  readonly name: string;
  run(ground: Ground): Promise<void>;
}

/** Runs a case; rejects with an AssertionError where it fails or takes too long, never hangs. */
export const runContractCase = async ({ run }: ContractCase, place: ContractPlace): Promise<void> => {
  const end = new AbortController();
  const opened: EventStore[] = [];
  const open = async (): Promise<EventStore> => {
    const store = await place.open();
    opened.push(store);
    return store;
  };
  try {
    await withinTime(
      place.patience,
      'the case',
      open().then((store) => run({ store, place, open, signal: end.signal })),
    );
  } finally {
    end.abort();
    await withinTime(place.patience, 'closing', Promise.allSettled(opened.map((store) => store.close())));
  }
};

export const withinTime = async <Result>(
  milliseconds: number,
  what: string,
  promise: Promise<Result>,
): Promise<Result> => {
  const over = new AbortController();
  const late = sleep(milliseconds, undefined, { signal: over.signal }).then(() =>
    assert.fail(`${what} takes longer than ${milliseconds} ms`),
  );
  late.catch(() => {});
  return Promise.race([promise, late]).finally(() => over.abort());
};

/**
 * A promise that is awaited later, if at all: a case that fails before must not leave a rejection
 * that nobody handles.
 */
export const begun = <Result>(promise: Promise<Result>): Promise<Result> => {
  promise.catch(() => {});
  return promise;
};

/** A stream that nobody else writes to. */
export const freshStream = (): string => `contract-${crypto.randomUUID()}`;

export const newEvent = (change: Partial<NewEvent> = {}): NewEvent => ({
  id: crypto.randomUUID(),
  type: 'Happened',
  data: '{}',
  metadata: '{}',
  ...change,
});

export const newEvents = (count: number, change: Partial<NewEvent> = {}): NewEvent[] =>
  Array.from({ length: count }, () => newEvent(change));

export const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);

/** Appends and answers the position; fails where the append is not taken. */
export const appended = async (
  store: EventStore,
  stream: string,
  version: number,
  events: readonly NewEvent[],
): Promise<Position> => {
  const result = await store.append(stream, version, events);
  assert.equal(result.outcome, 'appended');
  assert.equal(result.version, version + events.length);
  return result.outcome === 'appended' ? result.position : 0;
};

export interface Following {
  readonly after: Position;
  /** Streams whose events are answered. */
  readonly streams: readonly string[];
  /** Id of the event with which it ends. */
  readonly until: string;
  readonly signal: AbortSignal;
  /** Awaited after each batch. */
  readonly digest?: (batch: readonly StoredEvent[]) => Promise<unknown>;
}

/**
 * Follows the log up to an event, holds what is promised of every batch, and answers the events of
 * some streams as they came.
 */
export const followed = async (
  store: EventStore,
  { after, streams, until, signal, digest }: Following,
): Promise<StoredEvent[]> => {
  const end = new AbortController();
  const seen: StoredEvent[] = [];
  let last = after;
  let found = false;
  for await (const batch of store.subscribe(after, AbortSignal.any([end.signal, signal]))) {
    assert.ok(batch.length > 0, 'a batch is never empty');
    assert.equal(batch.at(-1)?.endsAppend, true, 'a batch holds whole appends');
    for (const { position } of batch) {
      assert.ok(position > last, `positions rise strictly: ${position} after ${last}`);
      last = position;
    }
    seen.push(...batch.filter(({ stream }) => streams.includes(stream)));
    await digest?.(batch);
    found ||= batch.some(({ id }) => id === until);
    if (found) end.abort();
  }
  assert.ok(found, 'the subscription ends before the event it was to bring');
  return seen;
};
