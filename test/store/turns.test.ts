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

t.test('rule 3: what is shared goes on beside the like, and waits for what is done alone', async (t) => {
  const turns = new Turns();
  const begun: string[] = [];
  const gates = new Map<string, () => void>();
  const take = (what: string, shared: boolean) => {
    const act = () => {
      begun.push(what);
      return new Promise<void>((resolve) => gates.set(what, resolve));
    };
    return turns.take('caregiver', act, shared);
  };
  const end = async (what: string, over: Promise<void>) => {
    gates.get(what)?.();
    await over;
    // Whoever may begin now does so by then.
    await new Promise(setImmediate);
  };
  const [one, two] = [take('one', true), take('two', true)];
  const alone = take('alone', false);
  const [three, four] = [take('three', true), take('four', true)];
  await new Promise(setImmediate);
  t.strictSame(begun, ['one', 'two']);
  await end('two', two);
  t.strictSame(begun, ['one', 'two'], 'one of the two is not over');
  await end('one', one);
  t.strictSame(begun, ['one', 'two', 'alone']);
  await end('alone', alone);
  t.strictSame(begun, ['one', 'two', 'alone', 'three', 'four']);
  const last = take('last', false);
  await end('four', four);
  t.strictSame(begun.length, 5);
  await end('three', three);
  t.strictSame(begun.at(-1), 'last');
  await end('last', last);
});
