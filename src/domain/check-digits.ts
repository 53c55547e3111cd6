/**
 * 介護保険事業所番号: the tenth digit is the Luhn check digit of the first nine. Warn where it fails, never
 * refuse: some real numbers fail.
 */
export const providerNumberChecks = (number: string): boolean =>
  /^\d{10}$/.test(number) && luhnDigit(number.slice(0, 9)) === Number(number[9]);

/**
 * 法人番号: first digit = 9 − (Σ Pn·Qn mod 9), n from the right over the other twelve, Qn = 1 for odd
 * n, 2 for even.
 */
export const corporateNumberChecks = (number: string): boolean => {
  if (!/^\d{13}$/.test(number)) return false;
  const digits = [...number].map(Number);
  const sum = digits
    .slice(1)
    .reverse()
    .reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 2), 0);
  return digits[0] === 9 - (sum % 9);
};

/** The digit that makes the number's Luhn sum a multiple of ten. */
const luhnDigit = (digits: string): number => {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
};
