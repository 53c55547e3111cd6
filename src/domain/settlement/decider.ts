import { addDays, dayOf, endOfDay, type Instant, lastDayOf } from '../calendar.ts';
import type { Decider } from '../decider.ts';
import { statementIdOf } from '../ids.ts';
import { Rejected } from '../rejected.ts';
import { closeMonth } from './closing.ts';
import type { SettlementCommand } from './commands.ts';
import { contentHashOf } from './content-hash.ts';
import type { SettlementEvent } from './events.ts';
import { evolve, type SettlementState, type StatementState, statementOf } from './state.ts';
import { deductiblePercent } from './tax.ts';

type Command<Type extends SettlementCommand['type']> = Extract<SettlementCommand, { type: Type }>;

const LINES_A_PIECE = 100;
const MOST_LINES = 2500;

/**
 * From the first day of the following month, once a month and not before one that is closed
 * (contract, closeSettlement).
 */
const close = (command: Command<'CloseMonth'>, state: SettlementState, now: Instant): SettlementEvent[] => {
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
  const pieces = Array.from({ length: Math.ceil(lines.length / LINES_A_PIECE) }, (_, piece): SettlementEvent => {
    const from = piece * LINES_A_PIECE;
    return {
      type: 'StatementLinesListed',
      data: { statementId, from, lines: lines.slice(from, from + LINES_A_PIECE) },
    };
  });
  return [{ type: 'StatementIssued', data: { ...issued, contentHash: contentHashOf(issued, lines) } }, ...pieces];
};

const known = (state: SettlementState, statementId: string): StatementState => {
  const statement = statementOf(state, statementId);
  if (!statement) throw new Rejected('STATEMENT_UNKNOWN', ['statementId']);
  return statement;
};

const confirm = ({ statementId }: Command<'ConfirmStatement'>, state: SettlementState): SettlementEvent[] =>
  known(state, statementId).status === 'ISSUED'
    ? [{ type: 'StatementConfirmed', data: { statementId, deemed: false } }]
    : [];

/** Written at 24:00 of `confirmBy` (rule 34). */
const deemConfirmed = (
  { statementId }: Command<'DeemConfirmed'>,
  state: SettlementState,
  now: Instant,
): SettlementEvent[] => {
  const { status, confirmBy } = known(state, statementId);
  if (status !== 'ISSUED' || confirmBy === null || now < endOfDay(confirmBy)) return [];
  return [{ type: 'StatementConfirmed', data: { statementId, deemed: true }, occurredAt: endOfDay(confirmBy) }];
};

/** By a second person, bound to what was issued (rule 35). A total of zero needs none. */
const approve = (
  { statementId, contentHash, approvedBy }: Command<'ApprovePayment'>,
  state: SettlementState,
): SettlementEvent[] => {
  const statement = known(state, statementId);
  if (statement.contentHash !== contentHash) throw new Rejected('STATEMENT_CHANGED', ['contentHash']);
  if (statement.status === 'APPROVED' || statement.status === 'PAID') return [];
  if (statement.status === 'ISSUED') throw new Rejected('NOT_CONFIRMED', ['statementId']);
  if (statement.issuedBy === approvedBy) throw new Rejected('SAME_PERSON', ['statementId']);
  if (statement.totalYen === 0) throw new Rejected('NOTHING_TO_PAY', ['statementId']);
  return [{ type: 'PaymentApproved', data: { statementId, contentHash, approvedBy } }];
};

const recordPayment = (command: Command<'RecordPayment'>, state: SettlementState, now: Instant): SettlementEvent[] => {
  const { statementId, paidOn, amountYen, reference } = command;
  const { status, totalYen } = known(state, statementId);
  if (amountYen !== totalYen) throw new Rejected('AMOUNT_DIFFERS', ['amountYen']);
  if (status === 'PAID') return [];
  if (status !== 'APPROVED') throw new Rejected('NOT_APPROVED', ['statementId']);
  if (paidOn > dayOf(now)) throw new Rejected('DAY_IN_FUTURE', ['paidOn']);
  return [{ type: 'PaymentSettled', data: { statementId, paidOn, amountYen, reference } }];
};

const decide = (command: SettlementCommand, state: SettlementState, now: Instant): readonly SettlementEvent[] => {
  switch (command.type) {
    case 'CloseMonth':
      return close(command, state, now);
    case 'ConfirmStatement':
      return confirm(command, state);
    case 'DeemConfirmed':
      return deemConfirmed(command, state, now);
    case 'ApprovePayment':
      return approve(command, state);
    case 'RecordPayment':
      return recordPayment(command, state, now);
    default:
      return command satisfies never;
  }
};

/**
 * Settlement of a pair, all months: the boundary in which no visit is settled twice (rules 31–36).
 */
export const settlement: Decider<SettlementState, SettlementCommand, SettlementEvent> = {
  category: 'settlement',
  initial: { statements: [], lines: [] },
  evolve,
  decide,
};
