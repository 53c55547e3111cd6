import type { Instant } from '../domain/calendar.ts';

/** Place in the log of all events: rises strictly, with gaps; 0 = before the first. Comparable within one log alone. */
export type Position = number;

/** An event to be written. `data` and `metadata` are JSON texts, so that what is measured is what is stored. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
  /** Where set, the store stamps 00:00 Asia/Tokyo of the day as recordedAt, not the instant (rule 39). */
  readonly stampDayOnly?: boolean;
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
  /** Stamped at the commit, never before the event ahead of it in the log (day-stamped events aside). */
  readonly recordedAt: Instant;
}

export type AppendResult =
  /** Written, or written before with the same ids at the same expected version: then the first answer again. */
  | { readonly outcome: 'appended'; readonly version: number; readonly position: Position }
  /** Nothing written: the stream stands at `version`. */
  | { readonly outcome: 'conflict'; readonly version: number };

/**
 * The event store port. Versions are counts: 0 = no stream. All promises reject with `StoreUnavailable` where the outcome is unknown or the
 * store cannot be reached; an append is then repeated whole, with the same ids and the same expected version.
 */
export interface EventStore {
  /** Events of one stream after `fromVersion` (0 = all), in order, as of now on the leader. */
  read(stream: string, fromVersion: number): Promise<readonly StoredEvent[]>;
  /** Appends all or nothing and answers after the commit is durable. Throws `EventTooLarge` above 64 KiB an event, 1 MiB an append. */
  append(stream: string, expectedVersion: number, events: readonly NewEvent[]): Promise<AppendResult>;
  /**
   * Every event after a position, in batches (never empty), without end: history first, then as it happens. Ends when `signal` aborts.
   * Events of one append are never split over two batches.
   */
  subscribe(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]>;
  /** Position of the last event of the log now, 0 when empty: what "caught up" is measured against. */
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

/** Above 64 KiB an event or 1 MiB an append (domain.md, Limits). */
export class EventTooLarge extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EventTooLarge';
  }
}

export const MAX_EVENT_BYTES = 65_536;
export const MAX_APPEND_BYTES = 1_048_576;
