import { type Uuid, visitIdOf } from '../ids.ts';
import { MOST_VISITS } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { DelegatedVisit } from './events.ts';

/** One row of a request; with `caregiversRequired` 2 it becomes two visits at once (rule 10). */
export type VisitRow = Omit<DelegatedVisit, 'visitId' | 'place' | 'pairedVisitId'>;

/**
 * The visits of the rows, numbered in their order, and for each the row that it comes from. Throws
 * TOO_MANY_VISITS.
 */
export const numberedVisits = (
  delegationId: Uuid,
  rows: readonly VisitRow[],
): { visits: DelegatedVisit[]; rowOf: number[] } => {
  const rowOf = rows.flatMap(({ caregiversRequired }, n) => (caregiversRequired === 2 ? [n, n] : [n]));
  if (rowOf.length > MOST_VISITS) throw new Rejected('TOO_MANY_VISITS', ['visits']);
  const idAt = (place: number): Uuid => visitIdOf(delegationId, place);
  const visits = rows.flatMap((row, n): DelegatedVisit[] => {
    const place = rowOf.indexOf(n);
    if (row.caregiversRequired === 1) return [{ ...row, visitId: idAt(place), place, pairedVisitId: null }];
    const [one, other] = [idAt(place), idAt(place + 1)];
    return [
      { ...row, visitId: one, place, pairedVisitId: other },
      { ...row, visitId: other, place: place + 1, pairedVisitId: one },
    ];
  });
  return { visits, rowOf };
};
