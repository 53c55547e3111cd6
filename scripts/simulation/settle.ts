import { addMinutes, addMonths, firstDayOf, type Month, startOfDay } from '../../src/domain/calendar.ts';
import { type Api, Moment, type Statement } from '../network-builder.ts';
import type { Setting } from './setting.ts';

export interface Settled {
  statements: number;
  lines: number;
  netYen: number;
  totalYen: number;
  paidYen: number;
}

/**
 * The month of each pair: closed, confirmed (every other one by silence), approved by a second
 * person, paid. Safe to repeat.
 */
export const settleMonth = async (
  api: Api,
  { networkId, partner, approver, assists }: Setting,
  month: Month,
): Promise<Settled> => {
  const nextMonth = addMinutes(startOfDay(firstDayOf(addMonths(month, 1))), 9 * 60);
  const now = new Moment(api, nextMonth);
  const settled: Settled = { statements: 0, lines: 0, netYen: 0, totalYen: 0, paidYen: 0 };
  const open: Statement[] = [];
  for (const [n, assist] of assists.entries()) {
    const statement = await now.close(networkId, partner, assist, month);
    if (statement === null) continue;
    settled.statements += 1;
    settled.lines += statement.lines.totalCount;
    settled.netYen += statement.subtotals.reduce((sum, { netYen }) => sum + netYen, 0);
    settled.totalYen += statement.totalYen;
    open.push(statement);
    if (n % 2 === 0) await now.confirm(assist, statement);
  }
  // Ten days are the terms' time for a dispute: silence has confirmed the rest by then.
  const later = now.later(addMinutes(nextMonth, 12 * 24 * 60));
  for (const statement of open.filter(({ totalYen }) => totalYen > 0)) {
    await later.pay(approver, statement, `sim-${statement.id.slice(0, 8)}`);
    settled.paidYen += statement.totalYen;
  }
  return settled;
};
