import type { Cell, CsvTable, TextEncoding } from '../../exchange/csv-file.ts';
import type { DownloadedFile } from '../download.ts';
import { apiError } from '../errors.ts';
import type { Making } from './making.ts';

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

/**
 * Rows as a CSV file, made beside the main thread. Throws BAD_USER_INPUT for a character that the
 * encoding does not have, by the row's first cell and the column's title.
 */
export const csvDownload = async <Row>(
  {
    name,
    columns,
    rows,
    encoding,
  }: {
    readonly name: string;
    readonly columns: readonly Column<Row>[];
    readonly rows: readonly Row[];
    readonly encoding: TextEncoding;
  },
  making: Making,
): Promise<DownloadedFile> => {
  const table: CsvTable = {
    titles: columns.map(({ title }) => title),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    encoding,
  };
  const made = await making.made('csvFile', table, rows.length);
  if ('bytes' in made) {
    return { name: `${name}.csv`, contentType: TYPES[encoding], content: bufferOf(made.bytes) };
  }
  const { character, row, title } = made.unwritable;
  const place = `${table.titles[0]} ${table.rows[row - 1]?.[0]}`;
  const code = `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
  throw apiError(
    'BAD_USER_INPUT',
    {
      en: `${place}, ${title}: MS932 has no ${character} (${code}); ask for UTF8_BOM.`,
      ja: `${place}の「${title}」にある文字「${character}」（${code}）は、MS932では書けません。文字コードをUTF-8にして、もう一度行ってください。`,
    },
    ['encoding'],
  );
};
