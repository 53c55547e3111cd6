import t from 'tap';
import { memberIdOf, streamOf, uuidOf } from '../../src/domain/ids.ts';
import type { MemberEvent } from '../../src/domain/member/events.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import {
  enrolmentsOf,
  invitationsOf,
  type MemberRow,
  membersById,
  membersOfOffice,
  membersView,
  nameOfMember,
  personOf,
} from '../../src/projections/members.ts';
import { officesView } from '../../src/projections/offices.ts';
import { firingBetween, judgedAnewBy } from '../../src/projections/overlaps.ts';
import type { ReadModel } from '../../src/projections/read-model.ts';
import { views } from '../../src/projections/registry.ts';
import { ADMINISTRATORS, tasksBy, tasksView } from '../../src/projections/tasks.ts';
import { EXAMPLE_IDS, sealed } from '../support/example-events/example.ts';
import { EXAMPLE_EVENTS } from '../support/example-events.ts';
import { afterEvents, type Given } from '../support/view-test.ts';

const day = (n: number): string => `2026-06-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const idOf = memberIdOf;
const stream = (subject: string): string => streamOf('member', idOf(subject));
const inName = (subject: string, text: string): string => sealed(keyIdOf('member', idOf(subject)), text);
const [A, B] = ['a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-000000000000'];
const [OF_A, OF_B] = [uuidOf('caregiver', 'a'), uuidOf('caregiver', 'b')];
if (!A || !B) throw new Error('two offices');

type Enrolled = Extract<MemberEvent, { type: 'MemberEnrolled' }>['data'];
const enrolled = (n: number, subject: string, data: Omit<Enrolled, 'subject'>): Given => [
  day(n),
  stream(subject),
  { type: 'MemberEnrolled', data: { subject, ...data } },
];
const caregiverIn = (officeId: string, caregiverId: string) =>
  ({ role: 'CAREGIVER', officeId, caregiverId, name: null }) as const;
const removed = (n: number, subject: string, officeId: string | null): Given => [
  day(n),
  stream(subject),
  { type: 'MemberRemoved', data: { subject, officeId, reason: inName(subject, 'left') } },
];
const row = (subject: string, over: Partial<MemberRow>): MemberRow => ({
  id: idOf(subject),
  subject,
  role: 'CAREGIVER',
  officeId: null,
  caregiverId: null,
  sealedName: null,
  since: day(1),
  ...over,
});

t.test('a caregiver of two offices has a row in each, the first of which stands for the person', (t) => {
  const given = [enrolled(1, 'c', caregiverIn(B, OF_B)), enrolled(2, 'c', caregiverIn(A, OF_A))];
  const inA = row('c', { officeId: A, caregiverId: OF_A, since: day(2) });
  const inB = row('c', { officeId: B, caregiverId: OF_B });
  afterEvents(t, [officesView, tasksView, membersView], given, (t, readModel) => {
    t.strictSame(enrolmentsOf(readModel, idOf('c')), [inA, inB]);
    t.strictSame(membersById(readModel, [idOf('nobody'), idOf('c')]), [inA]);
    t.strictSame(membersOfOffice(readModel, B), [inB]);
  });
  afterEvents(t, [officesView, tasksView, membersView], [...given, removed(3, 'c', A)], (t, readModel) => {
    t.strictSame(enrolmentsOf(readModel, idOf('c')), [inB]);
    t.strictSame(nameOfMember(readModel, 'c', A), { id: idOf('c'), officeId: A, caregiverId: OF_A, sealedName: null });
  });
  afterEvents(t, [officesView, tasksView, membersView], [...given, removed(3, 'c', null)], (t, readModel) =>
    t.strictSame(enrolmentsOf(readModel, idOf('c')), []),
  );
  t.end();
});

t.test('another role replaces what stood; the same role in the same office goes on since it began', (t) => {
  const coordinator = (name: string) =>
    ({ role: 'COORDINATOR', officeId: A, caregiverId: null, name: inName('p', name) }) as const;
  const given = [
    enrolled(1, 'p', caregiverIn(B, OF_B)),
    enrolled(2, 'p', coordinator('first')),
    enrolled(3, 'p', coordinator('second')),
  ];
  afterEvents(t, [officesView, tasksView, membersView], given, (t, readModel) => {
    const now = row('p', { role: 'COORDINATOR', officeId: A, sealedName: inName('p', 'second'), since: day(2) });
    t.strictSame(enrolmentsOf(readModel, idOf('p')), [now]);
    t.strictSame(membersOfOffice(readModel, B), []);
  });
  const moved = enrolled(4, 'p', { role: 'AUDITOR', officeId: null, caregiverId: null, name: null });
  afterEvents(t, [officesView, tasksView, membersView], [...given, moved], (t, readModel) => {
    t.strictSame(enrolmentsOf(readModel, idOf('p')), [row('p', { role: 'AUDITOR', since: day(4) })]);
    t.strictSame(membersOfOffice(readModel, A), []);
    t.strictSame(nameOfMember(readModel, 'p', A)?.sealedName, inName('p', 'second'), 'who acted keeps the name');
    t.equal(nameOfMember(readModel, 'p', null)?.sealedName, null);
    const elsewhere = uuidOf('office', 'elsewhere');
    t.equal(nameOfMember(readModel, 'p', elsewhere)?.sealedName, inName('p', 'second'), 'one who has a name');
    t.equal(nameOfMember(readModel, 'nobody', A), null);
  });
  const back = [...given, enrolled(4, 'p', caregiverIn(B, OF_B))];
  afterEvents(t, [officesView, tasksView, membersView], back, (t, readModel) => {
    const caregiver = row('p', { officeId: B, caregiverId: OF_B, since: day(4) });
    t.strictSame(enrolmentsOf(readModel, idOf('p')), [caregiver], 'a coordinator becomes a caregiver alone');
  });
  t.end();
});

t.test('people of an office in the order in which they were enrolled', (t) => {
  const given = [
    enrolled(2, 'z', caregiverIn(A, OF_B)),
    enrolled(2, 'y', caregiverIn(A, OF_A)),
    enrolled(3, 'x', caregiverIn(A, uuidOf('caregiver', 'x'))),
  ];
  afterEvents(t, [officesView, tasksView, membersView], given, (t, readModel) => {
    t.strictSame(
      membersOfOffice(readModel, A).map(({ subject }) => subject),
      ['y', 'z', 'x'],
    );
  });
  t.end();
});

t.test('rules 47, 48: an invitation is no role until it is confirmed; the last coordinator’s going is a task', (t) => {
  const coordinator = { role: 'COORDINATOR', officeId: A, caregiverId: null, name: null } as const;
  const said = (n: number, type: 'MemberInvited' | 'MembershipConfirmed'): Given => [
    day(n),
    stream('p'),
    { type, data: { subject: 'p', ...caregiverIn(B, OF_B) } },
  ];
  const given = [enrolled(1, 'p', coordinator), said(2, 'MemberInvited')];
  const inA = row('p', { role: 'COORDINATOR', officeId: A });
  const inB = row('p', { officeId: B, caregiverId: OF_B, since: day(2) });
  const ofAdministrators = (readModel: ReadModel) =>
    tasksBy(readModel, { forIds: [ADMINISTRATORS], now: day(9), kinds: null }, { after: null, limit: 9 }).map(
      ({ kind, officeId, since }) => [kind, officeId, since],
    );
  afterEvents(t, [officesView, tasksView, membersView], given, (t, readModel) => {
    t.strictSame(enrolmentsOf(readModel, idOf('p')), [inA]);
    t.strictSame(invitationsOf(readModel, idOf('p')), [inB]);
    t.strictSame(membersOfOffice(readModel, B), []);
    t.strictSame(ofAdministrators(readModel), []);
  });
  afterEvents(t, [officesView, tasksView, membersView], [...given, removed(3, 'p', B)], (t, readModel) => {
    t.strictSame(enrolmentsOf(readModel, idOf('p')), [inA]);
    t.strictSame(invitationsOf(readModel, idOf('p')), []);
  });
  const confirmed = [...given, said(3, 'MembershipConfirmed')];
  afterEvents(t, [officesView, tasksView, membersView], confirmed, (t, readModel) => {
    t.strictSame(enrolmentsOf(readModel, idOf('p')), [{ ...inB, since: day(3) }]);
    t.strictSame(invitationsOf(readModel, idOf('p')), []);
    t.strictSame(ofAdministrators(readModel), [['OFFICE_WITHOUT_COORDINATOR', A, day(3)]]);
  });
  afterEvents(t, [officesView, tasksView, membersView], [...confirmed, enrolled(4, 'q', coordinator)], (t, readModel) =>
    t.strictSame(ofAdministrators(readModel), []),
  );
  t.end();
});

t.test('rule 24: who a caregiver was at the time of a visit, whatever has ended or come since', (t) => {
  const given = [
    enrolled(2, 'c', caregiverIn(A, OF_A)),
    enrolled(3, 'c', caregiverIn(B, OF_B)),
    removed(5, 'c', B),
    enrolled(7, 'd', caregiverIn(B, OF_B)),
  ];
  const person = (readModel: ReadModel, caregiverId: string) =>
    [1, 2, 4, 5, 6, 7, 8].map((n) => personOf(readModel, caregiverId, day(n)));
  const [c, d] = [idOf('c'), idOf('d')];
  afterEvents(t, [officesView, tasksView, membersView], given, (t, readModel) => {
    t.strictSame(person(readModel, OF_A), [c, c, c, c, c, c, c]);
    t.strictSame(person(readModel, OF_B), [c, c, c, OF_B, OF_B, d, d], 'before the first it is that one');
    t.equal(personOf(readModel, uuidOf('nobody'), day(4)), uuidOf('nobody'));
  });
  t.end();
});

const { VisitScheduled, VisitRecorded } = EXAMPLE_EVENTS;
const { visit, caregiver } = EXAMPLE_IDS;
const other = uuidOf('visit', 'of another office');
const scheduled = (n: number, on: string, over: object): Given => [
  day(n),
  streamOf('visit', on),
  { ...VisitScheduled.full, data: { ...VisitScheduled.full.data, ...over } } as Given[2],
];
const recorded = (n: number, on: string, caregiverId: string): Given => [
  day(n),
  streamOf('visit', on),
  { ...VisitRecorded.full, data: { ...VisitRecorded.full.data, caregiverId } } as Given[2],
];
/** At the same time at two clients, of two offices. */
const bothScheduled = [
  scheduled(2, visit, { pairedVisitId: null }),
  scheduled(2, other, { assistOfficeId: B, clientId: uuidOf('client', 'another'), pairedVisitId: null }),
];

t.test('rule 24: two visits at once by one person, of whom one role has ended since', (t) => {
  const given = [
    enrolled(1, 'c', caregiverIn(A, caregiver)),
    enrolled(1, 'c', caregiverIn(B, OF_B)),
    ...bothScheduled,
    recorded(12, visit, caregiver),
  ];
  const ended = removed(13, 'c', B);
  const overlap = (otherVisitId: string) => [{ code: 'CAREGIVER_OVERLAP', otherVisitId }];
  for (const [name, events] of [
    ['it stays', [recorded(12, other, OF_B), ended]],
    ['it is found, though recorded only then', [ended, recorded(14, other, OF_B)]],
  ] as const)
    t.test(name, (t) => {
      afterEvents(t, views, [...given, ...events], (t, readModel) => {
        const firing = (id: string) =>
          firingBetween(readModel, id).map(({ code, otherVisitId }) => ({ code, otherVisitId }));
        t.strictSame([firing(visit), firing(other)], [overlap(other), overlap(visit)]);
      });
      t.end();
    });
  t.end();
});

t.test('rule 24: an enrolment changes who made what was not over then, and before a caregiver’s first', (t) => {
  const made = [...bothScheduled, recorded(12, visit, caregiver), recorded(12, other, OF_B)];
  const inA = (n: number) => enrolled(n, 'c', caregiverIn(A, caregiver));
  const inB = (n: number) => enrolled(n, 'c', caregiverIn(B, OF_B));
  const byAnother = [enrolled(1, 'd', caregiverIn(B, OF_B)), removed(2, 'd', B)];
  for (const [name, given, last, anew, firing] of [
    ['one caregiver alone: none', made, inA(14), [], 0],
    ['the second of two caregivers, never enrolled before: both', [...made, inA(14)], inB(15), [visit, other], 1],
    ['somebody else had been that caregiver: none', [...byAnother, ...made, inA(14)], inB(15), [], 0],
    ['they have been so before: none', [inA(1), inB(1), ...made, removed(13, 'c', B)], inB(15), [], 1],
    ['before they were made: both', [...byAnother, inA(3), ...made.slice(0, 2)], inB(4), [visit, other], 1],
  ] as const)
    t.test(name, (t) => {
      // Recorded after it, where it comes before the visits.
      const all = [...given, last, ...made.filter((one) => !given.includes(one))];
      afterEvents(t, views, all, (t, readModel) => {
        t.strictSame([...judgedAnewBy(readModel, idOf('c'), last[0])].sort(), [...anew].sort());
        t.equal(firingBetween(readModel, visit).length, firing);
      });
      t.end();
    });
  t.end();
});
