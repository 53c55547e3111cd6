import { z } from 'zod';
import { daySchema, monthSchema } from '../calendar.ts';
import { uuidSchema } from '../ids.ts';
import { shortTextSchema, yenSchema } from '../vocabulary.ts';
import { statementLineSchema } from './events.ts';

/**
 * A visit of the pair as its own stream prices it now. FREE: missed, or cancelled without a fee.
 */
const pricedVisitSchema = z.strictObject({
  visitId: uuidSchema,
  kind: z.enum(['VISIT', 'CANCELLATION', 'FREE']),
  ...statementLineSchema.pick({
    date: true,
    serviceCode: true,
    units: true,
    yenPerUnitHundredths: true,
    amountYen: true,
    taxClass: true,
  }).shape,
  termsVersion: z.int().positive(),
  pricedBy: uuidSchema,
});
export type PricedVisit = z.infer<typeof pricedVisitSchema>;

export const settlementCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('CloseMonth'),
    settlementId: uuidSchema,
    networkId: uuidSchema,
    partnerOfficeId: uuidSchema,
    assistOfficeId: uuidSchema,
    month: monthSchema,
    issuedBy: shortTextSchema,
    visits: z.array(pricedVisitSchema),
    /** Provider numbers of the two, for the statement's number. */
    numbers: z.tuple([z.string(), z.string()]),
    /** Those in force on the month's last day, else the last that were (rule 34). */
    paymentDays: z.int(),
    confirmDays: z.int(),
    payeeInvoiceNumber: z.string().nullable(),
  }),
  z.strictObject({ type: z.literal('ConfirmStatement'), statementId: uuidSchema }),
  /** Process: nobody disputed it in time. */
  z.strictObject({ type: z.literal('DeemConfirmed'), statementId: uuidSchema }),
  z.strictObject({
    type: z.literal('ApprovePayment'),
    statementId: uuidSchema,
    contentHash: z.string(),
    approvedBy: shortTextSchema,
  }),
  z.strictObject({
    type: z.literal('RecordPayment'),
    statementId: uuidSchema,
    paidOn: daySchema,
    amountYen: yenSchema,
    reference: shortTextSchema,
  }),
]);
export type SettlementCommand = z.infer<typeof settlementCommandSchema>;
