import {
  addDays,
  addMinutes,
  addMonths,
  type Day,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOfDay,
} from '../../src/domain/calendar.ts';
import type { Moment } from '../network-builder.ts';
import { correct, tellAdjustments } from './correction.ts';
import { bankDayUpTo, timeOn, weekdayFrom } from './days.ts';
import type { SetOffice, SetPartner } from './setting.ts';
import type { Stage } from './stage.ts';
import { verifyMonth } from './verify-month.ts';

/**
 * The months of a partner office that are over by `to`: closed with each assist office on the
 * second weekday or so, confirmed by hand or by silence, approved by a second person, paid on the
 * last bank day before the statement is due.
 */
export const settleMonths = (stage: Stage, of: SetPartner, from: Day, to: Day): void => {
  for (let month = monthOfDay(from); firstDayOf(addMonths(month, 1)) <= to; month = addMonths(month, 1)) {
    const day = weekdayFrom(addDays(lastDayOf(month), 2));
    if (of.verifiesByMonth) stage.timeline.add(timeOn(day, '09:30'), (then) => verifyMonth(stage, of, month, then));
    // `settleByFile` tells how the first of these is disputed, put right and paid.
    if (of.paysByFile && month === monthOfDay(from)) continue;
    for (const [n, assist] of of.assists.entries())
      stage.timeline.add(timeOn(day, '10:30'), (then) => settle(stage, of, assist, month, n, then, day));
  }
};

const settle = async (
  { timeline, telling }: Stage,
  { networkId, partner, approver, paysByFile }: SetPartner,
  assist: SetOffice,
  month: Month,
  n: number,
  then: Moment,
  day: Day,
): Promise<void> => {
  const statement = await then.close(networkId, partner, assist, month);
  if (statement === null) return;
  if (paysByFile) await tellAdjustments(telling, then, partner, statement);
  // The first confirms by hand, the others by silence.
  if (n === 0) timeline.add(addMinutes(timeOn(day, '10:30'), 95), (then) => then.confirm(assist, statement));
  if (n === 1) timeline.add(timeOn(addDays(day, 3), '16:00'), (then) => correct(then, partner, assist, statement));
  if (statement.totalYen === 0) return;
  const payDay = bankDayUpTo(statement.dueOn);
  const approved = { statementId: statement.id, contentHash: statement.contentHash };
  timeline.add(timeOn(addDays(payDay, -3), '15:00'), (then) => then.send(approver, 'approvePayment', approved));
  const payment = { statementId: statement.id, amountYen: statement.totalYen, paidOn: payDay };
  const reference = `総合振込 ${payDay}`;
  timeline.add(timeOn(payDay, '14:30'), (then) => then.send(partner, 'recordPayment', { ...payment, reference }));
};
