import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { buildSchema, graphql as graphqlOf } from 'graphql';
import t, { type Test } from 'tap';
import { Attacker } from '../../scripts/attack/attacker.ts';
import { attacks } from '../../scripts/attack/attacks.ts';
import { Connections, graphql } from '../../scripts/bench/load.ts';
import { visitFrom } from '../../scripts/network-builder.ts';
import { Account, ALLOWANCE } from '../../src/api/account.ts';
import { Cost, MOST_BYTES } from '../../src/api/cost.ts';
import { countFields } from '../../src/api/counted.ts';
import { apiError } from '../../src/api/errors.ts';
import { buildServer, type ServerOptions } from '../../src/api/server.ts';
import { addMinutes, toInstant } from '../../src/domain/calendar.ts';
import { whenUnawaited } from '../../src/unawaited.ts';
import { startNode } from '../support/http-node.ts';
import { BEGINNING } from '../support/notices.ts';
import { buildSmallNetwork, momentAt } from '../support/small-network.ts';

const DAY = '2026-06-01';

const node = await startNode(t);
const { partner, assists, clientId, networkId } = await buildSmallNetwork(node, DAY, 1);
const [assist] = assists;
if (!assist) throw new Error('an assist office');
const first = toInstant('2026-06-02T06:00:00+09:00');
const visits = Array.from({ length: 62 }, (_, n) => visitFrom(addMinutes(first, 60 * n)));
const rounds = [{ officeIds: [assist.id] }];
const note = 'あ'.repeat(2_000);
const asked = { clientId, visits, rounds, note };
const { id: delegation } = await momentAt(node, `${DAY}T10:00:00+09:00`).request(partner, asked);
await momentAt(node, `${DAY}T10:01:00+09:00`).accept(assist, delegation);

interface Reply {
  readonly status: number;
  readonly code: string | undefined;
  readonly text: string;
}
const post = async (
  url: string,
  as: string | null,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(as === null ? {} : { authorization: `Bearer ${await node.token(as)}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, code: /"code":"(\w+)"/.exec(text)?.[1], text };
};

/** A server of its own over the same data, with other limits. */
const serverWith = async (t: Test, options: Partial<ServerOptions>): Promise<string> => {
  const server = await buildServer({ ...node.serverOptions, ...options });
  t.teardown(() => server.close());
  return server.listen({ host: '127.0.0.1', port: 0 });
};

/** Allowed by the estimate, which takes a list for ten items: here each holds 62. */
const deep = (name: string, leaves = 'visitId service minutes') => `query ${name} { delegation(id: "${delegation}") {
  visits { visit { delegation { visits { visit { delegation { visits { ${leaves} } } } } } } } } }`;
const WIDE = `query { delegation(id: "${delegation}") { id } }`;

t.test(
  'rule 49: a query that grows while it is answered ends at the bound; others are answered meanwhile',
  async (t) => {
    const url = await serverWith(t, { allowance: { unitsPerMillisecond: 1 } });
    const memory = process.memoryUsage().rss;
    const connections = new Connections(url, 20);
    const send = async (as: string, query: string): Promise<string> => {
      const text = await connections.send(graphql(await node.token(as), query, {}));
      return /"code":"(\w+)"/.exec(text)?.[1] ?? text;
    };
    const dear = Array.from({ length: 4 }, (_, n) =>
      send(partner.subject, deep(n % 2 === 0 ? 'Same' : `Other${n}`)).catch(() => 'not answered yet'),
    );
    const light = Array.from({ length: 5 }, () => send(assist.subject, WIDE));
    t.strictSame([...new Set(await Promise.all(light))], [`{"data":{"delegation":{"id":"${delegation}"}}}`]);
    t.equal(await Promise.race(dear), 'TOO_EXPENSIVE');
    connections.close();
    t.equal((await Promise.all(dear)).at(-1), 'not answered yet', 'nobody waits for the last of them');
    const grown = (process.memoryUsage().rss - memory) / 1_048_576;
    t.ok(grown < 150, `memory stays flat: ${grown.toFixed(0)} MB`);
  },
);

t.test('rule 49: what fits is answered whole, and counted anew for each request', async (t) => {
  const query = `query { delegation(id: "${delegation}") {
    visits { visit { delegation { visits { visitId service } } } } } }`;
  const replies = [];
  for (const _ of [1, 2, 3, 4]) replies.push(await post(node.url, partner.subject, { query }));
  t.strictSame([...new Set(replies.map(({ text }) => text.match(/"visitId"/g)?.length))], [62 * 62]);
});

t.test('rule 49: bytes are bounded too, of texts opened and of the answer', async (t) => {
  const text = 'あ'.repeat(2_000);
  const costOf = (): Cost => new Cost(new Account(ALLOWANCE.production));
  const times = (count: number, act: (cost: Cost) => void): void => {
    const cost = costOf();
    for (let n = 0; n < count; n += 1) act(cost);
  };
  const tooExpensive = { message: /^The answer would hold more than/ };
  times(Math.floor(MOST_BYTES / 6_000), (cost) => cost.opened(text));
  t.throws(() => times(Math.ceil(MOST_BYTES / 6_000) + 1, (cost) => cost.opened(text)), tooExpensive);
  const answer = (texts: number) => ({ list: Array.from({ length: texts }, () => ({ deep: [{ text }] })) });
  const measured = costOf();
  measured.fields(2_000);
  measured.data(answer(Math.floor(MOST_BYTES / 6_008)));
  t.throws(() => measured.data(answer(Math.ceil(MOST_BYTES / 6_008))), tooExpensive);
  const named = (names: number) => ({ list: Array.from({ length: names }, () => ({ ['x'.repeat(6_000)]: 1 })) });
  measured.data(named(Math.floor(MOST_BYTES / 6_000)));
  t.throws(() => measured.data(named(Math.ceil(MOST_BYTES / 6_000))), tooExpensive, 'by its names too');
  for (const [text, bytes] of [
    ['x', 1],
    ['介', 3],
  ] as const) {
    const most = Math.floor(MOST_BYTES / bytes);
    costOf().written(text.repeat(most));
    t.throws(() => costOf().written(text.repeat(most + 1)), tooExpensive);
  }
});

t.test('rule 49: bytes are counted as they are written, by yoga and by compiled code', async (t) => {
  const quoted = Array.from({ length: 50 }, (_, n) =>
    visitFrom(addMinutes(toInstant('2026-06-06T00:00:00+09:00'), 60 * n)),
  );
  const { id } = await momentAt(node, `${DAY}T10:02:00+09:00`).request(partner, {
    ...asked,
    visits: quoted,
    note: '"'.repeat(1_600),
  });
  await momentAt(node, `${DAY}T10:03:00+09:00`).accept(assist, id);
  const query = `{ delegation(id: "${id}") { visits { visit { delegation { visits { visit { note } } } } } } }`;
  const codes = [];
  for (const _ of [1, 2, 3, 4]) codes.push((await post(node.url, partner.subject, { query })).code);
  t.strictSame([...new Set(codes)], ['TOO_EXPENSIVE'], 'each quotation mark takes two');
});

t.test('rule 49: few fields whose texts are what was sent are bounded too', async (t) => {
  const urls = async (number: string, name: string, deeper = ''): Promise<Reply> => {
    const url = (as: string) =>
      `${as}: exportUrl(kind: LEDGER, from: "2026-06", to: "2026-06", filter: { number: $n })`;
    const query = `query ${name}($n: String) { delegation(id: "${delegation}") { ${deeper}
      visits { visit { client { network { ${['a', 'b', 'c'].map(url).join(' ')} } } } } ${deeper && '} } }'} } }`;
    return post(node.url, partner.subject, { query, variables: { n: number } });
  };
  const most = 4_000 - '{"number":""}'.length;
  t.equal((await urls('x'.repeat(most), 'Short')).text.match(/x{3987}/g)?.length, 3 * 62);
  t.equal((await urls('介'.repeat(most), 'Long')).code, 'TOO_EXPENSIVE', 'each of three bytes takes nine');
  t.equal((await urls('x'.repeat(most + 1), 'Short')).code, 'BAD_USER_INPUT');
  const memory = process.memoryUsage().rss;
  t.equal((await urls('介'.repeat(most), 'Deep', 'visits { visit { delegation {')).code, 'TOO_EXPENSIVE');
  const grown = (process.memoryUsage().rss - memory) / 1_048_576;
  t.ok(grown < 150, `it ends at the bound: ${grown.toFixed(0)} MB`);
});

t.test('rule 49, contract, Payload: a mutation whose answer is too long is done, and its answer says so', async (t) => {
  const notes = Array.from({ length: 12 }, (_, n) => `n${n}: note`).join(' ');
  const ask = async (input: object, fields: string, headers = {}) => {
    const query = `mutation ($input: OfferInput!) { seeOffer(input: $input) { position delegation { ${fields} } } }`;
    return post(node.url, assist.subject, { query, variables: { input } }, headers);
  };
  const input = { delegationId: delegation };
  const long = `visits { visit { ${notes} } }`;
  for (const executor of ['yoga', 'yoga', 'compiled code', 'compiled code']) {
    const { errors, data, extensions } = JSON.parse((await ask(input, long)).text);
    t.match(errors, [
      { message: /^この操作は、全部または一部がすでに行われています。/, extensions: { code: 'TOO_EXPENSIVE' } },
    ]);
    t.strictSame([data, extensions], [undefined, { done: true }], executor);
  }
  const { errors } = JSON.parse((await ask(input, long, { 'accept-language': 'en' })).text);
  t.match(errors, [{ message: /fewer fields\. The mutation has been done, wholly or in part: look before/ }]);
  const short = JSON.parse((await ask(input, 'visits { visit { note } }')).text);
  t.strictSame(
    [short.errors, short.extensions, short.data.seeOffer.delegation.visits.length],
    [undefined, undefined, 62],
  );

  const failed = JSON.parse(
    (await ask(input, 'client { network { visitLedger(month: "2026-06", first: 101) { totalCount } } }')).text,
  );
  t.strictSame([failed.data.seeOffer.position, failed.extensions], [short.data.seeOffer.position, { done: true }]);
  t.match(failed.errors, [{ message: /すでに行われています/ }], 'of a field that fails too');
  const refused = JSON.parse((await ask({ delegationId: clientId }, long)).text);
  t.match(refused, { errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  t.equal(refused.extensions, undefined, 'what has not been done');
});

t.test('rule 49: an alias is as long as a query may be, and its answer not', async (t) => {
  const ask = (characters: number): Promise<Reply> => {
    const query = `{ delegation(id: "${delegation}") {
      visits { visit { delegation { visits { ${'a'.repeat(characters)}: minutes } } } } } }`;
    return post(node.url, partner.subject, { query });
  };
  t.equal((await ask(200)).code, undefined);
  for (const characters of [1_100, 15_000]) t.equal((await ask(characters)).code, 'TOO_EXPENSIVE', `${characters}`);
  const refusedEach = await post(node.url, partner.subject, {
    query: `{ ${'a'.repeat(14_000)}: delegation(id: "${delegation}") {
      visits { visit { delegation { visits { visit { client { candidates(visits: []) { feeYen } } } } } } } } }`,
  });
  t.equal(refusedEach.code, 'TOO_EXPENSIVE', 'nor in the path of each error');
  t.ok(refusedEach.text.length < 1_000);
});

t.test('rule 49: what a filter or a search passes over counts by the time that it takes the processor', async (t) => {
  const account = new Account({ ...ALLOWANCE.production, unitsPerMinute: 2_000 });
  new Cost(account).looked(8);
  t.equal(account.secondsToWait, 0);
  new Cost(account).looked(1);
  t.ok(account.secondsToWait > 0);

  const schema = buildSchema('type Query { waits(first: Int): Int works(first: Int): Int }');
  const { waits, works } = schema.getQueryType()?.getFields() ?? {};
  if (!waits || !works) throw new Error('two fields');
  // As where other processes have the processor.
  waits.resolve = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60) && 1;
  works.resolve = () => {
    const begun = process.threadCpuUsage();
    while (process.threadCpuUsage(begun).user < 60_000);
    return 1;
  };
  countFields(schema);
  const secondsAfter = async (name: string): Promise<number> => {
    const payer = new Account({ ...ALLOWANCE.production, unitsPerMinute: 10_000 });
    const source = `{ ${name}(first: 1) }`;
    const answer = await graphqlOf({ schema, source, contextValue: { cost: new Cost(payer) } });
    t.equal(JSON.stringify(answer), `{"data":{"${name}":1}}`);
    return payer.secondsToWait;
  };
  t.equal(await secondsAfter('waits'), 0, 'nobody pays for the load of others');
  t.ok((await secondsAfter('works')) > 0);
});

t.test('rule 49: a subject has so much a minute, weighted; who has used it up is told when to come back', async (t) => {
  const url = await serverWith(t, { allowance: { unitsPerMinute: 30_000 } });
  const ask = (as: string, query: string) => post(url, as, { query });
  t.equal((await ask(partner.subject, WIDE)).status, 200);
  t.equal((await ask(partner.subject, deep('Dear'))).code, 'TOO_EXPENSIVE');
  t.equal((await ask(partner.subject, WIDE)).status, 200, 'what is left of the minute');
  t.equal((await ask(partner.subject, deep('Dearer'))).code, 'TOO_EXPENSIVE');
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await node.token(partner.subject)}` },
    body: JSON.stringify({ query: WIDE }),
  });
  t.equal(response.status, 429);
  t.match(await response.text(), /"code":"TOO_EXPENSIVE"/);
  t.ok(Number(response.headers.get('retry-after')) > 0);
  t.equal((await ask(assist.subject, WIDE)).status, 200, 'others have a minute of their own');
});

t.test('rule 49: a search over opened names costs what it opens', async (t) => {
  const url = await serverWith(t, { allowance: { unitsPerMinute: 2_000 } });
  const searches = Array.from({ length: 15 }, (_, n) => `s${n}: clients(networkId: "${networkId}", search: "x")`);
  const search = `{ ${searches.map((one) => `${one} { totalCount }`).join(' ')} }`;
  t.equal((await post(url, partner.subject, { query: search })).status, 200);
  t.equal((await post(url, partner.subject, { query: search })).status, 429);
});

const opened = async (t: Test, url: string): Promise<Socket> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => {});
  t.teardown(async () => socket.destroy());
  await once(socket, 'connect');
  return socket;
};
const head = async (as: string | null, length: number | null, accept = 'application/json'): Promise<string> =>
  [
    'POST /graphql HTTP/1.1',
    'host: x',
    'content-type: application/json',
    'accept-language: en',
    `accept: ${accept}`,
    ...(as === null ? [] : [`authorization: Bearer ${as === 'forged' ? 'x.y.z' : await node.token(as)}`]),
    length === null ? 'transfer-encoding: chunked' : `content-length: ${length}`,
    '\r\n',
  ].join('\r\n');

t.test('rule 49: without a token nothing is read that needs one', async (t) => {
  const { url } = node;
  for (const query of ['{ viewer { role } }', '{ not even a query', deep('Dear'), 'mutation { formNetwork }'])
    t.strictSame(
      (await post(url, null, { query })).code,
      'UNAUTHENTICATED',
      `refused before it is parsed: ${query.slice(0, 20)}`,
    );
  const questionnaire = await post(url, null, { query: '{ questionnaire(token: "x") { title } }' });
  t.equal(questionnaire.text, '{"data":{"questionnaire":null}}', 'what is open to all is answered');
  t.equal((await post(url, null, { query: '{ questionnaire(token: "x") { nothing } }' })).code, 'BAD_USER_INPUT');
  t.equal(
    (await post(url, null, { query: '{ questionnaire(token: "x") { title } }', variables: { x: 'x'.repeat(140_000) } }))
      .status,
    413,
  );
  const answers = async (as: string | null, length: number | null): Promise<string> => {
    const socket = await opened(t, url);
    socket.write(await head(as, length));
    const [piece] = await once(socket, 'data');
    return String(piece).slice(9, 12);
  };
  t.strictSame(
    [await answers('forged', 1_000_000), await answers(null, 1_000_000), await answers(null, null)],
    ['401', '413', '411'],
    'answered while the body is still to come',
  );
});

t.test('rule 49: a query text holds 16,384 characters, in a POST and in a GET', async (t) => {
  const query = (characters: number) => `{ viewer { role } } #${'x'.repeat(characters - 21)}`;
  t.equal((await post(node.url, partner.subject, { query: query(16_384) })).status, 200);
  t.equal((await post(node.url, partner.subject, { query: query(16_385) })).code, 'BAD_USER_INPUT');
});

t.test(
  'rule 49: what validating would compare with one another is bounded, wherever in a query it stands',
  async (t) => {
    const alike = (count: number, inner: string) => `{ ${`${inner} `.repeat(count)} }`;
    for (const kind of ['viewer { role }', '... { viewer { role } }']) {
      t.equal((await post(node.url, partner.subject, { query: alike(60, kind) })).code, undefined, `60 of ${kind}`);
      t.equal(
        (await post(node.url, partner.subject, { query: alike(61, kind) })).code,
        'BAD_USER_INPUT',
        `61 of ${kind}`,
      );
    }
    const fragment = `fragment F on Query ${alike(31, 'viewer { role }')}`;
    const halves = `${alike(30, 'viewer { role }').slice(0, -1)} ...F } ${fragment}`;
    t.equal((await post(node.url, partner.subject, { query: halves })).code, 'BAD_USER_INPUT', 'in a fragment too');
  },
);

t.test('rule 49: so many requests of a subject at once, from the first byte to the last', async (t) => {
  const url = await serverWith(t, { allowance: { requestsAtOnce: 2 } });
  const sockets = [await opened(t, url), await opened(t, url)];
  for (const socket of sockets) socket.write(`${await head(partner.subject, 1_000)}{`);
  const ask = (as: string) => post(url, as, { query: WIDE });
  while ((await ask(partner.subject)).code !== 'RATE_LIMITED');
  t.equal((await ask(assist.subject)).status, 200, 'others are not concerned');
  for (const socket of sockets) socket.destroy();
  while ((await ask(partner.subject)).status !== 200);
  t.equal((await ask(partner.subject)).status, 200, 'what has gone away counts no more');
});

t.test('rule 49: who goes away while the token is verified leaves no place taken', async (t) => {
  const [asked, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const verifier: ServerOptions['verifier'] = {
    verified: async (header) => {
      asked.resolve();
      await gone.promise;
      return node.serverOptions.verifier.verified(header);
    },
  };
  const server = await buildServer({ ...node.serverOptions, verifier, allowance: { requestsAtOnce: 1 } });
  t.teardown(() => server.close());
  server.server.once('connection', (socket: Socket) => socket.once('close', () => gone.resolve()));
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const socket = await opened(t, url);
  socket.write(`${await head(partner.subject, 1_000)}{`);
  await asked.promise;
  socket.destroy();
  await gone.promise;
  t.equal((await post(url, partner.subject, { query: WIDE })).status, 200);
});

t.test('a head or a body that drips is cut off', async (t) => {
  const times = { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 };
  const url = await serverWith(t, { times });
  for (const part of ['POST /graphql HTTP/1.1\r\nhost: x\r\n', `${await head(partner.subject, 1_000)}{`]) {
    const socket = await opened(t, url);
    socket.write(part);
    const [piece] = await once(socket, 'data');
    t.match(String(piece), /^HTTP\/1.1 408/);
    await once(socket, 'close');
  }
});

t.test('an address has so many connections, unless it is a trusted proxy', async (t) => {
  const isClosed = async (socket: Socket): Promise<boolean> =>
    Promise.race([once(socket, 'close').then(() => true), answered(socket)]);
  const answered = async (socket: Socket): Promise<boolean> => {
    socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n');
    await once(socket, 'data');
    return false;
  };
  const closedOf = async (options: Partial<ServerOptions>): Promise<boolean[]> => {
    const url = await serverWith(t, { connectionsOfAddress: 2, ...options });
    const closed = [];
    for (const _ of [1, 2, 3]) closed.push(await isClosed(await opened(t, url)));
    return closed;
  };
  t.strictSame(await closedOf({}), [false, false, true]);
  t.strictSame(await closedOf({ trustedProxies: ['127.0.0.0/8'] }), [false, false, false]);
  t.strictSame(await closedOf({ trustedProxies: ['127.0.0.1', '::1'] }), [false, false, false]);
  t.strictSame(await closedOf({ trustedProxies: ['10.0.0.0/8', 'fd00::/8'] }), [false, false, true]);
});

t.test('on HOST :: a client is answered by either family, and counted by the address it has in its own', async (t) => {
  const server = await buildServer({ ...node.serverOptions, connectionsOfAddress: 2, trustedProxies: ['::1'] });
  t.teardown(() => server.close());
  const { port } = new URL(await server.listen({ host: '::', port: 0 }));
  const answers = async (host: string): Promise<boolean> => {
    const from = host === '127.0.0.2' ? { host: '127.0.0.1', localAddress: host } : { host };
    const socket = connect({ port: Number(port), ...from });
    socket.on('error', () => {});
    t.teardown(() => socket.destroy());
    socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n');
    return Promise.race([once(socket, 'data').then(() => true), once(socket, 'close').then(() => false)]);
  };
  const inTurn = async (addresses: readonly string[]): Promise<boolean[]> => {
    const answered = [];
    for (const address of addresses) answered.push(await answers(address));
    return answered;
  };
  t.strictSame(await inTurn(['127.0.0.1', '127.0.0.1', '127.0.0.1']), [true, true, false], 'IPv4, as it is written');
  t.strictSame(await inTurn(['127.0.0.2', '::1', '::1', '::1']), [true, true, true, true], 'others, and the proxy');
});

/** The ledger's changes from the beginning, in pieces of `fields` an entry. */
const changes = (fields: string) => ({
  query: `subscription ($after: Cursor) { ledgerChanges(networkId: "${networkId}", after: $after) {
    cursor entry { ${fields} } } }`,
  variables: { after: BEGINNING },
});
/** Sends a subscription; nothing of its answer has been read yet. */
const subscribed = async (t: Test, url: string, fields = 'visitId'): Promise<Socket> => {
  const socket = await opened(t, url);
  const body = JSON.stringify(changes(fields));
  socket.write(`${await head(partner.subject, body.length, 'text/event-stream')}${body}`);
  return socket;
};
/** What comes, up to the first match or the end. */
const read = async (socket: Socket, until: RegExp): Promise<string> => {
  let text = '';
  for await (const piece of socket) {
    text += piece;
    if (until.test(text)) break;
  }
  return text;
};
const isRefused = async (t: Test, url: string): Promise<boolean> =>
  /"code":"RATE_LIMITED"/.test(await read(await subscribed(t, url), /data: \{/));

t.test('rule 49: so many subscriptions of a subject and of an address', async (t) => {
  for (const allowance of [{ streamsOfSubject: 2 }, { streamsOfAddress: 2 }]) {
    const url = await serverWith(t, { allowance });
    const open = [await subscribed(t, url), await subscribed(t, url)];
    for (const socket of open) await once(socket, 'readable');
    while (!(await isRefused(t, url)));
    for (const socket of open) socket.destroy();
    while (await isRefused(t, url));
    t.notOk(await isRefused(t, url), 'those that have ended count no more');
  }
});

t.test('rule 49: who reads notices too slowly is cut off, and told to come back with the cursor', async (t) => {
  const url = await serverWith(t, { allowance: { millisecondsToTake: 50, streamsOfSubject: 1 } });
  const plan = 'visitId plannedStart plannedEnd';
  const fat = `visit { delegation { visits { visit { delegation { visits { ${plan} } } } } } }`;
  const slow = await subscribed(t, url, fat);
  await once(slow, 'readable');
  while (await isRefused(t, url));
  t.match(await read(slow, /event: complete/), /"code":"RESYNC"/);
});

t.test(
  'rule 49: no notice of a subscription is longer than an answer may be; the next one is counted anew',
  async (t) => {
    const notes = Array.from({ length: 12 }, (_, n) => `n${n}: note`);
    const long = `visit { delegation { visits { visit { ${notes.join(' ')} } } } }`;
    const text = await read(await subscribed(t, node.url, long), /(?:event: next.*){3}/s);
    const notices = text.split('event: next').slice(1, 3);
    const tooLong = /more than 4194304 bytes.*"code":"TOO_EXPENSIVE"/;
    t.match(notices, [tooLong, tooLong], 'of 62 times 12 notes of 6,000 bytes');
    const short = await read(await subscribed(t, node.url, 'visit { note }'), /event: next.*\n\n/s);
    t.ok(short.includes(note), 'what fits is told whole');
  },
);

t.test('rule 49: two failures in one list, one at once and one later, end no process', async (t) => {
  const begin = momentAt(node, `${DAY}T12:00:00+09:00`);
  await begin.appoint(networkId, 'AUDITOR', 'auditor');
  // By its name it comes behind the other.
  await begin.network('鴎', '大田区');
  const unawaited: unknown[] = [];
  const take = (reason: unknown): number => unawaited.push(reason);
  process.on('unhandledRejection', take);
  t.teardown(() => process.off('unhandledRejection', take));
  // Names of the first are opened, and its failure comes behind them; the second has nobody.
  const wrong = 'exportUrl(kind: DELEGATIONS, from: "2026-06", to: "2026-06", filter: { inStatement: true })';
  const { code } = await post(node.url, 'admin', { query: `{ viewer { networks { viewers { name } ${wrong} } } }` });
  t.equal(code, 'BAD_USER_INPUT');
  while ((await post(node.url, 'admin', { query: '{ viewer { role } }' })).status !== 200);
  t.strictSame(unawaited, []);
});

t.test('rule 49: what an executor drops of an answer that has failed is written down; all else ends', async (t) => {
  const lines: unknown[] = [];
  const take = whenUnawaited({ error: (...line: unknown[]) => lines.push(line) });
  const dropped = apiError('FORBIDDEN', 'This is not for you to see.');
  take(dropped);
  t.strictSame(lines, [[{ err: dropped }, 'nobody waited for what failed in an answer']]);
  t.throws(() => take(new TypeError('a fault of ours')), { message: 'a fault of ours' });
});

t.test('rule 49: each attack of npm run attack, in short: everybody else is answered as ever', async (t) => {
  const allowance = { ...ALLOWANCE.production, unitsPerMillisecond: 10 };
  const url = await serverWith(t, { allowance, connectionsOfAddress: 200 });
  const token = await node.token(partner.subject);
  for (const attack of attacks) {
    const end = new AbortController();
    const attacker = new Attacker({ url, token, network: networkId }, end.signal);
    const running = attack.run(attacker);
    const seen = [];
    for (let n = 0; n < 10; n += 1) seen.push((await post(url, assist.subject, { query: WIDE })).text);
    end.abort();
    attacker.close();
    await running;
    t.strictSame([...new Set(seen)], [`{"data":{"delegation":{"id":"${delegation}"}}}`], attack.name);
  }
});
