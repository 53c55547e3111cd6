import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How many items a list without `first` is taken to hold. */
const USUAL_LENGTH = 10;

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/**
 * Roughly how many fields an operation can make the server answer: one per field, times `first` or
 * the usual length of each list around it. Stops counting beyond `limit`. The document must be
 * valid for the schema.
 */
export const queryCost = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limit: number,
): number => {
  const fragments: Fragments = Object.fromEntries(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  let cost = 0;
  /** `page`: the `first` that a connection was asked for, used up by its first list. */
  const count = (typeName: string, selections: SelectionSetNode, times: number, page: number | null): void => {
    for (const selection of selections.selections) {
      if (cost > limit) return;
      if (selection.kind === Kind.FIELD) countField(typeName, selection, times, page);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        count(selection.typeCondition?.name.value ?? typeName, selection.selectionSet, times, page);
      } else {
        const fragment = fragments[selection.name.value];
        if (fragment) count(fragment.typeCondition.name.value, fragment.selectionSet, times, page);
      }
    }
  };
  const countField = (typeName: string, node: FieldNode, times: number, page: number | null): void => {
    cost += times;
    const type = schema.getType(typeName);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!field || !node.selectionSet) return;
    const first = field.args.some((one) => one.name === 'first')
      ? getArgumentValues(field, node, variables).first
      : undefined;
    const asked = typeof first === 'number' ? first : null;
    const inList = isList(field.type);
    const length = inList ? (asked ?? page ?? USUAL_LENGTH) : 1;
    count(getNamedType(field.type).name, node.selectionSet, times * length, inList ? null : asked);
  };
  const root = schema.getRootType(operation.operation);
  if (root) count(root.name, operation.selectionSet, 1, null);
  return cost;
};

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);
