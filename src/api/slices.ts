import { clientsSlice } from './resolvers/clients.ts';
import { delegationsSlice } from './resolvers/delegations.ts';
import { directorySlice } from './resolvers/directory.ts';
import { historySlice } from './resolvers/history.ts';
import { settlementSlice } from './resolvers/settlement.ts';
import { surveysSlice } from './resolvers/surveys.ts';
import { tasksSlice } from './resolvers/tasks.ts';
import { visitsSlice } from './resolvers/visits.ts';
import type { Slice } from './slice.ts';

/** All slices of the API. */
export const slices: readonly Slice[] = [
  directorySlice,
  clientsSlice,
  delegationsSlice,
  visitsSlice,
  settlementSlice,
  tasksSlice,
  historySlice,
  surveysSlice,
];
