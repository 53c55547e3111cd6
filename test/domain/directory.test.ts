import t from 'tap';
import { agreement } from '../../src/domain/agreement/decider.ts';
import type { AgreementEvent, TermsContent } from '../../src/domain/agreement/events.ts';
import { termsInForceOn, termsLastInForceOn } from '../../src/domain/agreement/state.ts';
import { dayOf, endOfDay, lastDayOf, monthOf } from '../../src/domain/calendar.ts';
import { client } from '../../src/domain/client/decider.ts';
import type { ClientEvent } from '../../src/domain/client/events.ts';
import { hasConsent } from '../../src/domain/client/state.ts';
import { uuidOf } from '../../src/domain/ids.ts';
import { member } from '../../src/domain/member/decider.ts';
import type { MemberEvent } from '../../src/domain/member/events.ts';
import { network } from '../../src/domain/network/decider.ts';
import type { NetworkEvent } from '../../src/domain/network/events.ts';
import { rolesOn } from '../../src/domain/network/state.ts';
import { decided, stateAfter } from '../support/specification.ts';

const NOW = '2026-06-01T03:00:00.000Z';
const TEXT = 'sealed:1:member/00000000-0000-4000-8000-000000000000:AAAA';
const [a, b, c] = ['a', 'b', 'c'].map((key) => uuidOf(key)) as [string, string, string];

t.test('rule 6: days and months are those of Asia/Tokyo, and a day ends at 24:00 there', async (t) => {
  t.strictSame([dayOf('2026-05-31T14:59:59.999Z'), dayOf('2026-05-31T15:00:00.000Z')], ['2026-05-31', '2026-06-01']);
  t.equal(monthOf('2026-12-31T15:00:00.000Z'), '2027-01');
  t.equal(endOfDay('2026-06-01'), '2026-06-01T15:00:00.000Z');
  t.strictSame([lastDayOf('2028-02'), lastDayOf('2026-12')], ['2028-02-29', '2026-12-31']);
});

const content = (effectiveFrom: string): TermsContent => ({
  effectiveFrom,
  feeBasis: 'PER_HOUR',
  percentHundredths: null,
  prices: [],
  yenPerHour: 3000,
  taxClass: 'TAXABLE_10',
  rounding: 'DOWN',
  cancellation: [],
  paymentDays: 30,
  confirmDays: 10,
});
const propose = (effectiveFrom: string, proposedBy = a) => ({
  type: 'ProposeTerms' as const,
  networkId: c,
  partnerOfficeId: a,
  assistOfficeId: b,
  content: content(effectiveFrom),
  proposedBy,
  isPair: true,
});
const proposed = (version: number, effectiveFrom: string): AgreementEvent => {
  const { type: _type, isPair: _isPair, ...data } = propose(effectiveFrom);
  return { type: 'TermsProposed', data: { ...data, version } };
};
const agreed = (version: number): AgreementEvent => ({ type: 'TermsAgreed', data: { version } });

t.test(
  'terms: the other office answers, versions follow one another, later ones do not begin in the past',
  async (t) => {
    t.strictSame(decided(agreement, [], propose('2026-04-01'), NOW), [proposed(1, '2026-04-01')]);
    t.strictSame(decided(agreement, [proposed(1, '2026-04-01')], propose('2026-04-01'), NOW), []);
    const agree = (byOfficeId: string) => ({ type: 'AgreeTerms' as const, version: 1, byOfficeId });
    t.strictSame(decided(agreement, [proposed(1, '2026-04-01')], agree(a), NOW), {
      refused: 'OWN_PROPOSAL',
      path: ['termsId'],
    });
    t.strictSame(decided(agreement, [proposed(1, '2026-04-01')], agree(b), NOW), [agreed(1)]);
    t.strictSame(decided(agreement, [proposed(1, '2026-04-01'), agreed(1)], agree(b), NOW), []);
    t.strictSame(decided(agreement, [proposed(1, '2026-04-01'), proposed(2, '2026-05-01')], agree(b), NOW), {
      refused: 'TERMS_ANSWERED',
      path: ['termsId'],
    });
    const first = [proposed(1, '2026-04-01'), agreed(1)];
    t.strictSame(decided(agreement, first, propose('2026-05-31'), NOW), {
      refused: 'TERMS_BEGIN_IN_PAST',
      path: ['effectiveFrom'],
    });
    const state = stateAfter(agreement, [...first, proposed(2, '2026-07-01'), agreed(2)]);
    t.strictSame(
      ['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'].map(
        (day) => termsInForceOn(state, day)?.version ?? null,
      ),
      [null, 1, 1, 2],
    );
    const end = { type: 'EndTerms' as const, version: 1, endsOn: '2026-06-10', reason: TEXT, hasVisitsAfter: true };
    t.strictSame(decided(agreement, first, end, NOW), { refused: 'VISITS_AFTER_END', path: ['endsOn'] });
    const over: AgreementEvent = { type: 'TermsEnded', data: { version: 1, endsOn: '2026-06-10', reason: TEXT } };
    const ended = stateAfter(agreement, [...first, over]);
    t.strictSame([termsInForceOn(ended, '2026-06-11'), termsLastInForceOn(ended, '2026-06-30')?.version], [null, 1]);
  },
);

t.test('network: joining again changes the roles from that day; leaving is refused while visits stand', async (t) => {
  const formed: NetworkEvent = { type: 'NetworkFormed', data: { name: 'n', area: 'a', fiscalYear: 2026 } };
  const joined = (roles: ('PARTNER' | 'ASSIST')[], joinedOn: string): NetworkEvent => ({
    type: 'OfficeJoined',
    data: { officeId: a, roles, joinedOn },
  });
  const history = [formed, joined(['ASSIST'], '2026-04-01'), joined(['ASSIST', 'PARTNER'], '2026-06-01')];
  const state = stateAfter(network, history);
  t.strictSame(
    ['2026-03-31', '2026-05-31', '2026-06-01'].map((day) => rolesOn(state, a, day)),
    [[], ['ASSIST'], ['ASSIST', 'PARTNER']],
  );
  t.strictSame(
    decided(
      network,
      history,
      { type: 'JoinNetwork', officeId: a, roles: ['PARTNER', 'ASSIST'], joinedOn: '2026-06-01' },
      NOW,
    ),
    [],
  );
  const leave = (hasVisits: boolean) => ({
    type: 'LeaveNetwork' as const,
    officeId: a,
    leftOn: '2026-06-30',
    hasVisits,
  });
  t.strictSame(decided(network, history, leave(true), NOW), { refused: 'OFFICE_HAS_VISITS', path: ['leftOn'] });
  const left = decided(network, history, leave(false), NOW) as NetworkEvent[];
  t.strictSame(left, [{ type: 'OfficeLeft', data: { officeId: a, leftOn: '2026-06-30' } }]);
  t.strictSame(rolesOn(stateAfter(network, [...history, ...left]), a, '2026-07-01'), []);
  const appoint = {
    type: 'AppointViewer' as const,
    subject: 's',
    role: 'AUDITOR' as const,
    memberName: null,
    enrolledAs: 'CONSULTANT' as const,
  };
  t.strictSame(decided(network, history, appoint, NOW), { refused: 'HAS_OTHER_ROLE', path: ['subject'] });
});

t.test(
  'rule 48: members: one role in one office, but caregivers may work for several; the last COORDINATOR goes by ADMINISTRATOR alone',
  async (t) => {
    const enroll = (role: 'COORDINATOR' | 'CAREGIVER', officeId: string, caregiverId: string | null) => ({
      type: 'EnrollMember' as const,
      subject: 's',
      role,
      officeId,
      caregiverId,
      name: null,
      lastCoordinator: false,
      byAdministrator: false,
    });
    const enrolled = (command: ReturnType<typeof enroll>, history: MemberEvent[] = []) =>
      decided(member, history, command, NOW) as MemberEvent[];
    const first = enrolled(enroll('CAREGIVER', a, c));
    const both = [...first, ...enrolled(enroll('CAREGIVER', b, c), first)];
    const state = stateAfter(member, both);
    t.strictSame(state.status === 'ENROLLED' && state.caregivers, [
      { officeId: a, caregiverId: c },
      { officeId: b, caregiverId: c },
    ]);
    t.strictSame(enrolled(enroll('CAREGIVER', b, c), both), []);
    const coordinator = enrolled(enroll('COORDINATOR', a, null));
    const remove = (byAdministrator: boolean) => ({
      type: 'RemoveMember' as const,
      officeId: null,
      reason: TEXT,
      lastCoordinator: true,
      byAdministrator,
    });
    t.strictSame(decided(member, coordinator, remove(false), NOW), { refused: 'LAST_COORDINATOR', path: ['subject'] });
    t.strictSame(decided(member, coordinator, remove(true), NOW), [
      { type: 'MemberRemoved', data: { subject: 's', officeId: null, reason: TEXT } },
    ]);
  },
);

t.test('clients: consent stands from its day until the day it is withdrawn', async (t) => {
  const personal = {
    name: TEXT,
    nameKana: null,
    birthDate: null,
    address: TEXT,
    phone: null,
    latitude: null,
    longitude: null,
    insurerNumber: null,
    insuredNumber: null,
    entryNotes: null,
  };
  const data = {
    networkId: c,
    partnerOfficeId: a,
    code: 'C-1',
    careLevel: 'CARE_1' as const,
    area: 'x',
    personal,
    digest: 'd',
  };
  const registered: ClientEvent = { type: 'ClientRegistered', data };
  t.strictSame(decided(client, [], { type: 'RegisterClient', ...data, officeIsPartner: false }, NOW), {
    refused: 'OFFICE_NOT_PARTNER',
    path: ['partnerOfficeId'],
  });
  t.strictSame(decided(client, [], { type: 'RegisterClient', ...data, officeIsPartner: true }, NOW), [registered]);
  t.strictSame(decided(client, [registered], { type: 'RegisterClient', ...data, officeIsPartner: true }, NOW), []);
  t.strictSame(
    decided(client, [registered], { type: 'RegisterClient', ...data, digest: 'e', officeIsPartner: true }, NOW),
    {
      refused: 'CLIENT_EXISTS',
      path: ['code'],
    },
  );
  const scope = 'SURVEY' as const;
  t.strictSame(
    decided(
      client,
      [registered],
      { type: 'GiveConsent', scope, givenOn: '2026-06-02', documentedBy: TEXT, officeIsPartner: true },
      NOW,
    ),
    {
      refused: 'DAY_IN_FUTURE',
      path: ['givenOn'],
    },
  );
  const newConsent = {
    type: 'GiveConsent' as const,
    scope,
    givenOn: '2026-05-01',
    documentedBy: TEXT,
    officeIsPartner: false,
  };
  t.strictSame(decided(client, [registered], newConsent, NOW), { refused: 'OFFICE_NOT_PARTNER', path: ['clientId'] });
  const given: ClientEvent = { type: 'ConsentGiven', data: { scope, givenOn: '2026-05-01', documentedBy: TEXT } };
  const withdrawn: ClientEvent = { type: 'ConsentWithdrawn', data: { scope, withdrawnOn: '2026-05-20' } };
  t.strictSame(
    decided(client, [registered, given], { type: 'WithdrawConsent', scope, withdrawnOn: '2026-05-20' }, NOW),
    [withdrawn],
  );
  const state = stateAfter(client, [registered, given, withdrawn]);
  t.strictSame(
    ['2026-04-30', '2026-05-01', '2026-05-19', '2026-05-20'].map((day) => hasConsent(state, scope, day)),
    [false, true, true, false],
  );
});
