import { asItIs, type CommandOf, decider } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { MOST_ENROLMENTS } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { Sealed } from '../sealed.ts';
import type { MemberEvent } from './events.ts';
import { type EnrolledMember, type Enrolment, enrolmentsBy, evolve, type MemberState, worksFor } from './state.ts';

const OFFICE_ROLES = ['COORDINATOR', 'CAREGIVER'];

/** Facts: whether this takes away the last COORDINATOR of an office, and who asks. */
interface AboutCoordinators {
  readonly lastCoordinator: boolean;
  readonly byAdministrator: boolean;
}
/**
 * `name` null: none given. Facts: whether the subject is one of those enrolled by nobody (rule 47):
 * the system's own, and the configured administrators; whether a process follows an appointment,
 * which has a bound of its own.
 */
type EnrollMember = Enrolment &
  AboutCoordinators & { readonly isReserved: boolean; readonly followsAppointment: boolean };
/** `officeId`: whose invitation the person takes up. */
interface ConfirmMembership extends Pick<AboutCoordinators, 'lastCoordinator'> {
  readonly officeId: Uuid;
}
/** `officeId`: only from this office; null = altogether. */
interface RemoveMember extends AboutCoordinators {
  readonly officeId: Uuid | null;
  readonly reason: Sealed;
}

/** Who has a role elsewhere that stands beside this or is replaced by it is invited (rule 47). */
const enrollMember = (command: EnrollMember, state: MemberState): MemberEvent[] => {
  const { subject, role, officeId, caregiverId, name } = command;
  if (command.isReserved) throw new Rejected('ADMIN_SUBJECT', ['subject']);
  if (OFFICE_ROLES.includes(role) !== (officeId !== null)) throw new Rejected('OFFICE_AND_ROLE_DIFFER', ['officeId']);
  if (role === 'CAREGIVER' && caregiverId === null) throw new Rejected('CAREGIVER_NEEDED', ['caregiverId']);
  if (!OFFICE_ROLES.includes(role) && caregiverId !== null)
    throw new Rejected('OFFICE_AND_ROLE_DIFFER', ['caregiverId']);
  // Rule 41: a CAREGIVER's name is kept only with the caregiver.
  const data: Enrolment = { subject, role, officeId, caregiverId, name: role === 'CAREGIVER' ? null : name };
  if (data.name === null && isEnrolledSo(state, data)) return [];
  const isInvitation = hasRoleElsewhere(state, data);
  if (isInvitation && data.name === null && isInvitedSo(state, data)) return [];
  // Who is enrolled elsewhere and who is not are refused alike.
  if (!command.followsAppointment && enrolmentsBy(state, officeId) >= MOST_ENROLMENTS)
    throw new Rejected('TOO_MANY_CHANGES', ['subject']);
  if (isInvitation) return [{ type: 'MemberInvited', data }];
  refuseForLast(command, state, data, 'subject');
  return [{ type: 'MemberEnrolled', data }];
};

const isEnrolledSo = (state: MemberState, { role, officeId, caregiverId }: Enrolment): boolean =>
  state.status === 'ENROLLED' &&
  state.role === role &&
  (role === 'CAREGIVER' || state.officeId === officeId) &&
  (caregiverId === null
    ? state.caregivers.length === 0
    : state.caregivers.some((one) => one.officeId === officeId && one.caregiverId === caregiverId));

const isInvitedSo = (state: EnrolledMember, { role, officeId, caregiverId }: Enrolment): boolean =>
  state.invitations.some((one) => one.officeId === officeId && one.role === role && one.caregiverId === caregiverId);

/** An office changes as it likes what the person is with it alone. */
const hasRoleElsewhere = (state: MemberState, { role, officeId }: Enrolment): state is EnrolledMember => {
  if (state.status !== 'ENROLLED' || officeId === null) return false;
  if (role === 'CAREGIVER' && state.role === 'CAREGIVER' && worksFor(state, officeId)) return false;
  return state.officeId !== officeId || state.caregivers.some((one) => one.officeId !== officeId);
};

/** Rule 48; `after`: what the person is from now on. */
const refuseForLast = (
  { lastCoordinator, byAdministrator }: AboutCoordinators,
  state: MemberState,
  after: Enrolment,
  field: string,
): void => {
  const stays = state.status === 'ENROLLED' && after.role === 'COORDINATOR' && state.officeId === after.officeId;
  if (lastCoordinator && !stays && !byAdministrator) throw new Rejected('LAST_COORDINATOR', [field]);
};

const confirmMembership = ({ officeId, lastCoordinator }: ConfirmMembership, state: MemberState): MemberEvent[] => {
  const invitation =
    state.status === 'ENROLLED' ? state.invitations.find((one) => one.officeId === officeId) : undefined;
  if (!invitation) {
    if (state.status === 'ENROLLED' && worksFor(state, officeId)) return [];
    throw new Rejected('NOT_INVITED', ['officeId']);
  }
  refuseForLast({ lastCoordinator, byAdministrator: false }, state, invitation, 'officeId');
  return [{ type: 'MembershipConfirmed', data: invitation }];
};

/**
 * The last COORDINATOR of an office is removed by ADMINISTRATOR alone (contract, removeMember). Who
 * has no role any more takes up the invitation that stands: nobody else could confirm it, and
 * without a role elsewhere the enrolment would have counted at once (rule 47).
 */
const removeMember = (command: RemoveMember, state: MemberState): MemberEvent[] => {
  if (state.status !== 'ENROLLED') return [];
  const { officeId, reason } = command;
  const ends = worksFor(state, officeId);
  if (!ends && !state.invitations.some((one) => one.officeId === officeId)) return [];
  if (ends && command.lastCoordinator && !command.byAdministrator) throw new Rejected('LAST_COORDINATOR', ['subject']);
  const removed: MemberEvent = { type: 'MemberRemoved', data: { subject: state.subject, officeId, reason } };
  const after = evolve(state, removed);
  const [next] = after.status === 'REMOVED' ? after.invitations : [];
  return next ? [removed, { type: 'MembershipConfirmed', data: next }] : [removed];
};

/** A person as the token names them, with one role. */
export const member = decider({
  category: 'member',
  initial: { status: 'NONE' },
  evolve,
  known: asItIs<MemberState>,
  creating: { EnrollMember: enrollMember },
  changing: { ConfirmMembership: confirmMembership, RemoveMember: removeMember },
});
export type MemberCommand = CommandOf<typeof member>;
