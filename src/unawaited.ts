import type { Logger } from 'pino';

/**
 * What a server does where a promise fails that nobody waits for. An executor may drop what else
 * fails in an answer that has failed already: that is written down, and ends nothing (rule 49).
 * Everything else is thrown, and ends the process.
 */
export const whenUnawaited =
  (log: Pick<Logger, 'error'>) =>
  (reason: unknown): void => {
    if (!(reason instanceof Error && reason.name === 'GraphQLError')) throw reason;
    log.error({ err: reason }, 'nobody waited for what failed in an answer');
  };
