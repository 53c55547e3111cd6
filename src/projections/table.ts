import type { SQLOutputValue } from 'node:sqlite';

/** A value as SQLite keeps it. */
export type SqlValue = string | number | null;
export type SqlRow = readonly SQLOutputValue[];

/** How a field is kept in its column: its SQL type, and the value to SQL and back. */
export interface Column<Value> {
  readonly sql: string;
  /** Null where the value is kept as it is. */
  readonly convert: {
    readonly write: (value: Value) => SqlValue;
    readonly read: (kept: string & number) => Value;
  } | null;
}

/** Text, or one of some words. */
export const text = <Value extends string = string>(): Column<Value> => ({ sql: 'TEXT NOT NULL', convert: null });
export const integer: Column<number> = { sql: 'INTEGER NOT NULL', convert: null };
export const real: Column<number> = { sql: 'REAL NOT NULL', convert: null };
export const boolean: Column<boolean> = {
  sql: 'INTEGER NOT NULL',
  convert: { write: Number, read: (kept) => kept === 1 },
};
/** Anything that JSON carries; not to be searched for. */
export const json = <Value>(): Column<Value> => ({
  sql: 'TEXT NOT NULL',
  convert: { write: (value) => JSON.stringify(value), read: (kept) => JSON.parse(kept) },
});
export const optional = <Value>({ sql, convert }: Column<Value>): Column<Value | null> => ({
  sql: sql.replace(' NOT NULL', ''),
  convert: convert && {
    write: (value) => (value === null ? null : convert.write(value)),
    read: (kept) => (kept === null ? null : convert.read(kept)),
  },
});

/** A row's fields and how each is kept. */
export type Columns<Row> = { readonly [Field in keyof Row]-?: Column<Row[Field]> };

/** An index that finds rows by equal first columns, and a range of the next one. */
export interface Index<Row> {
  readonly columns: readonly (keyof Row & string)[];
  /**
   * Kept newest first: for queries that read it in that order; `find` answers in ascending order.
   */
  readonly descending?: readonly (keyof Row & string)[];
  /** Only rows of which this holds are in it: said in SQL and of a row. */
  readonly where?: { readonly sql: string; readonly holds: (row: Row) => boolean };
}

/** A table of a view: its columns declared once, from which everything else follows. */
export interface Table<Row extends object, Name extends string = string> {
  readonly name: string;
  readonly fields: readonly (keyof Row & string)[];
  /** Fields that tell its rows apart. */
  readonly key: readonly (keyof Row & string)[];
  readonly indexes: Readonly<Record<Name, Index<Row>>>;
  /** A batch keeps all of its rows in memory: of what is to be done, and not of what was. */
  readonly isWhole: boolean;
  /** CREATE TABLE and CREATE INDEX. */
  readonly schema: string;
  /** Its columns for SELECT, in the order that `read` takes. */
  readonly selected: string;
  readonly read: (row: SqlRow) => Row;
  /** The values in the order of `selected`. */
  readonly write: (row: Row) => SqlValue[];
  /** The values of its key. */
  readonly keyOf: (row: Row) => SqlValue[];
  /** Some fields' values as kept, in one text: rows with the same ones have the same text. */
  readonly namer: (fields: readonly (keyof Row & string)[]) => (row: Row) => string;
  /** Whether some fields of two rows are the same. */
  readonly sameIn: (fields: readonly (keyof Row & string)[]) => (one: Row, other: Row) => boolean;
  /** The fields in which two rows differ. */
  readonly differing: (one: Row, other: Row) => (keyof Row & string)[];
  /** Some fields' values as kept. */
  readonly writerOf: (fields: readonly (keyof Row & string)[]) => (row: Row) => SqlValue[];
  /** One field's value as kept. */
  readonly kept: (field: keyof Row & string, value: unknown) => SqlValue;
}
// biome-ignore lint/suspicious/noExplicitAny: tables of rows of every shape, in a list
export type AnyTable = Table<any, any>;

/** The column's name in SQL. */
export const columnName = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Makes the functions that take a row apart and put it together as source text: objects of one
 * shape, made in one expression, are ten times as fast to read as those filled in a loop. The text
 * holds field names of ours and nothing else.
 */
const readerOf = <Row extends object>(columns: Columns<Row>, fields: readonly string[]): ((row: SqlRow) => Row) => {
  const converts = fields.map((field) => columns[field as keyof Row].convert?.read ?? null);
  const parts = fields.map((field, n) => `${field}: ${converts[n] ? `converts[${n}](row[${n}])` : `row[${n}]`}`);
  return new Function('converts', `return (row) => ({ ${parts.join(', ')} })`)(converts);
};
const writerOf = <Row extends object>(columns: Columns<Row>, fields: readonly string[]): ((row: Row) => SqlValue[]) => {
  const converts = fields.map((field) => columns[field as keyof Row].convert?.write ?? null);
  const parts = fields.map((field, n) => (converts[n] ? `converts[${n}](row.${field})` : `row.${field}`));
  return new Function('converts', `return (row) => [${parts.join(', ')}]`)(converts);
};

/** Whether two objects are the same in some fields. */
export const sameIn = <Fields extends string>(
  fields: readonly Fields[],
): ((one: Readonly<Record<Fields, unknown>>, other: Readonly<Record<Fields, unknown>>) => boolean) =>
  new Function(
    `return (one, other) => ${fields.map((field) => `one.${field} === other.${field}`).join(' && ') || true}`,
  )();
const differingOf = <Field extends string>(fields: readonly Field[]): ((one: object, other: object) => Field[]) => {
  const parts = fields.map((field) => `if (one.${field} !== other.${field}) differing.push('${field}');`);
  return new Function(`return (one, other) => { const differing = []; ${parts.join(' ')} return differing; }`)();
};

/** Stands for null in a text of values: like the separator, no id or word holds it. */
const NOTHING = '\u0001';
/** The values in one text. */
export const nameOf = (values: readonly SqlValue[]): string => {
  let name = String(values[0] ?? (values.length > 0 ? NOTHING : ''));
  for (let n = 1; n < values.length; n += 1) name += `\u0000${values[n] ?? NOTHING}`;
  return name;
};
const namerOf = <Row extends object>(columns: Columns<Row>, fields: readonly string[]): ((row: Row) => string) => {
  const converts = fields.map((field) => columns[field as keyof Row].convert?.write ?? null);
  const parts = fields.map((field, n) => {
    const value = converts[n] ? `converts[${n}](row.${field})` : `row.${field}`;
    return fields.length > 1 ? `(${value} ?? NOTHING)` : `String(${value} ?? NOTHING)`;
  });
  const made = `return (row) => ${parts.join(" + '\\u0000' + ") || "''"}`;
  return new Function('converts', 'NOTHING', made)(converts, NOTHING);
};

/**
 * Some fields of rows in a fixed order: their columns for SELECT, and the reading of such a row.
 */
export const selectionOf = <Row extends object>(columns: Columns<Row>) => {
  const fields = Object.keys(columns) as (keyof Row & string)[];
  return { fields, selected: fields.map(columnName).join(', '), read: readerOf(columns, fields) };
};

/**
 * A table of wide rows, found again by `key` (also by its first fields, as the index `key`) and by
 * its indexes. Its rows have rowids, so that indexes stay small and rows that come later are
 * written behind one another; `isClustered`: they are kept in the order of the key instead.
 */
export const table = <Row extends object, Name extends string = never>(
  name: string,
  columns: Columns<Row>,
  key: readonly (keyof Row & string)[],
  indexes: Readonly<Record<Name, Index<Row>>> = {} as Readonly<Record<Name, Index<Row>>>,
  { isClustered = false, isWhole = false }: { readonly isClustered?: boolean; readonly isWhole?: boolean } = {},
): Table<Row, Name | 'key'> => {
  const { fields, selected, read } = selectionOf(columns);
  const listed = (list: readonly string[]): string => list.map(columnName).join(', ');
  const definitions = fields.map((field) => `${columnName(field)} ${columns[field].sql}`);
  const created = Object.entries<Index<Row>>(indexes).map(([index, { columns: those, descending, where }]) => {
    const parts = those.map((field) => columnName(field) + (descending?.includes(field) ? ' DESC' : ''));
    const condition = where ? ` WHERE ${where.sql}` : '';
    return `CREATE INDEX ${name}_${columnName(index)} ON ${name} (${parts.join(', ')})${condition};`;
  });
  const options = isClustered ? ' WITHOUT ROWID' : '';
  return {
    name,
    fields,
    key,
    indexes: { ...indexes, key: { columns: key } } as Readonly<Record<Name | 'key', Index<Row>>>,
    isWhole,
    schema: [
      `CREATE TABLE ${name} (${definitions.join(', ')}, PRIMARY KEY (${listed(key)}))${options};`,
      ...created,
    ].join('\n'),
    selected,
    read,
    write: writerOf(columns, fields),
    keyOf: writerOf(columns, key),
    namer: (those) => namerOf(columns, those),
    sameIn: (those) => sameIn(those),
    differing: differingOf(fields),
    writerOf: (those) => writerOf(columns, those),
    kept: (field, value) => {
      const { convert } = columns[field];
      return convert ? convert.write(value as Row[typeof field]) : (value as SqlValue);
    },
  };
};
