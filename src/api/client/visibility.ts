import { dayOf } from '../../domain/calendar.ts';
import { endOf, isPartnerFrom, partnershipOn } from '../../domain/client/partners.ts';
import type { Uuid } from '../../domain/ids.ts';
import { type ClientRow, type ConsentRow, clientsById, type PartnerRow } from '../../projections/clients.ts';
import { officeHasPartWithClient, officeMeetsClient } from '../../projections/delegations.ts';
import {
  caregiverVisitsClient,
  hasDelegatedOpenVisit,
  madeVisitOfClient,
  officeHoldsOpenVisit,
} from '../../projections/visits.ts';
import type { ApiContext } from '../context.ts';
import { appointedActor } from '../network/visibility.ts';
import { coordinatedOffice, isCoordinatorOf } from '../viewer.ts';
import { actors, type RightsOf, type Visibility } from '../visibility.ts';

const ownCaregivers = ({ viewer }: ApiContext): string[] =>
  viewer?.role === 'CAREGIVER' || viewer?.role === 'COORDINATOR'
    ? viewer.caregivers.map(({ caregiverId }) => caregiverId)
    : [];

/** Whose client it is today. */
export const partnerOfficeOf = ({ partners }: ClientRow, { app }: ApiContext): Uuid =>
  partnershipOn(partners, dayOf(app.clock.now()))?.officeId ?? '';

/** In a mutation on the client: COORDINATOR of the office whose client it is today. */
export const isPresentPartner = (row: ClientRow, context: ApiContext): boolean =>
  isCoordinatorOf(context.viewer, partnerOfficeOf(row, context));

/**
 * PARTNER of a client: COORDINATOR of the office whose client it is, or, once a transfer is
 * recorded, will be: that one prepares the visits of its days (contract, transferClient).
 */
export const isPartnerOf = ({ partners }: ClientRow, { app, viewer }: ApiContext): boolean => {
  const office = coordinatedOffice(viewer);
  return office !== null && isPartnerFrom(partners, office, dayOf(app.clock.now()));
};

/**
 * What ended it, where the viewer coordinates an office whose client it was: null for everybody
 * else. Such an office keeps the name and its own visits, and the history up to there.
 */
export const formerPartnersEnd = (row: ClientRow, context: ApiContext): PartnerRow | null => {
  const office = coordinatedOffice(context.viewer);
  return office === null || isPartnerOf(row, context) ? null : endOf(row.partners, office);
};

/** The partner office, and those whom the contract lets see consents and dates (Seeing, Client). */
export const seesWholeClient = (row: ClientRow, context: ApiContext): boolean =>
  isPartnerOf(row, context) ||
  context.viewer?.role === 'ADMINISTRATOR' ||
  appointedActor(context, row.networkId) !== false;

/** Whether the viewer is of an office that still has a part with the client (rule 11). */
export const hasPartWithClient = ({ app, viewer }: ApiContext, clientId: Uuid): boolean => {
  const office = coordinatedOffice(viewer);
  return office !== null && officeHasPartWithClient(app.readModel, office, clientId);
};

/** `area`: not to an office that is out (rule 11). */
export const seesArea = (row: ClientRow, context: ApiContext): boolean =>
  seesWholeClient(row, context) ||
  hasPartWithClient(context, row.id) ||
  caregiverVisitsClient(context.app.readModel, ownCaregivers(context), row.id, false);

/**
 * `personal`: the partner office, and who holds a visit, or as former partner office has delegated
 * one, that is not yet verified, missed, cancelled or released. Who made one keeps the name alone.
 */
export const seesPersonal = (row: ClientRow, context: ApiContext): boolean => {
  const office = coordinatedOffice(context.viewer);
  return (
    isPartnerOf(row, context) ||
    (office !== null && officeHoldsOpenVisit(context.app.readModel, office, row.id)) ||
    (office !== null && hasDelegatedOpenVisit(context.app.readModel, office, row.id)) ||
    caregiverVisitsClient(context.app.readModel, ownCaregivers(context), row.id, true)
  );
};

/**
 * An office that was asked sees the client. ASSIST and CAREGIVER are who holds a visit (then
 * `personal` too) and who made one; a former partner office stands like ASSIST.
 */
export const clients: Visibility<ClientRow> = {
  typeName: 'Client',
  byId: (readModel, id) => clientsById(readModel, [id])[0] ?? null,
  sees: (row, context) => {
    const office = coordinatedOffice(context.viewer);
    return (
      seesWholeClient(row, context) ||
      formerPartnersEnd(row, context) !== null ||
      (office !== null && officeMeetsClient(context.app.readModel, office, row.id)) ||
      caregiverVisitsClient(context.app.readModel, ownCaregivers(context), row.id, false)
    );
  },
  actors: (row, context) => {
    const office = coordinatedOffice(context.viewer);
    const { readModel } = context.app;
    const caregivers = ownCaregivers(context);
    const isAssist =
      office !== null &&
      (officeHoldsOpenVisit(readModel, office, row.id) ||
        madeVisitOfClient(readModel, [office], row.id) ||
        formerPartnersEnd(row, context) !== null);
    const isCaregiver =
      caregiverVisitsClient(readModel, caregivers, row.id, true) || madeVisitOfClient(readModel, caregivers, row.id);
    return actors(
      isPartnerOf(row, context) && 'PARTNER',
      isAssist && 'ASSIST',
      isCaregiver && 'CAREGIVER',
      appointedActor(context, row.networkId),
    );
  },
};

export const consentRights: RightsOf<ConsentRow> = {
  typeName: 'Consent',
  actors: (row, context) => {
    const client = context.load(clients, row.clientId);
    return client ? context.actorsOf(clients, client) : actors();
  },
};

/**
 * A network's clients: for an office its own, those that it will have and, where asked for, has had
 * included, whichever office is asked for; for others (`@may`)
 * all, or those of the office asked for. Null: none. The further clients that an office sees it
 * meets in a delegation, not in this list.
 */
export const clientsListed = (
  { viewer }: ApiContext,
  partnerOfficeId: Uuid | null,
): { partnerOfficeId: Uuid | null } | null => {
  const own = coordinatedOffice(viewer);
  if (own !== null && partnerOfficeId !== null && partnerOfficeId !== own) return null;
  return { partnerOfficeId: own ?? partnerOfficeId };
};
