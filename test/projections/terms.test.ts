import t from 'tap';
import type { AgreementEvent, TermsContent } from '../../src/domain/agreement/events.ts';
import { addDays, dayOf, endOfDay } from '../../src/domain/calendar.ts';
import { agreementIdOf, streamOf, termsIdOf, uuidOf } from '../../src/domain/ids.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import { officesView } from '../../src/projections/offices.ts';
import type { ReadModel } from '../../src/projections/read-model.ts';
import { tasksBy, tasksView } from '../../src/projections/tasks.ts';
import { type TermsRow, termsById, termsOfNetwork, termsView } from '../../src/projections/terms.ts';
import { sealed } from '../support/example-events/example.ts';
import { ACTOR, afterEvents, type Given } from '../support/view-test.ts';

const AT = '2026-06-01T00:00:00.000Z';
const NETWORK = uuidOf('network');
const [P, A, B] = [
  'a0000000-0000-4000-8000-000000000000',
  'b0000000-0000-4000-8000-000000000000',
  'c0000000-0000-4000-8000-000000000000',
] as const;
const NOTE = sealed(keyIdOf('office', P), '単価');
const content = (effectiveFrom: string): TermsContent => ({
  effectiveFrom,
  feeBasis: 'PERCENT_OF_BENEFIT',
  percentHundredths: 8000,
  prices: [],
  yenPerHour: null,
  taxClass: 'EXEMPT',
  rounding: 'DOWN',
  cancellation: [],
  paymentDays: 30,
  confirmDays: 7,
});
const of = (partner: string, assist: string, event: AgreementEvent): Given => [
  AT,
  streamOf('agreement', agreementIdOf(NETWORK, partner, assist)),
  event,
];
const proposed = (version: number, effectiveFrom: string, partner: string = P, assist: string = A): Given =>
  of(partner, assist, {
    type: 'TermsProposed',
    data: {
      version,
      networkId: NETWORK,
      partnerOfficeId: partner,
      assistOfficeId: assist,
      content: content(effectiveFrom),
      proposedBy: partner,
    },
  });
const agreed = (version: number): Given => of(P, A, { type: 'TermsAgreed', data: { version } });
const row = (version: number, effectiveFrom: string, over: Partial<TermsRow> = {}): TermsRow => ({
  id: termsIdOf(NETWORK, P, A, version),
  agreementId: agreementIdOf(NETWORK, P, A),
  networkId: NETWORK,
  partnerOfficeId: P,
  assistOfficeId: A,
  version,
  content: content(effectiveFrom),
  proposedByOfficeId: P,
  proposedAt: AT,
  agreedAt: null,
  agreedBySubject: null,
  agreedByOfficeId: null,
  declinedAt: null,
  sealedDeclineNote: null,
  endsOn: null,
  ...over,
});
const AGREED = { agreedAt: AT, agreedBySubject: ACTOR.subject, agreedByOfficeId: ACTOR.officeId };

t.test('rule 28: a proposal waits for the other office since it was made, to the end of its first day', async (t) => {
  const given = [proposed(1, '2026-04-01'), proposed(2, '2026-06-01')];
  afterEvents(t, [officesView, termsView, tasksView], given, (t, readModel) => {
    const waits = (forId: string) =>
      tasksBy(readModel, { forIds: [forId], now: AT, kinds: ['AGREE_TERMS'] }, { after: null, limit: 2 });
    const [waiting, ...more] = waits(A);
    t.match(waiting, { termsId: termsIdOf(NETWORK, P, A, 2), since: AT, dueAt: '2026-06-01T15:00:00.000Z' });
    t.strictSame([more, waits(P)], [[], []]);
  });
});

t.test('who proposed terms hears that they were declined, until others are proposed', async (t) => {
  const declined = (version: number) => of(P, A, { type: 'TermsDeclined', data: { version, note: NOTE } });
  const VIEWS = [officesView, termsView, tasksView];
  const told = (readModel: ReadModel, forId: string) =>
    tasksBy(readModel, { forIds: [forId], now: AT, kinds: ['TERMS_DECLINED'] }, { after: null, limit: 2 });
  afterEvents(t, VIEWS, [proposed(1, '2027-04-01'), declined(1)], (t, readModel) => {
    const [one, ...more] = told(readModel, P);
    t.match(one, { termsId: termsIdOf(NETWORK, P, A, 1), officeId: A, since: AT, dueAt: '2027-04-01T15:00:00.000Z' });
    t.strictSame([more, told(readModel, A)], [[], []]);
  });
  // Its first day is over: a week to propose anew.
  afterEvents(t, VIEWS, [proposed(1, '2020-04-01'), declined(1)], (t, readModel) => {
    t.equal(told(readModel, P)[0]?.dueAt, endOfDay(addDays(dayOf(AT), 7)));
  });
  const anew = [proposed(1, '2027-04-01'), declined(1), proposed(2, '2027-05-01')];
  afterEvents(t, VIEWS, anew, (t, readModel) => t.strictSame(told(readModel, P), []));
});

t.test('an agreed version ends the agreed ones before it on the day before', (t) => {
  const given = [
    proposed(1, '2026-04-01'),
    agreed(1),
    proposed(2, '2026-06-01'),
    of(P, A, { type: 'TermsDeclined', data: { version: 2, note: NOTE } }),
    proposed(3, '2026-07-01'),
    agreed(3),
    proposed(4, '2026-09-01'),
    of(P, A, { type: 'TermsEnded', data: { version: 3, endsOn: '2026-08-15', reason: NOTE } }),
    agreed(4),
  ];
  const one = row(1, '2026-04-01', { ...AGREED, endsOn: '2026-06-30' });
  const two = row(2, '2026-06-01', { declinedAt: AT, sealedDeclineNote: NOTE });
  const three = row(3, '2026-07-01', { ...AGREED, endsOn: '2026-08-15' });
  const four = row(4, '2026-09-01', AGREED);
  afterEvents(t, [officesView, termsView, tasksView], given, (t, readModel) => {
    const all = { networkId: NETWORK, partnerOfficeId: null, assistOfficeId: null, ofOfficeId: null };
    t.strictSame(termsOfNetwork(readModel, all), [four, three, two, one]);
    t.strictSame(termsById(readModel, [one.id, uuidOf('none'), four.id]), [one, four]);
  });
  t.end();
});

t.test('a network’s terms by office', (t) => {
  const given = [proposed(1, '2026-04-01', A, B), proposed(1, '2026-04-01', P, B), proposed(1, '2026-04-01')];
  afterEvents(t, [officesView, termsView, tasksView], given, (t, readModel) => {
    const found = (partnerOfficeId: string | null, assistOfficeId: string | null, ofOfficeId: string | null) =>
      termsOfNetwork(readModel, { networkId: NETWORK, partnerOfficeId, assistOfficeId, ofOfficeId }).map((terms) => [
        terms.partnerOfficeId,
        terms.assistOfficeId,
      ]);
    t.strictSame(found(null, null, null), [
      [P, A],
      [P, B],
      [A, B],
    ]);
    t.strictSame(found(null, null, A), [
      [P, A],
      [A, B],
    ]);
    t.strictSame(found(P, null, null), [
      [P, A],
      [P, B],
    ]);
    t.strictSame(found(null, B, A), [[A, B]]);
    t.strictSame(found(P, B, A), []);
  });
  t.end();
});
