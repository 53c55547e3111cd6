import { type CommandOf, type DataOf, decider } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { MOST_APPOINTMENTS, MOST_MEMBERSHIP_CHANGES } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { NetworkRole, Role } from '../vocabulary.ts';
import type { NetworkEvent } from './events.ts';
import { evolve, type FormedNetwork, membershipOn, type NetworkState, rolesFrom } from './state.ts';

type Data<Type extends NetworkEvent['type']> = DataOf<NetworkEvent, Type>;

/** Fact: whether another network has this name, area and year. */
type FormNetwork = Data<'NetworkFormed'> & { readonly exists: boolean };

const formNetwork = ({ name, area, fiscalYear, exists }: FormNetwork, state: NetworkState): NetworkEvent[] => {
  if (state.status !== 'NONE') return [];
  if (exists) throw new Rejected('NETWORK_EXISTS', ['name']);
  return [{ type: 'NetworkFormed', data: { name, area, fiscalYear } }];
};

/** One that nobody ever joined. */
const dissolveNetwork = ({ reason }: Data<'NetworkDissolved'>, state: NetworkState): NetworkEvent[] => {
  if (state.status === 'DISSOLVED') return [];
  if (known(state).memberships.length > 0) throw new Rejected('NETWORK_HAS_MEMBERS', ['networkId']);
  return [{ type: 'NetworkDissolved', data: { reason } }];
};

/**
 * Fact: the roles of the office that open delegations, or accepted visits from that day on, rest
 * on.
 */
type JoinNetwork = Data<'OfficeJoined'> & { readonly neededRoles: readonly NetworkRole[] };

/** Joining again changes the roles from that day (contract, joinNetwork). */
const joinNetwork = ({ officeId, roles, joinedOn, neededRoles }: JoinNetwork, state: FormedNetwork): NetworkEvent[] => {
  const wanted = [...new Set(roles)].sort();
  const present = membershipOn(state, officeId, joinedOn);
  if (present && present.leftOn === null && JSON.stringify([...present.roles].sort()) === JSON.stringify(wanted))
    return [];
  const lost = rolesFrom(state, officeId, joinedOn).filter((role) => !wanted.includes(role));
  if (lost.some((role) => neededRoles.includes(role))) throw new Rejected('OFFICE_HAS_VISITS', ['roles']);
  refuseTooMany(state, officeId);
  return [{ type: 'OfficeJoined', data: { officeId, roles: wanted, joinedOn } }];
};

const refuseTooMany = ({ changesOf }: FormedNetwork, officeId: Uuid): void => {
  if ((changesOf[officeId] ?? 0) >= MOST_MEMBERSHIP_CHANGES) throw new Rejected('TOO_MANY_CHANGES', ['officeId']);
};

/**
 * Fact: whether the office has open delegations, or accepted visits after that day, on either side.
 */
type LeaveNetwork = Data<'OfficeLeft'> & { readonly hasVisits: boolean };

const leaveNetwork = ({ officeId, leftOn, hasVisits }: LeaveNetwork, state: FormedNetwork): NetworkEvent[] => {
  const memberships = state.memberships.filter((one) => one.officeId === officeId);
  const last = memberships.at(-1);
  if (!last) throw new Rejected('OFFICE_NOT_MEMBER', ['officeId']);
  if (last.leftOn === leftOn) return [];
  if (leftOn < last.joinedOn) throw new Rejected('LEFT_BEFORE_JOINED', ['leftOn']);
  if (last.leftOn !== null && last.leftOn < leftOn) throw new Rejected('OFFICE_NOT_MEMBER', ['officeId']);
  if (hasVisits) throw new Rejected('OFFICE_HAS_VISITS', ['leftOn']);
  refuseTooMany(state, officeId);
  return [{ type: 'OfficeLeft', data: { officeId, leftOn } }];
};

/**
 * Facts: the role that the person is enrolled in now, null for none; whether the subject is
 * enrolled by nobody (rule 47).
 */
type AppointViewer = Data<'ViewerAppointed'> & { readonly enrolledAs: Role | null; readonly isReserved: boolean };

const appointViewer = (command: AppointViewer, state: FormedNetwork): NetworkEvent[] => {
  const { subject, role, memberName, enrolledAs, isReserved } = command;
  if (isReserved) throw new Rejected('ADMIN_SUBJECT', ['subject']);
  if (enrolledAs !== null && enrolledAs !== role) throw new Rejected('HAS_OTHER_ROLE', ['subject']);
  if (memberName === null && state.viewers.some((viewer) => viewer.subject === subject && viewer.role === role))
    return [];
  if (state.appointments >= MOST_APPOINTMENTS) throw new Rejected('TOO_MANY_CHANGES', ['networkId']);
  return [{ type: 'ViewerAppointed', data: { subject, role, memberName } }];
};

const dismissViewer = ({ subject, reason }: Data<'ViewerDismissed'>, state: FormedNetwork): NetworkEvent[] =>
  state.viewers.some((viewer) => viewer.subject === subject)
    ? [{ type: 'ViewerDismissed', data: { subject, reason } }]
    : [];

const known = (state: NetworkState): FormedNetwork => {
  if (state.status !== 'FORMED') throw new Rejected('NETWORK_UNKNOWN', ['networkId']);
  return state;
};

/** Network (ネットワーク): its member offices by day, and its viewers. */
export const network = decider({
  category: 'network',
  initial: { status: 'NONE' },
  evolve,
  known,
  creating: { FormNetwork: formNetwork, DissolveNetwork: dissolveNetwork },
  changing: {
    JoinNetwork: joinNetwork,
    LeaveNetwork: leaveNetwork,
    AppointViewer: appointViewer,
    DismissViewer: dismissViewer,
  },
});
export type NetworkCommand = CommandOf<typeof network>;
