import t from 'tap';
import { csvRows, inOneLine } from '../../src/exchange/csv-rows.ts';

const LINE_ENDS = ['\r\n', '\n', '\r'];
const shown = (text: string) =>
  csvRows(text).map((row) => [row.line, 'cells' in row ? row.cells.map(inOneLine).join('|') : 'bad']);

t.test('rule 46: whatever ends the lines, a row is named by the line on which it begins', async (t) => {
  for (const first of LINE_ENDS)
    for (const inCell of LINE_ENDS)
      for (const other of LINE_ENDS)
        t.strictSame(
          shown(`a,b,c${first}1,"x${inCell}y",2${other}${other}3,"p ${inCell}${inCell} q",4${first}5,6,7`),
          [
            [1, 'a|b|c'],
            [2, '1|x y|2'],
            [5, '3|p q|4'],
            [8, '5|6|7'],
          ],
          JSON.stringify([first, inCell, other]),
        );
});

t.test('rule 46: a stray quote spoils its own row alone, wherever it stands', async (t) => {
  const stray = ['"x,2,3', '1,"x,3', '1,2,"x', '1,"x"" y,3', '"1","2","3'];
  for (const bad of stray) {
    t.strictSame(
      shown(`a,b,c\n1,2,3\n${bad}\n4,"5",6\n"7",8,9\n`),
      [
        [1, 'a|b|c'],
        [2, '1|2|3'],
        [3, 'bad'],
        [4, '4|5|6'],
        [5, '7|8|9'],
      ],
      bad,
    );
    t.strictSame(shown(`a,b,c\n${bad}`).at(-1), [2, 'bad'], `${bad}, at the end`);
  }
});

t.test('rule 46: two stray quotes of one column do not make one cell of the rows between them', async (t) => {
  t.strictSame(shown('a,b,c\n1,"x,3\n4,5,6\n7,y",9\n10,11,12\n'), [
    [1, 'a|b|c'],
    [2, 'bad'],
    [3, '4|5|6'],
    [4, '7|y"|9'],
    [5, '10|11|12'],
  ]);
});

t.test('rule 46: a row of another width than the header is bad; quotes around part of a text are text', async (t) => {
  t.strictSame(shown('a,b\n1\n1,2,3\n5"x"y,"6 ""z"""\n"x"y,2\n'), [
    [1, 'a|b'],
    [2, 'bad'],
    [3, 'bad'],
    [4, '5"x"y|6 "z"'],
    [5, '"x"y|2'],
  ]);
});
