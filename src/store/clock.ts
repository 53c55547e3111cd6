import type { Instant } from '../domain/calendar.ts';

/**
 * What time it is for decisions (rules 6, 7). The machine's clock, or in development a simulated
 * one.
 */
export interface Clock {
  now(): Instant;
}

let [millisecond, instant] = [0, ''];
/** Asked several times within a millisecond, which is written out once. */
export const machineClock: Clock = {
  now: () => {
    const now = Date.now();
    if (now !== millisecond) [millisecond, instant] = [now, new Date(now).toISOString()];
    return instant;
  },
};
