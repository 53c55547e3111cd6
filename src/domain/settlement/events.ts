import { z } from 'zod';
import { daySchema, monthSchema } from '../calendar.ts';
import { eventSchema } from '../decider.ts';
import { uuidSchema } from '../ids.ts';
import { LINES_PER_EVENT } from '../limits.ts';
import { sealedSchema } from '../sealed.ts';
import { shortTextSchema, taxClassSchema, yenSchema } from '../vocabulary.ts';

export const lineKindSchema = z.enum(['VISIT', 'CANCELLATION', 'ADJUSTMENT', 'CARRIED_FORWARD']);
export const disputeOutcomeSchema = z.enum(['UPHELD', 'REJECTED', 'WITHDRAWN']);
export type DisputeOutcome = z.infer<typeof disputeOutcomeSchema>;
export const taxSubtotalSchema = z.strictObject({ taxClass: taxClassSchema, netYen: yenSchema, taxYen: yenSchema });
export type TaxSubtotal = z.infer<typeof taxSubtotalSchema>;

/** Ids, codes, amounts, days; the description is made when read (rule 34). */
export const statementLineSchema = z.strictObject({
  lineId: uuidSchema,
  kind: lineKindSchema,
  visitId: uuidSchema.nullable(),
  date: daySchema,
  serviceCode: z.string().nullable(),
  units: z.int().nullable(),
  yenPerUnitHundredths: z.int().nullable(),
  amountYen: yenSchema,
  taxClass: taxClassSchema,
  termsVersion: z.int().positive().nullable(),
  /** Id of the event that priced it: each is in at most one non-void line (rules 31, 36). */
  pricedBy: uuidSchema.nullable(),
  /** ADJUSTMENT: the line it corrects. */
  corrects: uuidSchema.nullable(),
  /** CARRIED_FORWARD at the beginning: the statement it comes from (rule 32). */
  carriedFrom: uuidSchema.nullable(),
});
export type StatementLine = z.infer<typeof statementLineSchema>;

/** Stream `settlement-<v5(network, partner, assist)>`: all months of a pair. */
export const settlementEventSchema = z.discriminatedUnion('type', [
  /** In one append with its StatementLinesListed. */
  eventSchema('StatementIssued', '支払通知書を発行', {
    statementId: uuidSchema,
    number: shortTextSchema,
    month: monthSchema,
    networkId: uuidSchema,
    partnerOfficeId: uuidSchema,
    assistOfficeId: uuidSchema,
    lineCount: z.int().positive(),
    subtotals: z.array(taxSubtotalSchema),
    totalYen: yenSchema.nonnegative(),
    /**
     * Below zero before the CARRIED_FORWARD line: what the next statement begins with (tax
     * included); else 0.
     */
    carriedForwardYen: yenSchema.max(0),
    issuedBy: shortTextSchema,
    /** From it count the days to confirm and those until it is paid without (rule 35). */
    issuedOn: daySchema,
    /** null: silence never confirms. */
    confirmBy: daySchema.nullable(),
    dueOn: daySchema,
    payeeInvoiceNumber: z.string().nullable(),
    deductiblePercent: z.int().min(0).max(100),
    replaces: uuidSchema.nullable(),
    /**
     * SHA-256 over the canonical JSON (RFC 8785) of this event without the hash, and of its lines
     * (rule 34).
     */
    contentHash: z.string(),
  }),
  eventSchema('StatementLinesListed', '明細を記載', {
    statementId: uuidSchema,
    from: z.int().nonnegative(),
    lines: z.array(statementLineSchema).max(LINES_PER_EVENT),
  }),
  eventSchema('LineDisputed', '明細に異議', {
    statementId: uuidSchema,
    lineId: uuidSchema,
    /** Of the line; null where it is of none. */
    visitId: uuidSchema.nullable(),
    reason: sealedSchema,
    /** Of the dispute whole, HMAC under the key that seals: whether another is the same. */
    digest: z.string(),
  }),
  /** Prices its line anew where it has an amount: it stands in at most one non-void line. */
  eventSchema('DisputeResolved', '異議に回答', {
    statementId: uuidSchema,
    lineId: uuidSchema,
    outcome: disputeOutcomeSchema,
    answer: sealedSchema,
    /** UPHELD alone; null where the record is amended, and the adjustment comes from that. */
    adjustmentYen: yenSchema.nullable(),
    /** From it count the days to confirm, and those until it is paid without (rule 35). */
    answeredOn: daySchema,
    /** From now on; null: silence never confirms. */
    confirmBy: daySchema.nullable(),
    digest: z.string(),
  }),
  eventSchema('StatementVoided', '支払通知書を取消', {
    statementId: uuidSchema,
    reason: sealedSchema,
    /** The pair's last month that is closed from now on; null: none is. */
    lastClosedMonth: monthSchema.nullable(),
    digest: z.string(),
  }),
  eventSchema('StatementConfirmed', '支払通知書を確認', { statementId: uuidSchema, deemed: z.boolean() }),
  eventSchema('PaymentApproved', '支払を承認', {
    statementId: uuidSchema,
    contentHash: z.string(),
    approvedBy: shortTextSchema,
    /** Of the payee's account as it stood; null: it had none (rule 35). */
    accountDigest: z.string().nullable(),
  }),
  /** The payee has another account since: somebody approves the payment anew (rule 35). */
  eventSchema('ApprovalTakenBack', '口座の変更により支払の承認を取消', { statementId: uuidSchema }),
  /**
   * Into the bank file of the id, which a BankFileMade holds (rule 35). Digests of the accounts
   * that it is to go from and to.
   */
  eventSchema('PaymentInstructed', '振込を依頼', {
    statementId: uuidSchema,
    bankFileId: uuidSchema,
    transferDate: daySchema,
    instructedOn: daySchema,
    amountYen: yenSchema.positive(),
    accountDigest: z.string(),
    payerDigest: z.string(),
  }),
  /**
   * The transfer came back, or its file was never sent. `digest`: of day and reason, HMAC under the
   * key that seals: whether another is the same.
   */
  eventSchema('PaymentFailed', '振込不能を記録', {
    statementId: uuidSchema,
    failedOn: daySchema,
    reason: sealedSchema,
    digest: z.string(),
  }),
  eventSchema('PaymentSettled', '支払を記録', {
    statementId: uuidSchema,
    paidOn: daySchema,
    amountYen: yenSchema,
    reference: sealedSchema,
    /** Of the payment whole, HMAC under the key that seals: whether another is the same. */
    digest: z.string(),
  }),
]);
export type SettlementEvent = z.infer<typeof settlementEventSchema>;
