import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Position } from '../store/event-store.ts';
import { KeptRows, type Reading, type Rows, Statements, StoredRows, type Written } from './rows.ts';
import type { SqlRow, SqlValue, Table } from './table.ts';

/** `changed`: what was written; null where that is not known. */
type Listener = (checkpoint: Position, changed: Written | null) => void;
type Waiter = { readonly position: Position; readonly done: (reached: boolean) => void };

/** The read model did not get far enough in time; nothing was stored. */
export class ReadModelBehind extends Error {}

/**
 * The read model as queries see it: a read-only connection to the file that the projector writes,
 * and news of how far it has come. What is read in a turn of the event loop is of one moment: the
 * checkpoint's or, where the projector has committed what it has not told yet, a later one. Rows
 * that were found by their key are kept until they are told to have changed, and passed over while
 * the file is ahead of that.
 */
export class ReadModel implements Reading {
  readonly file: string;
  readonly #db: DatabaseSync;
  readonly #statements: Statements;
  readonly #begin: StatementSync;
  readonly #end: StatementSync;
  readonly #checkpointOfFile: StatementSync;
  #isHeld = false;
  /** The checkpoint of the file as it is held. */
  #heldAt: Position = Number.POSITIVE_INFINITY;
  readonly #tables = new Map<string, KeptRows<never, never>>();
  readonly #listeners = new Set<Listener>();
  #waiters: Waiter[] = [];
  /** By table: the checkpoint with which it was last written, of those after `#untold`. */
  readonly #writtenAt = new Map<string, Position>();
  /** Up to this checkpoint any table may have been written. */
  #untold: Position;
  #checkpoint: Position;

  /** The file must have been begun by a projector. */
  constructor(file: string, checkpoint: Position) {
    this.file = file;
    this.#db = new DatabaseSync(file, { readOnly: true });
    this.#db.exec('PRAGMA busy_timeout=5000; PRAGMA cache_size=-16384;');
    this.#statements = new Statements(this.#db, () => this.#hold());
    this.#begin = this.#db.prepare('BEGIN');
    this.#end = this.#db.prepare('COMMIT');
    this.#checkpointOfFile = this.#db.prepare('SELECT checkpoint FROM projector');
    this.#checkpointOfFile.setReturnArrays(true);
    this.#checkpoint = checkpoint;
    this.#untold = checkpoint;
  }

  rows<Row extends object, Name extends string>(table: Table<Row, Name>): Rows<Row, Name> {
    const known = this.#tables.get(table.name) as KeptRows<Row, Name> | undefined;
    if (known) return known;
    const rows = new KeptRows(new StoredRows(this.#statements, table));
    this.#tables.set(table.name, rows as unknown as KeptRows<never, never>);
    return rows;
  }

  /** The first row of a query, its columns in their order; undefined for none. */
  first(sql: string, ...values: readonly SqlValue[]): SqlRow | undefined {
    return this.#statements.first(sql, ...values);
  }

  all(sql: string, ...values: readonly SqlValue[]): SqlRow[] {
    return this.#statements.all(sql, ...values);
  }

  /** Every statement asked so far, for a test of how each finds its rows. */
  get statements(): readonly string[] {
    return this.#statements.texts;
  }

  /** Position up to which every event is in the rows. */
  get checkpoint(): Position {
    return this.#checkpoint;
  }

  /**
   * Position up to which every event is in what is read in this turn: the checkpoint's, or a later
   * one.
   */
  get position(): Position {
    this.#hold();
    return this.#heldAt;
  }

  /** The projector has committed up to here; `changed`: what it wrote, null where not known. */
  advanced(checkpoint: Position, changed: Written | null = null): void {
    this.#letGo();
    for (const [table, keys] of changed ?? []) {
      this.#tables.get(table)?.forget(keys);
      this.#writtenAt.set(table, checkpoint);
    }
    if (changed === null) {
      for (const rows of this.#tables.values()) rows.forget(null);
      this.#untold = checkpoint;
    }
    this.#checkpoint = checkpoint;
    const ripe = this.#waiters.filter(({ position }) => position <= checkpoint);
    this.#waiters = this.#waiters.filter(({ position }) => position > checkpoint);
    for (const { done } of ripe) done(true);
    for (const listener of this.#listeners) listener(checkpoint, changed);
  }

  /** Whether a table may have been written for an event after this position. */
  mayHaveWritten({ name }: Pick<Table<never>, 'name'>, after: Position): boolean {
    return Math.max(this.#writtenAt.get(name) ?? 0, this.#untold) > after;
  }

  /**
   * One hold of the file for all that is read in a turn of the event loop, or until the projector
   * tells of a commit: a hold costs ten times what a look does. No longer than that, as the
   * write-ahead log grows while anything is held. Answers whether rows that were kept stand in it.
   */
  #hold(): boolean {
    if (!this.#isHeld) {
      this.#begin.run();
      this.#isHeld = true;
      setImmediate(() => this.#letGo());
      [this.#heldAt] = this.#checkpointOfFile.get() as unknown as [Position];
    }
    return this.#heldAt <= this.#checkpoint;
  }

  #letGo(): void {
    if (this.#isHeld) this.#end.run();
    this.#isHeld = false;
    this.#heldAt = Number.POSITIVE_INFINITY;
  }

  /** Calls back after each advance until the returned function is called. */
  onAdvance(listener: Listener): () => void {
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
    this.#letGo();
    this.#db.close();
  }
}
