import fc from 'fast-check';
import t from 'tap';
import type { TermsContent } from '../../../src/domain/agreement/events.ts';
import { corporateNumberChecks, providerNumberChecks } from '../../../src/domain/check-digits.ts';
import type { PriceBasis } from '../../../src/domain/fees/basis.ts';
import { feeTableOn } from '../../../src/domain/fees/fee-tables.ts';
import { cancellationPercent, priceVisit } from '../../../src/domain/fees/price-visit.ts';
import { codeAt, serviceCodeOf, timeOfDayOf, unitsOf } from '../../../src/domain/fees/units.ts';
import { roundedDivide } from '../../../src/domain/money.ts';
import type { ServiceKind } from '../../../src/domain/vocabulary.ts';
import { basis } from './example-basis.ts';

const table = feeTableOn('2026-06-01');
if (!table) throw new Error('a fee table in force');
const units = (base: number, change: Partial<Parameters<typeof unitsOf>[1]> = {}): number =>
  unitsOf(base, { caregivers: 1, timeOfDayPercent: 100, surcharges: [], emergency: false, ...change }, table);
const code = (service: ServiceKind, minutes: number, physicalMinutes: number | null = null): string => {
  try {
    const found = serviceCodeOf({ service, minutes, physicalMinutes }, table);
    return `${found.code} ${found.units}`;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

t.test('rule 29: service codes by kind and minutes', async (t) => {
  t.strictSame(
    [19, 20, 29, 30, 59, 60, 89, 90, 120, 239, 240].map((minutes) => code('PHYSICAL_CARE', minutes)),
    [
      '114845 163',
      '111111 244',
      '111111 244',
      '111211 387',
      '111211 387',
      '111311 567',
      '111311 567',
      '111411 649',
      '111511 731',
      '111811 977',
      'NO_SERVICE_CODE',
    ],
  );
  t.strictSame(
    [19, 20, 44, 45, 90].map((minutes) => code('DAILY_LIVING', minutes)),
    ['NO_SERVICE_CODE', '117211 179', '117211 179', '117311 220', '117311 220'],
  );
  // The contract's samples: 75 minutes are 身体1生活2 with 29, 身体2生活1 with 40.
  t.equal(code('PHYSICAL_THEN_DAILY_LIVING', 75, 29), '114211 374');
  t.equal(code('PHYSICAL_THEN_DAILY_LIVING', 75, 40), '115111 452');
  t.equal(code('PHYSICAL_THEN_DAILY_LIVING', 150, 60), '116135 762');
  t.equal(code('PHYSICAL_THEN_DAILY_LIVING', 40, 30), 'NO_SERVICE_CODE');
  t.equal(code('BOARDING_ASSISTANCE', 15), '118111 97');
});

t.test('rule 29: 身体介護に引き続き生活援助 by the minutes of each', async (t) => {
  const withDaily = (physicalMinutes: number | null, daily: number) =>
    code('PHYSICAL_THEN_DAILY_LIVING', (physicalMinutes ?? 0) + daily, physicalMinutes);
  t.strictSame(
    [19, 20, 29, 30, 59, 60, 89, 90].map((physicalMinutes) => withDaily(physicalMinutes, 20)),
    [
      'NO_SERVICE_CODE',
      '114111 309',
      '114111 309',
      '115111 452',
      '115111 452',
      '116111 632',
      '116111 632',
      'NO_SERVICE_CODE',
    ],
  );
  t.strictSame(
    [19, 20, 44, 45, 69, 70].map((daily) => withDaily(20, daily)),
    ['NO_SERVICE_CODE', '114111 309', '114111 309', '114211 374', '114211 374', '114311 439'],
  );
  t.equal(withDaily(null, 75), 'NO_SERVICE_CODE', 'nobody has said how much of it is 身体介護');
});

t.test('the table in force on a day: none before the first', async (t) => {
  t.equal(feeTableOn('2024-03-31'), null);
  t.equal(feeTableOn('2024-04-01')?.name, '令和6年度');
});

t.test('units are rounded half up after each step: the samples of the official table', async (t) => {
  t.strictSame([units(244, { timeOfDayPercent: 125 }), units(244, { timeOfDayPercent: 150 })], [305, 366]);
  t.strictSame(
    [100, 125, 150].map((timeOfDayPercent) => units(244, { caregivers: 2, timeOfDayPercent })),
    [488, 610, 732],
  );
  t.strictSame(
    [
      units(387, { timeOfDayPercent: 125 }),
      units(387, { timeOfDayPercent: 150 }),
      units(387, { caregivers: 2 }),
      units(387, { caregivers: 2, timeOfDayPercent: 125 }),
      units(387, { caregivers: 2, timeOfDayPercent: 150 }),
    ],
    [484, 581, 774, 968, 1161],
  );
  t.strictSame(
    [125, 150].map((timeOfDayPercent) => units(179, { timeOfDayPercent })),
    [224, 269],
  );
  t.strictSame(
    [125, 150].map((timeOfDayPercent) => units(97, { timeOfDayPercent })),
    [121, 146],
  );
  t.equal(units(309, { timeOfDayPercent: 125, surcharges: ['SPECIFIED_1'] }), 463);
  t.strictSame(
    (['SPECIFIED_1', 'SPECIFIED_2', 'SPECIFIED_3', 'SPECIFIED_4'] as const).map((one) =>
      units(244, { surcharges: [one] }),
    ),
    [293, 268, 268, 251],
  );
  t.equal(units(244, { emergency: true }), 344);
});

t.test('time of day by the planned start in Asia/Tokyo', async (t) => {
  const percent = (time: string): number =>
    timeOfDayOf(new Date(`2026-06-01T${time}:00+09:00`).toISOString(), table).percent;
  t.strictSame(
    ['05:59', '06:00', '07:59', '08:00', '17:59', '18:00', '21:59', '22:00', '00:00'].map(percent),
    [150, 125, 125, 100, 100, 125, 125, 150, 150],
  );
  t.strictSame(
    timeOfDayOf('2026-06-01T14:00:00.000Z', { ...table, timesOfDay: [] }),
    { fromMinute: 0, percent: 100, codeOffset: 0 },
    'a table that knows no times of day',
  );
});

t.test('the code names the time of day: the official samples', async (t) => {
  const codes = ['2026-06-01T10:00:00.000Z', '2026-06-01T14:00:00.000Z'].map((start) =>
    codeAt('111111', timeOfDayOf(start, table)),
  );
  t.strictSame(codes, ['111112', '111113']);
});

const terms = (change: Partial<TermsContent>): TermsContent => ({
  effectiveFrom: '2026-04-01',
  feeBasis: 'PERCENT_OF_BENEFIT',
  percentHundredths: 8500,
  prices: [],
  yenPerHour: null,
  taxClass: 'TAXABLE_10',
  rounding: 'DOWN',
  cancellation: [
    { noticeHoursUnder: 2, percentOfFee: 100 },
    { noticeHoursUnder: 24, percentOfFee: 50 },
  ],
  paymentDays: 30,
  confirmDays: 10,
  ...change,
});
const price = (content: TermsContent, minutes = 45, over: Partial<PriceBasis> = {}, worked: number | null = null) => {
  const plan = {
    service: 'PHYSICAL_CARE' as const,
    minutes,
    physicalMinutes: null,
    plannedStart: '2026-06-01T01:00:00.000Z',
    emergency: false,
  };
  try {
    const { feeYen, benefitYen, minutes } = priceVisit(plan, basis(content, over), worked);
    return [feeYen, benefitYen, minutes];
  } catch (error) {
    return (error as { code: string }).code;
  }
};

t.test('rules 29, 30: per cent of the benefit, per visit, per hour; each rounded once, as the terms say', async (t) => {
  // 387 × 11.40 = 4,411.8 → 4,411; 85 % = 3,749.35.
  t.strictSame(
    ['DOWN', 'HALF_UP', 'UP'].map((rounding) => price(terms({ rounding: rounding as 'UP' }))),
    [
      [3749, 4411, 45],
      [3749, 4411, 45],
      [3750, 4411, 45],
    ],
  );
  t.equal(price(terms({}), 45, { yenPerUnitHundredths: null }), 'AREA_GRADE_UNKNOWN');
  t.equal(price(terms({}), 45, { careCategory: 'SUPPORT' }), 'NO_SERVICE_CODE');
  const perVisit = terms({
    feeBasis: 'PER_VISIT',
    percentHundredths: null,
    prices: [
      { service: 'PHYSICAL_CARE', minutesUpTo: 60, yen: 3000 },
      { service: 'PHYSICAL_CARE', minutesUpTo: 30, yen: 2000 },
    ],
  });
  t.strictSame(
    [price(perVisit, 30), price(perVisit, 31), price(perVisit, 61)],
    [[2000, null, 30], [3000, null, 31], 'NO_PRICE'],
  );
  const perHour = terms({ feeBasis: 'PER_HOUR', percentHundredths: null, yenPerHour: 3601 });
  t.strictSame(
    [price(perHour), price(perHour, 45, {}, 50)],
    [
      [2700, null, 45],
      [3000, null, 50],
    ],
  );
});

t.test('rule 27: the band with the smallest noticeHoursUnder above the notice', async (t) => {
  t.strictSame(
    [0, 119, 120, 1439, 1440].map((minutes) => cancellationPercent(terms({}), minutes)),
    [100, 100, 50, 50, null],
  );
});

t.test('rounding is on the absolute value, and exact', async () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e9 }),
      fc.integer({ min: 1, max: 1e5 }),
      fc.constantFrom('DOWN' as const, 'HALF_UP' as const, 'UP' as const),
      (n, d, rounding) => {
        const rounded = roundedDivide(n, d, rounding);
        const error = rounded * d - n;
        const isClose =
          rounding === 'DOWN'
            ? error <= 0 && error > -d
            : rounding === 'UP'
              ? error >= 0 && error < d
              : 2 * Math.abs(error) <= d && 2 * error !== -d;
        return (
          isClose && roundedDivide(-n, d, rounding) === (rounded === 0 ? roundedDivide(-n, d, rounding) : -rounded)
        );
      },
    ),
    { seed: 30, numRuns: 2000 },
  );
});

t.test('check digits', async (t) => {
  t.strictSame(['1375200753', '1374900205', '1367195779'].map(providerNumberChecks), [true, true, false]);
  t.strictSame(
    ['7010705000725', '4011001098993', '2120901007402', '7000012050002', '7000012050003'].map(corporateNumberChecks),
    [true, true, true, true, false],
  );
  t.strictSame(['137520075', '13752007530', '137520075X'].map(providerNumberChecks), [false, false, false]);
  t.strictSame(['701070500072', '70107050007250', '701070500072X'].map(corporateNumberChecks), [false, false, false]);
});
