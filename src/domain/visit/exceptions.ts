import { addMinutes, type Instant, minutesBetween, overlap } from '../calendar.ts';
import type { DataOf } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { MOST_EXCEPTIONS_BETWEEN } from '../limits.ts';
import type { Qualification, ServiceKind } from '../vocabulary.ts';
import { careTasksOf } from './care-tasks.ts';
import type { ExceptionCode, VisitEvent } from './events.ts';
import { type ExceptionState, effectiveTimes, type KnownVisit, openExceptions, tasksDone } from './state.ts';

/** How bad each is (rule 24). */
export const severityOf: Readonly<Record<ExceptionCode, 'FIX' | 'ACKNOWLEDGE'>> = {
  DURATION_DIFFERS: 'FIX',
  START_DIFFERS: 'ACKNOWLEDGE',
  MANUAL_TIME: 'ACKNOWLEDGE',
  LATE_RECORD: 'ACKNOWLEDGE',
  CAREGIVER_OVERLAP: 'FIX',
  CLIENT_OVERLAP: 'FIX',
  WITHIN_TWO_HOURS: 'ACKNOWLEDGE',
  QUALIFICATION_MISSING: 'FIX',
  OUTSIDE_LOCATION: 'ACKNOWLEDGE',
  TIMES_ADJUSTED: 'ACKNOWLEDGE',
  TASK_MISMATCH: 'ACKNOWLEDGE',
  DUPLICATE_UPLOAD: 'ACKNOWLEDGE',
  RECORD_AFTER_RELEASE: 'ACKNOWLEDGE',
};

const DURATION_MINUTES = 10;
const START_MINUTES = 30;
const LATE_MINUTES = 24 * 60;
const OUTSIDE_METERS = 500;
const TWO_HOURS_MINUTES = 120;
const SHORT_VISIT_MINUTES = 20;

/** What the partner office alone acknowledges (rules 22, 24). */
export const isForPartner = (code: string): boolean =>
  code === 'TIMES_ADJUSTED' || code === 'TASK_MISMATCH' || code === 'RECORD_AFTER_RELEASE';

/**
 * Whether somebody may not make the service: all but 生活援助 asks for more than no qualification, or
 * 生活援助従事者研修 alone (rule 24).
 */
export const lacksQualification = (service: ServiceKind, qualifications: readonly Qualification[]): boolean =>
  service !== 'DAILY_LIVING' && qualifications.every((one) => one === 'DAILY_LIVING_ONLY');

/** Exceptions within one visit that fire now, by its record (rule 24). */
export const exceptionsWithin = (state: KnownVisit, qualifications: readonly Qualification[]): ExceptionCode[] => {
  const { record, plan } = state;
  if (record === null) return [];
  const { start, end } = effectiveTimes(record);
  const held = careTasksOf(plan.service).map(({ code }) => code);
  const fires: readonly (readonly [ExceptionCode, boolean])[] = [
    ['DURATION_DIFFERS', Math.abs(minutesBetween(start, end) - plan.minutes) > DURATION_MINUTES],
    ['START_DIFFERS', Math.abs(minutesBetween(plan.plannedStart, start)) > START_MINUTES],
    ['MANUAL_TIME', record.startMethod === 'MANUAL' || record.endMethod === 'MANUAL'],
    ['LATE_RECORD', record.wasGivenUp || record.recordedAt > addMinutes(end, LATE_MINUTES)],
    ['QUALIFICATION_MISSING', lacksQualification(plan.service, qualifications)],
    ['OUTSIDE_LOCATION', [state.start, state.end].some((punch) => (punch?.metersFromHome ?? 0) > OUTSIDE_METERS)],
    [
      'TIMES_ADJUSTED',
      (record.adjustedStart !== null && state.start !== null) || (record.adjustedEnd !== null && state.end !== null),
    ],
    ['TASK_MISMATCH', tasksDone(record).some((code) => !held.includes(code))],
  ];
  return fires.filter(([, isFiring]) => isFiring).map(([code]) => code);
};

/** A visit that was made, as others are compared with it. */
export interface MadeVisit {
  readonly visitId: Uuid;
  readonly clientId: Uuid;
  /** The person, whatever the offices: the member's subject where enrolled, else the caregiver. */
  readonly personId: string;
  readonly pairedVisitId: Uuid | null;
  readonly emergency: boolean;
  /** As planned: a pair that is moved apart is none any more (rule 10). */
  readonly plannedStart: Instant;
  readonly plannedEnd: Instant;
  readonly start: Instant;
  readonly end: Instant;
}

/** Exceptions between two made visits (rule 24). */
export const exceptionsBetween = (one: MadeVisit, other: MadeVisit): ExceptionCode[] => {
  const codes: ExceptionCode[] = [];
  const isOverlapping = overlap(one, other);
  if (one.personId === other.personId && isOverlapping) codes.push('CAREGIVER_OVERLAP');
  const isPair =
    one.pairedVisitId === other.visitId &&
    one.plannedStart === other.plannedStart &&
    one.plannedEnd === other.plannedEnd;
  if (one.clientId !== other.clientId || isPair) return codes;
  if (isOverlapping) return [...codes, 'CLIENT_OVERLAP'];
  const gap = one.start < other.start ? minutesBetween(one.end, other.start) : minutesBetween(other.end, one.start);
  const counts = [one, other].every(
    ({ emergency, start, end }) => !emergency && minutesBetween(start, end) >= SHORT_VISIT_MINUTES,
  );
  return counts && gap < TWO_HOURS_MINUTES ? [...codes, 'WITHIN_TWO_HOURS'] : codes;
};

export interface Firing {
  readonly code: ExceptionCode;
  readonly otherVisitId: Uuid | null;
  /** Between visits: since when the other's record has been as it is. */
  readonly otherChangedAt: Instant | null;
}

/** Within one visit. */
export const firesWithin = (code: ExceptionCode): Firing => ({ code, otherVisitId: null, otherChangedAt: null });

type Raised = Pick<ExceptionState, 'code' | 'otherVisitId' | 'how' | 'resolvedAt'>;

/**
 * Whether an exception that was raised still answers for what fires: `asPlanned` holds until a
 * record of one of the two changes (rule 25).
 */
export const answersFor = (one: Raised, fires: Firing): boolean => {
  if (one.code !== fires.code || one.otherVisitId !== fires.otherVisitId || one.how === 'LIFTED') return false;
  return (
    one.how !== 'AS_PLANNED' ||
    fires.otherChangedAt === null ||
    one.resolvedAt === null ||
    fires.otherChangedAt <= one.resolvedAt
  );
};

/**
 * Raises what fires and was not raised, lifts what no longer fires. What was acknowledged stays so;
 * what was accepted `asPlanned` until its own record changes (evolve) or the other's (rule 25).
 * Only the codes in `judged` are looked at.
 */
export const judge = (
  state: KnownVisit,
  firing: readonly Firing[],
  judged: (code: ExceptionCode) => boolean,
): VisitEvent[] => {
  const lifted = openExceptions(state).filter(
    (one) => judged(one.code) && !firing.some((fires) => answersFor(one, fires)),
  );
  const raised = toRaise(state, firing);
  return [
    ...lifted.map(
      ({ code, otherVisitId }): VisitEvent => ({
        type: 'VisitExceptionResolved',
        data: { code, otherVisitId, how: 'LIFTED', reason: null },
      }),
    ),
    ...raised.map(
      ({ code, otherVisitId }): VisitEvent => ({
        type: 'VisitExceptionRaised',
        data: raisedAs(code, { otherVisitId }),
      }),
    ),
  ];
};

/** An exception as it is raised. */
export const raisedAs = (
  code: ExceptionCode,
  said: Partial<Omit<DataOf<VisitEvent, 'VisitExceptionRaised'>, 'code' | 'severity'>>,
): DataOf<VisitEvent, 'VisitExceptionRaised'> => ({
  code,
  severity: severityOf[code],
  otherVisitId: null,
  detail: null,
  digest: null,
  formerOfficeId: null,
  ...said,
});

/** What fires and nothing that was raised answers for. */
export const unanswered = (exceptions: readonly Raised[], firing: readonly Firing[]): readonly Firing[] =>
  firing.filter((fires) => !exceptions.some((one) => answersFor(one, fires)));

/** Of that, what may still be raised: so many between this visit and others (rule 49). */
export const toRaise = (
  { exceptions }: Pick<KnownVisit, 'exceptions'>,
  firing: readonly Firing[],
): readonly Firing[] => {
  const left = MOST_EXCEPTIONS_BETWEEN - exceptions.filter(({ code }) => isBetween(code)).length;
  const fresh = unanswered(exceptions, firing);
  const between = fresh.filter(({ code }) => isBetween(code)).slice(0, Math.max(0, left));
  return fresh.filter((fires) => !isBetween(fires.code) || between.includes(fires));
};

export const isBetween = (code: ExceptionCode): boolean =>
  code === 'CAREGIVER_OVERLAP' || code === 'CLIENT_OVERLAP' || code === 'WITHIN_TWO_HOURS';
/** Of a record that does not count, beside the one that does. */
const isOfOtherRecord = (code: ExceptionCode): boolean =>
  code === 'DUPLICATE_UPLOAD' || code === 'RECORD_AFTER_RELEASE';
export const isWithin = (code: ExceptionCode): boolean => !isBetween(code) && !isOfOtherRecord(code);
