import { Readable } from 'node:stream';
import type { GraphQLError } from 'graphql';
import { MOST_LINES_OF_A_FILE } from '../../domain/limits.ts';
import type { Cell, CsvPiece, TextEncoding, Unwritable } from '../../exchange/csv-file.ts';
import type { DownloadedFile } from '../download.ts';
import { apiError } from '../errors.ts';
import type { Making, ReadPage } from './making.ts';

/** A column of a file: its title, and what stands in a row. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => Cell;
}

/** With the row's type inferred. */
export const column = <Row>(title: string, cell: (row: Row) => Cell | undefined): Column<Row> => ({
  title,
  cell: (row) => cell(row) ?? null,
});

/** An instant of the API as spreadsheets read it, in Japan's time: `2026-04-10 09:00:00`. */
export const momentCell = (instant: string | null | undefined): string | null => {
  const [, day, time] = /^([\d-]+)T([\d:]+(?:\.\d+)?)\+09:00$/.exec(instant ?? '') ?? [];
  return day && time ? `${day} ${time.replace(/\.0+$/, '')}` : null;
};

const TYPES: Readonly<Record<TextEncoding, string>> = {
  UTF8_BOM: 'text/csv; charset=utf-8',
  MS932: 'text/csv; charset=windows-31j',
};

/** The same bytes as node sends them. */
export const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** How a file is named and what stands in its columns. */
interface TableOf<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly encoding: TextEncoding;
}
interface Rows<Row> {
  readonly count: number;
  /** All of them, some after some, from the first; read twice where it must be. */
  readonly read: () => AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;
}

/** Rows that are at hand. */
export const allAtOnce = <Row>(rows: readonly Row[]): Rows<Row> => ({ count: rows.length, read: () => [rows] });

/**
 * Lists of the API as a CSV file, sent while it is made: a page is read when the one before has
 * been taken. Throws as `Making.count` and `csvOfRows` do.
 */
export const csvDownload = async <Row>(
  { lists, ...table }: TableOf<Row> & { readonly lists: readonly ReadPage<Row>[] },
  making: Making,
): Promise<DownloadedFile> => {
  const asked = { lists, most: MOST_LINES_OF_A_FILE };
  return csvOfRows({ ...table, count: await making.count(asked), read: () => making.pages(asked) }, making);
};

/**
 * Rows as a CSV file, made beside the main thread. What MS932 does not have is looked for in all
 * rows before the first is sent: throws BAD_USER_INPUT for it, by the row's first cell and the
 * column's title.
 */
export const csvOfRows = async <Row>(table: TableOf<Row> & Rows<Row>, making: Making): Promise<DownloadedFile> => {
  const { name, encoding } = table;
  const rounds = encoding === 'MS932' ? 2 : 1;
  if (rounds === 2) for await (const _ of piecesOf(table, making, { round: 0, rounds }));
  return {
    name: `${name}.csv`,
    contentType: TYPES[encoding],
    content: Readable.from(piecesOf(table, making, { round: rounds - 1, rounds })),
  };
};

const piecesOf = async function* <Row>(
  { columns, read, encoding, count }: TableOf<Row> & Rows<Row>,
  making: Making,
  { round, rounds }: { readonly round: number; readonly rounds: number },
): AsyncGenerator<Buffer> {
  const titles = columns.map(({ title }) => title);
  let done = 0;
  let begins = true;
  for await (const some of read()) {
    const rows = some.map((row) => columns.map(({ cell }) => cell(row)));
    const piece: CsvPiece = { titles, rows, encoding, begins };
    const made = await making.made('csvPiece', piece, rows.length, { continues: !begins || round > 0 });
    if ('unwritable' in made) throw unwritableIn(made.unwritable, piece);
    done += rows.length;
    making.share = (round + Math.min(1, done / Math.max(count, 1))) / rounds;
    yield bufferOf(made.bytes);
    begins = false;
  }
};

const unwritableIn = ({ character, row, title }: Unwritable, { titles, rows }: CsvPiece): GraphQLError => {
  const place = `${titles[0]} ${rows[row - 1]?.[0]}`;
  const code = `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
  return apiError(
    'BAD_USER_INPUT',
    {
      en: `${place}, ${title}: MS932 has no ${character} (${code}); ask for UTF8_BOM.`,
      ja: `${place}の「${title}」にある文字「${character}」（${code}）は、MS932では書けません。文字コードをUTF-8にして、もう一度行ってください。`,
    },
    ['encoding'],
  );
};
