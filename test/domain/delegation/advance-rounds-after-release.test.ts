import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { uuidOf } from '../../../src/domain/ids.ts';
import { specify } from '../../support/specification.ts';
import {
  allocated,
  at,
  completed,
  declined,
  escalated,
  expired,
  notSelected,
  notTaken,
  offered,
  offeredDirectly,
  offerMade,
  offerMadeNext,
  released,
  requested,
  taken,
  twoCandidates,
  withdrawn,
} from './example-delegation.ts';
import { advanceRounds } from './example-delegation-commands.ts';
import {
  ASH,
  allIsWell,
  BOTH,
  ELM,
  EVENING,
  minute,
  NOON,
  noon,
  OAK,
  round,
  visitAt,
} from './example-delegation-facts.ts';

const oakHasAll = offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK), notSelected(ELM)));
/** All three are asked at once and nobody is planned; OAK is the first to accept. */
const threeAsked = at(
  0,
  requested({ rounds: [round([OAK, ELM, ASH])] }),
  ...[OAK, ELM, ASH].map((officeId) => offerMade(officeId, { plannedRoundsLeft: 0 })),
);
const oakWasDirectly = offeredDirectly(...at(10, ...taken(OAK)));
/** One more round to those asked so far has the window of the last one. */
const oneMore = { windowMinutes: 60 };

t.test('a visit gets free again', async (t) =>
  specify(t, delegation, minute(40), [
    {
      name: 'happens, rule 17: with no round open the next planned one opens at once',
      given: [...oakHasAll, ...at(40, released(OAK, [NOON]))],
      when: advanceRounds(),
      then: [offerMadeNext(ASH, 40, { visitIds: [NOON] })],
    },
    {
      name: 'happens not, rule 12: while a round is open it waits for the end of that round',
      given: [...offered(), ...at(20, ...taken(OAK, [NOON])), ...at(40, released(OAK, [NOON]))],
      when: advanceRounds(),
      at: minute(59),
      then: [],
    },
    {
      name: 'happens, rule 12: and is offered in the next one with what is left',
      given: [...offered(), ...at(20, ...taken(OAK, [NOON])), ...at(40, released(OAK, [NOON]))],
      when: advanceRounds(),
      at: minute(60),
      then: [...at(60, expired(ELM)), offerMadeNext(ASH, 60)],
    },
    {
      name: 'happens, rule 17: with none planned one more round asks all asked so far, but who released',
      given: [...threeAsked, ...at(20, ...taken(OAK), notSelected(ELM), notSelected(ASH)), ...at(40, released(OAK))],
      when: advanceRounds(),
      then: [ELM, ASH].map((officeId) => offerMadeNext(officeId, 40, { ...oneMore, respondBy: minute(100) })),
    },
    {
      name: 'happens, rule 17: and but those that declined or let an offer lapse',
      given: [...threeAsked, ...at(20, declined(ELM)), ...at(40, ...taken(OAK), notSelected(ASH), released(OAK))],
      when: advanceRounds(),
      then: [offerMadeNext(ASH, 40, { ...oneMore, respondBy: minute(100) })],
    },
    {
      name: 'happens, rule 17: an office that was asked in two rounds is asked once',
      given: [
        ...offered('FIRST_TO_ACCEPT', ...at(10, ...taken(OAK, [NOON]), ...taken(ELM, [EVENING]))),
        ...at(20, released(OAK, [NOON]), offerMadeNext(ELM, 20, { visitIds: [NOON] })),
        ...at(30, ...taken(ELM, [NOON], 2)),
        ...at(40, withdrawn([EVENING]), released(OAK, [NOON])),
      ],
      when: advanceRounds(),
      then: [
        offerMade(ELM, { round: 3, visitIds: [NOON], windowMinutes: 30, respondBy: minute(70), plannedRoundsLeft: 0 }),
      ],
    },
    {
      name: 'happens, rule 17: with nobody left but who released the telephone has to do',
      given: offeredDirectly(...at(10, ...taken(OAK)), ...at(40, released(OAK, [NOON]))),
      when: advanceRounds(),
      then: [escalated(NOON)],
    },
    {
      name: 'happens, rule 17: once; after that round it escalates, though something had been released',
      given: [
        ...threeAsked,
        ...at(20, declined(ELM), ...taken(OAK), notSelected(ASH), released(OAK)),
        ...at(20, offerMadeNext(ASH, 20, { ...oneMore, respondBy: minute(80) })),
      ],
      when: advanceRounds(),
      at: minute(80),
      then: [...at(80, expired(ASH, 2)), escalated(...BOTH)],
    },
    {
      name: 'happens, rule 17: a release after the escalation opens a round for all that is free',
      given: [
        ...threeAsked,
        ...at(20, ...taken(OAK, [NOON]), ...taken(ELM, [EVENING]), notSelected(ASH)),
        ...at(25, released(ELM, [EVENING]), escalated(EVENING)),
        ...at(40, released(OAK, [NOON])),
      ],
      when: advanceRounds(),
      then: [offerMadeNext(ASH, 40, { ...oneMore, respondBy: minute(100) })],
    },
    {
      name: 'happens, rule 17: with nobody left to ask then, it escalates once more',
      given: [
        ...oakWasDirectly,
        ...at(25, released(OAK, [EVENING]), escalated(EVENING)),
        ...at(40, released(OAK, [NOON])),
      ],
      when: advanceRounds(),
      then: [escalated(...BOTH)],
    },
    {
      name: 'happens, rule 15: what was selected and released, after the selection of the rest is over',
      given: twoCandidates(...at(30, allocated(OAK, [NOON])), ...at(40, released(OAK, [NOON]))),
      when: advanceRounds(),
      at: minute(80),
      then: [...at(80, notSelected(OAK), notSelected(ELM)), offerMadeNext(ASH, 80)],
    },
    {
      name: 'repeated, rule 17: the round for what was released is open',
      given: [...oakHasAll, ...at(40, released(OAK, [NOON]), offerMadeNext(ASH, 40, { visitIds: [NOON] }))],
      when: advanceRounds(),
      then: [],
    },
    {
      name: 'stale, rule 17: what was released has been withdrawn meanwhile',
      given: [...oakHasAll, ...at(40, released(OAK, [NOON]), withdrawn([NOON]))],
      when: advanceRounds(),
      then: [],
    },
  ]),
);

const PAIRED = uuidOf('the second caregiver’s visit at noon');
const nobodyLeft = offeredDirectly(...at(10, declined(OAK), escalated(...BOTH)));

t.test('a delegation ends', async (t) =>
  specify(t, delegation, minute(180), [
    {
      name: 'happens, rule 18: a free visit whose start has come is withdrawn',
      given: nobodyLeft,
      when: advanceRounds(),
      then: at(180, notTaken(NOON)),
    },
    {
      name: 'happens not, rule 18: a minute before',
      given: nobodyLeft,
      when: advanceRounds(),
      at: minute(179),
      then: [],
    },
    {
      name: 'happens, rule 18: each as of its own start',
      given: nobodyLeft,
      when: advanceRounds(),
      at: minute(600),
      then: [...at(180, notTaken(NOON)), ...at(540, notTaken(EVENING))],
    },
    {
      name: 'happens, rule 10: of a pair both at once',
      given: at(
        0,
        requested({
          mode: 'DIRECT',
          rounds: [round([OAK])],
          visits: [noon({ pairedVisitId: PAIRED }), visitAt(180, { visitId: PAIRED, place: 1, pairedVisitId: NOON })],
        }),
        offerMade(OAK, { visitIds: [NOON, PAIRED], plannedRoundsLeft: 0 }),
        declined(OAK),
        escalated(NOON, PAIRED),
      ),
      when: advanceRounds(),
      then: at(180, notTaken(NOON, PAIRED)),
    },
    {
      name: 'happens, rule 18: in the order of their starts, not of the request',
      given: at(
        0,
        requested({ visits: [visitAt(540, { visitId: EVENING }), noon()], rounds: [round([OAK])] }),
        offerMade(OAK, { plannedRoundsLeft: 0 }),
        declined(OAK),
        escalated(EVENING, NOON),
      ),
      when: advanceRounds(),
      at: minute(540),
      then: [...at(180, notTaken(NOON)), ...at(540, notTaken(EVENING))],
    },
    {
      name: 'happens, rule 18: with a round’s end at the same time',
      given: at(
        0,
        requested({ rounds: [round([OAK], 240), round([ASH], 30)] }),
        offerMade(OAK, { windowMinutes: 240, respondBy: minute(180) }),
      ),
      when: advanceRounds(),
      then: [...at(180, expired(OAK), notTaken(NOON)), offerMadeNext(ASH, 180, { visitIds: [EVENING] })],
    },
    {
      name: 'happens, rule 18: completed at the last planned end, where anything is allocated',
      given: oakHasAll,
      when: advanceRounds(),
      at: minute(585),
      then: at(585, completed),
    },
    {
      name: 'happens not, rule 18: a minute before the last planned end',
      given: oakHasAll,
      when: advanceRounds(),
      at: minute(584),
      then: [],
    },
    {
      name: 'happens, rule 18: the last planned end of what is not withdrawn',
      given: [...oakHasAll, ...at(30, withdrawn([EVENING], { visits: [{ visitId: EVENING, heldBy: OAK }] }))],
      when: advanceRounds(),
      at: minute(230),
      then: at(225, completed),
    },
    {
      name: 'happens, rule 18: whatever the order of the visits in the request',
      given: at(
        0,
        requested({ visits: [visitAt(540, { visitId: EVENING }), noon()], rounds: [round([OAK])] }),
        offerMade(OAK, { plannedRoundsLeft: 0 }),
        ...taken(OAK),
      ),
      when: advanceRounds(),
      at: minute(585),
      then: at(585, completed),
    },
    {
      name: 'happens, rule 18: with the withdrawal of the last one, which nobody took',
      given: [
        ...nobodyLeft,
        ...at(20, offerMadeNext(ASH, 20)),
        ...at(30, ...taken(ASH, [NOON], 2), declined(ASH, 2), escalated(EVENING)),
      ],
      when: advanceRounds(),
      at: minute(540),
      then: [...at(540, notTaken(EVENING)), ...at(225, completed)],
    },
    {
      name: 'happens not, rule 18: nothing is allocated at the last planned end',
      given: [...nobodyLeft, ...at(180, notTaken(NOON)), ...at(540, notTaken(EVENING))],
      when: advanceRounds(),
      at: minute(585),
      then: [],
    },
    {
      name: 'happens, rule 13: all that is due in one decision, for a process that comes late',
      given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK, [NOON]))),
      when: advanceRounds(allIsWell()),
      at: minute(600),
      then: [...at(60, expired(ELM)), ...at(540, notTaken(EVENING)), ...at(225, completed)],
    },
    {
      name: 'repeated, rule 18: completed before',
      given: [...oakHasAll, ...at(585, completed)],
      when: advanceRounds(),
      at: minute(600),
      then: [],
    },
    {
      name: 'repeated, rule 18: withdrawn before',
      given: [...nobodyLeft, ...at(180, notTaken(NOON))],
      when: advanceRounds(),
      then: [],
    },
    {
      name: 'stale, rule 18: selected in the last minute, and so not withdrawn',
      given: [...nobodyLeft, ...at(170, offerMadeNext(ASH, 170)), ...at(179, ...taken(ASH, BOTH, 2))],
      when: advanceRounds(),
      then: [],
    },
  ]),
);
