import { dayOf, type Instant } from '../calendar.ts';
import { type CommandOf, type DataOf, decider } from '../decider.ts';
import { MOST_CLIENT_CHANGES, MOST_CONSENTS } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { ClientEvent } from './events.ts';
import { type ClientState, evolve, type RegisteredClient } from './state.ts';

type Data<Type extends ClientEvent['type']> = DataOf<ClientEvent, Type>;

/** Fact: whether the office is PARTNER in the network today. */
interface OfPartner {
  readonly officeIsPartner: boolean;
}

/** A code belongs to one client in a network; the same content again is a repeat. */
const registerClient = (data: Data<'ClientRegistered'>, state: ClientState): ClientEvent[] => {
  if (state.status === 'REGISTERED') {
    if (state.digest === data.digest && state.partnerOfficeId === data.partnerOfficeId) return [];
    throw new Rejected('CLIENT_EXISTS', ['code']);
  }
  return [{ type: 'ClientRegistered', data }];
};

const changeClient = ({ careLevel, area, personal }: Data<'ClientChanged'>, state: RegisteredClient): ClientEvent[] => {
  const data = {
    ...(careLevel !== undefined && careLevel !== state.careLevel ? { careLevel } : {}),
    ...(area !== undefined && area !== state.area ? { area } : {}),
    ...(personal && Object.keys(personal).length > 0 ? { personal } : {}),
  };
  if (Object.keys(data).length === 0) return [];
  if (state.changes >= MOST_CLIENT_CHANGES) throw new Rejected('TOO_MANY_CHANGES', ['clientId']);
  return [{ type: 'ClientChanged', data }];
};

const giveConsent = (
  { scope, givenOn, documentedBy }: Data<'ConsentGiven'>,
  state: RegisteredClient,
  now: Instant,
): ClientEvent[] => {
  if (givenOn > dayOf(now)) throw new Rejected('DAY_IN_FUTURE', ['givenOn']);
  const standing = state.consents.find((one) => one.scope === scope && one.withdrawnOn === null);
  if (standing?.givenOn === givenOn) return [];
  if (standing) throw new Rejected('CONSENT_STANDS', ['scope']);
  if (state.consents.filter((one) => one.scope === scope).length >= MOST_CONSENTS)
    throw new Rejected('TOO_MANY_CHANGES', ['scope']);
  return [{ type: 'ConsentGiven', data: { scope, givenOn, documentedBy } }];
};

const withdrawConsent = (
  { scope, withdrawnOn }: Data<'ConsentWithdrawn'>,
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
 * Every command on clients and consents needs the partner office to be PARTNER in the network
 * (contract, registerClient); except a repeat, which writes nothing, and the withdrawal of consent,
 * which is the client's right whatever became of the office's role.
 */
const asPartner =
  <Content, State>(path: string, decide: (content: Content, state: State, now: Instant) => ClientEvent[]) =>
  ({ officeIsPartner, ...content }: OfPartner & Content, state: State, now: Instant): ClientEvent[] => {
    const events = decide(content as Content, state, now);
    if (events.length > 0 && !officeIsPartner) throw new Rejected('OFFICE_NOT_PARTNER', [path]);
    return events;
  };

const known = (state: ClientState): RegisteredClient => {
  if (state.status === 'NONE') throw new Rejected('CLIENT_UNKNOWN', ['clientId']);
  return state;
};

/** Client (利用者): who is cared for, by code, with consents. */
export const client = decider({
  category: 'client',
  initial: { status: 'NONE' },
  evolve,
  known,
  creating: { RegisterClient: asPartner('partnerOfficeId', registerClient) },
  changing: {
    ChangeClient: asPartner('clientId', changeClient),
    GiveConsent: asPartner('clientId', giveConsent),
    WithdrawConsent: withdrawConsent,
  },
});
export type ClientCommand = CommandOf<typeof client>;
