import { createHash } from 'node:crypto';
import { addDays, addMonths, type Day, firstDayOf, lastDayOf, monthOfDay } from '../../src/domain/calendar.ts';
import { parseTransferFile } from '../../src/exchange/bank-transfer.ts';
import type { Moment, Office, Statement } from '../network-builder.ts';
import { correct } from './correction.ts';
import { bankDayFrom, bankDayUpTo, timeOn, weekdayFrom } from './days.ts';
import { disputeLate, disputeLines, voidAndReplace } from './disputes.ts';
import type { SetPartner } from './setting.ts';
import { downloaded, type Stage } from './stage.ts';
import { same } from './telling.ts';

const BANK = { bankCode: '0001', branchCode: '001', kind: 'ORDINARY' };
const HOLDERS = [
  'ヒナタザカケアステーション',
  'カモメノホームヘルプ',
  'サクラダイザカヘルパーズ',
  'アオババシ ハウモンカイゴ',
];

/** A month's statements of a partner office, and who is paid by them. */
export interface Settled {
  readonly stage: Stage;
  readonly of: SetPartner;
  readonly payees: readonly Office[];
  /** In the order of the payees; a new one stands in the place of one that was voided. */
  readonly statements: Statement[];
  /** At a time of a day. */
  readonly on: (day: Day, clock: string, run: (then: Moment) => Promise<unknown>) => void;
}

/**
 * The first month of a partner office, in full: lines are disputed, a statement is voided and made
 * anew, an approval is taken back, all are paid by a file for the bank, one payment comes back, and
 * what was paid turns out to be wrong. `small`: who is paid besides the assist offices.
 */
export const settleByFile = (stage: Stage, of: SetPartner, small: Office, from: Day): void => {
  const on: Settled['on'] = (day, clock, run) => stage.timeline.add(timeOn(day, clock), run);
  const payees = [...of.assists, small];
  on(addDays(from, 12), '13:10', async (then) => {
    const holderKana = 'ミナトザカホウモンカイゴ';
    const own = { officeId: of.partner.id, ...BANK, number: '1100001', holderKana, consignorCode: '0000012345' };
    await then.send(of.partner, 'setBankAccount', own);
    for (const [n, payee] of payees.entries()) await setAccount(then, payee, n);
  });
  const month = monthOfDay(from);
  const day = weekdayFrom(addDays(lastDayOf(month), 2));
  on(day, '10:30', async (then) => {
    const statements: Statement[] = [];
    for (const payee of payees) {
      const statement = await then.close(of.networkId, of.partner, payee, month);
      if (statement === null) throw new Error(`${payee.subject} has nothing to settle in ${month}`);
      statements.push(statement);
    }
    const settled = { stage, of, payees, statements, on };
    disputeLines(settled, day);
    voidAndReplace(settled, day, month);
    payAll(settled, bankDayUpTo(statements[0]?.dueOn ?? firstDayOf(addMonths(month, 2))));
  });
};

const setAccount = (then: Moment, payee: Office, n: number) => {
  const account = { ...BANK, number: `220000${n}`, holderKana: HOLDERS[n] ?? '' };
  return then.send(payee, 'setBankAccount', { officeId: payee.id, ...account });
};

const approve = (then: Moment, { of }: Settled, { id: statementId, contentHash }: Statement) =>
  then.send(of.approver, 'approvePayment', { statementId, contentHash });

const payAll = (settled: Settled, payDay: Day): void => {
  const { of, payees, statements, on } = settled;
  on(addDays(payDay, -3), '15:00', async (then) => {
    for (const statement of statements) await approve(then, settled, statement);
  });
  disputeLate(settled, addDays(payDay, -2));
  on(addDays(payDay, -2), '13:00', (then) => approve(then, settled, statements.at(-1) as Statement));
  on(addDays(payDay, -2), '15:00', (then) => instruct(then, settled, statements, payDay));
  on(payDay, '09:15', async (then) => {
    for (const { id: statementId, totalYen: amountYen } of statements.slice(0, -1))
      await then.send(of.partner, 'recordPayment', { statementId, amountYen, paidOn: payDay, reference: '総合振込' });
  });
  const [, corrected] = statements;
  const [, payee] = payees;
  if (corrected && payee) on(payDay, '09:40', (then) => correct(then, of.partner, payee, corrected));
  on(payDay, '16:00', (then) => comesBack(then, settled, payDay));
};

/** The file for the bank: what it says is what the statements say. */
const instruct = async (
  then: Moment,
  { stage, of }: Settled,
  statements: readonly Statement[],
  transferDate: Day,
): Promise<void> => {
  const input = { partnerOfficeId: of.partner.id, statementIds: statements.map(({ id }) => id), transferDate };
  const selection = 'bankFile { url count totalYen sha256 }';
  const { bankFile } = await then.send(of.partner, 'instructPayments', input, selection);
  const bytes = await downloaded(stage, of.partner, bankFile.url);
  const { transfers } = parseTransferFile(bytes);
  const sum = (yen: readonly number[]): number => yen.reduce((all, one) => all + one, 0);
  const total = sum(statements.map(({ totalYen }) => totalYen));
  same('the bank file', [bankFile.count, bankFile.totalYen], [statements.length, total]);
  same('its records', sum(transfers.map(({ amountYen }) => amountYen)), total);
  same('its digest', createHash('sha256').update(bytes).digest('hex'), bankFile.sha256);
  stage.keep(`furikomi-${transferDate}.txt`, bytes);
  stage.telling.tell(
    then.at ?? '',
    `総合振込データ: ${transfers.length}件、合計${total}円（トレーラと一致）、振込日${transferDate}`,
    `a file for the bank: ${transfers.length} transfers of ${total} yen in all, as its trailer says`,
  );
};

const STATUS = 'query ($id: ID!) { statement(id: $id) { number status payment { failedReason paidOn } } }';

/** The last payment comes back: another account, approved and paid again. */
const comesBack = async (then: Moment, settled: Settled, payDay: Day): Promise<void> => {
  const { stage, of, payees, statements, on } = settled;
  const [statement, payee] = [statements.at(-1), payees.at(-1)];
  if (!statement || !payee) return;
  const { id: statementId, totalYen: amountYen } = statement;
  const reason = '口座名義相違';
  await then.send(of.partner, 'recordPaymentFailure', { statementId, on: payDay, reason });
  const { statement: back } = await then.ask(of.partner, STATUS, { id: statementId });
  same('the payment has come back', [back.status, back.payment.failedReason], ['PAYMENT_FAILED', reason]);
  const again = await bankDayFrom(addDays(payDay, 3));
  on(addDays(payDay, 1), '10:10', (then) => {
    const account = { ...BANK, number: '2200009', holderKana: 'アオババシホウモンカイゴ' };
    return then.send(payee, 'setBankAccount', { officeId: payee.id, ...account });
  });
  on(addDays(payDay, 1), '11:00', (then) => approve(then, settled, statement));
  on(addDays(payDay, 1), '11:30', (then) => instruct(then, settled, [statement], again));
  on(again, '10:00', async (then) => {
    await then.send(of.partner, 'recordPayment', { statementId, amountYen, paidOn: again, reference: '再振込' });
    const { statement: paid } = await then.ask(of.partner, STATUS, { id: statementId });
    same('paid after all', [paid.status, paid.payment.paidOn], ['PAID', again]);
    stage.telling.tell(
      then.at ?? '',
      `${back.number}: 振込が「${reason}」で戻り、口座の登録し直し・再承認のあと${again}に支払済み`,
      `${back.number}: the payment came back; with another account, approved and sent again, it is ${paid.status}`,
    );
  });
};
