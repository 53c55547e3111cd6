import { z } from 'zod';
import { sealedSchema } from '../sealed.ts';
import { networkEventSchema } from './events.ts';

const [formed, joined, left, appointed] = networkEventSchema.options;

export const networkCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('FormNetwork'), ...formed.shape.data.shape }),
  z.strictObject({ type: z.literal('JoinNetwork'), ...joined.shape.data.shape }),
  /**
   * Fact: whether the office has open delegations, or accepted visits after that day, on either
   * side.
   */
  z.strictObject({ type: z.literal('LeaveNetwork'), ...left.shape.data.shape, hasVisits: z.boolean() }),
  /** Fact: the role that the person is enrolled in now, null for none. */
  z.strictObject({
    type: z.literal('AppointViewer'),
    ...appointed.shape.data.shape,
    enrolledAs: z.string().nullable(),
  }),
  z.strictObject({ type: z.literal('DismissViewer'), subject: z.string(), reason: sealedSchema }),
]);
export type NetworkCommand = z.infer<typeof networkCommandSchema>;
