import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { acceptedBasisOf, coverStateOf, statusOf, visitOf } from '../../../src/domain/delegation/state.ts';
import { specify, stateAfter } from '../../support/specification.ts';
import {
  at,
  declined,
  escalated,
  madeAfterAll,
  notSelected,
  offered,
  offerMadeNext,
  refusedWith,
  released,
  taken,
  twoCandidates,
  uncovered,
  uncoveredAnswered,
  withdrawn,
} from './example-delegation.ts';
import { keepMade } from './example-delegation-commands.ts';
import { ASH, BASIS, ELM, EVENING, minute, NOON, OAK } from './example-delegation-facts.ts';

/** OAK has taken both and handed noon back, for which ASH is asked. */
const givenBack = offered(
  'FIRST_TO_ACCEPT',
  ...at(20, ...taken(OAK), notSelected(ELM)),
  ...at(25, released(OAK, [NOON]), offerMadeNext(ASH, 25, { visitIds: [NOON] })),
);
const nobodyHadIt = [...givenBack, ...at(30, declined(ASH, 2), escalated(NOON)), ...at(180, uncovered(NOON))];

specify(t, delegation, minute(40), [
  {
    name: 'happens, rule 22: what was handed back is the office\u2019s again, and nobody else is asked',
    given: givenBack,
    when: keepMade(NOON, OAK),
    then: [madeAfterAll(NOON, OAK), notSelected(ASH, 2)],
  },
  {
    name: 'happens, rule 22: candidates for it end too',
    given: [...twoCandidates(), ...at(30, withdrawn([EVENING]))],
    when: keepMade(NOON, ASH),
    then: [madeAfterAll(NOON, ASH), notSelected(OAK), notSelected(ELM)],
  },
  {
    name: 'happens, rules 8, 22: its start has come, and the process has not written it yet',
    given: [...givenBack, ...at(30, declined(ASH, 2), escalated(NOON))],
    when: keepMade(NOON, OAK),
    at: minute(180),
    then: [...at(180, uncovered(NOON)), madeAfterAll(NOON, OAK)],
  },
  {
    name: 'happens, rule 22: though nobody is left to ask',
    given: [...givenBack, ...at(30, declined(ASH, 2), escalated(NOON))],
    when: keepMade(NOON, OAK),
    then: [madeAfterAll(NOON, OAK)],
  },
  {
    name: 'happens, rule 22: what was withdrawn',
    given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK), notSelected(ELM)), ...at(30, withdrawn([NOON]))),
    when: keepMade(NOON, OAK),
    then: [madeAfterAll(NOON, OAK)],
  },
  {
    name: 'happens, rules 18, 22: what nobody had at its start, though it was answered what became of it',
    given: [...nobodyHadIt, ...at(200, uncoveredAnswered([NOON]))],
    when: keepMade(NOON, OAK),
    at: minute(300),
    then: [madeAfterAll(NOON, OAK)],
  },
  ...refusedWith('DELEGATION_UNKNOWN', 'delegationId', [
    { name: 'refused: no such delegation', given: [], when: keepMade(NOON, OAK) },
  ]),
  ...refusedWith('VISIT_NOT_OFFERED', 'visitId', [
    { name: 'refused: no visit of the delegation', given: givenBack, when: keepMade(ELM, OAK) },
  ]),
  {
    name: 'repeated: it is the office\u2019s again already',
    given: [...givenBack, ...at(30, madeAfterAll(NOON, OAK), notSelected(ASH, 2))],
    when: keepMade(NOON, OAK),
    then: [],
  },
  {
    name: 'stale, rule 22: another office has taken it meanwhile, and keeps it',
    given: [...givenBack, ...at(30, ...taken(ASH, [NOON], 2))],
    when: keepMade(NOON, OAK),
    then: [],
  },
]);

t.test('rules 18, 22: made after all, a visit is taken, at the price that was accepted', async (t) => {
  const state = delegation.known(
    stateAfter(delegation, [
      ...nobodyHadIt,
      ...at(200, uncoveredAnswered([NOON])),
      ...at(300, madeAfterAll(NOON, OAK)),
    ]),
  );
  const visit = visitOf(state, NOON);
  t.strictSame(
    [visit?.allocatedTo, visit && coverStateOf(visit), visit?.outcome, visit && acceptedBasisOf(state, visit)],
    [OAK, 'TAKEN', null, BASIS],
  );
  t.equal(statusOf(state), 'ALLOCATED');
});
