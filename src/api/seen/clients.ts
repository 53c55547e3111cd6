import {
  type ClientRow,
  type ConsentRow,
  caregiverVisitsClient,
  clientsById,
  officeHoldsOpenVisit,
  officeMeetsClient,
} from '../../projections/clients.ts';
import type { ApiContext } from '../context.ts';
import { actors, inOrder, type RightsOf, type SeenType } from '../seen-type.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { appointedActor } from './directory.ts';

const ownCaregivers = ({ viewer }: ApiContext): string[] =>
  viewer?.role === 'CAREGIVER' || viewer?.role === 'COORDINATOR'
    ? viewer.caregivers.map(({ caregiverId }) => caregiverId)
    : [];

const coordinatorsOffice = ({ viewer }: ApiContext): string | null =>
  viewer?.role === 'COORDINATOR' ? viewer.officeId : null;

/** The partner office, and whoever the contract lets see consents and dates (Seeing, Client). */
export const seesWholeClient = (row: ClientRow, context: ApiContext): boolean =>
  isCoordinatorOf(context.viewer, row.partnerOfficeId) ||
  context.viewer?.role === 'ADMINISTRATOR' ||
  appointedActor(context, row.networkId) !== false;

export const clients: SeenType<ClientRow> = {
  typeName: 'Client',
  byIds: (readModel, ids) => inOrder(ids, clientsById(readModel, ids)),
  sees: (row, context) => {
    const office = coordinatorsOffice(context);
    return (
      seesWholeClient(row, context) ||
      (office !== null && officeMeetsClient(context.app.readModel, office, row.id)) ||
      caregiverVisitsClient(context.app.readModel, ownCaregivers(context), row.id, false)
    );
  },
  actors: (row, context) => {
    const office = coordinatorsOffice(context);
    return actors(
      isCoordinatorOf(context.viewer, row.partnerOfficeId) && 'PARTNER',
      office !== null && officeHoldsOpenVisit(context.app.readModel, office, row.id) && 'ASSIST',
      caregiverVisitsClient(context.app.readModel, ownCaregivers(context), row.id, true) && 'CAREGIVER',
      appointedActor(context, row.networkId),
    );
  },
};

export const consentRights: RightsOf<ConsentRow> = {
  typeName: 'Consent',
  actors: async (row, context) => {
    const client = await context.load(clients, row.clientId);
    return client ? clients.actors(client, context) : actors();
  },
};
