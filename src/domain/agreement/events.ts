import { z } from 'zod';
import { daySchema } from '../calendar.ts';
import { eventSchema } from '../decider.ts';
import { uuidSchema } from '../ids.ts';
import { MOST_DAYS_TO_PAY, PERCENT_HUNDREDTHS } from '../limits.ts';
import { sealedSchema } from '../sealed.ts';
import { feeBasisSchema, roundingSchema, serviceKindSchema, taxClassSchema, yenSchema } from '../vocabulary.ts';

/** 委託契約条件 of one version, by which visits are priced. */
export const termsContentSchema = z.strictObject({
  effectiveFrom: daySchema,
  feeBasis: feeBasisSchema,
  /** Hundredths of a per cent: 8550 = 85.5 %. With PERCENT_OF_BENEFIT. */
  percentHundredths: z.int().min(PERCENT_HUNDREDTHS.from).max(PERCENT_HUNDREDTHS.to).nullable(),
  /** With PER_VISIT: the first whose minutesUpTo ≥ minutes. */
  prices: z.array(
    z.strictObject({ service: serviceKindSchema, minutesUpTo: z.int().positive(), yen: yenSchema.nonnegative() }),
  ),
  /** With PER_HOUR. */
  yenPerHour: yenSchema.nonnegative().nullable(),
  taxClass: taxClassSchema,
  rounding: roundingSchema,
  cancellation: z.array(
    z.strictObject({ noticeHoursUnder: z.int().positive(), percentOfFee: z.int().min(0).max(100) }),
  ),
  paymentDays: z.int().min(0).max(MOST_DAYS_TO_PAY),
  confirmDays: z.int().min(0).max(MOST_DAYS_TO_PAY),
});
export type TermsContent = z.infer<typeof termsContentSchema>;

/**
 * Stream `agreement-<v5(network, partner, assist)>`: the terms of a pair. Versions count from 1,
 * one per proposal.
 */
export const agreementEventSchema = z.discriminatedUnion('type', [
  eventSchema('TermsProposed', '契約条件を提案', {
    version: z.int().positive(),
    networkId: uuidSchema,
    partnerOfficeId: uuidSchema,
    assistOfficeId: uuidSchema,
    content: termsContentSchema,
    proposedBy: uuidSchema,
  }),
  eventSchema('TermsAgreed', '契約条件に合意', { version: z.int().positive() }),
  /** `note`, `reason`: sealed with the partner office's key, paths `note` and `reason`. */
  eventSchema('TermsDeclined', '契約条件を辞退', { version: z.int().positive(), note: sealedSchema }),
  /**
   * Ends the version; from the day after `endsOn` nothing is offered or accepted between the two.
   */
  eventSchema('TermsEnded', '契約条件を終了', { version: z.int().positive(), endsOn: daySchema, reason: sealedSchema }),
]);
export type AgreementEvent = z.infer<typeof agreementEventSchema>;
