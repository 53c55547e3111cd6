import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import t from 'tap';
import { RowCache } from '../../src/projections/batch.ts';
import { KeptRows, orderOf, type Range, type Rows, Statements, StoredRows } from '../../src/projections/rows.ts';
import {
  boolean,
  type Column,
  integer,
  json,
  optional,
  type SqlValue,
  type Table,
  table,
  text,
} from '../../src/projections/table.ts';

interface Row {
  readonly id: string;
  readonly home: string;
  readonly count: number;
  readonly day: string | null;
  readonly isDone: boolean;
  readonly isSure: boolean | null;
  /** Kept as '' where there is none. */
  readonly owner: string | null;
  readonly content: { readonly of: number };
}
type Field = keyof Row & string;

const orEmpty: Column<string | null> = {
  sql: 'TEXT NOT NULL',
  convert: { write: (owner) => owner ?? '', read: (kept) => (kept === '' ? null : kept) },
};
const columns = {
  id: text(),
  home: text(),
  count: integer,
  day: optional(text()),
  isDone: boolean,
  isSure: optional(boolean),
  owner: orEmpty,
  content: json<Row['content']>(),
};
const indexes = {
  byHome: { columns: ['home', 'day'] },
  byCount: { columns: ['isSure', 'count'], descending: ['count'] },
  byOwner: { columns: ['owner', 'isDone', 'day'] },
  byDay: { columns: ['day'] },
  openByHome: {
    columns: ['home', 'day', 'count'],
    where: { sql: 'is_done = 0', holds: ({ isDone }: Row) => !isDone },
  },
  withDay: {
    columns: ['day', 'home'],
    where: { sql: 'day IS NOT NULL', holds: ({ day }: Row) => day !== null },
  },
} as const;
type Name = keyof typeof indexes | 'key';

const tables: readonly Table<Row, Name>[] = [
  table<Row, keyof typeof indexes>('one_key', columns, ['id'], indexes),
  table<Row, keyof typeof indexes>('three_keys', columns, ['home', 'count', 'owner'], indexes, { isClustered: true }),
  table<Row, keyof typeof indexes>('whole', columns, ['id'], indexes, { isWhole: true }),
];

/** The values that each field takes. */
const VALUES: { readonly [F in Field]: readonly Row[F][] } = {
  id: ['a', 'b', 'c', 'd', 'e'],
  home: ['', 'x', 'y'],
  count: [0, 1, 2, 10],
  day: [null, '', '1', '10', '2', 'あ', '﨑', '𠮷', 'null'],
  isDone: [true, false],
  isSure: [null, true, false],
  owner: [null, 'p'],
  content: [{ of: 1 }, { of: 2 }],
};

/** As SQLite compares: texts by their UTF-8 bytes. */
const isBefore = (one: NonNullable<SqlValue>, other: NonNullable<SqlValue>): boolean =>
  typeof one === 'string' && typeof other === 'string'
    ? Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0
    : one < other;

/** What a cache must answer: rows in a list, looked through from its beginning to its end. */
class PlainRows implements Rows<Row, Name> {
  readonly #table: Table<Row, Name>;
  rows: readonly Row[] = [];

  constructor(of: Table<Row, Name>) {
    this.#table = of;
  }

  get(...key: readonly SqlValue[]): Row | undefined {
    return this.rows.find((row) => this.#table.keyOf(row).every((value, n) => value === key[n]));
  }

  set(row: Row | undefined, ...key: readonly SqlValue[]): void {
    this.rows = [...this.rows.filter((one) => one !== this.get(...key)), ...(row ? [row] : [])];
  }

  find(name: Name, equal: readonly SqlValue[], { from, to }: Range = {}): Row[] {
    const index = this.#table.indexes[name];
    const isWithin = (row: Row): boolean => {
      const [value = null] = index.columns.slice(equal.length).map((field) => this.#kept(row, field));
      if (from !== undefined && (from === null || value === null || isBefore(value, from))) return false;
      return to === undefined || (to !== null && value !== null && isBefore(value, to));
    };
    return this.rows
      .filter((row) => index.where?.holds(row) ?? true)
      .filter((row) => equal.every((value, n) => value !== null && this.#kept(row, index.columns[n]) === value))
      .filter(isWithin)
      .sort((a, b) => this.#inOrder(a, b, orderOf(this.#table, name)));
  }

  has(name: Name, equal: readonly SqlValue[]): boolean {
    return this.find(name, equal).length > 0;
  }

  #kept(row: Row, field: Field | undefined): SqlValue {
    return field === undefined ? null : this.#table.kept(field, row[field]);
  }

  #inOrder(a: Row, b: Row, fields: readonly Field[]): number {
    for (const field of fields) {
      const [one, other] = [this.#kept(a, field), this.#kept(b, field)];
      if (one === other) continue;
      return one === null || (other !== null && isBefore(one, other)) ? -1 : 1;
    }
    return 0;
  }
}

const row = fc.record(
  Object.fromEntries(Object.entries(VALUES).map(([field, values]) => [field, fc.constantFrom(...values)])),
  { noNullPrototype: true },
) as unknown as fc.Arbitrary<Row>;

/**
 * Which index, by the values of a row, equal in so many columns, from and to those of further rows.
 */
const look = fc.record({
  index: fc.constantFrom<Name>('byHome', 'byCount', 'byOwner', 'byDay', 'openByHome', 'withDay', 'key'),
  like: row,
  equals: fc.nat({ max: 3 }),
  from: fc.option(row, { nil: undefined }),
  to: fc.option(row, { nil: undefined }),
});
type Look = typeof look extends fc.Arbitrary<infer T> ? T : never;

type Step =
  | { readonly what: 'put' | 'remove' | 'get'; readonly row: Row }
  | { readonly what: 'change'; readonly row: Row; readonly isRemoval: boolean }
  | { readonly what: 'find' | 'has'; readonly look: Look }
  | { readonly what: 'flush' | 'roll back' };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constantFrom('put', 'remove', 'get'), row }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('change'), row, isRemoval: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constantFrom('find', 'has'), look }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom('flush', 'flush', 'flush', 'roll back') }) },
) as fc.Arbitrary<Step>;

/** A cache on a file of its own, beside the plain rows; every answer is compared. */
class Trial {
  readonly #table: Table<Row, Name>;
  readonly #db = new DatabaseSync(':memory:');
  readonly #cache: RowCache;
  readonly #plain: PlainRows;
  /** As they were written. */
  readonly #written: PlainRows;
  readonly #stored: StoredRows<Row, Name>;
  /** As a reader keeps them who is told what each batch wrote. */
  readonly #kept: KeptRows<Row, Name>;

  constructor(of: Table<Row, Name>, mostRowsKept: number | undefined) {
    this.#table = of;
    this.#db.exec(`${of.schema} BEGIN`);
    this.#cache = new RowCache(this.#db, mostRowsKept);
    this.#plain = new PlainRows(of);
    this.#written = new PlainRows(of);
    this.#stored = new StoredRows(new Statements(this.#db), of);
    this.#kept = new KeptRows(this.#stored);
  }

  take(one: Step): void {
    const rows = this.#cache.rows(this.#table);
    const key = 'row' in one ? this.#table.keyOf(one.row) : [];
    switch (one.what) {
      case 'put':
        rows.put(one.row);
        this.#plain.set(one.row, ...key);
        break;
      case 'remove':
        rows.remove(...key);
        this.#plain.set(undefined, ...key);
        break;
      case 'change': {
        const after = one.isRemoval ? undefined : one.row;
        rows.change(this.#plain.get(...key), after);
        this.#plain.set(after, ...key);
        break;
      }
      case 'get':
        assert.deepEqual(rows.get(...key), this.#plain.get(...key));
        assert.deepEqual(this.#kept.get(...key), this.#written.get(...key));
        break;
      case 'find':
      case 'has':
        this.#looksFor(one.look, one.what, rows, this.#plain);
        this.#looksFor(one.look, one.what, this.#kept, this.#written);
        break;
      case 'flush':
        for (const keys of this.#cache.flush().values()) this.#kept.forget(keys);
        this.#db.exec('COMMIT; BEGIN');
        this.#written.rows = this.#plain.rows;
        assert.deepEqual(this.#stored.find('key', []), this.#plain.find('key', []));
        break;
      case 'roll back':
        // What was not committed is nowhere.
        this.#cache.forget();
        this.#db.exec('ROLLBACK; BEGIN');
        this.#plain.rows = this.#written.rows;
    }
  }

  #looksFor({ index, like, equals, from, to }: Look, what: 'find' | 'has', ours: Rows<Row, Name>, plain: PlainRows) {
    const { columns: fields } = this.#table.indexes[index];
    const keptOf = (of: Row, field: Field): SqlValue => this.#table.kept(field, of[field]);
    const equal = fields.slice(0, equals).map((field) => keptOf(like, field));
    if (what === 'has') return assert.equal(ours.has(index, equal), plain.has(index, equal));
    const next = fields[equal.length];
    const range: Range | undefined =
      next && (from || to)
        ? { ...(from ? { from: keptOf(from, next) } : {}), ...(to ? { to: keptOf(to, next) } : {}) }
        : undefined;
    return assert.deepEqual(ours.find(index, equal, range), plain.find(index, equal, range));
  }

  close(): void {
    this.#db.close();
  }
}

for (const of of tables) {
  t.test(`whatever is changed and asked, rows of ${of.name} are as in a list, and are written so`, async () => {
    const steps = fc.array(step, { minLength: 1, maxLength: 60, size: 'max' });
    const mostRowsKept = fc.constantFrom(undefined, 0, 2);
    fc.assert(
      fc.property(steps, mostRowsKept, (those, kept) => {
        const trial = new Trial(of, kept);
        for (const one of those) trial.take(one);
        trial.take({ what: 'flush' });
        trial.close();
      }),
      { numRuns: 600 },
    );
  });
}

t.test('a row that nobody reads is written at once, in the place of the one with its key', async () => {
  const db = new DatabaseSync(':memory:');
  const notes = table<{ id: string; count: number }>('notes', { id: text(), count: integer }, ['id']);
  db.exec(notes.schema);
  const cache = new RowCache(db);
  const written = (): unknown[] =>
    db
      .prepare('SELECT id, count FROM notes ORDER BY id')
      .all()
      .map((row) => ({ ...row }));
  for (const [id, count] of [
    ['a', 1],
    ['b', 2],
    ['a', 3],
  ] as const)
    cache.rows(notes).write({ id, count });
  assert.deepEqual(written(), [
    { id: 'a', count: 3 },
    { id: 'b', count: 2 },
  ]);
  assert.deepEqual(cache.flush(), new Map([['notes', null]]));
  assert.deepEqual(cache.flush(), new Map());
  db.close();
});
