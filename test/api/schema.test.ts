import { readdirSync, readFileSync } from 'node:fs';
import {
  astFromValue,
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedDirective,
  isUnionType,
  parse,
  print,
} from 'graphql';
import t from 'tap';
import { buildApiSchema } from '../../src/api/schema.ts';
import { slices } from '../../src/api/slices.ts';
import { userErrors } from '../../src/api/user-errors.ts';
import { LATER, OTHERWISE } from '../support/contract-later.ts';

const textOf = (folder: string): string => {
  const place = new URL(folder, import.meta.url);
  const parts = readdirSync(place).filter((name) => name.endsWith('.graphql'));
  return parts.map((name) => readFileSync(new URL(name, place), 'utf8')).join('\n');
};

/**
 * The whole published contract, all parts; the codes of refusals it takes from the code's table.
 */
const published = buildSchema(
  `${textOf('../fixtures/contract/')}\nextend enum UserErrorCode { ${Object.keys(userErrors).join(' ')} }`,
);
/** What the server serves. */
const schemaBuilt = buildApiSchema(slices);

/**
 * What a client relies on, by coordinate (`Type.field`, `Type.field(argument:)`, `ENUM.VALUE`): its
 * type with nullability, default and `@may`.
 */
const promisesOf = (schema: GraphQLSchema): Map<string, string> => {
  const promises = new Map<string, string>();
  const input = (coordinate: string, { type, defaultValue }: GraphQLArgument | GraphQLInputField): void => {
    const value = defaultValue === undefined ? null : astFromValue(defaultValue, type);
    promises.set(coordinate, `${type}${value ? ` = ${print(value)}` : ''}`);
  };
  const output = (type: string, field: GraphQLField<unknown, unknown>): void => {
    const directive = schema.getDirective('may');
    const may = directive && field.astNode && (getDirectiveValues(directive, field.astNode)?.actors as string[]);
    promises.set(`${type}.${field.name}`, `${field.type}${may ? ` @may(${[...may].sort().join(' ')})` : ''}`);
    for (const argument of field.args) input(`${type}.${field.name}(${argument.name}:)`, argument);
  };
  for (const directive of schema.getDirectives().filter((one) => !isSpecifiedDirective(one))) {
    promises.set(`@${directive.name}`, directive.locations.join(' | '));
    for (const argument of directive.args) input(`@${directive.name}(${argument.name}:)`, argument);
  }
  for (const type of Object.values(schema.getTypeMap()).filter((one) => !one.name.startsWith('__'))) {
    promises.set(type.name, type.astNode?.kind ?? 'specified');
    if (isEnumType(type)) for (const value of type.getValues()) promises.set(`${type.name}.${value.name}`, 'value');
    if (isUnionType(type)) for (const member of type.getTypes()) promises.set(`${type.name}.${member.name}`, 'member');
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) input(`${type.name}.${field.name}`, field);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const face of type.getInterfaces()) promises.set(`${type.name} implements ${face.name}`, 'implements');
      for (const field of Object.values(type.getFields())) output(type.name, field);
    }
  }
  return promises;
};

interface Differences {
  /** Promised and not built, without the parts of what is not there as a whole. */
  readonly missing: readonly string[];
  /** Built otherwise than promised. */
  readonly changed: readonly string[];
  /** Built and not promised. */
  readonly added: readonly string[];
}

const isPartOf = (coordinate: string, whole: string): boolean =>
  [`${whole}.`, `${whole}(`, `${whole} implements `].some((head) => coordinate.startsWith(head));

const differences = (promised: GraphQLSchema, built: GraphQLSchema): Differences => {
  const [there, here] = [promisesOf(promised), promisesOf(built)];
  const missing = [...there.keys()].filter((coordinate) => !here.has(coordinate));
  return {
    missing: missing.filter((coordinate) => !missing.some((whole) => isPartOf(coordinate, whole))).sort(),
    changed: [...there]
      .filter(([coordinate, promise]) => here.has(coordinate) && here.get(coordinate) !== promise)
      .map(([coordinate, promise]) => `${coordinate}: promised ${promise}, built ${here.get(coordinate)}`)
      .sort(),
    added: [...here.keys()].filter((coordinate) => !there.has(coordinate)).sort(),
  };
};

t.test('what is built is the published contract, type by type; what is left for later is listed', async (t) => {
  const { missing, changed, added } = differences(published, schemaBuilt);
  t.strictSame(changed, OTHERWISE, 'nothing is built otherwise than promised, but what is on the list');
  t.strictSame(added, [], 'nothing is built that is not promised');
  t.strictSame(
    missing,
    [...LATER].sort(),
    'what is absent is on the list for later, and nothing on that list is there',
  );
});

/** Coordinates of a schema that nothing is said about. */
const undescribed = (schema: GraphQLSchema): string[] => {
  const none: string[] = [];
  const see = (coordinate: string, { description }: { readonly description?: string | null }): void => {
    if (!description?.trim()) none.push(coordinate);
  };
  for (const directive of schema.getDirectives().filter((one) => !isSpecifiedDirective(one))) {
    see(`@${directive.name}`, directive);
    for (const argument of directive.args) see(`@${directive.name}(${argument.name}:)`, argument);
  }
  for (const type of Object.values(schema.getTypeMap()).filter((one) => !one.name.startsWith('__'))) {
    see(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) see(`${type.name}.${value.name}`, value);
    if (!isInputObjectType(type) && !isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values<GraphQLInputField | GraphQLField<unknown, unknown>>(type.getFields())) {
      see(`${type.name}.${field.name}`, field);
      for (const argument of 'args' in field ? field.args : [])
        see(`${type.name}.${field.name}(${argument.name}:)`, argument);
    }
  }
  return none.sort();
};

t.test('every type, field, argument, input field and enum value says what it is', async (t) => {
  t.strictSame(undescribed(schemaBuilt), []);
  const part = 'type Query { a(x: Int): Int } input I { i: Int } enum E { V } interface F { f: Int } scalar S';
  t.strictSame(undescribed(buildSchema(`directive @d(y: Int) on OBJECT ${part} "" type Blank { b: Int }`)), [
    '@d',
    '@d(y:)',
    'Blank',
    'Blank.b',
    'E',
    'E.V',
    'F',
    'F.f',
    'I',
    'I.i',
    'Query',
    'Query.a',
    'Query.a(x:)',
    'S',
  ]);
});

/** Types that stand in a list and have no identity of their own, and why. */
const WITHOUT_AN_ID: Readonly<Record<string, string>> = {
  UserError: 'why this one request was refused',
  Candidate: 'reckoned for the visits asked about; its office bears the id',
  CareTask: 'of the catalogue, where `code` is its key',
  CancellationBand: 'a part of one version of the terms',
  VisitPrice: 'a part of one version of the terms',
  Question: 'a part of its survey, read and replaced as a whole; `code` names it there',
  Option: 'a part of its question',
  Invitation: 'told once, with its token, and never again',
  FrameGroup: 'a figure',
  BandCoverage: 'a figure',
  DeclineCount: 'a figure',
  FigureCases: 'a figure',
  Indicators: 'figures, reckoned anew each time',
  OfficeLoad: 'figures; its office bears the id',
  UncoveredCount: 'a figure',
  OptionCount: 'a figure',
  QuestionResult: 'a figure',
  ResponseRate: 'a figure',
  ResultGroup: 'a figure',
  ScaleResult: 'a figure',
  StatusTotals: 'a figure',
  TaxSubtotal: 'a figure',
};

const isListOf = (type: GraphQLOutputType): boolean =>
  isListType(type) || (isNonNullType(type) && isListOf(type.ofType));

/** Object types in lists of the schema that bear no id; an edge is named by its cursor. */
const listedWithoutId = (schema: GraphQLSchema): string[] => {
  const fields = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []));
  const listed = fields.filter(({ type }) => isListOf(type)).map(({ type }) => getNamedType(type));
  const bare = listed.filter(
    (type) =>
      isObjectType(type) &&
      `${type.getFields().id?.type}` !== 'ID!' &&
      `${type.getFields().cursor?.type}` !== 'Cursor!',
  );
  return [...new Set(bare.map(({ name }) => name))].sort();
};

t.test('what stands in a list bears an id, for the caches of clients', async (t) => {
  t.strictSame(listedWithoutId(schemaBuilt), Object.keys(WITHOUT_AN_ID).sort());
  const types = 'type A { id: ID } type B { id: ID! } type E { cursor: Cursor! } type C { x: Int } scalar Cursor';
  const query = 'type Query { a: [A!]! b: [B] e: [E!] c: C d: [[C]!] }';
  t.strictSame(listedWithoutId(buildSchema(`${types} ${query}`)), ['A', 'C']);
});

const isListed = (coordinate: string): boolean =>
  LATER.some((listed) => listed === coordinate || isPartOf(coordinate, listed));

t.test('the whole of part 1 is built, but what is listed for later', async (t) => {
  const { definitions } = parse(readFileSync(new URL('../fixtures/contract/1-core.graphql', import.meta.url), 'utf8'));
  const here = promisesOf(schemaBuilt);
  const promised = definitions.flatMap((definition) => {
    const name = 'name' in definition && definition.kind !== 'DirectiveDefinition' ? definition.name?.value : undefined;
    const parts = [
      ...('fields' in definition ? (definition.fields ?? []) : []),
      ...('values' in definition ? (definition.values ?? []) : []),
    ];
    return name === undefined ? [] : [name, ...parts.map((part) => `${name}.${part.name.value}`)];
  });
  t.ok(promised.includes('Mutation.acceptOffer') && promised.includes('TaskKind.VERIFY_VISIT'));
  t.strictSame(
    promised.filter((coordinate) => !here.has(coordinate) && !isListed(coordinate)),
    [],
  );
});

t.test('the comparison sees every kind of difference', async (t) => {
  const start = 'directive @may(actors: [Actor!]!) on FIELD_DEFINITION enum Actor { A, B } scalar S';
  const promised = buildSchema(`${start}
    type Query { a: Int @may(actors: [A, B]), b(x: Int = 1, y: Int): [S!]!, c: Int, d: Int! }
    type Gone { a: Int, b: Int } input I { a: Int!, b: Int = 1 } enum E { X, Y } union U = Query | Gone
    interface F { a: Int } type G implements F { a: Int }`);
  t.strictSame(differences(promised, promised), { missing: [], changed: [], added: [] });
  const built = buildSchema(`${start}
    type Query { a: Int @may(actors: [A]), b(x: Int = 2): [S]!, d: Int, e(z: Int): Int }
    input I { a: Int, b: Int } enum E { X, Z } union U = Query interface F { a: Int } type G { a: Int }`);
  t.strictSame(differences(promised, built), {
    missing: ['E.Y', 'G implements F', 'Gone', 'Query.b(y:)', 'Query.c', 'U.Gone'],
    changed: [
      'I.a: promised Int!, built Int',
      'I.b: promised Int = 1, built Int',
      'Query.a: promised Int @may(A B), built Int @may(A)',
      'Query.b(x:): promised Int = 1, built Int = 2',
      'Query.b: promised [S!]!, built [S]!',
      'Query.d: promised Int!, built Int',
    ],
    added: ['E.Z', 'Query.e', 'Query.e(z:)'],
  });
});
