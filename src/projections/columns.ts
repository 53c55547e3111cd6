import type { SqlValue } from './projection.ts';

/** How a field is kept; with `?` it may be null. */
type Kind = 'text' | 'text?' | 'integer' | 'boolean' | 'integer?' | 'json';

const SQL_TYPE: Readonly<Record<Kind, string>> = {
  text: 'TEXT NOT NULL',
  'text?': 'TEXT',
  integer: 'INTEGER NOT NULL',
  'integer?': 'INTEGER',
  boolean: 'INTEGER NOT NULL',
  json: 'TEXT NOT NULL',
};

/** The columns of a value's fields, declared once: their SQL, and the value to a row and back. */
export interface Columns<Value> {
  /** For CREATE TABLE. */
  readonly definitions: string;
  readonly names: string;
  /** `?` for each. */
  readonly placeholders: string;
  /** For SELECT, by the fields' names. */
  readonly selected: string;
  readonly valuesOf: (value: Value) => SqlValue[];
  /** The value from a row selected by `selected`. */
  readonly read: (row: object) => Value;
}

const snakeCase = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The compiler demands every field of the value. */
export const columnsOf = <Value extends object>(
  kinds: Readonly<Record<keyof Value & string, Kind>>,
): Columns<Value> => {
  const fields = Object.entries<Kind>(kinds);
  const write = (kind: Kind, value: unknown): SqlValue =>
    kind === 'json' ? JSON.stringify(value) : kind === 'boolean' ? Number(value) : (value as SqlValue);
  const read = (kind: Kind, value: unknown): unknown =>
    kind === 'json' ? JSON.parse(String(value)) : kind === 'boolean' ? value === 1 : value;
  const of = (source: object, field: string): unknown => (source as Record<string, unknown>)[field];
  return {
    definitions: fields.map(([field, kind]) => `${snakeCase(field)} ${SQL_TYPE[kind]}`).join(', '),
    names: fields.map(([field]) => snakeCase(field)).join(', '),
    placeholders: fields.map(() => '?').join(', '),
    selected: fields.map(([field]) => `${snakeCase(field)} AS ${field}`).join(', '),
    valuesOf: (value) => fields.map(([field, kind]) => write(kind, of(value, field))),
    read: (row) => Object.fromEntries(fields.map(([field, kind]) => [field, read(kind, of(row, field))])) as Value,
  };
};
