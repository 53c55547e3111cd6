import type { Instant } from '../calendar.ts';
import { type CommandOf, decider } from '../decider.ts';
import { priceVisit } from '../fees/price-visit.ts';
import type { Uuid } from '../ids.ts';
import { MOST_DOORS, MOST_VERSIONS } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { Sealed } from '../sealed.ts';
import type { Qualification } from '../vocabulary.ts';
import { cancelVisitAtDoor } from './at-door.ts';
import { answerVisitChange, lapseVisitChange, proposeVisitChange } from './changing.ts';
import type { ExceptionCode, VisitEvent } from './events.ts';
import { evolve } from './evolve.ts';
import {
  exceptionsWithin,
  type Firing,
  firesWithin,
  isBetween,
  isForPartner,
  judge,
  unanswered,
} from './exceptions.ts';
import {
  assignCaregiver,
  cancelVisit,
  refuseEnded,
  releaseVisit,
  reportMissedVisit,
  scheduleVisit,
  unassignCaregiver,
} from './planning.ts';
import { after, punch, withdrawPunch } from './punching.ts';
import { amendVisitRecord, recordVisit } from './recording.ts';
import { isCancelledAtDoor, type KnownVisit, minutesPriced, openExceptions, type VisitState } from './state.ts';

const AS_PLANNED_CODES: readonly string[] = ['DURATION_DIFFERS', 'CLIENT_OVERLAP', 'CAREGIVER_OVERLAP'];

interface ResolveException {
  readonly code: ExceptionCode;
  readonly reason: Sealed;
  readonly asPlanned: boolean;
  readonly byPartner: boolean;
}

/**
 * All open ones of the code. ACKNOWLEDGE by either office, some by the partner office alone; a FIX
 * ends by itself, or `asPlanned` by the partner office where the record is true (rules 24, 25). A
 * verified visit that costs otherwise as planned is priced anew (rule 29).
 */
const resolveException = (
  { code, reason, asPlanned, byPartner }: ResolveException,
  state: KnownVisit,
  now: Instant,
): VisitEvent[] => {
  const open = openExceptions(state).filter((one) => one.code === code);
  if (open.length === 0) {
    if (state.exceptions.some((one) => one.code === code)) return [];
    throw new Rejected('EXCEPTION_NOT_OPEN', ['code']);
  }
  const isFix = open.some(({ severity }) => severity === 'FIX');
  if (isForPartner(code) && !byPartner) throw new Rejected('PARTNER_ACKNOWLEDGES', ['code']);
  if (isFix && !(asPlanned && byPartner && AS_PLANNED_CODES.includes(code)))
    throw new Rejected('MUST_BE_PUT_RIGHT', ['code']);
  const how = isFix ? ('AS_PLANNED' as const) : ('ACKNOWLEDGED' as const);
  // Those with the same other visit, or none, end together.
  const resolved = [...new Set(open.map((one) => one.otherVisitId))].map(
    (otherVisitId): VisitEvent => ({ type: 'VisitExceptionResolved', data: { code, otherVisitId, how, reason } }),
  );
  const then = after(state, resolved, now);
  if (then.status !== 'VERIFIED' || then.record === null) return resolved;
  const priced = verifiedOf(then, then.record.version);
  return priced.data.fee.feeYen === state.fee.feeYen ? resolved : [...resolved, priced];
};

/** The price for good, by what was accepted (rules 28, 29). */
const verifiedOf = (state: KnownVisit, recordVersion: number) => ({
  type: 'VisitVerified' as const,
  data: { recordVersion, fee: priceVisit(state.plan, state.plan.basis, minutesPriced(state)) },
});

/** Facts: what fires between visits at the head, and the caregiver's qualifications now. */
interface Judgement {
  readonly firing: readonly Firing[];
  readonly qualifications: readonly Qualification[];
}

/**
 * What others have changed: exceptions between visits; QUALIFICATION_MISSING only of a record that
 * waits to be verified.
 */
const judgeAgain = ({ firing, qualifications }: Judgement, state: KnownVisit): VisitEvent[] => {
  if (state.status === 'VERIFIED') return judge(state, firing, isBetween);
  if (state.status !== 'RECORDED' && state.status !== 'RETURNED') return [];
  const lacks = exceptionsWithin(state, qualifications).includes('QUALIFICATION_MISSING');
  const all = lacks ? [...firing, firesWithin('QUALIFICATION_MISSING')] : firing;
  return judge(state, all, (code) => isBetween(code) || code === 'QUALIFICATION_MISSING');
};

interface VerifyVisit extends Judgement {
  readonly byOfficeId: Uuid;
}

/**
 * 確定: looks again at what fires now, prices for good by what was accepted. Never by the office that
 * made the record (rules 25, 26, 28).
 */
const verifyVisit = (command: VerifyVisit, state: KnownVisit, now: Instant): VisitEvent[] => {
  const { record } = state;
  if (state.status === 'VERIFIED') return [];
  refuseEnded(state, 'visitId');
  if (record === null) throw new Rejected('NOT_RECORDED', ['visitId']);
  if (state.status === 'RETURNED') throw new Rejected('RECORD_RETURNED', ['visitId']);
  const lapsed = lapseVisitChange({}, state, now);
  const judged = [...lapsed, ...judgeAgain(command, state)];
  const then = after(state, judged, now);
  if (openExceptions(then).length > 0) throw new Rejected('OPEN_EXCEPTION', ['visitId']);
  if (unanswered(then.exceptions, command.firing).length > 0) throw new Rejected('TOO_MANY_EXCEPTIONS', ['visitId']);
  if (record.recordedByOfficeId === command.byOfficeId) throw new Rejected('OWN_RECORD', ['visitId']);
  // What the other office has proposed is answered first; its own proposal falls away.
  const { open } = then.changes;
  if (open !== null && open.proposedByOfficeId !== command.byOfficeId) throw new Rejected('CHANGE_OPEN', ['visitId']);
  return [...judged, verifiedOf(then, record.version)];
};

interface ReturnVisitRecord {
  readonly reason: Sealed;
  readonly isSettled: boolean;
}

/**
 * Until the visit is settled (contract, returnVisitRecord): a record, to be amended; or what was
 * cancelled at the door, to be recorded, cancelled or reported missed anew.
 */
const returnVisitRecord = ({ reason, isSettled }: ReturnVisitRecord, state: KnownVisit): VisitEvent[] => {
  const { record, doors } = state;
  if (state.status === 'RETURNED') return [];
  if (!isCancelledAtDoor(state)) {
    refuseEnded(state, 'visitId');
    if (record === null) throw new Rejected('NOT_RECORDED', ['visitId']);
  }
  if (isSettled) throw new Rejected('VISIT_SETTLED', ['visitId']);
  // Returned, it could be neither amended nor verified, or would go back and forth for ever.
  if ((record?.version ?? 0) >= MOST_VERSIONS) throw new Rejected('TOO_MANY_VERSIONS', ['visitId']);
  if (record === null && doors >= MOST_DOORS) throw new Rejected('TOO_MANY_CHANGES', ['visitId']);
  return [{ type: 'VisitRecordReturned', data: { reason } }];
};

const known = (state: VisitState): KnownVisit => {
  if (state.status === 'NONE') throw new Rejected('VISIT_UNKNOWN', ['visitId']);
  return state;
};

/** Visit (訪問): what became of one caregiver's visit, from schedule to verified record (rule 22). */
export const visit = decider({
  category: 'visit',
  initial: { status: 'NONE' },
  evolve,
  known,
  creating: { ScheduleVisit: scheduleVisit },
  changing: {
    // Processes: the visit follows its delegation; the caregiver has left; others have changed.
    ReleaseVisit: releaseVisit,
    CancelVisit: cancelVisit,
    UnassignCaregiver: unassignCaregiver,
    JudgeVisit: judgeAgain,
    AssignCaregiver: assignCaregiver,
    StartVisit: punch('VisitStarted'),
    EndVisit: punch('VisitEnded'),
    WithdrawPunch: withdrawPunch,
    RecordVisit: recordVisit,
    CancelVisitAtDoor: cancelVisitAtDoor,
    AmendVisitRecord: amendVisitRecord,
    ResolveException: resolveException,
    VerifyVisit: verifyVisit,
    ReturnVisitRecord: returnVisitRecord,
    ReportMissedVisit: reportMissedVisit,
    ProposeVisitChange: proposeVisitChange,
    AnswerVisitChange: answerVisitChange,
    // Process: nobody has answered in time.
    LapseVisitChange: lapseVisitChange,
  },
});
export type VisitCommand = CommandOf<typeof visit>;
