import t from 'tap';
import { cutToYen, roundedDivide } from '../../src/domain/money.ts';

t.test('rule 30: quotients are rounded on the absolute value, by name', async (t) => {
  const rounded = (rounding: 'DOWN' | 'HALF_UP' | 'UP') =>
    [-20, -16, -15, -14, -10, -1, 0, 1, 10, 14, 15, 16, 20].map((tenths) => roundedDivide(tenths, 10, rounding));
  t.strictSame(rounded('DOWN'), [-2, -1, -1, -1, -1, 0, 0, 0, 1, 1, 1, 1, 2]);
  t.strictSame(rounded('HALF_UP'), [-2, -2, -2, -1, -1, 0, 0, 0, 1, 1, 2, 2, 2]);
  t.strictSame(rounded('UP'), [-2, -2, -2, -2, -1, -1, 0, 1, 1, 2, 2, 2, 2]);
});

t.test('rule 30: what is not just a half is rounded to the nearer whole number', async (t) => {
  t.strictSame([roundedDivide(3, 7, 'HALF_UP'), roundedDivide(4, 7, 'HALF_UP')], [0, 1]);
});

t.test('quotients are exact where a float would not be', async (t) => {
  t.equal(roundedDivide(9_007_199_254_740_993n, 2, 'DOWN'), 4_503_599_627_370_496);
  t.equal(roundedDivide(9_007_199_254_740_993n, 2, 'UP'), 4_503_599_627_370_497);
  t.equal(roundedDivide(10n ** 30n + 1n, 10n ** 30n, 'UP'), 2);
});

t.test('units at yen a unit are cut below one yen', async (t) => {
  t.strictSame(
    [
      [0, 1140],
      [244, 1140],
      [387, 1140],
      [100, 1141],
      [1, 1199],
      [1, 99],
    ].map(([units = 0, yenPerUnitHundredths = 0]) => cutToYen(units, yenPerUnitHundredths)),
    [0, 2781, 4411, 1141, 11, 0],
  );
});
