import { addMinutes, earliest, type Instant } from '../calendar.ts';
import type { DataOf } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { MOST_WITHDRAWN_PUNCHES } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { PunchKind, VisitEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { exceptionsWithin, firesWithin, judge } from './exceptions.ts';
import { refuseBegunAfter, refuseEnded, refuseReplaced } from './planning.ts';
import { type KnownVisit, type Punch, plansAt, punchesOf } from './state.ts';

type Data<Type extends VisitEvent['type']> = DataOf<VisitEvent, Type>;

/** A start is taken from so long before the planned start on (rule 23). */
export const EARLY_MINUTES = 60;
/** So far telephones run ahead of the server. */
const AHEAD_MINUTES = 5;

/**
 * A time as it is kept: the server's, with the device's beside it, where a device runs ahead by 5
 * minutes at most (rule 23). Throws TIME_IN_FUTURE for one further ahead.
 */
export const timeTaken = (
  said: Instant,
  now: Instant,
  path: string,
): { readonly at: Instant; readonly deviceAt: Instant | null } => {
  if (said <= now) return { at: said, deviceAt: null };
  if (said > addMinutes(now, AHEAD_MINUTES)) throw new Rejected('TIME_IN_FUTURE', [path]);
  return { at: now, deviceAt: said };
};

/** Refuses a time before the first at which the visit may begin (TOO_EARLY; rule 23). */
export const refuseEarly = (at: Instant, state: KnownVisit, path: string, minutes = EARLY_MINUTES): void => {
  const starts = plansAt(state, at).map(({ plannedStart }) => plannedStart);
  if (at < addMinutes(earliest(...starts), -minutes)) throw new Rejected('TOO_EARLY', [path]);
};

/** Folds events that are being decided. */
export const after = (state: KnownVisit, events: readonly VisitEvent[], now: Instant): KnownVisit =>
  events.reduce<KnownVisit>((before, event) => {
    const next = evolve(before, { ...event, occurredAt: event.occurredAt ?? now });
    return next.status === 'NONE' ? before : next;
  }, state);

type PunchVisit = Omit<Data<'VisitStarted'>, 'deviceAt'> & ByOffice;
/**
 * The office that says it, which has the visit or had it. Fact `replacedAt`: when another was
 * assigned in the place of the caregiver who says it.
 */
interface ByOffice {
  readonly byOfficeId: Uuid;
  readonly replacedAt: Instant | null;
}
/** Whether a punch is the one that stands, sent once more. */
export const isSamePunch = (standing: Punch | null, { at, method }: Pick<Punch, 'at' | 'method'>): boolean =>
  standing !== null && (standing.deviceAt ?? standing.at) === at && standing.method === method;

/**
 * Start or end, in either order, even late: after a record, or a report that nobody came, it is
 * kept beside that (rule 23); of a visit that the office has lost since, where it began before
 * that: beside what the office says of it that has the visit now (rule 22). Never changed once
 * made.
 */
export const punch =
  (type: 'VisitStarted' | 'VisitEnded') =>
  (command: PunchVisit, state: KnownVisit, now: Instant): VisitEvent[] => {
    const { byOfficeId, replacedAt, ...said } = command;
    const kind = type === 'VisitStarted' ? 'START' : 'END';
    const hasIt = state.plan.assistOfficeId === byOfficeId;
    const { start: startBefore, end: endBefore } = punchesOf(state, byOfficeId);
    const standing = kind === 'START' ? startBefore : endBefore;
    if (isSamePunch(standing, said)) return [];
    const taken = timeTaken(said.at, now, 'at');
    const [start, end] = kind === 'START' ? [taken.at, endBefore?.at] : [startBefore?.at, taken.at];
    refuseBegunAfter(start ?? taken.at, state, byOfficeId);
    refuseAfterDoor(start ?? taken.at, state, hasIt);
    refuseReplaced(start ?? taken.at, replacedAt);
    if (hasIt && state.status === 'VERIFIED') throw new Rejected('RECORD_VERIFIED', ['visitId']);
    if (standing !== null) throw new Rejected('ALREADY_PUNCHED', ['at']);
    if (hasIt && state.withdrawnPunches.some((one) => one.punch === kind && isSamePunch(one, said)))
      throw new Rejected('PUNCH_WITHDRAWN', ['at']);
    refuseEarly(taken.at, state, 'at');
    if (start !== undefined && end !== undefined && end <= start) throw new Rejected('ENDED_BEFORE_STARTED', ['at']);
    const made = { ...said, ...taken };
    if (!hasIt)
      return [
        { type: 'LatePunchKept', data: { punch: kind, formerOfficeId: byOfficeId, ...made }, occurredAt: taken.at },
      ];
    const punched: VisitEvent = { type, data: made, occurredAt: taken.at };
    return [punched, ...judgePunches(after(state, [punched], now))];
  };

/** Who was sent away at the door was not inside from then on. */
const refuseAfterDoor = (beganAt: Instant, { cancellation }: KnownVisit, hasIt: boolean): void => {
  const { atDoor = null } = cancellation ?? {};
  if (hasIt && atDoor !== null && beganAt >= atDoor.at) throw new Rejected('VISIT_CANCELLED', ['visitId']);
};

/** What fires by a punch that comes after its record. */
const judgePunches = (state: KnownVisit): VisitEvent[] => {
  const isByPunch = (code: string): boolean => code === 'OUTSIDE_LOCATION' || code === 'TIMES_ADJUSTED';
  const firing = exceptionsWithin(state, []).filter(isByPunch);
  return judge(state, firing.map(firesWithin), isByPunch);
};

interface WithdrawPunch extends Pick<Data<'PunchWithdrawn'>, 'reason'> {
  readonly punch: PunchKind;
}

/**
 * Takes back a mistaken punch while no record stands; both stay in the history (rule 23). Also of a
 * visit that has been withdrawn or handed back, which else waits to be recorded.
 */
export const withdrawPunch = ({ punch, reason }: WithdrawPunch, state: KnownVisit): VisitEvent[] => {
  const standing = punch === 'START' ? state.start : state.end;
  if (standing === null && state.withdrawnPunches.some((one) => one.punch === punch)) return [];
  if (standing === null) refuseEnded(state, 'visitId');
  if (state.record !== null) throw new Rejected('RECORD_STANDS', ['visitId']);
  if (standing === null) throw new Rejected('NOT_PUNCHED', ['punch']);
  if (state.withdrawnPunches.length >= MOST_WITHDRAWN_PUNCHES) throw new Rejected('TOO_MANY_PUNCHES', ['punch']);
  return [{ type: 'PunchWithdrawn', data: { punch, reason } }];
};
