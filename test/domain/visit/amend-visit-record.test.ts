import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  amended,
  assigned,
  at,
  cancelled,
  MADE,
  MADE_LONG,
  MISSED,
  made,
  NOW,
  OTHER_CAREGIVER,
  OTHER_VISIT,
  PLANNED,
  RETURNED,
  raised,
  recorded,
  recordReturned,
  released,
  resolved,
  STARTED,
  sealed,
  stamped,
  VERIFIED,
} from './example-visit.ts';
import { amendVisitRecord } from './example-visit-commands.ts';

const DAY = 24 * 60;
const asPlanned = { how: 'AS_PLANNED' as const, reason: sealed('it-took-longer') };
const LATE = [...STARTED, stamped(45 + DAY + 1, recorded()), raised('LATE_RECORD')];
/** Amended once: adjusted at both ends, told in other words. */
const FIRST_AMENDMENT = { adjustedStart: at(2), adjustedEnd: at(47), condition: sealed('tired'), notes: null };
const ADJUSTED = raised('TIMES_ADJUSTED');
const AMENDED = [...MADE, stamped(60, amended(FIRST_AMENDMENT)), stamped(60, ADJUSTED)];
const AS_BEFORE = { ...FIRST_AMENDMENT, version: 3, digest: 'digest of the next' };
const next = { digest: 'digest of the next' };
const washed = [{ code: 'BATHING', outcome: 'DECLINED_BY_CLIENT' as const, note: sealed('note') }];

specify(t, visit, NOW, [
  {
    name: 'happens, rule 26: the end is adjusted beside the punch',
    given: MADE,
    when: amendVisitRecord({ adjustedEnd: at(50) }),
    then: [amended({ adjustedEnd: at(50) }), ADJUSTED],
  },
  {
    name: 'happens, rule 26: other content',
    given: MADE,
    when: amendVisitRecord({ tasks: washed, condition: sealed('tired'), notes: null }),
    then: [amended({ tasks: washed, condition: sealed('tired'), notes: null })],
  },
  {
    name: 'happens, rule 26: what is absent stays as it was',
    given: AMENDED,
    when: amendVisitRecord(next),
    then: [amended(AS_BEFORE)],
  },
  {
    name: 'happens, rule 26: an adjustment is taken back, and the punches stand again',
    given: AMENDED,
    when: amendVisitRecord({ ...next, adjustedStart: null, adjustedEnd: null, condition: null }),
    then: [
      amended({ ...AS_BEFORE, adjustedStart: null, adjustedEnd: null, condition: null }),
      resolved('TIMES_ADJUSTED'),
    ],
  },
  {
    name: 'happens, rule 26: another caregiver made it',
    given: MADE,
    when: amendVisitRecord({ caregiverId: OTHER_CAREGIVER }),
    then: [amended({ caregiverId: OTHER_CAREGIVER })],
  },
  {
    name: 'happens, rule 26: of a caregiver who has left since',
    given: MADE,
    when: amendVisitRecord({ works: false }),
    then: [amended()],
  },
  {
    name: 'happens, rule 26: by the caregiver, until it is verified',
    given: MADE,
    when: amendVisitRecord({ byCaregiver: true }),
    then: [amended()],
  },
  {
    name: 'happens, rule 26: by the office, after it was verified',
    given: VERIFIED,
    when: amendVisitRecord(),
    then: [amended()],
  },
  {
    name: 'happens, rule 26: by the caregiver, after the partner office returned it',
    given: RETURNED,
    when: amendVisitRecord({ byCaregiver: true }),
    then: [amended()],
  },
  {
    name: 'happens, rule 26: in the same words as before, where it was returned meanwhile',
    given: [...AMENDED, recordReturned()],
    when: amendVisitRecord({ digest: 'digest of the amendment' }),
    then: [amended({ ...AS_BEFORE, digest: 'digest of the amendment' })],
  },
  {
    name: 'happens, rule 25: a difference that is put right is lifted',
    given: MADE_LONG,
    when: amendVisitRecord({ adjustedEnd: at(55) }),
    then: [amended({ adjustedEnd: at(55) }), resolved('DURATION_DIFFERS'), ADJUSTED],
  },
  {
    name: 'happens, rule 25: one that is still there stays, and is not raised twice',
    given: MADE_LONG,
    when: amendVisitRecord({ adjustedEnd: at(56) }),
    then: [amended({ adjustedEnd: at(56) }), ADJUSTED],
  },
  {
    name: 'happens, rule 24: the adjusted times raise what they would have raised',
    given: MADE,
    when: amendVisitRecord({ adjustedStart: at(31) }),
    then: [amended({ adjustedStart: at(31) }), raised('DURATION_DIFFERS'), raised('START_DIFFERS'), ADJUSTED],
  },
  {
    name: "happens, rule 24: and so does another caregiver's qualification",
    given: MADE,
    when: amendVisitRecord({ caregiverId: OTHER_CAREGIVER, qualifications: ['DAILY_LIVING_ONLY'] }),
    then: [amended({ caregiverId: OTHER_CAREGIVER }), raised('QUALIFICATION_MISSING')],
  },
  {
    name: 'happens, rule 25: accepted as planned holds until the record changes, then it is raised again',
    given: [...MADE_LONG, stamped(90, resolved('DURATION_DIFFERS', asPlanned))],
    when: amendVisitRecord({ notes: null }),
    then: [amended({ notes: null }), raised('DURATION_DIFFERS')],
  },
  {
    name: 'happens, rule 25: accepted as planned falls without a word where the record changes and fits',
    given: [...MADE_LONG, stamped(90, resolved('DURATION_DIFFERS', asPlanned))],
    when: amendVisitRecord({ adjustedEnd: at(45) }),
    then: [amended({ adjustedEnd: at(45) }), ADJUSTED],
  },
  {
    name: 'happens, rule 25: what was acknowledged stays acknowledged',
    given: [
      ...made(31, 76),
      raised('START_DIFFERS'),
      resolved('START_DIFFERS', { how: 'ACKNOWLEDGED', reason: sealed('bus-was-late') }),
    ],
    when: amendVisitRecord({ adjustedStart: at(32) }),
    then: [amended({ adjustedStart: at(32) }), ADJUSTED],
  },
  {
    name: 'happens, rule 24: what is between visits is left to the process',
    given: [...MADE, raised('CLIENT_OVERLAP', { otherVisitId: OTHER_VISIT })],
    when: amendVisitRecord(),
    then: [amended()],
  },
  {
    name: 'happens, rule 23: another upload stays to be acknowledged',
    given: [...MADE, raised('DUPLICATE_UPLOAD', { detail: sealed('another'), digest: 'digest of another' })],
    when: amendVisitRecord(),
    then: [amended()],
  },
  {
    name: 'happens, rule 24: a record is late no longer, where it was not by the end that is adjusted',
    given: LATE,
    when: amendVisitRecord({ adjustedEnd: at(50) }),
    at: at(2 * DAY),
    then: [amended({ adjustedEnd: at(50) }), resolved('LATE_RECORD')],
  },
  {
    name: 'happens, rule 23: one in the place of a report that nobody came stays late',
    given: [...MISSED, assigned(), stamped(60, recorded()), raised('LATE_RECORD')],
    when: amendVisitRecord({ adjustedEnd: at(50) }),
    then: [amended({ adjustedEnd: at(50) })],
  },
  {
    name: 'happens, rule 24: what is adjusted anew after it was acknowledged, is acknowledged anew',
    given: [...AMENDED, resolved('TIMES_ADJUSTED', { how: 'ACKNOWLEDGED', reason: sealed('seen') })],
    when: amendVisitRecord({ ...next, adjustedEnd: at(48) }),
    then: [amended({ ...AS_BEFORE, adjustedEnd: at(48) }), ADJUSTED],
  },
  {
    name: 'happens, rule 23: an end that a device says ahead is kept as the server’s',
    given: MADE,
    when: amendVisitRecord({ adjustedEnd: at(55) }),
    at: at(50),
    then: [amended({ adjustedEnd: at(50), deviceEnd: at(55) }), ADJUSTED],
  },
  {
    name: 'happens, rule 23: a coordinator amends for the caregiver',
    given: MADE,
    when: amendVisitRecord({ enteredForCaregiver: true }),
    then: [amended({ enteredForCaregiver: true })],
  },
  {
    name: 'happens, rule 24: an end adjusted to more than 24 hours before the record makes it late',
    given: [...STARTED, stamped(45 + DAY, recorded())],
    when: amendVisitRecord({ adjustedEnd: at(44) }),
    at: at(2 * DAY),
    then: [amended({ adjustedEnd: at(44) }), raised('LATE_RECORD')],
  },
  {
    name: 'happens: ended at this moment',
    given: MADE,
    when: amendVisitRecord({ adjustedEnd: at(50) }),
    at: at(50),
    then: [amended({ adjustedEnd: at(50) }), ADJUSTED],
  },
  { name: 'refused: no such visit', given: [], when: amendVisitRecord(), refused: 'VISIT_UNKNOWN', path: ['visitId'] },
  ...[
    { status: 'not recorded', given: STARTED },
    { status: 'reported missed', given: MISSED },
    { status: 'recorded by the office before, and scheduled anew', given: [...MADE, released(), ...PLANNED] },
  ].map(({ status, given }) => ({
    name: `refused: it is ${status}`,
    given,
    when: amendVisitRecord(),
    refused: 'NOT_RECORDED',
    path: ['visitId'],
  })),
  {
    name: 'refused, rule 26: "to match the plan" is no reason',
    given: MADE,
    when: amendVisitRecord({ reasonIsThePlan: true }),
    refused: 'REASON_IS_NONE',
    path: ['reason'],
  },
  {
    name: 'refused: the other caregiver does not work for the office on that day',
    given: MADE,
    when: amendVisitRecord({ caregiverId: OTHER_CAREGIVER, works: false }),
    refused: 'CAREGIVER_NOT_OF_OFFICE',
    path: ['caregiverId'],
  },
  {
    name: 'refused, rule 23: ended six minutes ahead',
    given: MADE,
    when: amendVisitRecord({ adjustedEnd: at(56) }),
    at: at(50),
    refused: 'TIME_IN_FUTURE',
    path: ['adjustedEnd'],
  },
  {
    name: 'refused, rule 23: began 61 minutes before the planned start',
    given: MADE,
    when: amendVisitRecord({ adjustedStart: at(-61) }),
    refused: 'TOO_EARLY',
    path: ['adjustedStart'],
  },
  {
    name: 'refused, rule 23: nothing is left in it but notes',
    given: MADE,
    when: amendVisitRecord({ tasks: [], condition: null }),
    refused: 'RECORD_EMPTY',
    path: ['tasks'],
  },
  {
    name: 'refused, rule 41: a task that is not in the catalogue',
    given: MADE,
    when: amendVisitRecord({ tasks: [{ code: '散歩', outcome: 'DONE', note: null }] }),
    refused: 'TASK_UNKNOWN',
    path: ['tasks', '0', 'code'],
  },
  {
    name: 'refused, rule 49: a fifty-first version',
    given: [...MADE, amended({ version: 50 })],
    when: amendVisitRecord(next),
    refused: 'TOO_MANY_VERSIONS',
    path: ['visitId'],
  },
  {
    name: 'refused: ended when it began, by the end that is adjusted',
    given: MADE,
    when: amendVisitRecord({ adjustedEnd: at(0) }),
    refused: 'ENDED_BEFORE_STARTED',
    path: ['adjustedEnd'],
  },
  {
    name: 'refused: ended when it began, by the start that is adjusted',
    given: MADE,
    when: amendVisitRecord({ adjustedStart: at(45) }),
    refused: 'ENDED_BEFORE_STARTED',
    path: ['adjustedStart'],
  },
  {
    name: 'repeated, rule 26: the same amendment once more',
    given: AMENDED,
    when: amendVisitRecord({ ...FIRST_AMENDMENT }),
    then: [],
  },
  {
    name: 'repeated, rule 26: the same amendment once more, after it was verified',
    given: [...VERIFIED.slice(0, -1), amended(), ...VERIFIED.slice(-1)],
    when: amendVisitRecord({ byCaregiver: true }),
    then: [],
  },
  {
    name: 'stale, rule 26: it was verified meanwhile, so the caregiver changes nothing any more',
    given: VERIFIED,
    when: amendVisitRecord({ byCaregiver: true }),
    refused: 'RECORD_VERIFIED',
    path: ['visitId'],
  },
  {
    name: 'stale: it was amended meanwhile, so this is the version after that',
    given: [...AMENDED, stamped(70, amended({ ...AS_BEFORE, notes: sealed('more') }))],
    when: amendVisitRecord({ digest: 'digest of a third', adjustedEnd: at(46) }),
    then: [
      amended({ ...AS_BEFORE, version: 4, digest: 'digest of a third', notes: sealed('more'), adjustedEnd: at(46) }),
    ],
  },
  {
    name: 'stale: it was cancelled meanwhile',
    given: [...MADE, cancelled(0, 100, 4500)],
    when: amendVisitRecord(),
    refused: 'VISIT_CANCELLED',
    path: ['visitId'],
  },
  {
    name: 'stale: it was released meanwhile',
    given: [...MADE, released()],
    when: amendVisitRecord(),
    refused: 'VISIT_RELEASED',
    path: ['visitId'],
  },
]);
