import type { TermsContent } from '../agreement/events.ts';
import { addMinutes, type Instant, minutesBetween } from '../calendar.ts';
import type { DataOf } from '../decider.ts';
import { cancellationFee, cancellationPercent, priceVisit } from '../fees/price-visit.ts';
import type { Uuid } from '../ids.ts';
import { MOST_ASSIGNMENTS } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { VisitEvent, VisitFee } from './events.ts';
import { raisedAs } from './exceptions.ts';
import { followsDelegation, isMadeBefore, type KnownVisit, lostAt, type VisitState } from './state.ts';

type Data<Type extends VisitEvent['type']> = DataOf<VisitEvent, Type>;

/** Allocated → scheduled, priced by what was accepted and the plan. Again after a release. */
export const scheduleVisit = (command: Omit<Data<'VisitScheduled'>, 'fee'>, state: VisitState): VisitEvent[] => {
  if (state.status !== 'NONE' && state.status !== 'RELEASED') return [];
  const data = { ...command, fee: priceVisit(command, command.basis, null) };
  return [{ type: 'VisitScheduled', data }, ...(state.status === 'RELEASED' ? recordLeftBehind(state) : [])];
};

/** The record of the office that had it crossed with the allocation to another (rule 22). */
const recordLeftBehind = ({ record, plan: { assistOfficeId: formerOfficeId } }: KnownVisit): VisitEvent[] => {
  if (record === null) return [];
  const data = raisedAs('RECORD_AFTER_RELEASE', { digest: record.firstDigest, formerOfficeId });
  return [{ type: 'VisitExceptionRaised', data }];
};

/**
 * Handed back at `at`. `isTaken`: another office has it by now. `changeId`: the newest change of
 * plan that the delegation had followed by then.
 */
interface ReleaseVisit extends Data<'VisitReleased'> {
  readonly at: Instant;
  readonly changeId: Uuid | null;
  readonly isTaken: boolean;
}

/**
 * A record of what began before it was handed back stands while no other office has the visit. A
 * change of plan that was agreed on while it was handed back falls away: it was agreed with an
 * office that no longer had the visit, which is offered as the delegation has it (rule 22).
 */
export const releaseVisit = (command: ReleaseVisit, state: KnownVisit): VisitEvent[] => {
  const { assistOfficeId, at, isTaken } = command;
  if (!followsDelegation(state) || state.plan.assistOfficeId !== assistOfficeId) return [];
  if (isMadeBefore(state, at) && !isTaken) return [];
  const { agreed } = state.changes;
  // Of several the first takes the others with it: the plan is again the one that was followed.
  const [fellAway] = agreed.slice(agreed.findIndex(({ changeId }) => changeId === command.changeId) + 1);
  const lapsed: VisitEvent[] = fellAway
    ? [{ type: 'VisitChangeLapsed', data: { changeId: fellAway.changeId }, occurredAt: at }]
    : [];
  return [{ type: 'VisitReleased', data: { assistOfficeId }, occurredAt: at }, ...lapsed];
};

/** Withdrawn at `at`. `isHeld`: by an office, so that the notice is priced. */
interface CancelVisit extends Pick<Data<'VisitCancelled'>, 'reason' | 'note'> {
  readonly at: Instant;
  readonly isHeld: boolean;
}

/**
 * What a cancellation with so many minutes' notice costs of a visit's fee by its terms (rule 27): 0
 * yen without a band.
 */
export const cancellationOf = (
  fee: VisitFee,
  noticeMinutes: number,
  content: TermsContent,
): Pick<Data<'VisitCancelled'>, 'percentOfFee' | 'fee'> => {
  const percentOfFee = cancellationPercent(content, noticeMinutes) ?? 0;
  return { percentOfFee, fee: cancellationFee(fee, percentOfFee, content) };
};

/**
 * Rule 27: priced by the band of the notice given, by the terms that were accepted; 0 yen where
 * released, never taken or without a band. A record of what began before it stands (rule 22).
 */
export const cancelVisit = (command: CancelVisit, state: KnownVisit): VisitEvent[] => {
  if (!followsDelegation(state) && state.status !== 'RELEASED') return [];
  const { reason, at, note } = command;
  if (isMadeBefore(state, at)) return [];
  const { plan } = state;
  const { fee, basis } = plan;
  const noticeMinutes = Math.max(0, Math.floor(minutesBetween(at, plan.plannedStart)));
  const isPriced = command.isHeld && state.status !== 'RELEASED';
  const priced = isPriced
    ? cancellationOf(fee, noticeMinutes, basis.terms.content)
    : { percentOfFee: 0, fee: { ...fee, feeYen: 0 } };
  const byOfficeId = plan.partnerOfficeId;
  const data = { reason, byOfficeId, noticeMinutes, ...priced, note, atDoor: null };
  return [{ type: 'VisitCancelled', data, occurredAt: at }];
};

/** Refuses an office's command on a visit that is cancelled or released. */
export const refuseEnded = ({ status }: KnownVisit, path: string): void => {
  if (status === 'CANCELLED') throw new Rejected('VISIT_CANCELLED', [path]);
  if (status === 'RELEASED') throw new Rejected('VISIT_RELEASED', [path]);
};

/**
 * Refuses what an office says of a visit that it has lost, unless it began before that (rule 22).
 */
export const refuseBegunAfter = (beganAt: Instant, state: KnownVisit, byOfficeId: Uuid): void => {
  const hasIt = state.plan.assistOfficeId === byOfficeId;
  const lost = lostAt(state, byOfficeId);
  if ((hasIt && lost === null) || (lost !== null && beganAt < lost)) return;
  throw new Rejected(hasIt && state.status === 'CANCELLED' ? 'VISIT_CANCELLED' : 'VISIT_RELEASED', ['visitId']);
};

/** The same of a caregiver in whose place another has been assigned since. */
export const refuseReplaced = (beganAt: Instant, replacedAt: Instant | null): void => {
  if (replacedAt !== null && beganAt >= replacedAt) throw new Rejected('CAREGIVER_REPLACED', ['visitId']);
};

interface OneCaregiver {
  readonly caregiverId: Uuid;
}
/**
 * Facts: whether the caregiver works for the assist office on the visit's day, and whether another
 * visit of the same person, for whichever office, overlaps the plan.
 */
interface AssignCaregiver extends OneCaregiver {
  readonly despiteOverlap?: boolean;
  readonly works: boolean;
  readonly isBusy: boolean;
}

/** Until there is a record; assigning again replaces. Not to two places at once unless meant. */
export const assignCaregiver = (command: AssignCaregiver, state: KnownVisit): VisitEvent[] => {
  const { caregiverId, works, isBusy, despiteOverlap = false } = command;
  refuseEnded(state, 'visitId');
  if (state.status === 'MISSED') throw new Rejected('VISIT_MISSED', ['visitId']);
  if (state.caregiverId === caregiverId) return [];
  if (state.record !== null) throw new Rejected('RECORD_STANDS', ['visitId']);
  if (!works) throw new Rejected('CAREGIVER_NOT_OF_OFFICE', ['caregiverId']);
  if (isBusy && !despiteOverlap) throw new Rejected('CAREGIVER_BUSY', ['caregiverId']);
  if (state.assignments >= MOST_ASSIGNMENTS) throw new Rejected('TOO_MANY_CHANGES', ['visitId']);
  return [{ type: 'CaregiverAssigned', data: { caregiverId } }];
};

export const unassignCaregiver = ({ caregiverId }: OneCaregiver, state: KnownVisit): VisitEvent[] =>
  state.status === 'SCHEDULED' && state.caregiverId === caregiverId
    ? [{ type: 'CaregiverAssigned', data: { caregiverId: null } }]
    : [];

interface ReportMissedVisit extends Pick<Data<'VisitMissed'>, 'reason'> {
  readonly byOfficeId: Uuid;
}

/** So long after a planned start of which nothing has been heard somebody asks (rule 23). */
export const UNHEARD_MINUTES = 15;

/** Nobody came; from 15 minutes after the planned start on (rule 23). No fee. */
export const reportMissedVisit = (
  { reason, byOfficeId }: ReportMissedVisit,
  state: KnownVisit,
  now: Instant,
): VisitEvent[] => {
  if (state.status === 'MISSED') return [];
  refuseEnded(state, 'visitId');
  if (state.record !== null) throw new Rejected('RECORD_STANDS', ['visitId']);
  if (state.start !== null || state.end !== null) throw new Rejected('VISIT_STARTED', ['visitId']);
  if (now < addMinutes(state.plan.plannedStart, UNHEARD_MINUTES)) throw new Rejected('VISIT_AHEAD', ['visitId']);
  return [{ type: 'VisitMissed', data: { reason, reportedByOfficeId: byOfficeId } }];
};
