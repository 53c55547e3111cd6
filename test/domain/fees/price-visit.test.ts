import t from 'tap';
import type { TermsContent } from '../../../src/domain/agreement/events.ts';
import { basisOn, type PriceBasis } from '../../../src/domain/fees/basis.ts';
import { cancellationFee, priceOrRefusal, priceVisit } from '../../../src/domain/fees/price-visit.ts';
import { Rejected } from '../../../src/domain/rejected.ts';
import { basis } from './example-basis.ts';

type Plan = Parameters<typeof priceVisit>[0];

const content = (over: Partial<TermsContent> = {}): TermsContent => ({
  effectiveFrom: '2026-04-01',
  feeBasis: 'PERCENT_OF_BENEFIT',
  percentHundredths: 8500,
  prices: [{ service: 'PHYSICAL_CARE', minutesUpTo: 60, yen: 3000 }],
  yenPerHour: 3601,
  taxClass: 'EXEMPT',
  rounding: 'HALF_UP',
  cancellation: [],
  paymentDays: 30,
  confirmDays: 10,
  ...over,
});
/** 身体介護 of 45 minutes at 10:00 in Tokyo: 387 units at 11.40 yen; 50 minutes were worked. */
const visit = (
  over: Partial<Plan> = {},
  terms: Partial<TermsContent> = {},
  by: Partial<PriceBasis> = {},
  worked: number | null = 50,
): Parameters<typeof priceVisit> => [
  {
    service: 'PHYSICAL_CARE',
    minutes: 45,
    physicalMinutes: null,
    plannedStart: '2026-06-01T01:00:00.000Z',
    emergency: false,
    ...over,
  },
  basis({}, { terms: { version: 7, content: content(terms) }, ...by }),
  worked,
];
const ofBenefit = {
  termsVersion: 7,
  taxClass: 'EXEMPT',
  feeTable: '令和6年度',
  serviceCode: '111211',
  units: 387,
  yenPerUnitHundredths: 1140,
  benefitYen: 4411,
  feeYen: 3749,
  minutes: 45,
};
const notOfBenefit = { ...ofBenefit, yenPerUnitHundredths: null, benefitYen: null };
const perVisit = { feeBasis: 'PER_VISIT' } as const;
const perHour = { feeBasis: 'PER_HOUR' } as const;
const refusal = (priced: Parameters<typeof priceVisit>) => {
  try {
    return priceVisit(...priced);
  } catch (error) {
    if (error instanceof Rejected) return { refused: error.code, path: error.path };
    throw error;
  }
};

t.test('rules 29, 30: a fee names all that it came from, as far as its basis looks at it', async (t) => {
  t.strictSame(priceVisit(...visit()), ofBenefit);
  t.strictSame(priceVisit(...visit({}, perVisit)), { ...notOfBenefit, feeYen: 3000 });
  // 3,601 × 50 / 60 = 3,000.83
  t.strictSame(priceVisit(...visit({}, perHour)), { ...notOfBenefit, feeYen: 3001, minutes: 50 });
  t.strictSame(priceVisit(...visit({}, perHour, {}, null)), { ...notOfBenefit, feeYen: 2701, minutes: 45 });
});

t.test('rule 29: by night, as an emergency, by an office with a surcharge, in another area', async (t) => {
  const night = visit(
    { plannedStart: '2026-06-01T14:00:00.000Z', emergency: true },
    {},
    { yenPerUnitHundredths: 1000, surcharges: ['SPECIFIED_1'] },
  );
  // 387 × 1.5 = 581; × 1.2 = 697; + 100 = 797 units at 10 yen; 85 % = 6,774.5
  t.strictSame(priceVisit(...night), {
    ...ofBenefit,
    serviceCode: '111213',
    units: 797,
    yenPerUnitHundredths: 1000,
    benefitYen: 7970,
    feeYen: 6775,
  });
});

t.test('rule 29: where the table has no code, a price that does not go by it stands without', async (t) => {
  const nothing = { feeTable: null, serviceCode: null, units: null };
  for (const by of [{ careCategory: 'SUPPORT' as const }, { feeTable: null }]) {
    t.strictSame(priceVisit(...visit({}, perVisit, by)), { ...notOfBenefit, ...nothing, feeYen: 3000 });
    t.strictSame(refusal(visit({}, {}, by)), { refused: 'NO_SERVICE_CODE', path: ['service'] });
  }
  const long = { minutes: 240 };
  t.strictSame(priceVisit(...visit(long, perHour, {}, null)), {
    ...notOfBenefit,
    ...nothing,
    feeYen: 14404,
    minutes: 240,
  });
  t.strictSame(refusal(visit(long)), { refused: 'NO_SERVICE_CODE', path: ['minutes'] });
});

t.test('rule 30: per visit, the shortest that is long enough, in whatever order the prices stand', async (t) => {
  const upTo = (minutesUpTo: number, yen: number) => ({ service: 'PHYSICAL_CARE' as const, minutesUpTo, yen });
  const ascending = [upTo(30, 2000), upTo(60, 3000), upTo(90, 4000)];
  for (const prices of [ascending, ascending.toReversed()]) {
    const yen = (minutes: number) => priceVisit(...visit({ minutes }, { ...perVisit, prices })).feeYen;
    t.strictSame([30, 31, 60, 61].map(yen), [2000, 3000, 3000, 4000]);
  }
});

t.test('rule 30: no price', async (t) => {
  t.strictSame(refusal(visit({}, { percentHundredths: null })), { refused: 'NO_PRICE', path: ['service'] });
  t.strictSame(refusal(visit({}, { ...perHour, yenPerHour: null })), { refused: 'NO_PRICE', path: ['service'] });
  t.strictSame(refusal(visit({ minutes: 61 }, perVisit)), { refused: 'NO_PRICE', path: ['minutes'] });
  t.strictSame(refusal(visit({ service: 'DAILY_LIVING' }, perVisit)), { refused: 'NO_PRICE', path: ['minutes'] });
  const unknown = visit({}, {}, { yenPerUnitHundredths: null });
  t.strictSame(refusal(unknown), { refused: 'AREA_GRADE_UNKNOWN', path: ['service'] });
});

t.test('an error that is no refusal is not taken for a missing code', async (t) => {
  t.throws(() => priceVisit(...visit({ plannedStart: 'no instant' }, perVisit)), RangeError);
});

t.test('rule 27: a cancellation costs its share, rounded as the terms say, and keeps what it came from', async (t) => {
  const fee = priceVisit(...visit());
  t.strictSame(cancellationFee(fee, 100, content()), ofBenefit);
  t.strictSame(cancellationFee(fee, 0, content()), { ...ofBenefit, feeYen: 0 });
  // 3,749 × 50 % = 1,874.5
  t.strictSame(cancellationFee(fee, 50, content({ rounding: 'DOWN' })), { ...ofBenefit, feeYen: 1874 });
  t.strictSame(cancellationFee(fee, 50, content({ rounding: 'HALF_UP' })), { ...ofBenefit, feeYen: 1875 });
  t.strictSame(cancellationFee(fee, 50, content({ rounding: 'UP' })), { ...ofBenefit, feeYen: 1875 });
});

const said = {
  careLevel: 'CARE_2' as const,
  terms: basis().terms,
  partner: { areaGrade: 'GRADE_1' as const, surcharges: [] },
};

t.test('rule 28: the basis of a price, by what is said of the visit’s day', async (t) => {
  t.strictSame(basisOn('2026-06-01', said), basis());
  t.equal(basisOn('2026-06-01', { ...said, terms: null }), null, 'no terms are in force');
  const partner = { areaGrade: 'UNKNOWN' as const, surcharges: ['SPECIFIED_1' as const] };
  t.strictSame(
    basisOn('2026-06-01', { ...said, careLevel: 'SUPPORT_2', partner }),
    basis({}, { careCategory: 'SUPPORT', yenPerUnitHundredths: null, surcharges: ['SPECIFIED_1'] }),
  );
  t.strictSame(
    basisOn('2024-03-31', said),
    basis({}, { feeTable: null, yenPerUnitHundredths: null }),
    'before the first fee table',
  );
});

t.test('rule 9: what an offered visit would cost and by what, or why it cannot be priced', async (t) => {
  const [plan] = visit();
  t.strictSame(priceOrRefusal(plan, said), { basis: basis(), feeYen: 4500 });
  t.equal(priceOrRefusal(plan, { ...said, terms: null }), null, 'no terms are in force');
  const { terms } = basis({ feeBasis: 'PER_VISIT' });
  t.strictSame(
    priceOrRefusal(plan, { ...said, terms }),
    { refusal: 'NO_PRICE', field: 'minutes' },
    'the terms have no price for it',
  );
  const broken = { ...plan, plannedStart: 'no instant' };
  t.throws(() => priceOrRefusal(broken, said), RangeError, 'what is no refusal is no answer');
});
