import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { type CompiledOperation, compileOperation, flagsOf } from './compiled-operation.ts';
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
  /** The variables that @skip and @include ask for. */
  readonly flags: readonly string[];
  /**
   * By the values of those, each from when it has been asked for again; null for what cannot be
   * compiled.
   */
  readonly runs: ReadonlyMap<string, CompiledOperation | null>;
}
type Values = Readonly<Record<string, unknown>>;

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
/** Of one query, by what @skip and @include leave out. */
const MOST_RUNS = 4;

/**
 * Operations that come again are compiled (`compileOperation`) and answered past yoga, as long as
 * they take no more than so many bytes (rule 49): their texts have been parsed, validated and
 * executed there before. Whatever is not a plain success (an error of any kind, something that the
 * compiled code cannot do) is no answer here: yoga then answers the same request, so that errors
 * are always its own. A mutation is not run again by it (`ApiContext.once`). Subscriptions are
 * never compiled.
 */
export class CompiledQueries {
  readonly #known = new LRUCache<string, Known>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ document, fields, runs }) => bytesOfDocument(document) + runs.size * fields * BYTES_A_FIELD,
  });
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Learns from what yoga executes. */
  readonly plugin: Plugin<ApiContext & { context: ApiContext; params: { query?: string } }> = {
    onExecute: ({ args: { document, operationName, schema, contextValue, variableValues } }) => {
      const operation = getOperationAST(document, operationName);
      const text = contextValue.params.query ?? '';
      // Nothing is kept of who has no token.
      if (!operation || !isCompilable(operation) || contextValue.viewer === null) return undefined;
      return {
        onExecuteDone: ({ result }) => {
          if ('errors' in result) return;
          const values = coerced({ schema, operation }, variableValues ?? {});
          if (values) this.#learn(text, { schema, document, operation }, values, contextValue.cost);
        },
      };
    },
  };

  #learn(text: string, executed: Executed, values: Values, cost: Cost): void {
    const { schema, document, operation } = executed;
    const known = this.#known.get(text);
    if (known?.operation !== operation) {
      const fields = writtenOut(schema, document, operation);
      if (fields <= MOST_FIELDS)
        this.#known.set(text, { ...executed, fields, flags: flagsOf(document), runs: new Map() });
      return;
    }
    const flags = flagsIn(known, values);
    if (known.runs.has(flags) || known.runs.size >= MOST_RUNS) return;
    cost.account.use(UNITS_TO_COMPILE + known.fields * UNITS_A_FIELD);
    const run = compileOperation(schema, document, operation, values);
    this.#known.set(text, { ...known, runs: new Map(known.runs).set(flags, run) });
  }

  /** The answer as JSON; null where yoga has to answer. `body`: of a POST in JSON. */
  async answer(body: string, context: ApiContext): Promise<string | null> {
    try {
      const { query, variables = null, operationName = null, ...others } = JSON.parse(body);
      const known = this.#known.get(query);
      if (!known || getOperationAST(known.document, operationName) !== known.operation) return null;
      if (typeof variables !== 'object' || Array.isArray(variables) || Object.keys(others).length > 0) return null;
      const { schema, document, operation } = known;
      const values = coerced(known, variables ?? {});
      const run = values && known.runs.get(flagsIn(known, values));
      if (!values || !run) return null;
      checkCost({ schema, document, operationName, variableValues: variables }, context.cost);
      const executed = operationLog(this.#log, context, operation);
      const data = await run(context, values);
      if (data === null || context.outcome.readModelBehind) return null;
      context.cost.data(data);
      const answer = JSON.stringify({ data });
      context.cost.written(answer);
      executed?.({ data });
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

/** The variables as resolvers are given them, with their defaults; null where they are wrong. */
const coerced = ({ schema, operation }: Pick<Executed, 'schema' | 'operation'>, given: Values): Values | null =>
  getVariableValues(schema, operation.variableDefinitions ?? [], given).coerced ?? null;

const flagsIn = ({ flags }: Known, values: Values): string => flags.map((name) => String(values[name])).join();
