import { addMinutes, earliest, type Instant } from '../calendar.ts';
import type { DataOf } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { Rejected } from '../rejected.ts';
import type { Sealed } from '../sealed.ts';
import { after } from './closing-what-is-over.ts';
import type { DelegationEvent } from './events.ts';
import { type OfferingFacts, officeRefusal, visitRefusal } from './offering.ts';
import { placed, unplaced } from './prices.ts';
import {
  isOpenInRound,
  newestOffer,
  type OfferState,
  offersOfRound,
  type Requested,
  selectBy,
  visitOf,
} from './state.ts';

type Data<Type extends DelegationEvent['type']> = DataOf<DelegationEvent, Type>;
/** The office that answers. */
interface ByOffice {
  readonly officeId: Uuid;
}

const offerTo = (state: Requested, officeId: Uuid): OfferState => {
  const offer = newestOffer(state, officeId);
  if (!offer) throw new Rejected('OFFER_UNKNOWN', ['delegationId']);
  return offer;
};

const isCurrent = (state: Requested, offer: OfferState): boolean => offer.round === state.current?.round;

/**
 * The codes of rules 8 and 20, in their order, for the visits an office wants to act on. Visits
 * that it already holds are passed over.
 */
const checkStillOpen = (
  state: Requested,
  offer: OfferState,
  visitIds: readonly Uuid[],
  now: Instant,
  path: string,
): void => {
  const others = visitIds.filter((id) => visitOf(state, id)?.allocatedTo !== offer.officeId);
  const taken = (id: Uuid): boolean => {
    const visit = visitOf(state, id);
    return (
      visit !== undefined &&
      !visit.withdrawn &&
      (visit.allocatedTo !== null || (isCurrent(state, offer) && !isOpenInRound(state, id)))
    );
  };
  if (others.some(taken)) throw new Rejected('VISITS_ALREADY_ALLOCATED', [path]);
  if (others.some((id) => visitOf(state, id)?.withdrawn)) throw new Rejected('VISITS_WITHDRAWN', [path]);
  if (
    offer.status === 'EXPIRED' ||
    offer.status === 'NOT_SELECTED' ||
    (isWaiting(offer) && now >= offer.respondBy) ||
    (isWaiting(offer) && !isCurrent(state, offer))
  ) {
    throw new Rejected('OFFER_EXPIRED', ['delegationId']);
  }
  if (!isWaiting(offer)) throw new Rejected('OFFER_ALREADY_ANSWERED', ['delegationId']);
};

/** Open, or accepted in part: until respondBy the office may accept more or decline the rest. */
const isWaiting = (offer: OfferState): boolean =>
  offer.status === 'OPEN' || (offer.status === 'ACCEPTED' && !offer.declinedRest);

export const seeOffer = ({ officeId }: ByOffice, state: Requested, now: Instant): DelegationEvent[] => {
  const offer = offerTo(state, officeId);
  if (offer.seen) return [];
  checkStillOpen(state, offer, offer.visitIds, now, 'delegationId');
  return [{ type: 'OfferSeen', data: { round: offer.round, officeId } }];
};

/** `visitIds` null: all that the offer named when made. */
interface AcceptOffer extends ByOffice {
  readonly visitIds: readonly Uuid[] | null;
  readonly note: Sealed | null;
  readonly facts: OfferingFacts;
}

/**
 * Rules 19, 20: all visits named or none; the first to accept wins in FIRST_TO_ACCEPT and DIRECT.
 */
export const acceptOffer = (command: AcceptOffer, state: Requested, now: Instant): DelegationEvent[] => {
  const { officeId, note, facts } = command;
  const offer = offerTo(state, officeId);
  const wanted = command.visitIds ?? offer.visitIds;
  if (wanted.some((id) => !offer.visitIds.includes(id))) throw new Rejected('VISIT_NOT_OFFERED', ['visitIds']);
  const hasAlready = (id: Uuid): boolean =>
    state.mode === 'PARTNER_SELECTS'
      ? offer.acceptedVisitIds.includes(id) && visitOf(state, id)?.withdrawn === false
      : visitOf(state, id)?.allocatedTo === officeId;
  if (wanted.every(hasAlready)) return [];
  const added = wanted.filter((id) => !hasAlready(id));
  checkStillOpen(state, offer, added, now, command.visitIds === null ? 'delegationId' : 'visitIds');
  checkAgain(state, officeId, added, facts, now);
  const accepted: DelegationEvent = {
    type: 'OfferAccepted',
    data: { round: offer.round, officeId, visitIds: [...added], note },
  };
  if (state.mode === 'PARTNER_SELECTS') return [accepted];
  return [accepted, ...allocate(after(state, [accepted], now), offer, added, now)];
};

/** Rule 9 once more, for the visits that are to be allocated. */
const checkAgain = (
  state: Requested,
  officeId: Uuid,
  visitIds: readonly Uuid[],
  facts: OfferingFacts,
  now: Instant,
): void => {
  for (const id of visitIds) {
    const visit = visitOf(state, id);
    const refusal =
      visit &&
      (visitRefusal(visit, facts.visits[id], now) ??
        officeRefusal(officeId, state.partnerOfficeId, facts.offices[officeId]?.[id]));
    if (refusal) throw new Rejected(refusal.code, ['visitIds']);
  }
};

/**
 * Allocates at the prices of the offer, to which the office said yes (rule 28); offers of which
 * nothing is left end in the same append, and their offices are never told who won (rule 19).
 */
const allocate = (
  state: Requested,
  { round, officeId, fees }: OfferState,
  visitIds: readonly Uuid[],
  now: Instant,
): DelegationEvent[] => {
  const offered = unplaced(fees, state.bases);
  const prices = placed(visitIds.flatMap((id) => offered.find(({ visitId }) => visitId === id) ?? []));
  const allocated: DelegationEvent = {
    type: 'VisitsAllocated',
    data: { round, officeId, visitIds: [...visitIds], ...prices },
  };
  const then = after(state, [allocated], now);
  const left = offersOfRound(then, round).filter((offer) => {
    const isStanding = offer.status === 'OPEN' || (offer.status === 'ACCEPTED' && state.mode === 'PARTNER_SELECTS');
    const hasOwn = offer.visitIds.some((id) => visitOf(then, id)?.allocatedTo === offer.officeId);
    return isStanding && !hasOwn && !offer.visitIds.some((id) => isOpenInRound(then, id));
  });
  return [
    allocated,
    ...left.map((offer): DelegationEvent => ({ type: 'OfferNotSelected', data: { round, officeId: offer.officeId } })),
  ];
};

type DeclineOffer = Omit<Data<'OfferDeclined'>, 'round'>;

/** In PARTNER_SELECTS also takes back a yes, until the selection is over (`closedFirst`). */
export const declineOffer = (
  { officeId, reason, note }: DeclineOffer,
  state: Requested,
  now: Instant,
): DelegationEvent[] => {
  const offer = offerTo(state, officeId);
  if (offer.status === 'DECLINED' || offer.declinedRest) return [];
  const rest = offer.visitIds.filter((id) => isOpenInRound(state, id));
  const takesBack =
    state.mode === 'PARTNER_SELECTS' && offer.status === 'ACCEPTED' && isCurrent(state, offer) && rest.length > 0;
  if (!takesBack) {
    checkStillOpen(state, offer, rest.length > 0 ? rest : offer.visitIds, now, 'delegationId');
    if (rest.length === 0) throw new Rejected('OFFER_ALREADY_ANSWERED', ['delegationId']);
  }
  return [{ type: 'OfferDeclined', data: { round: offer.round, officeId, reason, note } }];
};

type RequestMoreTime = Omit<Data<'MoreTimeRequested'>, 'round'>;

/** Once per office and round (rule 14). */
export const requestMoreTime = (
  { officeId, minutes, note }: RequestMoreTime,
  state: Requested,
  now: Instant,
): DelegationEvent[] => {
  const offer = offerTo(state, officeId);
  checkStillOpen(
    state,
    offer,
    offer.visitIds.filter((id) => !isOpenInRound(state, id)).length === offer.visitIds.length ? offer.visitIds : [],
    now,
    'delegationId',
  );
  if (offer.moreTime !== 'NONE') throw new Rejected('MORE_TIME_ASKED', ['delegationId']);
  return [{ type: 'MoreTimeRequested', data: { round: offer.round, officeId, minutes, note } }];
};

type GrantMoreTime = Pick<Data<'MoreTimeGranted'>, 'officeId' | 'minutes'>;

/**
 * While that offer is open, never past the first offered start; moves only that office's
 * `respondBy` (rule 14).
 */
export const grantMoreTime = (
  { officeId, minutes }: GrantMoreTime,
  state: Requested,
  now: Instant,
): DelegationEvent[] => {
  const offer = offerTo(state, officeId);
  if (offer.moreTime === 'GRANTED') return [];
  if (!isWaiting(offer) || now >= offer.respondBy || !isCurrent(state, offer))
    throw new Rejected('OFFER_EXPIRED', ['officeId']);
  if (offer.moreTime === 'NONE') throw new Rejected('MORE_TIME_NOT_ASKED', ['officeId']);
  const starts = offer.visitIds.flatMap((id) => visitOf(state, id)?.plannedStart ?? []);
  const respondBy = earliest(addMinutes(offer.respondBy, minutes), ...starts);
  return [{ type: 'MoreTimeGranted', data: { round: offer.round, officeId, minutes, respondBy } }];
};

/** `visitIds` null: all that the office said yes to. */
type SelectOffice = Omit<AcceptOffer, 'note'>;

/**
 * PARTNER_SELECTS: a yes can be selected from the moment it was given, until the selection is over
 * (rule 15).
 */
export const selectOffice = (command: SelectOffice, state: Requested, now: Instant): DelegationEvent[] => {
  if (state.mode !== 'PARTNER_SELECTS') throw new Rejected('NOT_SELECTABLE', ['delegationId']);
  const { officeId, facts } = command;
  const offer = newestOffer(state, officeId);
  if (!offer || offer.acceptedVisitIds.length === 0) throw new Rejected('NOT_CANDIDATE', ['officeId']);
  const wanted = command.visitIds ?? offer.acceptedVisitIds;
  if (wanted.some((id) => !offer.acceptedVisitIds.includes(id))) throw new Rejected('NOT_CANDIDATE', ['visitIds']);
  const added = wanted.filter((id) => visitOf(state, id)?.allocatedTo !== officeId);
  if (added.length === 0) return [];
  const path = command.visitIds === null ? 'officeId' : 'visitIds';
  if (added.some((id) => visitOf(state, id)?.withdrawn)) throw new Rejected('VISITS_WITHDRAWN', [path]);
  const until = selectBy(state);
  if (offer.status !== 'ACCEPTED' || !isCurrent(state, offer) || (until !== null && now >= until))
    throw new Rejected('OFFER_EXPIRED', ['officeId']);
  if (added.some((id) => !isOpenInRound(state, id))) throw new Rejected('VISITS_ALREADY_ALLOCATED', [path]);
  checkAgain(state, officeId, added, facts, now);
  return allocate(state, offer, added, now);
};
