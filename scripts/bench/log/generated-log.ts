import { addDays, addMonths, type Day, firstDayOf, type Instant, monthOfDay } from '../../../src/domain/calendar.ts';
import type { EventStore } from '../../../src/store/event-store.ts';
import type { VaultCopy } from '../../../src/store/vault.ts';
import { DelegationLife, timeOn } from './delegation-life.ts';
import { Dice } from './dice.ts';
import { type Network, type Size, setUp } from './setting.ts';
import { SettlementLife } from './settlement-life.ts';
import { VisitLife } from './visit-life.ts';
import { World } from './world.ts';

/** Three networks of a trial: some 40,000 events a month. */
export const TRIAL: Size = { networks: 3, partners: 2, assists: 5, caregivers: 6, clients: 40, visitsAWeek: 5 };
/** One pair with some 2,500 visits a month, the most that a statement holds. */
export const BUSY_PAIR: Size = { networks: 1, partners: 1, assists: 1, caregivers: 16, clients: 112, visitsAWeek: 5 };

/** One pair with some 430 visits in its first month. */
export const SMALL_PAIR: Size = { ...BUSY_PAIR, caregivers: 4, clients: 28 };

/** What is generated. */
export interface LogPlan {
  readonly size: Size;
  readonly seed: number;
  /**
   * At least so many events, up to the end of a minute; or so many months, not yet closed the last.
   */
  readonly until: { readonly events: number } | { readonly months: number };
}
export interface GeneratedLog {
  readonly networks: readonly Network[];
  readonly events: number;
  /** The log's last minute, at which its clock stands. */
  readonly now: Instant;
  /** Over all events, sealed texts by their key alone: the same for the same plan. */
  readonly digest: string;
}

/**
 * A Monday, a week before that of the first visits, which is a month's first day or soon after;
 * long enough ago for a log of a million events to end about now.
 */
const FIRST_MONDAY: Day = '2024-08-26';
const LONGEST_MONTHS = 240;

/**
 * Writes a believable log, and the keys of its people: by the project's own deciders, so that
 * nothing in it could not have happened, and up to a minute after which nothing is due.
 * Deterministic.
 */
export const generateLog = async (
  { size, seed, until }: LogPlan,
  store: EventStore,
  vault: Pick<VaultCopy, 'keep'>,
  onProgress: (events: number) => void = () => {},
): Promise<GeneratedLog> => {
  const begin = timeOn(FIRST_MONDAY, 9 * 60);
  const world = new World({ store, vault, seed, now: begin });
  const dice = new Dice(seed);
  const networks = await setUp(world, dice, size);
  const visits = new VisitLife(world, dice);
  const delegations = new DelegationLife(world, dice, visits);
  const settlements = new SettlementLife(world, dice, visits);
  const planWeek = (monday: Day): void => {
    const next = addDays(monday, 7);
    for (const network of networks) delegations.planWeek(network, next);
    onProgress(world.events);
    world.at(timeOn(next, 9 * 60), () => planWeek(next));
  };
  world.at(begin, () => planWeek(FIRST_MONDAY));
  const firstMonth = monthOfDay(addDays(FIRST_MONDAY, 7));
  for (let n = 0; n < LONGEST_MONTHS; n += 1) {
    for (const network of networks) settlements.planMonth(network, addMonths(firstMonth, n));
  }
  const end = 'months' in until ? timeOn(addDays(firstDayOf(addMonths(firstMonth, until.months)), 1), 9 * 60) : null;
  await world.live(() => ('events' in until ? world.events >= until.events : world.now === end));
  return { networks, events: world.events, now: world.now, digest: world.digest() };
};
