import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  AT_DOOR,
  amended,
  cancelled,
  cancelledAtDoor,
  MADE,
  MADE_LONG,
  MISSED,
  NOW,
  PLANNED,
  RETURNED,
  recordReturned,
  released,
  STARTED,
  VERIFIED,
} from './example-visit.ts';
import { returnVisitRecord } from './example-visit-commands.ts';

const SENT_BACK_TEN_TIMES = Array.from({ length: 10 }, () => [cancelledAtDoor(), recordReturned()]).flat();

specify(t, visit, NOW, [
  {
    name: 'happens: what was cancelled at the door, to be recorded, cancelled or reported missed anew',
    given: AT_DOOR,
    when: returnVisitRecord(),
    then: [recordReturned()],
  },
  {
    name: 'repeated: it was sent back from the door',
    given: [...AT_DOOR, recordReturned()],
    when: returnVisitRecord(),
    then: [],
  },
  {
    name: 'stale: its cancellation stands in a statement',
    given: AT_DOOR,
    when: returnVisitRecord({ isSettled: true }),
    refused: 'VISIT_SETTLED',
    path: ['visitId'],
  },
  {
    name: 'refused, rule 49: the tenth cancellation at the door',
    given: [...PLANNED, ...SENT_BACK_TEN_TIMES.slice(0, -1)],
    when: returnVisitRecord(),
    refused: 'TOO_MANY_CHANGES',
    path: ['visitId'],
  },
  {
    name: 'happens: the record goes back to the office that made it',
    given: MADE,
    when: returnVisitRecord(),
    then: [recordReturned()],
  },
  {
    name: 'happens: with exceptions open',
    given: MADE_LONG,
    when: returnVisitRecord(),
    then: [recordReturned()],
  },
  {
    name: 'happens: verified already, until it is settled',
    given: VERIFIED,
    when: returnVisitRecord(),
    then: [recordReturned()],
  },
  {
    name: 'happens: once more, after it was amended',
    given: [...RETURNED, amended()],
    when: returnVisitRecord(),
    then: [recordReturned()],
  },
  { name: 'refused: no such visit', given: [], when: returnVisitRecord(), refused: 'VISIT_UNKNOWN', path: ['visitId'] },
  ...[
    { status: 'planned', given: PLANNED },
    { status: 'begun', given: STARTED },
    { status: 'reported missed', given: MISSED },
  ].map(({ status, given }) => ({
    name: `refused: it is ${status} and not recorded`,
    given,
    when: returnVisitRecord(),
    refused: 'NOT_RECORDED',
    path: ['visitId'],
  })),
  {
    name: 'refused, rule 49: it could not be amended any more',
    given: [...MADE, amended({ version: 50 })],
    when: returnVisitRecord(),
    refused: 'TOO_MANY_VERSIONS',
    path: ['visitId'],
  },
  { name: 'repeated: it is returned already', given: RETURNED, when: returnVisitRecord(), then: [] },
  {
    name: 'repeated: it is returned already, and settled',
    given: RETURNED,
    when: returnVisitRecord({ isSettled: true }),
    then: [],
  },
  {
    name: 'stale: it was settled meanwhile',
    given: VERIFIED,
    when: returnVisitRecord({ isSettled: true }),
    refused: 'VISIT_SETTLED',
    path: ['visitId'],
  },
  {
    name: 'stale: it was amended and settled meanwhile',
    given: [...VERIFIED, amended()],
    when: returnVisitRecord({ isSettled: true }),
    refused: 'VISIT_SETTLED',
    path: ['visitId'],
  },
  {
    name: 'stale: it was cancelled meanwhile',
    given: [...MADE, cancelled(0, 100, 4500)],
    when: returnVisitRecord(),
    refused: 'VISIT_CANCELLED',
    path: ['visitId'],
  },
  {
    name: 'stale: it was released meanwhile',
    given: [...MADE, released()],
    when: returnVisitRecord(),
    refused: 'VISIT_RELEASED',
    path: ['visitId'],
  },
]);
