import { type Day, dayOf, daysBetween, type Instant } from '../calendar.ts';
import type { DataOf } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { MOST_DISPUTES } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { SettlementEvent } from './events.ts';
import { confirmByOf, isConfirmedBy } from './payment.ts';
import {
  type DisputeState,
  lineIn,
  linesOf,
  type SettlementState,
  type StatementState,
  standingStatement,
} from './state.ts';

type Data<Type extends SettlementEvent['type']> = DataOf<SettlementEvent, Type>;

/**
 * By the assist office, until it has confirmed, once a line; beside a payment that is under way, an
 * approval is taken back (rule 35). The same dispute again is a repeat.
 */
export const disputeLine = (
  command: Omit<Data<'LineDisputed'>, 'visitId'>,
  state: SettlementState,
  now: Instant,
): SettlementEvent[] => {
  const { statementId, lineId, digest } = command;
  const statement = standingStatement(state, statementId);
  const line = lineIn(state, statementId, lineId);
  if (!line) throw new Rejected('LINE_UNKNOWN', ['lineId']);
  const dispute = statement.disputes.find((one) => one.line.lineId === lineId);
  if (dispute) {
    if (dispute.digest === digest) return [];
    throw new Rejected('ALREADY_DISPUTED', ['lineId']);
  }
  if (isConfirmedBy(statement, now)) throw new Rejected('ALREADY_CONFIRMED', ['statementId']);
  if (statement.disputes.length >= MOST_DISPUTES) throw new Rejected('TOO_MANY_DISPUTES', ['lineId']);
  return [{ type: 'LineDisputed', data: { ...command, visitId: line.visitId } }];
};

/**
 * Facts: whether a record of the line's visit stands, which could be amended, and the event that
 * prices the visit as it stands (null: none, as it has a new record since).
 */
interface Answer extends Omit<Data<'DisputeResolved'>, 'answeredOn' | 'confirmBy'> {
  readonly isRecorded: boolean;
  readonly pricedBy: Uuid | null;
}

/**
 * Once: the same answer again is a repeat, another is not, unless what was upheld waits for a
 * record that nobody amends: then an amount may stand for it, or the dispute be withdrawn (rule
 * 35). Where there is no record that could be amended (a line without a visit, a cancellation, a
 * missed visit), what is upheld needs an amount (contract, resolveDispute).
 */
export const resolveDispute = (command: Answer, state: SettlementState, now: Instant): SettlementEvent[] => {
  const { isRecorded, pricedBy, ...answer } = command;
  const { statementId, lineId, outcome, adjustmentYen, digest } = answer;
  const statement = standingStatement(state, statementId);
  const dispute = statement.disputes.find(({ line }) => line.lineId === lineId);
  if (!dispute) throw new Rejected('DISPUTE_UNKNOWN', ['lineId']);
  if (dispute.resolved !== null) {
    if (dispute.resolved.digest === digest) return [];
    const isEnding = outcome === 'WITHDRAWN' || adjustmentYen !== null;
    if (!isEnding || !waitsForRecord(dispute, pricedBy, state)) throw new Rejected('DISPUTE_RESOLVED', ['lineId']);
  }
  if (outcome === 'UPHELD' && adjustmentYen === null && !isRecorded)
    throw new Rejected('ADJUSTMENT_NEEDED', ['adjustmentYen']);
  const answeredOn = dayOf(now);
  const confirmBy = confirmByAfter(statement, answeredOn);
  return [{ type: 'DisputeResolved', data: { ...answer, answeredOn, confirmBy } }];
};

/** Upheld without an amount, and the visit is priced as its last line has it. */
const waitsForRecord = ({ line, resolved }: DisputeState, pricedBy: Uuid | null, state: SettlementState): boolean => {
  if (resolved?.outcome !== 'UPHELD' || resolved.adjustmentYen !== null || line.visitId === null) return false;
  const lines = linesOf(state, new Set([line.visitId])).get(line.visitId) ?? [];
  // What a dispute has added prices no visit: then it is the visit's own line that stands.
  const own = lines.find(({ lineId }) => lineId === line.lineId) ?? lines.at(-1);
  return own !== undefined && own.pricedBy === pricedBy;
};

/**
 * After an answer the agreed days to confirm begin anew, within the same bounds (rule 35). The days
 * between issue and `confirmBy` stand for those agreed: what the bounds have cut from them, they
 * would cut again.
 */
const confirmByAfter = ({ shownSince, confirmBy, dueOn }: StatementState, answeredOn: Day): Day | null =>
  confirmBy === null ? null : confirmByOf(answeredOn, dueOn, daysBetween(shownSince, confirmBy));
