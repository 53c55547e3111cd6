import type { Uuid } from '../../domain/ids.ts';
import type { DelegatedVisitRow, DelegationRow, OfferRow } from '../../projections/delegation-table.ts';
import { delegationsById, wasAsked } from '../../projections/delegations.ts';
import type { ApiContext } from '../context.ts';
import { appointedActor } from '../network/visibility.ts';
import { coordinatedOffice, isCoordinatorOf } from '../viewer.ts';
import { actors, type RightsOf, type Visibility } from '../visibility.ts';

/** The office of a COORDINATOR, where it was asked in the delegation. */
export const askedOffice = ({ app, viewer }: ApiContext, delegationId: Uuid): Uuid | null => {
  const officeId = coordinatedOffice(viewer);
  return officeId !== null && wasAsked(app.readModel, delegationId, officeId) ? officeId : null;
};

/**
 * Whether the viewer may see everybody's part: the partner office, CONSULTANT, AUDITOR. Others see
 * only their own.
 */
export const seesWholeDelegation = (row: DelegationRow, context: ApiContext): boolean =>
  isCoordinatorOf(context.viewer, row.partnerOfficeId) || appointedActor(context, row.networkId) !== false;

export const delegations: Visibility<DelegationRow> = {
  typeName: 'Delegation',
  byId: (readModel, id) => delegationsById(readModel, [id])[0] ?? null,
  sees: (row, context) => seesWholeDelegation(row, context) || askedOffice(context, row.id) !== null,
  actors: (row, context) =>
    actors(
      isCoordinatorOf(context.viewer, row.partnerOfficeId) && 'PARTNER',
      askedOffice(context, row.id) !== null && 'ASSIST',
      appointedActor(context, row.networkId),
    ),
};

/** As to its delegation. */
export const delegatedVisitRights: RightsOf<DelegatedVisitRow> = {
  typeName: 'DelegatedVisit',
  actors: (row, context) => {
    const delegation = context.load(delegations, row.delegationId);
    return delegation === null ? actors() : context.actorsOf(delegations, delegation);
  },
};

export const offerRights: RightsOf<OfferRow> = {
  typeName: 'Offer',
  actors: (row, context) => {
    const delegation = context.load(delegations, row.delegationId);
    return actors(
      delegation !== null && isCoordinatorOf(context.viewer, delegation.partnerOfficeId) && 'PARTNER',
      isCoordinatorOf(context.viewer, row.officeId) && 'ASSIST',
      delegation !== null && appointedActor(context, delegation.networkId),
    );
  },
};

/**
 * A network's delegations: an office's own and those in which it was asked; all for those
 * appointed; else none.
 */
export const delegationsListed = (context: ApiContext, networkId: Uuid): { ofOfficeId: Uuid | null } | null => {
  const ofOfficeId = coordinatedOffice(context.viewer);
  return ofOfficeId !== null || appointedActor(context, networkId) !== false ? { ofOfficeId } : null;
};
