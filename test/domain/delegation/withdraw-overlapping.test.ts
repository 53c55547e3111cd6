import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { specify } from '../../support/specification.ts';
import { at, offered, overlapped, refusedWith, taken, withdrawn } from './example-delegation.ts';
import { withdrawOverlapping } from './example-delegation-commands.ts';
import { EVENING, minute, NOON, OAK } from './example-delegation-facts.ts';

specify(t, delegation, minute(30), [
  {
    name: 'happens, rule 9: what overlaps with an earlier request, and no more',
    given: offered(),
    when: withdrawOverlapping(NOON),
    then: [overlapped([NOON])],
  },
  {
    name: 'happens, rule 9: though an office has accepted it',
    given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK, [NOON]))),
    when: withdrawOverlapping(NOON, EVENING),
    then: [
      overlapped([], {
        visits: [
          { visitId: NOON, heldBy: OAK },
          { visitId: EVENING, heldBy: null },
        ],
      }),
    ],
  },
  ...refusedWith('DELEGATION_UNKNOWN', 'delegationId', [
    { name: 'refused: no such delegation', given: [], when: withdrawOverlapping(NOON) },
  ]),
  {
    name: 'repeated, rule 9: withdrawn before',
    given: offered('FIRST_TO_ACCEPT', ...at(20, overlapped([NOON]))),
    when: withdrawOverlapping(NOON),
    then: [],
  },
  {
    name: 'stale, rule 9: the partner office withdrew it itself meanwhile',
    given: offered('FIRST_TO_ACCEPT', ...at(20, withdrawn([NOON]))),
    when: withdrawOverlapping(NOON),
    then: [],
  },
  {
    name: 'stale, rule 9: the earlier request was withdrawn meanwhile',
    given: offered(),
    when: withdrawOverlapping(),
    then: [],
  },
]);
