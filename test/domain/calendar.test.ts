import t from 'tap';
import {
  addDays,
  addMinutes,
  addMonths,
  dayOf,
  daySchema,
  earliest,
  endOfDay,
  firstDayOf,
  instantSchema,
  inTokyo,
  lastDayOf,
  latest,
  minuteOfDay,
  minutesBetween,
  monthOf,
  monthOfDay,
  monthSchema,
  overlap,
  startOfDay,
  toInstant,
} from '../../src/domain/calendar.ts';

t.test('an instant is in UTC with milliseconds, from whatever named it', async (t) => {
  const instant = '2026-11-22T01:00:00.000Z';
  t.equal(toInstant('2026-11-22T10:00:00+09:00'), instant);
  t.equal(toInstant('2026-11-22T01:00:00Z'), instant);
  t.equal(toInstant('2026-11-21T20:00:00.000-05:00'), instant);
  t.equal(toInstant(Date.UTC(2026, 10, 22, 1)), instant);
  t.equal(toInstant(new Date(instant)), instant);
  t.throws(() => toInstant('soon'), RangeError);
});

t.test('instants, days and months are written in one way each', async (t) => {
  const accepted = (schema: typeof instantSchema | typeof daySchema, ...values: string[]) =>
    values.map((value) => schema.safeParse(value).success);
  t.strictSame(
    accepted(
      instantSchema,
      '2026-11-22T01:00:00.000Z',
      '2026-11-22T01:00:00Z',
      '2026-11-22T10:00:00.000+09:00',
      '2026-11-22 01:00:00.000Z',
      ' 2026-11-22T01:00:00.000Z',
    ),
    [true, false, false, false, false],
  );
  t.strictSame(accepted(daySchema, '2026-11-22', '2028-02-29', '2026-02-29', '2026-11-31', '2026-1-2', '20261122'), [
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  t.strictSame(accepted(monthSchema, '2026-01', '2026-12', '2026-00', '2026-13', '2026-1', '2026-01-01'), [
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

t.test('rule 6: the day and month of an instant are those of Asia/Tokyo', async (t) => {
  t.strictSame([dayOf('2026-05-31T14:59:59.999Z'), dayOf('2026-05-31T15:00:00.000Z')], ['2026-05-31', '2026-06-01']);
  t.strictSame([monthOf('2026-12-31T14:59:59.999Z'), monthOf('2026-12-31T15:00:00.000Z')], ['2026-12', '2027-01']);
});

t.test('the time of day counts in minutes after midnight in Tokyo', async (t) => {
  t.strictSame(
    [
      '2026-05-31T15:00:00.000Z',
      '2026-05-31T15:00:59.999Z',
      '2026-05-31T23:59:00.000Z',
      '2026-06-01T00:00:00.000Z',
      '2026-06-01T14:59:59.999Z',
    ].map(minuteOfDay),
    [0, 0, 539, 540, 1439],
  );
});

t.test('an instant is answered in +09:00', async (t) => {
  t.equal(inTokyo('2026-05-31T15:00:00.001Z'), '2026-06-01T00:00:00.001+09:00');
});

t.test('rule 6: a day begins at 00:00 in Tokyo and ends at 24:00', async (t) => {
  t.equal(startOfDay('2026-06-01'), '2026-05-31T15:00:00.000Z');
  t.equal(endOfDay('2026-06-01'), '2026-06-01T15:00:00.000Z');
  t.equal(endOfDay('2026-12-31'), startOfDay('2027-01-01'));
});

t.test('days are counted over the ends of months and years', async (t) => {
  t.equal(addDays('2026-06-01', 0), '2026-06-01');
  t.equal(addDays('2026-06-01', -1), '2026-05-31');
  t.equal(addDays('2026-12-31', 1), '2027-01-01');
  t.strictSame([addDays('2028-02-28', 1), addDays('2027-02-28', 1)], ['2028-02-29', '2027-03-01']);
  t.equal(addDays('2026-06-01', 365), '2027-06-01');
});

t.test('months are counted over the ends of years', async (t) => {
  t.strictSame(
    [0, 1, 7, -6, 12].map((months) => addMonths('2026-06', months)),
    ['2026-06', '2026-07', '2027-01', '2025-12', '2027-06'],
  );
});

t.test('a month has a first and a last day, and a day its month', async (t) => {
  t.equal(firstDayOf('2026-06'), '2026-06-01');
  t.strictSame(['2026-06', '2026-07', '2026-12', '2027-02', '2028-02'].map(lastDayOf), [
    '2026-06-30',
    '2026-07-31',
    '2026-12-31',
    '2027-02-28',
    '2028-02-29',
  ]);
  t.strictSame(['2026-06-01', '2026-06-30'].map(monthOfDay), ['2026-06', '2026-06']);
});

t.test('minutes are added to instants and counted between them, forward and back', async (t) => {
  t.equal(addMinutes('2026-06-01T23:30:00.000Z', 45), '2026-06-02T00:15:00.000Z');
  t.equal(addMinutes('2026-06-01T00:15:00.500Z', -45), '2026-05-31T23:30:00.500Z');
  t.equal(minutesBetween('2026-06-01T23:30:00.000Z', '2026-06-02T00:15:00.000Z'), 45);
  t.equal(minutesBetween('2026-06-02T00:15:00.000Z', '2026-06-01T23:30:00.000Z'), -45);
  t.equal(minutesBetween('2026-06-01T00:00:00.000Z', '2026-06-01T00:00:15.000Z'), 0.25);
});

t.test('the earliest and the latest of instants, in whatever order they come', async (t) => {
  const [first, second, third] = [
    '2026-05-31T23:59:59.999Z',
    '2026-06-01T00:00:00.000Z',
    '2026-06-01T00:00:00.001Z',
  ] as const;
  t.strictSame([earliest(second, first, third), earliest(first, third), earliest(third)], [first, first, third]);
  t.strictSame([latest(second, third, first), latest(first, third), latest(first)], [third, third, first]);
});

t.test('minutes added within a day and past its ends come to the same instant as milliseconds do', async (t) => {
  for (const instant of ['2026-06-01T00:00:00.000Z', '2026-02-28T13:07:59.001Z', '2026-12-31T23:59:00.999Z']) {
    for (const minutes of [0, 1, -1, 52.5, 600, -600, 1_439, -1_439, 1_440, 40_000, -40_000])
      t.equal(addMinutes(instant, minutes), toInstant(Date.parse(instant) + minutes * 60_000), `${instant} ${minutes}`);
  }
});

t.test('spans overlap that share an instant, and those that only touch do not', async (t) => {
  const at = (minute: number) => addMinutes('2026-06-01T00:00:00.000Z', minute);
  const span = (start: number, end: number) => ({ start: at(start), end: at(end) });
  const overlaps = (start: number, end: number) => {
    const [one, other] = [span(10, 20), span(start, end)];
    return [overlap(one, other), overlap(other, one)];
  };
  t.strictSame(overlaps(0, 10), [false, false]);
  t.strictSame(overlaps(0, 11), [true, true]);
  t.strictSame(overlaps(12, 15), [true, true]);
  t.strictSame(overlaps(10, 20), [true, true]);
  t.strictSame(overlaps(19, 30), [true, true]);
  t.strictSame(overlaps(20, 30), [false, false]);
});
