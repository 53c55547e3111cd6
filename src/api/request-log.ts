import { type GraphQLError, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { ApiContext } from './context.ts';

/**
 * One line per executed operation, at level debug: its request, name, duration and the codes it
 * returned; no variables, no values.
 */
export const requestLog = (log: Logger): Plugin<ApiContext> => ({
  onExecute: ({ args }) => {
    if (!log.isLevelEnabled('debug')) return undefined;
    const begun = performance.now();
    const operation = getOperationAST(args.document, args.operationName);
    return {
      onExecuteDone: ({ result }) => {
        const codes = codesOf(result as { errors?: readonly GraphQLError[]; data?: Record<string, unknown> | null });
        const milliseconds = Math.round(performance.now() - begun);
        log.debug(
          {
            requestId: args.contextValue.requestId,
            operation: operation?.name?.value ?? operation?.operation,
            milliseconds,
            codes,
          },
          'request',
        );
      },
    };
  },
});

const codesOf = ({
  errors,
  data,
}: {
  errors?: readonly GraphQLError[];
  data?: Record<string, unknown> | null;
}): string[] => [
  ...(errors ?? []).map(({ extensions }) => String(extensions?.code ?? 'INTERNAL_SERVER_ERROR')),
  ...Object.values(data ?? {}).flatMap((payload) =>
    ((payload as { userErrors?: { code?: string }[] } | null)?.userErrors ?? []).map(({ code }) => String(code)),
  ),
];
