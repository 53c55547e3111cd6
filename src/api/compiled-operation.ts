import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import type { ApiContext } from './context.ts';

type Values = Readonly<Record<string, unknown>>;
/** The data of an answer; null where something was not a plain success. */
export type CompiledOperation = (context: ApiContext, variables: Values) => Promise<Values | null>;

/** One run of an operation. */
class Answering {
  readonly context: ApiContext;
  readonly #variables: Values;
  /** By field. */
  readonly #arguments: unknown[] = [];
  #hasFailed = false;
  readonly #awaited: Promise<void>[] = [];

  constructor(context: ApiContext, variables: Values) {
    this.context = context;
    this.#variables = variables;
  }

  argumentsOf(n: number, field: GraphQLField<unknown, unknown>, node: FieldNode): unknown {
    this.#arguments[n] ??= getArgumentValues(field, node, this.#variables);
    return this.#arguments[n];
  }

  /** Goes on with a value once it has come. */
  later(value: Promise<unknown>, goOn: (value: unknown) => void): void {
    this.#awaited.push(value.then(goOn).catch(() => this.fail()));
  }

  fail(): void {
    this.#hasFailed = true;
  }

  /** Whether all went well, once nothing is awaited any more, also of what is of no use by then. */
  async isDone(): Promise<boolean> {
    while (this.#awaited.length > 0) await Promise.all(this.#awaited.splice(0));
    return !this.#hasFailed;
  }
}

class NotCompilable extends Error {}
/** Something for which the executor has more to say than a value. */
const noPlainSuccess = (): never => {
  throw new Error('no plain success');
};

/** How values of these types are told at a glance; everything else is for `serialize`. */
const PLAIN: Readonly<Record<string, string>> = {
  String: "typeof v === 'string'",
  ID: "typeof v === 'string'",
  Boolean: "typeof v === 'boolean'",
  Int: 'v === (v | 0)',
};

/**
 * An operation as JavaScript, for the case that all goes well: one function for each selection,
 * which makes an object of one shape. Nothing is kept for an error, as another executor answers
 * then: so there are no paths, no places in the text and no ends of lists to wait for. `variables`
 * say what @skip and @include leave out: for values of those (`flagsOf`) alone it may be run. Null
 * for what cannot be compiled.
 */
export const compileOperation = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Values,
): CompiledOperation | null => {
  try {
    const { source, bound } = new Compiling(schema, document, operation, variables).written();
    const root = new Function('bound', source)(bound) as (row: unknown, run: Answering) => Values;
    return async (context, values) => {
      const run = new Answering(context, values);
      let data: Values | null = null;
      try {
        data = root({}, run);
      } catch {
        run.fail();
      }
      return (await run.isDone()) ? data : null;
    };
  } catch (error) {
    if (error instanceof NotCompilable) return null;
    throw error;
  }
};

/** The variables that @skip and @include of a document ask for. */
export const flagsOf = (document: DocumentNode): readonly string[] => {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given = [] }) => {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
};

class Compiling {
  readonly #schema: GraphQLSchema;
  readonly #operation: OperationDefinitionNode;
  readonly #variables: Values;
  readonly #fragments: Record<string, FragmentDefinitionNode> = {};
  readonly #bound: unknown[] = [];
  readonly #functions: string[] = [];
  #fields = 0;

  constructor(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Values) {
    this.#schema = schema;
    this.#operation = operation;
    this.#variables = variables;
    for (const one of document.definitions)
      if (one.kind === Kind.FRAGMENT_DEFINITION) this.#fragments[one.name.value] = one;
  }

  written(): { readonly source: string; readonly bound: readonly unknown[] } {
    const type = this.#schema.getRootType(this.#operation.operation);
    if (!type) throw new NotCompilable();
    const { selectionSet } = this.#operation;
    const root = this.#objectFrom(
      type,
      collectFields(this.#schema, this.#fragments, this.#variables, type, selectionSet),
      false,
    );
    const constants = this.#bound.map((_, n) => `const b${n} = bound[${n}];`);
    return { source: [...constants, ...this.#functions, `return ${root};`].join('\n'), bound: this.#bound };
  }

  /** A name in the source for a value. */
  #bind(value: unknown): string {
    const known = this.#bound.indexOf(value);
    return `b${known < 0 ? this.#bound.push(value) - 1 : known}`;
  }

  #function(parameters: string, body: string): string {
    const name = `f${this.#functions.length}`;
    this.#functions.push(`function ${name}(${parameters}) {\n${body}\n}`);
    return name;
  }

  /** The name of a function that makes the object of a row. */
  #objectFrom(
    type: GraphQLObjectType,
    selected: ReadonlyMap<string, readonly FieldNode[]>,
    isNullable: boolean,
  ): string {
    const locals = ['v', 'isLater = false'];
    const awaited: string[] = [];
    const values = [...selected].map(([key, nodes], n) => {
      // In a literal it would set what the object inherits from.
      if (key === '__proto__') throw new NotCompilable();
      const name = nodes[0]?.name.value ?? '';
      if (name === '__typename') return `${key}: ${JSON.stringify(type.name)}`;
      const field = this.#fieldOf(type, name);
      const read = field.resolve ? this.#resolved(type, field, nodes, key) : `row.${name}`;
      const isLeaf = !isListType(named(field.type)) && !isObjectType(named(field.type));
      if (isLeaf && !field.resolve) return `${key}: ${this.#completed(field.type, nodes, read)}`;
      const completed = this.#completed(field.type, nodes, `p${n}`);
      locals.push(`p${n}`);
      awaited.push(`if (p${n} instanceof Promise) run.later(p${n}, (p${n}) => { made.${key} = ${completed}; });`);
      return `${key}: (p${n} = ${read}) instanceof Promise ? (isLater = true, null) : ${completed}`;
    });
    const whereNothing = isNullable ? 'if (row === null || row === undefined) return null;' : '';
    return this.#function(
      'row, run',
      `${whereNothing}
      if (typeof row !== 'object' || row === null) ${this.#bind(noPlainSuccess)}();
      let ${locals.join(', ')};
      const made = { ${values.join(',\n')} };
      if (isLater) { ${awaited.join('\n')} }
      return made;`,
    );
  }

  #fieldOf(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> {
    const isQuery = type === this.#schema.getQueryType();
    if (isQuery && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (isQuery && name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    const field = type.getFields()[name];
    if (!field) throw new NotCompilable();
    return field;
  }

  #resolved(
    parentType: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    fieldNodes: readonly FieldNode[],
    key: string,
  ): string {
    const info: Partial<GraphQLResolveInfo> = {
      fieldName: field.name,
      fieldNodes,
      returnType: field.type,
      parentType,
      // Of lists around it nothing is known.
      path: { prev: undefined, key, typename: parentType.name },
      schema: this.#schema,
      fragments: this.#fragments,
      operation: this.#operation,
    };
    const given = this.#argumentsOf(field, fieldNodes[0]);
    return `${this.#bind(field.resolve)}(row, ${given}, run.context, ${this.#bind(info)})`;
  }

  #argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode | undefined): string {
    if (field.args.length === 0 || !node) return '{}';
    this.#fields += 1;
    return `run.argumentsOf(${this.#fields - 1}, ${this.#bind(field)}, ${this.#bind(node)})`;
  }

  /** An expression that completes the value of another one, which is a name or has no effects. */
  #completed(type: GraphQLOutputType, nodes: readonly FieldNode[], value: string): string {
    const isNullable = !isNonNullType(type);
    const bare = named(type);
    if (isListType(bare)) return `${this.#listOf(bare.ofType, nodes, isNullable)}(${value}, run)`;
    if (isObjectType(bare)) {
      const selected = collectSubfields(this.#schema, this.#fragments, this.#variables, bare, nodes);
      return `${this.#objectFrom(bare, selected, isNullable)}(${value}, run)`;
    }
    if (!('serialize' in bare)) throw new NotCompilable();
    const serialized = `${this.#bind(serializerOf(bare, isNullable))}(v)`;
    const plain = PLAIN[bare.name];
    return plain ? `((v = ${value}), ${plain} ? v : ${serialized})` : `((v = ${value}), ${serialized})`;
  }

  #listOf(itemType: GraphQLOutputType, nodes: readonly FieldNode[], isNullable: boolean): string {
    const item = this.#completed(itemType, nodes, 'item');
    return this.#function(
      'list, run',
      `if (list === null || list === undefined) return ${isNullable ? 'null' : `${this.#bind(noPlainSuccess)}()`};
      if (!Array.isArray(list)) ${this.#bind(noPlainSuccess)}();
      let v;
      const made = [];
      for (const item of list) {
        if (item instanceof Promise) {
          const n = made.push(null) - 1;
          run.later(item, (item) => { made[n] = ${item}; });
        } else made.push(${item});
      }
      return made;`,
    );
  }
}

const named = (type: GraphQLOutputType) => (isNonNullType(type) ? type.ofType : type);

const serializers = new WeakMap<GraphQLLeafType, Map<boolean, (value: unknown) => unknown>>();
/** Of one type the same function wherever it is asked for. */
const serializerOf = (type: GraphQLLeafType, isNullable: boolean): ((value: unknown) => unknown) => {
  const ofType = serializers.get(type) ?? new Map<boolean, (value: unknown) => unknown>();
  serializers.set(type, ofType);
  const serialize = ofType.get(isNullable) ?? serializer(type, isNullable);
  ofType.set(isNullable, serialize);
  return serialize;
};
const serializer =
  (type: GraphQLLeafType, isNullable: boolean) =>
  (value: unknown): unknown => {
    if (value === null || value === undefined) return isNullable ? null : noPlainSuccess();
    // A promise or an error is nothing to be written.
    if (typeof value === 'object' || typeof value === 'function') return noPlainSuccess();
    return type.serialize(value) ?? noPlainSuccess();
  };
