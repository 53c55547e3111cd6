import type { Instant } from '../calendar.ts';
import type { DataOf } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { Rejected } from '../rejected.ts';
import type { Sealed } from '../sealed.ts';
import type { VisitEvent } from './events.ts';
import { cancellationOf, refuseBegunAfter, refuseReplaced } from './planning.ts';
import { isSamePunch, refuseEarly, timeTaken } from './punching.ts';
import { refuseOutsideReport } from './recording.ts';
import { isCancelledAtDoor, type KnownVisit } from './state.ts';

/** Nobody stands at the door sooner than so long before the planned start. */
const DOOR_MINUTES = 15;

type Cancelled = DataOf<VisitEvent, 'VisitCancelled'>;
/** Facts as of a punch; `isTaken`: by now another office has the visit. */
interface CancelVisitAtDoor extends Omit<NonNullable<Cancelled['atDoor']>, 'deviceAt'> {
  readonly reason: Cancelled['reason'];
  readonly note: Sealed | null;
  readonly byOfficeId: Uuid;
  readonly replacedAt: Instant | null;
  readonly isTaken: boolean;
}

/**
 * The caregiver was there, and the client was not, or sent them away: with no notice, so by the
 * narrowest band (rule 27). From 15 minutes before the planned start until a record stands; in the
 * place of a report that nobody came, and of a withdrawal or release that came after it, as a
 * record would (rules 22, 23). The same again decides `[]`.
 */
export const cancelVisitAtDoor = (command: CancelVisitAtDoor, state: KnownVisit, now: Instant): VisitEvent[] => {
  const { reason, note, byOfficeId, replacedAt, isTaken, ...punched } = command;
  const { atDoor = null } = state.cancellation ?? {};
  const hasIt = state.plan.assistOfficeId === byOfficeId;
  if (hasIt && isSamePunch(atDoor, punched) && atDoor?.reason === reason) return [];
  if (hasIt && state.record !== null) throw new Rejected('RECORD_STANDS', ['visitId']);
  if (hasIt && isCancelledAtDoor(state)) throw new Rejected('VISIT_CANCELLED', ['visitId']);
  const taken = timeTaken(punched.at, now, 'at');
  refuseOutsideReport(taken.at, state);
  refuseBegunAfter(taken.at, state, byOfficeId);
  if (!hasIt || isTaken) throw new Rejected('VISITS_ALREADY_ALLOCATED', ['visitId']);
  refuseReplaced(taken.at, replacedAt);
  refuseEarly(taken.at, state, 'at', DOOR_MINUTES);
  const { fee, basis } = state.plan;
  const data = {
    reason,
    byOfficeId,
    noticeMinutes: 0,
    ...cancellationOf(fee, 0, basis.terms.content),
    note,
    atDoor: { ...punched, ...taken },
  };
  return [{ type: 'VisitCancelled', data, occurredAt: taken.at }];
};
