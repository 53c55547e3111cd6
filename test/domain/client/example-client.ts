import type { Instant } from '../../../src/domain/calendar.ts';
import type { ClientCommand } from '../../../src/domain/client/decider.ts';
import type { ClientEvent } from '../../../src/domain/client/events.ts';
import { clientIdOf, uuidOf } from '../../../src/domain/ids.ts';
import type { ConsentScope } from '../../../src/domain/vocabulary.ts';
import { exampleSealed } from '../example-sealed.ts';

type Input<Type extends ClientCommand['type']> = Omit<Extract<ClientCommand, { type: Type }>, 'type'>;
type Data<Type extends ClientEvent['type']> = Extract<ClientEvent, { type: Type }>['data'];

export const NOON: Instant = '2026-06-01T03:00:00.000Z';
/** 1 June in Tokyo has a minute left, and is over. */
export const LAST_MINUTE: Instant = '2026-06-01T14:59:00.000Z';
export const MIDNIGHT: Instant = '2026-06-01T15:00:00.000Z';

const NETWORK = uuidOf('network');
export const [PARTNER, OTHER_OFFICE, THIRD_OFFICE] = [
  uuidOf('partner office'),
  uuidOf('other office'),
  uuidOf('third office'),
] as const;
const CODE = 'K-17';

/** A value of the client, sealed with the client's key. */
export const sealed = (text: string): string => exampleSealed('client', clientIdOf(NETWORK, CODE), text);
const DOCUMENT = sealed('同意書 第12号');

const content: Data<'ClientRegistered'> = {
  networkId: NETWORK,
  partnerOfficeId: PARTNER,
  code: CODE,
  careLevel: 'CARE_2',
  careManagementNumber: null,
  careManagementName: null,
  area: '世田谷区桜',
  personal: {
    name: sealed('高橋一郎'),
    nameKana: null,
    birthDate: null,
    address: sealed('桜3-4-5'),
    phone: null,
    latitude: null,
    longitude: null,
    insurerNumber: null,
    insuredNumber: null,
    entryNotes: null,
  },
  digest: 'of the content',
};

/** Facts of a command: by the office whose client it is. */
const BY_PARTNER = { officeId: PARTNER, officeIsPartner: true } as const;
/** Fact of a command: its office is PARTNER no more. */
export const NO_PARTNER = { officeIsPartner: false } as const;

export const registerClient = (over: Partial<Input<'RegisterClient'>> = {}): ClientCommand => ({
  type: 'RegisterClient',
  ...content,
  officeIsPartner: true,
  ...over,
});
export const clientRegistered = (over: Partial<Data<'ClientRegistered'>> = {}): ClientEvent => ({
  type: 'ClientRegistered',
  data: { ...content, ...over },
});

export const changeClient = (input: Partial<Input<'ChangeClient'>>): ClientCommand => ({
  type: 'ChangeClient',
  ...BY_PARTNER,
  ...input,
});
export const clientChanged = (data: Data<'ClientChanged'>): ClientEvent => ({ type: 'ClientChanged', data });

/** To sharing within the network, unless said otherwise. */
export const giveConsent = (givenOn: string, over: Partial<Input<'GiveConsent'>> = {}): ClientCommand => ({
  type: 'GiveConsent',
  scope: 'SHARE_WITHIN_NETWORK',
  givenOn,
  documentedBy: DOCUMENT,
  ...BY_PARTNER,
  ...over,
});
export const consentGiven = (givenOn: string, scope: ConsentScope = 'SHARE_WITHIN_NETWORK'): ClientEvent => ({
  type: 'ConsentGiven',
  data: { scope, givenOn, documentedBy: DOCUMENT },
});
export const withdrawConsent = (withdrawnOn: string, scope: ConsentScope = 'SHARE_WITHIN_NETWORK'): ClientCommand => ({
  type: 'WithdrawConsent',
  scope,
  withdrawnOn,
});
export const consentWithdrawn = (withdrawnOn: string, scope: ConsentScope = 'SHARE_WITHIN_NETWORK'): ClientEvent => ({
  type: 'ConsentWithdrawn',
  data: { scope, withdrawnOn },
});

/** To the other office, from 1 July on, unless said otherwise. */
export const transferClient = (over: Partial<Input<'TransferClient'>> = {}): ClientCommand => ({
  type: 'TransferClient',
  officeId: PARTNER,
  toOfficeId: OTHER_OFFICE,
  on: '2026-07-01',
  consentDocumentedBy: DOCUMENT,
  toIsPartner: true,
  stillDelegated: false,
  ...over,
});
export const clientTransferred = (over: Partial<Data<'ClientTransferred'>> = {}): ClientEvent => ({
  type: 'ClientTransferred',
  data: {
    fromOfficeId: PARTNER,
    toOfficeId: OTHER_OFFICE,
    on: '2026-07-01',
    consentDocumentedBy: DOCUMENT,
    ...over,
  },
});

export const endClient = (leftOn: string, over: Partial<Input<'EndClient'>> = {}): ClientCommand => ({
  type: 'EndClient',
  officeId: PARTNER,
  leftOn,
  reason: 'ADMITTED',
  stillDelegated: false,
  ...over,
});
export const clientLeft = (leftOn: string): ClientEvent => ({
  type: 'ClientLeft',
  data: { leftOn, reason: 'ADMITTED' },
});
