import type { Uuid } from '../ids.ts';
import type { Role } from '../vocabulary.ts';
import type { MemberEvent } from './events.ts';

interface Person {
  readonly subject: string;
  readonly role: Role;
  readonly officeId: Uuid | null;
  /** One per office. */
  readonly caregivers: readonly { readonly officeId: Uuid; readonly caregiverId: Uuid }[];
}
export type EnrolledMember = Person & { readonly status: 'ENROLLED' };
export type MemberState = { readonly status: 'NONE' } | EnrolledMember | (Person & { readonly status: 'REMOVED' });

export const evolve = (state: MemberState, event: MemberEvent): MemberState => {
  switch (event.type) {
    case 'MemberEnrolled': {
      const { subject, role, officeId, caregiverId } = event.data;
      const added = officeId !== null && caregiverId !== null ? [{ officeId, caregiverId }] : [];
      const kept =
        role === 'CAREGIVER' && state.status === 'ENROLLED' && state.role === 'CAREGIVER'
          ? state.caregivers.filter((one) => one.officeId !== officeId)
          : [];
      return {
        status: 'ENROLLED',
        subject,
        role,
        officeId: kept[0]?.officeId ?? officeId,
        caregivers: [...kept, ...added],
      };
    }
    case 'MemberRemoved': {
      if (state.status === 'NONE') return state;
      const { officeId } = event.data;
      const left = officeId === null ? [] : state.caregivers.filter((one) => one.officeId !== officeId);
      if (state.role === 'CAREGIVER' && left[0]) return { ...state, officeId: left[0].officeId, caregivers: left };
      return { ...state, status: 'REMOVED', caregivers: [] };
    }
  }
};
