import { type BankFileRow, bankFilesById } from '../../projections/bank-files.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { actors, type Visibility } from '../visibility.ts';

/** The office that pays: a file names all its payees. */
export const bankFiles: Visibility<BankFileRow> = {
  typeName: 'BankFile',
  byId: (readModel, id) => bankFilesById(readModel, [id])[0] ?? null,
  sees: (row, { viewer }) => isCoordinatorOf(viewer, row.partnerOfficeId),
  actors: (row, { viewer }) => actors(isCoordinatorOf(viewer, row.partnerOfficeId) && 'PARTNER'),
};
