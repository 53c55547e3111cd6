import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  BACKWARDS,
  type Direction,
  END,
  EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  type ReadPosition,
  type ResolvedEvent,
  START,
  type StreamingRead,
  streamNameFilter,
} from '@eventstore/db-client';
import type { Instant } from '../domain/calendar.ts';
import { dayOf, startOfDay } from '../domain/calendar.ts';
import { machineClock } from './clock.ts';
import {
  type AppendResult,
  checkAppend,
  type EventStore,
  EventTooLarge,
  type NewEvent,
  type Position,
  PositionUnknown,
  STORE_KEY,
  type StoredEvent,
  StoreUnavailable,
  UNREADABLE,
} from './event-store.ts';
import type { EventStoreAddress } from './event-store-address.ts';
import { isNoRecord, kindOf, mayPass, mayPassWithin, TriedTooLong, unavailable } from './eventstoredb-errors.ts';
import { gatheredBatches } from './gathered-batches.ts';
import { retrying } from './retrying.ts';

/** How long things may take, in milliseconds; and how much may wait. */
export interface EventStoreDbLimits {
  /**
   * A call with all its tries; then it rejects with `StoreUnavailable`. A failover takes 1 to 5.4
   * s.
   */
  readonly call: number;
  /** One try. */
  readonly attempt: number;
  /** First wait before a new try; doubled each time up to `longestWait`, with jitter. */
  readonly firstWait: number;
  readonly longestWait: number;
  /**
   * A subscription that has brought nothing for this long is checked against the head, and made
   * anew where it is behind.
   */
  readonly silence: number;
  /** Before the store is believed to have no event at a position. */
  readonly secondLook: number;
  /**
   * Events that wait for the consumer of a subscription; beyond this the server holds them back.
   */
  readonly queue: number;
}

const LIMITS: EventStoreDbLimits = {
  call: 10_000,
  attempt: 4_000,
  firstWait: 20,
  longestWait: 1_000,
  silence: 5_000,
  secondLook: 2_000,
  queue: 20_000,
};
/** Names of the server's own streams begin with `$`; events of other names are ours. */
const OUR_STREAMS = streamNameFilter({ regex: '^[^$]' });
/**
 * Sent on a server without TLS, which ignores them: credentials given with the call keep the client
 * on the classic append path.
 */
const NO_CREDENTIALS = { username: 'insecure', password: 'insecure' };
const DISPOSE_MILLISECONDS = 1_000;

/** What this adapter keeps in an event's metadata beside ours. */
interface StoreMetadata {
  /** Events of the same append that follow; absent for the last. */
  readonly following?: number;
  /** Stands in for the server's stamp: a day-stamped, a copied, or a simulated time. */
  readonly recordedAt?: Instant;
}

/** A clock that may be set. */
export interface Stamp {
  /** Null while it is not set. */
  readonly simulated: Instant | null;
}

type Once<Result> = (client: EventStoreDBClient, milliseconds: number) => Promise<Result>;

/**
 * The event store on EventStoreDB 23.10. What it guards against in server and client was measured
 * and is held by the contract suite and the fault tests: appends take the classic path, with
 * credentials; a try that failed is repeated whole, with the same ids and revision, which the
 * server answers as the first time; every call asks for the leader; a subscription that ends, errs,
 * goes silent or repeats is made anew from the last event seen. Hosts are tried in turn, and any
 * that is not the leader names it, so the client's own discovery, which never forgets a failure, is
 * not used.
 */
export class EventStoreDbEventStore implements EventStore {
  readonly #stamp: Stamp | null;
  readonly #limits: EventStoreDbLimits;
  readonly #credentials: { username: string; password: string };
  readonly #calls: Clients;
  /** Separate from those for calls, as a connection carries only a hundred streams. */
  readonly #subscriptions: Clients;
  readonly #running = new Set<Promise<unknown>>();
  readonly #end = new AbortController();
  #closing: Promise<void> | null = null;

  /**
   * `stamp`: stands in for the server's clock while it is set (simulated time, development only).
   * Connects at the first call.
   */
  constructor({
    address,
    stamp = null,
    limits = {},
  }: { address: EventStoreAddress; stamp?: Stamp | null; limits?: Partial<EventStoreDbLimits> }) {
    this.#stamp = stamp;
    this.#limits = { ...LIMITS, ...limits };
    this.#credentials = address.credentials ?? NO_CREDENTIALS;
    this.#calls = new Clients(address);
    this.#subscriptions = new Clients(address);
  }

  read(stream: string, fromVersion: number): Promise<readonly StoredEvent[]> {
    return this.#call((client, milliseconds) =>
      collect(
        client.readStream(stream, {
          fromRevision: BigInt(fromVersion),
          requiresLeader: true,
          credentials: this.#credentials,
        }),
        milliseconds,
      )
        .then((found) => found.flatMap(({ event }) => (event ? [toStored(event)] : [])))
        .catch((error: unknown) => {
          if (kindOf(error) === 'stream-not-found') return [];
          throw error;
        }),
    );
  }

  async append(stream: string, expectedVersion: number, events: readonly NewEvent[]): Promise<AppendResult> {
    checkAppend(expectedVersion, events);
    // Made once: every try sends the same.
    const prepared = events.map((event, n) =>
      jsonEvent({
        id: event.id,
        type: event.type,
        data: JSON.parse(event.data),
        metadata: { ...JSON.parse(event.metadata), ...this.#storeMetadata(event, events.length - 1 - n) },
      }),
    );
    return this.#call(async (client, milliseconds) => {
      try {
        const { nextExpectedRevision, position } = await client.appendToStream(stream, prepared, {
          expectedRevision: expectedVersion === 0 ? 'no_stream' : BigInt(expectedVersion - 1),
          requiresLeader: true,
          credentials: this.#credentials,
          deadline: milliseconds,
        });
        if (!position) throw new Error('an append was answered without its position');
        return { outcome: 'appended', version: Number(nextExpectedRevision) + 1, position: Number(position.commit) };
      } catch (error) {
        if (kindOf(error) === 'maximum-append-size-exceeded')
          throw new EventTooLarge('the server takes no append of this size');
        if (kindOf(error) !== 'wrong-expected-version') throw error;
        const { actualVersion } = error as { actualVersion: bigint | 'no_stream' };
        return { outcome: 'conflict', version: actualVersion === 'no_stream' ? 0 : Number(actualVersion) + 1 };
      }
    });
  }

  async *subscribe(after: Position, given: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    if (!Number.isSafeInteger(after) || after < 0) throw new PositionUnknown(after);
    const signal = AbortSignal.any([given, this.#end.signal]);
    let position = after;
    let following = this.#follow(position, signal);
    const anew = (error: unknown): never => {
      following = this.#follow(position, signal);
      throw error;
    };
    try {
      while (!signal.aborted) {
        const { value: batch } = await retrying(() => following.next().catch(anew), {
          ...this.#limits,
          end: Number.POSITIVE_INFINITY,
          signal,
          mayPass: mayPassWithin(this.#limits.call),
        });
        position = batch?.at(-1)?.position ?? position;
        if (batch) yield batch;
        else following = this.#follow(position, signal);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      await following.return();
    }
  }

  /** One subscription, until it fails; ends where it is dropped or the signal ends it. */
  async *#follow(after: Position, signal: AbortSignal): AsyncGenerator<readonly StoredEvent[], void> {
    // A position beyond the end would be accepted in silence.
    if (after > 0 && !(await this.#surelyStandsAt(after, signal))) throw new PositionUnknown(after);
    const client = this.#subscriptions.current;
    const subscription = client.subscribeToAll(
      {
        fromPosition: after === 0 ? START : positionAt(after),
        filter: OUR_STREAMS,
        requiresLeader: true,
        credentials: this.#credentials,
      },
      { highWaterMark: 1_000 },
    );
    // Errors reach us through the iteration; one that comes after its end must not end the process.
    subscription.on('error', () => {});
    let position = after;
    try {
      for await (const batch of gatheredBatches(eventsOf(subscription), {
        after,
        signal,
        silence: this.#limits.silence,
        queue: this.#limits.queue,
        head: () => this.#head(signal),
      })) {
        position = batch.at(-1)?.position ?? position;
        yield batch;
      }
    } catch (error) {
      // A flood drops a live subscriber, however fast: it goes on as a reader of history, at once.
      // Without anything read in between it is a fault like others.
      if (kindOf(error) === 'timeout' && position > after) return;
      this.#subscriptions.failed(client, error);
      throw unavailable(error);
    } finally {
      subscription.unsubscribe().catch(() => {});
      subscription.destroy();
    }
  }

  /** A former leader that has recovered does not know the last events for a moment: look twice. */
  async #surelyStandsAt(position: Position, signal: AbortSignal): Promise<boolean> {
    if (await this.#standsAt(position, signal)) return true;
    await sleep(this.#limits.secondLook, undefined, { signal }).catch(() => {});
    return signal.aborted || (await this.#standsAt(position, signal));
  }

  async #standsAt(position: Position, signal: AbortSignal): Promise<boolean> {
    try {
      const [found] = await this.#readAll(
        { direction: FORWARDS, fromPosition: positionAt(position), maxCount: 1 },
        signal,
      );
      return found !== undefined && Number(found.position?.commit) === position;
    } catch (error) {
      if (error instanceof StoreUnavailable && isNoRecord(error.cause)) return false;
      throw error;
    }
  }

  head(): Promise<Position> {
    return this.#head();
  }

  async #head(signal?: AbortSignal): Promise<Position> {
    // The server's own records may stand at the end; how many is not known.
    for (let maxCount = 16; ; maxCount *= 16) {
      const found = await this.#readAll({ direction: BACKWARDS, fromPosition: END, maxCount }, signal);
      const last = found.find(({ streamId }) => !streamId.startsWith('$'));
      if (last) return Number(last.position?.commit);
      if (found.length < maxCount) return 0;
    }
  }

  #readAll(
    options: { direction: Direction; fromPosition: ReadPosition; maxCount: number },
    signal?: AbortSignal,
  ): Promise<RecordedByClient[]> {
    return this.#call(async (client, milliseconds) => {
      const reading = client.readAll({ ...options, requiresLeader: true, credentials: this.#credentials });
      return (await collect(reading, milliseconds)).flatMap(({ event }) => (event ? [event] : []));
    }, signal);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#end.abort();
    await Promise.race([Promise.allSettled(this.#running), sleep(this.#limits.attempt, undefined, { ref: false })]);
    await Promise.race([
      Promise.all([this.#calls.close(), this.#subscriptions.close()]),
      sleep(DISPOSE_MILLISECONDS, undefined, { ref: false }),
    ]);
  }

  #storeMetadata(event: NewEvent, following: number): { [STORE_KEY]?: StoreMetadata } {
    const now = this.#stamp?.simulated ?? undefined;
    const recordedAt =
      event.recordedAt ??
      (event.stampDayOnly
        ? startOfDay(
            dayOf(now ?? (JSON.parse(event.metadata) as { occurredAt?: Instant }).occurredAt ?? machineClock.now()),
          )
        : now);
    if (following === 0 && recordedAt === undefined) return {};
    return {
      [STORE_KEY]: { ...(following > 0 ? { following } : {}), ...(recordedAt === undefined ? {} : { recordedAt }) },
    };
  }

  /**
   * Repeats a call until it succeeds, fails for good, its time is over, or nobody waits for it any
   * more.
   */
  #call<Result>(once: Once<Result>, signal?: AbortSignal): Promise<Result> {
    if (this.#end.signal.aborted) return Promise.reject(new StoreUnavailable('EventStoreDB: closed'));
    const running = this.#tryUntil(performance.now() + this.#limits.call, once, signal);
    this.#running.add(running);
    const over = (): void => void this.#running.delete(running);
    running.then(over, over);
    return running;
  }

  #tryUntil<Result>(end: number, once: Once<Result>, signal?: AbortSignal): Promise<Result> {
    const attempt = async (): Promise<Result> => {
      const client = this.#calls.current;
      const milliseconds = Math.max(1, Math.min(this.#limits.attempt, end - performance.now()));
      try {
        return await within(once, client, milliseconds, signal);
      } catch (error) {
        if (mayPass(error) && !signal?.aborted) this.#calls.failed(client, error);
        throw error;
      }
    };
    return retrying(attempt, { ...this.#limits, end, signal: signal ?? this.#end.signal, mayPass }).catch(
      (error: unknown) => {
        throw error instanceof EventTooLarge ? error : unavailable(error);
      },
    );
  }
}

/**
 * One client per host, made when its turn comes and kept: a client left behind would go on
 * reconnecting.
 */
class Clients {
  readonly #address: EventStoreAddress;
  readonly #certificates: Certificates;
  readonly #made = new Map<number, HostClient>();
  #turn = 0;

  constructor(address: EventStoreAddress) {
    this.#address = address;
    this.#certificates = certificatesOf(address);
  }

  get current(): HostClient {
    const client = this.#made.get(this.#turn) ?? new HostClient(this.#address, this.#certificates, this.#turn);
    this.#made.set(this.#turn, client);
    return client;
  }

  /** Gives the next host its turn. Where the leader was named, the client goes there by itself. */
  failed(client: EventStoreDBClient, error: unknown): void {
    if (client !== this.current || kindOf(error) === 'not-leader') return;
    this.#turn = (this.#turn + 1) % this.#address.seeds.length;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#made.values()].map((client) => client.close()));
  }
}

type Certificates =
  | { readonly insecure: true }
  | Partial<Record<'rootCertificate' | 'userCertFile' | 'userKeyFile', Buffer>>;

/** Read once, so that a file that is gone is noticed at the start and not at a failover. */
const certificatesOf = ({ tls, options }: EventStoreAddress): Certificates => {
  if (!tls) return { insecure: true };
  const { tlsCAFile, userCertFile, userKeyFile } = options;
  return {
    ...(tlsCAFile === undefined ? {} : { rootCertificate: readFileSync(tlsCAFile) }),
    ...(userCertFile === undefined ? {} : { userCertFile: readFileSync(userCertFile) }),
    ...(userKeyFile === undefined ? {} : { userKeyFile: readFileSync(userKeyFile) }),
  };
};

/** A client of one host. Disposing of one leaves its connection open; this one closes it. */
class HostClient extends EventStoreDBClient {
  constructor({ seeds, options }: EventStoreAddress, certificates: Certificates, n: number) {
    const { host: address, port } = seeds[n] ?? { host: 'localhost', port: 2113 };
    super(
      {
        endpoint: { address, port },
        ...(options.keepAliveInterval === undefined ? {} : { keepAliveInterval: Number(options.keepAliveInterval) }),
        ...(options.keepAliveTimeout === undefined ? {} : { keepAliveTimeout: Number(options.keepAliveTimeout) }),
        ...(options.connectionName === undefined ? {} : { connectionName: options.connectionName }),
      },
      certificates,
    );
  }

  async close(): Promise<void> {
    await this.dispose();
    (await this.getChannel()).close();
  }
}

const positionAt = (position: Position) => ({ commit: BigInt(position), prepare: BigInt(position) });

async function* eventsOf(source: AsyncIterable<ResolvedEvent>): AsyncGenerator<StoredEvent> {
  for await (const { event } of source) if (event) yield toStored(event);
}

/**
 * Reads to the end, within a time: reads know no deadline of their own. One that is left before its
 * end is cancelled, else its HTTP/2 stream stays for ever.
 */
const collect = async <Event extends ResolvedEvent>(
  reading: StreamingRead<Event>,
  milliseconds: number,
): Promise<Event[]> => {
  reading.on('error', () => {});
  const timer = setTimeout(() => reading.destroy(new TriedTooLong()), milliseconds);
  const found: Event[] = [];
  let complete = false;
  try {
    for await (const resolved of reading) found.push(resolved);
    complete = true;
    return found;
  } finally {
    clearTimeout(timer);
    if (!complete) reading.cancel().catch(() => {});
  }
};

/** One try, given up a little after its time, and at once where nobody waits for it any more. */
const within = <Result>(
  once: Once<Result>,
  client: EventStoreDBClient,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<Result> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) throw new TriedTooLong();
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      settle();
    };
    const giveUp = (): void => end(() => reject(new TriedTooLong()));
    const timer = setTimeout(giveUp, milliseconds + 500);
    signal?.addEventListener('abort', giveUp);
    once(client, milliseconds).then(
      (result) => end(() => resolve(result)),
      (error) => end(() => reject(error)),
    );
  });

type RecordedByClient = NonNullable<ResolvedEvent['event']>;

const toStored = (event: RecordedByClient): StoredEvent => {
  const place = {
    id: event.id,
    stream: event.streamId,
    version: Number(event.revision) + 1,
    position: Number(event.position?.commit),
  };
  const { data, metadata } = event as { data: unknown; metadata: unknown };
  const { [STORE_KEY]: store, ...ours } = isObject(metadata) ? (metadata as { [STORE_KEY]?: StoreMetadata }) : {};
  const endsAppend = store?.following === undefined;
  if (!event.isJson || !isObject(data) || !isObject(metadata)) {
    return { ...place, type: UNREADABLE, data: '', metadata: '', recordedAt: event.created.toISOString(), endsAppend };
  }
  return {
    ...place,
    type: event.type,
    data: JSON.stringify(data),
    metadata: JSON.stringify(ours),
    recordedAt: store?.recordedAt ?? event.created.toISOString(),
    endsAppend,
  };
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
