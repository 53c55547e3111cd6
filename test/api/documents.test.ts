import { parse } from 'csv-parse/sync';
import t, { type Test } from 'tap';
import { VISIT_STATUS_WORDS } from '../../src/api/document/words.ts';
import { SERVICE_WORDS } from '../../src/documents/words.ts';
import { fromMs932 } from '../../src/exchange/ms932.ts';
import { startNode } from '../support/http-node.ts';
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
