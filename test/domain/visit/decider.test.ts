import t from 'tap';
import { addMinutes } from '../../../src/domain/calendar.ts';
import { uuidOf } from '../../../src/domain/ids.ts';
import { type VisitCommand, visit } from '../../../src/domain/visit/decider.ts';
import type { VisitEvent } from '../../../src/domain/visit/events.ts';
import { exceptionsBetween, type MadeVisit } from '../../../src/domain/visit/exceptions.ts';
import type { Pricing } from '../../../src/domain/visit/planning.ts';
import { decided, stateAfter } from '../../support/specification.ts';

const START = '2026-06-02T01:00:00.000Z';
const END = '2026-06-02T01:45:00.000Z';
const TEXT = 'sealed:1:client/00000000-0000-4000-8000-000000000000:AAAA';
const [partner, assist, caregiver, other] = ['partner', 'assist', 'caregiver', 'other'].map((key) => uuidOf(key)) as [
  string,
  string,
  string,
  string,
];
const pricing: Pricing = {
  careLevel: 'CARE_2',
  partner: { areaGrade: 'GRADE_1', surcharges: [] },
  terms: {
    version: 1,
    content: {
      effectiveFrom: '2026-04-01',
      feeBasis: 'PER_HOUR',
      percentHundredths: null,
      prices: [],
      yenPerHour: 6000,
      taxClass: 'TAXABLE_10',
      rounding: 'DOWN',
      cancellation: [{ noticeHoursUnder: 24, percentOfFee: 50 }],
      paymentDays: 30,
      confirmDays: 10,
    },
  },
};
const schedule: VisitCommand = {
  type: 'ScheduleVisit',
  delegationId: uuidOf('d'),
  networkId: uuidOf('n'),
  clientId: uuidOf('c'),
  partnerOfficeId: partner,
  assistOfficeId: assist,
  service: 'PHYSICAL_CARE',
  minutes: 45,
  physicalMinutes: null,
  plannedStart: START,
  plannedEnd: END,
  caregiversRequired: 1,
  pairedVisitId: null,
  emergency: false,
  tasks: [],
  pricing,
};
const at = (minutes: number): string => addMinutes(START, minutes);
const punch = (type: 'StartVisit' | 'EndVisit', minutes: number, method: 'QR' | 'MANUAL' = 'QR'): VisitCommand => ({
  type,
  at: at(minutes),
  method,
  place: null,
  metersFromHome: null,
  caregiverId: caregiver,
  enteredForCaregiver: false,
});
const record = (change: Partial<Extract<VisitCommand, { type: 'RecordVisit' }>> = {}): VisitCommand => ({
  type: 'RecordVisit',
  caregiverId: caregiver,
  startedAt: null,
  endedAt: null,
  tasks: [],
  condition: null,
  notes: null,
  digest: 'one',
  enteredForCaregiver: false,
  byOfficeId: assist,
  duplicateDetail: TEXT,
  works: true,
  qualifications: ['CERTIFIED_CARE_WORKER'],
  ...change,
});
const verify: VisitCommand = {
  type: 'VerifyVisit',
  byOfficeId: partner,
  firing: [],
  qualifications: ['CERTIFIED_CARE_WORKER'],
  pricing,
};
const amend = (change: Partial<Extract<VisitCommand, { type: 'AmendVisitRecord' }>>): VisitCommand => ({
  type: 'AmendVisitRecord',
  reason: TEXT,
  reasonIsThePlan: false,
  digest: 'two',
  byOfficeId: assist,
  byCaregiver: false,
  works: true,
  qualifications: ['CERTIFIED_CARE_WORKER'],
  ...change,
});

/** The history that commands make, each at its minute after the planned start. */
const after = (...steps: (readonly [VisitCommand, number])[]): VisitEvent[] => {
  const history: VisitEvent[] = [];
  for (const [command, minutes] of steps) {
    const events = decided(visit, history, command, at(minutes));
    if ('refused' in events) throw new Error(events.refused);
    history.push(...events.map((event) => ({ ...event, occurredAt: event.occurredAt ?? at(minutes) })));
  }
  return history;
};
const types = (answer: ReturnType<typeof decided<never, never, VisitEvent>>) =>
  'refused' in answer
    ? answer.refused
    : (answer as readonly VisitEvent[]).map((event) =>
        event.type.startsWith('VisitException') ? `${event.type} ${(event.data as { code: string }).code}` : event.type,
      );
const made = (start = 0, end = 45) =>
  after([schedule, -600], [punch('StartVisit', start), start], [punch('EndVisit', end), end], [record(), end + 5]);
const when = (history: VisitEvent[], command: VisitCommand, minutes: number) =>
  types(decided(visit, history, command, at(minutes)) as never);

t.test('rule 23: punches, then the record; in either order; the same again is a repeat', async (t) => {
  const scheduled = after([schedule, -600]);
  t.strictSame(when(scheduled, schedule, -600), []);
  const started = after([schedule, -600], [punch('StartVisit', 0), 0]);
  t.strictSame(when(started, punch('StartVisit', 0), 1), []);
  t.strictSame(when(started, punch('StartVisit', 1), 2), 'ALREADY_PUNCHED');
  t.strictSame(when(scheduled, punch('StartVisit', 10), 5), 'TIME_IN_FUTURE');
  const backwards = after([schedule, -600], [punch('EndVisit', 45), 50], [punch('StartVisit', 0), 55]);
  t.strictSame(when(backwards, record(), 60), ['CaregiverAssigned', 'VisitRecorded']);
  t.strictSame(when(made(), record(), 60), []);
  t.strictSame(when(made(), record({ digest: 'other' }), 60), ['VisitExceptionRaised DUPLICATE_UPLOAD']);
  const doubled = [...made(), ...(decided(visit, made(), record({ digest: 'other' }), at(60)) as VisitEvent[])];
  t.strictSame(when(doubled, record({ digest: 'other' }), 61), []);
  t.strictSame(when(scheduled, record(), 60), 'TIME_MISSING');
  t.strictSame(
    when(scheduled, record({ works: false, startedAt: at(0), endedAt: at(45) }), 60),
    'CAREGIVER_NOT_OF_OFFICE',
  );
});

t.test('rule 24: exceptions within one visit', async (t) => {
  const scheduled = after([schedule, -600]);
  const manual = record({ startedAt: at(0), endedAt: at(45) });
  t.strictSame(when(scheduled, manual, 60), ['CaregiverAssigned', 'VisitRecorded', 'VisitExceptionRaised MANUAL_TIME']);
  const codes = (start: number, end: number, recorded: number, change = {}) =>
    when(
      after([schedule, -600], [punch('StartVisit', start), start], [punch('EndVisit', end), end]),
      record(change),
      recorded,
    );
  t.strictSame(codes(0, 55, 60), ['CaregiverAssigned', 'VisitRecorded']);
  t.strictSame(codes(0, 56, 60), ['CaregiverAssigned', 'VisitRecorded', 'VisitExceptionRaised DURATION_DIFFERS']);
  t.strictSame(codes(31, 76, 80), ['CaregiverAssigned', 'VisitRecorded', 'VisitExceptionRaised START_DIFFERS']);
  t.strictSame(codes(0, 45, 45 + 24 * 60), ['CaregiverAssigned', 'VisitRecorded']);
  t.strictSame(codes(0, 45, 46 + 24 * 60), ['CaregiverAssigned', 'VisitRecorded', 'VisitExceptionRaised LATE_RECORD']);
  t.strictSame(codes(0, 45, 50, { qualifications: ['DAILY_LIVING_ONLY'] }), [
    'CaregiverAssigned',
    'VisitRecorded',
    'VisitExceptionRaised QUALIFICATION_MISSING',
  ]);
});

t.test('rule 24: exceptions between visits', async (t) => {
  const one: MadeVisit = {
    visitId: '1',
    clientId: 'c',
    personId: 'p',
    pairedVisitId: null,
    emergency: false,
    start: at(0),
    end: at(45),
  };
  const two: MadeVisit = { ...one, visitId: '2', start: at(30), end: at(75) };
  t.strictSame(exceptionsBetween(one, two), ['CAREGIVER_OVERLAP', 'CLIENT_OVERLAP']);
  t.strictSame(exceptionsBetween(one, { ...two, personId: 'q', pairedVisitId: '1' }), ['CLIENT_OVERLAP']);
  t.strictSame(exceptionsBetween({ ...one, pairedVisitId: '2' }, { ...two, personId: 'q' }), []);
  t.strictSame(exceptionsBetween(one, { ...two, clientId: 'd', start: at(45), end: at(90) }), []);
  t.strictSame(exceptionsBetween(one, { ...two, start: at(45 + 119), end: at(210) }), ['WITHIN_TWO_HOURS']);
  t.strictSame(exceptionsBetween(one, { ...two, start: at(45 + 120), end: at(210) }), []);
  t.strictSame(exceptionsBetween(one, { ...two, start: at(60), end: at(79) }), []);
  t.strictSame(exceptionsBetween(one, { ...two, start: at(60), end: at(100), emergency: true }), []);
});

t.test(
  'rules 25, 26: open exceptions hold the verifying up; nobody verifies their own; amending takes it back',
  async (t) => {
    const long = made(0, 70);
    t.strictSame(when(long, verify, 200), 'OPEN_EXCEPTION');
    const resolve = (asPlanned: boolean, byPartner: boolean): VisitCommand => ({
      type: 'ResolveException',
      code: 'DURATION_DIFFERS',
      reason: TEXT,
      asPlanned,
      byPartner,
    });
    t.strictSame(when(long, resolve(false, true), 200), 'MUST_BE_PUT_RIGHT');
    t.strictSame(when(long, resolve(true, false), 200), 'MUST_BE_PUT_RIGHT');
    const accepted = [...long, ...(decided(visit, long, resolve(true, true), at(200)) as VisitEvent[])];
    const verified = decided(visit, accepted, verify, at(210)) as VisitEvent[];
    // As planned: the fee follows the planned 45 minutes, not the 70 worked.
    t.strictSame(
      verified.map(({ type, data }) => [type, (data as { fee: { feeYen: number } }).fee.feeYen]),
      [['VisitVerified', 4500]],
    );
    t.strictSame(when(long, amend({ adjustedEnd: at(45) }), 220), [
      'VisitRecordAmended',
      'VisitExceptionResolved DURATION_DIFFERS',
    ]);
    t.strictSame(when(long, amend({ adjustedEnd: at(45), reasonIsThePlan: true }), 220), 'REASON_IS_NONE');
    t.strictSame(when(made(), { ...verify, byOfficeId: assist } as VisitCommand, 200), 'OWN_RECORD');
    const done = [...made(), ...(decided(visit, made(), verify, at(200)) as VisitEvent[])];
    t.strictSame(when(done, verify, 210), []);
    t.strictSame(when(done, amend({ byCaregiver: true }), 210), 'RECORD_VERIFIED');
    const again = [...done, ...(decided(visit, done, amend({}), at(210)) as VisitEvent[])];
    t.equal((stateAfter(visit, again) as { status: string }).status, 'RECORDED');
    t.strictSame(when(made(), { type: 'ReturnVisitRecord', reason: TEXT, isSettled: true }, 200), 'VISIT_SETTLED');
  },
);

t.test('rules 22, 27: the stream follows; a cancellation is priced by the notice, a release is free', async (t) => {
  const cancel = (minutes: number, isHeld = true): VisitCommand => ({
    type: 'CancelVisit',
    reason: 'OTHER',
    byOfficeId: partner,
    at: at(minutes),
    isHeld,
    terms: pricing.terms,
    note: null,
  });
  const fee = (history: VisitEvent[], command: VisitCommand) =>
    (decided(visit, history, command, at(0)) as VisitEvent[]).map(({ data }) => [
      (data as { percentOfFee: number }).percentOfFee,
      (data as { fee: { feeYen: number } }).fee.feeYen,
    ]);
  const scheduled = after([schedule, -6000]);
  t.strictSame(fee(scheduled, cancel(-1439)), [[50, 2250]]);
  t.strictSame(fee(scheduled, cancel(-1440)), [[0, 0]]);
  const released = after([schedule, -6000], [{ type: 'ReleaseVisit', assistOfficeId: assist }, -1000]);
  t.strictSame(fee(released, cancel(-100, false)), [[0, 0]]);
  t.strictSame(when(released, { ...schedule, assistOfficeId: other } as VisitCommand, -500), ['VisitScheduled']);
  t.strictSame(
    when(released, { type: 'AssignCaregiver', caregiverId: caregiver, works: true }, -500),
    'VISIT_RELEASED',
  );
  t.strictSame(when(scheduled, { type: 'ReportMissedVisit', reason: TEXT, byOfficeId: assist }, -1), 'VISIT_AHEAD');
  const missed = after([schedule, -6000], [{ type: 'ReportMissedVisit', reason: TEXT, byOfficeId: assist }, 60]);
  const late = record({ startedAt: at(5), endedAt: at(45) });
  t.strictSame(when(missed, late, 120), [
    'CaregiverAssigned',
    'VisitRecorded',
    'VisitExceptionRaised MANUAL_TIME',
    'VisitExceptionRaised LATE_RECORD',
  ]);
  t.strictSame(when(missed, record({ startedAt: at(45), endedAt: at(90) }), 120), 'VISIT_MISSED');
});
