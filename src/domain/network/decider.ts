import type { Decider } from '../decider.ts';
import { Rejected } from '../rejected.ts';
import type { NetworkCommand } from './commands.ts';
import type { NetworkEvent } from './events.ts';
import { evolve, type FormedNetwork, membershipOn, type NetworkState } from './state.ts';

type Command<Type extends NetworkCommand['type']> = Extract<NetworkCommand, { type: Type }>;

const formNetwork = ({ name, area, fiscalYear }: Command<'FormNetwork'>, state: NetworkState): NetworkEvent[] =>
  state.status === 'FORMED' ? [] : [{ type: 'NetworkFormed', data: { name, area, fiscalYear } }];

/** Joining again changes the roles from that day (contract, joinNetwork). */
const joinNetwork = ({ officeId, roles, joinedOn }: Command<'JoinNetwork'>, state: FormedNetwork): NetworkEvent[] => {
  const wanted = [...new Set(roles)].sort();
  const present = membershipOn(state, officeId, joinedOn);
  if (present && present.leftOn === null && JSON.stringify([...present.roles].sort()) === JSON.stringify(wanted))
    return [];
  return [{ type: 'OfficeJoined', data: { officeId, roles: wanted, joinedOn } }];
};

const leaveNetwork = (
  { officeId, leftOn, hasVisits }: Command<'LeaveNetwork'>,
  state: FormedNetwork,
): NetworkEvent[] => {
  const memberships = state.memberships.filter((one) => one.officeId === officeId);
  const last = memberships.at(-1);
  if (!last) throw new Rejected('OFFICE_NOT_MEMBER', ['officeId']);
  if (last.leftOn === leftOn) return [];
  if (leftOn < last.joinedOn) throw new Rejected('LEFT_BEFORE_JOINED', ['leftOn']);
  if (last.leftOn !== null && last.leftOn < leftOn) throw new Rejected('OFFICE_NOT_MEMBER', ['officeId']);
  if (hasVisits) throw new Rejected('OFFICE_HAS_VISITS', ['leftOn']);
  return [{ type: 'OfficeLeft', data: { officeId, leftOn } }];
};

const appointViewer = (command: Command<'AppointViewer'>, state: FormedNetwork): NetworkEvent[] => {
  const { subject, role, memberName, enrolledAs } = command;
  if (enrolledAs !== null && enrolledAs !== role) throw new Rejected('HAS_OTHER_ROLE', ['subject']);
  if (memberName === null && state.viewers.some((viewer) => viewer.subject === subject && viewer.role === role))
    return [];
  return [{ type: 'ViewerAppointed', data: { subject, role, memberName } }];
};

const dismissViewer = ({ subject, reason }: Command<'DismissViewer'>, state: FormedNetwork): NetworkEvent[] =>
  state.viewers.some((viewer) => viewer.subject === subject)
    ? [{ type: 'ViewerDismissed', data: { subject, reason } }]
    : [];

const decide = (command: NetworkCommand, state: NetworkState): readonly NetworkEvent[] => {
  if (command.type === 'FormNetwork') return formNetwork(command, state);
  if (state.status === 'NONE') throw new Rejected('NETWORK_UNKNOWN', ['networkId']);
  switch (command.type) {
    case 'JoinNetwork':
      return joinNetwork(command, state);
    case 'LeaveNetwork':
      return leaveNetwork(command, state);
    case 'AppointViewer':
      return appointViewer(command, state);
    case 'DismissViewer':
      return dismissViewer(command, state);
    default:
      return command satisfies never;
  }
};

/** Network (ネットワーク): its member offices by day, and who may look. */
export const network: Decider<NetworkState, NetworkCommand, NetworkEvent> = {
  category: 'network',
  initial: { status: 'NONE' },
  evolve,
  decide,
};
