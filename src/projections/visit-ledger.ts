import { addMonths, type Day, type Instant, type Month, monthOfDay } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { Yen } from '../domain/vocabulary.ts';
import type { Recorded } from '../store/codec.ts';
import type { Batch } from './batch.ts';
import type { ReadModel } from './read-model.ts';
import type { Reading } from './rows.ts';
import { columnName, integer, type SqlValue, selectionOf, table, text } from './table.ts';
import { lineColumns, type VisitLine, type VisitRow, visitTable } from './visit-table.ts';

/** A line of the visit ledger (訪問台帳) as it stood from `changedAt` on. */
export interface LedgerRow extends VisitLine {
  readonly visitId: Uuid;
  readonly changedAt: Instant;
}

/** A line that stood until another took its place. */
interface PastLine extends LedgerRow {
  /** Of the event that made it. */
  readonly position: number;
  readonly until: Instant;
}
const pastLineTable = table<PastLine>(
  'past_lines',
  { visitId: text(), ...lineColumns, changedAt: text(), position: integer, until: text() },
  ['networkId', 'month', 'plannedStart', 'visitId', 'position'],
  {},
  { isClustered: true },
);

/** What the lines of a month come to, for each pair and status. */
interface LedgerSum {
  readonly networkId: Uuid;
  readonly month: Month;
  readonly partnerOfficeId: Uuid;
  readonly assistOfficeId: Uuid;
  readonly status: string;
  readonly visits: number;
  readonly minutes: number;
  readonly units: number;
  readonly feeYen: Yen;
}
const sumTable = table<LedgerSum>(
  'ledger_sums',
  {
    networkId: text(),
    month: text(),
    partnerOfficeId: text(),
    assistOfficeId: text(),
    status: text(),
    visits: integer,
    minutes: integer,
    units: integer,
    feeYen: integer,
  },
  ['networkId', 'month', 'partnerOfficeId', 'assistOfficeId', 'status'],
);

export const ledgerTables = [pastLineTable, sumTable];

const FIELDS = Object.keys(lineColumns) as (keyof VisitLine)[];
const isSameLine = (a: VisitLine, b: VisitLine): boolean => FIELDS.every((field) => a[field] === b[field]);

/**
 * Where anything in the line changes: keeps the one that stood, so that a `knownAt` gives the same
 * answer for ever, takes the sums along, and notes in the row since when the line is as it is now.
 */
export const keepLine = (batch: Batch, event: Recorded, before: VisitRow | undefined, after: VisitRow): void => {
  if (before && isSameLine(before, after)) return;
  if (before) {
    const { id: visitId, lineSince: changedAt, linePosition: position } = before;
    batch.rows(pastLineTable).change(undefined, { ...before, visitId, changedAt, position, until: event.recordedAt });
    addToSum(batch, before, -1);
  }
  addToSum(batch, after, 1);
  after.lineSince = event.recordedAt;
  after.linePosition = event.position;
};

const addToSum = (batch: Batch, line: VisitLine, sign: 1 | -1): void => {
  const { networkId, month, partnerOfficeId, assistOfficeId, status } = line;
  const rows = batch.rows(sumTable);
  const before = rows.get(networkId, month, partnerOfficeId, assistOfficeId, status);
  rows.put({
    networkId,
    month,
    partnerOfficeId,
    assistOfficeId,
    status,
    visits: (before?.visits ?? 0) + sign,
    minutes: (before?.minutes ?? 0) + sign * line.minutes,
    units: (before?.units ?? 0) + sign * (line.units ?? 0),
    feeYen: (before?.feeYen ?? 0) + sign * line.feeYen,
  });
};

// Queries

export interface LedgerSelection {
  /** Null = all networks, then `ofOfficeIds` or `ofCaregiverIds` limits what is visible. */
  readonly networkId: Uuid;
  readonly month: Month;
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

const lineSelection = selectionOf<LedgerRow>({ visitId: text(), ...lineColumns, changedAt: text() });
const LINE = Object.keys(lineColumns).map(columnName).join(', ');

/** The lines of now, and all as they were known before `?16`. */
const NOW = `SELECT id AS visit_id, ${LINE}, line_since AS changed_at FROM visits`;
const THEN = `SELECT visit_id, ${LINE}, changed_at FROM past_lines`;
const AS_KNOWN = `SELECT * FROM (
  ${NOW} WHERE network_id = ?1 AND month = ?2 AND line_since < ?16
  UNION ALL ${THEN} WHERE network_id = ?1 AND month = ?2 AND changed_at < ?16 AND until >= ?16)`;

/** What a selection asks of a line, wherever it is looked for. */
const FILTERS = `network_id = ?1 AND month = ?2
  AND (?3 = 1 OR partner_office_id IN (SELECT value FROM json_each(?4))
    OR assist_office_id IN (SELECT value FROM json_each(?4)) OR caregiver_id IN (SELECT value FROM json_each(?5)))
  AND (?6 IS NULL OR client_id = ?6) AND (?7 IS NULL OR partner_office_id = ?7)
  AND (?8 IS NULL OR assist_office_id = ?8) AND (?9 IS NULL OR caregiver_id = ?9)
  AND (?10 IS NULL OR service IN (SELECT value FROM json_each(?10)))
  AND (?11 IS NULL OR status IN (SELECT value FROM json_each(?11)))
  AND (?12 IS NULL OR (open_exceptions > 0) = ?12)
  AND (?13 IS NULL OR (status = 'SCHEDULED' AND caregiver_id IS NULL) = ?13)
  AND (?14 IS NULL OR date >= ?14) AND (?15 IS NULL OR date <= ?15)`;

const flag = (value: boolean | null): number | null => (value === null ? null : Number(value));
const list = (values: readonly string[] | null): string | null => values && JSON.stringify(values);

const filterValues = (by: LedgerSelection): SqlValue[] => [
  by.networkId,
  by.month,
  Number(by.ofOfficeIds === null && by.ofCaregiverIds === null),
  list(by.ofOfficeIds ?? []),
  list(by.ofCaregiverIds ?? []),
  by.clientId,
  by.partnerOfficeId,
  by.assistOfficeId,
  by.caregiverId,
  list(by.service),
  list(by.status),
  flag(by.withOpenExceptions),
  flag(by.withoutCaregiver),
  by.from,
  by.to,
];

/** Where lines are looked for: one index each, no line in two of them. */
interface Path {
  readonly index: string;
  readonly column: string;
  readonly value: SqlValue;
  /** Lines of this office as partner are found on another path. */
  readonly notOfPartner: Uuid | null;
}
const path = (index: string, column: string, value: SqlValue, notOfPartner: Uuid | null = null): Path => {
  return { index, column, value, notOfPartner };
};

const pathsTo = (by: LedgerSelection): Path[] => {
  if (by.clientId !== null) return [path('visits_by_client', 'client_id', by.clientId)];
  if (by.caregiverId !== null) return [path('visits_by_caregiver', 'caregiver_id', by.caregiverId)];
  if (by.partnerOfficeId !== null) return [path('visits_by_partner', 'partner_office_id', by.partnerOfficeId)];
  if (by.assistOfficeId !== null) return [path('visits_by_assist', 'assist_office_id', by.assistOfficeId)];
  if (by.ofOfficeIds === null && by.ofCaregiverIds === null)
    return [path('visits_by_network', 'network_id', by.networkId)];
  return [
    ...(by.ofOfficeIds ?? []).flatMap((id) => [
      path('visits_by_partner', 'partner_office_id', id),
      path('visits_by_assist', 'assist_office_id', id, id),
    ]),
    ...(by.ofCaregiverIds ?? []).map((id) => path('visits_by_caregiver', 'caregiver_id', id)),
  ];
};

/** The lines of a path: its value is `?16`, the partner office of another path `?17`. */
const along = ({ index, column }: Path): string =>
  `visits INDEXED BY ${index} WHERE ${column} = ?16 AND ${FILTERS} AND (?17 IS NULL OR partner_office_id <> ?17)`;

/** Lines in the order of planned start, then visit id, after a key; at most `limit`. */
export const ledgerBy = (
  readModel: ReadModel,
  by: LedgerSelection,
  page: { after: readonly (string | number)[] | null; limit: number },
): LedgerRow[] => {
  const [start = '', visitId = ''] = page.after ?? [];
  const values = filterValues(by);
  if (by.knownAt !== null) {
    const sql = `${AS_KNOWN} WHERE ${FILTERS} AND (planned_start, visit_id) > (?17, ?18)
      ORDER BY planned_start, visit_id LIMIT ?19`;
    return readModel.all(sql, ...values, by.knownAt, start, visitId, page.limit).map(lineSelection.read);
  }
  const found = pathsTo(by).map((each) => {
    const sql = `SELECT id, ${LINE}, line_since FROM ${along(each)} AND (planned_start, id) > (?18, ?19)
      ORDER BY planned_start, id LIMIT ?20`;
    const rows = readModel.all(sql, ...values, each.value, each.notOfPartner, start, visitId, page.limit);
    return rows.map(lineSelection.read);
  });
  return found.length === 1 ? (found[0] ?? []) : found.flat().sort(byStart).slice(0, page.limit);
};

const byStart = (a: LedgerRow, b: LedgerRow): number =>
  a.plannedStart === b.plannedStart ? (a.visitId < b.visitId ? -1 : 1) : a.plannedStart < b.plannedStart ? -1 : 1;

const TOTALS = 'count(*), coalesce(sum(minutes), 0), coalesce(sum(units), 0), coalesce(sum(fee_yen), 0)';

/**
 * Over all lines of the selection: from the sums that are kept where it asks for offices and status
 * alone, else by counting the lines of the month.
 */
export const ledgerTotals = (readModel: ReadModel, by: LedgerSelection): LedgerTotals => {
  if (isSummed(by)) return totalsOf(sumsOf(readModel, by));
  const values = filterValues(by);
  const rows =
    by.knownAt === null
      ? pathsTo(by).map((each) =>
          readModel.first(`SELECT ${TOTALS} FROM ${along(each)}`, ...values, each.value, each.notOfPartner),
        )
      : [readModel.first(`SELECT ${TOTALS} FROM (${AS_KNOWN} WHERE ${FILTERS})`, ...values, by.knownAt)];
  return totalsOf(
    rows.map((row) => {
      const [visits = 0, minutes = 0, units = 0, feeYen = 0] = row?.map(Number) ?? [];
      return { visits, minutes, units, feeYen };
    }),
  );
};

const isSummed = (by: LedgerSelection): boolean =>
  (by.ofCaregiverIds ?? []).length === 0 &&
  [
    by.knownAt,
    by.clientId,
    by.caregiverId,
    by.service,
    by.withOpenExceptions,
    by.withoutCaregiver,
    by.from,
    by.to,
  ].every((filter) => filter === null);

const sumsOf = (reading: Reading, by: LedgerSelection): LedgerSum[] =>
  reading
    .rows(sumTable)
    .find('key', [by.networkId, by.month])
    .filter(
      ({ partnerOfficeId, assistOfficeId, status }) =>
        (by.ofOfficeIds?.some((id) => id === partnerOfficeId || id === assistOfficeId) ?? true) &&
        (by.partnerOfficeId ?? partnerOfficeId) === partnerOfficeId &&
        (by.assistOfficeId ?? assistOfficeId) === assistOfficeId &&
        (by.status?.includes(status) ?? true),
    );

const totalsOf = (sums: readonly LedgerTotals[]): LedgerTotals =>
  sums.reduce(
    (all, { visits, minutes, units, feeYen }) => ({
      visits: all.visits + visits,
      minutes: all.minutes + minutes,
      units: all.units + units,
      feeYen: all.feeYen + feeYen,
    }),
    { visits: 0, minutes: 0, units: 0, feeYen: 0 },
  );

/**
 * The line of one visit as it was after the event at a position; null where the event changed none.
 */
export const ledgerLineAt = (reading: Reading, visitId: Uuid, position: number): LedgerRow | null => {
  const now = reading.rows(visitTable).get(visitId);
  if (now?.linePosition === position) return { ...now, visitId, changedAt: now.lineSince };
  if (!now) return null;
  const { networkId, month, plannedStart } = now;
  return reading.rows(pastLineTable).get(networkId, month, plannedStart, visitId, position) ?? null;
};

/**
 * Visits of a pair up to a month's end of which something is still to be settled (rules 31, 33).
 */
export const unsettledVisitsOfPair = (
  readModel: ReadModel,
  pair: { networkId: Uuid; partnerOfficeId: Uuid; assistOfficeId: Uuid },
  month: Month,
): { id: Uuid; status: string; openExceptions: number; changedAt: Instant }[] =>
  readModel
    .all(
      `SELECT id, status, open_exceptions, changed_at FROM visits INDEXED BY visits_to_settle
       WHERE to_settle = 1 AND partner_office_id = ? AND assist_office_id = ? AND network_id = ? AND month < ?
       ORDER BY planned_start, id`,
      pair.partnerOfficeId,
      pair.assistOfficeId,
      pair.networkId,
      addMonths(month, 1),
    )
    .map(([id, status, openExceptions, changedAt]) => ({
      id: String(id),
      status: String(status),
      openExceptions: Number(openExceptions),
      changedAt: String(changedAt),
    }));

/**
 * Between whom and for whom visits were made that were planned for a span of days, both inclusive.
 */
export interface VisitsMade {
  readonly networkId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly assistOfficeId: Uuid;
  readonly caregiverId: Uuid;
  readonly clientId: Uuid;
}
const madeSelection = selectionOf<VisitsMade>({
  networkId: text(),
  partnerOfficeId: text(),
  assistOfficeId: text(),
  caregiverId: text(),
  clientId: text(),
});
export const visitsMadeBetween = (
  readModel: ReadModel,
  networkIds: readonly Uuid[],
  from: Day,
  to: Day,
): VisitsMade[] =>
  readModel
    .all(
      `SELECT DISTINCT ${madeSelection.selected} FROM visits INDEXED BY visits_by_network
       WHERE network_id IN (SELECT value FROM json_each(?)) AND month BETWEEN ? AND ? AND date BETWEEN ? AND ?
       AND made_start IS NOT NULL ORDER BY caregiver_id, client_id`,
      JSON.stringify(networkIds),
      monthOfDay(from),
      monthOfDay(to),
      from,
      to,
    )
    .map(madeSelection.read);
