import type { Uuid } from '../../domain/ids.ts';
import { enrolmentsOf, type MemberRow, membersById } from '../../projections/members.ts';
import type { ApiContext } from '../context.ts';
import { actors, inOrder, type Visibility } from '../visibility.ts';

/**
 * The person's row in the viewer's own office; a caregiver may have others elsewhere, which are not
 * the viewer's business.
 */
export const enrolmentInOwnOffice = ({ app, viewer }: ApiContext, memberId: Uuid): MemberRow | null =>
  enrolmentsOf(app.readModel, memberId).find(({ officeId }) => officeId !== null && officeId === viewer?.officeId) ??
  null;

/**
 * Addressed by the id of the member's stream; for COORDINATOR of the member's office and
 * ADMINISTRATOR, and oneself.
 */
export const members: Visibility<MemberRow> = {
  typeName: 'Member',
  byIds: (readModel, ids) => inOrder(ids, membersById(readModel, ids)),
  sees: (row, context) =>
    context.viewer?.role === 'ADMINISTRATOR' ||
    context.viewer?.subject === row.subject ||
    (context.viewer?.role === 'COORDINATOR' && enrolmentInOwnOffice(context, row.id) !== null),
  actors: (row, context) =>
    actors(context.viewer?.role === 'COORDINATOR' && enrolmentInOwnOffice(context, row.id) !== null && 'OFFICE'),
};
