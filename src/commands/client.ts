import { type Day, dayOf, type Instant } from '../domain/calendar.ts';
import { client } from '../domain/client/decider.ts';
import type { SealedPersonal } from '../domain/client/events.ts';
import type { ClientState } from '../domain/client/state.ts';
import { clientIdOf, streamOf, type Uuid } from '../domain/ids.ts';
import { network } from '../domain/network/decider.ts';
import { rolesOn } from '../domain/network/state.ts';
import { keyIdOf } from '../domain/sealed.ts';
import type { CareLevel, ConsentScope } from '../domain/vocabulary.ts';
import { type Caller, contentHash } from '../store/handle-command.ts';
import type { VaultKey } from '../store/vault.ts';
import type { CommandApp } from './command-app.ts';
import type { Done } from './office.ts';
import { sealingKey, sealText } from './sealing.ts';

/** ClientPersonal in clear, as it comes in; numbers as texts. */
export type Personal = {
  readonly [Field in keyof SealedPersonal]: string | (null extends SealedPersonal[Field] ? null : never);
};

/** Seals field by field; what is absent stays absent, null stays null. */
const sealPersonal = <Part extends Partial<Personal>>(
  key: VaultKey,
  stream: string,
  personal: Part,
): { [Field in keyof Part]: Part[Field] } =>
  Object.fromEntries(
    Object.entries(personal)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, sealText(key, stream, `personal.${field}`, value)]),
  ) as { [Field in keyof Part]: Part[Field] };

/**
 * Fact for every command on a client: whether its office is PARTNER in the network on the day of
 * the decision.
 */
const isPartner = async (
  app: CommandApp,
  now: Instant,
  { networkId, partnerOfficeId }: { networkId: Uuid; partnerOfficeId: Uuid },
) => rolesOn(await app.loop.load(network, networkId), partnerOfficeId, dayOf(now)).includes('PARTNER');
const officeIsPartner = async (app: CommandApp, now: Instant, state: ClientState): Promise<boolean> =>
  state.status === 'REGISTERED' && (await isPartner(app, now, state));

export const registerClient = async (
  app: CommandApp,
  caller: Caller,
  input: {
    networkId: Uuid;
    partnerOfficeId: Uuid;
    code: string;
    careLevel: CareLevel;
    area: string;
    personal: Personal;
  },
): Promise<Done> => {
  const { personal, ...rest } = input;
  const id = clientIdOf(input.networkId, input.code);
  const key = await sealingKey(app.vault, keyIdOf('client', id));
  const hash = contentHash(input, key);
  const sealed = sealPersonal(key, streamOf('client', id), personal);
  const { position } = await app.loop.handle({
    decider: client,
    id,
    caller,
    hash,
    command: async (now) => ({
      type: 'RegisterClient' as const,
      ...rest,
      personal: sealed,
      digest: hash,
      officeIsPartner: await isPartner(app, now, input),
    }),
  });
  return { position, id };
};

export const changeClient = async (
  app: CommandApp,
  caller: Caller,
  clientId: Uuid,
  input: { careLevel?: CareLevel | undefined; area?: string | undefined; personal?: Partial<Personal> | undefined },
): Promise<Done> => {
  const key = await sealingKey(app.vault, keyIdOf('client', clientId));
  const { personal, ...rest } = input;
  const sealed = personal && sealPersonal(key, streamOf('client', clientId), personal);
  const { position } = await app.loop.handle({
    decider: client,
    id: clientId,
    caller,
    hash: contentHash(input, key),
    command: async (now, state) => ({
      type: 'ChangeClient' as const,
      ...rest,
      ...(sealed ? { personal: sealed } : {}),
      officeIsPartner: await officeIsPartner(app, now, state),
    }),
  });
  return { position, id: clientId };
};

export const giveConsent = async (
  app: CommandApp,
  caller: Caller,
  clientId: Uuid,
  input: { scope: ConsentScope; givenOn: Day; documentedBy: string },
): Promise<Done> => {
  const key = await sealingKey(app.vault, keyIdOf('client', clientId));
  const documentedBy = sealText(key, streamOf('client', clientId), 'documentedBy', input.documentedBy);
  const { position } = await app.loop.handle({
    decider: client,
    id: clientId,
    caller,
    hash: contentHash(input, key),
    command: async (now, state) => ({
      type: 'GiveConsent' as const,
      ...input,
      documentedBy,
      officeIsPartner: await officeIsPartner(app, now, state),
    }),
  });
  return { position, id: clientId };
};

export const withdrawConsent = async (
  app: CommandApp,
  caller: Caller,
  clientId: Uuid,
  input: { scope: ConsentScope; withdrawnOn: Day },
): Promise<Done> => {
  const { position } = await app.loop.handle({
    decider: client,
    id: clientId,
    caller,
    hash: contentHash(input),
    command: () => ({ type: 'WithdrawConsent' as const, ...input }),
  });
  return { position, id: clientId };
};
