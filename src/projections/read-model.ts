import { DatabaseSync } from 'node:sqlite';
import type { Position } from '../store/event-store.ts';
import { SqliteTables, type SqlValue } from './projection.ts';

type Waiter = { readonly position: Position; readonly done: (reached: boolean) => void };

/** The read model did not get far enough in time; nothing was stored. */
export class ReadModelBehind extends Error {}

/**
 * The read model as queries see it: a read-only connection to the file that the projector writes,
 * and news of how far it has come.
 */
export class ReadModel {
  readonly file: string;
  readonly #db: DatabaseSync;
  readonly #tables: SqliteTables;
  readonly #listeners = new Set<(checkpoint: Position) => void>();
  #waiters: Waiter[] = [];
  #checkpoint: Position;

  /** The file must have been begun by a projector. */
  constructor(file: string, checkpoint: Position) {
    this.file = file;
    this.#db = new DatabaseSync(file, { readOnly: true });
    this.#db.exec('PRAGMA busy_timeout=5000; PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456;');
    this.#tables = new SqliteTables(this.#db);
    this.#checkpoint = checkpoint;
  }

  get<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined {
    return this.#tables.get<Row>(sql, ...values);
  }

  all<Row>(sql: string, ...values: readonly SqlValue[]): Row[] {
    return this.#tables.all<Row>(sql, ...values);
  }

  /** Position up to which every event is in the rows. */
  get checkpoint(): Position {
    return this.#checkpoint;
  }

  /** The projector has committed up to here. */
  advanced(checkpoint: Position): void {
    this.#checkpoint = checkpoint;
    const ripe = this.#waiters.filter(({ position }) => position <= checkpoint);
    this.#waiters = this.#waiters.filter(({ position }) => position > checkpoint);
    for (const { done } of ripe) done(true);
    for (const listener of this.#listeners) listener(checkpoint);
  }

  /** Calls back after each advance until the returned function is called. */
  onAdvance(listener: (checkpoint: Position) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** True once the rows hold `position`; false when that takes longer. */
  async reached(position: Position, timeoutMilliseconds = 5000): Promise<boolean> {
    if (position <= this.#checkpoint) return true;
    return new Promise((resolve) => {
      const waiter: Waiter = {
        position,
        done: (reached) => {
          clearTimeout(timer);
          resolve(reached);
        },
      };
      const timer = setTimeout(() => {
        this.#waiters = this.#waiters.filter((other) => other !== waiter);
        resolve(false);
      }, timeoutMilliseconds);
      this.#waiters.push(waiter);
    });
  }

  /**
   * Waits until `done` holds on the rows: for a process that the request depends on (rule 22).
   * Throws `ReadModelBehind`.
   */
  async until(done: () => boolean, timeoutMilliseconds = 5000): Promise<void> {
    if (done()) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(() => reject(new ReadModelBehind('a process has not got that far')), timeoutMilliseconds);
    const stop = this.onAdvance(() => {
      if (done()) resolve();
    });
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      stop();
    }
  }

  close(): void {
    for (const { done } of this.#waiters) done(false);
    this.#waiters = [];
    this.#db.close();
  }
}
