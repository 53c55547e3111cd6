import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { uuidOf } from '../../../src/domain/ids.ts';
import { specify } from '../../support/specification.ts';
import {
  allocated,
  at,
  completed,
  notSelected,
  offered,
  offeredDirectly,
  refusedWith,
  released,
  taken,
  twoCandidates,
  withdrawn,
} from './example-delegation.ts';
import { release } from './example-delegation-commands.ts';
import { BOTH, ELM, EVENING, minute, NOON, OAK } from './example-delegation-facts.ts';

const oakHasAll = offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK), notSelected(ELM)));
const oneEach = offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK, [NOON]), ...taken(ELM, [EVENING])));

specify(t, delegation, minute(30), [
  {
    name: 'happens, rule 17: an office releases all it holds',
    given: oakHasAll,
    when: release(OAK),
    then: [released(OAK)],
  },
  {
    name: 'happens, rule 17: one of two',
    given: oakHasAll,
    when: release(OAK, [EVENING]),
    then: [released(OAK, [EVENING])],
  },
  {
    name: 'happens, rule 17: what it was asked for directly',
    given: offeredDirectly(...at(20, ...taken(OAK))),
    when: release(OAK),
    then: [released(OAK)],
  },
  {
    name: 'happens, rule 17: what it was selected for',
    given: twoCandidates(...at(25, allocated(OAK, [NOON]))),
    when: release(OAK, [NOON]),
    then: [released(OAK, [NOON])],
  },
  {
    name: 'happens, rule 17: a minute before the start',
    given: oakHasAll,
    when: release(OAK, [NOON]),
    at: minute(179),
    then: [released(OAK, [NOON])],
  },
  {
    name: 'happens, rule 17: a visit that is still ahead when another has started',
    given: oakHasAll,
    when: release(OAK, [EVENING], [NOON]),
    at: minute(180),
    then: [released(OAK, [EVENING])],
  },
  {
    name: 'happens, rule 17: another one after a first',
    given: [...oakHasAll, ...at(25, released(OAK, [NOON]))],
    when: release(OAK, [EVENING]),
    then: [released(OAK, [EVENING])],
  },
  ...refusedWith('DELEGATION_UNKNOWN', 'delegationId', [
    { name: 'refused: no such delegation', given: [], when: release(OAK) },
  ]),
  ...refusedWith('VISIT_NOT_OFFERED', 'visitIds.0', [
    {
      name: 'refused: a visit of another delegation',
      path: 'visitIds.1',
      given: oakHasAll,
      when: release(OAK, [NOON, uuidOf('elsewhere')]),
    },
  ]),
  ...refusedWith('VISITS_WITHDRAWN', 'visitIds.0', [
    {
      name: 'refused: one of the visits was withdrawn',
      given: [...oakHasAll, ...at(25, withdrawn([NOON], { visits: [{ visitId: NOON, heldBy: OAK }] }))],
      when: release(OAK),
    },
    {
      name: 'refused: a released visit was withdrawn since',
      given: [...oakHasAll, ...at(25, released(OAK, [NOON]), withdrawn([NOON]))],
      when: release(OAK, [NOON]),
    },
  ]),
  ...refusedWith('VISIT_NOT_HELD', 'visitIds.0', [
    { name: 'refused: nobody holds them', given: offered(), when: release(OAK) },
    { name: 'refused: one of them is another office’s', path: 'visitIds.1', given: oneEach, when: release(OAK) },
    { name: 'refused: all are another office’s', given: oakHasAll, when: release(ELM) },
    {
      name: 'refused: one of them was released before',
      given: [...oakHasAll, ...at(25, released(OAK, [NOON]))],
      when: release(OAK),
    },
  ]),
  ...refusedWith('VISIT_STARTED', 'visitIds.0', [
    { name: 'refused: one of the visits starts now', given: oakHasAll, when: release(OAK), at: minute(180) },
    {
      name: 'refused: of one of the visits the caregiver has punched',
      path: 'visitIds.1',
      given: oakHasAll,
      when: release(OAK, BOTH, [EVENING]),
    },
    {
      name: 'refused: the delegation is completed',
      given: [...oakHasAll, ...at(585, completed)],
      when: release(OAK),
      at: minute(585),
    },
  ]),
  { name: 'repeated: released before', given: [...oakHasAll, ...at(25, released(OAK))], when: release(OAK), then: [] },
  {
    name: 'repeated: released before, and taken by another office since',
    given: [...oakHasAll, ...at(25, released(OAK)), ...at(28, allocated(ELM, BOTH, 2))],
    when: release(OAK, [NOON]),
    then: [],
  },
  ...refusedWith('VISITS_WITHDRAWN', 'visitIds.0', [
    {
      name: 'stale: the partner office has withdrawn them meanwhile',
      given: [...oneEach, ...at(25, withdrawn([EVENING], { visits: [{ visitId: EVENING, heldBy: ELM }] }))],
      when: release(ELM, [EVENING]),
    },
  ]),
]);
