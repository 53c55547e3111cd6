import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Ask } from '../../scripts/api-client.ts';
import type { Site } from './site.ts';
import { contract } from './standing.ts';

const THINGS = [
  'Network',
  'Office',
  'Caregiver',
  'Member',
  'Client',
  'Delegation',
  'Visit',
  'Statement',
  'DelegationTerms',
  'Survey',
] as const;
/** Types whose rows have an id of their own; a member's is the subject. */
export type Thing = (typeof THINGS)[number];
const isThing = (name: string): name is Thing => THINGS.some((thing) => thing === name);

/** A thing that a list holds, or that what it holds points to. */
export interface Found {
  /** The list where the thing is what it holds, else the field that points to it. */
  readonly by: string;
  readonly type: Thing;
  readonly id: string;
}

type Field = GraphQLField<unknown, unknown>;
const fieldsOf = (type: GraphQLObjectType): Field[] => Object.values(type.getFields());
const isMany = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));
const idFieldOf = (thing: string): string => (thing === 'Member' ? 'subject' : 'id');

const objectCalled = (name: string): GraphQLObjectType => {
  const type = contract.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no type of the contract`);
  return type;
};

/** What a list holds, or a connection's nodes are; null for a field that is neither. */
const heldBy = (field: Field): GraphQLObjectType | null => {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return null;
  const edge = getNamedType(type.getFields().edges?.type);
  const node = isObjectType(edge) ? getNamedType(edge.getFields().node?.type) : null;
  if (isObjectType(node)) return node;
  return isMany(field.type) ? type : null;
};

/** Fields of a row, or of a row's rows, that point to a thing. */
const linksOf = (type: GraphQLObjectType): Field[] =>
  fieldsOf(type).filter((field) => isThing(getNamedType(field.type).name) && !field.args.some(isRequiredArgument));

/** The thing that a row is, by the field that names its id. */
const identityOf = (type: GraphQLObjectType): { readonly type: Thing; readonly field: string } | null => {
  if (isThing(type.name)) return { type: type.name, field: idFieldOf(type.name) };
  return type.name === 'LedgerEntry' ? { type: 'Visit', field: 'visitId' } : null;
};

/** Where lists begin: of the viewer, or of a thing that can be asked for by its id. */
const PARENTS = ['Query', 'Viewer', 'Network', 'Office', 'Client', 'Delegation', 'Visit', 'Statement', 'Survey'];

/** Offices that are known to every member: a suggestion for visits that are not asked for yet. */
const SUGGESTION = 'Client.candidates';
/** Figures of the network itself, whose rights `test/api/rights.test.ts` shows. */
const FIGURES = 'Network.indicators';

/** Every list of the contract whose rows are things or point to things, as `Type.field`. */
export const lists: readonly string[] = PARENTS.flatMap((parent) =>
  fieldsOf(objectCalled(parent))
    .filter((field) => {
      const held = heldBy(field);
      return held !== null && (identityOf(held) !== null || linksOf(held).length > 0);
    })
    .map((field) => `${parent}.${field.name}`)
    .filter((list) => list !== SUGGESTION && list !== FIGURES),
);

const fieldOf = (list: string): Field => {
  const [parent = '', name = ''] = list.split('.');
  const field = objectCalled(parent).getFields()[name];
  if (!field) throw new Error(`${list} is no field of the contract`);
  return field;
};

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape, by the selection made here
type Loose = any;

const rowSelection = (type: GraphQLObjectType): string =>
  [
    '__typename',
    identityOf(type)?.field ?? '',
    ...linksOf(type).map((field) => `${field.name} { ${idFieldOf(getNamedType(field.type).name)} }`),
  ].join(' ');

const foundIn = (list: string, type: GraphQLObjectType, row: Loose): Found[] => {
  const own = identityOf(type);
  const links = linksOf(type).flatMap((field): Found[] => {
    const target = getNamedType(field.type).name;
    if (!isThing(target)) return [];
    const those: Loose[] = [row[field.name] ?? []].flat();
    return those.map((one) => ({ by: `${type.name}.${field.name}`, type: target, id: one[idFieldOf(target)] }));
  });
  return [...(own === null ? [] : [{ by: list, type: own.type, id: row[own.field] as string }]), ...links];
};

/** What stands in the brackets after a list's field: its page, and what else is asked for. */
const argumentsText = (field: Field, args: string): string => {
  const page = field.args.some(({ name }) => name === 'first') ? 'first: 100' : '';
  const text = [args, page].filter((part) => part !== '').join(', ');
  return text === '' ? '' : `(${text})`;
};

/** As many aliases as one request may have. */
const MOST_ALIASES = 15;

const rootOf = (parent: string): string => `${parent[0]?.toLowerCase()}${parent.slice(1)}`;

/** Asks within a thing, the viewer or the query itself. Throws for an error: none is expected. */
const askWithin = async (site: Site, how: Ask, parent: string, id: string | null, inner: string): Promise<Loose> => {
  const root = rootOf(parent);
  const query = parent === 'Query' ? `{ ${inner} }` : `{ ${root}${id === null ? '' : `(id: "${id}")`} { ${inner} } }`;
  const { data, errors } = await site.ask(query, {}, how);
  if (errors.length > 0) throw new Error(`${how.as}: ${query}: ${JSON.stringify(errors)}`);
  return parent === 'Query' ? data : data[root];
};

/**
 * Asks for a list, once for each of the arguments given, and answers what each holds and points to;
 * null where the list is null to this subject, or its parent is. Throws where a total differs from
 * the rows.
 */
export const askForList = async (
  site: Site,
  how: Ask,
  list: string,
  parentId: string | null,
  argsOfEach: readonly string[],
): Promise<(readonly Found[] | null)[]> => {
  const field = fieldOf(list);
  const type = heldBy(field);
  if (!type) throw new Error(`${list} is no list`);
  const isConnection = !isMany(field.type);
  const rows = isConnection ? `totalCount edges { node { ${rowSelection(type)} } }` : rowSelection(type);
  const held = (answer: Loose): readonly Found[] | null => {
    const those: Loose[] | null = isConnection ? (answer?.edges.map(({ node }: Loose) => node) ?? null) : answer;
    if (isConnection && those && answer.totalCount !== those.length)
      throw new Error(`${how.as}: ${list} counts ${answer.totalCount} and holds ${those.length}`);
    return those?.flatMap((row) => foundIn(list, type, row)) ?? null;
  };
  const answers: (readonly Found[] | null)[] = [];
  for (let from = 0; from < argsOfEach.length; from += MOST_ALIASES) {
    const asked = argsOfEach
      .slice(from, from + MOST_ALIASES)
      .map((args, n) => `l${n}: ${field.name}${argumentsText(field, args)} { ${rows} }`);
    const holder = await askWithin(site, how, list.split('.')[0] ?? '', parentId, asked.join(' '));
    answers.push(...asked.map((_, n) => held(holder?.[`l${n}`] ?? null)));
  }
  return answers;
};

/** Asks for a thing by its id and answers what it points to; nothing where it is not seen. */
export const askForLinks = async (site: Site, how: Ask, type: Thing, id: string): Promise<readonly Found[]> => {
  const object = objectCalled(type);
  if (!PARENTS.includes(type) || linksOf(object).length === 0) return [];
  const row = await askWithin(site, how, type, id, rowSelection(object));
  return row ? foundIn(type, object, row) : [];
};

/** What ids in filters are called: the things that they name. */
const NAMED: Readonly<Record<string, Thing>> = {
  partnerOfficeId: 'Office',
  assistOfficeId: 'Office',
  clientId: 'Client',
  caregiverId: 'Caregiver',
};
/** Values that split the rows of the trial in miniature. */
const SPLITTING: Readonly<Record<string, readonly string[]>> = {
  String: ['"C"', '"事業所a"', '"世田谷区"'],
  Boolean: ['true', 'false'],
  Date: ['"2026-04-11"', '"2026-05-21"'],
  Month: ['"2026-04"', '"2026-05"'],
};

const valuesFor = (
  coordinate: string,
  given: GraphQLInputType,
  idsOf: (type: Thing) => readonly string[],
): string[] => {
  const type = getNullableType(given);
  if (isListType(type)) return valuesFor(coordinate, type.ofType, idsOf).map((value) => `[${value}]`);
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  const named = NAMED[coordinate.split('.').at(-1) ?? ''];
  if (named) return idsOf(named).map((id) => `"${id}"`);
  const values = 'name' in type ? SPLITTING[type.name] : undefined;
  if (!values) throw new Error(`${coordinate}: test/support/api-lists.ts knows no values to filter by`);
  return [...values];
};

/** Arguments that choose no rows, or the state at a time that is over. */
const NO_FILTERS = ['first', 'after', 'knownAt'];

/** Every filter of a list alone, with each value that splits its rows, as a text of arguments. */
export const filtersOf = (list: string, idsOf: (type: Thing) => readonly string[]): string[] =>
  fieldOf(list)
    .args.filter((argument) => !NO_FILTERS.includes(argument.name) && !isRequiredArgument(argument))
    .flatMap(({ name, type }) => {
      const filter = getNullableType(type);
      if (!isInputObjectType(filter))
        return valuesFor(`${list}.${name}`, type, idsOf).map((value) => `${name}: ${value}`);
      return Object.values(filter.getFields()).flatMap((field) =>
        valuesFor(`${filter.name}.${field.name}`, field.type, idsOf).map(
          (value) => `${name}: { ${field.name}: ${value} }`,
        ),
      );
    });
