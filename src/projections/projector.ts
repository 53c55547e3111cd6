import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../domain/calendar.ts';
import { decode, type Recorded } from '../store/codec.ts';
import type { EventStore, Position, StoredEvent } from '../store/event-store.ts';
import { isUnlinkable } from '../store/event-types.ts';
import { type Handlers, type Projection, SqliteTables } from './projection.ts';

const STATE_TABLE = `
CREATE TABLE projector (
  one INTEGER PRIMARY KEY CHECK (one = 1), checkpoint INTEGER NOT NULL, recorded_maximum TEXT NOT NULL,
  last_stream TEXT NOT NULL, last_version INTEGER NOT NULL, last_id TEXT NOT NULL
);
INSERT INTO projector VALUES (1, 0, '', '', 0, '');`;

/** Digest over all projections: a changed projection builds a new file beside the old one. */
export const digestOf = (projections: readonly Projection[]): string => {
  const hash = createHash('sha256').update(STATE_TABLE);
  for (const { name, version, schema, handlers } of projections)
    hash.update(JSON.stringify([name, version, schema, handlers.toString()]));
  return hash.digest('hex').slice(0, 16);
};

interface ProjectorState {
  checkpoint: Position;
  recorded_maximum: Instant;
  /** The event at the checkpoint, by which the log is recognised. */
  last_stream: string;
  last_version: number;
  last_id: string;
}

/**
 * Builds one disposable SQLite file from the log: rows and checkpoint in one transaction per batch.
 */
export class Projector {
  readonly #db: DatabaseSync;
  readonly #tables: SqliteTables;
  readonly #handlers: readonly Handlers[];
  readonly #state: ProjectorState;

  private constructor(db: DatabaseSync, projections: readonly Projection[]) {
    this.#db = db;
    this.#tables = new SqliteTables(db);
    const state = this.#tables.get<ProjectorState>(
      'SELECT checkpoint, recorded_maximum, last_stream, last_version, last_id FROM projector',
    );
    if (!state) throw new Error('the read model has lost its checkpoint');
    this.#state = { ...state };
    this.#handlers = projections.map((projection) => projection.handlers(this.#tables));
  }

  /**
   * Opens the file, or begins it anew where there is none or it belongs to another log: one without
   * the event at its checkpoint (another store, a restored backup). Throws `StoreUnavailable`.
   */
  static async open(file: string, projections: readonly Projection[], store: EventStore): Promise<Projector> {
    if (existsSync(file)) {
      const projector = Projector.#openFile(file, projections);
      if (await projector.#belongsTo(store)) return projector;
      projector.close();
      for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
    }
    return Projector.#openFile(file, projections);
  }

  static #openFile(file: string, projections: readonly Projection[]): Projector {
    const db = new DatabaseSync(file);
    db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=5000;');
    if (!db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'projector'").get()) {
      db.exec(`BEGIN; ${STATE_TABLE} ${projections.map(({ schema }) => schema).join('\n')} COMMIT;`);
    }
    return new Projector(db, projections);
  }

  get checkpoint(): Position {
    return this.#state.checkpoint;
  }

  /** Applies batches until `signal` aborts; `onAdvance` after each commit. */
  async run(store: EventStore, signal: AbortSignal, onAdvance: (checkpoint: Position) => void): Promise<void> {
    for await (const batch of store.subscribe(this.#state.checkpoint, signal)) {
      this.apply(batch);
      onAdvance(this.#state.checkpoint);
    }
  }

  /** One batch in one transaction; events at or before the checkpoint are passed over. */
  apply(batch: readonly StoredEvent[]): void {
    const before = { ...this.#state };
    this.#db.exec('BEGIN');
    try {
      for (const stored of batch) if (stored.position > this.#state.checkpoint) this.#applyOne(stored);
      this.#tables.run(
        'UPDATE projector SET checkpoint = ?, recorded_maximum = ?, last_stream = ?, last_version = ?, last_id = ?',
        this.#state.checkpoint,
        this.#state.recorded_maximum,
        this.#state.last_stream,
        this.#state.last_version,
        this.#state.last_id,
      );
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      Object.assign(this.#state, before);
      throw error;
    }
  }

  close(): void {
    this.#db.close();
  }

  #applyOne(stored: StoredEvent): void {
    const event = decode(stored);
    this.#state.checkpoint = stored.position;
    this.#state.last_stream = stored.stream;
    this.#state.last_version = stored.version;
    this.#state.last_id = stored.id;
    if (event === null) return;
    // On a cluster times may step back from machine to machine: recordedAt is the running maximum.
    // Answers to surveys keep their day, which tells nothing.
    if (!isUnlinkable(event.type) && event.recordedAt > this.#state.recorded_maximum)
      this.#state.recorded_maximum = event.recordedAt;
    const stamped = isUnlinkable(event.type) ? event : { ...event, recordedAt: this.#state.recorded_maximum };
    for (const handlers of this.#handlers)
      (handlers[event.type] as ((event: Recorded) => void) | undefined)?.(stamped as Recorded);
  }

  async #belongsTo(store: EventStore): Promise<boolean> {
    const { checkpoint, last_stream, last_version, last_id } = this.#state;
    if (checkpoint === 0) return true;
    const [last] = await store.read(last_stream, last_version - 1);
    return last?.id === last_id && last.position === checkpoint;
  }
}
