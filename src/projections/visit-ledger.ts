import {
  addMonths,
  type Day,
  endOfDay,
  firstDayOf,
  type Instant,
  type Month,
  monthOf,
  startOfDay,
} from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { HoldCode } from '../domain/settlement/holds.ts';
import type { KnownVisit } from '../domain/visit/state.ts';
import type { Yen } from '../domain/vocabulary.ts';
import type { Recorded } from '../store/codec.ts';
import { limitedTo } from '../store/limited.ts';
import type { Batch } from './batch.ts';
import { saidNumber } from './numbers.ts';
import type { ReadModel } from './read-model.ts';
import { type Reading, selectFrom } from './rows.ts';
import {
  columnName,
  integer,
  optional,
  type SqlRow,
  type SqlValue,
  sameIn,
  selectionOf,
  table,
  text,
} from './table.ts';
import { lineColumns, type VisitLine, type VisitRow, type VisitStatus, visitTable } from './visit-table.ts';

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
  readonly status: VisitStatus;
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
    status: text<VisitStatus>(),
    visits: integer,
    minutes: integer,
    units: integer,
    feeYen: integer,
  },
  ['networkId', 'month', 'partnerOfficeId', 'assistOfficeId', 'status'],
);

export const ledgerTables = [pastLineTable, sumTable];

const isSameLine = sameIn(Object.keys(lineColumns) as (keyof VisitLine)[]);
const isSameInSums = sameIn<keyof VisitLine>([
  'networkId',
  'month',
  'partnerOfficeId',
  'assistOfficeId',
  'status',
  'minutes',
  'units',
  'feeYen',
]);

/**
 * Where anything in the line changes: keeps the one that stood, so that a `knownAt` gives the same
 * answer for ever, takes the sums along, and notes in the row since when the line is as it is now.
 */
export const keepLine = (batch: Batch, event: Recorded, before: VisitRow | undefined, after: VisitRow): void => {
  if (before && isSameLine(before, after)) return;
  if (before) {
    const { id: visitId, lineSince: changedAt, linePosition: position } = before;
    batch.rows(pastLineTable).write({ ...before, visitId, changedAt, position, until: event.recordedAt });
  }
  if (!before || !isSameInSums(before, after)) {
    if (before) addToSum(batch, before, -1);
    addToSum(batch, after, 1);
  }
  after.lineSince = event.recordedAt;
  after.linePosition = event.position;
};

const addToSum = (batch: Batch, line: VisitLine, sign: 1 | -1): void => {
  const { networkId, month, partnerOfficeId, assistOfficeId, status } = line;
  const rows = batch.rows(sumTable);
  const before = rows.get(networkId, month, partnerOfficeId, assistOfficeId, status);
  rows.change(before, {
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
  readonly networkId: Uuid | null;
  /** Null = the days from `from` to `to`, whatever the month. */
  readonly month: Month | null;
  /** Lines in which one of these is partner or assist; null = all. */
  readonly ofOfficeIds: readonly Uuid[] | null;
  readonly ofCaregiverIds: readonly Uuid[] | null;
  readonly knownAt: Instant | null;
  /** As somebody says it, of the visit or of its delegation. */
  readonly number: string | null;
  readonly clientId: Uuid | null;
  readonly partnerOfficeId: Uuid | null;
  readonly assistOfficeId: Uuid | null;
  readonly caregiverId: Uuid | null;
  readonly service: readonly string[] | null;
  readonly status: readonly string[] | null;
  readonly withOpenExceptions: boolean | null;
  readonly withoutCaregiver: boolean | null;
  /** Stands, or has stood, in a statement. */
  readonly inStatement: boolean | null;
  readonly from: Day | null;
  readonly to: Day | null;
}
/** What lines of one status come to. */
export interface StatusTotals {
  readonly status: VisitStatus;
  readonly visits: number;
  readonly minutes: number;
  readonly units: number;
  readonly feeYen: Yen;
}
export interface LedgerTotals extends Omit<StatusTotals, 'status'> {
  /** Of recorded visits alone. */
  readonly minutesWorked: number;
  /** Those that there are, in the order of a visit's life. */
  readonly byStatus: readonly StatusTotals[];
}

const lineSelection = selectionOf<LedgerRow>({ visitId: text(), ...lineColumns, changedAt: text() });
const LINE = Object.keys(lineColumns).map(columnName).join(', ');

/** Conditions in SQL with their values, in the order of their `?`. */
interface Conditions {
  readonly sql: readonly string[];
  readonly values: readonly SqlValue[];
}
const condition = (sql: string, ...values: readonly SqlValue[]): Conditions => ({ sql: [sql], values });
const all = (...those: readonly (Conditions | null)[]): Conditions => {
  const given = those.filter((one) => one !== null);
  return { sql: given.flatMap(({ sql }) => sql), values: given.flatMap(({ values }) => values) };
};
/** Null where nothing is asked. */
const where = <Value>(asked: Value | null, make: (value: Value) => Conditions): Conditions | null =>
  asked === null ? null : make(asked);
const oneOf = (column: string, values: readonly string[]): Conditions =>
  condition(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(values));

/** What the viewer sees of the lines: all, an office's as partner or assist, a caregiver's own. */
const seen = ({ ofOfficeIds, ofCaregiverIds }: LedgerSelection): Conditions | null => {
  if (ofOfficeIds === null && ofCaregiverIds === null) return null;
  const offices = JSON.stringify(ofOfficeIds ?? []);
  const inList = '(SELECT value FROM json_each(?))';
  return condition(
    `(partner_office_id IN ${inList} OR assist_office_id IN ${inList} OR caregiver_id IN ${inList})`,
    offices,
    offices,
    JSON.stringify(ofCaregiverIds ?? []),
  );
};

/**
 * The same of lines of the past: who saw it then and sees its visit now, in the same role
 * (rules 19, 47). Whoever handed a visit back does not learn who took it, nor the next who had it.
 */
const seenThenAndNow = ({ ofOfficeIds, ofCaregiverIds }: LedgerSelection): Conditions | null => {
  if (ofOfficeIds === null && ofCaregiverIds === null) return null;
  const thenAndNow = (column: string): string => {
    const now = `(SELECT now.${column} FROM visits AS now WHERE now.id = visit_id)`;
    return `(${column} IN (SELECT value FROM json_each(?)) AND ${now} IN (SELECT value FROM json_each(?)))`;
  };
  const roles = ['partner_office_id', 'assist_office_id', 'caregiver_id'].map(thenAndNow);
  const [offices, caregivers] = [JSON.stringify(ofOfficeIds ?? []), JSON.stringify(ofCaregiverIds ?? [])];
  return condition(`(${roles.join(' OR ')})`, offices, offices, offices, offices, caregivers, caregivers);
};

/** The visit of that number, or all of the delegation. */
const isNumbered = (column: string, number: string): Conditions => {
  const said = saidNumber(number);
  return said !== null && said.visit === null
    ? condition(`${column} > ? AND ${column} < ?`, `${said.delegation}-`, `${said.delegation}.`)
    : condition(`${column} = ?`, said?.visit ?? number);
};

/** What a selection asks of a line, wherever it is looked for. */
const filtersOf = (by: LedgerSelection): Conditions =>
  all(
    where(by.networkId, (id) => condition('network_id = ?', id)),
    // Of an index that serves the order nothing is taken away for it.
    where(by.number, (number) => isNumbered('+number', number)),
    where(by.clientId, (id) => condition('client_id = ?', id)),
    where(by.partnerOfficeId, (id) => condition('partner_office_id = ?', id)),
    where(by.assistOfficeId, (id) => condition('assist_office_id = ?', id)),
    where(by.caregiverId, (id) => condition('caregiver_id = ?', id)),
    where(by.service, (services) => oneOf('service', services)),
    where(by.status, (statuses) => oneOf('status', statuses)),
    where(by.withOpenExceptions, (has) => condition('(open_exceptions > 0) = ?', Number(has))),
    where(by.withoutCaregiver, (is) => condition("(status = 'SCHEDULED' AND caregiver_id IS NULL) = ?", Number(is))),
    where(by.inStatement, (is) => condition('(statement_id IS NOT NULL) = ?', Number(is))),
    where(by.month, (month) => condition(IN_SPAN, ...spanOf(month))),
    where(by.from, (day) => condition('planned_start >= ?', startOfDay(day))),
    where(by.to, (day) => condition('planned_start < ?', endOfDay(day))),
  );

const IN_SPAN = 'planned_start >= ? AND planned_start < ?';
/** The starts that lie in a month (rule 6). */
const spanOf = (month: Month): readonly [Instant, Instant] => [
  startOfDay(firstDayOf(month)),
  startOfDay(firstDayOf(addMonths(month, 1))),
];

/** All lines of a month as they were known before an instant. */
const asKnown = ({ networkId, month }: LedgerSelection, knownAt: Instant) => ({
  sql: `(SELECT id AS visit_id, ${LINE}, line_since AS changed_at FROM visits
    WHERE network_id = ? AND ${IN_SPAN} AND line_since < ?
    UNION ALL SELECT visit_id, ${LINE}, changed_at FROM past_lines
    WHERE network_id = ? AND month = ? AND changed_at < ? AND until >= ?)`,
  values: [networkId, ...spanOf(month ?? ''), knownAt, networkId, month, knownAt, knownAt],
});

/** Where lines of now are looked for: one index each, no line in two of them. */
interface Path {
  readonly index: string;
  /** Not in the order of the index, and few: all are read and put in order. */
  readonly areFew?: true;
  readonly isOn: Conditions;
}
const path = (index: string, sql: string, ...values: readonly SqlValue[]): Path => {
  return { index, isOn: condition(sql, ...values) };
};

const pathsTo = (by: LedgerSelection): Path[] => {
  const visible = seen(by);
  const along = (index: string): Path => ({ index, isOn: visible ?? all() });
  if (by.number !== null && by.networkId !== null)
    return [{ index: 'visits_by_number', isOn: all(visible, isNumbered('number', by.number)), areFew: true }];
  if (by.clientId !== null) return [along('visits_by_client')];
  if (by.caregiverId !== null) return [along('visits_by_caregiver')];
  if (by.partnerOfficeId !== null) return [along('visits_by_partner')];
  if (by.assistOfficeId !== null) return [along('visits_by_assist')];
  if (visible === null) return [along('visits_by_network')];
  return [
    ...(by.ofOfficeIds ?? []).flatMap((id) => [
      path('visits_by_partner', 'partner_office_id = ?', id),
      path('visits_by_assist', 'assist_office_id = ? AND partner_office_id <> ?', id, id),
    ]),
    ...(by.ofCaregiverIds ?? []).map((id) => path('visits_by_caregiver', 'caregiver_id = ?', id)),
  ];
};

/** Lines in the order of planned start, then visit id, after a key; at most `limit`. */
export const ledgerBy = (
  readModel: ReadModel,
  by: LedgerSelection,
  page: { after: readonly (string | number)[] | null; limit: number },
): LedgerRow[] => {
  const after = (id: string): Conditions | null =>
    where(page.after, (key) => condition(`(planned_start, ${id}) > (?, ?)`, ...key));
  if (by.knownAt !== null) {
    const { sql, values } = asKnown(by, by.knownAt);
    const asked = all(filtersOf(by), seenThenAndNow(by), after('visit_id'));
    const query = `SELECT * FROM ${sql} WHERE ${asked.sql.join(' AND ')}
      ORDER BY planned_start, visit_id ${limitedTo()}`;
    return readModel.all(query, ...values, ...asked.values, page.limit).map(lineSelection.read);
  }
  let found: LedgerRow[] = [];
  for (const { index, isOn, areFew } of pathsTo(by)) {
    // Behind the last line of a full page no further path has anything to add.
    const last = found[page.limit - 1];
    const before = last ? condition('(planned_start, id) < (?, ?)', last.plannedStart, last.visitId) : null;
    const asked = all(isOn, filtersOf(by), after('id'), before);
    const query = `SELECT id, line_position FROM visits INDEXED BY ${index} WHERE ${asked.sql.join(' AND ')}
      ORDER BY planned_start, id`;
    const lines = (
      areFew
        ? readModel.all(query, ...asked.values)
        : readModel.all(`${query} ${limitedTo()}`, ...asked.values, page.limit)
    ).map((row) => lineNow(readModel, row));
    found = found.length === 0 ? lines : [...found, ...lines].sort(byStart);
    found = found.slice(0, page.limit);
  }
  return found;
};

/** So many lines are kept as they were read: a page's, for who looks at it again. */
const MOST_LINES_KEPT = 5_000;
const linesRead = new WeakMap<ReadModel, Map<string, { readonly position: number; readonly line: LedgerRow }>>();

/** A visit's line of now: as it was read before, while the event that made it is the same. */
const lineNow = (readModel: ReadModel, [visitId, linePosition]: SqlRow): LedgerRow => {
  let kept = linesRead.get(readModel);
  if (kept === undefined) {
    kept = new Map();
    linesRead.set(readModel, kept);
  }
  const [id, position] = [String(visitId), Number(linePosition)];
  const known = kept.get(id);
  if (known?.position === position) return known.line;
  const row = readModel.first(`SELECT id, ${LINE}, line_since FROM visits WHERE id = ?`, id);
  if (!row) throw new Error('a line that has just been found is gone');
  const line = lineSelection.read(row);
  if (kept.size >= MOST_LINES_KEPT) kept.clear();
  kept.set(id, { position, line });
  return line;
};

/** A line as it stood, of what a month's indicators look at; `until` null: it stands now. */
export type LineVersion = Pick<
  LedgerRow,
  | 'visitId'
  | 'clientId'
  | 'assistOfficeId'
  | 'caregiverId'
  | 'status'
  | 'minutes'
  | 'feeYen'
  | 'recordVersion'
  | 'openExceptions'
  | 'actualEnd'
> & { readonly since: Instant; readonly until: Instant | null };
const VERSION = `client_id, assist_office_id, caregiver_id, status, minutes, fee_yen, record_version,
  open_exceptions, actual_end`;
const versionSelection = selectionOf<LineVersion>({
  visitId: text(),
  clientId: text(),
  assistOfficeId: text(),
  caregiverId: optional(text()),
  status: text<VisitStatus>(),
  minutes: integer,
  feeYen: integer,
  recordVersion: integer,
  openExceptions: integer,
  actualEnd: optional(text()),
  since: text(),
  until: optional(text()),
});

/**
 * Every line of a month's visits that was known before an instant, null: now; by visit, the oldest
 * first.
 */
export const lineVersionsOf = (
  readModel: ReadModel,
  networkId: Uuid,
  month: Month,
  knownAt: Instant | null,
): LineVersion[] => {
  const before = knownAt ?? '9';
  const query = `SELECT ${versionSelection.selected} FROM (
    SELECT id AS visit_id, ${VERSION}, line_since AS since, NULL AS until, line_position AS position FROM visits
    WHERE network_id = ? AND ${IN_SPAN} AND line_since < ?
    UNION ALL SELECT visit_id, ${VERSION}, changed_at, until, position FROM past_lines
    WHERE network_id = ? AND month = ? AND changed_at < ?) ORDER BY visit_id, position`;
  return readModel.all(query, networkId, ...spanOf(month), before, networkId, month, before).map(versionSelection.read);
};

const byStart = (a: LedgerRow, b: LedgerRow): number =>
  a.plannedStart === b.plannedStart ? (a.visitId < b.visitId ? -1 : 1) : a.plannedStart < b.plannedStart ? -1 : 1;

const totalsSelection = selectionOf<StatusTotals>({
  status: text<VisitStatus>(),
  visits: integer,
  minutes: integer,
  units: integer,
  feeYen: integer,
});
const TOTALS = 'status, count(*), sum(minutes), coalesce(sum(units), 0), sum(fee_yen)';

/**
 * Over all lines of the selection: from the sums that are kept where it asks for offices and status
 * alone, else by counting the lines of the month.
 */
export const ledgerTotals = (readModel: ReadModel, by: LedgerSelection): LedgerTotals => {
  if (isSummed(by)) return totalsOf(sumsOf(readModel, by));
  return totalsOf(by.knownAt === null ? countedNow(readModel, by) : countedThen(readModel, by, by.knownAt));
};

const countedNow = (readModel: ReadModel, by: LedgerSelection): StatusTotals[] =>
  pathsTo(by).flatMap(({ index, isOn }) => {
    const { sql, values } = all(isOn, filtersOf(by));
    const query = `SELECT ${TOTALS} FROM visits INDEXED BY ${index} WHERE ${sql.join(' AND ')} GROUP BY status`;
    return readModel.all(query, ...values).map(totalsSelection.read);
  });

const countedThen = (readModel: ReadModel, by: LedgerSelection, knownAt: Instant): StatusTotals[] => {
  const lines = asKnown(by, knownAt);
  const { sql, values } = all(filtersOf(by), seenThenAndNow(by));
  const query = `SELECT ${TOTALS} FROM ${lines.sql} WHERE ${sql.join(' AND ')} GROUP BY status`;
  return readModel.all(query, ...lines.values, ...values).map(totalsSelection.read);
};

type Summed = LedgerSelection & { readonly networkId: Uuid; readonly month: Month };
const isSummed = (by: LedgerSelection): by is Summed =>
  by.networkId !== null &&
  by.month !== null &&
  (by.ofCaregiverIds ?? []).length === 0 &&
  [
    by.knownAt,
    by.number,
    by.clientId,
    by.caregiverId,
    by.service,
    by.withOpenExceptions,
    by.withoutCaregiver,
    by.inStatement,
    by.from,
    by.to,
  ].every((filter) => filter === null);

const sumsOf = (reading: Reading, by: Summed): LedgerSum[] =>
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

/** In the order of a visit's life. */
const STATUSES: readonly VisitStatus[] = [
  'SCHEDULED',
  'IN_PROGRESS',
  'RECORDED',
  'RETURNED',
  'VERIFIED',
  'SETTLED',
  'MISSED',
  'CANCELLED',
  'RELEASED',
];
/** With a record in force. */
const RECORDED: readonly VisitStatus[] = ['RECORDED', 'RETURNED', 'VERIFIED', 'SETTLED'];

const totalsOf = (sums: readonly StatusTotals[]): LedgerTotals => {
  const byStatus = STATUSES.map((status) => {
    const together = sumOf(sums.filter((one) => one.status === status));
    return { status, ...together };
  }).filter(({ visits }) => visits !== 0);
  const { minutes: minutesWorked } = sumOf(byStatus.filter(({ status }) => RECORDED.includes(status)));
  return { ...sumOf(byStatus), minutesWorked, byStatus };
};

const sumOf = (sums: readonly StatusTotals[]): Omit<StatusTotals, 'status'> =>
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
  const { networkId, plannedStart, state } = now;
  // It may have stood at another time then.
  const starts = [plannedStart, ...state.changes.earlier.map((earlier) => earlier.plannedStart)];
  const lines = starts.map((start) =>
    reading.rows(pastLineTable).get(networkId, monthOf(start), start, visitId, position),
  );
  return lines.find((line) => line !== undefined) ?? null;
};

/** A visit of a pair of which something is still to be settled. */
type UnsettledVisit = Pick<
  VisitRow,
  'id' | 'status' | 'month' | 'plannedStart' | 'holdCode' | 'holdOfficeId' | 'holdSince'
>;
const unsettledSelection = selectionOf<UnsettledVisit>({
  id: text(),
  month: text(),
  status: text<VisitStatus>(),
  plannedStart: text(),
  holdCode: optional(text<HoldCode>()),
  holdOfficeId: optional(text()),
  holdSince: optional(text()),
});

/**
 * Visits of a pair up to a month's end of which something is still to be settled, with what holds
 * them (rules 31, 33), as they are planned: all, or some after one.
 */
export const unsettledVisitsOfPair = (
  readModel: ReadModel,
  pair: { networkId: Uuid; partnerOfficeId: Uuid; assistOfficeId: Uuid },
  month: Month,
  page: { readonly after?: UnsettledVisit | undefined; readonly limit: number } = { limit: -1 },
): UnsettledVisit[] =>
  readModel
    .all(
      `SELECT ${unsettledSelection.selected} FROM visits INDEXED BY visits_to_settle
       WHERE to_settle = 1 AND partner_office_id = ? AND assist_office_id = ? AND network_id = ? AND month < ?
         AND (month, planned_start, id) > (?, ?, ?)
       ORDER BY month, planned_start, id ${limitedTo()}`,
      pair.partnerOfficeId,
      pair.assistOfficeId,
      pair.networkId,
      addMonths(month, 1),
      page.after?.month ?? '',
      page.after?.plannedStart ?? '',
      page.after?.id ?? '',
      page.limit,
    )
    .map(unsettledSelection.read);

/** A client's visits of a month that are verified or settled, of one partner office. */
export const verifiedOfClient = (
  reading: Reading,
  clientId: Uuid,
  partnerOfficeId: Uuid,
  month: Month,
): readonly (KnownVisit['plan'] & { readonly visitId: Uuid })[] => {
  const [from, to] = spanOf(month);
  return reading
    .rows(visitTable)
    .find('byClient', [clientId], { from, to })
    .filter((row) => row.partnerOfficeId === partnerOfficeId && (row.status === 'VERIFIED' || row.status === 'SETTLED'))
    .map(({ id, state }) => ({ ...state.plan, visitId: id }));
};

/** So many records before a visit are handed over (contract, Visit.handover). */
const HANDED_OVER = 3;

/**
 * The visits of the same client that were made last before one begins by its plan, whoever made
 * them, newest first; at most three.
 */
export const lastRecordsBefore = (
  readModel: ReadModel,
  { id, clientId, plannedStart }: Pick<VisitRow, 'id' | 'clientId' | 'plannedStart'>,
): VisitRow[] =>
  readModel
    .all(
      selectFrom(
        visitTable,
        `INDEXED BY visits_made_of_client WHERE client_id = ? AND made_start IS NOT NULL AND made_start < ? AND id <> ?
         AND status IN ('RECORDED', 'RETURNED', 'VERIFIED', 'SETTLED') ORDER BY made_start DESC LIMIT ${HANDED_OVER}`,
      ),
      clientId,
      plannedStart,
      id,
    )
    .map(visitTable.read);

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
       WHERE network_id IN (SELECT value FROM json_each(?)) AND planned_start >= ? AND planned_start < ?
       AND made_start IS NOT NULL ORDER BY caregiver_id, client_id`,
      JSON.stringify(networkIds),
      startOfDay(from),
      endOfDay(to),
    )
    .map(madeSelection.read);
