import type { Slice } from './slice.ts';

/** All slices of the API. */
export const slices: readonly Slice[] = [];
