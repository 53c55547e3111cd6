import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import { basis } from '../fees/example-basis.ts';
import {
  ASSIST,
  AT_DOOR,
  assigned,
  at,
  CANCELLED,
  CHANGED,
  cancelled,
  cancelledAtDoor,
  changedFee,
  fee,
  MADE,
  MISSED,
  NOW,
  OTHER_OFFICE,
  PLANNED,
  punched,
  RELEASED,
  recordReturned,
  released,
  STARTED,
  scheduled,
  VERIFIED,
} from './example-visit.ts';
import { cancelVisitAtDoor } from './example-visit-commands.ts';

const SENT_BACK = [...AT_DOOR, recordReturned()];
/** Telephones may run ahead by five minutes. */
const ahead = cancelVisitAtDoor(183);

specify(t, visit, NOW, [
  {
    name: 'happens, rule 27: with no notice, by the narrowest band',
    given: [...PLANNED, assigned()],
    when: cancelVisitAtDoor(),
    then: [cancelledAtDoor()],
  },
  {
    name: 'happens: a quarter of an hour before the planned start, sent away',
    given: PLANNED,
    when: cancelVisitAtDoor(-15, { reason: 'CLIENT_REFUSED', note: null }),
    then: [cancelledAtDoor(-15, { reason: 'CLIENT_REFUSED', note: null })],
  },
  {
    name: 'happens, rules 27, 28: by the basis that was accepted, which names no band',
    given: [scheduled({ basis: basis({ cancellation: [] }) })],
    when: cancelVisitAtDoor(),
    then: [cancelledAtDoor(2, { percentOfFee: 0, fee: fee({ feeYen: 0 }) })],
  },
  {
    name: 'happens, rules 27, 28: by the plan and the price that were agreed on',
    given: CHANGED,
    when: cancelVisitAtDoor(125),
    then: [cancelledAtDoor(125, { fee: changedFee })],
  },
  {
    name: 'happens, rule 23: a telephone that runs ahead',
    given: PLANNED,
    when: ahead,
    then: [{ ...cancelledAtDoor(180, { atDoor: { ...punched(180), deviceAt: at(183) } }), occurredAt: NOW }],
  },
  {
    name: 'happens: somebody was let in, and sent away',
    given: STARTED,
    when: cancelVisitAtDoor(5, { reason: 'CLIENT_REFUSED' }),
    then: [cancelledAtDoor(5, { reason: 'CLIENT_REFUSED' })],
  },
  {
    name: 'happens, rule 23: in the place of a report that nobody came',
    given: MISSED,
    when: cancelVisitAtDoor(),
    then: [cancelledAtDoor()],
  },
  {
    name: 'happens: anew, once it was sent back',
    given: SENT_BACK,
    when: cancelVisitAtDoor(3),
    then: [cancelledAtDoor(3)],
  },
  ...[
    { lost: 'withdrawn', given: [...PLANNED, assigned(), cancelled(0, 100, 4500)] },
    { lost: 'handed back', given: [...PLANNED, assigned(), released(ASSIST, 0)] },
  ].map(({ lost, given }) => ({
    name: `happens, rule 22: said late, of before it was ${lost}`,
    given,
    when: cancelVisitAtDoor(-4),
    then: [cancelledAtDoor(-4)],
  })),
  { name: 'repeated: the same again', given: AT_DOOR, when: cancelVisitAtDoor(), then: [] },
  {
    name: 'repeated: a telephone that runs ahead',
    given: [...PLANNED, cancelledAtDoor(180, { atDoor: { ...punched(180), deviceAt: at(183) } })],
    when: ahead,
    then: [],
  },
  ...[
    { is: 'made', given: MADE, code: 'RECORD_STANDS' },
    { is: 'verified', given: VERIFIED, code: 'RECORD_STANDS' },
    { is: 'cancelled there at another time', given: [...PLANNED, cancelledAtDoor(4)], code: 'VISIT_CANCELLED' },
    { is: 'withdrawn before that', given: CANCELLED, code: 'VISIT_CANCELLED' },
    { is: 'handed back before that', given: RELEASED, code: 'VISIT_RELEASED' },
  ].map(({ is, given, code }) => ({
    name: `stale: it is ${is}`,
    given,
    when: cancelVisitAtDoor(),
    refused: code,
    path: ['visitId'],
  })),
  {
    name: 'refused, rule 22: another office has it by now',
    given: [...PLANNED, released(ASSIST, 0), scheduled({ assistOfficeId: OTHER_OFFICE })],
    when: cancelVisitAtDoor(-4),
    refused: 'VISITS_ALREADY_ALLOCATED',
    path: ['visitId'],
  },
  {
    name: 'refused, rule 22: another office has accepted it by now',
    given: [...PLANNED, released(ASSIST, 0)],
    when: cancelVisitAtDoor(-4, { isTaken: true }),
    refused: 'VISITS_ALREADY_ALLOCATED',
    path: ['visitId'],
  },
  {
    name: 'refused, rule 22: by whom another had been put in the place of',
    given: PLANNED,
    when: cancelVisitAtDoor(2, { replacedAt: at(2) }),
    refused: 'CAREGIVER_REPLACED',
    path: ['visitId'],
  },
  {
    name: 'refused, rule 23: a minute too early',
    given: PLANNED,
    when: cancelVisitAtDoor(-16),
    refused: 'TOO_EARLY',
    path: ['at'],
  },
  {
    name: 'refused, rule 23: in the future',
    given: PLANNED,
    when: cancelVisitAtDoor(186),
    refused: 'TIME_IN_FUTURE',
    path: ['at'],
  },
  {
    name: 'refused, rule 23: it was reported that nobody came, and this lies after the plan',
    given: MISSED,
    when: cancelVisitAtDoor(45),
    refused: 'VISIT_MISSED',
    path: ['visitId'],
  },
  { name: 'refused: no such visit', given: [], when: cancelVisitAtDoor(), refused: 'VISIT_UNKNOWN', path: ['visitId'] },
]);
