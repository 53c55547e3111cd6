import t from 'tap';
import { uuidOf } from '../../src/domain/ids.ts';
import type { VisitEvent } from '../../src/domain/visit/events.ts';
import { whenVisitChangeUnansweredThenLapsed } from '../../src/processes/when-visit-change-unanswered-then-lapsed.ts';
import {
  at,
  cancelled,
  changeAgreed,
  changeLapsed,
  changeProposed,
  missed,
  PARTNER,
  recorded,
  released,
  scheduled,
  verified,
} from '../domain/visit/example-visit.ts';
import { on, specifyProcess } from '../support/process-specification.ts';

const VISIT = uuidOf('visit');
const ofVisit = (...events: readonly VisitEvent[]) => on('visit', VISIT, ...events);
const proposed = changeProposed();
const toDo = { id: VISIT, dueAt: at(0), cause: proposed };
const isOpen = ofVisit(scheduled(), proposed);
const ends: readonly (readonly [string, VisitEvent])[] = [
  ['answered', changeAgreed()],
  ['lapsed', changeLapsed(0)],
  ['over with the release of the visit', released()],
  ['over with its cancellation', cancelled(60, 50, 2250)],
  ['over with the report that nobody came', missed()],
];

specifyProcess(t, whenVisitChangeUnansweredThenLapsed, {
  follows: [
    {
      name: 'rule 22: a change is proposed: due when it is to be answered by',
      given: ofVisit(scheduled()),
      when: ofVisit(proposed),
      then: [toDo],
    },
    ...ends.map(([what, event]) => ({
      name: `rule 22: it is ${what}: off the list`,
      given: isOpen,
      listed: [toDo],
      when: ofVisit(event),
      then: [],
    })),
    {
      name: 'rule 22: the office that proposed it has verified the record: off the list',
      given: [...isOpen, ...ofVisit(recorded())],
      listed: [toDo],
      when: ofVisit(verified()),
      then: [],
    },
  ],
  acts: [
    {
      name: 'acts, rules 8, 22: nobody has answered: it lapses as of then, and both plans are as they were',
      given: ofVisit(scheduled(), changeProposed({ proposedByOfficeId: PARTNER })),
      at: at(5),
      then: ofVisit(changeLapsed(0)),
    },
  ],
});
