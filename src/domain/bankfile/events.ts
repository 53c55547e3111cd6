import { z } from 'zod';
import { daySchema } from '../calendar.ts';
import { eventSchema } from '../decider.ts';
import { uuidSchema } from '../ids.ts';
import { MOST_TRANSFERS } from '../limits.ts';
import { sealedSchema } from '../sealed.ts';
import { yenSchema } from '../vocabulary.ts';

const transferSchema = z.strictObject({
  settlementId: uuidSchema,
  statementId: uuidSchema,
  amountYen: yenSchema.positive(),
});

/** Stream `bankfile-<v5 of the command>`: one file for a bank (総合振込). */
export const bankFileEventSchema = z.discriminatedUnion('type', [
  /**
   * The statements that took it, in the order of its records. Its text as it is sent, and the
   * SHA-256 of its bytes, which would confirm a guess of an account: both sealed with the partner
   * office's key, paths `content` and `sha256` (rule 41).
   */
  eventSchema('BankFileMade', '総合振込データを作成', {
    partnerOfficeId: uuidSchema,
    transferDate: daySchema,
    transfers: z.array(transferSchema).min(1).max(MOST_TRANSFERS),
    totalYen: yenSchema.positive(),
    content: sealedSchema,
    sha256: sealedSchema,
  }),
]);
export type BankFileEvent = z.infer<typeof bankFileEventSchema>;
