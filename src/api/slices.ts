import { bankFileSlice } from './bank-file/resolvers.ts';
import { careplanSlice } from './careplan/resolvers.ts';
import { clientSlice } from './client/resolvers.ts';
import { delegationSlice } from './delegation/resolvers.ts';
import { documentSlice } from './document/resolvers.ts';
import { historySlice } from './history/resolvers.ts';
import { indicatorSlice } from './indicator/resolvers.ts';
import { memberSlice } from './member/resolvers.ts';
import { networkSlice } from './network/resolvers.ts';
import { officeSlice } from './office/resolvers.ts';
import type { Slice } from './slice.ts';
import { statementSlice } from './statement/resolvers.ts';
import { surveySlice } from './survey/resolvers.ts';
import { taskSlice } from './task/resolvers.ts';
import { termsSlice } from './terms/resolvers.ts';
import { visitSlice } from './visit/resolvers.ts';

/** All slices of the API, one for each type. */
export const slices: readonly Slice[] = [
  officeSlice,
  memberSlice,
  networkSlice,
  termsSlice,
  clientSlice,
  careplanSlice,
  delegationSlice,
  visitSlice,
  statementSlice,
  bankFileSlice,
  taskSlice,
  historySlice,
  surveySlice,
  documentSlice,
  indicatorSlice,
];
