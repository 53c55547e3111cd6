import type { Day } from '../calendar.ts';
import type { Uuid } from '../ids.ts';
import type { AreaGrade, Qualification, ServiceKind, Surcharge } from '../vocabulary.ts';
import type { AccountSet } from './bank-account.ts';
import type { OfficeEvent } from './events.ts';

type Registered = Extract<OfficeEvent, { type: 'OfficeRegistered' }>['data'];
/** What an office says of itself, except surcharges, which hold from a day on. */
export type OfficeDetails = Omit<Registered, 'surcharges' | 'providerNumber' | 'providerNumberChecks'>;

export interface Caregiver {
  readonly code: string;
  readonly qualifications: readonly Qualification[];
  /** Last day of work; null while they work there. */
  readonly leftOn: Day | null;
  /** So often they and their last day have been changed (rule 49). */
  readonly changes: number;
}

export type OfficeState =
  | { readonly status: 'NONE' }
  | {
      readonly status: 'REGISTERED';
      readonly providerNumber: string;
      readonly details: OfficeDetails;
      readonly services: readonly ServiceKind[];
      readonly areaGrade: AreaGrade;
      readonly invoiceNumber: string | null;
      /** Oldest first; '' = from the beginning. */
      readonly surchargesFrom: readonly { readonly from: Day | ''; readonly surcharges: readonly Surcharge[] }[];
      readonly caregivers: Readonly<Record<Uuid, Caregiver>>;
      /** Of the addresses to which notices go; null where there are none. */
      readonly noticeEmailDigest: string | null;
      /** Those that it has had, the newest last: what was approved stands (rule 35). */
      readonly accounts: readonly AccountSet[];
      /** So often its details have been changed (rule 49). */
      readonly changes: number;
    };
export type RegisteredOffice = Extract<OfficeState, { status: 'REGISTERED' }>;

/** 特定事業所加算 in force on a day. */
export const surchargesOn = (state: OfficeState, day: Day): readonly Surcharge[] =>
  state.status === 'NONE' ? [] : (state.surchargesFrom.findLast(({ from }) => from <= day)?.surcharges ?? []);

/** A caregiver of the office, even one who has left; null for another office's. */
export const caregiverOf = (state: OfficeState, caregiverId: Uuid): Caregiver | null =>
  state.status === 'NONE' ? null : (state.caregivers[caregiverId] ?? null);

/** Whether the caregiver works for the office on a day. */
export const worksOn = (state: OfficeState, caregiverId: Uuid, day: Day): boolean => {
  const caregiver = caregiverOf(state, caregiverId);
  return caregiver !== null && (caregiver.leftOn === null || day <= caregiver.leftOn);
};

export const evolve = (state: OfficeState, event: OfficeEvent): OfficeState => {
  if (event.type === 'OfficeRegistered') {
    const { surcharges, providerNumber, providerNumberChecks: _checks, ...details } = event.data;
    return {
      status: 'REGISTERED',
      providerNumber,
      details,
      services: details.services,
      areaGrade: details.areaGrade,
      invoiceNumber: details.invoiceNumber,
      surchargesFrom: [{ from: '', surcharges }],
      caregivers: {},
      noticeEmailDigest: null,
      accounts: [],
      changes: 0,
    };
  }
  return state.status === 'NONE' ? state : evolveRegistered(state, event);
};

const evolveRegistered = (
  state: RegisteredOffice,
  event: Exclude<OfficeEvent, { type: 'OfficeRegistered' }>,
): OfficeState => {
  switch (event.type) {
    case 'OfficeDetailsChanged': {
      const { surcharges, ...changes } = event.data;
      const details = { ...state.details, ...changes };
      const surchargesFrom = surcharges
        ? [...state.surchargesFrom.filter(({ from }) => from !== surcharges.from), surcharges].sort((a, b) =>
            a.from < b.from ? -1 : 1,
          )
        : state.surchargesFrom;
      return {
        ...state,
        details,
        services: details.services,
        areaGrade: details.areaGrade,
        invoiceNumber: details.invoiceNumber,
        surchargesFrom,
        changes: state.changes + 1,
      };
    }
    case 'NoticeEmailSet': {
      const { addresses, digest } = event.data;
      return { ...state, noticeEmailDigest: addresses.length > 0 ? digest : null, changes: state.changes + 1 };
    }
    case 'BankAccountSet':
      return { ...state, accounts: [...state.accounts, event.data] };
    case 'CaregiverEnrolled': {
      const { caregiverId, code, qualifications } = event.data;
      return withCaregiver(state, caregiverId, { code, qualifications, leftOn: null, changes: 0 });
    }
    case 'CaregiverChanged': {
      const caregiver = state.caregivers[event.data.caregiverId];
      if (!caregiver) return state;
      return withCaregiver(state, event.data.caregiverId, {
        ...caregiver,
        qualifications: event.data.qualifications ?? caregiver.qualifications,
        changes: caregiver.changes + 1,
      });
    }
    case 'CaregiverLeft': {
      const caregiver = state.caregivers[event.data.caregiverId];
      if (!caregiver) return state;
      const { leftOn } = event.data;
      return withCaregiver(state, event.data.caregiverId, { ...caregiver, leftOn, changes: caregiver.changes + 1 });
    }
  }
};

const withCaregiver = (state: RegisteredOffice, caregiverId: Uuid, caregiver: Caregiver): OfficeState => ({
  ...state,
  caregivers: { ...state.caregivers, [caregiverId]: caregiver },
});
