import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { specify } from '../../support/specification.ts';
import { accepted, allocated, at, offered, twoCandidates, withdrawn } from './example-delegation.ts';
import { accept } from './example-delegation-commands.ts';
import { ELM, EVENING, minute, NOON, OAK } from './example-delegation-facts.ts';

t.test('where the partner selects, a yes makes a candidate', async (t) =>
  specify(t, delegation, minute(30), [
    {
      name: 'happens, rule 15: nothing is allocated',
      given: offered('PARTNER_SELECTS'),
      when: accept(OAK),
      then: [accepted(OAK)],
    },
    {
      name: 'happens, rule 15: beside another candidate',
      given: offered('PARTNER_SELECTS', ...at(20, accepted(ELM))),
      when: accept(OAK, { visitIds: [NOON] }),
      then: [accepted(OAK, [NOON])],
    },
    {
      name: 'happens, rule 15: a candidate for one visit says yes to the other too',
      given: offered('PARTNER_SELECTS', ...at(20, accepted(OAK, [NOON]))),
      when: accept(OAK),
      then: [accepted(OAK, [EVENING])],
    },
    {
      name: 'refused, rule 20: the visit was allocated to another candidate',
      given: offered('PARTNER_SELECTS', ...at(20, accepted(ELM), allocated(ELM, [NOON]))),
      when: accept(OAK),
      refused: 'VISITS_ALREADY_ALLOCATED',
      path: ['delegationId'],
    },
    {
      name: 'refused, rule 20: the visit it had said yes to was withdrawn',
      given: offered('PARTNER_SELECTS', ...at(20, accepted(OAK, [NOON]), withdrawn([NOON]))),
      when: accept(OAK, { visitIds: [NOON] }),
      refused: 'VISITS_WITHDRAWN',
      path: ['visitIds', '0'],
    },
    {
      name: 'refused, rule 20: a candidate says yes to more at respondBy',
      given: offered('PARTNER_SELECTS', ...at(20, accepted(OAK, [NOON]))),
      when: accept(OAK),
      at: minute(60),
      refused: 'OFFER_EXPIRED',
      path: ['delegationId'],
    },
    { name: 'repeated: a yes said before', given: twoCandidates(), when: accept(OAK), then: [] },
    {
      name: 'repeated: a yes said before, while the partner office selects',
      given: twoCandidates(),
      when: accept(OAK, { visitIds: [NOON] }),
      at: minute(70),
      then: [],
    },
  ]),
);
