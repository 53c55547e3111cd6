import type { Day } from '../calendar.ts';
import type { Uuid } from '../ids.ts';
import type { CareLevel, ConsentScope } from '../vocabulary.ts';
import type { ClientEvent, SealedPersonal } from './events.ts';

export interface Consent {
  readonly scope: ConsentScope;
  readonly givenOn: Day;
  /** From this day on it no longer holds. */
  readonly withdrawnOn: Day | null;
}

export type ClientState =
  | { readonly status: 'NONE' }
  | {
      readonly status: 'REGISTERED';
      readonly networkId: Uuid;
      readonly partnerOfficeId: Uuid;
      readonly code: string;
      readonly careLevel: CareLevel;
      readonly area: string;
      readonly personal: SealedPersonal;
      readonly digest: string;
      readonly consents: readonly Consent[];
      /** So often it has been changed (rule 49). */
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
  if (event.type === 'ClientRegistered') return { status: 'REGISTERED', ...event.data, consents: [], changes: 0 };
  if (state.status === 'NONE') return state;
  switch (event.type) {
    case 'ClientChanged': {
      const { personal, ...rest } = event.data;
      return { ...state, ...rest, personal: { ...state.personal, ...personal }, changes: state.changes + 1 };
    }
    case 'ConsentGiven': {
      const { scope, givenOn } = event.data;
      return { ...state, consents: [...state.consents, { scope, givenOn, withdrawnOn: null }] };
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
  }
};
