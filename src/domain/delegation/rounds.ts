import { addMinutes, earliest, type Instant } from '../calendar.ts';
import type { Uuid } from '../ids.ts';
import { Rejected } from '../rejected.ts';
import { after, closeWhatIsOver } from './closing-what-is-over.ts';
import type { DelegationEvent, RoundPlan } from './events.ts';
import { type OfferingFacts, offerable, officeRefusal, visitRefusal } from './offering.ts';
import { placed } from './prices.ts';
import {
  answeringOverAt,
  freeVisits,
  type PlannedRound,
  phaseAt,
  type Requested,
  selectBy,
  type VisitState,
} from './state.ts';

/** A round opened by a process leaves out visits that start sooner (rule 17). */
const LEAST_NOTICE_MINUTES = 5;

/**
 * Rule 9 of every visit and every office of the rounds; throws the first refusal. `pathOf`: where
 * the visit stands in the input.
 */
export const checkOffering = (
  state: Requested,
  visits: readonly VisitState[],
  rounds: readonly RoundPlan[],
  facts: OfferingFacts,
  now: Instant,
  pathOf: (visitId: Uuid) => readonly string[],
): void => {
  for (const visit of visits) {
    const refusal = visitRefusal(visit, facts.visits[visit.visitId], now);
    if (refusal) throw new Rejected(refusal.code, [...pathOf(visit.visitId), refusal.field]);
  }
  for (const [n, { officeIds }] of rounds.entries()) {
    for (const [m, officeId] of officeIds.entries()) {
      for (const visit of visits) {
        const refusal = officeRefusal(officeId, state.partnerOfficeId, facts.offices[officeId]?.[visit.visitId]);
        if (refusal) throw new Rejected(refusal.code, ['rounds', String(n), 'officeIds', String(m)]);
      }
    }
  }
};

/** The offers of one round, all in one append; none where there is nobody left to ask. */
const openRound = (
  state: Requested,
  plan: RoundPlan,
  visits: readonly VisitState[],
  plannedRoundsLeft: number,
  facts: OfferingFacts,
  now: Instant,
): DelegationEvent[] => {
  const round = (state.offers.at(-1)?.round ?? 0) + 1;
  const asked = [...new Set(plan.officeIds)].map((officeId) => ({
    officeId,
    priced: offerable(visits, officeId, state.partnerOfficeId, facts, now),
  }));
  const offered = new Set(asked.flatMap(({ priced }) => priced.map(({ visitId }) => visitId)));
  const starts = visits.filter(({ visitId }) => offered.has(visitId)).map(({ plannedStart }) => plannedStart);
  // Rule 12: the earlier of opening + window and the first offered start.
  const respondBy = earliest(addMinutes(now, plan.windowMinutes), ...starts);
  return asked
    .filter(({ priced }) => priced.length > 0)
    .map(({ officeId, priced }) => ({
      type: 'OfferMade',
      data: {
        round,
        officeId,
        visitIds: priced.map(({ visitId }) => visitId),
        windowMinutes: plan.windowMinutes,
        respondBy,
        plannedRoundsLeft,
        ...placed(priced),
      },
    }));
};

/**
 * The first planned round, opened by a command: everybody in it may be asked, as has already been
 * checked.
 */
export const openFirstRound = (state: Requested, facts: OfferingFacts, now: Instant): DelegationEvent[] => {
  const [first] = state.planned;
  const startingLater = freeVisits(state).filter(({ plannedStart }) => plannedStart > now);
  return first ? openRound(state, first, startingLater, state.planned.length - 1, facts, now) : [];
};

/**
 * Rule 13: without offices that declined or let an offer lapse; only `offerAgain` asks these again.
 */
const willingOf = (state: Requested, plan: PlannedRound): RoundPlan => {
  if (plan.again) return plan;
  const unwilling = unwillingOffices(state);
  return { ...plan, officeIds: plan.officeIds.filter((officeId) => !unwilling.has(officeId)) };
};

const unwillingOffices = (state: Requested): ReadonlySet<Uuid> =>
  new Set(
    state.offers
      .filter(({ status, declinedRest }) => status === 'DECLINED' || status === 'EXPIRED' || declinedRest)
      .map(({ officeId }) => officeId),
  );

/** The next round a process opens (rules 13, 17), or the escalation where nobody is left to ask. */
export const nextRoundOrEscalation = (state: Requested, facts: OfferingFacts, now: Instant): DelegationEvent[] => {
  const free = freeVisits(state);
  const inTime = free.filter(({ plannedStart }) => plannedStart >= addMinutes(now, LEAST_NOTICE_MINUTES));
  for (const [n, plan] of state.planned.entries()) {
    const offers = openRound(state, willingOf(state, plan), inTime, state.planned.length - n - 1, facts, now);
    if (offers.length > 0) return offers;
  }
  if (state.releasedSinceOpening) {
    const unwilling = unwillingOffices(state);
    const officeIds = [...new Set(state.offers.map(({ officeId }) => officeId))].filter(
      (id) => !unwilling.has(id) && !state.releasedBy.includes(id),
    );
    const offers = openRound(state, { officeIds, windowMinutes: state.lastWindowMinutes }, inTime, 0, facts, now);
    if (offers.length > 0) return offers;
  }
  return [{ type: 'DelegationEscalated', data: { visitIds: free.map(({ visitId }) => visitId) } }];
};

/**
 * Whether free visits wait for another round: at the end of one, or after a release; not once
 * escalated.
 */
const awaitsNextRound = (state: Requested): boolean =>
  freeVisits(state).length > 0 && (!state.escalated || state.releasedSinceOpening);

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
  const dues: Instant[] = [];
  const open = state.offers.filter(({ status }) => status === 'OPEN').map(({ respondBy }) => respondBy);
  const over = answeringOverAt(state);
  if (open.length > 0) dues.push(earliest(...open));
  else if (awaitsNextRound(state)) dues.push(selectBy(state) ?? over ?? '');
  dues.push(...freeVisits(state).map(({ plannedStart }) => plannedStart));
  const end = lastPlannedEnd(state);
  if (end !== null && !state.completed && state.visits.some(({ allocatedTo }) => allocatedTo !== null)) dues.push(end);
  return dues.length === 0 ? null : earliest(...dues);
};

/**
 * One decision of what is due, in rule 13's order: what is over lapses, free visits whose start has
 * come are withdrawn, the next round opens, the delegation is completed.
 */
export const advanceRounds = (
  { facts }: { readonly facts: OfferingFacts },
  state: Requested,
  now: Instant,
): DelegationEvent[] => {
  const closed = closeWhatIsOver(state, now);
  const events = [...closed, ...withdrawStarted(after(state, closed, now), now)];
  const then = after(state, events, now);
  const phase = phaseAt(then, now);
  const next =
    (phase === 'OVER' || phase === 'NONE') && awaitsNextRound(then) ? nextRoundOrEscalation(then, facts, now) : [];
  return [...events, ...next, ...completion(then, now)];
};

/** Rule 18: withdrawn without a fee, at its start. */
const withdrawStarted = (state: Requested, now: Instant): DelegationEvent[] => {
  const started = freeVisits(state).filter(({ plannedStart }) => plannedStart <= now);
  const starts = [...new Set(started.map(({ plannedStart }) => plannedStart))].sort();
  return starts.map((occurredAt) => ({
    type: 'VisitsWithdrawn',
    data: {
      visits: started
        .filter(({ plannedStart }) => plannedStart === occurredAt)
        .map(({ visitId }) => ({ visitId, heldBy: null })),
      because: 'NOT_TAKEN',
      reason: 'OTHER',
      note: null,
    },
    occurredAt,
  }));
};

const completion = (state: Requested, now: Instant): DelegationEvent[] => {
  const end = lastPlannedEnd(state);
  if (end === null || end > now || state.completed || state.visits.every(({ allocatedTo }) => allocatedTo === null))
    return [];
  return [{ type: 'DelegationCompleted', data: {}, occurredAt: end }];
};
