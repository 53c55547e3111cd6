import type { Instant } from '../calendar.ts';
import type { Uuid } from '../ids.ts';
import { Rejected } from '../rejected.ts';
import { isOpenInRound, isRoundOver, type OfferState, type Requested, visitOf } from './state.ts';

/** An office, and the round of the offer that is meant; null where none is named. */
export interface ToOffice {
  readonly officeId: Uuid;
  readonly round: number | null;
}

export const isTo = ({ officeId, round }: ToOffice, offer: OfferState): boolean =>
  offer.officeId === officeId && (round ?? offer.round) === offer.round;

/** The offers that may be meant, oldest first. Throws OFFER_UNKNOWN where there is none. */
export const offersTo = (state: Requested, to: ToOffice): readonly OfferState[] => {
  const offers = state.offers.filter((offer) => isTo(to, offer));
  if (offers.length === 0) throw new Rejected('OFFER_UNKNOWN', offerPath(to.round));
  return offers;
};

/** Where the input names the offer. */
export const offerPath = (round: number | null): readonly string[] => [round === null ? 'delegationId' : 'offerId'];

/** The one that is named, else all that are open together; with none open the newest (contract). */
export const offersMeant = (
  state: Requested,
  to: ToOffice,
  isOpen: (offer: OfferState) => boolean,
): readonly OfferState[] => {
  const offers = offersTo(state, to);
  const open = offers.filter(isOpen);
  return open.length > 0 ? open : offers.slice(-1);
};

/** A visit that an office wants to act on, by which of its offers, and where the input names it. */
export interface Wanted {
  readonly visitId: Uuid;
  readonly offer: OfferState;
  readonly path: readonly string[];
}

/**
 * Each visit with the office's offer by which it is to be had; else with the newest that names it.
 * `names`: what of an offer counts. Throws `code` for a visit that none names.
 */
export const wantedOf = (
  state: Requested,
  offers: readonly OfferState[],
  visitIds: readonly Uuid[],
  {
    names,
    code,
    pathOf,
  }: {
    readonly names: (offer: OfferState) => readonly Uuid[];
    readonly code: string;
    readonly pathOf: (n: number) => readonly string[];
  },
): readonly Wanted[] =>
  visitIds.map((visitId, n) => {
    const naming = offers.filter((offer) => names(offer).includes(visitId));
    const offer = naming.find(({ round }) => isOpenInRound(state, round, visitId)) ?? naming.at(-1);
    if (!offer) throw new Rejected(code, pathOf(n));
    return { visitId, offer, path: pathOf(n) };
  });

/** Open, or accepted in part: until respondBy the office may accept more or decline the rest. */
const isWaiting = (offer: OfferState): boolean =>
  offer.status === 'OPEN' || (offer.status === 'ACCEPTED' && !offer.declinedRest);

/** Rule 20's codes, in their order. */
const CODES = [
  { code: 'VISITS_ALREADY_ALLOCATED', isOfVisit: true },
  { code: 'VISITS_WITHDRAWN', isOfVisit: true },
  { code: 'OFFER_NOT_SELECTED', isOfVisit: false },
  { code: 'OFFER_EXPIRED', isOfVisit: false },
  { code: 'OFFER_ALREADY_ANSWERED', isOfVisit: false },
] as const;
type Code = (typeof CODES)[number]['code'];

/** What refuses a visit that the office does not hold; null where it may be had by the offer. */
const refusalOfVisit = (state: Requested, offer: OfferState, visitId: Uuid, now: Instant): Code | null => {
  const visit = visitOf(state, visitId);
  if (visit && visit.allocatedTo !== null) return 'VISITS_ALREADY_ALLOCATED';
  if (visit?.withdrawn) return 'VISITS_WITHDRAWN';
  const refusal = refusalOfOffer(offer, now);
  if (refusal !== null || isOpenInRound(state, offer.round, visitId)) return refusal;
  // Free again, and gone for this round (rule 12).
  return isRoundOver(state, offer.round, now) ? 'OFFER_EXPIRED' : 'VISITS_ALREADY_ALLOCATED';
};

const refusalOfOffer = (offer: OfferState, now: Instant): Code | null => {
  if (offer.status === 'WITHDRAWN') return 'VISITS_WITHDRAWN';
  if (offer.status === 'NOT_SELECTED') return 'OFFER_NOT_SELECTED';
  if (offer.status === 'EXPIRED' || (isWaiting(offer) && now >= offer.respondBy)) return 'OFFER_EXPIRED';
  return isWaiting(offer) ? null : 'OFFER_ALREADY_ANSWERED';
};

/** What refuses the selection of a candidate for a visit; null where it may be selected. */
export const refusalOfCandidate = (state: Requested, { offer, visitId }: Wanted, now: Instant): Code | null => {
  const { status, round } = offer;
  if (status === 'ACCEPTED' && isOpenInRound(state, round, visitId) && !isRoundOver(state, round, now)) return null;
  return refusalOfVisit(state, offer, visitId, now) ?? 'OFFER_EXPIRED';
};

/** Of an offer still open to the office. */
export const refusalOfWanted = (state: Requested, { offer, visitId }: Wanted, now: Instant): Code | null =>
  refusalOfVisit(state, offer, visitId, now);

/**
 * Throws the first of rule 20's codes that any of the visits meets: with the visit's path where it
 * is about the visit, else with that of the offer.
 */
export const checkWanted = (
  wanted: readonly Wanted[],
  refusalOf: (one: Wanted) => Code | null,
  pathOfOffer: readonly string[],
): void => {
  const refused = wanted.map((one) => ({ code: refusalOf(one), path: one.path }));
  for (const { code, isOfVisit } of CODES) {
    const first = refused.find((one) => one.code === code);
    if (first) throw new Rejected(code, isOfVisit ? first.path : pathOfOffer);
  }
};

/** Refuses to act on an offer that is over, by rule 20's codes, in their order. */
export const refuseOffer = (state: Requested, offer: OfferState, now: Instant, path: readonly string[]): never => {
  const others = offer.visitIds.filter((id) => visitOf(state, id)?.allocatedTo !== offer.officeId);
  const open = others.filter((id) => isOpenInRound(state, offer.round, id));
  const left = (open.length > 0 ? open : others).map((visitId) => ({ visitId, offer, path }));
  checkWanted(left, (one) => refusalOfWanted(state, one, now), path);
  throw new Rejected(refusalOfOffer(offer, now) ?? 'OFFER_ALREADY_ANSWERED', path);
};
