import { type BankFileRow, bankFilesById } from '../../projections/bank-files.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { actors, inOrder, type Visibility } from '../visibility.ts';

/** The office that pays: a file names all its payees. */
export const bankFiles: Visibility<BankFileRow> = {
  typeName: 'BankFile',
  byIds: (readModel, ids) => inOrder(ids, bankFilesById(readModel, ids)),
  sees: (row, { viewer }) => isCoordinatorOf(viewer, row.partnerOfficeId),
  actors: (row, { viewer }) => actors(isCoordinatorOf(viewer, row.partnerOfficeId) && 'PARTNER'),
};
