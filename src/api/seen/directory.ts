import type { Uuid } from '../../domain/ids.ts';
import {
  appointmentOf,
  type CaregiverRow,
  caregiversById,
  enrolmentsOf,
  type MemberRow,
  marks,
  membersById,
  type NetworkRow,
  networksById,
  type OfficeRow,
  officesById,
  rolesInNetwork,
  type TermsRow,
  termsById,
} from '../../projections/directory.ts';
import type { ApiContext } from '../context.ts';
import { actors, inOrder, type SeenType } from '../seen-type.ts';
import { isCaregiver, isCoordinatorOf } from '../viewer.ts';

/** CONSULTANT or AUDITOR of the network, where the viewer is appointed to it. */
export const appointedActor = ({ app, viewer }: ApiContext, networkId: Uuid): 'CONSULTANT' | 'AUDITOR' | false => {
  if (viewer?.role !== 'CONSULTANT' && viewer?.role !== 'AUDITOR') return false;
  return appointmentOf(app.readModel, networkId, viewer.subject) === viewer.role && viewer.role;
};

/** Whether the viewer belongs to an office that is or was in the network. */
export const isOfNetwork = ({ app, viewer }: ApiContext, networkId: Uuid): boolean =>
  [viewer?.officeId, ...(viewer?.caregivers.map(({ officeId }) => officeId) ?? [])].some(
    (officeId) =>
      officeId !== null && officeId !== undefined && rolesInNetwork(app.readModel, networkId, officeId).length > 0,
  );

export const offices: SeenType<OfficeRow> = {
  typeName: 'Office',
  byIds: (readModel, ids) => inOrder(ids, officesById(readModel, ids)),
  sees: (_row, { viewer }) => viewer !== null,
  actors: (row, { viewer }) => actors(isCoordinatorOf(viewer, row.id) && 'OFFICE'),
};

/**
 * Whether a visit that the caregiver is assigned to belongs to one of the viewer's as partner
 * office, or lies in a network of an auditor.
 */
const assignedFor = ({ app, viewer }: ApiContext, caregiverId: Uuid): boolean =>
  viewer?.officeId !== null &&
  app.readModel.get(
    'SELECT 1 FROM visits WHERE caregiver_id = ? AND partner_office_id = ? LIMIT 1',
    caregiverId,
    viewer?.officeId ?? '',
  ) !== undefined;
const auditedBy = ({ app, viewer }: ApiContext, officeId: Uuid): boolean =>
  viewer?.role === 'AUDITOR' &&
  app.readModel.get(
    'SELECT 1 FROM network_viewers JOIN network_members USING (network_id) WHERE subject = ? AND office_id = ? LIMIT 1',
    viewer.subject,
    officeId,
  ) !== undefined;

export const caregivers: SeenType<CaregiverRow> = {
  typeName: 'Caregiver',
  byIds: (readModel, ids) => inOrder(ids, caregiversById(readModel, ids)),
  sees: (row, context) =>
    isCoordinatorOf(context.viewer, row.officeId) ||
    isCaregiver(context.viewer, row.id) ||
    (context.viewer?.role === 'COORDINATOR' && assignedFor(context, row.id)) ||
    auditedBy(context, row.officeId),
  actors: (row, context) =>
    actors(
      isCoordinatorOf(context.viewer, row.officeId) && 'OFFICE',
      isCaregiver(context.viewer, row.id) && 'CAREGIVER',
      context.viewer?.role === 'COORDINATOR' && assignedFor(context, row.id) && 'PARTNER',
      auditedBy(context, row.officeId) && 'AUDITOR',
    ),
};

/**
 * The person's row in the viewer's own office; a caregiver may have others elsewhere, which are not
 * the viewer's business.
 */
export const enrolmentInOwnOffice = ({ app, viewer }: ApiContext, memberId: Uuid): MemberRow | null =>
  enrolmentsOf(app.readModel, memberId).find(({ officeId }) => officeId !== null && officeId === viewer?.officeId) ??
  null;

/** Addressed by the id of the member's stream. */
export const members: SeenType<MemberRow> = {
  typeName: 'Member',
  byIds: (readModel, ids) => inOrder(ids, membersById(readModel, ids)),
  sees: (row, context) => context.viewer?.role === 'ADMINISTRATOR' || enrolmentInOwnOffice(context, row.id) !== null,
  actors: (row, context) =>
    actors(context.viewer?.role === 'COORDINATOR' && enrolmentInOwnOffice(context, row.id) !== null && 'OFFICE'),
};

export const networks: SeenType<NetworkRow> = {
  typeName: 'Network',
  byIds: (readModel, ids) => inOrder(ids, networksById(readModel, ids)),
  sees: (row, context) =>
    context.viewer?.role === 'ADMINISTRATOR' ||
    appointedActor(context, row.id) !== false ||
    isOfNetwork(context, row.id),
  actors: (row, context) => {
    const { viewer, app } = context;
    const roles =
      viewer?.role === 'COORDINATOR' && viewer.officeId !== null
        ? rolesInNetwork(app.readModel, row.id, viewer.officeId)
        : [];
    return actors(...roles, appointedActor(context, row.id));
  },
};

export const terms: SeenType<TermsRow> = {
  typeName: 'DelegationTerms',
  byIds: (readModel, ids) => inOrder(ids, termsById(readModel, ids)),
  sees: (row, context) =>
    context.viewer?.role === 'ADMINISTRATOR' ||
    isCoordinatorOf(context.viewer, row.partnerOfficeId) ||
    isCoordinatorOf(context.viewer, row.assistOfficeId) ||
    appointedActor(context, row.networkId) === 'AUDITOR',
  actors: (row, context) =>
    actors(
      isCoordinatorOf(context.viewer, row.partnerOfficeId) && 'PARTNER',
      isCoordinatorOf(context.viewer, row.assistOfficeId) && 'ASSIST',
      appointedActor(context, row.networkId),
    ),
};

/** Whether two offices share a network, now or before. */
export const shareNetwork = ({ app }: ApiContext, officeId: Uuid, others: readonly Uuid[]): boolean =>
  others.includes(officeId) ||
  (others.length > 0 &&
    app.readModel.get(
      `SELECT 1 FROM network_members AS one JOIN network_members AS other USING (network_id)
       WHERE one.office_id = ? AND other.office_id IN (${marks(others)}) LIMIT 1`,
      officeId,
      ...others,
    ) !== undefined);
