import { addDays, dayOf, endOfDay, type Instant, lastDayOf } from '../calendar.ts';
import { asItIs, type CommandOf, type DataOf, decider } from '../decider.ts';
import { statementIdOf, type Uuid } from '../ids.ts';
import { LINES_PER_EVENT, MOST_LINES } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import { closeMonth, type PricedVisit } from './closing.ts';
import { contentHashOf } from './content-hash.ts';
import type { SettlementEvent } from './events.ts';
import { evolve, type SettlementState, type StatementState, statementOf } from './state.ts';
import { deductiblePercent } from './tax.ts';

type Data<Type extends SettlementEvent['type']> = DataOf<SettlementEvent, Type>;

/** The facts of the pair for the month, gathered at the head (rule 31). */
interface CloseMonth
  extends Pick<
    Data<'StatementIssued'>,
    'networkId' | 'partnerOfficeId' | 'assistOfficeId' | 'month' | 'issuedBy' | 'payeeInvoiceNumber'
  > {
  readonly settlementId: Uuid;
  readonly visits: readonly PricedVisit[];
  /** Provider numbers of the two, for the statement's number. */
  readonly numbers: readonly [partner: string, assist: string];
  /** Those in force on the month's last day, else the last that were (rule 34). */
  readonly paymentDays: number;
  readonly confirmDays: number;
}

/**
 * From the first day of the following month, once per month, and never for one before a month
 * already closed (contract, closeSettlement).
 */
const close = (command: CloseMonth, state: SettlementState, now: Instant): SettlementEvent[] => {
  const { settlementId, networkId, partnerOfficeId, assistOfficeId, month, issuedBy, numbers, payeeInvoiceNumber } =
    command;
  const lastDay = lastDayOf(month);
  if (dayOf(now) <= lastDay) throw new Rejected('MONTH_NOT_OVER', ['month']);
  if (state.statements.some((statement) => statement.month >= month)) throw new Rejected('MONTH_CLOSED', ['month']);
  const n = state.statements.length + 1;
  const statementId = statementIdOf(settlementId, n);
  const closing = closeMonth(state, command.visits, month, statementId);
  if (closing === null) throw new Rejected('NOTHING_TO_SETTLE', ['month']);
  const { lines, subtotals, totalYen, carriedForwardYen } = closing;
  if (lines.length > MOST_LINES) throw new Rejected('STATEMENT_TOO_LONG', ['month']);
  const issued = {
    statementId,
    number: [month, ...numbers, n].join('-'),
    month,
    networkId,
    partnerOfficeId,
    assistOfficeId,
    lineCount: lines.length,
    subtotals: [...subtotals],
    totalYen,
    carriedForwardYen,
    issuedBy,
    confirmBy: command.confirmDays === 0 ? null : addDays(dayOf(now), command.confirmDays),
    dueOn: addDays(lastDay, command.paymentDays),
    payeeInvoiceNumber,
    deductiblePercent: deductiblePercent(payeeInvoiceNumber, lastDay),
    replaces: null,
  };
  const pieces = Array.from({ length: Math.ceil(lines.length / LINES_PER_EVENT) }, (_, piece): SettlementEvent => {
    const from = piece * LINES_PER_EVENT;
    return {
      type: 'StatementLinesListed',
      data: { statementId, from, lines: lines.slice(from, from + LINES_PER_EVENT) },
    };
  });
  return [{ type: 'StatementIssued', data: { ...issued, contentHash: contentHashOf(issued, lines) } }, ...pieces];
};

interface OneStatement {
  readonly statementId: Uuid;
}

const statementIn = (state: SettlementState, statementId: Uuid): StatementState => {
  const statement = statementOf(state, statementId);
  if (!statement) throw new Rejected('STATEMENT_UNKNOWN', ['statementId']);
  return statement;
};

const confirm = ({ statementId }: OneStatement, state: SettlementState): SettlementEvent[] =>
  statementIn(state, statementId).status === 'ISSUED'
    ? [{ type: 'StatementConfirmed', data: { statementId, deemed: false } }]
    : [];

/** Written at 24:00 of `confirmBy` (rule 34). */
const deemConfirmed = ({ statementId }: OneStatement, state: SettlementState, now: Instant): SettlementEvent[] => {
  const { status, confirmBy } = statementIn(state, statementId);
  if (status !== 'ISSUED' || confirmBy === null || now < endOfDay(confirmBy)) return [];
  return [{ type: 'StatementConfirmed', data: { statementId, deemed: true }, occurredAt: endOfDay(confirmBy) }];
};

/** By a second person, bound to what was issued (rule 35). A total of zero needs no approval. */
const approve = (
  { statementId, contentHash, approvedBy }: Data<'PaymentApproved'>,
  state: SettlementState,
): SettlementEvent[] => {
  const statement = statementIn(state, statementId);
  if (statement.contentHash !== contentHash) throw new Rejected('STATEMENT_CHANGED', ['contentHash']);
  if (statement.status === 'APPROVED' || statement.status === 'PAID') return [];
  if (statement.status === 'ISSUED') throw new Rejected('NOT_CONFIRMED', ['statementId']);
  if (statement.issuedBy === approvedBy) throw new Rejected('SAME_PERSON', ['statementId']);
  if (statement.totalYen === 0) throw new Rejected('NOTHING_TO_PAY', ['statementId']);
  return [{ type: 'PaymentApproved', data: { statementId, contentHash, approvedBy } }];
};

const recordPayment = (command: Data<'PaymentSettled'>, state: SettlementState, now: Instant): SettlementEvent[] => {
  const { statementId, paidOn, amountYen, reference } = command;
  const { status, totalYen } = statementIn(state, statementId);
  if (amountYen !== totalYen) throw new Rejected('AMOUNT_DIFFERS', ['amountYen']);
  if (status === 'PAID') return [];
  if (status !== 'APPROVED') throw new Rejected('NOT_APPROVED', ['statementId']);
  if (paidOn > dayOf(now)) throw new Rejected('DAY_IN_FUTURE', ['paidOn']);
  return [{ type: 'PaymentSettled', data: { statementId, paidOn, amountYen, reference } }];
};

/**
 * Settlement of a pair, all months: the boundary within which no visit is settled twice (rules
 * 31–36).
 */
export const settlement = decider({
  category: 'settlement',
  initial: { statements: [], lists: [] },
  evolve,
  known: asItIs<SettlementState>,
  creating: { CloseMonth: close },
  changing: {
    ConfirmStatement: confirm,
    DeemConfirmed: deemConfirmed,
    ApprovePayment: approve,
    RecordPayment: recordPayment,
  },
});
export type SettlementCommand = CommandOf<typeof settlement>;
