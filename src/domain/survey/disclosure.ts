import type { Uuid } from '../ids.ts';
import type { Audience } from './events.ts';
import type { FrameGroup } from './frame.ts';

/** How many answers one audience gave in one network. */
export interface Cell {
  readonly audience: Audience;
  readonly networkId: Uuid;
  readonly n: number;
}
type Cells = readonly Cell[];
export const LINES = ['audience', 'networkId'] as const;
export type Line = (typeof LINES)[number];

const sum = (cells: Cells): number => cells.reduce((total, { n }) => total + n, 0);

/**
 * Rule 40 for one breakdown: groups under the threshold are hidden, then the next smallest, until
 * the hidden ones together reach it. Returns the groups shown and, as one, those hidden.
 */
const withRemainder = (groups: readonly Cells[], threshold: number): readonly Cells[] => {
  const bySize = groups.filter((cells) => sum(cells) > 0).sort((a, b) => sum(a) - sum(b));
  let remainder: Cells = [];
  let shownFrom = 0;
  for (const cells of bySize) {
    if (sum(cells) >= threshold && (remainder.length === 0 || sum(remainder) >= threshold)) break;
    remainder = [...remainder, ...cells];
    shownFrom += 1;
  }
  return remainder.length === 0 ? bySize : [...bySize.slice(shownFrom), remainder];
};

const groupedBy = (cells: Cells, keyOf: (cell: Cell) => string): readonly Cells[] => [
  ...Map.groupBy(cells, keyOf).values(),
];

/**
 * Small lines join others, then small crossings join others of their line: `first` lines stay
 * whole, the others where they can.
 */
const partition = (cells: Cells, threshold: number, first: Line): readonly Cells[] => {
  const second = first === 'audience' ? 'networkId' : 'audience';
  const others = withRemainder(
    groupedBy(cells, (cell) => cell[second]),
    threshold,
  );
  const otherOf = (cell: Cell): string => String(others.findIndex((those) => those.includes(cell)));
  return withRemainder(
    groupedBy(cells, (cell) => cell[first]),
    threshold,
  ).flatMap((line) => withRemainder(groupedBy(line, otherOf), threshold));
};

/** Cells that are shown together or not at all, and how many answered in them. */
export interface Block {
  readonly cells: Cells;
  readonly n: number;
}
export type InGroup = (cell: Pick<Cell, Line>) => boolean;

const keyOf = ({ audience, networkId }: Pick<Cell, Line>): string => `${audience} ${networkId}`;

/** The smallest groups of cells of which each of the given ones lies whole in one. */
const joined = (groups: readonly Cells[]): readonly Cells[] => {
  const groupOf = new Map<string, Map<string, Cell>>();
  for (const cells of groups) {
    const together = new Map(
      cells.flatMap((cell) => [[keyOf(cell), cell] as const, ...(groupOf.get(keyOf(cell)) ?? [])]),
    );
    for (const key of together.keys()) groupOf.set(key, together);
  }
  return [...new Set(groupOf.values())].map((group) => [...group.values()]);
};

const showsIn = (
  blocks: readonly Block[],
  threshold: number,
  inGroup: (cell: Cell) => boolean,
  hidden: ReadonlySet<Block> = new Set(),
): boolean => {
  let total = 0;
  for (const block of blocks) {
    const filled = block.cells.filter(({ n }) => n > 0);
    const inside = filled.filter(inGroup).length;
    if (inside > 0 && (inside < filled.length || hidden.has(block))) return false;
    if (inside > 0) total += block.n;
  }
  return total >= threshold;
};

/** Audiences and networks that are shown whole count before single crossings. */
const usefulness = (blocks: readonly Block[], threshold: number): number => {
  const cells = blocks.flatMap((block) => block.cells);
  const lines = [...groupedBy(cells, ({ audience }) => audience), ...groupedBy(cells, ({ networkId }) => networkId)];
  const shown = (groups: readonly Cells[]): number =>
    groups.filter((group) => showsIn(blocks, threshold, (cell) => group.includes(cell))).length;
  return shown(lines) * (cells.length + 1) + shown(cells.map((cell) => [cell]));
};

/** Cells of a partition are joined further where they lie in one of `outer`. */
const blocksOf = (cells: Cells, threshold: number, first: Line, outer: readonly Block[]): readonly Block[] => {
  const filled = cells.filter(({ n }) => n > 0);
  const counts = new Map(filled.map((cell) => [keyOf(cell), cell.n]));
  return joined([...outer.map((block) => block.cells), ...partition(filled, threshold, first)]).map((group) => {
    const counted = group.map((cell) => ({ ...cell, n: counts.get(keyOf(cell)) ?? 0 }));
    return { cells: counted, n: sum(counted) };
  });
};

/** Which lines, kept whole first, leave more to be shown of these cells. */
export const moreUseful = (cells: Cells, threshold: number): Line => {
  const [byAudience = 0, byNetwork = 0] = LINES.map((first) =>
    usefulness(blocksOf(cells, threshold, first, []), threshold),
  );
  return byNetwork > byAudience ? 'networkId' : 'audience';
};

/**
 * What may be shown of some answers. Made once from all of them, whatever is asked: every cell with
 * answers lies in one block, and each block holds the threshold at least, unless they are fewer in
 * all. A group is shown only where it is made of whole blocks; so sums and differences of whatever
 * has been shown, over all breakdowns and filters, come down to whole blocks, and none is under the
 * threshold.
 */
export class Disclosure {
  readonly blocks: readonly Block[];
  readonly threshold: number;
  readonly first: Line;
  readonly #blockOf: ReadonlyMap<string, Block>;

  /** `first`: the lines that are kept whole where they can. */
  constructor(
    cells: Cells,
    threshold: number,
    first: Line = moreUseful(cells, threshold),
    outer: readonly Block[] = [],
  ) {
    this.threshold = threshold;
    this.first = first;
    this.blocks = blocksOf(cells, threshold, first, outer);
    this.#blockOf = new Map(this.blocks.flatMap((block) => block.cells.map((cell) => [keyOf(cell), block] as const)));
  }

  /** Of those among these who have `cells`: divided the same way, and no block further. */
  within(cells: Cells): Disclosure {
    return new Disclosure(cells, this.threshold, this.first, this.blocks);
  }

  /**
   * Whether the figures of the cells that `inGroup` takes in may be shown, where those of some
   * blocks are `hidden` for another reason.
   */
  shows(inGroup: InGroup, hidden?: ReadonlySet<Block>): boolean {
    return showsIn(this.blocks, this.threshold, inGroup, hidden);
  }

  /** The block in which these people's cell lies. */
  blockOf(cell: Pick<Cell, Line>): Block | undefined {
    return this.#blockOf.get(keyOf(cell));
  }

  /**
   * Whether the group takes in each block whole or not at all, and so none of the cells, or the
   * threshold at least.
   */
  isWhole(inGroup: InGroup): boolean {
    return this.shows(inGroup) || this.isEmpty(inGroup);
  }

  /** Whether none of these people are in the group. */
  isEmpty(inGroup: InGroup): boolean {
    return !this.blocks.some(({ cells }) => cells.some((cell) => cell.n > 0 && inGroup(cell)));
  }
}

/** How many of some people there are in each cell in which there is one. */
export const cellsOf = (people: readonly Pick<Cell, Line>[]): Cells =>
  [...Map.groupBy(people, keyOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, those]) =>
      those.slice(0, 1).map(({ audience, networkId }) => ({ audience, networkId, n: those.length })),
    );

/**
 * A group of a frame. `reachesThreshold`: whether it can be shown at all, were everybody to answer.
 */
export interface ReachingGroup extends FrameGroup {
  readonly reachesThreshold: boolean;
}

/** Groups of a frame, each with whether it can be shown (rule 40). */
export const withReach = (groups: readonly FrameGroup[], threshold: number): ReachingGroup[] => {
  const disclosure = new Disclosure(
    groups.map(({ audience, networkId, invited }) => ({ audience, networkId, n: invited })),
    threshold,
  );
  return groups.map((group) => ({
    ...group,
    reachesThreshold: disclosure.shows(
      ({ audience, networkId }) => audience === group.audience && networkId === group.networkId,
    ),
  }));
};
