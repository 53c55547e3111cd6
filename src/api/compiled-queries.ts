import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { ApiContext } from './context.ts';
import { checkCost } from './limits.ts';
import { operationLog } from './request-log.ts';

/** A query that was executed without an error: the text's document and one of its operations. */
interface Executed {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}
interface Known extends Executed {
  /** Null until it has been asked for twice, and where graphql-jit cannot compile it. */
  readonly run: CompiledQuery['query'] | null;
}

const KNOWN_QUERIES = 500;
const LONGEST_QUERY = 10_000;

/**
 * Queries that come again are compiled (graphql-jit) and answered past yoga: their texts have been
 * parsed, validated and executed there before. Whatever is not a plain success (an error of any
 * kind, something that the compiled code cannot do) is no answer here: yoga then answers the same
 * request, so that errors are always its own. Mutations and subscriptions are never compiled.
 */
export class CompiledQueries {
  readonly #known = new LRUCache<string, Known>({ max: KNOWN_QUERIES });
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Learns from what yoga executes. */
  readonly plugin: Plugin<{ context: ApiContext; params: { query?: string } }> = {
    onExecute: ({ args: { document, operationName, schema, contextValue } }) => {
      const operation = getOperationAST(document, operationName);
      const text = contextValue.params.query ?? '';
      if (operation?.operation !== 'query' || text.length > LONGEST_QUERY) return undefined;
      return {
        onExecuteDone: ({ result }) => {
          if (!('errors' in result)) this.#learn(text, { schema, document, operation });
        },
      };
    },
  };

  #learn(text: string, executed: Executed): void {
    const known = this.#known.get(text);
    const isAgain = known?.operation === executed.operation;
    if (!isAgain || known.run === null)
      this.#known.set(text, { ...executed, run: isAgain ? compiled(executed) : null });
  }

  /** The answer as JSON; null where yoga has to answer. `body`: of a POST in JSON. */
  async answer(body: string, context: ApiContext): Promise<string | null> {
    try {
      const { query, variables = null, operationName = null, ...others } = JSON.parse(body);
      const known = this.#known.get(query);
      if (!known?.run || getOperationAST(known.document, operationName) !== known.operation) return null;
      if (typeof variables !== 'object' || Array.isArray(variables) || Object.keys(others).length > 0) return null;
      const { schema, document, operation } = known;
      const values = withDefaults(operation, variables ?? {});
      if (values === null) return null;
      // graphql-jit takes some values that graphql refuses.
      if (getVariableValues(schema, operation.variableDefinitions ?? [], values).errors) return null;
      checkCost({ schema, document, operationName, variableValues: variables });
      const executed = operationLog(this.#log, context, operation);
      const result: ExecutionResult = await known.run({}, context, values);
      if ('errors' in result) return null;
      executed?.(result);
      return JSON.stringify(result);
    } catch {
      return null;
    }
  }
}

/**
 * The variables with their defaults, which graphql-jit does not fill in where a variable cannot be
 * null; null where one with a default is given null, which it does not refuse in a directive.
 */
const withDefaults = (
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null => {
  const defaulted = variableDefinitions.filter(({ defaultValue }) => defaultValue !== undefined);
  if (defaulted.some(({ variable }) => variables[variable.name.value] === null)) return null;
  const defaults = defaulted.map(({ variable, defaultValue }) => [
    variable.name.value,
    defaultValue && valueFromASTUntyped(defaultValue),
  ]);
  return { ...Object.fromEntries(defaults), ...variables };
};

const compiled = ({ schema, document, operation }: Executed): Known['run'] => {
  // Without it a fragment that is spread twice, once under @skip, is answered wrongly
  // (zalando-incubator/graphql-jit #111).
  const options = { useExperimentalPathBasedSkipInclude: true };
  const query = compileQuery(schema, document, operation.name?.value, options);
  return isCompiledQuery(query) ? query.query : null;
};
