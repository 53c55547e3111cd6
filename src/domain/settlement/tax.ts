import type { Day } from '../calendar.ts';
import { roundedDivide } from '../money.ts';
import { taxClassSchema, type Yen } from '../vocabulary.ts';
import type { StatementLine, TaxSubtotal } from './events.ts';

/**
 * Net and tax per tax class, in the order of the classes: 10 % rounded down on the absolute value,
 * once per statement and rate (rule 34).
 */
export const subtotalsOf = (lines: readonly Pick<StatementLine, 'taxClass' | 'amountYen'>[]): TaxSubtotal[] =>
  taxClassSchema.options.flatMap((taxClass) => {
    const ofClass = lines.filter((line) => line.taxClass === taxClass);
    if (ofClass.length === 0) return [];
    const netYen = ofClass.reduce((sum, { amountYen }) => sum + amountYen, 0);
    return [{ taxClass, netYen, taxYen: taxClass === 'TAXABLE_10' ? roundedDivide(netYen * 10, 100, 'DOWN') : 0 }];
  });

export const totalOf = (subtotals: readonly TaxSubtotal[]): Yen =>
  subtotals.reduce((sum, { netYen, taxYen }) => sum + netYen + taxYen, 0);

/** 経過措置: how much of the tax may be deducted without a T-number, to the day inclusive (消費税法). */
const DEDUCTIBLE: readonly { readonly to: Day; readonly percent: number }[] = [
  { to: '2026-09-30', percent: 80 },
  { to: '2028-09-30', percent: 70 },
  { to: '2030-09-30', percent: 50 },
  { to: '2031-09-30', percent: 30 },
];

export const deductiblePercent = (invoiceNumber: string | null, day: Day): number =>
  invoiceNumber !== null ? 100 : (DEDUCTIBLE.find(({ to }) => day <= to)?.percent ?? 0);

/** Of the tax of a statement so many per cent, cut to yen on the absolute value. */
export const deductibleYen = (subtotals: readonly TaxSubtotal[], percent: number): Yen =>
  roundedDivide(subtotals.reduce((sum, { taxYen }) => sum + taxYen, 0) * percent, 100, 'DOWN');
