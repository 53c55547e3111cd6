import type { Uuid } from '../../domain/ids.ts';
import type { LedgerRow, LedgerSelection } from '../../projections/visit-ledger.ts';
import {
  type CancellationRow,
  type VisitExceptionRow,
  type VisitRecordRow,
  type VisitRow,
  type VisitTaskRow,
  visitsById,
} from '../../projections/visits.ts';
import type { ApiContext } from '../context.ts';
import { appointedActor } from '../network/visibility.ts';
import { type Soon, whenHere } from '../soon.ts';
import { coordinatedOffice, isCaregiver, isCoordinatorOf } from '../viewer.ts';
import { type Actors, actors, inOrder, type RightsOf, type Visibility } from '../visibility.ts';

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
export const visits: Visibility<VisitRow> = {
  typeName: 'Visit',
  byIds: (readModel, ids) => inOrder(ids, visitsById(readModel, ids)),
  sees: (row, context) => whenHere(context.actorsOf(visits, row), (those) => those.size > 0),
  actors: standing,
};

export const ledgerRights: RightsOf<LedgerRow> = { typeName: 'LedgerEntry', actors: standing };

/**
 * Whether a line of the ledger, of now or of the past, is shown: to who stood to it then and stands
 * to its visit now, in the same role (rules 19, 47). The ledger's own queries hold the same.
 */
export const seesLine = (line: LedgerRow, context: ApiContext): Soon<boolean> =>
  whenHere(context.load(visits, line.visitId), (visit) =>
    visit === null
      ? false
      : whenHere(context.actorsOf(visits, visit), (now) => [...standing(line, context)].some((role) => now.has(role))),
  );

const ofVisit = <Row extends { readonly visitId: string }>(typeName: string): RightsOf<Row> => ({
  typeName,
  actors: (row, context) =>
    whenHere(context.load(visits, row.visitId), (visit) => (visit ? context.actorsOf(visits, visit) : actors())),
});

/** What belongs to a visit, by the visit. */
export const visitPartRights = [
  ofVisit<VisitRecordRow>('VisitRecord'),
  ofVisit<VisitTaskRow>('VisitTask'),
  ofVisit<VisitExceptionRow>('VisitException'),
  ofVisit<CancellationRow>('Cancellation'),
];

/**
 * Lines of the visit ledger: an office's as partner or assist, a caregiver's own, all of the
 * network for those appointed, none for the rest.
 */
export const ledgerListed = (
  context: ApiContext,
  networkId: Uuid,
): Pick<LedgerSelection, 'ofOfficeIds' | 'ofCaregiverIds'> => {
  const { viewer } = context;
  if (appointedActor(context, networkId) !== false) return { ofOfficeIds: null, ofCaregiverIds: null };
  const officeId = coordinatedOffice(viewer);
  return {
    ofOfficeIds: officeId === null ? [] : [officeId],
    ofCaregiverIds: viewer?.role === 'CAREGIVER' ? viewer.caregivers.map(({ caregiverId }) => caregiverId) : [],
  };
};
