import t from 'tap';
import { acceptOffer } from '../../src/commands/delegation.ts';
import { changeableOf, type DelegationEvent } from '../../src/domain/delegation/events.ts';
import { uuidOf } from '../../src/domain/ids.ts';
import type { VisitEvent } from '../../src/domain/visit/events.ts';
import { whenRequestsOverlapThenLaterWithdrawn } from '../../src/processes/when-requests-overlap-then-later-withdrawn.ts';
import { tasksBy } from '../../src/projections/tasks.ts';
import {
  at,
  offerMade,
  overlapped,
  planChanged,
  requested,
  taken,
  withdrawn,
} from '../domain/delegation/example-delegation.ts';
import {
  BASIS,
  EVENING,
  evening,
  minute,
  NOON,
  noon,
  OAK,
  PARTNER,
  round,
  visitAt,
} from '../domain/delegation/example-delegation-facts.ts';
import { changeAgreed, scheduled } from '../domain/visit/example-visit.ts';
import { actOnAllDue, on, openGround, plantAll, specifyProcess } from '../support/process-specification.ts';
import { agreedNetwork } from './example-ground.ts';

const process = whenRequestsOverlapThenLaterWithdrawn;
const [EARLIER, LATER, CLIENT] = [uuidOf('earlier'), uuidOf('later'), uuidOf('client')];
/** A quarter of an hour into the visit at noon. */
const LUNCH = uuidOf('lunch');
const lunch = visitAt(195, { visitId: LUNCH });
const asked = (...visits: (typeof lunch)[]): DelegationEvent[] => [
  requested({ visits, rounds: [round([OAK])] }),
  offerMade(OAK, { visitIds: visits.map(({ visitId }) => visitId), plan: 0 }),
];
const earlier = on('delegation', EARLIER, ...at(0, ...asked(noon())));
const inLater = (...events: readonly DelegationEvent[]) => on('delegation', LATER, ...events);
const [laterRequest, ...laterOffers] = at(0, ...asked(lunch, evening({ place: 1 })));
if (!laterRequest) throw new Error('a request');
const later = inLater(laterRequest, ...laterOffers);
const toDo = { id: `${CLIENT} ${LATER}`, dueAt: '' as const, cause: laterRequest };
const apart = at(0, ...asked(evening({ place: 0 })));

const laterApart = inLater(...at(1, ...asked(evening({ place: 0 }))), ...at(2, ...taken(OAK, [EVENING])));
const inNoon = { ...changeableOf(noon()), plannedStart: minute(195), plannedEnd: minute(240) };
/** Of the visit in the evening, which is moved to lunch. */
const ofEvening = (...events: VisitEvent[]) => on('visit', EVENING, scheduled({ assistOfficeId: OAK }), ...events);
const changedInto = changeAgreed(inNoon);
const movedInto = planChanged({ visitId: EVENING, ...inNoon });

specifyProcess(t, process, {
  follows: [
    {
      name: 'rule 9: asked for while an earlier request has the times: the later one is to be put right',
      given: earlier,
      when: later,
      then: [toDo],
    },
    {
      name: 'rule 9: other times of the client: nothing is to be done',
      given: earlier,
      when: inLater(...apart),
      then: [],
    },
    {
      name: 'rule 9: the times of another client: nothing is to be done',
      given: on('delegation', EARLIER, ...at(0, requested({ clientId: uuidOf('another client'), visits: [noon()] }))),
      when: later,
      then: [],
    },
    {
      name: 'rule 9: the earlier one was withdrawn before: nothing is to be done',
      given: [...earlier, ...on('delegation', EARLIER, ...at(10, withdrawn([NOON])))],
      when: later,
      then: [],
    },
    {
      name: 'rule 9: what overlaps is withdrawn: off the list',
      given: [...earlier, ...later],
      listed: [toDo],
      when: inLater(...at(20, overlapped([LUNCH]))),
      then: [],
    },
    {
      name: 'rule 9: another visit of it is withdrawn: it stays on the list',
      given: [...earlier, ...later],
      listed: [toDo],
      when: inLater(...at(20, withdrawn([EVENING]))),
      then: [toDo],
    },
    {
      name: 'rule 9: the earlier one is withdrawn: off the list',
      given: [...earlier, ...later],
      listed: [toDo],
      when: on('delegation', EARLIER, ...at(20, withdrawn([NOON]))),
      then: [],
    },
    {
      name: 'rule 9: moved into the times of a request that stands earlier in the log: to be put right',
      given: [...earlier, ...laterApart],
      when: [...ofEvening(changedInto), ...inLater(movedInto)],
      then: [{ ...toDo, cause: movedInto }],
    },
    {
      name: 'rule 9: moved away by agreement: off the list',
      given: [...earlier, ...later],
      listed: [toDo],
      when: inLater(planChanged({ visitId: LUNCH, plannedStart: minute(300), plannedEnd: minute(360) })),
      then: [],
    },
  ],
  acts: [
    {
      name: 'acts, rule 9: the visits of the later request that overlap are withdrawn, the others stand',
      given: [...earlier, ...later],
      at: minute(1),
      then: inLater(overlapped([LUNCH])),
    },
  ],
});

t.test('rule 9: of two requests made at once the earlier can be accepted, the partner office has a task', async (t) => {
  const app = await openGround(t);
  const pair = { networkId: uuidOf('network'), partnerOfficeId: PARTNER, clientId: CLIENT };
  await plantAll(app, [...agreedNetwork(pair, [OAK], BASIS.terms.content), ...earlier, ...later]);
  app.setClock(minute(1));
  const actor = { subject: 'oak', role: 'COORDINATOR', officeId: OAK } as const;
  const caller = { actor, commandId: null, correlationId: 'request', causationId: null };
  const accept = (delegationId: string, visitIds: string[]) =>
    acceptOffer(app, caller, { delegationId, offerId: null, visitIds, note: null });
  await t.rejects(accept(LATER, [LUNCH]), { code: 'VISITS_OVERLAP' }, 'not the later one');
  await accept(EARLIER, [NOON]);
  await actOnAllDue(app, process, minute(1));
  await t.rejects(accept(LATER, [LUNCH]), { code: 'VISITS_WITHDRAWN' });
  await accept(LATER, [EVENING]);

  const tasks = (now: string) =>
    tasksBy(app.readModel, { forIds: [PARTNER], now, kinds: ['OVERLAPPING_REQUEST'] }, { after: null, limit: 9 }).map(
      ({ delegationId, dueAt, since }) => ({ delegationId, dueAt, since }),
    );
  t.strictSame(tasks(minute(1)), [{ delegationId: LATER, dueAt: minute(195), since: minute(1) }]);
  t.equal(tasks(minute(194)).length, 1);
  t.strictSame(tasks(minute(195)), [], 'until the visit would have begun');
});
