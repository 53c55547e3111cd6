import { z } from 'zod';
import { uuidSchema } from '../ids.ts';
import { sealedSchema } from '../sealed.ts';
import { cancelReasonSchema, yenSchema } from '../vocabulary.ts';
import { declineReasonSchema, delegatedVisitSchema, delegationModeSchema, roundPlanSchema } from './events.ts';

const visitFactsSchema = z.strictObject({
  requesterIsPartner: z.boolean(),
  clientConsents: z.boolean(),
  overlaps: z.boolean(),
});
const officeFactsSchema = z.strictObject({
  isAssist: z.boolean(),
  offersService: z.boolean(),
  price: z
    .union([
      z.strictObject({ termsVersion: z.int().positive(), feeYen: yenSchema }),
      z.strictObject({ refusal: z.string() }),
    ])
    .nullable(),
});
const factsSchema = z.strictObject({
  visits: z.record(uuidSchema, visitFactsSchema),
  offices: z.record(uuidSchema, z.record(uuidSchema, officeFactsSchema)),
});
const command = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape });
const officeId = uuidSchema;
const visitIds = z.array(uuidSchema).min(1);
const note = sealedSchema.nullable();

export const delegationCommandSchema = z.discriminatedUnion('type', [
  command('RequestDelegation', {
    networkId: uuidSchema,
    clientId: uuidSchema,
    partnerOfficeId: uuidSchema,
    mode: delegationModeSchema,
    visits: z.array(delegatedVisitSchema).min(1).max(62),
    /** For each of `visits` the row of the input that it comes from: two at once share one. */
    rowOf: z.array(z.int().nonnegative()),
    rounds: z.array(roundPlanSchema).min(1).max(10),
    note,
    facts: factsSchema,
  }),
  command('SeeOffer', { officeId }),
  /** `visitIds` null: all that the offer named when made. */
  command('AcceptOffer', { officeId, visitIds: visitIds.nullable(), note, facts: factsSchema }),
  command('DeclineOffer', { officeId, reason: declineReasonSchema, note }),
  command('RequestMoreTime', { officeId, minutes: z.int().min(1).max(4320), note }),
  command('GrantMoreTime', { officeId, minutes: z.int().min(1).max(4320) }),
  command('SelectOffice', { officeId, visitIds: visitIds.nullable(), facts: factsSchema }),
  command('OfferAgain', { rounds: z.array(roundPlanSchema).min(1).max(10), facts: factsSchema }),
  /**
   * `visitIds` null: all that have not started. Fact `begun`: visits whose caregiver has punched.
   */
  command('WithdrawVisits', {
    visitIds: visitIds.nullable(),
    reason: cancelReasonSchema,
    note,
    begun: z.array(uuidSchema),
  }),
  command('ReleaseVisits', { officeId, visitIds, reason: sealedSchema, begun: z.array(uuidSchema) }),
  /** Process: what is due now (rules 13–18). */
  command('FollowTime', { facts: factsSchema }),
  /** Process: consent was withdrawn (rule 45). */
  command('WithdrawFreeVisits', {}),
]);
export type DelegationCommand = z.infer<typeof delegationCommandSchema>;
