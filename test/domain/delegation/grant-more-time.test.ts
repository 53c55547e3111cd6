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
  offerMade,
  offerMadeNext,
  refusedWith,
  released,
  requested,
  taken,
} from './example-delegation.ts';
import { grantMoreTime } from './example-delegation-commands.ts';
import { BOTH, ELM, EVENING, minute, NOON, OAK } from './example-delegation-facts.ts';

const asked = offered('FIRST_TO_ACCEPT', ...at(20, moreTimeRequested(OAK)));

specify(t, delegation, minute(30), [
  {
    name: 'happens, rule 14: respondBy moves by the minutes granted, from where it stood',
    given: asked,
    when: grantMoreTime(OAK),
    then: [moreTimeGranted(OAK)],
  },
  {
    name: 'happens, rule 14: a minute before respondBy',
    given: asked,
    when: grantMoreTime(OAK),
    at: minute(59),
    then: [moreTimeGranted(OAK)],
  },
  {
    name: 'happens, rule 14: fewer minutes than were asked for',
    given: asked,
    when: grantMoreTime(OAK, 1),
    then: [moreTimeGranted(OAK, { minutes: 1, respondBy: minute(61) })],
  },
  ...[
    { what: 'up to a minute before the first offered start', minutes: 119, respondBy: 179 },
    { what: 'up to the first offered start', minutes: 120, respondBy: 180 },
    { what: 'never past the first offered start', minutes: 121, respondBy: 180 },
  ].map(({ what, minutes, respondBy }) => ({
    name: `happens, rule 14: ${what}`,
    given: asked,
    when: grantMoreTime(OAK, minutes),
    then: [moreTimeGranted(OAK, { minutes, respondBy: minute(respondBy) })],
  })),
  {
    name: 'happens, rule 14: the first start is that of the office’s own offer',
    given: at(0, requested(), offerMade(OAK, { visitIds: [EVENING] }), offerMade(ELM), moreTimeRequested(OAK)),
    when: grantMoreTime(OAK, 121),
    then: [moreTimeGranted(OAK, { minutes: 121, respondBy: minute(181) })],
  },
  {
    name: 'happens, rule 14: for the rest, to an office that has a part',
    given: [...asked, ...at(25, ...taken(OAK, [NOON]))],
    when: grantMoreTime(OAK),
    then: [moreTimeGranted(OAK)],
  },
  {
    name: 'happens, rule 14: where the partner selects',
    given: offered('PARTNER_SELECTS', ...at(20, moreTimeRequested(OAK))),
    when: grantMoreTime(OAK),
    then: [moreTimeGranted(OAK)],
  },
  ...refusedWith('DELEGATION_UNKNOWN', 'delegationId', [
    { name: 'refused: no such delegation', given: [], when: grantMoreTime(OAK) },
  ]),
  ...refusedWith('OFFER_EXPIRED', 'officeId', [
    { name: 'refused, rule 14: at respondBy', given: asked, when: grantMoreTime(OAK), at: minute(60) },
    {
      name: 'refused, rule 14: at respondBy, though nothing was asked',
      given: offered(),
      when: grantMoreTime(OAK),
      at: minute(60),
    },
    {
      name: 'refused, rule 14: it has lapsed, whatever a slower clock says',
      given: [...asked, ...at(60, expired(OAK))],
      when: grantMoreTime(OAK),
    },
    {
      name: 'refused, rule 14: the rest was declined',
      given: [...asked, ...at(25, ...taken(OAK, [NOON]), declined(OAK))],
      when: grantMoreTime(OAK),
    },
    {
      name: 'refused, rule 14: the round was over before respondBy, and what the office took is free again',
      given: offeredDirectly(
        ...at(10, moreTimeRequested(OAK), ...taken(OAK)),
        ...at(20, released(OAK), escalated(...BOTH)),
      ),
      when: grantMoreTime(OAK),
    },
  ]),
  ...refusedWith('MORE_TIME_NOT_ASKED', 'officeId', [
    { name: 'refused, rule 14: never asked for', given: offered(), when: grantMoreTime(OAK) },
    { name: 'refused, rule 14: asked for by another office', given: asked, when: grantMoreTime(ELM) },
    {
      name: 'refused, rule 14: asked for in an earlier round',
      given: [...asked, ...at(60, expired(OAK), expired(ELM), offerMadeNext(OAK, 60))],
      when: grantMoreTime(OAK),
      at: minute(70),
    },
  ]),
  {
    name: 'repeated, rule 14: granted before; the minutes of the first stand',
    given: [...asked, ...at(25, moreTimeGranted(OAK))],
    when: grantMoreTime(OAK, 60),
    then: [],
  },
  {
    name: 'repeated, rule 14: granted before, after the end of the offer too',
    given: [...asked, ...at(25, moreTimeGranted(OAK)), ...at(90, expired(OAK))],
    when: grantMoreTime(OAK),
    at: minute(90),
    then: [],
  },
  ...refusedWith('OFFER_EXPIRED', 'officeId', [
    {
      name: 'stale, rule 14: the office has declined meanwhile',
      given: [...asked, ...at(25, declined(OAK))],
      when: grantMoreTime(OAK),
    },
    {
      name: 'stale, rule 19: another office has accepted all meanwhile',
      given: [...asked, ...at(25, ...taken(ELM), notSelected(OAK))],
      when: grantMoreTime(OAK),
    },
  ]),
]);
