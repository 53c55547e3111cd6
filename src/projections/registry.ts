import type { Projection } from './projection.ts';

/** Every view, in the order in which each event reaches them. */
export const views: readonly Projection[] = [];
