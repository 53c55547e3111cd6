import { resolve } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { dayOf, type Instant, latest, startOfDay } from '../domain/calendar.ts';
import type { Clock } from './clock.ts';
import {
  type AppendResult,
  checkAppend,
  type EventStore,
  type NewEvent,
  type Position,
  PositionUnknown,
  type StoredEvent,
  StoreUnavailable,
} from './event-store.ts';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS events (
  position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, stream TEXT NOT NULL,
  version INTEGER NOT NULL, type TEXT NOT NULL,
  data TEXT NOT NULL, metadata TEXT NOT NULL, recorded_at TEXT NOT NULL, day_only INTEGER NOT NULL,
  append INTEGER NOT NULL, UNIQUE (stream, version)
);`;
const COLUMNS = 'id, type, data, metadata, stream, version, position, recorded_at, append';
const BATCH = 1000;

type Pending = {
  readonly stream: string;
  readonly expectedVersion: number;
  readonly events: readonly NewEvent[];
  readonly done: (result: AppendResult) => void;
  readonly failed: (error: unknown) => void;
};

/**
 * The embedded event store on `node:sqlite`: WAL, synchronous=FULL, group commit. Appends that
 * arrive while others wait are written in one transaction and answered after it is durable;
 * versions are checked before any write, so that a conflict fails only its own append. Readers in
 * other threads of the process are woken by a BroadcastChannel named after the file; a second
 * process may read beside the writer.
 */
export class SqliteEventStore implements EventStore {
  readonly #db: DatabaseSync;
  readonly #clock: Clock;
  readonly #channelName: string;
  readonly #channel: BroadcastChannel;
  readonly #wakers = new Set<() => void>();
  #pending: Pending[] = [];
  #flush: Promise<void> | null = null;
  #closing: Promise<void> | null = null;
  #recordedMaximum: Instant = '';
  readonly #insert: StatementSync | null;
  readonly #versionOf: StatementSync;
  readonly #byId: StatementSync;
  readonly #readStream: StatementSync;
  readonly #readAll: StatementSync;
  readonly #headOf: StatementSync;
  readonly #at: StatementSync;

  constructor({ file, clock, readOnly = false }: { file: string; clock: Clock; readOnly?: boolean }) {
    this.#clock = clock;
    this.#db = new DatabaseSync(file, { readOnly });
    this.#db.exec('PRAGMA busy_timeout=5000;');
    if (!readOnly) this.#db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; ${SCHEMA}`);
    this.#insert = readOnly
      ? null
      : this.#db.prepare(
          `INSERT INTO events (id, stream, version, type, data, metadata, recorded_at, day_only, append)
           VALUES (?,?,?,?,?,?,?,?,?)`,
        );
    this.#versionOf = this.#db.prepare('SELECT max(version) AS version FROM events WHERE stream = ?');
    this.#byId = this.#db.prepare('SELECT stream, version, position FROM events WHERE id = ?');
    this.#readStream = this.#db.prepare(
      `SELECT ${COLUMNS} FROM events WHERE stream = ? AND version > ? ORDER BY version`,
    );
    this.#readAll = this.#db.prepare(`SELECT ${COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ?`);
    this.#headOf = this.#db.prepare('SELECT max(position) AS position FROM events');
    this.#at = this.#db.prepare('SELECT 1 FROM events WHERE position = ?');
    for (const s of [this.#readStream, this.#readAll]) s.setReturnArrays(true);
    this.#recordedMaximum = String(
      (this.#db.prepare('SELECT max(recorded_at) AS m FROM events WHERE day_only = 0').get() as { m: string | null })
        .m ?? '',
    );
    this.#channelName = `events ${resolve(file)}`;
    this.#channel = new BroadcastChannel(this.#channelName);
    (this.#channel as unknown as { unref(): void }).unref();
    this.#channel.onmessage = () => this.#wake();
  }

  async read(stream: string, fromVersion: number): Promise<readonly StoredEvent[]> {
    this.#checkOpen();
    return toStored(this.#readStream.all(stream, fromVersion) as unknown as unknown[][]);
  }

  async append(stream: string, expectedVersion: number, events: readonly NewEvent[]): Promise<AppendResult> {
    checkAppend(expectedVersion, events);
    this.#checkOpen();
    return new Promise((done, failed) => {
      this.#pending.push({ stream, expectedVersion, events, done, failed });
      this.#flush ??= new Promise((resolve) => setImmediate(resolve)).then(() => {
        this.#flush = null;
        this.#commit();
      });
    });
  }

  #commit(): void {
    const group = this.#pending;
    this.#pending = [];
    const answers: (() => void)[] = [];
    const before = this.#recordedMaximum;
    try {
      this.#db.exec('BEGIN IMMEDIATE');
      for (const one of group) {
        try {
          const result = this.#write(one);
          answers.push(() => one.done(result));
        } catch (error) {
          if (!(error instanceof EventIdTaken)) throw error;
          answers.push(() => one.failed(error));
        }
      }
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#recordedMaximum = before;
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      for (const one of group) one.failed(new StoreUnavailable('the log could not be written', { cause: error }));
      return;
    }
    for (const answer of answers) answer();
    this.#channel.postMessage('head');
    this.#wake();
  }

  #write({ stream, expectedVersion, events }: Pending): AppendResult {
    const version = Number((this.#versionOf.get(stream) as { version: number | null }).version ?? 0);
    if (version !== expectedVersion) {
      const found = events.map(
        (event) => this.#byId.get(event.id) as { stream: string; version: number; position: number } | undefined,
      );
      const same = found.every((one, n) => one?.stream === stream && one.version === expectedVersion + n + 1);
      const last = found.at(-1);
      return same && last
        ? { outcome: 'appended', version: last.version, position: last.position }
        : { outcome: 'conflict', version };
    }
    // Before anything is written: it fails only its own append.
    if (events.some(({ id }) => this.#byId.get(id) !== undefined)) throw new EventIdTaken();
    const now = latest(this.#clock.now(), this.#recordedMaximum);
    let position = 0;
    const first = Number((this.#headOf.get() as { position: number | null }).position ?? 0) + 1;
    for (const [n, event] of events.entries()) {
      const recordedAt = event.recordedAt ?? (event.stampDayOnly ? startOfDay(dayOf(now)) : now);
      if (!event.stampDayOnly) this.#recordedMaximum = latest(this.#recordedMaximum, recordedAt);
      position = Number(
        this.#insert?.run(
          event.id,
          stream,
          version + n + 1,
          event.type,
          event.data,
          event.metadata,
          recordedAt,
          event.stampDayOnly ? 1 : 0,
          first,
        ).lastInsertRowid,
      );
    }
    return { outcome: 'appended', version: version + events.length, position };
  }

  async *subscribe(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    this.#checkOpen();
    if (after > 0 && !this.#at.get(after)) throw new PositionUnknown(after);
    let position = after;
    while (!signal.aborted && !this.#closing) {
      // Taken before the look, so that nothing committed in between is missed.
      const { news, forget } = this.#nextWake(signal);
      const rows = this.#readAll.all(position, BATCH) as unknown as unknown[][];
      while (rows.length >= BATCH) {
        const more = this.#readAll.all(Number(rows.at(-1)?.[6]), 1) as unknown as unknown[][];
        if (!more[0] || more[0][8] !== rows.at(-1)?.[8]) break;
        rows.push(more[0]);
      }
      if (rows.length > 0) {
        forget();
        position = Number(rows.at(-1)?.[6]);
        yield toStored(rows);
      } else await news;
    }
  }

  /** Resolves at the next news or the abort; `forget` where nobody waits any more. */
  #nextWake(signal: AbortSignal): { readonly news: Promise<void>; readonly forget: () => void } {
    let forget = (): void => {};
    const news = new Promise<void>((resolve) => {
      const wake = (): void => {
        this.#wakers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      forget = wake;
      this.#wakers.add(wake);
      signal.addEventListener('abort', wake);
    });
    return { news, forget };
  }

  #wake(): void {
    for (const wake of this.#wakers) wake();
  }

  async head(): Promise<Position> {
    this.#checkOpen();
    return Number((this.#headOf.get() as { position: number | null }).position ?? 0);
  }

  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    await this.#flush;
    this.#wake();
    this.#channel.close();
    this.#db.close();
  }

  #checkOpen(): void {
    if (this.#closing) throw new StoreUnavailable('the log is closed');
  }
}

/**
 * An event id is elsewhere in the log already: ids are made from their stream, so this is a fault
 * of ours.
 */
class EventIdTaken extends Error {
  constructor() {
    super('an event id is taken');
    this.name = 'EventIdTaken';
  }
}

/** Rows in the order of the log, the last of them the end of its append. */
const toStored = (rows: unknown[][]): StoredEvent[] =>
  rows.map((row, n) => ({
    id: row[0] as string,
    type: row[1] as string,
    data: row[2] as string,
    metadata: row[3] as string,
    stream: row[4] as string,
    version: row[5] as number,
    position: row[6] as number,
    recordedAt: row[7] as string,
    endsAppend: rows[n + 1]?.[8] !== row[8],
  }));
