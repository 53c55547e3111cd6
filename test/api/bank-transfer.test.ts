import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import type { Moment, Office, Statement } from '../../scripts/network-builder.ts';
import { instructPayments } from '../../src/commands/bank-file.ts';
import { settlementIdOf } from '../../src/domain/ids.ts';
import { parseTransferFile, USUAL_OPTIONS } from '../../src/exchange/bank-transfer.ts';
import { startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

const node = await startNode(t);
const ground = await buildSmallNetwork(node, '2026-06-01', 3);
const { networkId, partner, assists, clientId } = ground;
const at = (day: string, time = '10:00'): string => `${day}T${time}:00+09:00`;
const momentOn = (day: string, time?: string): Moment => momentAt(node, at(day, time));

/** One visit of each assist office in June, closed and confirmed. */
const settled = async (): Promise<Statement[]> => {
  const day = momentOn('2026-06-01');
  const statements: Statement[] = [];
  for (const [n, assist] of assists.entries()) {
    const { visits, id } = await day.request(partner, {
      clientId,
      visits: [visitOn(`2026-06-0${n + 2}`, 10)],
      rounds: [{ officeIds: [assist.id] }],
    });
    await day.accept(assist, id);
    const visitId = visits[0]?.visitId ?? '';
    const caregiver = { id: assist.caregiverId, subject: assist.subject };
    await day.assign(assist, visitId, caregiver);
    const then = (time: string): Moment => momentOn(`2026-06-0${n + 2}`, time);
    await then('10:00').punch(caregiver, 'startVisit', visitId);
    await then('10:45').punch(caregiver, 'endVisit', visitId);
    await then('10:50').record(caregiver, visitId, {});
    await then('11:00').verify(partner, visitId, '確認');
  }
  const july = momentOn('2026-07-01', '09:00');
  for (const assist of assists) {
    const statement = await july.close(networkId, partner, assist, '2026-06');
    if (!statement) throw new Error('a statement');
    await july.confirm(assist, statement);
    statements.push(statement);
  }
  return statements;
};
const statements = await settled();
const [first, second, third] = statements;
const [payee, otherPayee, thirdPayee] = assists;
if (!first || !second || !third || !payee || !otherPayee || !thirdPayee) throw new Error('three statements');
await momentOn('2026-07-01').coordinator(partner, 'approver', '承認者');

const NUMBER = '7654321';
const HOLDER = 'ｶ)ｱｼｽﾄｹｱ';
const accountOf = (office: Office, over: object = {}) => ({
  officeId: office.id,
  bankCode: '0001',
  branchCode: '001',
  kind: 'ORDINARY',
  number: NUMBER,
  holderKana: 'カブシキガイシャ アシストケァ',
  ...over,
});
// biome-ignore lint/suspicious/noExplicitAny: payloads of every shape
const sent = async (as: string, name: string, input: object, selection = '', when = at('2026-07-02')): Promise<any> => {
  const query = `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) {
    ${name}(input: $input) { userErrors { code path message } ${selection} } }`;
  const answer = await node.ask(query, { input }, { as, at: when });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return answer.data[name];
};
const instruct = (statementIds: readonly string[], transferDate = '2026-07-30', over: object = {}) =>
  sent(
    partner.subject,
    'instructPayments',
    { partnerOfficeId: partner.id, statementIds, transferDate, ...over },
    'bankFile { id url transferDate count totalYen sha256 } statements { id status payment { transferDate } }',
    at('2026-07-03'),
  );
const approve = ({ id: statementId, contentHash }: Statement) =>
  sent('approver', 'approvePayment', { statementId, contentHash }, 'statement { status }');
const download = async (url: string, as: string | null) => {
  const headers: Record<string, string> = as === null ? {} : { authorization: `Bearer ${await node.token(as)}` };
  return fetch(url, { headers });
};
const statusOf = async ({ id }: Statement, as = partner.subject) =>
  (
    await node.ask(
      `query ($id: ID!) { statement(id: $id) {
        status payment { approvedBy transferDate failedReason bankFile { id count } } history { summary }
      } }`,
      { id },
      { as },
    )
  ).data.statement;
const tasksOf = async (as: string): Promise<string[]> =>
  (
    await node.ask('query { viewer { tasks(first: 100) { edges { node { kind statement { id } } } } } }', {}, { as })
  ).data.viewer.tasks.edges.map(
    ({ node: { kind, statement } }: { node: { kind: string; statement: { id: string } | null } }) =>
      [kind, statements.findIndex(({ id }) => id === statement?.id)].join(' '),
  );

t.test('rule 41: an account is set in kana as banks take it, and its number is never shown', async (t) => {
  const wrong = async (over: object, as = payee.subject) =>
    (await sent(as, 'setBankAccount', accountOf(payee, over))).userErrors;
  t.strictSame(await wrong({ bankCode: '9999' }), [
    {
      code: 'BANK_UNKNOWN',
      path: ['input', 'bankCode'],
      message: 'この金融機関コードの銀行は見つかりません。通帳を見て、4桁のコードを入力し直してください。',
    },
  ]);
  t.match(await wrong({ branchCode: '999' }), [{ code: 'BRANCH_UNKNOWN', path: ['input', 'branchCode'] }]);
  t.strictSame(await wrong({ holderKana: 'カ）タカハシ髙橋' }), [
    {
      code: 'HOLDER_UNWRITABLE',
      path: ['input', 'holderKana'],
      message:
        '7文字目の「髙」：口座名義に、振込データで使えない文字があります。通帳のカナ名義のとおりに入力し直してください。',
    },
  ]);
  t.match(await wrong({ holderKana: 'ガ'.repeat(16) }), [{ code: 'HOLDER_TOO_LONG' }]);
  t.match(
    await sent(payee.subject, 'setBankAccount', accountOf(payee, { number: '１２３４５６７８' })).catch(String),
    /口座番号：7桁までの数字.*BAD_USER_INPUT/,
  );
  t.match(await sent(partner.subject, 'setBankAccount', accountOf(payee)).catch(String), /FORBIDDEN/);
  const none = await node.ask(
    'query ($id: ID!) { office(id: $id) { bankAccount { kind } } }',
    { id: payee.id },
    { as: payee.subject },
  );
  t.equal(none.data.office.bankAccount, null, 'nothing has been stored');
  const { office } = await sent(
    payee.subject,
    'setBankAccount',
    accountOf(payee),
    `office { bankAccount {
      bankCode bankName branchCode branchName kind numberTail holderKana setBy setAt
    } }`,
  );
  const account = {
    bankCode: '0001',
    bankName: 'みずほ',
    branchCode: '001',
    branchName: '東京営業部',
    kind: 'ORDINARY',
    numberTail: '321',
    holderKana: HOLDER,
    setBy: '担当assist-1',
    setAt: '2026-07-02T10:00:00.000+09:00',
  };
  t.strictSame(office.bankAccount, account);
  for (const as of [partner.subject, 'admin']) {
    const seen = await node.ask(
      'query ($id: ID!) { office(id: $id) { bankAccount { holderKana } } }',
      { id: payee.id },
      { as },
    );
    t.equal(seen.data.office.bankAccount, null, `not to ${as}`);
  }
});

t.test('what cannot be instructed is refused, with payee and field in Japanese, and nothing is stored', async (t) => {
  const said = async (...asked: Parameters<typeof instruct>) => {
    const { userErrors, bankFile } = await instruct(...asked);
    t.equal(bankFile, null);
    return userErrors;
  };
  const head = await node.store.head();
  t.match(await said([first.id]), [{ code: 'ACCOUNT_MISSING', path: ['input', 'partnerOfficeId'] }]);
  await sent(partner.subject, 'setBankAccount', accountOf(partner, { number: '1234567', holderKana: 'パートナー' }));
  t.match(await said([first.id]), [{ code: 'CONSIGNOR_CODE_MISSING' }]);
  const payer = accountOf(partner, { number: '1234567', holderKana: 'パートナー', consignorCode: '0000012345' });
  await sent(partner.subject, 'setBankAccount', payer);
  for (const [day, code] of [
    ['2026-07-02', 'TRANSFER_DATE_PAST'],
    ['2026-08-04', 'TRANSFER_DATE_TOO_FAR'],
    ['2026-07-04', 'BANK_CLOSED'],
    ['2026-07-20', 'BANK_CLOSED'],
  ] as const)
    t.match(await said([first.id], day), [{ code, path: ['input', 'transferDate'] }], day);
  t.match(await said([first.id], '2026-07-20'), [{ message: /^2026年7月20日：この日は銀行の休業日です/ }]);
  t.match(await said([first.id]), [{ code: 'NOT_APPROVED', message: /^事業所assist-1（2026-06-/ }]);
  const byMaker = await sent(partner.subject, 'approvePayment', {
    statementId: first.id,
    contentHash: first.contentHash,
  });
  t.match(byMaker.userErrors, [{ code: 'SAME_PERSON', message: /^事業所assist-1（/ }]);
  await approve(first);
  await approve(second);
  const refused = await said([second.id, third.id]);
  t.match(refused, [
    {
      code: 'PAYEE_ACCOUNT_MISSING',
      path: ['input', 'statementIds', '0'],
      message: /^事業所assist-2（.*口座をまだ設定していません/,
    },
    { code: 'NOT_APPROVED', path: ['input', 'statementIds', '1'], message: /^事業所assist-3（/ },
  ]);
  // A branch that has been closed since the account was set, and a bank that takes fewer symbols.
  const settlementId = settlementIdOf(networkId, partner.id, payee.id);
  const caller = {
    actor: { subject: partner.subject, role: 'COORDINATOR' as const, officeId: partner.id },
    commandId: null,
    correlationId: randomUUID(),
    causationId: null,
  };
  const instruction = {
    partnerOfficeId: partner.id,
    transferDate: '2026-07-30',
    statements: [{ settlementId, statementId: first.id, assistOfficeId: payee.id }],
  };
  await t.rejects(instructPayments(node.app, caller, { ...instruction, unknownBranches: new Set(['0001-001']) }), {
    code: 'PAYEE_BRANCH_UNKNOWN',
    path: ['statementIds', '0'],
  });
  const strict = { ...node.app, bankFileOptions: new Map([['0001', { ...USUAL_OPTIONS, symbols: '-' }]]) };
  await t.rejects(instructPayments(strict, caller, { ...instruction, unknownBranches: new Set() }), {
    code: 'PAYEE_NAME_UNWRITABLE',
    path: ['statementIds', '0'],
    unwritable: { character: ')', place: 2 },
  });
  const other = await sent(payee.subject, 'instructPayments', {
    partnerOfficeId: payee.id,
    statementIds: [first.id],
    transferDate: '2026-07-30',
  });
  t.match(other.userErrors, [{ code: 'STATEMENT_OF_OTHER_OFFICE' }]);
  t.match(
    await sent(payee.subject, 'instructPayments', {
      partnerOfficeId: partner.id,
      statementIds: [first.id],
      transferDate: '2026-07-30',
    }).catch(String),
    /FORBIDDEN/,
  );
  // Two accounts of the payer and two approvals, and the processes' marks: no instruction, no file.
  const events = await typesSince(head);
  t.strictSame(events.sort(), ['BankAccountSet', 'BankAccountSet', 'PaymentApproved', 'PaymentApproved']);
});

const typesSince = async (position: number): Promise<string[]> => {
  await node.app.driver.idle();
  for await (const events of node.store.subscribe(position, new AbortController().signal))
    return events.map(({ type }) => type);
  return [];
};

t.test('rule 35: a file is made of what was approved; one comes back and is instructed again', async (t) => {
  await sent(
    otherPayee.subject,
    'setBankAccount',
    accountOf(otherPayee, {
      bankCode: '9900',
      branchCode: '018',
      number: '123',
      kind: 'SAVINGS',
      holderKana: 'ﾕ)ｱｼｽﾄ',
    }),
  );
  t.equal((await statusOf(second)).status, 'CONFIRMED', 'approved before it had an account: anew');
  t.ok((await tasksOf(partner.subject)).includes('APPROVE_PAYMENT 1'));
  t.match((await instruct([second.id])).userErrors, [
    { code: 'ACCOUNT_CHANGED', message: /^事業所assist-2（.*承認し直して/ },
  ]);
  await approve(second);
  await sent(thirdPayee.subject, 'setBankAccount', accountOf(thirdPayee));
  await approve(third);
  await sent(thirdPayee.subject, 'setBankAccount', accountOf(thirdPayee, { number: '7777777' }));
  t.ok((await tasksOf(partner.subject)).includes('INSTRUCT_PAYMENT 0'));
  const commandId = '0e0f2c5e-8f0b-4c1d-9d0a-3c5b7e1f2a40';
  const made = await instruct([first.id, second.id, third.id], '2026-07-30', { commandId });
  t.match(made.userErrors, [{ code: 'ACCOUNT_CHANGED', path: ['input', 'statementIds', '2'] }]);
  t.equal(made.userErrors.length, 1);
  t.strictSame(
    made.statements.map(({ id, status }: { id: string; status: string }) => [id, status]),
    [first, second].map(({ id }) => [id, 'INSTRUCTED']),
  );
  const { bankFile } = made;
  t.strictSame([bankFile.count, bankFile.totalYen], [2, first.totalYen + second.totalYen]);
  const file = await download(bankFile.url, partner.subject);
  t.equal(file.status, 200);
  t.match(file.headers.get('content-disposition'), /^attachment; filename="furikomi-20260730-[0-9a-f]{8}\.txt"/);
  t.equal(file.headers.get('cache-control'), 'no-store');
  const bytes = new Uint8Array(await file.arrayBuffer());
  t.equal(createHash('sha256').update(bytes).digest('hex'), bankFile.sha256);
  t.equal(bytes.length, 5 * 122);
  const { transfers, ...header } = parseTransferFile(bytes);
  t.strictSame(header, {
    consignorCode: '0000012345',
    consignorName: 'ﾊﾟ-ﾄﾅ-',
    monthDay: '0730',
    from: { bankCode: '0001', bankName: 'ﾐｽﾞﾎ', branchCode: '001', branchName: 'ﾄｳｷﾖｳ', kind: '1', number: '1234567' },
  });
  const byHolder = new Map(transfers.map((one) => [one.holder, one]));
  t.match(byHolder.get(HOLDER), { number: NUMBER, amountYen: first.totalYen, kind: '1', customerCode2: '0000202606' });
  t.match(byHolder.get('ﾕ)ｱｼｽﾄ'), { number: '0000123', amountYen: second.totalYen, kind: '4', bankCode: '9900' });
  for (const [as, status] of [
    [payee.subject, 404],
    ['admin', 404],
    ['nobody', 403],
    [null, 401],
  ] as const)
    t.equal((await download(bankFile.url, as)).status, status, `for ${as}`);
  const again = await instruct([first.id, second.id, third.id], '2026-07-30', { commandId });
  t.strictSame(again.bankFile, bankFile, 'a repeat answers the same file');
  t.match(again.userErrors, [{ code: 'NOT_IN_FILE', path: ['input', 'statementIds', '2'] }]);
  const reused = await instruct([first.id, second.id], '2026-07-30', { commandId });
  t.match(reused.userErrors, [{ code: 'COMMAND_ID_REUSED' }]);
  t.match((await instruct([first.id])).userErrors, [{ code: 'ALREADY_INSTRUCTED' }]);

  const late = '口座名義相違';
  const failure = { statementId: second.id, on: '2026-07-31', reason: late };
  t.match(
    (await sent('approver', 'recordPaymentFailure', { ...failure, on: '2026-08-01' }, '', at('2026-07-31'))).userErrors,
    [{ code: 'DAY_IN_FUTURE' }],
  );
  t.ok((await tasksOf(partner.subject)).includes('RECORD_PAYMENT 0'), 'the day of the transfer is over');
  await sent('approver', 'recordPaymentFailure', failure, '', at('2026-07-31'));
  const seen = await statusOf(second, otherPayee.subject);
  t.strictSame([seen.status, seen.payment.failedReason, seen.payment.bankFile], ['PAYMENT_FAILED', late, null]);
  t.ok((await tasksOf(partner.subject)).includes('INSTRUCT_PAYMENT 1'));
  t.ok((await tasksOf(otherPayee.subject)).includes('SET_BANK_ACCOUNT 1'), 'is its account right?');
  const next = await sent(
    partner.subject,
    'instructPayments',
    { partnerOfficeId: partner.id, statementIds: [second.id], transferDate: '2026-08-03' },
    'bankFile { id count totalYen }',
    at('2026-07-31', '11:00'),
  );
  t.strictSame([next.userErrors, next.bankFile.count, next.bankFile.totalYen], [[], 1, second.totalYen]);
  t.notOk((await tasksOf(otherPayee.subject)).includes('SET_BANK_ACCOUNT 1'));
  for (const [statement, paidOn] of [
    [first, '2026-07-30'],
    [second, '2026-08-03'],
  ] as const) {
    const payment = { statementId: statement.id, paidOn, amountYen: statement.totalYen, reference: '総合振込' };
    t.strictSame((await sent('approver', 'recordPayment', payment, '', at('2026-08-04'))).userErrors, []);
  }
  const done = await statusOf(second);
  t.strictSame([done.status, done.payment.failedReason, done.payment.bankFile.id], ['PAID', null, next.bankFile.id]);
  t.strictSame(done.history.map(({ summary }: { summary: string }) => summary).slice(-4), [
    '振込を依頼',
    '振込不能を記録',
    '振込を依頼',
    '支払を記録',
  ]);
});

t.test('rule 41: number and holder stand nowhere on the disk in clear', async (t) => {
  const [folder = ''] = node.folders;
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(db|sqlite|wal)|-wal$/.test(file))
    .map((file) => readFileSync(join(folder, file)));
  t.ok(texts.length > 1);
  for (const secret of [NUMBER, HOLDER, 'ﾕ)ｱｼｽﾄ'])
    t.notOk(
      texts.some((text) => text.includes(secret)),
      secret,
    );
});
