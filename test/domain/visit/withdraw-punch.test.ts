import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  CANCELLED,
  ended,
  MADE,
  MISSED,
  NOW,
  PLANNED,
  punchWithdrawn,
  RELEASED,
  RETURNED,
  STARTED,
  started,
  VERIFIED,
} from './example-visit.ts';
import { withdrawPunch } from './example-visit-commands.ts';

/** So many starts, each taken back. */
const withdrawn = (times: number) => Array.from({ length: times }, (_, n) => [started(n), punchWithdrawn()]).flat();

specify(t, visit, NOW, [
  { name: 'happens, rule 23: a start', given: STARTED, when: withdrawPunch(), then: [punchWithdrawn()] },
  {
    name: 'happens, rule 23: an end',
    given: [...STARTED, ended()],
    when: withdrawPunch('END'),
    then: [punchWithdrawn('END')],
  },
  {
    name: 'happens, rule 23: behind a report that nobody came',
    given: [...MISSED, started()],
    when: withdrawPunch(),
    then: [punchWithdrawn()],
  },
  {
    name: 'happens, rule 23: one that was made anew',
    given: [...PLANNED, ...withdrawn(9), started(30)],
    when: withdrawPunch(),
    then: [punchWithdrawn()],
  },
  { name: 'refused: no such visit', given: [], when: withdrawPunch(), refused: 'VISIT_UNKNOWN', path: ['visitId'] },
  {
    name: 'refused: nothing was punched',
    given: PLANNED,
    when: withdrawPunch(),
    refused: 'NOT_PUNCHED',
    path: ['punch'],
  },
  {
    name: 'refused: it was the other one',
    given: STARTED,
    when: withdrawPunch('END'),
    refused: 'NOT_PUNCHED',
    path: ['punch'],
  },
  {
    name: 'refused, rule 49: an eleventh',
    given: [...PLANNED, ...withdrawn(10), started(30)],
    when: withdrawPunch(),
    refused: 'TOO_MANY_PUNCHES',
    path: ['punch'],
  },
  {
    name: 'repeated: it is taken back already',
    given: [...STARTED, punchWithdrawn()],
    when: withdrawPunch(),
    then: [],
  },
  ...[
    { what: 'a record came', given: MADE },
    { what: 'a record came and was returned', given: RETURNED },
    { what: 'a record came and was verified', given: VERIFIED },
  ].map(({ what, given }) => ({
    name: `stale, rule 23: ${what} meanwhile`,
    given,
    when: withdrawPunch(),
    refused: 'RECORD_STANDS',
    path: ['visitId'],
  })),
  {
    name: 'stale: it was cancelled meanwhile',
    given: CANCELLED,
    when: withdrawPunch(),
    refused: 'VISIT_CANCELLED',
    path: ['visitId'],
  },
  {
    name: 'stale: it was released meanwhile',
    given: RELEASED,
    when: withdrawPunch(),
    refused: 'VISIT_RELEASED',
    path: ['visitId'],
  },
]);
