import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { uuidOf } from '../../../src/domain/ids.ts';
import { specify } from '../../support/specification.ts';
import {
  at,
  notSelected,
  offered,
  refusedWith,
  released,
  taken,
  twoCandidates,
  uncovered,
  withdrawn,
} from './example-delegation.ts';
import { withdraw } from './example-delegation-commands.ts';
import { BOTH, ELM, EVENING, minute, NOON, OAK } from './example-delegation-facts.ts';

const oakHasAll = offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK), notSelected(ELM)));
const oakHasNoon = offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK, [NOON])));

specify(t, delegation, minute(30), [
  { name: 'happens: all visits, while they are offered', given: offered(), when: withdraw(), then: [withdrawn(BOTH)] },
  {
    name: 'happens: for another reason, without a note',
    given: offered(),
    when: withdraw({ reason: 'ADMITTED', note: null }),
    then: [withdrawn(BOTH, { reason: 'ADMITTED', note: null })],
  },
  {
    name: 'happens: one of two',
    given: offered(),
    when: withdraw({ visitIds: [EVENING] }),
    then: [withdrawn([EVENING])],
  },
  {
    name: 'happens: while the partner office could select',
    given: twoCandidates(),
    when: withdraw({ visitIds: [NOON] }),
    then: [withdrawn([NOON])],
  },
  {
    name: 'happens, rule 27: visits that somebody holds; the event says who, for the price by the notice given',
    given: oakHasNoon,
    when: withdraw(),
    then: [
      withdrawn(BOTH, {
        visits: [
          { visitId: NOON, heldBy: OAK },
          { visitId: EVENING, heldBy: null },
        ],
      }),
    ],
  },
  {
    name: 'happens: a minute before the start',
    given: oakHasAll,
    when: withdraw({ visitIds: [NOON] }),
    at: minute(179),
    then: [withdrawn([NOON], { visits: [{ visitId: NOON, heldBy: OAK }] })],
  },
  {
    name: 'happens: without names, all that have not started',
    given: oakHasAll,
    when: withdraw(),
    at: minute(180),
    then: [withdrawn([EVENING], { visits: [{ visitId: EVENING, heldBy: OAK }] })],
  },
  {
    name: 'happens: without names, all that no caregiver has begun',
    given: oakHasAll,
    when: withdraw({ begun: [NOON] }),
    then: [withdrawn([EVENING], { visits: [{ visitId: EVENING, heldBy: OAK }] })],
  },
  {
    name: 'happens: of the visits named, those that were not withdrawn before',
    given: [...offered(), ...at(20, withdrawn([NOON]))],
    when: withdraw({ visitIds: BOTH }),
    then: [withdrawn([EVENING])],
  },
  {
    name: 'happens: a visit that was released is nobody’s any more',
    given: [...oakHasNoon, ...at(25, released(OAK, [NOON]))],
    when: withdraw({ visitIds: [NOON] }),
    then: [withdrawn([NOON])],
  },
  ...refusedWith('DELEGATION_UNKNOWN', 'delegationId', [
    { name: 'refused: no such delegation', given: [], when: withdraw() },
  ]),
  ...refusedWith('VISIT_NOT_OFFERED', 'visitIds.0', [
    {
      name: 'refused: a visit of another delegation',
      path: 'visitIds.1',
      given: offered(),
      when: withdraw({ visitIds: [NOON, uuidOf('elsewhere')] }),
    },
  ]),
  ...refusedWith('VISIT_STARTED', 'visitIds.0', [
    {
      name: 'refused: one of those named starts now',
      given: oakHasAll,
      when: withdraw({ visitIds: BOTH }),
      at: minute(180),
    },
    {
      name: 'refused: of one of those named a caregiver has punched',
      path: 'visitIds.1',
      given: oakHasAll,
      when: withdraw({ visitIds: BOTH, begun: [EVENING] }),
    },
    {
      name: 'refused: without names, all have started',
      path: 'delegationId',
      given: oakHasAll,
      when: withdraw(),
      at: minute(540),
    },
    {
      name: 'refused: without names, all have been begun',
      path: 'delegationId',
      given: oakHasAll,
      when: withdraw({ begun: BOTH }),
    },
    {
      name: 'stale: the caregiver has punched meanwhile, before the planned start',
      given: oakHasAll,
      when: withdraw({ visitIds: [NOON], begun: [NOON] }),
      at: minute(179),
    },
  ]),
  {
    name: 'repeated: all withdrawn before',
    given: [...offered(), ...at(20, withdrawn(BOTH))],
    when: withdraw(),
    then: [],
  },
  {
    name: 'repeated: the named one withdrawn before, after its start too',
    given: [...offered(), ...at(20, withdrawn([NOON]))],
    when: withdraw({ visitIds: [NOON] }),
    at: minute(180),
    then: [],
  },
  {
    name: 'stale, rule 18: nobody took it until its start, and the process has withdrawn it meanwhile',
    given: [...offered(), ...at(180, uncovered(NOON))],
    when: withdraw({ visitIds: [NOON] }),
    at: minute(180),
    then: [],
  },
  {
    name: 'stale, rule 19: an office has accepted meanwhile, and holds what is withdrawn',
    given: oakHasNoon,
    when: withdraw({ visitIds: [NOON] }),
    then: [withdrawn([NOON], { visits: [{ visitId: NOON, heldBy: OAK }] })],
  },
]);
