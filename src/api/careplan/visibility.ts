import type { Uuid } from '../../domain/ids.ts';
import { type CareplanFileRow, careplanFilesById } from '../../projections/careplans.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { actors, inOrder, type Visibility } from '../visibility.ts';

/** A file is its office's alone. */
export const careplanFiles: Visibility<CareplanFileRow> = {
  typeName: 'CareplanFile',
  byIds: (readModel, ids: readonly Uuid[]) => inOrder(ids, careplanFilesById(readModel, ids)),
  sees: ({ officeId }, { viewer }) => isCoordinatorOf(viewer, officeId),
  actors: ({ officeId }, { viewer }) => actors(isCoordinatorOf(viewer, officeId) && 'PARTNER'),
};
