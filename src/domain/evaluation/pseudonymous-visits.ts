import type { Month } from '../calendar.ts';
import { THRESHOLDS } from '../limits.ts';

/**
 * What others may know of a visit, in the order in which it is given up where too few share it, the
 * first first.
 */
export const KNOWN_TRAITS = ['minutesBand', 'dayKind', 'assistOffice', 'partnerOffice', 'service', 'timeBand'] as const;

/** A visit as far as it goes into a file for analysis: coarse, without a place or a time. */
export interface CoarseVisit extends Readonly<Record<(typeof KNOWN_TRAITS)[number], string>> {
  readonly month: Month;
  readonly client: string;
  /** Null before anybody was assigned. */
  readonly caregiver: string | null;
}

/** Stands where a value is not told, as too few share it. */
export const HIDDEN_VALUE = 'HIDDEN';

type Visits<Visit> = readonly Visit[];
type IsLarge<Visit> = (visits: Visits<Visit>) => boolean;

/**
 * Groups that are large enough, and as one the others: those that are too small, and the next
 * smallest until these together are large enough (remainder rule).
 */
const apart = <Visit>(groups: readonly Visits<Visit>[], isLarge: IsLarge<Visit>) => {
  const rest = groups.filter((group) => !isLarge(group)).flat();
  const large = groups.filter(isLarge).toSorted((a, b) => a.length - b.length);
  while (rest.length > 0 && !isLarge(rest) && large.length > 0) rest.push(...(large.shift() ?? []));
  return { large, rest };
};

/** Traits are given up, one after the other, until enough share each combination. */
const ofMonth = <Visit extends CoarseVisit>(visits: Visits<Visit>, isLarge: IsLarge<Visit>): Visits<Visit> => {
  const told: Visit[] = [];
  let rest = visits;
  for (let hidden = 0; hidden <= KNOWN_TRAITS.length; hidden += 1) {
    const nothing = Object.fromEntries(KNOWN_TRAITS.slice(0, hidden).map((trait) => [trait, HIDDEN_VALUE]));
    const open = KNOWN_TRAITS.slice(hidden);
    const coarser = rest.map((visit) => ({ ...visit, ...nothing }));
    const groups = Map.groupBy(coarser, (visit) => open.map((trait) => visit[trait]).join(' '));
    const found = apart([...groups.values()], isLarge);
    told.push(...found.large.flat());
    rest = found.rest;
  }
  return told;
};

/**
 * Visits as they may go into a file for analysis (rule 40): within each month every combination of
 * traits that is told is shared by `threshold` clients and as many caregivers at least; what is not
 * is HIDDEN. A month of fewer is left out whole. A month's visits do not depend on those of others,
 * so that two files of overlapping months tell no more of it than one.
 */
export const hiddenWhereFew = <Visit extends CoarseVisit>(
  visits: Visits<Visit>,
  threshold: number = THRESHOLDS.usual,
): Visits<Visit> => {
  const isLarge = (group: Visits<Visit>): boolean => {
    const clients = new Set(group.map(({ client }) => client));
    const caregivers = new Set(group.flatMap(({ caregiver }) => caregiver ?? []));
    return clients.size >= threshold && caregivers.size >= threshold;
  };
  return [...Map.groupBy(visits, ({ month }) => month).values()].flatMap((those) => ofMonth(those, isLarge));
};
