import type { Day, Instant, Month } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { ServiceKind, Yen } from '../domain/vocabulary.ts';
import type { Recorded } from '../store/codec.ts';
import type { Handlers, Projection, Tables } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import { costsNothing, type VisitStatus, wholeMinutes } from './visits.ts';

/** A line of the visit ledger (訪問台帳): one delegated visit as it stood from `validFrom` on. */
export interface LedgerRow {
  readonly visitId: Uuid;
  readonly networkId: Uuid;
  readonly date: Day;
  readonly plannedStart: Instant;
  readonly plannedEnd: Instant;
  readonly actualStart: Instant | null;
  readonly actualEnd: Instant | null;
  readonly minutes: number;
  readonly service: ServiceKind;
  readonly serviceCode: string | null;
  readonly status: VisitStatus;
  readonly clientId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly assistOfficeId: Uuid;
  readonly caregiverId: Uuid | null;
  readonly caregiversRequired: number;
  readonly units: number | null;
  readonly feeYen: Yen;
  readonly openExceptions: number;
  readonly recordVersion: number;
  readonly statementId: Uuid | null;
  readonly changedAt: Instant;
}

const COLUMNS = [
  'visitId',
  'networkId',
  'month',
  'date',
  'plannedStart',
  'plannedEnd',
  'actualStart',
  'actualEnd',
  'minutes',
  'service',
  'serviceCode',
  'status',
  'clientId',
  'partnerOfficeId',
  'assistOfficeId',
  'caregiverId',
  'caregiversRequired',
  'units',
  'feeYen',
  'openExceptions',
  'recordVersion',
  'statementId',
] as const;
type Line = { readonly [Column in (typeof COLUMNS)[number]]: string | number | null };

const SCHEMA = `
CREATE TABLE ledger (
  ${COLUMNS.map(
    (column) =>
      `${column} ${
        ['minutes', 'caregiversRequired', 'units', 'feeYen', 'openExceptions', 'recordVersion'].includes(column)
          ? 'INTEGER'
          : 'TEXT'
      }`,
  ).join(', ')},
  position INTEGER NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, PRIMARY KEY (visitId, position)
) WITHOUT ROWID;
CREATE INDEX ledger_now ON ledger (networkId, month, plannedStart, visitId) WHERE valid_to IS NULL;
CREATE INDEX ledger_then ON ledger (networkId, month, valid_from);`;

/** The line as the visit stands now. */
const lineOf = (tables: Tables, visitId: Uuid): Line | undefined => {
  const visit = tables.get<Record<string, string | number | null>>('SELECT * FROM visits WHERE id = ?', visitId);
  if (!visit) return undefined;
  const fee = JSON.parse(String(visit.fee)) as { serviceCode: string | null; units: number | null; feeYen: number };
  const isMade = visit.made_start !== null && visit.made_end !== null;
  const ended = ['CANCELLED', 'RELEASED', 'MISSED'].includes(String(visit.status));
  return {
    visitId,
    networkId: visit.network_id ?? null,
    month: visit.month ?? null,
    date: visit.date ?? null,
    plannedStart: visit.planned_start ?? null,
    plannedEnd: visit.planned_end ?? null,
    actualStart: visit.made_start ?? visit.punch_start ?? null,
    actualEnd: visit.made_end ?? visit.punch_end ?? null,
    minutes: isMade ? wholeMinutes(String(visit.made_start), String(visit.made_end)) : (visit.minutes ?? null),
    service: visit.service ?? null,
    serviceCode: fee.serviceCode,
    status: visit.status ?? null,
    clientId: visit.client_id ?? null,
    partnerOfficeId: visit.partner_office_id ?? null,
    assistOfficeId: visit.assist_office_id ?? null,
    caregiverId: visit.caregiver_id ?? null,
    caregiversRequired: visit.caregivers_required ?? null,
    units: ended ? null : fee.units,
    // A cancelled one costs what its notice does.
    feeYen: costsNothing(String(visit.status)) ? 0 : fee.feeYen,
    openExceptions: visit.open_exceptions ?? null,
    recordVersion: visit.record_version ?? null,
    statementId: visit.statement_id ?? null,
  };
};

/** Ends the line that stood and writes the new one, where anything in it changed. */
const write = (tables: Tables, visitId: Uuid, event: Pick<Recorded, 'position' | 'recordedAt'>): void => {
  const line = lineOf(tables, visitId);
  const standing = tables.get<Line & { position: number }>(
    `SELECT ${COLUMNS.join(', ')}, position FROM ledger WHERE visitId = ? AND valid_to IS NULL`,
    visitId,
  );
  if (!line || (standing && standing.position >= event.position)) return;
  if (standing && COLUMNS.every((column) => standing[column] === line[column])) return;
  tables.run('UPDATE ledger SET valid_to = ? WHERE visitId = ? AND valid_to IS NULL', event.recordedAt, visitId);
  tables.run(
    `INSERT OR IGNORE INTO ledger (${COLUMNS.join(', ')}, position, valid_from,
    valid_to) VALUES (${COLUMNS.map(() => '?').join(', ')}, ?, ?, NULL)`,
    ...COLUMNS.map((column) => line[column]),
    event.position,
    event.recordedAt,
  );
};

/**
 * The visit ledger with the history of its lines, so that a `knownAt` gives the same answer for
 * ever. Comes after the visits.
 */
export const visitLedger: Projection = {
  name: 'visit-ledger',
  version: 1,
  schema: SCHEMA,
  handlers: (tables) => {
    const follow = (event: Recorded): void => write(tables, event.streamId, event);
    const types = [
      'VisitScheduled',
      'VisitReleased',
      'CaregiverAssigned',
      'VisitStarted',
      'VisitEnded',
      'VisitRecorded',
      'VisitRecordAmended',
      'VisitExceptionRaised',
      'VisitExceptionResolved',
      'VisitVerified',
      'VisitRecordReturned',
      'VisitMissed',
      'VisitCancelled',
    ];
    return {
      ...(Object.fromEntries(types.map((type) => [type, follow])) as Handlers),
      StatementLinesListed: (event) => {
        for (const { visitId } of event.data.lines) if (visitId !== null) write(tables, visitId, event);
      },
    };
  },
};

// Queries

export interface LedgerSelection {
  /** Null = all networks, then `ofOfficeIds` or `ofCaregiverIds` limits what is visible. */
  readonly networkId: Uuid | null;
  readonly month: Month | null;
  /** Lines in which one of these is partner or assist; null = all. */
  readonly ofOfficeIds: readonly Uuid[] | null;
  readonly ofCaregiverIds: readonly Uuid[] | null;
  readonly knownAt: Instant | null;
  readonly clientId: Uuid | null;
  readonly partnerOfficeId: Uuid | null;
  readonly assistOfficeId: Uuid | null;
  readonly caregiverId: Uuid | null;
  readonly service: readonly string[] | null;
  readonly status: readonly string[] | null;
  readonly withOpenExceptions: boolean | null;
  readonly withoutCaregiver: boolean | null;
  readonly from: Day | null;
  readonly to: Day | null;
}
export interface LedgerTotals {
  readonly visits: number;
  readonly minutes: number;
  readonly units: number;
  readonly feeYen: Yen;
}

const whereOf = (by: LedgerSelection): { where: string; values: (string | number | null)[] } => {
  const parts: string[] = [];
  const values: (string | number | null)[] = [];
  const add = (sql: string, ...given: (string | number | null)[]): void => {
    parts.push(sql);
    values.push(...given);
  };
  if (by.knownAt === null) add('valid_to IS NULL');
  else add('valid_from < ? AND (valid_to IS NULL OR valid_to >= ?)', by.knownAt, by.knownAt);
  if (by.networkId !== null) add('networkId = ?', by.networkId);
  if (by.month !== null) add('month = ?', by.month);
  const json = (list: readonly string[]): string => JSON.stringify(list);
  if (by.ofOfficeIds !== null || by.ofCaregiverIds !== null) {
    add(
      `(partnerOfficeId IN (SELECT value FROM json_each(?)) OR assistOfficeId IN (SELECT value FROM json_each(?))
       OR caregiverId IN (SELECT value FROM json_each(?)))`,
      json(by.ofOfficeIds ?? []),
      json(by.ofOfficeIds ?? []),
      json(by.ofCaregiverIds ?? []),
    );
  }
  if (by.clientId !== null) add('clientId = ?', by.clientId);
  if (by.partnerOfficeId !== null) add('partnerOfficeId = ?', by.partnerOfficeId);
  if (by.assistOfficeId !== null) add('assistOfficeId = ?', by.assistOfficeId);
  if (by.caregiverId !== null) add('caregiverId = ?', by.caregiverId);
  if (by.service !== null) add('service IN (SELECT value FROM json_each(?))', json(by.service));
  if (by.status !== null) add('status IN (SELECT value FROM json_each(?))', json(by.status));
  if (by.withOpenExceptions !== null) add(by.withOpenExceptions ? 'openExceptions > 0' : 'openExceptions = 0');
  if (by.withoutCaregiver !== null)
    add(
      by.withoutCaregiver
        ? "status = 'SCHEDULED' AND caregiverId IS NULL"
        : "NOT (status = 'SCHEDULED' AND caregiverId IS NULL)",
    );
  if (by.from !== null) add('date >= ?', by.from);
  if (by.to !== null) add('date <= ?', by.to);
  return { where: parts.join(' AND '), values };
};

/**
 * Lines in the order of planned start, then visit id, after a key; and the totals over all that the
 * selection holds.
 */
export const ledgerBy = (
  readModel: ReadModel,
  by: LedgerSelection,
  page: { after: readonly (string | number)[] | null; limit: number },
): { rows: LedgerRow[]; totals: LedgerTotals } => {
  const { where, values } = whereOf(by);
  const [start, visitId] = page.after ?? [null, null];
  const rows = readModel.all<LedgerRow>(
    `SELECT ${COLUMNS.join(', ')}, valid_from AS changedAt FROM ledger WHERE ${where}
     ${page.after ? 'AND (plannedStart, visitId) > (?, ?)' : ''} ORDER BY plannedStart, visitId LIMIT ?`,
    ...values,
    ...(page.after ? [start ?? null, visitId ?? null] : []),
    page.limit,
  );
  const totals = readModel.get<LedgerTotals>(
    `SELECT count(*) AS visits, coalesce(sum(minutes), 0) AS minutes, coalesce(sum(units), 0) AS units,
    coalesce(sum(feeYen), 0) AS feeYen
     FROM ledger WHERE ${where}`,
    ...values,
  );
  return { rows, totals: totals ?? { visits: 0, minutes: 0, units: 0, feeYen: 0 } };
};

/**
 * The line of one visit as it was after the event at a position; null where the event changed none.
 */
export const ledgerLineAt = (readModel: ReadModel, visitId: Uuid, position: number): LedgerRow | null =>
  readModel.get<LedgerRow>(
    `SELECT ${COLUMNS.join(', ')}, valid_from AS changedAt FROM ledger WHERE visitId = ? AND position = ?`,
    visitId,
    position,
  ) ?? null;
