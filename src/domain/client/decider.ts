import { dayOf, type Instant } from '../calendar.ts';
import type { Decider } from '../decider.ts';
import { Rejected } from '../rejected.ts';
import type { ClientCommand } from './commands.ts';
import type { ClientEvent } from './events.ts';
import { type ClientState, evolve, type RegisteredClient } from './state.ts';

type Command<Type extends ClientCommand['type']> = Extract<ClientCommand, { type: Type }>;

/** A code is one client's in a network; the same content again is a repeat. */
const registerClient = (command: Command<'RegisterClient'>, state: ClientState): ClientEvent[] => {
  const { type: _type, officeIsPartner: _isPartner, ...data } = command;
  if (state.status === 'REGISTERED') {
    if (state.digest === command.digest && state.partnerOfficeId === command.partnerOfficeId) return [];
    throw new Rejected('CLIENT_EXISTS', ['code']);
  }
  return [{ type: 'ClientRegistered', data }];
};

const changeClient = ({ type: _type, ...changes }: Command<'ChangeClient'>, state: RegisteredClient): ClientEvent[] => {
  const { careLevel, area, personal } = changes;
  const data = {
    ...(careLevel !== undefined && careLevel !== state.careLevel ? { careLevel } : {}),
    ...(area !== undefined && area !== state.area ? { area } : {}),
    ...(personal && Object.keys(personal).length > 0 ? { personal } : {}),
  };
  return Object.keys(data).length === 0 ? [] : [{ type: 'ClientChanged', data }];
};

const giveConsent = (
  { scope, givenOn, documentedBy }: Command<'GiveConsent'>,
  state: RegisteredClient,
  now: Instant,
): ClientEvent[] => {
  if (givenOn > dayOf(now)) throw new Rejected('DAY_IN_FUTURE', ['givenOn']);
  const standing = state.consents.find((one) => one.scope === scope && one.withdrawnOn === null);
  if (standing?.givenOn === givenOn) return [];
  if (standing) throw new Rejected('CONSENT_STANDS', ['scope']);
  return [{ type: 'ConsentGiven', data: { scope, givenOn, documentedBy } }];
};

const withdrawConsent = (
  { scope, withdrawnOn }: Command<'WithdrawConsent'>,
  state: RegisteredClient,
  now: Instant,
): ClientEvent[] => {
  const standing = state.consents.find((one) => one.scope === scope && one.withdrawnOn === null);
  if (!standing) {
    if (state.consents.some((one) => one.scope === scope && one.withdrawnOn === withdrawnOn)) return [];
    throw new Rejected('CONSENT_MISSING', ['scope']);
  }
  if (withdrawnOn > dayOf(now)) throw new Rejected('DAY_IN_FUTURE', ['withdrawnOn']);
  if (withdrawnOn < standing.givenOn) throw new Rejected('WITHDRAWN_BEFORE_GIVEN', ['withdrawnOn']);
  return [{ type: 'ConsentWithdrawn', data: { scope, withdrawnOn } }];
};

/**
 * All on clients and consent: the partner office, which must be PARTNER in the network (contract,
 * registerClient). A repeat writes nothing and may be; so may the withdrawal of consent, which is
 * the client's right whatever became of the office's role.
 */
const decide = (command: ClientCommand, state: ClientState, now: Instant): readonly ClientEvent[] => {
  const events = eventsOf(command, state, now);
  if (events.length > 0 && command.type !== 'WithdrawConsent' && !command.officeIsPartner) {
    throw new Rejected('OFFICE_NOT_PARTNER', [command.type === 'RegisterClient' ? 'partnerOfficeId' : 'clientId']);
  }
  return events;
};

const eventsOf = (command: ClientCommand, state: ClientState, now: Instant): ClientEvent[] => {
  if (command.type === 'RegisterClient') return registerClient(command, state);
  if (state.status === 'NONE') throw new Rejected('CLIENT_UNKNOWN', ['clientId']);
  switch (command.type) {
    case 'ChangeClient':
      return changeClient(command, state);
    case 'GiveConsent':
      return giveConsent(command, state, now);
    case 'WithdrawConsent':
      return withdrawConsent(command, state, now);
    default:
      return command satisfies never;
  }
};

/** Client (利用者): who is cared for, by code, with consents. */
export const client: Decider<ClientState, ClientCommand, ClientEvent> = {
  category: 'client',
  initial: { status: 'NONE' },
  evolve,
  decide,
};
