import { addMinutes, type Instant, minutesBetween } from '../domain/calendar.ts';
import { delegation } from '../domain/delegation/decider.ts';
import {
  type ChangeablePlan,
  type DelegatedVisit,
  type DelegationEvent,
  delegationEventSchema,
  planOf,
} from '../domain/delegation/events.ts';
import {
  coverStateOf,
  isFree,
  openVisitIdsOf,
  type Requested,
  standingCandidates,
  statusOf,
  type VisitState,
} from '../domain/delegation/state.ts';
import type { Uuid } from '../domain/ids.ts';
import { MOST_VISIT_MINUTES } from '../domain/limits.ts';
import type { NetworkRole } from '../domain/vocabulary.ts';
import type { Recorded } from '../store/codec.ts';
import type { Batch } from './batch.ts';
import { coverTables, keepCover } from './cover.ts';
import {
  countTable,
  type DelegatedVisitRow,
  type DelegationRow,
  delegationTable,
  type ListedRow,
  listedTable,
  longestTable,
  NOTHING_FREE,
  type OfferDetails,
  type OfferRow,
  type PlannedRow,
  plannedTable,
} from './delegation-table.ts';
import { fiscalYearOf } from './networks.ts';
import { delegationNumberOf, visitNumberOf } from './numbers.ts';
import { handlersOf, type Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import { type Reading, rowsOfIds } from './rows.ts';
import { keepTasksOfDelegation } from './tasks.ts';
import { visitTable } from './visit-table.ts';
import { officeVisitsClient } from './visits.ts';

/** Delegations, with their visits and offers, whose board each stands on, and who covered what. */
export const delegationsView: Projection = {
  name: 'delegations',
  tables: [delegationTable, listedTable, countTable, longestTable, plannedTable, ...coverTables],
  handlers: (batch) => ({
    ...handlersOf<DelegationEvent>(delegationEventSchema, (event) => follow(batch, event)),
    VisitChangeAnswered: (event) => {
      if (event.data.agreed?.isBeforeVisit) keepAgreedTime(batch, event, event.data.agreed);
    },
  }),
};

/**
 * Agreed, the new time counts at once, and from there in the log on: what is asked for afterwards
 * finds it taken, whether the delegation has followed yet or not (rule 9).
 */
const keepAgreedTime = (
  batch: Batch,
  { streamId, position }: Recorded,
  { plannedStart, plannedEnd }: ChangeablePlan,
): void => {
  const rows = batch.rows(plannedTable);
  const row = rows.get(streamId);
  const officeId = batch.rows(visitTable).get(streamId)?.assistOfficeId;
  if (row && row.allocatedTo === officeId) rows.put({ ...row, plannedStart, plannedEnd, requestedPosition: position });
};

const follow = (batch: Batch, event: Recorded<DelegationEvent>): void => {
  const rows = batch.rows(delegationTable);
  const before = event.version === 1 ? undefined : rows.get(event.streamId);
  const state = delegation.evolve(before?.state ?? delegation.initial, event);
  if (state.status === 'NONE') return;
  const starts = state.visits.map(({ plannedStart }) => plannedStart).sort();
  const free = state.visits.filter(isFree).map(({ plannedStart }) => plannedStart);
  const row: DelegationRow = {
    ...(before ?? begunBy(batch, event, state)),
    status: statusOf(state),
    round: state.offers.at(-1)?.round ?? 0,
    firstFreeStart: free.sort()[0] ?? NOTHING_FREE,
    firstStart: starts[0] ?? '',
    lastStart: starts.at(-1) ?? '',
    offerDetails: offerDetailsAfter(before, event),
    state,
  };
  rows.change(before, row);
  keepLongest(batch, before, row);
  keepListed(batch, before, row);
  keepPlanned(batch, event, before, row);
  keepTasksOfDelegation(batch, before, row);
  keepCover(batch, event, before, row);
};

const keepLongest = (batch: Batch, before: DelegationRow | undefined, row: DelegationRow): void => {
  const { networkId, firstStart, lastStart } = row;
  if (before?.firstStart === firstStart && before.lastStart === lastStart) return;
  const rows = batch.rows(longestTable);
  const minutes = Math.ceil(minutesBetween(firstStart, lastStart));
  if (minutes > (rows.get(networkId)?.minutes ?? -1)) rows.put({ networkId, minutes });
};

const begunBy = (
  batch: Batch,
  event: Recorded<DelegationEvent>,
  { networkId, partnerOfficeId, clientId, mode }: Requested,
): Pick<
  DelegationRow,
  | 'id'
  | 'number'
  | 'networkId'
  | 'partnerOfficeId'
  | 'clientId'
  | 'mode'
  | 'requestedAt'
  | 'requestedBySubject'
  | 'sealedNote'
> => ({
  id: event.streamId,
  number: delegationNumberOf(fiscalYearOf(batch, networkId), delegationsRequested(batch, networkId) + 1),
  networkId,
  partnerOfficeId,
  clientId,
  mode,
  requestedAt: event.occurredAt,
  requestedBySubject: event.metadata.actor.subject,
  sealedNote: event.type === 'DelegationRequested' ? event.data.note : null,
});

const offerDetailsAfter = (
  row: DelegationRow | undefined,
  event: Recorded<DelegationEvent>,
): readonly OfferDetails[] => {
  const before = row?.offerDetails ?? [];
  /** Of the office's offer in the event's round. */
  const changed = (
    { officeId, round }: { readonly officeId: Uuid; readonly round: number },
    set: (offer: OfferDetails) => Partial<OfferDetails>,
  ): OfferDetails[] =>
    before.map((details, n) => {
      const offer = row?.state.offers[n];
      return offer?.officeId === officeId && offer.round === round ? { ...details, ...set(details) } : details;
    });
  switch (event.type) {
    case 'OfferMade': {
      const made: OfferDetails = {
        madeAt: event.occurredAt,
        seenAt: null,
        respondedAt: null,
        declineReason: null,
        sealedNote: null,
        moreMinutesRequested: null,
        moreTimeAskedAt: null,
      };
      return [...before, made];
    }
    case 'OfferSeen':
      return changed(event.data, () => ({ seenAt: event.occurredAt }));
    case 'MoreTimeRequested':
      return changed(event.data, () => ({
        moreMinutesRequested: event.data.minutes,
        moreTimeAskedAt: event.occurredAt,
      }));
    case 'OfferAccepted':
    case 'OfferDeclined': {
      const declineReason = event.type === 'OfferDeclined' ? { declineReason: event.data.reason } : {};
      return changed(event.data, ({ sealedNote }) => ({
        respondedAt: event.occurredAt,
        sealedNote: event.data.note ?? sealedNote,
        ...declineReason,
      }));
    }
    default:
      return before;
  }
};

const isSameListed = listedTable.sameIn(listedTable.fields);

/** Offices on whose boards the delegation stands: the partner's, and each that was asked. */
const listedOf = (row: DelegationRow): ListedRow[] => {
  const { id: delegationId, networkId, clientId, partnerOfficeId, status, firstFreeStart, firstStart, state } = row;
  const newest = new Map(state.offers.map((offer) => [offer.officeId, offer.status]));
  for (const { officeId, status: isOpen } of state.offers) if (isOpen === 'OPEN') newest.set(officeId, isOpen);
  const withPart = officesWithPart(state);
  return [...new Set([partnerOfficeId, ...newest.keys()])].map((officeId) => ({
    delegationId,
    officeId,
    networkId,
    clientId,
    isPartner: officeId === partnerOfficeId,
    offerStatus: newest.get(officeId) ?? null,
    hasPart: withPart.has(officeId),
    status,
    firstFreeStart,
    firstStart,
  }));
};

/** Those that have a visit, or may come to have one by what they are offered or said yes to. */
const officesWithPart = (state: Requested): ReadonlySet<Uuid | null> =>
  new Set([
    ...state.visits.map(({ allocatedTo }) => allocatedTo),
    ...state.offers.filter(({ status }) => status === 'OPEN').map(({ officeId }) => officeId),
    ...state.rounds.flatMap(({ round }) => standingCandidates(state, round)).map(({ officeId }) => officeId),
  ]);

const keepListed = (batch: Batch, before: DelegationRow | undefined, row: DelegationRow): void => {
  const isSame = before?.status === row.status && before.firstFreeStart === row.firstFreeStart;
  if (isSame && before.state.offers === row.state.offers && before.state.visits === row.state.visits) return;
  const rows = batch.rows(listedTable);
  const listed = listedOf(row);
  const standing = before ? listedOf(before) : [];
  // An office that was asked stays on the list, and keeps its place there.
  for (const [n, one] of listed.entries()) {
    const stands = standing[n];
    if (!stands || !isSameListed(stands, one)) rows.change(stands, one);
  }
  const isCounted = before?.status === row.status;
  const seen = (these: readonly ListedRow[]): (Uuid | '')[] => ['', ...these.map(({ officeId }) => officeId)];
  if (before && !isCounted) for (const officeId of seen(standing)) count(batch, before, officeId, -1);
  const toCount = isCounted ? listed.slice(standing.length).map(({ officeId }) => officeId) : seen(listed);
  for (const officeId of toCount) count(batch, row, officeId, 1);
};

/** How many the network has ever had: in the order of the log, so that all count alike. */
const delegationsRequested = (batch: Batch, networkId: Uuid): number =>
  batch
    .rows(countTable)
    .find('key', [networkId, ''])
    .reduce((sum, { delegations }) => sum + delegations, 0);

const count = (batch: Batch, { networkId, status }: DelegationRow, officeId: Uuid | '', sign: 1 | -1): void => {
  const rows = batch.rows(countTable);
  const before = rows.get(networkId, officeId, status);
  rows.change(before, { networkId, officeId, status, delegations: (before?.delegations ?? 0) + sign });
};

/** Visits whose allocation has changed. */
const keepPlanned = (
  batch: Batch,
  { position }: Recorded,
  before: DelegationRow | undefined,
  row: DelegationRow,
): void => {
  const rows = batch.rows(plannedTable);
  for (const [n, visit] of row.state.visits.entries()) {
    const earlier = before?.state.visits[n];
    if (earlier === visit) continue;
    const { visitId, changeId, plannedVisitId, allocatedTo, withdrawn } = visit;
    const standing = earlier && rows.get(visitId);
    // A time that was agreed on stands until the delegation follows, or the office has it no more.
    const { plannedStart, plannedEnd } =
      standing && earlier.changeId === changeId && allocatedTo === earlier.allocatedTo ? standing : visit;
    const { id: delegationId, networkId, clientId, partnerOfficeId } = row;
    rows.change(standing, {
      visitId,
      delegationId,
      networkId,
      clientId,
      partnerOfficeId,
      requestedPosition: standing?.requestedPosition ?? position,
      plannedStart,
      plannedEnd,
      plannedVisitId,
      allocatedTo,
      withdrawn,
      changeId,
    });
  }
};

// Queries

export const delegationsById = (reading: Reading, ids: readonly Uuid[]): DelegationRow[] =>
  rowsOfIds(reading, delegationTable, ids);

/**
 * The visits of a delegation. `officeId`: as an office sees them that was asked: the plans of what
 * it has or is being offered, of the rest as they were asked for (rule 11); null: as they are.
 */
export const visitsOfDelegation = (
  { id, number, state }: DelegationRow,
  officeId: Uuid | null = null,
): DelegatedVisitRow[] =>
  [...state.visits]
    .sort((a, b) => a.place - b.place)
    .map((visit) => ({
      visitId: visit.visitId,
      number: visitNumberOf(number, visit.place),
      delegationId: id,
      ...planOf(visit),
      ...(officeId !== null && !hasOrIsOffered(state, visit, officeId) && visit.asked),
      allocatedToId: visit.allocatedTo,
      state: coverStateOf(visit),
      uncoveredOutcome: visit.outcome,
    }));

/** Whether an office has a visit, or may still come to have it by an offer that stands. */
const hasOrIsOffered = ({ offers }: Requested, { visitId, allocatedTo }: VisitState, officeId: Uuid): boolean =>
  allocatedTo === officeId ||
  (allocatedTo === null &&
    offers.some(
      (offer) =>
        offer.officeId === officeId &&
        (offer.status === 'OPEN' || offer.status === 'ACCEPTED') &&
        offer.visitIds.includes(visitId),
    ));

/** Offers of every round; only those of one office where named. As they are at a time. */
export const offersOfDelegation = (
  { id, state, offerDetails }: DelegationRow,
  officeId: Uuid | null,
  now: Instant,
): OfferRow[] =>
  state.offers
    .flatMap((offer, n): OfferRow[] => {
      const details = offerDetails[n];
      if (!details || (officeId !== null && offer.officeId !== officeId)) return [];
      const openVisitIds = openVisitIdsOf(state, offer, now);
      const priced = offer.status === 'OPEN' ? openVisitIds : offer.acceptedVisitIds;
      const { fees, ...said } = offer;
      const feeYen = fees.reduce((sum, fee) => sum + (priced.includes(fee.visitId) ? fee.feeYen : 0), 0);
      return [{ delegationId: id, ...said, ...details, openVisitIds, feeYen }];
    })
    .sort((a, b) => a.round - b.round || (a.officeId < b.officeId ? -1 : 1));

/** The delegation that bears a number in a network; null for none. */
export const delegationNumbered = (reading: Reading, networkId: Uuid, number: string): Uuid | null =>
  reading.rows(delegationTable).find('byNumber', [networkId, number])[0]?.id ?? null;

export const wasAsked = (reading: Reading, delegationId: Uuid, officeId: Uuid): boolean =>
  (reading.rows(listedTable).get(delegationId, officeId)?.offerStatus ?? null) !== null;

/** The domain's state of a delegation; null for an unknown one. */
export const delegationState = (reading: Reading, delegationId: Uuid): Requested | null =>
  reading.rows(delegationTable).get(delegationId)?.state ?? null;

/** The delegation that a visit belongs to; null for an unknown one. */
export const delegationOfVisit = (reading: Reading, visitId: Uuid): Uuid | null =>
  reading.rows(plannedTable).get(visitId)?.delegationId ?? null;

/** What the delegation says of a visit; undefined for an unknown one. */
export const allocationOf = (
  reading: Reading,
  visitId: Uuid,
): Pick<PlannedRow, 'allocatedTo' | 'withdrawn' | 'changeId'> | undefined => reading.rows(plannedTable).get(visitId);

export const networkOfDelegation = (reading: Reading, delegationId: Uuid): Uuid | null =>
  reading.rows(delegationTable).get(delegationId)?.networkId ?? null;

/** A client's delegated visits that begin in a span, withdrawn ones included; `to` null: no end. */
export const delegatedOfClient = (
  reading: Reading,
  clientId: Uuid,
  { from, to }: { readonly from: Instant; readonly to: Instant | null },
): readonly Pick<PlannedRow, 'visitId' | 'delegationId' | 'partnerOfficeId'>[] =>
  reading.rows(plannedTable).find('byClient', [clientId], { from, ...(to !== null && { to }) });

/** Whether a visit of the client that begins at a time or later is asked for, and stands. */
export const isDelegatedFrom = (reading: Reading, clientId: Uuid, from: Instant): boolean =>
  reading
    .rows(plannedTable)
    .find('byClient', [clientId], { from })
    .some((row) => stands(reading, row));

/** Not withdrawn, nor over without having been made: nobody opened the door, or nobody came. */
const stands = (reading: Reading, { visitId, withdrawn }: Pick<PlannedRow, 'visitId' | 'withdrawn'>): boolean => {
  if (withdrawn) return false;
  const status = reading.rows(visitTable).get(visitId)?.status;
  return status !== 'CANCELLED' && status !== 'MISSED';
};

/** Delegations of a client that may have visits nobody has been found for. */
export const unallocatedOfClient = (reading: Reading, clientId: Uuid): Uuid[] =>
  (['OPEN', 'PARTLY_ALLOCATED', 'ESCALATED'] as const).flatMap((status) =>
    reading
      .rows(delegationTable)
      .find('byClient', [clientId, status])
      .map(({ id }) => id),
  );

/**
 * Whether a visit of the client that was asked for earlier in the log, or has been moved to its
 * time earlier there, and is not withdrawn, overlaps this one (rule 9). For a visit that is not in
 * the log yet, all are earlier.
 */
export const isOverlapped = (reading: Reading, clientId: Uuid, visit: TimedVisit): boolean => {
  const asked = reading.rows(plannedTable).get(visit.visitId)?.requestedPosition ?? Number.POSITIVE_INFINITY;
  return overlapping(reading, clientId, visit).some(({ requestedPosition }) => requestedPosition < asked);
};

/** The same of times that a visit does not have yet: all that stands in the log is earlier. */
export const isTimeTaken = (reading: Reading, clientId: Uuid, visit: TimedVisit): boolean =>
  overlapping(reading, clientId, visit).length > 0;

type TimedVisit = Pick<DelegatedVisit, 'visitId' | 'pairedVisitId' | 'plannedStart' | 'plannedEnd'>;

/** Visits of the client that stand and overlap a time, but the visit itself and its pair. */
const overlapping = (
  reading: Reading,
  clientId: Uuid,
  { visitId, pairedVisitId, plannedStart, plannedEnd }: TimedVisit,
): readonly PlannedRow[] =>
  reading
    .rows(plannedTable)
    .find('byClient', [clientId], { from: addMinutes(plannedStart, -MOST_VISIT_MINUTES), to: plannedEnd })
    .filter(
      (other) =>
        other.plannedEnd > plannedStart &&
        other.visitId !== visitId &&
        other.visitId !== pairedVisitId &&
        stands(reading, other),
    );

/** Visits of a delegation that stand, and that are overlapped by an earlier request's (rule 9). */
export const overlappedIn = (reading: Reading, delegationId: Uuid): Uuid[] => {
  const state = delegationState(reading, delegationId);
  if (state === null) return [];
  const times = (visit: TimedVisit): TimedVisit => ({ ...visit, ...reading.rows(plannedTable).get(visit.visitId) });
  return state.visits
    .filter((visit) => !visit.withdrawn && isOverlapped(reading, state.clientId, times(visit)))
    .map(({ visitId }) => visitId);
};

/**
 * In which roles an office has open delegations in a network, or accepted visits that start after
 * an instant (contract, joinNetwork, leaveNetwork).
 */
export const rolesNeededAfter = (
  reading: Reading,
  networkId: Uuid,
  officeId: Uuid,
  after: Instant,
): readonly NetworkRole[] => {
  const listed = reading.rows(listedTable);
  const isOpen = (['OPEN', 'PARTLY_ALLOCATED'] as const).some((status) =>
    listed.find('byOffice', [networkId, officeId, status]).some(({ isPartner }) => isPartner),
  );
  const isPartner = isOpen || acceptedAfter(reading, 'byPartner', [officeId, networkId], after).length > 0;
  const isAssist =
    listed.has('byOpenOffer', [networkId, officeId]) ||
    acceptedAfter(reading, 'byAssist', [officeId, networkId], after).length > 0;
  return [...(isPartner ? (['PARTNER'] as const) : []), ...(isAssist ? (['ASSIST'] as const) : [])];
};

/** Whether accepted visits of a pair start after an instant (contract, endTerms). */
export const pairHasVisitsAfter = (
  reading: Reading,
  pair: { networkId: Uuid; partnerOfficeId: Uuid; assistOfficeId: Uuid },
  after: Instant,
): boolean =>
  acceptedAfter(reading, 'byPartner', [pair.partnerOfficeId, pair.networkId], after).some(
    ({ allocatedTo }) => allocatedTo === pair.assistOfficeId,
  );

/** Minutes of the network's visits that are allocated to the office and begin in a span. */
export const minutesTakenBetween = (
  readModel: ReadModel,
  networkId: Uuid,
  officeId: Uuid,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): number => {
  const [minutes] =
    readModel.first(
      `SELECT SUM(unixepoch(planned_end) - unixepoch(planned_start)) / 60
       FROM delegated_visits INDEXED BY delegated_visits_by_assist
       WHERE allocated_to = ? AND network_id = ? AND planned_start >= ? AND planned_start < ?
       AND allocated_to IS NOT NULL AND withdrawn = 0`,
      officeId,
      networkId,
      from,
      to,
    ) ?? [];
  return Number(minutes ?? 0);
};

const acceptedAfter = (
  reading: Reading,
  index: 'byPartner' | 'byAssist',
  equal: readonly Uuid[],
  from: Instant,
): PlannedRow[] => reading.rows(plannedTable).find(index, equal, { from });

/** Whether the office was asked for the client, or holds or held a visit of the client. */
export const officeMeetsClient = (reading: Reading, officeId: Uuid, clientId: Uuid): boolean =>
  reading.rows(listedTable).has('byClient', [clientId, officeId]) || officeVisitsClient(reading, officeId, clientId);

/**
 * Whether the office has an open offer, a candidacy or a visit of the client (rule 11): one that
 * was cancelled stays its own, one that it has handed back until another takes it.
 */
export const officeHasPartWithClient = (reading: Reading, officeId: Uuid, clientId: Uuid): boolean =>
  reading.rows(listedTable).has('byClient', [clientId, officeId, 1]) || officeVisitsClient(reading, officeId, clientId);
