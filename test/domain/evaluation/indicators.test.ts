import t from 'tap';
import { continuityOfCare, gini, quantile } from '../../../src/domain/evaluation/figures.ts';
import {
  type AskedVisit,
  type HeldVisit,
  indicatorsOf,
  timeBandOf,
} from '../../../src/domain/evaluation/indicators.ts';

t.test('quantiles are those of R and pandas (type 7)', async (t) => {
  // quantile(c(15, 20, 35, 40, 50), c(.4, .9)); R documentation of `quantile`.
  t.equal(quantile([50, 15, 40, 20, 35], 0.4), 29);
  t.equal(quantile([50, 15, 40, 20, 35], 0.9), 46);
  t.equal(quantile([3, 1], 0.5), 2);
  t.equal(quantile([7], 0.9), 7);
  t.equal(quantile([], 0.5), null);
});

t.test('Gini: nothing to share, all the same, one with everything, a worked example', async (t) => {
  t.equal(gini([0, 0]), null);
  t.equal(gini([5, 5, 5]), 0);
  t.equal(gini([0, 0, 0, 12]), 0.75);
  // The mean difference of any two of 1, 2, 3, 4 is 1.25, their mean 2.5.
  t.equal(gini([4, 2, 1, 3]), 0.25);
});

t.test('continuity of care by Bice and Boxerman', async (t) => {
  t.equal(continuityOfCare([1]), null);
  t.equal(continuityOfCare([6]), 1);
  t.equal(continuityOfCare([1, 1, 1]), 0);
  // Nine visits, (5, 3, 1): (25 + 9 + 1 − 9) / (9 × 8).
  t.equal(continuityOfCare([5, 3, 1]), 26 / 72);
});

t.test('bands of the day begin at 6, 8, 18 and 22 in Asia/Tokyo', async (t) => {
  const at = (time: string) => timeBandOf(new Date(`2026-04-10T${time}:00.000+09:00`).toISOString());
  t.strictSame(['05:59', '06:00', '07:59', '08:00', '17:59', '18:00', '21:59', '22:00', '00:00'].map(at), [
    'NIGHT',
    'EARLY',
    'EARLY',
    'DAY',
    'DAY',
    'EVENING',
    'EVENING',
    'NIGHT',
    'NIGHT',
  ]);
});

const asked = (visit: Partial<AskedVisit>): AskedVisit => ({
  state: 'TAKEN',
  heldBy: 'a',
  round: 1,
  outcome: null,
  service: 'PHYSICAL_CARE',
  plannedStart: '2026-04-10T01:00:00.000Z',
  wasEscalated: false,
  minutesToAccept: [],
  releasedBy: [],
  ...visit,
});
const held = (visit: Partial<HeldVisit>): HeldVisit => ({
  clientId: 'k1',
  assistOfficeId: 'a',
  caregiverId: 'c1',
  status: 'VERIFIED',
  minutes: 30,
  feeYen: 1_000,
  recordVersion: 1,
  hadException: false,
  minutesToRecord: 60,
  minutesToVerify: 600,
  ...visit,
});

t.test('a month by hand', async (t) => {
  const { figures, load, ...counts } = indicatorsOf({
    asked: [
      asked({ minutesToAccept: [10] }),
      asked({ minutesToAccept: [20, 40], releasedBy: ['b'], round: 2, service: 'DAILY_LIVING' }),
      // Cancelled by the partner office, which does not make it uncovered.
      asked({ state: 'WITHDRAWN', minutesToAccept: [30] }),
      // The need fell away before anybody had it.
      asked({ state: 'WITHDRAWN', heldBy: null, round: null }),
      asked({ state: 'UNCOVERED', heldBy: null, round: null, outcome: 'FAMILY', wasEscalated: true }),
      asked({ state: 'UNCOVERED', heldBy: null, round: null, plannedStart: '2026-04-10T10:00:00.000Z' }),
      asked({ state: 'FREE', heldBy: null, round: null, wasEscalated: true }),
    ],
    offers: [
      { officeId: 'a', status: 'ACCEPTED', saidYes: true, declineReason: null, minutesToAnswer: 10 },
      { officeId: 'a', status: 'EXPIRED', saidYes: false, declineReason: null, minutesToAnswer: null },
      { officeId: 'b', status: 'DECLINED', saidYes: false, declineReason: 'NO_CAPACITY', minutesToAnswer: 30 },
      { officeId: 'd', status: 'OPEN', saidYes: false, declineReason: null, minutesToAnswer: null },
    ],
    held: [
      held({}),
      held({ caregiverId: 'c2', hadException: true, minutesToRecord: 180 }),
      held({ assistOfficeId: 'b', recordVersion: 2, minutes: 60, minutesToVerify: null }),
      held({ status: 'CANCELLED', recordVersion: 0, minutesToRecord: null, minutesToVerify: null, feeYen: 500 }),
      held({ status: 'MISSED', recordVersion: 0, minutesToRecord: null, minutesToVerify: null, feeYen: 0 }),
      held({ status: 'RELEASED', recordVersion: 0, minutesToRecord: null, minutesToVerify: null, feeYen: 0 }),
      held({ clientId: 'k2' }),
    ],
    daysToPayment: [30, 31, 60],
  });
  t.strictSame(counts, {
    visitsRequested: 6,
    visitsCovered: 3,
    coveredInFirstRound: 2,
    escalated: 2,
    uncovered: [
      { outcome: 'FAMILY', n: 1 },
      { outcome: null, n: 1 },
    ],
    declines: [{ reason: 'NO_CAPACITY', n: 1 }],
    delegatedMinutes: 150,
    feeYen: 4_500,
    byTimeBand: [
      { band: 'DAY', service: 'PHYSICAL_CARE', requested: 4, covered: 2 },
      { band: 'DAY', service: 'DAILY_LIVING', requested: 1, covered: 1 },
      { band: 'EVENING', service: 'PHYSICAL_CARE', requested: 1, covered: 0 },
    ],
  });
  t.strictSame(figures, {
    coverageRate: { value: 0.5, n: 6 },
    medianMinutesToAccept: { value: 25, n: 4 },
    p90MinutesToAccept: { value: 37, n: 4 },
    missedRate: { value: 1 / 6, n: 6 },
    cancelledRate: { value: 1 / 6, n: 6 },
    releasedRate: { value: 1 / 3, n: 3 },
    medianHoursToRecord: { value: 1, n: 4 },
    medianHoursToVerify: { value: 10, n: 3 },
    exceptionRate: { value: 0.25, n: 4 },
    amendedRate: { value: 0.25, n: 4 },
    // k1 was visited by c1 twice and by c2 once, k2 by c1.
    caregiversPerClient: { value: 1.5, n: 2 },
    continuityOfCare: { value: 1 / 3, n: 1 },
    medianDaysToPayment: { value: 31, n: 3 },
    // 90, 60 and 0 minutes: the mean difference of any two is 40, the mean 50.
    loadGini: { value: 0.4, n: 3 },
  });
  t.strictSame(load[1], {
    officeId: 'b',
    minutes: 60,
    share: 0.4,
    visits: 1,
    answered: 1,
    offered: 1,
    accepted: 0,
    declined: 1,
    lapsed: 0,
    released: 1,
    missed: 0,
    medianMinutesToAnswer: 30,
  });
  t.strictSame(
    load.map(({ officeId, minutes, offered, lapsed }) => [officeId, minutes, offered, lapsed]),
    [
      ['a', 90, 2, 1],
      ['b', 60, 1, 0],
      ['d', 0, 1, 0],
    ],
  );
});

t.test('a month without anything', async (t) => {
  const { figures, ...counts } = indicatorsOf({ asked: [], offers: [], held: [], daysToPayment: [] });
  t.strictSame([...new Set(Object.values(figures).map(({ value, n }) => `${value} of ${n}`))], ['null of 0']);
  t.equal(counts.visitsRequested, 0);
});
