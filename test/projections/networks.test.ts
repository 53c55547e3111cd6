import t from 'tap';
import { memberIdOf, streamOf, uuidOf } from '../../src/domain/ids.ts';
import type { NetworkEvent } from '../../src/domain/network/events.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import { membersView } from '../../src/projections/members.ts';
import {
  allNetworks,
  appointmentOf,
  membersOfNetwork,
  networkRolesOfOffice,
  networksById,
  networksOfOffice,
  networksOfViewer,
  networksView,
  rolesInNetwork,
  sharesNetwork,
  viewersOfNetwork,
} from '../../src/projections/networks.ts';
import { sealed } from '../support/example-events/example.ts';
import { afterEvents, type Given } from '../support/view-test.ts';

const day = (n: number): string => `2026-06-0${n}T00:00:00.000Z`;
const [ONE, TWO] = [uuidOf('network', 1), uuidOf('network', 2)];
const [P, A, B] = [uuidOf('office', 'p'), uuidOf('office', 'a'), uuidOf('office', 'b')];
const of = (network: string, event: NetworkEvent, n = 1): Given => [day(n), streamOf('network', network), event];
const formed = (network: string, name: string, fiscalYear: number): Given =>
  of(network, { type: 'NetworkFormed', data: { name, area: '架空市', fiscalYear } });
const joined = (network: string, officeId: string, role: 'PARTNER' | 'ASSIST', joinedOn: string): Given =>
  of(network, { type: 'OfficeJoined', data: { officeId, roles: [role], joinedOn } });
const appointed = (network: string, subject: string, memberName: string | null, n = 1): Given =>
  of(network, { type: 'ViewerAppointed', data: { subject, role: 'AUDITOR', memberName } }, n);
const inName = (subject: string): string => sealed(keyIdOf('member', memberIdOf(subject)), subject);

const NETWORKS = [formed(ONE, '架空第二', 2026), formed(TWO, '架空第一', 2026)];
const one = { id: ONE, name: '架空第二', area: '架空市', fiscalYear: 2026, dissolved: false };
const two = { id: TWO, name: '架空第一', area: '架空市', fiscalYear: 2026, dissolved: false };

t.test('offices join, change roles and leave; who shared a network goes on sharing it', (t) => {
  const given = [
    ...NETWORKS,
    joined(ONE, P, 'PARTNER', '2026-04-01'),
    joined(ONE, A, 'ASSIST', '2026-05-01'),
    joined(ONE, A, 'ASSIST', '2026-07-01'),
    joined(ONE, A, 'PARTNER', '2026-06-01'),
    of(ONE, { type: 'OfficeLeft', data: { officeId: A, leftOn: '2026-06-30' } }),
    joined(TWO, A, 'ASSIST', '2026-04-01'),
    joined(TWO, B, 'ASSIST', '2026-04-01'),
  ];
  const member = (officeId: string, role: string, joinedOn: string, leftOn: string | null) => ({
    networkId: ONE,
    officeId,
    roles: [role],
    joinedOn,
    leftOn,
  });
  afterEvents(t, [networksView], given, (t, readModel) => {
    t.strictSame(membersOfNetwork(readModel, ONE), [
      member(P, 'PARTNER', '2026-04-01', null),
      member(A, 'ASSIST', '2026-05-01', '2026-05-31'),
      member(A, 'PARTNER', '2026-06-01', '2026-06-30'),
    ]);
    t.strictSame(allNetworks(readModel), [two, one]);
    t.strictSame(networksById(readModel, [ONE, uuidOf('none'), TWO]), [one, two]);
    t.strictSame(networksOfOffice(readModel, A), [two, one]);
    t.strictSame(networksOfOffice(readModel, P), [one]);
    t.strictSame(rolesInNetwork(readModel, ONE, A), ['ASSIST', 'PARTNER']);
    t.strictSame(rolesInNetwork(readModel, TWO, P), []);
    t.strictSame(networkRolesOfOffice(readModel, B), ['ASSIST']);
    t.strictSame(
      [sharesNetwork(readModel, P, [A]), sharesNetwork(readModel, P, [B]), sharesNetwork(readModel, P, [])],
      [true, false, false],
    );
    t.ok(sharesNetwork(readModel, B, [P, A]), 'with one of them');
  });
  t.end();
});

t.test('viewers of a network, with their own name or that of their enrolment', (t) => {
  const enrolled: Given = [
    day(1),
    streamOf('member', memberIdOf('enrolled')),
    {
      type: 'MemberEnrolled',
      data: { subject: 'enrolled', role: 'AUDITOR', officeId: null, caregiverId: null, name: inName('enrolled') },
    },
  ];
  const given = [
    ...NETWORKS,
    enrolled,
    joined(ONE, P, 'PARTNER', '2026-04-01'),
    appointed(ONE, 'gone', null, 1),
    appointed(TWO, 'gone', null, 1),
    appointed(ONE, 'named', inName('named'), 1),
    appointed(ONE, 'enrolled', null, 2),
    appointed(ONE, 'named', null, 3),
    of(ONE, { type: 'ViewerDismissed', data: { subject: 'gone', reason: inName('gone') } }, 3),
  ];
  const viewer = (subject: string, sealedName: string, since: string) => ({
    id: memberIdOf(subject),
    subject,
    role: 'AUDITOR',
    officeId: null,
    networkId: ONE,
    caregiverId: null,
    sealedName,
    since,
  });
  afterEvents(t, [membersView, networksView], given, (t, readModel) => {
    t.strictSame(viewersOfNetwork(readModel, ONE), [
      viewer('named', inName('named'), day(1)),
      viewer('enrolled', inName('enrolled'), day(2)),
    ]);
    t.equal(appointmentOf(readModel, ONE, 'named'), 'AUDITOR');
    t.equal(appointmentOf(readModel, ONE, 'gone'), null);
    t.strictSame(networksOfViewer(readModel, 'gone'), [two]);
  });
  t.end();
});
