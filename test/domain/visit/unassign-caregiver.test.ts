import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  assigned,
  cancelled,
  MADE,
  missed,
  NOW,
  OTHER_CAREGIVER,
  PLANNED,
  released,
  STARTED,
} from './example-visit.ts';
import { unassignCaregiver } from './example-visit-commands.ts';

const ASSIGNED = [...PLANNED, assigned()];

specify(t, visit, NOW, [
  {
    name: 'happens: the caregiver has left the office, so nobody is assigned',
    given: ASSIGNED,
    when: unassignCaregiver(),
    then: [assigned(null)],
  },
  { name: 'refused: no such visit', given: [], when: unassignCaregiver(), refused: 'VISIT_UNKNOWN', path: ['visitId'] },
  {
    name: 'repeated: nobody is assigned any more',
    given: [...ASSIGNED, assigned(null)],
    when: unassignCaregiver(),
    then: [],
  },
  { name: 'repeated: nobody ever was', given: PLANNED, when: unassignCaregiver(), then: [] },
  {
    name: 'stale: another caregiver is assigned by now',
    given: [...ASSIGNED, assigned(OTHER_CAREGIVER)],
    when: unassignCaregiver(),
    then: [],
  },
  ...[
    { status: 'started', given: STARTED },
    { status: 'recorded', given: MADE },
    { status: 'reported missed', given: [...ASSIGNED, missed()] },
    { status: 'released', given: [...ASSIGNED, released()] },
    { status: 'cancelled', given: [...ASSIGNED, cancelled(1440, 0, 0)] },
  ].map(({ status, given }) => ({
    name: `stale: it is ${status} by now, so who was assigned stays`,
    given,
    when: unassignCaregiver(),
    then: [],
  })),
]);
