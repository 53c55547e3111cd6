import { dayOf, type Instant, minutesBetween, monthOf } from '../domain/calendar.ts';
import type { VisitPlan } from '../domain/delegation/events.ts';
import type { Uuid } from '../domain/ids.ts';
import type { RecordContent, VisitEvent, VisitFee } from '../domain/visit/events.ts';
import type { CancelReason } from '../domain/vocabulary.ts';
import type { Recorded } from '../store/codec.ts';
import { placeholders } from './directory.ts';
import type { Projection, Tables } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import { planColumns, recordColumns } from './visit-columns.ts';

export type VisitStatus =
  | 'SCHEDULED'
  | 'IN_PROGRESS'
  | 'RECORDED'
  | 'RETURNED'
  | 'VERIFIED'
  | 'SETTLED'
  | 'MISSED'
  | 'CANCELLED'
  | 'RELEASED';

export interface VisitRow extends VisitPlan {
  readonly id: Uuid;
  readonly delegationId: Uuid;
  readonly networkId: Uuid;
  readonly clientId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly assistOfficeId: Uuid;
  readonly caregiverId: Uuid | null;
  readonly status: VisitStatus;
  readonly recordVersion: number;
  /**
   * Of the event that made the visit's current schedule: an assist office sees the history from
   * there on.
   */
  readonly scheduledPosition: number;
  readonly fee: VisitFee;
  readonly feeForGood: boolean;
}
/**
 * What a record says; sealed texts by the client's key, stream of the visit. Punches and adjusted
 * times apart.
 */
export interface VisitRecordRow extends RecordContent {
  readonly visitId: Uuid;
  readonly version: number;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly startMethod: string;
  readonly endMethod: string;
  readonly startMeters: number | null;
  readonly endMeters: number | null;
  readonly adjustedStart: Instant | null;
  readonly adjustedEnd: Instant | null;
  readonly caregiverId: Uuid;
  readonly sealedReason: string | null;
  readonly recordedBySubject: string;
  readonly recordedByOfficeId: Uuid;
  readonly enteredForCaregiver: boolean;
  readonly recordedAt: Instant;
}
export interface VisitTaskRow {
  readonly visitId: Uuid;
  readonly index: number;
  readonly code: string;
  readonly outcome: string;
  readonly sealedNote: string | null;
}
export interface VisitExceptionRow {
  readonly visitId: Uuid;
  readonly code: string;
  readonly severity: 'FIX' | 'ACKNOWLEDGE';
  readonly otherVisitId: Uuid | null;
  readonly sealedDetail: string | null;
  readonly raisedAt: Instant;
  readonly resolvedAt: Instant | null;
  readonly resolvedBySubject: string | null;
  readonly resolvedByOfficeId: Uuid | null;
  readonly how: 'LIFTED' | 'ACKNOWLEDGED' | 'AS_PLANNED' | null;
  readonly sealedReason: string | null;
}
export interface CancellationRow {
  readonly visitId: Uuid;
  readonly reason: CancelReason;
  readonly byOfficeId: Uuid;
  readonly at: Instant;
  readonly noticeMinutes: number;
  readonly percentOfFee: number;
  readonly sealedNote: string | null;
}

const SCHEMA = `
CREATE TABLE visits (
  id TEXT PRIMARY KEY, delegation_id TEXT NOT NULL, network_id TEXT NOT NULL, client_id TEXT NOT NULL,
  partner_office_id TEXT NOT NULL, assist_office_id TEXT NOT NULL, caregiver_id TEXT, ${planColumns.definitions},
  date TEXT NOT NULL, month TEXT NOT NULL, status TEXT NOT NULL, punch_start TEXT, punch_end TEXT,
  start_meters INTEGER, end_meters INTEGER, made_start TEXT, made_end TEXT, record_version INTEGER NOT NULL,
  open_exceptions INTEGER NOT NULL, fee TEXT NOT NULL, fee_for_good INTEGER NOT NULL, priced_by TEXT,
  statement_id TEXT, scheduled_position INTEGER NOT NULL, cancellation TEXT, last_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX visits_by_delegation ON visits (delegation_id);
CREATE INDEX visits_by_client ON visits (client_id, planned_start);
CREATE INDEX visits_by_caregiver ON visits (caregiver_id, planned_start);
CREATE INDEX visits_by_pair ON visits (network_id, partner_office_id, assist_office_id, month);
CREATE INDEX visits_by_assist ON visits (assist_office_id, status, planned_start);
CREATE INDEX visits_by_partner ON visits (partner_office_id, status, planned_start);
CREATE TABLE visit_records (
  visit_id TEXT NOT NULL, version INTEGER NOT NULL, started_at TEXT NOT NULL, ended_at TEXT NOT NULL,
  start_method TEXT NOT NULL, end_method TEXT NOT NULL, adjusted_start TEXT, adjusted_end TEXT,
  caregiver_id TEXT NOT NULL, ${recordColumns.definitions}, reason TEXT, recorded_by TEXT NOT NULL,
  recorded_by_office TEXT NOT NULL, entered INTEGER NOT NULL, recorded_at TEXT NOT NULL, PRIMARY KEY (visit_id, version)
) WITHOUT ROWID;
CREATE TABLE visit_exceptions (
  visit_id TEXT NOT NULL, version INTEGER NOT NULL, code TEXT NOT NULL, severity TEXT NOT NULL, other_visit_id TEXT,
  detail TEXT, raised_at TEXT NOT NULL,
  resolved_at TEXT, resolved_by TEXT, resolved_by_office TEXT, how TEXT, reason TEXT, PRIMARY KEY (visit_id, version)
) WITHOUT ROWID;
CREATE INDEX visit_exceptions_by_other ON visit_exceptions (other_visit_id);`;

type EventOf<Type extends VisitEvent['type']> = Recorded<Extract<VisitEvent, { type: Type }>>;

const scheduled = (tables: Tables, event: EventOf<'VisitScheduled'>): void => {
  const { data, streamId } = event;
  const before = tables.get<{ last_version: number }>('SELECT last_version FROM visits WHERE id = ?', streamId);
  if (before && before.last_version >= event.version) return;
  // Scheduled again after a release: what slipped in before it stays only in the history.
  tables.run('DELETE FROM visit_records WHERE visit_id = ?', streamId);
  tables.run('DELETE FROM visit_exceptions WHERE visit_id = ?', streamId);
  tables.run(
    `INSERT OR REPLACE INTO visits VALUES (?, ?, ?, ?, ?, ?, NULL, ${planColumns.placeholders}, ?, ?, 'SCHEDULED',
     NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, ?, 0, NULL, NULL, ?, NULL, ?, ?)`,
    streamId,
    data.delegationId,
    data.networkId,
    data.clientId,
    data.partnerOfficeId,
    data.assistOfficeId,
    ...planColumns.valuesOf(data),
    dayOf(data.plannedStart),
    monthOf(data.plannedStart),
    JSON.stringify(data.fee),
    event.position,
    event.version,
    event.recordedAt,
  );
};

/**
 * Released, missed: 0 (rule 27); the price by the plan is kept for a record that takes the place of
 * a missed visit.
 */
export const costsNothing = (status: string): boolean => status === 'RELEASED' || status === 'MISSED';

/** Sets columns of a visit, unless the event was applied before. */
const change = (
  tables: Tables,
  event: Recorded<VisitEvent>,
  set: string,
  ...values: (string | number | null)[]
): boolean => {
  const row = tables.get<{ last_version: number }>('SELECT last_version FROM visits WHERE id = ?', event.streamId);
  if (!row || row.last_version >= event.version) return false;
  tables.run(
    `UPDATE visits SET ${set}${set ? ', ' : ''}last_version = ?, changed_at = ? WHERE id = ?`,
    ...values,
    event.version,
    event.recordedAt,
    event.streamId,
  );
  return true;
};

const recorded = (tables: Tables, event: EventOf<'VisitRecorded'>): void => {
  const { data, streamId } = event;
  const isNew = change(
    tables,
    event,
    "status = 'RECORDED', caregiver_id = ?, made_start = ?, made_end = ?, record_version = ?, fee_for_good = 0",
    data.caregiverId,
    data.startedAt,
    data.endedAt,
    data.version,
  );
  if (!isNew) return;
  tables.run(
    `INSERT OR IGNORE INTO visit_records
     VALUES (?, ?, ?, ?, ?, ?, NULL, NULL, ?, ${recordColumns.placeholders}, NULL, ?, ?, ?, ?)`,
    streamId,
    data.version,
    data.startedAt,
    data.endedAt,
    data.startMethod,
    data.endMethod,
    data.caregiverId,
    ...recordColumns.valuesOf(data),
    event.metadata.actor.subject,
    data.recordedByOfficeId,
    Number(data.enteredForCaregiver),
    event.occurredAt,
  );
};

const amended = (tables: Tables, event: EventOf<'VisitRecordAmended'>): void => {
  const { data, streamId } = event;
  tables.run(
    `INSERT OR IGNORE INTO visit_records
     SELECT visit_id, ?, started_at, ended_at, start_method, end_method, ?, ?, ?, ${recordColumns.placeholders}, ?,
     ?, ?,
     entered, ? FROM visit_records WHERE visit_id = ? AND version = ?`,
    data.version,
    data.adjustedStart,
    data.adjustedEnd,
    data.caregiverId,
    ...recordColumns.valuesOf(data),
    data.reason,
    event.metadata.actor.subject,
    data.recordedByOfficeId,
    event.occurredAt,
    streamId,
    data.version - 1,
  );
  change(
    tables,
    event,
    `status = 'RECORDED', caregiver_id = ?, record_version = ?, fee_for_good = 0,
     made_start = coalesce(?, (SELECT started_at FROM visit_records WHERE visit_id = visits.id AND version = 1)),
     made_end = coalesce(?, (SELECT ended_at FROM visit_records WHERE visit_id = visits.id AND version = 1))`,
    data.caregiverId,
    data.version,
    data.adjustedStart,
    data.adjustedEnd,
  );
  // Rule 25: what was accepted as planned holds until the record changes.
  tables.run(
    "UPDATE visit_exceptions SET how = 'LIFTED' WHERE visit_id = ? AND how = 'AS_PLANNED' AND version < ?",
    streamId,
    event.version,
  );
};

const raised = (tables: Tables, event: EventOf<'VisitExceptionRaised'>): void => {
  const { data, streamId } = event;
  if (!change(tables, event, 'open_exceptions = open_exceptions + 1')) return;
  tables.run(
    'INSERT OR IGNORE INTO visit_exceptions VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, NULL, NULL)',
    streamId,
    event.version,
    data.code,
    data.severity,
    data.otherVisitId,
    data.detail,
    event.occurredAt,
  );
};

const resolved = (tables: Tables, event: EventOf<'VisitExceptionResolved'>): void => {
  const { data, streamId, metadata } = event;
  if (!change(tables, event, 'open_exceptions = open_exceptions - 1')) return;
  tables.run(
    `UPDATE visit_exceptions SET resolved_at = ?, resolved_by = ?, resolved_by_office = ?, how = ?, reason = ?
     WHERE visit_id = ? AND code = ? AND other_visit_id IS ? AND how IS NULL`,
    event.occurredAt,
    metadata.actor.subject,
    metadata.actor.officeId,
    data.how,
    data.reason,
    streamId,
    data.code,
    data.otherVisitId,
  );
};

const cancelled = (tables: Tables, event: EventOf<'VisitCancelled'>): void => {
  const { reason, byOfficeId, noticeMinutes, percentOfFee, note, fee } = event.data;
  const row: CancellationRow = {
    visitId: event.streamId,
    reason,
    byOfficeId,
    at: event.occurredAt,
    noticeMinutes,
    percentOfFee,
    sealedNote: note,
  };
  change(
    tables,
    event,
    "status = 'CANCELLED', cancellation = ?, fee = ?, fee_for_good = 1, priced_by = ?",
    JSON.stringify(row),
    JSON.stringify(fee),
    event.id,
  );
};

/** Visits as they are now, their records of every version, their exceptions. */
export const visits: Projection = {
  name: 'visits',
  version: 1,
  schema: SCHEMA,
  handlers: (tables) => ({
    VisitScheduled: (event) => scheduled(tables, event),
    VisitReleased: (event) => void change(tables, event, "status = 'RELEASED'"),
    CaregiverAssigned: (event) => void change(tables, event, 'caregiver_id = ?', event.data.caregiverId),
    VisitStarted: (event) =>
      void change(
        tables,
        event,
        "status = CASE status WHEN 'SCHEDULED' THEN 'IN_PROGRESS' ELSE status END, punch_start = ?, start_meters = ?",
        event.data.at,
        event.data.metersFromHome,
      ),
    VisitEnded: (event) =>
      void change(
        tables,
        event,
        "status = CASE status WHEN 'SCHEDULED' THEN 'IN_PROGRESS' ELSE status END, punch_end = ?, end_meters = ?",
        event.data.at,
        event.data.metersFromHome,
      ),
    VisitRecorded: (event) => recorded(tables, event),
    VisitRecordAmended: (event) => amended(tables, event),
    VisitExceptionRaised: (event) => raised(tables, event),
    VisitExceptionResolved: (event) => resolved(tables, event),
    VisitVerified: (event) =>
      void change(
        tables,
        event,
        "status = 'VERIFIED', fee = ?, fee_for_good = 1, priced_by = ?",
        JSON.stringify(event.data.fee),
        event.id,
      ),
    VisitRecordReturned: (event) => void change(tables, event, "status = 'RETURNED', fee_for_good = 0"),
    VisitMissed: (event) => void change(tables, event, "status = 'MISSED', fee_for_good = 1, priced_by = ?", event.id),
    VisitCancelled: (event) => cancelled(tables, event),
    // SETTLED is not an event: the last pricing event is in a non-void line (rule 31).
    StatementLinesListed: (event) => {
      for (const { visitId, pricedBy } of event.data.lines) {
        if (visitId === null || pricedBy === null) continue;
        tables.run(
          `UPDATE visits SET statement_id = ?, status = CASE status WHEN 'VERIFIED' THEN 'SETTLED' ELSE status END,
          changed_at = ?
           WHERE id = ? AND priced_by = ?`,
          event.data.statementId,
          event.recordedAt,
          visitId,
          pricedBy,
        );
      }
    },
  }),
};

// Queries

const SELECT = `SELECT id, delegation_id AS delegationId, network_id AS networkId, client_id AS clientId,
  partner_office_id AS partnerOfficeId, assist_office_id AS assistOfficeId, caregiver_id AS caregiverId,
  ${planColumns.selected}, status, record_version AS recordVersion, scheduled_position AS scheduledPosition, fee,
  fee_for_good AS feeForGood FROM visits`;
type Raw = Omit<VisitRow, keyof VisitPlan | 'fee' | 'feeForGood'> & { fee: string; feeForGood: number };
const visitOf = ({ fee, ...raw }: Raw): VisitRow => ({
  ...raw,
  ...planColumns.read(raw),
  fee: { ...JSON.parse(fee), ...(costsNothing(raw.status) ? { feeYen: 0 } : {}) },
  feeForGood: raw.feeForGood === 1,
});

export const visitsById = (readModel: ReadModel, ids: readonly Uuid[]): VisitRow[] =>
  readModel.all<Raw>(`${SELECT} WHERE id IN (${placeholders(ids)})`, ...ids).map(visitOf);

/** The record in force; null before there is one. */
export const recordOf = (readModel: ReadModel, visitId: Uuid): VisitRecordRow | null => {
  const raw = readModel.get<Omit<VisitRecordRow, keyof RecordContent | 'enteredForCaregiver'> & { entered: number }>(
    `SELECT record.*, start_meters AS startMeters, end_meters AS endMeters FROM (
       SELECT visit_id AS visitId, version, started_at AS startedAt, ended_at AS endedAt, start_method AS startMethod,
              end_method AS endMethod, adjusted_start AS adjustedStart, adjusted_end AS adjustedEnd,
              caregiver_id AS caregiverId, ${recordColumns.selected}, reason AS sealedReason,
              recorded_by AS recordedBySubject, recorded_by_office AS recordedByOfficeId, entered,
              recorded_at AS recordedAt FROM visit_records WHERE visit_id = ?
     ) AS record JOIN visits ON visits.id = record.visitId AND visits.record_version = record.version`,
    visitId,
  );
  if (!raw) return null;
  const { entered, ...rest } = raw;
  return { ...rest, ...recordColumns.read(raw), enteredForCaregiver: entered === 1 };
};

export const exceptionsOf = (readModel: ReadModel, visitId: Uuid): VisitExceptionRow[] =>
  readModel.all<VisitExceptionRow>(
    `SELECT visit_id AS visitId, code, severity, other_visit_id AS otherVisitId, detail AS sealedDetail,
    raised_at AS raisedAt, resolved_at AS resolvedAt,
            resolved_by AS resolvedBySubject, resolved_by_office AS resolvedByOfficeId, how, reason AS sealedReason
     FROM visit_exceptions WHERE visit_id = ? ORDER BY version`,
    visitId,
  );

export const cancellationOf = (readModel: ReadModel, visitId: Uuid): CancellationRow | null => {
  const row = readModel.get<{ cancellation: string | null }>('SELECT cancellation FROM visits WHERE id = ?', visitId);
  return row?.cancellation ? JSON.parse(row.cancellation) : null;
};

/** Whether the visit is in a statement as it was priced last. */
export const isSettled = (readModel: Pick<ReadModel, 'get'>, visitId: Uuid): boolean =>
  readModel.get<{ status: string }>('SELECT status FROM visits WHERE id = ?', visitId)?.status === 'SETTLED';

/** Whole minutes between two instants of a line. */
export const wholeMinutes = (start: Instant, end: Instant): number => Math.floor(minutesBetween(start, end));
