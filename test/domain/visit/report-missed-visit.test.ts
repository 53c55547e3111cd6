import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  AT_DOOR,
  assigned,
  at,
  CANCELLED,
  ended,
  MADE,
  MISSED,
  missed,
  NOW,
  PLANNED,
  punchWithdrawn,
  RELEASED,
  RETURNED,
  recordReturned,
  STARTED,
  VERIFIED,
} from './example-visit.ts';
import { reportMissedVisit } from './example-visit-commands.ts';

specify(t, visit, NOW, [
  {
    name: 'happens: what was cancelled at the door and sent back',
    given: [...AT_DOOR, recordReturned()],
    when: reportMissedVisit(),
    then: [missed()],
  },
  { name: 'happens, rule 22: nobody came', given: PLANNED, when: reportMissedVisit(), then: [missed()] },
  {
    name: 'happens, rule 23: from 15 minutes after the planned start on, also where a caregiver is assigned',
    given: [...PLANNED, assigned()],
    when: reportMissedVisit(),
    at: at(15),
    then: [missed()],
  },
  { name: 'refused: no such visit', given: [], when: reportMissedVisit(), refused: 'VISIT_UNKNOWN', path: ['visitId'] },
  {
    name: 'refused, rule 23: 14 minutes after the planned start somebody may still come',
    given: PLANNED,
    when: reportMissedVisit(),
    at: at(14),
    refused: 'VISIT_AHEAD',
    path: ['visitId'],
  },
  ...[
    { status: 'stands', given: MADE },
    { status: 'was returned', given: RETURNED },
    { status: 'was verified', given: VERIFIED },
  ].map(({ status, given }) => ({
    name: `refused: a record ${status}, so somebody came`,
    given,
    when: reportMissedVisit(),
    refused: 'RECORD_STANDS',
    path: ['visitId'],
  })),
  {
    name: 'happens, rule 23: where the one punch was taken back',
    given: [...STARTED, punchWithdrawn()],
    when: reportMissedVisit(),
    then: [missed()],
  },
  { name: 'repeated: it is reported already', given: MISSED, when: reportMissedVisit(), then: [] },
  {
    name: 'stale: a start was punched meanwhile',
    given: STARTED,
    when: reportMissedVisit(),
    refused: 'VISIT_STARTED',
    path: ['visitId'],
  },
  {
    name: 'stale: an end was punched meanwhile',
    given: [...PLANNED, ended()],
    when: reportMissedVisit(),
    refused: 'VISIT_STARTED',
    path: ['visitId'],
  },
  {
    name: 'stale: it was cancelled meanwhile',
    given: CANCELLED,
    when: reportMissedVisit(),
    refused: 'VISIT_CANCELLED',
    path: ['visitId'],
  },
  {
    name: 'stale: it was released meanwhile',
    given: RELEASED,
    when: reportMissedVisit(),
    refused: 'VISIT_RELEASED',
    path: ['visitId'],
  },
]);
