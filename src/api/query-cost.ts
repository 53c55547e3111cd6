import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { MOST_FIRST } from './paging.ts';

/** How many items a list without `first` is taken to hold. */
const USUAL_LENGTH = 10;

/** A variable's value. */
type VariableOf = (name: string) => unknown;
/** How many items a list is taken to hold; `first`: what was asked for it, null without. */
type LengthOf = (first: number | null) => number;

/**
 * Roughly how many fields an operation can make the server answer (rule 49): one per field, times
 * `first` or the usual length of each list around it. Each fragment is counted once, however often
 * it is spread, so that the counting itself takes no longer than reading the query. The document
 * must be valid for the schema.
 */
export const queryCost = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number => {
  const before = lastCosts.get(operation);
  if (before && [...before.asked].every(([name, value]) => variables[name] === value)) return before.cost;
  const asked = new Map<string, unknown>();
  const variable: VariableOf = (name) => {
    asked.set(name, variables[name]);
    return variables[name];
  };
  const cost = fieldsOf(schema, document, operation, variable, (first) => first ?? USUAL_LENGTH);
  lastCosts.set(operation, { asked, cost });
  return cost;
};

/** What an operation cost last, and the values of the variables that this hung on. */
const lastCosts = new WeakMap<
  OperationDefinitionNode,
  { readonly asked: ReadonlyMap<string, unknown>; readonly cost: number }
>();

/** The fields of an operation with every fragment written out, each list as one item. */
export const writtenOut = (schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): number =>
  fieldsOf(
    schema,
    document,
    operation,
    () => undefined,
    () => 1,
  );

const fieldsOf = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variable: VariableOf,
  lengthOf: LengthOf,
): number => {
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  /** By fragment and the `first` that waits for its list. */
  const counted = new Map<FragmentDefinitionNode, Map<number | null, number>>();
  const ofFragment = (fragment: FragmentDefinitionNode, page: number | null): number => {
    const known = counted.get(fragment) ?? new Map<number | null, number>();
    counted.set(fragment, known);
    const cost = known.get(page) ?? ofSelections(fragment.typeCondition.name.value, fragment.selectionSet, page);
    known.set(page, cost);
    return cost;
  };
  /** `page`: the `first` that a connection was asked for, used up by its first list. */
  const ofSelections = (typeName: string, { selections }: SelectionSetNode, page: number | null): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + ofField(typeName, selection, page);
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return sum + ofSelections(selection.typeCondition?.name.value ?? typeName, selection.selectionSet, page);
      const fragment = fragments.get(selection.name.value);
      return sum + (fragment ? ofFragment(fragment, page) : 0);
    }, 0);
  const ofField = (typeName: string, node: FieldNode, page: number | null): number => {
    const type = schema.getType(typeName);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!field || !node.selectionSet) return 1;
    const asked = firstAsked(field, node, variable);
    const length = isList(field.type) ? lengthOf(asked ?? page) : 1;
    const below = isList(field.type) ? null : asked;
    return 1 + length * ofSelections(getNamedType(field.type).name, node.selectionSet, below);
  };
  const root = schema.getRootType(operation.operation);
  return root ? ofSelections(root.name, operation.selectionSet, null) : 0;
};

/**
 * What a field was asked for, within what may be asked for, so that nothing else is ever
 * multiplied; null where it has no `first`.
 */
const firstAsked = (field: GraphQLField<unknown, unknown>, node: FieldNode, variable: VariableOf): number | null => {
  const argument = field.args.find(({ name }) => name === 'first');
  if (!argument) return null;
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  const asked =
    given?.kind === Kind.INT
      ? Number(given.value)
      : given?.kind === Kind.VARIABLE
        ? variable(given.name.value)
        : undefined;
  const first = typeof asked === 'number' ? asked : argument.defaultValue;
  return typeof first === 'number' ? Math.min(Math.max(first, 1), MOST_FIRST) : null;
};

/** Whether a field answers a list, which may be null. */
export const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);
