import { z } from 'zod';
import { daySchema } from '../calendar.ts';
import { eventSchema } from '../decider.ts';
import { uuidSchema } from '../ids.ts';
import { sealedSchema } from '../sealed.ts';
import { networkRoleSchema, shortTextSchema } from '../vocabulary.ts';

/** Stream `network-<by command>`. */
export const networkEventSchema = z.discriminatedUnion('type', [
  eventSchema('NetworkFormed', 'ネットワークを設立', {
    name: shortTextSchema,
    area: shortTextSchema,
    fiscalYear: z.int(),
  }),
  /** One that nobody ever joined. `reason`: key of the member who says it, path `reason`. */
  eventSchema('NetworkDissolved', 'ネットワークを解消', { reason: sealedSchema }),
  /** Joining again changes the roles from that day. joinedOn and leftOn are both inclusive. */
  eventSchema('OfficeJoined', '事業所が参加', {
    officeId: uuidSchema,
    roles: z.array(networkRoleSchema).min(1),
    joinedOn: daySchema,
  }),
  eventSchema('OfficeLeft', '事業所が脱退', { officeId: uuidSchema, leftOn: daySchema }),
  /**
   * `memberName`: sealed for the member's own stream (member's key, path `name`), into which a
   * process copies it.
   */
  eventSchema('ViewerAppointed', '閲覧者を任命', {
    subject: shortTextSchema,
    role: z.enum(['CONSULTANT', 'AUDITOR']),
    memberName: sealedSchema.nullable(),
  }),
  /** `reason`: member's key, path `reason`. */
  eventSchema('ViewerDismissed', '閲覧者を解任', { subject: shortTextSchema, reason: sealedSchema }),
]);
export type NetworkEvent = z.infer<typeof networkEventSchema>;
