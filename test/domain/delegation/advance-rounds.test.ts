import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { uuidOf } from '../../../src/domain/ids.ts';
import { specify } from '../../support/specification.ts';
import { perVisitBasis } from '../fees/example-basis.ts';
import {
  at,
  atRisk,
  declined,
  escalated,
  expired,
  moreTimeGranted,
  moreTimeRequested,
  notSelected,
  offered,
  offeredDirectly,
  offerMade,
  offerMadeNext,
  refusedWith,
  requested,
  roundsAdded,
  taken,
  withdrawn,
} from './example-delegation.ts';
import { advanceRounds } from './example-delegation-commands.ts';
import {
  ASH,
  BASIS,
  BOTH,
  ELM,
  EVENING,
  exceptOffice,
  exceptVisit,
  minute,
  NOON,
  OAK,
  round,
} from './example-delegation-facts.ts';

/** Nobody is planned after OAK and ELM. */
const lastRound = at(0, requested({ rounds: [round([OAK, ELM])] }), offerMade(OAK), offerMade(ELM));
const nobodyLeft = [...lastRound, ...at(10, declined(OAK), declined(ELM), escalated(...BOTH))];
const oakHasAll = offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK), notSelected(ELM)));

t.test('a round ends', async (t) =>
  specify(t, delegation, minute(60), [
    {
      name: 'happens, rule 13: at the last respondBy the offers lapse and the next planned round opens',
      given: offered(),
      when: advanceRounds(),
      then: [...at(60, expired(OAK), expired(ELM)), offerMadeNext(ASH, 60)],
    },
    {
      name: 'happens not, rule 13: a minute before',
      given: offered(),
      when: advanceRounds(),
      at: minute(59),
      then: [],
    },
    {
      name: 'happens, rule 13: later than it was due, the offers lapse as of their respondBy',
      given: offered(),
      when: advanceRounds(),
      at: minute(75),
      then: [...at(60, expired(OAK), expired(ELM)), offerMadeNext(ASH, 75)],
    },
    {
      name: 'happens, rule 14: an offer lapses while another, which was given more time, is waited for',
      given: [...offered(), ...at(20, moreTimeRequested(OAK), moreTimeGranted(OAK))],
      when: advanceRounds(),
      then: at(60, expired(ELM)),
    },
    {
      name: 'happens, rule 14: and the round ends with the last of them',
      given: [...offered(), ...at(20, moreTimeRequested(OAK), moreTimeGranted(OAK)), ...at(60, expired(ELM))],
      when: advanceRounds(),
      at: minute(90),
      then: [...at(90, expired(OAK), atRisk(NOON)), offerMadeNext(ASH, 90)],
    },
    {
      name: 'happens, rule 13: at once, when every office has answered',
      given: [...offered(), ...at(20, declined(OAK), declined(ELM))],
      when: advanceRounds(),
      at: minute(20),
      then: [offerMadeNext(ASH, 20)],
    },
    {
      name: 'happens, rule 13: at once, when the rest was declined; the next round has what is left',
      given: [...offered(), ...at(20, ...taken(OAK, [NOON]), declined(OAK), declined(ELM))],
      when: advanceRounds(),
      at: minute(20),
      then: [offerMadeNext(ASH, 20, { visitIds: [EVENING] })],
    },
    {
      name: 'happens, rule 13: who has accepted a part does not lapse, and the rest goes on',
      given: [...offered(), ...at(20, ...taken(OAK, [NOON]))],
      when: advanceRounds(),
      then: [...at(60, expired(ELM)), offerMadeNext(ASH, 60, { visitIds: [EVENING] })],
    },
    { name: 'happens not, rule 13: nothing is left to offer', given: oakHasAll, when: advanceRounds(), then: [] },
    {
      name: 'happens not, rule 13: all was withdrawn',
      given: [...offered(), ...at(20, withdrawn(BOTH))],
      when: advanceRounds(),
      then: [],
    },
    {
      name: 'happens, rule 13: with none planned the telephone has to do',
      given: lastRound,
      when: advanceRounds(),
      then: [...at(60, expired(OAK), expired(ELM)), escalated(...BOTH)],
    },
    {
      name: 'happens, rule 13: so it does after the answer of the only office that was asked',
      given: offeredDirectly(...at(10, declined(OAK))),
      when: advanceRounds(),
      at: minute(10),
      then: [escalated(...BOTH)],
    },
    { name: 'repeated, rule 13: once escalated, nothing is due', given: nobodyLeft, when: advanceRounds(), then: [] },
    {
      name: 'repeated, rule 13: the next round is open',
      given: [...offered(), ...at(60, expired(OAK), expired(ELM), offerMadeNext(ASH, 60))],
      when: advanceRounds(),
      then: [],
    },
    {
      name: 'stale, rule 19: all was accepted in the last minute',
      given: [...offered(), ...at(59, ...taken(OAK), notSelected(ELM))],
      when: advanceRounds(),
      then: [],
    },
    ...refusedWith('DELEGATION_UNKNOWN', 'delegationId', [
      { name: 'refused: no such delegation', given: [], when: advanceRounds() },
    ]),
  ]),
);

/** OAK declines, ELM lets its offer lapse; the given rounds are planned. */
const unanswered = (...rounds: ReturnType<typeof round>[]) =>
  at(0, requested({ rounds: [round([OAK, ELM]), ...rounds] }), offerMade(OAK), offerMade(ELM)).concat(
    at(20, declined(OAK)),
  );
const elmLapsed = at(60, expired(ELM));

t.test('whom the next round asks, and for what', async (t) =>
  specify(t, delegation, minute(60), [
    {
      name: 'happens, rule 13: without offices that declined or let an offer lapse',
      given: unanswered(round([OAK, ELM, ASH], 30)),
      when: advanceRounds(),
      then: [...elmLapsed, offerMadeNext(ASH, 60)],
    },
    {
      name: 'happens, rule 13: without offices that declined the rest',
      given: [...unanswered(round([OAK, ELM, ASH], 30)), ...at(30, ...taken(ELM, [NOON]), declined(ELM))],
      when: advanceRounds(),
      at: minute(30),
      then: [offerMadeNext(ASH, 30, { visitIds: [EVENING] })],
    },
    {
      name: 'happens, rule 13: with an office that accepted a part',
      given: [...unanswered(round([OAK, ELM, ASH], 30)), ...at(30, ...taken(ELM, [NOON]))],
      when: advanceRounds(),
      then: [offerMadeNext(ELM, 60, { visitIds: [EVENING] }), offerMadeNext(ASH, 60, { visitIds: [EVENING] })],
    },
    {
      name: 'happens, rule 13: a planned round with nobody to ask is passed over',
      given: unanswered(round([OAK, ELM], 30), round([ASH], 30)),
      when: advanceRounds(),
      then: [...elmLapsed, offerMadeNext(ASH, 60, { plan: 2 })],
    },
    {
      name: 'happens, rule 13: what is planned after the next round stays planned',
      given: unanswered(round([ASH], 30), round([OAK], 5)),
      when: advanceRounds(),
      then: [...elmLapsed, offerMadeNext(ASH, 60)],
    },
    {
      name: 'happens, rule 13: nobody of those planned is left to ask',
      given: unanswered(round([OAK, ELM], 30)),
      when: advanceRounds(),
      then: [...elmLapsed, escalated(...BOTH)],
    },
    {
      name: 'happens, rule 16: rounds that were added come first and ask those again that declined or lapsed',
      given: [...unanswered(round([ASH], 30)), ...at(30, roundsAdded(round([OAK, ELM], 45)))],
      when: advanceRounds(),
      then: [
        ...elmLapsed,
        ...[OAK, ELM].map((officeId) =>
          offerMadeNext(officeId, 60, { windowMinutes: 45, respondBy: minute(105), plan: 2 }),
        ),
      ],
    },
    {
      name: 'happens, rule 9: without offices that may not be asked now',
      given: unanswered(round([uuidOf('an office elsewhere'), ASH], 30)),
      when: advanceRounds(),
      then: [...elmLapsed, offerMadeNext(ASH, 60)],
    },
    {
      name: 'happens, rules 9, 17: an office is asked only for what it may be asked for; for the rest nobody is left',
      given: unanswered(round([ASH], 30)),
      when: advanceRounds(exceptOffice(ASH, NOON, { price: { refusal: 'NO_PRICE', field: 'minutes' } })),
      then: [...elmLapsed, offerMadeNext(ASH, 60, { visitIds: [EVENING] }), escalated(NOON)],
    },
    {
      name: 'happens, rule 9: without visits that may not be delegated now',
      given: unanswered(round([ASH], 30)),
      when: advanceRounds(exceptVisit(EVENING, { clientConsents: false })),
      then: [...elmLapsed, offerMadeNext(ASH, 60, { visitIds: [NOON] }), escalated(EVENING)],
    },
    {
      name: 'happens, rule 13: the process never waits on a refusal; with nothing that may be offered it escalates',
      given: unanswered(round([ASH], 30)),
      when: advanceRounds(
        exceptVisit(NOON, { requesterIsPartner: false }, exceptVisit(EVENING, { requesterIsPartner: false })),
      ),
      then: [...elmLapsed, escalated(...BOTH)],
    },
    {
      name: 'happens, rule 28: at the prices that stand now',
      given: unanswered(round([ASH], 30)),
      when: advanceRounds(exceptOffice(ASH, EVENING, { price: { basis: perVisitBasis(0, 2), feeYen: 0 } })),
      then: [
        ...elmLapsed,
        offerMadeNext(ASH, 60, {
          bases: [BASIS, perVisitBasis(0, 2)],
          fees: [
            { visitId: NOON, basis: 0, feeYen: 4000 },
            { visitId: EVENING, basis: 1, feeYen: 0 },
          ],
        }),
      ],
    },
    {
      name: 'happens, rule 17: with a visit that starts in 5 minutes',
      given: [...offered(), ...at(175, declined(OAK), declined(ELM))],
      when: advanceRounds(),
      at: minute(175),
      then: [...at(90, atRisk(NOON)), offerMadeNext(ASH, 175, { respondBy: minute(177.5) })],
    },
    {
      name: 'happens, rule 17: without a visit that starts in 4 minutes',
      given: [...offered(), ...at(176, declined(OAK), declined(ELM))],
      when: advanceRounds(),
      at: minute(176),
      then: [...at(90, atRisk(NOON)), offerMadeNext(ASH, 176, { visitIds: [EVENING] }), escalated(NOON)],
    },
    {
      name: 'happens, rule 17: with no visit that starts in 5 minutes or more the telephone has to do',
      given: [...offered(), ...at(176, declined(OAK), withdrawn([EVENING]), declined(ELM))],
      when: advanceRounds(),
      at: minute(176),
      then: [...at(90, atRisk(NOON)), escalated(NOON)],
    },
  ]),
);
