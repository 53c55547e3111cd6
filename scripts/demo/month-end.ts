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
import { counted, outcomes, RESULTS, type Result } from './several.ts';
import type { Stage } from './stage.ts';
import { same } from './telling.ts';
import type { Timeline } from './timeline.ts';

/**
 * The months of a partner office that are over by `to`: closed with each assist office on the
 * second weekday or so, confirmed by hand or by silence, approved by a second person, paid on the
 * last bank day before the statement is due.
 */
export const settleMonths = (stage: Stage, of: SetPartner, from: Day, to: Day): void => {
  for (let month = monthOfDay(from); firstDayOf(addMonths(month, 1)) <= to; month = addMonths(month, 1)) {
    const day = weekdayFrom(addDays(lastDayOf(month), 2));
    if (of.verifiesByMonth) stage.timeline.add(timeOn(day, '09:30'), (then) => verifyMonth(stage, of, month, then));
    for (const [n, assist] of of.assists.entries())
      stage.timeline.add(timeOn(day, '10:30'), (then) => settle(stage.timeline, of, assist, month, n, then, day));
  }
};

const RECORDED = `query ($from: Date!, $to: Date!, $office: ID!) {
  viewer { visits(from: $from, to: $to, filter: { status: [RECORDED], partnerOfficeId: $office }, first: 100) {
    totalCount edges { node { visitId visit { exceptions { code resolvedAt } } } } } }
}`;
interface Recorded {
  readonly visitId: string;
  readonly visit: { readonly exceptions: readonly { readonly code: string; readonly resolvedAt: string | null }[] };
}

/** A month's visits in two requests: what does not fit is answered for in between. */
const verifyMonth = async ({ telling }: Stage, { partner }: SetPartner, month: Month, then: Moment): Promise<void> => {
  const span = { from: firstDayOf(month), to: lastDayOf(month), office: partner.id };
  const { viewer } = await then.ask(partner, RECORDED, span);
  const recorded: readonly Recorded[] = viewer.visits.edges.map(({ node }: { node: Recorded }) => node);
  const verify = async (visitIds: readonly string[]): Promise<readonly Result[]> =>
    (await then.send(partner, 'verifyVisits', { visitIds }, RESULTS)).results;
  const first = await verify(recorded.map(({ visitId }) => visitId));
  const open = recorded.filter((_, n) => first[n]?.userErrors[0]?.code === 'OPEN_EXCEPTION');
  for (const { visitId, visit } of open)
    for (const code of new Set(visit.exceptions.filter((one) => one.resolvedAt === null).map(({ code }) => code)))
      await then.send(partner, 'resolveException', { visitId, code, reason: '月末にまとめて確認しました。' });
  const rest = open.length > 0 ? await verify(open.map(({ visitId }) => visitId)) : [];
  const isVerified = ({ visit }: Result): boolean => visit?.status === 'VERIFIED';
  same('the month is verified', [...first, ...rest].filter(isVerified).length, recorded.length);
  const requests = open.length > 0 ? 2 : 1;
  telling.tell(
    then.at ?? '',
    `${month}の訪問${recorded.length}件を${requests}回の送信で確定: 1回目 ${counted(outcomes(first))}`,
    `verifyVisits: ${recorded.length} visits of ${month} in ${requests} requests; at first ${counted(outcomes(first))}`,
  );
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
