import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AppendResult, NewEvent, Position, StoredEvent } from '../../src/store/event-store.ts';
import { StoreUnavailable } from '../../src/store/event-store.ts';
import { eventStoreAddress } from '../../src/store/event-store-address.ts';
import { EventStoreDbEventStore, type EventStoreDbLimits } from '../../src/store/eventstoredb-event-store.ts';
import { appended, freshStream, idsOf, newEvent, withinTime } from './event-store-contract-ground.ts';
import { StandInNode } from './eventstoredb-stand-in.ts';
import { StandInLog } from './eventstoredb-stand-in-log.ts';

/** Short, so that a fault is met in little time. */
const LIMITS: EventStoreDbLimits = {
  call: 5_000,
  attempt: 300,
  firstWait: 5,
  longestWait: 40,
  silence: 200,
  secondLook: 200,
  queue: 1_000,
};
const PATIENCE_MILLISECONDS = 60_000;
const TRIAL_MILLISECONDS = 120_000;

interface Teardown {
  teardown(done: () => Promise<void>): void;
}

export interface TrialOptions {
  readonly nodes?: number;
  /** False: nodes have a port and are down. */
  readonly started?: boolean;
  readonly limits?: Partial<EventStoreDbLimits>;
  readonly url?: (hosts: string) => string;
}

// What nobody catches would end the process: no fault may lead to it.
const uncaught: unknown[] = [];
process.on('unhandledRejection', (error) => uncaught.push(error));
process.on('uncaughtException', (error) => uncaught.push(error));

/** Adapters before nodes of the stand-in that meet with a fault. */
export class FaultTrial {
  readonly log: StandInLog;
  readonly nodes: readonly StandInNode[];
  readonly store: EventStoreDbEventStore;
  readonly #end = new AbortController();
  readonly #stores: EventStoreDbEventStore[] = [];
  readonly #url: string;

  private constructor(nodes: StandInNode[], log: StandInLog, options: TrialOptions) {
    this.log = log;
    this.nodes = nodes;
    const { url = (hosts) => `esdb://${hosts}?tls=false`, limits } = options;
    this.#url = url(nodes.map(({ port }) => `127.0.0.1:${port}`).join(','));
    this.store = this.another(limits);
  }

  static async begin(options: TrialOptions): Promise<FaultTrial> {
    const { nodes: count = 1, started = true } = options;
    const log = new StandInLog();
    const nodes: StandInNode[] = [];
    for (let n = 0; n < count; n += 1) nodes.push(await new StandInNode({ log }).start());
    StandInNode.elect(nodes, nodes[0] ?? null);
    if (!started) for (const node of nodes) await node.stop();
    return new FaultTrial(nodes, log, options);
  }

  /** The first node, which leads at the start. */
  get node(): StandInNode {
    return this.nodes[0] as StandInNode;
  }

  /** One more adapter before the same nodes. */
  another(limits: Partial<EventStoreDbLimits> = {}): EventStoreDbEventStore {
    const store = new EventStoreDbEventStore({
      address: eventStoreAddress(this.#url),
      limits: { ...LIMITS, ...limits },
    });
    this.#stores.push(store);
    return store;
  }

  follow(after: Position = 0, store = this.store): Follower {
    return new Follower(store, after, this.#end.signal);
  }

  /** Ids of our events in the log, in its order. */
  idsInLog(): string[] {
    return idsOf(this.log.records.filter(({ stream }) => !stream.startsWith('$')));
  }

  /** Ends subscriptions and adapters. */
  async close(): Promise<void> {
    this.#end.abort();
    for (const store of this.#stores) await store.close();
  }
}

/** A consumer that keeps all it was brought. */
export class Follower {
  readonly batches: (readonly StoredEvent[])[] = [];
  /** Resolves when the subscription ends, rejects with what ended it. */
  readonly ended: Promise<void>;
  /** While set, the consumer waits for it after each batch. */
  digesting: Promise<unknown> | null = null;

  constructor(store: EventStoreDbEventStore, after: Position, signal: AbortSignal) {
    const run = async (): Promise<void> => {
      for await (const batch of store.subscribe(after, signal)) {
        this.batches.push(batch);
        if (this.digesting) await this.digesting;
      }
    };
    this.ended = run();
    this.ended.catch(() => {});
  }

  get events(): StoredEvent[] {
    return this.batches.flat();
  }

  get ids(): string[] {
    return idsOf(this.events);
  }

  has(id: string): Promise<void> {
    return eventually(
      () => this.batches.some((batch) => batch.some((event) => event.id === id)),
      `the follower has ${id}`,
    );
  }
}

/**
 * Runs a trial; afterwards the same adapter works, nothing was left uncaught, the batch path was
 * not taken, and no call stays open on a node.
 */
export const withFaults = async (
  t: Teardown,
  options: TrialOptions,
  run: (trial: FaultTrial) => Promise<void>,
): Promise<void> => {
  const trial = await FaultTrial.begin(options);
  const { nodes } = trial;
  t.teardown(async () => {
    await trial.close();
    for (const node of nodes) await node.close();
  });
  await withinTime(TRIAL_MILLISECONDS, 'the trial', run(trial));
  await withinTime(PATIENCE_MILLISECONDS, 'working again', worksAgain(trial));
  await trial.close();
  await eventually(() => nodes.every(({ openStreams }) => openStreams === 0), 'no call is open any more');
  assert.ok(
    nodes.every(({ counts }) => counts.batchAppends === 0),
    'the batch path is never taken',
  );
  assert.deepEqual(uncaught.splice(0), [], 'nothing was left uncaught');
};

/**
 * An append, its repeat, a read, the head and a subscription, all on the adapter that met with the
 * fault.
 */
const worksAgain = async (trial: FaultTrial): Promise<void> => {
  const { store } = trial;
  const stream = freshStream();
  const event = newEvent();
  // A call may still have to find out that what it was connected to is gone.
  const after = await persistently(() => store.head());
  const follower = trial.follow(after);
  const first = await persistently(() => store.append(stream, 0, [event]));
  const repeated = await store.append(stream, 0, [event]);
  assert.deepEqual(repeated, first, 'a repeat is answered as the first time');
  await appended(store, stream, 1, [newEvent()]);
  assert.equal((await store.read(stream, 0)).length, 2);
  await follower.has(event.id);
};

/**
 * As callers do: repeats a call, with the same ids and version, while its outcome is not known; not
 * beyond the time of a trial.
 */
export const persistently = async <Result>(call: () => Promise<Result>): Promise<Result> => {
  for (const end = performance.now() + TRIAL_MILLISECONDS; ; ) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || performance.now() > end) throw error;
      // A store that refuses at once is not asked without a pause.
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
};

/**
 * Appends events to a stream, one by one or so many at a time, each append repeated until it is
 * taken.
 */
export const appendAll = async (
  store: EventStoreDbEventStore,
  stream: string,
  events: readonly NewEvent[],
  { from = 0, size = 1 } = {},
): Promise<AppendResult[]> => {
  const results: AppendResult[] = [];
  for (let n = 0; n < events.length; n += size) {
    results.push(await persistently(() => store.append(stream, from + n, events.slice(n, n + size))));
  }
  return results;
};

/** Waits for a condition; fails where it does not come. */
export const eventually = async (condition: () => boolean, what: string): Promise<void> => {
  let over = false;
  const wait = async (): Promise<void> => {
    while (!over && !condition()) await sleep(2);
  };
  await withinTime(PATIENCE_MILLISECONDS, what, wait()).finally(() => {
    over = true;
  });
};
