import { clientsSlice } from './resolvers/clients.ts';
import { directorySlice } from './resolvers/directory.ts';
import { historySlice } from './resolvers/history.ts';
import { surveysSlice } from './resolvers/surveys.ts';
import type { Slice } from './slice.ts';

/** All slices of the API. */
export const slices: readonly Slice[] = [directorySlice, clientsSlice, historySlice, surveysSlice];
