import type { Uuid } from '../../domain/ids.ts';
import type { DisputeRow } from '../../projections/dispute-table.ts';
import { disputesById } from '../../projections/disputes.ts';
import { type StatementRow, statementsById } from '../../projections/statements.ts';
import type { ApiContext } from '../context.ts';
import { appointedActor } from '../network/visibility.ts';
import { coordinatedOffice, isCoordinatorOf } from '../viewer.ts';
import { actors, type Visibility } from '../visibility.ts';

/** The two offices, AUDITOR. */
export const statements: Visibility<StatementRow> = {
  typeName: 'Statement',
  byId: (readModel, id) => statementsById(readModel, [id])[0] ?? null,
  sees: (row, context) => context.actorsOf(statements, row).size > 0,
  actors: (row, context) =>
    actors(
      isCoordinatorOf(context.viewer, row.partnerOfficeId) && 'PARTNER',
      isCoordinatorOf(context.viewer, row.assistOfficeId) && 'ASSIST',
      appointedActor(context, row.networkId) === 'AUDITOR' && 'AUDITOR',
    ),
};

/** Disputes by their lines: seen with the line's statement. */
export const disputesOfLines: Pick<Visibility<DisputeRow>, 'byId'> = {
  byId: (readModel, id) => disputesById(readModel, [id])[0] ?? null,
};

/**
 * A network's statements: for an office those of its pairs; all for others who may ask (`@may`).
 */
export const statementsListed = ({ viewer }: ApiContext): { ofOfficeId: Uuid | null } => ({
  ofOfficeId: coordinatedOffice(viewer),
});
