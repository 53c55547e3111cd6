import type { Instant } from '../domain/calendar.ts';

/**
 * What time it is for decisions (rules 6, 7). The machine's clock, or in development a simulated
 * one.
 */
export interface Clock {
  now(): Instant;
}

export const machineClock: Clock = { now: () => new Date().toISOString() };
