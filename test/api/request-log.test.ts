import t from 'tap';
import { buildServer } from '../../src/api/server.ts';
import { createLog } from '../../src/log.ts';
import { startNode } from '../support/http-node.ts';

const CANARY = 'カナリア太郎';

t.test('a request leaves its id, operation, duration and codes in the log, and nothing of what it said', async (t) => {
  const node = await startNode(t);
  const lines: string[] = [];
  const log = createLog('trace', { write: (line: string) => void lines.push(line) });
  const server = await buildServer({ ...node.serverOptions, log });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  t.teardown(() => server.close());
  const token = await node.token('admin');
  const post = (body: string, path = '/graphql') =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    });
  const ask = (query: string, variables: Record<string, unknown> = {}) => post(JSON.stringify({ query, variables }));

  await ask('query Mine { viewer { role } }');
  await ask('query Search($s: String) { offices(search: $s, first: 0) { totalCount } }', { s: CANARY });
  await ask('mutation M($i: FormNetworkInput!) { formNetwork(input: $i) { position } }', { i: { name: CANARY } });
  await ask(`{ viewer { ${CANARY} } }`);
  await post(`{"query": "${CANARY}`);
  await post('{}', `/${encodeURIComponent(CANARY)}`);
  await post(JSON.stringify({ query: '{ viewer { role } }' }), `/graphql?x=${encodeURIComponent(CANARY)}`);

  const requests = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request');
  t.strictSame(requests.map(({ operation, codes }) => ({ operation, codes })).slice(0, 2), [
    { operation: 'Mine', codes: [] },
    { operation: 'Search', codes: ['BAD_USER_INPUT'] },
  ]);
  for (const { requestId, milliseconds } of requests) {
    t.match(requestId, /^[0-9a-f-]{36}$/);
    t.ok(Number.isInteger(milliseconds));
  }
  const everything = lines.join('');
  for (const secret of [CANARY, encodeURIComponent(CANARY), token]) t.notOk(everything.includes(secret));
});
