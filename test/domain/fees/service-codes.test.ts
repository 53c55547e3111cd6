import t from 'tap';
import { type FeeTable, step } from '../../../src/domain/fees/fee-table.ts';
import { feeTableNamed, feeTableOn } from '../../../src/domain/fees/fee-tables.ts';
import { monthItemCoded, monthItemOf } from '../../../src/domain/fees/month-items.ts';
import { serviceCodesOf } from '../../../src/domain/fees/service-codes.ts';
import { codeAt, serviceCodeOf, timeOfDayOf, unitsOf } from '../../../src/domain/fees/units.ts';
import type { ServiceKind, Surcharge } from '../../../src/domain/vocabulary.ts';

const table = feeTableOn('2026-06-01');
if (!table) throw new Error('a fee table in force');

/**
 * The official table 令和6年度, row by row: name, kind, minutes of which 身体介護, code of one caregiver
 * and of two; units by day, 夜, 深, then of two caregivers by day, 夜, 深.
 */
const official: readonly (readonly [
  string,
  ServiceKind,
  number,
  number | null,
  string,
  string | null,
  readonly number[],
])[] = [
  ['身体介護01', 'PHYSICAL_CARE', 19, null, '114845', '114848', [163, 204, 245, 326, 408, 489]],
  ['身体介護1', 'PHYSICAL_CARE', 20, null, '111111', '111121', [244, 305, 366, 488, 610, 732]],
  ['身体介護2', 'PHYSICAL_CARE', 30, null, '111211', '111221', [387, 484, 581, 774, 968, 1161]],
  ['身体介護3', 'PHYSICAL_CARE', 60, null, '111311', '111321', [567, 709, 851, 1134, 1418, 1701]],
  ['身体介護4', 'PHYSICAL_CARE', 90, null, '111411', '111421', [649, 811, 974, 1298, 1623, 1947]],
  ['身体介護5', 'PHYSICAL_CARE', 120, null, '111511', '111521', [731, 914, 1097, 1462, 1828, 2193]],
  ['身体介護6', 'PHYSICAL_CARE', 150, null, '111611', '111621', [813, 1016, 1220, 1626, 2033, 2439]],
  ['身体介護7', 'PHYSICAL_CARE', 180, null, '111711', '111721', [895, 1119, 1343, 1790, 2238, 2685]],
  ['身体介護8', 'PHYSICAL_CARE', 210, null, '111811', '111821', [977, 1221, 1466, 1954, 2443, 2931]],
  ['身体1生活1', 'PHYSICAL_THEN_DAILY_LIVING', 40, 20, '114111', '114121', [309, 386, 464, 618, 773, 927]],
  ['身体1生活2', 'PHYSICAL_THEN_DAILY_LIVING', 65, 20, '114211', '114221', [374, 468, 561, 748, 935, 1122]],
  ['身体1生活3', 'PHYSICAL_THEN_DAILY_LIVING', 90, 20, '114311', '114321', [439, 549, 659, 878, 1098, 1317]],
  ['身体2生活1', 'PHYSICAL_THEN_DAILY_LIVING', 50, 30, '115111', '115121', [452, 565, 678, 904, 1130, 1356]],
  ['身体2生活2', 'PHYSICAL_THEN_DAILY_LIVING', 75, 30, '115211', '115221', [517, 646, 776, 1034, 1293, 1551]],
  ['身体2生活3', 'PHYSICAL_THEN_DAILY_LIVING', 100, 30, '115311', '115321', [582, 728, 873, 1164, 1455, 1746]],
  ['身体3生活1', 'PHYSICAL_THEN_DAILY_LIVING', 80, 60, '116111', '116114', [632, 790, 948, 1264, 1580, 1896]],
  ['身体3生活2', 'PHYSICAL_THEN_DAILY_LIVING', 105, 60, '116123', '116126', [697, 871, 1046, 1394, 1743, 2091]],
  ['身体3生活3', 'PHYSICAL_THEN_DAILY_LIVING', 130, 60, '116135', '116138', [762, 953, 1143, 1524, 1905, 2286]],
  ['生活援助2', 'DAILY_LIVING', 20, null, '117211', '117221', [179, 224, 269, 358, 448, 537]],
  ['生活援助3', 'DAILY_LIVING', 45, null, '117311', '117321', [220, 275, 330, 440, 550, 660]],
  ['通院等乗降介助', 'BOARDING_ASSISTANCE', 10, null, '118111', null, [97, 121, 146]],
];
/** 10:00, 19:00 and 23:00 in Tokyo. */
const starts = ['2026-06-01T01:00:00.000Z', '2026-06-01T10:00:00.000Z', '2026-06-01T14:00:00.000Z'];

t.test('rule 29: the official table, every code by time of day and number of caregivers', async (t) => {
  const listed: string[] = [];
  for (const [name, service, minutes, physicalMinutes, code, pairCode, units] of official) {
    const base = serviceCodeOf({ service, minutes, physicalMinutes }, table);
    t.strictSame(base, { code, pairCode, units: units[0] }, name);
    for (const caregivers of pairCode === null ? ([1] as const) : ([1, 2] as const))
      for (const [n, start] of starts.entries()) {
        const time = timeOfDayOf(start, table);
        const full = codeAt(String(caregivers === 1 ? code : pairCode), time);
        listed.push(full);
        t.strictSame(
          serviceCodesOf(table).get(full),
          { service, caregivers, units: units[n + (caregivers - 1) * 3] },
          `${name} ${full}`,
        );
      }
  }
  t.strictSame([...serviceCodesOf(table).keys()].sort(), [...new Set(listed)].sort(), 'and no other code');
});

t.test('rule 29: the samples of the official table, rounded half up after each step', async (t) => {
  const units = (base: number, caregivers: 1 | 2, timeOfDayPercent: number, surcharges: readonly Surcharge[] = []) =>
    unitsOf(base, { caregivers, timeOfDayPercent, surcharges, emergency: false }, table);
  const graded = (base: number, percent: number, caregivers: 1 | 2 = 1) =>
    (['SPECIFIED_1', 'SPECIFIED_2', 'SPECIFIED_3', 'SPECIFIED_4', 'SPECIFIED_5'] as const).map((one) =>
      units(base, caregivers, percent, [one]),
    );
  t.strictSame(graded(244, 100), [293, 268, 268, 251, 251], '身体介護1');
  t.strictSame(graded(309, 125), [463, 425, 425, 398, 398], '身体1生活1・夜: 386, then its share');
  t.equal(graded(244, 150, 2)[0], 878, '身体介護1・2人・深: 732 × 1.2');
  t.equal(unitsOf(244, { caregivers: 1, timeOfDayPercent: 100, surcharges: [], emergency: true }, table), 344);
});

/** Made up: what a next revision would be. */
const next: FeeTable = {
  ...table,
  name: '架空の次回改定',
  validFrom: '2027-04-01',
  physicalCare: [step(0, '119001', 170, 1), step(20, '119011', 251, 5)],
  physicalCareBelowMinutes: 60,
};
const tables = [{ ...table, validTo: '2027-03-31' }, next];

t.test(
  'rules 28, 29: the next revision is a table more, by the visit’s day; what was priced keeps its own',
  async (t) => {
    t.strictSame(
      ['2024-03-31', '2024-04-01', '2027-03-31', '2027-04-01', '2030-01-01'].map(
        (day) => feeTableOn(day, tables)?.name,
      ),
      [undefined, '令和6年度', '令和6年度', '架空の次回改定', '架空の次回改定'],
    );
    const code = (day: string) => {
      const found = feeTableOn(day, tables);
      return found && serviceCodeOf({ service: 'PHYSICAL_CARE', minutes: 45, physicalMinutes: null }, found);
    };
    t.strictSame(code('2027-03-31'), { code: '111211', pairCode: '111221', units: 387 });
    t.strictSame(code('2027-04-01'), { code: '119011', pairCode: '119016', units: 251 });
    t.strictSame(
      feeTableNamed('令和6年度', tables)?.physicalCare[1]?.units,
      244,
      'found by the name that a price bears',
    );
    t.equal(serviceCodesOf(next).get('111111'), undefined, 'a code that was taken away is unknown from then on');
  },
);

t.test('rule 29: 初回加算 and 処遇改善加算 are of a month, half up, by the rates of the month', async (t) => {
  t.strictSame(monthItemOf('FIRST_VISIT', '2026-06', 9999), { code: '114001', units: 200 });
  const items = ['1', '1A', '1B', '2', '2A', '2B', '3', '4'].map((grade) => `TREATMENT_${grade}` as 'TREATMENT_1');
  const units = (month: string, of: number) => items.map((item) => monthItemOf(item, month, of)?.units ?? null);
  t.strictSame(units('2026-05', 1000), [245, null, null, 224, null, null, 182, 145]);
  t.strictSame(units('2026-06', 1000), [null, 270, 287, null, 249, 266, 207, 170]);
  // 1,234 × 24.5 % = 302.33; 1,002 × 24.5 % = 245.49, 1,006 × 24.5 % = 246.47, 1,010 × 24.5 % =
  // 247.45.
  t.strictSame(
    [1234, 1002, 1006, 1010].map((of) => units('2026-05', of)[0]),
    [302, 245, 246, 247],
  );
  // 50 × 27.0 % = 13.5 and 150 × 27.0 % = 40.5 go up.
  t.strictSame(
    [50, 150].map((of) => units('2026-06', of)[1]),
    [14, 41],
  );
  t.strictSame(units('2024-05', 1000), Array(8).fill(null), 'other rates were in force before June 2024');
  t.equal(monthItemOf('TREATMENT_1B', '2026-06', 1000)?.code, null, 'whose number has not been confirmed');
});

t.test('a code of a month item is known again in the months in which it is in force', async (t) => {
  const known = (month: string) => ['114001', '116275', '116184', '111111'].map((code) => monthItemCoded(code, month));
  t.strictSame(known('2026-05'), ['FIRST_VISIT', 'TREATMENT_1', null, null]);
  t.strictSame(known('2026-06'), ['FIRST_VISIT', 'TREATMENT_1A', 'TREATMENT_2B', null]);
  t.strictSame(known('2024-03'), [null, null, null, null]);
});
