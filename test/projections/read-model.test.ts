import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { offices } from '../../src/projections/offices.ts';
import { ReadModel } from '../../src/projections/read-model.ts';
import { isFollowing, isStillToDo, workTable } from '../../src/projections/work.ts';

/** A file as a projector has left it at a position, what may write it, and what reads it. */
const opened = (t: Test, position: number) => {
  const file = join(t.testdir(), 'read-model.sqlite');
  const writer = new DatabaseSync(file);
  writer.exec(`PRAGMA journal_mode=WAL; CREATE TABLE projector (checkpoint INTEGER); ${workTable.schema}
    INSERT INTO projector VALUES (${position});`);
  const readModel = new ReadModel(file, position);
  t.teardown(() => {
    readModel.close();
    writer.close();
  });
  return { writer, readModel };
};

t.test('it is known since when a table has not been written', async (t) => {
  const { readModel } = opened(t, 5);
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

t.test(
  'contract, Payloads: what is read in a turn is of one moment, also before the projector has told of it',
  async (t) => {
    const { writer, readModel } = opened(t, 5);
    const [id, request, now] = ['visit', 'request', '2026-06-01T00:00:00.000Z'];
    const write = (checkpoint: number, change: string): void =>
      writer.exec(`BEGIN; ${change}; UPDATE projector SET checkpoint = ${checkpoint}; COMMIT;`);
    write(5, `INSERT INTO work VALUES ('process', '${id}', '', 'cause', '${request}', '${id}')`);
    /** By its key, by its prefix and by a statement. */
    const seen = (): boolean[] => [
      isStillToDo(readModel, 'process', id),
      isStillToDo(readModel, 'process'),
      isFollowing(readModel, request, now),
    ];
    t.strictSame([seen(), readModel.position], [[true, true, true], 5]);
    await turn();
    isStillToDo(readModel, 'process', id);
    write(6, 'DELETE FROM work');
    t.strictSame([seen(), readModel.position], [[true, true, true], 5], 'in the turn in which it was looked at before');
    await turn();
    t.strictSame([readModel.position, seen()], [6, [false, false, false]], 'in the next one');
    write(7, `INSERT INTO work VALUES ('process', '${id}', '', 'cause', '${request}', '${id}')`);
    readModel.advanced(6, new Map([['work', [`process\u0000${id}\u0000${id}`]]]));
    t.strictSame([seen(), readModel.position], [[true, true, true], 7], 'and told of what has been overtaken');
  },
);
