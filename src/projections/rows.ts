import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { columnName, nameOf, type SqlRow, type SqlValue, type Table } from './table.ts';

/** From (inclusive) and to (exclusive) of the column that follows the equal ones. */
export interface Range {
  readonly from?: SqlValue;
  readonly to?: SqlValue;
}

/**
 * The tables that were written, each with the keys of the rows that were, as `nameOf` has them;
 * null where they are not told: any of its rows may have been.
 */
export type Written = ReadonlyMap<string, readonly string[] | null>;

/** A table's rows as they stand. */
export interface Rows<Row, Name extends string> {
  /** By the fields of its key. */
  get(...key: readonly SqlValue[]): Row | undefined;
  /**
   * Those whose first columns of an index equal the values, and whose next one is in the range;
   * in the order of the index, then of the key.
   */
  find(index: Name, equal: readonly SqlValue[], range?: Range): Row[];
  /** Whether there is one whose first columns of an index equal the values. */
  has(index: Name, equal: readonly SqlValue[]): boolean;
}

/** What queries, processes and handlers read from: the read model, or a batch with its changes. */
export interface Reading {
  rows<Row extends object, Name extends string>(table: Table<Row, Name>): Rows<Row, Name>;
}

/** The rows of those of the ids that there are, in the order of the ids. */
export const rowsOfIds = <Row extends object, Name extends string>(
  reading: Reading,
  table: Table<Row, Name>,
  ids: readonly string[],
): Row[] => {
  const rows = reading.rows(table);
  const found: Row[] = [];
  for (const id of ids) {
    const row = rows.get(id);
    if (row !== undefined) found.push(row);
  }
  return found;
};

/** Queries by filter have many texts: so many prepared ones are kept. */
const MOST_STATEMENTS = 1_000;

/** Prepares each statement once. Rows come as arrays. */
export class Statements {
  readonly #db: DatabaseSync;
  readonly #prepared = new LRUCache<string, StatementSync>({ max: MOST_STATEMENTS });
  /**
   * Called before each look into the file; answers whether rows that were kept stand in it as they
   * are.
   */
  readonly hold: () => boolean;

  constructor(db: DatabaseSync, hold: () => boolean = () => true) {
    this.#db = db;
    this.hold = hold;
  }

  prepare(sql: string): StatementSync {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      statement.setReturnArrays(true);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }

  first(sql: string, ...values: readonly SqlValue[]): SqlRow | undefined {
    this.hold();
    return this.prepare(sql).get(...values) as SqlRow | undefined;
  }

  all(sql: string, ...values: readonly SqlValue[]): SqlRow[] {
    this.hold();
    return this.prepare(sql).all(...values) as unknown as SqlRow[];
  }

  /** Every statement so far, for a test of how each finds its rows. */
  get texts(): readonly string[] {
    return [...this.#prepared.keys()];
  }
}

/** `SELECT … FROM` a table, with what follows. */
export const selectFrom = ({ selected, name }: { selected: string; name: string }, rest: string): string =>
  `SELECT ${selected} FROM ${name} ${rest}`;

/** Each of the fields equal to a value. */
export const equalTo = (fields: readonly string[]): string =>
  fields.map((field) => `${columnName(field)} = ?`).join(' AND ');

/** The rows of a table as they are in the file. */
export class StoredRows<Row extends object, Name extends string> implements Rows<Row, Name> {
  readonly #statements: Statements;
  readonly #table: Table<Row, Name>;
  readonly #byKey: StatementSync;
  readonly #finds = new Map<string, StatementSync>();

  constructor(statements: Statements, table: Table<Row, Name>) {
    this.#statements = statements;
    this.#table = table;
    this.#byKey = statements.prepare(selectFrom(table, `WHERE ${equalTo(table.key)}`));
  }

  /** Whether rows that were kept stand in the file as they are. */
  isAsKept(): boolean {
    return this.#statements.hold();
  }

  get(...key: readonly SqlValue[]): Row | undefined {
    this.#statements.hold();
    const row = this.#byKey.get(...key) as SqlRow | undefined;
    return row && this.#table.read(row);
  }

  find(index: Name, equal: readonly SqlValue[], range: Range = {}): Row[] {
    return this.#found(this.#table.selected, index, equal, range).map(this.#table.read);
  }

  /** The keys of what `find` answers. */
  keysOf(index: Name, equal: readonly SqlValue[], range: Range = {}): SqlValue[][] {
    const key = this.#table.key.map(columnName).join(', ');
    return this.#found(key, index, equal, range) as SqlValue[][];
  }

  #found(selected: string, index: Name, equal: readonly SqlValue[], range: Range): SqlRow[] {
    const bounds = [range.from, range.to].filter((bound) => bound !== undefined);
    const shape = `${selected} ${index} ${equal.length} ${range.from !== undefined} ${range.to !== undefined}`;
    let statement = this.#finds.get(shape);
    if (!statement) {
      statement = this.#statements.prepare(this.#findSql(selected, index, equal.length, range));
      this.#finds.set(shape, statement);
    }
    this.#statements.hold();
    return statement.all(...equal, ...bounds) as unknown as SqlRow[];
  }

  has(index: Name, equal: readonly SqlValue[]): boolean {
    const sql = `SELECT 1 FROM ${this.#by(index)} ${this.#conditionOf(index, equal.length, {})} LIMIT 1`;
    return this.#statements.first(sql, ...equal) !== undefined;
  }

  #findSql(selected: string, index: Name, equals: number, range: Range): string {
    const order = orderOf(this.#table, index).map(columnName).join(', ');
    return `SELECT ${selected} FROM ${this.#by(index)} ${this.#conditionOf(index, equals, range)} ORDER BY ${order}`;
  }

  /** The index is named, as SQLite would sometimes take another one, which finds more. */
  #by(index: Name): string {
    const { name } = this.#table;
    return index === 'key' ? name : `${name} INDEXED BY ${name}_${columnName(index)}`;
  }

  #conditionOf(index: Name, equals: number, { from, to }: Range): string {
    const { columns, where } = this.#table.indexes[index];
    const next = columnName(columns[equals] ?? '');
    const conditions = [
      ...(equals > 0 ? [equalTo(columns.slice(0, equals))] : []),
      ...(from === undefined ? [] : [`${next} >= ?`]),
      ...(to === undefined ? [] : [`${next} < ?`]),
      ...(where ? [where.sql] : []),
    ];
    return conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  }
}

/**
 * So many rows of a table are kept; then it begins anew, which costs less than to know of each when
 * it was looked at last.
 */
const MOST_ROWS_KEPT = 2_000;

/**
 * Stored rows of which those found by their key are kept until they are told to have changed, and
 * whether there are some until any has. Where the file has more than what was told they are passed
 * over, as they may be older than what is read beside them.
 */
export class KeptRows<Row extends object, Name extends string> implements Rows<Row, Name> {
  readonly #stored: StoredRows<Row, Name>;
  readonly #kept = new Map<string, Row>();
  /** What `has` answered. */
  readonly #known = new Map<string, boolean>();

  constructor(stored: StoredRows<Row, Name>) {
    this.#stored = stored;
  }

  get(...key: readonly SqlValue[]): Row | undefined {
    if (!this.#stored.isAsKept()) return this.#stored.get(...key);
    const name = nameOf(key);
    let row = this.#kept.get(name);
    if (row === undefined) {
      row = this.#stored.get(...key);
      if (this.#kept.size >= MOST_ROWS_KEPT) this.#kept.clear();
      if (row !== undefined) this.#kept.set(name, row);
    }
    return row;
  }

  find(index: Name, equal: readonly SqlValue[], range?: Range): Row[] {
    return this.#stored.find(index, equal, range);
  }

  has(index: Name, equal: readonly SqlValue[]): boolean {
    if (!this.#stored.isAsKept()) return this.#stored.has(index, equal);
    const name = `${index} ${equal.length} ${nameOf(equal)}`;
    let has = this.#known.get(name);
    if (has === undefined) {
      has = this.#stored.has(index, equal);
      if (this.#known.size >= MOST_ROWS_KEPT) this.#known.clear();
      this.#known.set(name, has);
    }
    return has;
  }

  /** Those with these keys have changed; null: any may have. */
  forget(keys: readonly string[] | null): void {
    if (keys === null) this.#kept.clear();
    else for (const key of keys) this.#kept.delete(key);
    this.#known.clear();
  }
}

/** The fields that put the rows of an index into their order. */
export const orderOf = <Row extends object, Name extends string>(
  table: Table<Row, Name>,
  index: Name,
): (keyof Row & string)[] => {
  const { columns } = table.indexes[index];
  return [...columns, ...table.key.filter((field) => !columns.includes(field))];
};
