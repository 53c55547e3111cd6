import { dayOf, type Instant } from '../domain/calendar.ts';
import { client } from '../domain/client/decider.ts';
import { clientRegistrationSchema, type SealedPersonal } from '../domain/client/events.ts';
import { clientIdOf, type Uuid } from '../domain/ids.ts';
import { network } from '../domain/network/decider.ts';
import { hasRoleFrom } from '../domain/network/state.ts';
import { keyIdOf } from '../domain/sealed.ts';
import type { CommandApp } from './command-app.ts';
import { commandsOn, creationsOf } from './send.ts';

/** ClientPersonal in clear, as it comes in: the same fields, numbers as texts. */
export type Personal = SealedPersonal;

/**
 * Whether the office is PARTNER in the network on the day of the decision or later: what is done
 * before it joins is judged by the visits' days (contract, joinNetwork).
 */
const officeIsPartner = async (app: CommandApp, of: { networkId: Uuid; partnerOfficeId: Uuid }, now: Instant) =>
  hasRoleFrom(await app.loop.load(network, of.networkId), of.partnerOfficeId, 'PARTNER', dayOf(now));

const idOf = ({ networkId, code }: { networkId: Uuid; code: string }): Uuid => clientIdOf(networkId, code);
export const registerClient = creationsOf(client, { id: idOf, sealedBy: (input) => keyIdOf('client', idOf(input)) })(
  'RegisterClient',
  clientRegistrationSchema,
  async ({ app, input, now, digest }) => ({ digest, officeIsPartner: await officeIsPartner(app, input, now) }),
);

const onClient = commandsOn(client, {
  id: ({ clientId }: { clientId: Uuid }) => clientId,
  without: ['clientId'],
  sealedBy: ({ clientId }) => keyIdOf('client', clientId),
});
/** Absent fields stay as they are, null takes away. */
export const changeClient = onClient('ChangeClient', clientRegistrationSchema, async ({ app, state, now }) => ({
  officeIsPartner: await officeIsPartner(app, state, now),
}));
export const giveConsent = onClient('GiveConsent', ['documentedBy'], async ({ app, state, now }) => ({
  officeIsPartner: await officeIsPartner(app, state, now),
}));
export const withdrawConsent = onClient('WithdrawConsent');
