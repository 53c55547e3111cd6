import type { Uuid } from '../../domain/ids.ts';
import {
  allNetworks,
  appointmentOf,
  type NetworkRow,
  networkRolesOfOffice,
  networksById,
  networksOfOffice,
  networksOfViewer,
  rolesInNetwork,
  wasMember,
} from '../../projections/networks.ts';
import type { ApiContext } from '../context.ts';
import { coordinatedOffice, ownOffices, type Viewer } from '../viewer.ts';
import { type Actors, actors, type Visibility } from '../visibility.ts';

/** CONSULTANT or AUDITOR of the network, where the viewer is appointed to it. */
export const appointedActor = (
  { app, viewer, appointments }: ApiContext,
  networkId: Uuid,
): 'CONSULTANT' | 'AUDITOR' | false => {
  if (viewer?.role !== 'CONSULTANT' && viewer?.role !== 'AUDITOR') return false;
  const known = appointments.get(networkId);
  if (known !== undefined) return known;
  const appointed = appointmentOf(app.readModel, networkId, viewer.subject) === viewer.role && viewer.role;
  appointments.set(networkId, appointed);
  return appointed;
};

/** Whether the viewer belongs to an office that is or was in the network. */
const isOfNetwork = ({ app, viewer }: ApiContext, networkId: Uuid): boolean =>
  viewer !== null && ownOffices(viewer).some((officeId) => wasMember(app.readModel, networkId, officeId));

const seesNetwork = (row: NetworkRow, context: ApiContext): boolean =>
  context.viewer?.role === 'ADMINISTRATOR' || appointedActor(context, row.id) !== false || isOfNetwork(context, row.id);

export const networks: Visibility<NetworkRow> = {
  typeName: 'Network',
  byId: (readModel, id) => networksById(readModel, [id])[0] ?? null,
  sees: (row, context) => !row.dissolved && seesNetwork(row, context),
  actors: (row, context) => {
    const officeId = coordinatedOffice(context.viewer);
    const roles = officeId === null ? [] : rolesInNetwork(context.app.readModel, row.id, officeId);
    return actors(...roles, appointedActor(context, row.id));
  },
};

/** Every network that the viewer sees. */
export const networksOf = (viewer: Viewer, { app: { readModel } }: ApiContext): NetworkRow[] => {
  if (viewer.role === 'ADMINISTRATOR') return allNetworks(readModel);
  if (viewer.role === 'CONSULTANT' || viewer.role === 'AUDITOR') return networksOfViewer(readModel, viewer.subject);
  const all = ownOffices(viewer).flatMap((officeId) => networksOfOffice(readModel, officeId));
  return [...new Map(all.map((network) => [network.id, network])).values()];
};

/**
 * On Query and Subscription (contract, Whose): a COORDINATOR of an office that is PARTNER or ASSIST
 * in some network; CONSULTANT and AUDITOR by role.
 */
export const actorsInNetworks = ({ app, viewer }: ApiContext): Actors => {
  if (viewer?.role === 'CONSULTANT' || viewer?.role === 'AUDITOR') return actors(viewer.role);
  const officeId = coordinatedOffice(viewer);
  return actors(...(officeId === null ? [] : networkRolesOfOffice(app.readModel, officeId)));
};
