import { errorFunction } from 'simple-statistics';

/** A two-sided test of a change. */
export interface RankTest {
  /** With how p was reckoned, and over how many. */
  readonly test: string;
  readonly p: number;
  /** Rank-biserial correlation, from -1 to 1: above 0 where the later values are higher. */
  readonly effectSize: number;
}

/** Above so many values p is approximated by the normal distribution. */
const MOST_EXACT = 50;

/**
 * Wilcoxon's signed-rank test of paired differences, later minus earlier. Differences of 0 are left
 * out, equal ones share their ranks. p is exact to 50 differences, of the distribution given these
 * ranks (which without equal ones is that of the tables); above by the normal approximation with
 * corrections for ties and continuity. The effect size is (W+ − W−) / (W+ + W−) (Kerby, The simple
 * difference formula, Comprehensive Psychology 3, 2014).
 */
export const signedRankTest = (differences: readonly number[]): RankTest => {
  const moved = differences.filter((difference) => difference !== 0);
  const n = moved.length;
  const ranks = doubledRanks(moved.map(Math.abs));
  const total = sum(ranks);
  const up = sum(ranks.filter((_, at) => (moved[at] ?? 0) > 0));
  const isExact = n <= MOST_EXACT;
  const variance = sum(ranks.map((rank) => rank * rank)) / 4;
  const p = isExact
    ? outside(sumsOfAny(ranks), total / 2, Math.abs(up - total / 2))
    : normalOutside(Math.abs(up - total / 2) - 1, variance);
  return {
    test: `Wilcoxon signed-rank, two-sided, ${approach(isExact)} (pairs: ${differences.length}, unequal: ${n})`,
    p: n === 0 ? 1 : p,
    effectSize: total === 0 ? 0 : (2 * up - total) / total,
  };
};

/**
 * The test of Mann and Whitney, of two groups that are not paired. p is exact to 50 values in all,
 * of the distribution given these ranks; above by the normal approximation with corrections for
 * ties and continuity. The effect size is 2U / (n₁n₂) − 1 (Cliff's delta). Neither may be empty.
 */
export const mannWhitneyTest = (later: readonly number[], earlier: readonly number[]): RankTest => {
  const [n1, n2] = [later.length, earlier.length];
  const n = n1 + n2;
  const ranks = doubledRanks([...later, ...earlier]);
  const rankSum = sum(ranks.slice(0, n1));
  const middle = n1 * (n + 1);
  const isExact = n <= MOST_EXACT;
  const spread = sum(ranks.map((rank) => (rank - (n + 1)) ** 2)) / (n - 1);
  const away = Math.abs(rankSum - middle);
  const p = isExact ? outside(sumsOfSome(ranks, n1), middle, away) : normalOutside(away - 1, (n1 * n2 * spread) / n);
  const u = (rankSum - n1 * (n1 + 1)) / 2;
  return {
    test: `Mann-Whitney U, two-sided, ${approach(isExact)} (n: ${n1} later, ${n2} earlier)`,
    p,
    effectSize: (2 * u) / (n1 * n2) - 1,
  };
};

const approach = (isExact: boolean): string => (isExact ? 'exact' : 'normal approximation');
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Twice the rank of each, so that what equal ones share is a whole number. */
const doubledRanks = (values: readonly number[]): readonly number[] => {
  const [first, last] = [new Map<number, number>(), new Map<number, number>()];
  values
    .toSorted((a, b) => a - b)
    .forEach((value, at) => {
      if (!first.has(value)) first.set(value, at + 1);
      last.set(value, at + 1);
    });
  return values.map((value) => (first.get(value) ?? 0) + (last.get(value) ?? 0));
};

/** How probable each sum is, by itself, where a coin is tossed for each. */
const sumsOfAny = (ranks: readonly number[]): readonly number[] => {
  let chances = [1];
  for (const rank of ranks)
    chances = Array.from(
      { length: chances.length + rank },
      (_, at) => ((chances[at] ?? 0) + (chances[at - rank] ?? 0)) / 2,
    );
  return chances;
};

/** How probable each sum is of so many that are drawn by lot. */
const sumsOfSome = (ranks: readonly number[], drawn: number): readonly number[] => {
  const bySize: number[][] = Array.from({ length: drawn + 1 }, (_, size) => (size === 0 ? [1] : []));
  ranks.forEach((rank, before) => {
    for (let size = Math.min(drawn, before + 1); size > 0; size -= 1) {
      const [own = [], fewer = []] = [bySize[size], bySize[size - 1]];
      fewer.forEach((ways, at) => {
        if (ways > 0) own[at + rank] = (own[at + rank] ?? 0) + ways;
      });
    }
  });
  const ways = Array.from(bySize[drawn] ?? [], (each) => each ?? 0);
  const all = sum(ways);
  return ways.map((each) => each / all);
};

/** The probability of sums that are so far from the middle, or further. */
const outside = (chances: readonly number[], middle: number, away: number): number =>
  Math.min(1, sum(chances.filter((_, at) => Math.abs(at - middle) >= away)));

/** Two-sided. */
const normalOutside = (away: number, variance: number): number =>
  variance === 0 ? 1 : 1 - errorFunction(Math.max(0, away) / Math.sqrt(2 * variance));
