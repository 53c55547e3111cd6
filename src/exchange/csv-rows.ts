import { CsvError, parse } from 'csv-parse/sync';

/** Cells of a row, or why it cannot be read. */
type Read = { readonly cells: readonly string[] } | { readonly fault: 'WIDTH' | 'QUOTE'; readonly unreadable: string };

/** A row of a CSV file with the line on which it begins, as an editor counts. */
export type CsvRow = Read & { readonly line: number };

/** What Windows, Unix and old Macs end a line with; one file may mix them. */
const LINE_END = /\r\n|\n|\r/;
/** A row over more lines than these is no row: its quote is a stray one. */
const MOST_LINES = 50;

/**
 * The rows of a CSV text (rule 46). Line ends may be mixed, and a cell may hold them. What is wrong
 * with a row spoils that row alone: a quote out of place, or another number of cells than `width`,
 * which is that of the first row unless given. Empty lines are passed over. Cells are as they are
 * written, with `\n` for every line end.
 */
export const csvRows = (text: string, givenWidth: number | null = null): CsvRow[] => {
  const lines = text.split(LINE_END);
  const rows: CsvRow[] = [];
  let width = givenWidth;
  for (let from = 0; from < lines.length; ) {
    if (lines[from]?.trim() === '') {
      from += 1;
      continue;
    }
    const { count, row } = rowAt(lines, from, width);
    rows.push({ line: from + 1, ...row });
    if ('cells' in row) width ??= row.cells.length;
    from += count;
  }
  return rows;
};

/**
 * The row that begins on a line, and how many lines it has. It has more than one only where a quote
 * is open at the line's end, and never takes in a line that is a row by itself: then the quote is a
 * stray one.
 */
const rowAt = (lines: readonly string[], from: number, width: number | null): { count: number; row: Read } => {
  const first = read(lines.slice(from, from + 1));
  if ('cells' in first) return { count: 1, row: ofWidth(first.cells, width) };
  const most = Math.min(MOST_LINES, lines.length - from);
  for (let count = 2; count <= most && !isRow(lines[from + count - 1], width); count += 1) {
    const whole = read(lines.slice(from, from + count));
    if ('cells' in whole) return { count, row: ofWidth(whole.cells, width) };
  }
  return { count: 1, row: first };
};

const ofWidth = (cells: readonly string[], width: number | null): Read =>
  width === null || cells.length === width
    ? { cells }
    : { fault: 'WIDTH', unreadable: `${cells.length} cells where the header has ${width} 列の数が見出しと違います` };

const isRow = (line: string | undefined, width: number | null): boolean => {
  const row = read([line ?? '']);
  return 'cells' in row && row.cells.length === width;
};

/** These lines as one row. */
const read = (lines: readonly string[]): Read => {
  try {
    const [cells, ...more] = parse(lines.join('\n'), {
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
    });
    if (cells && more.length === 0) return { cells };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  return { fault: 'QUOTE', unreadable: 'a quotation mark is out of place 引用符（"）の位置が正しくありません' };
};

/** A cell as text of one line: line ends become a space. */
export const inOneLine = (cell: string): string => cell.replaceAll(/\s*\n\s*/g, ' ').trim();

const HALF_WIDTH_KANA = /[\uFF61-\uFF9F]+/g;
/** A text as people read it: half-width kana, which old programs write, in full width. */
export const withFullWidthKana = (text: string): string =>
  text.replaceAll(HALF_WIDTH_KANA, (kana) => kana.normalize('NFKC'));
