import t from 'tap';
import { network } from '../../../src/domain/network/decider.ts';
import type { NetworkEvent } from '../../../src/domain/network/events.ts';
import { hasRoleFrom, membershipOn, rolesOn } from '../../../src/domain/network/state.ts';
import { stateAfter } from '../../support/specification.ts';
import {
  ASAHI,
  networkFormed,
  officeJoined,
  officeLeft,
  viewerAppointed,
  viewerDismissed,
  YUHI,
} from './example-network.ts';

const membershipsAfter = (...history: NetworkEvent[]) => {
  const state = stateAfter(network, [networkFormed(), ...history]);
  return state.status === 'FORMED' && state.memberships.map(({ roles, joinedOn, leftOn }) => [roles, joinedOn, leftOn]);
};

t.test('a network has its name, area and fiscal year, and begins with nobody', async (t) => {
  t.strictSame(stateAfter(network, [networkFormed()]), {
    status: 'FORMED',
    name: '城南ネットワーク',
    area: '世田谷区',
    fiscalYear: 2026,
    memberships: [],
    viewers: [],
    changesOf: {},
    appointments: 0,
  });
});

t.test('joining again changes the roles from that day', async (t) => {
  const state = stateAfter(network, [
    networkFormed(),
    officeJoined(['ASSIST'], '2026-04-01'),
    officeJoined(['PARTNER'], '2026-05-01', YUHI),
    officeJoined(['ASSIST', 'PARTNER'], '2026-06-01'),
  ]);
  t.strictSame(
    ['2026-03-31', '2026-04-01', '2026-05-31', '2026-06-01'].map((day) => rolesOn(state, ASAHI, day)),
    [[], ['ASSIST'], ['ASSIST'], ['ASSIST', 'PARTNER']],
  );
  t.strictSame(
    ['2026-04-30', '2026-05-01', '2026-06-01'].map((day) => rolesOn(state, YUHI, day)),
    [[], ['PARTNER'], ['PARTNER']],
  );
});

t.test('a membership lasts to its last day, that included', async (t) => {
  const state = stateAfter(network, [
    networkFormed(),
    officeJoined(['ASSIST'], '2026-04-01'),
    officeJoined(['ASSIST'], '2026-04-01', YUHI),
    officeLeft('2026-06-30'),
  ]);
  const asahi = { officeId: ASAHI, roles: ['ASSIST' as const], joinedOn: '2026-04-01', leftOn: '2026-06-30' };
  t.strictSame(membershipOn(state, ASAHI, '2026-06-30'), asahi);
  t.equal(membershipOn(state, ASAHI, '2026-07-01'), null);
  t.strictSame(membershipOn(state, YUHI, '2026-07-01'), { ...asahi, officeId: YUHI, leftOn: null });
  t.strictSame(
    [membershipOn(network.initial, ASAHI, '2026-06-01'), rolesOn(network.initial, ASAHI, '2026-06-01')],
    [null, []],
  );
});

t.test(
  'joining ends what lasts that day, leaves what ended before and replaces what begins that day or later',
  async (t) => {
    const both = ['ASSIST' as const, 'PARTNER' as const];
    t.strictSame(
      membershipsAfter(
        officeJoined(['ASSIST'], '2026-04-01'),
        officeLeft('2026-04-30'),
        officeJoined(['ASSIST'], '2026-05-02'),
        officeLeft('2026-06-01'),
        officeJoined(both, '2026-06-01'),
      ),
      [
        [['ASSIST'], '2026-04-01', '2026-04-30'],
        [['ASSIST'], '2026-05-02', '2026-05-31'],
        [both, '2026-06-01', null],
      ],
    );
    t.strictSame(membershipsAfter(officeJoined(['ASSIST'], '2026-06-01'), officeJoined(both, '2026-06-01')), [
      [both, '2026-06-01', null],
    ]);
    t.strictSame(membershipsAfter(officeJoined(['ASSIST'], '2026-07-01'), officeJoined(both, '2026-06-01')), [
      [both, '2026-06-01', null],
    ]);
  },
);

t.test('leaving moves a later last day forward and leaves an earlier one', async (t) => {
  t.strictSame(
    membershipsAfter(
      officeJoined(['ASSIST'], '2026-04-01'),
      officeLeft('2026-04-30'),
      officeJoined(['ASSIST'], '2026-06-01'),
      officeLeft('2026-06-30'),
      officeLeft('2026-06-15'),
    ),
    [
      [['ASSIST'], '2026-04-01', '2026-04-30'],
      [['ASSIST'], '2026-06-01', '2026-06-15'],
    ],
  );
});

t.test('who looks does so in one role, until dismissed', async (t) => {
  const viewersAfter = (...history: NetworkEvent[]) => {
    const state = stateAfter(network, [networkFormed(), ...history]);
    return state.status === 'FORMED' && state.viewers;
  };
  const other = { subject: 'somebody else', role: 'CONSULTANT' };
  const appointed = [viewerAppointed(), viewerAppointed({}, 'somebody else')];
  t.strictSame(viewersAfter(...appointed), [{ subject: 'midori', role: 'CONSULTANT' }, other]);
  t.strictSame(viewersAfter(...appointed, viewerAppointed({ role: 'AUDITOR' })), [
    other,
    { subject: 'midori', role: 'AUDITOR' },
  ]);
  t.strictSame(viewersAfter(...appointed, viewerDismissed()), [other]);
});

t.test('rule 28: whether an office has a role on a day or will have', async (t) => {
  const state = stateAfter(network, [
    networkFormed(),
    officeJoined(['ASSIST'], '2026-05-01'),
    officeLeft('2026-06-30'),
    officeJoined(['PARTNER'], '2026-08-01'),
  ]);
  const roles = (from: string) =>
    (['ASSIST', 'PARTNER'] as const).filter((role) => hasRoleFrom(state, ASAHI, role, from));
  t.strictSame(roles('2026-04-01'), ['ASSIST', 'PARTNER']);
  t.strictSame(roles('2026-06-30'), ['ASSIST', 'PARTNER'], 'its last day');
  t.strictSame(roles('2026-07-01'), ['PARTNER'], 'not yet, but to come');
  t.equal(hasRoleFrom(state, YUHI, 'PARTNER', '2026-07-01'), false);
  t.equal(hasRoleFrom(network.initial, ASAHI, 'PARTNER', '2026-07-01'), false, 'nothing is formed');
});

t.test('nothing happens in a network that is not formed', async (t) => {
  t.equal(network.evolve(network.initial, officeJoined(['ASSIST'], '2026-04-01')), network.initial);
});
