import type { Instant } from '../../../src/domain/calendar.ts';
import { memberIdOf, uuidOf } from '../../../src/domain/ids.ts';
import type { NetworkCommand } from '../../../src/domain/network/decider.ts';
import type { NetworkEvent } from '../../../src/domain/network/events.ts';
import type { NetworkRole } from '../../../src/domain/vocabulary.ts';
import { exampleSealed } from '../example-sealed.ts';

type Input<Type extends NetworkCommand['type']> = Omit<Extract<NetworkCommand, { type: Type }>, 'type'>;
type Data<Type extends NetworkEvent['type']> = Extract<NetworkEvent, { type: Type }>['data'];

export const NOON: Instant = '2026-06-01T03:00:00.000Z';

export const [ASAHI, YUHI] = [uuidOf('Asahi'), uuidOf('Yuhi')] as const;
const SUBJECT = 'midori';
export const NAME = exampleSealed('member', memberIdOf(SUBJECT), '田中緑');
const REASON = exampleSealed('member', memberIdOf(SUBJECT), '契約終了');

const described = { name: '城南ネットワーク', area: '世田谷区', fiscalYear: 2026 };

export const formNetwork = (over: Partial<typeof described & { exists: boolean }> = {}): NetworkCommand => ({
  type: 'FormNetwork',
  exists: false,
  ...described,
  ...over,
});
export const networkFormed = (): NetworkEvent => ({ type: 'NetworkFormed', data: described });

export const dissolveNetwork = (): NetworkCommand => ({ type: 'DissolveNetwork', reason: REASON });
export const networkDissolved = (): NetworkEvent => ({ type: 'NetworkDissolved', data: { reason: REASON } });

/** Asahi joins. */
export const joinNetwork = (
  roles: NetworkRole[],
  joinedOn: string,
  neededRoles: NetworkRole[] = [],
): NetworkCommand => ({
  type: 'JoinNetwork',
  officeId: ASAHI,
  roles,
  joinedOn,
  neededRoles,
});
export const officeJoined = (roles: NetworkRole[], joinedOn: string, officeId: string = ASAHI): NetworkEvent => ({
  type: 'OfficeJoined',
  data: { officeId, roles, joinedOn },
});

/** Asahi leaves. */
export const leaveNetwork = (leftOn: string, facts: { hasVisits?: boolean } = {}): NetworkCommand => ({
  type: 'LeaveNetwork',
  officeId: ASAHI,
  leftOn,
  hasVisits: false,
  ...facts,
});
export const officeLeft = (leftOn: string, officeId: string = ASAHI): NetworkEvent => ({
  type: 'OfficeLeft',
  data: { officeId, leftOn },
});

type Viewer = Omit<Data<'ViewerAppointed'>, 'subject'>;

/** Appoints Midori. */
export const appointViewer = (
  viewer: Partial<Viewer>,
  enrolledAs: Input<'AppointViewer'>['enrolledAs'],
  isReserved = false,
): NetworkCommand => ({
  type: 'AppointViewer',
  subject: SUBJECT,
  role: 'CONSULTANT',
  memberName: null,
  ...viewer,
  enrolledAs,
  isReserved,
});
export const viewerAppointed = (viewer: Partial<Viewer> = {}, subject: string = SUBJECT): NetworkEvent => ({
  type: 'ViewerAppointed',
  data: { subject, role: 'CONSULTANT', memberName: null, ...viewer },
});
export const dismissViewer = (): NetworkCommand => ({ type: 'DismissViewer', subject: SUBJECT, reason: REASON });
export const viewerDismissed = (): NetworkEvent => ({
  type: 'ViewerDismissed',
  data: { subject: SUBJECT, reason: REASON },
});
