import { createHash } from 'node:crypto';

/**
 * A 介護保険事業所番号 with a correct check digit (Luhn), derived from a text; begins with 99, as no real
 * office's does.
 */
export const providerNumberWith = (text: string): string => {
  const hash = createHash('sha256').update(text).digest('hex');
  const digits = `99${String(Number.parseInt(hash.slice(0, 10), 16) % 10_000_000).padStart(7, '0')}`;
  let sum = 0;
  for (let n = 0; n < 9; n += 1) {
    // Luhn counts from the check digit on the right: the ninth digit is doubled, and every other
    // one to its left.
    const doubled = Number(digits[n]) * (n % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits + ((10 - (sum % 10)) % 10);
};
