import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  at,
  escalated,
  notSelected,
  offered,
  refusedWith,
  released,
  taken,
  twoCandidates,
  withdrawn,
} from './example-delegation.ts';
import { withdrawFree } from './example-delegation-commands.ts';
import { BOTH, ELM, EVENING, minute, NOON, OAK } from './example-delegation-facts.ts';

const withdrawnForConsent = (...visitIds: string[]) =>
  withdrawn(visitIds, { because: 'CONSENT_WITHDRAWN', reason: 'CONSENT_WITHDRAWN', note: null });

specify(t, delegation, minute(30), [
  {
    name: 'happens, rule 45: all visits, while they are offered',
    given: offered(),
    when: withdrawFree,
    then: [withdrawnForConsent(NOON, EVENING)],
  },
  {
    name: 'happens, rule 45: though candidates stand',
    given: twoCandidates(),
    when: withdrawFree,
    then: [withdrawnForConsent(NOON, EVENING)],
  },
  {
    name: 'happens, rule 45: what an office has accepted stands',
    given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK, [NOON]))),
    when: withdrawFree,
    then: [withdrawnForConsent(EVENING)],
  },
  {
    name: 'happens, rule 45: what was withdrawn before is not withdrawn again',
    given: offered('FIRST_TO_ACCEPT', ...at(20, withdrawn([NOON]))),
    when: withdrawFree,
    then: [withdrawnForConsent(EVENING)],
  },
  {
    name: 'happens, rule 45: what gets free later',
    given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK), notSelected(ELM)), ...at(25, released(OAK, [EVENING]))),
    when: withdrawFree,
    then: [withdrawnForConsent(EVENING)],
  },
  {
    name: 'happens, rule 45: after the escalation',
    given: offered('FIRST_TO_ACCEPT', ...at(20, escalated(...BOTH))),
    when: withdrawFree,
    then: [withdrawnForConsent(NOON, EVENING)],
  },
  ...refusedWith('DELEGATION_UNKNOWN', 'delegationId', [
    { name: 'refused: no such delegation', given: [], when: withdrawFree },
  ]),
  {
    name: 'repeated, rule 45: withdrawn before',
    given: offered('FIRST_TO_ACCEPT', ...at(20, withdrawnForConsent(NOON, EVENING))),
    when: withdrawFree,
    then: [],
  },
  {
    name: 'stale, rule 45: all was accepted meanwhile',
    given: offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK), notSelected(ELM))),
    when: withdrawFree,
    then: [],
  },
]);
