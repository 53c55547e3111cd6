import { holderOf, lostByAt, type Requested, visitOf, withdrawalOf } from '../delegation/state.ts';
import type { Uuid } from '../ids.ts';
import { followsDelegation, isMadeBefore, type VisitState } from './state.ts';

/** What the process does so that a visit's stream and its delegation agree, in this order. */
export interface StepsToFollow {
  /**
   * The office that made it after all, by a record of what began before it handed the visit back or
   * was told of the withdrawal: the delegation follows, and there is nothing else to do.
   */
  readonly made: Uuid | null;
  /** The office that gave the visit back, or lost it. */
  readonly release: Uuid | null;
  /** The office that makes it now, or made it when it was withdrawn. */
  readonly schedule: Uuid | null;
  readonly cancel: boolean;
  /** The newest change of plan that was agreed on and has not been carried over. */
  readonly changeId: Uuid | null;
  /** Whether an office held it at the withdrawal, so that the notice is priced. */
  readonly isHeld: boolean;
}

/**
 * A visit withdrawn before it was scheduled is scheduled first, so that its notice is priced. Where
 * a record and an allocation to another office have crossed, the delegation decides (rule 22).
 */
export const stepsToFollow = (delegated: Requested, visitId: Uuid, visit: VisitState): StepsToFollow => {
  const { allocatedTo, withdrawn } = visitOf(delegated, visitId) ?? { allocatedTo: null, withdrawn: false };
  const withdrawal = withdrawn ? withdrawalOf(delegated, visitId) : null;
  const heldBy = withdrawal?.visits.find((one) => one.visitId === visitId)?.heldBy ?? null;
  const makerId = withdrawn ? heldBy : allocatedTo;
  const holderId = visit.status !== 'NONE' && followsDelegation(visit) ? visit.plan.assistOfficeId : null;
  const isInStep = holderId === makerId;
  const made = allocatedTo === null ? madeBy(delegated, visitId, visit) : null;
  return {
    made,
    release: isInStep || made !== null ? null : holderId,
    schedule: isInStep || made !== null ? null : makerId,
    changeId: changeToFollow(delegated, visitId, visit),
    cancel: made === null && withdrawn && (makerId !== null || visit.status !== 'NONE'),
    isHeld: makerId !== null,
  };
};

/** With the office that has the visit, or had it when it was withdrawn. */
const changeToFollow = (delegated: Requested, visitId: Uuid, visit: VisitState): Uuid | null => {
  const planned = visitOf(delegated, visitId);
  if (visit.status === 'NONE' || !planned) return null;
  const { toFollow } = visit.changes;
  const isWithIt = holderOf(delegated, planned) === visit.plan.assistOfficeId;
  return isWithIt && toFollow !== planned.changeId ? toFollow : null;
};

/**
 * Whose record, or whose cancellation at the door, stands of a visit that the delegation gives to
 * nobody any more.
 */
const madeBy = (delegated: Requested, visitId: Uuid, visit: VisitState): Uuid | null => {
  if (visit.status === 'NONE') return null;
  const { assistOfficeId } = visit.plan;
  const isStanding =
    // What the partner office has verified counts.
    visit.status === 'VERIFIED' ||
    (followsDelegation(visit) && isMadeBefore(visit, lostByAt(delegated, visitId, assistOfficeId)));
  return isStanding ? assistOfficeId : null;
};
