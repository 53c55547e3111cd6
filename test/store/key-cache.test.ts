import t from 'tap';
import { uuidOf } from '../../src/domain/ids.ts';
import { type KeyId, keyIdOf } from '../../src/domain/sealed.ts';
import { KeyCache } from '../../src/store/key-cache.ts';
import type { VaultKey } from '../../src/store/vault.ts';
import { keyOf } from '../../src/store/vault-cipher.ts';

const SECRET = Buffer.alloc(32, 1);
const key = (n: number): VaultKey => keyOf(keyIdOf('client', uuidOf('client', n)), SECRET);
const id = (n: number): KeyId => key(n).id;

t.test('a key opens for less than 60 s from when its reading began, by the clock that is given', async (t) => {
  let now = 1_000.25;
  const cache = new KeyCache(() => now);
  const first = key(1);
  const kept = cache.reading();
  now += 30_000;
  t.equal(kept(first), first);
  now += 29_999;
  t.equal(cache.find(first.id), first);
  now += 1;
  t.equal(cache.find(first.id), null);
  // Being found does not make it younger, being read again does.
  t.equal(cache.reading()(first), first);
  now += 59_999;
  const again = key(1);
  cache.reading()(again);
  now += 59_999;
  t.equal(cache.find(first.id), again);
  now += 1;
  t.equal(cache.find(first.id), null);
});

t.test(
  'a reading that took longer than a minute keeps nothing, and so does one amid which keys are forgotten',
  async (t) => {
    let now = 1_000;
    const cache = new KeyCache(() => now);
    const late = cache.reading();
    now += 60_000;
    late(key(1));
    t.equal(cache.find(id(1)), null);
    const [two, three] = [key(2), key(3)];
    cache.reading()(two);
    const under = cache.reading();
    cache.forget([id(1)]);
    t.equal(under(three), three);
    t.strictSame([cache.find(two.id), cache.find(three.id)], [two, null]);
    cache.forget([two.id]);
    t.equal(cache.find(two.id), null);
  },
);

t.test('ten thousand keys are kept, those that were used last', async (t) => {
  const cache = new KeyCache(() => 1_000);
  for (let n = 0; n < 10_000; n += 1) cache.reading()(key(n));
  t.equal(cache.find(id(0))?.id, id(0));
  cache.reading()(key(10_000));
  t.equal(cache.find(id(1)), null);
  t.strictSame(
    [0, 2, 9_999, 10_000].map((n) => cache.find(id(n))?.id),
    [0, 2, 9_999, 10_000].map(id),
  );
});
