import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLSchema,
  isEnumType,
  isObjectType,
  isScalarType,
  lexicographicSortSchema,
  print,
  printSchema,
} from 'graphql';
import t from 'tap';
import { providerNumberWith } from '../../scripts/provider-number.ts';
import { buildApiSchema } from '../../src/api/schema.ts';
import { slices } from '../../src/api/slices.ts';
import { userErrors } from '../../src/api/user-errors.ts';
import { TABLE_6 } from '../../src/exchange/careplan-columns.ts';
import { toMs932 } from '../../src/exchange/ms932.ts';
import { startNode } from '../support/http-node.ts';
import { liveTrial } from '../support/trial.ts';
import { type AskTyped, typedClient } from '../support/typed-client.ts';

const committed = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
const printed = buildSchema(committed);
const node = await startNode(t);
const trial = await liveTrial(node);

t.test('contract, Nodes: GET /schema.graphql serves the committed schema, whole, to anybody', async (t) => {
  const url = `${node.url}/schema.graphql`;
  const pressed = await fetch(url, { headers: { 'accept-encoding': 'br, gzip' } });
  t.equal(pressed.status, 200);
  t.equal(pressed.headers.get('content-type'), 'application/graphql; charset=utf-8');
  t.equal(pressed.headers.get('cache-control'), 'public, max-age=300');
  t.equal(pressed.headers.get('content-encoding'), 'gzip');
  t.ok(Number(pressed.headers.get('content-length')) < 60_000, 'pressed');
  t.equal(await pressed.text(), committed);
  const plain = await fetch(url, { headers: { 'accept-encoding': 'gzip;q=0' } });
  t.equal(plain.headers.get('content-encoding'), null, 'only to whoever can read it');
  t.equal(await plain.text(), committed);
  const tag = pressed.headers.get('etag') ?? '';
  for (const known of [tag, `"other", ${tag}`, '*']) {
    const again = await fetch(url, { headers: { 'if-none-match': known } });
    t.strictSame([again.status, await again.text(), again.headers.get('etag')], [304, '', tag], `known: ${known}`);
  }
  t.equal((await fetch(url, { headers: { 'if-none-match': 'W/"other"' } })).status, 200);
  t.equal((await fetch(url, { method: 'POST' })).status, 404, 'nothing is taken');
});

t.test(
  'a file is for who has a token with a role; what is not there and what may not be seen look alike',
  async (t) => {
    const id = '00000000-0000-4000-8000-000000000000';
    const asked = async (path: string, as: string | null) => {
      const headers: Record<string, string> = as === null ? {} : { authorization: `Bearer ${await node.token(as)}` };
      const answer = await fetch(`${node.url}/documents/${path}`, { headers });
      return [answer.status, ((await answer.json()) as { errors: { extensions: unknown }[] }).errors[0]?.extensions];
    };
    t.strictSame(await asked(`no-such-files/${id}`, null), [401, { code: 'UNAUTHENTICATED' }]);
    t.strictSame(await asked(`no-such-files/${id}`, 'nobody'), [403, { code: 'FORBIDDEN' }]);
    t.strictSame(await asked(`no-such-files/${id}`, 'admin'), [404, { code: 'NOT_FOUND' }]);
    t.strictSame(await asked('no-such-files/..%2fdata', 'admin'), [404, { code: 'NOT_FOUND' }]);
  },
);

t.test('the printed schema is what is executed, with what a client relies on', async (t) => {
  const inOrder = (schema: GraphQLSchema): string[] => printSchema(lexicographicSortSchema(schema)).split('\n');
  t.strictSame(inOrder(printed), inOrder(buildApiSchema(slices)));
  const codes = printed.getType('UserErrorCode');
  t.strictSame(
    isEnumType(codes) &&
      codes
        .getValues()
        .map(({ name }) => name)
        .sort(),
    Object.keys(userErrors).sort(),
  );
  t.equal(String(fieldType('UserError', 'code')), 'UserErrorCode!');
  t.ok(printed.description?.includes('commandId'), 'what holds for all of it stands at its head');
  const { acceptOffer } = printed.getMutationType()?.getFields() ?? {};
  t.ok(
    acceptOffer?.astNode?.directives?.some(({ name }) => name.value === 'may'),
    'who may stands there',
  );
  const ours = Object.values(printed.getTypeMap()).filter((type) => isScalarType(type) && type.astNode);
  const unspecified = ours.filter((type) => isScalarType(type) && !type.specifiedByURL).map(({ name }) => name);
  t.strictSame(unspecified, ['LogPosition'], 'this one is ours alone: opaque to everybody else');
});

const fieldsOfObjects = Object.values(printed.getTypeMap()).flatMap((type) =>
  isObjectType(type)
    ? Object.values(type.getFields()).map((field) => ({ ...field, coordinate: `${type.name}.${field.name}` }))
    : [],
);
const fieldType = (type: string, field: string) => {
  const found = printed.getType(type);
  return isObjectType(found) ? found.getFields()[field]?.type : undefined;
};

t.test('every list that grows is a connection, as Relay has them', async (t) => {
  const pages = Object.values(printed.getTypeMap()).filter((type) => isObjectType(type) && type.name.endsWith('Edge'));
  t.ok(pages.length >= 7);
  const amiss = pages.flatMap(({ name }) => {
    const connection = name.replace(/Edge$/, 'Connection');
    const types = [
      fieldType(connection, 'edges'),
      fieldType(connection, 'pageInfo'),
      fieldType(name, 'cursor'),
      fieldType(name, 'node'),
    ].join(' ');
    return types === `[${name}!]! PageInfo! Cursor! ${fieldType(name, 'node')}` ? [] : [`${name}: ${types}`];
  });
  t.strictSame(amiss, []);
  const paged = fieldsOfObjects.filter(({ args }) => args.some(({ name }) => name === 'first'));
  t.strictSame(
    paged.filter(({ type, args }) => !/Connection!?$/.test(String(type)) || !args.some(({ name }) => name === 'after')),
    [],
  );
  const connections = fieldsOfObjects.filter(({ type }) => /Connection!?$/.test(String(type)));
  t.equal(connections.length, paged.length, 'and none is read without pages');
});

/** Sends a document as a client of types does. Throws what GraphQL refuses. */
const askAs =
  (subject: string): AskTyped =>
  async (document, variables) => {
    const { data, errors } = await node.ask(print(document), variables as Record<string, unknown>, { as: subject });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data;
  };

t.test('a client with types made from the printed schema compiles and runs', async (t) => {
  const { problems, client } = await typedClient(t, committed);
  t.strictSame(problems, []);
  const lines = await client.linesOfMonth(askAs('p'), trial.network, '2026-04', 1);
  t.strictSame(new Set(lines.map(({ id }) => id)), new Set([trial.verified, trial.cancelled]), 'page after page');
  const [[code, amountYen] = []] = await client.linesOfStatement(askAs('p'), trial.statement);
  t.equal(code, 'C-1', 'statement, lines, visit, client: in one query');
  t.ok((amountYen ?? 0) > 0);
  t.equal(await client.verify(askAs('p'), trial.ahead), 'too early');
  t.equal(await client.verify(askAs('p'), trial.verified), 'done');
});

const CONNECTION = `{
  totalCount
  edges { cursor node { __typename } }
  pageInfo { hasPreviousPage hasNextPage startCursor endCursor }
}`;
const inNetwork = (list: string): string => `{ network(id: "${trial.network}") { ${list} } }`;
/** Each list that grows, as one of its readers asks for it, and how many stand in it at least. */
const LISTS: Readonly<Record<string, readonly [as: string, query: (page: string) => string, least: number]>> = {
  'Viewer.tasks': ['a', (page) => `{ viewer { tasks(${page}) ${CONNECTION} } }`, 1],
  'Viewer.visits': [
    'a',
    (page) => `{ viewer { visits(from: "2026-04-01", to: "2026-05-31", ${page}) ${CONNECTION} } }`,
    2,
  ],
  'Network.delegations': ['p', (page) => inNetwork(`delegations(${page}) ${CONNECTION}`), 2],
  'Network.visitLedger': ['p', (page) => inNetwork(`visitLedger(month: "2026-04", ${page}) ${CONNECTION}`), 2],
  'Network.statements': ['p', (page) => inNetwork(`statements(${page}) ${CONNECTION}`), 1],
  'Statement.lines': ['a', (page) => `{ statement(id: "${trial.statement}") { lines(${page}) ${CONNECTION} } }`, 1],
  'Query.offices': ['admin', (page) => `{ offices(${page}) ${CONNECTION} }`, 5],
  'Query.clients': ['p', (page) => `{ clients(networkId: "${trial.network}", ${page}) ${CONNECTION} }`, 1],
};

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasPreviousPage: boolean;
    readonly hasNextPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** The one page in an answer. */
const pageIn = (answer: object): Page => {
  const [inner] = Object.values(answer);
  return 'edges' in inner ? inner : pageIn(inner);
};

t.test('each list is read through by a client that keeps to the Relay specification', async (t) => {
  const paged = fieldsOfObjects.filter(({ args }) => args.some(({ name }) => name === 'first'));
  t.strictSame(Object.keys(LISTS).sort(), paged.map(({ coordinate }) => coordinate).sort(), 'all of them');
  for (const [list, [as, query, least]] of Object.entries(LISTS)) {
    const read = async (page: string): Promise<Page> => {
      const { data, errors } = await node.ask(query(page), {}, { as });
      t.strictSame(errors, []);
      return pageIn(data);
    };
    const whole = await read('first: 100');
    t.ok(whole.edges.length >= least, `${list} holds something`);
    t.equal(whole.totalCount, whole.edges.length);
    const cursors: string[] = [];
    let page = await read('first: 1');
    t.equal(page.pageInfo.hasPreviousPage, false);
    for (;;) {
      const [first] = page.edges;
      t.equal(page.pageInfo.startCursor, first?.cursor ?? null);
      t.equal(page.pageInfo.endCursor, page.edges.at(-1)?.cursor ?? null);
      t.equal(page.totalCount, whole.totalCount, 'of all pages');
      cursors.push(...page.edges.map(({ cursor }) => cursor));
      if (!page.pageInfo.hasNextPage) break;
      page = await read(`first: 1, after: "${page.pageInfo.endCursor}"`);
      t.equal(page.pageInfo.hasPreviousPage, true);
    }
    t.strictSame(
      cursors,
      whole.edges.map(({ cursor }) => cursor),
      `${list}: each once, in the same order`,
    );
    const beyond = await read(`first: 1, after: "${cursors.at(-1)}"`);
    t.strictSame([beyond.edges, beyond.pageInfo.hasNextPage, beyond.pageInfo.endCursor], [[], false, null]);
  }
});

t.test('GraphiQL comes whole from this server, and may ask no other', async (t) => {
  const page = await fetch(`${node.url}/graphql`, { headers: { accept: 'text/html,*/*' } });
  t.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
  const html = await page.text();
  // What is loaded before its script runs: by elements, or by rules of its styles.
  const head = html.slice(0, html.indexOf('<script>'));
  const loaded = [...head.matchAll(/(?:src|href)="([^"]*)|@import\s*(.{9})|url\(["']?(.{9})/g)];
  t.ok(loaded.length > 0);
  const addresses = loaded.map(([, ...addresses]) => addresses.find((one) => one !== undefined) ?? '');
  t.strictSame(
    addresses.filter((address) => !address.startsWith('data:')),
    [],
  );
  const policy = page.headers.get('content-security-policy') ?? '';
  t.match(policy, /^default-src 'none'; script-src 'sha256-[\w+/]{43}='; worker-src blob:;/);
  t.match(policy, /; connect-src 'self';/);
  t.notMatch(policy, /https?:|\*/, 'no host is named');
  const { data } = await node.ask('{ __schema { description } }', {}, { as: null });
  t.match(data.__schema.description, /commandId/, 'its documentation: introspection needs no token in development');
});

/**
 * What an answer leaves empty: objects that are not there, lists and pages with nothing in them.
 */
const emptyIn = (value: unknown, at: string): string[] => {
  if (at.endsWith('.userErrors')) return Array.isArray(value) && value.length === 0 ? [] : [`${at}: refused`];
  // None stands against it.
  if (at.endsWith('.obstacles')) return [];
  if (Array.isArray(value)) return value.length === 0 ? [at] : value.flatMap((one, n) => emptyIn(one, `${at}.${n}`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, part]) => emptyIn(part, `${at}.${name}`));
  return value === undefined || (value === null && !MAY_BE_NULL.test(at)) ? [at] : [];
};
/** Not seen yet; not known of a task; without an index of fees, a telephone or notes. */
const MAY_BE_NULL = /\.(seenAt|entryNotes|phone|dueAt|delegation|caregiver)$/;

/** What a care manager sends of the client of the day: one visit. */
const planOfJune = () => {
  const [manager, own] = ['1370000019', providerNumberWith('p')];
  const row: Partial<Record<string, string>> = {
    version: '202407',
    insurerNumber: '131113',
    insuredNumber: '0000000123',
    createdOn: '20260525',
    month: '202606',
    careManagementNumber: manager,
    careManagementName: '架空ケアプラン',
    day: '20260610',
    start: '1000',
    end: '1045',
    times: '1',
    serviceCode: '111211',
    providerNumber: own,
    over30Days: '0',
  };
  const cells = Object.keys(TABLE_6).map((name) => row[name] ?? '');
  return {
    fileName: `UPPLAN_202606_${manager}_43_${own}_11_20260525093000.CSV`,
    contentBase64: toMs932(`${cells.join(',')}\r\n`).toString('base64'),
  };
};

t.test('docs/days.md: each query of a day is answered, and says something', async (t) => {
  const text = readFileSync(new URL('../../docs/days.md', import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/^```graphql (\S+) (\S+)\n([\s\S]*?)^```$/gm)];
  t.equal(blocks.length, text.match(/^```graphql/gm)?.length, 'who asks and when stand beside each');
  t.ok(blocks.length >= 16);
  const known: Record<string, unknown> = {
    commandId: crypto.randomUUID(),
    clientId: trial.client,
    networkId: trial.network,
    partnerOfficeId: trial.office.p,
    assistOfficeId: trial.office.a,
    caregiverId: trial.caregiver,
    statementId: trial.statement,
    nextOfficeId: trial.office.x,
    ...planOfJune(),
  };
  const joining = { networkId: trial.network, officeId: trial.office.x, roles: ['PARTNER'], joinedOn: '2026-05-02' };
  await node.mutate('joinNetwork', joining, { as: 'admin', at: trial.now });
  for (const [, subject = '', time, query = ''] of blocks) {
    const asked = [...query.matchAll(/\$(\w+):/g)].map(([, name = '']) => [name, known[name]]);
    const { data, errors } = await node.ask(query, Object.fromEntries(asked), { as: subject, at: `${time}:00+09:00` });
    t.strictSame([errors, emptyIn(data, '')], [[], []], `${subject} ${time}`);
    const { requestDelegation: asking, proposeVisitChange: proposed, statement } = data ?? {};
    if (proposed) Object.assign(known, { changeId: proposed.visit.openChange.id });
    if (asking)
      Object.assign(known, { delegationId: asking.delegation.id, visitId: asking.delegation.visits[0].visitId });
    if (statement) {
      const { contentHash, totalYen, lines } = statement;
      Object.assign(known, { contentHash, totalYen, lineId: lines.edges[0].node.id });
    }
  }
});
