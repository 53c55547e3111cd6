import type { Day, Instant, Month } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { StatementLine, TaxSubtotal } from '../domain/settlement/events.ts';
import type { Yen } from '../domain/vocabulary.ts';
import { placeholders } from './directory.ts';
import type { Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';

export type StatementStatus = 'ISSUED' | 'CONFIRMED' | 'APPROVED' | 'PAID';
export interface StatementRow {
  readonly id: Uuid;
  readonly settlementId: Uuid;
  readonly number: string;
  readonly networkId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly assistOfficeId: Uuid;
  readonly month: Month;
  readonly status: StatementStatus;
  readonly taxSubtotals: readonly TaxSubtotal[];
  readonly totalYen: Yen;
  readonly issuedAt: Instant;
  readonly issuedBySubject: string;
  readonly confirmBy: Day | null;
  readonly confirmedAt: Instant | null;
  readonly deemed: boolean;
  readonly dueOn: Day;
  readonly payeeInvoiceNumber: string | null;
  readonly deductiblePercent: number;
  readonly contentHash: string;
  readonly approvedBySubject: string | null;
  readonly approvedAt: Instant | null;
  readonly paidOn: Day | null;
  readonly paidYen: Yen | null;
  readonly paymentReference: string | null;
}
export type StatementLineRow = StatementLine & { readonly index: number };

/** Statements (支払通知書) and their lines. */
export const statements: Projection = {
  name: 'statements',
  version: 1,
  schema: `
    CREATE TABLE statements (
      id TEXT PRIMARY KEY, settlement_id TEXT NOT NULL, number TEXT NOT NULL, network_id TEXT NOT NULL,
      partner_office_id TEXT NOT NULL,
      assist_office_id TEXT NOT NULL, month TEXT NOT NULL, status TEXT NOT NULL, subtotals TEXT NOT NULL,
      total_yen INTEGER NOT NULL, issued_at TEXT NOT NULL,
      issued_by TEXT NOT NULL, confirm_by TEXT, confirmed_at TEXT, deemed INTEGER NOT NULL, due_on TEXT NOT NULL,
      payee_invoice_number TEXT,
      deductible_percent INTEGER NOT NULL, content_hash TEXT NOT NULL, approved_by TEXT, approved_at TEXT,
      paid_on TEXT, paid_yen INTEGER, reference TEXT
    ) WITHOUT ROWID;
    CREATE INDEX statements_by_network ON statements (network_id, month DESC, number);
    CREATE INDEX statements_by_pair ON statements (settlement_id, month);
    CREATE TABLE statement_lines (
      statement_id TEXT NOT NULL, line_index INTEGER NOT NULL, visit_id TEXT, carried_from TEXT, line TEXT NOT NULL,
      PRIMARY KEY (statement_id, line_index)
    ) WITHOUT ROWID;
    CREATE INDEX statement_lines_by_carried ON statement_lines (carried_from) WHERE carried_from IS NOT NULL;`,
  handlers: (tables) => ({
    StatementIssued: ({ streamId, data, occurredAt }) =>
      tables.run(
        `INSERT OR IGNORE INTO statements VALUES (?, ?, ?, ?, ?, ?, ?, 'ISSUED', ?, ?, ?, ?, ?, NULL, 0, ?, ?, ?, ?,
        NULL, NULL, NULL, NULL, NULL)`,
        data.statementId,
        streamId,
        data.number,
        data.networkId,
        data.partnerOfficeId,
        data.assistOfficeId,
        data.month,
        JSON.stringify(data.subtotals),
        data.totalYen,
        occurredAt,
        data.issuedBy,
        data.confirmBy,
        data.dueOn,
        data.payeeInvoiceNumber,
        data.deductiblePercent,
        data.contentHash,
      ),
    StatementLinesListed: ({ data }) => {
      for (const [n, line] of data.lines.entries()) {
        tables.run(
          'INSERT OR IGNORE INTO statement_lines VALUES (?, ?, ?, ?, ?)',
          data.statementId,
          data.from + n,
          line.visitId,
          line.carriedFrom,
          JSON.stringify(line),
        );
      }
    },
    StatementConfirmed: ({ data, occurredAt }) =>
      tables.run(
        "UPDATE statements SET status = 'CONFIRMED', confirmed_at = ?, deemed = ? WHERE id = ? AND status = 'ISSUED'",
        occurredAt,
        Number(data.deemed),
        data.statementId,
      ),
    PaymentApproved: ({ data, occurredAt }) =>
      tables.run(
        `UPDATE statements SET status = 'APPROVED', approved_by = ?, approved_at = ?
         WHERE id = ? AND status = 'CONFIRMED'`,
        data.approvedBy,
        occurredAt,
        data.statementId,
      ),
    PaymentSettled: ({ data }) =>
      tables.run(
        "UPDATE statements SET status = 'PAID', paid_on = ?, paid_yen = ?, reference = ? WHERE id = ?",
        data.paidOn,
        data.amountYen,
        data.reference,
        data.statementId,
      ),
  }),
};

const SELECT = `SELECT id, settlement_id AS settlementId, number, network_id AS networkId,
  partner_office_id AS partnerOfficeId,
  assist_office_id AS assistOfficeId, month, status, subtotals, total_yen AS totalYen, issued_at AS issuedAt,
  issued_by AS issuedBySubject,
  confirm_by AS confirmBy, confirmed_at AS confirmedAt, deemed, due_on AS dueOn,
  payee_invoice_number AS payeeInvoiceNumber,
  deductible_percent AS deductiblePercent, content_hash AS contentHash, approved_by AS approvedBySubject,
  approved_at AS approvedAt, paid_on AS paidOn,
  paid_yen AS paidYen, reference AS paymentReference FROM statements`;
type Raw = Omit<StatementRow, 'taxSubtotals' | 'deemed'> & { subtotals: string; deemed: number };
const statementOf = ({ subtotals, ...raw }: Raw): StatementRow => ({
  ...raw,
  taxSubtotals: JSON.parse(subtotals),
  deemed: raw.deemed === 1,
});

export const statementsById = (readModel: ReadModel, ids: readonly Uuid[]): StatementRow[] =>
  readModel.all<Raw>(`${SELECT} WHERE id IN (${placeholders(ids)})`, ...ids).map(statementOf);

/** Newest month first, then number. `ofOfficeId`: those in which it is partner or assist. */
export const statementsBy = (
  readModel: ReadModel,
  by: {
    networkId: Uuid;
    ofOfficeId: Uuid | null;
    month: Month | null;
    partnerOfficeId: Uuid | null;
    assistOfficeId: Uuid | null;
    status: readonly string[] | null;
  },
  page: { after: readonly (string | number)[] | null; limit: number },
): { rows: StatementRow[]; totals: { statements: number; totalYen: Yen; paidYen: Yen } } => {
  const where = `network_id = ?1 AND (?2 IS NULL OR partner_office_id = ?2 OR assist_office_id = ?2)
    AND (?3 IS NULL OR month = ?3)
    AND (?4 IS NULL OR partner_office_id = ?4) AND (?5 IS NULL OR assist_office_id = ?5)
    AND (?6 IS NULL OR status IN (SELECT value FROM json_each(?6)))`;
  const values = [
    by.networkId,
    by.ofOfficeId,
    by.month,
    by.partnerOfficeId,
    by.assistOfficeId,
    by.status && JSON.stringify(by.status),
  ];
  const [month, number] = page.after ?? [null, null];
  const rows = readModel.all<Raw>(
    `${SELECT} WHERE ${where} AND (?7 IS NULL OR month < ?7 OR (month = ?7 AND number > ?8)) ORDER BY month DESC,
    number LIMIT ?9`,
    ...values,
    month ?? null,
    number ?? null,
    page.limit,
  );
  const totals = readModel.get<{ statements: number; totalYen: Yen; paidYen: Yen }>(
    `SELECT count(*) AS statements, coalesce(sum(total_yen), 0) AS totalYen, coalesce(sum(paid_yen),
    0) AS paidYen FROM statements WHERE ${where}`,
    ...values,
  );
  return { rows: rows.map(statementOf), totals: totals ?? { statements: 0, totalYen: 0, paidYen: 0 } };
};

/** Lines in their order, after an index. */
export const linesOfStatement = (
  readModel: ReadModel,
  statementId: Uuid,
  after: number,
  limit: number,
): StatementLineRow[] =>
  readModel
    .all<{ line: string; index: number }>(
      `SELECT line, line_index AS "index" FROM statement_lines WHERE statement_id = ? AND line_index > ?
       ORDER BY line_index LIMIT ?`,
      statementId,
      after,
      limit,
    )
    .map(({ line, index }) => ({ ...(JSON.parse(line) as StatementLine), index }));
export const lineCountOf = (readModel: ReadModel, statementId: Uuid): number =>
  readModel.get<{ n: number }>('SELECT count(*) AS n FROM statement_lines WHERE statement_id = ?', statementId)?.n ?? 0;

/** The statement that begins with what this one carried forward. */
export const carriedInto = (readModel: ReadModel, statementId: Uuid): Uuid | null =>
  readModel.get<{ id: Uuid }>('SELECT statement_id AS id FROM statement_lines WHERE carried_from = ?', statementId)
    ?.id ?? null;

/**
 * Visits of a pair up to a month's end that a closing has still to settle (rule 31) or that are
 * kept out of it (rule 33): the last pricing stands in no line yet, or there is none. Without those
 * that will never have a line: missed or cancelled free of charge, and never settled.
 */
export const unsettledVisitsOfPair = (
  readModel: ReadModel,
  pair: { networkId: Uuid; partnerOfficeId: Uuid; assistOfficeId: Uuid },
  month: Month,
): { id: Uuid; status: string; openExceptions: number; changedAt: Instant }[] =>
  readModel.all(
    `SELECT id, status, open_exceptions AS openExceptions, changed_at AS changedAt FROM visits
     WHERE network_id = ? AND partner_office_id = ? AND assist_office_id = ? AND month <= ?
     AND status NOT IN ('SETTLED', 'RELEASED') AND (statement_id IS NOT NULL
       OR (status <> 'MISSED' AND (status <> 'CANCELLED' OR json_extract(fee, '$.feeYen') > 0)))
     AND NOT (status IN ('MISSED', 'CANCELLED') AND EXISTS (SELECT 1 FROM statement_lines AS one
       WHERE one.statement_id = visits.statement_id AND one.visit_id = visits.id
       AND json_extract(one.line, '$.pricedBy') = priced_by))
     ORDER BY planned_start, id`,
    pair.networkId,
    pair.partnerOfficeId,
    pair.assistOfficeId,
    month,
  );
