import t from 'tap';
import { parseTransferFile } from '../../src/exchange/bank-transfer.ts';
import { startNode } from '../support/http-node.ts';
import { readPdf } from '../support/pdf-text.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

/** 45 minutes at 4,000 yen an hour. */
const FEE_YEN = 3_000;
/** Of 39 and of 50 minutes. */
const SIX_MINUTES_LESS_YEN = -400;
const FIVE_MINUTES_MORE_YEN = 333;
const TERMS = { feeBasis: 'PER_HOUR', yenPerHour: 4_000, confirmDays: 30 };
const JUNE_DAYS = ['2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05'];
const at = (day: string, time = '10:00'): string => `2026-${day}T${time}:00+09:00`;

const STATEMENT = `id number status totalYen contentHash confirmBy confirmedAt voidReason
  replaces { number } replacedBy { number } payment { approvedAt paidOn }
  subtotals { netYen taxYen }
  lines { edges { node { id kind date amountYen corrects visit { id status }
    dispute { reason openedBy openedAt outcome answer resolvedAt } } } }`;

t.test('rules 31–36: a month of two offices with disputes, to PAID, over HTTP', async (t) => {
  const node = await startNode(t);
  const { networkId, partner, assists, clientId } = await buildSmallNetwork(node, '2026-06-01');
  const [assist] = assists;
  if (!assist) throw new Error('an assist office');
  const setUp = momentAt(node, at('06-01'));
  await setUp.terms(networkId, partner, assist, TERMS);
  await setUp.coordinator(partner, 'second', '承認');
  await setUp.appoint(networkId, 'AUDITOR', 'auditor', '監査');
  const made = async (day: string): Promise<string> => {
    const asked = { clientId, visits: [visitOn(day, 10)], rounds: [{ officeIds: [assist.id] }] };
    const before = momentAt(node, `${day}T08:00:00+09:00`);
    const { id, visits } = await before.request(partner, asked);
    const visitId = visits[0]?.visitId ?? '';
    await before.accept(assist, id);
    await before.assign(assist, visitId, { id: assist.caregiverId });
    const start = momentAt(node, `${day}T10:00:00+09:00`);
    await start.punch(assist, 'startVisit', visitId);
    const end = momentAt(node, `${day}T10:45:00+09:00`);
    await end.punch(assist, 'endVisit', visitId);
    await end.record({ id: assist.caregiverId, subject: assist.subject }, visitId, {
      tasks: [{ code: 'BATHING', outcome: 'DONE' }],
    });
    await end.verify(partner, visitId, '確認しました');
    return visitId;
  };
  const visitIds: string[] = [];
  for (const day of JUNE_DAYS) visitIds.push(await made(day));

  interface Line {
    readonly id: string;
    readonly kind: string;
    readonly amountYen: number;
    readonly corrects: string | null;
    readonly visit: { readonly id: string; readonly status: string };
    readonly dispute: object | null;
  }
  interface Sent {
    readonly id: string;
    readonly number: string;
    readonly status: string;
    readonly totalYen: number;
    readonly contentHash: string;
    readonly replaces: object | null;
    readonly codes: readonly string[];
    readonly lines: readonly Line[];
  }
  const send = async (as: string, name: string, input: object, now: string): Promise<Sent> => {
    const payload = await node.mutate(name, { ...input }, { as, at: now }, `statement { ${STATEMENT} }`);
    const lines: Line[] = payload.statement?.lines.edges.map((edge: { node: Line }) => edge.node) ?? [];
    const codes: string[] = payload.userErrors.map(({ code }: { code: string }) => code);
    return { ...payload.statement, codes, lines };
  };
  const see = async (as: string, id: string, now: string) =>
    (
      await node.ask(
        `query ($id: ID!) { statement(id: $id) { ${STATEMENT} history { summary } } }`,
        { id },
        { as, at: now },
      )
    ).data.statement;
  const tasks = async (as: string, now: string): Promise<string[]> => {
    const query = '{ viewer { tasks { edges { node { kind visit { id } statement { id } } } } } }';
    const { data } = await node.ask(query, {}, { as, at: now });
    return data.viewer.tasks.edges.map((edge: { node: { kind: string } }) => edge.node.kind).sort();
  };
  const preview = async (month: string, now: string) => {
    const query = `query ($id: ID!, $p: ID!, $a: ID!, $month: Month!, $terms: ProposeTermsInput) {
      network(id: $id) { settlementPreview(partnerOfficeId: $p, assistOfficeId: $a, month: $month, terms: $terms) {
        totalYen lines { kind amountYen } } } }`;
    const pair = { networkId, partnerOfficeId: partner.id, assistOfficeId: assist.id };
    const terms = { ...pair, effectiveFrom: '2026-06-01', feeBasis: 'PERCENT_OF_BENEFIT', percent: '40' };
    const of = { id: networkId, p: partner.id, a: assist.id, month };
    const ask = async (by: object | null) =>
      (await node.ask(query, { ...of, terms: by }, { as: partner.subject, at: now })).data.network.settlementPreview;
    return { now: await ask(null), whatIf: await ask(terms) };
  };
  const pair = { networkId, partnerOfficeId: partner.id, assistOfficeId: assist.id };
  const close = (month: string, now: string) => send(partner.subject, 'closeSettlement', { ...pair, month }, now);

  const setAccounts = async (now: string) => {
    for (const [office, holderKana] of [
      [partner, 'パートナー'],
      [assist, 'アシスト'],
    ] as const) {
      const account = { bankCode: '0001', branchCode: '001', kind: 'ORDINARY', number: '1234567', holderKana };
      const consignorCode = office === partner ? '0000012345' : undefined;
      const input = { officeId: office.id, ...account, consignorCode };
      await node.mutate('setBankAccount', input, { as: office.subject, at: now });
    }
  };
  /** What the file that the bank takes says of them: its trailer, and each payment. */
  const transferred = async (of: readonly Sent[], transferDate: string, now: string) => {
    const input = { partnerOfficeId: partner.id, statementIds: of.map(({ id }) => id), transferDate };
    const { bankFile } = await node.mutate(
      'instructPayments',
      input,
      { as: partner.subject, at: now },
      'bankFile { url }',
    );
    const headers = { authorization: `Bearer ${await node.token(partner.subject)}` };
    const bytes = new Uint8Array(await (await fetch(bankFile.url, { headers })).arrayBuffer());
    const trailer =
      Buffer.from(bytes)
        .toString('latin1')
        .split('\r\n')
        .find((record) => record.startsWith('8')) ?? '';
    return {
      count: Number(trailer.slice(1, 7)),
      totalYen: Number(trailer.slice(7, 19)),
      amounts: parseTransferFile(bytes).transfers.map(({ amountYen }) => amountYen),
    };
  };

  const first = await close('2026-06', at('07-01'));
  t.strictSame(
    first.lines.map(({ kind, amountYen, dispute }) => [kind, amountYen, dispute]),
    JUNE_DAYS.map(() => ['VISIT', FEE_YEN, null]),
  );
  const [one, two, three] = first.lines.map(({ id }) => id);
  const dispute = (statementId: string, lineId: string | undefined, reason: string) => ({
    statementId,
    lineId,
    reason,
  });
  const resolve = (lineId: string | undefined, outcome: string, answer: string, adjustmentYen?: number) => ({
    statementId: first.id,
    lineId,
    outcome,
    answer,
    adjustmentYen,
  });

  await t.test('rule 31: voided before anybody has approved it, its visits wait and are closed again', async (t) => {
    t.strictSame(await tasks(partner.subject, at('07-01', '10:05')), []);
    const wrong = await send(
      assist.subject,
      'disputeLine',
      dispute(first.id, one, '単価が違います'),
      at('07-01', '11:00'),
    );
    t.equal(wrong.status, 'DISPUTED');
    const said = { statementId: first.id, reason: '単価の版を誤って締めたため' };
    const voided = await send(partner.subject, 'voidStatement', said, at('07-01', '11:30'));
    t.match(voided, { status: 'VOIDED', voidReason: said.reason, replacedBy: null });
    t.strictSame(
      voided.lines.map((line) => line.visit.status),
      JUNE_DAYS.map(() => 'VERIFIED'),
    );
    t.strictSame((await send(partner.subject, 'voidStatement', said, at('07-01', '11:31'))).codes, [], 'a repeat');
    t.strictSame(
      await tasks(partner.subject, at('07-01', '11:32')),
      ['CLOSE_SETTLEMENT'],
      'no answer is owed any more',
    );
    t.strictSame(await tasks(assist.subject, at('07-01', '11:32')), []);
    for (const [as, name, input] of [
      [assist.subject, 'confirmStatement', { statementId: first.id }],
      [assist.subject, 'disputeLine', dispute(first.id, two, '違います')],
      [partner.subject, 'resolveDispute', resolve(one, 'REJECTED', '違いません')],
      ['second', 'approvePayment', { statementId: first.id, contentHash: first.contentHash }],
    ] as const)
      t.strictSame((await send(as, name, input, at('07-01', '11:33'))).codes, ['STATEMENT_VOIDED'], name);
  });

  const again = await close('2026-06', at('07-01', '12:00'));
  const [a, b, c, d] = again.lines.map(({ id }) => id);
  const onAgain = (lineId: string | undefined, ...rest: [string, string, number?]) => ({
    ...resolve(lineId, ...rest),
    statementId: again.id,
  });

  await t.test('rules 31, 33: the one that takes its place names it, and the other way round', async (t) => {
    t.strictSame([again.totalYen, again.replaces], [first.totalYen, { number: first.number }]);
    t.strictSame((await see(assist.subject, first.id, at('07-01', '12:01'))).replacedBy, { number: again.number });
    t.strictSame((await close('2026-06', at('07-01', '12:02'))).codes, ['MONTH_CLOSED']);
    const totals = await node.ask(
      'query ($id: ID!) { network(id: $id) { statements { totals { statements totalYen } } } }',
      { id: networkId },
      { as: partner.subject },
    );
    t.strictSame(totals.data.network.statements.totals, { statements: 2, totalYen: again.totalYen });
  });

  await t.test('rule 35: two lines are disputed: one is upheld with an amount, one rejected', async (t) => {
    const reason = '当日は60分の訪問でした。';
    const disputed = await send(assist.subject, 'disputeLine', dispute(again.id, a, reason), at('07-02'));
    t.match(disputed, { codes: [], status: 'DISPUTED' });
    await send(assist.subject, 'disputeLine', dispute(again.id, b, '身体介護でした。'), at('07-02', '10:10'));
    t.strictSame(
      (await send(assist.subject, 'disputeLine', dispute(again.id, b, 'もう一度'), at('07-02', '10:11'))).codes,
      ['ALREADY_DISPUTED'],
    );
    t.strictSame(
      (await send(assist.subject, 'confirmStatement', { statementId: again.id }, at('07-02', '10:12'))).codes,
      ['DISPUTE_OPEN'],
    );
    t.strictSame(await tasks(partner.subject, at('07-02', '10:13')), ['ANSWER_DISPUTE', 'ANSWER_DISPUTE']);
    t.strictSame(await tasks(assist.subject, at('07-02', '10:13')), [], 'there is nothing to confirm meanwhile');
    for (const as of [assist.subject, partner.subject, 'auditor']) {
      const { lines } = await see(as, again.id, at('07-02', '10:14'));
      t.match(lines.edges[0].node.dispute, { reason, outcome: null, answer: null, resolvedAt: null }, as);
    }
    const upheld = onAgain(a, 'UPHELD', '15分の差額を次回に加えます。', 1_000);
    const answered = await send(partner.subject, 'resolveDispute', upheld, at('07-05'));
    t.match(answered, { codes: [], status: 'DISPUTED', totalYen: again.totalYen });
    const rejected = onAgain(b, 'REJECTED', '記録では生活援助でした。');
    const issued = await send(partner.subject, 'resolveDispute', rejected, at('07-06'));
    t.match(issued, { status: 'ISSUED', confirmBy: '2026-07-30' }, 'until it is due');
    t.match(
      issued.lines.map(({ dispute }) => dispute),
      [
        { outcome: 'UPHELD', answer: '15分の差額を次回に加えます。', openedAt: '2026-07-02T10:00:00.000+09:00' },
        { outcome: 'REJECTED', answer: '記録では生活援助でした。', resolvedAt: '2026-07-06T10:00:00.000+09:00' },
        null,
        null,
      ],
    );
    const other = onAgain(b, 'UPHELD', 'やはり認めます。', 1);
    t.strictSame((await send(partner.subject, 'resolveDispute', other, at('07-06', '10:01'))).codes, [
      'DISPUTE_RESOLVED',
    ]);
    t.strictSame((await send(partner.subject, 'resolveDispute', rejected, at('07-06', '10:02'))).codes, [], 'a repeat');
    t.strictSame(
      (await see(partner.subject, again.id, at('07-06', '10:03'))).history.map(
        ({ summary }: { summary: string }) => summary,
      ),
      ['支払通知書を発行（2026年6月分）', '明細を記載', '明細に異議', '明細に異議', '異議に回答', '異議に回答'],
    );
  });

  await t.test(
    'contract, resolveDispute: upheld without an amount, it is a task until the record is amended',
    async (t) => {
      const amending = async (now: string) =>
        (await tasks(assist.subject, now)).filter((kind) => kind !== 'CONFIRM_STATEMENT');
      await send(assist.subject, 'disputeLine', dispute(again.id, d, '退室は10時50分でした。'), at('07-06', '10:10'));
      t.strictSame(await amending(at('07-06', '10:11')), []);
      const upheld = onAgain(d, 'UPHELD', '記録を訂正してください。');
      t.match(await send(partner.subject, 'resolveDispute', upheld, at('07-06', '10:12')), { codes: [] });
      t.strictSame(await amending(at('07-06', '10:13')), ['AMEND_RECORD']);
      t.strictSame(await tasks(partner.subject, at('07-06', '10:13')), [], 'it is the assist office’s move');
      const { visit } = again.lines[3] ?? {};
      const amended = { visitId: visit?.id, adjustedEnd: `${JUNE_DAYS[3]}T10:50:00+09:00`, reason: '退室は10時50分' };
      await node.mutate('amendVisitRecord', amended, { as: assist.subject, at: at('07-06', '10:14') });
      t.strictSame(await amending(at('07-06', '10:15')), []);
      t.strictSame(await tasks(partner.subject, at('07-06', '10:15')), ['RESOLVE_EXCEPTION'], 'times are adjusted');
      const late = onAgain(d, 'UPHELD', '金額で認めます。', 300);
      t.strictSame((await send(partner.subject, 'resolveDispute', late, at('07-06', '10:16'))).codes, [
        'DISPUTE_RESOLVED',
      ]);
    },
  );

  await t.test('contract, resolveDispute: who may say what, and what is well formed', async (t) => {
    const refusal = async (as: string, input: object) => {
      const query = 'mutation ($input: ResolveDisputeInput!) { resolveDispute(input: $input) { position } }';
      const { errors } = await node.ask(query, { input }, { as, at: at('07-06', '11:00') });
      return [errors[0]?.extensions.code, errors[0]?.extensions.path?.at(-1)];
    };
    t.strictSame(await refusal(assist.subject, onAgain(a, 'UPHELD', '認めます', 1)), ['FORBIDDEN', undefined]);
    t.strictSame(await refusal(assist.subject, onAgain(a, 'REJECTED', '違います')), ['FORBIDDEN', undefined]);
    t.strictSame(await refusal(partner.subject, onAgain(a, 'WITHDRAWN', '取り下げ')), ['FORBIDDEN', undefined]);
    for (const [outcome, yen] of [
      ['REJECTED', 5],
      ['UPHELD', 0],
    ] as const)
      t.strictSame(await refusal(partner.subject, onAgain(a, outcome, '回答', yen)), [
        'BAD_USER_INPUT',
        'adjustmentYen',
      ]);
    t.strictSame(await refusal('auditor', onAgain(a, 'REJECTED', '違います')), ['FORBIDDEN', undefined]);
  });

  await t.test('rules 31, 33: what was upheld shows in the preview of the next month, by any terms', async (t) => {
    const nothingElse = { totalYen: 1_100, lines: [{ kind: 'ADJUSTMENT', amountYen: 1_000 }] };
    t.strictSame(await preview('2026-07', at('07-06', '12:00')), { now: nothingElse, whatIf: nothingElse });
    t.strictSame(await tasks(partner.subject, at('07-06', '12:01')), ['RESOLVE_EXCEPTION'], 'the month is not over');
  });

  await t.test(
    'rule 35: approved by a second person, a dispute takes the approval back, silence confirms',
    async (t) => {
      const approval = { statementId: again.id, contentHash: again.contentHash };
      t.strictSame((await send('second', 'approvePayment', approval, at('07-07'))).codes, ['NOT_CONFIRMED']);
      // Nobody has confirmed: it is approved ten days before it is due, and five after the answer.
      t.match(await send('second', 'approvePayment', approval, at('07-20')), { status: 'APPROVED', confirmedAt: null });
      const disputed = dispute(again.id, c, '日が違います');
      const back = await send(assist.subject, 'disputeLine', disputed, at('07-20', '11:00'));
      t.match(back, { codes: [], status: 'DISPUTED', payment: null });
      const paid = { statementId: again.id, amountYen: again.totalYen, reference: '振込', paidOn: '2026-07-20' };
      t.strictSame((await send('second', 'recordPayment', paid, at('07-20', '11:01'))).codes, ['NOT_APPROVED']);
      t.strictSame((await send('second', 'approvePayment', approval, at('07-20', '11:02'))).codes, ['DISPUTE_OPEN']);
      const withdrawn = onAgain(c, 'WITHDRAWN', '当方の控えの誤りでした。');
      t.match(await send(assist.subject, 'resolveDispute', withdrawn, at('07-22', '11:00')), {
        status: 'ISSUED',
        confirmBy: '2026-07-30',
      });
      t.strictSame((await send('second', 'approvePayment', approval, at('07-26'))).codes, ['NOT_CONFIRMED']);
      await send('second', 'approvePayment', approval, at('07-27'));
      t.strictSame(await tasks(assist.subject, at('07-27', '10:01')), ['CONFIRM_STATEMENT', 'SET_BANK_ACCOUNT']);
      await setAccounts(at('07-27', '11:00'));
      t.strictSame(await tasks(assist.subject, at('07-27', '11:01')), ['CONFIRM_STATEMENT'], 'it has an account');
      await send('second', 'approvePayment', approval, at('07-27', '11:02'));
      t.strictSame(await transferred([again], '2026-07-29', at('07-27', '12:00')), {
        count: 1,
        totalYen: again.totalYen,
        amounts: [again.totalYen],
      });
      const payment = { ...paid, paidOn: '2026-07-29' };
      t.match(await send('second', 'recordPayment', payment, at('07-29', '15:00')), {
        status: 'PAID',
        confirmedAt: null,
      });
      t.match(await see(partner.subject, again.id, at('07-31')), {
        status: 'PAID',
        confirmedAt: '2026-07-31T00:00:00.000+09:00',
      });
      const late = { statementId: again.id, reason: '間違い' };
      t.strictSame((await send(partner.subject, 'voidStatement', late, at('07-31', '10:01'))).codes, [
        'PAYMENT_UNDER_WAY',
      ]);
    },
  );

  await t.test(
    'rule 31: after the payment a record is corrected; both differences stand in the next one',
    async (t) => {
      const [visitId] = visitIds.slice(2);
      const amended = { visitId, adjustedEnd: `${JUNE_DAYS[2]}T10:39:00+09:00`, reason: '退室は10時39分でした' };
      await node.mutate('amendVisitRecord', amended, { as: assist.subject, at: at('07-30') });
      await momentAt(node, at('07-30', '11:00')).verify(partner, visitId ?? '', '記録のとおり');
      await momentAt(node, at('07-30', '11:01')).verify(partner, visitIds[3] ?? '', '訂正のとおり');
      t.strictSame(await tasks(partner.subject, at('08-01', '00:00')), ['CLOSE_SETTLEMENT']);
      const { now } = await preview('2026-07', at('08-01'));
      const next = await close('2026-07', at('08-01', '10:10'));
      t.strictSame(
        next.lines.map(({ kind, amountYen }) => ({ kind, amountYen })),
        now.lines,
      );
      t.strictSame(
        next.lines.map((line) => [line.kind, line.corrects]),
        [
          ['ADJUSTMENT', c],
          ['ADJUSTMENT', d],
          ['ADJUSTMENT', a],
        ],
      );
      t.strictSame(
        next.lines.map(({ amountYen }) => amountYen),
        [SIX_MINUTES_LESS_YEN, FIVE_MINUTES_MORE_YEN, 1_000],
        'what the amended records cost, and what was upheld with an amount',
      );
      t.equal(next.totalYen, now.totalYen);
      t.strictSame(await tasks(partner.subject, at('08-01', '10:11')), []);
      const line = { statementId: next.id, lineId: next.lines[1]?.id };
      await send(assist.subject, 'disputeLine', { ...line, reason: '10時55分でした。' }, at('08-01', '10:12'));
      const upheld = { ...line, outcome: 'UPHELD', answer: '記録を訂正してください。' };
      await send(partner.subject, 'resolveDispute', upheld, at('08-01', '10:13'));
      t.strictSame(await tasks(assist.subject, at('08-01', '10:14')), ['AMEND_RECORD', 'CONFIRM_STATEMENT']);
      const withdrawn = { ...line, outcome: 'WITHDRAWN', answer: '記録のとおりでした。' };
      t.match(await send(assist.subject, 'resolveDispute', withdrawn, at('08-01', '10:15')), {
        codes: [],
        status: 'ISSUED',
      });
      t.strictSame(await tasks(assist.subject, at('08-01', '10:16')), ['CONFIRM_STATEMENT'], 'nobody waits any more');
      await send(assist.subject, 'confirmStatement', { statementId: next.id }, at('08-01', '11:00'));
      const approval = { statementId: next.id, contentHash: next.contentHash };
      await send('second', 'approvePayment', approval, at('08-03'));
      t.strictSame(await transferred([next], '2026-08-05', at('08-03', '11:00')), {
        count: 1,
        totalYen: next.totalYen,
        amounts: [next.totalYen],
      });
      const payment = { statementId: next.id, amountYen: next.totalYen, reference: '振込', paidOn: '2026-08-05' };
      t.match(await send('second', 'recordPayment', payment, at('08-05', '15:00')), { status: 'PAID' });
      const paidYen = await node.ask(
        'query ($id: ID!) { network(id: $id) { statements { totals { paidYen } } } }',
        { id: networkId },
        { as: partner.subject },
      );
      t.equal(paidYen.data.network.statements.totals.paidYen, again.totalYen + next.totalYen);
    },
  );
  await t.test(
    'contract, documentUrl: a voided one says why and what stands for it; disputes stand in theirs',
    async (t) => {
      const textOf = async (id: string, as: string): Promise<string> => {
        const headers = { authorization: `Bearer ${await node.token(as)}` };
        const response = await fetch(new URL(`/documents/statement/${id}`, node.url), { headers });
        return (await readPdf(new Uint8Array(await response.arrayBuffer()))).pages.flat().join('');
      };
      for (const as of [partner.subject, assist.subject]) {
        const voided = await textOf(first.id, as);
        const missing = (text: string, words: readonly string[]) => words.filter((word) => !text.includes(word));
        const itIsVoid = [
          '取消済み',
          '2026年7月1日 取消',
          '理由：単価の版を誤って締めたため',
          again.number,
          '（取消済み）',
        ];
        t.strictSame(missing(voided, itIsVoid), [], as);
        const said = [
          '当日は60分の訪問でした。',
          '15分の差額を次回に加えます。',
          '認める（2026-07-05 10:00）',
          '認めない（',
          '取下げ（',
        ];
        const stands = await textOf(again.id, as);
        t.strictSame(
          missing(stands, [...said, `取り消した支払通知書 ${first.number} に代わるものです`, '【異議】']),
          [],
          as,
        );
        t.notMatch(stands, /取消済み/);
      }
    },
  );
  t.equal(new Set([one, two, three, a, b, c]).size, 6, 'lines of two statements are not the same');
});
