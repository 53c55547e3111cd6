import { firstDayOf, lastDayOf, type Month } from '../../src/domain/calendar.ts';
import type { Moment } from '../network-builder.ts';
import type { SetPartner } from './setting.ts';
import { counted, outcomes, RESULTS, type Result } from './several.ts';
import type { Stage } from './stage.ts';
import { same } from './telling.ts';

const RECORDED = `query ($from: Date!, $to: Date!, $office: ID!) {
  viewer { visits(from: $from, to: $to, filter: { status: [RECORDED], partnerOfficeId: $office }, first: 100) {
    totalCount edges { node { visitId visit { exceptions { code resolvedAt } } } } } }
}`;
interface Recorded {
  readonly visitId: string;
  readonly visit: { readonly exceptions: readonly { readonly code: string; readonly resolvedAt: string | null }[] };
}

/** A month's visits in two requests: what does not fit is answered for in between. */
export const verifyMonth = async (
  { telling }: Stage,
  { partner }: SetPartner,
  month: Month,
  then: Moment,
): Promise<void> => {
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
