import { z } from 'zod';
import type { Month } from '../calendar.ts';
import { roundedDivide } from '../money.ts';

/**
 * 加算 of a client's month (rule 29): in 実績 alone, never in a visit's fee. FIRST_VISIT is 初回加算; the
 * rest are the grades of 処遇改善加算, of which an office has notified one at most.
 */
export const monthItemSchema = z.enum([
  'FIRST_VISIT',
  'TREATMENT_1',
  'TREATMENT_1A',
  'TREATMENT_1B',
  'TREATMENT_2',
  'TREATMENT_2A',
  'TREATMENT_2B',
  'TREATMENT_3',
  'TREATMENT_4',
]);
export type MonthItem = z.infer<typeof monthItemSchema>;
const treatmentSchema = monthItemSchema.exclude(['FIRST_VISIT']);
type Treatment = z.infer<typeof treatmentSchema>;

/** `code` null: its number has not been confirmed, so it cannot be written. */
type Rate = { readonly code: string | null; readonly perMille: number };
interface MonthItems {
  /** Both inclusive; null = still in force. */
  readonly validFrom: Month;
  readonly validTo: Month | null;
  readonly firstVisit: { readonly code: string; readonly units: number };
  /** Of the month's units. */
  readonly treatment: Readonly<Partial<Record<Treatment, Rate>>>;
}

const firstVisit = { code: '114001', units: 200 };
/** The rates of 処遇改善加算 change more often than the base units, so they are dated apart. */
const monthItems: readonly MonthItems[] = [
  {
    validFrom: '2024-06',
    validTo: '2026-05',
    firstVisit,
    treatment: {
      TREATMENT_1: { code: '116275', perMille: 245 },
      TREATMENT_2: { code: '116274', perMille: 224 },
      TREATMENT_3: { code: '116271', perMille: 182 },
      TREATMENT_4: { code: '116380', perMille: 145 },
    },
  },
  {
    validFrom: '2026-06',
    validTo: null,
    firstVisit,
    treatment: {
      TREATMENT_1A: { code: '116275', perMille: 270 },
      TREATMENT_1B: { code: null, perMille: 287 },
      TREATMENT_2A: { code: '116274', perMille: 249 },
      TREATMENT_2B: { code: '116184', perMille: 266 },
      TREATMENT_3: { code: '116271', perMille: 207 },
      TREATMENT_4: { code: '116380', perMille: 170 },
    },
  },
];

const inForce = (month: Month, tables: readonly MonthItems[]): MonthItems | undefined =>
  tables.find(({ validFrom, validTo }) => validFrom <= month && (validTo === null || month <= validTo));

/** A month item as 実績 has it. */
export interface PricedItem {
  readonly code: string | null;
  readonly units: number;
}

/**
 * Code and units of an item in a month, rounded half up; of 処遇改善加算, of all other units of the
 * month, 初回加算 included. Null where it is not in force then.
 */
export const monthItemOf = (
  item: MonthItem,
  month: Month,
  unitsOfMonth: number,
  tables = monthItems,
): PricedItem | null => {
  const table = inForce(month, tables);
  if (item === 'FIRST_VISIT') return table?.firstVisit ?? null;
  const rate = table?.treatment[item];
  return rate ? { code: rate.code, units: roundedDivide(unitsOfMonth * rate.perMille, 1000, 'HALF_UP') } : null;
};

/** The item that a code stands for in a month; null for none. */
export const monthItemCoded = (code: string, month: Month, tables = monthItems): MonthItem | null => {
  const table = inForce(month, tables);
  if (table?.firstVisit.code === code) return 'FIRST_VISIT';
  return treatmentSchema.options.find((item) => table?.treatment[item]?.code === code) ?? null;
};
