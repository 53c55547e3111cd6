import { buildSchema, getOperationAST, parse } from 'graphql';
import t from 'tap';
import { queryCost } from '../../src/api/query-cost.ts';

const schema = buildSchema(`
  type Query { a: Int, list: [Thing!]!, page(first: Int = 50): Things! }
  type Things { edges: [Edge!]!, totalCount: Int! }
  type Edge { node: Thing! }
  type Thing { a: Int, self: Thing, list: [Thing!] }
`);
const cost = (query: string, variables: Record<string, unknown> = {}, limit = 1_000_000): number => {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  return queryCost(schema, document, operation, variables, limit);
};

t.equal(cost('{ a }'), 1);
t.equal(cost('{ list { a } }'), 11, 'a list without first counts ten times');
t.equal(cost('{ list { list { a } } }'), 1 + 10 + 100);
t.equal(
  cost('{ page(first: 100) { edges { node { a } } totalCount } }'),
  1 + 1 + 100 + 100 + 1,
  'first counts for the list below it',
);
t.equal(cost('{ page { edges { node { a } } } }'), 1 + 1 + 50 + 50, 'a default counts');
t.equal(
  cost('query ($n: Int) { page(first: $n) { edges { node { a } } } }', { n: 7 }),
  1 + 1 + 7 + 7,
  'a variable counts',
);
t.equal(
  cost(
    `{ page(first: 2) { ...F ... on Things { totalCount } } }
     fragment F on Things { edges { node { ... { list { a } } } } }`,
  ),
  1 + 1 + 2 + 2 + 20 + 1,
  'fragments count where they are spread; the first is used up by its list',
);
t.equal(cost('{ x: a y: a __typename }'), 3);
t.ok(
  cost('{ list { list { list { list { a b: a c: a } } } } }', {}, 500) < 1_600,
  'what lies beyond the limit is not counted to its end',
);
