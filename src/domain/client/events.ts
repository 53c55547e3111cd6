import { z } from 'zod';
import { daySchema } from '../calendar.ts';
import { eventSchema } from '../decider.ts';
import { uuidSchema } from '../ids.ts';
import { sealedSchema } from '../sealed.ts';
import {
  careLevelSchema,
  careOfficeNumberSchema,
  consentScopeSchema,
  givenCancelReasonSchema,
  shortTextSchema,
} from '../vocabulary.ts';

/** ClientPersonal, field by field: sealed with the client's key, path `personal.<field>`. */
export const sealedPersonalSchema = z.strictObject({
  name: sealedSchema,
  nameKana: sealedSchema.nullable(),
  birthDate: sealedSchema.nullable(),
  address: sealedSchema,
  phone: sealedSchema.nullable(),
  latitude: sealedSchema.nullable(),
  longitude: sealedSchema.nullable(),
  insurerNumber: sealedSchema.nullable(),
  insuredNumber: sealedSchema.nullable(),
  entryNotes: sealedSchema.nullable(),
});
export type SealedPersonal = z.infer<typeof sealedPersonalSchema>;

/** The sealed part of a registration or a change. */
export const clientRegistrationSchema = z.object({
  personal: sealedPersonalSchema,
  careManagementName: sealedSchema.nullable().optional(),
});

/**
 * Stream `client-<v5(network, code)>`. Free texts are sealed with the client's key, paths as the
 * field names.
 */
export const clientEventSchema = z.discriminatedUnion('type', [
  eventSchema('ClientRegistered', '利用者を登録', {
    networkId: uuidSchema,
    partnerOfficeId: uuidSchema,
    code: shortTextSchema,
    careLevel: careLevelSchema,
    area: shortTextSchema,
    /** 居宅介護支援事業所, to which 実績 goes. Its name: client's key, as it may name a person. */
    careManagementNumber: careOfficeNumberSchema.nullable(),
    careManagementName: sealedSchema.nullable(),
    personal: sealedPersonalSchema,
    /**
     * HMAC under the client's key over the plain content: tells whether two registrations are the
     * same without opening either.
     */
    digest: z.string(),
  }),
  /** Absent = as before, null = none. */
  eventSchema('ClientChanged', '利用者情報を変更', {
    careLevel: careLevelSchema.optional(),
    area: shortTextSchema.optional(),
    careManagementNumber: careOfficeNumberSchema.nullable().optional(),
    careManagementName: sealedSchema.nullable().optional(),
    personal: sealedPersonalSchema.partial().optional(),
  }),
  eventSchema('ConsentGiven', '同意を記録', {
    scope: consentScopeSchema,
    givenOn: daySchema,
    documentedBy: sealedSchema,
  }),
  eventSchema('ConsentWithdrawn', '同意の撤回を記録', { scope: consentScopeSchema, withdrawnOn: daySchema }),
  /**
   * From `on` on the client is the other office's, to which a new consent to sharing was given on
   * paper. Takes the place of one that has not come into force; to the office itself, takes it
   * back.
   */
  eventSchema('ClientTransferred', '利用者を別のパートナー事業所に引き継ぎ', {
    fromOfficeId: uuidSchema,
    toOfficeId: uuidSchema,
    on: daySchema,
    consentDocumentedBy: sealedSchema,
  }),
  /** `leftOn`: the last day of service; another day takes its place. */
  eventSchema('ClientLeft', '利用の終了を記録', { leftOn: daySchema, reason: givenCancelReasonSchema }),
]);
export type ClientEvent = z.infer<typeof clientEventSchema>;
