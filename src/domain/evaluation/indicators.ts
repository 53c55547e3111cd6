import { type Instant, minuteOfDay } from '../calendar.ts';
import { declineReasonSchema, type UncoveredOutcome, uncoveredOutcomeSchema } from '../delegation/events.ts';
import type { CoverState, OfferStatus } from '../delegation/state.ts';
import type { Uuid } from '../ids.ts';
import type { ServiceKind, Yen } from '../vocabulary.ts';
import { continuityOfCare, gini, meanOf, quantile, shareOf } from './figures.ts';

/** A visit that was asked for, as its delegation knew it. */
export interface AskedVisit {
  readonly state: CoverState;
  /** Who has it, or had it when it was withdrawn. */
  readonly heldBy: Uuid | null;
  /** In which round that office took it. */
  readonly round: number | null;
  readonly outcome: UncoveredOutcome | null;
  readonly service: ServiceKind;
  readonly plannedStart: Instant;
  /** Nobody was left to ask for it, at any time. */
  readonly wasEscalated: boolean;
  /** Of each time that an office took it: minutes since it was asked for, or handed back. */
  readonly minutesToAccept: readonly number[];
  /** Offices that handed it back, once each time. */
  readonly releasedBy: readonly Uuid[];
}
/** An offer to an office, as it was answered. */
export interface AnsweredOffer {
  readonly officeId: Uuid;
  readonly status: OfferStatus;
  /** It said yes to some of it. */
  readonly saidYes: boolean;
  readonly declineReason: string | null;
  /** From the offer to its first answer; null while there is none. */
  readonly minutesToAnswer: number | null;
}
/** A visit that an office held, as the ledger knew it. */
export interface HeldVisit {
  readonly clientId: Uuid;
  readonly assistOfficeId: Uuid;
  readonly caregiverId: Uuid | null;
  readonly status: string;
  readonly minutes: number;
  readonly feeYen: Yen;
  /** 0: no record is in force. */
  readonly recordVersion: number;
  readonly hadException: boolean;
  /** From its end to its first record; null without. */
  readonly minutesToRecord: number | null;
  /** From its first record until it was verified; null before. */
  readonly minutesToVerify: number | null;
}
/** All that a month's figures are reckoned from. */
export interface MonthOfVisits {
  readonly asked: readonly AskedVisit[];
  readonly offers: readonly AnsweredOffer[];
  readonly held: readonly HeldVisit[];
  /** Of each statement that was paid: days from the month's end. */
  readonly daysToPayment: readonly number[];
}

export type TimeBand = 'EARLY' | 'DAY' | 'EVENING' | 'NIGHT';
const BANDS: readonly (readonly [from: number, band: TimeBand])[] = [
  [0, 'NIGHT'],
  [6 * 60, 'EARLY'],
  [8 * 60, 'DAY'],
  [18 * 60, 'EVENING'],
  [22 * 60, 'NIGHT'],
];
/** By the planned start in Asia/Tokyo. */
export const timeBandOf = (plannedStart: Instant): TimeBand =>
  BANDS.findLast(([from]) => from <= minuteOfDay(plannedStart))?.[1] ?? 'NIGHT';

const SERVICES: readonly ServiceKind[] = [
  'PHYSICAL_CARE',
  'DAILY_LIVING',
  'PHYSICAL_THEN_DAILY_LIVING',
  'BOARDING_ASSISTANCE',
];
const MINUTES_AN_HOUR = 60;

/** The need fell away before anybody had it: neither asked for nor left uncovered. */
const wasWanted = ({ state, heldBy }: AskedVisit): boolean => state !== 'WITHDRAWN' || heldBy !== null;
const isCovered = (visit: AskedVisit): boolean => wasWanted(visit) && visit.heldBy !== null;
const isOneOf = (status: string, ...statuses: readonly string[]): boolean => statuses.includes(status);

const countBy = <Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, number> => {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
};

/** How many visits each caregiver made, by client. */
const caregiversByClient = (made: readonly HeldVisit[]): readonly (readonly number[])[] => {
  const byClient = Map.groupBy(made, ({ clientId }) => clientId);
  return [...byClient.values()].map((visits) => [...countBy(visits, ({ caregiverId }) => caregiverId).values()]);
};

const loadOf = ({ asked, offers, held }: MonthOfVisits) => {
  const standing = held.filter(({ status }) => !isOneOf(status, 'MISSED', 'CANCELLED', 'RELEASED'));
  const total = standing.reduce((sum, { minutes }) => sum + minutes, 0);
  const releases = countBy(
    asked.flatMap(({ releasedBy }) => releasedBy),
    (officeId) => officeId,
  );
  const officeIds = new Set([
    ...offers.map(({ officeId }) => officeId),
    ...held.map(({ assistOfficeId }) => assistOfficeId),
    ...releases.keys(),
  ]);
  return [...officeIds].sort().map((officeId) => {
    const own = offers.filter((offer) => offer.officeId === officeId);
    const answers = own.flatMap(({ minutesToAnswer }) => minutesToAnswer ?? []);
    const made = standing.filter(({ assistOfficeId }) => assistOfficeId === officeId);
    const minutes = made.reduce((sum, one) => sum + one.minutes, 0);
    return {
      officeId,
      minutes,
      share: shareOf(minutes, total) ?? 0,
      visits: made.length,
      answered: answers.length,
      offered: own.length,
      accepted: own.filter(({ saidYes }) => saidYes).length,
      declined: own.filter(({ status }) => status === 'DECLINED').length,
      lapsed: own.filter(({ status }) => status === 'EXPIRED').length,
      released: releases.get(officeId) ?? 0,
      missed: held.filter((visit) => visit.assistOfficeId === officeId && visit.status === 'MISSED').length,
      medianMinutesToAnswer: quantile(answers, 0.5),
    };
  });
};

const coverageByBand = (wanted: readonly AskedVisit[]) =>
  (['EARLY', 'DAY', 'EVENING', 'NIGHT'] as const).flatMap((band) =>
    SERVICES.map((service) => {
      const those = wanted.filter((visit) => visit.service === service && timeBandOf(visit.plannedStart) === band);
      return { band, service, requested: those.length, covered: those.filter(isCovered).length };
    }).filter(({ requested }) => requested > 0),
  );

/** What nobody covered, by what became of it; null, the last: nobody has said so yet. */
const uncoveredOf = (wanted: readonly AskedVisit[]) => {
  const uncovered = wanted.filter(({ state }) => state === 'UNCOVERED');
  const counts = countBy(uncovered, ({ outcome }) => outcome);
  return ([...uncoveredOutcomeSchema.options, null] as const)
    .map((outcome) => ({ outcome, n: counts.get(outcome) ?? 0 }))
    .filter(({ n }) => n > 0);
};

const declinesOf = (offers: readonly AnsweredOffer[]) => {
  const counts = countBy(offers, ({ declineReason }) => declineReason);
  return declineReasonSchema.options.map((reason) => ({ reason, n: counts.get(reason) ?? 0 })).filter(({ n }) => n > 0);
};

/** A figure, and on how many cases it rests. */
interface Figure {
  readonly value: number | null;
  readonly n: number;
}
const share = <Case>(cases: readonly Case[], holds: (one: Case) => boolean): Figure => ({
  value: shareOf(cases.filter(holds).length, cases.length),
  n: cases.length,
});
const quantileOf = (values: readonly number[], p: number): Figure => ({ value: quantile(values, p), n: values.length });
const mean = (values: readonly number[]): Figure => ({ value: meanOf(values), n: values.length });
const inHours = ({ value, n }: Figure): Figure => ({ value: value === null ? null : value / MINUTES_AN_HOUR, n });

const figuresOf = ({ asked, held, daysToPayment }: MonthOfVisits, minutesByOffice: readonly number[]) => {
  const taken = asked.filter(({ heldBy, releasedBy }) => heldBy !== null || releasedBy.length > 0);
  const recorded = held.filter(({ recordVersion }) => recordVersion > 0);
  const standing = held.filter(({ status }) => status !== 'RELEASED');
  const accepts = asked.flatMap(({ minutesToAccept }) => minutesToAccept);
  const clients = caregiversByClient(recorded);
  return {
    coverageRate: share(asked.filter(wasWanted), isCovered),
    medianMinutesToAccept: quantileOf(accepts, 0.5),
    p90MinutesToAccept: quantileOf(accepts, 0.9),
    missedRate: share(standing, ({ status }) => status === 'MISSED'),
    cancelledRate: share(standing, ({ status }) => status === 'CANCELLED'),
    releasedRate: share(taken, ({ releasedBy }) => releasedBy.length > 0),
    medianHoursToRecord: inHours(
      quantileOf(
        held.flatMap(({ minutesToRecord }) => minutesToRecord ?? []),
        0.5,
      ),
    ),
    medianHoursToVerify: inHours(
      quantileOf(
        held.flatMap(({ minutesToVerify }) => minutesToVerify ?? []),
        0.5,
      ),
    ),
    exceptionRate: share(recorded, ({ hadException }) => hadException),
    amendedRate: share(recorded, ({ recordVersion }) => recordVersion > 1),
    caregiversPerClient: mean(clients.map(({ length }) => length)),
    continuityOfCare: mean(clients.flatMap((visits) => continuityOfCare(visits) ?? [])),
    medianDaysToPayment: quantileOf(daysToPayment, 0.5),
    loadGini: { value: gini(minutesByOffice), n: minutesByOffice.length },
  };
};

/**
 * A month's indicators, each as docs/indicators.md defines it, with the number of cases that each
 * figure rests on which may be null.
 */
export const indicatorsOf = (month: MonthOfVisits) => {
  const wanted = month.asked.filter(wasWanted);
  const covered = wanted.filter(isCovered);
  const load = loadOf(month);
  const minutes = load.map((one) => one.minutes);
  const figures = figuresOf(month, minutes);
  return {
    figures,
    visitsRequested: wanted.length,
    visitsCovered: covered.length,
    coveredInFirstRound: covered.filter(({ round }) => round === 1).length,
    escalated: month.asked.filter(({ wasEscalated }) => wasEscalated).length,
    uncovered: uncoveredOf(wanted),
    declines: declinesOf(month.offers),
    delegatedMinutes: minutes.reduce((sum, each) => sum + each, 0),
    feeYen: month.held.reduce((sum, { feeYen }) => sum + feeYen, 0),
    load,
    byTimeBand: coverageByBand(wanted),
  };
};
export type MonthIndicators = ReturnType<typeof indicatorsOf>;
export type OfficeLoad = MonthIndicators['load'][number];
