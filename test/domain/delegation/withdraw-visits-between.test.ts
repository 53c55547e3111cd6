import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { specify } from '../../support/specification.ts';
import { at, notSelected, offered, refusedWith, released, taken, withdrawn } from './example-delegation.ts';
import { withdrawBetween } from './example-delegation-commands.ts';
import { BOTH, ELM, EVENING, minute, NOON, OAK } from './example-delegation-facts.ts';

const oakHasAll = offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK), notSelected(ELM)));
const heldByOak = (visitId: string) => ({ visits: [{ visitId, heldBy: OAK }] });

// Noon is at 180 minutes, evening at 540.
specify(t, delegation, minute(30), [
  {
    name: 'happens: all that begin in the span, whether somebody has them or not',
    given: offered(),
    when: withdrawBetween(),
    then: [withdrawn(BOTH)],
  },
  {
    name: 'happens: what begins at its end is not in it',
    given: oakHasAll,
    when: withdrawBetween({ to: minute(540) }),
    then: [withdrawn([NOON], heldByOak(NOON))],
  },
  {
    name: 'happens: what begins before it is not in it',
    given: oakHasAll,
    when: withdrawBetween({ from: minute(181) }),
    then: [withdrawn([EVENING], heldByOak(EVENING))],
  },
  {
    name: 'happens: without what has started',
    given: oakHasAll,
    when: withdrawBetween(),
    at: minute(180),
    then: [withdrawn([EVENING], heldByOak(EVENING))],
  },
  {
    name: 'happens: without what a caregiver has begun',
    given: oakHasAll,
    when: withdrawBetween({ begun: [EVENING] }),
    then: [withdrawn([NOON], heldByOak(NOON))],
  },
  {
    name: 'repeated: what was withdrawn before is not withdrawn again',
    given: [...offered(), ...at(20, withdrawn([NOON]))],
    when: withdrawBetween({ to: minute(540) }),
    then: [],
  },
  {
    name: 'happens: nothing, where nothing begins in it',
    given: offered(),
    when: withdrawBetween({ from: minute(541) }),
    then: [],
  },
  {
    name: 'stale: what was handed back meanwhile is nobody’s',
    given: [...oakHasAll, ...at(25, released(OAK, [NOON]))],
    when: withdrawBetween({ to: minute(540) }),
    then: [withdrawn([NOON])],
  },
  ...refusedWith('DELEGATION_UNKNOWN', 'delegationId', [
    { name: 'refused: no such delegation', given: [], when: withdrawBetween() },
  ]),
]);
