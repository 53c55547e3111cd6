import { addDays, type Day, dayOf, type Instant, startOfDay } from '../domain/calendar.ts';
import { client, givenAwayFrom } from '../domain/client/decider.ts';
import { clientRegistrationSchema, type SealedPersonal } from '../domain/client/events.ts';
import type { RegisteredClient } from '../domain/client/state.ts';
import { clientIdOf, type Uuid } from '../domain/ids.ts';
import { network } from '../domain/network/decider.ts';
import { hasRoleFrom, rolesOn } from '../domain/network/state.ts';
import { keyIdOf } from '../domain/sealed.ts';
import { isDelegatedFrom } from '../projections/delegations.ts';
import { type CommandApp, readModelAtHead } from './command-app.ts';
import { commandsOn, creationsOf, type Gathering } from './send.ts';

/** ClientPersonal in clear, as it comes in: the same fields, numbers as texts. */
export type Personal = SealedPersonal;

/**
 * Whether the office is PARTNER in the network on the day of the decision or later: what is done
 * before it joins is judged by the visits' days (contract, joinNetwork).
 */
const officeIsPartner = async (app: CommandApp, of: { networkId: Uuid; partnerOfficeId: Uuid }, now: Instant) =>
  hasRoleFrom(await app.loop.load(network, of.networkId), of.partnerOfficeId, 'PARTNER', dayOf(now));

/** Names the set that commands over a client's visits look at (rule 3). */
export const visitsOfClient = (clientId: Uuid): string => `visits of client ${clientId}`;

const idOf = ({ networkId, code }: Registered): Uuid => clientIdOf(networkId, code);
/** Who has no 居宅介護支援事業所 says nothing of one, so that a registration reads as it did before. */
interface Registered {
  readonly networkId: Uuid;
  readonly code: string;
  readonly careManagementNumber?: string;
  readonly careManagementName?: string;
}
export const registerClient = creationsOf(client, { id: idOf, sealedBy: (input) => keyIdOf('client', idOf(input)) })(
  'RegisterClient',
  clientRegistrationSchema,
  async ({ app, input, now, digest }) => ({
    digest,
    officeIsPartner: await officeIsPartner(app, input, now),
    careManagementNumber: input.careManagementNumber ?? null,
    // Where there is one it has been sealed already.
    ...(input.careManagementName === undefined ? { careManagementName: null } : {}),
  }),
);

const onClient = commandsOn(client, {
  id: ({ clientId }: { clientId: Uuid }) => clientId,
  without: ['clientId'],
  sealedBy: ({ clientId }) => keyIdOf('client', clientId),
});
const byPartner = async ({ app, state: { networkId }, officeId, now }: Gathering<RegisteredClient, unknown>) => ({
  officeId,
  officeIsPartner: await officeIsPartner(app, { networkId, partnerOfficeId: officeId }, now),
});
/** Absent fields stay as they are, null takes away. */
export const changeClient = onClient('ChangeClient', clientRegistrationSchema, byPartner);
export const giveConsent = onClient('GiveConsent', ['documentedBy'], byPartner);
export const withdrawConsent = onClient('WithdrawConsent');

/** Commands that look at the client's delegated visits, as those that ask for some (rule 3). */
const onClientsVisits = commandsOn(client, {
  id: ({ clientId }: { clientId: Uuid }) => clientId,
  without: ['clientId'],
  sealedBy: ({ clientId }) => keyIdOf('client', clientId),
  overSet: ({ clientId }) => visitsOfClient(clientId),
});
/** Whether visits are delegated that the present office would give away from a day on. */
const stillDelegated = async (
  { app, id, state, now }: Gathering<RegisteredClient, unknown>,
  from: Day,
): Promise<boolean> => isDelegatedFrom(await readModelAtHead(app), id, startOfDay(givenAwayFrom(state, from, now)));

export const transferClient = onClientsVisits('TransferClient', ['consentDocumentedBy'], async (context) => {
  const { app, officeId, state, input } = context;
  const roles = rolesOn(await app.loop.load(network, state.networkId), input.toOfficeId, input.on);
  return {
    officeId,
    toIsPartner: roles.includes('PARTNER'),
    stillDelegated: await stillDelegated(context, input.on),
  };
});
export const endClient = onClientsVisits('EndClient', async (context) => ({
  officeId: context.officeId,
  stillDelegated: await stillDelegated(context, addDays(context.input.leftOn, 1)),
}));
