import { searchForm } from './search-form.ts';

/**
 * A delegation's number to say on the telephone: the network's fiscal year, and how many it has had
 * by then.
 */
export const delegationNumberOf = (fiscalYear: number, n: number): string =>
  `${String(fiscalYear % 100).padStart(2, '0')}-${String(n).padStart(4, '0')}`;
/** `place`: of the visit in its delegation, from 0. */
export const visitNumberOf = (delegationNumber: string, place: number): string => `${delegationNumber}-${place + 1}`;

/** Every stroke that a keyboard, or a person who writes down what was said, makes of a hyphen. */
const STROKES = /[‐‑‒–—―−ー－]/g;

/** A number as somebody types it, without regard to width, spaces and kinds of strokes. */
export const numberForm = (said: string): string => searchForm(said.replaceAll(STROKES, '-'));

/**
 * Of a delegation or of a visit, as somebody says it: zeros may be missing. `visit` is null where a
 * delegation is named. Null for what is no such number.
 */
export const saidNumber = (said: string): { readonly delegation: string; readonly visit: string | null } | null => {
  const [, year, n, ofVisit] = /^(\d{1,2})-(\d{1,9})(?:-(\d{1,4}))?$/.exec(numberForm(said)) ?? [];
  if (year === undefined || n === undefined) return null;
  const delegation = delegationNumberOf(Number(year), Number(n));
  return { delegation, visit: ofVisit === undefined ? null : visitNumberOf(delegation, Number(ofVisit) - 1) };
};
