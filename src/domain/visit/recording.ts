import { addMinutes, type Instant } from '../calendar.ts';
import type { Uuid } from '../ids.ts';
import { MOST_UPLOADS, MOST_VERSIONS } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { Sealed } from '../sealed.ts';
import type { Qualification } from '../vocabulary.ts';
import { isCareTask } from './care-tasks.ts';
import { type RecordContent, recordContentSchema, type VisitEvent } from './events.ts';
import { exceptionsWithin, firesWithin, isWithin, judge, raisedAs } from './exceptions.ts';
import { refuseBegunAfter, refuseEnded, refuseReplaced } from './planning.ts';
import { after, EARLY_MINUTES, refuseEarly, timeTaken } from './punching.ts';
import {
  effectiveTimes,
  isCancelledAtDoor,
  type KnownVisit,
  lostAt,
  type Punches,
  plansAt,
  punchesOf,
  type RecordState,
} from './state.ts';

/** Facts: what the assist office says of the record's caregiver on the visit's day. */
interface AboutCaregiver {
  readonly works: boolean;
  readonly qualifications: readonly Qualification[];
}

/**
 * What a record says is of the catalogue (TASK_UNKNOWN; rule 41) and holds a task or the condition
 * at least (RECORD_EMPTY).
 */
const refuseContent = ({ tasks, condition }: Pick<RecordContent, 'tasks' | 'condition'>): void => {
  const codes = tasks.map(({ code }) => code);
  const unknown = codes.findIndex((code) => !isCareTask(code));
  if (unknown >= 0) throw new Rejected('TASK_UNKNOWN', ['tasks', String(unknown), 'code']);
  if (codes.length === 0 && condition === null) throw new Rejected('RECORD_EMPTY', ['tasks']);
};

/** The digest of a record as if it said nothing of its start, of its end, of both. */
interface DigestsWithout {
  readonly start: string;
  readonly end: string;
  readonly times: string;
}

/**
 * Times null: the punches', beside which times that are said count for nothing. `duplicateDetail`:
 * what the record says, sealed, in case another counts. Facts: `isTaken`: by now another office has
 * the visit; `replacedAt`: when another was assigned in the place of the caregiver who sends it.
 */
interface RecordVisit extends RecordContent, AboutCaregiver {
  readonly caregiverId: Uuid;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly digest: string;
  readonly digestsWithout: DigestsWithout;
  readonly enteredForCaregiver: boolean;
  readonly byOfficeId: Uuid;
  readonly duplicateDetail: Sealed;
  readonly isTaken: boolean;
  readonly replacedAt: Instant | null;
}

/** Of what counts: without the times that were punched (rule 23). */
const digestOf = ({ digest, digestsWithout }: RecordVisit, { start, end }: Punches): string => {
  if (start !== null && end !== null) return digestsWithout.times;
  if (start !== null) return digestsWithout.start;
  return end === null ? digest : digestsWithout.end;
};
/** Whether this is the record of that digest, whatever had been punched when that one came. */
const isSameRecord = ({ digest, digestsWithout }: RecordVisit, other: string | null): boolean =>
  other === digest || Object.values(digestsWithout).includes(other);

/**
 * A record. Of a visit that the office has lost it takes effect where the visit began before that;
 * where another office has taken it since, it is a matter of the partner office and nothing more
 * (rule 22).
 */
export const recordVisit = (command: RecordVisit, state: KnownVisit, now: Instant): VisitEvent[] => {
  const { works, qualifications, duplicateDetail: _detail, isTaken, replacedAt, ...stated } = command;
  const { byOfficeId, startedAt, endedAt, digestsWithout: _digests, ...said } = stated;
  const hasIt = state.plan.assistOfficeId === byOfficeId;
  const lost = lostAt(state, byOfficeId);
  refuseContent(command);
  if (state.record !== null && hasIt && lost === null) return secondRecord(command, state.record, state);
  if (hasIt && isCancelledAtDoor(state)) throw new Rejected('VISIT_CANCELLED', ['visitId']);
  if (!works) throw new Rejected('CAREGIVER_NOT_OF_OFFICE', ['caregiverId']);
  const punches = punchesOf(state, byOfficeId);
  const times = recordedTimes({ startedAt, endedAt }, punches, now);
  refuseOutsideReport(times.startedAt, state);
  refuseBegunAfter(times.startedAt, state, byOfficeId);
  refuseReplaced(times.startedAt, replacedAt);
  refuseEarly(times.startedAt, state, 'startedAt');
  if (lost !== null && (!hasIt || isTaken)) return recordAfterRelease(command, state);
  const { caregiverId } = said;
  const recorded: VisitEvent = {
    type: 'VisitRecorded',
    data: { version: 1, ...said, ...times, digest: digestOf(command, punches), recordedByOfficeId: byOfficeId },
  };
  const assigned: VisitEvent[] =
    state.caregiverId === caregiverId ? [] : [{ type: 'CaregiverAssigned', data: { caregiverId } }];
  const events = [...assigned, recorded];
  return [...events, ...judgeWithin(after(state, events, now), qualifications)];
};

/**
 * A record, or a cancellation at the door, takes the place of a report that nobody came where it
 * began within 60 minutes before the planned start, or within the plan (rule 23).
 */
export const refuseOutsideReport = (startedAt: Instant, state: KnownVisit): void => {
  const isWithin = plansAt(state, startedAt).some(
    ({ plannedStart, plannedEnd }) => startedAt >= addMinutes(plannedStart, -EARLY_MINUTES) && startedAt < plannedEnd,
  );
  if (state.status === 'MISSED' && !isWithin) throw new Rejected('VISIT_MISSED', ['visitId']);
};

/**
 * The record of an office that has handed the visit back, of which another has it by now: raised
 * once, and answered by the partner office.
 */
const recordAfterRelease = (command: RecordVisit, state: KnownVisit): VisitEvent[] => {
  const { duplicateDetail: detail, byOfficeId } = command;
  const before = state.exceptions.filter(({ code }) => code === 'RECORD_AFTER_RELEASE');
  if (before.some((one) => isSameRecord(command, one.digest))) return [];
  if (before.length >= MOST_UPLOADS) throw new Rejected('TOO_MANY_UPLOADS', ['visitId']);
  const digest = digestOf(command, punchesOf(state, byOfficeId));
  const said = { detail, digest, formerOfficeId: byOfficeId };
  return [{ type: 'VisitExceptionRaised', data: raisedAs('RECORD_AFTER_RELEASE', said) }];
};

/** The punches', and where there is none the times that came with the record, as MANUAL. */
const recordedTimes = (command: Pick<RecordVisit, 'startedAt' | 'endedAt'>, { start, end }: Punches, now: Instant) => {
  const [startSaid, endSaid] = [start?.at ?? command.startedAt, end?.at ?? command.endedAt];
  if (startSaid === null) throw new Rejected('TIME_MISSING', ['startedAt']);
  if (endSaid === null) throw new Rejected('TIME_MISSING', ['endedAt']);
  const { at: startedAt, deviceAt: deviceStart } = timeTaken(startSaid, now, 'startedAt');
  const { at: endedAt, deviceAt: deviceEnd } = timeTaken(endSaid, now, 'endedAt');
  if (endedAt <= startedAt) throw new Rejected('ENDED_BEFORE_STARTED', ['endedAt']);
  return {
    startedAt,
    endedAt,
    deviceStart,
    deviceEnd,
    startMethod: start?.method ?? ('MANUAL' as const),
    endMethod: end?.method ?? ('MANUAL' as const),
  };
};

/**
 * The same again is a repeat; a different one leaves the first as it is and raises
 * DUPLICATE_UPLOAD, once (rule 23).
 */
const secondRecord = (command: RecordVisit, standing: RecordState, state: KnownVisit): VisitEvent[] => {
  const those = [standing.firstDigest, ...state.exceptions.map((one) => one.digest)];
  if (those.some((digest) => isSameRecord(command, digest))) return [];
  const uploads = state.exceptions.filter(({ code }) => code === 'DUPLICATE_UPLOAD').length + 1;
  if (uploads >= MOST_UPLOADS) throw new Rejected('TOO_MANY_UPLOADS', ['visitId']);
  const said = { detail: command.duplicateDetail, digest: digestOf(command, state) };
  return [{ type: 'VisitExceptionRaised', data: raisedAs('DUPLICATE_UPLOAD', said) }];
};

/** Exceptions within the visit as they fire now. */
export const judgeWithin = (state: KnownVisit, qualifications: readonly Qualification[]): VisitEvent[] =>
  judge(state, exceptionsWithin(state, qualifications).map(firesWithin), isWithin);

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
  readonly enteredForCaregiver: boolean;
  readonly byOfficeId: Uuid;
  readonly byCaregiver: boolean;
}

/**
 * Keeps the old version; the punches stand, adjusted times beside them. A verified visit goes back
 * to RECORDED (rule 26).
 */
export const amendVisitRecord = (command: AmendVisitRecord, state: KnownVisit, now: Instant): VisitEvent[] => {
  const { works, qualifications, byCaregiver, byOfficeId, reasonIsThePlan, digest, reason, ...said } = command;
  const { enteredForCaregiver, ...changes } = said;
  const { record } = state;
  refuseEnded(state, 'visitId');
  if (record === null) throw new Rejected('NOT_RECORDED', ['visitId']);
  if (record.digest === digest && state.status !== 'RETURNED') return [];
  if (state.status === 'VERIFIED' && byCaregiver) throw new Rejected('RECORD_VERIFIED', ['visitId']);
  if (reasonIsThePlan) throw new Rejected('REASON_IS_NONE', ['reason']);
  if (record.version >= MOST_VERSIONS) throw new Rejected('TOO_MANY_VERSIONS', ['visitId']);
  const content = { ...saidIn(record), ...changes };
  refuseContent(content);
  if (content.caregiverId !== record.caregiverId && !works)
    throw new Rejected('CAREGIVER_NOT_OF_OFFICE', ['caregiverId']);
  const times = adjustedTimes(content, command, state, now);
  const version = record.version + 1;
  const amended: VisitEvent = {
    type: 'VisitRecordAmended',
    data: { ...content, ...times, version, digest, enteredForCaregiver, reason, recordedByOfficeId: byOfficeId },
  };
  return [amended, ...judgeWithin(after(state, [amended], now), qualifications)];
};

type Adjusted = Pick<RecordState, 'adjustedStart' | 'adjustedEnd'>;

/** The adjusted times as they are kept: what is adjusted anew is taken as any other time. */
const adjustedTimes = (
  { adjustedStart, adjustedEnd }: Adjusted,
  command: Partial<Adjusted>,
  state: KnownVisit,
  now: Instant,
) => {
  const taken = (said: Instant | null, path: string) =>
    said === null ? { at: null, deviceAt: null } : timeTaken(said, now, path);
  const { at: start, deviceAt: deviceStart } = taken(adjustedStart, 'adjustedStart');
  const { at: end, deviceAt: deviceEnd } = taken(adjustedEnd, 'adjustedEnd');
  if (start !== null) refuseEarly(start, state, 'adjustedStart');
  const times = { adjustedStart: start, adjustedEnd: end };
  if (state.record === null) return { ...times, deviceStart, deviceEnd };
  const counted = effectiveTimes({ ...state.record, ...times });
  if (counted.end <= counted.start)
    throw new Rejected('ENDED_BEFORE_STARTED', [command.adjustedEnd === undefined ? 'adjustedStart' : 'adjustedEnd']);
  return { ...times, deviceStart, deviceEnd };
};

/** What a new version takes over from the one in force where it says nothing else. */
const saidIn = ({ caregiverId, adjustedStart, adjustedEnd, ...record }: RecordState) => ({
  caregiverId,
  adjustedStart,
  adjustedEnd,
  ...recordContentSchema.strip().parse(record),
});
