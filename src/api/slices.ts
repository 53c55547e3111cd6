import { surveysSlice } from './resolvers/surveys.ts';
import type { Slice } from './slice.ts';

/** All slices of the API. */
export const slices: readonly Slice[] = [surveysSlice];
