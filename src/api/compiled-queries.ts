import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { ApiContext } from './context.ts';
import type { Cost } from './cost.ts';
import { bytesOfDocument } from './known-documents.ts';
import { checkCost } from './limits.ts';
import { writtenOut } from './query-cost.ts';
import { operationLog } from './request-log.ts';

/** What was executed without an error: the text's document and one of its operations. */
interface Executed {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}
interface Known extends Executed {
  /** With every fragment written out. */
  readonly fields: number;
  /** Variables that are the value of an input's field. */
  readonly inInputs: readonly string[];
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Undefined until it has been asked for twice; null where graphql-jit cannot compile it. */
  readonly run: CompiledQuery['query'] | null | undefined;
}

/** What a request may say; extensions are for yoga to judge. */
const UNDERSTOOD = new Set(['query', 'variables', 'operationName']);
/** Of all queries that are kept. */
const MOST_BYTES = 48 * 1_048_576;
/** What one field's compiled code takes, measured. */
const BYTES_A_FIELD = 4_500;
/**
 * Queries with more fields, every fragment written out, are not compiled: that alone would take
 * long.
 */
const MOST_FIELDS = 400;
/** What compiling costs, and each field of it, in units (`Account`). */
const UNITS_TO_COMPILE = 2_000;
const UNITS_A_FIELD = 50;

/**
 * Operations that come again are compiled (graphql-jit) and answered past yoga, as long as they
 * take no more than so many bytes (rule 49): their texts have been parsed, validated and executed
 * there before. Whatever is not a plain success (an error of any kind, something that the compiled
 * code cannot do) is no answer here: yoga then answers the same request, so that errors are always
 * its own. A mutation is not run again by it (`ApiContext.once`). Subscriptions are never compiled.
 */
export class CompiledQueries {
  readonly #known = new LRUCache<string, Known>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ document, fields, run }) => bytesOfDocument(document) + (run ? fields * BYTES_A_FIELD : 0),
  });
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Learns from what yoga executes. */
  readonly plugin: Plugin<ApiContext & { context: ApiContext; params: { query?: string } }> = {
    onExecute: ({ args: { document, operationName, schema, contextValue } }) => {
      const operation = getOperationAST(document, operationName);
      const text = contextValue.params.query ?? '';
      // Nothing is kept of who has no token.
      if (!operation || !isCompilable(operation) || contextValue.viewer === null) return undefined;
      return {
        onExecuteDone: ({ result }) => {
          if (!('errors' in result)) this.#learn(text, { schema, document, operation }, contextValue.cost);
        },
      };
    },
  };

  #learn(text: string, executed: Executed, cost: Cost): void {
    const known = this.#known.get(text);
    if (known?.operation !== executed.operation) {
      const fields = writtenOut(executed.schema, executed.document, executed.operation);
      const inInputs = variablesInInputs(executed.document);
      const defaults = defaultsOf(executed.operation);
      if (fields <= MOST_FIELDS) this.#known.set(text, { ...executed, fields, inInputs, defaults, run: undefined });
    } else if (known.run === undefined) {
      cost.account.use(UNITS_TO_COMPILE + known.fields * UNITS_A_FIELD);
      this.#known.set(text, { ...known, run: compiled(executed) });
    }
  }

  /** The answer as JSON; null where yoga has to answer. `body`: of a POST in JSON. */
  async answer(body: string, context: ApiContext): Promise<string | null> {
    // Of who has no token less is read than of others.
    if (context.viewer === null) return null;
    try {
      const asked = JSON.parse(body);
      for (const name in asked) if (!UNDERSTOOD.has(name)) return null;
      const { query, operationName = null } = asked;
      const variables = asked.variables ?? {};
      const known = this.#known.get(query);
      if (!known?.run || getOperationAST(known.document, operationName) !== known.operation) return null;
      if (typeof variables !== 'object' || Array.isArray(variables)) return null;
      const { schema, document, operation, defaults } = known;
      for (const name in defaults) if (variables[name] === null) return null;
      const values = { ...defaults, ...variables };
      if (!known.inInputs.every((name) => Object.hasOwn(values, name))) return null;
      // graphql-jit takes some values that graphql refuses.
      if (getVariableValues(schema, operation.variableDefinitions ?? [], values).errors) return null;
      checkCost({ schema, document, operationName, variableValues: variables }, context.cost);
      const executed = operationLog(this.#log, context, operation);
      const result: ExecutionResult = await known.run({}, context, values);
      if ('errors' in result || context.outcome.readModelBehind) return null;
      context.cost.data(result.data);
      const answer = JSON.stringify(result);
      context.cost.written(answer);
      executed?.(result);
      return answer;
    } catch {
      return null;
    }
  }
}

/**
 * Of several mutations, one that fails keeps yoga's executor from those after it, and not compiled
 * code: a single one, which is done in any case.
 */
const isCompilable = ({ operation, selectionSet: { selections } }: OperationDefinitionNode): boolean => {
  if (operation !== 'mutation') return operation === 'query';
  const [only, ...more] = selections;
  return only?.kind === 'Field' && !only.directives?.length && more.length === 0;
};

/**
 * Where such a variable is not given, the field is left out, and what it would change stays as it
 * is; compiled code makes it null, which removes.
 */
const variablesInInputs = (document: DocumentNode): readonly string[] => {
  const names: string[] = [];
  visit(document, {
    ObjectField: ({ value }) => {
      if (value.kind === Kind.VARIABLE) names.push(value.name.value);
    },
  });
  return names;
};

/**
 * By variable. graphql-jit does not fill them in where a variable cannot be null, and does not
 * refuse null for one in a directive.
 */
const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );

const compiled = ({ schema, document, operation }: Executed): Known['run'] => {
  // Without it a fragment that is spread twice, once under @skip, is answered wrongly
  // (zalando-incubator/graphql-jit #111).
  const options = { useExperimentalPathBasedSkipInclude: true };
  const query = compileQuery(schema, document, operation.name?.value, options);
  return isCompiledQuery(query) ? query.query : null;
};
