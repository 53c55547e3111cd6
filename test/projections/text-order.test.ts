import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import t from 'tap';
import { inTextOrder } from '../../src/projections/text-order.ts';

t.test('texts are in the order in which SQLite sorts them, whatever their script', async (t) => {
  const db = new DatabaseSync(':memory:');
  const compared = db.prepare('SELECT CASE WHEN ?1 < ?2 THEN -1 WHEN ?1 > ?2 THEN 1 ELSE 0 END AS sign');
  const bySqlite = (a: string, b: string): number => Number(compared.get(a, b)?.sign);
  const texts = fc.array(fc.constantFrom('a', 'é', 'Ｃ', '﨑', '𠮷', '😀', '￿', '\ud7ff', '崎'), { maxLength: 4 });
  const text = fc.oneof(
    texts.map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, text, (a, b) => Math.sign(inTextOrder(a, b)) === bySqlite(a, b)),
    { examples: [['﨑', '𠮷']] },
  );
  t.equal(Math.sign(inTextOrder('﨑', '𠮷')), -1);
  t.equal('﨑' < '𠮷', false, 'unlike in JavaScript');
  db.close();
});
