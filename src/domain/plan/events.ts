import { z } from 'zod';
import { daySchema, instantSchema, monthSchema } from '../calendar.ts';
import { eventSchema } from '../decider.ts';
import { uuidSchema } from '../ids.ts';
import { MOST_PLANNED_VISITS } from '../limits.ts';
import { sealedSchema } from '../sealed.ts';
import { careOfficeNumberSchema } from '../vocabulary.ts';

/** Six characters: サービス種類 11, then the item. */
export const serviceCodeSchema = z.string().regex(/^11[0-9A-Z]{4}$/);
/** 予定 of one visit, as the care manager has it. */
export const plannedVisitSchema = z.strictObject({
  serviceCode: serviceCodeSchema,
  plannedStart: instantSchema,
  plannedEnd: instantSchema,
  /** サービス回数. */
  times: z.int().positive(),
});
export type PlannedVisit = z.infer<typeof plannedVisitSchema>;
/** A row of a plan that is no visit: 加算 without a time. */
export const plannedItemSchema = z.strictObject({ serviceCode: serviceCodeSchema, day: daySchema });
export type PlannedItem = z.infer<typeof plannedItemSchema>;

export const careplanFileKindSchema = z.enum(['UPJSK', 'DLTJSK']);
export type CareplanFileKind = z.infer<typeof careplanFileKindSchema>;

const ofMonth = { clientId: uuidSchema, month: monthSchema, partnerOfficeId: uuidSchema };

/**
 * Stream `plan-<v5(client, month)>`. What it says of a person besides times and codes: client's
 * key, paths as the field names (rule 41).
 */
export const planEventSchema = z.discriminatedUnion('type', [
  /** Replaces what the office has imported of the month before. */
  eventSchema('CareplanImported', 'ケアプランの予定を取り込み', {
    ...ofMonth,
    /** 居宅介護支援事業所 that sent it. */
    careManagementNumber: careOfficeNumberSchema.nullable(),
    careManagementName: sealedSchema.nullable(),
    visits: z.array(plannedVisitSchema).max(MOST_PLANNED_VISITS),
    items: z.array(plannedItemSchema).max(MOST_PLANNED_VISITS),
    /** HMAC under the client's key over all of it: the same again is no event. */
    digest: z.string(),
  }),
  /** A file of 実績, or one that takes it back. */
  eventSchema('CareplanExported', 'ケアプランの実績を出力', {
    ...ofMonth,
    fileId: uuidSchema,
    kind: careplanFileKindSchema,
    name: z.string(),
    /** In whose order files of an office are processed; in the name, to the second. */
    stamp: instantSchema,
    rows: z.int().positive(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** The bytes, compressed: gzip in base64. */
    content: sealedSchema,
  }),
]);
export type PlanEvent = z.infer<typeof planEventSchema>;
