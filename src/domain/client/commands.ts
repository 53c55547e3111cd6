import { z } from 'zod';
import { clientEventSchema } from './events.ts';

const [registered, changed, given, withdrawn] = clientEventSchema.options;

/** Fact: whether the office is PARTNER in the network today. */
const officeIsPartner = z.boolean();

export const clientCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('RegisterClient'), ...registered.shape.data.shape, officeIsPartner }),
  z.strictObject({ type: z.literal('ChangeClient'), ...changed.shape.data.shape, officeIsPartner }),
  z.strictObject({ type: z.literal('GiveConsent'), ...given.shape.data.shape, officeIsPartner }),
  z.strictObject({ type: z.literal('WithdrawConsent'), ...withdrawn.shape.data.shape }),
]);
export type ClientCommand = z.infer<typeof clientCommandSchema>;
