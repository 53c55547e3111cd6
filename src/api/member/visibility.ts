import type { Uuid } from '../../domain/ids.ts';
import { enrolmentsOf, invitationsOf, type MemberRow, membersById } from '../../projections/members.ts';
import type { ApiContext } from '../context.ts';
import { coordinatedOffice } from '../viewer.ts';
import { actors, type Visibility } from '../visibility.ts';

/** What an office has enrolled the person as, the invitation included that nobody has confirmed. */
export const enrolledBy = ({ app }: ApiContext, memberId: Uuid, officeId: Uuid | null): MemberRow | null => {
  const all = [...enrolmentsOf(app.readModel, memberId), ...invitationsOf(app.readModel, memberId)];
  return all.find((one) => one.officeId === officeId) ?? null;
};

const isEnrolledByOwnOffice = (context: ApiContext, memberId: Uuid): boolean => {
  const own = coordinatedOffice(context.viewer);
  return own !== null && enrolledBy(context, memberId, own) !== null;
};

/**
 * Addressed by the id of the member's stream; for COORDINATOR of an office that has enrolled the
 * person, ADMINISTRATOR, and oneself.
 */
export const members: Visibility<MemberRow> = {
  typeName: 'Member',
  byId: (readModel, id) => membersById(readModel, [id])[0] ?? null,
  sees: (row, context) =>
    context.viewer?.role === 'ADMINISTRATOR' ||
    context.viewer?.subject === row.subject ||
    isEnrolledByOwnOffice(context, row.id),
  actors: (row, context) => actors(isEnrolledByOwnOffice(context, row.id) && 'OFFICE'),
};
