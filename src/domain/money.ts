import type { Rounding } from './vocabulary.ts';

/**
 * numerator / denominator, rounded on the absolute value, by name (rule 30). Exact: whole numbers
 * throughout. `denominator` > 0.
 */
export const roundedDivide = (numerator: number | bigint, denominator: number | bigint, rounding: Rounding): number => {
  const n = BigInt(numerator);
  const d = BigInt(denominator);
  const absolute = n < 0n ? -n : n;
  const rest = absolute % d;
  const up = rounding === 'UP' ? rest > 0n : rounding === 'HALF_UP' ? rest * 2n >= d : false;
  const rounded = absolute / d + (up ? 1n : 0n);
  return Number(n < 0n ? -rounded : rounded);
};

/** Units × yen per unit in hundredths of yen, rounded down to a whole yen (老企第36号). */
export const cutToYen = (units: number, yenPerUnitHundredths: number): number =>
  roundedDivide(BigInt(units) * BigInt(yenPerUnitHundredths), 100, 'DOWN');
