import t from 'tap';
import type { Instant } from '../../src/domain/calendar.ts';
import type { DelegationEvent } from '../../src/domain/delegation/events.ts';
import { uuidOf } from '../../src/domain/ids.ts';
import { whenDelegationIsDueThenRoundsAdvance } from '../../src/processes/when-delegation-is-due-then-rounds-advance.ts';
import { perVisit } from '../domain/agreement/example-agreement.ts';
import {
  at,
  atRisk,
  completed,
  declined,
  escalated,
  expired,
  madeAfterAll,
  moreTimeGranted,
  moreTimeRequested,
  notSelected,
  offered,
  offeredDirectly,
  offerMadeNext,
  planChanged,
  released,
  roundsAdded,
  seen,
  taken,
  twoCandidates,
  uncovered,
  uncoveredAnswered,
  withdrawn,
} from '../domain/delegation/example-delegation.ts';
import {
  ASH,
  BOTH,
  ELM,
  EVENING,
  minute,
  NOON,
  OAK,
  OFFICES,
  PARTNER,
  round,
} from '../domain/delegation/example-delegation-facts.ts';
import { on, specifyProcess } from '../support/process-specification.ts';
import { agreedNetwork } from './example-ground.ts';

const DELEGATION = uuidOf('delegation');
const inDelegation = (events: readonly DelegationEvent[]) => on('delegation', DELEGATION, ...events);
/** Its one item, which each event of the delegation puts on anew with itself as the cause. */
const dueAt = (due: Instant, [...events]: readonly DelegationEvent[]) => {
  const cause = events.at(-1);
  return cause ? [{ id: DELEGATION, dueAt: due, cause }] : [];
};

/** When these events come after those given, the delegation is due then; null: never. */
const example = (
  name: string,
  given: readonly DelegationEvent[],
  listedAt: Instant,
  when: readonly DelegationEvent[],
  then: Instant | null,
) => ({
  name,
  given: inDelegation(given),
  listed: dueAt(listedAt, given),
  when: inDelegation(when),
  then: then === null ? [] : dueAt(then, when),
});

const open = offered();
const direct = offeredDirectly();
const candidates = twoCandidates();
const nobodyLeft = offeredDirectly(...at(10, declined(OAK), escalated(...BOTH)));
const oakHasAll = offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK), notSelected(ELM)));
const ground = agreedNetwork(
  { networkId: uuidOf('network'), partnerOfficeId: PARTNER, clientId: uuidOf('client') },
  OFFICES,
  perVisit({ prices: [{ service: 'PHYSICAL_CARE', minutesUpTo: 60, yen: 4000 }] }),
);
const given = (history: readonly DelegationEvent[]) => [...ground, ...inDelegation(history)];
const nextOffer = offerMadeNext(ASH, 60);
const nextOfferLate = offerMadeNext(ASH, 75);
const escalation = escalated(...BOTH);
const [noonUncovered] = at(180, uncovered(NOON));
const [noonAtRisk] = at(90, atRisk(NOON));

specifyProcess(t, whenDelegationIsDueThenRoundsAdvance, {
  follows: [
    example('rule 13: a round has opened: due at its respondBy', [], '', open, minute(60)),
    example('rule 12: an offer that was seen stays due then', open, minute(60), at(5, seen(OAK)), minute(60)),
    example(
      'rule 14: so does one for which more time is asked',
      direct,
      minute(60),
      at(5, moreTimeRequested(OAK)),
      minute(60),
    ),
    example('rule 14: more time granted: due with it', direct, minute(60), at(9, moreTimeGranted(OAK)), minute(90)),
    example(
      'rule 14: more time for one of two: due with the other',
      open,
      minute(60),
      at(9, moreTimeGranted(OAK)),
      minute(60),
    ),
    example(
      'rule 14: an offer has lapsed: due with the one that was given more time',
      offered('FIRST_TO_ACCEPT', ...at(9, moreTimeGranted(OAK))),
      minute(60),
      at(60, expired(ELM)),
      minute(90),
    ),
    example(
      'rule 13: all have declined: due at once',
      open,
      minute(60),
      at(20, declined(OAK), declined(ELM)),
      minute(20),
    ),
    example(
      'rule 18: all is allocated: due at the last planned end',
      open,
      minute(60),
      at(20, ...taken(OAK), notSelected(ELM)),
      minute(585),
    ),
    example('rule 15: candidates stand: due when the time to select is over', [], '', candidates, minute(80)),
    example(
      'rule 15: none of them was selected: due at once',
      candidates,
      minute(80),
      at(80, notSelected(OAK), notSelected(ELM)),
      minute(20),
    ),
    example(
      'rule 22: one that was withdrawn had been made: due at the last planned end, as before',
      [...oakHasAll, ...at(30, withdrawn([NOON], { visits: [{ visitId: NOON, heldBy: OAK }] }))],
      minute(585),
      at(600, madeAfterAll(NOON, OAK)),
      minute(585),
    ),
    example(
      'rule 22: a visit is moved behind the others by agreement: due at its new end',
      oakHasAll,
      minute(585),
      [planChanged({ plannedStart: minute(600), plannedEnd: minute(645) })],
      minute(645),
    ),
    example('rule 17: visits are released: due at once', oakHasAll, minute(585), at(30, released(OAK, [EVENING])), ''),
    example(
      'rule 18: escalated: due when the first free visit is at risk',
      direct,
      minute(60),
      at(10, declined(OAK), escalated(...BOTH)),
      minute(90),
    ),
    example(
      'rule 18: that it is at risk has been said: due when it starts',
      nobodyLeft,
      minute(90),
      at(90, atRisk(NOON)),
      minute(180),
    ),
    example(
      'rule 18: one of two was withdrawn: due with the other',
      nobodyLeft,
      minute(90),
      at(30, withdrawn([NOON])),
      minute(360),
    ),
    example(
      'rule 18: what became of a visit that nobody had changes nothing',
      [...nobodyLeft, ...at(180, uncovered(NOON))],
      minute(360),
      at(200, uncoveredAnswered([NOON])),
      minute(360),
    ),
    example('rule 18: all was withdrawn: never', open, minute(60), at(30, withdrawn(BOTH)), null),
    example(
      'rule 16: rounds are added, and the first is open: due at its respondBy',
      nobodyLeft,
      minute(90),
      at(20, roundsAdded(round([ASH], 30)), offerMadeNext(ASH, 20)),
      minute(50),
    ),
    example('rule 18: completed: never', oakHasAll, minute(585), at(585, completed), null),
  ],
  acts: [
    {
      name: 'acts, rule 13: at the last respondBy the offers lapse and the next round opens, which is due in turn',
      given: given(offered()),
      at: minute(60),
      then: inDelegation([...at(60, expired(OAK), expired(ELM)), nextOffer]),
      left: [{ id: DELEGATION, dueAt: minute(90), cause: nextOffer }],
    },
    {
      name: 'acts, rule 7: later than it was due, the offers have lapsed as of their respondBy all the same',
      given: given(offered()),
      at: minute(75),
      then: inDelegation([...at(60, expired(OAK), expired(ELM)), nextOfferLate]),
      left: [{ id: DELEGATION, dueAt: minute(90), cause: nextOfferLate }],
    },
    {
      name: 'acts, rule 13: with nobody left to ask it escalates, and is due when the first visit is at risk',
      given: given(offeredDirectly(...at(10, declined(OAK)))),
      at: minute(10),
      then: inDelegation([escalation]),
      left: [{ id: DELEGATION, dueAt: minute(90), cause: escalation }],
    },
    {
      name: 'acts, rule 18: a visit is still free, half-way between the request and its start',
      given: given(nobodyLeft),
      at: minute(90),
      then: noonAtRisk ? inDelegation([noonAtRisk]) : [],
      left: noonAtRisk ? [{ id: DELEGATION, dueAt: minute(180), cause: noonAtRisk }] : [],
    },
    {
      name: 'acts, rule 18: a free visit whose start has come is withdrawn',
      given: given(nobodyLeft),
      at: minute(180),
      then: noonUncovered ? inDelegation([noonUncovered]) : [],
      left: noonUncovered ? [{ id: DELEGATION, dueAt: minute(360), cause: noonUncovered }] : [],
    },
    {
      name: 'acts, rule 18: completed at the last planned end',
      given: given(oakHasAll),
      at: minute(585),
      then: inDelegation(at(585, completed)),
    },
  ],
});
