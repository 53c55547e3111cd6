import { addDays, type Day } from '../calendar.ts';
import type { Uuid } from '../ids.ts';
import type { NetworkRole } from '../vocabulary.ts';
import type { NetworkEvent } from './events.ts';

/** Both days inclusive; leftOn null while it lasts. */
export interface Membership {
  readonly officeId: Uuid;
  readonly roles: readonly NetworkRole[];
  readonly joinedOn: Day;
  readonly leftOn: Day | null;
}

export type NetworkState =
  | { readonly status: 'NONE' }
  | { readonly status: 'DISSOLVED' }
  | {
      readonly status: 'FORMED';
      readonly name: string;
      readonly area: string;
      readonly fiscalYear: number;
      /** In the order of joining; an office that joins again has a further one. */
      readonly memberships: readonly Membership[];
      readonly viewers: readonly { readonly subject: string; readonly role: 'CONSULTANT' | 'AUDITOR' }[];
      /** How often each office has joined and left, and anybody was appointed (rule 49). */
      readonly changesOf: Readonly<Record<Uuid, number>>;
      readonly appointments: number;
    };
export type FormedNetwork = Extract<NetworkState, { status: 'FORMED' }>;

/** The roles of an office in the network on a day; none where it is not a member. */
export const rolesOn = (state: NetworkState, officeId: Uuid, day: Day): readonly NetworkRole[] =>
  membershipOn(state, officeId, day)?.roles ?? [];

export const membershipOn = (state: NetworkState, officeId: Uuid, day: Day): Membership | null =>
  state.status !== 'FORMED'
    ? null
    : (state.memberships.find(
        (one) => one.officeId === officeId && one.joinedOn <= day && (one.leftOn === null || day <= one.leftOn),
      ) ?? null);

/** The roles that an office has on a day or will have after it. */
export const rolesFrom = ({ memberships }: FormedNetwork, officeId: Uuid, from: Day): readonly NetworkRole[] => [
  ...new Set(
    memberships
      .filter((one) => one.officeId === officeId && (one.leftOn === null || one.leftOn >= from))
      .flatMap(({ roles }) => roles),
  ),
];

/** Whether the office has the role in the network on a day, or will have. */
export const hasRoleFrom = (state: NetworkState, officeId: Uuid, role: NetworkRole, from: Day): boolean =>
  state.status === 'FORMED' && rolesFrom(state, officeId, from).includes(role);

export const evolve = (state: NetworkState, event: NetworkEvent): NetworkState => {
  if (event.type === 'NetworkFormed')
    return { status: 'FORMED', ...event.data, memberships: [], viewers: [], changesOf: {}, appointments: 0 };
  if (state.status !== 'FORMED') return state;
  switch (event.type) {
    case 'NetworkDissolved':
      return { status: 'DISSOLVED' };
    case 'OfficeJoined': {
      const { officeId, roles, joinedOn } = event.data;
      const before = state.memberships
        .filter((one) => one.officeId !== officeId || one.joinedOn < joinedOn)
        .map((one) =>
          one.officeId === officeId && (one.leftOn === null || one.leftOn >= joinedOn)
            ? { ...one, leftOn: addDays(joinedOn, -1) }
            : one,
        );
      return { ...counted(state, officeId), memberships: [...before, { officeId, roles, joinedOn, leftOn: null }] };
    }
    case 'OfficeLeft': {
      const { officeId, leftOn } = event.data;
      const ended = (one: Membership): Membership =>
        one.officeId === officeId && (one.leftOn === null || one.leftOn > leftOn) ? { ...one, leftOn } : one;
      return { ...counted(state, officeId), memberships: state.memberships.map(ended) };
    }
    case 'ViewerAppointed': {
      const { subject, role } = event.data;
      return {
        ...state,
        viewers: [...state.viewers.filter((viewer) => viewer.subject !== subject), { subject, role }],
        appointments: state.appointments + 1,
      };
    }
    case 'ViewerDismissed':
      return { ...state, viewers: state.viewers.filter(({ subject }) => subject !== event.data.subject) };
  }
};

const counted = (state: FormedNetwork, officeId: Uuid): FormedNetwork => ({
  ...state,
  changesOf: { ...state.changesOf, [officeId]: (state.changesOf[officeId] ?? 0) + 1 },
});
