import fc from 'fast-check';
import t from 'tap';
import { writtenKeys } from '../../../src/domain/survey/panel.ts';

fc.configureGlobal({ seed: 39, numRuns: 500 });

const PEOPLE = 24;
/** Who answers a wave, in the order of the lot. */
const wave = fc.shuffledSubarray(
  Array.from({ length: PEOPLE }, (_, n) => `key ${n}`),
  { minLength: 0, maxLength: PEOPLE },
);

/** Of several waves those in which all keys are written, and what stands in each. */
const lived = (waves: readonly (readonly string[])[]): string[][] => {
  const written: string[][] = [];
  for (const [n, keys] of waves.entries()) {
    const these = writtenKeys(
      keys,
      written.filter((those) => those.length > 0),
      n < waves.length - 1,
    );
    written.push([...these]);
  }
  return written;
};

t.test('rule 39: whoever answered which waves, no fewer than five keys stand in the same waves', (t) => {
  fc.assert(
    fc.property(fc.array(wave, { minLength: 1, maxLength: 4 }), (waves) => {
      for (let n = 1; n <= waves.length; n += 1) {
        const written = lived(waves.slice(0, n));
        const standsIn = (key: string) => written.map((those) => those.includes(key)).join();
        const alike = [...Map.groupBy(new Set(written.flat()), standsIn).values()];
        const without = waves.slice(0, n).map((keys, at) => keys.length - (written[at]?.length ?? 0));
        const isSmall = (count: number) => count > 0 && count < 5;
        if (alike.some((keys) => isSmall(keys.length))) return false;
        if (without.some((count, at) => isSmall(count) && count < (waves[at]?.length ?? 0))) return false;
      }
      return true;
    }),
  );
  t.end();
});

const keys = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `key ${from + n}`);

t.test('rule 39: most who answer both waves are joined', (t) => {
  const first = keys(0, 20);
  const joined = (second: readonly string[]) => writtenKeys(second, [first], false).size;
  t.equal(joined(first), 20);
  t.equal(joined(keys(1, 20)), 14, 'one left: four go with them, five in all are without a key in this wave');
  t.equal(joined(keys(5, 20)), 15, 'five left');
  t.equal(joined(keys(0, 21)), 15, 'somebody is new');
  t.equal(joined(keys(0, 25)), 20, 'five are new');
  t.equal(joined(keys(17, 20)), 0);
  t.equal(writtenKeys(keys(0, 25), [first], true).size, 25, 'who is new gets a key for what is to come');
  t.end();
});
