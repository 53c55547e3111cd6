import { z } from 'zod';
import { uuidSchema } from '../ids.ts';
import { sealedSchema } from '../sealed.ts';
import { roleSchema } from '../vocabulary.ts';

export const memberCommandSchema = z.discriminatedUnion('type', [
  /** `name` null: none given. */
  z.strictObject({
    type: z.literal('EnrollMember'),
    subject: z.string(),
    role: roleSchema,
    officeId: uuidSchema.nullable(),
    caregiverId: uuidSchema.nullable(),
    name: sealedSchema.nullable(),
    /** Fact: whether this takes away the last COORDINATOR of an office, and who asks. */
    lastCoordinator: z.boolean(),
    byAdministrator: z.boolean(),
  }),
  /** `officeId`: who removes is an office, for itself; null = altogether. */
  z.strictObject({
    type: z.literal('RemoveMember'),
    officeId: uuidSchema.nullable(),
    reason: sealedSchema,
    lastCoordinator: z.boolean(),
    byAdministrator: z.boolean(),
  }),
]);
export type MemberCommand = z.infer<typeof memberCommandSchema>;
