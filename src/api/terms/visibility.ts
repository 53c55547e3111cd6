import type { Uuid } from '../../domain/ids.ts';
import { type TermsRow, termsById } from '../../projections/terms.ts';
import type { ApiContext } from '../context.ts';
import { appointedActor } from '../network/visibility.ts';
import { coordinatedOffice, isCoordinatorOf } from '../viewer.ts';
import { actors, type Visibility } from '../visibility.ts';

/** The two offices, AUDITOR, ADMINISTRATOR. */
export const terms: Visibility<TermsRow> = {
  typeName: 'DelegationTerms',
  byId: (readModel, id) => termsById(readModel, [id])[0] ?? null,
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

/** A network's terms: for an office those of its pairs; all for others who may ask (`@may`). */
export const termsListed = ({ viewer }: ApiContext): { ofOfficeId: Uuid | null } => ({
  ofOfficeId: coordinatedOffice(viewer),
});
