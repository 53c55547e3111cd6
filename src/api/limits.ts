import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { type ExecutionArgs, type ExecutionResult, getOperationAST, NoSchemaIntrospectionCustomRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ApiContext } from './context.ts';
import type { Cost } from './cost.ts';
import { fieldsOfOperation } from './counted.ts';
import { apiError } from './errors.ts';
import { queryCost } from './query-cost.ts';

export const MAX_BODY_BYTES = 1_048_576;
const MAX_DEPTH = 10;
const MAX_ALIASES = 15;
const MAX_TOKENS = 1_000;
/** A page of 100 ledger lines with everything they point to costs about 10,000. */
const MAX_COST = 50_000;

/** Limits on what a query may cost; introspection in development only. */
export const limits = (production: boolean): Plugin[] => [
  maxDepthPlugin({ n: MAX_DEPTH, ignoreIntrospection: !production }) as Plugin,
  maxAliasesPlugin({ n: MAX_ALIASES }) as Plugin,
  maxTokensPlugin({ n: MAX_TOKENS }) as Plugin,
  {
    onParams: ({ params, context }) => {
      const { viewer } = (context as unknown as { context: ApiContext }).context;
      const most = viewer === null ? MOST_CHARACTERS_WITHOUT_TOKEN : MOST_QUERY_CHARACTERS;
      if (params.query && params.query.length > most)
        throw apiError('BAD_USER_INPUT', `A query holds no more than ${most} characters.`);
    },
    onExecute: ({ args }) => {
      const { cost } = args.contextValue as unknown as ApiContext;
      checkCost(args, cost);
      return { onExecuteDone: ({ result, setResult }) => setResult(withinBounds(result as ExecutionResult, cost)) };
    },
    onSubscribe: ({ args }) => {
      const { cost } = args.contextValue as unknown as ApiContext;
      checkCost(args, cost);
      return {
        onSubscribeResult: () => ({
          onNext: ({ result, setResult }) => setResult(withinBounds(result as ExecutionResult, cost)),
        }),
      };
    },
    onValidate: ({ addValidationRule }) => {
      if (production) addValidationRule(NoSchemaIntrospectionCustomRule);
    },
  },
];

/** Texts of queries that are longer are refused before they are read. */
const MOST_QUERY_CHARACTERS = 16_384;
const MOST_CHARACTERS_WITHOUT_TOKEN = 2_048;

type Asked = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;

/**
 * Throws TOO_EXPENSIVE for an operation that may cost more than the limit, or where the subject's
 * minute is used up; begins to count what it does cost (rule 49). A missing operation is left to
 * the executor.
 */
export const checkCost = ({ schema, document, operationName, variableValues }: Asked, cost: Cost): void => {
  if (cost.exceeded) throw cost.exceeded;
  const operation = getOperationAST(document, operationName);
  if (!operation) return;
  if (queryCost(schema, document, operation, variableValues ?? {}) > MAX_COST)
    throw apiError(
      'TOO_EXPENSIVE',
      `The query could be answered with more than ${MAX_COST} fields; ask for smaller pages.`,
    );
  cost.begin();
  cost.fields(fieldsOfOperation(schema, document, operation));
};

/** The answer, or TOO_EXPENSIVE alone where it has passed a bound. */
const withinBounds = (result: ExecutionResult, cost: Cost): ExecutionResult => {
  try {
    cost.answer(result);
  } catch {
    // Kept in `exceeded`.
  }
  return cost.exceeded ? { errors: [cost.exceeded] } : result;
};
