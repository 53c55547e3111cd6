import { type CareplanFileRow, careplanFilesById } from '../../projections/careplans.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { actors, type Visibility } from '../visibility.ts';

/** A file is its office's alone. */
export const careplanFiles: Visibility<CareplanFileRow> = {
  typeName: 'CareplanFile',
  byId: (readModel, id) => careplanFilesById(readModel, [id])[0] ?? null,
  sees: ({ officeId }, { viewer }) => isCoordinatorOf(viewer, officeId),
  actors: ({ officeId }, { viewer }) => actors(isCoordinatorOf(viewer, officeId) && 'PARTNER'),
};
