import { type Instant, latest } from '../calendar.ts';
import type { Uuid } from '../ids.ts';
import { isForPartner } from '../visit/exceptions.ts';
import { type KnownVisit, openExceptions } from '../visit/state.ts';

export type HoldCode = 'NOT_RECORDED' | 'RECORD_RETURNED' | 'OPEN_EXCEPTION' | 'NOT_VERIFIED';

/** What keeps a visit out of a statement, whose move it is, and since when (rule 33). */
export interface Hold {
  readonly visitId: Uuid;
  readonly code: HoldCode;
  readonly waitingForOfficeId: Uuid;
  readonly since: Instant;
}

/**
 * What keeps a visit out of a statement as it stands, and whose move it is; null where nothing
 * does. An exception that was raised after verifying does too (rule 24). There is no hold for want
 * of terms: the price is the one that was accepted (rule 28).
 */
export const holdOf = (state: KnownVisit): Pick<Hold, 'code' | 'waitingForOfficeId'> | null => {
  const { status, plan, record } = state;
  const open = openExceptions(state);
  // Sent back from the door, there is no record yet either.
  if (status === 'SCHEDULED' || status === 'IN_PROGRESS' || (status === 'RETURNED' && record === null))
    return { code: 'NOT_RECORDED', waitingForOfficeId: plan.assistOfficeId };
  if (status === 'RETURNED') return { code: 'RECORD_RETURNED', waitingForOfficeId: plan.assistOfficeId };
  if (status !== 'RECORDED' && status !== 'VERIFIED') return null;
  if (open.length > 0) {
    const forPartner = open.every(({ code }) => isForPartner(code));
    const waitingForOfficeId = forPartner ? plan.partnerOfficeId : plan.assistOfficeId;
    return { code: 'OPEN_EXCEPTION', waitingForOfficeId };
  }
  return status === 'VERIFIED' ? null : { code: 'NOT_VERIFIED', waitingForOfficeId: plan.partnerOfficeId };
};

/** Since when it has been somebody's move: a visit that is not recorded, from the visit on. */
export const heldSince = (code: HoldCode, since: Instant, plannedStart: Instant): Instant =>
  code === 'NOT_RECORDED' ? latest(since, plannedStart) : since;
