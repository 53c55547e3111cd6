import { addMinutes, earliest, type Instant, minutesBetween } from '../calendar.ts';
import type { Uuid } from '../ids.ts';
import { MOST_MORE_ROUNDS, MOST_OPENED_ROUNDS } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import { after, closeWhatIsOver } from './closing-what-is-over.ts';
import type { DelegatedVisit, DelegationEvent, RoundPlan } from './events.ts';
import { type OfferingFacts, offerable, officeRefusal, type Refusal, visitRefusal } from './offering.ts';
import { placed } from './prices.ts';
import { freeVisits, isUnoffered, type Requested, roundOverAt, type VisitState, wasReleasedBy } from './state.ts';
import { risksAhead, visitsAtRisk, withdrawUncovered } from './uncovered.ts';

/** A round opened by a process leaves out visits that start sooner (rule 17). */
const LEAST_NOTICE_MINUTES = 5;
/** Left to act when nobody answers (rule 12). */
const MINUTES_TO_ACT = 30;

/**
 * Rule 9 of every visit and every office of the rounds: all that it refuses, of an office each code
 * once, with the first visit that has it. `pathOf`: where the visit's field stands in the input.
 */
export const refusalsOfOffering = (
  state: Requested,
  visits: readonly VisitState[],
  rounds: readonly RoundPlan[],
  facts: OfferingFacts,
  now: Instant,
  pathOf: (visitId: Uuid, field: string) => readonly string[],
): readonly Rejected[] => {
  const ofVisits = visits.flatMap((visit) => {
    const refusal = visitRefusal(visit, facts.visits[visit.visitId], now);
    return refusal === null
      ? []
      : [new Rejected(refusal.code, pathOf(visit.visitId, refusal.field), visit.plannedStart)];
  });
  const ofOffices = rounds.flatMap(({ officeIds }, n) =>
    officeIds.flatMap((officeId, m) =>
      refusalsOfOffice(state.partnerOfficeId, visits, officeId, facts, now).map(({ code, field, visit }) => {
        const path = field === 'officeIds' ? ['rounds', String(n), field, String(m)] : pathOf(visit.visitId, field);
        return new Rejected(code, path, visit.plannedStart);
      }),
    ),
  );
  return [...ofVisits, ...ofOffices];
};

/** A code of rule 9 that an office has with a visit. */
interface OfficeRefusal extends Refusal {
  readonly visit: DelegatedVisit;
}

/**
 * Rule 9 of one office for all the visits: of what is the office's own fault each code once, with
 * the first visit that has it; of what is a visit's fault by the office's terms each visit.
 */
export const refusalsOfOffice = (
  requesterId: Uuid,
  visits: readonly DelegatedVisit[],
  officeId: Uuid,
  facts: OfferingFacts,
  now: Instant,
): readonly OfficeRefusal[] => {
  const said = new Set<string>();
  return visits.flatMap((visit) => {
    const refusal = officeRefusal(officeId, requesterId, facts.offices[officeId]?.[visit.visitId]);
    if (refusal === null) return [];
    if (refusal.field !== 'officeIds') {
      // The visit's own fault is said once, by the first rule that it breaks.
      return visitRefusal(visit, facts.visits[visit.visitId], now) ? [] : [{ ...refusal, visit }];
    }
    if (said.has(refusal.code)) return [];
    said.add(refusal.code);
    return [{ ...refusal, visit }];
  });
};

/** Which visits an office may be asked for in a round. */
type Asks = (officeId: Uuid, visit: VisitState) => boolean;
const everybody: Asks = () => true;

/**
 * The offers of one round, all in one append; none where there is nobody to ask. `plan`: which of
 * those planned; null for one more (rule 17).
 */
const openRound = (
  state: Requested,
  { plan, officeIds, windowMinutes }: RoundPlan & { readonly plan: number | null },
  visits: readonly VisitState[],
  asks: Asks,
  facts: OfferingFacts,
  now: Instant,
): DelegationEvent[] => {
  const round = state.rounds.length + 1;
  const asked = [...new Set(officeIds)].map((officeId) => {
    const wanted = visits.filter((visit) => asks(officeId, visit));
    return { officeId, priced: offerable(wanted, officeId, state.partnerOfficeId, facts, now) };
  });
  const offered = new Set(asked.flatMap(({ priced }) => priced.map(({ visitId }) => visitId)));
  const starts = visits.filter(({ visitId }) => offered.has(visitId)).map(({ plannedStart }) => plannedStart);
  const respondBy = respondByOf(now, windowMinutes, starts);
  return asked
    .filter(({ priced }) => priced.length > 0)
    .map(({ officeId, priced }) => {
      const visitIds = priced.map(({ visitId }) => visitId);
      const data = { round, officeId, visitIds, windowMinutes, respondBy, plan, ...placed(priced) };
      return { type: 'OfferMade', data };
    });
};

/**
 * Rule 12: the earlier of opening + window and the first start less 30 minutes, or less half the
 * time that is left where that is shorter, so that there is time to act when nobody answers.
 */
const respondByOf = (now: Instant, windowMinutes: number, starts: readonly Instant[]): Instant =>
  earliest(
    addMinutes(now, windowMinutes),
    ...starts.map((start) => addMinutes(start, -Math.min(MINUTES_TO_ACT, minutesBetween(now, start) / 2))),
  );

/**
 * A planned round, opened by a command for what is free and in no open round: everybody in it may
 * be asked, as has already been checked.
 */
export const openPlanned = (state: Requested, plan: number, facts: OfferingFacts, now: Instant): DelegationEvent[] => {
  const round = state.plans[plan];
  const visits = freeVisits(state).filter((visit) => visit.plannedStart > now && isUnoffered(state, visit, now));
  return round ? openRound(state, { ...round, plan }, visits, everybody, facts, now) : [];
};

/**
 * Rule 13: the office declined the visit, or let an offer of it lapse; part accepted is no lapse.
 */
const isUnwilling = (state: Requested, officeId: Uuid, { visitId }: VisitState): boolean =>
  state.offers.some(
    (offer) =>
      offer.officeId === officeId &&
      offer.visitIds.includes(visitId) &&
      (offer.status === 'DECLINED' ||
        offer.status === 'EXPIRED' ||
        (offer.declinedRest && !offer.acceptedVisitIds.includes(visitId))),
  );

/**
 * What a process does for free visits that are in no open round, each for itself (rules 13, 17):
 * the next planned round that has somebody to ask; with none left, after a release, one more to all
 * offices asked so far; else the escalation. Visits that come to the same round share it.
 */
const nextRounds = (state: Requested, facts: OfferingFacts, now: Instant): DelegationEvent[] => {
  const unoffered = state.visits.filter((visit) => visit.escalatedAt === null && isUnoffered(state, visit, now));
  const rounds = Map.groupBy(unoffered, (visit) => nextRoundOf(state, visit, facts, now));
  const events: DelegationEvent[] = [];
  for (const [round, visits] of rounds) {
    if (round !== 'NONE') events.push(...openRoundOf(after(state, events, now), round, visits, facts, now));
  }
  const left = rounds.get('NONE') ?? [];
  if (left.length > 0)
    events.push({ type: 'DelegationEscalated', data: { visitIds: left.map(({ visitId }) => visitId) } });
  return events;
};

/** The place of a planned round, one more round, or none. */
type NextRound = number | 'MORE' | 'NONE';

const nextRoundOf = (state: Requested, visit: VisitState, facts: OfferingFacts, now: Instant): NextRound => {
  if (visit.plannedStart < addMinutes(now, LEAST_NOTICE_MINUTES) || state.rounds.length >= MOST_OPENED_ROUNDS)
    return 'NONE';
  const opens = (round: NextRound): boolean => openRoundOf(state, round, [visit], facts, now).length > 0;
  const planned = visit.ahead.find(opens);
  if (planned !== undefined) return planned;
  return visit.released && visit.moreRounds < MOST_MORE_ROUNDS && opens('MORE') ? 'MORE' : 'NONE';
};

const openRoundOf = (
  state: Requested,
  round: NextRound,
  visits: readonly VisitState[],
  facts: OfferingFacts,
  now: Instant,
): DelegationEvent[] => {
  const isWilling: Asks = (officeId, visit) => !isUnwilling(state, officeId, visit);
  const keptIt: Asks = (officeId, visit) => !visit.notAskedAgain.includes(officeId);
  if (round === 'MORE') {
    const officeIds = state.offers.map(({ officeId }) => officeId);
    const windowMinutes = state.rounds.at(-1)?.windowMinutes ?? 0;
    const asks: Asks = (officeId, visit) => isWilling(officeId, visit) && !wasReleasedBy(visit, officeId);
    return openRound(state, { plan: null, officeIds, windowMinutes }, visits, asks, facts, now);
  }
  const plan = round === 'NONE' ? undefined : state.plans[round];
  const asks: Asks = (officeId, visit) =>
    keptIt(officeId, visit) && (plan?.again === true || isWilling(officeId, visit));
  return plan && round !== 'NONE' ? openRound(state, { ...plan, plan: round }, visits, asks, facts, now) : [];
};

const lastPlannedEnd = (state: Requested): Instant | null => {
  const ends = state.visits.filter(({ withdrawn }) => !withdrawn).map(({ plannedEnd }) => plannedEnd);
  return ends.length === 0 ? null : ends.reduce((a, b) => (b > a ? b : a));
};

/**
 * The next time at which the process has something to decide; an earlier time than now means at
 * once; null when nothing is left to wait for. Comes from the state alone, so that it is the same
 * whenever it is asked (rule 8).
 */
export const nextDueOf = (state: Requested): Instant | null => {
  const free = freeVisits(state);
  const dues: Instant[] = [
    ...state.offers.filter(({ status }) => status === 'OPEN').map(({ respondBy }) => respondBy),
    ...free
      .filter(({ escalatedAt }) => escalatedAt === null)
      .map(({ openIn }) => (openIn === null ? null : roundOverAt(state, openIn)) ?? ''),
    ...free.map(({ plannedStart }) => plannedStart),
    ...risksAhead(state).map(({ at }) => at),
  ];
  const end = lastPlannedEnd(state);
  if (end !== null && !state.completed && state.visits.some(({ allocatedTo }) => allocatedTo !== null)) dues.push(end);
  return dues.length === 0 ? null : earliest(...dues);
};

/**
 * One decision of what is due, in rule 13's order: what is over lapses, free visits whose start has
 * come are withdrawn, those whose start is near are at risk, next rounds open, the delegation is
 * completed.
 */
export const advanceRounds = (
  { facts }: { readonly facts: OfferingFacts },
  state: Requested,
  now: Instant,
): DelegationEvent[] => {
  const events: DelegationEvent[] = [];
  for (const decide of [closeWhatIsOver, withdrawUncovered, visitsAtRisk])
    events.push(...decide(after(state, events, now), now));
  events.push(...nextRounds(after(state, events, now), facts, now));
  return [...events, ...completion(after(state, events, now), now)];
};

const completion = (state: Requested, now: Instant): DelegationEvent[] => {
  const end = lastPlannedEnd(state);
  if (end === null || end > now || state.completed || state.visits.every(({ allocatedTo }) => allocatedTo === null))
    return [];
  return [{ type: 'DelegationCompleted', data: {}, occurredAt: end }];
};
