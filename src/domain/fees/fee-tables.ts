import type { Day } from '../calendar.ts';
import type { FeeTable } from './fee-table.ts';
import { reiwa6 } from './tables/reiwa-6.ts';

/**
 * Every table there has been; their days do not overlap. The next revision is a file of `tables`.
 */
const feeTables: readonly FeeTable[] = [reiwa6];

/** The table of a name, by which a visit was priced; null for none of ours. */
export const feeTableNamed = (name: string | null, tables = feeTables): FeeTable | null =>
  tables.find((table) => table.name === name) ?? null;

/** The table in force on a day; null before the first. */
export const feeTableOn = (day: Day, tables = feeTables): FeeTable | null =>
  tables.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo)) ?? null;
