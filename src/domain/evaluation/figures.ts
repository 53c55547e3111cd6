import { mean } from 'simple-statistics';

/**
 * The p-quantile as R and pandas reckon it (type 7: linear between the order statistics); null of
 * none.
 */
export const quantile = (values: readonly number[], p: number): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const [lower, upper] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return lower === undefined || upper === undefined ? null : lower + (upper - lower) * (at - Math.floor(at));
};

/** Null of none. */
export const meanOf = (values: readonly number[]): number | null => (values.length === 0 ? null : mean(values));

/** A part of a whole; null of nothing. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/**
 * Gini coefficient: 0 where all have the same, near 1 where one has everything; the mean difference
 * of any two, relative to twice the mean. Null where nobody has anything.
 */
export const gini = (values: readonly number[]): number | null => {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const weighted = sorted.reduce((sum, value, n) => sum + (2 * (n + 1) - sorted.length - 1) * value, 0);
  return weighted / (sorted.length * total);
};

/**
 * Bice-Boxerman continuity-of-care index of one client: 1 where one caregiver made all visits, 0
 * where each visit had another (Bice, Boxerman: A quantitative measure of continuity of care,
 * Medical Care 15, 1977). `visits`: how many each caregiver made. Null below two visits.
 */
export const continuityOfCare = (visits: readonly number[]): number | null => {
  const all = visits.reduce((sum, count) => sum + count, 0);
  if (all < 2) return null;
  return (visits.reduce((sum, count) => sum + count * count, 0) - all) / (all * (all - 1));
};
