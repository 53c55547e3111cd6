import type { LedgerRow } from '../../projections/visit-ledger.ts';
import {
  type CancellationRow,
  type VisitExceptionRow,
  type VisitRecordRow,
  type VisitRow,
  type VisitTaskRow,
  visitsById,
} from '../../projections/visits.ts';
import type { ApiContext } from '../context.ts';
import { type Actors, actors, inOrder, type RightsOf, type SeenType } from '../seen-type.ts';
import { isCaregiver, isCoordinatorOf } from '../viewer.ts';
import { appointedActor } from './directory.ts';

type Held = Pick<VisitRow, 'networkId' | 'partnerOfficeId' | 'assistOfficeId' | 'caregiverId'>;

const standing = (row: Held, context: ApiContext): Actors =>
  actors(
    isCoordinatorOf(context.viewer, row.partnerOfficeId) && 'PARTNER',
    isCoordinatorOf(context.viewer, row.assistOfficeId) && 'ASSIST',
    isCaregiver(context.viewer, row.caregiverId) && 'CAREGIVER',
    appointedActor(context, row.networkId),
  );

/**
 * PARTNER, the office that holds it (released: until another takes it), its CAREGIVER, CONSULTANT,
 * AUDITOR.
 */
export const visits: SeenType<VisitRow> = {
  typeName: 'Visit',
  byIds: (readModel, ids) => inOrder(ids, visitsById(readModel, ids)),
  sees: (row, context) => standing(row, context).size > 0,
  actors: standing,
};

export const ledgerRights: RightsOf<LedgerRow> = { typeName: 'LedgerEntry', actors: standing };

const ofVisit = <Row extends { readonly visitId: string }>(typeName: string): RightsOf<Row> => ({
  typeName,
  actors: async (row, context) => {
    const visit = await context.load(visits, row.visitId);
    return visit ? standing(visit, context) : actors();
  },
});

/** What belongs to a visit, by the visit. */
export const visitPartRights = [
  ofVisit<VisitRecordRow>('VisitRecord'),
  ofVisit<VisitTaskRow>('VisitTask'),
  ofVisit<VisitExceptionRow>('VisitException'),
  ofVisit<CancellationRow>('Cancellation'),
];
