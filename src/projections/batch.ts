import type { DatabaseSync } from 'node:sqlite';
import { orderOf, type Range, type Reading, type Rows, Statements, StoredRows } from './rows.ts';
import { columnName, type SqlValue, type Table } from './table.ts';

/** A table's rows in a batch: as they stand after the changes so far. */
export interface ChangingRows<Row, Name extends string> extends Rows<Row, Name> {
  /** Puts a row in the place of the one with its key. */
  put(row: Row): void;
  remove(...key: readonly SqlValue[]): void;
}

/** What handlers read and change. */
export interface Batch extends Reading {
  rows<Row extends object, Name extends string>(table: Table<Row, Name>): ChangingRows<Row, Name>;
}

/** So many rows stay in memory between batches; then all are forgotten. */
const MOST_ROWS_KEPT = 20_000;

/**
 * The rows of all tables through a cache: what a batch changes is written once, at its end. The
 * caller begins and ends the transaction, and forgets the cache where it was rolled back. One
 * writer a file.
 */
export class RowCache implements Batch {
  readonly #statements: Statements;
  readonly #tables = new Map<string, CachedRows<never, never>>();

  constructor(db: DatabaseSync) {
    this.#statements = new Statements(db);
  }

  rows<Row extends object, Name extends string>(table: Table<Row, Name>): ChangingRows<Row, Name> {
    let rows = this.#tables.get(table.name) as CachedRows<Row, Name> | undefined;
    if (!rows) {
      rows = new CachedRows(this.#statements, table);
      this.#tables.set(table.name, rows as unknown as CachedRows<never, never>);
    }
    return rows;
  }

  /** Writes each changed row. */
  flush(): void {
    let kept = 0;
    for (const rows of this.#tables.values()) kept += rows.flush();
    if (kept > MOST_ROWS_KEPT) this.forget();
  }

  /** Every row is read anew. */
  forget(): void {
    for (const rows of this.#tables.values()) rows.forget();
  }
}

/** A row as it stands in the batch. */
interface Entry<Row> {
  /** Undefined where there is none. */
  row: Row | undefined;
  /** As the file has it; undefined where the file has none with this key. */
  stored: Row | undefined;
}

/** Rows changed in the batch by the first columns of an index; some may have moved away since. */
interface Changed<Row> {
  readonly columns: readonly (keyof Row & string)[];
  readonly entries: Map<string, Set<Entry<Row>>>;
}

/** Values in one text: no id or word holds the separator. */
const joined = (values: readonly SqlValue[]): string =>
  values.length === 1 ? String(values[0]) : values.join('\u0000');

class CachedRows<Row extends object, Name extends string> implements ChangingRows<Row, Name> {
  readonly #table: Table<Row, Name>;
  readonly #stored: StoredRows<Row, Name>;
  readonly #statements: Statements;
  readonly #entries = new Map<string, Entry<Row>>();
  readonly #changed = new Set<Entry<Row>>();
  readonly #changedBy = new Map<string, Changed<Row>>();
  readonly #insert: string;
  readonly #update: string;
  readonly #delete: string;

  constructor(statements: Statements, table: Table<Row, Name>) {
    this.#table = table;
    this.#statements = statements;
    this.#stored = new StoredRows(statements, table);
    const { name, selected, fields, key } = table;
    const equalTo = (those: readonly string[], by: string): string =>
      those.map((field) => `${columnName(field)} = ?`).join(by);
    this.#insert = `INSERT INTO ${name} (${selected}) VALUES (${fields.map(() => '?').join(', ')})`;
    this.#update = `UPDATE ${name} SET ${equalTo(fields, ', ')} WHERE ${equalTo(key, ' AND ')}`;
    this.#delete = `DELETE FROM ${name} WHERE ${equalTo(key, ' AND ')}`;
  }

  get(...key: readonly SqlValue[]): Row | undefined {
    return this.#entry(key).row;
  }

  put(row: Row): void {
    this.#change(this.#entry(this.#keyOf(row)), row);
  }

  remove(...key: readonly SqlValue[]): void {
    const entry = this.#entry(key);
    if (entry.row !== undefined) this.#change(entry, undefined);
  }

  find(index: Name, equal: readonly SqlValue[], range: Range = {}): Row[] {
    const found = this.#stored.find(index, equal, range).flatMap((row) => {
      const entry = this.#entryOf(row);
      return entry.row === undefined || this.#changed.has(entry) ? [] : [entry.row];
    });
    const changed = this.#changedUnder(index, equal, range);
    return changed.length === 0 ? found : [...found, ...changed].sort(byFields(orderOf(this.#table, index)));
  }

  has(index: Name, equal: readonly SqlValue[]): boolean {
    return this.find(index, equal).length > 0;
  }

  /** Writes what was changed; answers how many rows it keeps. */
  flush(): number {
    for (const entry of this.#changed) {
      const { row, stored } = entry;
      if (row && stored) this.#statements.run(this.#update, ...this.#table.write(row), ...this.#keyOf(stored));
      else if (row) this.#statements.run(this.#insert, ...this.#table.write(row));
      else if (stored) this.#statements.run(this.#delete, ...this.#keyOf(stored));
      entry.stored = row;
    }
    this.#forgetChanges();
    return this.#entries.size;
  }

  forget(): void {
    this.#entries.clear();
    this.#forgetChanges();
  }

  #forgetChanges(): void {
    this.#changed.clear();
    for (const { entries } of this.#changedBy.values()) entries.clear();
  }

  #keyOf(row: Row): SqlValue[] {
    return this.#table.key.map((field) => this.#table.kept(field, row[field]));
  }

  #entry(key: readonly SqlValue[]): Entry<Row> {
    const name = joined(key);
    let entry = this.#entries.get(name);
    if (!entry) {
      const row = this.#stored.get(...key);
      entry = { row, stored: row };
      this.#entries.set(name, entry);
    }
    return entry;
  }

  #entryOf(stored: Row): Entry<Row> {
    const name = joined(this.#keyOf(stored));
    let entry = this.#entries.get(name);
    if (!entry) {
      entry = { row: stored, stored };
      this.#entries.set(name, entry);
    }
    return entry;
  }

  #change(entry: Entry<Row>, row: Row | undefined): void {
    entry.row = row;
    this.#changed.add(entry);
    for (const changed of this.#changedBy.values()) this.#note(changed, entry);
  }

  #note({ columns, entries }: Changed<Row>, entry: Entry<Row>): void {
    if (entry.row === undefined) return;
    const prefix = this.#prefixOf(columns, entry.row);
    const under = entries.get(prefix);
    if (under) under.add(entry);
    else entries.set(prefix, new Set([entry]));
  }

  #prefixOf(columns: readonly (keyof Row & string)[], row: Row): string {
    return joined(columns.map((field) => this.#table.kept(field, row[field])));
  }

  /** Rows changed in the batch that the index holds there: the file has them as they were. */
  #changedUnder(index: Name, equal: readonly SqlValue[], { from, to }: Range): Row[] {
    if (this.#changed.size === 0) return [];
    const { columns, where } = this.#table.indexes[index];
    const name = `${index} ${equal.length}`;
    let changed = this.#changedBy.get(name);
    if (!changed) {
      changed = { columns: columns.slice(0, equal.length), entries: new Map() };
      for (const entry of this.#changed) this.#note(changed, entry);
      this.#changedBy.set(name, changed);
    }
    const prefix = joined(equal);
    const next = columns[equal.length];
    const isInRange = (row: Row): boolean => {
      if (next === undefined || (from === undefined && to === undefined)) return true;
      const value = this.#table.kept(next, row[next]);
      return value !== null && (from == null || value >= from) && (to == null || value < to);
    };
    const those = changed.columns;
    return [...(changed.entries.get(prefix) ?? [])].flatMap(({ row }) =>
      row && this.#prefixOf(those, row) === prefix && isInRange(row) && (where?.holds(row) ?? true) ? [row] : [],
    );
  }
}

/** As SQLite sorts them: nothing first, then numbers, then texts. */
const byFields =
  <Row>(fields: readonly (keyof Row & string)[]) =>
  (a: Row, b: Row): number => {
    for (const field of fields) {
      const [one, other] = [a[field], b[field]];
      if (one === other) continue;
      if (one == null) return -1;
      if (other == null) return 1;
      return one < other ? -1 : 1;
    }
    return 0;
  };
