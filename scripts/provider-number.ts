import { createHash } from 'node:crypto';

/**
 * A 介護保険事業所番号 with a right check digit (facts: Luhn), made of a text; begins with 99, so that it is
 * no real office's.
 */
export const providerNumberWith = (text: string): string => {
  const digits = `99${(Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 10), 16) % 10_000_000).toString().padStart(7, '0')}`;
  let sum = 0;
  for (let n = 0; n < 9; n += 1) {
    // From the right of the whole number the check digit is the first: every other digit from the
    // ninth on is doubled.
    const doubled = Number(digits[n]) * (n % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits + ((10 - (sum % 10)) % 10);
};
