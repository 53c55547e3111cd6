import { memberIdOf, streamOf, type Uuid } from '../domain/ids.ts';
import { member } from '../domain/member/decider.ts';
import { keyIdOf } from '../domain/sealed.ts';
import type { Role } from '../domain/vocabulary.ts';
import { membersOfOffice } from '../projections/directory.ts';
import { type Caller, contentHash } from '../store/handle-command.ts';
import { type CommandApp, readModelAtHead } from './command-app.ts';
import type { Done } from './office.ts';
import { sealingKey, sealText } from './sealing.ts';

/** Whether the person is the only COORDINATOR of their office. */
const isLastCoordinator = async (app: CommandApp, subject: string): Promise<boolean> => {
  const state = await app.loop.load(member, memberIdOf(subject));
  if (state.status !== 'ENROLLED' || state.role !== 'COORDINATOR' || state.officeId === null) return false;
  const coordinators = membersOfOffice(await readModelAtHead(app), state.officeId).filter(
    ({ role }) => role === 'COORDINATOR',
  );
  return coordinators.every((one) => one.subject === subject);
};

/** Gives a person one role in one office; a CAREGIVER may be added in further offices. */
export const enrollMember = async (
  app: CommandApp,
  caller: Caller,
  input: { subject: string; name: string | null; role: Role; officeId: Uuid | null; caregiverId: Uuid | null },
): Promise<Done> => {
  const { subject, name, role, officeId, caregiverId } = input;
  const id = memberIdOf(subject);
  const key = await sealingKey(app.vault, keyIdOf('member', id));
  const sealed = sealText(key, streamOf('member', id), 'name', name);
  const { position } = await app.loop.handle({
    decider: member,
    id,
    caller,
    hash: contentHash(input, key),
    command: async () => ({
      type: 'EnrollMember' as const,
      subject,
      role,
      officeId,
      caregiverId,
      name: sealed,
      lastCoordinator: await isLastCoordinator(app, subject),
      byAdministrator: caller.actor.role === 'ADMINISTRATOR',
    }),
  });
  return { position, id };
};

/**
 * A name that was sealed for the member's stream before, copied into it (process: a viewer was
 * appointed).
 */
export const enrollViewer = async (
  app: CommandApp,
  caller: Caller,
  input: { subject: string; role: 'CONSULTANT' | 'AUDITOR'; sealedName: string | null },
): Promise<void> => {
  const { subject, role, sealedName } = input;
  await app.loop.handle({
    decider: member,
    id: memberIdOf(subject),
    caller,
    hash: null,
    command: (_now, state) => ({
      type: 'EnrollMember' as const,
      subject,
      role,
      officeId: null,
      caregiverId: null,
      // Enrolled in that role already: the name that stands there stays.
      name: state.status === 'ENROLLED' && state.role === role ? null : sealedName,
      lastCoordinator: false,
      byAdministrator: true,
    }),
  });
};

/** An office removes for itself; ADMINISTRATOR altogether. */
export const removeMember = async (
  app: CommandApp,
  caller: Caller,
  input: { subject: string; reason: string },
): Promise<Done> => {
  const { subject, reason } = input;
  const id = memberIdOf(subject);
  const key = await sealingKey(app.vault, keyIdOf('member', id));
  const sealed = sealText(key, streamOf('member', id), 'reason', reason);
  const byAdministrator = caller.actor.role === 'ADMINISTRATOR';
  const { position } = await app.loop.handle({
    decider: member,
    id,
    caller,
    hash: contentHash(input, key),
    command: async () => ({
      type: 'RemoveMember' as const,
      officeId: byAdministrator ? null : caller.actor.officeId,
      reason: sealed,
      lastCoordinator: await isLastCoordinator(app, subject),
      byAdministrator,
    }),
  });
  return { position, id };
};
