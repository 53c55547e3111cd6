import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import t from 'tap';
import { type Cell, csvPiece } from '../../src/exchange/csv-file.ts';
import { fromMs932 } from '../../src/exchange/ms932.ts';

const bytesOf = (rows: readonly (readonly Cell[])[], encoding: 'UTF8_BOM' | 'MS932' = 'UTF8_BOM'): Uint8Array => {
  const made = csvPiece({ titles: ['番号', '名前'], rows, encoding, begins: true });
  if (!('bytes' in made)) throw new Error(`cannot be written: ${made.unwritable.character}`);
  return made.bytes;
};
const textOf = (rows: readonly (readonly Cell[])[]): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(rows));

t.test('titles, CRLF, quotes where they must be, an empty cell for null', async (t) => {
  t.equal(
    textOf([
      ['26-1', '山田, "花"\n子'],
      [null, -5],
    ]),
    '\uFEFF番号,名前\r\n26-1,"山田, ""花""\n子"\r\n,-5\r\n',
  );
});

t.test('no text is a formula to a spreadsheet, in whatever width; a number of ours stays one', async (t) => {
  const texts = ['=1+1', '+81', '-1', '@SUM(A1)', '\t=1', '＝1', '＋1', '－1', '＠a', "'=1", "''=1"];
  const cells: string[][] = parse(textOf(texts.map((text) => [text, -1])), { bom: true, from: 2 });
  t.strictSame(
    cells,
    texts.map((text) => [`'${text}`, '-1']),
  );
  const made = csvPiece({ titles: texts, rows: [], encoding: 'UTF8_BOM', begins: true });
  t.strictSame(
    'bytes' in made && parse(Buffer.from(made.bytes), { bom: true }),
    [texts.map((text) => `'${text}`)],
    'a title is anybody’s text, too: the code of a question',
  );
});

t.test('format ∘ parse = identity, for every text, in both encodings', async (t) => {
  const cell = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",\'a1あ髙①＝ｱ') });
  const { numRuns, counterexample } = fc.check(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 1 }),
      fc.constantFrom('UTF8_BOM', 'MS932'),
      (rows, encoding) => {
        const bytes = bytesOf(rows, encoding);
        const text = encoding === 'MS932' ? fromMs932(bytes) : new TextDecoder().decode(bytes);
        const read: string[][] = parse(text ?? '', { record_delimiter: '\r\n', from: 2 });
        const back = read.map((row) => row.map((one) => one.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, '')));
        return JSON.stringify(back) === JSON.stringify(rows);
      },
    ),
  );
  t.strictSame([numRuns, counterexample], [100, null]);
});

t.test('a character that MS932 has not is told with its place, and nothing is written for it', async (t) => {
  const rows = [
    ['26-1', '髙橋〜'],
    ['26-2', '𠮷田?'],
  ];
  t.strictSame(csvPiece({ titles: ['番号', '名前'], rows, encoding: 'MS932', begins: true }), {
    unwritable: { character: '𠮷', row: 2, title: '名前' },
  });
});
