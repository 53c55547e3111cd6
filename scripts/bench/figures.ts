/** One row of the table of docs/performance.md. */
export interface Figure {
  readonly path: string;
  /** What `ours` and `limit` count, e.g. `events/s`. */
  readonly unit: string;
  readonly ours: number;
  readonly limit: number;
  /** Larger is better, always: how near we come to the limit. */
  readonly ratio: number;
  /** The least that is allowed (quality.md, Speed). */
  readonly bound: number;
  /** Half the distance between the best and the worst round, as a part of the ratio. */
  readonly spread: number;
  /** Ours over theirs, for the same work. Empty where they are not installed. */
  readonly peers: Readonly<Record<string, number>>;
  readonly rounds: number;
}

/** Throws a `RangeError` for none. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/**
 * The smallest value that so large a part of all does not exceed. Throws a `RangeError` for none.
 */
export const quantile = (values: readonly number[], part: number): number => {
  const value = [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * part) - 1)];
  if (value === undefined) throw new RangeError('there are no values');
  return value;
};

/** What each contestant reached in each round, in the same order. */
export type Rounds = Readonly<Record<string, readonly number[]>>;

const MOST_MILLISECONDS = 120_000;
/** So long each runs before it counts, until what it does is compiled. */
const WARM_UP_MILLISECONDS = 2_000;

/**
 * Runs the contestants in turn, each round in the other order, after rounds that do not count: what
 * else happens on the machine then meets all of them. Each returns what it reached. No round begins
 * after `MOST_MILLISECONDS`.
 */
export const alternating = async <Name extends string>(
  rounds: number,
  contestants: Readonly<Record<Name, () => number | Promise<number>>>,
  { warmUp = true } = {},
): Promise<Record<Name, number[]>> => {
  const names = Object.keys(contestants) as Name[];
  const reached = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  let begun = performance.now();
  const isWarm = (): boolean => performance.now() - begun >= WARM_UP_MILLISECONDS * names.length;
  while (warmUp && !isWarm()) for (const name of names) await contestants[name]();
  begun = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    if (round > 0 && performance.now() - begun > MOST_MILLISECONDS) break;
    for (const name of round % 2 === 0 ? names : names.toReversed()) reached[name].push(await contestants[name]());
  }
  return reached;
};

/** What is said of a row beside its numbers. */
type About = Pick<Figure, 'path' | 'unit' | 'bound'>;

/** A row of rates: the ratio is that of ours to the limit's of the same round. */
export const rateFigure = (about: About, { ours = [], limit = [], ...peers }: Rounds): Figure => {
  const ratios = ours.map((value, n) => value / (limit[n] ?? Number.NaN));
  return {
    ...about,
    ours: median(ours),
    limit: median(limit),
    ...ratioOf(ratios),
    peers: Object.fromEntries(
      Object.entries(peers).map(([name, theirs]) => [
        name,
        median(ours.map((value, n) => value / (theirs[n] ?? Number.NaN))),
      ]),
    ),
  };
};

/** A row of what may be so much at the most: the ratio is that of the most to ours. */
export const atMostFigure = (about: About, most: number, ours: readonly number[]): Figure => ({
  ...about,
  ours: median(ours),
  limit: most,
  ...ratioOf(ours.map((value) => most / value)),
  peers: {},
});

const ratioOf = (ratios: readonly number[]): Pick<Figure, 'ratio' | 'spread' | 'rounds'> => {
  const ratio = median(ratios);
  return { ratio, spread: (Math.max(...ratios) - Math.min(...ratios)) / 2 / ratio, rounds: ratios.length };
};

/** How many times slower the second of two may be: its ratio is that of the first to the second. */
export const GROWTH = 1.3;
