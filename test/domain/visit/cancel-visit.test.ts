import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import { basis } from '../fees/example-basis.ts';
import {
  at,
  CANCELLED,
  cancelled,
  fee,
  MISSED,
  made,
  NOW,
  PLANNED,
  RELEASED,
  RETURNED,
  STARTED,
  scheduled,
  VERIFIED,
} from './example-visit.ts';
import { cancelVisit } from './example-visit-commands.ts';

const HOUR = 60;

specify(t, visit, NOW, [
  ...[
    { notice: 24 * HOUR, name: 'no band from 24 hours on', percent: 0, yen: 0 },
    { notice: 24 * HOUR - 1, name: 'a minute less than 24 hours', percent: 50, yen: 2250 },
    { notice: 2 * HOUR, name: 'two hours', percent: 50, yen: 2250 },
    { notice: 2 * HOUR - 1, name: 'a minute less than two hours', percent: 100, yen: 4500 },
    { notice: 0, name: 'at the planned start', percent: 100, yen: 4500 },
  ].map(({ notice, name, percent, yen }) => ({
    name: `happens, rule 27: priced by the notice, ${name}`,
    given: PLANNED,
    when: cancelVisit(notice),
    then: [cancelled(notice, percent, yen)],
  })),
  {
    name: 'happens, rule 27: notice counts in whole minutes, so that half a minute less than two hours is less',
    given: PLANNED,
    when: cancelVisit(2 * HOUR - 0.5),
    then: [{ ...cancelled(2 * HOUR - 1, 100, 4500), occurredAt: at(-2 * HOUR + 0.5) }],
  },
  {
    name: 'happens, rule 27: withdrawn after the planned start is no notice, never less',
    given: PLANNED,
    when: cancelVisit(-10),
    then: [{ ...cancelled(0, 100, 4500), occurredAt: at(10) }],
  },
  {
    name: 'happens, rule 27: rounded as the terms say',
    given: [scheduled({ basis: basis({ rounding: 'UP' }), fee: fee({ feeYen: 4501 }) })],
    when: cancelVisit(3 * HOUR),
    then: [cancelled(3 * HOUR, 50, 2251)],
  },
  {
    name: 'happens, rule 27: a band may cost nothing',
    given: [scheduled({ basis: basis({ cancellation: [{ noticeHoursUnder: 2, percentOfFee: 0 }] }) })],
    when: cancelVisit(HOUR),
    then: [cancelled(HOUR, 0, 0)],
  },
  {
    name: 'happens, rule 27: free where no office held it',
    given: PLANNED,
    when: cancelVisit(HOUR, { isHeld: false }),
    then: [cancelled(HOUR, 0, 0)],
  },
  {
    name: 'happens, rules 22, 27: taken by another office since, by the terms of that one',
    given: [...RELEASED, scheduled({ basis: basis({ cancellation: [{ noticeHoursUnder: 2, percentOfFee: 20 }] }) })],
    when: cancelVisit(HOUR),
    then: [cancelled(HOUR, 20, 900)],
  },
  {
    name: 'happens, rule 27: free where it was released',
    given: RELEASED,
    when: cancelVisit(HOUR),
    then: [cancelled(HOUR, 0, 0)],
  },
  ...[
    { status: 'a punch', given: STARTED },
    { status: 'a record of what began when it was withdrawn', given: made(-180, -135) },
    { status: 'a record that was returned, of what began later', given: RETURNED },
  ].map(({ status, given }) => ({
    name: `happens, rule 22: even where ${status} slipped in between`,
    given,
    when: cancelVisit(3 * HOUR),
    then: [cancelled(3 * HOUR, 50, 2250)],
  })),
  {
    name: 'stale, rule 22: what began before it was withdrawn is recorded by now: it stands',
    given: made(-181, -136),
    when: cancelVisit(3 * HOUR),
    then: [],
  },
  { name: 'refused: no such visit', given: [], when: cancelVisit(0), refused: 'VISIT_UNKNOWN', path: ['visitId'] },
  { name: 'repeated: it is cancelled already', given: CANCELLED, when: cancelVisit(1440), then: [] },
  { name: 'stale: it is verified by now', given: VERIFIED, when: cancelVisit(HOUR), then: [] },
  { name: 'stale: it is reported missed by now', given: MISSED, when: cancelVisit(HOUR), then: [] },
]);
