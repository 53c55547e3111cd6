import { type GraphQLField, type GraphQLObjectType, getNamedType, isInterfaceType, isObjectType } from 'graphql';
import { buildApiSchema } from '../../src/api/schema.ts';
import { slices } from '../../src/api/slices.ts';
import type { Trial } from './trial.ts';

export const schema = buildApiSchema(slices);
export const fieldsOf = (type: GraphQLObjectType) => Object.values(type.getFields());
const objectOf = (type: unknown): GraphQLObjectType | null => {
  const named = getNamedType(type as GraphQLObjectType);
  if (isInterfaceType(named)) throw new Error(`${named.name} is an interface`);
  return isObjectType(named) ? named : null;
};

/** Arguments of fields that cannot do without. */
export const argumentsOf = ({
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
  'Client.plan': '(month: "2026-04")',
  'Client.careplanFiles': '(month: "2026-04")',
  'Network.visitLedger': '(month: "2026-04", first: 3)',
  'Viewer.visits': '(from: "2026-04-01", to: "2026-05-31", first: 3)',
  'Client.candidates': `(visits: [{ service: PHYSICAL_CARE, minutes: 45,
    plannedStart: "2026-08-03T10:00:00+09:00", plannedEnd: "2026-08-03T10:45:00+09:00" }])`,
  'Survey.framePreview': '(periodFrom: "2026-04-01", periodTo: "2026-04-30")',
  'Survey.exportUrl': '(format: CSV)',
  'Network.exportUrl': '(kind: LEDGER, from: "2026-04", to: "2026-04")',
  'Network.evaluationReportUrl': '(from: "2026-04", to: "2026-05")',
  'Network.indicators': '(from: "2026-04", to: "2026-05")',
  'Network.settlementPreview': `(partnerOfficeId: "${office.p}", assistOfficeId: "${office.a}", month: "2026-04")`,
});

/**
 * A query for each type, by the shortest way to it: its leaves, its objects and their leaves;
 * `asked` takes down what is asked for.
 */
export const queriesOver = (args: Readonly<Record<string, string>>, asked: Set<string>): string[] => {
  const call = (type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string => {
    const page = field.args.some(({ name }) => name === 'first') ? '(first: 3)' : '';
    return `${field.name}${args[`${type.name}.${field.name}`] ?? page}`;
  };
  const selection = (type: GraphQLObjectType, depth: number): string => {
    const parts = fieldsOf(type).flatMap((field) => {
      const object = objectOf(field.type);
      if (object !== null && depth === 0) return [];
      asked.add(`${type.name}.${field.name}`);
      return [object === null ? call(type, field) : `${call(type, field)} { ${selection(object, depth - 1)} }`];
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
