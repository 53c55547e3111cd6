import pRetry from 'p-retry';

export interface Retrying {
  /** First wait before a new try, in milliseconds; doubled each time up to `longestWait`. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** By `performance.now()`: no wait is begun that would last longer. */
  readonly end: number;
  /** Ends a wait. A try that is under way goes on, and what it brings is answered. */
  readonly signal: AbortSignal;
  readonly mayPass: (error: unknown) => boolean;
}

/**
 * Repeats a call until it succeeds, fails with an error that does not pass, or there is no more
 * waiting; then rejects with the error of the last try. Waits with jitter, so that nodes that lost
 * the same server do not come back in step.
 */
export const retrying = <Result>(
  once: () => Promise<Result>,
  { firstWait, longestWait, end, signal, mayPass }: Retrying,
): Promise<Result> =>
  new Promise((resolve, reject) => {
    let lastError: unknown;
    const attempt = async (): Promise<void> => {
      try {
        // Answered from here: p-retry drops what comes after the signal.
        resolve(await once());
      } catch (error) {
        lastError = error;
        // Not the error itself: p-retry takes a TypeError for one that never passes.
        throw new Error('a try failed');
      }
    };
    pRetry(attempt, {
      retries: Number.POSITIVE_INFINITY,
      randomize: true,
      // Multiplied by a random number from 1 to 2; the longest is not, so that it is drawn here.
      minTimeout: firstWait / 2,
      maxTimeout: longestWait * (0.5 + Math.random() / 2),
      signal,
      shouldRetry: ({ retryDelay }) => mayPass(lastError) && performance.now() + retryDelay <= end,
    }).catch(() => reject(lastError ?? signal.reason));
  });
