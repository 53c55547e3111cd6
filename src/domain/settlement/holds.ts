import type { Instant } from '../calendar.ts';
import type { Uuid } from '../ids.ts';

/** What keeps a visit out of a statement, whose move it is, and since when (rule 33). */
export interface Hold {
  readonly visitId: Uuid;
  readonly code: 'NOT_RECORDED' | 'RECORD_RETURNED' | 'OPEN_EXCEPTION' | 'NOT_VERIFIED' | 'NO_TERMS';
  readonly waitingForOfficeId: Uuid;
  readonly since: Instant;
}

/** A visit of the pair, as far as its hold follows from it. */
export interface HeldVisit {
  readonly id: Uuid;
  readonly status: string;
  readonly openExceptions: number;
  readonly changedAt: Instant;
}

/** The hold of a visit; null where nothing keeps it out. */
export const holdOf = (
  { id, status, openExceptions, changedAt }: HeldVisit,
  { partnerOfficeId, assistOfficeId }: { readonly partnerOfficeId: Uuid; readonly assistOfficeId: Uuid },
): Hold | null => {
  const hold = (code: Hold['code'], waitingForOfficeId: Uuid): Hold => {
    return { visitId: id, code, waitingForOfficeId, since: changedAt };
  };
  if (status === 'SCHEDULED' || status === 'IN_PROGRESS') return hold('NOT_RECORDED', assistOfficeId);
  if (status === 'RETURNED') return hold('RECORD_RETURNED', assistOfficeId);
  if (status !== 'RECORDED') return null;
  return openExceptions > 0 ? hold('OPEN_EXCEPTION', assistOfficeId) : hold('NOT_VERIFIED', partnerOfficeId);
};
