import { memberIdOf, type Uuid } from '../domain/ids.ts';
import { member } from '../domain/member/decider.ts';
import type { MemberState } from '../domain/member/state.ts';
import { Rejected } from '../domain/rejected.ts';
import { keyIdOf, type Sealed } from '../domain/sealed.ts';
import { isOfTheSystem } from '../store/metadata.ts';
import type { CommandApp } from './command-app.ts';
import { isLastCoordinator } from './facts/coordinators.ts';
import { commandsOn } from './send.ts';

/** Whether nobody enrols the subject: the system's own, and configured administrators (rule 47). */
export const isReserved = (subject: string, { adminSubjects }: CommandApp): boolean =>
  adminSubjects.includes(subject) || isOfTheSystem(subject);

const ofPerson = {
  id: ({ subject }: { subject: string }) => memberIdOf(subject),
  sealedBy: ({ subject }: { subject: string }) => keyIdOf('member', memberIdOf(subject)),
  /** What takes a coordinator away looks at those who stay (rule 48). */
  overSet: (_input: { subject: string }, state: MemberState) =>
    state.status === 'ENROLLED' && state.role === 'COORDINATOR' ? `coordinators of office ${state.officeId}` : null,
};

/**
 * Gives a person one role in one office; a CAREGIVER may be added in further offices. Of a person
 * with a role elsewhere it is an invitation.
 */
export const enrollMember = commandsOn(member, {
  ...ofPerson,
  // Of a person with a role elsewhere it takes nobody away: it waits for no other office's command.
  overSet: (input: { subject: string; officeId: Uuid | null }, state) =>
    state.status === 'ENROLLED' && (input.officeId ?? state.officeId) === state.officeId
      ? ofPerson.overSet(input, state)
      : null,
})('EnrollMember', ['name'], async ({ app, input, caller }) => ({
  lastCoordinator: await isLastCoordinator(app, input.subject),
  byAdministrator: caller.actor.role === 'ADMINISTRATOR',
  isReserved: isReserved(input.subject, app),
  followsAppointment: false,
}));

/** The person takes up an invitation. */
export const confirmMembership = commandsOn(member, { ...ofPerson, without: ['subject'] })(
  'ConfirmMembership',
  async ({ app, input }) => ({ lastCoordinator: await isLastCoordinator(app, input.subject) }),
);

/**
 * Ends what the person is in an office, or the office's invitation; altogether: `officeId` null.
 */
export const removeMember = commandsOn(member, { ...ofPerson, without: ['subject'] })(
  'RemoveMember',
  ['reason'],
  async ({ app, input, caller }) => ({
    lastCoordinator: await isLastCoordinator(app, input.subject),
    byAdministrator: caller.actor.role === 'ADMINISTRATOR',
  }),
);

/**
 * Process: a viewer was appointed. The name is already sealed for the member's stream and is copied
 * into it, unless the person is enrolled in that role already and so keeps the name there.
 */
export const enrollViewer = commandsOn(member, {
  id: ({ subject }: { subject: string; sealedName: Sealed | null }) => memberIdOf(subject),
  without: ['sealedName'],
})('EnrollMember', ({ input: { role, sealedName }, state }) => {
  // Enrolled by an office since the appointment: nobody is taken from it (rule 47).
  if (state.status === 'ENROLLED' && state.officeId !== null) throw new Rejected('HAS_OTHER_ROLE', ['subject']);
  return {
    officeId: null as Uuid | null,
    caregiverId: null,
    name: state.status === 'ENROLLED' && state.role === role ? null : sealedName,
    lastCoordinator: false,
    byAdministrator: true,
    isReserved: false,
    followsAppointment: true,
  };
});
