import type { DataOf } from '../decider.ts';
import { MOST_VOIDS } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { SettlementEvent } from './events.ts';
import { lastClosedMonth, type SettlementState, standingStatement, standingStatements, statementOf } from './state.ts';

type Voiding = Omit<DataOf<SettlementEvent, 'StatementVoided'>, 'lastClosedMonth'>;

/**
 * The pair's newest alone, before its payment is approved: its visits can be closed again, what it
 * carried forward and what was upheld on its lines falls away, and what it began with waits for the
 * next closing (rules 31–33). The same voiding again is a repeat.
 */
export const voidStatement = (command: Voiding, state: SettlementState): SettlementEvent[] => {
  const { statementId, digest } = command;
  if (statementOf(state, statementId)?.voided?.digest === digest) return [];
  const { status, month } = standingStatement(state, statementId);
  if (status !== 'ISSUED' && status !== 'DISPUTED' && status !== 'CONFIRMED')
    throw new Rejected('PAYMENT_UNDER_WAY', ['statementId']);
  const before = standingStatements(state);
  if (before.at(-1)?.statementId !== statementId) throw new Rejected('NOT_NEWEST', ['statementId']);
  const voids = state.statements.filter((one) => one.month === month && one.voided !== null);
  if (voids.length >= MOST_VOIDS) throw new Rejected('TOO_MANY_CHANGES', ['statementId']);
  const others = { ...state, statements: before.slice(0, -1) };
  return [{ type: 'StatementVoided', data: { ...command, lastClosedMonth: lastClosedMonth(others) } }];
};
