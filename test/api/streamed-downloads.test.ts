import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import t from 'tap';
import { boundedServer } from '../../src/api/bounded-server.ts';
import { ApiContext } from '../../src/api/context.ts';
import { Cost } from '../../src/api/cost.ts';
import type { Making, ReadPage } from '../../src/api/document/making.ts';
import { serveDownloads } from '../../src/api/document/route.ts';
import { column, csvDownload } from '../../src/api/document/tables.ts';
import type { Download } from '../../src/api/download.ts';
import { apiError } from '../../src/api/errors.ts';
import { buildApiSchema } from '../../src/api/schema.ts';
import { viewerOf } from '../../src/api/viewer.ts';
import { uuidOf } from '../../src/domain/ids.ts';
import { type CsvPiece, csvPiece } from '../../src/exchange/csv-file.ts';
import { startNode } from '../support/http-node.ts';
import { longStatement } from '../support/long-statement.ts';
import { buildSmallNetwork } from '../support/small-network.ts';

const node = await startNode(t);
const { partner } = await buildSmallNetwork(node, '2026-06-01', 1);
const { app } = node.serverOptions;

interface Row {
  readonly number: number;
  readonly text: string;
}
/** A list of so many rows, as the API would page it; tells how many were read. */
const listOf = (count: number, text: (number: number) => string) => {
  const told = { rows: 0 };
  const read: ReadPage<Row> = async ({ first, after, counts }) => {
    if (counts) return { totalCount: count, pageInfo: { hasNextPage: false }, edges: [] };
    const from = Number(after ?? 0);
    const numbers = Array.from({ length: Math.min(first, count - from) }, (_, n) => from + n);
    told.rows += numbers.length;
    const pageInfo = { hasNextPage: from + first < count, endCursor: String(from + first) };
    return { edges: numbers.map((number) => ({ node: { number, text: text(number) } })), pageInfo };
  };
  return { told, read };
};

const of = column<Row>;
const columns = [of('番号', ({ number }) => number), of('名前', ({ text }) => text)];
const id = uuidOf('some', 1);

/** A server with a kind of file of its own; a reader must take something within half a second. */
const serving = async (
  make: (making: Making, query: Readonly<Record<string, unknown>>) => ReturnType<typeof csvDownload>,
) => {
  const { server, accounts, tokenOf, admit } = await boundedServer({
    ...node.serverOptions,
    allowance: { millisecondsToTake: 500 },
  });
  const file: Download = { kind: 'some', make: ({ query }, making) => make(making, query) };
  serveDownloads(server, {
    app,
    schema: buildApiSchema([], { strict: false }),
    downloads: [file],
    accounts,
    built: () => true,
    tokenOf,
    admit,
    contextOf: async ({ id: requestId }, token) =>
      new ApiContext(app, {
        viewer: await viewerOf(token, app),
        validUntil: token.validUntil,
        requestId,
        cost: new Cost(accounts.ofSubject(token.subject)),
        openStream: () => () => {},
        language: 'ja',
      }),
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  t.teardown(() => server.close());
  const headers = { authorization: `Bearer ${await node.token(partner.subject)}` };
  /** The beginning of an answer, of which nothing has been read. */
  const ask = async (query = ''): Promise<IncomingMessage> => {
    const [response] = await once(get(`${url}/documents/some/${id}${query}`, { headers, agent: false }), 'response');
    return response;
  };
  const progress = async () => (await fetch(`${url}/documents/progress`, { headers })).json();
  return { ask, progress };
};

const TABLE = { name: '一覧', columns, encoding: 'UTF8_BOM' } as const;
const bytesOf = (rows: readonly (readonly [number, string])[]): Uint8Array => {
  const piece: CsvPiece = { titles: ['番号', '名前'], rows, encoding: 'UTF8_BOM', begins: true };
  const made = csvPiece(piece);
  if ('unwritable' in made) throw new Error(made.unwritable.character);
  return made.bytes;
};
/** All that comes, and whether it came to its end. */
const takenOf = async (response: IncomingMessage): Promise<{ bytes: Buffer; isWhole: boolean }> => {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of response) pieces.push(piece);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ECONNRESET') throw error;
  }
  return { bytes: Buffer.concat(pieces), isWhole: response.complete };
};

t.test(
  'issue 13: the first bytes of a table come before the last row is read, and the whole is one file',
  async (t) => {
    const lists = [listOf(0, String), listOf(950, (n) => `名${n}`), listOf(0, String), listOf(250, String)];
    const { ask, progress } = await serving((making) =>
      csvDownload({ ...TABLE, lists: lists.map(({ read }) => read) }, making),
    );
    const rowsRead = () => lists.reduce((sum, { told }) => sum + told.rows, 0);
    const response = await ask();
    t.ok(rowsRead() < 1_200, `${rowsRead()} of 1200 rows are read when the answer begins`);
    t.equal(response.headers['transfer-encoding'], 'chunked');
    const { bytes, isWhole } = await takenOf(response);
    t.equal(isWhole, true);
    const expected = [
      ...Array.from({ length: 950 }, (_, n) => [n, `名${n}`] as const),
      ...Array.from({ length: 250 }, (_, n) => [n, String(n)] as const),
    ];
    t.ok(bytes.equals(bytesOf(expected)));
    t.match(await progress(), { errors: [{ message: /^作成中のファイルはありません/u }] });
  },
);

t.test('rule 49: who takes nothing is cut off in time, and no more is read ahead than buffers hold', async (t) => {
  const list = listOf(20_000, (n) => `${n}`.padEnd(4_000));
  const { ask, progress } = await serving((making) => csvDownload({ ...TABLE, lists: [list.read] }, making));
  const response = await ask();
  let percent = 0;
  while (percent === 0) ({ percent } = await progress());
  t.ok(percent < 50, `${percent} per cent while nobody reads`);
  for (const until = Date.now() + 20_000; 'percent' in (await progress()) && Date.now() < until; );
  t.ok(list.told.rows < 10_000, `${list.told.rows} of 20000 rows`);
  const { isWhole } = await takenOf(response);
  t.equal(isWhole, false, 'and is not taken for a file');
  const next = await ask();
  t.equal(next.statusCode, 200, 'the place is given back');
  next.destroy();
});

t.test(
  'a character that MS932 has not is told before the first byte, also where it stands in the last row',
  async (t) => {
    const list = listOf(300, (n) => (n === 299 ? '𠮷田' : `名${n}`));
    const { ask } = await serving((making) => csvDownload({ ...TABLE, encoding: 'MS932', lists: [list.read] }, making));
    const response = await ask();
    t.equal(response.statusCode, 400);
    t.match((await takenOf(response)).bytes.toString(), /番号 299, 名前: MS932 has no 𠮷/u);
  },
);

t.test('a document comes page by page while it is drawn', async (t) => {
  const { ask, progress } = await serving(async (making) => {
    const content = making.drawn('statementPdf', longStatement(300), 300);
    return { name: '支払通知書.pdf', contentType: 'application/pdf', content };
  });
  const response = await ask();
  const [first] = await once(response, 'data');
  response.pause();
  t.match(String(first), /^%PDF-/);
  const { percent } = await progress();
  t.ok(percent >= 40 && percent < 100, `${percent} per cent when the first page is there`);
  const { isWhole } = await takenOf(response);
  t.equal(isWhole, true);
});

t.test('rule 47: what fails on the way, or may no longer be seen, breaks the file off', async (t) => {
  const faults: Record<string, () => Promise<void>> = {
    gone: async () => {
      throw apiError('NOT_FOUND', 'no longer to be seen');
    },
    role: async () => {
      await node.mutate('removeMember', { subject: partner.subject, reason: '退職' }, { as: 'admin' });
    },
  };
  for (const [name, fault] of Object.entries(faults)) {
    const list = listOf(1_000, String);
    const { ask } = await serving((making) => {
      const read: ReadPage<Row> = (page) =>
        making.inTurn(async () => {
          if (page.after === '500') await fault();
          return list.read(page);
        });
      return csvDownload({ ...TABLE, lists: [read] }, making);
    });
    const response = await ask();
    t.equal(response.statusCode, 200);
    const { bytes, isWhole } = await takenOf(response);
    t.equal(isWhole, false, name);
    t.ok(bytes.length > 0 && bytesOf([]).length < bytes.length);
  }
});
