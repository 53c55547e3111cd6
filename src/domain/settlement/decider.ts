import { addDays, dayOf, type Instant, lastDayOf } from '../calendar.ts';
import { asItIs, type CommandOf, type DataOf, decider } from '../decider.ts';
import { statementIdOf, type Uuid } from '../ids.ts';
import { LINES_PER_EVENT, MOST_LINES } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import { closeMonth, type PricedVisit } from './closing.ts';
import { contentHashOf } from './content-hash.ts';
import { disputeLine, resolveDispute } from './dispute.ts';
import type { SettlementEvent } from './events.ts';
import { approve, confirm, confirmByOf, deemConfirmed, recordPayment } from './payment.ts';
import { evolve, firstOpenMonth, type SettlementState } from './state.ts';
import { deductiblePercent } from './tax.ts';
import { instruct, leaveOutOfFile, recordFailure, takeApprovalBack } from './transfer.ts';
import { voidStatement } from './void.ts';

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
 * From the first day of the following month, once per month and again after a void, and never for
 * one before a month already closed (contract, closeSettlement).
 */
const close = (command: CloseMonth, state: SettlementState, now: Instant): SettlementEvent[] => {
  const { settlementId, networkId, partnerOfficeId, assistOfficeId, month, issuedBy, numbers, payeeInvoiceNumber } =
    command;
  const lastDay = lastDayOf(month);
  if (dayOf(now) <= lastDay) throw new Rejected('MONTH_NOT_OVER', ['month']);
  if (month < (firstOpenMonth(state) ?? month)) throw new Rejected('MONTH_CLOSED', ['month']);
  const n = state.statements.length + 1;
  const statementId = statementIdOf(settlementId, n);
  const closing = closeMonth(state, command.visits, month, statementId);
  if (closing === null) throw new Rejected('NOTHING_TO_SETTLE', ['month']);
  const { lines, subtotals, totalYen, carriedForwardYen } = closing;
  if (lines.length > MOST_LINES) throw new Rejected('STATEMENT_TOO_LONG', ['month']);
  const [issuedOn, dueOn] = [dayOf(now), addDays(lastDay, command.paymentDays)];
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
    issuedOn,
    confirmBy: confirmByOf(issuedOn, dueOn, command.confirmDays),
    dueOn,
    payeeInvoiceNumber,
    deductiblePercent: deductiblePercent(payeeInvoiceNumber, lastDay),
    // A month that can be closed has none that stands (rule 33).
    replaces: state.statements.findLast((one) => one.month === month)?.statementId ?? null,
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
    DisputeLine: disputeLine,
    ResolveDispute: resolveDispute,
    VoidStatement: voidStatement,
    ConfirmStatement: confirm,
    DeemConfirmed: deemConfirmed,
    ApprovePayment: approve,
    TakeApprovalBack: takeApprovalBack,
    InstructPayment: instruct,
    RecordPayment: recordPayment,
    RecordFailure: recordFailure,
    LeaveOutOfFile: leaveOutOfFile,
  },
});
export type SettlementCommand = CommandOf<typeof settlement>;
