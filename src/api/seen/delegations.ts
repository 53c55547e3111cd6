import { type DelegationRow, delegationsById, type OfferRow, wasAsked } from '../../projections/delegation-board.ts';
import type { ApiContext } from '../context.ts';
import { actors, inOrder, type RightsOf, type SeenType } from '../seen-type.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { appointedActor } from './directory.ts';

/** The office of a COORDINATOR, where it was asked in the delegation. */
export const askedOffice = ({ app, viewer }: ApiContext, delegationId: string): string | null =>
  viewer?.role === 'COORDINATOR' && viewer.officeId !== null && wasAsked(app.readModel, delegationId, viewer.officeId)
    ? viewer.officeId
    : null;

/**
 * Whether the viewer may see everybody's part: the partner office, CONSULTANT, AUDITOR. Others see
 * their own alone.
 */
export const seesWholeDelegation = (row: DelegationRow, context: ApiContext): boolean =>
  isCoordinatorOf(context.viewer, row.partnerOfficeId) || appointedActor(context, row.networkId) !== false;

export const delegations: SeenType<DelegationRow> = {
  typeName: 'Delegation',
  byIds: (readModel, ids) => inOrder(ids, delegationsById(readModel, ids)),
  sees: (row, context) => seesWholeDelegation(row, context) || askedOffice(context, row.id) !== null,
  actors: (row, context) =>
    actors(
      isCoordinatorOf(context.viewer, row.partnerOfficeId) && 'PARTNER',
      askedOffice(context, row.id) !== null && 'ASSIST',
      appointedActor(context, row.networkId),
    ),
};

export const offerRights: RightsOf<OfferRow> = {
  typeName: 'Offer',
  actors: async (row, context) => {
    const delegation = await context.load(delegations, row.delegationId);
    return actors(
      delegation !== null && isCoordinatorOf(context.viewer, delegation.partnerOfficeId) && 'PARTNER',
      isCoordinatorOf(context.viewer, row.officeId) && 'ASSIST',
      delegation !== null && appointedActor(context, delegation.networkId),
    );
  },
};
