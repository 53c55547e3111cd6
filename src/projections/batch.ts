import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Recorded } from '../store/codec.ts';
import { equalTo, orderOf, type Range, type Reading, type Rows, Statements, StoredRows, type Written } from './rows.ts';
import { columnName, nameOf, type SqlValue, type Table } from './table.ts';
import { inTextOrder } from './text-order.ts';

/** A table's rows in a batch: as they stand after the changes so far. */
export interface ChangingRows<Row, Name extends string> extends Rows<Row, Name> {
  /** Puts a row in the place of the one with its key. */
  put(row: Row): void;
  remove(...key: readonly SqlValue[]): void;
  /**
   * The same where the caller knows what stands in the table, undefined for nothing: saves looking
   * for it.
   */
  change(before: Row | undefined, after: Row | undefined): void;
  /** Writes a row at once, in the place of the one with its key; of a table no handler reads. */
  write(row: Row): void;
}

/** The event that is being followed. */
export type Followed = Pick<Recorded, 'position' | 'recordedAt'>;

/** What handlers read and change. */
export interface Batch extends Reading {
  /** Where rows keep since which event they are as they are. */
  readonly event: Followed;
  rows<Row extends object, Name extends string>(table: Table<Row, Name>): ChangingRows<Row, Name>;
}

/** So many rows stay in memory between batches, beside whole tables; then all are forgotten. */
const MOST_ROWS_KEPT = 20_000;

/** Of so many rows that a batch has changed in a table the keys are told: of what happens now. */
const MOST_KEYS_TOLD = 1_000;

/**
 * The rows of all tables through a cache: what a batch changes is written once, at its end. The
 * caller begins and ends the transaction, and forgets the cache where it was rolled back. One
 * writer a file.
 */
export class RowCache implements Batch {
  event: Followed = { position: 0, recordedAt: '' };
  readonly #statements: Statements;
  readonly #mostRowsKept: number;
  readonly #tables = new Map<string, CachedRows<never, never>>();

  constructor(db: DatabaseSync, mostRowsKept = MOST_ROWS_KEPT) {
    this.#statements = new Statements(db);
    this.#mostRowsKept = mostRowsKept;
  }

  /** Every statement asked so far, for a test of how each finds its rows. */
  get statements(): readonly string[] {
    return this.#statements.texts;
  }

  rows<Row extends object, Name extends string>(table: Table<Row, Name>): ChangingRows<Row, Name> {
    let rows = this.#tables.get(table.name) as CachedRows<Row, Name> | undefined;
    if (!rows) {
      rows = new CachedRows(this.#statements, table);
      this.#tables.set(table.name, rows as unknown as CachedRows<never, never>);
    }
    return rows;
  }

  /** Writes each changed row; answers what it wrote. */
  flush(): Written {
    const written = new Map<string, readonly string[] | null>();
    let kept = 0;
    for (const [name, rows] of this.#tables) {
      const keys = rows.flush();
      if (keys !== undefined) written.set(name, keys);
      kept += rows.size;
    }
    if (kept > this.#mostRowsKept) for (const rows of this.#tables.values()) if (rows.size > 0) rows.forget();
    return written;
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
  /** Whether it outlives the batch: it was read, or is known as one of a prefix's. */
  isKept: boolean;
}

/** Entries by the first columns of an index. Some may have moved away since they were noted. */
class ByPrefix<Row> {
  readonly #prefixOf: (row: Row) => string;
  /** Whether one that is noted with the first row is found under the prefix of the second, too. */
  readonly #isNoted: (one: Row, other: Row) => boolean;
  /** Whether entries are noted under any prefix, or only under those that were begun. */
  readonly #isOpen: boolean;
  readonly #entries = new Map<string, Set<Entry<Row>>>();

  constructor(prefixOf: (row: Row) => string, isNoted: (one: Row, other: Row) => boolean, isOpen: boolean) {
    this.#prefixOf = prefixOf;
    this.#isNoted = isNoted;
    this.#isOpen = isOpen;
  }

  /** `noted`: the row with which it has been noted before, if any. */
  note(entry: Entry<Row>, noted?: Row): void {
    if (entry.row === undefined) {
      if (noted && this.#isOpen) this.#drop(entry, this.#prefixOf(noted));
      return;
    }
    if (this.#entries.size === 0 && !this.#isOpen) return;
    if (noted && this.#isNoted(noted, entry.row)) return;
    const prefix = this.#prefixOf(entry.row);
    const under = this.#entries.get(prefix);
    if (under) {
      under.add(entry);
      entry.isKept ||= !this.#isOpen;
    } else if (this.#isOpen) this.#entries.set(prefix, new Set([entry]));
  }

  #drop(entry: Entry<Row>, prefix: string): void {
    const under = this.#entries.get(prefix);
    under?.delete(entry);
    if (under?.size === 0) this.#entries.delete(prefix);
  }

  begin(prefix: string, entries: Iterable<Entry<Row>>): void {
    const under = new Set(entries);
    for (const entry of under) entry.isKept = true;
    this.#entries.set(prefix, under);
  }

  knows(prefix: string): boolean {
    return this.#entries.has(prefix);
  }

  /** Rows that are there still. */
  rowsUnder(prefix: string): Row[] {
    const rows: Row[] = [];
    for (const { row } of this.#entries.get(prefix) ?? []) if (row && this.#prefixOf(row) === prefix) rows.push(row);
    return rows;
  }

  entriesUnder(prefix: string): Iterable<Entry<Row>> {
    return this.#entries.get(prefix) ?? [];
  }

  clear(): void {
    this.#entries.clear();
  }
}

class CachedRows<Row extends object, Name extends string> implements ChangingRows<Row, Name> {
  readonly #table: Table<Row, Name>;
  readonly #stored: StoredRows<Row, Name>;
  readonly #entries = new Map<string, Entry<Row>>();
  readonly #changed = new Set<Entry<Row>>();
  /** Changed rows: what the file has of them is out of date. */
  readonly #changedBy = new Map<string, ByPrefix<Row>>();
  /** All rows, where a prefix has been looked for before. */
  readonly #wholeBy = new Map<string, ByPrefix<Row>>();
  readonly #statements: Statements;
  readonly #nameOf: (row: Row) => string;
  readonly #insert: StatementSync;
  readonly #upsert: StatementSync;
  readonly #delete: StatementSync;
  /** By the columns that they set. */
  readonly #updates = new Map<string, { readonly set: StatementSync; readonly valuesOf: (row: Row) => SqlValue[] }>();
  #hasWritten = false;
  /** Of a whole table. */
  #hasLoaded = false;
  /** What was asked for last is most often what is changed next: it need not be found again. */
  #asked: Entry<Row> | null = null;

  constructor(statements: Statements, table: Table<Row, Name>) {
    this.#table = table;
    this.#stored = new StoredRows(statements, table);
    this.#statements = statements;
    this.#nameOf = table.namer(table.key);
    const { name, selected, fields } = table;
    const insert = `INSERT INTO ${name} (${selected}) VALUES (${fields.map(() => '?').join(', ')})`;
    const set = fields.map((field) => `${columnName(field)} = excluded.${columnName(field)}`);
    this.#insert = statements.prepare(insert);
    this.#upsert = statements.prepare(`${insert} ON CONFLICT DO UPDATE SET ${set.join(', ')}`);
    this.#delete = statements.prepare(`DELETE FROM ${name} WHERE ${equalTo(table.key)}`);
  }

  get(...key: readonly SqlValue[]): Row | undefined {
    return this.#entry(key)?.row;
  }

  put(row: Row): void {
    const name = this.#nameOf(row);
    this.#change(this.#known(name) ?? this.#look(name, this.#table.keyOf(row)), row);
  }

  remove(...key: readonly SqlValue[]): void {
    const entry = this.#entry(key);
    if (entry?.row !== undefined) this.#change(entry, undefined);
  }

  change(before: Row | undefined, after: Row | undefined): void {
    const row = after ?? before;
    if (!row) return;
    const asked = before && this.#asked?.row === before ? this.#asked : null;
    this.#change(asked ?? this.#knownAs(before, this.#nameOf(row)), after);
  }

  write(row: Row): void {
    this.#upsert.run(...this.#table.write(row));
    this.#hasWritten = true;
  }

  find(index: Name, equal: readonly SqlValue[], range?: Range): Row[] {
    // As in SQL: nothing equals null, or comes before or after it.
    if (equal.includes(null) || range?.from === null || range?.to === null) return [];
    const isBounded = range?.from !== undefined || range?.to !== undefined;
    const found = isBounded ? this.#findInRange(index, equal, range) : this.#findAll(index, equal);
    return found.length < 2 ? found : found.sort(byFields(orderOf(this.#table, index)));
  }

  has(index: Name, equal: readonly SqlValue[]): boolean {
    return this.find(index, equal).length > 0;
  }

  /** Rows that may be forgotten. */
  get size(): number {
    return this.#table.isWhole ? 0 : this.#entries.size;
  }

  /** Writes what was changed; answers the keys, null where not all are told; else undefined. */
  flush(): readonly string[] | null | undefined {
    if (this.#changed.size === 0 && !this.#hasWritten) return undefined;
    const keys = this.#hasWritten || this.#changed.size > MOST_KEYS_TOLD ? null : ([] as string[]);
    this.#hasWritten = false;
    const { write, keyOf } = this.#table;
    for (const entry of this.#changed) {
      const { row, stored, isKept } = entry;
      if (row && stored) this.#writeOver(stored, row);
      else if (row) this.#insert.run(...write(row));
      else if (stored) this.#delete.run(...keyOf(stored));
      entry.stored = row;
      const known = row ?? stored;
      if (!known || (isKept && keys === null)) continue;
      const name = this.#nameOf(known);
      if (!isKept) this.#entries.delete(name);
      keys?.push(name);
    }
    this.#changed.clear();
    for (const changed of this.#changedBy.values()) changed.clear();
    return keys;
  }

  /** Sets the columns that differ: indexes of others stay as they are. */
  #writeOver(stored: Row, row: Row): void {
    const { name, key } = this.#table;
    const differing = this.#table.differing(stored, row);
    if (differing.length === 0) return;
    const columns = differing.join(' ');
    let update = this.#updates.get(columns);
    if (!update) {
      const set = differing.map((field) => `${columnName(field)} = ?`).join(', ');
      update = {
        set: this.#statements.prepare(`UPDATE ${name} SET ${set} WHERE ${equalTo(key)}`),
        valuesOf: this.#table.writerOf([...differing, ...key]),
      };
      this.#updates.set(columns, update);
    }
    update.set.run(...update.valuesOf(row));
  }

  forget(): void {
    this.#asked = null;
    this.#entries.clear();
    this.#changed.clear();
    this.#hasWritten = false;
    this.#hasLoaded = false;
    for (const by of [...this.#changedBy.values(), ...this.#wholeBy.values()]) by.clear();
  }

  #entry(key: readonly SqlValue[]): Entry<Row> | undefined {
    const name = nameOf(key);
    const entry = this.#known(name) ?? (this.#table.isWhole ? undefined : this.#look(name, key));
    if (!entry) return undefined;
    entry.isKept = true;
    this.#asked = entry;
    return entry;
  }

  #known(name: string): Entry<Row> | undefined {
    if (this.#table.isWhole) this.#load();
    return this.#entries.get(name);
  }

  /** All rows of a whole table, which are looked for in memory from then on. */
  #load(): void {
    if (this.#hasLoaded) return;
    this.#hasLoaded = true;
    for (const row of this.#stored.find('key' as Name, [])) {
      const entry = { row, stored: row, isKept: true };
      this.#entries.set(this.#nameOf(row), entry);
      for (const whole of this.#wholeBy.values()) whole.note(entry);
    }
  }

  #knownAs(row: Row | undefined, name: string): Entry<Row> {
    let entry = this.#known(name);
    if (!entry) {
      entry = { row, stored: row, isKept: this.#table.isWhole };
      this.#entries.set(name, entry);
    }
    return entry;
  }

  #look(name: string, key: readonly SqlValue[]): Entry<Row> {
    const row = this.#table.isWhole ? undefined : this.#stored.get(...key);
    const entry = { row, stored: row, isKept: true };
    this.#entries.set(name, entry);
    return entry;
  }

  #change(entry: Entry<Row>, row: Row | undefined): void {
    const before = entry.row;
    const changedBefore = this.#changed.has(entry) ? before : undefined;
    entry.row = row;
    this.#changed.add(entry);
    if (this.#table.isWhole && before && !row) this.#entries.delete(this.#nameOf(before));
    for (const changed of this.#changedBy.values()) changed.note(entry, changedBefore);
    for (const whole of this.#wholeBy.values()) whole.note(entry, before);
  }

  /** All rows under a prefix: from the file the first time, then from memory. */
  #findAll(index: Name, equal: readonly SqlValue[]): Row[] {
    const { isWhole } = this.#table;
    if (isWhole) this.#load();
    const whole = this.#by(this.#wholeBy, index, equal.length);
    const prefix = nameOf(equal);
    if (!isWhole && !whole.knows(prefix)) {
      const stored = this.#stored.keysOf(index, equal).flatMap((key) => this.#entry(key) ?? []);
      whole.begin(prefix, [...stored, ...this.#changedIn(index, equal.length).entriesUnder(prefix)]);
    }
    const { holds } = this.#table.indexes[index].where ?? {};
    const rows = whole.rowsUnder(prefix);
    return holds ? rows.filter(holds) : rows;
  }

  #findInRange(index: Name, equal: readonly SqlValue[], range: Range): Row[] {
    const { columns, where } = this.#table.indexes[index];
    const next = columns[equal.length];
    const found: Row[] = [];
    for (const key of this.#stored.keysOf(index, equal, range)) {
      const entry = this.#entry(key);
      if (entry?.row !== undefined && !this.#changed.has(entry)) found.push(entry.row);
    }
    for (const row of this.#changedIn(index, equal.length).rowsUnder(nameOf(equal)))
      if ((where?.holds(row) ?? true) && next !== undefined && this.#isInRange(row, next, range)) found.push(row);
    return found;
  }

  #changedIn(index: Name, length: number): ByPrefix<Row> {
    const isNew = !this.#changedBy.has(`${index} ${length}`);
    const changed = this.#by(this.#changedBy, index, length);
    if (isNew) for (const entry of this.#changed) changed.note(entry);
    return changed;
  }

  #isInRange(row: Row, field: keyof Row & string, { from, to }: Range): boolean {
    const value = this.#table.kept(field, row[field]);
    if (value === null) return false;
    return (from == null || inSqlOrder(value, from) >= 0) && (to == null || inSqlOrder(value, to) < 0);
  }

  #by(all: Map<string, ByPrefix<Row>>, index: Name, length: number): ByPrefix<Row> {
    const name = `${index} ${length}`;
    let by = all.get(name);
    if (!by) {
      const { columns, where } = this.#table.indexes[index];
      const prefix = columns.slice(0, length);
      const isOpen = all === this.#changedBy || this.#table.isWhole;
      // Of all rows, those that were not in the index yet are not noted.
      const isNoted = isOpen || !where ? this.#table.sameIn(prefix) : () => false;
      by = new ByPrefix(this.#table.namer(prefix), isNoted, isOpen);
      all.set(name, by);
      if (all === this.#wholeBy && this.#table.isWhole) for (const entry of this.#entries.values()) by.note(entry);
    }
    return by;
  }
}

const inSqlOrder = <Value>(one: Value, other: Value): number =>
  typeof one === 'string' && typeof other === 'string' ? inTextOrder(one, other) : one < other ? -1 : 1;

/** As SQLite sorts them: nothing first, then numbers, then texts. */
const byFields =
  <Row>(fields: readonly (keyof Row & string)[]) =>
  (a: Row, b: Row): number => {
    for (const field of fields) {
      const [one, other] = [a[field], b[field]];
      if (one === other) continue;
      if (one == null) return -1;
      if (other == null) return 1;
      return inSqlOrder(one, other);
    }
    return 0;
  };
