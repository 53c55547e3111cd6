import type { Instant } from '../calendar.ts';
import type { ChangeablePlan } from '../delegation/events.ts';
import type { Uuid } from '../ids.ts';
import type { PunchKind, VisitEvent } from './events.ts';
import {
  type ClosedChange,
  type EarlierPlan,
  type ExceptionState,
  type KnownVisit,
  type Loss,
  type PlanChanges,
  punchesOf,
  type RecordState,
  type Scheduled,
  tasksDone,
  UNPUNCHED,
  type VisitState,
} from './state.ts';

type EventOf<Type extends VisitEvent['type']> = Extract<VisitEvent, { type: Type }>;

const UNCHANGED: PlanChanges = {
  open: null,
  last: null,
  toFollow: null,
  agreed: [],
  changedAt: null,
  earlier: [],
  proposals: {},
};

/** Folds one event; `occurredAt` tells when a change, a loss or a release was. */
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
