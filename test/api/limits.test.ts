import { once } from 'node:events';
import { connect } from 'node:net';
import { getIntrospectionQuery } from 'graphql';
import t, { type Test } from 'tap';

import { buildServer } from '../../src/api/server.ts';
import { createLog } from '../../src/log.ts';
import { startNode } from '../support/http-node.ts';
import { startIssuer } from '../support/issuer.ts';

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Of the first error. */
  readonly code: string | undefined;
}

const send = async (url: string, token: string | null, request: RequestInit = {}): Promise<Reply> => {
  const response = await fetch(url, {
    ...request,
    headers: {
      accept: 'application/graphql-response+json',
      ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(request.headers as Record<string, string> | undefined),
    },
  });
  const text = await response.text();
  const code = /"code":"(\w+)"/.exec(text)?.[1];
  return { status: response.status, headers: response.headers, text, code };
};

const post = (url: string, token: string | null, body: unknown, headers: Record<string, string> = {}): Promise<Reply> =>
  send(`${url}/graphql`, token, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const FORM_NETWORK = 'mutation { formNetwork(input: { name: "x", area: "x", fiscalYear: 2026 }) { position } }';

t.test('development', async (t) => {
  const node = await startNode(t);
  const { url } = node;
  const token = await node.token('admin');
  const ask = (query: string, variables: Record<string, unknown> = {}) => post(url, token, { query, variables });
  const refused = async (t: Test, reply: Promise<Reply>, status: number, what: string, as = 'BAD_USER_INPUT') => {
    const { status: got, code, text } = await reply;
    t.strictSame({ status: got, code }, { status, code: as }, what);
    t.notMatch(text, /stack|node_modules|\.ts:|Did you mean/, `${what}: no trace, no suggestion`);
  };

  t.test('the address may be asked', async (t) => {
    const reply = await ask('{ viewer { role } }');
    t.strictSame(
      { status: reply.status, body: JSON.parse(reply.text) },
      { status: 200, body: { data: { viewer: { role: 'ADMINISTRATOR' } } } },
    );
  });

  t.test('no other origin may read: CORS is closed', async (t) => {
    const origin = { origin: 'https://elsewhere.example.jp' };
    const preflight = await send(`${url}/graphql`, null, {
      method: 'OPTIONS',
      headers: {
        ...origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    const reply = await post(url, token, { query: '{ viewer { role } }' }, origin);
    for (const { headers } of [preflight, reply]) {
      t.strictSame(
        [...headers.keys()].filter((name) => name.startsWith('access-control-')),
        [],
      );
    }
  });

  t.test('rule 49: a query has its limits', async (t) => {
    const aliases = (n: number) => `{ ${Array.from({ length: n }, (_, i) => `a${i}: viewer { role }`).join(' ')} }`;
    t.equal((await ask(aliases(15))).code, undefined, '15 aliases');
    await refused(t, ask(aliases(16)), 400, '16 aliases');

    const nested = (levels: number) =>
      `{ viewer { office ${'{ caregivers { office '.repeat(levels)} { name }${' } }'.repeat(levels)} } }`;
    t.equal((await ask(nested(3))).code, undefined, 'a query 9 deep');
    await refused(t, ask(nested(4)), 400, 'a query 11 deep');

    const long = (kinds: number) => `{ viewer { tasks(kinds: [${'ANSWER_OFFER '.repeat(kinds)}]) { totalCount } } }`;
    t.equal((await ask(long(980))).code, undefined, '994 tokens');
    await refused(t, ask(long(990)), 400, '1,004 tokens');

    const costly = (
      first: number,
    ) => `query ($first: Int) { viewer { networks { delegations(first: $first) { edges { ...E } } } } }
      fragment E on DelegationEdge { node { visits { visit { ${'id '.repeat(first === 0 ? 1 : 8)} } } } }`;
    t.equal(
      (await post(url, token, { query: costly(40), variables: { first: 40 } })).code,
      undefined,
      'a query that is not dear',
    );
    await refused(
      t,
      post(url, token, { query: costly(100), variables: { first: 100 } }),
      200,
      'a dear query',
      'TOO_EXPENSIVE',
    );

    await refused(t, ask('{ offices(first: 101) { totalCount } }'), 200, 'a page of 101');
    await refused(t, ask('{ offices(first: 0) { totalCount } }'), 200, 'a page of 0');
    await refused(t, ask('{ viewer { tasks(first: 101) { totalCount } } }'), 200, 'a page of 101 further down');
  });

  t.test('introspection and GraphiQL are there, exempt from the depth limit', async (t) => {
    t.match((await ask(getIntrospectionQuery())).text, /"name":"Delegation"/);
    const page = await send(`${url}/graphql`, null, { headers: { accept: 'text/html' } });
    const html = 'text/html; charset=utf-8';
    t.strictSame({ status: page.status, type: page.headers.get('content-type') }, { status: 200, type: html });
  });

  t.test('only JSON is taken, one request at a time, up to 1 MiB', async (t) => {
    const before = await node.app.store.head();
    const form = new URLSearchParams({ query: FORM_NETWORK });
    await refused(
      t,
      send(`${url}/graphql`, token, {
        method: 'POST',
        body: form,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
      415,
      'a form',
    );
    const boundary = 'x';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="operations"`;
    const parts = `${head}\r\n\r\n${JSON.stringify({ query: FORM_NETWORK })}\r\n--${boundary}--\r\n`;
    await refused(
      t,
      post(url, token, parts, { 'content-type': `multipart/form-data; boundary=${boundary}` }),
      415,
      'a multipart form',
    );
    await refused(
      t,
      post(url, token, JSON.stringify({ query: FORM_NETWORK }), { 'content-type': 'text/plain' }),
      415,
      'plain text',
    );
    await refused(
      t,
      post(url, token, FORM_NETWORK, { 'content-type': 'application/graphql' }),
      415,
      'application/graphql',
    );
    await refused(t, post(url, token, [{ query: FORM_NETWORK }, { query: FORM_NETWORK }]), 400, 'a batch');
    await refused(t, post(url, token, '{"query": "{ viewer'), 400, 'broken JSON');
    await refused(t, post(url, token, 'null'), 400, 'JSON that is no request');
    await refused(t, post(url, token, {}), 400, 'no query');
    await refused(
      t,
      post(url, token, { query: FORM_NETWORK, variables: { x: 'x'.repeat(1_048_576) } }),
      413,
      'over 1 MiB',
    );
    await refused(t, send(`${url}/graphql?query=${encodeURIComponent(FORM_NETWORK)}`, token), 405, 'a mutation by GET');
    t.equal(await node.app.store.head(), before, 'nothing was stored');
  });

  t.test('mistakes are named without suggestions', async (t) => {
    await refused(t, ask('{ viewr { role } }'), 400, 'an unknown field');
    await refused(t, ask('{ offices(firstt: 1) { totalCount } }'), 400, 'an unknown argument');
    await refused(
      t,
      ask('mutation ($i: FormNetworkInput!) { formNetwork(input: $i) { position } }', {
        i: { name: 'x', area: 'x', fiscalYear: 2026, nam: 'x' },
      }),
      400,
      'an unknown input field',
    );
    await refused(
      t,
      ask('mutation ($i: EnrollMemberInput!) { enrollMember(input: $i) { position } }', {
        i: { subject: 'x', role: 'CORDINATOR' },
      }),
      400,
      'an unknown enum value',
    );
    await refused(t, ask('{ careTasks(service: PHYSICAL_CAR) { code } }'), 400, 'an unknown enum value in the query');
    await refused(t, ask('query A { viewer { role } } query B { viewer { role } }'), 400, 'two operations and no name');
    await refused(t, ask('{ viewer { role }'), 400, 'a syntax error');
  });

  t.test('headers that keep browsers careful', async (t) => {
    const answers = {
      answer: await ask('{ viewer { role } }'),
      refusal: await send(`${url}/graphql`, null, { method: 'POST', body: '{}' }),
      'nothing there': await send(`${url}/nothing`, null),
      'an address that cannot be read': await send(`${url}/%zz`, null),
    };
    for (const [what, { headers }] of Object.entries(answers))
      t.strictSame(
        {
          sniff: headers.get('x-content-type-options'),
          frame: headers.get('x-frame-options'),
          by: headers.get('x-powered-by'),
        },
        { sniff: 'nosniff', frame: 'SAMEORIGIN', by: null },
        what,
      );
  });

  t.test('without a valid token nothing is answered', async (t) => {
    t.equal((await post(url, null, { query: '{ viewer { role } }' })).code, 'UNAUTHENTICATED');
    const bad = await post(url, 'x.y.z', { query: '{ viewer { role } }' });
    t.strictSame({ status: bad.status, code: bad.code }, { status: 401, code: 'UNAUTHENTICATED' });
    t.equal(
      (await post(url, await node.token('nobody'), { query: '{ viewer { role } }' })).code,
      'FORBIDDEN',
      'a token without a role',
    );
  });
});

t.test('production', async (t) => {
  const issuer = await startIssuer(t);
  const env = { NODE_ENV: 'production', OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: 'visits', ADMIN_SUBJECTS: 'admin' };
  const node = await startNode(t, env);
  const token = await issuer.token('admin', 'visits');
  const ask = (query: string, headers: Record<string, string> = {}) => post(node.url, token, { query }, headers);

  t.equal(
    (await ask('{ viewer { role } }')).text,
    '{"data":{"viewer":{"role":"ADMINISTRATOR"}}}',
    'the issuer’s token is taken',
  );
  t.equal(
    (await post(node.url, await node.token('admin'), { query: '{ viewer { role } }' })).code,
    'UNAUTHENTICATED',
    'a development token is not',
  );
  t.equal((await ask(getIntrospectionQuery())).code, 'BAD_USER_INPUT', 'no introspection');
  t.equal((await ask('{ __schema { queryType { name } } }')).code, 'BAD_USER_INPUT', 'nor a short one');
  t.equal((await ask('{ viewer { __typename } }')).code, undefined, '__typename is no introspection');
  const page = await send(`${node.url}/graphql`, null, { headers: { accept: 'text/html' } });
  t.notMatch(page.text, /<html|graphiql/i, 'no GraphiQL');
  t.match((await send(`${node.url}/schema.graphql`, null)).text, /@may\(actors/, 'the contract is served');
  t.strictSame(
    JSON.parse(
      (await ask('{ viewer { role } }', { 'x-simulated-now': '2026-04-01T00:00:00+09:00', 'accept-language': 'en' }))
        .text,
    ),
    {
      errors: [
        {
          message: 'x-simulated-now is for development alone.',
          extensions: { code: 'BAD_USER_INPUT', path: ['x-simulated-now'] },
        },
      ],
    },
    'the clock cannot be moved',
  );
  t.match((await ask('{ viewer { role } }')).headers.get('content-security-policy'), /default-src 'self'/);
});

t.test('a subject has so many requests a minute, however it writes its header and whoever else asks', async (t) => {
  const node = await startNode(t);
  const server = await buildServer({ ...node.serverOptions, requestsPerMinute: 3 });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  t.teardown(() => server.close());
  const token = await node.token('admin');
  for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
    t.equal(
      (await post(url, null, { query: '{ viewer { role } }' }, { authorization: `${scheme} ${token}` })).status,
      200,
      scheme,
    );
  }
  const fourth = await post(url, token, { query: '{ viewer { role } }' });
  t.strictSame(
    { status: fourth.status, code: fourth.code, after: fourth.headers.get('retry-after') },
    { status: 429, code: 'RATE_LIMITED', after: '60' },
  );
  t.equal(
    (await post(url, await node.token('u1'), { query: '{ viewer { role } }' })).code,
    'FORBIDDEN',
    'another subject may still ask',
  );
  for (const invalid of ['x', 'y', 'z'])
    t.equal((await post(url, invalid, { query: '{ viewer { role } }' })).code, 'UNAUTHENTICATED');
  t.equal(
    (await post(url, 'v', { query: '{ viewer { role } }' })).code,
    'RATE_LIMITED',
    'invalid tokens count for their address',
  );
  t.equal(
    (await post(url, await node.token('127.0.0.1'), { query: '{ viewer { role } }' })).code,
    'FORBIDDEN',
    'a subject that is called like this address is another',
  );
  t.strictSame(
    [(await fetch(`${url}/healthz`)).status, (await fetch(`${url}/readyz`)).status],
    [200, 200],
    'who watches is never refused',
  );
});

t.test('behind a proxy that is trusted each address has its own allowance; else nobody may name another', async (t) => {
  const node = await startNode(t);
  const statusesOf = async (trustedProxies: readonly string[]): Promise<number[]> => {
    const server = await buildServer({ ...node.serverOptions, requestsPerMinute: 1, trustedProxies });
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    t.teardown(() => server.close());
    const statuses: number[] = [];
    for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.2', '192.0.2.9, 192.0.2.2']) {
      const reply = await post(url, null, { query: '{ viewer { role } }' }, { 'x-forwarded-for': address });
      statuses.push(reply.status);
    }
    return statuses;
  };
  t.strictSame(await statusesOf(['127.0.0.0/8']), [401, 429, 401, 429], 'what a client itself put in front is nothing');
  t.strictSame(await statusesOf([]), [401, 429, 429, 429]);
  t.strictSame(await statusesOf(['10.0.0.0/8']), [401, 429, 429, 429]);
});

t.test('issue 11, 2: who guesses at invitations learns nothing, so often a minute and address', async (t) => {
  const node = await startNode(t);
  const server = await buildServer({ ...node.serverOptions, requestsPerMinute: 5 });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  t.teardown(() => server.close());
  const pages: string[] = [];
  for (const token of ['0'.repeat(64), 'f'.repeat(64), 'nobody', '%00']) {
    const response = await fetch(`${url}/s/${token}`);
    pages.push(`${response.status} ${await response.text()}`);
  }
  t.match(pages[0], /^404 /);
  t.equal(new Set(pages).size, 1, 'the same page, whatever was guessed');
  const query = `{ questionnaire(token: "${'0'.repeat(64)}") { title } }`;
  t.equal((await post(url, null, { query })).text, '{"data":{"questionnaire":null}}');
  t.strictSame(
    [
      (await fetch(`${url}/s/${'1'.repeat(64)}`)).status,
      (await fetch(`${url}/s/${'1'.repeat(64)}`, { method: 'POST', body: new URLSearchParams() })).status,
      (await post(url, null, { query })).status,
    ],
    [429, 429, 429],
    'page, form and API draw on one allowance',
  );
});

t.test('a client that goes away while it asks, waits or listens is no failed request', async (t) => {
  const node = await startNode(t);
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => lines.push(line) });
  const server = await buildServer({ ...node.serverOptions, log });
  const url = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
  t.teardown(() => server.close());
  const token = await node.token('admin');
  const body = (query: string): string => JSON.stringify({ query });
  const gone: readonly (readonly [string, string, number])[] = [
    ['application/json', body('{ viewer { role } }'), 10],
    ['application/json', body('{ offices { totalCount edges { node { name } } } }'), 0],
    [
      'application/json',
      body('mutation { formNetwork(input: { name: "x", area: "x", fiscalYear: 2026 }) { position } }'),
      0,
    ],
    ['text/event-stream', body('subscription { offers { cursor } }'), 0],
  ];
  for (const [accept, text, missing] of gone) {
    const socket = connect(Number(url.port), url.hostname);
    await once(socket, 'connect');
    const head = [
      'POST /graphql HTTP/1.1',
      `host: ${url.host}`,
      'content-type: application/json',
      `accept: ${accept}`,
      `authorization: Bearer ${token}`,
      `content-length: ${text.length + missing}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${text}`);
    await new Promise((turn) => setImmediate(turn));
    socket.resetAndDestroy();
  }
  const open = (): Promise<number> =>
    new Promise((resolve) => server.server.getConnections((_, count) => resolve(count)));
  while ((await open()) > 0) await new Promise((turn) => setImmediate(turn));
  t.equal((await post(url.origin, token, { query: '{ viewer { role } }' })).status, 200);
  t.strictSame(
    lines.filter((line) => /"level":(40|50|60)/.test(line)),
    [],
  );
});

t.test('what cannot be read as HTTP is refused by its status alone, whatever its method may be', async (t) => {
  const node = await startNode(t);
  const { hostname, port } = new URL(node.url);
  const long = 'x'.repeat(20_000);
  for (const [sent, status] of [
    [`HEAD / HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${long}\r\n\r\n`, '431 Request Header Fields Too Large'],
    [
      `POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${long}\r\n\r\n`,
      '431 Request Header Fields Too Large',
    ],
    ['what is this\r\n\r\n', '400 Bad Request'],
  ] as const) {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (part) => {
      answer += part;
    });
    // The server has closed before it has read all.
    socket.on('error', () => {});
    socket.write(sent);
    await once(socket, 'close');
    t.equal(answer, `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  }
});
