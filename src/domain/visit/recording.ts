import type { Instant } from '../calendar.ts';
import type { DataOf } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { Rejected } from '../rejected.ts';
import type { Sealed } from '../sealed.ts';
import type { Qualification } from '../vocabulary.ts';
import { type RecordContent, recordContentSchema, type VisitEvent } from './events.ts';
import { exceptionsWithin, firesWithin, isWithin, judge } from './exceptions.ts';
import { refuseEnded } from './planning.ts';
import { effectiveTimes, evolve, type KnownVisit, type RecordState } from './state.ts';

type Data<Type extends VisitEvent['type']> = DataOf<VisitEvent, Type>;

/** Facts: what the assist office says of the record's caregiver on the visit's day. */
interface AboutCaregiver {
  readonly works: boolean;
  readonly qualifications: readonly Qualification[];
}

/** Folds events that are being decided. */
export const after = (state: KnownVisit, events: readonly VisitEvent[], now: Instant): KnownVisit =>
  events.reduce<KnownVisit>((before, event) => {
    const next = evolve(before, { ...event, occurredAt: event.occurredAt ?? now });
    return next.status === 'NONE' ? before : next;
  }, state);

/**
 * Start or end, in either order, even late: after a record, or a report that nobody came, it is
 * kept beside that (rule 23). Never changed once made.
 */
export const punch =
  (type: 'VisitStarted' | 'VisitEnded') =>
  (data: Data<'VisitStarted'>, state: KnownVisit, now: Instant): VisitEvent[] => {
    const standing = type === 'VisitStarted' ? state.start : state.end;
    if (standing?.at === data.at && standing.method === data.method) return [];
    refuseEnded(state, 'visitId');
    if (state.status === 'VERIFIED') throw new Rejected('RECORD_VERIFIED', ['visitId']);
    if (standing !== null) throw new Rejected('ALREADY_PUNCHED', ['at']);
    if (data.at > now) throw new Rejected('TIME_IN_FUTURE', ['at']);
    const [start, end] = type === 'VisitStarted' ? [data.at, state.end?.at] : [state.start?.at, data.at];
    if (start !== undefined && end !== undefined && end <= start) throw new Rejected('ENDED_BEFORE_STARTED', ['at']);
    const punched: VisitEvent = { type, data, occurredAt: data.at };
    return [punched, ...judgeLocation(after(state, [punched], now))];
  };

/** OUTSIDE_LOCATION by a punch that comes after its record. */
const judgeLocation = (state: KnownVisit): VisitEvent[] => {
  const isOutside = exceptionsWithin(state, [], false).includes('OUTSIDE_LOCATION');
  return judge(state, isOutside ? [firesWithin('OUTSIDE_LOCATION')] : [], (code) => code === 'OUTSIDE_LOCATION');
};

/**
 * Times null: the punches'. `duplicateDetail`: the whole record, sealed, in case there is one
 * already.
 */
interface RecordVisit extends RecordContent, AboutCaregiver {
  readonly caregiverId: Uuid;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly digest: string;
  readonly enteredForCaregiver: boolean;
  readonly byOfficeId: Uuid;
  readonly duplicateDetail: Sealed;
}

export const recordVisit = (command: RecordVisit, state: KnownVisit, now: Instant): VisitEvent[] => {
  refuseEnded(state, 'visitId');
  if (state.record !== null) return secondRecord(command, state.record, state);
  const { works, qualifications, duplicateDetail: _detail, byOfficeId, startedAt, endedAt, ...said } = command;
  if (!works) throw new Rejected('CAREGIVER_NOT_OF_OFFICE', ['caregiverId']);
  const times = recordedTimes({ startedAt, endedAt }, state, now);
  const wasMissed = state.status === 'MISSED';
  // Rule 22 and reportMissedVisit: a late record takes the place of a missed visit where it began
  // within the plan.
  if (wasMissed && (times.startedAt < state.plan.plannedStart || times.startedAt >= state.plan.plannedEnd)) {
    throw new Rejected('VISIT_MISSED', ['visitId']);
  }
  const { caregiverId } = said;
  const recorded: VisitEvent = {
    type: 'VisitRecorded',
    data: { version: 1, ...said, ...times, recordedByOfficeId: byOfficeId },
  };
  const assigned: VisitEvent[] =
    state.caregiverId === caregiverId ? [] : [{ type: 'CaregiverAssigned', data: { caregiverId } }];
  const events = [...assigned, recorded];
  return [...events, ...judgeWithin(after(state, events, now), qualifications, wasMissed)];
};

/** The punches', and where there is none the times that came with the record, as MANUAL. */
const recordedTimes = (
  command: Pick<RecordVisit, 'startedAt' | 'endedAt'>,
  { start, end }: KnownVisit,
  now: Instant,
) => {
  const startedAt = start?.at ?? command.startedAt;
  const endedAt = end?.at ?? command.endedAt;
  if (startedAt === null) throw new Rejected('TIME_MISSING', ['startedAt']);
  if (endedAt === null) throw new Rejected('TIME_MISSING', ['endedAt']);
  if (startedAt > now) throw new Rejected('TIME_IN_FUTURE', ['startedAt']);
  if (endedAt > now) throw new Rejected('TIME_IN_FUTURE', ['endedAt']);
  if (endedAt <= startedAt) throw new Rejected('ENDED_BEFORE_STARTED', ['endedAt']);
  return {
    startedAt,
    endedAt,
    startMethod: start?.method ?? ('MANUAL' as const),
    endMethod: end?.method ?? ('MANUAL' as const),
  };
};

/**
 * The same again is a repeat; a different one leaves the first as it is and raises
 * DUPLICATE_UPLOAD, once (rule 23).
 */
const secondRecord = (
  { digest, duplicateDetail }: RecordVisit,
  standing: RecordState,
  state: KnownVisit,
): VisitEvent[] => {
  if (standing.firstDigest === digest || state.exceptions.some((one) => one.digest === digest)) return [];
  const data = {
    code: 'DUPLICATE_UPLOAD' as const,
    severity: 'ACKNOWLEDGE' as const,
    otherVisitId: null,
    detail: duplicateDetail,
    digest,
  };
  return [{ type: 'VisitExceptionRaised', data }];
};

const judgeWithin = (state: KnownVisit, qualifications: readonly Qualification[], wasMissed: boolean): VisitEvent[] => {
  const keepsLate = state.exceptions.some(({ code, how }) => code === 'LATE_RECORD' && how !== 'LIFTED');
  const firing = exceptionsWithin(state, qualifications, wasMissed || keepsLate).map(firesWithin);
  return judge(state, firing, isWithin);
};

/** "To match the plan" is no reason to change a time: nobody shall write a false one (rule 25). */
const TO_MATCH_THE_PLAN =
  /^(計画|予定)(通り|どおり|に合わせ(る|て|た)?(ため)?)?[。.]?$|^(to )?match(es|ing)? the plan\.?$/i;
export const isToMatchThePlan = (reason: string): boolean => TO_MATCH_THE_PLAN.test(reason.trim());

/** Absent = as before. Fact: the reason says no more than "to match the plan". */
interface AmendVisitRecord extends Partial<RecordContent>, AboutCaregiver {
  readonly reason: Sealed;
  readonly reasonIsThePlan: boolean;
  readonly adjustedStart?: Instant | null;
  readonly adjustedEnd?: Instant | null;
  readonly caregiverId?: Uuid;
  readonly digest: string;
  readonly byOfficeId: Uuid;
  readonly byCaregiver: boolean;
}

/**
 * Keeps the old version; the punches stand, adjusted times beside them. A verified visit goes back
 * to RECORDED (rule 26).
 */
export const amendVisitRecord = (command: AmendVisitRecord, state: KnownVisit, now: Instant): VisitEvent[] => {
  const { works, qualifications, byCaregiver, byOfficeId, reasonIsThePlan, digest, reason, ...changes } = command;
  const { record } = state;
  refuseEnded(state, 'visitId');
  if (record === null) throw new Rejected('NOT_RECORDED', ['visitId']);
  if (record.digest === digest && state.status !== 'RETURNED') return [];
  if (state.status === 'VERIFIED' && byCaregiver) throw new Rejected('RECORD_VERIFIED', ['visitId']);
  if (reasonIsThePlan) throw new Rejected('REASON_IS_NONE', ['reason']);
  const said = { ...saidIn(record), ...changes };
  if (said.caregiverId !== record.caregiverId && !works) throw new Rejected('CAREGIVER_NOT_OF_OFFICE', ['caregiverId']);
  const { start, end } = effectiveTimes({ ...record, ...said });
  if (end > now) throw new Rejected('TIME_IN_FUTURE', ['adjustedEnd']);
  if (end <= start)
    throw new Rejected('ENDED_BEFORE_STARTED', [command.adjustedEnd === undefined ? 'adjustedStart' : 'adjustedEnd']);
  const amended: VisitEvent = {
    type: 'VisitRecordAmended',
    data: { ...said, version: record.version + 1, digest, reason, recordedByOfficeId: byOfficeId },
  };
  return [amended, ...judgeWithin(after(state, [amended], now), qualifications, false)];
};

/** What a new version takes over from the one in force where it says nothing else. */
const saidIn = ({ caregiverId, adjustedStart, adjustedEnd, ...record }: RecordState) => ({
  caregiverId,
  adjustedStart,
  adjustedEnd,
  ...recordContentSchema.strip().parse(record),
});
