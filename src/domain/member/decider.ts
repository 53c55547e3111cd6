import { asItIs, type CommandOf, type DataOf, decider } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { Rejected } from '../rejected.ts';
import type { Sealed } from '../sealed.ts';
import type { MemberEvent } from './events.ts';
import { type EnrolledMember, evolve, type MemberState } from './state.ts';

const OFFICE_ROLES = ['COORDINATOR', 'CAREGIVER'];

/** Facts: whether this takes away the last COORDINATOR of an office, and who asks. */
interface AboutCoordinators {
  readonly lastCoordinator: boolean;
  readonly byAdministrator: boolean;
}
/** `name` null: none given. */
type EnrollMember = DataOf<MemberEvent, 'MemberEnrolled'> & AboutCoordinators;
/** `officeId`: only from this office; null = altogether. */
interface RemoveMember extends AboutCoordinators {
  readonly officeId: Uuid | null;
  readonly reason: Sealed;
}

const enrollMember = (command: EnrollMember, state: MemberState): MemberEvent[] => {
  const { subject, role, officeId, caregiverId, name } = command;
  if (OFFICE_ROLES.includes(role) !== (officeId !== null)) throw new Rejected('OFFICE_AND_ROLE_DIFFER', ['officeId']);
  if (role === 'CAREGIVER' && caregiverId === null) throw new Rejected('CAREGIVER_NEEDED', ['caregiverId']);
  if (!OFFICE_ROLES.includes(role) && caregiverId !== null)
    throw new Rejected('OFFICE_AND_ROLE_DIFFER', ['caregiverId']);
  // Rule 41: a CAREGIVER's name is kept only with the caregiver.
  const kept = role === 'CAREGIVER' ? null : name;
  if (kept === null && isEnrolledSo(state, role, officeId, caregiverId)) return [];
  const staysCoordinator = state.status === 'ENROLLED' && role === 'COORDINATOR' && state.officeId === officeId;
  if (command.lastCoordinator && !staysCoordinator && !command.byAdministrator)
    throw new Rejected('LAST_COORDINATOR', ['subject']);
  return [{ type: 'MemberEnrolled', data: { subject, role, officeId, caregiverId, name: kept } }];
};

const isEnrolledSo = (state: MemberState, role: string, officeId: string | null, caregiverId: string | null): boolean =>
  state.status === 'ENROLLED' &&
  state.role === role &&
  (role === 'CAREGIVER' || state.officeId === officeId) &&
  (caregiverId === null
    ? state.caregivers.length === 0
    : state.caregivers.some((one) => one.officeId === officeId && one.caregiverId === caregiverId));

/** The last COORDINATOR of an office is removed by ADMINISTRATOR alone (contract, removeMember). */
const removeMember = (command: RemoveMember, state: MemberState): MemberEvent[] => {
  if (state.status !== 'ENROLLED' || !worksFor(state, command.officeId)) return [];
  if (command.lastCoordinator && !command.byAdministrator) throw new Rejected('LAST_COORDINATOR', ['subject']);
  return [
    { type: 'MemberRemoved', data: { subject: state.subject, officeId: command.officeId, reason: command.reason } },
  ];
};

/** null: a removal altogether concerns any office. Where this is false, it is a repeat. */
const worksFor = (state: EnrolledMember, officeId: string | null): boolean =>
  officeId === null || state.officeId === officeId || state.caregivers.some((one) => one.officeId === officeId);

/** A person as the token names them, with one role. */
export const member = decider({
  category: 'member',
  initial: { status: 'NONE' },
  evolve,
  known: asItIs<MemberState>,
  creating: { EnrollMember: enrollMember },
  changing: { RemoveMember: removeMember },
});
export type MemberCommand = CommandOf<typeof member>;
