import t from 'tap';
import { client } from '../../../src/domain/client/decider.ts';
import type { ClientEvent } from '../../../src/domain/client/events.ts';
import { clientRefusal } from '../../../src/domain/client/partners.ts';
import { hasConsent } from '../../../src/domain/client/state.ts';
import { stateAfter } from '../../support/specification.ts';
import {
  clientChanged,
  clientLeft,
  clientRegistered,
  clientTransferred,
  consentGiven,
  consentWithdrawn,
  OTHER_OFFICE,
  PARTNER,
  sealed,
  THIRD_OFFICE,
} from './example-client.ts';

t.test('consent stands from the day it is given until the day it is withdrawn, that excluded', async (t) => {
  const given = stateAfter(client, [clientRegistered(), consentGiven('2026-05-01', 'SURVEY')]);
  const withdrawn = client.evolve(given, consentWithdrawn('2026-05-20', 'SURVEY'));
  t.strictSame(
    ['2026-04-30', '2026-05-01', '2026-05-19', '2026-05-20'].map((day) => [
      hasConsent(given, 'SURVEY', day),
      hasConsent(withdrawn, 'SURVEY', day),
    ]),
    [
      [false, false],
      [true, true],
      [true, true],
      [true, false],
    ],
  );
});

t.test('consent that is withdrawn on the day it was given never stood', async (t) => {
  const state = stateAfter(client, [
    clientRegistered(),
    consentGiven('2026-05-01', 'SURVEY'),
    consentWithdrawn('2026-05-01', 'SURVEY'),
  ]);
  t.equal(hasConsent(state, 'SURVEY', '2026-05-01'), false);
});

t.test('consent of one scope is none of another, and is withdrawn alone', async (t) => {
  const state = stateAfter(client, [
    clientRegistered(),
    consentGiven('2026-05-01', 'SURVEY'),
    consentGiven('2026-05-10'),
    consentWithdrawn('2026-05-20', 'SURVEY'),
  ]);
  const scopes = ['SURVEY', 'SHARE_WITHIN_NETWORK'] as const;
  t.strictSame(
    ['2026-05-09', '2026-05-10', '2026-05-20'].map((day) => scopes.map((scope) => hasConsent(state, scope, day))),
    [
      [true, false],
      [true, true],
      [false, true],
    ],
  );
});

t.test('consent that is given again stands again, with the gap between', async (t) => {
  const state = stateAfter(client, [
    clientRegistered(),
    consentGiven('2026-04-01'),
    consentWithdrawn('2026-04-10'),
    consentGiven('2026-05-01'),
    consentWithdrawn('2026-05-10'),
  ]);
  t.strictSame(
    ['2026-04-09', '2026-04-10', '2026-04-30', '2026-05-01', '2026-05-10'].map((day) =>
      hasConsent(state, 'SHARE_WITHIN_NETWORK', day),
    ),
    [true, false, false, true, false],
  );
});

t.test('a change replaces what it names and leaves the rest', async (t) => {
  const before = stateAfter(client, [clientRegistered()]);
  if (before.status === 'NONE') throw new Error('the client is registered');
  const area = { area: '世田谷区宮坂' };
  t.strictSame(client.evolve(before, clientChanged(area)), { ...before, ...area, changes: 1 });
  const change = { careLevel: 'CARE_3' as const, personal: { address: sealed('桜1-2-3'), phone: null } };
  t.strictSame(client.evolve(before, clientChanged(change)), {
    ...before,
    careLevel: 'CARE_3',
    personal: { ...before.personal, ...change.personal },
    changes: 1,
  });
});

t.test('with a transfer consent is given to the next office, and falls away with it', async (t) => {
  const days = ['2026-06-30', '2026-07-01', '2026-07-08'];
  const sharing = (...events: ClientEvent[]) =>
    days.map((day) => hasConsent(stateAfter(client, [clientRegistered(), ...events]), 'SHARE_WITHIN_NETWORK', day));
  t.strictSame(sharing(clientTransferred()), [false, true, true]);
  t.strictSame(sharing(clientTransferred(), clientTransferred({ on: '2026-07-08' })), [false, false, true]);
  t.strictSame(sharing(clientTransferred(), clientTransferred({ toOfficeId: PARTNER })), [false, false, false]);
  t.strictSame(sharing(clientTransferred(), clientLeft('2026-06-30')), [false, false, false]);
  t.strictSame(sharing(clientTransferred(), consentWithdrawn('2026-07-08')), [false, true, false]);
  t.strictSame(sharing(consentGiven('2026-05-01'), clientTransferred(), clientLeft('2026-06-30')), [true, true, true]);
});

t.test('rule 9: a client is the office’s to plan for until the transfer, then the next one’s, until the end', (t) => {
  const refusals = (events: readonly ClientEvent[], day: string) => {
    const state = stateAfter(client, [clientRegistered(), ...events]);
    if (state.status === 'NONE') throw new Error('the client is registered');
    return [PARTNER, OTHER_OFFICE, THIRD_OFFICE].map((officeId) => clientRefusal(state, officeId, day));
  };
  const GONE = 'CLIENT_TRANSFERRED';
  const toOther = clientTransferred();
  const toThird = clientTransferred({ fromOfficeId: OTHER_OFFICE, toOfficeId: THIRD_OFFICE, on: '2026-08-01' });
  const back = clientTransferred({ fromOfficeId: THIRD_OFFICE, toOfficeId: PARTNER, on: '2026-09-01' });
  const cases: [ClientEvent[], string, (string | null)[]][] = [
    [[], '2026-06-30', [null, GONE, GONE]],
    [[toOther], '2026-06-30', [null, GONE, GONE]],
    [[toOther], '2026-07-01', [GONE, null, GONE]],
    [[toOther, toThird], '2026-07-31', [GONE, null, GONE]],
    [[toOther, toThird], '2026-08-01', [GONE, GONE, null]],
    [[toOther, toThird, back], '2026-09-01', [null, GONE, GONE]],
    [[toOther, clientTransferred({ on: '2026-07-08' })], '2026-07-07', [null, GONE, GONE]],
    [[toOther, clientTransferred({ toOfficeId: THIRD_OFFICE, on: '2026-07-08' })], '2026-07-07', [null, GONE, GONE]],
    [[toOther, clientTransferred({ toOfficeId: PARTNER })], '2026-07-01', [null, GONE, GONE]],
    [[toOther, clientLeft('2026-06-30')], '2026-07-01', ['CLIENT_LEFT', GONE, GONE]],
    [[clientLeft('2026-06-30')], '2026-06-30', [null, GONE, GONE]],
    [[clientLeft('2026-06-30'), clientLeft('2026-07-31')], '2026-07-01', [null, GONE, GONE]],
  ];
  for (const [events, day, expected] of cases) t.strictSame(refusals(events, day), expected, JSON.stringify(events));
  t.end();
});

t.test('nobody has consented who is not registered, and nothing happens to them', async (t) => {
  t.equal(hasConsent(client.initial, 'SURVEY', '2026-06-01'), false);
  t.equal(client.evolve(client.initial, consentGiven('2026-05-01')), client.initial);
});
