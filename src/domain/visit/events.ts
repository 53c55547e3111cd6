import { z } from 'zod';
import { instantSchema } from '../calendar.ts';
import { eventSchema } from '../decider.ts';
import { changeablePlanShape, visitPlanShape } from '../delegation/events.ts';
import { priceBasisSchema } from '../fees/basis.ts';
import { uuidSchema } from '../ids.ts';
import { MOST_TASKS } from '../limits.ts';
import { sealedSchema } from '../sealed.ts';
import { cancelReasonSchema, shortTextSchema, taxClassSchema, yenSchema } from '../vocabulary.ts';

export const captureMethodSchema = z.enum(['GPS', 'NFC', 'QR', 'TELEPHONE', 'MANUAL']);
export type CaptureMethod = z.infer<typeof captureMethodSchema>;
export const taskOutcomeSchema = z.enum(['DONE', 'DECLINED_BY_CLIENT', 'NOT_NEEDED']);
export const exceptionCodeSchema = z.enum([
  'DURATION_DIFFERS',
  'START_DIFFERS',
  'MANUAL_TIME',
  'LATE_RECORD',
  'CAREGIVER_OVERLAP',
  'CLIENT_OVERLAP',
  'WITHIN_TWO_HOURS',
  'QUALIFICATION_MISSING',
  'OUTSIDE_LOCATION',
  'TIMES_ADJUSTED',
  'TASK_MISMATCH',
  'DUPLICATE_UPLOAD',
  'RECORD_AFTER_RELEASE',
]);
export type ExceptionCode = z.infer<typeof exceptionCodeSchema>;
export const exceptionSeveritySchema = z.enum(['FIX', 'ACKNOWLEDGE']);

/** The price of one visit and what it came from (rules 28–30). */
export const visitFeeSchema = z.strictObject({
  termsVersion: z.int().positive(),
  taxClass: taxClassSchema,
  /**
   * Name of the fee table, service code, 単位 and 地域区分別単価 in hundredths of yen; null where the basis
   * does not look at them.
   */
  feeTable: z.string().nullable(),
  serviceCode: z.string().nullable(),
  units: z.int().nullable(),
  yenPerUnitHundredths: z.int().nullable(),
  benefitYen: yenSchema.nullable(),
  feeYen: yenSchema,
  /** The minutes that were priced. */
  minutes: z.int().nonnegative(),
});
export type VisitFee = z.infer<typeof visitFeeSchema>;

export const punchKindSchema = z.enum(['START', 'END']);
export type PunchKind = z.infer<typeof punchKindSchema>;

const punchShape = {
  at: instantSchema,
  /** What a device that runs ahead said, where `at` is the server's time (rule 23). */
  deviceAt: instantSchema.nullable(),
  method: captureMethodSchema,
  /** {latitude, longitude}: client's key, path `place`. */
  place: sealedSchema.nullable(),
  /** From the client's home; in clear (rule 23). */
  metersFromHome: z.int().nonnegative().nullable(),
  caregiverId: uuidSchema.nullable(),
  enteredForCaregiver: z.boolean(),
};

/** `note`: client's key, path `tasks.<index>.note`. */
const recordedTaskSchema = z.strictObject({
  code: shortTextSchema,
  outcome: taskOutcomeSchema,
  note: sealedSchema.nullable(),
});

/**
 * What is recorded of a visit. Free texts: client's key, paths as the field names. A new field is
 * added only here, in the contract and in the view (docs/adding.md).
 */
export const recordContentSchema = z.strictObject({
  tasks: z.array(recordedTaskSchema).max(MOST_TASKS),
  condition: sealedSchema.nullable(),
  notes: sealedSchema.nullable(),
});
export type RecordContent = z.infer<typeof recordContentSchema>;
/** What an amendment says, and why. */
export const amendmentSchema = recordContentSchema.extend({ reason: sealedSchema });

/** `digest`: HMAC under the client's key over all content (rule 23). */
const recordShape = {
  version: z.int().positive(),
  caregiverId: uuidSchema,
  ...recordContentSchema.shape,
  /** A coordinator writes for the caregiver (代行入力). */
  enteredForCaregiver: z.boolean(),
  digest: z.string(),
  /** What a device that runs ahead said of start and end, where they are the server's (rule 23). */
  deviceStart: instantSchema.nullable(),
  deviceEnd: instantSchema.nullable(),
};

/** Stream `visit-<v5(delegation, place)>`. */
export const visitEventSchema = z.discriminatedUnion('type', [
  /** Again after a release, when another office has taken it. */
  eventSchema('VisitScheduled', '訪問を予定', {
    delegationId: uuidSchema,
    networkId: uuidSchema,
    clientId: uuidSchema,
    partnerOfficeId: uuidSchema,
    assistOfficeId: uuidSchema,
    ...visitPlanShape,
    /**
     * As the delegation's VisitsAllocated has it; everything that prices the visit goes by it (rule
     * 28).
     */
    basis: priceBasisSchema,
    /** By the plan. */
    fee: visitFeeSchema,
  }),
  eventSchema('VisitReleased', '訪問を返上', { assistOfficeId: uuidSchema }),
  /** null: nobody, because the caregiver has left. */
  eventSchema('CaregiverAssigned', '訪問介護員を割当', { caregiverId: uuidSchema.nullable() }),
  eventSchema('VisitStarted', '訪問を開始', punchShape),
  eventSchema('VisitEnded', '訪問を終了', punchShape),
  /**
   * Made before `officeId` lost the visit, which another office has by now: beside what that one
   * says of it (rule 22).
   */
  eventSchema('LatePunchKept', '返上した事業所の打刻を保管', {
    punch: punchKindSchema,
    formerOfficeId: uuidSchema,
    ...punchShape,
  }),
  /** Counts for nothing from then on (rule 23). `reason`: client's key, path `reason`. */
  eventSchema('PunchWithdrawn', '打刻を取消', { punch: punchKindSchema, reason: sealedSchema }),
  eventSchema('VisitRecorded', 'サービス提供を記録', {
    ...recordShape,
    startedAt: instantSchema,
    endedAt: instantSchema,
    startMethod: captureMethodSchema,
    endMethod: captureMethodSchema,
    /** The office that made the record, and so never verifies it (rule 26). */
    recordedByOfficeId: uuidSchema,
  }),
  eventSchema('VisitRecordAmended', '記録を訂正', {
    ...recordShape,
    /** Kept beside the punches; null = the punch counts. */
    adjustedStart: instantSchema.nullable(),
    adjustedEnd: instantSchema.nullable(),
    reason: sealedSchema,
    recordedByOfficeId: uuidSchema,
  }),
  /** `otherVisitId`: of an exception between visits. `detail`: client's key, path `detail`. */
  eventSchema('VisitExceptionRaised', '確認事項が発生', {
    code: exceptionCodeSchema,
    severity: exceptionSeveritySchema,
    otherVisitId: uuidSchema.nullable(),
    detail: sealedSchema.nullable(),
    /** Of a record that does not count, beside the one that does: so that it is raised once. */
    digest: z.string().nullable(),
    /** RECORD_AFTER_RELEASE: whose record it is (rule 22). */
    formerOfficeId: uuidSchema.nullable(),
  }),
  /**
   * LIFTED: the rule no longer fires; ACKNOWLEDGED and AS_PLANNED: by an office (rule 25).
   * `reason`: client's key, path `reason`.
   */
  eventSchema('VisitExceptionResolved', '確認事項が解消', {
    code: exceptionCodeSchema,
    otherVisitId: uuidSchema.nullable(),
    how: z.enum(['LIFTED', 'ACKNOWLEDGED', 'AS_PLANNED']),
    reason: sealedSchema.nullable(),
  }),
  /** The price for good (rule 28). */
  eventSchema('VisitVerified', '記録を確定', { recordVersion: z.int().positive(), fee: visitFeeSchema }),
  eventSchema('VisitRecordReturned', '記録を差し戻し', { reason: sealedSchema }),
  /** No fee (rule 27). */
  eventSchema('VisitMissed', '訪問なしと報告', { reason: sealedSchema, reportedByOfficeId: uuidSchema }),
  /**
   * Another plan, which stands once the other office agrees. `reason`: client's key, path `reason`.
   */
  eventSchema('VisitChangeProposed', '予定の変更を提案', {
    changeId: uuidSchema,
    proposedByOfficeId: uuidSchema,
    ...changeablePlanShape,
    reason: sealedSchema,
    answerBy: instantSchema,
  }),
  /**
   * `agreed`: the plan that stands from then on, and what prices it (rule 28); null: declined, the
   * plan stays. `note`: client's key, path `note`.
   */
  eventSchema('VisitChangeAnswered', '予定の変更に回答', {
    changeId: uuidSchema,
    answeredByOfficeId: uuidSchema,
    agreed: z
      .strictObject({
        ...changeablePlanShape,
        /** Proposed before the visit: the delegation follows (rule 22). */
        isBeforeVisit: z.boolean(),
        basis: priceBasisSchema,
        /** By the plan. */
        fee: visitFeeSchema,
      })
      .nullable(),
    note: sealedSchema.nullable(),
  }),
  /**
   * Nobody answered in time; or it was agreed on and the office had given the visit back by then.
   */
  eventSchema('VisitChangeLapsed', '予定の変更の提案が失効', { changeId: uuidSchema }),
  /** Priced by the notice given (rule 27). `note`: client's key, path `note`. */
  eventSchema('VisitCancelled', '訪問を取消', {
    reason: cancelReasonSchema,
    byOfficeId: uuidSchema,
    noticeMinutes: z.int().nonnegative(),
    percentOfFee: z.int().min(0).max(100),
    fee: visitFeeSchema,
    note: sealedSchema.nullable(),
    /** Who stood at the door, and when: nobody opened, or they were sent away. Else null. */
    atDoor: z.strictObject(punchShape).nullable(),
  }),
]);
export type VisitEvent = z.infer<typeof visitEventSchema>;
