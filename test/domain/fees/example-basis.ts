import type { TermsContent } from '../../../src/domain/agreement/events.ts';
import type { PriceBasis } from '../../../src/domain/fees/basis.ts';

/**
 * What an example is priced by: at 6,000 yen per hour, a cancellation half of that under 24 hours
 * and all under two; an office of grade 1, without surcharges, and 要介護. With changes of the terms
 * and of the rest.
 */
export const basis = (content: Partial<TermsContent> = {}, over: Partial<PriceBasis> = {}): PriceBasis => ({
  terms: {
    version: 1,
    content: {
      effectiveFrom: '2026-04-01',
      feeBasis: 'PER_HOUR',
      percentHundredths: null,
      prices: [],
      yenPerHour: 6000,
      taxClass: 'TAXABLE_10',
      rounding: 'DOWN',
      cancellation: [
        { noticeHoursUnder: 24, percentOfFee: 50 },
        { noticeHoursUnder: 2, percentOfFee: 100 },
      ],
      paymentDays: 30,
      confirmDays: 10,
      ...content,
    },
  },
  feeTable: '令和6年度',
  yenPerUnitHundredths: 1140,
  surcharges: [],
  careCategory: 'CARE',
  ...over,
});
/** A price per visit of so many yen, up to an hour. */
export const perVisitBasis = (yen: number, version = 1): PriceBasis => {
  const prices = [{ service: 'PHYSICAL_CARE' as const, minutesUpTo: 60, yen }];
  const { terms, ...rest } = basis({ feeBasis: 'PER_VISIT', yenPerHour: null, prices, cancellation: [] });
  return { ...rest, terms: { ...terms, version } };
};
