import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { specify } from '../../support/specification.ts';
import {
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
  taken,
  withdrawn,
} from './example-delegation.ts';
import { requestMoreTime } from './example-delegation-commands.ts';
import { ASH, BOTH, ELM, EVENING, minute, NOON, OAK } from './example-delegation-facts.ts';

specify(t, delegation, minute(30), [
  {
    name: 'happens, rule 14: an office asks for 30 minutes more',
    given: offered(),
    when: requestMoreTime(OAK),
    then: [moreTimeRequested(OAK)],
  },
  {
    name: 'happens, rule 14: for other minutes, without a note',
    given: offeredDirectly(),
    when: { type: 'RequestMoreTime', officeId: OAK, round: null, minutes: 4320, note: null },
    then: [moreTimeRequested(OAK, { minutes: 4320, note: null })],
  },
  {
    name: 'happens, rule 14: where the partner selects',
    given: offered('PARTNER_SELECTS'),
    when: requestMoreTime(OAK),
    then: [moreTimeRequested(OAK)],
  },
  {
    name: 'happens, rule 14: a minute before respondBy',
    given: offered(),
    when: requestMoreTime(OAK),
    at: minute(59),
    then: [moreTimeRequested(OAK)],
  },
  {
    name: 'happens, rule 14: for the rest, by an office that has a part',
    given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK, [NOON]))),
    when: requestMoreTime(OAK),
    then: [moreTimeRequested(OAK)],
  },
  {
    name: 'happens, rule 14: for what another office has left',
    given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(ELM, [NOON]))),
    when: requestMoreTime(OAK),
    then: [moreTimeRequested(OAK)],
  },
  {
    name: 'happens, rule 14: once more in another round',
    given: offered(
      'FIRST_TO_ACCEPT',
      ...at(20, moreTimeRequested(OAK)),
      ...at(60, expired(OAK), expired(ELM), offerMadeNext(OAK, 60)),
    ),
    when: requestMoreTime(OAK),
    at: minute(89),
    then: [moreTimeRequested(OAK, { round: 2 })],
  },
  ...refusedWith('DELEGATION_UNKNOWN', 'delegationId', [
    { name: 'refused: no such delegation', given: [], when: requestMoreTime(OAK) },
  ]),
  ...refusedWith('OFFER_UNKNOWN', 'delegationId', [
    { name: 'refused: never asked', given: offered(), when: requestMoreTime(ASH) },
  ]),
  ...refusedWith('VISITS_ALREADY_ALLOCATED', 'delegationId', [
    {
      name: 'refused, rule 20: all visits went to others, some having been withdrawn',
      given: offered('FIRST_TO_ACCEPT', ...at(20, withdrawn([NOON]), ...taken(ELM, [EVENING]), notSelected(OAK))),
      when: requestMoreTime(OAK),
    },
  ]),
  ...refusedWith('OFFER_NOT_SELECTED', 'delegationId', [
    {
      name: 'refused, rules 12, 20: it got nothing, and all are gone for this round, though free again',
      given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(ELM), notSelected(OAK), released(ELM))),
      when: requestMoreTime(OAK),
    },
  ]),
  ...refusedWith('VISITS_WITHDRAWN', 'delegationId', [
    {
      name: 'refused, rule 20: all visits were withdrawn',
      given: offered('FIRST_TO_ACCEPT', ...at(20, withdrawn(BOTH))),
      when: requestMoreTime(OAK),
    },
  ]),
  ...refusedWith('OFFER_EXPIRED', 'delegationId', [
    {
      name: 'refused, rule 8: at respondBy, before the process has written that it lapsed',
      given: offered(),
      when: requestMoreTime(OAK),
      at: minute(60),
    },
    {
      name: 'refused, rule 20: it has lapsed, whatever a slower clock says',
      given: offered('FIRST_TO_ACCEPT', ...at(60, expired(OAK))),
      when: requestMoreTime(OAK),
    },
    {
      name: 'refused, rule 12: the round was over before respondBy, and what the office took is free again',
      given: offeredDirectly(...at(10, ...taken(OAK)), ...at(20, released(OAK), escalated(...BOTH))),
      when: requestMoreTime(OAK),
    },
    {
      name: 'refused, rule 20: expired goes before asked',
      given: offered('FIRST_TO_ACCEPT', ...at(20, moreTimeRequested(OAK))),
      when: requestMoreTime(OAK),
      at: minute(60),
    },
  ]),
  ...refusedWith('OFFER_ALREADY_ANSWERED', 'delegationId', [
    {
      name: 'refused, rule 20: declined before',
      given: offered('FIRST_TO_ACCEPT', ...at(20, declined(OAK))),
      when: requestMoreTime(OAK),
    },
    {
      name: 'refused, rule 20: the rest was declined before',
      given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK, [NOON]), declined(OAK))),
      when: requestMoreTime(OAK),
    },
  ]),
  ...refusedWith('MORE_TIME_ASKED', 'delegationId', [
    {
      name: 'refused, rule 14: asked once in this round, and granted',
      given: offered('FIRST_TO_ACCEPT', ...at(20, moreTimeRequested(OAK), moreTimeGranted(OAK))),
      when: requestMoreTime(OAK),
      at: minute(89),
    },
    {
      name: 'repeated, rule 14: asked once in this round; a second time is refused, not passed over',
      given: offered('FIRST_TO_ACCEPT', ...at(20, moreTimeRequested(OAK))),
      when: requestMoreTime(OAK),
    },
  ]),
  ...refusedWith('VISITS_ALREADY_ALLOCATED', 'delegationId', [
    {
      name: 'stale, rule 19: another office has accepted all meanwhile',
      given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(ELM), notSelected(OAK))),
      when: requestMoreTime(OAK),
    },
  ]),
]);
