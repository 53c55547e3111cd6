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
  STARTED,
  sealed,
  stamped,
  started,
  VERIFIED,
} from './example-visit.ts';
import { endVisit } from './example-visit-commands.ts';

/** Recorded with a start punched alone; the end was entered with the record. */
const RECORDED_WITHOUT_END = [
  ...PLANNED,
  assigned(),
  started(),
  stamped(50, recorded({ endMethod: 'MANUAL' })),
  raised('MANUAL_TIME'),
];

specify(t, visit, NOW, [
  { name: 'happens, rule 23: punched by the caregiver', given: STARTED, when: endVisit(), then: [ended()] },
  {
    name: 'happens, rule 23: entered for the caregiver, with no place',
    given: STARTED,
    when: endVisit(45, { method: 'MANUAL', place: null, metersFromHome: null, enteredForCaregiver: true }),
    then: [ended(45, { method: 'MANUAL', place: null, metersFromHome: null, enteredForCaregiver: true })],
  },
  { name: 'happens: at this moment', given: STARTED, when: endVisit(45), at: at(45), then: [ended()] },
  { name: 'happens, rule 23: before the start has come', given: PLANNED, when: endVisit(), then: [ended()] },
  {
    name: 'happens, rule 23: a minute after the start that stands',
    given: [...PLANNED, started(0)],
    when: endVisit(1),
    then: [ended(1)],
  },
  {
    name: 'happens, rule 23: behind the record, which stands beside it',
    given: RECORDED_WITHOUT_END,
    when: endVisit(40),
    then: [ended(40)],
  },
  {
    name: 'happens, rule 23: behind a report that nobody came, which stands',
    given: MISSED,
    when: endVisit(),
    then: [ended()],
  },
  {
    name: 'happens, rule 24: 500 m from home, behind the record, raise nothing',
    given: RECORDED_WITHOUT_END,
    when: endVisit(45, { metersFromHome: 500 }),
    then: [ended(45, { metersFromHome: 500 })],
  },
  {
    name: 'happens, rule 24: 501 m from home, behind the record, raise OUTSIDE_LOCATION',
    given: RECORDED_WITHOUT_END,
    when: endVisit(45, { metersFromHome: 501 }),
    then: [ended(45, { metersFromHome: 501 }), raised('OUTSIDE_LOCATION')],
  },
  {
    name: 'happens, rule 24: OUTSIDE_LOCATION that is open for the start is not raised again, nor lifted',
    given: [
      ...PLANNED,
      started(0, { metersFromHome: 900 }),
      stamped(50, recorded({ endMethod: 'MANUAL' })),
      raised('MANUAL_TIME'),
      raised('OUTSIDE_LOCATION'),
    ],
    when: endVisit(45, { metersFromHome: 20 }),
    then: [ended(45, { metersFromHome: 20 })],
  },
  { name: 'refused: no such visit', given: [], when: endVisit(), refused: 'VISIT_UNKNOWN', path: ['visitId'] },
  {
    name: 'refused: a minute ahead',
    given: STARTED,
    when: endVisit(46),
    at: at(45),
    refused: 'TIME_IN_FUTURE',
    path: ['at'],
  },
  {
    name: 'refused: at the start that stands',
    given: [...PLANNED, started(0)],
    when: endVisit(0),
    refused: 'ENDED_BEFORE_STARTED',
    path: ['at'],
  },
  {
    name: 'refused, rule 23: a punch is never changed, not by a minute',
    given: [...STARTED, ended(45)],
    when: endVisit(46),
    refused: 'ALREADY_PUNCHED',
    path: ['at'],
  },
  {
    name: 'refused, rule 23: nor by how it was taken',
    given: [...STARTED, ended(45)],
    when: endVisit(45, { method: 'GPS' }),
    refused: 'ALREADY_PUNCHED',
    path: ['at'],
  },
  { name: 'repeated: the same end once more', given: [...STARTED, ended()], when: endVisit(), then: [] },
  {
    name: 'repeated: the same end once more, from elsewhere',
    given: [...STARTED, ended()],
    when: endVisit(45, { place: sealed('elsewhere'), metersFromHome: 900 }),
    then: [],
  },
  { name: 'repeated: also after the visit was verified', given: VERIFIED, when: endVisit(), then: [] },
  {
    name: 'stale: the record was verified meanwhile',
    given: VERIFIED,
    when: endVisit(46),
    refused: 'RECORD_VERIFIED',
    path: ['visitId'],
  },
  {
    name: 'stale: it was cancelled meanwhile',
    given: CANCELLED,
    when: endVisit(),
    refused: 'VISIT_CANCELLED',
    path: ['visitId'],
  },
  {
    name: 'stale: it was released meanwhile',
    given: RELEASED,
    when: endVisit(),
    refused: 'VISIT_RELEASED',
    path: ['visitId'],
  },
]);
