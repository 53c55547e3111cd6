import type { Instant } from '../calendar.ts';
import { type CommandOf, type DataOf, decider } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { MOST_ADDED_ROUNDS } from '../limits.ts';
import { Rejected, throwAll } from '../rejected.ts';
import type { Sealed } from '../sealed.ts';
import type { CancelReason } from '../vocabulary.ts';
import {
  acceptOffer,
  declineOffer,
  endedOffers,
  grantMoreTime,
  requestMoreTime,
  seeOffer,
  selectOffice,
} from './answers.ts';
import { after, closedFirst } from './closing-what-is-over.ts';
import type { DelegationEvent, RoundPlan } from './events.ts';
import { evolve, requestedState } from './evolve.ts';
import type { OfferingFacts } from './offering.ts';
import { advanceRounds, openPlanned, refusalsOfOffering } from './rounds.ts';
import {
  type DelegationState,
  freeVisits,
  holderOf,
  type Requested,
  type VisitState,
  visitOf,
  wasReleasedBy,
} from './state.ts';
import { answerUncovered } from './uncovered.ts';

type Data<Type extends DelegationEvent['type']> = DataOf<DelegationEvent, Type>;

/**
 * `rowOf`: for each of `visits` the row of the input that it comes from; the visits of two
 * caregivers at once share a row. `planned`: of the care plan's visits that it names those that the
 * office has imported, and whether a delegation that stands covers it already.
 */
interface RequestDelegation extends Data<'DelegationRequested'> {
  readonly rowOf: readonly number[];
  readonly facts: OfferingFacts;
  readonly planned?: Readonly<Record<Uuid, 'FREE' | 'COVERED'>>;
}

const requestDelegation = (
  { facts, rowOf, planned = {}, ...data }: RequestDelegation,
  state: DelegationState,
  now: Instant,
): DelegationEvent[] => {
  if (state.status !== 'NONE') return [];
  if (data.mode === 'DIRECT' && (data.rounds.length !== 1 || data.rounds[0]?.officeIds.length !== 1)) {
    throw new Rejected('DIRECT_ONE_OFFICE', ['rounds']);
  }
  const requested = { type: 'DelegationRequested' as const, data };
  const then = requestedState(requested, now);
  const pathOf = (visitId: Uuid): readonly string[] => [
    'visits',
    String(rowOf[then.visits.findIndex((visit) => visit.visitId === visitId)] ?? 0),
  ];
  throwAll([
    ...overlapsWithin(then.visits, pathOf),
    ...refusalsOfPlanned(then.visits, planned, pathOf),
    ...refusalsOfOffering(then, then.visits, data.rounds, facts, now, (visitId, field) => [...pathOf(visitId), field]),
  ]);
  return [requested, ...openPlanned(then, 0, facts, now)];
};

/** A visit of the care plan is covered once, by a pair where there are two caregivers. */
const refusalsOfPlanned = (
  visits: readonly VisitState[],
  planned: Readonly<Record<Uuid, 'FREE' | 'COVERED'>>,
  pathOf: (visitId: Uuid) => readonly string[],
): readonly Rejected[] =>
  visits.flatMap(({ visitId, pairedVisitId, plannedVisitId, plannedStart }, n) => {
    if (plannedVisitId === null) return [];
    const isTwice = visits.slice(0, n).some((one) => {
      return one.plannedVisitId === plannedVisitId && one.visitId !== pairedVisitId;
    });
    const code = isTwice || planned[plannedVisitId] === 'COVERED' ? 'PLANNED_VISIT_COVERED' : 'PLANNED_VISIT_UNKNOWN';
    if (!isTwice && planned[plannedVisitId] === 'FREE') return [];
    return [new Rejected(code, [...pathOf(visitId), 'plannedVisitId'], plannedStart)];
  });

/** Visits of one request must not overlap one another either, pairs aside (rule 9). */
const overlapsWithin = (
  visits: readonly VisitState[],
  pathOf: (visitId: Uuid) => readonly string[],
): readonly Rejected[] =>
  visits
    .filter((one, n) =>
      visits
        .slice(0, n)
        .some(
          (before) =>
            before.pairedVisitId !== one.visitId &&
            before.plannedStart < one.plannedEnd &&
            one.plannedStart < before.plannedEnd,
        ),
    )
    .map(
      ({ visitId, plannedStart }) => new Rejected('VISITS_OVERLAP', [...pathOf(visitId), 'plannedStart'], plannedStart),
    );

/**
 * Further rounds for what is free: the first opens at once for what is in no open round, the rest
 * stand before those planned (rule 16). At most 50 in all (rule 49, TOO_MANY_ROUNDS).
 */
const offerAgain = (
  { rounds, facts }: { readonly rounds: RoundPlan[]; readonly facts: OfferingFacts },
  state: Requested,
  now: Instant,
): DelegationEvent[] => {
  const visits = freeVisits(state).filter(({ plannedStart }) => plannedStart > now);
  if (visits.length === 0) throw new Rejected('NOTHING_TO_OFFER', ['delegationId']);
  if (state.mode === 'DIRECT' && rounds.some(({ officeIds }) => officeIds.length !== 1))
    throw new Rejected('DIRECT_ONE_OFFICE', ['rounds']);
  if (state.plans.filter(({ again }) => again).length + rounds.length > MOST_ADDED_ROUNDS)
    throw new Rejected('TOO_MANY_ROUNDS', ['rounds']);
  throwAll(refusalsOfOffering(state, visits, rounds, facts, now, () => ['delegationId']));
  const added: DelegationEvent = { type: 'RoundsAdded', data: { rounds } };
  return [added, ...openPlanned(after(state, [added], now), state.plans.length, facts, now)];
};

const isStarted = (visit: VisitState, begun: readonly Uuid[], now: Instant): boolean =>
  visit.plannedStart <= now || begun.includes(visit.visitId);

/** The visits that the input names, each with its path. Throws VISIT_NOT_OFFERED. */
const visitsNamed = (
  state: Requested,
  visitIds: readonly Uuid[],
): { readonly visit: VisitState; readonly path: readonly string[] }[] =>
  visitIds.map((visitId, n) => {
    const [visit, path] = [visitOf(state, visitId), ['visitIds', String(n)]];
    if (!visit) throw new Rejected('VISIT_NOT_OFFERED', path);
    return { visit, path };
  });

/** Fact: visits whose caregiver has punched. */
interface Begun {
  readonly begun: readonly Uuid[];
}
/** `visitIds` null: all that have not started. */
interface WithdrawVisits extends Begun {
  readonly visitIds: readonly Uuid[] | null;
  readonly reason: CancelReason;
  readonly note: Sealed | null;
}

/** A visit is refused from its planned start on, or once begun (contract, withdrawVisits). */
const withdrawVisits = (command: WithdrawVisits, state: Requested, now: Instant): DelegationEvent[] => {
  const { reason, note, begun, visitIds } = command;
  const standing = visitsNamed(state, visitIds ?? state.visits.map(({ visitId }) => visitId)).filter(
    ({ visit }) => !visit.withdrawn,
  );
  if (standing.length === 0) return [];
  const started = standing.filter(({ visit }) => isStarted(visit, begun, now));
  const named = visitIds === null ? standing.filter((one) => !started.includes(one)) : standing;
  if (visitIds !== null && started[0]) throw new Rejected('VISIT_STARTED', started[0].path);
  if (named.length === 0) throw new Rejected('VISIT_STARTED', ['delegationId']);
  const data = {
    visits: named.map(({ visit: { visitId, allocatedTo } }) => ({ visitId, heldBy: allocatedTo })),
    because: 'REQUESTED' as const,
    reason,
    note,
  };
  return [{ type: 'VisitsWithdrawn', data }];
};

/** `to` null: without an end; a visit that begins at `to` is not in it. */
interface WithdrawVisitsBetween extends Omit<WithdrawVisits, 'visitIds'> {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Those that begin in the span and have not started (contract, withdrawClientVisits). */
const withdrawVisitsBetween = (
  { from, to, ...command }: WithdrawVisitsBetween,
  state: Requested,
  now: Instant,
): DelegationEvent[] => {
  const meant = state.visits.filter(
    (visit) =>
      !visit.withdrawn &&
      visit.plannedStart >= from &&
      (to === null || visit.plannedStart < to) &&
      !isStarted(visit, command.begun, now),
  );
  const visitIds = meant.map(({ visitId }) => visitId);
  return meant.length === 0 ? [] : withdrawVisits({ ...command, visitIds }, state, now);
};

type ReleaseVisits = Data<'VisitsReleased'> & Begun;

/**
 * The office that holds them cannot make them after all: they are free again, without a fee (rule
 * 27). What it has released before is a repeat; what it never held is refused.
 */
const releaseVisits = (command: ReleaseVisits, state: Requested, now: Instant): DelegationEvent[] => {
  const { officeId, reason, begun } = command;
  const named = visitsNamed(state, command.visitIds);
  const isHeld = ({ allocatedTo }: VisitState): boolean => allocatedTo === officeId;
  const isDone = (visit: VisitState): boolean => !isHeld(visit) && !visit.withdrawn && wasReleasedBy(visit, officeId);
  if (named.every(({ visit }) => isDone(visit))) return [];
  const refusals = [
    { code: 'VISITS_WITHDRAWN', refuses: ({ withdrawn }: VisitState) => withdrawn },
    { code: 'VISIT_NOT_HELD', refuses: (visit: VisitState) => !isHeld(visit) },
    { code: 'VISIT_STARTED', refuses: (visit: VisitState) => isStarted(visit, begun, now) },
  ];
  for (const { code, refuses } of refusals) {
    const refused = named.find(({ visit }) => refuses(visit));
    if (refused) throw new Rejected(code, refused.path);
  }
  return [{ type: 'VisitsReleased', data: { officeId, visitIds: command.visitIds, reason } }];
};

/** Rule 45: free visits are withdrawn, accepted ones stay. */
const withdrawFreeVisits = (_: unknown, state: Requested): DelegationEvent[] => {
  const free = freeVisits(state);
  if (free.length === 0) return [];
  const data = {
    visits: free.map(({ visitId }) => ({ visitId, heldBy: null })),
    because: 'CONSENT_WITHDRAWN' as const,
    reason: 'CONSENT_WITHDRAWN' as const,
    note: null,
  };
  return [{ type: 'VisitsWithdrawn', data }];
};

/** Rule 9. Fact: visits that overlap with those of an earlier request. */
const withdrawOverlapping = (
  { overlapping }: { readonly overlapping: readonly Uuid[] },
  state: Requested,
): DelegationEvent[] => {
  const visits = state.visits.filter(({ visitId, withdrawn }) => !withdrawn && overlapping.includes(visitId));
  if (visits.length === 0) return [];
  const data = {
    visits: visits.map(({ visitId, allocatedTo }) => ({ visitId, heldBy: allocatedTo })),
    because: 'OVERLAPS' as const,
    reason: 'OVERLAPS' as const,
    note: null,
  };
  return [{ type: 'VisitsWithdrawn', data }];
};

/**
 * Rule 22: a record has come from the office that had the visit, of what began before it lost it.
 * Nobody else is asked or sent; where another office has it by now, the delegation stays as it is.
 */
const keepMadeVisit = (
  { visitId, officeId }: Data<'VisitMadeAfterAll'>,
  state: Requested,
  now: Instant,
): DelegationEvent[] => {
  const visit = visitOf(state, visitId);
  if (!visit) throw new Rejected('VISIT_NOT_OFFERED', ['visitId']);
  if (visit.allocatedTo !== null) return [];
  const made: DelegationEvent = { type: 'VisitMadeAfterAll', data: { visitId, officeId } };
  const ended = visit.openIn === null ? [] : endedOffers(after(state, [made], now), visit.openIn);
  return [made, ...ended];
};

/** Agreed at `at`. */
interface ChangeVisitPlan extends Data<'VisitPlanChanged'> {
  readonly at: Instant;
}

/**
 * Carries over what was agreed on, as it was agreed (rule 22). Where the office had given the visit
 * back by then, or another has it, the visit is offered and made as it stands here.
 */
const changeVisitPlan = ({ at, ...data }: ChangeVisitPlan, state: Requested): DelegationEvent[] => {
  const visit = visitOf(state, data.visitId);
  if (!visit) throw new Rejected('VISIT_NOT_OFFERED', ['visitId']);
  if (visit.changeId === data.changeId || holderOf(state, visit) !== data.officeId) return [];
  return [{ type: 'VisitPlanChanged', data, occurredAt: at }];
};

const known = (state: DelegationState): Requested => {
  if (state.status === 'NONE') throw new Rejected('DELEGATION_UNKNOWN', ['delegationId']);
  return state;
};

/** Delegation (委託): who makes a visit. What became of it is in the visit's stream (rule 22). */
export const delegation = decider({
  category: 'delegation',
  initial: { status: 'NONE' },
  evolve,
  known,
  creating: { RequestDelegation: requestDelegation },
  changing: {
    SeeOffer: closedFirst(seeOffer),
    AcceptOffer: closedFirst(acceptOffer),
    DeclineOffer: closedFirst(declineOffer),
    RequestMoreTime: closedFirst(requestMoreTime),
    GrantMoreTime: closedFirst(grantMoreTime),
    SelectOffice: closedFirst(selectOffice),
    OfferAgain: closedFirst(offerAgain),
    WithdrawVisits: closedFirst(withdrawVisits),
    WithdrawVisitsBetween: closedFirst(withdrawVisitsBetween),
    ReleaseVisits: closedFirst(releaseVisits),
    AnswerUncovered: closedFirst(answerUncovered),
    // Processes: what is due now (rules 13–18); consent was withdrawn (rule 45).
    AdvanceRounds: advanceRounds,
    WithdrawFreeVisits: closedFirst(withdrawFreeVisits),
    // An earlier request has these times (rule 9).
    WithdrawOverlapping: closedFirst(withdrawOverlapping),
    // Its record came late (rule 22).
    KeepMadeVisit: closedFirst(keepMadeVisit),
    // The two offices have agreed on another plan (rule 22).
    ChangeVisitPlan: changeVisitPlan,
  },
});
export type DelegationCommand = CommandOf<typeof delegation>;
