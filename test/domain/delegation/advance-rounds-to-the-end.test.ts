import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { uuidOf } from '../../../src/domain/ids.ts';
import { specify } from '../../support/specification.ts';
import {
  at,
  atRisk,
  completed,
  declined,
  escalated,
  expired,
  notSelected,
  offered,
  offeredDirectly,
  offerMade,
  offerMadeNext,
  requested,
  taken,
  uncovered,
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
const PAIRED = uuidOf('the second caregiver’s visit at noon');
const nobodyLeft = offeredDirectly(...at(10, declined(OAK), escalated(...BOTH)));

t.test('a delegation ends', async (t) =>
  specify(t, delegation, minute(180), [
    {
      name: 'happens, rule 18: a free visit whose start has come is withdrawn',
      given: nobodyLeft,
      when: advanceRounds(),
      then: at(180, uncovered(NOON)),
    },
    {
      name: 'happens not, rule 18: a minute before',
      given: [...nobodyLeft, ...at(90, atRisk(NOON))],
      when: advanceRounds(),
      at: minute(179),
      then: [],
    },
    {
      name: 'happens, rule 18: each as of its own start',
      given: nobodyLeft,
      when: advanceRounds(),
      at: minute(600),
      then: [...at(180, uncovered(NOON)), ...at(540, uncovered(EVENING))],
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
        offerMade(OAK, { visitIds: [NOON, PAIRED] }),
        declined(OAK),
        escalated(NOON, PAIRED),
      ),
      when: advanceRounds(),
      then: at(180, uncovered(NOON, PAIRED)),
    },
    {
      name: 'happens, rule 18: in the order of their starts, not of the request',
      given: at(
        0,
        requested({ visits: [visitAt(540, { visitId: EVENING }), noon()], rounds: [round([OAK])] }),
        offerMade(OAK),
        declined(OAK),
        escalated(EVENING, NOON),
      ),
      when: advanceRounds(),
      at: minute(540),
      then: [...at(180, uncovered(NOON)), ...at(540, uncovered(EVENING))],
    },
    {
      name: 'happens, rule 18: with a round’s end at the same time',
      given: at(
        0,
        requested({ rounds: [round([OAK], 240), round([ASH], 30)] }),
        offerMade(OAK, { windowMinutes: 240, respondBy: minute(180) }),
      ),
      when: advanceRounds(),
      then: [...at(180, expired(OAK), uncovered(NOON)), offerMadeNext(ASH, 180, { visitIds: [EVENING] })],
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
        offerMade(OAK),
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
      then: [...at(540, uncovered(EVENING)), ...at(225, completed)],
    },
    {
      name: 'happens not, rule 18: nothing is allocated at the last planned end',
      given: [...nobodyLeft, ...at(180, uncovered(NOON)), ...at(540, uncovered(EVENING))],
      when: advanceRounds(),
      at: minute(585),
      then: [],
    },
    {
      name: 'happens, rule 13: all that is due in one decision, for a process that comes late',
      given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK, [NOON]))),
      when: advanceRounds(allIsWell()),
      at: minute(600),
      then: [...at(60, expired(ELM)), ...at(540, uncovered(EVENING)), ...at(225, completed)],
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
      given: [...nobodyLeft, ...at(180, uncovered(NOON))],
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
