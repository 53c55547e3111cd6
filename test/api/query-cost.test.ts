import { buildSchema, getOperationAST, parse } from 'graphql';
import t from 'tap';
import { queryCost, writtenOut } from '../../src/api/query-cost.ts';

const schema = buildSchema(`
  type Query { a: Int, list: [Thing!]!, page(first: Int = 50): Things! }
  type Things { edges: [Edge!]!, totalCount: Int! }
  type Edge { node: Thing! }
  type Thing { a: Int, self: Thing, list: [Thing!] }
`);
const operationOf = (query: string) => {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  return [schema, document, operation] as const;
};
const cost = (query: string, variables: Record<string, unknown> = {}): number =>
  queryCost(...operationOf(query), variables);

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
t.equal(cost('{ page(first: -1000) { edges { node { a } } } a }'), 1 + 1 + 1 + 1 + 1, 'rule 49: nothing is subtracted');
t.equal(
  cost('{ page(first: 2000000000) { edges { node { a } } } }'),
  1 + 1 + 100 + 100,
  'nor more than a page counted',
);

/**
 * Fragments that each spread the next one `times` over: 10 to the power of their number of fields.
 */
const tower = (levels: number, times = 10): string => {
  const spreads = (level: number) => Array.from({ length: times }, (_, n) => `f${n}: self { ...F${level} }`).join(' ');
  const fragments = Array.from(
    { length: levels },
    (_, level) => `fragment F${level} on Thing { a ${level + 1 < levels ? spreads(level + 1) : ''} }`,
  );
  return `{ list { ${spreads(0)} } } ${fragments.join('\n')}`;
};

t.test('rule 49: to count a query takes no longer than to read it, whatever its fragments hold', async (t) => {
  t.equal(cost(tower(2)), 1 + 10 * 10 * (1 + 1 + 10 * (1 + 1)), 'each counts where it is spread');
  const asked = t.capture(schema, 'getType', schema.getType);
  t.ok(cost(tower(30)) > 1e30);
  t.ok(asked().length <= 1 + 1 + 31 * 10 * 2, 'each field of the text is looked at once');
  t.equal(
    writtenOut(
      ...operationOf(
        `{ list { ...F } page(first: 7) { ...P } }
          fragment F on Thing { a self { a } } fragment P on Things { edges { node { a } } }`,
      ),
    ),
    8,
  );
});
