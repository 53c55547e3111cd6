import { type Instant, minutesBetween } from '../calendar.ts';
import type { ChangeablePlan } from '../delegation/events.ts';
import type { Uuid } from '../ids.ts';
import type { CancelReason } from '../vocabulary.ts';
import type { CaptureMethod, ExceptionCode, PunchKind, RecordContent, VisitEvent, VisitFee } from './events.ts';

type EventOf<Type extends VisitEvent['type']> = Extract<VisitEvent, { type: Type }>;
export type Scheduled = EventOf<'VisitScheduled'>['data'];
type Recorded = EventOf<'VisitRecorded'>['data'];

export interface Punch {
  readonly at: Instant;
  /** What a device that runs ahead said instead. */
  readonly deviceAt: Instant | null;
  readonly method: CaptureMethod;
  readonly metersFromHome: number | null;
}
/** A punch that was taken back: uploaded once more, it is known again. */
export interface WithdrawnPunch extends Punch {
  readonly punch: PunchKind;
}
/** The record in force. Times as recorded, adjusted where they were. */
export interface RecordState
  extends RecordContent,
    Pick<Recorded, 'version' | 'caregiverId' | 'digest' | 'recordedByOfficeId'> {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly adjustedStart: Instant | null;
  readonly adjustedEnd: Instant | null;
  readonly startMethod: CaptureMethod;
  readonly endMethod: CaptureMethod;
  /** When the first version came. */
  readonly recordedAt: Instant;
  /** Of the first version: recognises an upload of the same record, even after an amendment. */
  readonly firstDigest: string;
  /**
   * It took the place of a report that nobody came, of a cancellation or of a release (rules 22,
   * 23).
   */
  readonly wasGivenUp: boolean;
}
export interface ExceptionState {
  readonly code: ExceptionCode;
  readonly severity: 'FIX' | 'ACKNOWLEDGE';
  readonly otherVisitId: Uuid | null;
  readonly digest: string | null;
  readonly formerOfficeId: Uuid | null;
  readonly how: 'LIFTED' | 'ACKNOWLEDGED' | 'AS_PLANNED' | null;
  readonly resolvedAt: Instant | null;
}
/** Start and end as they were punched. */
export interface Punches {
  readonly start: Punch | null;
  readonly end: Punch | null;
}
export const UNPUNCHED: Punches = { start: null, end: null };
/** An office that had the visit, and since when it has it no more. */
export interface Loss extends Punches {
  readonly officeId: Uuid;
  /** Who was assigned then, and who had been before. */
  readonly caregiverId: Uuid | null;
  readonly replaced: readonly Replaced[];
  readonly at: Instant;
}
/** Who was assigned and is no more, and until when. */
export interface Replaced {
  readonly caregiverId: Uuid;
  readonly until: Instant;
}
/** What a cancellation was priced by. */
export interface CancellationState {
  readonly noticeMinutes: number;
  /** At the door: why, and when and how somebody stood there. */
  readonly atDoor: (Punch & { readonly reason: CancelReason }) | null;
}
/** A change of plan that waits for the other office's answer. */
export interface OpenChange extends ChangeablePlan {
  readonly changeId: Uuid;
  readonly proposedByOfficeId: Uuid;
  readonly answerBy: Instant;
  /** Proposed while there was no record. */
  readonly isBeforeVisit: boolean;
}
/** What became of a change that is no longer open. */
export interface ClosedChange {
  readonly changeId: Uuid;
  readonly how: 'AGREED' | 'DECLINED' | 'LAPSED';
  /** Whom it is told, beside who answered. */
  readonly forOfficeId: Uuid;
  /** Who was assigned then. */
  readonly caregiverId: Uuid | null;
  readonly isBeforeVisit: boolean;
  readonly at: Instant;
}
/** A plan that stood until another was agreed on. */
export interface EarlierPlan extends Pick<ChangeablePlan, 'plannedStart' | 'plannedEnd'> {
  readonly until: Instant;
}
/** Changes of plan by agreement. */
export interface PlanChanges {
  /** At most one. */
  readonly open: OpenChange | null;
  /** The last that is no longer open. */
  readonly last: ClosedChange | null;
  /** The last that was agreed on before the visit: the delegation follows it (rule 22). */
  readonly toFollow: Uuid | null;
  /** All that were agreed on before the visit, each with the plan that stood before it. */
  readonly agreed: readonly { readonly changeId: Uuid; readonly before: Scheduled }[];
  /** When the plan was changed last. */
  readonly changedAt: Instant | null;
  readonly earlier: readonly EarlierPlan[];
  /** So often each office has proposed one (rule 49). */
  readonly proposals: Readonly<Record<Uuid, number>>;
}
export type VisitStatus =
  | 'SCHEDULED'
  | 'IN_PROGRESS'
  | 'RECORDED'
  | 'RETURNED'
  | 'VERIFIED'
  | 'MISSED'
  | 'CANCELLED'
  | 'RELEASED';

export type VisitState =
  | { readonly status: 'NONE' }
  | {
      readonly status: VisitStatus;
      readonly plan: Scheduled;
      /** By the plan, then for good. */
      readonly fee: VisitFee;
      readonly caregiverId: Uuid | null;
      /** So often a caregiver was assigned (rule 49). */
      readonly assignments: number;
      readonly replaced: readonly Replaced[];
      readonly start: Punch | null;
      readonly end: Punch | null;
      readonly withdrawnPunches: readonly WithdrawnPunch[];
      readonly record: RecordState | null;
      /** Null unless CANCELLED. */
      readonly cancellation: CancellationState | null;
      /** So often it was cancelled at the door (rule 49). */
      readonly doors: number;
      /**
       * Offices that have handed it back, or from which it was withdrawn: what they began before
       * that they can still record (rule 22).
       */
      readonly lostBy: readonly Loss[];
      readonly changes: PlanChanges;
      /** Newest last; one that was resolved stays. */
      readonly exceptions: readonly ExceptionState[];
    };
export type KnownVisit = Exclude<VisitState, { status: 'NONE' }>;

/**
 * Whether the visit still follows what its delegation decides: released or cancelled even where a
 * punch or a record slipped in between, or somebody was sent away at the door; which stays in the
 * history (rule 22).
 */
export const followsDelegation = ({ status, cancellation }: Pick<KnownVisit, 'status' | 'cancellation'>): boolean =>
  status === 'SCHEDULED' ||
  status === 'IN_PROGRESS' ||
  status === 'RECORDED' ||
  status === 'RETURNED' ||
  isCancelledAtDoor({ cancellation });

/** Cancelled by who stood at the door, and not by who withdrew it. */
export const isCancelledAtDoor = ({ cancellation }: Pick<KnownVisit, 'cancellation'>): boolean =>
  cancellation !== null && cancellation.atDoor !== null;

/**
 * Whether something has been done of it that no withdrawal or release comes before: somebody is or
 * was there.
 */
export const isBegun = (state: KnownVisit): boolean =>
  state.status !== 'RELEASED' &&
  (state.start !== null ||
    state.end !== null ||
    state.record !== null ||
    state.status === 'RETURNED' ||
    isCancelledAtDoor(state));

/** When the office lost the visit; null where it has it, or never had it. */
export const lostAt = ({ lostBy }: KnownVisit, officeId: Uuid): Instant | null =>
  lostBy.find((loss) => loss.officeId === officeId)?.at ?? null;

/**
 * Whether a record stands of what began, or somebody was sent away at the door, before a time (rule
 * 22).
 */
export const isMadeBefore = ({ record, cancellation }: KnownVisit, at: Instant): boolean => {
  const begun = record?.startedAt ?? cancellation?.atDoor?.at ?? null;
  return begun !== null && begun < at;
};

/** What an office has punched: the one that has the visit, or one that had it. */
export const punchesOf = ({ plan, start, end, lostBy }: KnownVisit, officeId: Uuid): Punches =>
  plan.assistOfficeId === officeId ? { start, end } : (lostBy.find((loss) => loss.officeId === officeId) ?? UNPUNCHED);

/**
 * The plans by which a visit may have begun at a time: the one that stands, and what stood then and
 * was changed later. Who had not heard of the change yet is not told to write a false time (rules
 * 22, 25).
 */
export const plansAt = (
  { plan, changes }: KnownVisit,
  at: Instant,
): readonly Pick<EarlierPlan, 'plannedStart' | 'plannedEnd'>[] => [
  plan,
  ...changes.earlier.filter(({ until }) => at < until),
];

/** Whom an office has or had assigned, and until when; null: still, or when it lost the visit. */
export const assignedBy = (
  state: KnownVisit,
  officeId: Uuid,
): readonly { readonly caregiverId: Uuid; readonly until: Instant | null }[] => {
  const hasIt = state.plan.assistOfficeId === officeId;
  const of = hasIt ? state : state.lostBy.find((loss) => loss.officeId === officeId);
  if (!of) return [];
  const { caregiverId, replaced } = of;
  return [...(caregiverId === null ? [] : [{ caregiverId, until: null }]), ...replaced];
};

export const openExceptions = (state: KnownVisit): readonly ExceptionState[] =>
  state.exceptions.filter(({ how }) => how === null);

/** Start and end as they count: adjusted where they were. */
export const effectiveTimes = (
  record: Pick<RecordState, 'startedAt' | 'endedAt' | 'adjustedStart' | 'adjustedEnd'>,
) => ({
  start: record.adjustedStart ?? record.startedAt,
  end: record.adjustedEnd ?? record.endedAt,
});

/** Whole minutes worked. */
export const minutesWorked = (record: Parameters<typeof effectiveTimes>[0]): number => {
  const { start, end } = effectiveTimes(record);
  return Math.floor(minutesBetween(start, end));
};

/**
 * The minutes that a price an hour goes by (rule 29): those worked, and null, as planned, before
 * there is a record or where any exception was ended `asPlanned` and that still holds (rule 25).
 */
export const minutesPriced = ({ record, exceptions }: KnownVisit): number | null => {
  const isAsPlanned = exceptions.some(
    ({ how, code, otherVisitId }, n) =>
      how === 'AS_PLANNED' &&
      // Raised again since, it is answered again.
      !exceptions.slice(n + 1).some((later) => later.code === code && later.otherVisitId === otherVisitId),
  );
  return record === null || isAsPlanned ? null : minutesWorked(record);
};

/** Codes of the tasks that were done, each once. */
export const tasksDone = ({ tasks }: Pick<RecordContent, 'tasks'>): readonly string[] =>
  [...new Set(tasks.filter(({ outcome }) => outcome === 'DONE').map(({ code }) => code))].sort();
