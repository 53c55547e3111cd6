import type { Instant } from '../../../src/domain/calendar.ts';
import { memberIdOf, uuidOf } from '../../../src/domain/ids.ts';
import type { MemberCommand } from '../../../src/domain/member/decider.ts';
import type { MemberEvent } from '../../../src/domain/member/events.ts';
import { exampleSealed } from '../example-sealed.ts';

type Input<Type extends MemberCommand['type']> = Omit<Extract<MemberCommand, { type: Type }>, 'type'>;
type Data<Type extends MemberEvent['type']> = Extract<MemberEvent, { type: Type }>['data'];

export const NOON: Instant = '2026-06-01T03:00:00.000Z';

const SUBJECT = 'hanako';
export const [ASAHI, YUHI, HIKARI] = [uuidOf('Asahi'), uuidOf('Yuhi'), uuidOf('Hikari')] as const;
/** What each office enrolled the person as, among its caregivers. */
export const caregiverAt = (officeId: string): string => uuidOf('caregiver', officeId);

const sealed = (text: string): string => exampleSealed('member', memberIdOf(SUBJECT), text);
export const NAME = sealed('佐藤花子');
export const OTHER_NAME = sealed('鈴木花子');
export const REASON = sealed('退職');

type Enrolment = Omit<Data<'MemberEnrolled'>, 'subject'>;

export const asCoordinator = (over: Partial<Enrolment> = {}): Enrolment => ({
  role: 'COORDINATOR',
  officeId: ASAHI,
  caregiverId: null,
  name: null,
  ...over,
});
export const asCaregiver = (officeId: string, over: Partial<Enrolment> = {}): Enrolment => ({
  role: 'CAREGIVER',
  officeId,
  caregiverId: caregiverAt(officeId),
  name: null,
  ...over,
});
/** In a role that belongs to no office. */
export const asOutsider = (
  role: 'ADMINISTRATOR' | 'CONSULTANT' | 'AUDITOR',
  over: Partial<Enrolment> = {},
): Enrolment => ({ role, officeId: null, caregiverId: null, name: null, ...over });

type Facts = Partial<Pick<Input<'EnrollMember'>, 'lastCoordinator' | 'byAdministrator'>>;
type EnrollFacts = Partial<Pick<Input<'EnrollMember'>, 'isReserved' | 'followsAppointment'>> & Facts;

export const enrollMember = (enrolment: Enrolment, facts: EnrollFacts = {}): MemberCommand => ({
  type: 'EnrollMember',
  subject: SUBJECT,
  ...enrolment,
  lastCoordinator: false,
  byAdministrator: false,
  isReserved: false,
  followsAppointment: false,
  ...facts,
});
export const memberEnrolled = (enrolment: Enrolment): MemberEvent => ({
  type: 'MemberEnrolled',
  data: { subject: SUBJECT, ...enrolment },
});

export const memberInvited = (enrolment: Enrolment): MemberEvent => ({
  type: 'MemberInvited',
  data: { subject: SUBJECT, ...enrolment },
});
export const confirmMembership = (officeId: string, lastCoordinator = false): MemberCommand => ({
  type: 'ConfirmMembership',
  officeId,
  lastCoordinator,
});
export const membershipConfirmed = (enrolment: Enrolment): MemberEvent => ({
  type: 'MembershipConfirmed',
  data: { subject: SUBJECT, ...enrolment },
});

/** By an office for itself, or altogether: null. */
export const removeMember = (officeId: string | null, facts: Facts = {}): MemberCommand => ({
  type: 'RemoveMember',
  officeId,
  reason: REASON,
  lastCoordinator: false,
  byAdministrator: false,
  ...facts,
});
export const memberRemoved = (officeId: string | null): MemberEvent => ({
  type: 'MemberRemoved',
  data: { subject: SUBJECT, officeId, reason: REASON },
});
