import t from 'tap';
import { type Uuid, uuidOf } from '../../src/domain/ids.ts';
import type { VisitEvent } from '../../src/domain/visit/events.ts';
import { whenCaregiverLeftThenVisitsUnassigned } from '../../src/processes/when-caregiver-left-then-visits-unassigned.ts';
import { caregiverLeft } from '../domain/office/example-office.ts';
import {
  ASSIST,
  assigned,
  at,
  CAREGIVER,
  cancelled,
  ended,
  missed,
  NOW,
  OTHER_CAREGIVER,
  recorded,
  released,
  scheduled,
  started,
} from '../domain/visit/example-visit.ts';
import { type InLog, on, specifyProcess } from '../support/process-specification.ts';

const [VISIT, NEXT_VISIT] = [uuidOf('visit'), uuidOf('the visit of the day after')];
const ofVisit = (...events: readonly VisitEvent[]) => on('visit', VISIT, ...events);
/** The example visit is on 2 June, the next on the day after. */
const assignedTo = (caregiverId: Uuid) => ofVisit(scheduled(), assigned(caregiverId));
const nextAssignedTo = (caregiverId: Uuid) => {
  const nextDay = { plannedStart: at(24 * 60), plannedEnd: at(24 * 60 + 45) };
  return on('visit', NEXT_VISIT, scheduled(nextDay), assigned(caregiverId));
};
const leaves = (leftOn: string | null) => on('office', ASSIST, caregiverLeft(leftOn, CAREGIVER));
const leavesOn1 = leaves('2026-06-01');
const toDo = (visitId: Uuid, [left]: readonly InLog[]) =>
  left ? [{ id: `${visitId} ${CAREGIVER}`, dueAt: '' as const, cause: left.event }] : [];
const bothAssigned = [...assignedTo(CAREGIVER), ...nextAssignedTo(CAREGIVER)];

/** What takes a visit off the list, and leaves the other one of the caregiver on it. */
const takesOff = (name: string, ...when: readonly VisitEvent[]) => ({
  name: `${name}: off the list, this visit alone`,
  given: [...bothAssigned, ...leavesOn1],
  listed: [...toDo(VISIT, leavesOn1), ...toDo(NEXT_VISIT, leavesOn1)],
  when: ofVisit(...when),
  then: toDo(NEXT_VISIT, leavesOn1),
});
const leavesOn2 = leaves('2026-06-02');
const leavesOn3 = leaves('2026-06-03');

specifyProcess(t, whenCaregiverLeftThenVisitsUnassigned, {
  follows: [
    {
      name: 'a caregiver leaves: the visits of the days after the last',
      given: bothAssigned,
      when: leavesOn1,
      then: [...toDo(VISIT, leavesOn1), ...toDo(NEXT_VISIT, leavesOn1)],
    },
    {
      name: 'rule 6: the last day itself is worked',
      given: bothAssigned,
      when: leavesOn2,
      then: toDo(NEXT_VISIT, leavesOn2),
    },
    { name: 'no visit lies after the last day: nothing', given: bothAssigned, when: leavesOn3, then: [] },
    { name: 'the caregiver stays after all: nothing', given: bothAssigned, when: leaves(null), then: [] },
    {
      name: 'visits of another caregiver: nothing',
      given: [...assignedTo(OTHER_CAREGIVER), ...nextAssignedTo(OTHER_CAREGIVER)],
      when: leavesOn1,
      then: [],
    },
    {
      name: 'a visit that has begun is no longer planned: nothing',
      given: [...assignedTo(CAREGIVER), ...ofVisit(started())],
      when: leavesOn1,
      then: [],
    },
    takesOff('nobody is assigned any more', assigned(null)),
    takesOff('another caregiver is assigned', assigned(OTHER_CAREGIVER)),
    takesOff('the visit is started', started()),
    takesOff('the visit is ended', ended()),
    takesOff('the visit is recorded', recorded()),
    takesOff('the visit is released', released()),
    takesOff('the visit is cancelled', cancelled(1440, 0, 0)),
    takesOff('the visit is missed', missed()),
  ],
  acts: [
    {
      name: 'acts: nobody is assigned to the visit any more',
      given: [...assignedTo(CAREGIVER), ...leavesOn1],
      at: NOW,
      then: ofVisit(assigned(null)),
    },
    {
      name: 'acts: on each visit',
      given: [...bothAssigned, ...leavesOn1],
      at: NOW,
      then: [VISIT, NEXT_VISIT].sort().flatMap((visitId) => on('visit', visitId, assigned(null))),
    },
  ],
});
