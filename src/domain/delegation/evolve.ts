import type { Instant } from '../calendar.ts';
import type { Uuid } from '../ids.ts';
import type { DelegationEvent } from './events.ts';
import { placed, unplaced } from './prices.ts';
import {
  type DelegationState,
  isAnswered,
  isOpenInRound,
  type OfferState,
  offersOfRound,
  type Requested,
  type VisitState,
  visitOf,
} from './state.ts';

type EventOf<Type extends DelegationEvent['type']> = Extract<DelegationEvent, { type: Type }>;

/** Folds one event; `occurredAt` tells when the answering of a round was over. */
export const evolve = (state: DelegationState, event: DelegationEvent): DelegationState => {
  if (event.type === 'DelegationRequested') return requestedState(event);
  if (state.status === 'NONE') return state;
  const next = evolveRequested(state, event);
  return withAnsweringOver(next, event.occurredAt ?? '');
};

/** The state that a request begins. */
export const requestedState = ({ data }: EventOf<'DelegationRequested'>): Requested => ({
  status: 'REQUESTED',
  networkId: data.networkId,
  clientId: data.clientId,
  partnerOfficeId: data.partnerOfficeId,
  mode: data.mode,
  visits: data.visits.map((visit) => ({ ...visit, allocatedTo: null, withdrawn: false, price: null })),
  withdrawals: [],
  bases: [],
  planned: data.rounds.map((round) => ({ ...round, again: false })),
  offers: [],
  current: null,
  lastWindowMinutes: data.rounds[0]?.windowMinutes ?? 30,
  releasedBy: [],
  releasedSinceOpening: false,
  escalated: false,
  completed: false,
});

const evolveRequested = (
  state: Requested,
  event: Exclude<DelegationEvent, { type: 'DelegationRequested' }>,
): Requested => {
  switch (event.type) {
    case 'RoundsAdded':
      return {
        ...state,
        planned: [...event.data.rounds.map((round) => ({ ...round, again: true })), ...state.planned],
      };
    case 'OfferMade':
      return offerMade(state, event);
    case 'OfferSeen':
      return withOffer(state, event.data, (offer) => ({ ...offer, seen: true }));
    case 'MoreTimeRequested':
      return withOffer(state, event.data, (offer) => ({ ...offer, moreTime: 'ASKED' }));
    case 'MoreTimeGranted':
      return withOffer(state, event.data, (offer) => ({
        ...offer,
        moreTime: 'GRANTED',
        respondBy: event.data.respondBy,
      }));
    case 'OfferAccepted':
      return withOffer(state, event.data, (offer) => ({
        ...offer,
        status: 'ACCEPTED',
        acceptedVisitIds: [...new Set([...offer.acceptedVisitIds, ...event.data.visitIds])],
      }));
    case 'OfferDeclined':
      return withOffer(state, event.data, (offer) => declined(state, offer));
    case 'OfferExpired':
      return withOffer(state, event.data, (offer) => ({ ...offer, status: 'EXPIRED' }));
    case 'OfferNotSelected':
      return withOffer(state, event.data, (offer) => ({ ...offer, status: 'NOT_SELECTED' }));
    case 'VisitsAllocated': {
      const { officeId, visitIds } = event.data;
      const { bases, fees } = placed(unplaced(event.data.fees, event.data.bases), state.bases);
      const priced = withVisits({ ...state, bases }, visitIds, (visit) => {
        return { ...visit, allocatedTo: officeId, price: fees.find((fee) => fee.visitId === visit.visitId) ?? null };
      });
      return withGone(priced, visitIds);
    }
    case 'VisitsReleased': {
      const freed = withVisits(state, event.data.visitIds, (visit) => ({ ...visit, allocatedTo: null }));
      return {
        ...freed,
        releasedSinceOpening: true,
        releasedBy: [...new Set([...state.releasedBy, event.data.officeId])],
      };
    }
    case 'VisitsWithdrawn': {
      const { visits, reason, note } = event.data;
      const noted = {
        ...state,
        withdrawals: [...state.withdrawals, { visits, reason, note, at: event.occurredAt ?? '' }],
      };
      const ids = visits.map(({ visitId }) => visitId);
      return withOffersWithdrawn(withVisits(noted, ids, (visit) => ({ ...visit, withdrawn: true, allocatedTo: null })));
    }
    case 'DelegationEscalated':
      return { ...state, escalated: true, planned: [], current: null, releasedSinceOpening: false };
    case 'DelegationCompleted':
      return { ...state, completed: true };
  }
};

const offerMade = (state: Requested, { data }: EventOf<'OfferMade'>): Requested => {
  const { round, officeId, visitIds, windowMinutes, respondBy, plannedRoundsLeft } = data;
  const { bases, fees } = placed(unplaced(data.fees, data.bases), state.bases);
  const offer: OfferState = {
    round,
    officeId,
    visitIds,
    respondBy,
    status: 'OPEN',
    acceptedVisitIds: [],
    declinedRest: false,
    seen: false,
    moreTime: 'NONE',
    fees,
  };
  return {
    ...state,
    bases,
    offers: [...state.offers, offer],
    planned: plannedRoundsLeft === 0 ? [] : state.planned.slice(-plannedRoundsLeft),
    current: state.current?.round === round ? state.current : { round, windowMinutes, answeredAt: null, gone: [] },
    lastWindowMinutes: windowMinutes,
    releasedSinceOpening: false,
    escalated: false,
  };
};

/**
 * Where the office has already been allocated some, it keeps those and declines the rest. Else the
 * whole offer is declined.
 */
const declined = (state: Requested, offer: OfferState): OfferState =>
  offer.acceptedVisitIds.some((id) => visitOf(state, id)?.allocatedTo === offer.officeId)
    ? { ...offer, declinedRest: true }
    : { ...offer, status: 'DECLINED', acceptedVisitIds: [] };

const withOffer = (
  state: Requested,
  { round, officeId }: { round: number; officeId: Uuid },
  change: (offer: OfferState) => OfferState,
): Requested => ({
  ...state,
  offers: state.offers.map((offer) => (offer.round === round && offer.officeId === officeId ? change(offer) : offer)),
});

const withVisits = (state: Requested, ids: readonly Uuid[], change: (visit: VisitState) => VisitState): Requested => ({
  ...state,
  visits: state.visits.map((visit) => (ids.includes(visit.visitId) ? change(visit) : visit)),
});

const withGone = (state: Requested, ids: readonly Uuid[]): Requested =>
  state.current === null ? state : { ...state, current: { ...state.current, gone: [...state.current.gone, ...ids] } };

/**
 * An offer of which nothing is left, after a withdrawal, ends as WITHDRAWN, unless the office holds
 * or held something by it.
 */
const withOffersWithdrawn = (state: Requested): Requested => ({
  ...state,
  offers: state.offers.map((offer) => {
    const isWaiting = offer.status === 'OPEN' || (offer.status === 'ACCEPTED' && state.mode === 'PARTNER_SELECTS');
    const anyLeft = offer.visitIds.some(
      (id) => isOpenInRound(state, id) || visitOf(state, id)?.allocatedTo === offer.officeId,
    );
    return isWaiting && !anyLeft ? { ...offer, status: 'WITHDRAWN' } : offer;
  }),
});

/**
 * Once the answering of a round is over it stays so: what becomes free afterwards waits for the
 * next round (rule 12).
 */
const withAnsweringOver = (state: Requested, at: Instant): Requested => {
  if (state.current === null || state.current.answeredAt !== null) return state;
  const offers = offersOfRound(state, state.current.round);
  return offers.every((offer) => isAnswered(state, offer))
    ? { ...state, current: { ...state.current, answeredAt: at } }
    : state;
};
