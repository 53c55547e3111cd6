import { buildSchema, isEnumType } from 'graphql';
import t from 'tap';
import { userErrors } from '../../src/api/user-errors.ts';
import { startNode } from '../support/http-node.ts';

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

t.test('contract, Errors: every refusal speaks to care staff, in sentences, without codes', async (t) => {
  for (const [code, { ja, en }] of Object.entries(userErrors)) {
    t.match(ja, /。$/, `${code}: sentences`);
    t.notMatch(ja, /[A-Za-z_]{2,}/, `${code}: no code or English word`);
    t.notMatch(ja, /分数|この日に/, `${code}: 分数 reads as a fraction, この日 does not say which day`);
    t.match(en, /[.?]$/, `${code}: a sentence`);
  }
});

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
});

t.test('contract, Nodes: GET /schema.graphql serves the contract with descriptions, @may and the codes', async (t) => {
  const node = await startNode(t);
  const answer = await fetch(`${node.url}/schema.graphql`);
  t.strictSame([answer.status, answer.headers.get('content-type')], [200, 'application/graphql; charset=utf-8']);
  const schema = buildSchema(await answer.text());
  const codes = schema.getType('UserErrorCode');
  t.strictSame(isEnumType(codes) && codes.getValues().map(({ name }) => name), Object.keys(userErrors));
  const { acceptOffer } = schema.getMutationType()?.getFields() ?? {};
  t.ok(acceptOffer?.astNode?.directives?.some(({ name }) => name.value === 'may'));
  t.ok(schema.getType('Visit')?.astNode);
});
