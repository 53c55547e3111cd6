import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { asking } from '../../scripts/api-client.ts';
import { visitFrom } from '../../scripts/network-builder.ts';
import { providerNumberWith } from '../../scripts/provider-number.ts';
import { buildServer } from '../../src/api/server.ts';
import { TABLE_6, type Table6Row } from '../../src/exchange/careplan-columns.ts';
import { parseDeleted, parseTable6 } from '../../src/exchange/careplan-csv.ts';
import { careplanNameOf } from '../../src/exchange/careplan-name.ts';
import { toMs932 } from '../../src/exchange/ms932.ts';
import { type EventStore, StoreUnavailable } from '../../src/store/event-store.ts';
import { CommandLoop } from '../../src/store/handle-command.ts';
import { startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt } from '../support/small-network.ts';

const node = await startNode(t);
const { networkId, partner, assists, clientId } = await buildSmallNetwork(node, '2026-06-01', 1);
const [assist] = assists;
if (!assist) throw new Error('one assist office');
const OWN = providerNumberWith('partner');
const MANAGER = '1370000019';
const INSURED = '0000000123';
const at = '2026-06-01T10:00:00+09:00';
const now = momentAt(node, at);
const NAME = `UPPLAN_202606_${MANAGER}_43_${OWN}_11_20260525093000.CSV`;

const line = (over: Partial<Table6Row> = {}): string => {
  const row: Partial<Table6Row> = {
    version: '202407',
    insurerNumber: '131113',
    insuredNumber: INSURED,
    createdOn: '20260525',
    month: '202606',
    careManagementNumber: MANAGER,
    careManagementName: '架空ケアプラン',
    day: '20260610',
    start: '1000',
    end: '1045',
    times: '1',
    serviceCode: '111211',
    providerNumber: OWN,
    over30Days: '0',
    ...over,
  };
  return Object.keys(TABLE_6)
    .map((name) => row[name as keyof Table6Row] ?? '')
    .join(',');
};
const base64Of = (lines: readonly string[]): string =>
  toMs932(lines.map((one) => `${one}\r\n`).join('')).toString('base64');
const SELECTION = 'rows unchanged clients { id }';
const importing = (lines: readonly string[], over: Record<string, unknown> = {}, as = partner.subject) =>
  node.mutate(
    'importCareplan',
    {
      networkId,
      partnerOfficeId: partner.id,
      fileName: NAME,
      contentBase64: base64Of(lines),
      ...over,
    },
    { as, at },
    SELECTION,
  );
const planOf = async (month = '2026-06', as = partner) => {
  const query = `query ($id: ID!) { client(id: $id) { plan(month: "${month}") {
    id serviceCode service minutes plannedStart plannedEnd byOwnOffice delegation { id }
  } } }`;
  return (await now.ask(as, query, { id: clientId })).client.plan;
};
const storedIn = (): number => readdirSync(node.folders[0] ?? '').length;

const numbers = { insurerNumber: '131113', insuredNumber: INSURED };
await now.send(partner, 'changeClient', {
  clientId,
  careManagementNumber: MANAGER,
  careManagementName: '架空ケアプラン',
  personal: numbers,
});
const visits = [line(), line({ day: '20260611', start: '1900', end: '1930', serviceCode: '111212' })];

t.test('importCareplan: 予定 becomes the plan of a client’s month; the same again changes nothing', async (t) => {
  const { position, ...imported } = await importing(visits);
  t.strictSame(imported, { userErrors: [], rows: 2, unchanged: 0, clients: [{ id: clientId }] });
  t.type(position, 'string');
  const again = await importing(visits);
  t.strictSame([again.rows, again.unchanged, again.userErrors], [2, 2, []]);
  const [first, second] = await planOf();
  t.match(first, {
    serviceCode: '111211',
    service: 'PHYSICAL_CARE',
    minutes: 45,
    plannedStart: '2026-06-10T10:00:00.000+09:00',
    byOwnOffice: true,
    delegation: null,
  });
  t.equal(second.plannedEnd, '2026-06-11T19:30:00.000+09:00');
  t.strictSame(await planOf('2026-07'), []);
  const changed = await importing([line(), line({ day: '20260612', serviceCode: '11B425', end: '1030' })]);
  t.strictSame([changed.rows, changed.unchanged], [2, 1], 'one stood so before');
  const [kept, unknown] = await planOf();
  t.equal(kept.id, first.id, 'and is known by the same id');
  t.strictSame([unknown.service, unknown.serviceCode], [null, '11B425'], 'a code with a reduction in it');
  await importing(visits);
});

t.test('rule 46: bad rows are told with file, line and column; the rest is taken', async (t) => {
  const stranger = line({ insuredNumber: '0000000999' });
  const lines = [
    line(),
    `${line()},`,
    line({ month: '202607' }),
    line({ providerNumber: '1370000027' }),
    line({ serviceCode: '131111' }),
    line({ insuredNumber: '123' }),
    stranger,
    stranger,
    line({ day: '20260611', start: '１９００', end: '1930', serviceCode: '111212' }),
  ];
  const answer = await importing(lines);
  t.strictSame(
    answer.userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path.slice(1)]),
    [
      ['CAREPLAN_COLUMNS_SHIFTED', '2', '0'],
      ['CAREPLAN_OTHER_MONTH', '3', '5'],
      ['CAREPLAN_OTHER_OFFICE', '4', '20'],
      ['CAREPLAN_OTHER_SERVICE', '5', '15'],
      ['CAREPLAN_VALUE_INVALID', '6', '3'],
      ['CAREPLAN_CLIENT_UNKNOWN', '7', '3'],
    ],
  );
  t.strictSame([answer.rows, answer.unchanged, answer.userErrors[0].path[0]], [2, 2, NAME]);
  const { data } = await node.ask(
    'mutation ($input: ImportCareplanInput!) { importCareplan(input: $input) { userErrors { message } } }',
    {
      input: {
        networkId,
        partnerOfficeId: partner.id,
        fileName: NAME,
        contentBase64: toMs932([line(), stranger].join('\r\n')).toString('base64'),
      },
    },
    { as: partner.subject, at },
  );
  const [{ message }] = data.importCareplan.userErrors;
  t.match(message, /^2行目の3列目（被保険者番号）：/);
  t.notMatch(message, '0000000999', 'whose number it is stands in no message');
});

t.test('rule 46: other versions, stray quotes, a number of two clients and a month too full take no row', async (t) => {
  const twice = '0000000777';
  for (const code of ['T-1', 'T-2']) {
    const personal = { name: `二人 ${code}`, address: '架空町2', insurerNumber: '131113', insuredNumber: twice };
    await now.client(networkId, partner, { code, area: '架空町', personal }, `二人 ${code}`);
  }
  const codesOf = async (lines: readonly string[]): Promise<string[]> =>
    (await importing(lines)).userErrors.map(({ code, path }: { code: string; path: string[] }) =>
      [code, ...path.slice(1)].join(' '),
    );
  const head = await node.store.head();
  t.strictSame(await codesOf([line({ version: '209901' }), line({ careManagementName: '"架空' })]), [
    'CAREPLAN_VERSION_UNKNOWN 1 1',
    'CAREPLAN_QUOTE_MISPLACED 2 0',
  ]);
  t.strictSame(await codesOf([line({ insuredNumber: twice })]), ['CAREPLAN_CLIENT_TWICE 1 3']);
  t.strictSame(await codesOf(Array(301).fill(line())), ['TOO_MANY_PLANNED_VISITS 1 3']);
  t.equal(await node.store.head(), head, 'nothing is stored');
  t.strictSame(await codesOf([line(), line({ version: '202208' })]), ['CAREPLAN_VERSIONS_MIXED 2 1']);
  await importing(visits);
});

t.test(
  'contract, Payload: the position is that of the plan written last, wherever it stands in the file',
  async (t) => {
    const insuredNumber = '0000000555';
    const personal = { name: '同じ まま', address: '架空町5', insurerNumber: '131113', insuredNumber };
    await now.client(networkId, partner, { code: 'S-1', area: '架空町', personal }, '同じ まま');
    const asBefore = line({ insuredNumber });
    await importing([line(), asBefore]);
    const { position, unchanged } = await importing([line({ day: '20260613' }), asBefore]);
    t.strictSame([unchanged, position], [1, String(await node.store.head())]);
    await importing(visits);
  },
);

t.test('contract, Payload: an import that breaks off says that a part of it has been done', async (t) => {
  const { serverOptions, store, token } = node;
  /** How many appends it still takes. */
  let room = 0;
  const failing: EventStore = {
    read: (...asked) => store.read(...asked),
    subscribe: (...asked) => store.subscribe(...asked),
    head: () => store.head(),
    close: () => store.close(),
    append: async (...asked) => {
      if (room === 0) throw new StoreUnavailable('away');
      room -= 1;
      return store.append(...asked);
    },
  };
  const loop = new CommandLoop(failing, node.app.clock);
  const server = await buildServer({ ...serverOptions, app: { ...serverOptions.app, loop } });
  t.teardown(() => server.close());
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const { ask } = asking(() => url, token);
  const broken = async (appends: number, day: string) => {
    room = appends;
    const plans = [line({ day }), line({ day, insuredNumber: '0000000555' })];
    const { data, errors, extensions } = await ask(
      'mutation ($input: ImportCareplanInput!) { importCareplan(input: $input) { rows } }',
      { input: { networkId, partnerOfficeId: partner.id, fileName: NAME, contentBase64: base64Of(plans) } },
      { as: partner.subject, at },
    );
    const [{ message, extensions: { code } = { code: '' } } = { message: '' }] = errors;
    return [data, code, message.slice(0, 6), extensions];
  };
  t.strictSame(await broken(0, '20260614'), [null, 'UNAVAILABLE', '今は処理でき', undefined]);
  t.strictSame(await broken(1, '20260615'), [null, 'UNAVAILABLE', 'この操作は、', { done: true }]);
  await importing(visits);
});

t.test('a file that is none for the office is refused whole, and nothing is stored', async (t) => {
  const head = await node.store.head();
  const codeOf = async (over: Record<string, unknown>, lines = visits) =>
    (await importing(lines, over)).userErrors[0].code;
  t.equal(await codeOf({ fileName: 'plan.csv' }), 'CAREPLAN_NAME_UNKNOWN');
  t.equal(await codeOf({ fileName: NAME.replace('UPPLAN', 'UPJSK') }), 'CAREPLAN_NAME_UNKNOWN');
  t.equal(await codeOf({ fileName: NAME.replace(OWN, '1370000027') }), 'CAREPLAN_OTHER_OFFICE');
  t.equal(await codeOf({ contentBase64: Buffer.from([0x81, 0x0a]).toString('base64') }), 'CAREPLAN_UNREADABLE');
  t.equal(await codeOf({ contentBase64: '' }), 'CAREPLAN_EMPTY');
  t.equal(await codeOf({ contentBase64: Buffer.alloc(700_001, 'a').toString('base64') }), 'CAREPLAN_TOO_LARGE');
  t.equal(await node.store.head(), head);
  await t.rejects(importing(visits, {}, assist.subject), /FORBIDDEN/, 'nor is it for another office to import');
  const broken = await importing(['x'.repeat(40), ...Array(300).fill('bad')]);
  t.equal(broken.userErrors.length, 201, 'of very many the first are named');
  t.equal(broken.userErrors.at(-1).code, 'CAREPLAN_MORE_BAD_ROWS');
});

const UPJSK = 'file { id name url sha256 rows createdBy }';
const exporting = (input: Record<string, unknown> = {}, as = partner.subject, when = '2026-07-01T09:00:00+09:00') =>
  node.mutate('exportCareplan', { clientId, month: '2026-06', ...input }, { as, at: when }, UPJSK);
const download = async (url: string, as = partner.subject) =>
  fetch(url.replace(/^https?:\/\/[^/]+/, node.url), { headers: { authorization: `Bearer ${await node.token(as)}` } });

t.test('a planned visit is delegated once; the plan names the delegation', async (t) => {
  await importing(visits);
  const [planned, second] = await planOf();
  const rounds = [{ officeIds: [assist.id] }];
  const row = { ...visitFrom('2026-06-10T10:00:00+09:00'), plannedVisitId: planned.id };
  const asked = (visits: readonly object[]) =>
    node.mutate(
      'requestDelegation',
      { clientId, mode: 'FIRST_TO_ACCEPT', visits, rounds },
      { as: partner.subject, at },
    );
  const refusedFor = async (visits: readonly object[]) =>
    (await asked(visits)).userErrors.map(
      ({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`,
    );
  const stranger = '00000000-0000-4000-8000-000000000000';
  t.strictSame(await refusedFor([{ ...row, plannedVisitId: stranger }]), [
    'PLANNED_VISIT_UNKNOWN input.visits.0.plannedVisitId',
  ]);
  const delegation = await now.request(partner, { clientId, visits: [row], rounds });
  const [named, free] = await planOf();
  t.strictSame([named.delegation, named.byOwnOffice], [{ id: delegation.id }, false]);
  t.strictSame([free.delegation, free.byOwnOffice], [null, true]);
  const moved = { ...visitFrom('2026-06-10T13:00:00+09:00'), plannedVisitId: planned.id };
  t.strictSame(await refusedFor([moved]), ['PLANNED_VISIT_COVERED input.visits.0.plannedVisitId']);
  t.not(second.id, planned.id);
  const visitId = delegation.visits[0]?.visitId ?? '';
  await now.accept(assist, delegation.id);
  const done = now.later('2026-06-10T10:45:00+09:00');
  const times = { startedAt: '2026-06-10T10:00:00+09:00', endedAt: '2026-06-10T10:45:00+09:00' };
  await done.record({ ...assist, id: assist.caregiverId }, visitId, times);
  t.strictSame((await exporting({}, partner.subject, '2026-06-10T11:00:00+09:00')).userErrors, [
    { code: 'NOTHING_TO_EXPORT', path: ['input', 'month'] },
  ]);
  await now.later('2026-06-10T12:00:00+09:00').verify(partner, visitId, '確認しました');
});

t.test('exportCareplan: 実績 under the partner’s number, kept with its digest; taken back by 実績削除', async (t) => {
  t.strictSame(
    (await exporting({ kind: 'DLTJSK' })).userErrors.map(({ code }: { code: string }) => code),
    ['NOTHING_TO_DELETE'],
  );
  const commandId = '0b8b3c1e-53f0-4a3a-9c0d-2f6a5e7d1c11';
  const { file, userErrors } = await exporting({ commandId, monthItems: ['FIRST_VISIT'] });
  t.strictSame(userErrors, []);
  t.strictSame((await exporting({ commandId, monthItems: ['FIRST_VISIT'] })).file, file, 'rule 4: a repeat makes none');
  t.match(file, { rows: 2, createdBy: '担当partner' });
  t.match(careplanNameOf(file.name), {
    kind: 'UPJSK',
    month: '202606',
    from: { number: OWN, service: '11' },
    to: { number: MANAGER, service: '43' },
    stamp: '20260701090000',
  });
  const response = await download(file.url);
  const bytes = Buffer.from(await response.arrayBuffer());
  t.equal(createHash('sha256').update(bytes).digest('hex'), file.sha256);
  t.match(response.headers.get('content-disposition') ?? '', file.name);
  const parsed = parseTable6(bytes);
  t.strictSame(parsed?.faults, []);
  t.strictSame(
    parsed?.rows.map((row) => [
      row.insuredNumber,
      row.day,
      row.start,
      row.end,
      row.serviceCode,
      row.units,
      row.updatedBy,
    ]),
    [
      [INSURED, '20260610', '1000', '1045', '111211', '387', OWN],
      [INSURED, '20260610', '9999', '9999', '114001', '200', OWN],
    ],
  );
  t.equal((await download(file.url, assist.subject)).status, 404, 'nobody else’s');
  const { file: second } = await exporting();
  t.match(careplanNameOf(second.name), { stamp: '20260701090001' }, 'a later one is processed later');
  const { file: deletion } = await exporting({ kind: 'DLTJSK' });
  const deleted = parseDeleted(Buffer.from(await (await download(deletion.url)).arrayBuffer()));
  t.match(deleted?.rows, [{ insuredNumber: INSURED, month: '202606', providerNumber: OWN, serviceType: '11' }]);
  const query = 'query ($id: ID!) { client(id: $id) { careplanFiles(month: "2026-06") { id } } }';
  const { client } = await now.ask(partner, query, { id: clientId });
  t.strictSame(
    client.careplanFiles,
    [file, second, deletion].map(({ id }) => ({ id })),
  );
});

t.test('what the care manager’s files cannot hold or the plan has not is refused, naming it', async (t) => {
  const errorsOf = async (input: Record<string, unknown> = {}) =>
    (
      await node.ask(
        `mutation ($input: ExportCareplanInput!) {
          exportCareplan(input: $input) { userErrors { code message } file { id } }
        }`,
        { input: { clientId, month: '2026-06', ...input } },
        { as: partner.subject, at: '2026-07-01T10:00:00+09:00' },
      )
    ).data.exportCareplan;
  const head = await node.store.head();
  await importing([line({ day: '20260620' })]);
  const notPlanned = await errorsOf();
  t.equal(notPlanned.userErrors[0].code, 'RESULT_NOT_PLANNED');
  t.match(notPlanned.userErrors[0].message, /6月10日\(水\) 10:00の訪問/);
  await importing(visits);
  await now.send(partner, 'changeClient', { clientId, careManagementName: '𠮷野ケアプラン' });
  const unwritable = await errorsOf();
  t.equal(unwritable.userErrors[0].code, 'CHARACTER_UNWRITABLE');
  t.match(unwritable.userErrors[0].message, /^1行目の7列目（プラン担当者名）の「𠮷」：/);
  await now.send(partner, 'changeClient', { clientId, careManagementName: null, personal: { insurerNumber: null } });
  t.equal((await errorsOf()).userErrors[0].code, 'CLIENT_NUMBERS_MISSING');
  t.equal((await errorsOf({ monthItems: ['TREATMENT_1'] })).file, null);
  t.ok((await node.store.head()) > head);
});

t.test('実績 of a client whose plan nobody sent: compared with none, and so it is said; then taken back', async (t) => {
  const personal = { name: '予定 なし', address: '架空町3', insurerNumber: '131113', insuredNumber: '0000000888' };
  const details = { code: 'N-1', area: '架空町', personal, careManagementNumber: MANAGER };
  const unplanned = await now.client(networkId, partner, details, '予定 なし');
  const rounds = [{ officeIds: [assist.id] }];
  const visits = ['2026-07-02T19:00:00+09:00', '2026-07-03T10:00:00+09:00'].map((start) => visitFrom(start));
  const { id, visits: asked } = await now.request(partner, { clientId: unplanned, visits, rounds });
  await now.accept(assist, id);
  const [evening = '', morning = ''] = asked.map(({ visitId }) => visitId);
  const times = { startedAt: '2026-07-02T19:00:00+09:00', endedAt: '2026-07-02T19:45:00+09:00' };
  const done = now.later('2026-07-02T20:00:00+09:00');
  await done.record({ ...assist, id: assist.caregiverId }, evening, times);
  await done.verify(partner, evening, '確認しました');
  t.type(morning, 'string');
  const made = async (kind: string) => {
    const input = { clientId: unplanned, month: '2026-07', kind };
    const selection = 'file { url rows checkedAgainstPlan }';
    const answer = await node.mutate(
      'exportCareplan',
      input,
      { as: partner.subject, at: '2026-07-02T20:30:00+09:00' },
      selection,
    );
    t.strictSame(answer.userErrors, [], kind);
    return { ...answer.file, bytes: Buffer.from(await (await download(answer.file.url)).arrayBuffer()) };
  };
  const results = await made('UPJSK');
  t.match(results, { rows: 1, checkedAgainstPlan: false });
  const [row, ...more] = parseTable6(results.bytes)?.rows ?? [];
  t.match(row, { insuredNumber: '0000000888', day: '20260702', start: '1900', end: '1945', serviceCode: '111212' });
  t.strictSame(more, [], 'what is not verified is none of it');
  const deleted = await made('DLTJSK');
  t.match(parseDeleted(deleted.bytes)?.rows, [{ insuredNumber: '0000000888', month: '202607', providerNumber: OWN }]);
});

t.test('rules 41, 42: what a plan holds of a person lies nowhere in the clear', async (t) => {
  t.ok(storedIn() > 0);
  for (const folder of node.folders)
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const bytes = readFileSync(join(file.parentPath, file.name));
      t.notOk(bytes.includes(INSURED) || bytes.includes('架空ケアプラン'), file.name);
    }
});

t.test(
  'npm run import -- careplan: a file goes to a running server, what is wrong is told with its place',
  async (t) => {
    const [folder = ''] = node.folders;
    const run = async (name: string, lines: readonly string[] | null, as: string | null = partner.subject) => {
      const content = toMs932((lines ?? []).map((one) => `${one}\r\n`).join(''));
      const file = join(t.testdir(lines === null ? {} : { [name]: content }), name);
      const given = ['scripts/import.ts', 'careplan', file, '--url', node.url, ...(as === null ? [] : ['--as', as])];
      const env = { PATH: process.env.PATH, DATA_DIR: folder };
      const child = spawn(process.execPath, given, { env, stdio: ['ignore', 'pipe', 'pipe'] });
      const [out, err, code] = await Promise.all([
        child.stdout.setEncoding('utf8').toArray(),
        child.stderr.setEncoding('utf8').toArray(),
        new Promise((resolve) => child.on('close', resolve)),
      ]);
      return { code, said: [...out, ...err].join('').trim().split('\n') };
    };
    const later = NAME.replace('20260525093000', '20260526093000');
    const july = (over: Partial<Table6Row>) => line({ month: '202607', day: '20260710', ...over });
    const ofJuly = later.replace('202606', '202607');
    t.strictSame(await run(ofJuly, [july({}), july({ day: '20260711' })]), {
      code: 0,
      said: ['1 clients 利用者, 2 rows taken 取り込み, 0 of them unchanged うち変更なし, 0 faults 不備'],
    });
    t.equal((await planOf('2026-07')).length, 2);
    const partly = await run(ofJuly, [july({}), july({ day: '20260811' })]);
    t.equal(partly.code, 2);
    t.match(partly.said, [/2行目の10列目（サービス利用日）/, /^1 clients 利用者, 1 rows taken/]);
    const none = async (said: RegExp, ...asked: Parameters<typeof run>) => {
      const before = await node.store.head();
      const { code, said: lines } = await run(...asked);
      t.not(code, 0, String(said));
      t.match(lines.join('\n'), said);
      t.equal(await node.store.head(), before, 'nothing is stored');
    };
    await none(/ファイル名/, 'plan.csv', [july({})]);
    await none(/ほかの事業所あて/, ofJuly.replace(OWN, '1370000027'), [july({})]);
    await none(/0 rows taken/, ofJuly, ['a,b,c']);
    await none(/There is no file/, ofJuly, null);
    await none(/担当者のトークンではありません/, ofJuly, [july({})], 'admin');
    await none(/--as/, ofJuly, [july({})], null);
  },
);

t.test('rule 9: a former partner office keeps its plans and its files; the next one sees none of them', async (t) => {
  const files = async (as: string, when: string, of = clientId) => {
    const query = `query ($id: ID!) { client(id: $id) {
      june: plan(month: "2026-06") { id } july: plan(month: "2026-07") { id }
      careplanFiles(month: "2026-06") { url checkedAgainstPlan }
    } }`;
    return (await node.ask(query, { id: of }, { as, at: when })).data.client;
  };
  const before = await files(partner.subject, '2026-07-31T10:00:00+09:00');
  const made = before.careplanFiles.map((file: { checkedAgainstPlan: boolean }) => file.checkedAgainstPlan);
  t.ok(before.june.length > 0 && before.july.length > 0);
  t.ok(made.length > 1);
  t.ok(made.includes(true), 'a plan had been imported');
  t.ok(made.includes(false), '実績削除 is compared with none');
  const setUp = momentAt(node, '2026-07-31T10:00:00+09:00');
  const next = await setUp.office('next-partner');
  await setUp.join(networkId, next, 'PARTNER');
  const moved = { clientId, toOfficeId: next.id, on: '2026-08-01', consentDocumentedBy: '同意書 第2号' };
  await setUp.send(partner, 'transferClient', moved);
  const after = '2026-08-02T10:00:00+09:00';
  t.strictSame(await files(partner.subject, after), before);
  t.strictSame(await files(next.subject, after), { june: [], july: [], careplanFiles: [] });
  const get = async (as: string): Promise<number> => {
    const headers = { authorization: `Bearer ${await node.token(as)}` };
    return (await fetch(before.careplanFiles[0].url, { headers })).status;
  };
  t.strictSame([await get(partner.subject), await get(next.subject), await get(assist.subject)], [200, 404, 404]);
});
