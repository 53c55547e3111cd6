import { z } from 'zod';
import { instantSchema } from '../calendar.ts';
import { eventSchema } from '../decider.ts';
import { priceBasisSchema } from '../fees/basis.ts';
import { uuidSchema } from '../ids.ts';
import {
  MOST_CAREGIVERS,
  MOST_OFFICES_PER_ROUND,
  MOST_ROUNDS,
  MOST_TASKS,
  MOST_VISITS,
  WINDOW_MINUTES,
} from '../limits.ts';
import { sealedSchema } from '../sealed.ts';
import { cancelReasonSchema, serviceKindSchema, shortTextSchema, yenSchema } from '../vocabulary.ts';
import { visitPricesShape } from './prices.ts';

export const delegationModeSchema = z.enum(['FIRST_TO_ACCEPT', 'PARTNER_SELECTS', 'DIRECT']);
export type DelegationMode = z.infer<typeof delegationModeSchema>;
export const declineReasonSchema = z.enum([
  'OUT_OF_AREA',
  'TIME_BAND',
  'NO_CAPACITY',
  'QUALIFICATION',
  'CLIENT_MATCH',
  'TRAVEL_TIME',
  'PRICE',
  'INFECTION',
  'OTHER',
]);
export const uncoveredOutcomeSchema = z.enum(['OWN_STAFF', 'FAMILY', 'OTHER_PROVIDER', 'POSTPONED', 'NOT_MADE']);
export type UncoveredOutcome = z.infer<typeof uncoveredOutcomeSchema>;

/** What of a visit's plan the two offices can change by agreement (rule 22). */
export const changeablePlanShape = {
  service: serviceKindSchema,
  minutes: z.int().positive(),
  /** 身体介護 minutes, only with PHYSICAL_THEN_DAILY_LIVING. */
  physicalMinutes: z.int().positive().nullable(),
  plannedStart: instantSchema,
  plannedEnd: instantSchema,
};
/** What is planned of one visit; the same in the delegation and in the visit's own stream. */
export const visitPlanShape = {
  ...changeablePlanShape,
  /** 2: `pairedVisitId` is the other caregiver's visit (rule 10). */
  caregiversRequired: z.int().min(1).max(MOST_CAREGIVERS),
  pairedVisitId: uuidSchema.nullable(),
  emergency: z.boolean(),
  /** Codes of `careTasks`. */
  tasks: z.array(shortTextSchema).max(MOST_TASKS),
};
const visitPlanSchema = z.strictObject(visitPlanShape);
export type VisitPlan = z.infer<typeof visitPlanSchema>;
export type ChangeablePlan = Pick<VisitPlan, keyof typeof changeablePlanShape>;
/** What can be changed, of what has a plan. */
export const changeableOf = (visit: ChangeablePlan): ChangeablePlan => ({
  service: visit.service,
  minutes: visit.minutes,
  physicalMinutes: visit.physicalMinutes,
  plannedStart: visit.plannedStart,
  plannedEnd: visit.plannedEnd,
});
/** The plan alone of what has one. */
export const planOf = (visit: VisitPlan): VisitPlan => ({
  ...changeableOf(visit),
  caregiversRequired: visit.caregiversRequired,
  pairedVisitId: visit.pairedVisitId,
  emergency: visit.emergency,
  tasks: visit.tasks,
});
export const delegatedVisitSchema = z.strictObject({
  visitId: uuidSchema,
  place: z.int().nonnegative(),
  /** Which visit of the client's care plan it covers; null: none that is known here. */
  plannedVisitId: uuidSchema.nullable(),
  ...visitPlanShape,
});
export type DelegatedVisit = z.infer<typeof delegatedVisitSchema>;

export const roundPlanSchema = z.strictObject({
  officeIds: z.array(uuidSchema).min(1).max(MOST_OFFICES_PER_ROUND),
  windowMinutes: z.int().min(WINDOW_MINUTES.from).max(WINDOW_MINUTES.to),
});
export type RoundPlan = z.infer<typeof roundPlanSchema>;

const round = z.int().positive();
const visitIds = z.array(uuidSchema).min(1);

/**
 * Stream `delegation-<by command>`. Notes and reasons: client's key, paths as the field names.
 * Rounds count from 1 in the order of their opening.
 */
export const delegationEventSchema = z.discriminatedUnion('type', [
  eventSchema('DelegationRequested', '委託を依頼', {
    networkId: uuidSchema,
    clientId: uuidSchema,
    partnerOfficeId: uuidSchema,
    mode: delegationModeSchema,
    visits: z.array(delegatedVisitSchema).min(1).max(MOST_VISITS),
    rounds: z.array(roundPlanSchema).min(1).max(MOST_ROUNDS),
    note: sealedSchema.nullable(),
  }),
  /** Planned ahead of those still planned (rule 16). */
  eventSchema('RoundsAdded', '打診の回を追加', { rounds: z.array(roundPlanSchema).min(1).max(MOST_ROUNDS) }),
  /** One per office and round; a round opens with its offers, all in one append. */
  eventSchema('OfferMade', '打診を送付', {
    round,
    officeId: uuidSchema,
    visitIds,
    windowMinutes: z.int().positive(),
    respondBy: instantSchema,
    /**
     * Which of the planned rounds, counted from 0: those requested, then those added. Null: one
     * more after a release (rule 17).
     */
    plan: z.int().nonnegative().nullable(),
    /** What each visit costs the partner office if this offer is accepted. */
    ...visitPricesShape,
  }),
  eventSchema('OfferSeen', '打診を確認', { round, officeId: uuidSchema }),
  eventSchema('MoreTimeRequested', '回答期限の延長を希望', {
    round,
    officeId: uuidSchema,
    minutes: z.int().positive(),
    note: sealedSchema.nullable(),
  }),
  eventSchema('MoreTimeGranted', '回答期限を延長', {
    round,
    officeId: uuidSchema,
    minutes: z.int().positive(),
    respondBy: instantSchema,
  }),
  eventSchema('OfferAccepted', '打診を受諾', { round, officeId: uuidSchema, visitIds, note: sealedSchema.nullable() }),
  /** In PARTNER_SELECTS also takes back a yes. */
  eventSchema('OfferDeclined', '打診を辞退', {
    round,
    officeId: uuidSchema,
    reason: declineReasonSchema,
    note: sealedSchema.nullable(),
  }),
  eventSchema('OfferExpired', '打診が期限切れ', { round, officeId: uuidSchema }),
  eventSchema('OfferNotSelected', '打診は不選定', { round, officeId: uuidSchema }),
  /**
   * By acceptance, in the same append, or by selection (rule 19); at the prices of the offer that
   * was accepted, whatever has changed since (rule 28).
   */
  eventSchema('VisitsAllocated', '訪問を割当', { round, officeId: uuidSchema, visitIds, ...visitPricesShape }),
  eventSchema('VisitsReleased', '訪問を返上', { officeId: uuidSchema, visitIds, reason: sealedSchema }),
  /**
   * `because`: REQUESTED by the partner office; UNCOVERED: its start has come and nobody had it
   * (rule 18); CONSENT_WITHDRAWN (rule 45); OVERLAPS with an earlier request (rule 9). `heldBy`:
   * whose visit it was.
   */
  eventSchema('VisitsWithdrawn', '訪問を取り下げ', {
    visits: z.array(z.strictObject({ visitId: uuidSchema, heldBy: uuidSchema.nullable() })).min(1),
    because: z.enum(['REQUESTED', 'UNCOVERED', 'CONSENT_WITHDRAWN', 'OVERLAPS']),
    reason: cancelReasonSchema,
    note: sealedSchema.nullable(),
  }),
  /**
   * The office that had handed it back, or from which it was withdrawn, had begun it before that
   * and has recorded it: the visit is that office's again, at the price it had accepted (rule 22).
   */
  eventSchema('VisitMadeAfterAll', '返上・取り下げの前に始まっていた訪問の記録が届いた', {
    visitId: uuidSchema,
    officeId: uuidSchema,
  }),
  /**
   * The two offices agreed on it before the visit, in the visit's stream, from where it is carried
   * over as it stands there: what the delegation offers, withdraws, releases and ends by from then
   * on (rule 22). `officeId`: with which office.
   */
  eventSchema('VisitPlanChanged', '合意した予定の変更を反映', {
    visitId: uuidSchema,
    officeId: uuidSchema,
    changeId: uuidSchema,
    ...changeablePlanShape,
    /** What prices it from then on, and what it costs by the plan (rule 28). */
    basis: priceBasisSchema,
    feeYen: yenSchema,
  }),
  /** Nobody is left to ask for these. */
  eventSchema('DelegationEscalated', '受け手なし、電話での調整へ', { visitIds }),
  /** Still free so shortly before their start that the telephone has to do (rule 18). */
  eventSchema('VisitsAtRisk', '開始が近いが受け手が未定', { visitIds }),
  /** What became of visits that nobody had at their start; the newest answer counts. */
  eventSchema('UncoveredAnswered', '受け手のなかった訪問の結果を記録', {
    visitIds,
    outcome: uncoveredOutcomeSchema,
    note: sealedSchema.nullable(),
  }),
  eventSchema('DelegationCompleted', '委託を完了', {}),
]);
export type DelegationEvent = z.infer<typeof delegationEventSchema>;
