import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import t from 'tap';
import { buildApiSchema } from '../../src/api/schema.ts';
import { slices } from '../../src/api/slices.ts';
import { startNode } from '../support/http-node.ts';
import { CAST, liveTrial, type Subject, type Trial } from '../support/trial.ts';

const schema = buildApiSchema(slices);
const fieldsOf = (type: GraphQLObjectType) => Object.values(type.getFields());
const objectOf = (type: unknown): GraphQLObjectType | null => {
  const named = getNamedType(type as GraphQLObjectType);
  if (isInterfaceType(named)) throw new Error(`${named.name} is an interface`);
  return isObjectType(named) ? named : null;
};

/** Arguments of fields that cannot do without. */
const argumentsOf = ({
  network,
  office,
  client,
  delegation,
  verified,
  statement,
  survey,
}: Trial): Readonly<Record<string, string>> => ({
  'Query.network': `(id: "${network}")`,
  'Query.office': `(id: "${office.a}")`,
  'Query.client': `(id: "${client}")`,
  'Query.clients': `(networkId: "${network}")`,
  'Query.delegation': `(id: "${delegation}")`,
  'Query.visit': `(id: "${verified}")`,
  'Query.statement': `(id: "${statement}")`,
  'Query.survey': `(id: "${survey}")`,
  'Query.questionnaire': '(token: "x")',
  'Network.visitLedger': '(month: "2026-04", first: 3)',
  'Network.settlementPreview': `(partnerOfficeId: "${office.p}", assistOfficeId: "${office.a}", month: "2026-04")`,
});

/**
 * A query for each type, by the shortest way to it: its leaves, its objects and their leaves;
 * `asked` takes down what is asked for.
 */
const queriesOver = (args: Readonly<Record<string, string>>, asked: Set<string>): string[] => {
  const call = (type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string => {
    const page = field.args.some(({ name }) => name === 'first') ? '(first: 3)' : '';
    return `${field.name}${args[`${type.name}.${field.name}`] ?? page}`;
  };
  const selection = (type: GraphQLObjectType, depth: number): string => {
    const parts = fieldsOf(type).flatMap((field) => {
      const object = objectOf(field.type);
      if (object !== null && depth === 0) return [];
      asked.add(`${type.name}.${field.name}`);
      return [object === null ? field.name : `${call(type, field)} { ${selection(object, depth - 1)} }`];
    });
    return ['__typename', ...parts].join(' ');
  };
  const queries: string[] = [];
  const seen = new Set<string>();
  let ways: { type: GraphQLObjectType; way: (inner: string) => string }[] = [];
  const query = schema.getQueryType();
  if (query) ways.push({ type: query, way: (inner) => `{ ${inner} }` });
  while (ways.length > 0) {
    const next: typeof ways = [];
    for (const { type, way } of ways) {
      // Each of a query's own fields has a way of its own: what one may see differs by it.
      if (type !== query) queries.push(way(selection(type, 1)));
      for (const field of fieldsOf(type)) {
        const object = objectOf(field.type);
        if (object === null || (type !== query && seen.has(object.name))) continue;
        seen.add(object.name);
        asked.add(`${type.name}.${field.name}`);
        next.push({ type: object, way: (inner) => way(`${call(type, field)} { ${inner} }`) });
      }
    }
    ways = next;
  }
  return queries;
};

t.test('every field answers to everybody without a fault of ours', async (t) => {
  const node = await startNode(t);
  const trial = await liveTrial(node);
  const args = argumentsOf(trial);
  const asked = new Set<string>();
  const queries = queriesOver(args, asked);
  const faults: string[] = [];
  for (const as of [...(Object.keys(CAST) as Subject[]), 'nobody']) {
    for (const query of queries) {
      const { errors } = await node.ask(query, {}, { as, at: trial.now });
      for (const { message, extensions } of errors) {
        // Results of a survey are for after its closing.
        if (!['FORBIDDEN', 'SURVEY_NOT_CLOSED'].includes(extensions.code))
          faults.push(`${as}: ${extensions.code} ${message} in ${query}`);
      }
    }
  }
  t.strictSame(faults, []);
  const types = Object.values(schema.getTypeMap()).filter(
    (type) =>
      isObjectType(type) && !/^(__|Mutation|Subscription)|Payload$|Notice$|^(Invitation|UserError)$/.test(type.name),
  );
  const all = types.flatMap((type) => fieldsOf(type as GraphQLObjectType).map((field) => `${type.name}.${field.name}`));
  const needy = types.flatMap((type) =>
    fieldsOf(type as GraphQLObjectType)
      .filter((field) => field.args.some(isRequiredArgument))
      .map((field) => `${type.name}.${field.name}`),
  );
  t.strictSame(
    needy.filter((coordinate) => !(coordinate in args)),
    [],
    'the test knows every argument that is needed',
  );
  t.strictSame(
    all.filter((coordinate) => !asked.has(coordinate)),
    [],
    'every field was asked for',
  );
});
