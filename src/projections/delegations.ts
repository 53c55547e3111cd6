import { addMinutes, type Day, endOfDay, type Instant, startOfDay } from '../domain/calendar.ts';
import { delegation } from '../domain/delegation/decider.ts';
import {
  type DelegationEvent,
  type DelegationMode,
  delegationEventSchema,
  type VisitPlan,
} from '../domain/delegation/events.ts';
import {
  type DelegationStatus,
  isFree,
  type OfferState,
  type OfferStatus,
  type Requested,
  statusOf,
} from '../domain/delegation/state.ts';
import type { Uuid } from '../domain/ids.ts';
import { MOST_VISIT_MINUTES } from '../domain/limits.ts';
import type { Yen } from '../domain/vocabulary.ts';
import type { Recorded } from '../store/codec.ts';
import type { Batch } from './batch.ts';
import { handlersOf, type Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import { type Reading, rowsOfIds } from './rows.ts';
import { boolean, integer, json, optional, type SqlValue, selectionOf, table, text } from './table.ts';
import { keepTasksOfDelegation } from './tasks.ts';
import { officeVisitsClient } from './visits.ts';

/** What the domain's state does not keep of an offer: what is shown but not decided on. */
export interface OfferDetails {
  readonly madeAt: Instant;
  readonly seenAt: Instant | null;
  readonly respondedAt: Instant | null;
  readonly declineReason: string | null;
  /** Client's key, stream of the delegation, path `note`. */
  readonly sealedNote: string | null;
  readonly moreMinutesRequested: number | null;
  readonly feeYen: Yen;
}

export interface DelegationRow {
  readonly id: Uuid;
  readonly networkId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly clientId: Uuid;
  readonly mode: DelegationMode;
  readonly status: DelegationStatus;
  readonly round: number;
  readonly requestedAt: Instant;
  readonly requestedBySubject: string;
  /** Client's key, stream of the delegation, path `note`. */
  readonly sealedNote: string | null;
  /**
   * Start of the earliest visit not yet allocated; '9' where there is none. With `firstStart` and
   * id the board's order.
   */
  readonly firstFreeStart: Instant;
  readonly firstStart: Instant;
  readonly lastStart: Instant;
  /** One for each offer of the state, in its order. */
  readonly offerDetails: readonly OfferDetails[];
  /** As the domain has it: rounds are answered from it, and processes take due times from it. */
  readonly state: Requested;
}
export interface DelegatedVisitRow extends VisitPlan {
  readonly visitId: Uuid;
  readonly delegationId: Uuid;
  readonly allocatedToId: Uuid | null;
}
export interface OfferRow extends Omit<OfferState, 'declinedRest' | 'seen' | 'moreTime'>, OfferDetails {
  readonly delegationId: Uuid;
}
export interface OfferRoundRow {
  readonly round: number;
  readonly officeIds: readonly Uuid[];
  readonly windowMinutes: number;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly selectBy: Instant | null;
}

const ORDER = ['firstFreeStart', 'firstStart', 'id'] as const;
const delegationTable = table(
  'delegations',
  {
    id: text(),
    networkId: text(),
    partnerOfficeId: text(),
    clientId: text(),
    mode: text<DelegationMode>(),
    status: text<DelegationStatus>(),
    round: integer,
    requestedAt: text(),
    requestedBySubject: text(),
    sealedNote: optional(text()),
    firstFreeStart: text(),
    firstStart: text(),
    lastStart: text(),
    offerDetails: json<readonly OfferDetails[]>(),
    state: json<Requested>(),
  },
  ['id'],
  {
    byNetwork: { columns: ['networkId', 'status', ...ORDER] },
    byClient: { columns: ['clientId', 'status', ...ORDER] },
    byRequest: { columns: ['networkId', 'requestedAt', 'partnerOfficeId'] },
  },
);

/** A delegation among those of an office: the partner's own, or one in which it was asked. */
interface ListedRow {
  readonly delegationId: Uuid;
  readonly officeId: Uuid;
  readonly networkId: Uuid;
  readonly clientId: Uuid;
  readonly isPartner: boolean;
  /** Of the office's newest offer. */
  readonly offerStatus: OfferStatus | null;
  readonly status: DelegationStatus;
  readonly firstFreeStart: Instant;
  readonly firstStart: Instant;
}
const listedTable = table(
  'delegations_listed',
  {
    delegationId: text(),
    officeId: text(),
    networkId: text(),
    clientId: text(),
    isPartner: boolean,
    offerStatus: optional(text<OfferStatus>()),
    status: text<DelegationStatus>(),
    firstFreeStart: text(),
    firstStart: text(),
  },
  ['delegationId', 'officeId'],
  {
    byOffice: { columns: ['networkId', 'officeId', 'status', 'firstFreeStart', 'firstStart', 'delegationId'] },
    byClient: {
      columns: ['clientId', 'officeId'],
      where: { sql: 'offer_status IS NOT NULL', holds: (row: ListedRow) => row.offerStatus !== null },
    },
    byOffer: {
      columns: ['officeId', 'offerStatus', 'networkId'],
      where: { sql: 'offer_status IS NOT NULL', holds: (row: ListedRow) => row.offerStatus !== null },
    },
  },
);

/** How many delegations of a status an office sees in a network; '' = the whole network. */
interface CountRow {
  readonly networkId: Uuid;
  readonly officeId: Uuid | '';
  readonly status: DelegationStatus;
  readonly delegations: number;
}
const countTable = table<CountRow>(
  'delegation_counts',
  { networkId: text(), officeId: text(), status: text<DelegationStatus>(), delegations: integer },
  ['networkId', 'officeId', 'status'],
);

/** A visit of a delegation, for what is asked of visits by time. */
interface PlannedRow {
  readonly visitId: Uuid;
  readonly delegationId: Uuid;
  readonly networkId: Uuid;
  readonly clientId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly plannedStart: Instant;
  readonly plannedEnd: Instant;
  readonly allocatedTo: Uuid | null;
  readonly withdrawn: boolean;
}
const plannedTable = table(
  'delegated_visits',
  {
    visitId: text(),
    delegationId: text(),
    networkId: text(),
    clientId: text(),
    partnerOfficeId: text(),
    plannedStart: text(),
    plannedEnd: text(),
    allocatedTo: optional(text()),
    withdrawn: boolean,
  },
  ['visitId'],
  {
    byClient: { columns: ['clientId', 'plannedStart'] },
    byPartner: {
      columns: ['partnerOfficeId', 'networkId', 'plannedStart'],
      where: { sql: 'allocated_to IS NOT NULL', holds: (row: PlannedRow) => row.allocatedTo !== null },
    },
    byAssist: {
      columns: ['allocatedTo', 'networkId', 'plannedStart'],
      where: { sql: 'allocated_to IS NOT NULL', holds: (row: PlannedRow) => row.allocatedTo !== null },
    },
  },
);

/** Delegations, with their visits and offers, and whose board each stands on. */
export const delegationsView: Projection = {
  name: 'delegations',
  tables: [delegationTable, listedTable, countTable, plannedTable],
  handlers: (batch) => handlersOf<DelegationEvent>(delegationEventSchema, (event) => follow(batch, event)),
};

const follow = (batch: Batch, event: Recorded<DelegationEvent>): void => {
  const rows = batch.rows(delegationTable);
  const before = rows.get(event.streamId);
  const state = delegation.evolve(before?.state ?? delegation.initial, event);
  if (state.status === 'NONE') return;
  const starts = state.visits.map(({ plannedStart }) => plannedStart).sort();
  const free = state.visits.filter(isFree).map(({ plannedStart }) => plannedStart);
  const row: DelegationRow = {
    ...(before ?? begunBy(event, state)),
    status: statusOf(state),
    round: state.offers.at(-1)?.round ?? 0,
    firstFreeStart: free.sort()[0] ?? '9',
    firstStart: starts[0] ?? '',
    lastStart: starts.at(-1) ?? '',
    offerDetails: offerDetailsAfter(before, event),
    state,
  };
  rows.put(row);
  keepListed(batch, before, row);
  keepPlanned(batch, before, row);
  keepTasksOfDelegation(batch, before, row);
};

const begunBy = (
  event: Recorded<DelegationEvent>,
  { networkId, partnerOfficeId, clientId, mode }: Requested,
): Pick<
  DelegationRow,
  'id' | 'networkId' | 'partnerOfficeId' | 'clientId' | 'mode' | 'requestedAt' | 'requestedBySubject' | 'sealedNote'
> => ({
  id: event.streamId,
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
        feeYen: event.data.fees.reduce((sum, { feeYen }) => sum + feeYen, 0),
      };
      return [...before, made];
    }
    case 'OfferSeen':
      return changed(event.data, () => ({ seenAt: event.occurredAt }));
    case 'MoreTimeRequested':
      return changed(event.data, () => ({ moreMinutesRequested: event.data.minutes }));
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

/** Offices on whose boards the delegation stands: the partner's, and each that was asked. */
const listedOf = (row: DelegationRow): ListedRow[] => {
  const { id: delegationId, networkId, clientId, partnerOfficeId, status, firstFreeStart, firstStart, state } = row;
  const newest = new Map(state.offers.map((offer) => [offer.officeId, offer.status]));
  return [...new Set([partnerOfficeId, ...newest.keys()])].map((officeId) => ({
    delegationId,
    officeId,
    networkId,
    clientId,
    isPartner: officeId === partnerOfficeId,
    offerStatus: newest.get(officeId) ?? null,
    status,
    firstFreeStart,
    firstStart,
  }));
};

const keepListed = (batch: Batch, before: DelegationRow | undefined, row: DelegationRow): void => {
  const isSame = before?.status === row.status && before.firstFreeStart === row.firstFreeStart;
  if (isSame && before.state.offers === row.state.offers) return;
  const rows = batch.rows(listedTable);
  const listed = listedOf(row);
  for (const one of listed) rows.put(one);
  const seen = (these: readonly ListedRow[]): (Uuid | '')[] => ['', ...these.map(({ officeId }) => officeId)];
  if (before) for (const officeId of seen(listedOf(before))) count(batch, before, officeId, -1);
  for (const officeId of seen(listed)) count(batch, row, officeId, 1);
};

const count = (batch: Batch, { networkId, status }: DelegationRow, officeId: Uuid | '', sign: 1 | -1): void => {
  const rows = batch.rows(countTable);
  const before = rows.get(networkId, officeId, status);
  rows.put({ networkId, officeId, status, delegations: (before?.delegations ?? 0) + sign });
};

/** Visits whose allocation has changed. */
const keepPlanned = (batch: Batch, before: DelegationRow | undefined, row: DelegationRow): void => {
  const rows = batch.rows(plannedTable);
  for (const [n, visit] of row.state.visits.entries()) {
    if (before?.state.visits[n] === visit) continue;
    const { visitId, plannedStart, plannedEnd, allocatedTo, withdrawn } = visit;
    const { id: delegationId, networkId, clientId, partnerOfficeId } = row;
    rows.put({
      visitId,
      delegationId,
      networkId,
      clientId,
      partnerOfficeId,
      plannedStart,
      plannedEnd,
      allocatedTo,
      withdrawn,
    });
  }
};

// Queries

export const delegationsById = (reading: Reading, ids: readonly Uuid[]): DelegationRow[] =>
  rowsOfIds(reading, delegationTable, ids);

export interface DelegationSelection {
  readonly networkId: Uuid;
  /** An office's own and those it was asked in; null = all. */
  readonly ofOfficeId: Uuid | null;
  readonly status: readonly DelegationStatus[] | null;
  readonly partnerOfficeId: Uuid | null;
  readonly assistOfficeId: Uuid | null;
  readonly clientId: Uuid | null;
  readonly plannedFrom: Day | null;
  readonly plannedTo: Day | null;
  readonly offerStatus: readonly OfferStatus[] | null;
}

const STATUSES: readonly DelegationStatus[] = [
  'OPEN',
  'PARTLY_ALLOCATED',
  'ALLOCATED',
  'ESCALATED',
  'WITHDRAWN',
  'COMPLETED',
];
/** Each once, however often it is named. */
const statusesOf = ({ status }: DelegationSelection): readonly DelegationStatus[] =>
  status === null ? STATUSES : STATUSES.filter((one) => status.includes(one));

/** Those of one status (`?2`), by the index that serves the order; the value is `?3`. */
const BY_NETWORK = `delegations AS d INDEXED BY delegations_by_network
  WHERE d.network_id = ?1 AND d.status = ?2 AND ?3`;
const BY_CLIENT = `delegations AS d INDEXED BY delegations_by_client WHERE d.client_id = ?3 AND d.status = ?2
  AND d.network_id = ?1`;
const BY_OFFICE = `delegations_listed AS l INDEXED BY delegations_listed_by_office CROSS JOIN delegations AS d
  ON d.id = l.delegation_id WHERE l.network_id = ?1 AND l.office_id = ?3 AND l.status = ?2`;
const BY_OFFICE_ALONE = `delegations_listed AS l INDEXED BY delegations_listed_by_office
  WHERE l.network_id = ?1 AND l.office_id = ?3 AND l.status = ?2`;

/** An assist office never learns who else was asked (contract, Delegation.offers): `?4` sees. */
const FILTERS = `(?4 IS NULL OR EXISTS (SELECT 1 FROM delegations_listed WHERE delegation_id = d.id AND office_id = ?4))
  AND (?5 IS NULL OR d.partner_office_id = ?5)
  AND (?6 IS NULL OR ((?4 IS NULL OR ?6 = ?4 OR d.partner_office_id = ?4) AND EXISTS (SELECT 1 FROM delegations_listed
    WHERE delegation_id = d.id AND office_id = ?6 AND offer_status IS NOT NULL)))
  AND (?7 IS NULL OR d.client_id = ?7) AND (?8 IS NULL OR d.last_start >= ?8) AND (?9 IS NULL OR d.first_start < ?9)
  AND (?10 IS NULL OR EXISTS (SELECT 1 FROM json_each(d.state, '$.offers') AS offer
    WHERE (?4 IS NULL OR d.partner_office_id = ?4 OR json_extract(offer.value, '$.officeId') = ?4)
    AND json_extract(offer.value, '$.status') IN (SELECT value FROM json_each(?10))))`;

/** Where the selection is looked for, whether by filters, and the values up to `?10`. */
const sourceOf = (by: DelegationSelection) => {
  const office = by.ofOfficeId ?? by.assistOfficeId;
  const isFiltered = [
    by.partnerOfficeId,
    by.assistOfficeId,
    by.clientId,
    by.plannedFrom,
    by.plannedTo,
    by.offerStatus,
  ].some((filter) => filter !== null);
  const filters: SqlValue[] = [
    by.ofOfficeId,
    by.partnerOfficeId,
    by.assistOfficeId,
    by.clientId,
    by.plannedFrom && startOfDay(by.plannedFrom),
    by.plannedTo && endOfDay(by.plannedTo),
    by.offerStatus && JSON.stringify(by.offerStatus),
  ];
  const ofDelegation = 'd.first_free_start, d.first_start, d.id';
  const ofListed = 'l.first_free_start, l.first_start, l.delegation_id';
  if (by.clientId !== null)
    return { from: `${BY_CLIENT} AND ${FILTERS}`, key: ofDelegation, value: by.clientId, filters, isFiltered };
  if (office === null)
    return {
      from: isFiltered ? `${BY_NETWORK} AND ${FILTERS}` : BY_NETWORK,
      key: ofDelegation,
      value: 1,
      filters: isFiltered ? filters : [],
      isFiltered,
    };
  if (isFiltered) return { from: `${BY_OFFICE} AND ${FILTERS}`, key: ofListed, value: office, filters, isFiltered };
  return { from: BY_OFFICE_ALONE, key: ofListed, value: office, filters: [], isFiltered };
};

const keySelection = selectionOf<Pick<DelegationRow, (typeof ORDER)[number]>>({
  firstFreeStart: text(),
  firstStart: text(),
  id: text(),
});

/** In the order of the earliest visit not yet allocated, then of the first visit. */
export const delegationsBy = (
  readModel: ReadModel,
  by: DelegationSelection,
  page: { after: readonly (string | number)[] | null; limit: number },
): DelegationRow[] => {
  const { from, key, value, filters } = sourceOf(by);
  const [free = '', first = '', id = ''] = page.after ?? [];
  const at = 4 + filters.length;
  const sql = `SELECT ${key} FROM ${from} AND (${key}) > (?${at}, ?${at + 1}, ?${at + 2})
    ORDER BY ${key} LIMIT ?${at + 3}`;
  // Each status by itself, so that the order comes from an index and nothing that is over is
  // passed.
  const keys = statusesOf(by).flatMap((status) =>
    readModel.all(sql, by.networkId, status, value, ...filters, free, first, id, page.limit).map(keySelection.read),
  );
  const rows = keys
    .sort((a, b) =>
      compare(
        ORDER.map((field) => a[field]),
        ORDER.map((field) => b[field]),
      ),
    )
    .slice(0, page.limit)
    .map((row) => row.id);
  return delegationsById(readModel, rows);
};

const compare = (a: readonly string[], b: readonly string[]): number => {
  const n = a.findIndex((value, at) => value !== b[at]);
  return n < 0 ? 0 : (a[n] ?? '') < (b[n] ?? '') ? -1 : 1;
};

export const countDelegations = (readModel: ReadModel, by: DelegationSelection): number => {
  const { from, value, filters, isFiltered } = sourceOf(by);
  const counts = readModel.rows(countTable);
  const numbers = statusesOf(by).map((status) =>
    isFiltered
      ? Number(readModel.first(`SELECT count(*) FROM ${from}`, by.networkId, status, value, ...filters)?.[0])
      : (counts.get(by.networkId, by.ofOfficeId ?? '', status)?.delegations ?? 0),
  );
  return numbers.reduce((sum, n) => sum + n, 0);
};

export const visitsOfDelegation = ({ id, state }: DelegationRow): DelegatedVisitRow[] =>
  [...state.visits]
    .sort((a, b) => a.place - b.place)
    .map(({ allocatedTo, ...visit }) => ({ ...visit, delegationId: id, allocatedToId: allocatedTo }));

/** Offers of every round; only those of one office where named. */
export const offersOfDelegation = ({ id, state, offerDetails }: DelegationRow, officeId: Uuid | null): OfferRow[] =>
  state.offers
    .flatMap((offer, n) => {
      const details = offerDetails[n];
      return details && (officeId === null || offer.officeId === officeId)
        ? [{ delegationId: id, ...offer, ...details }]
        : [];
    })
    .sort((a, b) => a.round - b.round || (a.officeId < b.officeId ? -1 : 1));

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
): { readonly allocatedTo: Uuid | null; readonly withdrawn: boolean } | undefined =>
  reading.rows(plannedTable).get(visitId);

export const networkOfDelegation = (reading: Reading, delegationId: Uuid): Uuid | null =>
  reading.rows(delegationTable).get(delegationId)?.networkId ?? null;

/** Delegations of a client that may have visits nobody has been found for. */
export const unallocatedOfClient = (reading: Reading, clientId: Uuid): Uuid[] =>
  (['OPEN', 'PARTLY_ALLOCATED', 'ESCALATED'] as const).flatMap((status) =>
    reading
      .rows(delegationTable)
      .find('byClient', [clientId, status])
      .map(({ id }) => id),
  );

/** The client's visits that overlap a span, withdrawn ones aside (rule 9). */
export const overlappingVisits = (reading: Reading, clientId: Uuid, start: Instant, end: Instant): Uuid[] =>
  reading
    .rows(plannedTable)
    .find('byClient', [clientId], { from: addMinutes(start, -MOST_VISIT_MINUTES), to: end })
    .filter(({ withdrawn, plannedEnd }) => !withdrawn && plannedEnd > start)
    .map(({ visitId }) => visitId);

/**
 * Whether an office has open delegations in a network, or accepted visits that start after an
 * instant, on either side (contract, leaveNetwork).
 */
export const officeHasVisitsAfter = (reading: Reading, networkId: Uuid, officeId: Uuid, after: Instant): boolean => {
  const listed = reading.rows(listedTable);
  const isOpen = (['OPEN', 'PARTLY_ALLOCATED'] as const).some((status) =>
    listed.find('byOffice', [networkId, officeId, status]).some(({ isPartner }) => isPartner),
  );
  return (
    isOpen ||
    listed.has('byOffer', [officeId, 'OPEN', networkId]) ||
    acceptedAfter(reading, 'byPartner', [officeId, networkId], after).length > 0 ||
    acceptedAfter(reading, 'byAssist', [officeId, networkId], after).length > 0
  );
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

const acceptedAfter = (
  reading: Reading,
  index: 'byPartner' | 'byAssist',
  equal: readonly Uuid[],
  from: Instant,
): PlannedRow[] => reading.rows(plannedTable).find(index, equal, { from });

/** Offices that asked for delegations in networks on days, both inclusive; each once a network. */
export const officesRequestedBetween = (
  readModel: ReadModel,
  networkIds: readonly Uuid[],
  from: Day,
  to: Day,
): { networkId: Uuid; officeId: Uuid }[] =>
  readModel
    .all(
      `SELECT DISTINCT network_id, partner_office_id FROM delegations INDEXED BY delegations_by_request
       WHERE network_id IN (SELECT value FROM json_each(?)) AND requested_at >= ? AND requested_at < ?`,
      JSON.stringify(networkIds),
      startOfDay(from),
      endOfDay(to),
    )
    .map(([networkId, officeId]) => ({ networkId: String(networkId), officeId: String(officeId) }));

/** Whether the office was asked for the client, or holds or held a visit of the client. */
export const officeMeetsClient = (reading: Reading, officeId: Uuid, clientId: Uuid): boolean =>
  reading.rows(listedTable).has('byClient', [clientId, officeId]) || officeVisitsClient(reading, officeId, clientId);
