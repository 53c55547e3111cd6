import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { type ExecutionArgs, getOperationAST, NoSchemaIntrospectionCustomRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
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
    onExecute: ({ args }) => checkCost(args),
    onSubscribe: ({ args }) => checkCost(args),
    onValidate: ({ addValidationRule }) => {
      if (production) addValidationRule(NoSchemaIntrospectionCustomRule);
    },
  },
];

/** Throws BAD_USER_INPUT for an operation that may cost more than the limit. */
export const checkCost = ({
  schema,
  document,
  operationName,
  variableValues,
}: Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>): void => {
  const operation = getOperationAST(document, operationName);
  // A query that costs too much is refused before anything is executed; a missing operation is left
  // to the executor.
  if (operation && queryCost(schema, document, operation, variableValues ?? {}, MAX_COST) > MAX_COST) {
    throw apiError(
      'BAD_USER_INPUT',
      `The query could be answered with more than ${MAX_COST} fields; ask for smaller pages.`,
    );
  }
};
