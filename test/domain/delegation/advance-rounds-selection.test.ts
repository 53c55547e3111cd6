import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  accepted,
  allocated,
  at,
  atRisk,
  declined,
  expired,
  moreTimeGranted,
  moreTimeRequested,
  notSelected,
  offered,
  offerMade,
  offerMadeNext,
  requested,
  twoCandidates,
  uncovered,
} from './example-delegation.ts';
import { advanceRounds } from './example-delegation-commands.ts';
import { ASH, ELM, EVENING, minute, NOON, OAK, round } from './example-delegation-facts.ts';

t.test('the partner office selects', async (t) =>
  specify(t, delegation, minute(60), [
    {
      name: 'happens, rule 15: the answering is over, and the next round waits while a candidate stands',
      given: offered('PARTNER_SELECTS', ...at(20, accepted(OAK))),
      when: advanceRounds(),
      then: at(60, expired(ELM)),
    },
    {
      name: 'happens not, rule 15: a minute before the selection is over',
      given: twoCandidates(),
      when: advanceRounds(),
      at: minute(79),
      then: [],
    },
    {
      name: 'happens, rule 15: the selection is over, and who was not selected is asked again',
      given: at(
        0,
        requested({ mode: 'PARTNER_SELECTS', rounds: [round([OAK, ELM]), round([OAK, ELM], 30)] }),
        offerMade(OAK),
        offerMade(ELM),
      ).concat(at(10, accepted(OAK)), at(20, declined(ELM))),
      when: advanceRounds(),
      at: minute(80),
      then: [...at(80, notSelected(OAK)), offerMadeNext(OAK, 80)],
    },
    {
      name: 'happens, rule 15: later than it was due, as of the end of the selection',
      given: twoCandidates(),
      when: advanceRounds(),
      at: minute(95),
      then: [...at(80, notSelected(OAK), notSelected(ELM)), ...at(90, atRisk(NOON)), offerMadeNext(ASH, 95)],
    },
    {
      name: 'happens, rule 15: answering and selection over at once, for a process that comes late',
      given: offered('PARTNER_SELECTS', ...at(20, accepted(OAK))),
      when: advanceRounds(),
      at: minute(125),
      then: [
        ...at(60, expired(ELM)),
        ...at(120, notSelected(OAK)),
        ...at(90, atRisk(NOON)),
        offerMadeNext(ASH, 125, { respondBy: minute(152.5) }),
      ],
    },
    {
      name: 'happens, rule 15: never past the first start, at which the free visit is withdrawn too',
      given: [
        ...offered('PARTNER_SELECTS', ...at(20, accepted(OAK))),
        ...at(20, moreTimeRequested(ELM), moreTimeGranted(ELM, { minutes: 90, respondBy: minute(150) })),
      ],
      when: advanceRounds(),
      at: minute(180),
      then: [
        ...at(150, expired(ELM)),
        ...at(180, notSelected(OAK), uncovered(NOON)),
        offerMadeNext(ASH, 180, { visitIds: [EVENING] }),
      ],
    },
    {
      name: 'happens, rule 15: with no candidate the next round opens when the answering is over',
      given: offered('PARTNER_SELECTS', ...at(20, declined(OAK))),
      when: advanceRounds(),
      then: [...at(60, expired(ELM)), offerMadeNext(ASH, 60)],
    },
    {
      name: 'happens, rule 15: at once, when the last candidate takes back its yes',
      given: twoCandidates(...at(30, declined(OAK), declined(ELM))),
      when: advanceRounds(),
      at: minute(30),
      then: [offerMadeNext(ASH, 30)],
    },
    {
      name: 'happens, rule 15: who was selected for a part keeps it and is not told otherwise; the rest goes on',
      given: offered('PARTNER_SELECTS', ...at(20, accepted(OAK), declined(ELM)), ...at(30, allocated(OAK, [NOON]))),
      when: advanceRounds(),
      at: minute(80),
      then: [offerMadeNext(ASH, 80, { visitIds: [EVENING] })],
    },
    {
      name: 'stale, rule 15: all was selected in the last minute',
      given: twoCandidates(...at(79, allocated(OAK), notSelected(ELM))),
      when: advanceRounds(),
      at: minute(80),
      then: [],
    },
  ]),
);
