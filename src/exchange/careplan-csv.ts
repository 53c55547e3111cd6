import {
  type Column,
  cellRead,
  DELETED_RESULTS,
  type DeletedRow,
  isRight,
  type RowOf,
  TABLE_6,
  type Table6Row,
} from './careplan-columns.ts';
import { csvRows } from './csv-rows.ts';
import { fromMs932, toMs932, unwritableInMs932 } from './ms932.ts';

/** CSVバージョン that are read; 202407 is 4.1. */
const VERSIONS: readonly string[] = ['201910', '202003', '202208', '202504', '202407'];

/** Where in a file something is wrong: `column` from 1, 0 of the row as a whole. */
export interface Fault {
  readonly line: number;
  readonly column: number;
  readonly title: string;
  readonly what: 'WIDTH' | 'QUOTE' | 'VALUE' | 'VERSION' | 'NOT_THE_FIRST_VERSION';
}
export interface CareplanRows<Row> {
  /** With the line on which each begins. */
  readonly rows: readonly (Row & { readonly line: number })[];
  /** Each spoils its own row alone. */
  readonly faults: readonly Fault[];
}

/** What old programs put behind the last line. */
const END_OF_FILE = '\u001A';

type Columns = Readonly<Record<string, Column>>;
const entriesOf = (columns: Columns): [string, Column][] => Object.entries(columns);

/**
 * Rows of a file without a header, MS932 or, as others save it, UTF-8. Of a row with several faults
 * all are named. Null where the bytes are no text.
 */
const parse = <Known extends Columns>(bytes: Uint8Array, columns: Known): CareplanRows<RowOf<Known>> | null => {
  const text = fromMs932(bytes);
  if (text === null) return null;
  const named = entriesOf(columns);
  const rows: (RowOf<Known> & { readonly line: number })[] = [];
  const faults: Fault[] = [];
  let version: string | null = null;
  for (const { line, ...row } of csvRows(text.replaceAll(END_OF_FILE, ''), named.length)) {
    if ('unreadable' in row) {
      faults.push({ line, column: 0, title: '', what: row.fault });
      continue;
    }
    const cells = named.map(([, column], n) => cellRead(row.cells[n] ?? '', column));
    const wrong = named.flatMap(([name, column], n): Fault[] => {
      const cell = cells[n] ?? '';
      const fault = (what: Fault['what']): Fault[] => [{ line, column: n + 1, title: column.title, what }];
      if (!isRight(cell, column)) return fault('VALUE');
      if (name !== 'version') return [];
      if (!VERSIONS.includes(cell)) return fault('VERSION');
      return version !== null && cell !== version ? fault('NOT_THE_FIRST_VERSION') : [];
    });
    faults.push(...wrong);
    if (wrong.length > 0) continue;
    version ??= cells[0] ?? null;
    // Every column has its cell, so it is a row of them.
    const values = Object.fromEntries(named.map(([name], n) => [name, cells[n] ?? ''])) as RowOf<Known>;
    rows.push({ ...values, line });
  }
  return { rows, faults };
};

/** 第6表 of 予定 or 実績. */
export const parseTable6 = (bytes: Uint8Array): CareplanRows<Table6Row> | null => parse(bytes, TABLE_6);
/** 実績削除. */
export const parseDeleted = (bytes: Uint8Array): CareplanRows<DeletedRow> | null => parse(bytes, DELETED_RESULTS);

/** A character that MS932 cannot write: `row` from 0. */
export interface Unwritable {
  readonly row: number;
  readonly column: number;
  readonly title: string;
  readonly character: string;
}

/**
 * The bytes of a file, CRLF behind each row; or every cell with a character that MS932 has not
 * (never a `?` for it). Throws where a row breaks its columns: that is a fault of ours.
 */
const format = <Known extends Columns>(
  rows: readonly RowOf<Known>[],
  columns: Known,
): { readonly bytes: Buffer } | { readonly unwritable: readonly Unwritable[] } => {
  const named = entriesOf(columns);
  const unwritable: Unwritable[] = [];
  const lines = rows.map((row, n) =>
    named
      .map(([name, column], at) => {
        const cell = row[name] ?? '';
        if (!isRight(cell, column)) throw new Error(`${column.title} cannot be written as it is`);
        const character = unwritableInMs932(cell);
        if (character !== null) unwritable.push({ row: n, column: at + 1, title: column.title, character });
        return column.shape === null && cell !== '' ? `"${cell.replaceAll('"', '""')}"` : cell;
      })
      .join(','),
  );
  return unwritable.length > 0 ? { unwritable } : { bytes: toMs932(lines.map((line) => `${line}\r\n`).join('')) };
};

/** 第6表 of 予定 or 実績 as bytes. */
export const formatTable6 = (rows: readonly Table6Row[]) => format(rows, TABLE_6);
/** 実績削除 as bytes. */
export const formatDeleted = (rows: readonly DeletedRow[]) => format(rows, DELETED_RESULTS);
