import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import t from 'tap';
import { CODEBOOK } from '../../src/api/document/pseudonymous-visits-codebook.ts';
import { COLUMNS, type LineForAnalysis, visitsForAnalysis } from '../../src/api/document/pseudonymous-visits-file.ts';
import { KNOWN_TRAITS } from '../../src/domain/evaluation/pseudonymous-visits.ts';
import { THRESHOLDS } from '../../src/domain/limits.ts';
import { csvPiece } from '../../src/exchange/csv-file.ts';

const SERVICES = ['PHYSICAL_CARE', 'DAILY_LIVING', 'PHYSICAL_THEN_DAILY_LIVING', 'BOARDING_ASSISTANCE'] as const;
const line = fc
  .record({
    month: fc.constantFrom('04', '05'),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    late: fc.option(fc.integer({ min: -20, max: 50 })),
    minutes: fc.constantFrom(20, 45, 60, 90),
    service: fc.constantFrom(...SERVICES),
    status: fc.constantFrom('SCHEDULED', 'VERIFIED', 'MISSED', 'CANCELLED', 'RELEASED'),
    client: fc.integer({ min: 1, max: 12 }),
    caregiver: fc.option(fc.integer({ min: 1, max: 12 })),
    partner: fc.constantFrom('p1', 'p2'),
    assist: fc.constantFrom('a1', 'a2', 'a3'),
    version: fc.integer({ min: 0, max: 2 }),
  })
  .map((of): LineForAnalysis => {
    const date = `2026-${of.month}-${String(of.day).padStart(2, '0')}`;
    const plannedStart = `${date}T${String(of.hour).padStart(2, '0')}:00:00.000+09:00`;
    return {
      date,
      plannedStart,
      actualStart: of.late === null ? null : new Date(Date.parse(plannedStart) + of.late * 60_000).toISOString(),
      minutes: of.minutes,
      service: of.service,
      status: of.status,
      client: { id: `client-${of.client}` },
      partnerOffice: { id: of.partner },
      assistOffice: { id: of.assist },
      caregiver: of.caregiver === null ? null : { id: `caregiver-${of.caregiver}` },
      openExceptions: of.version,
      recordVersion: of.version,
    };
  });
const lines = fc.array(line, { maxLength: 120 });
const manyLines = (seed: number): LineForAnalysis[] =>
  fc.sample(fc.array(line, { minLength: 800, maxLength: 800 }), { numRuns: 1, seed }).flat();
type Told = ReturnType<typeof visitsForAnalysis>[number];
const distinct = (values: readonly (string | null)[]): number => new Set(values.filter((one) => one !== null)).size;

t.test('rule 40: whatever is told of a visit is shared by enough clients and caregivers', async (t) => {
  fc.assert(
    fc.property(lines, (lines) => {
      const told = visitsForAnalysis(lines);
      const keyOf = (visit: Told): string => [visit.month, ...KNOWN_TRAITS.map((trait) => visit[trait])].join(' ');
      for (const group of Map.groupBy(told, keyOf).values())
        if (
          Math.min(distinct(group.map((one) => one.client)), distinct(group.map((one) => one.caregiver))) <
          THRESHOLDS.usual
        )
          return false;
      return true;
    }),
    { numRuns: 200 },
  );
  const many = manyLines(3);
  t.equal(visitsForAnalysis(many).length, many.length, 'of many visits none is left out');
  const shared = visitsForAnalysis(many).filter(
    ({ timeBand, service }) => timeBand !== 'HIDDEN' && service !== 'HIDDEN',
  );
  t.ok(shared.length > many.length / 2, 'and most is told of most');
});

t.test(
  'a month is told the same whatever other months are asked for, so that no two files are subtracted',
  async (t) => {
    const withoutNames = (visits: readonly Told[]): string[] =>
      visits
        .map((visit) =>
          [visit.month, visit.timeBand, visit.service, visit.dayKind, visit.minutesBand, visit.status].join(' '),
        )
        .sort();
    const isSame = fc.property(lines, (lines) => {
      const april = lines.filter(({ date }) => date < '2026-05');
      const alone = withoutNames(visitsForAnalysis(april));
      const beside = withoutNames(visitsForAnalysis(lines).filter(({ month }) => month === '2026-04'));
      return JSON.stringify(alone) === JSON.stringify(beside);
    });
    t.doesNotThrow(() => fc.assert(isSame, { numRuns: 100 }));
  },
);

t.test('read as R and pandas do, by the codebook’s own rules: no id, no time, names of one file alone', async (t) => {
  const many = manyLines(7);
  const read = (): Record<string, string>[] => {
    const rows = visitsForAnalysis(many).map((visit) => COLUMNS.map(({ cell }) => cell(visit)));
    const file = csvPiece({ titles: COLUMNS.map(({ title }) => title), rows, encoding: 'UTF8_BOM', begins: true });
    return parse('bytes' in file ? Buffer.from(file.bytes) : '', { bom: true, columns: true });
  };
  const [once, again] = [read(), read()];
  const values = Map.groupBy(CODEBOOK, ([variable]) => variable);
  const PATTERNS: Readonly<Record<string, RegExp>> = {
    'YYYY-MM': /^2026-0[45]$/,
    'C + number': /^C\d+$/,
    'K + number': /^K\d+$/,
    'O + number': /^O\d+$/,
  };
  const strangers = once.flatMap((row) =>
    Object.entries(row).filter(
      ([variable, cell]) => !values.get(variable)?.some(([, , value]) => PATTERNS[value]?.test(cell) ?? value === cell),
    ),
  );
  t.strictSame(strangers, []);
  t.equal(once.length, many.length);
  t.notMatch(JSON.stringify(once), /client-|caregiver-|p1|a1|T\d\d:|2026-\d\d-/);
  const patients = (rows: Record<string, string>[]) => rows.map(({ client }) => client).join();
  t.not(patients(once), patients(again), 'another file names and orders otherwise');
  t.equal(distinct(once.map(({ client = '' }) => client)), 12);
});
