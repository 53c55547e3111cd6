import { stringify } from 'csv-stringify/sync';
import { toMs932, unwritableInMs932 } from './ms932.ts';

export type TextEncoding = 'UTF8_BOM' | 'MS932';
/** Null is an empty cell. Numbers are ours; a text may be anybody's. */
export type Cell = string | number | null;

/** Some rows of a table. */
export interface CsvPiece {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly encoding: TextEncoding;
  /** Whether it is the first piece of the file, before which the titles stand. */
  readonly begins: boolean;
}
/** A character that the encoding does not have, and where it stands. */
export interface Unwritable {
  readonly character: string;
  /** Counted from 1 within the piece, without the titles. */
  readonly row: number;
  readonly title: string;
}

/** What a spreadsheet takes for the beginning of a formula, in whatever width. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/**
 * A text that no spreadsheet executes: with an apostrophe before what would begin a formula. Taking
 * one apostrophe from what matches the same gives the text back.
 */
const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/**
 * Rows as CSV for spreadsheets in Japan: CRLF, in quotes where it must be. In UTF-8, with a byte
 * order mark where the file begins, or in MS932, where what cannot be written is told.
 */
export const csvPiece = ({
  titles,
  rows,
  encoding,
  begins,
}: CsvPiece): { bytes: Uint8Array } | { unwritable: Unwritable } => {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? defused(cell) : cell)));
  const bom = begins && encoding === 'UTF8_BOM';
  const text = stringify(begins ? [titles.map(defused), ...cells] : cells, { record_delimiter: 'windows', bom });
  if (encoding === 'UTF8_BOM') return { bytes: new TextEncoder().encode(text) };
  if (unwritableInMs932(text) !== null) return { unwritable: firstUnwritable(titles, cells) };
  // In memory of its own, which can go from thread to thread.
  return { bytes: new Uint8Array(toMs932(text)) };
};

const firstUnwritable = (titles: readonly string[], rows: readonly (readonly Cell[])[]): Unwritable => {
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      const character = typeof cell === 'string' ? unwritableInMs932(cell) : null;
      if (character !== null) return { character, row: index + 1, title: titles[column] ?? '' };
    }
  }
  throw new Error('a title cannot be written');
};
