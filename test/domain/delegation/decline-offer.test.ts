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
  taken,
  twoCandidates,
  withdrawn,
} from './example-delegation.ts';
import { decline } from './example-delegation-commands.ts';
import { ASH, BOTH, ELM, EVENING, minute, NOON, OAK } from './example-delegation-facts.ts';

const longer = offeredDirectly(...at(20, moreTimeRequested(OAK), moreTimeGranted(OAK)));
const oakHasNoon = offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK, [NOON])));
/** OAK alone has said yes; ELM has until minute 60, so the partner office selects until 120. */
const oneCandidate = offered('PARTNER_SELECTS', ...at(20, accepted(OAK)));
/** As before, but ELM was given until minute 150: the selection ends with the first start, 180. */
const longAnswering = offered(
  'PARTNER_SELECTS',
  ...at(20, accepted(OAK), moreTimeRequested(ELM), moreTimeGranted(ELM, { minutes: 90, respondBy: minute(150) })),
);

t.test('an offer that is waited for', async (t) =>
  specify(t, delegation, minute(30), [
    { name: 'happens, rule 13: all is declined', given: offered(), when: decline(OAK), then: [declined(OAK)] },
    { name: 'happens, rule 13: asked directly', given: offeredDirectly(), when: decline(OAK), then: [declined(OAK)] },
    {
      name: 'happens without a note, for another reason',
      given: offered(),
      when: { type: 'DeclineOffer', officeId: OAK, round: null, reason: 'TRAVEL_TIME', note: null },
      then: [{ type: 'OfferDeclined', data: { round: 1, officeId: OAK, reason: 'TRAVEL_TIME', note: null } }],
    },
    {
      name: 'happens, rule 13: the rest, by an office that has a part',
      given: oakHasNoon,
      when: decline(OAK),
      then: [declined(OAK)],
    },
    {
      name: 'happens, rule 13: what another office has left',
      given: oakHasNoon,
      when: decline(ELM),
      then: [declined(ELM)],
    },
    {
      name: 'happens, rule 13: what is left after a withdrawal',
      given: offered('FIRST_TO_ACCEPT', ...at(20, withdrawn([NOON]))),
      when: decline(OAK),
      then: [declined(OAK)],
    },
    {
      name: 'happens, rule 13: a minute before respondBy',
      given: offered(),
      when: decline(OAK),
      at: minute(59),
      then: [declined(OAK)],
    },
    {
      name: 'happens, rule 14: a minute before the respondBy that was granted',
      given: longer,
      when: decline(OAK),
      at: minute(89),
      then: [declined(OAK)],
    },
    {
      name: 'happens: the newest offer is declined',
      given: offered('FIRST_TO_ACCEPT', ...at(60, expired(OAK), expired(ELM), offerMadeNext(OAK, 60))),
      when: decline(OAK),
      at: minute(89),
      then: [declined(OAK, 2)],
    },
    ...refusedWith('DELEGATION_UNKNOWN', 'delegationId', [
      { name: 'refused: no such delegation', given: [], when: decline(OAK) },
    ]),
    ...refusedWith('OFFER_UNKNOWN', 'delegationId', [
      { name: 'refused: never asked', given: offered(), when: decline(ASH) },
    ]),
    ...refusedWith('VISITS_ALREADY_ALLOCATED', 'delegationId', [
      {
        name: 'refused, rule 20: all visits went to another office',
        given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(ELM), notSelected(OAK))),
        when: decline(OAK),
      },
      {
        name: 'refused, rule 20: the rest has gone to another office',
        given: [...oakHasNoon, ...at(25, ...taken(ELM, [EVENING]))],
        when: decline(OAK),
      },
    ]),
    ...refusedWith('OFFER_NOT_SELECTED', 'delegationId', [
      {
        name: 'refused, rules 12, 20: it got nothing, and all are gone for this round, though free again',
        given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(ELM), notSelected(OAK), released(ELM))),
        when: decline(OAK),
      },
    ]),
    ...refusedWith('VISITS_WITHDRAWN', 'delegationId', [
      {
        name: 'refused, rule 20: all visits were withdrawn',
        given: offered('FIRST_TO_ACCEPT', ...at(20, withdrawn(BOTH))),
        when: decline(OAK),
      },
    ]),
    ...refusedWith('OFFER_EXPIRED', 'delegationId', [
      {
        name: 'refused, rule 8: at respondBy, before the process has written that it lapsed',
        given: offered(),
        when: decline(OAK),
        at: minute(60),
      },
      {
        name: 'refused, rule 14: at the respondBy that was granted',
        given: longer,
        when: decline(OAK),
        at: minute(90),
      },
      { name: 'refused, rule 20: the rest at respondBy', given: oakHasNoon, when: decline(OAK), at: minute(60) },
      {
        name: 'refused, rule 20: it has lapsed, whatever a slower clock says',
        given: offered('FIRST_TO_ACCEPT', ...at(60, expired(OAK))),
        when: decline(OAK),
      },
      {
        name: 'refused, rule 12: the round was over before respondBy, and what the office took is free again',
        given: offeredDirectly(...at(10, ...taken(OAK)), ...at(20, released(OAK), escalated(...BOTH))),
        when: decline(OAK),
      },
    ]),
    ...refusedWith('OFFER_ALREADY_ANSWERED', 'delegationId', [
      {
        name: 'refused, rule 20: the office has all of it',
        given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK), notSelected(ELM))),
        when: decline(OAK),
      },
    ]),
    {
      name: 'repeated: declined before',
      given: [...offered(), ...at(20, declined(OAK))],
      when: decline(OAK),
      then: [],
    },
    {
      name: 'repeated: the rest declined before, after respondBy too',
      given: [...oakHasNoon, ...at(25, declined(OAK))],
      when: decline(OAK),
      at: minute(60),
      then: [],
    },
    {
      name: 'stale: declined before, and the visits have gone to another office meanwhile',
      given: [...offered(), ...at(20, declined(OAK), ...taken(ELM))],
      when: decline(OAK),
      then: [],
    },
    {
      name: 'stale: declined in an earlier round, and asked again meanwhile',
      given: [...offered(), ...at(20, declined(OAK), declined(ELM), offerMadeNext(OAK, 20))],
      when: decline(OAK),
      then: [declined(OAK, 2)],
    },
  ]),
);

t.test('a candidate takes back its yes', async (t) =>
  specify(t, delegation, minute(30), [
    {
      name: 'happens, rule 15: while others are waited for',
      given: oneCandidate,
      when: decline(OAK),
      then: [declined(OAK)],
    },
    {
      name: 'happens, rule 15: after respondBy, a minute before the selection is over',
      given: [...oneCandidate, ...at(60, expired(ELM))],
      when: decline(OAK),
      at: minute(119),
      then: [declined(OAK)],
    },
    {
      name: 'happens, rule 15: a minute before the selection is over, as long after the last answer as the window',
      given: twoCandidates(),
      when: decline(OAK),
      at: minute(79),
      then: [declined(OAK)],
    },
    {
      name: 'happens, rule 15: a minute before the first start, with which the selection is over',
      given: [...longAnswering, ...at(150, expired(ELM))],
      when: decline(OAK),
      at: minute(179),
      then: [declined(OAK)],
    },
    {
      name: 'happens, rule 15: of what another candidate has left',
      given: twoCandidates(...at(25, allocated(ELM, [NOON]))),
      when: decline(OAK),
      then: [declined(OAK)],
    },
    ...refusedWith('OFFER_NOT_SELECTED', 'delegationId', [
      { name: 'refused, rule 15: the selection is over', given: oneCandidate, when: decline(OAK), at: minute(120) },
      {
        name: 'refused, rule 15: the selection is over, as long after the last answer as the window',
        given: twoCandidates(),
        when: decline(OAK),
        at: minute(80),
      },
      {
        name: 'refused, rule 15: the selection is over and it was not selected',
        given: twoCandidates(...at(80, notSelected(OAK), notSelected(ELM), offerMadeNext(ASH, 80))),
        when: decline(OAK),
        at: minute(80),
      },
      {
        name: 'refused, rule 15: the selection is over at the first start',
        given: longAnswering,
        when: decline(OAK),
        at: minute(180),
      },
    ]),
    ...refusedWith('OFFER_EXPIRED', 'delegationId', [
      {
        name: 'refused, rule 12: it was selected and released, and the next round has opened',
        given: twoCandidates(
          ...at(22, allocated(OAK), notSelected(ELM)),
          ...at(25, released(OAK), offerMadeNext(ASH, 25)),
        ),
        when: decline(OAK),
      },
    ]),
    ...refusedWith('VISITS_ALREADY_ALLOCATED', 'delegationId', [
      {
        name: 'refused, rule 20: another candidate was selected for all',
        given: twoCandidates(...at(25, allocated(ELM), notSelected(OAK))),
        when: decline(OAK),
      },
    ]),
    ...refusedWith('OFFER_ALREADY_ANSWERED', 'delegationId', [
      {
        name: 'refused, rule 15: it was selected for all',
        given: twoCandidates(...at(25, allocated(OAK), notSelected(ELM))),
        when: decline(OAK),
      },
    ]),
    {
      name: 'repeated: taken back before, after the selection too',
      given: twoCandidates(...at(25, declined(OAK))),
      when: decline(OAK),
      at: minute(85),
      then: [],
    },
    {
      name: 'stale, rule 15: it was selected for one visit meanwhile, and takes back the rest',
      given: twoCandidates(...at(25, allocated(OAK, [NOON]))),
      when: decline(OAK),
      then: [declined(OAK)],
    },
  ]),
);
