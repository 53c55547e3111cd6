import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  accepted,
  allocated,
  at,
  declined,
  escalated,
  expired,
  moreTimeGranted,
  moreTimeRequested,
  notSelected,
  offered,
  offeredDirectly,
  offerMadeNext,
  refusedWith,
  released,
  seen,
  taken,
  twoCandidates,
  withdrawn,
} from './example-delegation.ts';
import { see } from './example-delegation-commands.ts';
import { ASH, BOTH, ELM, EVENING, minute, NOON, OAK } from './example-delegation-facts.ts';

const longer = offeredDirectly(...at(20, moreTimeRequested(OAK), moreTimeGranted(OAK)));

specify(t, delegation, minute(30), [
  { name: 'happens: an office opens its offer', given: offered(), when: see(OAK), then: [seen(OAK)] },
  {
    name: 'happens: so it is where one office alone is asked',
    given: offeredDirectly(),
    when: see(OAK),
    then: [seen(OAK)],
  },
  {
    name: 'happens, rule 20: a minute before respondBy',
    given: offered(),
    when: see(OAK),
    at: minute(59),
    then: [seen(OAK)],
  },
  {
    name: 'happens, rule 14: a minute before the respondBy that was granted',
    given: longer,
    when: see(OAK),
    at: minute(89),
    then: [seen(OAK)],
  },
  {
    name: 'happens after the office has accepted unseen',
    given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK))),
    when: see(OAK),
    then: [seen(OAK)],
  },
  {
    name: 'happens, rule 12: an open offer of which one visit has gone to another office',
    given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(ELM, [NOON]))),
    when: see(OAK),
    then: [seen(OAK)],
  },
  { name: 'happens, rule 15: by a candidate', given: twoCandidates(), when: see(OAK), then: [seen(OAK)] },
  {
    name: 'happens: the newest offer counts, whether an older one was seen or not',
    given: offered(
      'FIRST_TO_ACCEPT',
      ...at(10, seen(OAK)),
      ...at(60, expired(OAK), expired(ELM), offerMadeNext(OAK, 60)),
    ),
    when: see(OAK),
    at: minute(89),
    then: [seen(OAK, 2)],
  },
  {
    name: 'refused: no such delegation',
    given: [],
    when: see(OAK),
    refused: 'DELEGATION_UNKNOWN',
    path: ['delegationId'],
  },
  { name: 'refused: never asked', given: offered(), when: see(ASH), refused: 'OFFER_UNKNOWN', path: ['delegationId'] },
  {
    name: 'refused, rule 20: the visits went to another office',
    given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(ELM), notSelected(OAK))),
    when: see(OAK),
    refused: 'VISITS_ALREADY_ALLOCATED',
    path: ['delegationId'],
  },
  {
    name: 'refused, rule 20: the visits were withdrawn',
    given: offered('FIRST_TO_ACCEPT', ...at(20, withdrawn(BOTH))),
    when: see(OAK),
    refused: 'VISITS_WITHDRAWN',
    path: ['delegationId'],
  },
  {
    name: 'refused, rule 20: taken goes before withdrawn',
    given: offered('FIRST_TO_ACCEPT', ...at(20, withdrawn([NOON]), ...taken(ELM, [EVENING]), notSelected(OAK))),
    when: see(OAK),
    refused: 'VISITS_ALREADY_ALLOCATED',
    path: ['delegationId'],
  },
  ...refusedWith('OFFER_EXPIRED', 'delegationId', [
    {
      name: 'refused, rule 8: at respondBy, before the process has written that it lapsed',
      given: offered(),
      when: see(OAK),
      at: minute(60),
    },
    { name: 'refused, rule 14: at the respondBy that was granted', given: longer, when: see(OAK), at: minute(90) },
    {
      name: 'refused, rule 20: it has lapsed, whatever a slower clock says',
      given: offered('FIRST_TO_ACCEPT', ...at(60, expired(OAK))),
      when: see(OAK),
    },
    {
      name: 'refused, rule 12: the round was over before respondBy, and what the office took is free again',
      given: offeredDirectly(...at(10, ...taken(OAK)), ...at(20, released(OAK), escalated(...BOTH))),
      when: see(OAK),
    },
  ]),
  {
    name: 'refused, rule 20: declined unseen',
    given: offered('FIRST_TO_ACCEPT', ...at(20, declined(OAK))),
    when: see(OAK),
    refused: 'OFFER_ALREADY_ANSWERED',
    path: ['delegationId'],
  },
  { name: 'repeated: seen before', given: offered('FIRST_TO_ACCEPT', ...at(20, seen(OAK))), when: see(OAK), then: [] },
  {
    name: 'stale: seen before, and the visits have gone to another office meanwhile',
    given: offered('FIRST_TO_ACCEPT', ...at(20, seen(OAK), ...taken(ELM), notSelected(OAK))),
    when: see(OAK),
    then: [],
  },
  {
    name: 'stale, rule 19: another candidate was selected meanwhile',
    given: twoCandidates(...at(25, allocated(ELM), notSelected(OAK))),
    when: see(OAK),
    refused: 'VISITS_ALREADY_ALLOCATED',
    path: ['delegationId'],
  },
  {
    name: 'stale, rule 15: another office has become a candidate meanwhile, and the offer stands',
    given: offered('PARTNER_SELECTS', ...at(20, accepted(ELM))),
    when: see(OAK),
    then: [seen(OAK)],
  },
]);
