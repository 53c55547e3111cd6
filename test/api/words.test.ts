import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema, isInputObjectType } from 'graphql';
import t from 'tap';
import { inputTypeOf } from '../../scripts/api-client.ts';
import { visitFrom } from '../../scripts/network-builder.ts';
import { fieldName, placeName } from '../../src/api/field-names.ts';
import { contractText } from '../../src/api/schema.ts';
import { hasJapanese } from '../../src/api/shape-problems.ts';
import { userErrors } from '../../src/api/user-errors.ts';
import { eventSchemas, summaryOf } from '../../src/store/event-types.ts';
import { startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** A sentence that is a request, or says that nothing is left to be done. */
const WHAT_TO_DO = /(ください|お待ちください|必要はありません|ありがとうございました)。$/;
const VERBS = `Accept Add Agree Amend Answer Ask Check Choose Close Correct Divide Draft End Enrol Enter Fill
Let Look Name Obtain Open Propose Publish Punch Record Report Request Resolve Shorten Take Telephone Wait
Withdraw Write`;
const TO_DO = new RegExp(`(?:^|[.:] )(?:(?:${VERBS.split(/\s+/).join('|')})\\b|There is nothing )[^.]*\\.$`);
/** Kinds of service keep their Japanese names. */
const JAPANESE_BUT_TERMS = /(?!身体介護|生活援助)[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const API = fileURLToPath(new URL('../../src/api', import.meta.url));

t.test('contract, Errors: every refusal speaks to care staff, in sentences, without codes', async (t) => {
  for (const [code, { ja, en }] of Object.entries(userErrors)) {
    t.match(ja, WHAT_TO_DO, `${code}: says what to do next`);
    t.notMatch(ja, /[A-Za-z_]{2,}/, `${code}: no code or English word`);
    t.notMatch(ja, /分数|この日に/, `${code}: 分数 reads as a fraction, この日 does not say which day`);
    t.match(en, TO_DO, `${code}: its last sentence tells somebody to do something, or that nothing is left`);
    t.notMatch(en, JAPANESE_BUT_TERMS, code);
  }
});

t.test('contract, Errors: every Japanese sentence of the API ends with what to do next', async (t) => {
  const files = readdirSync(API, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.gen)\.ts$/.test(file));
  const sentences = files.flatMap((file) =>
    [...readFileSync(join(API, file), 'utf8').matchAll(/'([^'\n]*。)'/g)].map(([, said = '']) => said),
  );
  t.ok(sentences.length > 150, 'they are found');
  // What a survey's figures rest on is told, not refused.
  t.strictSame(
    sentences.filter(
      (said) => !WHAT_TO_DO.test(said) && !/信頼区間|残余規則|だけを数える|順位双列|秘匿する/.test(said),
    ),
    [],
  );
});

t.test('contract, Errors: each field of an input has a Japanese name, each check of ours a Japanese sentence', (t) => {
  const schema = buildSchema(contractText());
  const fields = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  const names = new Set(
    fields.filter(({ name }) => !/Filter$/.test(name)).flatMap((one) => Object.keys(one.getFields())),
  );
  t.ok(names.size > 100);
  t.strictSame(
    [...names].filter((name) => fieldName(name) === null),
    [],
  );
  t.equal(placeName(['input', 'visits', '1', 'minutes']), '2件目の訪問の所要時間');
  t.equal(placeName(['input', 'questions', '0', 'options', '2', 'label']), '1問目の設問の3件目の選択肢の表示する文');
  t.equal(placeName(['x-simulated-now']), null);
  const checks = readdirSync(API, { recursive: true, encoding: 'utf8' }).flatMap((file) =>
    /mutations\.ts$|input-shapes\.ts$/.test(file)
      ? [...readFileSync(join(API, file), 'utf8').matchAll(/\.(?:refine|regex|uuid)\(.*'([a-z0-9][^']* [^']*)'\)/g)]
      : [],
  );
  t.ok(checks.length > 5);
  t.strictSame(
    checks.flatMap(([, message = '']) => (hasJapanese(message) ? [] : message)),
    [],
  );
  t.end();
});

t.test(
  'contract, Errors: a refusal names the visit by its time and row, the office by its name (issue 10.12)',
  async (t) => {
    const node = await startNode(t);
    const { partner, assists, clientId } = await buildSmallNetwork(node, '2026-06-01');
    const [first, second] = assists;
    if (!first || !second) throw new Error('two assist offices');
    const said = async (as: { subject: string }, name: string, input: Record<string, unknown>) => {
      const mutation = `mutation ($input: ${inputTypeOf(name)}!) {
        ${name}(input: $input) { userErrors { message } } }`;
      const how = { as: as.subject, at: '2026-06-01T10:00:00+09:00' };
      const answers = await Promise.all(
        ['ja', 'en'].map((language) =>
          node.ask(mutation, { input }, { ...how, headers: { 'accept-language': language } }),
        ),
      );
      return answers.map(({ data }) => data[name].userErrors[0]?.message.replace(/(?<=[。.]).*$/, ''));
    };
    const asked = { clientId, mode: 'FIRST_TO_ACCEPT', rounds: [{ officeIds: [first.id, second.id] }] };
    const good = visitOn('2026-06-02', 9);
    t.strictSame(
      await said(partner, 'requestDelegation', {
        ...asked,
        visits: [good, { ...visitOn('2026-06-03', 14), minutes: 50 }],
      }),
      [
        '2件目の訪問（6月3日(水) 14:00）：所要時間が、予定の開始から終了までの時間と合いません。',
        'visits 2 (2026-06-03 14:00): The minutes are not those from the planned start to the planned end.',
      ],
    );
    const short = visitFrom('2026-06-03T14:00:00+09:00', 10, 'DAILY_LIVING');
    t.strictSame(
      await said(partner, 'requestDelegation', { ...asked, visits: [good, short] }),
      [
        '2件目の訪問（6月3日(水) 14:00）：このサービスと所要時間に当たるサービスコードがありません。',
        'visits 2 (2026-06-03 14:00): The fee table has no code for this.',
      ],
      'rule 9: the minutes are at fault, not the office',
    );
    const boarding = visitFrom('2026-06-03T14:00:00+09:00', 30, 'BOARDING_ASSISTANCE');
    t.strictSame(await said(partner, 'requestDelegation', { ...asked, visits: [good, boarding] }), [
      '1回目の打診、事業所assist-1、6月3日(水) 14:00の訪問：この事業所はこのサービスを提供していません。',
      'rounds 1, 事業所assist-1, the visit of 2026-06-03 14:00: The office does not offer this service.',
    ]);
    const now = momentAt(node, '2026-06-01T10:00:00+09:00');
    const { id: delegationId, visits } = await now.request(partner, { ...asked, visits: [good] });
    const visitIds = visits.map(({ visitId }) => visitId);
    await now.accept(first, delegationId);
    t.strictSame(
      (await said(second, 'acceptOffer', { delegationId, visitIds }))[0],
      '6月2日(火) 9:00の訪問：すでに別の事業所に決まった訪問です。',
    );
    t.strictSame(
      (await said(first, 'startVisit', { visitId: visitIds[0], at: '2026-06-01T10:00:00+09:00', method: 'QR' }))[0],
      '6月1日(月) 10:00：予定開始より早すぎる時刻です（打刻は60分前、訪問先での取消は15分前から）。',
    );
  },
);

const FORM = 'mutation ($input: FormNetworkInput!) { formNetwork(input: $input) { userErrors { code } } }';

t.test('contract, Errors: GraphQL errors are Japanese unless the request asks for English', async (t) => {
  const node = await startNode(t);
  const network = { name: '試験', area: '大田区', fiscalYear: 2026 };
  const nowhere = {
    networkId: '00000000-0000-4000-8000-000000000000',
    officeId: '00000000-0000-4000-8000-000000000001',
  };
  const leave = 'mutation ($input: LeaveNetworkInput!) { leaveNetwork(input: $input) { position } }';
  const asked = {
    UNAUTHENTICATED: ['{ viewer { subject } }', {}, null],
    FORBIDDEN: ['{ viewer { subject } }', {}, 'nobody'],
    NOT_FOUND: [leave, { input: { ...nowhere, leftOn: '2026-06-01' } }, 'admin'],
    BAD_USER_INPUT: [FORM, { input: { ...network, name: '' } }, 'admin'],
    'BAD_USER_INPUT of a variable': [FORM, { input: { ...network, fiscalYear: 'x' } }, 'admin'],
    'BAD_USER_INPUT of the syntax': ['{', {}, 'admin'],
  } as const;
  for (const [what, [query, variables, as]] of Object.entries(asked)) {
    const [code = ''] = what.split(' ');
    const [ja] = (await node.ask(query, variables, { as })).errors;
    const [en] = (await node.ask(query, variables, { as, headers: { 'accept-language': 'en' } })).errors;
    t.strictSame([ja?.extensions.code, en?.extensions.code], [code, code], what);
    t.match(ja?.message, JAPANESE, what);
    t.match(ja?.message, /ください。$/, `${what}: says what to do next`);
    t.notMatch(en?.message, JAPANESE, what);
    t.strictSame(ja?.extensions.path, en?.extensions.path, `${what}: names the field alike`);
  }
  const broken = await fetch(`${node.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  const { errors } = (await broken.json()) as { errors: { message: string }[] };
  t.match(errors[0]?.message, JAPANESE, 'no JSON');
  const wrong = async (input: Record<string, unknown>) =>
    (await node.ask(FORM, { input }, { as: 'admin' })).errors[0]?.message;
  t.strictSame(
    [
      await wrong({ ...network, name: ' ' }),
      await wrong({ ...network, name: 'あ'.repeat(101) }),
      await wrong({ ...network, fiscalYear: 1999 }),
      await wrong({ ...network, fiscalYear: 'x' }),
    ],
    [
      '名前：空欄です。入力してください。',
      '名前：100文字以内で入力してください。',
      '年度：2000以上の数を入力してください。',
      '年度：整数を入力してください。',
    ],
  );
  const answered = async (path: string, init: RequestInit) => {
    const answer = await fetch(`${node.url}${path}`, init);
    return [answer.status, ((await answer.json()) as { errors: { message: string }[] }).errors[0]?.message];
  };
  const headers = { 'content-type': 'application/json' };
  t.strictSame(await answered('/nowhere', {}), [404, 'このアドレスには何もありません。アドレスを確かめてください。']);
  t.strictSame(await answered('/graphql', { method: 'POST', headers, body: `"${' '.repeat(1_100_000)}"` }), [
    413,
    '一度に送る内容が多すぎます。分けて送信してください。',
  ]);
  t.strictSame(await answered('/graphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }), [
    415,
    '送信の形式が違います。画面を開き直して、もう一度送信してください。',
  ]);
});

t.test('HistoryEntry: what happened is told in Japanese words, whatever the event', async (t) => {
  const told = [...eventSchemas.keys()].map(summaryOf);
  t.strictSame(
    told.filter((summary) => /[A-Za-z_]{2,}/.test(summary) || !JAPANESE.test(summary)),
    [],
  );
});
