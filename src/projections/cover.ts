import { type Instant, type Month, minutesBetween, monthOf } from '../domain/calendar.ts';
import type { DelegationEvent, UncoveredOutcome } from '../domain/delegation/events.ts';
import {
  type CoverState,
  coverStateOf,
  holderOf,
  type OfferState,
  type OfferStatus,
  type VisitState,
} from '../domain/delegation/state.ts';
import type { AnsweredOffer, AskedVisit } from '../domain/evaluation/indicators.ts';
import type { Uuid } from '../domain/ids.ts';
import type { ServiceKind } from '../domain/vocabulary.ts';
import type { Recorded } from '../store/codec.ts';
import type { Batch } from './batch.ts';
import type { DelegationRow } from './delegation-table.ts';
import type { ReadModel } from './read-model.ts';
import { selectFrom } from './rows.ts';
import { boolean, integer, optional, table, text } from './table.ts';

/** Who covers a visit that was asked for, as it stood from an event on: rows are only added. */
interface CoverVersion {
  readonly networkId: Uuid;
  readonly month: Month;
  readonly visitId: Uuid;
  /** Of the event that made it so. */
  readonly position: number;
  readonly since: Instant;
  /** MOVED: the visit is planned for another month by now. */
  readonly state: CoverState | 'MOVED';
  readonly heldBy: Uuid | null;
  readonly round: number | null;
  readonly outcome: UncoveredOutcome | null;
  readonly service: ServiceKind;
  readonly plannedStart: Instant;
  readonly isEscalated: boolean;
  /** This event allocated it: minutes since it was free. */
  readonly minutesToAccept: number | null;
  /** This event was its release by this office. */
  readonly releasedBy: Uuid | null;
}
const coverTable = table<CoverVersion>(
  'cover_versions',
  {
    networkId: text(),
    month: text(),
    visitId: text(),
    position: integer,
    since: text(),
    state: text<CoverState | 'MOVED'>(),
    heldBy: optional(text()),
    round: optional(integer),
    outcome: optional(text<UncoveredOutcome>()),
    service: text<ServiceKind>(),
    plannedStart: text(),
    isEscalated: boolean,
    minutesToAccept: optional(integer),
    releasedBy: optional(text()),
  },
  ['networkId', 'month', 'visitId', 'position'],
  {},
  { isClustered: true },
);

/** An offer to an office as it stood from an event on, in the month in which it was made. */
interface OfferVersion extends AnsweredOffer {
  readonly networkId: Uuid;
  readonly month: Month;
  readonly delegationId: Uuid;
  readonly round: number;
  readonly position: number;
  readonly since: Instant;
}
const offerTable = table<OfferVersion>(
  'offer_versions',
  {
    networkId: text(),
    month: text(),
    delegationId: text(),
    round: integer,
    officeId: text(),
    position: integer,
    since: text(),
    status: text<OfferStatus>(),
    saidYes: boolean,
    declineReason: optional(text()),
    minutesToAnswer: optional(integer),
  },
  ['networkId', 'month', 'delegationId', 'round', 'officeId', 'position'],
  {},
  { isClustered: true },
);

export const coverTables = [coverTable, offerTable];

/** Keeps what an event of a delegation has changed in who covers its visits, and in its offers. */
export const keepCover = (
  batch: Batch,
  event: Recorded<DelegationEvent>,
  before: DelegationRow | undefined,
  after: DelegationRow,
): void => {
  for (const [n, visit] of after.state.visits.entries()) {
    const earlier = before?.state.visits[n];
    if (earlier !== visit)
      keepVisit(batch, event, before && earlier && { row: before, visit: earlier }, { row: after, visit });
  }
  for (const n of after.state.offers.keys()) keepOffer(batch, event, before, after, n);
};

interface VisitIn {
  readonly row: DelegationRow;
  readonly visit: VisitState;
}
type Cover = Omit<CoverVersion, 'position' | 'since' | 'minutesToAccept' | 'releasedBy'>;

const coverOf = ({ row: { networkId, state }, visit }: VisitIn): Cover => {
  const heldBy = holderOf(state, visit);
  const { visitId, outcome, service, plannedStart, escalatedAt } = visit;
  const taken = state.offers.findLast((one) => one.officeId === heldBy && one.acceptedVisitIds.includes(visitId));
  return {
    networkId,
    month: monthOf(plannedStart),
    visitId,
    state: coverStateOf(visit),
    heldBy,
    round: taken?.round ?? null,
    outcome,
    service,
    plannedStart,
    isEscalated: escalatedAt !== null,
  };
};
const SAME = ['month', 'state', 'heldBy', 'round', 'outcome', 'service', 'plannedStart', 'isEscalated'] as const;

const keepVisit = (
  batch: Batch,
  event: Recorded<DelegationEvent>,
  before: VisitIn | undefined,
  after: VisitIn,
): void => {
  const { position, recordedAt: since } = event;
  const cover = coverOf(after);
  const earlier = before && coverOf(before);
  const isReleased = event.type === 'VisitsReleased' && event.data.visitIds.includes(cover.visitId);
  if (earlier && !isReleased && SAME.every((field) => earlier[field] === cover[field])) return;
  const isTaken = event.type === 'VisitsAllocated' && event.data.visitIds.includes(cover.visitId);
  const rows = batch.rows(coverTable);
  if (earlier && earlier.month !== cover.month) {
    takeAlong(batch, earlier, cover.month, since);
    rows.put({ ...earlier, position, since, state: 'MOVED', minutesToAccept: null, releasedBy: null });
  }
  rows.change(undefined, {
    ...cover,
    position,
    since,
    minutesToAccept: isTaken && before ? Math.floor(minutesBetween(before.visit.freeSince, event.occurredAt)) : null,
    releasedBy: isReleased ? event.data.officeId : null,
  });
};

/**
 * What a visit went through before it was moved counts in its new month, from the move on. What
 * stands there already, of a visit that has come back, was known earlier.
 */
const takeAlong = (batch: Batch, { networkId, month, visitId }: Cover, to: Month, since: Instant): void => {
  const rows = batch.rows(coverTable);
  for (const row of rows.find('key', [networkId, month, visitId]))
    if (row.state !== 'MOVED' && !rows.get(networkId, to, visitId, row.position))
      rows.put({ ...row, month: to, since });
};

const saidYes = ({ acceptedVisitIds }: OfferState): boolean => acceptedVisitIds.length > 0;

const keepOffer = (
  batch: Batch,
  { position, recordedAt: since }: Recorded,
  before: DelegationRow | undefined,
  { id: delegationId, networkId, state, offerDetails }: DelegationRow,
  n: number,
): void => {
  const [offer, details] = [state.offers[n], offerDetails[n]];
  if (!offer || !details || (before?.state.offers[n] === offer && before.offerDetails[n] === details)) return;
  const { madeAt, respondedAt, declineReason } = details;
  const [earlier, said] = [before?.state.offers[n], before?.offerDetails[n]];
  const isSame =
    earlier?.status === offer.status &&
    said?.respondedAt === respondedAt &&
    said.declineReason === declineReason &&
    saidYes(earlier) === saidYes(offer);
  if (isSame) return;
  batch.rows(offerTable).write({
    networkId,
    month: monthOf(madeAt),
    delegationId,
    round: offer.round,
    officeId: offer.officeId,
    position,
    since,
    status: offer.status,
    saidYes: saidYes(offer),
    declineReason,
    minutesToAnswer: respondedAt === null ? null : Math.floor(minutesBetween(madeAt, respondedAt)),
  });
};

// Queries

/** Later than every instant of the log. */
const NOW: Instant = '9';

/**
 * The visits asked for that were planned for a month, as they were known before an instant; null:
 * now.
 */
export const askedVisitsOf = (
  readModel: ReadModel,
  networkId: Uuid,
  month: Month,
  knownAt: Instant | null,
): AskedVisit[] => {
  const versions = readModel
    .all(
      selectFrom(coverTable, 'WHERE network_id = ? AND month = ? AND since < ? ORDER BY visit_id, position'),
      networkId,
      month,
      knownAt ?? NOW,
    )
    .map(coverTable.read);
  return [...Map.groupBy(versions, ({ visitId }) => visitId).values()].flatMap((all): AskedVisit[] => {
    const last = all.at(-1);
    if (!last || last.state === 'MOVED') return [];
    const { state, heldBy, round, outcome, service, plannedStart } = last;
    return [
      {
        state,
        heldBy,
        round,
        outcome,
        service,
        plannedStart,
        wasEscalated: all.some(({ isEscalated }) => isEscalated),
        minutesToAccept: all.flatMap(({ minutesToAccept }) => minutesToAccept ?? []),
        releasedBy: all.flatMap(({ releasedBy }) => releasedBy ?? []),
      },
    ];
  });
};

/** The offers made in a month, as they were known before an instant; null: now. */
export const offersMadeIn = (
  readModel: ReadModel,
  networkId: Uuid,
  month: Month,
  knownAt: Instant | null,
): AnsweredOffer[] =>
  readModel
    .all(
      selectFrom(
        offerTable,
        'WHERE network_id = ? AND month = ? AND since < ? ORDER BY delegation_id, round, office_id, position',
      ),
      networkId,
      month,
      knownAt ?? NOW,
    )
    .map(offerTable.read)
    .filter((one, n, all) => {
      const next = all[n + 1];
      return next?.delegationId !== one.delegationId || next.round !== one.round || next.officeId !== one.officeId;
    });
