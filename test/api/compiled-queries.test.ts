import {
  type DocumentNode,
  execute,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
  parse,
  validate,
} from 'graphql';
import t from 'tap';
import { Dice } from '../../scripts/bench/log/dice.ts';
import { literal, Operations } from '../../scripts/fuzz/operations.ts';
import { Things } from '../../scripts/fuzz/things.ts';
import { Values } from '../../scripts/fuzz/values.ts';
import { Account, Accounts, ALLOWANCE } from '../../src/api/account.ts';
import { CompiledQueries } from '../../src/api/compiled-queries.ts';
import { Cost } from '../../src/api/cost.ts';
import { buildApiSchema } from '../../src/api/schema.ts';
import { slices } from '../../src/api/slices.ts';
import { uuidOf } from '../../src/domain/ids.ts';
import { createLog } from '../../src/log.ts';
import { argumentsOf, queriesOver } from '../support/every-field.ts';
import { type HttpNode, startNode } from '../support/http-node.ts';
import { draft, liveTrial, type Trial } from '../support/trial.ts';

interface Reply {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

/** Only the address itself is answered by compiled queries: yoga takes the other. */
const ADDRESSES = { compiled: '/graphql', yoga: '/graphql?' };

const send = async (node: HttpNode, path: string, as: string | null, request: RequestInit): Promise<Reply> => {
  const response = await fetch(`${node.url}${path}`, {
    method: 'POST',
    ...request,
    headers: {
      'content-type': 'application/json',
      ...(as === null ? {} : { authorization: `Bearer ${await node.token(as)}` }),
      ...(request.headers as Record<string, string> | undefined),
    },
  });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

/** The third answer to the same request, when the query has been compiled if it ever is. */
const third = async (node: HttpNode, as: string | null, request: RequestInit): Promise<Reply> => {
  for (const _ of [1, 2]) await send(node, ADDRESSES.compiled, as, request);
  return send(node, ADDRESSES.compiled, as, request);
};

const post = (body: unknown, accept?: string): RequestInit => ({
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...(accept === undefined ? {} : { headers: { accept } }),
});

const LEDGER = `query Ledger($id: ID!, $month: Month!, $first: Int = 2, $filter: LedgerFilter, $with: Boolean = true,
  $without: Boolean! = false) {
  network(id: $id) {
    visitLedger(month: $month, first: $first, filter: $filter) {
      totalCount @skip(if: $without)
      totals @include(if: $with) { visits feeYen }
      edges { cursor node { ...Line client { id personal { name } } caregiver @include(if: $without) { ...Who } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
}
fragment Line on LedgerEntry { visitId plannedStart feeYen status
  one: assistOffice @skip(if: $without) { ...Office } two: assistOffice @include(if: $without) { ...Office } }
fragment Office on Office { __typename id name }
fragment Who on Caregiver { id code name }`;

const LONG = `{ __typename } #${'x'.repeat(3_000)}`;
const SEE_OFFER = `mutation ($input: OfferInput!) {
  seeOffer(input: $input) { userErrors { code path message } position delegation { id } } }`;

const CHANGE_OFFICE = `mutation ($officeId: ID!, $name: String) {
  changeOffice(input: { officeId: $officeId, name: $name, phone: "03-1234-5678" }) { office { name phone } } }`;

/** What is asked, whether compiled queries answer it, and by whom it is asked if not by `p`. */
const cases = ({
  network,
  verified,
  client,
  delegation: delegationId,
  office: { p: officeId },
}: Trial): Record<string, [boolean, RequestInit, (string | null)?]> => {
  const ledger = (variables: Record<string, unknown>, more: Record<string, unknown> = {}) =>
    post({ query: LEDGER, variables: { id: network, month: '2026-04', ...variables }, ...more });
  const tasks = (argument: string) => post({ query: `{ viewer { tasks${argument} { totalCount } } }` });
  const withKinds = (kinds: unknown) =>
    post({
      query: 'query ($k: [TaskKind!]) { viewer { tasks(kinds: $k) { totalCount edges { node { kind } } } } }',
      variables: { k: kinds },
    });
  const short = { query: '{ viewer { role } }' };
  const two = 'query A { viewer { role } } query B { viewer { subject } }';
  return {
    'a page of the ledger': [true, ledger({})],
    'by its name': [true, ledger({}, { operationName: 'Ledger' })],
    'as an office that holds a visit': [true, ledger({}), 'a'],
    'as a caregiver, who sees no fees': [true, ledger({}), 'a.care'],
    'as a consultant, who sees no names': [true, ledger({}), 'cons1'],
    'as somebody of another network': [true, ledger({}), 'x'],
    '@skip and @include turned round': [true, ledger({ with: false, without: true })],
    'null for a variable with a default': [false, ledger({ with: null })],
    'null for one that must not be null': [false, ledger({ without: null })],
    'null for an argument with a default': [false, ledger({ first: null })],
    'a page that is too large': [false, ledger({ first: 101 })],
    'a number as a text': [false, ledger({ first: '2' })],
    'half a number': [false, ledger({ first: 1.5 })],
    'a number beyond 32 bits': [false, ledger({ first: 3e9 })],
    'an id as a number': [true, ledger({ id: 7 })],
    'a variable that nobody declared': [true, ledger({ more: 1 })],
    'no month': [false, ledger({ month: undefined })],
    'a month that is none': [false, ledger({ month: '2026-13' })],
    'one value for a list in a variable': [true, ledger({ filter: { status: 'VERIFIED' } })],
    'a list of values': [true, ledger({ filter: { status: ['VERIFIED', 'CANCELLED'], clientId: client } })],
    'null in a filter': [true, ledger({ filter: { status: null, from: '2026-04-11' } })],
    'null in a list': [false, ledger({ filter: { status: [null] } })],
    'an unknown value': [false, ledger({ filter: { status: 'VERIFYED' } })],
    'an unknown field of a filter': [false, ledger({ filter: { statuss: 'VERIFIED' } })],
    'a text for a filter': [false, ledger({ filter: 'x' })],
    'one value for a list': [true, tasks('(kinds: ANSWER_OFFER)')],
    'one value for a list of a variable': [true, withKinds('ANSWER_OFFER')],
    'an empty list': [true, withKinds([])],
    'no list': [true, withKinds(null)],
    'a page that is too large, in the text': [false, tasks('(first: 101)')],
    'values of our own in the text': [
      true,
      post({
        query: `query ($on: Date!) { network(id: "${network}") {
          visitLedger(month: "2026-04", knownAt: "2026-04-20T00:00:00+09:00", filter: { from: $on, to: "2026-04-30" }) {
            totalCount edges { node { changedAt date } } } } }`,
        variables: { on: '2026-04-10' },
      }),
    ],
    'sealed texts': [
      true,
      post({ query: `{ visit(id: "${verified}") { record { notes tasks { label note } } history { actor } } }` }),
      'a',
    ],
    'nothing of that id': [true, post({ query: `{ visit(id: "${network}") { id } }` })],
    'a cursor that is none': [false, post({ query: '{ offices(after: "x") { totalCount } }' })],
    'clients of another network': [true, post({ query: `{ clients(networkId: "${network}") { totalCount } }` }), 'x'],
    'a short query': [true, post(short)],
    'without a token': [false, post(short), null],
    'a long text': [true, post({ query: LONG })],
    'a long text without a token': [false, post({ query: LONG }), null],
    'without a role': [false, post(short), 'nobody'],
    'one of two operations': [true, post({ query: two, operationName: 'B' })],
    'none of two operations': [false, post({ query: two })],
    'an operation that is not there': [false, post({ query: two, operationName: 'C' })],
    'a syntax error': [false, post({ query: '{ viewer' })],
    'an unknown field': [false, post({ query: '{ viewer { rolle } }' })],
    'no query': [false, post({})],
    'a batch': [false, post([short])],
    'no JSON': [false, post('{')],
    null: [false, post('null')],
    'variables that are a list': [false, post({ ...short, variables: [] })],
    'variables that are a text': [false, post({ ...short, variables: 'x' })],
    'a parameter of its own': [false, post({ ...short, more: 1 })],
    extensions: [false, post({ ...short, extensions: {} })],
    'an operation name that is a number': [false, post({ ...short, operationName: 1 })],
    'a mutation that fails': [false, post({ query: SEE_OFFER, variables: { input: { delegationId: network } } })],
    'a mutation of a wrong shape': [false, post({ query: SEE_OFFER, variables: { input: { delegationId: 'x' } } })],
    'a mutation that is not for the viewer': [
      false,
      post({ query: SEE_OFFER, variables: { input: { delegationId } } }),
    ],
    'a mutation that is refused': [true, post({ query: SEE_OFFER, variables: { input: { delegationId } } }), 'a'],
    'a mutation that comes again': [
      true,
      post({
        query:
          'mutation ($input: ChangeOfficeInput!) { changed: changeOffice(input: $input) { position office { name } } }',
        variables: { input: { officeId, name: 'あおぞら', commandId: '7d4f3bd2-6a2c-4f0f-8a6e-0d8d5e1b2c3a' } },
      }),
    ],
    'a mutation of single values': [true, post({ query: CHANGE_OFFICE, variables: { officeId, name: 'あおぞら' } })],
    'a mutation that is not given one of them, which stands': [
      false,
      post({ query: CHANGE_OFFICE, variables: { officeId } }),
    ],
    'two mutations': [
      false,
      post({
        query: `mutation ($input: OfferInput!) {
          one: seeOffer(input: $input) { position } two: seeOffer(input: $input) { position } }`,
        variables: { input: { delegationId } },
      }),
      'a',
    ],
    'a mutation that may be left out': [
      false,
      post({
        query: 'mutation ($input: OfferInput!, $no: Boolean!) { seeOffer(input: $input) @skip(if: $no) { position } }',
        variables: { input: { delegationId }, no: true },
      }),
      'a',
    ],
    'a mutation in a fragment': [
      false,
      post({
        query:
          'mutation ($input: OfferInput!) { ...F } fragment F on Mutation { seeOffer(input: $input) { position } }',
        variables: { input: { delegationId } },
      }),
      'a',
    ],
    'what the schema holds': [true, post({ query: '{ __schema { queryType { fields { name } } } }' })],
    'in the newer type': [true, post(short, 'application/graphql-response+json')],
    'in what a browser takes': [true, post(short, '*/*')],
    'in one of several types': [
      true,
      post(short, 'application/graphql-response+json, application/json;q=0.9, text/event-stream'),
    ],
    'a mistake in the newer type': [false, post({ query: '{ x }' }, 'application/graphql-response+json')],
    'as a stream': [false, post(short, 'text/event-stream')],
    'in parts': [false, post(short, 'multipart/mixed')],
    'as a page': [false, post(short, 'text/html')],
  };
};

t.test('a compiled query answers as yoga does', async (t) => {
  const { prototype } = CompiledQueries;
  const answers = t.capture(prototype, 'answer', prototype.answer);
  /** Whether the last answer was not yoga's. */
  const wasCompiled = async (): Promise<boolean> => {
    const last = answers().at(-1);
    return last !== undefined && 'returned' in last && (await last.returned) !== null;
  };
  const node = await startNode(t);
  const trial = await liveTrial(node);
  for (const [what, [isCompiled, request, as = 'p']] of Object.entries(cases(trial))) {
    const yoga = await send(node, ADDRESSES.yoga, as, request);
    t.strictSame(await third(node, as, request), yoga, what);
    t.equal(await wasCompiled(), isCompiled, `${what}: ${isCompiled ? '' : 'not '}compiled`);
  }

  const faults: string[] = [];
  let compiled = 0;
  for (const query of queriesOver(argumentsOf(trial), new Set())) {
    for (const as of ['p', 'a', 'b', 'a.care', 'cons1', 'aud1', 'admin']) {
      const yoga = await send(node, ADDRESSES.yoga, as, post({ query }));
      const ours = await send(node, ADDRESSES.compiled, as, post({ query }));
      if (await wasCompiled()) compiled += 1;
      if (ours.text !== yoga.text) faults.push(`${as}: ${query}`);
    }
  }
  t.strictSame(faults, [], 'every field, to everybody');
  t.ok(compiled > 200, 'most of them compiled');
});

t.test('a mutation is done once, also where compiled code cannot answer it', async (t) => {
  const node = await startNode(t);
  const { network } = await liveTrial(node);
  const query = `mutation ($input: DraftSurveyInput!, $first: Int) { draftSurvey(input: $input) {
    survey { networks { visitLedger(month: "2026-05", first: $first) { totalCount } } } } }`;
  const drafted = async (first: number) => {
    const before = await node.app.store.head();
    const variables = { input: draft(network), first };
    const { text } = await send(node, ADDRESSES.compiled, 'cons1', post({ query, variables }));
    return { ...JSON.parse(text), events: (await node.app.store.head()) - before };
  };
  const survey = { networks: [{ visitLedger: { totalCount: 1 } }] };
  for (const _ of [1, 2, 3]) t.strictSame(await drafted(1), { data: { draftSurvey: { survey } }, events: 1 });
  const { data, errors, events } = await drafted(101);
  t.equal(errors[0].extensions.code, 'BAD_USER_INPUT');
  t.strictSame([events, data], [1, { draftSurvey: { survey: null } }]);
});

t.test('what cannot be compiled is tried once, and not at each request', (t) => {
  const schema = buildApiSchema(slices);
  // It is never executed by yoga: of what is, none is known that graphql-jit cannot compile.
  const query = '{ viewer { role @skip(if: $undeclared) } }';
  const document = parse(query);
  const account = new Account({ ...ALLOWANCE.production, unitsPerMinute: 4_000 });
  const queries = new CompiledQueries(createLog('fatal'));
  for (const _ of [1, 2, 3, 4]) {
    const contextValue = { viewer: {}, cost: new Cost(account), params: { query } };
    const learning = queries.plugin.onExecute?.({ args: { schema, document, contextValue } } as never);
    (learning as { onExecuteDone: (done: object) => void } | undefined)?.onExecuteDone({ result: { data: {} } });
  }
  t.equal(account.secondsToWait, 0, 'two tries would take more than the minute holds');
  t.end();
});

t.test('compiled code gives a mutation what graphql gives it', async (t) => {
  const schema = buildApiSchema(slices);
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  let given: unknown = NOTHING;
  for (const field of fields)
    field.resolve = (_root, args) => {
      given = JSON.stringify(args);
      return null;
    };
  const log = createLog('fatal');
  const accounts = new Accounts(ALLOWANCE.development);
  t.teardown(() => accounts.close());
  const dice = new Dice(1);
  const things = new Things();
  for (const n of [1, 2, 3]) things.add('visitId', uuidOf('visit', n));
  const operations = new Operations(dice, new Values(dice, things, '2026-05-02T00:00:00.000Z', 1));
  const inputs = new Values(dice, things, '2026-05-02T00:00:00.000Z', 1);

  let compiled = 0;
  const faults: string[] = [];
  for (const field of Array.from({ length: 12 }, () => fields).flat()) {
    const [argument] = field.args;
    if (!argument) throw new Error(`${field.name} takes nothing`);
    const input = inputs.of('input', argument.type, 2);
    const { query, variables } = dice.inPercent(50)
      ? operations.mutation(field, input)
      : spread(field.name, argument.type, input as Record<string, unknown>, dice);
    const asked: unknown = JSON.parse(JSON.stringify(variables));
    const document = validOf(schema, query);
    if (document === null) continue;
    given = NOTHING;
    await execute({ schema, document, variableValues: asked as Record<string, unknown>, contextValue: {} });
    const byGraphql = given;

    const queries = new CompiledQueries(log);
    const context = { viewer: {}, outcome: {}, requestId: '', cost: new Cost(accounts.ofSubject('p')) };
    for (const _ of [1, 2]) {
      const contextValue = { ...context, params: { query } };
      const learning = queries.plugin.onExecute?.({ args: { schema, document, contextValue } } as never);
      (learning as { onExecuteDone: (done: object) => void } | undefined)?.onExecuteDone({ result: { data: {} } });
    }
    given = NOTHING;
    await queries.answer(JSON.stringify({ query, variables: asked }), context as never);
    if (given === NOTHING) continue;
    compiled += 1;
    if (given !== byGraphql) faults.push(`${query} ${JSON.stringify(asked)}: ${given}, not ${byGraphql}`);
  }
  t.strictSame(faults, []);
  t.ok(compiled > 450, `${compiled} of them compiled`);
});

const NOTHING = 'nothing';

const validOf = (schema: GraphQLSchema, query: string): DocumentNode | null => {
  try {
    const document = parse(query);
    return validate(schema, document).length === 0 ? document : null;
  } catch {
    return null;
  }
};

/** The input written out, some of its fields as variables, of which some are not given. */
const spread = (name: string, type: GraphQLInputType, input: Readonly<Record<string, unknown>>, dice: Dice) => {
  const of = getNullableType(type);
  if (!isInputObjectType(of)) throw new Error(`${name} takes no input`);
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const parts = Object.values(of.getFields()).flatMap((field) => {
    const isThere = Object.hasOwn(input ?? {}, field.name);
    if (!dice.inPercent(60)) return isThere ? [`${field.name}: ${literal(input[field.name])}`] : [];
    declared.push(`$${field.name}: ${field.type}`);
    if (isThere) variables[field.name] = input[field.name];
    return [`${field.name}: $${field.name}`];
  });
  const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
  return { query: `mutation ${head} { ${name}(input: { ${parts.join(', ')} }) { userErrors { code } } }`, variables };
};
