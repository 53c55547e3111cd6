import { type Day, dayOf, type Instant } from '../calendar.ts';
import { type CommandOf, type DataOf, decider } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { MOST_CLIENT_CHANGES, MOST_CONSENTS } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { ClientEvent } from './events.ts';
import { type Partnership, partnershipAfter, partnershipOn } from './partners.ts';
import { type ClientState, type Consent, evolve, type RegisteredClient } from './state.ts';

type Data<Type extends ClientEvent['type']> = DataOf<ClientEvent, Type>;

/** Fact: whether the office is PARTNER in the network today. */
interface OfPartner {
  readonly officeIsPartner: boolean;
}
/** Fact: the office for which the caller acts. */
interface OfCaller {
  readonly officeId: Uuid;
}

/** A code belongs to one client in a network; the same content again is a repeat. */
const registerClient = (data: Data<'ClientRegistered'>, state: ClientState): ClientEvent[] => {
  if (state.status === 'REGISTERED') {
    if (state.digest === data.digest && state.partners[0]?.officeId === data.partnerOfficeId) return [];
    throw new Rejected('CLIENT_EXISTS', ['code']);
  }
  return [{ type: 'ClientRegistered', data }];
};

const changeClient = (change: Data<'ClientChanged'>, state: RegisteredClient): ClientEvent[] => {
  const { careLevel, area, careManagementNumber, careManagementName, personal } = change;
  const isOtherOffice = careManagementNumber !== undefined && careManagementNumber !== state.careManagementNumber;
  const isNoName = careManagementName === null && state.careManagementName === null;
  const data = {
    ...(isOtherOffice ? { careManagementNumber } : {}),
    ...(careManagementName !== undefined && !isNoName ? { careManagementName } : {}),
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
  const isStanding = (one: Consent): boolean => one.scope === scope && one.withdrawnOn === null;
  // What the next partner office is given begins with the transfer.
  const standing = state.consents.find((one) => isStanding(one) && one.givenOn <= dayOf(now));
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
 * Facts: whether the other office is PARTNER in the network on the day; whether visits are
 * delegated that the present office would give away.
 */
interface TransferClient extends Omit<Data<'ClientTransferred'>, 'fromOfficeId'>, OfCaller {
  readonly toIsPartner: boolean;
  readonly stillDelegated: boolean;
}

/**
 * By the present office (contract, transferClient). One that has not come into force is replaced,
 * or taken back by naming the present office itself.
 */
const transferClient = (command: TransferClient, state: RegisteredClient, now: Instant): ClientEvent[] => {
  const { officeId, toOfficeId, on, consentDocumentedBy } = command;
  const last = state.partners.at(-1);
  if (last?.officeId === toOfficeId && last.from === on) return [];
  const present = presentOf(state, officeId, now);
  const isTakenBack = toOfficeId === officeId;
  if (isTakenBack && last === present) throw new Rejected('SAME_OFFICE', ['toOfficeId']);
  if (!isTakenBack) {
    if (present.from !== null && on <= present.from) throw new Rejected('CLIENT_TRANSFERRED', ['on']);
    if (state.leftOn !== null && on > state.leftOn) throw new Rejected('CLIENT_LEFT', ['on']);
    if (!command.toIsPartner) throw new Rejected('OFFICE_NOT_PARTNER', ['toOfficeId']);
  }
  if (command.stillDelegated) throw new Rejected('VISITS_STILL_DELEGATED', ['on']);
  refuseTooMany(state);
  return [{ type: 'ClientTransferred', data: { fromOfficeId: officeId, toOfficeId, on, consentDocumentedBy } }];
};

/** The present partnership, which must be the caller's (CLIENT_TRANSFERRED). */
const presentOf = ({ partners }: RegisteredClient, officeId: Uuid, now: Instant): Partnership => {
  const present = partnershipOn(partners, dayOf(now));
  if (present?.officeId !== officeId) throw new Rejected('CLIENT_TRANSFERRED', ['clientId']);
  return present;
};

const refuseTooMany = ({ changes, consents }: RegisteredClient): void => {
  const sharing = consents.filter(({ scope }) => scope === 'SHARE_WITHIN_NETWORK').length;
  if (changes >= MOST_CLIENT_CHANGES || sharing >= MOST_CONSENTS) throw new Rejected('TOO_MANY_CHANGES', ['clientId']);
};

/**
 * From this day on, if a client goes on it, nothing may be delegated: a transfer ahead goes too.
 */
export const givenAwayFrom = ({ partners }: RegisteredClient, from: Day, now: Instant): Day => {
  const ahead = partnershipAfter(partners, dayOf(now))?.from ?? null;
  return ahead !== null && ahead < from ? ahead : from;
};

/** Fact: whether visits after the last day of service are delegated. */
interface EndClient extends Data<'ClientLeft'>, OfCaller {
  readonly stillDelegated: boolean;
}

/** By the present office, on a day that is its own (contract, endClient). */
const endClient = (command: EndClient, state: RegisteredClient, now: Instant): ClientEvent[] => {
  const { officeId, leftOn, reason, stillDelegated } = command;
  if (state.leftOn === leftOn) return [];
  const present = presentOf(state, officeId, now);
  if (partnershipOn(state.partners, leftOn) !== present) throw new Rejected('CLIENT_TRANSFERRED', ['leftOn']);
  if (stillDelegated) throw new Rejected('VISITS_STILL_DELEGATED', ['leftOn']);
  refuseTooMany(state);
  return [{ type: 'ClientLeft', data: { leftOn, reason } }];
};

/**
 * Every command on clients and consents needs the partner office to be PARTNER in the network
 * (contract, registerClient); except a repeat, which writes nothing, and what is the client's right
 * whatever became of the office's role: to withdraw consent, to go to another office, to end.
 */
const asPartner =
  <Content, State>(path: string, decide: (content: Content, state: State, now: Instant) => ClientEvent[]) =>
  ({ officeIsPartner, ...content }: OfPartner & Content, state: State, now: Instant): ClientEvent[] => {
    const events = decide(content as Content, state, now);
    if (events.length > 0 && !officeIsPartner) throw new Rejected('OFFICE_NOT_PARTNER', [path]);
    return events;
  };

/** The same, of the office whose client it is today: it may have been given away meanwhile. */
const byPresentPartner = <Content>(
  decide: (content: Content, state: RegisteredClient, now: Instant) => ClientEvent[],
) =>
  asPartner(
    'clientId',
    ({ officeId, ...content }: OfCaller & Content, state: RegisteredClient, now: Instant): ClientEvent[] => {
      const events = decide(content as Content, state, now);
      if (events.length > 0) presentOf(state, officeId, now);
      return events;
    },
  );

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
    ChangeClient: byPresentPartner(changeClient),
    GiveConsent: byPresentPartner(giveConsent),
    WithdrawConsent: withdrawConsent,
    TransferClient: transferClient,
    EndClient: endClient,
  },
});
export type ClientCommand = CommandOf<typeof client>;
