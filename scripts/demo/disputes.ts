import { addMinutes, type Day, type Month, toInstant } from '../../src/domain/calendar.ts';
import type { Moment, Office, Statement } from '../network-builder.ts';
import type { Settled } from './paid-by-file.ts';
import { same } from './telling.ts';

const UPHELD_YEN = 350;

const SEEN = `query ($id: ID!) { statement(id: $id) { number status payment { approvedAt } replaces { number }
  lines { edges { node { id kind dispute { outcome } visit { id record { endedAt } } } } } } }`;
interface Line {
  readonly id: string;
  readonly kind: string;
  readonly dispute: { readonly outcome: string | null } | null;
  readonly visit: { readonly id: string; readonly record: { readonly endedAt: string } | null };
}
const see = async (then: Moment, as: Office, { id }: Statement) => {
  const { statement } = await then.ask(as, SEEN, { id });
  const lines: readonly Line[] = statement.lines.edges.map(({ node }: { node: Line }) => node);
  return { ...statement, visits: lines.filter(({ kind }) => kind === 'VISIT'), lines };
};

/** Two lines of the first statement: one is upheld, one rejected; then it is confirmed. */
export const disputeLines = ({ stage, of, payees, statements, on }: Settled, day: Day): void => {
  const [payee] = payees;
  const [statement] = statements;
  if (!payee || !statement) return;
  const { id: statementId } = statement;
  on(day, '11:10', async (then) => {
    const { visits } = await see(then, payee, statement);
    const [first, second] = visits;
    const reasons = ['打刻では5分長く訪問しています。', '単価が合意した割合と違うように見えます。'];
    const dispute = (lineId: string, n: number) =>
      then.send(payee, 'disputeLine', { statementId, lineId, reason: reasons[n] });
    await dispute(first.id, 0);
    await dispute(second.id, 1);
    same('it is disputed', (await see(then, of.partner, statement)).status, 'DISPUTED');
    on(day, '14:20', async (then) => {
      const upheld = { outcome: 'UPHELD', answer: '打刻を確認しました。翌月に加算します。', adjustmentYen: UPHELD_YEN };
      const rejected = { outcome: 'REJECTED', answer: '合意書の割合のとおりです。' };
      await then.send(of.partner, 'resolveDispute', { statementId, lineId: first.id, ...upheld });
      await then.send(of.partner, 'resolveDispute', { statementId, lineId: second.id, ...rejected });
    });
    on(day, '15:05', async (then) => {
      await then.confirm(payee, statement);
      const { number, status, lines } = await see(then, payee, statement);
      const outcomes = lines.flatMap(({ dispute }: Line) => (dispute ? [dispute.outcome] : []));
      same('both are answered', [status, outcomes], ['CONFIRMED', ['UPHELD', 'REJECTED']]);
      stage.telling.tell(
        then.at ?? '',
        `${number}: 明細2件に異議、認容1件（翌月に${UPHELD_YEN}円）・棄却1件、そのうえで確認`,
        `${number}: two lines disputed, ${outcomes.join(' and ')}, then ${status}`,
      );
    });
  });
};

/** A record in the third statement is wrong: voided, put right, closed again the same day. */
export const voidAndReplace = ({ stage, of, payees, statements, on }: Settled, day: Day, month: Month): void => {
  const { networkId, partner } = of;
  const [, , payee] = payees;
  const [, , statement] = statements;
  if (!payee || !statement) return;
  on(day, '16:10', async (then) => {
    const { number, visits } = await see(then, partner, statement);
    const { id: visitId, record } = visits[0].visit;
    const reason = '終了時刻の誤りが見つかったため、発行し直します。';
    await then.send(partner, 'voidStatement', { statementId: statement.id, reason });
    await then.send(partner, 'returnVisitRecord', { visitId, reason: '終了時刻を確認してください。' });
    const adjustedEnd = addMinutes(toInstant(record.endedAt), 3);
    on(day, '16:40', (then) =>
      then.send(payee, 'amendVisitRecord', { visitId, adjustedEnd, reason: '終了の打刻が3分早かったため' }),
    );
    on(day, '17:10', (then) => then.verify(partner, visitId, '訂正を確認しました。'));
    on(day, '17:30', async (then) => {
      const anew = await then.close(networkId, partner, payee, month);
      if (anew === null) throw new Error('a voided statement is made anew');
      statements[2] = anew;
      const { number: newNumber, replaces } = await see(then, payee, anew);
      same('it says what it stands for', replaces.number, number);
      stage.telling.tell(
        then.at ?? '',
        `支払通知書${number}を取り消し、記録を直して${newNumber}を発行し直し`,
        `statement ${number} voided; ${newNumber} stands in its place`,
      );
    });
  });
};

/** Whoever had not answered disputes what is approved already, and takes it back. */
export const disputeLate = ({ stage, of, payees, statements, on }: Settled, day: Day): void => {
  const [statement, payee] = [statements.at(-1), payees.at(-1)];
  if (!statement || !payee) return;
  const { id: statementId } = statement;
  on(day, '10:00', async (then) => {
    const before = await see(then, of.partner, statement);
    const lineId = before.visits[0].id;
    await then.send(payee, 'disputeLine', { statementId, lineId, reason: '訪問の日が違うように見えます。' });
    const after = await see(then, of.partner, statement);
    const approvals = [before, after].map(({ status, payment }) => [status, payment?.approvedAt != null]);
    same('the approval is taken back', approvals, [
      ['APPROVED', true],
      ['DISPUTED', false],
    ]);
    stage.telling.tell(
      then.at ?? '',
      `${before.number}: 承認のあとの異議で承認が外れる（${before.status} → ${after.status}）`,
      `${before.number}: disputed after its approval, which is taken back`,
    );
    on(day, '11:00', (then) =>
      then.send(payee, 'resolveDispute', { statementId, lineId, outcome: 'WITHDRAWN', answer: '確認できました。' }),
    );
    on(day, '11:10', (then) => then.confirm(payee, statement));
  });
};
