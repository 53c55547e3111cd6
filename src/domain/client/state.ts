import type { Day } from '../calendar.ts';
import type { Uuid } from '../ids.ts';
import type { Sealed } from '../sealed.ts';
import type { CareLevel, ConsentScope } from '../vocabulary.ts';
import type { ClientEvent, SealedPersonal } from './events.ts';
import { type Partnership, partnersUntil, transferred } from './partners.ts';

export interface Consent {
  readonly scope: ConsentScope;
  readonly givenOn: Day;
  /** From this day on it no longer holds. */
  readonly withdrawnOn: Day | null;
  /** Given to the office that takes the client over, with the transfer. */
  readonly byTransfer: boolean;
}

export type ClientState =
  | { readonly status: 'NONE' }
  | {
      readonly status: 'REGISTERED';
      readonly networkId: Uuid;
      /** In the order of their beginning; none is empty. */
      readonly partners: readonly Partnership[];
      readonly code: string;
      readonly careLevel: CareLevel;
      readonly area: string;
      readonly careManagementNumber: string | null;
      readonly careManagementName: Sealed | null;
      readonly personal: SealedPersonal;
      readonly digest: string;
      readonly consents: readonly Consent[];
      /** The last day of service, of one who leaves or has left. */
      readonly leftOn: Day | null;
      /** So often it has been changed, transferred or ended (rule 49). */
      readonly changes: number;
    };
export type RegisteredClient = Extract<ClientState, { status: 'REGISTERED' }>;

/** Whether a consent of the scope is in force on a day. */
export const hasConsent = (state: ClientState, scope: ConsentScope, day: Day): boolean =>
  state.status === 'REGISTERED' &&
  state.consents.some(
    (one) => one.scope === scope && one.givenOn <= day && (one.withdrawnOn === null || day < one.withdrawnOn),
  );

export const evolve = (state: ClientState, event: ClientEvent): ClientState => {
  if (event.type === 'ClientRegistered') {
    const { partnerOfficeId: officeId, ...data } = event.data;
    return {
      status: 'REGISTERED',
      ...data,
      partners: [{ officeId, from: null }],
      consents: [],
      leftOn: null,
      changes: 0,
    };
  }
  if (state.status === 'NONE') return state;
  switch (event.type) {
    case 'ClientChanged': {
      const { personal, ...rest } = event.data;
      return { ...state, ...rest, personal: { ...state.personal, ...personal }, changes: state.changes + 1 };
    }
    case 'ConsentGiven': {
      const { scope, givenOn } = event.data;
      return { ...state, consents: [...state.consents, { scope, givenOn, withdrawnOn: null, byTransfer: false }] };
    }
    case 'ConsentWithdrawn': {
      const { scope, withdrawnOn } = event.data;
      return {
        ...state,
        consents: state.consents.map((one) =>
          one.scope === scope && one.withdrawnOn === null ? { ...one, withdrawnOn } : one,
        ),
      };
    }
    case 'ClientTransferred': {
      const { fromOfficeId, toOfficeId, on } = event.data;
      const after = withPartners(state, transferred(state.partners, fromOfficeId, { officeId: toOfficeId, from: on }));
      const consent = { scope: 'SHARE_WITHIN_NETWORK', givenOn: on, withdrawnOn: null, byTransfer: true } as const;
      const consents = toOfficeId === fromOfficeId ? after.consents : [...after.consents, consent];
      return { ...after, consents, changes: state.changes + 1 };
    }
    case 'ClientLeft': {
      const { leftOn } = event.data;
      return { ...withPartners(state, partnersUntil(state.partners, leftOn)), leftOn, changes: state.changes + 1 };
    }
  }
};

/** A transfer that falls away takes with it the consent that was given for it. */
const withPartners = (state: RegisteredClient, partners: readonly Partnership[]): RegisteredClient => {
  const gone = state.partners.filter((one) => !partners.includes(one)).map(({ from }) => from);
  const consents = state.consents.filter(({ byTransfer, givenOn }) => !(byTransfer && gone.includes(givenOn)));
  return { ...state, partners, consents };
};
