import { addMinutes, earliest, type Instant } from '../calendar.ts';
import type { DataOf } from '../decider.ts';
import type { PriceBasis } from '../fees/basis.ts';
import type { Uuid } from '../ids.ts';
import type {
  ChangeablePlan,
  DelegatedVisit,
  DelegationEvent,
  DelegationMode,
  RoundPlan,
  UncoveredOutcome,
} from './events.ts';
import type { PlacedFee } from './prices.ts';

export interface VisitState extends DelegatedVisit {
  readonly allocatedTo: Uuid | null;
  readonly withdrawn: boolean;
  /** The newest change of its plan that was agreed and carried over (rule 22). */
  readonly changeId: Uuid | null;
  /** As it was asked for; null where its plan has not been changed since. */
  readonly asked: ChangeablePlan | null;
  /**
   * At what it was accepted last; its basis stands in `bases`. Stays when it is released or
   * withdrawn.
   */
  readonly price: PlacedFee | null;
  /** The newest round that offers it, until it is allocated, withdrawn or escalated (rule 12). */
  readonly openIn: number | null;
  /** The planned rounds still ahead of it, by their place in `plans`, in their order (rule 17). */
  readonly ahead: readonly number[];
  /** The request, or its last release. */
  readonly freeSince: Instant;
  /** Released since a round last offered it. */
  readonly released: boolean;
  /** Offices that have handed it back, each when it last did. */
  readonly releasedBy: readonly { readonly officeId: Uuid; readonly at: Instant }[];
  /** Of those, whom `offerAgain` has not named since: no process asks them again (rule 17). */
  readonly notAskedAgain: readonly Uuid[];
  /** Rounds that the process has added for it (rule 49). */
  readonly moreRounds: number;
  /** Since when nobody is left to ask for it. */
  readonly escalatedAt: Instant | null;
  /** Since when its start is near and it is free; once a release (rule 18). */
  readonly atRiskAt: Instant | null;
  /** Its start came and nobody had it. */
  readonly uncovered: boolean;
  readonly outcome: UncoveredOutcome | null;
  /** So often it was said what became of it (rule 49). */
  readonly outcomes: number;
}
export type OfferStatus = 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'NOT_SELECTED' | 'EXPIRED' | 'WITHDRAWN';
export interface OfferState {
  readonly round: number;
  readonly officeId: Uuid;
  readonly visitIds: readonly Uuid[];
  readonly respondBy: Instant;
  readonly status: OfferStatus;
  /** What the office said yes to. */
  readonly acceptedVisitIds: readonly Uuid[];
  /** Some of it was allocated to the office, which may have released it since. */
  readonly gotSome: boolean;
  /** It declined what it had not accepted. */
  readonly declinedRest: boolean;
  readonly seen: boolean;
  readonly moreTime: 'NONE' | 'ASKED' | 'GRANTED';
  /** What its visits cost; their bases stand in the delegation's `bases`. */
  readonly fees: readonly PlacedFee[];
}
/**
 * A round as planned. `again`: added by `offerAgain`, which alone asks those again that declined or
 * let an offer lapse.
 */
export type PlannedRound = RoundPlan & { readonly again: boolean };
export interface RoundState {
  readonly round: number;
  readonly windowMinutes: number;
  /** When the answering was over; null while it lasts, or where time alone ends it. */
  readonly answeredAt: Instant | null;
}

/** A withdrawal, as the streams of its visits follow it (rule 22). */
export interface Withdrawal extends Pick<DataOf<DelegationEvent, 'VisitsWithdrawn'>, 'visits' | 'reason' | 'note'> {
  readonly at: Instant;
}

export type DelegationState =
  | { readonly status: 'NONE' }
  | {
      readonly status: 'REQUESTED';
      readonly networkId: Uuid;
      readonly clientId: Uuid;
      readonly partnerOfficeId: Uuid;
      readonly mode: DelegationMode;
      readonly requestedAt: Instant;
      readonly visits: readonly VisitState[];
      readonly withdrawals: readonly Withdrawal[];
      /** What visits were offered and accepted by, each once (rule 28). */
      readonly bases: readonly PriceBasis[];
      /** Every round ever planned: those requested, then those added. */
      readonly plans: readonly PlannedRound[];
      /** Every round that has opened, in that order; several may be open, of different visits. */
      readonly rounds: readonly RoundState[];
      /** Every offer of every round, in the order of their making. */
      readonly offers: readonly OfferState[];
      readonly completed: boolean;
    };
export type Requested = Extract<DelegationState, { status: 'REQUESTED' }>;

export const isFree = (visit: VisitState): boolean => visit.allocatedTo === null && !visit.withdrawn;
export const freeVisits = (state: Requested): readonly VisitState[] => state.visits.filter(isFree);
export const visitOf = (state: Requested, visitId: Uuid): VisitState | undefined =>
  state.visits.find((visit) => visit.visitId === visitId);
/** What the visit was accepted by last (rule 28); null where it never was. */
export const acceptedBasisOf = ({ bases }: Requested, { price }: VisitState): PriceBasis | null =>
  price === null ? null : (bases[price.basis] ?? null);
/** Whether the visit is still to be had in the round. */
export const isOpenInRound = (state: Requested, round: number, visitId: Uuid): boolean =>
  visitOf(state, visitId)?.openIn === round;
/** The office that makes the visit, or had it when it was withdrawn. */
export const holderOf = (state: Requested, { visitId, allocatedTo, withdrawn }: VisitState): Uuid | null =>
  withdrawn
    ? (withdrawalOf(state, visitId)?.visits.find((one) => one.visitId === visitId)?.heldBy ?? null)
    : allocatedTo;
/** The withdrawal that named the visit, the last of them. */
export const withdrawalOf = ({ withdrawals }: Requested, visitId: Uuid): Withdrawal | null =>
  withdrawals.findLast(({ visits }) => visits.some((one) => one.visitId === visitId)) ?? null;
/** Whether the office has handed the visit back. */
export const wasReleasedBy = ({ releasedBy }: VisitState, officeId: Uuid): boolean =>
  releasedBy.some((one) => one.officeId === officeId);
/**
 * When an office lost the visit: by the withdrawal where it held it then, else by its last release.
 * '' where it never had it.
 */
export const lostByAt = (state: Requested, visitId: Uuid, officeId: Uuid): Instant => {
  const visit = visitOf(state, visitId);
  const withdrawal = visit?.withdrawn ? withdrawalOf(state, visitId) : null;
  const isWithdrawn = withdrawal?.visits.some((one) => one.visitId === visitId && one.heldBy === officeId);
  if (withdrawal && isWithdrawn) return withdrawal.at;
  return visit?.releasedBy.find((one) => one.officeId === officeId)?.at ?? '';
};
/** The office's newest offer, open or not. */
export const newestOffer = (state: Requested, officeId: Uuid): OfferState | undefined =>
  state.offers.findLast((offer) => offer.officeId === officeId);
export const offersOfRound = (state: Requested, round: number): readonly OfferState[] =>
  state.offers.filter((offer) => offer.round === round);

/**
 * Nothing is awaited from the office any more: it has answered for all it was offered, or what is
 * left is gone.
 */
export const isAnswered = (state: Requested, offer: OfferState): boolean => {
  if (offer.status === 'OPEN') return false;
  if (offer.status !== 'ACCEPTED' || offer.declinedRest) return true;
  return offer.visitIds.every((id) => offer.acceptedVisitIds.includes(id) || !isOpenInRound(state, offer.round, id));
};

/** Those of its visits that the office can still accept (contract, Offer.openVisitIds). */
export const openVisitIdsOf = (state: Requested, offer: OfferState, now: Instant): readonly Uuid[] =>
  (offer.status === 'OPEN' || (offer.status === 'ACCEPTED' && !offer.declinedRest)) && now < offer.respondBy
    ? offer.visitIds.filter((id) => isOpenInRound(state, offer.round, id) && !offer.acceptedVisitIds.includes(id))
    : [];

/** Offers of a round accepted where the partner selects, for something still free (rule 15). */
export const standingCandidates = (state: Requested, round: number): readonly OfferState[] =>
  state.mode === 'PARTNER_SELECTS'
    ? offersOfRound(state, round).filter(
        (offer) => offer.status === 'ACCEPTED' && offer.acceptedVisitIds.some((id) => isOpenInRound(state, round, id)),
      )
    : [];

/**
 * When the answering of a round is or was over: by the last answer, else by the last `respondBy`
 * still to come. Null for a round that has not opened.
 */
export const answeringOverAt = (state: Requested, round: number): Instant | null =>
  state.rounds.find((one) => one.round === round)?.answeredAt ??
  offersOfRound(state, round)
    .filter((offer) => !isAnswered(state, offer))
    .reduce<Instant | null>((last, { respondBy }) => (last === null || respondBy > last ? respondBy : last), null);

/**
 * PARTNER_SELECTS: as long again as the window, never past the first start of what the round
 * offered (rule 15). Null where nobody has said yes.
 */
export const selectBy = (state: Requested, round: number): Instant | null => {
  const over = answeringOverAt(state, round);
  const windowMinutes = state.rounds.find((one) => one.round === round)?.windowMinutes;
  const offers = offersOfRound(state, round);
  const isSelected = state.mode === 'PARTNER_SELECTS' && offers.some((offer) => offer.acceptedVisitIds.length > 0);
  if (over === null || windowMinutes === undefined || !isSelected) return null;
  const ids = new Set(offers.flatMap(({ visitIds }) => visitIds));
  const starts = state.visits
    .filter((visit) => ids.has(visit.visitId) && !visit.withdrawn)
    .map(({ plannedStart }) => plannedStart);
  return earliest(addMinutes(over, windowMinutes), ...starts);
};

/** When a round is over, its selection included; null for one that has not opened. */
export const roundOverAt = (state: Requested, round: number): Instant | null => {
  const isSelecting = standingCandidates(state, round).length > 0;
  return (isSelecting ? selectBy(state, round) : null) ?? answeringOverAt(state, round);
};
export const isRoundOver = (state: Requested, round: number, now: Instant): boolean => {
  const over = roundOverAt(state, round);
  return over === null || over <= now;
};

/** Whether the visit is free and to be had in no open round. */
export const isUnoffered = (state: Requested, visit: VisitState, now: Instant): boolean =>
  isFree(visit) && (visit.openIn === null || isRoundOver(state, visit.openIn, now));

export type CoverState = 'FREE' | 'TAKEN' | 'WITHDRAWN' | 'UNCOVERED';
/** Whether somebody has the visit (contract, CoverState). */
export const coverStateOf = ({ allocatedTo, withdrawn, uncovered }: VisitState): CoverState => {
  if (withdrawn) return uncovered ? 'UNCOVERED' : 'WITHDRAWN';
  return allocatedTo === null ? 'FREE' : 'TAKEN';
};

export type DelegationStatus =
  | 'OPEN'
  | 'PARTLY_ALLOCATED'
  | 'ALLOCATED'
  | 'ESCALATED'
  | 'UNCOVERED'
  | 'WITHDRAWN'
  | 'COMPLETED';
/** The first that holds, read from the bottom (contract, DelegationStatus). */
export const statusOf = (state: Requested): DelegationStatus => {
  const standing = state.visits.filter(({ withdrawn }) => !withdrawn);
  const allocated = standing.filter(({ allocatedTo }) => allocatedTo !== null).length;
  if (state.completed) return 'COMPLETED';
  if (standing.length === 0) return state.visits.some(({ uncovered }) => uncovered) ? 'UNCOVERED' : 'WITHDRAWN';
  if (standing.some((visit) => isFree(visit) && visit.escalatedAt !== null)) return 'ESCALATED';
  if (allocated === standing.length) return 'ALLOCATED';
  return allocated > 0 ? 'PARTLY_ALLOCATED' : 'OPEN';
};
