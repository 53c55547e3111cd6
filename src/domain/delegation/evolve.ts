import { earliest, type Instant } from '../calendar.ts';
import type { Uuid } from '../ids.ts';
import { changeableOf, type DelegationEvent } from './events.ts';
import { placed, unplaced } from './prices.ts';
import {
  answeringOverAt,
  type DelegationState,
  isAnswered,
  isFree,
  isOpenInRound,
  type OfferState,
  offersOfRound,
  type Requested,
  type VisitState,
} from './state.ts';

type EventOf<Type extends DelegationEvent['type']> = Extract<DelegationEvent, { type: Type }>;

/** Folds one event; `occurredAt` tells when the answering of a round was over. */
export const evolve = (state: DelegationState, event: DelegationEvent): DelegationState => {
  const at = event.occurredAt ?? '';
  if (event.type === 'DelegationRequested') return requestedState(event, at);
  if (state.status === 'NONE') return state;
  return withAnsweringOver(state, evolveRequested(state, event, at), at);
};

/** The state that a request begins. */
export const requestedState = ({ data }: EventOf<'DelegationRequested'>, at: Instant): Requested => ({
  status: 'REQUESTED',
  networkId: data.networkId,
  clientId: data.clientId,
  partnerOfficeId: data.partnerOfficeId,
  mode: data.mode,
  requestedAt: at,
  visits: data.visits.map((visit) => ({
    ...visit,
    allocatedTo: null,
    withdrawn: false,
    changeId: null,
    asked: null,
    price: null,
    openIn: null,
    ahead: data.rounds.map((_, n) => n),
    freeSince: at,
    released: false,
    releasedBy: [],
    notAskedAgain: [],
    moreRounds: 0,
    escalatedAt: null,
    atRiskAt: null,
    uncovered: false,
    outcome: null,
    outcomes: 0,
  })),
  withdrawals: [],
  bases: [],
  plans: data.rounds.map((round) => ({ ...round, again: false })),
  rounds: [],
  offers: [],
  completed: false,
});

const evolveRequested = (
  state: Requested,
  event: Exclude<DelegationEvent, { type: 'DelegationRequested' }>,
  at: Instant,
): Requested => {
  switch (event.type) {
    case 'RoundsAdded':
      return roundsAdded(state, event);
    case 'OfferMade':
      return offerMade(state, event);
    case 'OfferSeen':
      return withOffer(state, event.data, () => ({ seen: true }));
    case 'MoreTimeRequested':
      return withOffer(state, event.data, () => ({ moreTime: 'ASKED' }));
    case 'MoreTimeGranted':
      return withOffer(state, event.data, () => ({ moreTime: 'GRANTED', respondBy: event.data.respondBy }));
    case 'OfferAccepted':
      return withOffer(state, event.data, ({ acceptedVisitIds }) => ({
        status: 'ACCEPTED',
        acceptedVisitIds: [...new Set([...acceptedVisitIds, ...event.data.visitIds])],
      }));
    case 'OfferDeclined':
      return withOffer(state, event.data, (offer) => declined(state, offer));
    case 'OfferExpired':
      return withOffer(state, event.data, () => ({ status: 'EXPIRED' }));
    case 'OfferNotSelected':
      return withOffer(state, event.data, () => ({ status: 'NOT_SELECTED' }));
    case 'VisitsAllocated': {
      const { officeId, visitIds } = event.data;
      const { bases, fees } = placed(unplaced(event.data.fees, event.data.bases), state.bases);
      const allocated = withVisits({ ...state, bases }, visitIds, ({ visitId }) => {
        return { allocatedTo: officeId, openIn: null, price: fees.find((fee) => fee.visitId === visitId) ?? null };
      });
      return withOffer(allocated, event.data, () => ({ gotSome: true }));
    }
    case 'VisitsReleased':
      return withVisits(state, event.data.visitIds, (visit) => released(visit, event.data.officeId, at));
    case 'VisitsWithdrawn':
      return visitsWithdrawn(state, event, at);
    case 'VisitMadeAfterAll':
      return withVisits(state, [event.data.visitId], () => ({
        allocatedTo: event.data.officeId,
        withdrawn: false,
        openIn: null,
        uncovered: false,
        outcome: null,
      }));
    case 'VisitPlanChanged': {
      const { visitId, changeId, basis, feeYen } = event.data;
      const { bases, fees } = placed([{ visitId, basis, feeYen }], state.bases);
      const [price = null] = fees;
      const changed = { ...changeableOf(event.data), changeId, price, atRiskAt: null };
      // Of a visit still to come it is not over yet.
      return withVisits({ ...state, bases, completed: false }, [visitId], (visit) => ({
        ...changed,
        asked: visit.asked ?? changeableOf(visit),
      }));
    }
    case 'DelegationEscalated':
      return withVisits(state, event.data.visitIds, () => ({
        escalatedAt: at,
        openIn: null,
        ahead: [],
        released: false,
      }));
    case 'VisitsAtRisk':
      return withVisits(state, event.data.visitIds, () => ({ atRiskAt: at }));
    case 'UncoveredAnswered':
      return withVisits(state, event.data.visitIds, ({ outcomes }) => ({
        outcome: event.data.outcome,
        outcomes: outcomes + 1,
      }));
    case 'DelegationCompleted':
      return { ...state, completed: true };
  }
};

/** For what is free they stand before those that are still ahead, for each visit (rule 16). */
const roundsAdded = (state: Requested, { data }: EventOf<'RoundsAdded'>): Requested => {
  const added = data.rounds.map((_, n) => state.plans.length + n);
  const named = data.rounds.flatMap(({ officeIds }) => officeIds);
  const offeredAgain = (visit: VisitState): VisitState => ({
    ...visit,
    ahead: [...added, ...visit.ahead],
    notAskedAgain: visit.notAskedAgain.filter((officeId) => !named.includes(officeId)),
  });
  return {
    ...state,
    plans: [...state.plans, ...data.rounds.map((round) => ({ ...round, again: true }))],
    visits: state.visits.map((visit) => (isFree(visit) ? offeredAgain(visit) : visit)),
  };
};

const offerMade = (state: Requested, { data }: EventOf<'OfferMade'>): Requested => {
  const { round, officeId, visitIds, windowMinutes, respondBy, plan } = data;
  const { bases, fees } = placed(unplaced(data.fees, data.bases), state.bases);
  const offer: OfferState = {
    round,
    officeId,
    visitIds,
    respondBy,
    status: 'OPEN',
    acceptedVisitIds: [],
    gotSome: false,
    declinedRest: false,
    seen: false,
    moreTime: 'NONE',
    fees,
  };
  const isOpened = state.rounds.some((one) => one.round === round);
  const offered = withVisits(state, visitIds, ({ openIn, ahead, moreRounds }) => ({
    openIn: round,
    // Those that were passed over had nobody to ask.
    ahead: plan === null ? ahead : ahead.slice(ahead.indexOf(plan) + 1),
    moreRounds: plan === null && openIn !== round ? moreRounds + 1 : moreRounds,
    released: false,
    escalatedAt: null,
  }));
  return {
    ...offered,
    bases,
    offers: [...state.offers, offer],
    rounds: isOpened ? state.rounds : [...state.rounds, { round, windowMinutes, answeredAt: null }],
  };
};

/**
 * Where the office has been allocated some, it keeps those and declines the rest. Else the whole
 * offer is declined.
 */
const declined = (state: Requested, { round, gotSome, acceptedVisitIds }: OfferState): Partial<OfferState> =>
  gotSome
    ? { declinedRest: true, acceptedVisitIds: acceptedVisitIds.filter((id) => !isOpenInRound(state, round, id)) }
    : { status: 'DECLINED', acceptedVisitIds: [] };

const released = ({ releasedBy, notAskedAgain }: VisitState, officeId: Uuid, at: Instant): Partial<VisitState> => ({
  allocatedTo: null,
  freeSince: at,
  released: true,
  releasedBy: [...releasedBy.filter((one) => one.officeId !== officeId), { officeId, at }],
  notAskedAgain: [...new Set([...notAskedAgain, officeId])],
  atRiskAt: null,
});

/**
 * An offer of which nothing is left, after a withdrawal, ends as WITHDRAWN, unless the office holds
 * or held something by it.
 */
const visitsWithdrawn = (before: Requested, { data }: EventOf<'VisitsWithdrawn'>, at: Instant): Requested => {
  const { visits, reason, note, because } = data;
  const ids = visits.map(({ visitId }) => visitId);
  const uncovered = because === 'UNCOVERED';
  const state = withVisits(before, ids, () => ({ withdrawn: true, allocatedTo: null, openIn: null, uncovered }));
  return {
    ...state,
    withdrawals: [...state.withdrawals, { visits, reason, note, at }],
    offers: state.offers.map((offer) => {
      const isWaiting = offer.status === 'OPEN' || (offer.status === 'ACCEPTED' && !offer.gotSome);
      const isLeft = offer.visitIds.some((id) => isOpenInRound(state, offer.round, id));
      return isWaiting && !isLeft ? { ...offer, status: 'WITHDRAWN' } : offer;
    }),
  };
};

const withOffer = (
  state: Requested,
  { round, officeId }: { round: number; officeId: Uuid },
  change: (offer: OfferState) => Partial<OfferState>,
): Requested => ({
  ...state,
  offers: state.offers.map((offer) =>
    offer.round === round && offer.officeId === officeId ? { ...offer, ...change(offer) } : offer,
  ),
});

const withVisits = (
  state: Requested,
  ids: readonly Uuid[],
  change: (visit: VisitState) => Partial<VisitState>,
): Requested => ({
  ...state,
  visits: state.visits.map((visit) => (ids.includes(visit.visitId) ? { ...visit, ...change(visit) } : visit)),
});

/**
 * Once the answering of a round is over it stays so: what becomes free afterwards is gone for it
 * (rule 12). Where time had ended it before the event came, it was over then.
 */
const withAnsweringOver = (before: Requested, state: Requested, at: Instant): Requested => {
  const isOver = (round: number): boolean => offersOfRound(state, round).every((offer) => isAnswered(state, offer));
  if (!state.rounds.some(({ round, answeredAt }) => answeredAt === null && isOver(round))) return state;
  return {
    ...state,
    rounds: state.rounds.map((one) =>
      one.answeredAt === null && isOver(one.round)
        ? { ...one, answeredAt: earliest(at, answeringOverAt(before, one.round) ?? at) }
        : one,
    ),
  };
};
