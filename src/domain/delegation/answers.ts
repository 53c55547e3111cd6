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
  isRoundOver,
  type OfferState,
  offersOfRound,
  openVisitIdsOf,
  type Requested,
  visitOf,
} from './state.ts';
import {
  checkWanted,
  isTo,
  offerPath,
  offersMeant,
  offersTo,
  refusalOfCandidate,
  refusalOfWanted,
  refuseOffer,
  type ToOffice,
  type Wanted,
  wantedOf,
} from './which-offer.ts';

type Data<Type extends DelegationEvent['type']> = DataOf<DelegationEvent, Type>;

const holds = (state: Requested, officeId: Uuid, visitId: Uuid): boolean =>
  visitOf(state, visitId)?.allocatedTo === officeId;

/** An office has opened what it was asked, or taken, and has not let go. */
export const seeOffer = (to: ToOffice, state: Requested, now: Instant): DelegationEvent[] => {
  const isOpen = (offer: OfferState): boolean =>
    openVisitIdsOf(state, offer, now).length > 0 ||
    (offer.status === 'ACCEPTED' &&
      !offer.declinedRest &&
      now < offer.respondBy &&
      offer.visitIds.some((id) => holds(state, offer.officeId, id) || isOpenInRound(state, offer.round, id)));
  const unseen = offersMeant(state, to, isOpen).filter(({ seen }) => !seen);
  return unseen.map((offer) => {
    if (!isOpen(offer)) refuseOffer(state, offer, now, offerPath(to.round));
    return { type: 'OfferSeen', data: { round: offer.round, officeId: offer.officeId } };
  });
};

/** `visitIds` null: all that the offers meant named when made. */
interface AcceptOffer extends ToOffice {
  readonly visitIds: readonly Uuid[] | null;
  readonly note: Sealed | null;
  readonly facts: OfferingFacts;
}

/** Path of a visit of the input, where the input names visits. */
const pathIn =
  ({ visitIds }: { readonly visitIds: readonly Uuid[] | null }, otherwise: readonly string[]) =>
  (n: number): readonly string[] =>
    visitIds === null ? otherwise : ['visitIds', String(n)];

/**
 * Rules 19, 20: all visits named or none; the first to accept wins in FIRST_TO_ACCEPT and DIRECT.
 */
export const acceptOffer = (command: AcceptOffer, state: Requested, now: Instant): DelegationEvent[] => {
  const { officeId, note, facts } = command;
  const isOpen = (offer: OfferState): boolean => openVisitIdsOf(state, offer, now).length > 0;
  const all = (): Uuid[] => [...new Set(offersMeant(state, command, isOpen).flatMap(({ visitIds }) => visitIds))];
  const wanted = wantedOf(state, offersTo(state, command), command.visitIds ?? all(), {
    names: ({ visitIds }) => visitIds,
    code: 'VISIT_NOT_OFFERED',
    pathOf: pathIn(command, offerPath(command.round)),
  });
  const added = wanted.filter((one) => !hasAlready(state, one, now));
  checkWanted(added, (one) => refusalOfWanted(state, one, now), offerPath(command.round));
  checkAgain(state, officeId, added, facts, now);
  const events: DelegationEvent[] = [];
  for (const [offer, visitIds] of byOffer(added)) {
    events.push({ type: 'OfferAccepted', data: { round: offer.round, officeId, visitIds, note } });
    if (state.mode !== 'PARTNER_SELECTS') events.push(...allocate(after(state, events, now), offer, visitIds, now));
  }
  return events;
};

/** By the office that has it, and by nobody else: a visit it holds, or a yes that stands. */
const hasAlready = (state: Requested, { visitId, offer }: Wanted, now: Instant): boolean =>
  holds(state, offer.officeId, visitId) || stands(state, offer, now).includes(visitId);

/** Where the partner selects: what of a yes can still be selected. */
const stands = (state: Requested, offer: OfferState, now: Instant): readonly Uuid[] =>
  state.mode === 'PARTNER_SELECTS' && offer.status === 'ACCEPTED' && !isRoundOver(state, offer.round, now)
    ? offer.acceptedVisitIds.filter((id) => isOpenInRound(state, offer.round, id))
    : [];

const byOffer = (wanted: readonly Wanted[]): [OfferState, Uuid[]][] =>
  [...Map.groupBy(wanted, ({ offer }) => offer)].map(([offer, same]) => [offer, same.map(({ visitId }) => visitId)]);

/** Rule 9 once more, for the visits that are to be allocated. */
const checkAgain = (
  state: Requested,
  officeId: Uuid,
  wanted: readonly Wanted[],
  facts: OfferingFacts,
  now: Instant,
): void => {
  for (const { visitId, path } of wanted) {
    const visit = visitOf(state, visitId);
    const refusal =
      visit &&
      (visitRefusal(visit, facts.visits[visitId], now) ??
        officeRefusal(officeId, state.partnerOfficeId, facts.offices[officeId]?.[visitId]));
    if (refusal) throw new Rejected(refusal.code, path);
  }
};

/**
 * Allocates at the prices of the offer, to which the office said yes (rule 28); offers of which
 * nothing is left end in the same append, and their offices are never told who won (rule 19). A
 * candidate ends with what it said yes to, whatever else it was offered.
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
  return [allocated, ...endedOffers(after(state, [allocated], now), round)];
};

/**
 * Ends the offers of a round of which nothing is left, now that a visit is somebody's (rule 19).
 */
export const endedOffers = (state: Requested, round: number): DelegationEvent[] => {
  const isLeft = (id: Uuid): boolean => isOpenInRound(state, round, id);
  return offersOfRound(state, round)
    .filter(
      (offer) =>
        (offer.status === 'OPEN' && !offer.visitIds.some(isLeft)) ||
        (offer.status === 'ACCEPTED' && !offer.gotSome && !offer.acceptedVisitIds.some(isLeft)),
    )
    .map(({ officeId }) => ({ type: 'OfferNotSelected', data: { round, officeId } }));
};

type DeclineOffer = Omit<Data<'OfferDeclined'>, 'round'> & ToOffice;

/** In PARTNER_SELECTS also takes back a yes, until the selection is over (`closedFirst`). */
export const declineOffer = (command: DeclineOffer, state: Requested, now: Instant): DelegationEvent[] => {
  const { officeId, reason, note } = command;
  const isOpen = (offer: OfferState): boolean =>
    !offer.declinedRest && openVisitIdsOf(state, offer, now).length + stands(state, offer, now).length > 0;
  const offers = offersMeant(state, command, isOpen).filter(
    ({ status, declinedRest }) => status !== 'DECLINED' && !declinedRest,
  );
  return offers.map((offer) => {
    if (!isOpen(offer)) refuseOffer(state, offer, now, offerPath(command.round));
    return { type: 'OfferDeclined', data: { round: offer.round, officeId, reason, note } };
  });
};

type RequestMoreTime = Omit<Data<'MoreTimeRequested'>, 'round'> & ToOffice;

/** Once per office and round (rule 14). */
export const requestMoreTime = (command: RequestMoreTime, state: Requested, now: Instant): DelegationEvent[] => {
  const { officeId, minutes, note } = command;
  const isOpen = (offer: OfferState): boolean => openVisitIdsOf(state, offer, now).length > 0;
  const offers = offersMeant(state, command, isOpen);
  const over = offers.find((offer) => !isOpen(offer));
  if (over) refuseOffer(state, over, now, offerPath(command.round));
  const asking = offers.filter(({ moreTime }) => moreTime === 'NONE');
  if (asking.length === 0) throw new Rejected('MORE_TIME_ASKED', offerPath(command.round));
  return asking.map(({ round }) => ({ type: 'MoreTimeRequested', data: { round, officeId, minutes, note } }));
};

type GrantMoreTime = Pick<Data<'MoreTimeGranted'>, 'officeId' | 'minutes'> & ToOffice;

/**
 * While that offer is open, never past the first offered start; moves only that office's
 * `respondBy` (rule 14).
 */
export const grantMoreTime = (command: GrantMoreTime, state: Requested, now: Instant): DelegationEvent[] => {
  const { officeId, minutes } = command;
  const isOpen = (offer: OfferState): boolean => openVisitIdsOf(state, offer, now).length > 0;
  const offers = offersMeant(state, command, (offer) => isOpen(offer) && offer.moreTime === 'ASKED');
  return offers
    .filter(({ moreTime }) => moreTime !== 'GRANTED')
    .map((offer) => {
      if (!isOpen(offer)) throw new Rejected('OFFER_EXPIRED', ['officeId']);
      if (offer.moreTime === 'NONE') throw new Rejected('MORE_TIME_NOT_ASKED', ['officeId']);
      const starts = offer.visitIds.flatMap((id) => visitOf(state, id)?.plannedStart ?? []);
      const respondBy = earliest(addMinutes(offer.respondBy, minutes), ...starts);
      return { type: 'MoreTimeGranted', data: { round: offer.round, officeId, minutes, respondBy } };
    });
};

/** `visitIds` null: all that the office said yes to and that can be selected. */
type SelectOffice = Omit<AcceptOffer, 'note'>;

/**
 * PARTNER_SELECTS: a yes can be selected from the moment it was given, until the selection is over
 * (rule 15).
 */
export const selectOffice = (command: SelectOffice, state: Requested, now: Instant): DelegationEvent[] => {
  if (state.mode !== 'PARTNER_SELECTS') throw new Rejected('NOT_SELECTABLE', ['delegationId']);
  const { officeId, facts } = command;
  const offers = state.offers.filter((offer) => isTo(command, offer) && offer.acceptedVisitIds.length > 0);
  if (offers.length === 0) throw new Rejected('NOT_CANDIDATE', ['officeId']);
  const standing = offers.filter((offer) => stands(state, offer, now).length > 0);
  const all = (standing.length > 0 ? standing : offers.slice(-1)).flatMap(({ acceptedVisitIds }) => acceptedVisitIds);
  const wanted = wantedOf(state, offers, command.visitIds ?? [...new Set(all)], {
    names: ({ acceptedVisitIds }) => acceptedVisitIds,
    code: 'NOT_CANDIDATE',
    pathOf: pathIn(command, ['officeId']),
  });
  const added = wanted.filter(({ visitId }) => !holds(state, officeId, visitId));
  checkWanted(added, (one) => refusalOfCandidate(state, one, now), ['officeId']);
  checkAgain(state, officeId, added, facts, now);
  const events: DelegationEvent[] = [];
  for (const [offer, visitIds] of byOffer(added))
    events.push(...allocate(after(state, events, now), offer, visitIds, now));
  return events;
};
