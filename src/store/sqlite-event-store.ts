import { resolve } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
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
import { limitedTo } from './limited.ts';
import { checkLayout, type LayoutProgress, layOut } from './sqlite-log-layout.ts';

const COLUMNS = 'position, name, events.version, ends_append, id, recorded_at, type, data, metadata';
/** Rows that are read at once; then the event loop has its turn. */
const PIECE = 250;
/** The same of one stream, all of whose events may be of 64 KiB: a settlement's lists are. */
const STREAM_PIECE = 32;
/** What a subscription hands over at once while it catches up. */
const MOST_BATCH_EVENTS = 10_000;
const MOST_BATCH_CHARACTERS = 16_777_216;

/** Of so many streams it is known how far they go. */
const MOST_VERSIONS = 10_000;

type Pending = {
  readonly stream: string;
  readonly expectedVersion: number;
  readonly events: readonly NewEvent[];
  readonly done: (result: AppendResult) => void;
  readonly failed: (error: unknown) => void;
};

/** The end of the log, as it moves while a group is written, and what is written. */
type Head = { position: Position; recordedAt: Instant; readonly written: StoredEvent[] };
/** Tells a subscription what has come after a position; null: it has to look for itself. */
type Waker = (after: Position | null, events: readonly StoredEvent[]) => void;

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
  readonly #channel: BroadcastChannel;
  readonly #wakers = new Set<Waker>();
  /**
   * How far streams go. A writer knows of every append: its folder is locked for other processes,
   * and others in its own say that they have written.
   */
  readonly #versions = new LRUCache<string, number>({ max: MOST_VERSIONS });
  /** The last position, of which the same is true; null where it has to be looked up. */
  #newest: Position | null = null;
  readonly #isWriter: boolean;
  #pending: Pending[] = [];
  #flush: Promise<void> | null = null;
  #closing: Promise<void> | null = null;
  #readings = 0;
  #isHeld = false;
  readonly #statements: ReturnType<typeof statementsOf>;

  /**
   * A file of a former layout is brought into the present one, which takes as long as reading and
   * writing it; with `readOnly` it is refused, as is one of a newer release (`OtherLogLayout`).
   */
  constructor({
    file,
    clock,
    readOnly = false,
    onLayout = () => {},
  }: {
    file: string;
    clock: Clock;
    readOnly?: boolean;
    onLayout?: LayoutProgress;
  }) {
    this.#clock = clock;
    this.#isWriter = !readOnly;
    this.#db = new DatabaseSync(file, { readOnly });
    try {
      this.#db.exec('PRAGMA busy_timeout=5000;');
      if (readOnly) checkLayout(this.#db);
      else {
        this.#db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;');
        layOut(this.#db, onLayout);
      }
      this.#statements = statementsOf(this.#db);
    } catch (error) {
      this.#db.close();
      throw error;
    }
    this.#channel = new BroadcastChannel(`events ${resolve(file)}`);
    (this.#channel as unknown as { unref(): void }).unref();
    this.#channel.onmessage = () => {
      this.#forgetEnds();
      this.#wake(null);
    };
  }

  async read(stream: string, fromVersion: number): Promise<readonly StoredEvent[]> {
    this.#checkOpen();
    const piece = (version: number): StoredEvent[] => {
      // Most often nothing has come.
      if (version > 0 && this.#versionOf(stream) <= version) return [];
      this.#hold();
      return toStored(this.#statements.ofStream.all(stream, version, STREAM_PIECE));
    };
    const events = piece(fromVersion);
    if (events.length < STREAM_PIECE) return events;
    this.#readings += 1;
    try {
      // Up to a piece that is not full, and so shows the stream as it stood at one moment.
      for (let more = events; more.length === STREAM_PIECE; ) {
        await turn();
        more = piece(fromVersion + events.length);
        events.push(...more);
      }
      return events;
    } finally {
      this.#readings -= 1;
    }
  }

  #versionOf(stream: string): number {
    const known = this.#versions.get(stream);
    if (known !== undefined) return known;
    this.#hold();
    const version = Number(this.#statements.versionOf.get(stream)?.[0] ?? 0);
    if (this.#isWriter) this.#versions.set(stream, version);
    return version;
  }

  async append(stream: string, expectedVersion: number, events: readonly NewEvent[]): Promise<AppendResult> {
    checkAppend(expectedVersion, events);
    this.#checkOpen();
    return new Promise((done, failed) => {
      this.#pending.push({ stream, expectedVersion, events, done, failed });
      this.#flush ??= turn().then(() => {
        this.#flush = null;
        this.#commit();
      });
    });
  }

  #commit(): void {
    const group = this.#pending;
    this.#pending = [];
    const results: AppendResult[] = [];
    let after: Position;
    let written: readonly StoredEvent[];
    try {
      this.#letGo();
      this.#statements.holdAlone.run();
      const head = this.#head();
      const now = this.#clock.now();
      ({ position: after, written } = head);
      for (const one of group) results.push(this.#write(one, head, now));
      this.#statements.letGo.run();
      this.#newest = head.position;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      this.#forgetEnds();
      for (const one of group) one.failed(new StoreUnavailable('the log could not be written', { cause: error }));
      return;
    }
    this.#channel.postMessage('head');
    for (const [n, { stream, done }] of group.entries()) {
      const result = results[n];
      if (!result) continue;
      // Of a repeat it is known how far it went, not how far the stream goes.
      if (result.outcome === 'appended' && result.recordedAt === undefined) this.#versions.delete(stream);
      else this.#versions.set(stream, result.version);
      done(result);
    }
    this.#wake(after, written);
  }

  #forgetEnds(): void {
    this.#versions.clear();
    this.#newest = null;
  }

  /** The last position, and the latest stamp that is an instant: so time never goes back. */
  #head(): Head {
    const [position, recordedAt] = this.#statements.head.get() as unknown as [number | null, string | null];
    return { position: position ?? 0, recordedAt: recordedAt ?? '', written: [] };
  }

  #write({ stream, expectedVersion, events }: Pending, head: Head, clock: Instant): AppendResult {
    const { advance, begin, insert } = this.#statements;
    const version = expectedVersion + events.length;
    const found = expectedVersion === 0 ? begin.get(stream, version) : advance.get(version, stream, expectedVersion);
    if (!found) return this.#earlier(stream, expectedVersion, events);
    const [number] = found as unknown as [number];
    const now = latest(clock, head.recordedAt);
    let stamped: Instant = '';
    for (const [n, { id, type, data, metadata, stampDayOnly = false, recordedAt: given }] of events.entries()) {
      const recordedAt = given ?? (stampDayOnly ? startOfDay(dayOf(now)) : now);
      stamped = latest(stamped, recordedAt);
      if (!stampDayOnly) head.recordedAt = recordedAt;
      head.position += 1;
      const { position } = head;
      const [place, endsAppend] = [expectedVersion + n + 1, n + 1 === events.length];
      if (this.#wakers.size > 0)
        head.written.push({ id, type, data, metadata, stream, version: place, position, recordedAt, endsAppend });
      insert.run(
        position,
        number,
        place,
        endsAppend ? 1 : 0,
        stampDayOnly ? 1 : 0,
        id,
        recordedAt,
        type,
        data,
        metadata,
      );
    }
    return { outcome: 'appended', version, position: head.position, recordedAt: stamped };
  }

  /** The first answer where these very events stand at their places already, else the conflict. */
  #earlier(stream: string, expectedVersion: number, events: readonly NewEvent[]): AppendResult {
    const { ofStream, versionOf } = this.#statements;
    const there = toStored(ofStream.all(stream, expectedVersion, events.length));
    const last = there.at(-1);
    if (last && there.length === events.length && there.every(({ id }, n) => id === events[n]?.id))
      return { outcome: 'appended', version: last.version, position: last.position };
    return { outcome: 'conflict', version: Number(versionOf.get(stream)?.[0] ?? 0) };
  }

  async *subscribe(
    after: Position,
    signal: AbortSignal,
    most: number = MOST_BATCH_EVENTS,
  ): AsyncIterable<readonly StoredEvent[]> {
    this.#checkOpen();
    if (after > 0 && !this.#statements.at.get(after)) throw new PositionUnknown(after);
    let position = after;
    // Set before the look, so that nothing committed in between is missed.
    let isNews = true;
    let told: StoredEvent[] = [];
    let go = (): void => {};
    const wake: Waker = (before, events) => {
      // What this thread has written is not read again, where it follows what was handed over.
      const follows = !isNews && before === (told.at(-1)?.position ?? position) && told.length < PIECE;
      if (follows) told.push(...events);
      else [isNews, told] = [true, []];
      go();
    };
    const abort = (): void => go();
    this.#wakers.add(wake);
    signal.addEventListener('abort', abort);
    try {
      while (!signal.aborted && !this.#closing) {
        if (!isNews && told.length === 0) {
          await new Promise<void>((resolve) => {
            go = resolve;
          });
          continue;
        }
        let batch = told;
        if (isNews) {
          isNews = false;
          batch = await this.#batch(position, signal, most);
        } else told = [];
        if (batch.length === 0 || signal.aborted || this.#closing) continue;
        position = batch.at(-1)?.position ?? position;
        isNews ||= batch.length >= PIECE;
        yield batch;
      }
    } finally {
      signal.removeEventListener('abort', abort);
      this.#wakers.delete(wake);
    }
  }

  /** What follows a position, of whole appends: up to the head, or much at once. */
  async #batch(after: Position, signal: AbortSignal, most: number): Promise<StoredEvent[]> {
    const batch: StoredEvent[] = [];
    let characters = 0;
    for (let whole = 0; ; ) {
      const piece = toStored(this.#statements.all.all(batch.at(-1)?.position ?? after, PIECE));
      for (const event of piece) {
        batch.push(event);
        characters += event.data.length + event.metadata.length;
        if (event.endsAppend) whole = batch.length;
      }
      if (piece.length < PIECE) return batch;
      if (whole > 0 && (whole >= most || characters >= MOST_BATCH_CHARACTERS)) return batch.slice(0, whole);
      await turn();
      if (signal.aborted || this.#closing) return [];
    }
  }

  /**
   * One hold of the file for all that is read before the event loop turns: each is only seen as of
   * this turn's first look, and a hold costs ten times what a look does.
   */
  #hold(): void {
    if (this.#isHeld) return;
    this.#statements.hold.run();
    this.#isHeld = true;
    process.nextTick(() => this.#letGo());
  }

  #letGo(): void {
    if (this.#isHeld) this.#statements.letGo.run();
    this.#isHeld = false;
  }

  #wake(after: Position | null, events: readonly StoredEvent[] = []): void {
    for (const wake of this.#wakers) wake(after, events);
  }

  async head(): Promise<Position> {
    this.#checkOpen();
    if (this.#newest !== null) return this.#newest;
    this.#hold();
    const { position } = this.#head();
    if (this.#isWriter) this.#newest = position;
    return position;
  }

  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    await this.#flush;
    while (this.#readings > 0) await turn();
    this.#wake(null);
    this.#letGo();
    this.#channel.close();
    this.#db.close();
  }

  #checkOpen(): void {
    if (this.#closing) throw new StoreUnavailable('the log is closed');
  }
}

/** All that is asked of the file; rows come as arrays. */
const statementsOf = (db: DatabaseSync) => {
  const prepared = (sql: string): StatementSync => {
    const statement = db.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  };
  return {
    begin: prepared('INSERT INTO streams (name, version) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING number'),
    advance: prepared('UPDATE streams SET version = ? WHERE name = ? AND version = ? RETURNING number'),
    versionOf: prepared('SELECT version FROM streams WHERE name = ?'),
    insert: prepared('INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?)'),
    ofStream: prepared(`SELECT ${COLUMNS} FROM streams CROSS JOIN events ON stream = number
      WHERE name = ? AND events.version > ? ORDER BY events.version ${limitedTo()}`),
    all: prepared(`SELECT ${COLUMNS} FROM events CROSS JOIN streams ON number = stream
      WHERE position > ? ORDER BY position ${limitedTo()}`),
    head: prepared(`SELECT max(position),
      (SELECT recorded_at FROM events WHERE day_only = 0 ORDER BY position DESC LIMIT 1) FROM events`),
    hold: prepared('BEGIN'),
    holdAlone: prepared('BEGIN IMMEDIATE'),
    letGo: prepared('COMMIT'),
    at: prepared('SELECT 1 FROM events WHERE position = ?'),
  };
};

const toStored = (rows: unknown): StoredEvent[] =>
  (rows as [number, string, number, number, string, string, string, string, string][]).map(
    ([position, stream, version, endsAppend, id, recordedAt, type, data, metadata]) => ({
      id,
      type,
      data,
      metadata,
      stream,
      version,
      position,
      recordedAt,
      endsAppend: endsAppend === 1,
    }),
  );
