import type { Instant } from '../calendar.ts';
import { Rejected } from '../rejected.ts';
import type { VisitCommand } from './commands.ts';
import type { VisitEvent } from './events.ts';
import { exceptionsWithin, firesWithin, isWithin, judge } from './exceptions.ts';
import { refuseEnded } from './planning.ts';
import { effectiveTimes, evolve, type KnownVisit, type RecordState } from './state.ts';

type Command<Type extends VisitCommand['type']> = Extract<VisitCommand, { type: Type }>;

/** Folds events that are being decided. */
export const after = (state: KnownVisit, events: readonly VisitEvent[], now: Instant): KnownVisit =>
  events.reduce<KnownVisit>(
    (before, event) => evolve(before, { ...event, occurredAt: event.occurredAt ?? now }) as KnownVisit,
    state,
  );

/**
 * Start or end, in either order, also late: behind a record or a report that nobody came it stays
 * beside what stands (rule 23). Never changed once made.
 */
export const punch = (
  { type, ...data }: Command<'StartVisit' | 'EndVisit'>,
  state: KnownVisit,
  now: Instant,
): VisitEvent[] => {
  const standing = type === 'StartVisit' ? state.start : state.end;
  if (standing?.at === data.at && standing.method === data.method) return [];
  refuseEnded(state, 'visitId');
  if (state.status === 'VERIFIED') throw new Rejected('RECORD_VERIFIED', ['visitId']);
  if (standing !== null) throw new Rejected('ALREADY_PUNCHED', ['at']);
  if (data.at > now) throw new Rejected('TIME_IN_FUTURE', ['at']);
  const [start, end] = type === 'StartVisit' ? [data.at, state.end?.at] : [state.start?.at, data.at];
  if (start !== undefined && end !== undefined && end <= start) throw new Rejected('ENDED_BEFORE_STARTED', ['at']);
  const punched: VisitEvent = {
    type: type === 'StartVisit' ? 'VisitStarted' : 'VisitEnded',
    data,
    occurredAt: data.at,
  };
  return [punched, ...judgePlace(after(state, [punched], now))];
};

/** OUTSIDE_LOCATION by a punch that comes behind its record. */
const judgePlace = (state: KnownVisit): VisitEvent[] => {
  const isOutside = exceptionsWithin(state, [], false).includes('OUTSIDE_LOCATION');
  return judge(state, isOutside ? [firesWithin('OUTSIDE_LOCATION')] : [], (code) => code === 'OUTSIDE_LOCATION');
};

export const recordVisit = (command: Command<'RecordVisit'>, state: KnownVisit, now: Instant): VisitEvent[] => {
  refuseEnded(state, 'visitId');
  if (state.record !== null) return secondRecord(command, state.record, state);
  const { caregiverId, tasks, condition, notes, digest, enteredForCaregiver, byOfficeId, works, qualifications } =
    command;
  if (!works) throw new Rejected('CAREGIVER_NOT_OF_OFFICE', ['caregiverId']);
  const times = recordedTimes(command, state, now);
  const wasMissed = state.status === 'MISSED';
  // Rule 22 and reportMissedVisit: a late record takes the place of a missed visit where it began
  // within the plan.
  if (wasMissed && (times.startedAt < state.plan.plannedStart || times.startedAt >= state.plan.plannedEnd)) {
    throw new Rejected('VISIT_MISSED', ['visitId']);
  }
  const recorded: VisitEvent = {
    type: 'VisitRecorded',
    data: {
      version: 1,
      caregiverId,
      tasks,
      condition,
      notes,
      digest,
      ...times,
      enteredForCaregiver,
      recordedByOfficeId: byOfficeId,
    },
  };
  const assigned: VisitEvent[] =
    state.caregiverId === caregiverId ? [] : [{ type: 'CaregiverAssigned', data: { caregiverId } }];
  const events = [...assigned, recorded];
  return [...events, ...judgeWithin(after(state, events, now), qualifications, wasMissed)];
};

/** The punches', and where there is none the times that came with the record, as MANUAL. */
const recordedTimes = (command: Command<'RecordVisit'>, { start, end }: KnownVisit, now: Instant) => {
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
 * The same again is a repeat; another one leaves the first and raises DUPLICATE_UPLOAD, once (rule
 * 23).
 */
const secondRecord = (
  { digest, duplicateDetail }: Command<'RecordVisit'>,
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

const judgeWithin = (
  state: KnownVisit,
  qualifications: Command<'RecordVisit'>['qualifications'],
  wasMissed: boolean,
): VisitEvent[] => {
  const keepsLate = state.exceptions.some(({ code, how }) => code === 'LATE_RECORD' && how !== 'LIFTED');
  const firing = exceptionsWithin(state, qualifications, wasMissed || keepsLate).map(firesWithin);
  return judge(state, firing, isWithin);
};

/**
 * Keeps the old version; the punches stand, adjusted times beside them. A verified visit goes back
 * to RECORDED (rule 26).
 */
export const amendVisitRecord = (
  command: Command<'AmendVisitRecord'>,
  state: KnownVisit,
  now: Instant,
): VisitEvent[] => {
  const { record } = state;
  refuseEnded(state, 'visitId');
  if (record === null) throw new Rejected('NOT_RECORDED', ['visitId']);
  if (record.digest === command.digest && state.status !== 'RETURNED') return [];
  if (state.status === 'VERIFIED' && command.byCaregiver) throw new Rejected('RECORD_VERIFIED', ['visitId']);
  if (command.reasonIsThePlan) throw new Rejected('REASON_IS_NONE', ['reason']);
  const caregiverId = command.caregiverId ?? record.caregiverId;
  if (caregiverId !== record.caregiverId && !command.works)
    throw new Rejected('CAREGIVER_NOT_OF_OFFICE', ['caregiverId']);
  const adjusted = {
    adjustedStart: command.adjustedStart === undefined ? record.adjustedStart : command.adjustedStart,
    adjustedEnd: command.adjustedEnd === undefined ? record.adjustedEnd : command.adjustedEnd,
  };
  const { start, end } = effectiveTimes({ ...record, ...adjusted });
  if (end > now) throw new Rejected('TIME_IN_FUTURE', ['adjustedEnd']);
  if (end <= start)
    throw new Rejected('ENDED_BEFORE_STARTED', [command.adjustedEnd === undefined ? 'adjustedStart' : 'adjustedEnd']);
  const amended: VisitEvent = {
    type: 'VisitRecordAmended',
    data: {
      version: record.version + 1,
      caregiverId,
      tasks: command.tasks ?? [...record.tasks],
      condition: command.condition === undefined ? record.condition : command.condition,
      notes: command.notes === undefined ? record.notes : command.notes,
      digest: command.digest,
      ...adjusted,
      reason: command.reason,
      recordedByOfficeId: command.byOfficeId,
    },
  };
  return [amended, ...judgeWithin(after(state, [amended], now), command.qualifications, false)];
};
