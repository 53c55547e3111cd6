import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import t from 'tap';
import { offices } from '../../src/projections/offices.ts';
import { ReadModel } from '../../src/projections/read-model.ts';
import { workTable } from '../../src/projections/work.ts';

t.test('it is known since when a table has not been written', async (t) => {
  const file = join(t.testdir(), 'read-model.sqlite');
  new DatabaseSync(file).close();
  const readModel = new ReadModel(file, 5);
  t.teardown(() => readModel.close());
  const written = (after: number): boolean[] =>
    [workTable, offices].map((table) => readModel.mayHaveWritten(table, after));

  t.strictSame(
    [written(4), written(5)],
    [
      [true, true],
      [false, false],
    ],
    'before it was opened anything may have been',
  );
  readModel.advanced(7, new Map([['work', null]]));
  readModel.advanced(8, new Map([['offices', ['one']]]));
  t.strictSame(
    [written(6), written(7)],
    [
      [true, true],
      [false, true],
    ],
  );
  readModel.advanced(9);
  t.strictSame(
    [written(8), written(9)],
    [
      [true, true],
      [false, false],
    ],
    'and where the tables are not told',
  );
});
