import { mean, sampleStandardDeviation, sampleVariance } from 'simple-statistics';

/** 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/** Of a NUMBER (questionnaire.ts). */
const MOST_DECIMALS = 6;
/**
 * A sum or difference of decimals without what adding leaves behind, so that equal ones are equal.
 */
export const exact = (value: number): number => Number(value.toFixed(MOST_DECIMALS));

/** Of a sample, squared (n − 1); null for fewer than two values. */
const variance = (values: readonly number[]): number | null => (values.length < 2 ? null : sampleVariance(values));

/** Standard deviation of a sample; null for fewer than two values. */
export const sd = (values: readonly number[]): number | null =>
  values.length < 2 ? null : sampleStandardDeviation(values);

/**
 * Probability that |T| ≤ t with whole degrees of freedom (Abramowitz and Stegun 26.7.3, 26.7.4).
 */
const withinT = (t: number, df: number): number => {
  const angle = Math.atan(t / Math.sqrt(df));
  const cos = Math.cos(angle);
  const odd = df % 2 === 1;
  let term = odd ? cos : 1;
  let total = df === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= df - 2; k += 2) {
    term *= ((k - 1) / k) * cos * cos;
    total += term;
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * total) : Math.sin(angle) * total;
};

/** 97.5 % point of Student's t, found by bisection. */
export const t975 = (df: number): number => {
  let [low, high] = [1.9, 13];
  while (high - low > 1e-10) {
    const middle = (low + high) / 2;
    if (withinT(middle, df) < 0.95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** 95 % interval of a mean by Student's t; null for fewer than two values. */
export const meanInterval = (values: readonly number[]): [number, number] | null => {
  const spread = sd(values);
  if (spread === null) return null;
  const half = (t975(values.length - 1) * spread) / Math.sqrt(values.length);
  return [mean(values) - half, mean(values) + half];
};

/** 95 % interval of a share by Wilson. */
export const shareInterval = (k: number, n: number): [number, number] => {
  const share = k / n;
  const middle = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const half = (Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))) / (1 + (Z * Z) / n);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
};

/**
 * Cronbach's alpha of rows of items; null for fewer than two items or rows, or where nothing
 * varies.
 */
export const cronbachAlpha = (rows: readonly (readonly number[])[]): number | null => {
  const items = rows[0]?.length ?? 0;
  const sums = rows.map((row) => exact(row.reduce((total, value) => total + value, 0)));
  const whole = variance(sums);
  if (items < 2 || whole === null || new Set(sums).size === 1) return null;
  const single = Array.from({ length: items }, (_, item) => variance(rows.map((row) => row[item] ?? 0)) ?? 0);
  return (items / (items - 1)) * (1 - single.reduce((total, value) => total + value, 0) / whole);
};
