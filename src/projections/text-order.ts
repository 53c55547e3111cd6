/**
 * The order in which SQLite sorts texts: that of their UTF-8 bytes, so of their characters. In
 * JavaScript's own, a character beyond U+FFFF (𠮷) comes before full-width letters; where a list
 * is sorted by the one and paged by the other, rows are lost between its pages.
 */
export const inTextOrder = (a: string, b: string): number => {
  const shorter = Math.min(a.length, b.length);
  for (let n = 0; n < shorter; n += 1) {
    const [one, other] = [a.charCodeAt(n), b.charCodeAt(n)];
    if (one !== other) return characterOrder(one) - characterOrder(other);
  }
  return a.length - b.length;
};

/** Halves of a character beyond U+FFFF come after all whole ones. */
const characterOrder = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
