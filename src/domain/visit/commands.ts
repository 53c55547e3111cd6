import { z } from 'zod';
import { termsContentSchema } from '../agreement/events.ts';
import { instantSchema } from '../calendar.ts';
import { uuidSchema } from '../ids.ts';
import { sealedSchema } from '../sealed.ts';
import {
  areaGradeSchema,
  careLevelSchema,
  qualificationSchema,
  shortTextSchema,
  surchargeSchema,
} from '../vocabulary.ts';
import { exceptionCodeSchema, taskOutcomeSchema, visitEventSchema } from './events.ts';

const [scheduled, , , started, , recorded, amended, , , , , , cancelled] = visitEventSchema.options;
const command = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape });
const byOfficeId = uuidSchema;

/** What prices a visit, as it stands on its day (rules 28–30). */
const pricingSchema = z.strictObject({
  careLevel: careLevelSchema,
  terms: z.strictObject({ version: z.int().positive(), content: termsContentSchema }).nullable(),
  partner: z.strictObject({ areaGrade: areaGradeSchema, surcharges: z.array(surchargeSchema) }),
});
export type Pricing = z.infer<typeof pricingSchema>;

const firingSchema = z.strictObject({
  code: exceptionCodeSchema,
  otherVisitId: uuidSchema.nullable(),
  otherChangedAt: instantSchema.nullable(),
});
const punch = started.shape.data.shape;
const task = z.strictObject({ code: shortTextSchema, outcome: taskOutcomeSchema, note: sealedSchema.nullable() });

export const visitCommandSchema = z.discriminatedUnion('type', [
  /** Process. */
  command('ScheduleVisit', { ...scheduled.shape.data.omit({ fee: true }).shape, pricing: pricingSchema }),
  /** Process: the office has released it. */
  command('ReleaseVisit', { assistOfficeId: uuidSchema }),
  /** Process: it was withdrawn at `at`. `isHeld`: by an office, so that the notice is priced. */
  command('CancelVisit', {
    reason: cancelled.shape.data.shape.reason,
    byOfficeId,
    at: instantSchema,
    isHeld: z.boolean(),
    terms: pricingSchema.shape.terms,
    note: sealedSchema.nullable(),
  }),
  /** Fact `works`: whether the caregiver works for the assist office on the visit's day. */
  command('AssignCaregiver', { caregiverId: uuidSchema, works: z.boolean() }),
  /** Process: the caregiver has left the office. */
  command('UnassignCaregiver', { caregiverId: uuidSchema }),
  command('StartVisit', punch),
  command('EndVisit', punch),
  /**
   * Times null: the punches'. `duplicateDetail`: the whole, sealed, for the case that a record
   * stands.
   */
  command('RecordVisit', {
    caregiverId: uuidSchema,
    startedAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    tasks: z.array(task).max(50),
    condition: sealedSchema.nullable(),
    notes: sealedSchema.nullable(),
    digest: recorded.shape.data.shape.digest,
    enteredForCaregiver: z.boolean(),
    byOfficeId,
    duplicateDetail: sealedSchema,
    works: z.boolean(),
    qualifications: z.array(qualificationSchema),
  }),
  /** Absent = as before. */
  command('AmendVisitRecord', {
    reason: sealedSchema,
    /** Fact: the reason says no more than "to match the plan". */
    reasonIsThePlan: z.boolean(),
    adjustedStart: amended.shape.data.shape.adjustedStart.optional(),
    adjustedEnd: amended.shape.data.shape.adjustedEnd.optional(),
    caregiverId: uuidSchema.optional(),
    tasks: z.array(task).max(50).optional(),
    condition: sealedSchema.nullable().optional(),
    notes: sealedSchema.nullable().optional(),
    digest: z.string(),
    byOfficeId,
    byCaregiver: z.boolean(),
    works: z.boolean(),
    qualifications: z.array(qualificationSchema),
  }),
  command('ResolveException', {
    code: exceptionCodeSchema,
    reason: sealedSchema,
    asPlanned: z.boolean(),
    byPartner: z.boolean(),
  }),
  /**
   * Process: exceptions between visits, and what a new qualification changes. `firing`: of the
   * codes between visits.
   */
  command('JudgeVisit', { firing: z.array(firingSchema), qualifications: z.array(qualificationSchema) }),
  command('VerifyVisit', {
    byOfficeId,
    firing: z.array(firingSchema),
    qualifications: z.array(qualificationSchema),
    pricing: pricingSchema,
  }),
  command('ReturnVisitRecord', { reason: sealedSchema, isSettled: z.boolean() }),
  command('ReportMissedVisit', { reason: sealedSchema, byOfficeId }),
]);
export type VisitCommand = z.infer<typeof visitCommandSchema>;
