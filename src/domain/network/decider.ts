import { type CommandOf, type DataOf, decider } from '../decider.ts';
import { Rejected } from '../rejected.ts';
import type { Role } from '../vocabulary.ts';
import type { NetworkEvent } from './events.ts';
import { evolve, type FormedNetwork, membershipOn, type NetworkState } from './state.ts';

type Data<Type extends NetworkEvent['type']> = DataOf<NetworkEvent, Type>;

const formNetwork = ({ name, area, fiscalYear }: Data<'NetworkFormed'>, state: NetworkState): NetworkEvent[] =>
  state.status === 'FORMED' ? [] : [{ type: 'NetworkFormed', data: { name, area, fiscalYear } }];

/** Joining again changes the roles from that day (contract, joinNetwork). */
const joinNetwork = ({ officeId, roles, joinedOn }: Data<'OfficeJoined'>, state: FormedNetwork): NetworkEvent[] => {
  const wanted = [...new Set(roles)].sort();
  const present = membershipOn(state, officeId, joinedOn);
  if (present && present.leftOn === null && JSON.stringify([...present.roles].sort()) === JSON.stringify(wanted))
    return [];
  return [{ type: 'OfficeJoined', data: { officeId, roles: wanted, joinedOn } }];
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
  return [{ type: 'OfficeLeft', data: { officeId, leftOn } }];
};

/** Fact: the role that the person is enrolled in now, null for none. */
type AppointViewer = Data<'ViewerAppointed'> & { readonly enrolledAs: Role | null };

const appointViewer = (command: AppointViewer, state: FormedNetwork): NetworkEvent[] => {
  const { subject, role, memberName, enrolledAs } = command;
  if (enrolledAs !== null && enrolledAs !== role) throw new Rejected('HAS_OTHER_ROLE', ['subject']);
  if (memberName === null && state.viewers.some((viewer) => viewer.subject === subject && viewer.role === role))
    return [];
  return [{ type: 'ViewerAppointed', data: { subject, role, memberName } }];
};

const dismissViewer = ({ subject, reason }: Data<'ViewerDismissed'>, state: FormedNetwork): NetworkEvent[] =>
  state.viewers.some((viewer) => viewer.subject === subject)
    ? [{ type: 'ViewerDismissed', data: { subject, reason } }]
    : [];

const known = (state: NetworkState): FormedNetwork => {
  if (state.status === 'NONE') throw new Rejected('NETWORK_UNKNOWN', ['networkId']);
  return state;
};

/** Network (ネットワーク): its member offices by day, and its viewers. */
export const network = decider({
  category: 'network',
  initial: { status: 'NONE' },
  evolve,
  known,
  creating: { FormNetwork: formNetwork },
  changing: {
    JoinNetwork: joinNetwork,
    LeaveNetwork: leaveNetwork,
    AppointViewer: appointViewer,
    DismissViewer: dismissViewer,
  },
});
export type NetworkCommand = CommandOf<typeof network>;
