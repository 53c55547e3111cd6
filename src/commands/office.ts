import { randomUUID } from 'node:crypto';
import { createdIdOf, officeIdOf, streamOf, type Uuid } from '../domain/ids.ts';
import type { OfficeCommand } from '../domain/office/commands.ts';
import { office } from '../domain/office/decider.ts';
import { keyIdOf } from '../domain/sealed.ts';
import { type Caller, contentHash } from '../store/handle-command.ts';
import type { CommandApp } from './command-app.ts';
import { sealingKey, sealText } from './sealing.ts';

type Content<Type extends OfficeCommand['type']> = Omit<Extract<OfficeCommand, { type: Type }>, 'type'>;
export interface Done {
  readonly position: number;
  readonly id: Uuid;
}

/** Registers an office; its id follows from its number. Answers whether it was new. */
export const registerOffice = async (
  app: CommandApp,
  caller: Caller,
  content: Content<'RegisterOffice'>,
): Promise<Done & { isNew: boolean }> => {
  const id = officeIdOf(content.providerNumber);
  const { position, events } = await app.loop.handle({
    decider: office,
    id,
    caller,
    hash: contentHash(content),
    command: () => ({ type: 'RegisterOffice' as const, ...content }),
  });
  return { position, id, isNew: events.length > 0 };
};

/** Absent fields stay as they are. Answers whether anything changed. */
export const changeOffice = async (
  app: CommandApp,
  caller: Caller,
  officeId: Uuid,
  changes: Content<'ChangeOffice'>,
): Promise<Done & { changed: boolean }> => {
  const { position, events } = await app.loop.handle({
    decider: office,
    id: officeId,
    caller,
    hash: contentHash(changes),
    command: () => ({ type: 'ChangeOffice' as const, ...changes }),
  });
  return { position, id: officeId, changed: events.length > 0 };
};

/** Path of a caregiver's name in its office's stream. */
const namePath = (caregiverId: Uuid): string => `caregivers.${caregiverId}.name`;

/**
 * A caregiver's id follows from caller and commandId. The name is sealed with a key of the
 * caregiver's own.
 */
export const enrollCaregiver = async (
  app: CommandApp,
  caller: Caller,
  input: {
    officeId: Uuid;
    code: string | null;
    name: string;
    qualifications: Content<'EnrollCaregiver'>['qualifications'];
  },
): Promise<Done> => {
  const { officeId, code, name, qualifications } = input;
  const caregiverId = createdIdOf('caregiver', caller.actor.subject, caller.commandId ?? randomUUID());
  const key = await sealingKey(app.vault, keyIdOf('caregiver', caregiverId));
  const sealed = sealText(key, streamOf('office', officeId), namePath(caregiverId), name);
  const { position } = await app.loop.handle({
    decider: office,
    id: officeId,
    caller,
    hash: contentHash(input, key),
    command: () => ({ type: 'EnrollCaregiver' as const, caregiverId, code, name: sealed, qualifications }),
  });
  return { position, id: caregiverId };
};

export const changeCaregiver = async (
  app: CommandApp,
  caller: Caller,
  officeId: Uuid,
  input: { caregiverId: Uuid; name?: string | undefined } & Pick<
    Content<'ChangeCaregiver'>,
    'qualifications' | 'leftOn'
  >,
): Promise<Done> => {
  const { caregiverId, name, ...rest } = input;
  const key = await sealingKey(app.vault, keyIdOf('caregiver', caregiverId));
  const sealed = sealText(key, streamOf('office', officeId), namePath(caregiverId), name);
  const { position } = await app.loop.handle({
    decider: office,
    id: officeId,
    caller,
    hash: contentHash(input, key),
    command: () => ({
      type: 'ChangeCaregiver' as const,
      caregiverId,
      ...rest,
      ...(sealed === undefined ? {} : { name: sealed }),
    }),
  });
  return { position, id: caregiverId };
};
