import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import type { VisitEvent } from '../../../src/domain/visit/events.ts';
import {
  answersFor,
  exceptionsBetween,
  exceptionsWithin,
  firesWithin,
  isBetween,
  isWithin,
  judge,
  lacksQualification,
  type MadeVisit,
  severityOf,
} from '../../../src/domain/visit/exceptions.ts';
import { stateAfter } from '../../support/specification.ts';
import {
  amended,
  assigned,
  at,
  type Code,
  ended,
  MADE,
  MADE_LONG,
  MISSED,
  made,
  OTHER_VISIT,
  PLANNED,
  raised,
  recorded,
  resolved,
  STARTED,
  scheduled,
  sealed,
  stamped,
  started,
  THIRD_VISIT,
} from './example-visit.ts';
import { firing } from './example-visit-commands.ts';

const after = (history: readonly VisitEvent[]) => {
  const state = stateAfter(visit, history);
  if (state.status === 'NONE') throw new Error('a visit that is scheduled');
  return state;
};
const within = (
  history: readonly VisitEvent[],
  qualifications: Parameters<typeof exceptionsWithin>[1] = ['CERTIFIED_CARE_WORKER'],
) => exceptionsWithin(after(history), qualifications);

t.test('rule 24, within a visit: nothing before there is a record', async (t) => {
  t.strictSame(within([...PLANNED, started(90, { metersFromHome: 900 })], ['DAILY_LIVING_ONLY']), []);
});

t.test('rule 24, DURATION_DIFFERS: over 10 minutes longer or shorter than the plan', async (t) => {
  t.strictSame(
    [34, 35, 45, 55, 56].map((minutes) => within(made(0, minutes))),
    [['DURATION_DIFFERS'], [], [], [], ['DURATION_DIFFERS']],
  );
  t.strictSame(within([...made(0, 70), amended({ adjustedEnd: at(55) })]), ['TIMES_ADJUSTED'], 'adjusted times count');
});

t.test('rule 24, START_DIFFERS: over 30 minutes earlier or later than planned', async (t) => {
  t.strictSame(
    [-31, -30, 0, 30, 31].map((minutes) => within(made(minutes, minutes + 45))),
    [['START_DIFFERS'], [], [], [], ['START_DIFFERS']],
  );
  const adjusted = amended({ adjustedStart: at(30), adjustedEnd: at(75) });
  t.strictSame(within([...made(31, 76), adjusted]), ['TIMES_ADJUSTED'], 'adjusted times count');
});

t.test('rule 24, MANUAL_TIME: a start or an end entered by hand', async (t) => {
  const by = (startMethod: 'NFC' | 'MANUAL', endMethod: 'TELEPHONE' | 'MANUAL') =>
    within([...STARTED, ended(), stamped(50, recorded({ startMethod, endMethod }))]);
  t.strictSame(
    [by('NFC', 'TELEPHONE'), by('MANUAL', 'TELEPHONE'), by('NFC', 'MANUAL'), by('MANUAL', 'MANUAL')],
    [[], ['MANUAL_TIME'], ['MANUAL_TIME'], ['MANUAL_TIME']],
  );
});

t.test('rule 24, LATE_RECORD: over 24 hours after the end, and in place of a missed visit', async (t) => {
  const DAY = 24 * 60;
  const recordedAt = (minutes: number) => [...STARTED, ended(), stamped(minutes, recorded())];
  t.strictSame(
    [45 + DAY, 45 + DAY + 1].map((minutes) => within(recordedAt(minutes))),
    [[], ['LATE_RECORD']],
  );
  t.strictSame(within([...MISSED, started(), ended(), stamped(50, recorded())]), ['LATE_RECORD']);
  const wrongDay = [
    ...PLANNED,
    assigned(),
    stamped(50, recorded({ startedAt: at(-DAY - 60), endedAt: at(-DAY - 15) })),
  ];
  t.strictSame(within(wrongDay).includes('LATE_RECORD'), true);
  const rightDay = amended({ adjustedStart: at(0), adjustedEnd: at(45) });
  t.strictSame(within([...wrongDay, raised('LATE_RECORD'), rightDay]), [], 'it does not stand for ever');
  const longAfter = stamped(5 * DAY, amended());
  t.strictSame(within([...MADE, longAfter]), [], 'the first version counts, not when it was amended');
});

const SERVICES = ['PHYSICAL_CARE', 'PHYSICAL_THEN_DAILY_LIVING', 'DAILY_LIVING', 'BOARDING_ASSISTANCE'] as const;

t.test('rule 24, QUALIFICATION_MISSING: none, or DAILY_LIVING_ONLY alone, but for 生活援助', async (t) => {
  for (const qualifications of [[], ['DAILY_LIVING_ONLY']] as const)
    t.strictSame(
      SERVICES.map((service) => lacksQualification(service, qualifications)),
      [true, true, false, true],
      `with ${qualifications.join() || 'nobody’s qualification'}`,
    );
  t.strictSame(
    [[], ['DAILY_LIVING_ONLY'], ['DAILY_LIVING_ONLY', 'INITIAL'], ['INITIAL']].map((held) =>
      within(MADE, held as never),
    ),
    [['QUALIFICATION_MISSING'], ['QUALIFICATION_MISSING'], [], []],
  );
});

t.test('rule 24, TIMES_ADJUSTED: an adjusted time beside the punch that it takes the place of', async (t) => {
  const [start, end] = [{ adjustedStart: at(2) }, { adjustedEnd: at(44) }];
  const entered = stamped(50, recorded({ startMethod: 'MANUAL', endMethod: 'MANUAL' }));
  const adjusted = (punches: readonly VisitEvent[], over: Parameters<typeof amended>[0]) =>
    within([...PLANNED, ...punches, entered, amended(over)]).includes('TIMES_ADJUSTED');
  const both = [started(), ended()];
  t.strictSame([adjusted(both, {}), adjusted(both, start), adjusted(both, end)], [false, true, true]);
  t.strictSame([adjusted([started()], start), adjusted([started()], end)], [true, false], 'a start alone was punched');
  t.strictSame([adjusted([ended()], start), adjusted([ended()], end)], [false, true], 'an end alone was punched');
  t.equal(adjusted([], { ...start, ...end }), false, 'nothing was: the times are entered by hand anyhow');
});

t.test('rule 24, TASK_MISMATCH: a task that was done and that the service does not hold', async (t) => {
  const done = (service: (typeof SERVICES)[number], code: string, outcome: 'DONE' | 'NOT_NEEDED' = 'DONE') =>
    within([
      scheduled({ service }),
      ...STARTED.slice(1),
      ended(),
      stamped(50, recorded({ tasks: [{ code, outcome, note: null }] })),
    ]);
  const held = ['BATHING', 'CLEANING', 'BOARDING'].map((code) =>
    SERVICES.map((service) => done(service, code).length === 0),
  );
  t.strictSame(held, [
    [true, true, false, false],
    [false, true, true, false],
    [false, false, false, true],
  ]);
  t.strictSame(done('DAILY_LIVING', 'BATHING'), ['TASK_MISMATCH'], '入浴 in 生活援助');
  t.strictSame(done('DAILY_LIVING', 'BATHING', 'NOT_NEEDED'), [], 'it was not done');
});

t.test('rule 24, OUTSIDE_LOCATION: a punch over 500 m from home', async (t) => {
  const from = (start: number | null, end: number | null) =>
    within([
      ...PLANNED,
      assigned(),
      started(0, { metersFromHome: start }),
      ended(45, { metersFromHome: end }),
      stamped(50, recorded()),
    ]);
  t.strictSame(
    [from(500, 500), from(501, 20), from(20, 501), from(null, 501), from(null, null)],
    [[], ['OUTSIDE_LOCATION'], ['OUTSIDE_LOCATION'], ['OUTSIDE_LOCATION'], []],
  );
  t.strictSame(within([...PLANNED, stamped(50, recorded())]), [], 'no punches');
});

const one: MadeVisit = {
  visitId: 'one',
  clientId: 'client',
  personId: 'person',
  pairedVisitId: null,
  emergency: false,
  plannedStart: at(0),
  plannedEnd: at(45),
  start: at(0),
  end: at(45),
};
/** Of the same client by somebody else. */
const second = (start: number, end: number, over: Partial<MadeVisit> = {}): MadeVisit => ({
  ...one,
  visitId: 'second',
  personId: 'somebody else',
  start: at(start),
  end: at(end),
  ...over,
});
/** Looked at from either side, where they agree. */
const between = (a: MadeVisit, b: MadeVisit): readonly Code[] | string => {
  const codes = exceptionsBetween(a, b);
  const fromTheOther = exceptionsBetween(b, a);
  return codes.join() === fromTheOther.join() ? codes : `${codes.join()} but ${fromTheOther.join()}`;
};

t.test('rule 24, CAREGIVER_OVERLAP: one person at two places, whatever the clients', async (t) => {
  const elsewhere = { clientId: 'another client', personId: 'person' };
  t.strictSame(between(one, second(44, 90, elsewhere)), ['CAREGIVER_OVERLAP']);
  t.strictSame(between(one, second(45, 90, elsewhere)), []);
  t.strictSame(between(one, second(0, 45, { ...elsewhere, personId: 'somebody else' })), []);
  t.strictSame(between(one, second(44, 90, { personId: 'person' })), ['CAREGIVER_OVERLAP', 'CLIENT_OVERLAP']);
});

t.test('rule 24, CLIENT_OVERLAP: two visits of a client at once, but a pair', async (t) => {
  t.strictSame(between(one, second(44, 90)), ['CLIENT_OVERLAP']);
  t.strictSame(between(one, second(0, 45)), ['CLIENT_OVERLAP']);
  t.strictSame(between(one, second(0, 45, { emergency: true })), ['CLIENT_OVERLAP']);
  t.strictSame(between(one, second(0, 45, { clientId: 'another client' })), []);
  const paired = { ...one, pairedVisitId: 'second' };
  t.strictSame(between(paired, second(0, 45, { pairedVisitId: 'one' })), []);
  t.strictSame(
    between(paired, second(0, 45, { pairedVisitId: 'one', personId: 'person' })),
    ['CAREGIVER_OVERLAP'],
    'a pair asks for two persons',
  );
});

t.test('rule 24, WITHIN_TWO_HOURS: less than two hours between two visits of a client', async (t) => {
  t.strictSame(
    [45, 45 + 119, 45 + 120].map((start) => between(one, second(start, start + 45))),
    [['WITHIN_TWO_HOURS'], ['WITHIN_TWO_HOURS'], []],
  );
  t.strictSame(
    [-119, -120].map((end) => between(one, second(end - 45, end))),
    [['WITHIN_TWO_HOURS'], []],
  );
  t.strictSame(between(one, second(60, 105, { personId: 'person' })), ['WITHIN_TWO_HOURS'], 'by the same person');
  t.strictSame(between(one, second(60, 105, { clientId: 'another client' })), []);
  t.strictSame(between(one, second(60, 79)), [], 'under 20 minutes');
  t.strictSame(between(one, second(60, 80)), ['WITHIN_TWO_HOURS'], '20 minutes');
  t.strictSame(between(one, second(60, 105, { emergency: true })), [], 'emergency');
  t.strictSame(
    between({ ...one, pairedVisitId: 'second' }, second(60, 105, { pairedVisitId: 'one' })),
    [],
    'of a pair',
  );
  const moved = { pairedVisitId: 'one', plannedStart: at(60), plannedEnd: at(105) };
  t.strictSame(
    between({ ...one, pairedVisitId: 'second' }, second(60, 105, moved)),
    ['WITHIN_TWO_HOURS'],
    'rule 10: one of them was moved, and they are a pair no more',
  );
});

t.test('rule 25: what answers for something that fires', async (t) => {
  const fires = firing('CLIENT_OVERLAP', { otherChangedAt: at(100) });
  const standing = { code: 'CLIENT_OVERLAP', otherVisitId: OTHER_VISIT, how: null, resolvedAt: null } as const;
  t.equal(answersFor(standing, fires), true, 'the same, still open');
  t.equal(answersFor({ ...standing, code: 'CAREGIVER_OVERLAP' }, fires), false, 'another code');
  t.equal(answersFor({ ...standing, otherVisitId: THIRD_VISIT }, fires), false, 'another visit');
  t.equal(answersFor({ ...standing, how: 'LIFTED', resolvedAt: at(200) }, fires), false, 'lifted');
  t.equal(answersFor({ ...standing, how: 'ACKNOWLEDGED', resolvedAt: at(50) }, fires), true, 'acknowledged before');
  const asPlanned = { ...standing, how: 'AS_PLANNED' } as const;
  t.strictSame(
    [at(99), at(100), at(101), null].map((resolvedAt) => answersFor({ ...asPlanned, resolvedAt }, fires)),
    [false, true, true, true],
    'accepted as planned for the record that stood then',
  );
  const alone = firesWithin('DURATION_DIFFERS');
  t.strictSame(alone, { code: 'DURATION_DIFFERS', otherVisitId: null, otherChangedAt: null });
  t.equal(
    answersFor({ ...asPlanned, code: 'DURATION_DIFFERS', otherVisitId: null, resolvedAt: at(50) }, alone),
    true,
    'accepted as planned within the visit, where its own record alone could change it',
  );
});

t.test('rule 25: judging lifts what no longer fires, then raises what is new, of the codes judged', async (t) => {
  const open = [...MADE_LONG, raised('MANUAL_TIME'), raised('DUPLICATE_UPLOAD')];
  const judged = (history: readonly VisitEvent[], ...codes: Code[]) =>
    judge(after(history), codes.map(firesWithin), (code) => code !== 'DUPLICATE_UPLOAD');
  t.strictSame(judged(open, 'DURATION_DIFFERS', 'MANUAL_TIME'), []);
  t.strictSame(judged(open, 'LATE_RECORD', 'DURATION_DIFFERS'), [resolved('MANUAL_TIME'), raised('LATE_RECORD')]);
  t.strictSame(judged(open), [resolved('DURATION_DIFFERS'), resolved('MANUAL_TIME')]);
  const acknowledged = resolved('MANUAL_TIME', { how: 'ACKNOWLEDGED', reason: sealed('fine') });
  t.strictSame(judged([...open, acknowledged], 'MANUAL_TIME'), [resolved('DURATION_DIFFERS')]);
  t.strictSame(judged([...MADE, raised('MANUAL_TIME'), resolved('MANUAL_TIME')], 'MANUAL_TIME'), [
    raised('MANUAL_TIME'),
  ]);
});

t.test('rule 24: each code, how bad it is and where it comes from', async (t) => {
  const expected: readonly (readonly [Code, 'FIX' | 'ACKNOWLEDGE', 'within' | 'between' | 'neither'])[] = [
    ['DURATION_DIFFERS', 'FIX', 'within'],
    ['START_DIFFERS', 'ACKNOWLEDGE', 'within'],
    ['MANUAL_TIME', 'ACKNOWLEDGE', 'within'],
    ['LATE_RECORD', 'ACKNOWLEDGE', 'within'],
    ['CAREGIVER_OVERLAP', 'FIX', 'between'],
    ['CLIENT_OVERLAP', 'FIX', 'between'],
    ['WITHIN_TWO_HOURS', 'ACKNOWLEDGE', 'between'],
    ['QUALIFICATION_MISSING', 'FIX', 'within'],
    ['OUTSIDE_LOCATION', 'ACKNOWLEDGE', 'within'],
    ['TIMES_ADJUSTED', 'ACKNOWLEDGE', 'within'],
    ['TASK_MISMATCH', 'ACKNOWLEDGE', 'within'],
    ['DUPLICATE_UPLOAD', 'ACKNOWLEDGE', 'neither'],
    ['RECORD_AFTER_RELEASE', 'ACKNOWLEDGE', 'neither'],
  ];
  t.strictSame(severityOf, Object.fromEntries(expected));
  t.strictSame(
    expected.map(([code]) => [isWithin(code), isBetween(code)]),
    expected.map(([, , where]) => [where === 'within', where === 'between']),
  );
});
