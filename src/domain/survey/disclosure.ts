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
type Line = 'audience' | 'networkId';

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

/**
 * What may be shown of one survey. Made once from all its answers, whatever is asked: every cell
 * with answers lies in one block, and each block holds the threshold at least. A group is shown
 * only where it is made of whole blocks; so sums and differences of whatever has been shown, over
 * all breakdowns and filters, come down to whole blocks, and none is under the threshold.
 */
export class Disclosure {
  readonly #blocks: readonly Cells[];
  readonly #threshold: number;

  constructor(cells: Cells, threshold: number) {
    this.#threshold = threshold;
    const filled = cells.filter(({ n }) => n > 0);
    const [byAudience = [], byNetwork = []] = (['audience', 'networkId'] as const).map((first) =>
      partition(filled, threshold, first),
    );
    this.#blocks = byAudience;
    const usefulByAudience = this.#usefulness(filled);
    this.#blocks = byNetwork;
    if (this.#usefulness(filled) <= usefulByAudience) this.#blocks = byAudience;
  }

  /** Whether the figures of the cells that `inGroup` takes in may be shown. */
  shows(inGroup: (cell: Cell) => boolean): boolean {
    let n = 0;
    for (const block of this.#blocks) {
      const inside = block.filter(inGroup).length;
      if (inside > 0 && inside < block.length) return false;
      if (inside > 0) n += sum(block);
    }
    return n >= this.#threshold;
  }

  /**
   * Whether the group takes in each block whole or not at all, and so none of the cells, or the
   * threshold at least.
   */
  isWhole(inGroup: (cell: Cell) => boolean): boolean {
    return this.shows(inGroup) || !this.#blocks.some((block) => block.some(inGroup));
  }

  /** Audiences and networks that are shown whole count before single crossings. */
  #usefulness(cells: Cells): number {
    const lines = [...groupedBy(cells, ({ audience }) => audience), ...groupedBy(cells, ({ networkId }) => networkId)];
    const shown = (groups: readonly Cells[]): number =>
      groups.filter((group) => this.shows((cell) => group.includes(cell))).length;
    return shown(lines) * (cells.length + 1) + shown(cells.map((cell) => [cell]));
  }
}

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
