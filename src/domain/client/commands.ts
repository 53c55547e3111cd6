import { z } from 'zod';
import { clientEventSchema } from './events.ts';

const [registered, changed, given, withdrawn] = clientEventSchema.options;

export const clientCommandSchema = z.discriminatedUnion('type', [
  /** Fact: whether the office is PARTNER in the network today. */
  z.strictObject({ type: z.literal('RegisterClient'), ...registered.shape.data.shape, officeIsPartner: z.boolean() }),
  z.strictObject({ type: z.literal('ChangeClient'), ...changed.shape.data.shape }),
  z.strictObject({ type: z.literal('GiveConsent'), ...given.shape.data.shape }),
  z.strictObject({ type: z.literal('WithdrawConsent'), ...withdrawn.shape.data.shape }),
]);
export type ClientCommand = z.infer<typeof clientCommandSchema>;
