import t from 'tap';
import { agreement } from '../../../src/domain/agreement/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  ASSIST,
  agreedOn,
  agreeTerms,
  LAST_MINUTE,
  MIDNIGHT,
  NOON,
  PARTNER,
  perHour,
  termsAgreed,
  termsDeclined,
  termsEnded,
  termsProposed,
} from './example-agreement.ts';

const laterFromToday = [...agreedOn(1), termsProposed(2, perHour({ effectiveFrom: '2026-06-01' }))];

specify(t, agreement, NOON, [
  {
    name: 'happens: the first terms of a pair, from a day in the past on',
    given: [termsProposed(1)],
    when: agreeTerms(1),
    then: [termsAgreed(1)],
  },
  {
    name: 'happens: the partner office agrees to what the assist office proposed',
    given: [termsProposed(1, perHour(), { proposedBy: ASSIST })],
    when: agreeTerms(1, PARTNER),
    then: [termsAgreed(1)],
  },
  {
    name: 'happens: later terms from the Tokyo day of the decision on, a minute before its end',
    given: laterFromToday,
    when: agreeTerms(2),
    at: LAST_MINUTE,
    then: [termsAgreed(2)],
  },
  {
    name: 'refused: later terms from the day before on, at the beginning of the Tokyo day of the decision',
    given: laterFromToday,
    when: agreeTerms(2),
    at: MIDNIGHT,
    refused: 'TERMS_BEGIN_IN_PAST',
    path: ['effectiveFrom'],
  },
  {
    name: 'refused: nothing was proposed',
    given: [],
    when: agreeTerms(1),
    refused: 'TERMS_ANSWERED',
    path: ['termsId'],
  },
  {
    name: 'refused: no such version was proposed',
    given: [termsProposed(1)],
    when: agreeTerms(2),
    refused: 'TERMS_ANSWERED',
    path: ['termsId'],
  },
  {
    name: 'refused: the terms were declined',
    given: [termsProposed(1), termsDeclined(1)],
    when: agreeTerms(1),
    refused: 'TERMS_ANSWERED',
    path: ['termsId'],
  },
  {
    name: 'refused: the office proposed them itself',
    given: [termsProposed(1)],
    when: agreeTerms(1, PARTNER),
    refused: 'OWN_PROPOSAL',
    path: ['termsId'],
  },
  {
    name: 'refused: that the office proposed them itself is said before that they begin in the past',
    given: laterFromToday,
    when: agreeTerms(2, PARTNER),
    at: MIDNIGHT,
    refused: 'OWN_PROPOSAL',
    path: ['termsId'],
  },
  { name: 'repeated: the terms are agreed', given: agreedOn(1), when: agreeTerms(1), then: [] },
  {
    name: 'repeated: the terms are agreed, whoever says so',
    given: agreedOn(1),
    when: agreeTerms(1, PARTNER),
    then: [],
  },
  {
    name: 'repeated: the terms were agreed and have ended',
    given: [...agreedOn(1), termsEnded(1, '2026-06-30')],
    when: agreeTerms(1),
    then: [],
  },
  {
    name: 'stale: other terms were proposed in their place meanwhile',
    given: [termsProposed(1), termsProposed(2, perHour({ yenPerHour: 2800 }))],
    when: agreeTerms(1),
    refused: 'TERMS_ANSWERED',
    path: ['termsId'],
  },
  {
    name: 'stale: the office proposed them itself meanwhile, in the place of the other’s',
    given: [termsProposed(1), termsProposed(2, perHour(), { proposedBy: ASSIST })],
    when: agreeTerms(1),
    refused: 'TERMS_ANSWERED',
    path: ['termsId'],
  },
]);
