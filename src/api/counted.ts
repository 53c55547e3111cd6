import {
  type DocumentNode,
  defaultFieldResolver,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ApiContext } from './context.ts';
import { MOST_FIRST } from './paging.ts';
import { isList } from './query-cost.ts';
import { whenHere } from './soon.ts';

type Field = GraphQLField<unknown, ApiContext>;
type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** What it costs to read one stream of the log, before it is known how long it is. */
const FIELDS_OF_A_STREAM = 20;
/** Fields that are read from a stream of the log. */
const FROM_THE_LOG = new Set(['Visit.records', 'Visit.history', 'Delegation.history']);
/** What it costs to count or sum what a list holds. */
const FIELDS_OF_A_TOTAL = 100;
/** Figures that are reckoned from all that there is, in a thread of their own. */
const RECKONED = new Set(['Survey.results', 'Network.settlementPreview', 'Network.indicators']);
const FIELDS_OF_RECKONED = 1_000;
/** An alias may be as long as the query: a name of more characters counts as several fields. */
const CHARACTERS_OF_A_NAME = 200;

/**
 * Counts what an answer costs where it arises (rule 49): before a page is read, as many rows as it
 * may hold; as soon as a list is there, the fields that its items will have, before any of them is
 * resolved. Nothing is counted a field, as pages are answered often.
 */
export const countFields = (schema: GraphQLSchema): void => {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  for (const type of types.filter(({ name }) => !name.startsWith('__'))) {
    for (const field of Object.values(type.getFields())) {
      const ahead = costAhead(type, field);
      const isListOfObjects = isList(field.type) && isObjectType(getNamedType(field.type));
      if (ahead !== null || isListOfObjects) field.resolve = counted(field, ahead, isListOfObjects);
    }
  }
};

type Ahead = (args: Readonly<Record<string, unknown>>) => number;

/** What a field costs before it is resolved; null where it is nothing of note. */
const costAhead = (type: GraphQLObjectType, field: Field): Ahead | null => {
  if (field.args.some(({ name }) => name === 'first'))
    return ({ first }) => (typeof first === 'number' ? Math.min(Math.max(first, 1), MOST_FIRST) : MOST_FIRST);
  if (FROM_THE_LOG.has(`${type.name}.${field.name}`)) return () => FIELDS_OF_A_STREAM;
  if (RECKONED.has(`${type.name}.${field.name}`)) return () => FIELDS_OF_RECKONED;
  if (type.name.endsWith('Connection') && field.name.startsWith('total')) return () => FIELDS_OF_A_TOTAL;
  return null;
};

const counted = (field: Field, ahead: Ahead | null, isListOfObjects: boolean): Field['resolve'] => {
  const resolve = field.resolve ?? defaultFieldResolver;
  return (row, args, context, info) => {
    if (ahead !== null) {
      context.cost.fields(ahead(args));
      context.cost.rows(ahead(args));
    }
    const before = ahead === null ? undefined : process.threadCpuUsage();
    const value = resolve(row, args, context, info);
    // How many rows a filter or a search passes over, the time alone tells: this thread's on the
    // processor, as nobody pays for what else the machine does.
    if (before) context.cost.looked(milliseconds(process.threadCpuUsage(before)));
    if (!isListOfObjects) return value;
    return whenHere(value, (items) => {
      if (Array.isArray(items)) context.cost.fields(items.length * fieldsOfItem(info));
      return items;
    });
  };
};

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000;

/** The fields of an operation that are answered whatever its lists hold. */
export const fieldsOfOperation = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): number => {
  const root = schema.getRootType(operation.operation);
  const before = known.get(operation.selectionSet);
  if (before !== undefined || !root) return before ?? 0;
  const fragments = Object.fromEntries(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  return fieldsOf(operation.selectionSet, root, { schema, fragments });
};

const fieldsOfItem = (info: GraphQLResolveInfo): number => {
  const type = getNamedType(info.returnType);
  return isObjectType(type)
    ? info.fieldNodes.reduce(
        (sum, { selectionSet }) => sum + (selectionSet ? fieldsOf(selectionSet, type, info) : 0),
        0,
      )
    : 0;
};

/** A selection stands in one document, and under one type. */
const known = new WeakMap<SelectionSetNode, number>();

/**
 * The fields of one object as far as the next lists of objects, what it points to included, as if
 * nothing were null or left out. A fragment is counted once.
 */
const fieldsOf = (
  set: SelectionSetNode,
  type: GraphQLObjectType,
  of: { readonly schema: GraphQLSchema; readonly fragments: Fragments },
): number => {
  const before = known.get(set);
  if (before !== undefined) return before;
  const typeNamed = (name: string | undefined): GraphQLObjectType => {
    const named = name === undefined ? type : of.schema.getType(name);
    return isObjectType(named) ? named : type;
  };
  let sum = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = of.fragments[selection.name.value];
      if (fragment) sum += fieldsOf(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value), of);
    } else if (selection.kind === Kind.INLINE_FRAGMENT)
      sum += fieldsOf(selection.selectionSet, typeNamed(selection.typeCondition?.name.value), of);
    else {
      const field = type.getFields()[selection.name.value];
      const below = field && getNamedType(field.type);
      sum += Math.ceil((selection.alias ?? selection.name).value.length / CHARACTERS_OF_A_NAME);
      if (field && selection.selectionSet && isObjectType(below) && !isList(field.type))
        sum += fieldsOf(selection.selectionSet, below, of);
    }
  }
  known.set(set, sum);
  return sum;
};
