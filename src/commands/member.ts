import { memberIdOf } from '../domain/ids.ts';
import { member } from '../domain/member/decider.ts';
import { keyIdOf, type Sealed } from '../domain/sealed.ts';
import { isLastCoordinator } from './facts/coordinators.ts';
import { commandsOn } from './send.ts';

const ofPerson = {
  id: ({ subject }: { subject: string }) => memberIdOf(subject),
  sealedBy: ({ subject }: { subject: string }) => keyIdOf('member', memberIdOf(subject)),
};

/** Gives a person one role in one office; a CAREGIVER may be added in further offices. */
export const enrollMember = commandsOn(member, ofPerson)('EnrollMember', ['name'], async ({ app, input, caller }) => ({
  lastCoordinator: await isLastCoordinator(app, input.subject),
  byAdministrator: caller.actor.role === 'ADMINISTRATOR',
}));

/** An office removes the person from itself; ADMINISTRATOR removes the person altogether. */
export const removeMember = commandsOn(member, { ...ofPerson, without: ['subject'] })(
  'RemoveMember',
  ['reason'],
  async ({ app, input, caller }) => {
    const byAdministrator = caller.actor.role === 'ADMINISTRATOR';
    const lastCoordinator = await isLastCoordinator(app, input.subject);
    return { officeId: byAdministrator ? null : caller.actor.officeId, lastCoordinator, byAdministrator };
  },
);

/**
 * Process: a viewer was appointed. The name is already sealed for the member's stream and is copied
 * into it, unless the person is enrolled in that role already and so keeps the name there.
 */
export const enrollViewer = commandsOn(member, {
  id: ({ subject }: { subject: string; sealedName: Sealed | null }) => memberIdOf(subject),
  without: ['sealedName'],
})('EnrollMember', ({ input: { role, sealedName }, state }) => ({
  officeId: null,
  caregiverId: null,
  name: state.status === 'ENROLLED' && state.role === role ? null : sealedName,
  lastCoordinator: false,
  byAdministrator: true,
}));
