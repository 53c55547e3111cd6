import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { specify } from '../../support/specification.ts';
import { perVisitBasis } from '../fees/example-basis.ts';
import {
  accepted,
  allocated,
  at,
  declined,
  expired,
  moreTimeGranted,
  moreTimeRequested,
  notSelected,
  offered,
  offeredDirectly,
  offerMade,
  offerMadeNext,
  refusedWith,
  released,
  requested,
  taken,
  withdrawn,
} from './example-delegation.ts';
import { accept } from './example-delegation-commands.ts';
import {
  ASH,
  againstOffices,
  againstVisits,
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

const longer = offeredDirectly(...at(20, moreTimeRequested(OAK), moreTimeGranted(OAK)));
const elmHasNoon = offered('FIRST_TO_ACCEPT', ...at(20, ...taken(ELM, [NOON])));
/** OAK is asked for both visits, ELM for the one at noon and ASH for the other. */
const askedForParts = at(
  0,
  requested({ rounds: [round([OAK, ELM, ASH])] }),
  offerMade(OAK),
  offerMade(ELM, { visitIds: [NOON] }),
  offerMade(ASH, { visitIds: [EVENING] }),
);

t.test('the first to accept gets the visits', async (t) =>
  specify(t, delegation, minute(30), [
    {
      name: 'happens, rule 19: all visits are allocated in the same append, and the other offer ends',
      given: offered(),
      when: accept(OAK),
      then: [...taken(OAK), notSelected(ELM)],
    },
    { name: 'happens, rule 19: asked directly', given: offeredDirectly(), when: accept(OAK), then: taken(OAK) },
    {
      name: 'happens, rule 28: at the prices that the offer named, whatever the visits would cost by now',
      given: offeredDirectly(),
      when: accept(OAK, {
        facts: exceptOffice(OAK, NOON, { price: { basis: perVisitBasis(9000, 2), feeYen: 9000 } }),
      }),
      then: taken(OAK),
    },
    {
      name: 'happens, rule 28: each basis once, and those alone that the visits taken go by',
      given: at(
        0,
        requested({ mode: 'DIRECT', rounds: [round([OAK])] }),
        offerMade(OAK, {
          bases: [BASIS, perVisitBasis(4500, 2)],
          fees: [
            { visitId: NOON, basis: 0, feeYen: 4000 },
            { visitId: EVENING, basis: 1, feeYen: 4500 },
          ],
        }),
      ),
      when: accept(OAK, { visitIds: [EVENING] }),
      then: [
        accepted(OAK, [EVENING]),
        allocated(OAK, [EVENING], 1, {
          bases: [perVisitBasis(4500, 2)],
          fees: [{ visitId: EVENING, basis: 0, feeYen: 4500 }],
        }),
      ],
    },
    {
      name: 'happens without a note',
      given: offeredDirectly(),
      when: accept(OAK, { note: null }),
      then: [accepted(OAK, BOTH, 1, null), allocated(OAK)],
    },
    {
      name: 'happens, rule 20: one visit of two; the other offer still names one that is left',
      given: offered(),
      when: accept(OAK, { visitIds: [NOON] }),
      then: taken(OAK, [NOON]),
    },
    {
      name: 'happens, rule 20: more visits until respondBy; only what is added is written',
      given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK, [NOON]))),
      when: accept(OAK),
      then: [...taken(OAK, [EVENING]), notSelected(ELM)],
    },
    {
      name: 'happens, rule 19: the offers end of which nothing is left, and those alone',
      given: askedForParts,
      when: accept(OAK, { visitIds: [EVENING] }),
      then: [...taken(OAK, [EVENING]), notSelected(ASH)],
    },
    {
      name: 'happens, rule 19: an office that holds something by its offer is not told that it was not selected',
      given: elmHasNoon,
      when: accept(OAK, { visitIds: [EVENING] }),
      then: taken(OAK, [EVENING]),
    },
    {
      name: 'happens, rule 20: a minute before respondBy',
      given: offeredDirectly(),
      when: accept(OAK),
      at: minute(59),
      then: taken(OAK),
    },
    {
      name: 'happens, rule 14: a minute before the respondBy that was granted',
      given: longer,
      when: accept(OAK, { visitIds: [NOON] }),
      at: minute(89),
      then: taken(OAK, [NOON]),
    },
    {
      name: 'happens: the newest offer is accepted',
      given: offered('FIRST_TO_ACCEPT', ...at(60, expired(OAK), expired(ELM), offerMadeNext(OAK, 60))),
      when: accept(OAK),
      at: minute(89),
      then: taken(OAK, BOTH, 2),
    },
    {
      name: 'happens, rule 9: what is against a visit that is not accepted does not matter',
      given: offered(),
      when: accept(OAK, {
        visitIds: [NOON],
        facts: exceptVisit(EVENING, { overlaps: true }, exceptOffice(OAK, EVENING, { price: null })),
      }),
      then: taken(OAK, [NOON]),
    },
  ]),
);

t.test('what is refused', async (t) =>
  specify(t, delegation, minute(30), [
    {
      name: 'refused: no such delegation',
      given: [],
      when: accept(OAK),
      refused: 'DELEGATION_UNKNOWN',
      path: ['delegationId'],
    },
    {
      name: 'refused: never asked',
      given: offered(),
      when: accept(ASH),
      refused: 'OFFER_UNKNOWN',
      path: ['delegationId'],
    },
    {
      name: 'refused: a visit that was not offered to it',
      given: askedForParts,
      when: accept(ELM, { visitIds: BOTH }),
      refused: 'VISIT_NOT_OFFERED',
      path: ['visitIds', '1'],
    },
    {
      name: 'refused, rule 20: a named visit went to another office; nothing is taken',
      given: elmHasNoon,
      when: accept(OAK, { visitIds: BOTH }),
      refused: 'VISITS_ALREADY_ALLOCATED',
      path: ['visitIds', '0'],
    },
    {
      name: 'refused, rule 12: a visit that got free again is gone for this round',
      given: [...elmHasNoon, ...at(25, released(ELM, [NOON]))],
      when: accept(OAK),
      refused: 'VISITS_ALREADY_ALLOCATED',
      path: ['delegationId'],
    },
    {
      name: 'refused, rule 12: so it is to the office that released it',
      given: [...elmHasNoon, ...at(25, released(ELM, [NOON]))],
      when: accept(ELM, { visitIds: [NOON] }),
      refused: 'VISITS_ALREADY_ALLOCATED',
      path: ['visitIds', '0'],
    },
    {
      name: 'refused, rule 20: one of all that the offer named was withdrawn',
      given: offered('FIRST_TO_ACCEPT', ...at(20, withdrawn([NOON]))),
      when: accept(OAK),
      refused: 'VISITS_WITHDRAWN',
      path: ['delegationId'],
    },
    {
      name: 'refused, rule 20: a named visit was withdrawn',
      given: offered('FIRST_TO_ACCEPT', ...at(20, withdrawn([NOON]))),
      when: accept(OAK, { visitIds: BOTH }),
      refused: 'VISITS_WITHDRAWN',
      path: ['visitIds', '0'],
    },
    {
      name: 'refused, rule 20: taken goes before withdrawn',
      given: [...elmHasNoon, ...at(25, withdrawn([EVENING]))],
      when: accept(OAK),
      refused: 'VISITS_ALREADY_ALLOCATED',
      path: ['delegationId'],
    },
    {
      name: 'refused, rule 20: withdrawn goes before expired',
      given: offered('FIRST_TO_ACCEPT', ...at(20, withdrawn([NOON]))),
      when: accept(OAK),
      at: minute(60),
      refused: 'VISITS_WITHDRAWN',
      path: ['delegationId'],
    },
    ...refusedWith('OFFER_EXPIRED', 'delegationId', [
      {
        name: 'refused, rule 8: at respondBy, before the process has written that it lapsed',
        given: offered(),
        when: accept(OAK),
        at: minute(60),
      },
      { name: 'refused, rule 14: at the respondBy that was granted', given: longer, when: accept(OAK), at: minute(90) },
      {
        name: 'refused, rule 14: at its own respondBy, whatever was granted to another office',
        given: offered('FIRST_TO_ACCEPT', ...at(20, moreTimeRequested(OAK), moreTimeGranted(OAK))),
        when: accept(ELM),
        at: minute(60),
      },
      {
        name: 'refused, rule 20: more at respondBy, by the office that has a part',
        given: elmHasNoon,
        when: accept(ELM),
        at: minute(60),
      },
      {
        name: 'refused, rule 20: it has lapsed, whatever a slower clock says',
        given: offered('FIRST_TO_ACCEPT', ...at(60, expired(OAK))),
        when: accept(OAK),
      },
    ]),
    ...refusedWith('OFFER_ALREADY_ANSWERED', 'delegationId', [
      {
        name: 'refused, rule 20: declined before',
        given: offered('FIRST_TO_ACCEPT', ...at(20, declined(OAK))),
        when: accept(OAK),
      },
      {
        name: 'refused, rule 20: the rest was declined before',
        given: [...elmHasNoon, ...at(25, declined(ELM))],
        when: accept(ELM),
      },
    ]),
    ...againstVisits.map(({ what, code, facts }) => ({
      name: `refused, rule 9: ${what} any more`,
      given: offered(),
      when: accept(OAK, { visitIds: BOTH, facts: facts(EVENING) }),
      refused: code,
      path: ['visitIds', '1'],
    })),
    ...againstOffices.map(({ what, code, facts }) => ({
      name: `refused, rule 9: ${what} any more`,
      given: offered(),
      when: accept(OAK, { facts: facts(OAK, EVENING) }),
      refused: code,
      path: ['delegationId'],
    })),
  ]),
);

t.test('what is said again, or too late', async (t) =>
  specify(t, delegation, minute(30), [
    {
      name: 'repeated, rule 20: the office has all of it already',
      given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK), notSelected(ELM))),
      when: accept(OAK),
      then: [],
    },
    {
      name: 'repeated, rule 20: the office has the named one already, after respondBy too',
      given: elmHasNoon,
      when: accept(ELM, { visitIds: [NOON] }),
      at: minute(60),
      then: [],
    },
    ...refusedWith('VISITS_ALREADY_ALLOCATED', 'delegationId', [
      {
        name: 'stale, rule 19: another office was faster',
        given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(ELM), notSelected(OAK))),
        when: accept(OAK),
      },
      {
        name: 'stale, rule 20: another office was faster for one of two; nothing is taken',
        given: elmHasNoon,
        when: accept(OAK),
      },
    ]),
    {
      name: 'stale, rule 20: the office accepts again naming the rest',
      given: elmHasNoon,
      when: accept(OAK, { visitIds: [EVENING] }),
      then: taken(OAK, [EVENING]),
    },
    {
      name: 'stale, rule 12: the next round has opened meanwhile, for what got free again',
      given: [
        ...elmHasNoon,
        ...at(22, ...taken(OAK, [EVENING])),
        ...at(25, released(ELM, [NOON]), offerMadeNext(ASH, 25, { visitIds: [NOON] })),
      ],
      when: accept(ELM, { visitIds: [NOON] }),
      refused: 'OFFER_EXPIRED',
      path: ['delegationId'],
    },
  ]),
);
