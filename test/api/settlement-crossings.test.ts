import t from 'tap';
import { parseTransferFile } from '../../src/exchange/bank-transfer.ts';
import type { Site } from '../support/site.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';
import { startTwoNodes } from '../support/two-nodes.ts';

type Node = Pick<Site, 'ask' | 'mutate'>;
const at = (day: string, time = '10:00', year = 2026): string => `${year}-${day}T${time}:00+09:00`;
const [OLD, NEW] = ['1111111', '2222222'];
const STATEMENT = `id status totalYen contentHash confirmedAt replaces { id }
  payment { approvedAt paidOn bankFile { url } } history { type }
  lines { edges { node { id amountYen visit { id } dispute { outcome } } } }`;
interface Line {
  readonly id: string;
  readonly amountYen: number;
  readonly visit: { readonly id: string } | null;
}
interface Statement {
  readonly id: string;
  readonly status: string;
  readonly totalYen: number;
  readonly contentHash: string;
  readonly confirmedAt: string | null;
  readonly payment: { readonly approvedAt: string | null; readonly bankFile: { readonly url: string } | null } | null;
  readonly history: readonly { readonly type: string }[];
  readonly lines: { readonly edges: readonly { readonly node: Line }[] };
}

/** A file, once the node that is asked has come as far as the one that told of it. */
const downloaded = async (url: string, token: string): Promise<Uint8Array> => {
  const headers = { authorization: `Bearer ${token}` };
  const signal = AbortSignal.timeout(15_000);
  for (;;) {
    const answer = await fetch(url, { headers, signal });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (answer.ok) return bytes;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/**
 * Settlement of a pair whose commands cross, each at a node of its own at once: whichever stands
 * first in the pair's stream, what then holds is one and the same story (rules 3, 31, 35).
 */
t.test('what crosses between two nodes in a settlement, and what then holds', async (t) => {
  const nodes = await startTwoNodes(t);
  const { networkId, partner, clientId, assists } = await buildSmallNetwork(nodes, '2026-06-01', 1);
  const [assist] = assists;
  const [one, other] = nodes.urls.map(nodes.at);
  if (!assist || !one || !other) throw new Error('an assist office and two nodes');
  const pair = { networkId, partnerOfficeId: partner.id, assistOfficeId: assist.id };
  const send = async (node: Node, as: string, name: string, input: object, now: string): Promise<string[]> => {
    const { userErrors } = await node.mutate(name, { ...input }, { as, at: now });
    return userErrors.map(({ code }: { code: string }) => code);
  };
  let turns = 0;
  /** Both at once, at either node in turn. */
  const cross = (now: string, ...both: readonly [as: string, name: string, input: object][]): Promise<string[][]> => {
    turns += 1;
    const at = turns % 2 === 0 ? [one, other] : [other, one];
    return Promise.all(both.map(([as, name, input], n) => send(at[n] ?? one, as, name, input, now)));
  };
  const must = async (as: string, name: string, input: object, now: string): Promise<void> => {
    const codes = await send(nodes, as, name, input, now);
    if (codes.length > 0) throw new Error(`${name}: ${codes}`);
  };
  const list = async (now: string): Promise<Statement[]> => {
    const query = `query ($id: ID!) { network(id: $id) { statements { edges { node { ${STATEMENT} } } } } }`;
    const { data } = await nodes.ask(query, { id: networkId }, { as: partner.subject, at: now });
    return data.network.statements.edges.map(({ node }: { node: Statement }) => node);
  };
  const see = async (id: string, now: string): Promise<Statement> => {
    const query = `query ($id: ID!) { statement(id: $id) { ${STATEMENT} } }`;
    return (await nodes.ask(query, { id }, { as: partner.subject, at: now })).data.statement;
  };
  const linesOf = ({ lines }: Statement): readonly Line[] => lines.edges.map(({ node }) => node);
  const setAccount = (office: typeof partner, number: string) => {
    const account = { bankCode: '0001', branchCode: '001', kind: 'ORDINARY', holderKana: 'ジギョウショ', number };
    const input = { officeId: office.id, ...account, consignorCode: office === partner ? '0000012345' : undefined };
    return [office.subject, 'setBankAccount', input] as [string, string, object];
  };

  const setUp = momentAt(nodes, at('06-01'));
  await setUp.terms(networkId, partner, assist, { feeBasis: 'PER_HOUR', yenPerHour: 4_000, confirmDays: 30 });
  await setUp.coordinator(partner, 'second', '承認');
  const made = async (...days: readonly string[]): Promise<readonly string[]> => {
    const before = momentAt(nodes, at(days[0] ?? '', '08:00'));
    const asked = days.map((day) => visitOn(`2026-${day}`, 10));
    const rounds = [{ officeIds: [assist.id] }];
    const { id, visits } = await before.request(partner, { clientId, visits: asked, rounds });
    await before.accept(assist, id);
    for (const [n, { visitId }] of visits.entries()) {
      const day = days[n] ?? '';
      const end = momentAt(nodes, at(day, '10:46'));
      const times = { startedAt: at(day), endedAt: at(day, '10:45') };
      await end.record({ id: assist.caregiverId, subject: assist.subject }, visitId, times);
      await end.verify(partner, visitId, '確認');
    }
    return visits.map(({ visitId }) => visitId);
  };
  await made('06-02', '06-03', '06-04', '06-05');
  const close = { ...pair, month: '2026-06' };
  const closing: [string, string, object] = [partner.subject, 'closeSettlement', close];

  await t.test('rule 33: a month that both nodes close at once is closed once', async (t) => {
    const codes = await cross(at('07-01'), closing, ['second', 'closeSettlement', close]);
    t.strictSame(codes.flat(), ['MONTH_CLOSED']);
    t.equal((await list(at('07-01', '10:01'))).length, 1);
  });

  // Whoever closed it, it is voided and closed by one who does not approve.
  const [both] = await list(at('07-01', '10:02'));
  await must(partner.subject, 'voidStatement', { statementId: both?.id, reason: '試し' }, at('07-01', '10:03'));
  await must(...closing, at('07-01', '10:04'));
  const statement = (await list(at('07-01', '10:05'))).find(({ status }) => status === 'ISSUED');
  if (!statement) throw new Error('a statement');
  const { id: statementId, contentHash, totalYen } = statement;
  const lineIds = linesOf(statement).map(({ id }) => id);
  const disputing = (lineId = '') =>
    [assist.subject, 'disputeLine', { statementId, lineId, reason: '違います' }] as [string, string, object];
  const approving: [string, string, object] = ['second', 'approvePayment', { statementId, contentHash }];
  const reject = (lineId: string | undefined, now: string): Promise<void> =>
    must(partner.subject, 'resolveDispute', { statementId, lineId, outcome: 'REJECTED', answer: '記録のとおり' }, now);

  await t.test('rule 35: a dispute and an approval: nobody is paid while it is open', async (t) => {
    for (const [n, day] of ['07-20', '07-25', '07-30'].entries()) {
      const [disputed, approved = []] = await cross(at(day), disputing(lineIds[n]), approving);
      t.strictSame(disputed, []);
      t.ok(approved.every((code) => code === 'DISPUTE_OPEN'));
      const { status, payment } = await see(statementId, at(day, '10:01'));
      t.strictSame([status, payment?.approvedAt ?? null], ['DISPUTED', null], approved.length > 0 ? 'after' : 'before');
      await reject(lineIds[n], at(day, '10:02'));
    }
  });

  await t.test('rule 35: a dispute and a confirmation: one of the two', async (t) => {
    const confirming: [string, string, object] = [assist.subject, 'confirmStatement', { statementId }];
    const codes = await cross(at('07-30', '14:00'), disputing(lineIds[3]), confirming);
    const { status, confirmedAt } = await see(statementId, at('07-30', '14:01'));
    if (status === 'DISPUTED') {
      t.strictSame([codes, confirmedAt], [[[], ['DISPUTE_OPEN']], null]);
      await reject(lineIds[3], at('07-30', '14:02'));
      await must(...confirming, at('07-30', '14:03'));
    } else t.strictSame([codes, status], [[['ALREADY_CONFIRMED'], []], 'CONFIRMED']);
  });

  await t.test(
    'rule 35: the account changes while the file is made: it goes where it was approved to go, or not',
    async (t) => {
      await must(...setAccount(partner, '7654321'), at('07-31'));
      await must(...setAccount(assist, OLD), at('07-31', '10:01'));
      await must(...approving, at('07-31', '10:02'));
      const instructing = { partnerOfficeId: partner.id, statementIds: [statementId], transferDate: '2026-08-05' };
      const [changed, instructed = []] = await cross(at('07-31', '10:03'), setAccount(assist, NEW), [
        'second',
        'instructPayments',
        instructing,
      ]);
      t.strictSame(changed, []);
      const { status, payment } = await see(statementId, at('07-31', '10:04'));
      if (instructed.length === 0) {
        t.equal(status, 'INSTRUCTED');
        const token = await nodes.token(partner.subject);
        const { transfers } = parseTransferFile(await downloaded(payment?.bankFile?.url ?? '', token));
        t.strictSame(
          transfers.map(({ number, amountYen }) => [number, amountYen]),
          [[OLD, totalYen]],
        );
        const failed = { statementId, on: '2026-07-31', reason: '口座変更' };
        await must('second', 'recordPaymentFailure', failed, at('07-31', '10:05'));
      } else t.strictSame([instructed, status, payment?.approvedAt ?? null], [['ACCOUNT_CHANGED'], 'CONFIRMED', null]);
      const again = await see(statementId, at('07-31', '10:06'));
      t.equal(again.payment?.approvedAt ?? null, null, 'somebody approves anew, for the new account');
      await must(...approving, at('07-31', '10:07'));
    },
  );

  await t.test('rule 35: an approved payment stands in one file, and neither is voided', async (t) => {
    const instructing = { partnerOfficeId: partner.id, statementIds: [statementId], transferDate: '2026-08-05' };
    const codes = await cross(
      at('07-31', '11:00'),
      ['second', 'instructPayments', instructing],
      [partner.subject, 'instructPayments', instructing],
      [partner.subject, 'voidStatement', { statementId, reason: '間違い' }],
    );
    t.strictSame(codes.slice(0, 2).flat(), ['ALREADY_INSTRUCTED']);
    t.strictSame(codes[2], ['PAYMENT_UNDER_WAY']);
    const { history } = await see(statementId, at('07-31', '11:01'));
    t.equal(history.filter(({ type }) => type === 'PaymentInstructed').length, fileCount(history) + 1);
  });

  await t.test('rule 35: paid and come back at once: the later of the two in the stream stands', async (t) => {
    const paying = { statementId, paidOn: '2026-08-05', amountYen: totalYen, reference: '総合振込' };
    const failing = { statementId, on: '2026-08-05', reason: '名義相違' };
    const codes = await cross(
      at('08-05'),
      ['second', 'recordPayment', paying],
      [partner.subject, 'recordPaymentFailure', failing],
    );
    t.strictSame(codes, [[], []]);
    const { status, history } = await see(statementId, at('08-05', '10:01'));
    const last = history.at(-1)?.type;
    t.equal(status, last === 'PaymentSettled' ? 'PAID' : 'PAYMENT_FAILED');
    if (status === 'PAYMENT_FAILED') await must('second', 'recordPayment', paying, at('08-05', '10:02'));
  });

  await t.test(
    'rules 31, 36: a record is amended while its month is closed: no yen is lost or counted twice',
    async (t) => {
      const [visitId = ''] = await made('08-06');
      const amending = { visitId, adjustedEnd: at('08-06', '10:39'), reason: '退室は10時39分でした' };
      const august = { ...pair, month: '2026-08' };
      const codes = await cross(
        at('09-01'),
        [partner.subject, 'closeSettlement', august],
        [assist.subject, 'amendVisitRecord', amending],
      );
      t.strictSame(codes[1], []);
      await momentAt(nodes, at('09-01', '10:01')).verify(partner, visitId, '訂正のとおり');
      const isClosed = codes[0]?.length === 0;
      if (!isClosed) t.strictSame(codes[0], ['NOTHING_TO_SETTLE']);
      await must(partner.subject, 'closeSettlement', { ...pair, month: isClosed ? '2026-09' : '2026-08' }, at('10-01'));
      const amounts = (await list(at('10-01', '10:01')))
        .filter(({ status }) => status !== 'VOIDED')
        .flatMap(linesOf)
        .filter(({ visit }) => visit?.id === visitId)
        .map(({ amountYen }) => amountYen);
      t.equal(
        amounts.reduce((sum, yen) => sum + yen, 0),
        2_600,
        '39 minutes',
      );
      t.equal(amounts.length, isClosed ? 2 : 1);
    },
  );

  const standing = async (now: string): Promise<Statement | undefined> =>
    (await list(now)).find(({ status }) => status !== 'VOIDED' && status !== 'PAID');
  const yenOf = (statement: Statement | undefined): number[] =>
    statement ? linesOf(statement).flatMap(({ visit, amountYen }) => (visit ? amountYen : [])) : [];
  const voiding = (id: string | undefined): [string, string, object] => [
    partner.subject,
    'voidStatement',
    { statementId: id, reason: '作り直し' },
  ];
  const autumn = new Set(await made('10-05', '10-06'));
  const october: [string, string, object] = [partner.subject, 'closeSettlement', { ...pair, month: '2026-10' }];

  await t.test('rule 31: a voiding and an answer to a dispute: what was upheld goes with the statement', async (t) => {
    await must(...october, at('11-01'));
    const issued = await standing(at('11-01', '10:01'));
    const line = { statementId: issued?.id, lineId: issued && linesOf(issued)[0]?.id };
    await must(assist.subject, 'disputeLine', { ...line, reason: '延長しました' }, at('11-01', '10:02'));
    const upheld = { ...line, outcome: 'UPHELD', answer: '延長分を認めます', adjustmentYen: 500 };
    const [voided, answered = []] = await cross(at('11-01', '10:03'), voiding(issued?.id), [
      'second',
      'resolveDispute',
      upheld,
    ]);
    t.strictSame(voided, []);
    t.ok(answered.every((code) => code === 'STATEMENT_VOIDED'));
    await must(...october, at('11-01', '10:04'));
    t.strictSame(yenOf(await standing(at('11-01', '10:05'))), [3_000, 3_000], 'as if nothing had been upheld');
  });

  await t.test('rules 31, 36: a voiding and the closing of the next month: each visit in one line', async (t) => {
    for (const visitId of await made('11-05')) autumn.add(visitId);
    const october = await standing(at('12-01'));
    const closeNext = { ...pair, month: '2026-11' };
    const [, ...anotherVoids] = voiding(october?.id);
    const [closed, voided = []] = await cross(
      at('12-01', '10:01'),
      [partner.subject, 'closeSettlement', closeNext],
      ['second', ...anotherVoids],
    );
    t.strictSame(closed, []);
    t.ok(voided.every((code) => code === 'NOT_NEWEST'));
    // What had been read before it was voided waits for the month after.
    const december: [string, string, object] = [partner.subject, 'closeSettlement', { ...pair, month: '2026-12' }];
    const rest = await send(nodes, ...december, at('01-01', '09:00', 2027));
    t.ok(rest.every((code) => code === 'NOTHING_TO_SETTLE'));
    const lines = (await list(at('01-01', '10:00', 2027)))
      .filter(({ status }) => status !== 'VOIDED')
      .flatMap(linesOf)
      .filter(({ visit }) => autumn.has(visit?.id ?? ''));
    t.strictSame(lines.map(({ visit }) => visit?.id).sort(), [...autumn].sort());
  });

  await t.test('rule 35: a voiding and an approval: one of the two', async (t) => {
    const now = (time: string): string => at('01-05', time, 2027);
    const newest = await standing(now('11:00'));
    const statementId = newest?.id ?? '';
    await must(assist.subject, 'confirmStatement', { statementId }, now('11:01'));
    const contentHash = newest?.contentHash;
    const approval: [string, string, object] = ['second', 'approvePayment', { statementId, contentHash }];
    const codes = await cross(now('11:02'), voiding(statementId), approval);
    const { status, payment } = await see(statementId, now('11:03'));
    if (status === 'APPROVED') t.strictSame(codes, [['PAYMENT_UNDER_WAY'], []]);
    else t.strictSame([codes, status, payment?.approvedAt ?? null], [[[], ['STATEMENT_VOIDED']], 'VOIDED', null]);
  });
});

/** Files that came back before the last. */
const fileCount = (history: Statement['history']): number =>
  history.filter(({ type }) => type === 'PaymentFailed').length;
