import t from 'tap';
import { type DelegationCommand, delegation } from '../../../src/domain/delegation/decider.ts';
import { changeableOf, type DelegationEvent } from '../../../src/domain/delegation/events.ts';
import { nextDueOf } from '../../../src/domain/delegation/rounds.ts';
import { acceptedBasisOf, statusOf, visitOf } from '../../../src/domain/delegation/state.ts';
import { atRiskFrom } from '../../../src/domain/delegation/uncovered.ts';
import { uuidOf } from '../../../src/domain/ids.ts';
import { decided, specify, stateAfter } from '../../support/specification.ts';
import { at, completed, notSelected, offered, planChanged, released, taken, withdrawn } from './example-delegation.ts';
import { advanceRounds, changePlan, release, withdraw } from './example-delegation-commands.ts';
import { ASH, changedNoon, ELM, EVENING, minute, NOON, OAK } from './example-delegation-facts.ts';

/** OAK has taken both, noon and evening. */
const allTaken = offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK), notSelected(ELM)));
const isChanged = [...allTaken, planChanged()];

specify(t, delegation, minute(31), [
  {
    name: 'happens, rule 22: what was agreed on of a visit that the office has is carried over as it was agreed',
    given: allTaken,
    when: changePlan(),
    then: [planChanged()],
  },
  {
    name: 'happens, rule 22: also of a visit that was withdrawn from that office meanwhile: it is priced by it',
    given: [...allTaken, ...at(30, withdrawn([NOON], { visits: [{ visitId: NOON, heldBy: OAK }] }))],
    when: changePlan(),
    then: [planChanged()],
  },
  {
    name: 'refused: no such delegation',
    given: [],
    when: changePlan(),
    refused: 'DELEGATION_UNKNOWN',
    path: ['delegationId'],
  },
  {
    name: 'refused: no visit of this delegation',
    given: allTaken,
    when: changePlan({ visitId: uuidOf('elsewhere') }),
    refused: 'VISIT_NOT_OFFERED',
    path: ['visitId'],
  },
  { name: 'repeated: it has been carried over', given: isChanged, when: changePlan(), then: [] },
  {
    name: 'stale, rule 22: the office has handed it back meanwhile, and it is offered as it stood',
    given: [...allTaken, ...at(30, released(OAK, [NOON]))],
    when: changePlan(),
    then: [],
  },
  {
    name: 'stale: another office has it by now',
    given: allTaken,
    when: changePlan({ officeId: ASH }),
    then: [],
  },
]);

const after = (...history: readonly DelegationEvent[]) => {
  const state = stateAfter(delegation, history);
  if (state.status === 'NONE') throw new Error('a delegation');
  return state;
};

t.test('rules 18, 22, 28: the delegation goes on by the new plan', async (t) => {
  const state = after(...isChanged);
  const noon = visitOf(state, NOON);
  if (!noon) throw new Error('the visit at noon');
  t.strictSame(changeableOf(noon), changeableOf(changedNoon));
  t.strictSame(acceptedBasisOf(state, noon), changedNoon.basis, 'a release and what follows it is priced by this');
  const evening = visitOf(state, EVENING);
  t.equal(evening && acceptedBasisOf(state, evening)?.terms.content.prices[0]?.yen, 4000, 'the others as before');

  const decides = (n: number, command: DelegationCommand) => decided(delegation, isChanged, command, minute(n));
  const isRefused = { refused: 'VISIT_STARTED', path: ['visitIds', '0'] };
  t.strictSame(decides(299, withdraw({ visitIds: [NOON] })), [
    withdrawn([NOON], { visits: [{ visitId: NOON, heldBy: OAK }] }),
  ]);
  t.strictSame(decides(300, withdraw({ visitIds: [NOON] })), isRefused);
  t.strictSame(decides(299, release(OAK, [NOON])), [released(OAK, [NOON])]);
  t.strictSame(decides(300, release(OAK, [NOON])), isRefused);

  const free = visitOf(after(...isChanged, ...at(60, released(OAK, [NOON]))), NOON);
  t.equal(free && atRiskFrom(free, minute(0)), minute(120), 'three hours before the new start');
});

t.test('rules 18, 22: it ends at the last planned end, the new one where that is later', async (t) => {
  const late = { plannedStart: minute(700), plannedEnd: minute(760) };
  const state = after(...allTaken, planChanged(late));
  t.equal(nextDueOf(state), minute(760));
  t.strictSame(delegation.decide(advanceRounds(), state, minute(590)), []);
  t.strictSame(delegation.decide(advanceRounds(), state, minute(760)), at(760, completed));
  const crossed = after(...allTaken, ...at(585, completed), planChanged(late));
  t.equal(statusOf(crossed), 'ALLOCATED', 'it was not over yet');
});
