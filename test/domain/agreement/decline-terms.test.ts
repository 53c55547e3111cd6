import t from 'tap';
import { agreement } from '../../../src/domain/agreement/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  ASSIST,
  agreedOn,
  declineTerms,
  MIDNIGHT,
  NOON,
  PARTNER,
  perHour,
  termsDeclined,
  termsProposed,
} from './example-agreement.ts';

specify(t, agreement, NOON, [
  {
    name: 'happens: the assist office declines, with a note',
    given: [termsProposed(1)],
    when: declineTerms(1),
    then: [termsDeclined(1)],
  },
  {
    name: 'happens: the partner office declines what the assist office proposed',
    given: [termsProposed(1, perHour(), { proposedBy: ASSIST })],
    when: declineTerms(1, PARTNER),
    then: [termsDeclined(1)],
  },
  {
    name: 'happens: later terms, also when they begin in the past by now',
    given: [...agreedOn(1), termsProposed(2, perHour({ effectiveFrom: '2026-06-01' }))],
    when: declineTerms(2),
    at: MIDNIGHT,
    then: [termsDeclined(2)],
  },
  {
    name: 'refused: nothing was proposed',
    given: [],
    when: declineTerms(1),
    refused: 'TERMS_ANSWERED',
    path: ['termsId'],
  },
  {
    name: 'refused: the terms are agreed',
    given: agreedOn(1),
    when: declineTerms(1),
    refused: 'TERMS_ANSWERED',
    path: ['termsId'],
  },
  {
    name: 'refused: the office proposed them itself',
    given: [termsProposed(1)],
    when: declineTerms(1, PARTNER),
    refused: 'OWN_PROPOSAL',
    path: ['termsId'],
  },
  {
    name: 'repeated: the terms are declined',
    given: [termsProposed(1), termsDeclined(1)],
    when: declineTerms(1),
    then: [],
  },
  {
    name: 'repeated: the terms are declined, and others are open',
    given: [termsProposed(1), termsDeclined(1), termsProposed(2)],
    when: declineTerms(1),
    then: [],
  },
  {
    name: 'stale: other terms were proposed in their place meanwhile',
    given: [termsProposed(1), termsProposed(2, perHour({ yenPerHour: 2800 }))],
    when: declineTerms(1),
    refused: 'TERMS_ANSWERED',
    path: ['termsId'],
  },
]);
