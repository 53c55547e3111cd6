import { z } from 'zod';
import { eventSchema } from '../decider.ts';
import { uuidSchema } from '../ids.ts';
import { sealedSchema } from '../sealed.ts';
import { roleSchema, shortTextSchema } from '../vocabulary.ts';

const enrolmentShape = {
  subject: shortTextSchema,
  role: roleSchema,
  officeId: uuidSchema.nullable(),
  caregiverId: uuidSchema.nullable(),
  name: sealedSchema.nullable(),
};

/** Stream `member-<v5(subject)>`: a person as the token names them. */
export const memberEventSchema = z.discriminatedUnion('type', [
  /**
   * One role in one office; replaces the one before, but CAREGIVER is added in a further office.
   * `name`: sealed with the member's key, path `name`; null for CAREGIVER, as the caregiver has one
   * (rule 41).
   */
  eventSchema('MemberEnrolled', '担当者を登録', enrolmentShape),
  /**
   * An office enrolled a person who has a role elsewhere: no right until it is confirmed (rule 47).
   */
  eventSchema('MemberInvited', '担当者を招待', enrolmentShape),
  /** What the invitation said: from now on it is an enrolment. */
  eventSchema('MembershipConfirmed', '担当者が登録を承諾', enrolmentShape),
  /**
   * `officeId`: only from this office (a caregiver of several, an invitation declined or taken
   * back); null = altogether. `reason`: member's key, path `reason`.
   */
  eventSchema('MemberRemoved', '担当者の登録を解除', {
    subject: shortTextSchema,
    officeId: uuidSchema.nullable(),
    reason: sealedSchema,
  }),
]);
export type MemberEvent = z.infer<typeof memberEventSchema>;
