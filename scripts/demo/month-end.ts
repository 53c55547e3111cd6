import {
  addDays,
  addMinutes,
  addMonths,
  type Day,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOfDay,
  toInstant,
} from '../../src/domain/calendar.ts';
import type { Moment, Statement } from '../network-builder.ts';
import { bankDayUpTo, timeOn, weekdayFrom } from './days.ts';
import type { SetOffice, SetPartner } from './setting.ts';
import type { Timeline } from './timeline.ts';

/**
 * The months of a partner office that are over by `to`: closed with each assist office on the
 * second weekday or so, confirmed by hand or by silence, approved by a second person, paid on the
 * last bank day before the statement is due.
 */
export const settleMonths = (timeline: Timeline, of: SetPartner, from: Day, to: Day): void => {
  for (let month = monthOfDay(from); firstDayOf(addMonths(month, 1)) <= to; month = addMonths(month, 1)) {
    const day = weekdayFrom(addDays(lastDayOf(month), 2));
    for (const [n, assist] of of.assists.entries())
      timeline.add(timeOn(day, '10:30'), (then) => settle(timeline, of, assist, month, n, then, day));
  }
};

const settle = async (
  timeline: Timeline,
  { networkId, partner, approver }: SetPartner,
  assist: SetOffice,
  month: Month,
  n: number,
  then: Moment,
  day: Day,
): Promise<void> => {
  const statement = await then.close(networkId, partner, assist, month);
  if (statement === null) return;
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

/**
 * A settled record turns out to be wrong by five minutes: amended, verified again, and put right in
 * the next statement.
 */
const correct = async (then: Moment, partner: SetOffice, assist: SetOffice, { id }: Statement): Promise<void> => {
  const { statement } = await then.ask(
    partner,
    `query ($id: ID!) {
      statement(id: $id) { lines(first: 20) { edges { node { kind visit { id record { endedAt } } } } } }
    }`,
    { id },
  );
  const lines: readonly Line[] = statement.lines.edges.map((edge: { node: Line }) => edge.node);
  const visit = lines.find(({ kind, visit }) => kind === 'VISIT' && visit?.record)?.visit;
  if (!visit?.record) return;
  const adjustedEnd = addMinutes(toInstant(visit.record.endedAt), 5);
  const reason = '片付けの5分が記録から漏れていたため';
  await then.send(assist, 'amendVisitRecord', { visitId: visit.id, adjustedEnd, reason });
  await then.verify(partner, visit.id, '両事業所で確認しました。');
};
interface Line {
  readonly kind: string;
  readonly visit: { readonly id: string; readonly record: { readonly endedAt: string } | null } | null;
}
