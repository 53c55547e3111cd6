import t from 'tap';
import { agreement } from '../../../src/domain/agreement/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  agreedOn,
  endTerms,
  LAST_MINUTE,
  MIDNIGHT,
  NOON,
  perHour,
  termsDeclined,
  termsEnded,
  termsProposed,
} from './example-agreement.ts';

const secondFrom = (effectiveFrom: string) => agreedOn(2, perHour({ effectiveFrom, yenPerHour: 3200 }));

specify(t, agreement, NOON, [
  {
    name: 'happens: on a day ahead',
    given: agreedOn(1),
    when: endTerms(1, '2026-06-30'),
    then: [termsEnded(1, '2026-06-30')],
  },
  {
    name: 'happens: on the Tokyo day of the decision, a minute before its end',
    given: agreedOn(1),
    when: endTerms(1, '2026-06-01'),
    at: LAST_MINUTE,
    then: [termsEnded(1, '2026-06-01')],
  },
  {
    name: 'happens: on the day on which they begin',
    given: agreedOn(1, perHour({ effectiveFrom: '2026-07-01' })),
    when: endTerms(1, '2026-07-01'),
    then: [termsEnded(1, '2026-07-01')],
  },
  {
    name: 'happens: a day earlier than ended before',
    given: [...agreedOn(1), termsEnded(1, '2026-06-30')],
    when: endTerms(1, '2026-06-29'),
    then: [termsEnded(1, '2026-06-29')],
  },
  {
    name: 'happens: a day earlier than the next version ends them',
    given: [...agreedOn(1), ...secondFrom('2026-07-01')],
    when: endTerms(1, '2026-06-29'),
    then: [termsEnded(1, '2026-06-29')],
  },
  {
    name: 'happens: the second of two versions',
    given: [...agreedOn(1), ...secondFrom('2026-07-01')],
    when: endTerms(2, '2026-12-31'),
    then: [termsEnded(2, '2026-12-31')],
  },
  {
    name: 'refused: nothing was agreed',
    given: [],
    when: endTerms(1, '2026-06-30'),
    refused: 'TERMS_NOT_AGREED',
    path: ['termsId'],
  },
  {
    name: 'refused: the terms are still open, while others are agreed',
    given: [...agreedOn(1), termsProposed(2, perHour({ effectiveFrom: '2026-07-01' }))],
    when: endTerms(2, '2026-07-31'),
    refused: 'TERMS_NOT_AGREED',
    path: ['termsId'],
  },
  {
    name: 'refused: the terms were declined',
    given: [termsProposed(1), termsDeclined(1)],
    when: endTerms(1, '2026-06-30'),
    refused: 'TERMS_NOT_AGREED',
    path: ['termsId'],
  },
  {
    name: 'refused: on the day before, at the beginning of the Tokyo day of the decision',
    given: agreedOn(1),
    when: endTerms(1, '2026-06-01'),
    at: MIDNIGHT,
    refused: 'ENDS_IN_PAST',
    path: ['endsOn'],
  },
  {
    name: 'refused: on the day before they begin',
    given: agreedOn(1, perHour({ effectiveFrom: '2026-07-01' })),
    when: endTerms(1, '2026-06-30'),
    refused: 'ENDS_IN_PAST',
    path: ['endsOn'],
  },
  {
    name: 'refused: a day later than ended before',
    given: [...agreedOn(1), termsEnded(1, '2026-06-30')],
    when: endTerms(1, '2026-07-01'),
    refused: 'TERMS_ENDED',
    path: ['termsId'],
  },
  {
    name: 'refused: a day later than the next version ends them',
    given: [...agreedOn(1), ...secondFrom('2026-07-01')],
    when: endTerms(1, '2026-07-01'),
    refused: 'TERMS_ENDED',
    path: ['termsId'],
  },
  {
    name: 'refused: accepted visits lie after that day',
    given: agreedOn(1),
    when: endTerms(1, '2026-06-30', { hasVisitsAfter: true }),
    refused: 'VISITS_AFTER_END',
    path: ['endsOn'],
  },
  {
    name: 'repeated: the terms end on that day, whatever visits lie after it',
    given: [...agreedOn(1), termsEnded(1, '2026-06-30')],
    when: endTerms(1, '2026-06-30', { hasVisitsAfter: true }),
    then: [],
  },
  {
    name: 'repeated: the terms ended on that day, which is over',
    given: [...agreedOn(1), termsEnded(1, '2026-05-31')],
    when: endTerms(1, '2026-05-31'),
    then: [],
  },
  {
    name: 'repeated: the next version ends the terms on that day',
    given: [...agreedOn(1), ...secondFrom('2026-07-01')],
    when: endTerms(1, '2026-06-30'),
    then: [],
  },
  {
    name: 'stale: an earlier day was agreed on meanwhile',
    given: [...agreedOn(1), termsEnded(1, '2026-06-30'), termsEnded(1, '2026-06-15')],
    when: endTerms(1, '2026-06-30'),
    refused: 'TERMS_ENDED',
    path: ['termsId'],
  },
  {
    name: 'stale: a next version was agreed meanwhile that begins before that day',
    given: [...agreedOn(1), ...secondFrom('2026-06-15')],
    when: endTerms(1, '2026-06-30'),
    refused: 'TERMS_ENDED',
    path: ['termsId'],
  },
]);
