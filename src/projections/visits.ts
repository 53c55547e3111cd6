import {
  type Day,
  dayOf,
  endOfDay,
  firstDayOf,
  type Instant,
  type Month,
  minutesBetween,
  monthOf,
  startOfDay,
} from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import { MOST_VISIT_MINUTES } from '../domain/limits.ts';
import type { StatementLine } from '../domain/settlement/events.ts';
import { holdOf } from '../domain/settlement/holds.ts';
import { visit } from '../domain/visit/decider.ts';
import { type RecordContent, type VisitEvent, type VisitFee, visitEventSchema } from '../domain/visit/events.ts';
import {
  type ExceptionState,
  effectiveTimes,
  isCancelledAtDoor,
  type KnownVisit,
  minutesWorked,
  type OpenChange,
  openExceptions,
  type RecordState,
} from '../domain/visit/state.ts';
import type { Recorded } from '../store/codec.ts';
import type { EventOf } from '../store/event-types.ts';
import type { Batch } from './batch.ts';
import { delegationTable } from './delegation-table.ts';
import { isFromDispute } from './disputes.ts';
import { visitNumberOf } from './numbers.ts';
import { handlersOf, type Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import { type Reading, rowsOfIds } from './rows.ts';
import { allLinesOf } from './statements.ts';
import { integer, table, text } from './table.ts';
import { keepTasksOfUnwanted, keepTasksOfVisit } from './tasks.ts';
import { keepLine, ledgerTables } from './visit-ledger.ts';
import { type VisitDetails, type VisitRow, type VisitStatus, visitTable, wasMade } from './visit-table.ts';

export type { VisitRow, VisitStatus };

/**
 * What a record says; sealed texts by the client's key, stream of the visit. Punches and adjusted
 * times apart.
 */
export interface VisitRecordRow
  extends RecordContent,
    Pick<
      RecordState,
      | 'version'
      | 'caregiverId'
      | 'recordedByOfficeId'
      | 'startedAt'
      | 'endedAt'
      | 'startMethod'
      | 'endMethod'
      | 'adjustedStart'
      | 'adjustedEnd'
    >,
    NonNullable<VisitDetails['record']> {
  readonly visitId: Uuid;
  readonly startMeters: number | null;
  readonly endMeters: number | null;
}
export interface VisitTaskRow {
  readonly recordId: Uuid;
  readonly visitId: Uuid;
  readonly index: number;
  readonly code: string;
  readonly outcome: string;
  readonly sealedNote: string | null;
}
export type VisitExceptionRow = { readonly visitId: Uuid } & Omit<ExceptionState, 'digest'> &
  VisitDetails['exceptions'][number];
export type VisitChangeRow = { readonly visitId: Uuid } & OpenChange & NonNullable<VisitDetails['change']>;
export type CancellationRow = { readonly visitId: Uuid } & NonNullable<VisitDetails['cancellation']>;

/** A visit and another that one of its exceptions names. */
interface NamedRow {
  readonly visitId: Uuid;
  readonly otherVisitId: Uuid;
}
const namedTable = table<NamedRow, 'byOther'>(
  'visits_named',
  { visitId: text(), otherVisitId: text() },
  ['visitId', 'otherVisitId'],
  { byOther: { columns: ['otherVisitId', 'visitId'] } },
);

/**
 * How many visits bind one to another: a client to assist offices and caregivers, a caregiver to
 * partner offices and networks, a partner office to its clients. What nobody asks of a pair is not
 * counted of it.
 */
interface Relation {
  readonly oneId: Uuid;
  readonly otherId: Uuid;
  readonly visits: number;
  /** Not yet verified, missed, cancelled or released. */
  readonly open: number;
  /** With a record in force. */
  readonly made: number;
}
const relationTable = table<Relation>(
  'relations',
  { oneId: text(), otherId: text(), visits: integer, open: integer, made: integer },
  ['oneId', 'otherId'],
  {},
  { isClustered: true },
);

/** Visits as they are now, the ledger's lines of the past. */
export const visitsView: Projection = {
  name: 'visits',
  tables: [visitTable, namedTable, relationTable, ...ledgerTables],
  handlers: (batch) => ({
    ...handlersOf<VisitEvent>(visitEventSchema, (event) => follow(batch, event)),
    ConsentGiven: (event) => judgeUnwanted(batch, event),
    ConsentWithdrawn: (event) => judgeUnwanted(batch, event),
    ClientTransferred: (event) => judgeUnwanted(batch, event),
    ClientLeft: (event) => judgeUnwanted(batch, event),
    StatementLinesListed: (event) => {
      for (const line of event.data.lines) keepListed(batch, event, line);
    },
    StatementVoided: (event) => {
      for (const line of allLinesOf(batch, event.data.statementId)) keepUnlisted(batch, event, line);
    },
  }),
};

/** The visit of a line, where the line prices it. */
const visitOf = (batch: Batch, line: StatementLine): VisitRow | undefined =>
  line.visitId === null || line.pricedBy === null || isFromDispute(batch, line)
    ? undefined
    : batch.rows(visitTable).get(line.visitId);

const keepListed = (batch: Batch, event: Recorded<EventOf<'StatementLinesListed'>>, line: StatementLine): void => {
  const before = visitOf(batch, line);
  if (!before) return;
  const { statementId } = event.data;
  const { state, details } = before;
  // Priced anew while the month was being closed, or recorded anew, it waits for its adjustment
  // (rule 33).
  const toSettle = before.pricedBy !== line.pricedBy ? state.status !== 'RELEASED' : !isPricedNow(state);
  const earlier = before.statementId === null ? [] : [before.statementId];
  putSettled(batch, event, before, { statementId, toSettle, details: withEarlier(details, earlier) });
};

/** Its last pricing is in no line that stands any more: it waits again (rules 31, 33). */
const keepUnlisted = (batch: Batch, event: Recorded<EventOf<'StatementVoided'>>, line: StatementLine): void => {
  const before = visitOf(batch, line);
  const voided = event.data.statementId;
  if (before?.statementId !== voided) return;
  const { state, details } = before;
  const earlierStatementIds = details.earlierStatementIds.filter((id) => id !== voided);
  const statementId = earlierStatementIds.pop() ?? null;
  const toSettle = isToSettle(state, { statementId, toSettle: true }, false);
  putSettled(batch, event, before, { statementId, toSettle, details: { ...details, earlierStatementIds } });
};

const withEarlier = (details: VisitDetails, more: readonly Uuid[]): VisitDetails =>
  more.length === 0 ? details : { ...details, earlierStatementIds: [...details.earlierStatementIds, ...more] };

const putSettled = (
  batch: Batch,
  event: Recorded,
  before: VisitRow,
  changes: Pick<VisitRow, 'statementId' | 'toSettle' | 'details'>,
): void => {
  const { state } = before;
  const [status, changedAt] = [statusOf(state, changes.toSettle), event.recordedAt];
  const hold = holdAfter(before, state, changes.toSettle, event.recordedAt);
  put(batch, event, before, { ...before, ...hold, ...changes, changedAt, status });
};

/** The client, or the office whose client it is, may want no more visits (rules 9, 45). */
const judgeUnwanted = (batch: Batch, { streamId, recordedAt }: Recorded): void => {
  keepTasksOfUnwanted(batch, scheduledOfClient(batch, streamId, monthOf(recordedAt)));
};

const follow = (batch: Batch, event: Recorded<VisitEvent>): void => {
  const before = event.version === 1 ? undefined : batch.rows(visitTable).get(event.streamId);
  const state = visit.evolve(before?.state ?? visit.initial, event);
  if (state.status === 'NONE') return;
  const began = event.type === 'VisitScheduled' ? undefined : before;
  const { plan, record, caregiverId, fee } = state;
  const { start: madeStart, end: madeEnd } = record ? effectiveTimes(record) : { start: null, end: null };
  const pricedBy = isPricing(event) ? event.id : (began?.pricedBy ?? null);
  const isNewPrice = pricedBy !== (began?.pricedBy ?? null);
  const toSettle = isToSettle(state, began, isNewPrice);
  const ended = state.status === 'CANCELLED' || state.status === 'RELEASED' || state.status === 'MISSED';
  put(batch, event, before, {
    id: event.streamId,
    number: before?.number ?? numberOf(batch, plan.delegationId, event.streamId),
    networkId: plan.networkId,
    ...dayAndMonth(plan.plannedStart, before),
    plannedStart: plan.plannedStart,
    plannedEnd: plan.plannedEnd,
    actualStart: madeStart ?? state.start?.at ?? null,
    actualEnd: madeEnd ?? state.end?.at ?? null,
    minutes: record ? minutesWorked(record) : plan.minutes,
    service: plan.service,
    serviceCode: fee.serviceCode,
    status: statusOf(state, toSettle),
    clientId: plan.clientId,
    partnerOfficeId: plan.partnerOfficeId,
    assistOfficeId: plan.assistOfficeId,
    caregiverId,
    caregiversRequired: plan.caregiversRequired,
    units: ended ? null : fee.units,
    feeYen: feeOf(state).feeYen,
    openExceptions: openExceptions(state).length,
    recordVersion: record?.version ?? 0,
    statementId: began?.statementId ?? null,
    lineSince: before?.lineSince ?? '',
    linePosition: before?.linePosition ?? 0,
    delegationId: plan.delegationId,
    changedAt: event.recordedAt,
    scheduledPosition: began?.scheduledPosition ?? event.position,
    madeStart,
    madeEnd,
    madeTooLong: madeStart !== null && madeEnd !== null && minutesBetween(madeStart, madeEnd) > MOST_VISIT_MINUTES,
    pricedBy,
    toSettle,
    ...holdAfter(began, state, toSettle, event.recordedAt),
    details: detailsAfter(before, event),
    state,
  });
  if (event.type === 'VisitExceptionRaised' && event.data.otherVisitId !== null)
    batch.rows(namedTable).put({ visitId: event.streamId, otherVisitId: event.data.otherVisitId });
};

/** What it was given with its delegation, which stands before it in the log. */
const numberOf = (batch: Batch, delegationId: Uuid, visitId: Uuid): string => {
  const delegation = batch.rows(delegationTable).get(delegationId);
  const place = delegation?.state.visits.find((one) => one.visitId === visitId)?.place;
  return delegation === undefined || place === undefined ? '' : visitNumberOf(delegation.number, place);
};

/** As they were while the start is the same: they are asked for with every event. */
const dayAndMonth = (start: Instant, before: VisitRow | undefined): Pick<VisitRow, 'date' | 'month'> =>
  before?.plannedStart === start
    ? { date: before.date, month: before.month }
    : { date: dayOf(start), month: monthOf(start) };

/** Puts the row, and what follows from it: the line that stood, the tasks. */
const put = (batch: Batch, event: Recorded, before: VisitRow | undefined, row: VisitRow): void => {
  keepLine(batch, event, before, row);
  batch.rows(visitTable).change(before, row);
  keepRelations(batch, before, row);
  keepTasksOfVisit(batch, before, row);
};

/** Who is assigned, and who made the visit by the record in force: mostly one. */
const caregiversOf = ({ caregiverId, state }: VisitRow): Uuid[] => [
  ...new Set([caregiverId, state.record?.caregiverId ?? null].filter((id) => id !== null)),
];
const isOpen = ({ status }: VisitRow): boolean =>
  status === 'SCHEDULED' || status === 'IN_PROGRESS' || status === 'RECORDED' || status === 'RETURNED';

/** What a visit counts for in each relation. */
const relationsOf = (row: VisitRow): Relation[] => {
  const counted = { visits: 1, open: Number(isOpen(row)), made: Number(wasMade(row)) };
  const named = { visits: 1, open: 0, made: 0 };
  return [
    { oneId: row.clientId, otherId: row.assistOfficeId, ...counted },
    { oneId: row.partnerOfficeId, otherId: row.clientId, ...counted, made: 0 },
    ...caregiversOf(row).flatMap((id) => [
      { oneId: row.clientId, otherId: id, ...counted },
      { oneId: id, otherId: row.partnerOfficeId, ...named },
      { oneId: id, otherId: row.networkId, ...named },
    ]),
  ];
};

const keepRelations = (batch: Batch, before: VisitRow | undefined, after: VisitRow): void => {
  const isSame =
    before?.assistOfficeId === after.assistOfficeId &&
    before.caregiverId === after.caregiverId &&
    before.state.record?.caregiverId === after.state.record?.caregiverId;
  if (isSame && isOpen(before) === isOpen(after) && wasMade(before) === wasMade(after)) return;
  const [standing, now] = [before ? relationsOf(before) : [], relationsOf(after)];
  for (const one of standing) if (!now.some(isSameRelation(one))) relate(batch, one, undefined);
  for (const one of now) relate(batch, standing.find(isSameRelation(one)), one);
};
const isSameRelation =
  (one: Relation) =>
  (other: Relation): boolean =>
    one.oneId === other.oneId && one.otherId === other.otherId;

/** One visit counts for something else than before; undefined: for nothing. */
const relate = (batch: Batch, before: Relation | undefined, after: Relation | undefined): void => {
  const of = after ?? before;
  const more = (field: 'visits' | 'open' | 'made'): number => (after?.[field] ?? 0) - (before?.[field] ?? 0);
  if (!of || (more('visits') === 0 && more('open') === 0 && more('made') === 0)) return;
  const { oneId, otherId } = of;
  const rows = batch.rows(relationTable);
  const standing = rows.get(oneId, otherId);
  const visits = (standing?.visits ?? 0) + more('visits');
  const open = (standing?.open ?? 0) + more('open');
  const made = (standing?.made ?? 0) + more('made');
  rows.change(standing, visits === 0 ? undefined : { oneId, otherId, visits, open, made });
};

const isPricing = ({ type }: Recorded<VisitEvent>): boolean =>
  type === 'VisitVerified' || type === 'VisitMissed' || type === 'VisitCancelled';

const isPricedNow = ({ status }: KnownVisit): boolean =>
  status === 'VERIFIED' || status === 'MISSED' || status === 'CANCELLED' || status === 'RELEASED';

/**
 * Not yet priced, or priced and not yet in a line that holds this price. What costs nothing and was
 * in no line never comes into one (rule 31).
 */
const isToSettle = (
  state: KnownVisit,
  before: Pick<VisitRow, 'statementId' | 'toSettle'> | undefined,
  isNewPrice: boolean,
): boolean => {
  const isFree = state.fee.feeYen === 0 && (before?.statementId ?? null) === null;
  switch (state.status) {
    case 'RELEASED':
      return false;
    case 'VERIFIED':
      return isNewPrice || (before?.toSettle ?? true);
    case 'MISSED':
    case 'CANCELLED':
      return !isFree && (isNewPrice || (before?.toSettle ?? true));
    default:
      return true;
  }
};

/** Since when the same office has had the same to do. */
const holdAfter = (
  before: VisitRow | undefined,
  state: KnownVisit,
  toSettle: boolean,
  at: Instant,
): Pick<VisitRow, 'holdCode' | 'holdOfficeId' | 'holdSince'> => {
  const hold = toSettle ? holdOf(state) : null;
  if (hold === null) return { holdCode: null, holdOfficeId: null, holdSince: null };
  const { code: holdCode, waitingForOfficeId: holdOfficeId } = hold;
  const isSame = before?.holdCode === holdCode && before.holdOfficeId === holdOfficeId;
  return { holdCode, holdOfficeId, holdSince: isSame ? before.holdSince : at };
};

const statusOf = ({ status }: KnownVisit, toSettle: boolean): VisitStatus =>
  status === 'VERIFIED' && !toSettle ? 'SETTLED' : status;

/**
 * Released, missed: 0 (rule 27); the price by the plan is kept for a record that takes the place of
 * a missed visit.
 */
const feeOf = ({ status, fee }: KnownVisit): VisitFee =>
  status === 'RELEASED' || status === 'MISSED' ? { ...fee, feeYen: 0 } : fee;

const NO_DETAILS: VisitDetails = {
  record: null,
  exceptions: [],
  cancellation: null,
  change: null,
  earlierStatementIds: [],
};

/** Beside the state: who did it and when, and the sealed texts. */
export const detailsAfter = (row: VisitRow | undefined, event: Recorded<VisitEvent>): VisitDetails => {
  const before = row?.details ?? NO_DETAILS;
  const { actor } = event.metadata;
  switch (event.type) {
    case 'VisitScheduled': {
      // Those that the state keeps, too.
      const left = before.exceptions.filter((_, n) => row?.state.exceptions[n]?.code === 'RECORD_AFTER_RELEASE');
      return { ...NO_DETAILS, exceptions: left };
    }
    case 'VisitRecorded':
    case 'VisitRecordAmended': {
      const isFirst = event.type === 'VisitRecorded';
      const record = {
        id: event.id,
        recordedBySubject: actor.subject,
        recordedAt: event.occurredAt,
        sealedReason: isFirst ? null : event.data.reason,
        enteredForCaregiver: event.data.enteredForCaregiver,
      };
      return { ...before, record };
    }
    case 'VisitChangeProposed':
      return { ...before, change: { proposedAt: event.occurredAt, sealedReason: event.data.reason } };
    case 'VisitExceptionRaised': {
      const unresolved = { resolvedBySubject: null, resolvedByOfficeId: null, sealedReason: null };
      const raised = {
        id: event.id,
        sealedDetail: event.data.detail,
        raisedAt: event.occurredAt,
        ...unresolved,
      };
      return { ...before, exceptions: [...before.exceptions, raised] };
    }
    case 'VisitExceptionResolved': {
      const { code, otherVisitId, reason } = event.data;
      const isResolved = (one: ExceptionState | undefined): boolean =>
        one?.how === null && one.code === code && one.otherVisitId === otherVisitId;
      const by = { resolvedBySubject: actor.subject, resolvedByOfficeId: actor.officeId, sealedReason: reason };
      const exceptions = before.exceptions.map((one, n) =>
        isResolved(row?.state.exceptions[n]) ? { ...one, ...by } : one,
      );
      return { ...before, exceptions };
    }
    case 'VisitCancelled': {
      const { reason, byOfficeId, noticeMinutes, percentOfFee, note } = event.data;
      const wasHeld = row?.status !== 'RELEASED' && event.data.atDoor === null;
      const [at, saidAt] = [event.occurredAt, event.recordedAt];
      const cancellation = { reason, byOfficeId, at, saidAt, noticeMinutes, percentOfFee, sealedNote: note, wasHeld };
      return { ...before, cancellation };
    }
    default:
      return before;
  }
};

// Queries

export const visitsById = (readModel: ReadModel, ids: readonly Uuid[]): VisitRow[] =>
  rowsOfIds(readModel, visitTable, ids);

/** The price, and whether it is for good. */
export const priceOf = ({ state, status }: VisitRow): { fee: VisitFee; forGood: boolean } => ({
  fee: feeOf(state),
  forGood: status === 'VERIFIED' || status === 'SETTLED' || status === 'CANCELLED' || status === 'MISSED',
});

/** The record in force; null before there is one. */
export const recordOf = ({ id, state, details }: Pick<VisitRow, 'id' | 'state' | 'details'>): VisitRecordRow | null => {
  const { record, start, end } = state;
  if (record === null || details.record === null) return null;
  return {
    ...record,
    ...details.record,
    visitId: id,
    startMeters: start?.metersFromHome ?? null,
    endMeters: end?.metersFromHome ?? null,
  };
};

/** In the order of their raising. */
export const exceptionsOf = ({ id, state, details }: VisitRow): VisitExceptionRow[] =>
  state.exceptions.flatMap((one, n) => {
    const more = details.exceptions[n];
    return more ? [{ visitId: id, ...one, ...more }] : [];
  });

/** The change of plan that is open at a time (rule 8). */
export const openChangeOf = ({ id, state, details }: VisitRow, now: Instant): VisitChangeRow | null => {
  const { open } = state.changes;
  if (open === null || details.change === null || open.answerBy <= now) return null;
  return { visitId: id, ...open, ...details.change };
};

export const cancellationOf = ({ id, state, details: { cancellation } }: VisitRow): CancellationRow | null =>
  state.cancellation && cancellation && { visitId: id, ...cancellation };

/** Whether the visit is in a statement as it was priced last. */
export const isSettled = (reading: Reading, visitId: Uuid): boolean => {
  const row = reading.rows(visitTable).get(visitId);
  return row?.status === 'SETTLED' || (row?.status === 'CANCELLED' && row.statementId !== null && !row.toSettle);
};

/** Whether something has been done of a visit: a punch, a record, or that it was missed. */
export const hasBegun = (reading: Reading, visitId: Uuid): boolean => {
  const row = reading.rows(visitTable).get(visitId);
  if (row === undefined) return false;
  const { status, state } = row;
  return isCancelledAtDoor(state) || (status !== 'SCHEDULED' && status !== 'CANCELLED' && status !== 'RELEASED');
};

/** Whether a visit names the caregiver that is the partner office's, or of the network. */
export const isNamedFor = (reading: Reading, caregiverId: Uuid, partnerOfficeOrNetworkId: Uuid): boolean =>
  reading.rows(relationTable).get(caregiverId, partnerOfficeOrNetworkId) !== undefined;

/** Whether a visit of the client is or was allocated to the office and stands with it. */
export const officeVisitsClient = (reading: Reading, officeId: Uuid, clientId: Uuid): boolean =>
  reading.rows(relationTable).get(clientId, officeId) !== undefined;

/**
 * Whether the office holds a visit of the client that is not yet verified, missed, cancelled or
 * released (contract, Client.personal).
 */
export const officeHoldsOpenVisit = (reading: Reading, officeId: Uuid, clientId: Uuid): boolean =>
  (reading.rows(relationTable).get(clientId, officeId)?.open ?? 0) > 0;

/** The same of visits that the office has delegated (contract, transferClient). */
export const hasDelegatedOpenVisit = (reading: Reading, partnerOfficeId: Uuid, clientId: Uuid): boolean =>
  (reading.rows(relationTable).get(partnerOfficeId, clientId)?.open ?? 0) > 0;

/**
 * Whether one of those, offices or caregivers, made a visit of the client: there is a record of it
 * (contract, Client.name).
 */
export const madeVisitOfClient = (reading: Reading, those: readonly Uuid[], clientId: Uuid): boolean =>
  those.some((id) => (reading.rows(relationTable).get(clientId, id)?.made ?? 0) > 0);

/** So many visits of the client the office has made: there is a record of them. */
export const visitsMadeTo = (reading: Reading, clientId: Uuid, officeId: Uuid): number =>
  reading.rows(relationTable).get(clientId, officeId)?.made ?? 0;

/**
 * Whether one of the caregivers is named by a visit of the client; `open`: one that is not yet
 * verified, missed, cancelled or released.
 */
export const caregiverVisitsClient = (
  reading: Reading,
  caregiverIds: readonly Uuid[],
  clientId: Uuid,
  open: boolean,
): boolean =>
  caregiverIds.some((id) => {
    const relation = reading.rows(relationTable).get(clientId, id);
    return relation !== undefined && (!open || relation.open > 0);
  });

/** Visits assigned to the caregiver for days after one, with which nothing has been done yet. */
export const scheduledAfter = (reading: Reading, caregiverId: Uuid, day: Day): Uuid[] =>
  reading
    .rows(visitTable)
    .find('byCaregiver', [caregiverId], { from: endOfDay(day) })
    .filter(({ status }) => status === 'SCHEDULED')
    .map(({ id }) => id);

/** Visits of the caregiver whose record waits to be verified. */
export const unverifiedOf = (reading: Reading, caregiverId: Uuid): Uuid[] =>
  reading
    .rows(visitTable)
    .find('toVerifyOfCaregiver', [caregiverId])
    .map(({ id }) => id);

/** Visits with an exception that names this one. */
export const visitsNaming = (reading: Reading, visitId: Uuid): Uuid[] =>
  reading
    .rows(namedTable)
    .find('byOther', [visitId])
    .map((row) => row.visitId);

/** Visits of a client from a month on that are scheduled. */
export const scheduledOfClient = (reading: Reading, clientId: Uuid, from: Month): VisitRow[] =>
  reading
    .rows(visitTable)
    .find('byClient', [clientId], { from: startOfDay(firstDayOf(from)) })
    .filter(({ status }) => status === 'SCHEDULED');
