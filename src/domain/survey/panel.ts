import { BATCH } from './gathering.ts';

/** Answers whose panel keys have been written in the same waves so far. */
interface Alike {
  /** Those who answer now, in the order of the lot. */
  readonly keys: readonly string[];
  /** How many keys there are so far of which this is true. */
  readonly known: number;
  /** How many of `keys` are written now. */
  written: number;
}

/** None of them, or a batch at least; and of those that were known none is left, or a batch. */
const mayWrite = (written: number, known: number): boolean =>
  written === 0 || (written >= BATCH && (written >= known || known - written >= BATCH));

const mostUpTo = (most: number, known: number): number => {
  let written = most;
  while (!mayWrite(written, known)) written -= 1;
  return written;
};

/**
 * Which of a wave's panel keys are written, so that who answered which waves, which the log tells,
 * and which keys stand in which waves link nobody (rule 39): of all keys that stand in the same
 * waves, and of a wave's answers without one, there are five at least, unless fewer answered in
 * all. Where somebody left the study, some of those who stayed lose the join with them.
 *
 * `keys`: of those who answer, in the order of the lot. `earlier`: the keys of each of the group's
 * waves so far. `goesOn`: whether further waves come, for which who is new gets a key.
 */
export const writtenKeys = (
  keys: readonly string[],
  earlier: readonly (readonly string[])[],
  goesOn: boolean,
): ReadonlySet<string> => {
  const waves = earlier.map((those) => new Set(those));
  const wavesOf = (key: string): string => waves.map((those) => (those.has(key) ? '1' : '0')).join('');
  const known = Map.groupBy(new Set(earlier.flat()), wavesOf);
  const groups = [...Map.groupBy(keys, wavesOf)].map(([those, alike]): Alike => {
    const isNew = !those.includes('1');
    const most = isNew && !goesOn ? 0 : alike.length;
    const knownBefore = known.get(those)?.length ?? 0;
    return { keys: alike, known: knownBefore, written: mostUpTo(most, knownBefore) };
  });
  const without = (): number => groups.reduce((total, { keys: { length }, written }) => total + length - written, 0);
  while (without() > 0 && without() < BATCH) {
    const largest = groups.toSorted((a, b) => b.written - a.written)[0];
    if (!largest || largest.written === 0) break;
    largest.written = mostUpTo(largest.written - 1, largest.known);
  }
  return new Set(groups.flatMap(({ keys: those, written }) => those.slice(0, written)));
};
