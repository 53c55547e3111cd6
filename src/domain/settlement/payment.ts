import { addDays, type Day, dayOf, endOfDay, type Instant, latest } from '../calendar.ts';
import type { DataOf } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { DAYS_BEFORE_DUE, LEAST_DAYS_TO_CONFIRM, MOST_APPROVALS } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { SettlementEvent } from './events.ts';
import { hasOpenDispute, type SettlementState, type StatementState, standingStatement, statementOf } from './state.ts';

type Data<Type extends SettlementEvent['type']> = DataOf<SettlementEvent, Type>;

/**
 * Until when a statement can be looked at: its days to confirm, at most until it is due, but never
 * under 5 days; null where silence never confirms (rule 35).
 */
export const confirmByOf = (issuedOn: Day, dueOn: Day, confirmDays: number): Day | null => {
  if (confirmDays === 0) return null;
  const agreed = addDays(issuedOn, confirmDays);
  const atMost = agreed < dueOn ? agreed : dueOn;
  return latest(atMost, addDays(issuedOn, LEAST_DAYS_TO_CONFIRM));
};

/**
 * The day from which the payment of a statement may be approved although nobody has confirmed it,
 * while no dispute is open: a silent payee is paid in time. `shownSince`: its issue, or the last
 * answer to a dispute (rule 35).
 */
export const approvableFrom = ({ shownSince, dueOn }: Pick<StatementState, 'shownSince' | 'dueOn'>): Day =>
  latest(addDays(shownSince, LEAST_DAYS_TO_CONFIRM), addDays(dueOn, -DAYS_BEFORE_DUE));

/**
 * Until when a dispute is to be answered, so that the days to look at the answer end before the
 * statement is due; at the end of its own day where it comes later.
 */
export const answerBy = (dueOn: Day, openedAt: Instant): Instant =>
  endOfDay(latest(addDays(dueOn, -LEAST_DAYS_TO_CONFIRM), dayOf(openedAt)));

interface OneStatement {
  readonly statementId: Uuid;
}

/** Whether it has been confirmed by now, by hand or by silence, written or not (rule 8). */
export const isConfirmedBy = (statement: StatementState, now: Instant): boolean =>
  statement.isConfirmed || isDeemed(statement, now);

/** While a dispute is open, silence says nothing. */
const isDeemed = (statement: StatementState, now: Instant): boolean =>
  statement.confirmBy !== null && now >= endOfDay(statement.confirmBy) && !hasOpenDispute(statement);

/**
 * Written at 24:00 of `confirmBy`, also beside the payment (rules 34, 35). Nothing where it was
 * voided or disputed meanwhile.
 */
export const deemConfirmed = (
  { statementId }: OneStatement,
  state: SettlementState,
  now: Instant,
): SettlementEvent[] => {
  if (statementOf(state, statementId)?.status === 'VOIDED') return [];
  const statement = standingStatement(state, statementId);
  if (statement.isConfirmed || statement.confirmBy === null || !isDeemed(statement, now)) return [];
  const occurredAt = endOfDay(statement.confirmBy);
  return [{ type: 'StatementConfirmed', data: { statementId, deemed: true }, occurredAt }];
};

/**
 * Stands beside the payment. Once `confirmBy` is over silence has confirmed before (rules 8, 35).
 */
export const confirm = (command: OneStatement, state: SettlementState, now: Instant): SettlementEvent[] => {
  const { statementId } = command;
  const statement = standingStatement(state, statementId);
  if (hasOpenDispute(statement)) throw new Rejected('DISPUTE_OPEN', ['statementId']);
  if (isDeemed(statement, now)) return deemConfirmed(command, state, now);
  return statement.isConfirmed ? [] : [{ type: 'StatementConfirmed', data: { statementId, deemed: false } }];
};

/**
 * By a second person, bound to what was issued and to the payee's account as it stands (rule 35):
 * once that has changed it may be approved anew, until it is paid. A total of zero needs no
 * approval. Who has approved may repeat it; nobody else is told that they have.
 */
export const approve = (
  { statementId, contentHash, approvedBy, accountDigest }: Data<'PaymentApproved'>,
  state: SettlementState,
  now: Instant,
): SettlementEvent[] => {
  const statement = standingStatement(state, statementId);
  if (statement.contentHash !== contentHash) throw new Rejected('STATEMENT_CHANGED', ['contentHash']);
  const isOpen = statement.status === 'APPROVED' || statement.status === 'PAYMENT_FAILED';
  const stands = statement.approvedBy !== null && !(isOpen && statement.accountDigest !== accountDigest);
  if (stands && statement.approvedBy === approvedBy) return [];
  if (statement.issuedBy === approvedBy) throw new Rejected('SAME_PERSON', ['statementId']);
  if (stands) throw new Rejected('ALREADY_APPROVED', ['statementId']);
  if (statement.totalYen === 0) throw new Rejected('NOTHING_TO_PAY', ['statementId']);
  if (hasOpenDispute(statement)) throw new Rejected('DISPUTE_OPEN', ['statementId']);
  if (!isConfirmedBy(statement, now) && dayOf(now) < approvableFrom(statement))
    throw new Rejected('NOT_CONFIRMED', ['statementId']);
  if (statement.approvals >= MOST_APPROVALS) throw new Rejected('TOO_MANY_CHANGES', ['statementId']);
  return [{ type: 'PaymentApproved', data: { statementId, contentHash, approvedBy, accountDigest } }];
};

/**
 * Throws NOT_APPROVED; ACCOUNT_CHANGED where it had been approved for another account (rule 35).
 */
export const checkApproved = ({ approvedBy, isTakenBack }: StatementState): void => {
  if (approvedBy === null) throw new Rejected(isTakenBack ? 'ACCOUNT_CHANGED' : 'NOT_APPROVED', ['statementId']);
};

/**
 * Exactly the total, by the file or another way. The same payment again is a repeat, whoever
 * records it; another one is not.
 */
export const recordPayment = (
  command: Data<'PaymentSettled'>,
  state: SettlementState,
  now: Instant,
): SettlementEvent[] => {
  const { statementId, paidOn, amountYen, digest } = command;
  const statement = standingStatement(state, statementId);
  const { totalYen, paid, issuedOn } = statement;
  if (amountYen !== totalYen) throw new Rejected('AMOUNT_DIFFERS', ['amountYen']);
  if (paid !== null) {
    if (paid.digest === digest) return [];
    throw new Rejected('ALREADY_PAID', ['statementId']);
  }
  checkApproved(statement);
  if (paidOn > dayOf(now)) throw new Rejected('DAY_IN_FUTURE', ['paidOn']);
  if (paidOn < issuedOn) throw new Rejected('PAID_BEFORE_ISSUE', ['paidOn']);
  return [{ type: 'PaymentSettled', data: command }];
};
