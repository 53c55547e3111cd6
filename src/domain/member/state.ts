import type { DataOf } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import type { Role } from '../vocabulary.ts';
import type { MemberEvent } from './events.ts';

/** One role in one office, or in none. */
export type Enrolment = DataOf<MemberEvent, 'MemberEnrolled'>;

interface Person {
  readonly subject: string;
  readonly role: Role;
  readonly officeId: Uuid | null;
  /** One per office. */
  readonly caregivers: readonly { readonly officeId: Uuid; readonly caregiverId: Uuid }[];
  /**
   * Enrolments by further offices that wait to be confirmed, one per office; they give no right.
   */
  readonly invitations: readonly Enrolment[];
  /**
   * How often each office has enrolled or invited the person; outside offices under '' (rule 49).
   */
  readonly enrolmentsBy: Readonly<Record<Uuid, number>>;
}
export type EnrolledMember = Person & { readonly status: 'ENROLLED' };
export type MemberState = { readonly status: 'NONE' } | EnrolledMember | (Person & { readonly status: 'REMOVED' });

/** Whether the person has a role in the office; null: in any. */
export const worksFor = (state: Person, officeId: Uuid | null): boolean =>
  officeId === null || state.officeId === officeId || state.caregivers.some((one) => one.officeId === officeId);

export const evolve = (state: MemberState, event: MemberEvent): MemberState => {
  switch (event.type) {
    case 'MemberEnrolled':
      return counted(enrolled(state, event.data), event.data.officeId);
    case 'MembershipConfirmed':
      return enrolled(state, event.data);
    case 'MemberInvited': {
      if (state.status === 'NONE') return state;
      const { officeId } = event.data;
      return counted({ ...state, invitations: [...invitationsBut(state, officeId), event.data] }, officeId);
    }
    case 'MemberRemoved':
      return state.status === 'NONE' ? state : removed(state, event.data.officeId);
  }
};

/** A CAREGIVER is added in a further office; every other enrolment replaces what stood. */
const enrolled = (state: MemberState, { subject, role, officeId, caregiverId }: Enrolment): EnrolledMember => {
  const added = officeId !== null && caregiverId !== null ? [{ officeId, caregiverId }] : [];
  const kept =
    role === 'CAREGIVER' && state.status === 'ENROLLED' && state.role === 'CAREGIVER'
      ? state.caregivers.filter((one) => one.officeId !== officeId)
      : [];
  return {
    status: 'ENROLLED',
    subject,
    role,
    officeId: kept[0]?.officeId ?? officeId,
    caregivers: [...kept, ...added],
    invitations: state.status === 'NONE' ? [] : invitationsBut(state, officeId),
    enrolmentsBy: state.status === 'NONE' ? {} : state.enrolmentsBy,
  };
};

/** How often the office has enrolled or invited the person; null: somebody outside offices. */
export const enrolmentsBy = (state: MemberState, officeId: Uuid | null): number =>
  state.status === 'NONE' ? 0 : (state.enrolmentsBy[officeId ?? ''] ?? 0);

const counted = (state: Known, officeId: Uuid | null): Known => ({
  ...state,
  enrolmentsBy: { ...state.enrolmentsBy, [officeId ?? '']: enrolmentsBy(state, officeId) + 1 },
});

type Known = Exclude<MemberState, { status: 'NONE' }>;

/** From one office, or altogether: null. An invitation of the office is gone too. */
const removed = (state: Known, officeId: Uuid | null): Known => {
  const invitations = officeId === null ? [] : invitationsBut(state, officeId);
  if (!worksFor(state, officeId)) return { ...state, invitations };
  const left = officeId === null ? [] : state.caregivers.filter((one) => one.officeId !== officeId);
  if (state.role === 'CAREGIVER' && left[0])
    return { ...state, officeId: left[0].officeId, caregivers: left, invitations };
  return { ...state, status: 'REMOVED', caregivers: [], invitations };
};

const invitationsBut = ({ invitations }: Person, officeId: Uuid | null): readonly Enrolment[] =>
  invitations.filter((one) => one.officeId !== officeId);
