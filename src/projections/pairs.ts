import type { Uuid } from '../domain/ids.ts';

/** Which pairs of a partner and an assist office a list holds; null = any. */
export interface PairFilter {
  /** Those in which it is partner or assist. */
  readonly ofOfficeId: Uuid | null;
  readonly partnerOfficeId: Uuid | null;
  readonly assistOfficeId: Uuid | null;
}
export type PairSides = Pick<PairFilter, 'partnerOfficeId' | 'assistOfficeId'>;

/**
 * The same without "or", so that each is found by an index: for an office two that have no pair in
 * common, as no office is partner and assist at once.
 */
export const pairsOf = ({ ofOfficeId, partnerOfficeId, assistOfficeId }: PairFilter): PairSides[] => {
  if (ofOfficeId === null) return [{ partnerOfficeId, assistOfficeId }];
  const isOrAny = (officeId: Uuid | null): boolean => officeId === null || officeId === ofOfficeId;
  return [
    ...(isOrAny(partnerOfficeId) ? [{ partnerOfficeId: ofOfficeId, assistOfficeId }] : []),
    ...(isOrAny(assistOfficeId) ? [{ partnerOfficeId, assistOfficeId: ofOfficeId }] : []),
  ];
};
