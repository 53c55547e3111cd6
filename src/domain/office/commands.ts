import { z } from 'zod';
import { daySchema } from '../calendar.ts';
import { uuidSchema } from '../ids.ts';
import { sealedSchema } from '../sealed.ts';
import { qualificationSchema, surchargeSchema } from '../vocabulary.ts';
import { officeEventSchema } from './events.ts';

const [registered, changed] = officeEventSchema.options;

export const officeCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('RegisterOffice'),
    ...registered.shape.data.omit({ providerNumberChecks: true }).shape,
  }),
  /** Absent = as before. `surchargesFrom`: where `surcharges` is given. */
  z.strictObject({
    type: z.literal('ChangeOffice'),
    ...changed.shape.data.omit({ surcharges: true }).shape,
    surcharges: z.array(surchargeSchema).optional(),
    surchargesFrom: daySchema.optional(),
  }),
  /** `code` null: given by the server. */
  z.strictObject({
    type: z.literal('EnrollCaregiver'),
    caregiverId: uuidSchema,
    code: z.string().nullable(),
    name: sealedSchema,
    qualifications: z.array(qualificationSchema),
  }),
  z.strictObject({
    type: z.literal('ChangeCaregiver'),
    caregiverId: uuidSchema,
    name: sealedSchema.optional(),
    qualifications: z.array(qualificationSchema).optional(),
    leftOn: daySchema.nullable().optional(),
  }),
]);
export type OfficeCommand = z.infer<typeof officeCommandSchema>;
