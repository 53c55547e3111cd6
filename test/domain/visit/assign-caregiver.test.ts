import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  assigned,
  CANCELLED,
  ended,
  MADE,
  MISSED,
  NOW,
  OTHER_CAREGIVER,
  OTHER_OFFICE,
  PLANNED,
  RETURNED,
  released,
  STARTED,
  scheduled,
  VERIFIED,
} from './example-visit.ts';
import { assignCaregiver } from './example-visit-commands.ts';

const other = assignCaregiver({ caregiverId: OTHER_CAREGIVER });

specify(t, visit, NOW, [
  {
    name: 'happens: the assist office names who makes the visit',
    given: PLANNED,
    when: assignCaregiver(),
    then: [assigned()],
  },
  {
    name: 'happens: assigning again replaces',
    given: [...PLANNED, assigned()],
    when: other,
    then: [assigned(OTHER_CAREGIVER)],
  },
  {
    name: 'happens: also after the punches, until a record stands',
    given: [...STARTED, ended()],
    when: other,
    then: [assigned(OTHER_CAREGIVER)],
  },
  {
    name: 'happens: again after nobody, because the caregiver had left',
    given: [...PLANNED, assigned(), assigned(null)],
    when: assignCaregiver(),
    then: [assigned()],
  },
  {
    name: 'happens, rule 22: the next office assigns anew, whoever was assigned by the one before',
    given: [...PLANNED, assigned(), released(), scheduled({ assistOfficeId: OTHER_OFFICE })],
    when: assignCaregiver(),
    then: [assigned()],
  },
  {
    name: 'happens: over another visit of the caregiver where it is meant',
    given: PLANNED,
    when: assignCaregiver({ isBusy: true, despiteOverlap: true }),
    then: [assigned()],
  },
  {
    name: 'refused: over another visit of the caregiver',
    given: PLANNED,
    when: assignCaregiver({ isBusy: true }),
    refused: 'CAREGIVER_BUSY',
    path: ['caregiverId'],
  },
  {
    name: 'repeated: who is assigned already is not asked about again',
    given: [...PLANNED, assigned()],
    when: assignCaregiver({ isBusy: true }),
    then: [],
  },
  { name: 'refused: no such visit', given: [], when: assignCaregiver(), refused: 'VISIT_UNKNOWN', path: ['visitId'] },
  {
    name: 'refused: the caregiver does not work for the office on that day',
    given: PLANNED,
    when: assignCaregiver({ works: false }),
    refused: 'CAREGIVER_NOT_OF_OFFICE',
    path: ['caregiverId'],
  },
  {
    name: 'refused: nobody came, so nobody is assigned',
    given: MISSED,
    when: assignCaregiver(),
    refused: 'VISIT_MISSED',
    path: ['visitId'],
  },
  ...[
    { status: 'stands', given: MADE },
    { status: 'was returned', given: RETURNED },
    { status: 'was verified', given: VERIFIED },
  ].map(({ status, given }) => ({
    name: `refused: the record ${status}, and it names the caregiver`,
    given,
    when: other,
    refused: 'RECORD_STANDS',
    path: ['visitId'],
  })),
  { name: 'repeated: assigned already', given: [...PLANNED, assigned()], when: assignCaregiver(), then: [] },
  {
    name: 'repeated: assigned already, and the caregiver has left since',
    given: [...PLANNED, assigned()],
    when: assignCaregiver({ works: false }),
    then: [],
  },
  {
    name: 'stale: it was cancelled meanwhile',
    given: CANCELLED,
    when: assignCaregiver(),
    refused: 'VISIT_CANCELLED',
    path: ['visitId'],
  },
  {
    name: 'stale: it was released meanwhile, by the office that had assigned the same caregiver',
    given: [...PLANNED, assigned(), released()],
    when: assignCaregiver(),
    refused: 'VISIT_RELEASED',
    path: ['visitId'],
  },
]);
