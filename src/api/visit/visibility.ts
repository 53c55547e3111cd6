import type { Uuid } from '../../domain/ids.ts';
import type { LedgerRow, LedgerSelection } from '../../projections/visit-ledger.ts';
import {
  type CancellationRow,
  type VisitChangeRow,
  type VisitExceptionRow,
  type VisitRecordRow,
  type VisitRow,
  type VisitTaskRow,
  visitsById,
} from '../../projections/visits.ts';
import type { ApiContext } from '../context.ts';
import { appointedActor } from '../network/visibility.ts';
import { coordinatedOffice, isCaregiver, isCoordinatorOf, ownOffices, type Viewer } from '../viewer.ts';
import { type Actors, actors, type RightsOf, type Visibility } from '../visibility.ts';

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
  byId: (readModel, id) => visitsById(readModel, [id])[0] ?? null,
  sees: (row, context) => context.actorsOf(visits, row).size > 0,
  actors: standing,
};

/**
 * Visits of which the viewer may say what was done: those that it sees; and what its office has
 * handed back, or the caregiver was assigned to once, whoever has it by now (rule 22). Of another's
 * visit nothing is shown by this.
 */
export const recordableVisits: Visibility<VisitRow> = {
  typeName: 'RecordableVisit',
  byId: visits.byId,
  sees: (row, context) => context.actorsOf(recordableVisits, row).size > 0,
  actors: (row, context) => {
    const { viewer } = context;
    const { lostBy, replaced } = row.state;
    const caregivers = [...lostBy.flatMap((loss) => [loss, ...loss.replaced]), ...replaced];
    return new Set([
      ...standing(row, context),
      ...actors(
        lostBy.some(({ officeId }) => isCoordinatorOf(viewer, officeId)) && 'ASSIST',
        caregivers.some(({ caregiverId }) => isCaregiver(viewer, caregiverId)) && 'CAREGIVER',
      ),
    ]);
  },
};

/** The office for which the viewer records: the one that has the visit, else one that had it. */
export const officeRecording = ({ assistOfficeId, state }: VisitRow, viewer: Viewer | null): Uuid | null => {
  const own = viewer === null ? [] : ownOffices(viewer);
  return [assistOfficeId, ...state.lostBy.map(({ officeId }) => officeId)].find((id) => own.includes(id)) ?? null;
};

export const ledgerRights: RightsOf<LedgerRow> = { typeName: 'LedgerEntry', actors: standing };

/**
 * Whether a line of the ledger, of now or of the past, is shown: to who stood to it then and stands
 * to its visit now, in the same role (rules 19, 47). The ledger's own queries hold the same.
 */
export const seesLine = (line: LedgerRow, context: ApiContext): boolean => {
  const visit = context.load(visits, line.visitId);
  if (visit === null) return false;
  const now = context.actorsOf(visits, visit);
  return [...standing(line, context)].some((role) => now.has(role));
};

const ofVisit = <Row extends { readonly visitId: string }>(typeName: string): RightsOf<Row> => ({
  typeName,
  actors: (row, context) => {
    const visit = context.load(visits, row.visitId);
    return visit ? context.actorsOf(visits, visit) : actors();
  },
});

/** What belongs to a visit, by the visit. */
export const visitPartRights = [
  ofVisit<VisitRecordRow>('VisitRecord'),
  ofVisit<VisitTaskRow>('VisitTask'),
  ofVisit<VisitExceptionRow>('VisitException'),
  ofVisit<VisitChangeRow>('VisitChange'),
  ofVisit<CancellationRow>('Cancellation'),
];

type Listed = Pick<LedgerSelection, 'ofOfficeIds' | 'ofCaregiverIds'>;

/**
 * Lines of the visit ledger: an office's as partner or assist, a caregiver's own, all of the
 * network for those appointed, none for the rest.
 */
export const ledgerListed = (context: ApiContext, networkId: Uuid): Listed => {
  if (appointedActor(context, networkId) !== false) return { ofOfficeIds: null, ofCaregiverIds: null };
  return ownVisitsListed(context);
};

/** A COORDINATOR's office's as partner or assist, a CAREGIVER's own; none for the rest. */
export const ownVisitsListed = ({ viewer }: ApiContext): Listed => {
  const officeId = coordinatedOffice(viewer);
  return {
    ofOfficeIds: officeId === null ? [] : [officeId],
    ofCaregiverIds: viewer?.role === 'CAREGIVER' ? viewer.caregivers.map(({ caregiverId }) => caregiverId) : [],
  };
};
