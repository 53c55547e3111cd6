import { addMinutes, toInstant } from '../../src/domain/calendar.ts';
import type { Moment, Office, Statement } from '../network-builder.ts';
import { same, type Telling } from './telling.ts';

/**
 * A settled record turns out to be wrong by five minutes: amended, verified again, and put right in
 * the next statement.
 */
export const correct = async (
  then: Moment,
  partner: Office,
  assist: Office,
  { id }: Pick<Statement, 'id'>,
): Promise<void> => {
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

const ADJUSTMENTS = `query ($id: ID!) {
  statement(id: $id) { number lines { edges { node { kind amountYen corrects visit { number } } } } }
}`;
interface Adjustment {
  readonly kind: string;
  readonly amountYen: number;
  readonly corrects: string | null;
  readonly visit: { readonly number: string };
}

/** What a statement puts right of those before it. */
export const tellAdjustments = async (
  telling: Telling,
  then: Moment,
  partner: Office,
  { id }: Pick<Statement, 'id'>,
): Promise<void> => {
  const { statement } = await then.ask(partner, ADJUSTMENTS, { id });
  const lines: readonly Adjustment[] = statement.lines.edges.map(({ node }: { node: Adjustment }) => node);
  const adjusted = lines.filter(({ kind }) => kind === 'ADJUSTMENT');
  for (const { corrects } of adjusted) same('an adjustment names the line that it corrects', corrects === null, false);
  const said = adjusted.map(({ amountYen, visit }) => `${visit.number}: ${amountYen}`).join(', ');
  if (said !== '')
    telling.tell(
      then.at ?? '',
      `前月分の訂正を翌月の支払通知書${statement.number}で精算（訪問と円）: ${said}`,
      `adjustments to the month before in statement ${statement.number}, by visit, in yen: ${said}`,
    );
};
