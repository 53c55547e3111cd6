import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import t from 'tap';
import { cannotWrite } from '../../src/store/cannot-write.ts';

t.test(
  'an error of a full disk is known, of SQLite and of the system; what is wrong with a statement is not',
  async (t) => {
    const db = new DatabaseSync(join(t.testdir(), 'full.sqlite'));
    db.exec('CREATE TABLE kept (text TEXT); PRAGMA max_page_count = 2;');
    const caught = (act: () => unknown): unknown => {
      try {
        return act();
      } catch (error) {
        return error;
      }
    };
    t.equal(cannotWrite(caught(() => db.prepare('INSERT INTO kept VALUES (?)').run('x'.repeat(100_000)))), true);
    t.equal(cannotWrite(caught(() => db.prepare('INSERT INTO nothing VALUES (1)').run())), false);
    db.close();
    for (const code of ['ENOSPC', 'EDQUOT', 'EROFS'])
      t.equal(cannotWrite(Object.assign(new Error(), { code })), true, code);
    for (const other of [Object.assign(new Error(), { code: 'ENOENT' }), new Error('full'), 'ENOSPC', null])
      t.equal(cannotWrite(other), false);
  },
);
