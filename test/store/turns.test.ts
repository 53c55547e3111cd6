import t from 'tap';
import { Turns } from '../../src/store/turns.ts';

t.test('rule 3: under one name one after another, in their order, also after one that failed', async (t) => {
  const turns = new Turns();
  const done: string[] = [];
  const gate = Promise.withResolvers<void>();
  const act = (what: string, wait?: Promise<void>) => async () => {
    done.push(`${what} begins`);
    await wait;
    done.push(`${what} ends`);
    return what;
  };
  const first = turns.take('visits', act('first', gate.promise));
  const failing = turns.take('visits', async () => {
    done.push('fails');
    throw new Error('no');
  });
  const last = turns.take('visits', act('last'));
  t.equal(await turns.take('others', act('other')), 'other', 'another name waits for none of these');
  t.strictSame(done, ['first begins', 'other begins', 'other ends']);
  gate.resolve();
  await t.rejects(failing, { message: 'no' });
  t.strictSame([await first, await last], ['first', 'last']);
  t.strictSame(done.slice(3), ['first ends', 'fails', 'last begins', 'last ends']);
});
