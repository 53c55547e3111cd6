import { type GraphQLError, getOperationAST, type OperationDefinitionNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { ApiContext } from './context.ts';

type Result = { errors?: readonly GraphQLError[]; data?: Record<string, unknown> | null };

/**
 * Begins the line of one operation, at level debug: its request, name, duration and the codes it
 * returned; no variables, no values. Written by what is returned; undefined at other levels.
 */
export const operationLog = (
  log: Logger,
  { requestId }: ApiContext,
  operation: OperationDefinitionNode | null | undefined,
): ((result: Result) => void) | undefined => {
  if (!log.isLevelEnabled('debug')) return undefined;
  const begun = performance.now();
  return (result) => {
    const milliseconds = Math.round(performance.now() - begun);
    const name = operation?.name?.value ?? operation?.operation;
    log.debug({ requestId, operation: name, milliseconds, codes: codesOf(result) }, 'request');
  };
};

/** A line for each operation that yoga executes. */
export const requestLog = (log: Logger): Plugin<ApiContext> => ({
  onExecute: ({ args }) => {
    const done = operationLog(log, args.contextValue, getOperationAST(args.document, args.operationName));
    return done && { onExecuteDone: ({ result }) => done(result as Result) };
  },
});

const codesOf = ({ errors, data }: Result): string[] => [
  ...(errors ?? []).map(({ extensions }) => String(extensions?.code ?? 'INTERNAL_SERVER_ERROR')),
  ...Object.values(data ?? {}).flatMap((payload) =>
    ((payload as { userErrors?: { code?: string }[] } | null)?.userErrors ?? []).map(({ code }) => String(code)),
  ),
];
