import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Instant } from '../domain/calendar.ts';
import { cannotWrite } from '../store/cannot-write.ts';
import { decode, type Recorded } from '../store/codec.ts';
import { type EventStore, type Position, type StoredEvent, StoreUnavailable } from '../store/event-store.ts';
import { isUnlinkable } from '../store/event-types.ts';
import { RowCache } from './batch.ts';
import type { Handlers, Projection } from './projection.ts';
import type { Written } from './rows.ts';

const STATE_TABLE = `
CREATE TABLE projector (
  one INTEGER PRIMARY KEY CHECK (one = 1), checkpoint INTEGER NOT NULL, recorded_maximum TEXT NOT NULL,
  last_stream TEXT NOT NULL, last_version INTEGER NOT NULL, last_id TEXT NOT NULL
);
INSERT INTO projector VALUES (1, 0, '', '', 0, '');`;

/** Of pages of 4 KiB, nearly every visit and every delegation would take one of its own. */
export const FILE_PRAGMAS = `PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;
PRAGMA busy_timeout=5000; PRAGMA cache_size=-32768;`;

interface ProjectorState {
  checkpoint: Position;
  recorded_maximum: Instant;
  /** The event at the checkpoint, by which the log is recognised. */
  last_stream: string;
  last_version: number;
  last_id: string;
}

type Handler = (event: Recorded) => void;

/**
 * Builds one disposable SQLite file from the log: rows and checkpoint in one transaction a batch,
 * each row that the batch touched written once.
 */
export class Projector {
  readonly #db: DatabaseSync;
  readonly #cache: RowCache;
  readonly #handlers: ReadonlyMap<string, readonly Handler[]>;
  readonly #state: ProjectorState;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  readonly #setState: StatementSync;

  private constructor(db: DatabaseSync, projections: readonly Projection[], mostRowsKept?: number) {
    this.#db = db;
    this.#cache = new RowCache(db, mostRowsKept);
    const state = db
      .prepare('SELECT checkpoint, recorded_maximum, last_stream, last_version, last_id FROM projector')
      .get();
    if (!state) throw new Error('the read model has lost its checkpoint');
    this.#state = { ...(state as unknown as ProjectorState) };
    this.#begin = db.prepare('BEGIN');
    this.#commit = db.prepare('COMMIT');
    this.#setState = db.prepare(
      'UPDATE projector SET checkpoint = ?, recorded_maximum = ?, last_stream = ?, last_version = ?, last_id = ?',
    );
    this.#handlers = byType(projections.map((projection) => projection.handlers(this.#cache)));
  }

  /**
   * Opens the file, or begins it anew where there is none or it belongs to another log: one without
   * the event at its checkpoint (another store, a restored backup). Throws `StoreUnavailable`.
   * `mostRowsKept`: in memory between batches.
   */
  static async open(
    file: string,
    projections: readonly Projection[],
    store: EventStore,
    mostRowsKept?: number,
  ): Promise<Projector> {
    if (existsSync(file)) {
      const projector = Projector.#openFile(file, projections, mostRowsKept);
      if (await projector.#belongsTo(store)) return projector;
      projector.close();
      for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
    }
    return Projector.#openFile(file, projections, mostRowsKept);
  }

  static #openFile(file: string, projections: readonly Projection[], mostRowsKept?: number): Projector {
    const db = new DatabaseSync(file);
    db.exec(FILE_PRAGMAS);
    if (!db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'projector'").get()) {
      const schema = projections.flatMap(({ tables }) => tables.map((table) => table.schema)).join('\n');
      db.exec(`BEGIN; ${STATE_TABLE} ${schema} COMMIT;`);
    }
    return new Projector(db, projections, mostRowsKept);
  }

  get checkpoint(): Position {
    return this.#state.checkpoint;
  }

  /** Every statement asked so far, for a test of how each finds its rows. */
  get statements(): readonly string[] {
    return this.#cache.statements;
  }

  /**
   * Applies batches until `signal` aborts; `onAdvance` after each commit, with what was written.
   */
  async run(
    store: EventStore,
    signal: AbortSignal,
    onAdvance: (checkpoint: Position, changed: Written) => void,
  ): Promise<void> {
    for await (const batch of store.subscribe(this.#state.checkpoint, signal)) {
      const changed = this.apply(batch);
      onAdvance(this.#state.checkpoint, changed);
    }
  }

  /**
   * One batch in one transaction; events at or before the checkpoint are passed over. Answers what
   * was written. Throws `StoreUnavailable` where the disk is full:
   * nothing of the batch is written then, and it may be applied again.
   */
  apply(batch: readonly StoredEvent[]): Written {
    const before = { ...this.#state };
    this.#begin.run();
    try {
      for (const stored of batch) if (stored.position > this.#state.checkpoint) this.#applyOne(stored);
      const changed = this.#cache.flush();
      this.#keepState();
      this.#commit.run();
      return changed;
    } catch (error) {
      // SQLite has rolled back by itself where the disk is full.
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      this.#cache.forget();
      Object.assign(this.#state, before);
      throw cannotWrite(error) ? new StoreUnavailable('the read model could not be written', { cause: error }) : error;
    }
  }

  close(): void {
    this.#db.close();
  }

  #applyOne(stored: StoredEvent): void {
    this.#state.checkpoint = stored.position;
    this.#state.last_stream = stored.stream;
    this.#state.last_version = stored.version;
    this.#state.last_id = stored.id;
    const event = decode(stored);
    if (event === null) return;
    // On a cluster times may step back from machine to machine: recordedAt is the running maximum.
    // Answers to surveys keep their day, which tells nothing.
    if (!isUnlinkable(event.type)) {
      if (event.recordedAt > this.#state.recorded_maximum) this.#state.recorded_maximum = event.recordedAt;
      else (event as { recordedAt: Instant }).recordedAt = this.#state.recorded_maximum;
    }
    this.#cache.event = event;
    for (const handler of this.#handlers.get(event.type) ?? []) handler(event);
  }

  #keepState(): void {
    const { checkpoint, recorded_maximum, last_stream, last_version, last_id } = this.#state;
    this.#setState.run(checkpoint, recorded_maximum, last_stream, last_version, last_id);
  }

  async #belongsTo(store: EventStore): Promise<boolean> {
    const { checkpoint, last_stream, last_version, last_id } = this.#state;
    if (checkpoint === 0) return true;
    const [last] = await store.read(last_stream, last_version - 1);
    return last?.id === last_id && last.position === checkpoint;
  }
}

/** The handlers of each event type, in the order of the views. */
const byType = (all: readonly Handlers[]): ReadonlyMap<string, readonly Handler[]> => {
  const handlers = new Map<string, Handler[]>();
  for (const [type, handler] of all.flatMap((each) => Object.entries(each) as [string, Handler][]))
    handlers.set(type, [...(handlers.get(type) ?? []), handler]);
  return handlers;
};
