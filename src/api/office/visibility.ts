import { networksOfViewer, sharesNetwork } from '../../projections/networks.ts';
import { type CaregiverRow, caregiversById, type OfficeRow, officesById } from '../../projections/offices.ts';
import { isNamedFor } from '../../projections/visits.ts';
import type { ApiContext } from '../context.ts';
import { coordinatedOffice, isCaregiver, isCoordinatorOf, ownOffices } from '../viewer.ts';
import { actors, type Visibility } from '../visibility.ts';

/** Everybody with a role sees every office, and the list of offices holds them all. */
export const offices: Visibility<OfficeRow> = {
  typeName: 'Office',
  byId: (readModel, id) => officesById(readModel, [id])[0] ?? null,
  sees: (_row, { viewer }) => viewer !== null,
  actors: (row, { viewer }) => actors(isCoordinatorOf(viewer, row.id) && 'OFFICE'),
};

/**
 * An office's telephone number: within its networks, and for ADMINISTRATOR (contract,
 * Office.phone).
 */
export const seesPhone = ({ id }: OfficeRow, { viewer, app }: ApiContext): boolean => {
  if (viewer === null) return false;
  const own = ownOffices(viewer);
  return viewer.role === 'ADMINISTRATOR' || own.includes(id) || sharesNetwork(app.readModel, id, own);
};

/** Whether a visit of the viewer's office, as partner, names the caregiver. */
const isOfPartner = ({ app, viewer }: ApiContext, { id }: CaregiverRow): boolean => {
  const officeId = coordinatedOffice(viewer);
  return officeId !== null && isNamedFor(app.readModel, id, officeId);
};
/** CONSULTANT or AUDITOR, where a visit of a network that the viewer is appointed to names them. */
const appointedTo = ({ app, viewer }: ApiContext, { id }: CaregiverRow): 'CONSULTANT' | 'AUDITOR' | false =>
  (viewer?.role === 'CONSULTANT' || viewer?.role === 'AUDITOR') &&
  networksOfViewer(app.readModel, viewer.subject).some((network) => isNamedFor(app.readModel, id, network.id)) &&
  viewer.role;

/** Their own office, themselves, and who sees a visit that names them (contract, Seeing). */
export const caregivers: Visibility<CaregiverRow> = {
  typeName: 'Caregiver',
  byId: (readModel, id) => caregiversById(readModel, [id])[0] ?? null,
  sees: (row, context) => context.actorsOf(caregivers, row).size > 0,
  actors: (row, context) =>
    actors(
      isCoordinatorOf(context.viewer, row.officeId) && 'OFFICE',
      isCaregiver(context.viewer, row.id) && 'CAREGIVER',
      isOfPartner(context, row) && 'PARTNER',
      appointedTo(context, row),
    ),
};
