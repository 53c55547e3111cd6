import { z } from 'zod';
import { MOST_NAME_CHARACTERS } from './limits.ts';
import { lineSchema } from './text.ts';

/** Words that several aggregates share; names are the published contract's (src/api/schema). */
export const networkRoleSchema = z.enum(['PARTNER', 'ASSIST']);
export type NetworkRole = z.infer<typeof networkRoleSchema>;

export const roleSchema = z.enum(['ADMINISTRATOR', 'COORDINATOR', 'CAREGIVER', 'CONSULTANT', 'AUDITOR']);
export type Role = z.infer<typeof roleSchema>;

export const serviceKindSchema = z.enum([
  'PHYSICAL_CARE',
  'DAILY_LIVING',
  'PHYSICAL_THEN_DAILY_LIVING',
  'BOARDING_ASSISTANCE',
]);
export type ServiceKind = z.infer<typeof serviceKindSchema>;

export const areaGradeSchema = z.enum([
  'GRADE_1',
  'GRADE_2',
  'GRADE_3',
  'GRADE_4',
  'GRADE_5',
  'GRADE_6',
  'GRADE_7',
  'OTHER',
  'UNKNOWN',
]);
export type AreaGrade = z.infer<typeof areaGradeSchema>;

export const surchargeSchema = z.enum(['SPECIFIED_1', 'SPECIFIED_2', 'SPECIFIED_3', 'SPECIFIED_4', 'SPECIFIED_5']);
export type Surcharge = z.infer<typeof surchargeSchema>;

export const qualificationSchema = z.enum(['CERTIFIED_CARE_WORKER', 'PRACTITIONER', 'INITIAL', 'DAILY_LIVING_ONLY']);
export type Qualification = z.infer<typeof qualificationSchema>;

/** 預金種目. */
export const accountKindSchema = z.enum(['ORDINARY', 'CURRENT', 'SAVINGS']);

export const careLevelSchema = z.enum(['SUPPORT_1', 'SUPPORT_2', 'CARE_1', 'CARE_2', 'CARE_3', 'CARE_4', 'CARE_5']);
export type CareLevel = z.infer<typeof careLevelSchema>;

export const consentScopeSchema = z.enum(['SHARE_WITHIN_NETWORK', 'SURVEY']);
export type ConsentScope = z.infer<typeof consentScopeSchema>;

export const cancelReasonSchema = z.enum([
  'CLIENT_ABSENT',
  'CLIENT_REFUSED',
  'CLIENT_REQUEST',
  'ADMITTED',
  'DECEASED',
  'CONSENT_WITHDRAWN',
  'DISASTER',
  'PARTNER_OFFICE',
  'OTHER',
  /** By the process alone: the times stand in an earlier request (rule 9). */
  'OVERLAPS',
  'OWN_STAFF',
  'UNCOVERED',
]);
/** What a person may give as a reason: the rest is said by processes alone. */
export const givenCancelReasonSchema = cancelReasonSchema.exclude(['OVERLAPS', 'UNCOVERED']);
/** What may be found at the door (contract, cancelVisitAtDoor). */
export const doorReasonSchema = cancelReasonSchema.extract(['CLIENT_ABSENT', 'CLIENT_REFUSED']);
export type CancelReason = z.infer<typeof cancelReasonSchema>;

export const feeBasisSchema = z.enum(['PERCENT_OF_BENEFIT', 'PER_VISIT', 'PER_HOUR']);
export const taxClassSchema = z.enum(['TAXABLE_10', 'EXEMPT', 'OUT_OF_SCOPE']);
export const roundingSchema = z.enum(['DOWN', 'HALF_UP', 'UP']);
export type Rounding = z.infer<typeof roundingSchema>;

/** Whole yen; never a float. */
export const yenSchema = z.int();
export type Yen = number;

/** 事業所番号 as other systems write it: ten digits, seldom with letters. */
export const careOfficeNumberSchema = z.string().regex(/^[0-9A-Z]{10}$/);

/** Codes and other short words that are not free text. */
export const shortTextSchema = lineSchema.min(1).max(MOST_NAME_CHARACTERS);
