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
  offerMadeNext,
  refusedWith,
  released,
  taken,
  twoCandidates,
  withdrawn,
} from './example-delegation.ts';
import { select } from './example-delegation-commands.ts';
import {
  ASH,
  againstOffices,
  againstVisits,
  BOTH,
  ELM,
  EVENING,
  exceptOffice,
  exceptVisit,
  minute,
  NOON,
  OAK,
} from './example-delegation-facts.ts';

/** OAK alone has said yes; ELM has until minute 60, so the partner office selects until 120. */
const oneCandidate = offered('PARTNER_SELECTS', ...at(10, accepted(OAK)));
/** As before, but ELM was given until minute 150: the selection ends with the first start, 180. */
const longAnswering = offered(
  'PARTNER_SELECTS',
  ...at(10, accepted(OAK), moreTimeRequested(ELM), moreTimeGranted(ELM, { minutes: 90, respondBy: minute(150) })),
);
/** OAK has said yes to the visit at noon, ELM to the other. */
const oneVisitEach = offered('PARTNER_SELECTS', ...at(10, accepted(OAK, [NOON]), accepted(ELM, [EVENING])));

t.test('the partner office selects a candidate', async (t) =>
  specify(t, delegation, minute(30), [
    {
      name: 'happens, rule 19: for all it said yes to; the other candidate ends in the same append',
      given: twoCandidates(),
      when: select(OAK),
      then: [allocated(OAK), notSelected(ELM)],
    },
    {
      name: 'happens, rule 28: at the prices to which the office said yes, whatever they would be by now',
      given: twoCandidates(),
      when: select(OAK, {
        facts: exceptOffice(OAK, NOON, { price: { basis: perVisitBasis(9000, 2), feeYen: 9000 } }),
      }),
      then: [allocated(OAK), notSelected(ELM)],
    },
    {
      name: 'happens, rule 15: from the yes on, while others are waited for; their offers end too',
      given: oneCandidate,
      when: select(OAK),
      then: [allocated(OAK), notSelected(ELM)],
    },
    {
      name: 'happens, rule 15: for one visit of two; the other candidate stands for what is left',
      given: twoCandidates(),
      when: select(OAK, { visitIds: [NOON] }),
      then: [allocated(OAK, [NOON])],
    },
    {
      name: 'happens, rule 15: for what it said yes to and no more',
      given: oneVisitEach,
      when: select(ELM),
      then: [allocated(ELM, [EVENING])],
    },
    {
      name: 'happens, rule 19: one office after another; who has something is not told that it was not selected',
      given: twoCandidates(...at(25, allocated(OAK, [NOON]))),
      when: select(ELM, { visitIds: [EVENING] }),
      then: [allocated(ELM, [EVENING])],
    },
    {
      name: 'happens, rule 15: the same office for the rest; only that is written',
      given: twoCandidates(...at(25, allocated(OAK, [NOON]))),
      when: select(OAK),
      then: [allocated(OAK, [EVENING]), notSelected(ELM)],
    },
    {
      name: 'happens, rule 19: who has declined is not told that it was not selected',
      given: oneCandidate.concat(at(25, declined(ELM))),
      when: select(OAK),
      then: [allocated(OAK)],
    },
    {
      name: 'happens, rule 15: a minute before the selection is over, as long after respondBy as the window',
      given: [...oneCandidate, ...at(60, expired(ELM))],
      when: select(OAK, { visitIds: [NOON] }),
      at: minute(119),
      then: [allocated(OAK, [NOON])],
    },
    {
      name: 'happens, rule 15: a minute before the selection is over, as long after the last answer as the window',
      given: twoCandidates(),
      when: select(OAK),
      at: minute(79),
      then: [allocated(OAK), notSelected(ELM)],
    },
    {
      name: 'happens, rule 15: a minute before the first start, with which the selection is over',
      given: [...longAnswering, ...at(150, expired(ELM))],
      when: select(OAK, { visitIds: [NOON] }),
      at: minute(179),
      then: [allocated(OAK, [NOON])],
    },
    {
      name: 'happens, rule 15: the first start is that of what is not withdrawn',
      given: [...longAnswering, ...at(20, withdrawn([NOON])), ...at(150, expired(ELM))],
      when: select(OAK, { visitIds: [EVENING] }),
      at: minute(209),
      then: [allocated(OAK, [EVENING])],
    },
    {
      name: 'happens, rule 15: in a later round',
      given: offered(
        'PARTNER_SELECTS',
        ...at(20, declined(OAK), declined(ELM), offerMadeNext(ASH, 20)),
        ...at(25, accepted(ASH, BOTH, 2)),
      ),
      when: select(ASH),
      then: [allocated(ASH, BOTH, 2)],
    },
    {
      name: 'happens, rule 9: what is against a visit that is not selected does not matter',
      given: twoCandidates(),
      when: select(OAK, { visitIds: [NOON], facts: exceptVisit(EVENING, { overlaps: true }) }),
      then: [allocated(OAK, [NOON])],
    },
  ]),
);

t.test('what is refused', async (t) =>
  specify(t, delegation, minute(30), [
    ...refusedWith('DELEGATION_UNKNOWN', 'delegationId', [
      { name: 'refused: no such delegation', given: [], when: select(OAK) },
    ]),
    ...refusedWith('NOT_SELECTABLE', 'delegationId', [
      {
        name: 'refused, rule 19: the first to accept has got the visits',
        given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK, [NOON]))),
        when: select(OAK),
      },
      { name: 'refused, rule 19: asked directly', given: offeredDirectly(), when: select(OAK) },
    ]),
    ...refusedWith('NOT_CANDIDATE', 'officeId', [
      { name: 'refused, rule 15: never asked', given: twoCandidates(), when: select(ASH) },
      { name: 'refused, rule 15: it has not said yes', given: oneCandidate, when: select(ELM) },
      {
        name: 'refused, rule 15: it has declined',
        given: oneCandidate.concat(at(20, declined(ELM))),
        when: select(ELM),
      },
    ]),
    ...refusedWith('NOT_CANDIDATE', 'visitIds.1', [
      {
        name: 'refused, rule 15: it has not said yes to one of the visits',
        given: oneVisitEach,
        when: select(OAK, { visitIds: BOTH }),
      },
    ]),
    ...refusedWith('VISITS_WITHDRAWN', 'officeId', [
      {
        name: 'refused, rule 20: something it said yes to was withdrawn',
        given: twoCandidates(...at(25, withdrawn([NOON]))),
        when: select(OAK),
      },
      {
        name: 'refused, rule 20: withdrawn goes before expired',
        given: twoCandidates(...at(25, withdrawn([NOON]))),
        when: select(OAK),
        at: minute(80),
      },
    ]),
    ...refusedWith('VISITS_WITHDRAWN', 'visitIds.0', [
      {
        name: 'refused, rule 20: a named visit was withdrawn',
        given: twoCandidates(...at(25, withdrawn([NOON]))),
        when: select(OAK, { visitIds: BOTH }),
      },
    ]),
    ...refusedWith('OFFER_NOT_SELECTED', 'officeId', [
      { name: 'refused, rules 15, 20: the selection is over', given: oneCandidate, when: select(OAK), at: minute(120) },
      {
        name: 'refused, rule 15: the selection is over, as long after the last answer as the window',
        given: twoCandidates(),
        when: select(OAK),
        at: minute(80),
      },
      {
        name: 'refused, rule 15: the selection is over at the first start',
        given: longAnswering,
        when: select(OAK, { visitIds: [EVENING] }),
        at: minute(180),
      },
      {
        name: 'refused, rule 15: the process has written that it was not selected',
        given: twoCandidates(...at(80, notSelected(OAK), notSelected(ELM), offerMadeNext(ASH, 80))),
        when: select(OAK),
        at: minute(80),
      },
    ]),
    ...refusedWith('OFFER_EXPIRED', 'officeId', [
      {
        name: 'refused, rule 12: it was selected and released, and the next round has opened',
        given: twoCandidates(
          ...at(22, allocated(OAK), notSelected(ELM)),
          ...at(25, released(OAK), offerMadeNext(ASH, 25)),
        ),
        when: select(OAK),
      },
    ]),
    ...refusedWith('VISITS_ALREADY_ALLOCATED', 'officeId', [
      {
        name: 'refused, rule 19: another candidate was selected for all',
        given: twoCandidates(...at(25, allocated(ELM), notSelected(OAK))),
        when: select(OAK),
      },
      {
        name: 'refused, rule 20: something it said yes to was allocated to another candidate',
        given: twoCandidates(...at(25, allocated(ELM, [NOON]))),
        when: select(OAK),
      },
      {
        name: 'refused, rule 12: it is gone for this round, though free again',
        given: twoCandidates(...at(25, allocated(ELM, [NOON]), released(ELM, [NOON]))),
        when: select(OAK),
      },
    ]),
    ...refusedWith('VISITS_ALREADY_ALLOCATED', 'visitIds.0', [
      {
        name: 'refused, rule 20: a named visit was allocated to another candidate',
        given: twoCandidates(...at(25, allocated(ELM, [NOON]))),
        when: select(OAK, { visitIds: [NOON] }),
      },
    ]),
    ...againstVisits.map(({ what, code, facts }) => ({
      name: `refused, rule 9: ${what} any more`,
      given: twoCandidates(),
      when: select(OAK, { visitIds: BOTH, facts: facts(EVENING) }),
      refused: code,
      path: ['visitIds', '1'],
    })),
    ...againstOffices.map(({ what, code, facts }) => ({
      name: `refused, rule 9: ${what} any more`,
      given: twoCandidates(),
      when: select(OAK, { facts: facts(OAK, EVENING) }),
      refused: code,
      path: ['officeId'],
    })),
  ]),
);

t.test('what is said again, or too late', async (t) =>
  specify(t, delegation, minute(30), [
    {
      name: 'repeated, rule 15: it has all of it already',
      given: twoCandidates(...at(25, allocated(OAK), notSelected(ELM))),
      when: select(OAK),
      then: [],
    },
    {
      name: 'repeated, rule 15: it has the named one already, after the selection too',
      given: twoCandidates(...at(25, allocated(OAK, [NOON]))),
      when: select(OAK, { visitIds: [NOON] }),
      at: minute(80),
      then: [],
    },
    ...refusedWith('NOT_CANDIDATE', 'officeId', [
      {
        name: 'stale, rule 15: it has taken back its yes meanwhile',
        given: twoCandidates(...at(25, declined(OAK))),
        when: select(OAK),
      },
    ]),
    {
      name: 'stale, rule 15: another office has become a candidate meanwhile',
      given: twoCandidates(),
      when: select(ELM),
      then: [allocated(ELM), notSelected(OAK)],
    },
  ]),
);
