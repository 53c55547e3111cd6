import { addMinutes, earliest, type Instant } from '../calendar.ts';
import type { DataOf } from '../decider.ts';
import type { PriceBasis } from '../fees/basis.ts';
import type { Uuid } from '../ids.ts';
import type { DelegatedVisit, DelegationEvent, DelegationMode, RoundPlan } from './events.ts';
import type { PlacedFee } from './prices.ts';

export interface VisitState extends DelegatedVisit {
  readonly allocatedTo: Uuid | null;
  readonly withdrawn: boolean;
  /** At what it was accepted last; its basis stands in `bases`. Stays when it is released or withdrawn. */
  readonly price: PlacedFee | null;
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
  /** It declined what it had not accepted. */
  readonly declinedRest: boolean;
  readonly seen: boolean;
  readonly moreTime: 'NONE' | 'ASKED' | 'GRANTED';
  /** What its visits cost; their bases stand in the delegation's `bases`. */
  readonly fees: readonly PlacedFee[];
}
/**
 * A round still planned. `again`: added by `offerAgain`, which alone asks those again that declined
 * or let an offer lapse.
 */
export type PlannedRound = RoundPlan & { readonly again: boolean };
export interface CurrentRound {
  readonly round: number;
  readonly windowMinutes: number;
  /**
   * When the answering was over by events alone; null while it lasts, or where time alone ends it.
   */
  readonly answeredAt: Instant | null;
  /** Allocated since its opening: gone for this round even if it became free again (rule 12). */
  readonly gone: readonly Uuid[];
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
      readonly visits: readonly VisitState[];
      readonly withdrawals: readonly Withdrawal[];
      /** What visits were offered and accepted by, each once (rule 28). */
      readonly bases: readonly PriceBasis[];
      readonly planned: readonly PlannedRound[];
      /** Every offer of every round, in the order of their making. */
      readonly offers: readonly OfferState[];
      readonly current: CurrentRound | null;
      readonly lastWindowMinutes: number;
      readonly releasedBy: readonly Uuid[];
      readonly releasedSinceOpening: boolean;
      readonly escalated: boolean;
      readonly completed: boolean;
    };
export type Requested = Extract<DelegationState, { status: 'REQUESTED' }>;

export const isFree = (visit: VisitState): boolean => visit.allocatedTo === null && !visit.withdrawn;
export const freeVisits = (state: Requested): readonly VisitState[] => state.visits.filter(isFree);
/** Whether the visit is still open in the current round. */
export const isOpenInRound = (state: Requested, visitId: Uuid): boolean => {
  const visit = visitOf(state, visitId);
  return visit !== undefined && isFree(visit) && !state.current?.gone.includes(visitId);
};
export const visitOf = (state: Requested, visitId: Uuid): VisitState | undefined =>
  state.visits.find((visit) => visit.visitId === visitId);
/** What the visit was accepted by last (rule 28); null where it never was. */
export const acceptedBasisOf = ({ bases }: Requested, { price }: VisitState): PriceBasis | null =>
  price === null ? null : (bases[price.basis] ?? null);
/** The withdrawal that named the visit, the last of them. */
export const withdrawalOf = ({ withdrawals }: Requested, visitId: Uuid): Withdrawal | null =>
  withdrawals.findLast(({ visits }) => visits.some((one) => one.visitId === visitId)) ?? null;
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
  return offer.visitIds.every((id) => offer.acceptedVisitIds.includes(id) || !isOpenInRound(state, id));
};

/** Offers accepted where the partner selects, for something that is still free (rule 15). */
export const standingCandidates = (state: Requested): readonly OfferState[] => {
  if (state.mode !== 'PARTNER_SELECTS' || state.current === null) return [];
  return offersOfRound(state, state.current.round).filter(
    (offer) => offer.status === 'ACCEPTED' && offer.acceptedVisitIds.some((id) => isOpenInRound(state, id)),
  );
};

/**
 * When the answering of the current round is or was over: by the last answer, else by the last
 * `respondBy` still to come.
 */
export const answeringOverAt = (state: Requested): Instant | null => {
  if (state.current === null) return null;
  if (state.current.answeredAt !== null) return state.current.answeredAt;
  return offersOfRound(state, state.current.round)
    .filter((offer) => !isAnswered(state, offer))
    .reduce<Instant | null>((last, { respondBy }) => (last === null || respondBy > last ? respondBy : last), null);
};

/**
 * PARTNER_SELECTS: as long again as the window, never past the first start of what the round
 * offered (rule 15). Null where no candidate stands.
 */
export const selectBy = (state: Requested): Instant | null => {
  const over = answeringOverAt(state);
  if (over === null || state.current === null || standingCandidates(state).length === 0) return null;
  const ids = new Set(offersOfRound(state, state.current.round).flatMap(({ visitIds }) => visitIds));
  const starts = state.visits
    .filter((visit) => ids.has(visit.visitId) && !visit.withdrawn)
    .map(({ plannedStart }) => plannedStart);
  return earliest(addMinutes(over, state.current.windowMinutes), ...starts);
};

export type Phase = 'NONE' | 'ANSWERING' | 'SELECTING' | 'OVER';
/** Where the current round stands at a time (rules 12, 15). */
export const phaseAt = (state: Requested, now: Instant): Phase => {
  const over = answeringOverAt(state);
  if (state.current === null || over === null) return 'NONE';
  if (now < over) return 'ANSWERING';
  const until = selectBy(state);
  return until !== null && now < until ? 'SELECTING' : 'OVER';
};

export type DelegationStatus = 'OPEN' | 'PARTLY_ALLOCATED' | 'ALLOCATED' | 'ESCALATED' | 'WITHDRAWN' | 'COMPLETED';
/** The first that holds, read from the bottom (contract, DelegationStatus). */
export const statusOf = (state: Requested): DelegationStatus => {
  const standing = state.visits.filter(({ withdrawn }) => !withdrawn);
  const allocated = standing.filter(({ allocatedTo }) => allocatedTo !== null).length;
  if (state.completed) return 'COMPLETED';
  if (standing.length === 0) return 'WITHDRAWN';
  if (state.escalated && allocated < standing.length) return 'ESCALATED';
  if (allocated === standing.length) return 'ALLOCATED';
  return allocated > 0 ? 'PARTLY_ALLOCATED' : 'OPEN';
};
