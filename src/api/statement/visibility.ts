import type { Uuid } from '../../domain/ids.ts';
import type { DisputeRow } from '../../projections/dispute-table.ts';
import { disputesById } from '../../projections/disputes.ts';
import { type StatementRow, statementsById } from '../../projections/statements.ts';
import type { ApiContext } from '../context.ts';
import { appointedActor } from '../network/visibility.ts';
import { whenHere } from '../soon.ts';
import { coordinatedOffice, isCoordinatorOf } from '../viewer.ts';
import { actors, inOrder, type Visibility } from '../visibility.ts';

/** The two offices, AUDITOR. */
export const statements: Visibility<StatementRow> = {
  typeName: 'Statement',
  byIds: (readModel, ids) => inOrder(ids, statementsById(readModel, ids)),
  sees: (row, context) => whenHere(context.actorsOf(statements, row), (those) => those.size > 0),
  actors: (row, context) =>
    actors(
      isCoordinatorOf(context.viewer, row.partnerOfficeId) && 'PARTNER',
      isCoordinatorOf(context.viewer, row.assistOfficeId) && 'ASSIST',
      appointedActor(context, row.networkId) === 'AUDITOR' && 'AUDITOR',
    ),
};

/** Disputes by their lines: seen with the line's statement. */
export const disputesOfLines: Pick<Visibility<DisputeRow>, 'byIds'> = {
  byIds: (readModel, ids) => inOrder(ids, disputesById(readModel, ids)),
};

/**
 * A network's statements: for an office those of its pairs; all for others who may ask (`@may`).
 */
export const statementsListed = ({ viewer }: ApiContext): { ofOfficeId: Uuid | null } => ({
  ofOfficeId: coordinatedOffice(viewer),
});
