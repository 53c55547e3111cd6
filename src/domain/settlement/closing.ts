import { type Day, dayOf, lastDayOf, type Month } from '../calendar.ts';
import { lineIdOf, type Uuid } from '../ids.ts';
import type { VisitState } from '../visit/state.ts';
import type { Yen } from '../vocabulary.ts';
import type { StatementLine, TaxSubtotal } from './events.ts';
import { holdOf } from './holds.ts';
import {
  type Adjustment,
  adjustmentsToSettle,
  linesOf,
  type SettledLine,
  type SettlementState,
  standingStatements,
} from './state.ts';
import { subtotalsOf, totalOf } from './tax.ts';

type Draft = Omit<StatementLine, 'lineId'>;

/**
 * A visit of the pair as its own stream prices it now. FREE: missed, or cancelled without a fee.
 */
export interface PricedVisit
  extends Pick<StatementLine, 'date' | 'serviceCode' | 'units' | 'yenPerUnitHundredths' | 'amountYen' | 'taxClass'> {
  readonly visitId: Uuid;
  readonly kind: 'VISIT' | 'CANCELLATION' | 'FREE';
  readonly termsVersion: number;
  readonly pricedBy: Uuid;
}

export interface Closing {
  readonly lines: readonly StatementLine[];
  readonly subtotals: readonly TaxSubtotal[];
  readonly totalYen: Yen;
  /** Below zero: what the next statement begins with; else 0. */
  readonly carriedForwardYen: Yen;
}

/**
 * A visit as the event with id `pricedBy` priced it; null while it is not VERIFIED, MISSED or
 * CANCELLED, or something holds it (rule 33).
 */
export const pricedVisit = (visitId: Uuid, state: VisitState, pricedBy: Uuid): PricedVisit | null => {
  if (state.status !== 'VERIFIED' && state.status !== 'MISSED' && state.status !== 'CANCELLED') return null;
  if (holdOf(state) !== null) return null;
  const { fee } = state;
  const isPriced = state.status === 'CANCELLED' && fee.feeYen > 0;
  const kind = state.status === 'VERIFIED' ? 'VISIT' : isPriced ? 'CANCELLATION' : 'FREE';
  return {
    visitId,
    kind,
    date: dayOf(state.plan.plannedStart),
    serviceCode: fee.serviceCode,
    units: kind === 'VISIT' ? fee.units : null,
    yenPerUnitHundredths: fee.yenPerUnitHundredths,
    amountYen: kind === 'FREE' ? 0 : fee.feeYen,
    taxClass: fee.taxClass,
    termsVersion: fee.termsVersion,
    pricedBy,
  };
};

const carried = (date: Day, amountYen: Yen, carriedFrom: Uuid | null): Draft => ({
  kind: 'CARRIED_FORWARD',
  visitId: null,
  date,
  serviceCode: null,
  units: null,
  yenPerUnitHundredths: null,
  amountYen,
  taxClass: 'OUT_OF_SCOPE',
  termsVersion: null,
  pricedBy: null,
  corrects: null,
  carriedFrom,
});

/**
 * The line of a visit after its lines `before`, if this pricing is in none of them: VISIT or
 * CANCELLATION first, every later one the difference (rule 31).
 */
const lineOf = (visit: PricedVisit, before: readonly SettledLine[]): Draft[] => {
  if (before.some(({ pricedBy }) => pricedBy === visit.pricedBy)) return [];
  const { kind, visitId, ...content } = visit;
  const last = before.at(-1);
  if (last) {
    const amountYen = visit.amountYen - before.reduce((sum, line) => sum + line.amountYen, 0);
    // A difference is taxed as what it differs from.
    const of = { taxClass: last.taxClass, corrects: last.lineId, carriedFrom: null };
    return [{ ...content, ...of, visitId, kind: 'ADJUSTMENT', amountYen }];
  }
  return kind === 'FREE' ? [] : [{ ...content, visitId, kind, corrects: null, carriedFrom: null }];
};

/** The line of what an upheld dispute adds: of its line's day, and taxed as that is (rule 31). */
const disputedLine = ({ line, adjustmentYen, eventId }: Adjustment): Draft => ({
  kind: 'ADJUSTMENT',
  visitId: line.visitId,
  date: line.date,
  serviceCode: line.serviceCode,
  units: null,
  yenPerUnitHundredths: null,
  amountYen: adjustmentYen,
  taxClass: line.taxClass,
  termsVersion: line.termsVersion,
  pricedBy: eventId,
  corrects: line.lineId,
  carriedFrom: null,
});

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What a month's closing holds (rules 31, 32, 34): visits up to the month's end, late ones with
 * their own day, then what disputes have added, after what the last statement that stands carried
 * forward; below zero it closes at 0. Null where there is nothing to settle yet.
 */
export const closeMonth = (
  state: SettlementState,
  visits: readonly PricedVisit[],
  month: Month,
  statementId: Uuid,
): Closing | null => {
  const lastDay = lastDayOf(month);
  const before = linesOf(state, new Set(visits.map(({ visitId }) => visitId)));
  const ofVisits = visits
    .filter(({ date }) => date <= lastDay)
    .sort((a, b) => inOrder(a.date, b.date) || inOrder(a.visitId, b.visitId))
    .flatMap((visit) => lineOf(visit, before.get(visit.visitId) ?? []));
  const ripe = [...ofVisits, ...adjustmentsToSettle(state).map(disputedLine)];
  if (ripe.length === 0) return null;
  const previous = standingStatements(state).at(-1);
  const begins =
    previous && previous.carriedForwardYen !== 0
      ? [carried(`${month}-01`, previous.carriedForwardYen, previous.statementId)]
      : [];
  const drafts = [...begins, ...ripe];
  const balance = totalOf(subtotalsOf(drafts));
  const all = balance < 0 ? [...drafts, carried(lastDay, -balance, null)] : drafts;
  const subtotals = subtotalsOf(all);
  return {
    lines: all.map((line, index) => ({ lineId: lineIdOf(statementId, index), ...line })),
    subtotals,
    totalYen: totalOf(subtotals),
    carriedForwardYen: Math.min(0, balance),
  };
};
