import t from 'tap';
import { agreement } from '../../../src/domain/agreement/decider.ts';
import type { TermsContent } from '../../../src/domain/agreement/events.ts';
import { specify } from '../../support/specification.ts';
import {
  ASSIST,
  agreedOn,
  LAST_MINUTE,
  MIDNIGHT,
  NOON,
  PARTNER,
  perCent,
  perHour,
  perVisit,
  proposeTerms,
  termsDeclined,
  termsEnded,
  termsProposed,
} from './example-agreement.ts';

const bands = [
  { noticeHoursUnder: 2, percentOfFee: 100 },
  { noticeHoursUnder: 24, percentOfFee: 50 },
];
const twoStepsOf = (service: 'PHYSICAL_CARE' | 'DAILY_LIVING', minutesUpTo: number) => [
  { service: 'PHYSICAL_CARE' as const, minutesUpTo: 60, yen: 3800 },
  { service, minutesUpTo, yen: 4200 },
];
const fromJuly = perHour({ effectiveFrom: '2026-07-01', yenPerHour: 3200 });

/** Terms of which no field is by default. */
const UNUSUAL = perVisit({
  prices: twoStepsOf('DAILY_LIVING', 45),
  taxClass: 'EXEMPT',
  rounding: 'HALF_UP',
  cancellation: bands,
  paymentDays: 45,
  confirmDays: 7,
});
const partOf = (content: TermsContent, field: string): Partial<TermsContent> =>
  Object.fromEntries(Object.entries(content).filter(([name]) => name === field));

/** What a content is refused with. */
const basisAndPrice: readonly [name: string, content: TermsContent, path: string][] = [
  ['a per cent of the benefit without a per cent', perCent({ percentHundredths: null }), 'percent'],
  ['a price a visit with a per cent', perVisit({ percentHundredths: 8550 }), 'percent'],
  ['a price an hour with a per cent', perHour({ percentHundredths: 8550 }), 'percent'],
  ['a price a visit without prices', perVisit({ prices: [] }), 'prices'],
  ['a per cent of the benefit with prices a visit', perCent({ prices: perVisit().prices }), 'prices'],
  ['a price an hour with prices a visit', perHour({ prices: perVisit().prices }), 'prices'],
  ['a price an hour without one', perHour({ yenPerHour: null }), 'yenPerHour'],
  ['a per cent of the benefit with a price an hour', perCent({ yenPerHour: 3000 }), 'yenPerHour'],
  ['a price a visit with a price an hour', perVisit({ yenPerHour: 3000 }), 'yenPerHour'],
];

specify(t, agreement, NOON, [
  ...[perHour(), perVisit(), perCent()].map((content) => ({
    name: `happens: the first terms of a pair, by ${content.feeBasis}, from a day in the past on`,
    given: [],
    when: proposeTerms(content),
    then: [termsProposed(1, content)],
  })),
  {
    name: 'happens: the assist office proposes',
    given: [],
    when: proposeTerms(perHour(), { proposedBy: ASSIST }),
    then: [termsProposed(1, perHour(), { proposedBy: ASSIST })],
  },
  {
    name: 'happens: 0 yen an hour, for it is a price',
    given: [],
    when: proposeTerms(perHour({ yenPerHour: 0 })),
    then: [termsProposed(1, perHour({ yenPerHour: 0 }))],
  },
  {
    name: 'happens: one price for each service and step, and a band for each notice',
    given: [],
    when: proposeTerms(perVisit({ prices: twoStepsOf('PHYSICAL_CARE', 90), cancellation: bands })),
    then: [termsProposed(1, perVisit({ prices: twoStepsOf('PHYSICAL_CARE', 90), cancellation: bands }))],
  },
  {
    name: 'happens: the same step of two services',
    given: [],
    when: proposeTerms(perVisit({ prices: twoStepsOf('DAILY_LIVING', 60) })),
    then: [termsProposed(1, perVisit({ prices: twoStepsOf('DAILY_LIVING', 60) }))],
  },
  {
    name: 'happens: a further version after the first was agreed',
    given: agreedOn(1),
    when: proposeTerms(fromJuly),
    then: [termsProposed(2, fromJuly)],
  },
  {
    name: 'happens: other terms in the place of what is still open',
    given: [termsProposed(1)],
    when: proposeTerms(fromJuly),
    then: [termsProposed(2, fromJuly)],
  },
  {
    name: 'happens: what is still open, by the other office',
    given: [termsProposed(1)],
    when: proposeTerms(perHour(), { proposedBy: ASSIST }),
    then: [termsProposed(2, perHour(), { proposedBy: ASSIST })],
  },
  {
    name: 'happens: from the Tokyo day of the decision on, a minute before its end',
    given: agreedOn(1),
    when: proposeTerms(perHour({ effectiveFrom: '2026-06-01' })),
    at: LAST_MINUTE,
    then: [termsProposed(2, perHour({ effectiveFrom: '2026-06-01' }))],
  },
  {
    name: 'happens: from a day in the past on, while none was agreed before',
    given: [termsProposed(1, fromJuly), termsDeclined(1)],
    when: proposeTerms(perHour()),
    then: [termsProposed(2)],
  },
  {
    name: 'happens, proposeTerms: what a pair’s first terms leave out is by default',
    given: [],
    when: proposeTerms({ effectiveFrom: '2026-04-01', feeBasis: 'PER_HOUR', yenPerHour: 3000 }),
    then: [termsProposed(1)],
  },
  {
    name: 'happens, proposeTerms: what is left out stays as it is in the newest version',
    given: agreedOn(1, UNUSUAL),
    when: proposeTerms({ effectiveFrom: '2026-07-01', feeBasis: 'PER_VISIT' }),
    then: [termsProposed(2, { ...UNUSUAL, effectiveFrom: '2026-07-01' })],
  },
  ...Object.keys(UNUSUAL)
    .filter((field) => field !== 'effectiveFrom' && field !== 'feeBasis' && field !== 'percentHundredths')
    .filter((field) => field !== 'yenPerHour')
    .map((field) => ({
      name: `happens, proposeTerms: of the newest version ${field} alone is changed`,
      given: agreedOn(1, UNUSUAL),
      when: proposeTerms({ effectiveFrom: '2026-07-01', feeBasis: 'PER_VISIT', ...partOf(perVisit(), field) }),
      then: [termsProposed(2, { ...UNUSUAL, effectiveFrom: '2026-07-01', ...partOf(perVisit(), field) })],
    })),
  {
    name: 'happens, proposeTerms: 0 days and no bands are said, not left out',
    given: agreedOn(1, UNUSUAL),
    when: proposeTerms({
      effectiveFrom: '2026-07-01',
      feeBasis: 'PER_VISIT',
      cancellation: [],
      paymentDays: 0,
      confirmDays: 0,
    }),
    then: [
      termsProposed(2, {
        ...UNUSUAL,
        effectiveFrom: '2026-07-01',
        cancellation: [],
        paymentDays: 0,
        confirmDays: 0,
      }),
    ],
  },
  {
    name: 'happens, proposeTerms: with another basis, prices that it does not look at are not carried over',
    given: agreedOn(1, UNUSUAL),
    when: proposeTerms({ effectiveFrom: '2026-07-01', feeBasis: 'PERCENT_OF_BENEFIT', percentHundredths: 8550 }),
    then: [
      termsProposed(2, {
        ...UNUSUAL,
        effectiveFrom: '2026-07-01',
        feeBasis: 'PERCENT_OF_BENEFIT',
        percentHundredths: 8550,
        prices: [],
      }),
    ],
  },
  {
    name: 'happens, proposeTerms: the newest version counts, whatever became of it',
    given: [...agreedOn(1), termsProposed(2, perHour({ yenPerHour: 3300 })), termsDeclined(2)],
    when: proposeTerms({ effectiveFrom: '2026-07-01', feeBasis: 'PER_HOUR' }),
    then: [termsProposed(3, perHour({ effectiveFrom: '2026-07-01', yenPerHour: 3300 }))],
  },
  {
    name: 'refused, proposeTerms: with another basis than the newest version, without its price',
    given: agreedOn(1, UNUSUAL),
    when: proposeTerms({ effectiveFrom: '2026-07-01', feeBasis: 'PER_HOUR' }),
    refused: 'BASIS_AND_PRICE_DIFFER',
    path: ['yenPerHour'],
  },
  {
    name: 'refused, proposeTerms: a price that is taken away is not carried over',
    given: agreedOn(1),
    when: proposeTerms({ effectiveFrom: '2026-07-01', feeBasis: 'PER_HOUR', yenPerHour: null }),
    refused: 'BASIS_AND_PRICE_DIFFER',
    path: ['yenPerHour'],
  },
  {
    name: 'refused: an office with itself',
    given: [],
    when: proposeTerms(perHour(), { assistOfficeId: PARTNER }),
    refused: 'OFFICES_NO_PAIR',
    path: ['assistOfficeId'],
  },
  {
    name: 'refused: the two are not partner and assist in the network',
    given: [],
    when: proposeTerms(perHour(), { isPair: false }),
    refused: 'OFFICES_NO_PAIR',
    path: ['assistOfficeId'],
  },
  ...basisAndPrice.map(([name, content, path]) => ({
    name: `refused: ${name}`,
    given: [],
    when: proposeTerms(content),
    refused: 'BASIS_AND_PRICE_DIFFER',
    path: [path],
  })),
  {
    name: 'refused: two prices for a service and step',
    given: [],
    when: proposeTerms(perVisit({ prices: twoStepsOf('PHYSICAL_CARE', 60) })),
    refused: 'PRICE_TWICE',
    path: ['prices'],
  },
  {
    name: 'refused: two bands for a notice',
    given: [],
    when: proposeTerms(perHour({ cancellation: [...bands, { noticeHoursUnder: 24, percentOfFee: 60 }] })),
    refused: 'PRICE_TWICE',
    path: ['cancellation'],
  },
  {
    name: 'refused: later terms of a pair from the day before on, at the beginning of the Tokyo day of the decision',
    given: agreedOn(1),
    when: proposeTerms(perHour({ effectiveFrom: '2026-06-01' })),
    at: MIDNIGHT,
    refused: 'TERMS_BEGIN_IN_PAST',
    path: ['effectiveFrom'],
  },
  {
    name: 'refused: terms from a day in the past on, though those agreed before have ended',
    given: [...agreedOn(1), termsEnded(1, '2026-04-30')],
    when: proposeTerms(perHour({ effectiveFrom: '2026-05-31' })),
    refused: 'TERMS_BEGIN_IN_PAST',
    path: ['effectiveFrom'],
  },
  {
    name: 'repeated: the same terms are open, by the same office',
    given: [termsProposed(1)],
    when: proposeTerms(perHour()),
    then: [],
  },
  {
    name: 'repeated, rule 5: a repeat is known before its day is looked at, which is over by now',
    given: [...agreedOn(1), termsProposed(2, perHour({ effectiveFrom: '2026-06-01', yenPerHour: 3200 }))],
    when: proposeTerms(perHour({ effectiveFrom: '2026-06-01', yenPerHour: 3200 })),
    at: MIDNIGHT,
    then: [],
  },
  {
    name: 'repeated, proposeTerms: the same, with the same fields left out',
    given: [...agreedOn(1, UNUSUAL), termsProposed(2, { ...UNUSUAL, effectiveFrom: '2026-07-01' })],
    when: proposeTerms({ effectiveFrom: '2026-07-01', feeBasis: 'PER_VISIT' }),
    then: [],
  },
  {
    name: 'repeated: the same terms are open as a later version',
    given: [...agreedOn(1), termsProposed(2, fromJuly)],
    when: proposeTerms(fromJuly),
    then: [],
  },
  {
    name: 'stale: what was open was agreed meanwhile; the same from a day ahead on is a version of its own',
    given: agreedOn(1, fromJuly),
    when: proposeTerms(fromJuly),
    then: [termsProposed(2, fromJuly)],
  },
  {
    name: 'stale: what was open was agreed meanwhile; the same from a day in the past on comes too late',
    given: agreedOn(1),
    when: proposeTerms(perHour()),
    refused: 'TERMS_BEGIN_IN_PAST',
    path: ['effectiveFrom'],
  },
  {
    name: 'stale: other terms were proposed meanwhile, and give way to these',
    given: [termsProposed(1), termsProposed(2, fromJuly)],
    when: proposeTerms(perHour()),
    then: [termsProposed(3)],
  },
  {
    name: 'stale: the same terms were declined meanwhile, and are proposed anew',
    given: [...agreedOn(1), termsProposed(2, fromJuly), termsDeclined(2)],
    when: proposeTerms(fromJuly),
    then: [termsProposed(3, fromJuly)],
  },
]);
