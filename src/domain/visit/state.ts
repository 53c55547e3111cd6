import { type Instant, minutesBetween } from '../calendar.ts';
import type { ChangeablePlan } from '../delegation/events.ts';
import type { Uuid } from '../ids.ts';
import type { CancelReason } from '../vocabulary.ts';
import type { CaptureMethod, ExceptionCode, PunchKind, RecordContent, VisitEvent, VisitFee } from './events.ts';

type EventOf<Type extends VisitEvent['type']> = Extract<VisitEvent, { type: Type }>;
type Scheduled = EventOf<'VisitScheduled'>['data'];
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
const UNPUNCHED: Punches = { start: null, end: null };
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
const UNCHANGED: PlanChanges = {
  open: null,
  last: null,
  toFollow: null,
  agreed: [],
  changedAt: null,
  earlier: [],
  proposals: {},
};
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

export const evolve = (state: VisitState, event: VisitEvent): VisitState => {
  if (event.type === 'VisitScheduled') {
    const { data } = event;
    const before = state.status === 'NONE' ? null : state;
    const { assistOfficeId: officeId } = data;
    // What the same office has punched before it gave the visit back stands.
    const { start, end } = before === null ? UNPUNCHED : punchesOf(before, officeId);
    const isTheSame = before?.plan.assistOfficeId === officeId;
    return {
      status: start === null && end === null ? 'SCHEDULED' : 'IN_PROGRESS',
      plan: data,
      fee: data.fee,
      caregiverId: null,
      assignments: 0,
      replaced: [],
      start,
      end,
      withdrawnPunches: isTheSame ? before.withdrawnPunches : [],
      record: null,
      cancellation: null,
      doors: 0,
      lostBy: before === null ? [] : withoutLossOf(withPunchesKept(before), officeId),
      changes: before === null ? UNCHANGED : changesLeft(before, data),
      // The partner office has still to answer for these.
      exceptions: before?.exceptions.filter(({ code }) => code === 'RECORD_AFTER_RELEASE') ?? [],
    };
  }
  return state.status === 'NONE' ? state : evolveKnown(state, event);
};

const evolveKnown = (state: KnownVisit, event: Exclude<VisitEvent, { type: 'VisitScheduled' }>): VisitState => {
  switch (event.type) {
    case 'VisitReleased':
      return lost(
        { ...released(state, event.occurredAt), status: 'RELEASED', fee: state.plan.fee, cancellation: null },
        event.occurredAt,
      );
    case 'CaregiverAssigned':
      return caregiverAssigned(state, event.data.caregiverId, event.occurredAt);
    case 'LatePunchKept': {
      const { punch, formerOfficeId, ...made } = event.data;
      const kept = punch === 'START' ? { start: made } : { end: made };
      return {
        ...state,
        lostBy: state.lostBy.map((loss) => (loss.officeId === formerOfficeId ? { ...loss, ...kept } : loss)),
      };
    }
    case 'VisitStarted':
      return { ...state, status: state.status === 'SCHEDULED' ? 'IN_PROGRESS' : state.status, start: event.data };
    case 'VisitEnded':
      return { ...state, status: state.status === 'SCHEDULED' ? 'IN_PROGRESS' : state.status, end: event.data };
    case 'PunchWithdrawn':
      return withoutPunch(state, event.data.punch);
    case 'VisitRecorded': {
      const { data, occurredAt } = event;
      const record = {
        ...data,
        adjustedStart: null,
        adjustedEnd: null,
        recordedAt: occurredAt ?? '',
        firstDigest: data.digest,
        wasGivenUp: state.status === 'MISSED' || state.status === 'CANCELLED' || state.status === 'RELEASED',
      };
      return {
        ...state,
        status: 'RECORDED',
        caregiverId: data.caregiverId,
        record,
        // In place of what it cost when it was given up.
        fee: state.plan.fee,
        cancellation: null,
        lostBy: withoutLossOf(state, data.recordedByOfficeId),
      };
    }
    case 'VisitRecordAmended': {
      if (state.record === null) return state;
      const { reason: _reason, ...amended } = event.data;
      const record = { ...state.record, ...amended };
      const exceptions = state.exceptions.map((one) =>
        isAnsweredAnew(one, state.record, record) ? { ...one, how: 'LIFTED' as const } : one,
      );
      return { ...state, status: 'RECORDED', caregiverId: amended.caregiverId, record, exceptions };
    }
    case 'VisitChangeProposed':
      return changeProposed(state, event.data);
    case 'VisitChangeAnswered':
      return event.data.agreed === null
        ? withClosedChange(state, 'DECLINED', event.occurredAt)
        : changeAgreed(state, event.data.agreed, event.occurredAt);
    case 'VisitChangeLapsed':
      return changeLapsed(state, event.data.changeId, event.occurredAt);
    case 'VisitExceptionRaised': {
      const { detail: _detail, ...raised } = event.data;
      return { ...state, exceptions: [...state.exceptions, { ...raised, how: null, resolvedAt: null }] };
    }
    case 'VisitExceptionResolved': {
      const { code, otherVisitId, how } = event.data;
      const resolvedAt = event.occurredAt ?? null;
      const matches = (one: ExceptionState): boolean =>
        one.how === null && one.code === code && one.otherVisitId === otherVisitId;
      return {
        ...state,
        exceptions: state.exceptions.map((one) => (matches(one) ? { ...one, how, resolvedAt } : one)),
      };
    }
    case 'VisitVerified':
      return { ...withoutOpenChange(state), status: 'VERIFIED', fee: event.data.fee };
    case 'VisitRecordReturned':
      // Sent back from the door, it costs what it is planned for until something is said anew.
      return state.record === null
        ? { ...state, status: 'RETURNED', fee: state.plan.fee, cancellation: null }
        : { ...state, status: 'RETURNED' };
    case 'VisitMissed':
      return { ...withoutOpenChange(state), status: 'MISSED', fee: { ...state.fee, feeYen: 0 } };
    case 'VisitCancelled':
      return cancelled(state, event.data, event.occurredAt);
  }
};

const cancelled = (state: KnownVisit, data: EventOf<'VisitCancelled'>['data'], at: Instant | undefined): KnownVisit => {
  const { fee, noticeMinutes, atDoor, reason } = data;
  const now = { ...withoutOpenChange(state), status: 'CANCELLED' as const, fee };
  if (atDoor !== null)
    return {
      ...now,
      cancellation: { noticeMinutes, atDoor: { ...atDoor, reason } },
      doors: state.doors + 1,
      // By an office that has the visit, or has it again: it came before it lost it.
      lostBy: withoutLossOf(state, state.plan.assistOfficeId),
    };
  const withdrawn = { ...now, cancellation: { noticeMinutes, atDoor: null } };
  return state.status === 'RELEASED' ? withdrawn : lost(withdrawn, at);
};

const caregiverAssigned = (state: KnownVisit, caregiverId: Uuid | null, until: Instant = ''): KnownVisit => ({
  ...state,
  caregiverId,
  assignments: state.assignments + 1,
  replaced:
    state.caregiverId === null || state.caregiverId === caregiverId
      ? state.replaced
      : [
          ...state.replaced.filter((one) => one.caregiverId !== state.caregiverId),
          { caregiverId: state.caregiverId, until },
        ],
});

const changeProposed = (state: KnownVisit, data: EventOf<'VisitChangeProposed'>['data']): KnownVisit => {
  const { reason: _reason, ...proposed } = data;
  const { changes } = state;
  const { proposedByOfficeId: by } = proposed;
  return {
    ...state,
    changes: {
      ...changes,
      open: { ...proposed, isBeforeVisit: state.record === null },
      last: changes.last?.how === 'AGREED' ? changes.last : null,
      proposals: { ...changes.proposals, [by]: (changes.proposals[by] ?? 0) + 1 },
    },
  };
};

const withoutOpenChange = (state: KnownVisit): KnownVisit =>
  state.changes.open === null ? state : { ...state, changes: { ...state.changes, open: null } };

/** The one that was open: who proposed it is told what became of it. */
const withClosedChange = (state: KnownVisit, how: ClosedChange['how'], at: Instant = ''): KnownVisit => {
  const { open } = state.changes;
  if (open === null) return state;
  const { changeId, proposedByOfficeId: forOfficeId, isBeforeVisit } = open;
  const last = { changeId, how, forOfficeId, caregiverId: state.caregiverId, isBeforeVisit, at };
  return { ...state, changes: { ...state.changes, open: null, last } };
};

type Agreed = NonNullable<EventOf<'VisitChangeAnswered'>['data']['agreed']>;
const changeAgreed = (state: KnownVisit, agreed: Agreed, at: Instant = ''): KnownVisit => {
  const { isBeforeVisit, ...plan } = agreed;
  const { plan: before, exceptions } = state;
  const { changes, ...closed } = withClosedChange(state, 'AGREED', at);
  const changeId = isBeforeVisit ? (changes.last?.changeId ?? null) : null;
  return {
    ...closed,
    plan: { ...before, ...plan },
    fee: plan.fee,
    changes: {
      ...changes,
      ...(changeId !== null && { toFollow: changeId, agreed: [...changes.agreed, { changeId, before }] }),
      changedAt: at,
      earlier: withEarlier(changes.earlier, before, plan, at),
    },
    exceptions: exceptions.map((one) =>
      isAnsweredForPlan(one, before, plan) ? { ...one, how: 'LIFTED' as const } : one,
    ),
  };
};

const withEarlier = (
  earlier: readonly EarlierPlan[],
  { plannedStart, plannedEnd }: ChangeablePlan,
  now: ChangeablePlan,
  until: Instant,
): readonly EarlierPlan[] =>
  plannedStart === now.plannedStart && plannedEnd === now.plannedEnd
    ? earlier
    : [...earlier, { plannedStart, plannedEnd, until }];

/**
 * Nobody answered; or, with none open, what was agreed on fell away with the release that crossed
 * it: the plan is again the one that stood before, and the partner office is told.
 */
const changeLapsed = (state: KnownVisit, changeId: Uuid, at: Instant = ''): KnownVisit => {
  const { changes, caregiverId } = state;
  if (changes.open?.changeId === changeId) return withClosedChange(state, 'LAPSED', at);
  const plan = changes.agreed.find((one) => one.changeId === changeId)?.before ?? state.plan;
  const forOfficeId = plan.partnerOfficeId;
  const last = { changeId, how: 'LAPSED' as const, forOfficeId, caregiverId, isBeforeVisit: true, at };
  return { ...state, plan, fee: plan.fee, changes: { ...changes, last, toFollow: null, agreed: [] } };
};

/** A partner office that waited for the answer of the office that gives it back is told. */
const released = (state: KnownVisit, at: Instant | undefined): KnownVisit =>
  state.changes.open?.proposedByOfficeId === state.plan.partnerOfficeId
    ? withClosedChange(state, 'LAPSED', at)
    : withoutOpenChange(state);

/** What a new schedule leaves of them: what is still to be told, and the plans that stood. */
const changesLeft = ({ changes, plan }: KnownVisit, now: Scheduled): PlanChanges => ({
  ...UNCHANGED,
  last: changes.last?.how === 'AGREED' ? null : changes.last,
  earlier: withEarlier(changes.earlier, plan, now, ''),
});

/**
 * Whether what was answered must be answered anew by another plan: accepted as planned (rule 25),
 * or acknowledged by a plan that has changed in this (rule 24).
 */
const isAnsweredForPlan = ({ code, how }: ExceptionState, before: ChangeablePlan, now: ChangeablePlan): boolean =>
  how === 'AS_PLANNED' ||
  (how === 'ACKNOWLEDGED' &&
    ((code === 'START_DIFFERS' && before.plannedStart !== now.plannedStart) ||
      (code === 'TASK_MISMATCH' && before.service !== now.service)));

const withoutLossOf = ({ lostBy }: Pick<KnownVisit, 'lostBy'>, officeId: Uuid): readonly Loss[] =>
  lostBy.filter((loss) => loss.officeId !== officeId);

/** What was punched goes with the office that has the visit no more. */
const withPunchesKept = ({ plan, start, end, lostBy }: KnownVisit): Pick<KnownVisit, 'lostBy'> => ({
  lostBy: lostBy.map((loss) => (loss.officeId === plan.assistOfficeId ? { ...loss, start, end } : loss)),
});

/** The office that had it has it no more. */
const lost = (state: KnownVisit, at: Instant = ''): KnownVisit => {
  const { caregiverId, replaced } = state;
  const { assistOfficeId: officeId } = state.plan;
  return {
    ...state,
    lostBy: [...withoutLossOf(state, officeId), { ...UNPUNCHED, officeId, caregiverId, replaced, at }],
  };
};

const withoutPunch = (state: KnownVisit, punch: PunchKind): KnownVisit => {
  const standing = punch === 'START' ? state.start : state.end;
  if (standing === null) return state;
  const left = punch === 'START' ? { start: null, end: state.end } : { start: state.start, end: null };
  const isUnheard = state.status === 'IN_PROGRESS' && left.start === null && left.end === null;
  return {
    ...state,
    ...left,
    status: isUnheard ? 'SCHEDULED' : state.status,
    withdrawnPunches: [...state.withdrawnPunches, { ...standing, punch }],
  };
};

/**
 * Whether what was answered must be answered anew when the record changes: accepted as planned
 * (rule 25), and what the partner office alone acknowledged, where that has changed (rule 24).
 */
const isAnsweredAnew = ({ code, how }: ExceptionState, before: RecordState | null, after: RecordState): boolean => {
  if (how === 'AS_PLANNED') return true;
  if (how !== 'ACKNOWLEDGED' || before === null) return false;
  if (code === 'TASK_MISMATCH') return tasksDone(before).join() !== tasksDone(after).join();
  return (
    code === 'TIMES_ADJUSTED' &&
    (before.adjustedStart !== after.adjustedStart || before.adjustedEnd !== after.adjustedEnd)
  );
};

/** Codes of the tasks that were done, each once. */
export const tasksDone = ({ tasks }: Pick<RecordContent, 'tasks'>): readonly string[] =>
  [...new Set(tasks.filter(({ outcome }) => outcome === 'DONE').map(({ code }) => code))].sort();
