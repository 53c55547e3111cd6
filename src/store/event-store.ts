import type { Instant } from '../domain/calendar.ts';

/**
 * Position in the log of all events: rises strictly, with gaps; 0 = before the first. Comparable
 * only within one log.
 */
export type Position = number;

/**
 * An event to be written. `data` and `metadata` are JSON texts, so that what is measured is what is
 * stored.
 */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
  /**
   * Where set, the store stamps 00:00 Asia/Tokyo of the day as recordedAt, not the instant (rule
   * 39).
   */
  readonly stampDayOnly?: boolean;
  /**
   * Where set, the store keeps it as recordedAt and stamps nothing: only for the copy of a log
   * (`npm run migrate`).
   */
  readonly recordedAt?: Instant;
  /**
   * The codec has just written both texts by `JSON.stringify`: they are not read again to see
   * whether they are JSON.
   */
  readonly isEncoded?: true;
}

/** An event as it stands in the log. */
export interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
  readonly stream: string;
  /** Count in its stream, from 1. */
  readonly version: number;
  readonly position: Position;
  /**
   * Stamped at the commit. On the embedded store never earlier than the event before it
   * (day-stamped events aside); on a cluster, whose machines' clocks differ, readers keep the
   * running maximum.
   */
  readonly recordedAt: Instant;
  /** False where the next event of the log was written by the same append. */
  readonly endsAppend: boolean;
}

/**
 * Type of an event that is in the log but cannot be read (redacted by an operator); its texts are
 * empty, its version and position count.
 */
export const UNREADABLE = '(unreadable)';

export type AppendResult =
  /**
   * Written, or written before with the same ids at the same expected version: then the first
   * answer again.
   */
  | {
      readonly outcome: 'appended';
      readonly version: number;
      readonly position: Position;
      /**
       * The latest stamp of the events, where it is sure that they were written just now; a repeat
       * has none, nor a store that does not learn it.
       */
      readonly recordedAt?: Instant;
    }
  /** Nothing written: the stream is at `version`. */
  | { readonly outcome: 'conflict'; readonly version: number };

/**
 * The event store port. Versions are counts: 0 = no stream. All promises reject with
 * `StoreUnavailable` where the outcome is unknown or the store cannot be reached; an append is then
 * repeated whole, with the same ids and the same expected version.
 */
export interface EventStore {
  /** Events of one stream after `fromVersion` (0 = all), in order, as of now on the leader. */
  read(stream: string, fromVersion: number): Promise<readonly StoredEvent[]>;
  /**
   * Appends all or nothing and answers after the commit is durable. Rejects with what `checkAppend`
   * throws before anything is sent.
   */
  append(stream: string, expectedVersion: number, events: readonly NewEvent[]): Promise<AppendResult>;
  /**
   * Every event after a position, in batches (never empty), without end: history first, then as it
   * happens. Ends when `signal` aborts. Events of one append are never split over two batches, none
   * comes twice. Rejects with `PositionUnknown` where the log has no event at `after`, and with
   * `StoreUnavailable` where it is refused for good. `most`: events of a batch of history, but for
   * what completes an append; a store that keeps its batches small anyway need not look at it.
   */
  subscribe(after: Position, signal: AbortSignal, most?: number): AsyncIterable<readonly StoredEvent[]>;
  /**
   * Position of the last event of the log now, 0 when empty: what "caught up" is measured against.
   */
  head(): Promise<Position>;
  /** Releases everything; calls in flight are finished first. */
  close(): Promise<void>;
}

/** The outcome is not known, or the store cannot be reached. */
export class StoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailable';
  }
}

/**
 * The log has no event at the position from which to go on: it is another log, or one that was
 * restored from a backup.
 */
export class PositionUnknown extends Error {
  constructor(position: Position, options?: ErrorOptions) {
    super(`no event stands at position ${position}`, options);
    this.name = 'PositionUnknown';
  }
}

/** More than 64 KiB per event or 1 MiB per append (domain.md, Limits). */
export class EventTooLarge extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EventTooLarge';
  }
}

export const MAX_EVENT_BYTES = 65_536;
export const MAX_APPEND_BYTES = 1_048_576;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** In an event's metadata this key belongs to the store. */
export const STORE_KEY = '$store';

/**
 * What every store asks of an append before it touches anything: at least one event, a count as
 * expected version, ids that are UUIDs, each once, a type, texts that are JSON objects exactly as
 * `JSON.stringify` writes them (so that they come back the same from any store), and sizes. Throws
 * `EventTooLarge` or a `TypeError` that names no value.
 */
export const checkAppend = (expectedVersion: number, events: readonly NewEvent[]): void => {
  if (events.length === 0) throw new TypeError('an append holds one event at least');
  if (!Number.isSafeInteger(expectedVersion) || expectedVersion < 0)
    throw new TypeError('an expected version is a count');
  if (new Set(events.map(({ id }) => id)).size < events.length) throw new TypeError('an append holds each event once');
  let total = 0;
  for (const { id, type, data, metadata, isEncoded } of events) {
    if (!UUID.test(id)) throw new TypeError('an event id is a UUID in lower case');
    if (type === '') throw new TypeError('an event has a type');
    const bytes = Buffer.byteLength(data);
    total += bytes;
    if (bytes > MAX_EVENT_BYTES) throw new EventTooLarge(`${type} has ${bytes} bytes`);
    if (isEncoded) continue;
    if (!objectIn(data)) throw new TypeError(`data of ${type} is no JSON object as JSON.stringify writes it`);
    const parsed = objectIn(metadata);
    if (!parsed) throw new TypeError(`metadata of ${type} is no JSON object as JSON.stringify writes it`);
    if (Object.hasOwn(parsed, STORE_KEY)) throw new TypeError(`metadata of ${type} has a key that is the store's`);
  }
  if (total > MAX_APPEND_BYTES) throw new EventTooLarge(`an append of ${total} bytes`);
};

const objectIn = (text: string): object | null => {
  try {
    const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : null;
    return JSON.stringify(parsed) === text ? (parsed as object) : null;
  } catch {
    return null;
  }
};
