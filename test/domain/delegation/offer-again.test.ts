import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  allocated,
  at,
  declined,
  escalated,
  expired,
  notSelected,
  offered,
  offeredDirectly,
  offerMade,
  offerMadeNext,
  refusedWith,
  released,
  requested,
  roundsAdded,
  taken,
  twoCandidates,
  uncovered,
  withdrawn,
} from './example-delegation.ts';
import { offerAgain } from './example-delegation-commands.ts';
import {
  ASH,
  againstOffices,
  againstVisits,
  allIsWell,
  BOTH,
  ELM,
  EVENING,
  exceptVisit,
  minute,
  NOON,
  OAK,
  PARTNER,
  round,
} from './example-delegation-facts.ts';

const again = [round([ELM], 30)];
/** Nobody took anything, and nobody was left to ask. */
const nobodyLeft = at(
  0,
  requested({ rounds: [round([OAK, ELM])] }),
  offerMade(OAK),
  offerMade(ELM),
  declined(OAK),
  declined(ELM),
  escalated(...BOTH),
);

t.test('where a round is open', async (t) =>
  specify(t, delegation, minute(30), [
    {
      name: 'happens, rule 16: the rounds are only planned, to a minute before the answering is over',
      given: offered(),
      when: offerAgain(again),
      at: minute(59),
      then: [roundsAdded(...again)],
    },
    {
      name: 'happens, rule 16: to a minute before the selection is over',
      given: twoCandidates(),
      when: offerAgain(again),
      at: minute(79),
      then: [roundsAdded(...again)],
    },
    {
      name: 'happens, rule 16: what somebody holds does not hinder what is free',
      given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK, [NOON]))),
      when: offerAgain(again, exceptVisit(NOON, { overlaps: true })),
      then: [roundsAdded(...again)],
    },
  ]),
);

t.test('with none open the first round opens at once', async (t) =>
  specify(t, delegation, minute(30), [
    {
      name: 'happens, rule 16: a delegation that was escalated opens again; who declined is asked again',
      given: nobodyLeft,
      when: offerAgain(again),
      then: [roundsAdded(...again), offerMadeNext(ELM, 30)],
    },
    {
      name: 'happens, rule 16: rounds that were still planned at the escalation are planned no more',
      given: offered('FIRST_TO_ACCEPT', ...at(20, declined(OAK), declined(ELM), escalated(...BOTH))),
      when: offerAgain(again),
      then: [roundsAdded(...again), offerMadeNext(ELM, 30, { plan: 2 })],
    },
    {
      name: 'happens, rule 16: the first of several opens, the rest stand before those still planned',
      given: offered('FIRST_TO_ACCEPT', ...at(20, declined(OAK), declined(ELM))),
      when: offerAgain([round([OAK], 30), round([ELM], 30)]),
      then: [roundsAdded(round([OAK], 30), round([ELM], 30)), offerMadeNext(OAK, 30, { plan: 2 })],
    },
    {
      name: 'happens, rule 8: what has lapsed by now is written first, as of its respondBy',
      given: offered(),
      when: offerAgain(again),
      at: minute(60),
      then: [...at(60, expired(OAK), expired(ELM)), roundsAdded(...again), offerMadeNext(ELM, 60, { plan: 2 })],
    },
    {
      name: 'happens, rule 15: with no candidate nothing is waited for after the answering',
      given: offered('PARTNER_SELECTS', ...at(20, declined(OAK))),
      when: offerAgain(again),
      at: minute(70),
      then: [...at(60, expired(ELM)), roundsAdded(...again), offerMadeNext(ELM, 70, { plan: 2 })],
    },
    {
      name: 'happens, rule 12: for the visits that are free',
      given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK, [NOON]), declined(OAK), declined(ELM))),
      when: offerAgain(again),
      then: [roundsAdded(...again), offerMadeNext(ELM, 30, { plan: 2, visitIds: [EVENING] })],
    },
    {
      name: 'happens, rule 12: for a visit that was released after its round',
      given: offeredDirectly(...at(10, ...taken(OAK)), ...at(20, released(OAK, [NOON]))),
      when: offerAgain(again),
      then: [roundsAdded(...again), offerMadeNext(ELM, 30, { visitIds: [NOON] })],
    },
    {
      name: 'happens, rule 12: respondBy leaves half of what is left before the first offered start',
      given: nobodyLeft,
      when: offerAgain(again),
      at: minute(179),
      then: [roundsAdded(...again), offerMadeNext(ELM, 179, { respondBy: minute(179.5) })],
    },
    {
      name: 'happens, rule 18: without a visit whose start has come',
      given: nobodyLeft,
      when: offerAgain(again, exceptVisit(NOON, { overlaps: true })),
      at: minute(180),
      then: [...at(180, uncovered(NOON)), roundsAdded(...again), offerMadeNext(ELM, 180, { visitIds: [EVENING] })],
    },
    {
      name: 'happens, rule 19: asked directly, another office in each round',
      given: offeredDirectly(...at(10, declined(OAK))),
      when: offerAgain([round([ELM], 30), round([ASH], 30)]),
      then: [roundsAdded(round([ELM], 30), round([ASH], 30)), offerMadeNext(ELM, 30)],
    },
    {
      name: 'stale, rule 16: the next round has opened meanwhile, and the rounds are planned after it',
      given: offered('FIRST_TO_ACCEPT', ...at(60, expired(OAK), expired(ELM), offerMadeNext(ASH, 60))),
      when: offerAgain(again),
      at: minute(60),
      then: [roundsAdded(...again)],
    },
  ]),
);

t.test('what is refused, or said again', async (t) =>
  specify(t, delegation, minute(30), [
    ...refusedWith('DELEGATION_UNKNOWN', 'delegationId', [
      { name: 'refused: no such delegation', given: [], when: offerAgain(again) },
    ]),
    ...refusedWith('NOTHING_TO_OFFER', 'delegationId', [
      {
        name: 'refused, rule 16: all is allocated',
        given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK))),
        when: offerAgain(again),
      },
      {
        name: 'refused, rule 16: all is withdrawn',
        given: offered('FIRST_TO_ACCEPT', ...at(20, withdrawn(BOTH))),
        when: offerAgain(again),
      },
      {
        name: 'refused, rule 18: the last start has come',
        given: nobodyLeft,
        when: offerAgain(again),
        at: minute(540),
      },
    ]),
    ...refusedWith('DIRECT_ONE_OFFICE', 'rounds', [
      {
        name: 'refused, rule 19: asked directly, two offices in a later round',
        given: offeredDirectly(...at(10, declined(OAK))),
        when: offerAgain([round([ELM]), round([ASH, OAK])]),
      },
    ]),
    ...refusedWith('TOO_MANY_ROUNDS', 'rounds', [
      {
        name: 'refused, rule 49: one more than 50 rounds added',
        given: [...nobodyLeft, ...at(20, roundsAdded(...Array(49).fill(round([ELM]))))],
        when: offerAgain([round([ELM]), round([ASH])]),
      },
    ]),
    {
      name: 'happens, rule 49: the 50th',
      given: [...nobodyLeft, ...at(20, roundsAdded(...Array(49).fill(round([ELM]))))],
      when: offerAgain(again),
      then: [roundsAdded(...again), offerMadeNext(ELM, 30, { plan: 50 })],
    },
    ...againstVisits.map(({ what, code, facts }) => ({
      name: `refused, rule 9: ${what}`,
      given: nobodyLeft,
      when: offerAgain(again, facts(EVENING)),
      refused: code,
      path: ['delegationId'],
    })),
    ...againstOffices.map(({ what, code, ofVisit, facts }) => ({
      name: `refused, rule 9: of an office of a later round, ${what}`,
      given: nobodyLeft,
      when: offerAgain([round([OAK]), round([ELM, ASH])], facts(ASH, EVENING)),
      refused: code,
      path: ofVisit ? ['delegationId'] : ['rounds', '1', 'officeIds', '1'],
    })),
    {
      name: 'refused, rule 9: the requester asks itself, while a round is open too',
      given: offered(),
      when: offerAgain([round([PARTNER])]),
      refused: 'OFFICE_NOT_ASSIST',
      path: ['rounds', '0', 'officeIds', '0'],
    },
    {
      name: 'repeated: the same rounds, sent as another command, are planned once more',
      given: [...offered(), ...at(20, roundsAdded(...again))],
      when: offerAgain(again),
      then: [roundsAdded(...again)],
    },
    ...refusedWith('NOTHING_TO_OFFER', 'delegationId', [
      {
        name: 'stale, rule 16: the last free visit was selected meanwhile',
        given: twoCandidates(...at(25, allocated(OAK), notSelected(ELM))),
        when: offerAgain(again, allIsWell()),
      },
    ]),
  ]),
);
