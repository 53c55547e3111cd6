import type { Uuid } from '../ids.ts';

/** A prime under 2^26, so that a product of two numbers below it is exact. */
const PRIME = 67_108_859;
/** What takes longer to search through is taken for too close. */
const MOST_STEPS = 20_000;

type Vector = readonly number[];
/** Those who are in the same blocks, by how many they are. */
interface Alike {
  readonly weight: number;
  readonly at: number;
}

/**
 * Whether some sum of figures that rest on these blocks, whatever each is multiplied with, is about
 * more than none and fewer than `limit` people (rule 40). Reckoned modulo a prime: what holds in
 * whole numbers holds there as well, so none is missed.
 */
export const canTellOfFew = (blocks: readonly ReadonlySet<Uuid>[], limit: number): boolean => {
  const people = new Set(blocks.flatMap((block) => [...block]));
  const alike = Map.groupBy(people, (id) => blocks.map((block) => (block.has(id) ? '1' : '0')).join(''));
  const columns = [...alike.values()].map(({ length: weight }, at): Alike => ({ weight, at }));
  const signatures = [...alike.keys()];
  let vectors = independent(blocks.map((_, n) => signatures.map((signature) => Number(signature[n]))));
  for (const { at, weight } of columns) if (weight >= limit) vectors = vanishingAt(vectors, at);
  const light = columns.filter(({ weight }) => weight < limit).sort((a, b) => b.weight - a.weight);
  let steps = 0;
  /** Whether a sum is left of fewer than `room` people beside those it may be about anyway. */
  const search = (left: readonly Vector[], from: number, room: number): boolean => {
    steps += 1;
    if (left.length === 0) return false;
    const n = light.findIndex(({ at }, index) => index >= from && left.some((vector) => vector[at] !== 0));
    const next = light[n];
    if (!next || steps > MOST_STEPS) return true;
    const isAbout = next.weight < room && search(left, n + 1, room - next.weight);
    return isAbout || search(vanishingAt(left, next.at), n + 1, room);
  };
  return apart(vectors).some((those) => {
    steps = 0;
    return search(those, 0, limit);
  });
};

/**
 * Vectors in groups that share no place with another: a sum that is about few is of one of them.
 */
const apart = (vectors: readonly Vector[]): readonly (readonly Vector[])[] => {
  let groups: readonly { readonly places: ReadonlySet<number>; readonly vectors: readonly Vector[] }[] = [];
  for (const vector of vectors) {
    const places = new Set(vector.flatMap((value, at) => (value === 0 ? [] : [at])));
    const touched = groups.filter((group) => [...places].some((place) => group.places.has(place)));
    const together = [...touched, { places, vectors: [vector] }];
    groups = [
      ...groups.filter((group) => !touched.includes(group)),
      {
        places: new Set(together.flatMap((group) => [...group.places])),
        vectors: together.flatMap((group) => group.vectors),
      },
    ];
  }
  return groups.map((group) => group.vectors);
};

const inverse = (value: number): number => {
  let [power, result, exponent] = [value, 1, PRIME - 2];
  for (; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * power) % PRIME;
    power = (power * power) % PRIME;
  }
  return result;
};

/** Those sums of vectors that are 0 at a place: one fewer, where some are not. */
const vanishingAt = (vectors: readonly Vector[], at: number): readonly Vector[] => {
  const pivot = vectors.find((vector) => vector[at] !== 0);
  if (!pivot) return vectors;
  const factor = inverse(pivot[at] ?? 1);
  return vectors.flatMap((vector) => {
    if (vector === pivot) return [];
    const times = ((vector[at] ?? 0) * factor) % PRIME;
    if (times === 0) return [vector];
    return [vector.map((value, n) => (value + PRIME - ((times * (pivot[n] ?? 0)) % PRIME)) % PRIME)];
  });
};

/** As many of the vectors as none is a sum of others. */
const independent = (vectors: readonly Vector[]): readonly Vector[] => {
  const kept: Vector[] = [];
  let rest = vectors.map((vector, n) => ({ vector, n }));
  for (let at = 0; at < (vectors[0]?.length ?? 0); at += 1) {
    const pivot = rest.find(({ vector }) => vector[at] !== 0);
    if (!pivot) continue;
    kept.push(vectors[pivot.n] ?? []);
    const others = rest.filter((each) => each !== pivot);
    const vanishing = others.map(({ vector, n }) => ({
      vector: vanishingAt([pivot.vector, vector], at).at(-1) ?? vector,
      n,
    }));
    rest = vanishing;
  }
  return kept;
};
