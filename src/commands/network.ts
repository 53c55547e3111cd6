import { randomUUID } from 'node:crypto';
import { type Day, endOfDay } from '../domain/calendar.ts';
import { createdIdOf, memberIdOf, streamOf, type Uuid } from '../domain/ids.ts';
import { member } from '../domain/member/decider.ts';
import { network } from '../domain/network/decider.ts';
import { keyIdOf } from '../domain/sealed.ts';
import type { NetworkRole } from '../domain/vocabulary.ts';
import { officeHasVisitsAfter } from '../projections/open-visits.ts';
import { type Caller, contentHash } from '../store/handle-command.ts';
import { type CommandApp, readModelAtHead } from './command-app.ts';
import type { Done } from './office.ts';
import { sealingKey, sealText } from './sealing.ts';

export const formNetwork = async (
  app: CommandApp,
  caller: Caller,
  input: { name: string; area: string; fiscalYear: number },
): Promise<Done> => {
  const id = createdIdOf('network', caller.actor.subject, caller.commandId ?? randomUUID());
  const { position } = await app.loop.handle({
    decider: network,
    id,
    caller,
    hash: contentHash(input),
    command: () => ({ type: 'FormNetwork' as const, ...input }),
  });
  return { position, id };
};

export const joinNetwork = async (
  app: CommandApp,
  caller: Caller,
  networkId: Uuid,
  input: { officeId: Uuid; roles: NetworkRole[]; joinedOn: Day },
): Promise<Done> => {
  const { position } = await app.loop.handle({
    decider: network,
    id: networkId,
    caller,
    hash: contentHash(input),
    command: () => ({ type: 'JoinNetwork' as const, ...input }),
  });
  return { position, id: networkId };
};

export const leaveNetwork = async (
  app: CommandApp,
  caller: Caller,
  networkId: Uuid,
  input: { officeId: Uuid; leftOn: Day },
): Promise<Done> => {
  const { position } = await app.loop.handle({
    decider: network,
    id: networkId,
    caller,
    hash: contentHash(input),
    command: async () => ({
      type: 'LeaveNetwork' as const,
      ...input,
      hasVisits: officeHasVisitsAfter(await readModelAtHead(app), networkId, input.officeId, endOfDay(input.leftOn)),
    }),
  });
  return { position, id: networkId };
};

/** Appoints; a process enrols the person in that role where that has not been done (rule 1). */
export const appointToNetwork = async (
  app: CommandApp,
  caller: Caller,
  networkId: Uuid,
  input: { subject: string; name: string | null; role: 'CONSULTANT' | 'AUDITOR' },
): Promise<Done> => {
  const { subject, name, role } = input;
  const memberId = memberIdOf(subject);
  const key = await sealingKey(app.vault, keyIdOf('member', memberId));
  const memberName = sealText(key, streamOf('member', memberId), 'name', name);
  const { position } = await app.loop.handle({
    decider: network,
    id: networkId,
    caller,
    hash: contentHash(input, key),
    command: async () => {
      const state = await app.loop.load(member, memberId);
      return {
        type: 'AppointViewer' as const,
        subject,
        role,
        memberName,
        enrolledAs: state.status === 'ENROLLED' ? state.role : null,
      };
    },
  });
  return { position, id: networkId };
};

export const dismissFromNetwork = async (
  app: CommandApp,
  caller: Caller,
  networkId: Uuid,
  input: { subject: string; reason: string },
): Promise<Done> => {
  const key = await sealingKey(app.vault, keyIdOf('member', memberIdOf(input.subject)));
  const reason = sealText(key, streamOf('network', networkId), 'reason', input.reason);
  const { position } = await app.loop.handle({
    decider: network,
    id: networkId,
    caller,
    hash: contentHash(input, key),
    command: () => ({ type: 'DismissViewer' as const, subject: input.subject, reason }),
  });
  return { position, id: networkId };
};
