import { type Day, daysBetween, type Instant, lastDayOf, type Month } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { StatementLine, TaxSubtotal } from '../domain/settlement/events.ts';
import type { Yen } from '../domain/vocabulary.ts';
import type { Recorded } from '../store/codec.ts';
import { limitedTo } from '../store/limited.ts';
import { PROCESS_ACTOR } from '../store/metadata.ts';
import type { Batch } from './batch.ts';
import { disputes } from './dispute-table.ts';
import { type HistoryRow, historyRow } from './history.ts';
import { numberForm } from './numbers.ts';
import { type PairFilter, type PairSides, pairsOf } from './pairs.ts';
import type { Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import { type Reading, rowsOfIds, selectFrom } from './rows.ts';
import { boolean, integer, json, optional, type SqlValue, table, text } from './table.ts';
import { keepLastClosed, keepTasksOfStatement } from './tasks.ts';

const STATUSES = [
  'ISSUED',
  'DISPUTED',
  'CONFIRMED',
  'APPROVED',
  'INSTRUCTED',
  'PAID',
  'PAYMENT_FAILED',
  'VOIDED',
] as const;
export type StatementStatus = (typeof STATUSES)[number];
export interface StatementRow {
  readonly id: Uuid;
  readonly settlementId: Uuid;
  readonly number: string;
  readonly networkId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly assistOfficeId: Uuid;
  readonly month: Month;
  readonly status: StatementStatus;
  readonly lineCount: number;
  readonly taxSubtotals: readonly TaxSubtotal[];
  readonly totalYen: Yen;
  readonly issuedAt: Instant;
  readonly issuedOn: Day;
  readonly issuedBySubject: string;
  /** As in the domain: its issue, or the last answer to a dispute (rule 35). */
  readonly shownSince: Day;
  readonly answeredAt: Instant | null;
  readonly openDisputes: number;
  readonly confirmBy: Day | null;
  readonly confirmedAt: Instant | null;
  readonly deemed: boolean;
  readonly dueOn: Day;
  readonly payeeInvoiceNumber: string | null;
  readonly deductiblePercent: number;
  readonly contentHash: string;
  readonly approvedBySubject: string | null;
  readonly approvedAt: Instant | null;
  /** Of the payee's account that was approved; null: it had none. */
  readonly accountDigest: string | null;
  /** The file that it was put into last, and its day. */
  readonly bankFileId: Uuid | null;
  readonly transferDate: Day | null;
  readonly paidOn: Day | null;
  readonly paidYen: Yen | null;
  readonly sealedPaymentReference: string | null;
  /**
   * While it stands PAYMENT_FAILED. Partner office's key, stream of the settlement, path `reason`.
   */
  readonly sealedFailedReason: string | null;
  readonly failedAt: Instant | null;
  /** Then: somebody recorded that the bank returned it; else a process, of what missed its file. */
  readonly cameBack: boolean;
  /** The voided one of the same pair and month that it stands for, and the other way round. */
  readonly replaces: Uuid | null;
  readonly replacedBy: Uuid | null;
  readonly sealedVoidReason: string | null;
  /** Its own events: a settlement's stream holds those of every month. */
  readonly history: readonly HistoryRow[];
}
/** Approved, and in no file, or come back from one. */
const isToPay = (status: StatementStatus): boolean => status === 'APPROVED' || status === 'PAYMENT_FAILED';
export type StatementLineRow = StatementLine & { readonly index: number };

export const statements = table<StatementRow, 'network' | 'partner' | 'assist' | 'approved' | 'file'>(
  'statements',
  {
    id: text(),
    settlementId: text(),
    number: text(),
    networkId: text(),
    partnerOfficeId: text(),
    assistOfficeId: text(),
    month: text(),
    status: text(),
    lineCount: integer,
    taxSubtotals: json(),
    totalYen: integer,
    issuedAt: text(),
    issuedOn: text(),
    issuedBySubject: text(),
    shownSince: text(),
    answeredAt: optional(text()),
    openDisputes: integer,
    confirmBy: optional(text()),
    confirmedAt: optional(text()),
    deemed: boolean,
    dueOn: text(),
    payeeInvoiceNumber: optional(text()),
    deductiblePercent: integer,
    contentHash: text(),
    approvedBySubject: optional(text()),
    approvedAt: optional(text()),
    accountDigest: optional(text()),
    bankFileId: optional(text()),
    transferDate: optional(text()),
    paidOn: optional(text()),
    paidYen: optional(integer),
    sealedPaymentReference: optional(text()),
    sealedFailedReason: optional(text()),
    failedAt: optional(text()),
    cameBack: boolean,
    replaces: optional(text()),
    replacedBy: optional(text()),
    sealedVoidReason: optional(text()),
    history: json(),
  },
  ['id'],
  {
    // Statements of a status are looked for without reading the others.
    network: { columns: ['networkId', 'month', 'number', 'status'], descending: ['month'] },
    partner: { columns: ['networkId', 'partnerOfficeId', 'month', 'number'], descending: ['month'] },
    assist: { columns: ['networkId', 'assistOfficeId', 'month', 'number'], descending: ['month'] },
    // Those that wait to be paid: few, however many there were.
    approved: {
      columns: ['assistOfficeId'],
      where: { sql: "status IN ('APPROVED', 'PAYMENT_FAILED')", holds: ({ status }) => isToPay(status) },
    },
    file: {
      columns: ['bankFileId'],
      where: { sql: 'bank_file_id IS NOT NULL', holds: ({ bankFileId }) => bankFileId !== null },
    },
  },
);

interface StoredLine {
  readonly statementId: Uuid;
  readonly lineIndex: number;
  readonly lineId: Uuid;
  readonly carriedFrom: Uuid | null;
  readonly line: StatementLine;
}
const statementLines = table<StoredLine, 'carried' | 'line'>(
  'statement_lines',
  { statementId: text(), lineIndex: integer, lineId: text(), carriedFrom: optional(text()), line: json() },
  ['statementId', 'lineIndex'],
  {
    line: { columns: ['lineId'] },
    carried: {
      columns: ['carriedFrom'],
      where: { sql: 'carried_from IS NOT NULL', holds: ({ carriedFrom }) => carriedFrom !== null },
    },
  },
);

/** How many statements, and what they come to. */
export interface StatementTotals {
  readonly statements: number;
  readonly totalYen: Yen;
  readonly paidYen: Yen;
}
/** Of whose statements a sum is; '' = any, so that one row answers for a network or an office. */
interface SumKey {
  readonly networkId: Uuid;
  readonly partnerOfficeId: Uuid | '';
  readonly assistOfficeId: Uuid | '';
  readonly month: Month | '';
  readonly status: StatementStatus;
}
const statementSums = table<SumKey & StatementTotals>(
  'statement_sums',
  {
    networkId: text(),
    partnerOfficeId: text(),
    assistOfficeId: text(),
    month: text(),
    status: text(),
    statements: integer,
    totalYen: integer,
    paidYen: integer,
  },
  ['networkId', 'partnerOfficeId', 'assistOfficeId', 'month', 'status'],
);

/** Neither paid nor come back. */
const NOT_PAID = {
  paidOn: null,
  paidYen: null,
  sealedPaymentReference: null,
  sealedFailedReason: null,
  failedAt: null,
  cameBack: false,
} as const;

/** Statements (支払通知書), their lines and their sums. */
export const statementsView: Projection = {
  name: 'statements',
  tables: [statements, statementLines, statementSums],
  handlers: (batch) => {
    const change = (event: Recorded, id: Uuid, changes: Partial<StatementRow>): void => {
      const row = batch.rows(statements).get(id);
      if (row) put(batch, { ...row, ...changes, history: [...row.history, historyRow(event)] });
    };
    return {
      StatementIssued: (event) => {
        const { data, occurredAt } = event;
        put(batch, {
          id: data.statementId,
          settlementId: event.streamId,
          number: data.number,
          networkId: data.networkId,
          partnerOfficeId: data.partnerOfficeId,
          assistOfficeId: data.assistOfficeId,
          month: data.month,
          status: 'ISSUED',
          lineCount: data.lineCount,
          taxSubtotals: data.subtotals,
          totalYen: data.totalYen,
          issuedAt: occurredAt,
          issuedOn: data.issuedOn,
          issuedBySubject: data.issuedBy,
          shownSince: data.issuedOn,
          answeredAt: null,
          openDisputes: 0,
          confirmBy: data.confirmBy,
          confirmedAt: null,
          deemed: false,
          dueOn: data.dueOn,
          payeeInvoiceNumber: data.payeeInvoiceNumber,
          deductiblePercent: data.deductiblePercent,
          contentHash: data.contentHash,
          approvedBySubject: null,
          approvedAt: null,
          ...NOT_PAID,
          accountDigest: null,
          bankFileId: null,
          transferDate: null,
          replaces: data.replaces,
          replacedBy: null,
          sealedVoidReason: null,
          history: [historyRow(event)],
        });
        const replaced = data.replaces === null ? undefined : batch.rows(statements).get(data.replaces);
        if (replaced) batch.rows(statements).put({ ...replaced, replacedBy: data.statementId });
      },
      StatementLinesListed: (event) => {
        const { statementId, from, lines } = event.data;
        change(event, statementId, {});
        for (const [n, line] of lines.entries()) {
          const { lineId, carriedFrom } = line;
          batch.rows(statementLines).change(undefined, { statementId, lineIndex: from + n, lineId, carriedFrom, line });
        }
      },
      LineDisputed: (event) => {
        const { statementId } = event.data;
        const row = batch.rows(statements).get(statementId);
        if (!row) return;
        const openDisputes = row.openDisputes + 1;
        // A payment that is under way goes on beside it; an approval is taken back (rule 35).
        const isTakenBack = row.status === 'ISSUED' || row.status === 'APPROVED';
        const withoutApproval = { status: 'DISPUTED', approvedBySubject: null, approvedAt: null } as const;
        change(event, statementId, isTakenBack ? { openDisputes, ...withoutApproval } : { openDisputes });
      },
      DisputeResolved: (event) => {
        const { statementId, lineId, answeredOn: shownSince, confirmBy } = event.data;
        const row = batch.rows(statements).get(statementId);
        if (!row) return;
        // What waits for a record that nobody amends may be answered once more.
        const isFirst = batch.rows(disputes).get(lineId)?.outcome === null;
        const openDisputes = row.openDisputes - Number(isFirst);
        const status = row.status === 'DISPUTED' && openDisputes === 0 ? 'ISSUED' : row.status;
        change(event, statementId, { openDisputes, status, shownSince, confirmBy, answeredAt: event.occurredAt });
      },
      StatementVoided: (event) => {
        const { statementId, reason, lastClosedMonth } = event.data;
        change(event, statementId, { status: 'VOIDED', openDisputes: 0, sealedVoidReason: reason });
        const row = batch.rows(statements).get(statementId);
        if (row) keepLastClosed(batch, row, lastClosedMonth);
      },
      StatementConfirmed: (event) => {
        const { statementId, deemed } = event.data;
        const confirmed = { confirmedAt: event.occurredAt, deemed };
        // It stands beside the payment (rule 35).
        const isWaiting = batch.rows(statements).get(statementId)?.status === 'ISSUED';
        change(event, statementId, isWaiting ? { ...confirmed, status: 'CONFIRMED' } : confirmed);
      },
      PaymentApproved: (event) => {
        const { statementId, approvedBy, accountDigest } = event.data;
        change(event, statementId, {
          status: 'APPROVED',
          approvedBySubject: approvedBy,
          approvedAt: event.occurredAt,
          accountDigest,
        });
      },
      ApprovalTakenBack: (event) => {
        const { statementId } = event.data;
        const row = batch.rows(statements).get(statementId);
        const before = row?.confirmedAt === null ? 'ISSUED' : 'CONFIRMED';
        const status = row?.status === 'PAYMENT_FAILED' ? row.status : before;
        change(event, statementId, { approvedBySubject: null, approvedAt: null, accountDigest: null, status });
      },
      PaymentInstructed: (event) => {
        const { statementId, bankFileId, transferDate } = event.data;
        change(event, statementId, { ...NOT_PAID, status: 'INSTRUCTED', bankFileId, transferDate });
      },
      PaymentFailed: (event) => {
        const { statementId, reason } = event.data;
        const cameBack = event.metadata.actor.subject !== PROCESS_ACTOR.subject;
        const failed = { sealedFailedReason: reason, failedAt: event.occurredAt, cameBack };
        change(event, statementId, { ...NOT_PAID, ...failed, status: 'PAYMENT_FAILED' });
      },
      PaymentSettled: (event) => {
        const { statementId, paidOn, amountYen, reference } = event.data;
        const paid = { paidOn, paidYen: amountYen, sealedPaymentReference: reference };
        change(event, statementId, { ...NOT_PAID, ...paid, status: 'PAID' });
      },
    };
  },
};

/** Puts a statement in the place of the one before, in the sums and the tasks too. */
const put = (batch: Batch, row: StatementRow): void => {
  const before = batch.rows(statements).get(row.id);
  if (before) count(batch, before, -1);
  count(batch, row, 1);
  batch.rows(statements).put(row);
  keepTasksOfStatement(batch, before, row);
};

/** Adds a statement to every sum that it belongs to, or takes it out of them. */
const count = (batch: Batch, row: StatementRow, sign: 1 | -1): void => {
  const { networkId, status } = row;
  const { totalYen, paidYen } = totalsOf(row);
  const sums = batch.rows(statementSums);
  for (const partnerOfficeId of [row.partnerOfficeId, '']) {
    for (const assistOfficeId of [row.assistOfficeId, '']) {
      for (const month of [row.month, '']) {
        const before = sums.get(networkId, partnerOfficeId, assistOfficeId, month, status) ?? NOTHING;
        const sum = plus(before, { statements: sign, totalYen: sign * totalYen, paidYen: sign * paidYen });
        if (sum.statements === 0) sums.remove(networkId, partnerOfficeId, assistOfficeId, month, status);
        else sums.put({ networkId, partnerOfficeId, assistOfficeId, month, status, ...sum });
      }
    }
  }
};

/** What was voided counts no more (contract, StatementStatus). */
const totalsOf = ({ status, totalYen, paidYen }: StatementRow): StatementTotals => ({
  statements: 1,
  totalYen: status === 'VOIDED' ? 0 : totalYen,
  paidYen: paidYen ?? 0,
});
const NOTHING: StatementTotals = { statements: 0, totalYen: 0, paidYen: 0 };
const plus = (one: StatementTotals, other: StatementTotals): StatementTotals => ({
  statements: one.statements + other.statements,
  totalYen: one.totalYen + other.totalYen,
  paidYen: one.paidYen + other.paidYen,
});

/** Those that there are, in the order of the ids. */
export const statementsById = (readModel: ReadModel, ids: readonly Uuid[]): StatementRow[] =>
  rowsOfIds(readModel, statements, ids);

/** Whether a dispute of one of its lines is open. */
export const waitsForAnswer = (reading: Reading, statementId: Uuid): boolean =>
  (reading.rows(statements).get(statementId)?.openDisputes ?? 0) > 0;

/** What a list of a network's statements holds. */
export interface StatementFilter extends PairFilter {
  readonly networkId: Uuid;
  /** As somebody types it. */
  readonly number: string | null;
  readonly month: Month | null;
  readonly status: readonly string[] | null;
}

const rowsOfPair = (
  readModel: ReadModel,
  { networkId, number, month, status }: StatementFilter,
  { partnerOfficeId, assistOfficeId }: PairSides,
  { after, limit }: StatementPage,
): StatementRow[] => {
  const conditions: readonly (readonly [string, ...SqlValue[]])[] = [
    ['network_id = ?', networkId],
    ...(partnerOfficeId === null ? [] : [['partner_office_id = ?', partnerOfficeId] as const]),
    ...(assistOfficeId === null ? [] : [['assist_office_id = ?', assistOfficeId] as const]),
    ...(month === null ? [] : [['month = ?', month] as const]),
    ...(number === null ? [] : [numbered(numberForm(number))]),
    ...(status === null ? [] : [['status IN (SELECT value FROM json_each(?))', JSON.stringify(status)] as const]),
    ...(after === null ? [] : [['month <= ? AND (month < ? OR number > ?)', after[0], after[0], after[1]] as const]),
  ];
  const where = conditions.map(([sql]) => sql).join(' AND ');
  const values = conditions.flatMap(([, ...those]) => those);
  return readModel
    .all(selectFrom(statements, `WHERE ${where} ORDER BY month DESC, number ${limitedTo()}`), ...values, limit)
    .map(statements.read);
};

/** A statement's number begins with its month, and so is found by the index of the months. */
const numbered = (number: string): readonly [string, ...SqlValue[]] => [
  'month = ? AND number = ?',
  number.slice(0, MONTH_CHARACTERS),
  number,
];
const MONTH_CHARACTERS = '2026-04'.length;

/** At most `limit` after a month and a number. */
export interface StatementPage {
  readonly after: readonly [month: Month, number: string] | null;
  readonly limit: number;
}

const newestFirst = (a: StatementRow, b: StatementRow): number => {
  if (a.month !== b.month) return a.month > b.month ? -1 : 1;
  return a.number < b.number ? -1 : 1;
};

/** Newest month first, then number. */
export const statementsBy = (readModel: ReadModel, by: StatementFilter, page: StatementPage): StatementRow[] =>
  pairsOf(by)
    .flatMap((pair) => rowsOfPair(readModel, by, pair, page))
    .sort(newestFirst)
    .slice(0, page.limit);

/** All that the list holds, in one: from rows whose number does not grow. */
export const statementTotals = (readModel: ReadModel, by: StatementFilter): StatementTotals => {
  if (by.number !== null)
    return statementsBy(readModel, by, { after: null, limit: 1 }).map(totalsOf).reduce(plus, NOTHING);
  const sums = readModel.rows(statementSums);
  return pairsOf(by)
    .flatMap(({ partnerOfficeId, assistOfficeId }) =>
      STATUSES.filter((status) => by.status?.includes(status) ?? true).map((status) =>
        sums.get(by.networkId, partnerOfficeId ?? '', assistOfficeId ?? '', by.month ?? '', status),
      ),
    )
    .reduce<StatementTotals>((total, sum) => (sum ? plus(total, sum) : total), NOTHING);
};

/**
 * Of each statement of a month that was paid, as it was known before an instant, null: now: the
 * days from the month's end to the payment.
 */
export const daysToPaymentOf = (
  readModel: ReadModel,
  networkId: Uuid,
  month: Month,
  knownAt: Instant | null,
): number[] =>
  readModel
    .rows(statements)
    .find('network', [networkId, month])
    .flatMap(({ history }) => {
      const last = history
        .filter(({ type, recordedAt }) => type.startsWith('Payment') && (knownAt === null || recordedAt < knownAt))
        .at(-1);
      const { paidOn } = last?.type === 'PaymentSettled' ? last.told : {};
      return paidOn === undefined ? [] : [daysBetween(lastDayOf(month), paidOn)];
    });

/** Lines in their order, after an index; at most `limit`. */
export const linesOfStatement = (
  readModel: ReadModel,
  statementId: Uuid,
  after: number,
  limit: number,
): StatementLineRow[] =>
  readModel
    .rows(statementLines)
    .find('key', [statementId], { from: after + 1, to: after + 1 + limit })
    .map(({ line, lineIndex }) => ({ ...line, index: lineIndex }));

/** The statement that begins with what this one carried forward, of those that stand. */
export const carriedInto = (readModel: ReadModel, statementId: Uuid): Uuid | null => {
  const into = readModel.rows(statementLines).find('carried', [statementId]);
  const rows = statementsById(
    readModel,
    into.map((line) => line.statementId),
  );
  return rows.find(({ status }) => status !== 'VOIDED')?.id ?? null;
};

/** All lines of a statement, in their order: those of one that is voided too. */
export const allLinesOf = (reading: Reading, statementId: Uuid): StatementLine[] =>
  reading
    .rows(statementLines)
    .find('key', [statementId])
    .map(({ line }) => line);

/** A line, in which statement it stands, and as which, counted from 0; null where there is none. */
export const placeOfLine = (
  reading: Reading,
  lineId: Uuid,
): Pick<StoredLine, 'statementId' | 'lineIndex' | 'line'> | null =>
  reading.rows(statementLines).find('line', [lineId])[0] ?? null;

/** The visit of a line; null where it is of none, or there is no such line. */
export const visitOfLine = (reading: Reading, statementId: Uuid, lineId: Uuid): Uuid | null => {
  const place = placeOfLine(reading, lineId);
  return place?.statementId === statementId ? place.line.visitId : null;
};

/** Approved for another account than this one, and in no file (rule 35). */
export const isApprovedForOther = (row: StatementRow, accountDigest: string | null): boolean =>
  isToPay(row.status) && row.approvedAt !== null && row.accountDigest !== accountDigest;

/** Those of a payee that are approved and in no file, or have come back from one. */
export const statementsToPay = (reading: Reading, assistOfficeId: Uuid): StatementRow[] =>
  reading.rows(statements).find('approved', [assistOfficeId]);

/** Those that were put into a bank file last. */
export const statementsOfFile = (reading: Reading, bankFileId: Uuid): StatementRow[] =>
  reading.rows(statements).find('file', [bankFileId]);
