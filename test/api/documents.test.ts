import { parse } from 'csv-parse/sync';
import t, { type Test } from 'tap';
import { COLUMNS } from '../../src/api/document/pseudonymous-visits-file.ts';
import {
  DELEGATION_STATUS_WORDS,
  MODE_WORDS,
  STATEMENT_STATUS_WORDS,
  VISIT_STATUS_WORDS,
} from '../../src/api/document/words.ts';
import { onPaper, type Told } from '../../src/documents/paper.ts';
import { SERVICE_WORDS } from '../../src/documents/words.ts';
import { fromMs932 } from '../../src/exchange/ms932.ts';
import { startNode } from '../support/http-node.ts';
import { longStatement } from '../support/long-statement.ts';
import { readPdf } from '../support/pdf-text.ts';
import { cast } from '../support/standing.ts';
import { liveTrial } from '../support/trial.ts';

const node = await startNode(t);
const trial = await liveTrial(node);

const get = async (url: string, as: string | null, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(new URL(url, node.url), {
    headers: { ...(as === null ? {} : { authorization: `Bearer ${await node.token(as)}` }), ...headers },
  });
const codeOf = async (response: Response): Promise<string> =>
  `${response.status} ${(await response.json()).errors[0].extensions.code}`;

/** The cells of a file; an apostrophe that defuses is no part of one. */
const cellsOf = async (t: Test, response: Response): Promise<Record<string, string>[]> => {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isMs932 = response.headers.get('content-type') === 'text/csv; charset=windows-31j';
  const text = isMs932 ? (fromMs932(bytes) ?? '') : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  t.equal(text.startsWith('\uFEFF'), !isMs932, 'a byte order mark in UTF-8 alone');
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true, record_delimiter: '\r\n' });
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([title, cell]) => [title, cell.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, '')]),
    ),
  );
};
const instant = (cell: string): string | null =>
  cell === '' ? null : new Date(`${cell.replace(' ', 'T')}+09:00`).toISOString();
const orNull = (cell: string): string | null => (cell === '' ? null : cell);
const number = (cell: string): number | null => (cell === '' ? null : Number(cell));
const codeBy = (words: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.keys(words).find((code) => words[code] === word);

const exportUrl = async (args: string, as = 'p') => {
  const { data, errors } = await node.ask(`{ network(id: "${trial.network}") { exportUrl(${args}) } }`, {}, { as });
  return { url: data?.network?.exportUrl, errors };
};

const LINE = `number date plannedStart plannedEnd actualStart actualEnd minutes service serviceCode status
  client { code name } partnerOffice { providerNumber name } assistOffice { providerNumber name }
  caregiver { code name } caregiversRequired units feeYen openExceptions recordVersion statementId changedAt`;

t.test('rule 42: the ledger as CSV, read back, is what the API answers to the same viewer', async (t) => {
  const { url } = await exportUrl('kind: LEDGER, from: "2026-04", to: "2026-05"');
  const shown: Record<string, number> = {};
  for (const as of cast) {
    const response = await get(url, as);
    const ledger = (month: string) => `visitLedger(month: "${month}") { edges { node { ${LINE} } } }`;
    const months = await node.ask(
      `{ network(id: "${trial.network}") { m0: ${ledger('2026-04')} m1: ${ledger('2026-05')} } }`,
      {},
      { as },
    );
    if (months.data.network === null) {
      t.equal(await codeOf(response), '404 NOT_FOUND', as);
      continue;
    }
    t.equal(response.status, 200, as);
    const rows = (await cellsOf(t, response)).map((row) => ({
      number: row.訪問番号,
      date: row.日付,
      plannedStart: instant(row.開始予定 ?? ''),
      plannedEnd: instant(row.終了予定 ?? ''),
      actualStart: instant(row.開始 ?? ''),
      actualEnd: instant(row.終了 ?? ''),
      minutes: number(row.分 ?? ''),
      service: codeBy(SERVICE_WORDS, row.サービスの種類 ?? ''),
      serviceCode: orNull(row.サービスコード ?? ''),
      status: codeBy(VISIT_STATUS_WORDS, row.状態 ?? ''),
      client: { code: row.利用者コード, name: orNull(row.利用者名 ?? '') },
      partnerOffice: { providerNumber: row.パートナー事業所番号, name: row.パートナー事業所 },
      assistOffice: { providerNumber: row.アシスト事業所番号, name: row.アシスト事業所 },
      caregiver: row.訪問介護員コード ? { code: row.訪問介護員コード, name: orNull(row.訪問介護員名 ?? '') } : null,
      caregiversRequired: number(row.訪問介護員の人数 ?? ''),
      units: number(row.単位数 ?? ''),
      feeYen: number(row['委託料（税抜、円）'] ?? ''),
      openExceptions: number(row.要確認事項の件数 ?? ''),
      recordVersion: number(row.記録の版 ?? ''),
      statementId: orNull(row.支払通知書のID ?? ''),
      changedAt: instant(row.この内容になった日時 ?? ''),
    }));
    type Line = Record<string, string | null>;
    const lines = [months.data.network.m0, months.data.network.m1].flatMap(({ edges }) =>
      edges.map(({ node: line }: { node: Line }) => ({
        ...line,
        ...Object.fromEntries(
          ['plannedStart', 'plannedEnd', 'actualStart', 'actualEnd', 'changedAt'].map((field) => [
            field,
            line[field] ? new Date(line[field]).toISOString() : null,
          ]),
        ),
      })),
    );
    t.strictSame(rows, lines, as);
    shown[as] = rows.length;
  }
  t.strictSame(shown, { admin: 0, p: 3, p2: 3, a: 3, b: 0, n: 0, 'a.care': 3, 'a.other': 0, cons1: 3, aud1: 3 });
});

const OFFICE = 'name providerNumber corporationName address';
const STATEMENT = `number totalYen contentHash payeeInvoiceNumber deductiblePercent dueOn
  partnerOffice { ${OFFICE} } assistOffice { ${OFFICE} } subtotals { netYen taxYen }
  lines { edges { node { description amountYen visit { number plannedStart client { code name } } } } }`;
const yen = (amount: number): string => amount.toLocaleString('ja-JP');
const pdfOf = async (url: string, as: string) => {
  const response = await get(url, as);
  if (response.status !== 200) return codeOf(response);
  t.equal(response.headers.get('content-type'), 'application/pdf');
  const { pages, fonts } = await readPdf(new Uint8Array(await response.arrayBuffer()));
  return { text: pages.flat().join(''), fonts };
};

t.test('contract, Statement.documentUrl: all items of a 仕入明細書, to whom statement(id) is shown', async (t) => {
  const seen: string[] = [];
  for (const as of cast) {
    const { data } = await node.ask(`{ statement(id: "${trial.statement}") { documentUrl ${STATEMENT} } }`, {}, { as });
    const pdf = await pdfOf(`/documents/statement/${trial.statement}`, as);
    if (!data?.statement) {
      t.equal(pdf, '404 NOT_FOUND', as);
      continue;
    }
    const { statement } = data;
    t.equal(statement.documentUrl, `${node.url}/documents/statement/${trial.statement}`);
    if (typeof pdf === 'string') throw new Error(`${as}: ${pdf}`);
    seen.push(as);
    const [{ node: line }] = statement.lines.edges;
    const items = [
      statement.number,
      statement.contentHash,
      statement.partnerOffice.name,
      statement.assistOffice.name,
      statement.partnerOffice.providerNumber,
      statement.payeeInvoiceNumber ?? '登録番号 なし',
      '2026年4月1日から2026年4月30日まで',
      '訪問介護の受託',
      '10%',
      yen(statement.subtotals[0].netYen),
      yen(statement.subtotals[0].taxYen),
      `${yen(statement.totalYen)}円`,
      '確認',
      line.visit.number,
      line.visit.plannedStart.slice(0, 16).replace('T', ' '),
      [line.visit.client.code, line.visit.client.name].filter(Boolean).join(' '),
      yen(line.amountYen),
      '1 / 1 ページ',
    ];
    t.strictSame(
      items.filter((item) => !pdf.text.includes(item)),
      [],
      as,
    );
    t.equal(pdf.text.includes('仕入税額控除'), statement.deductiblePercent !== null, `${as}: the partner's copy`);
    t.strictSame(pdf.fonts, ['BZZZZZ+NotoSansJP-Regular', 'CZZZZZ+NotoSansJP-Bold']);
  }
  t.strictSame(seen, ['p', 'p2', 'a', 'aud1']);
});

t.test('facts: the record sheet holds every version, to whom recordSheetUrl is shown', async (t) => {
  const seen: string[] = [];
  for (const as of cast) {
    const { data } = await node.ask(
      `{ visit(id: "${trial.verified}") { recordSheetUrl number client { code name }
        records { version condition notes amendReason recordedBy tasks { label note } } } }`,
      {},
      { as },
    );
    const pdf = await pdfOf(`/documents/record-sheet/${trial.verified}`, as);
    if (!data?.visit?.recordSheetUrl) {
      t.equal(pdf, '404 NOT_FOUND', as);
      continue;
    }
    if (typeof pdf === 'string') throw new Error(`${as}: ${pdf}`);
    seen.push(as);
    const { visit } = data;
    t.equal(visit.records.length, 2);
    type Version = Record<string, string> & { tasks: { label: string; note: string }[] };
    const items = [
      visit.number,
      visit.client.code,
      visit.client.name ?? '',
      '打刻・入力した時刻（方法）',
      '訂正前の記録（第1版）',
      '確定した人',
      ...visit.records.flatMap(({ condition, notes, amendReason, recordedBy, tasks }: Version) => [
        ...[condition, notes, amendReason, recordedBy].map((text) => text ?? ''),
        ...tasks.flatMap(({ label, note }) => [label, note ?? '']),
      ]),
    ];
    t.strictSame(
      items.filter((item) => !pdf.text.includes(item)),
      [],
      as,
    );
  }
  t.strictSame(seen, ['p', 'p2', 'a', 'a.care', 'aud1']);
  t.equal(await pdfOf(`/documents/record-sheet/${trial.ahead}`, 'p'), '404 NOT_FOUND', 'nothing is recorded yet');
});

t.test('contract, RECORD_SHEETS: one PDF of the lines in their order; those without a record are named', async (t) => {
  const { url } = await exportUrl('kind: RECORD_SHEETS, from: "2026-04", to: "2026-05"');
  const response = await get(url, 'p');
  const { pages } = await readPdf(new Uint8Array(await response.arrayBuffer()));
  const { data } = await node.ask(`{ visit(id: "${trial.verified}") { number } }`, {}, { as: 'p' });
  t.ok(pages[0]?.join('').includes(data.visit.number));
  t.ok(pages.at(-1)?.join('').includes('次の訪問には、まだ記録がありません。'));
  for (const id of [trial.cancelled, trial.ahead]) {
    const { number } = (await node.ask(`{ visit(id: "${id}") { number } }`, {}, { as: 'p' })).data.visit;
    t.ok(pages.at(-1)?.join('').includes(number), number);
  }
  const none = await readPdf(new Uint8Array(await (await get(url, 'b')).arrayBuffer()));
  t.ok(none.pages.flat().join('').includes('該当する訪問はありません。'));
});

/** An instant of the API as a cell has it. */
const cellOf = (at: string | null | undefined): string =>
  at ? `${at.slice(0, 10)} ${at.slice(11, 23).replace(/\.0+$/, '')}` : '';
const said = (value: string | number | null | undefined): string => (value ?? '').toString();
const NUMBERED = 'providerNumber name';

t.test('delegations and statements as CSV: every column is what their lists hold', async (t) => {
  const shown: Record<string, readonly number[]> = {};
  for (const as of ['p', 'a', 'b', 'n', 'aud1', 'cons1', 'a.care'] as const) {
    const { data } = await node.ask(
      `{ network(id: "${trial.network}") {
        delegations { edges { node {
          number status mode requestedAt requestedBy round uncoveredVisits client { code name }
          partnerOffice { ${NUMBERED} } visits { plannedStart state }
        } } }
        statements { edges { node {
          number month status totalYen deductiblePercent deductibleYen issuedAt confirmBy confirmedAt deemed dueOn
          payeeInvoiceNumber contentHash payment { approvedAt paidOn amountYen } subtotals { taxClass netYen taxYen }
          partnerOffice { ${NUMBERED} } assistOffice { ${NUMBERED} }
        } } }
      } }`,
      {},
      { as },
    );
    const file = async (kind: string) =>
      get((await exportUrl(`kind: ${kind}, from: "2026-04", to: "2026-06"`, as)).url, as);
    const byNumber = (rows: readonly Record<string, string>[], column: string) =>
      rows.toSorted((a, b) => ((a[column] ?? '') < (b[column] ?? '') ? -1 : 1));
    // biome-ignore lint/suspicious/noExplicitAny: as GraphQL answers it
    const delegations = data.network.delegations.edges.map(({ node: one }: any) => {
      const starts: string[] = one.visits.map((visit: { plannedStart: string }) => visit.plannedStart).sort();
      const taken = one.visits.filter(({ state }: { state: string }) => state === 'TAKEN');
      return {
        委託番号: one.number,
        状態: DELEGATION_STATUS_WORDS[one.status as keyof typeof DELEGATION_STATUS_WORDS],
        依頼の方法: MODE_WORDS[one.mode as keyof typeof MODE_WORDS],
        依頼日時: cellOf(one.requestedAt),
        依頼した人: one.requestedBy,
        パートナー事業所番号: one.partnerOffice.providerNumber,
        パートナー事業所: one.partnerOffice.name,
        利用者コード: one.client.code,
        利用者名: said(one.client.name),
        打診の回: said(one.round),
        訪問の数: said(one.visits.length),
        決定した訪問の数: said(taken.length),
        未実施の訪問の数: said(one.uncoveredVisits),
        最初の開始予定: cellOf(starts[0]),
        最後の開始予定: cellOf(starts.at(-1)),
      };
    });
    const rows = byNumber(await cellsOf(t, await file('DELEGATIONS')), '委託番号');
    t.strictSame(rows, byNumber(delegations, '委託番号'), as);
    const answer = await file('STATEMENTS');
    if (data.network.statements === null) {
      t.equal(await codeOf(answer), '404 NOT_FOUND', as);
      continue;
    }
    // biome-ignore lint/suspicious/noExplicitAny: as GraphQL answers it
    const statements = data.network.statements.edges.map(({ node: one }: any) => {
      type Subtotal = { taxClass: string; netYen: number; taxYen: number };
      const of = (asked: string) => one.subtotals.find(({ taxClass }: Subtotal) => taxClass === asked);
      return {
        支払通知書番号: one.number,
        対象年月: one.month,
        状態: STATEMENT_STATUS_WORDS[one.status as keyof typeof STATEMENT_STATUS_WORDS],
        パートナー事業所番号: one.partnerOffice.providerNumber,
        パートナー事業所: one.partnerOffice.name,
        アシスト事業所番号: one.assistOffice.providerNumber,
        アシスト事業所: one.assistOffice.name,
        登録番号: said(one.payeeInvoiceNumber),
        '課税10%対象額（税抜、円）': said(of('TAXABLE_10')?.netYen),
        '課税10%消費税額（円）': said(of('TAXABLE_10')?.taxYen),
        '非課税額（円）': said(of('EXEMPT')?.netYen),
        '不課税額（円）': said(of('OUT_OF_SCOPE')?.netYen),
        '支払金額（税込、円）': said(one.totalYen),
        '控除できる割合（%）': said(one.deductiblePercent),
        '控除できる消費税額（円）': said(one.deductibleYen),
        発行日時: cellOf(one.issuedAt),
        確認の期限: said(one.confirmBy),
        確認日時: cellOf(one.confirmedAt),
        みなし確認: one.deemed ? 'はい' : 'いいえ',
        支払期限: one.dueOn,
        支払承認日時: cellOf(one.payment?.approvedAt),
        支払日: said(one.payment?.paidOn),
        '支払った金額（円）': said(one.payment?.amountYen),
        内容のハッシュ値: one.contentHash,
      };
    });
    t.strictSame(await cellsOf(t, answer), statements, as);
    shown[as] = [delegations.length, statements.length];
  }
  t.strictSame(shown, { p: [2, 1], a: [1, 1], b: [2, 0], n: [0, 0], aud1: [2, 1] });
});

t.test('contract, Network.evaluationReportUrl: for whom indicators are for, as the indicators say', async (t) => {
  const file = `/documents/evaluation-report/${trial.network}?from=2026-04&to=2026-04`;
  const seen: string[] = [];
  for (const as of cast) {
    const { data } = await node.ask(
      `{ network(id: "${trial.network}") {
        evaluationReportUrl(from: "2026-04", to: "2026-04")
        indicators(from: "2026-04", to: "2026-04") { load { visits } }
      } }`,
      {},
      { as },
    );
    const response = await get(file, as);
    if (!data?.network?.evaluationReportUrl) {
      t.equal(await codeOf(response), '404 NOT_FOUND', as);
      continue;
    }
    seen.push(as);
    t.equal(data.network.evaluationReportUrl, node.url + file);
    t.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
    const report = await response.text();
    const visits = data.network.indicators[0].load.map((one: { visits: number }) => one.visits);
    t.ok(Math.max(...visits) < 5, `${visits} visits: each office’s are hidden`);
    t.match(report, '<tr><th scope="row">事業所a</th><td>秘匿</td>', as);
    t.match(
      report,
      as === 'aud1' ? '調査の結果は、この報告を求めた人には表示されません。' : '締め切った調査は、まだありません。',
    );
    t.notMatch(report, /山田|介護太郎|C-1/);
  }
  t.strictSame(seen, ['admin', 'cons1', 'aud1']);
  for (const query of [
    'from=2026-04',
    'from=2026-04&to=2027-04',
    'from=2026-04&to=2026-04&knownAt=2999-01-01T00:00:00Z',
  ])
    t.equal(
      await codeOf(await get(`/documents/evaluation-report/${trial.network}?${query}`, 'cons1')),
      '400 BAD_USER_INPUT',
    );
});

t.test('contract, VISITS_PSEUDONYMOUS: for consultants alone; of one client nothing is told', async (t) => {
  const { url } = await exportUrl('kind: VISITS_PSEUDONYMOUS, from: "2026-04", to: "2026-05"', 'cons1');
  for (const as of cast) {
    const response = await get(url, as);
    if (as !== 'cons1') t.equal(await codeOf(response), '404 NOT_FOUND', as);
    else t.strictSame(await cellsOf(t, response), []);
  }
  const codebook = await cellsOf(t, await get(`${url}&part=codebook`, 'cons1'));
  const [methods, variables] = [true, false].map((isMethod) =>
    codebook.filter(({ label }) => (label === '方法') === isMethod),
  );
  const names = new Set(variables?.map(({ variable }) => variable));
  t.strictSame([...names].sort(), COLUMNS.map(({ title }) => title).sort());
  const said = new Map(methods?.map(({ variable, value }) => [variable, value]));
  t.match(said.get('(position)'), /^[1-9]\d*$/);
  said.delete('(position)');
  t.strictSame(Object.fromEntries(said), {
    '(months)': '2026-04/2026-05',
    '(filter)': 'ALL',
    '(threshold)': '5',
    '(rows)': '0',
    '(rows_left_out)': 'HIDDEN',
    '(values_hidden)': '0',
  });
  const filtered = `${url}&filter=${encodeURIComponent(JSON.stringify({ service: ['DAILY_LIVING'] }))}`;
  t.equal(await codeOf(await get(filtered, 'cons1')), '400 BAD_USER_INPUT', 'two filters could be subtracted');
});

t.test(
  'rule 49: what is not asked rightly is refused before anything is made, in the address and in exportUrl',
  async (t) => {
    const ledger = `/documents/ledger/${trial.network}`;
    const months = 'from=2026-04&to=2026-04';
    const refused = async (url: string, as: string | null = 'p') => codeOf(await get(url, as));
    t.equal(await refused(`${ledger}?${months}`, null), '401 UNAUTHENTICATED');
    t.equal(await refused(`${ledger}?${months}`, 'nobody'), '403 FORBIDDEN');
    t.equal(await refused(`/documents/no-such/${trial.network}?${months}`), '404 NOT_FOUND');
    t.equal(await refused(`/documents/ledger/${trial.client}?${months}`), '404 NOT_FOUND');
    t.equal(await refused('/documents/ledger/..%2fx'), '404 NOT_FOUND');
    for (const query of [
      '',
      'from=2026-04&to=2026-03',
      'from=2026-04&to=2027-04',
      'from=2026-4&to=2026-04',
      `${months}&encoding=EUC`,
      `${months}&filter=no-json`,
      `${months}&filter={"status":["NONE"]}`,
      `${months}&knownAt=yesterday`,
      `${months}&knownAt=2999-01-01T00:00:00Z`,
      `${months}&other=1`,
      'from=2026-04&from=2026-05&to=2026-05',
    ])
      t.equal(await refused(`${ledger}?${query}`), '400 BAD_USER_INPUT', query);
    const statements = `/documents/statements/${trial.network}?${months}`;
    t.equal(await refused(`${statements}&filter={"service":["DAILY_LIVING"]}`), '400 BAD_USER_INPUT');
    t.equal(await refused(`${statements}&knownAt=2026-04-01T00:00:00Z`), '400 BAD_USER_INPUT');
    for (const args of [
      'kind: LEDGER, from: "2026-04", to: "2026-03"',
      'kind: STATEMENTS, from: "2026-04", to: "2026-04", filter: { service: [DAILY_LIVING] }',
    ])
      t.equal((await exportUrl(args)).errors[0]?.extensions.code, 'BAD_USER_INPUT', args);
    t.equal(await refused('/documents/progress'), '404 NOT_FOUND', 'nothing is being made');
    t.equal(await refused('/documents/progress', null), '401 UNAUTHENTICATED');
  },
);

t.test('the ledger as it was known, filtered, and in MS932', async (t) => {
  const filter = `filter: { status: [CANCELLED], clientId: "${trial.client}" }`;
  const { url } = await exportUrl(`kind: LEDGER, from: "2026-04", to: "2026-05", ${filter}, encoding: MS932`);
  t.notMatch(url, /[^\x20-\x7e]/);
  const response = await get(url, 'p');
  t.equal(response.headers.get('content-disposition')?.includes('filename*=UTF-8'), true);
  const rows = await cellsOf(t, response);
  t.strictSame(
    rows.map((row) => row.状態),
    ['取消'],
  );
  const then = await exportUrl('kind: LEDGER, from: "2026-04", to: "2026-05", knownAt: "2026-03-31T00:00:00+09:00"');
  t.strictSame(await cellsOf(t, await get(then.url, 'p')), []);
});

t.test('rule 49: a document of 2,500 lines is made beside the pages, and tells how far it is', async (t) => {
  const shares: number[] = [];
  let isMade = false;
  const pieces: Uint8Array[] = [];
  const told: Told = (said) => ('piece' in said ? pieces.push(said.piece) : shares.push(said.share));
  const making = node.app.questions.ask('statementPdf', longStatement(2_500), { told });
  const made = making.finally(() => {
    isMade = true;
  });
  for (let page = 0; page < 5; page += 1) {
    const { data } = await node.ask('{ viewer { subject } }', {}, { as: 'p' });
    t.equal(data.viewer.subject, 'p');
  }
  t.equal(isMade, false, 'pages came first');
  await made;
  t.ok(shares.length >= 5 && shares.every((share, n) => share >= (shares[n - 1] ?? 0) && share < 1), 'onwards');
  const { pages: read } = await readPdf(Buffer.concat(pieces));
  t.equal(read.length, shares.length);
  t.ok(pieces.length >= read.length, 'handed over page by page');
  t.ok(
    read.every((page) => page.join('').includes('訪問番号') || page === read.at(-1)),
    'the heads stand on each',
  );
  t.ok(read.flat().includes('26-3499-1'), 'the last line');
  t.ok(read.at(-1)?.join('').includes(`${read.length} / ${read.length} ページ`));
});

t.test('rule 49: whoever goes away while a file is made gives the place back, and the next is made', async (t) => {
  const statement = `/documents/statement/${trial.statement}`;
  const headers = { authorization: `Bearer ${await node.token('p2')}` };
  const url = new URL(statement, node.url);
  for (let round = 0; round < 3; round += 1) {
    const end = new AbortController();
    const going = Array.from({ length: 4 }, () => fetch(url, { headers, signal: end.signal }).catch(() => null));
    // The first is begun by the time that progress is told, or there is nothing left to break off.
    await get('/documents/progress', 'p2');
    end.abort();
    await Promise.all(going);
  }
  // The server hears of it a moment later.
  let answer = await get(statement, 'p2');
  for (const until = Date.now() + 20_000; answer.status !== 200 && Date.now() < until; ) {
    await answer.arrayBuffer();
    answer = await get(statement, 'p2');
  }
  t.equal(answer.status, 200, 'twelve were given up, of four places');
  t.match(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 5), '%PDF-');
  t.equal(await codeOf(await get('/documents/progress', 'p2')), '404 NOT_FOUND', 'nothing is being made');
});

t.test('no heading, and no heads of a table, stand at the end of a page without what they are of', async (t) => {
  const columns = [{ title: 'the-heads', width: 200 }];
  const [first, other] = ['the-heading', 'row'];
  const heads = new Set([first, 'the-heads']);
  for (const before of [30, 31, 32, 33, 34, 35, 36, 37]) {
    const pieces: Uint8Array[] = [];
    await onPaper(
      { title: '', madeAt: '2026-05-20T00:00:00.000Z' },
      (said) => ('piece' in said ? pieces.push(said.piece) : null),
      (paper) => {
        paper.page('foot');
        paper.table(
          columns,
          Array.from({ length: before }, () => [other]),
          11,
        );
        paper.heading(first);
        paper.table(columns, [[other]], 11);
        t.ok(paper.left >= 0, 'nor over the foot');
      },
    );
    const { pages } = await readPdf(Buffer.concat(pieces));
    // The foot is written first.
    t.strictSame(
      pages.map((page) => heads.has(page.at(-1) ?? '')),
      pages.map(() => false),
      `${before} rows`,
    );
    t.equal(pages.flat().filter((text) => text === other).length, before + 1);
  }
});

t.test('rule 47: whoever is removed, and a caregiver after the last day, downloads nothing more', async (t) => {
  const sheet = `/documents/record-sheet/${trial.verified}`;
  const statement = `/documents/statement/${trial.statement}`;
  t.equal(typeof (await pdfOf(sheet, 'a.care')), 'object');
  await node.mutate('changeCaregiver', { caregiverId: trial.caregiver, leftOn: '2026-06-01' }, { as: 'a' });
  await node.ask('{ viewer { subject } }', {}, { as: 'a', at: '2026-06-02T00:00:00+09:00' });
  t.equal(await pdfOf(sheet, 'a.care'), '404 NOT_FOUND', 'after the last day');
  t.equal(typeof (await pdfOf(statement, 'p2')), 'object');
  await node.mutate('removeMember', { subject: 'p2', reason: '退職' }, { as: 'p' });
  for (const url of [statement, sheet]) t.equal(await pdfOf(url, 'p2'), '403 FORBIDDEN', 'removed');
});
