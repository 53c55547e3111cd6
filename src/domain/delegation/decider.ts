import type { Instant } from '../calendar.ts';
import type { Decider } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { Rejected } from '../rejected.ts';
import { acceptOffer, declineOffer, grantMoreTime, requestMoreTime, seeOffer, selectOffice } from './answers.ts';
import type { DelegationCommand } from './commands.ts';
import type { DelegationEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { after, checkOffering, followTime, openFirstRound } from './rounds.ts';
import { type DelegationState, freeVisits, phaseAt, type Requested, type VisitState, visitOf } from './state.ts';

type Command<Type extends DelegationCommand['type']> = Extract<DelegationCommand, { type: Type }>;

const requestDelegation = (
  command: Command<'RequestDelegation'>,
  state: DelegationState,
  now: Instant,
): DelegationEvent[] => {
  if (state.status !== 'NONE') return [];
  const { type: _type, facts, rowOf, ...data } = command;
  if (command.mode === 'DIRECT' && (command.rounds.length !== 1 || command.rounds[0]?.officeIds.length !== 1)) {
    throw new Rejected('DIRECT_ONE_OFFICE', ['rounds']);
  }
  const requested: DelegationEvent = { type: 'DelegationRequested', data };
  const then = evolve(state, { ...requested, occurredAt: now }) as Requested;
  const pathOf = (visitId: Uuid): readonly string[] => [
    'visits',
    String(rowOf[then.visits.findIndex((visit) => visit.visitId === visitId)] ?? 0),
  ];
  checkOverlapsWithin(then.visits, pathOf);
  checkOffering(then, then.visits, command.rounds, facts, now, pathOf);
  return [requested, ...openFirstRound(then, facts, now)];
};

/** Visits of one request overlap one another as those of others do, pairs aside (rule 9). */
const checkOverlapsWithin = (visits: readonly VisitState[], pathOf: (visitId: Uuid) => readonly string[]): void => {
  for (const [n, one] of visits.entries()) {
    const other = visits
      .slice(0, n)
      .find(
        (before) =>
          before.pairedVisitId !== one.visitId &&
          before.plannedStart < one.plannedEnd &&
          one.plannedStart < before.plannedEnd,
      );
    if (other) throw new Rejected('VISITS_OVERLAP', [...pathOf(one.visitId), 'plannedStart']);
  }
};

/**
 * Further rounds for what is not allocated, before those planned; with none open the first opens at
 * once (rule 16).
 */
const offerAgain = ({ rounds, facts }: Command<'OfferAgain'>, state: Requested, now: Instant): DelegationEvent[] => {
  const visits = freeVisits(state).filter(({ plannedStart }) => plannedStart > now);
  if (visits.length === 0) throw new Rejected('NOTHING_TO_OFFER', ['delegationId']);
  if (state.mode === 'DIRECT' && rounds.some(({ officeIds }) => officeIds.length !== 1))
    throw new Rejected('DIRECT_ONE_OFFICE', ['rounds']);
  checkOffering(state, visits, rounds, facts, now, () => ['delegationId']);
  const added: DelegationEvent = { type: 'RoundsAdded', data: { rounds } };
  const phase = phaseAt(state, now);
  if (phase === 'ANSWERING' || phase === 'SELECTING') return [added];
  // What is over by now is written first, so that the new round opens on a clean table.
  const lapsed = state.offers
    .filter(({ status }) => status === 'OPEN')
    .map(
      ({ round, officeId, respondBy }): DelegationEvent => ({
        type: 'OfferExpired',
        data: { round, officeId },
        occurredAt: respondBy,
      }),
    );
  const events = [...lapsed, added];
  return [...events, ...openFirstRound(after(state, events, now), facts, now)];
};

const isStarted = (visit: VisitState, begun: readonly Uuid[], now: Instant): boolean =>
  visit.plannedStart <= now || begun.includes(visit.visitId);

const known = (state: Requested, visitId: Uuid): VisitState => {
  const visit = visitOf(state, visitId);
  if (!visit) throw new Rejected('VISIT_NOT_OFFERED', ['visitIds']);
  return visit;
};

/** From its planned start on, or once begun, a visit is refused (contract, withdrawVisits). */
const withdrawVisits = (command: Command<'WithdrawVisits'>, state: Requested, now: Instant): DelegationEvent[] => {
  const { reason, note, begun } = command;
  const named = (command.visitIds ?? state.visits.map(({ visitId }) => visitId))
    .map((id) => known(state, id))
    .filter(({ withdrawn }) => !withdrawn);
  if (named.length === 0) return [];
  const visits = command.visitIds === null ? named.filter((visit) => !isStarted(visit, begun, now)) : named;
  if (visits.length === 0 || visits.some((visit) => isStarted(visit, begun, now)))
    throw new Rejected('VISIT_STARTED', ['visitIds']);
  const data = {
    visits: visits.map(({ visitId, allocatedTo }) => ({ visitId, heldBy: allocatedTo })),
    because: 'REQUESTED' as const,
    reason,
    note,
  };
  return [{ type: 'VisitsWithdrawn', data }];
};

/**
 * The office that holds them cannot make them after all: they are free again, without a fee (rule
 * 27).
 */
const releaseVisits = (command: Command<'ReleaseVisits'>, state: Requested, now: Instant): DelegationEvent[] => {
  const { officeId, reason, begun } = command;
  const visits = command.visitIds.map((id) => known(state, id));
  const held = visits.filter(({ allocatedTo }) => allocatedTo === officeId);
  if (held.length === 0 && state.releasedBy.includes(officeId) && visits.every(({ withdrawn }) => !withdrawn))
    return [];
  if (visits.some(({ withdrawn }) => withdrawn)) throw new Rejected('VISITS_WITHDRAWN', ['visitIds']);
  if (held.length < visits.length) throw new Rejected('VISIT_NOT_HELD', ['visitIds']);
  if (visits.some((visit) => isStarted(visit, begun, now))) throw new Rejected('VISIT_STARTED', ['visitIds']);
  return [{ type: 'VisitsReleased', data: { officeId, visitIds: held.map(({ visitId }) => visitId), reason } }];
};

/** Rule 45: the free visits end, accepted ones stand. */
const withdrawFreeVisits = (state: Requested): DelegationEvent[] => {
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

const decide = (command: DelegationCommand, state: DelegationState, now: Instant): readonly DelegationEvent[] => {
  if (command.type === 'RequestDelegation') return requestDelegation(command, state, now);
  if (state.status === 'NONE') throw new Rejected('DELEGATION_UNKNOWN', ['delegationId']);
  switch (command.type) {
    case 'SeeOffer':
      return seeOffer(command, state, now);
    case 'AcceptOffer':
      return acceptOffer(command, state, now);
    case 'DeclineOffer':
      return declineOffer(command, state, now);
    case 'RequestMoreTime':
      return requestMoreTime(command, state, now);
    case 'GrantMoreTime':
      return grantMoreTime(command, state, now);
    case 'SelectOffice':
      return selectOffice(command, state, now);
    case 'OfferAgain':
      return offerAgain(command, state, now);
    case 'WithdrawVisits':
      return withdrawVisits(command, state, now);
    case 'ReleaseVisits':
      return releaseVisits(command, state, now);
    case 'FollowTime':
      return followTime(state, command.facts, now);
    case 'WithdrawFreeVisits':
      return withdrawFreeVisits(state);
    default:
      return command satisfies never;
  }
};

/**
 * Delegation (委託): who makes a visit. What became of it stands in the visit's own stream (rule 22).
 */
export const delegation: Decider<DelegationState, DelegationCommand, DelegationEvent> = {
  category: 'delegation',
  initial: { status: 'NONE' },
  evolve,
  decide,
};
