import t from 'tap';
import { corporateNumberChecks, providerNumberChecks } from '../../src/domain/check-digits.ts';

/** The number with each other digit in the place. */
const otherDigits = (number: string, place: number): string[] =>
  [...'0123456789']
    .filter((digit) => digit !== number[place])
    .map((digit) => `${number.slice(0, place)}${digit}${number.slice(place + 1)}`);

t.test('a provider number checks by Luhn’s digit over its first nine', async (t) => {
  t.strictSame(['1375200753', '1374900205', '0000000000', '7992739871', '1367195779'].map(providerNumberChecks), [
    true,
    true,
    true,
    false,
    false,
  ]);
});

t.test('one wrong digit anywhere in a provider number is found', async (t) => {
  const wrong = [...'1375200753'].flatMap((_, place) => otherDigits('1375200753', place));
  t.strictSame([wrong.length, wrong.filter(providerNumberChecks)], [90, []]);
});

t.test('what is not ten digits is no provider number', async (t) => {
  t.strictSame(
    ['137520075', '13752007530', '137520075x', ' 1375200753', '1375200753\n', ''].map(providerNumberChecks),
    [false, false, false, false, false, false],
  );
});

t.test('a corporate number checks by its first digit', async (t) => {
  t.strictSame(
    ['7010705000725', '4011001098993', '2120901007402', '7000012050002', '7000012050003'].map(corporateNumberChecks),
    [true, true, true, true, false],
  );
});

t.test('another first digit of a corporate number is wrong', async (t) => {
  t.strictSame(otherDigits('7010705000725', 0).filter(corporateNumberChecks), []);
});

t.test('a corporate number’s digits weigh one and two in turn, from the right', async (t) => {
  // Sums of 1, 2, 1 … leave 9 − 1, 9 − 2, 9 − 1; a sum of nine leaves 9 − 0.
  t.strictSame(
    ['8000000000001', '7000000000010', '8000000000100', '7100000000000', '9000000000009', '9000000000000'].map(
      corporateNumberChecks,
    ),
    [true, true, true, true, true, true],
  );
});

t.test('what is not thirteen digits is no corporate number', async (t) => {
  t.strictSame(['701070500072', '70107050007250', '701070500072x', 'T7010705000725', ''].map(corporateNumberChecks), [
    false,
    false,
    false,
    false,
    false,
  ]);
});
