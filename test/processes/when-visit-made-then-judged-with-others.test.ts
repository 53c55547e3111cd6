import t from 'tap';
import { memberIdOf, type Uuid, uuidOf } from '../../src/domain/ids.ts';
import type { VisitEvent } from '../../src/domain/visit/events.ts';
import type { Qualification } from '../../src/domain/vocabulary.ts';
import { whenVisitMadeThenJudgedWithOthers } from '../../src/processes/when-visit-made-then-judged-with-others.ts';
import type { AnyEvent } from '../../src/store/event-types.ts';
import {
  asCaregiver,
  asCoordinator,
  memberEnrolled,
  memberInvited,
  membershipConfirmed,
} from '../domain/member/example-member.ts';
import { caregiverChanged, caregiverEnrolled, officeRegistered, sealedName } from '../domain/office/example-office.ts';
import {
  ASSIST,
  amended,
  at,
  CAREGIVER,
  cancelled,
  changeAgreed,
  changeProposed,
  NOW,
  OTHER_CAREGIVER,
  OTHER_OFFICE,
  raised,
  recorded,
  recordReturned,
  released,
  resolved,
  scheduled,
  stamped,
  verified,
} from '../domain/visit/example-visit.ts';
import { on, specifyProcess } from '../support/process-specification.ts';

const [VISIT, OTHER] = [uuidOf('visit'), uuidOf('another visit')];
const OTHER_CLIENT = uuidOf('another client');
const A_DAY = 24 * 60;

type Changes = Partial<Extract<VisitEvent, { type: 'VisitScheduled' }>['data']>;
const ofVisit = (...events: readonly VisitEvent[]) => on('visit', VISIT, ...events);
const ofOther = (...events: readonly VisitEvent[]) => on('visit', OTHER, ...events);
/** Recorded from one minute to another, by the example's caregiver unless it is said by whom. */
const recordedFrom = (start: number, end: number, caregiverId: Uuid = CAREGIVER) =>
  recorded({ caregiverId, startedAt: at(start), endedAt: at(end) });
/** The example visit, 45 minutes from its planned start on, as it was recorded. */
const visitMade = ofVisit(scheduled(), recordedFrom(0, 45));
/** Another visit of the same client, unless said otherwise. */
const otherScheduled = (changes: Changes = {}) => ofOther(scheduled({ assistOfficeId: OTHER_OFFICE, ...changes }));
const overlapping = recordedFrom(30, 75, OTHER_CAREGIVER);
const bothMade = [...visitMade, ...otherScheduled(), ...ofOther(overlapping)];
const onVisit = raised('CLIENT_OVERLAP', { otherVisitId: OTHER });
const onOther = raised('CLIENT_OVERLAP', { otherVisitId: VISIT });
const bothRaised = [...bothMade, ...ofVisit(onVisit), ...ofOther(onOther)];

const toDo = (cause: AnyEvent, ...visitIds: readonly Uuid[]) =>
  visitIds.map((id) => ({ id, dueAt: '' as const, cause }));
/**
 * The other visit is recorded from one minute to another, by a caregiver: which are to be judged.
 */
const whenRecorded = (
  name: string,
  [start, end, by]: readonly [number, number, Uuid],
  changes: Changes,
  ...then: readonly Uuid[]
) => {
  const record = recordedFrom(start, end, by);
  const given = [...visitMade, ...otherScheduled(changes)];
  return { name: `rule 24: ${name}`, given, when: ofOther(record), then: toDo(record, ...then) };
};

const movedAway = amended({ caregiverId: OTHER_CAREGIVER, adjustedStart: at(A_DAY), adjustedEnd: at(A_DAY + 45) });
const returned = recordReturned();
const releasedOther = released(OTHER_OFFICE);
const cancelledOther = cancelled(1440, 0, 0);
const enrolledAs = (officeId: Uuid, caregiverId: Uuid) =>
  memberEnrolled(asCaregiver(officeId, { officeId, caregiverId }));
const secondEnrolment = enrolledAs(OTHER_OFFICE, OTHER_CAREGIVER);
const furtherOffice = asCaregiver(OTHER_OFFICE, { officeId: OTHER_OFFICE, caregiverId: OTHER_CAREGIVER });
const invited = memberInvited(furtherOffice);
const confirmed = membershipConfirmed(furtherOffice);
/** With one caregiver left, where there were two. */
const coordinatorNow = memberEnrolled(asCoordinator({ officeId: ASSIST, caregiverId: CAREGIVER }));
const byOnePerson = raised('CAREGIVER_OVERLAP', { otherVisitId: OTHER });
const ofMember = (...events: readonly AnyEvent[]) => on('member', memberIdOf('hanako'), ...events);
const twoClients = [
  ...visitMade,
  ...otherScheduled({ clientId: OTHER_CLIENT }),
  ...ofOther(recordedFrom(30, 75, OTHER_CAREGIVER)),
];
const officeWith = (officeId: Uuid, caregiverId: Uuid, ...qualifications: readonly Qualification[]) =>
  on('office', officeId, officeRegistered(), caregiverEnrolled({ caregiverId, qualifications: [...qualifications] }));
const lacking = officeWith(ASSIST, CAREGIVER, 'DAILY_LIVING_ONLY');
const qualified = caregiverChanged({ caregiverId: CAREGIVER, qualifications: ['PRACTITIONER'] });
const missing = raised('QUALIFICATION_MISSING');
const allQualified = [
  ...officeWith(ASSIST, CAREGIVER, 'PRACTITIONER'),
  ...officeWith(OTHER_OFFICE, OTHER_CAREGIVER, 'PRACTITIONER'),
];
const record = recordedFrom(0, 45);

const asPlanned = (otherVisitId: Uuid) => stamped(60, resolved('CLIENT_OVERLAP', { otherVisitId, how: 'AS_PLANNED' }));
const planChanged = stamped(90, changeAgreed({ isBeforeVisit: false }));

specifyProcess(t, whenVisitMadeThenJudgedWithOthers, {
  follows: [
    { name: 'rule 24: a visit is recorded, and none is near: nothing', given: [], when: visitMade, then: [] },
    whenRecorded('it overlaps another of the client: both', [30, 75, OTHER_CAREGIVER], {}, VISIT, OTHER),
    whenRecorded('a minute less than two hours after another: both', [164, 209, OTHER_CAREGIVER], {}, VISIT, OTHER),
    whenRecorded('two hours after another of the client: none', [165, 210, OTHER_CAREGIVER], {}),
    whenRecorded('in an emergency soon after another: none', [60, 105, OTHER_CAREGIVER], { emergency: true }),
    {
      name: 'rules 10, 24: the other visit of a pair, at once: none',
      given: [...ofVisit(scheduled({ pairedVisitId: OTHER }), record), ...otherScheduled({ pairedVisitId: VISIT })],
      when: ofOther(overlapping),
      then: [],
    },
    whenRecorded(
      'one caregiver at two clients at once: both',
      [44, 89, CAREGIVER],
      { clientId: OTHER_CLIENT },
      VISIT,
      OTHER,
    ),
    whenRecorded('one caregiver, at the next client at once: none', [45, 90, CAREGIVER], { clientId: OTHER_CLIENT }),
    whenRecorded('two caregivers at two clients: none', [30, 75, OTHER_CAREGIVER], { clientId: OTHER_CLIENT }),
    {
      name: 'rule 24: by somebody who may not do 身体介護: the visit itself, unless raised with the record',
      given: [...lacking, ...ofVisit(scheduled())],
      when: ofVisit(record),
      then: toDo(record, VISIT),
    },
    {
      name: 'rule 25: its times are put right: both are to be lifted',
      given: bothRaised,
      when: ofOther(movedAway),
      then: toDo(movedAway, VISIT, OTHER),
    },
    {
      name: 'rule 24: the exception is raised: off the list, this visit alone',
      given: bothMade,
      listed: toDo(overlapping, VISIT, OTHER),
      when: ofVisit(onVisit),
      then: toDo(overlapping, OTHER),
    },
    {
      name: 'rule 25: the exception is lifted: off the list, this visit alone',
      given: [...bothRaised, ...ofOther(movedAway)],
      listed: toDo(movedAway, VISIT, OTHER),
      when: ofVisit(resolved('CLIENT_OVERLAP', { otherVisitId: OTHER })),
      then: toDo(movedAway, OTHER),
    },
    {
      name: 'rule 25: it was raised, and is accepted as planned: nothing',
      given: bothRaised,
      when: ofVisit(resolved('CLIENT_OVERLAP', { otherVisitId: OTHER, how: 'AS_PLANNED' })),
      then: [],
    },
    {
      name: 'rule 25: accepted as planned on both, until the plan of one of the two changes: both',
      given: [...bothRaised, ...ofVisit(asPlanned(OTHER), changeProposed()), ...ofOther(asPlanned(VISIT))],
      when: ofVisit(planChanged),
      then: toDo(planChanged, VISIT, OTHER),
    },
    {
      name: 'rule 24: a record is returned: it is judged all the same',
      given: bothMade,
      listed: toDo(overlapping, VISIT, OTHER),
      when: ofVisit(returned),
      then: [...toDo(returned, VISIT), ...toDo(overlapping, OTHER)],
    },
    {
      name: 'rule 24: verified: the qualification is looked at no more',
      given: [...lacking, ...ofVisit(scheduled(), record)],
      listed: toDo(record, VISIT),
      when: ofVisit(verified()),
      then: [],
    },
    {
      name: 'rules 22, 25: one of the two is released: the other is to be lifted',
      given: bothRaised,
      when: ofOther(releasedOther),
      then: toDo(releasedOther, VISIT),
    },
    {
      name: 'rules 22, 25: one of the two is cancelled: the other is to be lifted',
      given: bothRaised,
      when: ofOther(cancelledOther),
      then: toDo(cancelledOther, VISIT),
    },
    {
      name: 'rule 24: a person is enrolled for one caregiver: nothing',
      given: twoClients,
      when: ofMember(enrolledAs(ASSIST, CAREGIVER)),
      then: [],
    },
    {
      name: 'rule 24: caregivers of two offices turn out to be one person: both visits',
      given: [...twoClients, ...ofMember(enrolledAs(ASSIST, CAREGIVER))],
      when: ofMember(secondEnrolment),
      then: toDo(secondEnrolment, VISIT, OTHER),
    },
    {
      name: 'rules 24, 47: an enrolment is confirmed, so that caregivers of two offices are one person: both visits',
      given: [...twoClients, ...ofMember(enrolledAs(ASSIST, CAREGIVER), invited)],
      when: ofMember(confirmed),
      then: toDo(confirmed, VISIT, OTHER),
    },
    {
      name: 'rule 25: a person is one caregiver alone from now on: the visit, to be lifted',
      given: [...twoClients, ...ofMember(enrolledAs(ASSIST, CAREGIVER), secondEnrolment), ...ofVisit(byOnePerson)],
      listed: toDo(secondEnrolment, OTHER),
      when: ofMember(coordinatorNow),
      then: toDo(coordinatorNow, VISIT),
    },
    {
      name: 'rule 25: a caregiver is qualified now: the visit, to be lifted',
      given: [...lacking, ...ofVisit(scheduled(), record, missing)],
      when: on('office', ASSIST, qualified),
      then: toDo(qualified, VISIT),
    },
    {
      name: 'rule 25: another change of the caregiver: nothing',
      given: [...lacking, ...ofVisit(scheduled(), record, missing)],
      when: on('office', ASSIST, caregiverChanged({ caregiverId: CAREGIVER, name: sealedName(CAREGIVER, '佐藤') })),
      then: [],
    },
  ],
  acts: [
    {
      name: 'acts, rule 24: raised on both, each naming the other',
      given: [...allQualified, ...bothMade],
      at: NOW,
      then: [...ofVisit(onVisit), ...ofOther(onOther)].sort((a, b) => (a.stream < b.stream ? -1 : 1)),
    },
    {
      name: 'acts, rule 25: lifted on both',
      given: [...allQualified, ...bothRaised, ...ofOther(movedAway)],
      at: NOW,
      then: [
        ...ofVisit(resolved('CLIENT_OVERLAP', { otherVisitId: OTHER })),
        ...ofOther(resolved('CLIENT_OVERLAP', { otherVisitId: VISIT })),
      ].sort((a, b) => (a.stream < b.stream ? -1 : 1)),
    },
    {
      name: 'acts, rule 25: a new qualification lifts',
      given: [...lacking, ...ofVisit(scheduled(), record, missing), ...on('office', ASSIST, qualified)],
      at: NOW,
      then: ofVisit(resolved('QUALIFICATION_MISSING')),
    },
  ],
});
