import { type StatementRow, statementsById } from '../../projections/statements.ts';
import { actors, inOrder, type SeenType } from '../seen-type.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { appointedActor } from './directory.ts';

/** The two offices, AUDITOR. */
export const statements: SeenType<StatementRow> = {
  typeName: 'Statement',
  byIds: (readModel, ids) => inOrder(ids, statementsById(readModel, ids)),
  sees: (row, context) =>
    isCoordinatorOf(context.viewer, row.partnerOfficeId) ||
    isCoordinatorOf(context.viewer, row.assistOfficeId) ||
    appointedActor(context, row.networkId) === 'AUDITOR',
  actors: (row, context) =>
    actors(
      isCoordinatorOf(context.viewer, row.partnerOfficeId) && 'PARTNER',
      isCoordinatorOf(context.viewer, row.assistOfficeId) && 'ASSIST',
      appointedActor(context, row.networkId) === 'AUDITOR' && 'AUDITOR',
    ),
};
