import { z } from 'zod';
import { termsContentSchema } from '../agreement/events.ts';
import type { Day } from '../calendar.ts';
import { type AreaGrade, type CareLevel, type Surcharge, surchargeSchema } from '../vocabulary.ts';
import { feeTableOn } from './fee-tables.ts';

/**
 * What a visit is priced by, as the office accepted it (rule 28): whoever prices the visit later,
 * or its cancellation, does it by this and asks nobody again.
 */
export const priceBasisSchema = z.strictObject({
  /** Those in force on the visit's day; the tax class is one of them. */
  terms: z.strictObject({ version: z.int().positive(), content: termsContentSchema }),
  /** Name of the fee table in force on the visit's day; null before the first. */
  feeTable: z.string().nullable(),
  /** 地域区分別単価 of the partner office, which bills; null where its area grade is not known. */
  yenPerUnitHundredths: z.int().nullable(),
  /** 特定事業所加算 of the partner office on the visit's day. */
  surcharges: z.array(surchargeSchema),
  /** 要介護 or 要支援, which no fee table prices. */
  careCategory: z.enum(['CARE', 'SUPPORT']),
});
export type PriceBasis = z.infer<typeof priceBasisSchema>;

/** What other streams say on a visit's day, before it is accepted. */
export interface Pricing {
  readonly careLevel: CareLevel;
  /** Null: none are in force. */
  readonly terms: PriceBasis['terms'] | null;
  readonly partner: { readonly areaGrade: AreaGrade; readonly surcharges: readonly Surcharge[] };
}

/** The basis of a visit on a day by what is said then; null where no terms are in force. */
export const basisOn = (day: Day, { careLevel, terms, partner }: Pricing): PriceBasis | null => {
  if (terms === null) return null;
  const table = feeTableOn(day);
  const { areaGrade, surcharges } = partner;
  return {
    terms: { version: terms.version, content: terms.content },
    feeTable: table?.name ?? null,
    yenPerUnitHundredths: table === null || areaGrade === 'UNKNOWN' ? null : table.yenPerUnitHundredths[areaGrade],
    surcharges: [...surcharges],
    careCategory: careLevel.startsWith('SUPPORT') ? 'SUPPORT' : 'CARE',
  };
};
