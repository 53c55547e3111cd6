import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  ASSIST,
  amended,
  assigned,
  at,
  cancelled,
  ended,
  MADE,
  MISSED,
  NOW,
  OTHER_CAREGIVER,
  OTHER_OFFICE,
  PARTNER,
  PLANNED,
  RETURNED,
  raised,
  recorded,
  released,
  resolved,
  STARTED,
  scheduled,
  sealed,
  started,
  VERIFIED,
  verified,
} from './example-visit.ts';
import { recordVisit } from './example-visit-commands.ts';

const ASSIGNED = [...PLANNED, assigned()];
const PUNCHED = [...STARTED, ended()];
const manual = { startMethod: 'MANUAL' as const, endMethod: 'MANUAL' as const };
/** Times that come with the record, in minutes from the planned start. */
const entered = (start: number, end: number) => ({ startedAt: at(start), endedAt: at(end) });
const another = recordVisit({ digest: 'digest of another', duplicateDetail: sealed('another') });
const duplicate = raised('DUPLICATE_UPLOAD', { detail: sealed('another'), digest: 'digest of another' });
/** Uploads beside the first, each of other content. */
const others = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    raised('DUPLICATE_UPLOAD', { detail: sealed('another'), digest: `digest ${n}` }),
  );

/** Lost by its office half an hour before the planned start. */
const WITHDRAWN = [...PLANNED, cancelled(30, 100, 4500)];
const GIVEN_BACK = [...PLANNED, released(ASSIST, -30)];
const UNCOVERED = [...GIVEN_BACK, cancelled(0, 0, 0)];
const TAKEN = [...GIVEN_BACK, scheduled({ assistOfficeId: OTHER_OFFICE })];
const lateStart = [raised('START_DIFFERS'), raised('MANUAL_TIME'), raised('LATE_RECORD')];
const leftBehind = raised('RECORD_AFTER_RELEASE', {
  detail: sealed('whole-record'),
  digest: 'digest of the record',
  formerOfficeId: ASSIST,
});

/** A record that says times which differ from the punches, so that its whole digest differs too. */
const saysTimes = (digest: string) =>
  recordVisit({ ...entered(-20, 50), digest, digestsWithout: { start: 'a', end: 'b', times: 'digest of the record' } });

specify(t, visit, NOW, [
  {
    name: 'happens, rule 23: beside punches the times that a record says are no part of it',
    given: PUNCHED,
    when: saysTimes('with times'),
    then: [recorded()],
  },
  {
    name: 'repeated, rule 23: beside punches with other times, which count for nothing',
    given: MADE,
    when: saysTimes('with other times'),
    then: [],
  },
  {
    name: 'repeated, rule 23: sent again once the punches have come',
    given: [...ASSIGNED, recorded({ ...entered(-20, 50), ...manual, digest: 'with times' }), started(), ended()],
    when: saysTimes('with times'),
    then: [],
  },
  { name: 'happens, rule 23: at the times punched', given: PUNCHED, when: recordVisit(), then: [recorded()] },
  {
    name: 'happens, rule 23: the punches count, whatever times come with the record',
    given: PUNCHED,
    when: recordVisit(entered(3, 48)),
    then: [recorded()],
  },
  {
    name: 'happens, rule 23: without punches its times are MANUAL',
    given: ASSIGNED,
    when: recordVisit(entered(0, 45)),
    then: [recorded(manual), raised('MANUAL_TIME')],
  },
  {
    name: 'happens, rule 23: without a start',
    given: [...ASSIGNED, ended()],
    when: recordVisit({ startedAt: at(2) }),
    then: [recorded({ startedAt: at(2), startMethod: 'MANUAL' }), raised('MANUAL_TIME')],
  },
  {
    name: 'happens, rule 23: without an end',
    given: STARTED,
    when: recordVisit({ endedAt: at(43) }),
    then: [recorded({ endedAt: at(43), endMethod: 'MANUAL' }), raised('MANUAL_TIME')],
  },
  {
    name: 'happens: at this moment',
    given: ASSIGNED,
    when: recordVisit(entered(0, 45)),
    at: at(45),
    then: [recorded(manual), raised('MANUAL_TIME')],
  },
  {
    name: 'happens, rule 23: entered for a caregiver it assigns too, where nobody was assigned',
    given: [...PLANNED, started(), ended()],
    when: recordVisit({ enteredForCaregiver: true }),
    then: [assigned(), recorded({ enteredForCaregiver: true })],
  },
  {
    name: 'happens, rule 23: and where another was',
    given: PUNCHED,
    when: recordVisit({ caregiverId: OTHER_CAREGIVER }),
    then: [assigned(OTHER_CAREGIVER), recorded({ caregiverId: OTHER_CAREGIVER })],
  },
  {
    name: 'happens, rule 24: with what does not fit, in a fixed order',
    given: [...ASSIGNED, started(31, { metersFromHome: 501 }), ended(87, { method: 'MANUAL' })],
    when: recordVisit({ qualifications: ['DAILY_LIVING_ONLY'] }),
    at: at(87 + 24 * 60 + 1),
    then: [
      recorded({ ...entered(31, 87), endMethod: 'MANUAL' }),
      raised('DURATION_DIFFERS'),
      raised('START_DIFFERS'),
      raised('MANUAL_TIME'),
      raised('LATE_RECORD'),
      raised('QUALIFICATION_MISSING'),
      raised('OUTSIDE_LOCATION'),
    ],
  },
  {
    name: 'happens, rule 22: takes the place of a missed visit that began at the planned start, and is late',
    given: MISSED,
    when: recordVisit(entered(0, 45)),
    then: [assigned(), recorded(manual), raised('MANUAL_TIME'), raised('LATE_RECORD')],
  },
  {
    name: 'happens, rule 23: takes the place of a missed visit that began 60 minutes before the plan',
    given: MISSED,
    when: recordVisit(entered(-60, -15)),
    then: [
      assigned(),
      recorded({ ...entered(-60, -15), ...manual }),
      raised('START_DIFFERS'),
      raised('MANUAL_TIME'),
      raised('LATE_RECORD'),
    ],
  },
  {
    name: 'happens, rule 23: a device that runs ahead is not believed, and what it said is kept',
    given: ASSIGNED,
    when: recordVisit(entered(0, 50)),
    at: at(45),
    then: [recorded({ ...manual, deviceEnd: at(50) }), raised('MANUAL_TIME')],
  },
  {
    name: 'happens, rule 23: the condition alone is a record',
    given: PUNCHED,
    when: recordVisit({ tasks: [] }),
    then: [recorded({ tasks: [] })],
  },
  {
    name: 'happens, rule 23: a task alone is a record',
    given: PUNCHED,
    when: recordVisit({ condition: null, notes: null }),
    then: [recorded({ condition: null, notes: null })],
  },
  {
    name: 'happens, rule 24: a task that the service does not hold',
    given: PUNCHED,
    when: recordVisit({ tasks: [{ code: 'CLEANING', outcome: 'DONE', note: null }] }),
    then: [recorded({ tasks: [{ code: 'CLEANING', outcome: 'DONE', note: null }] }), raised('TASK_MISMATCH')],
  },
  {
    name: 'happens, rule 22: takes the place of a missed visit that began a minute before the planned end',
    given: [...MISSED, started(44), ended(89)],
    when: recordVisit(),
    then: [assigned(), recorded(entered(44, 89)), raised('START_DIFFERS'), raised('LATE_RECORD')],
  },
  {
    name: 'happens, rule 23: another record leaves the first and is raised with its whole content',
    given: MADE,
    when: another,
    then: [duplicate],
  },
  { name: 'happens, rule 23: so it is for a verified visit', given: VERIFIED, when: another, then: [duplicate] },
  {
    name: 'happens, rule 23: a third one is raised too',
    given: [...MADE, duplicate],
    when: recordVisit({ digest: 'digest of a third', duplicateDetail: sealed('third') }),
    then: [raised('DUPLICATE_UPLOAD', { detail: sealed('third'), digest: 'digest of a third' })],
  },
  { name: 'refused: no such visit', given: [], when: recordVisit(), refused: 'VISIT_UNKNOWN', path: ['visitId'] },
  {
    name: 'refused: the caregiver does not work for the office on that day',
    given: PUNCHED,
    when: recordVisit({ works: false }),
    refused: 'CAREGIVER_NOT_OF_OFFICE',
    path: ['caregiverId'],
  },
  {
    name: 'refused, rule 23: neither punched nor told when it began',
    given: ASSIGNED,
    when: recordVisit({ endedAt: at(45) }),
    refused: 'TIME_MISSING',
    path: ['startedAt'],
  },
  {
    name: 'refused, rule 23: neither punched nor told when it ended',
    given: STARTED,
    when: recordVisit(),
    refused: 'TIME_MISSING',
    path: ['endedAt'],
  },
  {
    name: 'refused: began six minutes ahead',
    given: ASSIGNED,
    when: recordVisit(entered(6, 45)),
    at: at(0),
    refused: 'TIME_IN_FUTURE',
    path: ['startedAt'],
  },
  {
    name: 'refused: ended six minutes ahead',
    given: ASSIGNED,
    when: recordVisit(entered(0, 51)),
    at: at(45),
    refused: 'TIME_IN_FUTURE',
    path: ['endedAt'],
  },
  {
    name: 'refused: ended when it began',
    given: ASSIGNED,
    when: recordVisit(entered(45, 45)),
    refused: 'ENDED_BEFORE_STARTED',
    path: ['endedAt'],
  },
  {
    name: 'refused, rule 23: nobody came, and this began 61 minutes before the plan',
    given: MISSED,
    when: recordVisit(entered(-61, 0)),
    refused: 'VISIT_MISSED',
    path: ['visitId'],
  },
  {
    name: 'refused, rule 22: nobody came, and this began when the plan ended',
    given: MISSED,
    when: recordVisit(entered(45, 90)),
    refused: 'VISIT_MISSED',
    path: ['visitId'],
  },
  {
    name: 'refused, rule 23: empty, but for notes',
    given: PUNCHED,
    when: recordVisit({ tasks: [], condition: null }),
    refused: 'RECORD_EMPTY',
    path: ['tasks'],
  },
  {
    name: 'refused, rule 23: a second one that is empty',
    given: MADE,
    when: recordVisit({ tasks: [], condition: null, digest: 'digest of another' }),
    refused: 'RECORD_EMPTY',
    path: ['tasks'],
  },
  {
    name: 'refused, rule 41: a task that is not in the catalogue',
    given: PUNCHED,
    when: recordVisit({
      tasks: ['EXCRETION', '散歩'].map((code) => ({ code, outcome: 'NOT_NEEDED' as const, note: null })),
    }),
    refused: 'TASK_UNKNOWN',
    path: ['tasks', '1', 'code'],
  },
  {
    name: 'refused, rule 23: began 61 minutes before the planned start',
    given: ASSIGNED,
    when: recordVisit(entered(-61, 0)),
    refused: 'TOO_EARLY',
    path: ['startedAt'],
  },
  {
    name: 'refused, rule 49: an eleventh record',
    given: [...MADE, ...others(9)],
    when: another,
    refused: 'TOO_MANY_UPLOADS',
    path: ['visitId'],
  },
  {
    name: 'repeated, rule 49: the tenth once more',
    given: [...MADE, ...others(9)],
    when: recordVisit({ digest: 'digest 8' }),
    then: [],
  },
  { name: 'repeated, rule 23: the same record once more', given: MADE, when: recordVisit(), then: [] },
  {
    name: 'repeated, rule 23: once more after it was amended',
    given: [...MADE, amended()],
    when: recordVisit(),
    then: [],
  },
  {
    name: 'repeated, rule 23: once more after the caregiver has left',
    given: RETURNED,
    when: recordVisit({ works: false }),
    then: [],
  },
  { name: 'repeated, rule 23: the other record once more', given: [...MADE, duplicate], when: another, then: [] },
  {
    name: 'repeated, rule 23: the other record once more, after it was acknowledged',
    given: [...MADE, duplicate, resolved('DUPLICATE_UPLOAD', { how: 'ACKNOWLEDGED', reason: sealed('same') })],
    when: another,
    then: [],
  },
  ...[
    { lost: 'cancelled', given: WITHDRAWN },
    { lost: 'handed back', given: GIVEN_BACK },
    { lost: 'handed back, then cancelled as nobody had it at its start', given: UNCOVERED },
  ].map(({ lost, given }) => ({
    name: `happens, rule 22: a minute before it was ${lost} the visit had begun: its record counts, late`,
    given,
    when: recordVisit(entered(-31, 14)),
    then: [assigned(), recorded({ ...entered(-31, 14), ...manual }), ...lateStart],
  })),
  {
    name: 'happens, rule 22: at the times punched before it was cancelled',
    given: [...STARTED.slice(0, -1), started(-40), ...WITHDRAWN.slice(-1)],
    when: recordVisit({ endedAt: at(5) }),
    then: [
      recorded({ startedAt: at(-40), endedAt: at(5), endMethod: 'MANUAL' }),
      raised('START_DIFFERS'),
      raised('MANUAL_TIME'),
      raised('LATE_RECORD'),
    ],
  },
  {
    name: 'happens, rule 22: another office has it by now: kept for the partner office, and nothing else',
    given: TAKEN,
    when: recordVisit(entered(-31, 14)),
    then: [leftBehind],
  },
  {
    name: 'happens, rule 22: so it is though that office has recorded it, and the partner office verified it',
    given: [...TAKEN, recorded({ ...entered(0, 45), ...manual, recordedByOfficeId: OTHER_OFFICE }), verified()],
    when: recordVisit(entered(-31, 14)),
    then: [leftBehind],
  },
  {
    name: 'happens, rule 22: and before the visit\u2019s stream has followed',
    given: GIVEN_BACK,
    when: recordVisit({ ...entered(-31, 14), isTaken: true }),
    then: [leftBehind],
  },
  {
    name: 'refused, rule 22: of another office\u2019s visit its punches tell nothing',
    given: [...TAKEN, started(-31), ended(14)],
    when: recordVisit(),
    refused: 'TIME_MISSING',
    path: ['startedAt'],
  },
  {
    name: 'refused, rule 49: an eleventh record beside that of the office that has it',
    given: [
      ...TAKEN,
      ...Array.from({ length: 10 }, (_, n) => raised('RECORD_AFTER_RELEASE', { digest: `digest ${n}` })),
    ],
    when: recordVisit(entered(-31, 14)),
    refused: 'TOO_MANY_UPLOADS',
    path: ['visitId'],
  },
  {
    name: 'repeated, rule 22: the record beside that of the office that has it once more',
    given: [...TAKEN, leftBehind],
    when: recordVisit(entered(-31, 14)),
    then: [],
  },
  {
    name: 'repeated, rule 22: once more after the partner office has answered for it, and a third took the visit',
    given: [
      ...TAKEN,
      leftBehind,
      resolved('RECORD_AFTER_RELEASE', { how: 'ACKNOWLEDGED', reason: sealed('asked') }),
      released(OTHER_OFFICE, -20),
      scheduled({ assistOfficeId: PARTNER }),
    ],
    when: recordVisit(entered(-31, 14)),
    then: [],
  },
  {
    name: 'repeated, rule 22: a late record that counts once more',
    given: [...WITHDRAWN, recorded({ ...entered(-31, 14), ...manual })],
    when: recordVisit(entered(-31, 14)),
    then: [],
  },
  ...[
    { lost: 'cancelled', given: WITHDRAWN, refused: 'VISIT_CANCELLED' },
    { lost: 'handed back', given: GIVEN_BACK, refused: 'VISIT_RELEASED' },
    { lost: 'handed back, then cancelled', given: UNCOVERED, refused: 'VISIT_CANCELLED' },
    { lost: 'handed back, then taken by another', given: TAKEN, refused: 'VISIT_RELEASED' },
  ].map(({ lost, given, refused }) => ({
    name: `stale, rule 22: it was ${lost} when it began`,
    given,
    when: recordVisit(entered(-30, 15)),
    refused,
    path: ['visitId'],
  })),
  {
    name: 'stale: another office never had it',
    given: PLANNED,
    when: recordVisit({ ...entered(0, 45), byOfficeId: OTHER_OFFICE }),
    refused: 'VISIT_RELEASED',
    path: ['visitId'],
  },
]);
