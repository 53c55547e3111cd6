import { z } from 'zod';
import { daySchema } from '../calendar.ts';
import { uuidSchema } from '../ids.ts';
import { sealedSchema } from '../sealed.ts';
import { termsContentSchema } from './events.ts';

const version = z.int().positive();

export const agreementCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('ProposeTerms'),
    networkId: uuidSchema,
    partnerOfficeId: uuidSchema,
    assistOfficeId: uuidSchema,
    content: termsContentSchema,
    proposedBy: uuidSchema,
    /** Facts: whether the two are or will be PARTNER and ASSIST in the network. */
    isPair: z.boolean(),
  }),
  z.strictObject({ type: z.literal('AgreeTerms'), version, byOfficeId: uuidSchema }),
  z.strictObject({ type: z.literal('DeclineTerms'), version, byOfficeId: uuidSchema, note: sealedSchema }),
  z.strictObject({
    type: z.literal('EndTerms'),
    version,
    endsOn: daySchema,
    reason: sealedSchema,
    /** Fact: whether accepted visits between the two lie after the day. */
    hasVisitsAfter: z.boolean(),
  }),
]);
export type AgreementCommand = z.infer<typeof agreementCommandSchema>;
