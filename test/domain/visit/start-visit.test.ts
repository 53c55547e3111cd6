import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  assigned,
  at,
  CANCELLED,
  ended,
  MISSED,
  NOW,
  PLANNED,
  RELEASED,
  raised,
  recorded,
  recordReturned,
  resolved,
  sealed,
  stamped,
  started,
  VERIFIED,
} from './example-visit.ts';
import { startVisit } from './example-visit-commands.ts';

/** Recorded with an end punched alone; the start was entered with the record. */
const RECORDED_WITHOUT_START = [
  ...PLANNED,
  assigned(),
  ended(),
  stamped(50, recorded({ startMethod: 'MANUAL' })),
  raised('MANUAL_TIME'),
];

specify(t, visit, NOW, [
  { name: 'happens, rule 23: punched by the caregiver', given: PLANNED, when: startVisit(), then: [started()] },
  {
    name: 'happens, rule 23: entered for the caregiver, with no place',
    given: PLANNED,
    when: startVisit(0, { method: 'TELEPHONE', place: null, metersFromHome: null, enteredForCaregiver: true }),
    then: [started(0, { method: 'TELEPHONE', place: null, metersFromHome: null, enteredForCaregiver: true })],
  },
  { name: 'happens: at this moment', given: PLANNED, when: startVisit(0), at: at(0), then: [started()] },
  {
    name: 'happens, rule 23: late, and behind the end',
    given: [...PLANNED, ended()],
    when: startVisit(),
    then: [started()],
  },
  {
    name: 'happens, rule 23: a minute before the end that stands',
    given: [...PLANNED, ended(45)],
    when: startVisit(44),
    then: [started(44)],
  },
  {
    name: 'happens, rule 23: behind the record, which stands beside it',
    given: RECORDED_WITHOUT_START,
    when: startVisit(5),
    then: [started(5)],
  },
  {
    name: 'happens, rule 23: behind the record that was returned',
    given: [...RECORDED_WITHOUT_START, recordReturned()],
    when: startVisit(),
    then: [started()],
  },
  {
    name: 'happens, rule 23: behind a report that nobody came, which stands',
    given: MISSED,
    when: startVisit(),
    then: [started()],
  },
  {
    name: 'happens, rule 24: before there is a record, no distance raises anything',
    given: PLANNED,
    when: startVisit(0, { metersFromHome: 501 }),
    then: [started(0, { metersFromHome: 501 })],
  },
  {
    name: 'happens, rule 24: 500 m from home, behind the record, raise nothing',
    given: RECORDED_WITHOUT_START,
    when: startVisit(0, { metersFromHome: 500 }),
    then: [started(0, { metersFromHome: 500 })],
  },
  {
    name: 'happens, rule 24: 501 m from home, behind the record, raise OUTSIDE_LOCATION',
    given: RECORDED_WITHOUT_START,
    when: startVisit(0, { metersFromHome: 501 }),
    then: [started(0, { metersFromHome: 501 }), raised('OUTSIDE_LOCATION')],
  },
  {
    name: 'happens, rule 25: OUTSIDE_LOCATION that was acknowledged for the end is not raised again',
    given: [
      ...PLANNED,
      ended(45, { metersFromHome: 900 }),
      stamped(50, recorded({ startMethod: 'MANUAL' })),
      raised('OUTSIDE_LOCATION'),
      resolved('OUTSIDE_LOCATION', { how: 'ACKNOWLEDGED', reason: sealed('at-the-daughters') }),
    ],
    when: startVisit(0, { metersFromHome: 900 }),
    then: [started(0, { metersFromHome: 900 })],
  },
  { name: 'refused: no such visit', given: [], when: startVisit(), refused: 'VISIT_UNKNOWN', path: ['visitId'] },
  {
    name: 'refused: a minute ahead',
    given: PLANNED,
    when: startVisit(1),
    at: at(0),
    refused: 'TIME_IN_FUTURE',
    path: ['at'],
  },
  {
    name: 'refused: at the end that stands',
    given: [...PLANNED, ended(45)],
    when: startVisit(45),
    refused: 'ENDED_BEFORE_STARTED',
    path: ['at'],
  },
  {
    name: 'refused, rule 23: a punch is never changed, not by a minute',
    given: [...PLANNED, started(0)],
    when: startVisit(1),
    refused: 'ALREADY_PUNCHED',
    path: ['at'],
  },
  {
    name: 'refused, rule 23: nor by how it was taken',
    given: [...PLANNED, started(0)],
    when: startVisit(0, { method: 'MANUAL' }),
    refused: 'ALREADY_PUNCHED',
    path: ['at'],
  },
  { name: 'repeated: the same start once more', given: [...PLANNED, started()], when: startVisit(), then: [] },
  {
    name: 'repeated: the same start once more, from elsewhere',
    given: [...PLANNED, started()],
    when: startVisit(0, { place: sealed('elsewhere'), metersFromHome: 900 }),
    then: [],
  },
  { name: 'repeated: also after the visit was verified', given: VERIFIED, when: startVisit(), then: [] },
  {
    name: 'stale: the record was verified meanwhile',
    given: VERIFIED,
    when: startVisit(1),
    refused: 'RECORD_VERIFIED',
    path: ['visitId'],
  },
  {
    name: 'stale: it was cancelled meanwhile',
    given: CANCELLED,
    when: startVisit(),
    refused: 'VISIT_CANCELLED',
    path: ['visitId'],
  },
  {
    name: 'stale: it was released meanwhile',
    given: RELEASED,
    when: startVisit(),
    refused: 'VISIT_RELEASED',
    path: ['visitId'],
  },
]);
