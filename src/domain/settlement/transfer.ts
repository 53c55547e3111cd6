import { type Day, dayOf, type Instant } from '../calendar.ts';
import type { DataOf } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { MOST_FAILURES, MOST_TRANSFER_YEN } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { SettlementEvent } from './events.ts';
import { checkApproved } from './payment.ts';
import { type SettlementState, type StatementState, standingStatement } from './state.ts';

type Data<Type extends SettlementEvent['type']> = DataOf<SettlementEvent, Type>;

/** `accountDigest`: of the payee's account as it is now; null where it has none. */
interface InstructPayment extends Omit<Data<'PaymentInstructed'>, 'amountYen' | 'accountDigest' | 'instructedOn'> {
  readonly accountDigest: string | null;
}

/**
 * Into one bank file at a time, as approved and to the account that was approved (rule 35). What
 * stands in the file already, or has come back from it, is a repeat.
 */
export const instruct = (command: InstructPayment, state: SettlementState, now: Instant): SettlementEvent[] => {
  const { statementId, bankFileId, transferDate, payerDigest } = command;
  const statement = standingStatement(state, statementId);
  if (statement.transfer?.bankFileId === bankFileId) return [];
  const accountDigest = checkedAccount(statement, command.accountDigest);
  const { totalYen: amountYen } = statement;
  if (amountYen > MOST_TRANSFER_YEN) throw new Rejected('AMOUNT_TOO_LONG', ['statementId']);
  const instructedOn = dayOf(now);
  return [
    {
      type: 'PaymentInstructed',
      data: { statementId, bankFileId, transferDate, instructedOn, amountYen, accountDigest, payerDigest },
    },
  ];
};

/** Of the account that was approved, and is the payee's still. */
const checkedAccount = (statement: StatementState, accountDigest: string | null): string => {
  const { status, totalYen } = statement;
  if (status === 'PAID') throw new Rejected('ALREADY_PAID', ['statementId']);
  if (status === 'INSTRUCTED') throw new Rejected('ALREADY_INSTRUCTED', ['statementId']);
  if (totalYen === 0) throw new Rejected('NOTHING_TO_PAY', ['statementId']);
  checkApproved(statement);
  if (accountDigest === null) throw new Rejected('PAYEE_ACCOUNT_MISSING', ['statementId']);
  if (statement.accountDigest !== accountDigest) throw new Rejected('ACCOUNT_CHANGED', ['statementId']);
  return accountDigest;
};

/**
 * Process: the payee has another account than the one that was approved. What is in a file, or has
 * been paid, goes on (rule 35).
 */
export const takeApprovalBack = (
  { statementId, accountDigest }: { readonly statementId: Uuid; readonly accountDigest: string | null },
  state: SettlementState,
): SettlementEvent[] => {
  const statement = standingStatement(state, statementId);
  const isOpen = statement.status === 'APPROVED' || statement.status === 'PAYMENT_FAILED';
  if (!isOpen || statement.approvedBy === null || statement.accountDigest === accountDigest) return [];
  return [{ type: 'ApprovalTakenBack', data: { statementId } }];
};

/**
 * From INSTRUCTED or PAID; a file that was never sent is taken back so. The same failure again is a
 * repeat.
 */
export const recordFailure = (
  command: Data<'PaymentFailed'>,
  state: SettlementState,
  now: Instant,
): SettlementEvent[] => {
  const { statementId, failedOn, digest } = command;
  const { status, failure, transfer, paid, failures } = standingStatement(state, statementId);
  if (status === 'PAYMENT_FAILED' && failure?.digest === digest) return [];
  if (status !== 'INSTRUCTED' && status !== 'PAID') throw new Rejected('NOT_INSTRUCTED', ['statementId']);
  if (failedOn > dayOf(now)) throw new Rejected('DAY_IN_FUTURE', ['on']);
  const since: Day | undefined = status === 'PAID' ? paid?.paidOn : transfer?.instructedOn;
  if (since !== undefined && failedOn < since) throw new Rejected('FAILED_BEFORE_PAYMENT', ['on']);
  if (failures >= MOST_FAILURES) throw new Rejected('TOO_MANY_CHANGES', ['statementId']);
  return [{ type: 'PaymentFailed', data: command }];
};

/** Process: instructed when the file had been made without it, it stands in no file (rule 35). */
export const leaveOutOfFile = (
  command: Data<'PaymentFailed'> & { readonly bankFileId: Uuid },
  state: SettlementState,
): SettlementEvent[] => {
  const { bankFileId, ...failed } = command;
  const { status, transfer } = standingStatement(state, command.statementId);
  return status === 'INSTRUCTED' && transfer?.bankFileId === bankFileId
    ? [{ type: 'PaymentFailed', data: failed }]
    : [];
};
