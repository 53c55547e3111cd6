import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  ASSIST,
  AT_DOOR,
  assigned,
  at,
  cancelled,
  ended,
  latePunchKept,
  NOW,
  OTHER_OFFICE,
  PLANNED,
  punchWithdrawn,
  raised,
  recorded,
  recordReturned,
  released,
  scheduled,
  sealed,
  started,
  verified,
} from './example-visit.ts';
import { endVisit, recordVisit, startVisit, withdrawPunch } from './example-visit-commands.ts';

/*
 * Rule 22: what a telephone kept without a connection, of a visit that the office lost at its
 * planned start.
 */
const ASSIGNED = [...PLANNED, assigned()];
const WITHDRAWN = [...ASSIGNED, cancelled(0, 100, 4500)];
const GIVEN_BACK = [...ASSIGNED, released(ASSIST, 0)];
const TAKEN = [...GIVEN_BACK, scheduled({ assistOfficeId: OTHER_OFFICE })];
const CONFIRMED = [...TAKEN, recorded({ recordedByOfficeId: OTHER_OFFICE }), verified()];
const lost = [
  { how: 'withdrawn', given: WITHDRAWN, code: 'VISIT_CANCELLED' },
  { how: 'handed back', given: GIVEN_BACK, code: 'VISIT_RELEASED' },
];
const late = [raised('LATE_RECORD')];

specify(t, visit, NOW, [
  ...lost.flatMap(({ how, given, code }) => [
    { name: `happens: a start a minute before it was ${how}`, given, when: startVisit(-1), then: [started(-1)] },
    {
      name: `happens: the end after it was ${how}, of what began before that`,
      given: [...given, started(-1)],
      when: endVisit(44),
      then: [ended(44)],
    },
    {
      name: `happens: the record carries both, though its own times say otherwise (${how})`,
      given: [...given, started(-1), ended(44)],
      when: recordVisit({ startedAt: at(-20), endedAt: at(50) }),
      then: [recorded({ startedAt: at(-1), endedAt: at(44) }), ...late],
    },
    {
      name: `happens: mistaken, it is taken back, and nothing is left to record (${how})`,
      given: [...given, started(-1)],
      when: withdrawPunch(),
      then: [punchWithdrawn()],
    },
    { name: `repeated: the same start (${how})`, given: [...given, started(-1)], when: startVisit(-1), then: [] },
    { name: `stale: a start when it was ${how}`, given, when: startVisit(0), refused: code, path: ['visitId'] },
    {
      name: `stale: an end after it was ${how}, and no start`,
      given,
      when: endVisit(44),
      refused: code,
      path: ['visitId'],
    },
  ]),
  ...[
    { state: 'another office has it', given: TAKEN },
    { state: 'and the partner office has verified what that one did', given: CONFIRMED },
  ].flatMap(({ state, given }) => [
    { name: `happens: kept, ${state}: a start`, given, when: startVisit(-1), then: [latePunchKept('START', -1)] },
    {
      name: `happens: kept, ${state}: the end of it`,
      given: [...given, latePunchKept('START', -1)],
      when: endVisit(44),
      then: [latePunchKept('END', 44)],
    },
    {
      name: `repeated: kept already, ${state}`,
      given: [...given, latePunchKept('START', -1)],
      when: startVisit(-1),
      then: [],
    },
  ]),
  {
    name: 'happens: its record has these times, beside that of the office that has it',
    given: [...TAKEN, latePunchKept('START', -1), latePunchKept('END', 44)],
    when: recordVisit(),
    then: [
      raised('RECORD_AFTER_RELEASE', {
        detail: sealed('whole-record'),
        digest: 'digest of the record',
        formerOfficeId: ASSIST,
      }),
    ],
  },
  {
    name: 'happens: what the office that has it punches is its own',
    given: [...TAKEN, latePunchKept('START', -1)],
    when: startVisit(2, { byOfficeId: OTHER_OFFICE }),
    then: [started(2)],
  },
  {
    name: 'happens: of whom another took the place of when it had begun',
    given: ASSIGNED,
    when: startVisit(-1, { replacedAt: at(0) }),
    then: [started(-1)],
  },
  {
    name: 'happens: before somebody was sent away at the door',
    given: AT_DOOR,
    when: startVisit(1),
    then: [started(1)],
  },
  {
    name: 'refused: a second start that another office has not seen',
    given: [...TAKEN, latePunchKept('START', -1)],
    when: startVisit(-2),
    refused: 'ALREADY_PUNCHED',
    path: ['at'],
  },
  {
    name: 'refused: another had been put in the place of the caregiver by then',
    given: ASSIGNED,
    when: startVisit(0, { replacedAt: at(0) }),
    refused: 'CAREGIVER_REPLACED',
    path: ['visitId'],
  },
  {
    name: 'refused: the record of what began by then too',
    given: ASSIGNED,
    when: recordVisit({ startedAt: at(0), endedAt: at(45), replacedAt: at(0) }),
    refused: 'CAREGIVER_REPLACED',
    path: ['visitId'],
  },
  {
    name: 'refused: who was sent away at the door was not inside afterwards',
    given: AT_DOOR,
    when: startVisit(2),
    refused: 'VISIT_CANCELLED',
    path: ['visitId'],
  },
  {
    name: 'stale: no record of what was cancelled at the door, until it is sent back',
    given: AT_DOOR,
    when: recordVisit({ startedAt: at(0), endedAt: at(45) }),
    refused: 'VISIT_CANCELLED',
    path: ['visitId'],
  },
  {
    name: 'happens: sent back, it is recorded',
    given: [...AT_DOOR, recordReturned(), started(), ended()],
    when: recordVisit(),
    then: [recorded()],
  },
  {
    name: 'refused: an office that never had it',
    given: PLANNED,
    when: startVisit(-1, { byOfficeId: OTHER_OFFICE }),
    refused: 'VISIT_RELEASED',
    path: ['visitId'],
  },
]);
