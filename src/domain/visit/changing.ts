import { addMinutes, dayOf, earliest, type Instant, latest, minutesBetween } from '../calendar.ts';
import { type ChangeablePlan, changeableOf } from '../delegation/events.ts';
import {
  minutesRefusal,
  type OfficeFacts,
  officeRefusal,
  priceRefusal,
  type Refusal,
  type VisitFacts,
  visitRefusal,
} from '../delegation/offering.ts';
import { priceVisit } from '../fees/price-visit.ts';
import type { Uuid } from '../ids.ts';
import { MOST_PLAN_CHANGES } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { Sealed } from '../sealed.ts';
import type { Qualification } from '../vocabulary.ts';
import type { VisitEvent } from './events.ts';
import { refuseEnded } from './planning.ts';
import { after } from './punching.ts';
import { judgeWithin } from './recording.ts';
import { effectiveTimes, type KnownVisit, type OpenChange, type RecordState } from './state.ts';

/** After the record a proposal waits for so long, and never for less than a day. */
const HOURS_AFTER_RECORD = 72;
const LEAST_HOURS = 24;
/** What has been made was planned for about then: no further from its start than this. */
const MOST_MINUTES_FROM_MADE = 24 * 60;

/**
 * What other streams say of the new plan, as at an acceptance (rule 9); the price by the accepted
 * terms on the same day, by those in force there on another (rule 28).
 */
interface PlanFacts {
  readonly visitFacts: VisitFacts;
  readonly officeFacts: OfficeFacts;
}

/** Absent = as before. */
interface ProposeVisitChange extends Partial<ChangeablePlan>, PlanFacts {
  readonly changeId: Uuid;
  readonly byOfficeId: Uuid;
  readonly reason: Sealed;
}

/**
 * Another time, length or service, by either office until the visit is verified; before the visit
 * until it begins. At most one is open (CHANGE_OPEN); the same again decides `[]`. Also
 * VISIT_STARTED, VISIT_MISSED, RECORD_VERIFIED, PLAN_UNCHANGED, TOO_MANY_CHANGES,
 * PLAN_NOT_AS_MADE, and what refuses an acceptance.
 */
export const proposeVisitChange = (command: ProposeVisitChange, state: KnownVisit, now: Instant): VisitEvent[] => {
  const { changeId, byOfficeId: proposedByOfficeId, reason } = command;
  const plan = planAfter(command, state);
  const lapsed = lapseVisitChange({}, state, now);
  const { open, proposals } = after(state, lapsed, now).changes;
  if (open?.proposedByOfficeId === proposedByOfficeId && isSamePlan(open, plan)) return [];
  refuseUnchangeable(state, now);
  if (open !== null) throw new Rejected('CHANGE_OPEN', ['visitId']);
  if (isSamePlan(state.plan, plan)) throw new Rejected('PLAN_UNCHANGED', ['visitId']);
  if ((proposals[proposedByOfficeId] ?? 0) >= MOST_PLAN_CHANGES) throw new Rejected('TOO_MANY_CHANGES', ['visitId']);
  refusePlan(plan, command, state, now, (field) => (field in plan ? [field] : ['visitId']));
  const answerBy = answerByOf(plan, state, now);
  return [
    ...lapsed,
    { type: 'VisitChangeProposed', data: { changeId, proposedByOfficeId, ...plan, reason, answerBy } },
  ];
};

/** What a proposal names, by the visit's plan where it says nothing. */
export const planAfter = (said: Partial<ChangeablePlan>, { plan }: Pick<KnownVisit, 'plan'>): ChangeablePlan => ({
  ...changeableOf(plan),
  ...Object.fromEntries(Object.entries(said).filter(([field, value]) => field in plan && value !== undefined)),
});

const FIELDS = ['service', 'minutes', 'physicalMinutes', 'plannedStart', 'plannedEnd'] as const;
const isSamePlan = (one: ChangeablePlan, other: ChangeablePlan): boolean =>
  FIELDS.every((field) => one[field] === other[field]);

/**
 * Whether somebody is there or has been, or was at the door (returned, it waits for its record), or
 * the planned start has come.
 */
const isBegun = ({ status, start, end, plan }: KnownVisit, now: Instant): boolean =>
  status === 'RETURNED' || start !== null || end !== null || plan.plannedStart <= now;

const refuseUnchangeable = (state: KnownVisit, now: Instant): void => {
  refuseEnded(state, 'visitId');
  if (state.status === 'VERIFIED') throw new Rejected('RECORD_VERIFIED', ['visitId']);
  if (state.status === 'MISSED') throw new Rejected('VISIT_MISSED', ['visitId']);
  if (state.record === null && isBegun(state, now)) throw new Rejected('VISIT_STARTED', ['visitId']);
};

/**
 * Before the visit by all that an acceptance is checked by; after the record by what prices it, and
 * by when it was made (PLAN_NOT_AS_MADE).
 */
const refusePlan = (
  plan: ChangeablePlan,
  { visitFacts, officeFacts }: PlanFacts,
  state: KnownVisit,
  now: Instant,
  pathOf: (field: string) => readonly string[],
): void => {
  const { partnerOfficeId, assistOfficeId, service } = state.plan;
  const lacksService: Refusal | null =
    plan.service !== service && !officeFacts.offersService ? { code: 'SERVICE_NOT_OFFERED', field: 'service' } : null;
  const refusal =
    state.record === null
      ? (visitRefusal({ ...state.plan, ...plan }, visitFacts, now) ??
        officeRefusal(assistOfficeId, partnerOfficeId, officeFacts))
      : (minutesRefusal(plan) ??
        notAsMade(plan, state, state.record, now) ??
        lacksService ??
        priceRefusal(officeFacts.price));
  if (refusal) throw new Rejected(refusal.code, pathOf(refusal.field));
};

/**
 * A visit that has been made is moved to no time to come, and to none that has nothing to do with
 * when it was made; another length or service alone leaves its start as it is.
 */
const notAsMade = (plan: ChangeablePlan, state: KnownVisit, record: RecordState, now: Instant): Refusal | null => {
  if (plan.plannedStart === state.plan.plannedStart) return null;
  const away = Math.abs(minutesBetween(effectiveTimes(record).start, plan.plannedStart));
  if (plan.plannedStart <= now && away <= MOST_MINUTES_FROM_MADE) return null;
  return { code: 'PLAN_NOT_AS_MADE', field: 'plannedStart' };
};

/**
 * The old or the new start, whichever is earlier; after the record 72 hours from it, or a day from
 * now where that is later, so that there is time to answer.
 */
const answerByOf = (plan: ChangeablePlan, { plan: { plannedStart }, record }: KnownVisit, now: Instant): Instant =>
  record === null
    ? earliest(plannedStart, plan.plannedStart)
    : latest(addMinutes(record.recordedAt, HOURS_AFTER_RECORD * 60), addMinutes(now, LEAST_HOURS * 60));

/** What nobody has answered in time, as of then. */
export const lapseVisitChange = (_: unknown, { changes }: KnownVisit, now: Instant): VisitEvent[] => {
  const { open } = changes;
  if (open === null || open.answerBy > now) return [];
  return [{ type: 'VisitChangeLapsed', data: { changeId: open.changeId }, occurredAt: open.answerBy }];
};

/**
 * Facts: whether the delegation still has the visit with this office; of its caregiver, or of who
 * made the record, whether they work for it on the new day, and their qualifications.
 */
interface AnswerVisitChange extends PlanFacts {
  readonly changeId: Uuid;
  readonly agree: boolean;
  readonly note: Sealed | null;
  readonly byOfficeId: Uuid;
  readonly cover: 'HELD' | 'WITHDRAWN' | 'RELEASED';
  readonly works: boolean;
  readonly qualifications: readonly Qualification[];
}

/**
 * By the other office (OWN_PROPOSAL), while it is open (CHANGE_NOT_OPEN); the same again decides
 * `[]`. Agreed, the new plan stands, with the basis of its price (rule 28); a caregiver who does
 * not work for the office on the new day is no longer assigned; after the record exceptions are
 * judged anew (rules 24, 25).
 */
export const answerVisitChange = (command: AnswerVisitChange, state: KnownVisit, now: Instant): VisitEvent[] => {
  const { changeId, agree, note, byOfficeId, qualifications } = command;
  const { open, last } = state.changes;
  if (last?.changeId === changeId && last.how === (agree ? 'AGREED' : 'DECLINED')) return [];
  if (open?.changeId !== changeId || open.answerBy <= now) throw new Rejected('CHANGE_NOT_OPEN', ['changeId']);
  if (open.proposedByOfficeId === byOfficeId) throw new Rejected('OWN_PROPOSAL', ['changeId']);
  const said = { changeId, answeredByOfficeId: byOfficeId, note };
  if (!agree) return [{ type: 'VisitChangeAnswered', data: { ...said, agreed: null } }];
  const agreed = agreedPlan(command, open, state, now);
  const answered: VisitEvent = { type: 'VisitChangeAnswered', data: { ...said, agreed } };
  if (state.record !== null) return [answered, ...judgeWithin(after(state, [answered], now), qualifications)];
  return state.caregiverId === null || command.works
    ? [answered]
    : [answered, { type: 'CaregiverAssigned', data: { caregiverId: null } }];
};

const agreedPlan = (command: AnswerVisitChange, open: OpenChange, state: KnownVisit, now: Instant) => {
  const { cover, officeFacts } = command;
  if (cover === 'WITHDRAWN') throw new Rejected('VISIT_CANCELLED', ['visitId']);
  if (cover === 'RELEASED') throw new Rejected('VISIT_RELEASED', ['visitId']);
  // A change of what was to come cannot be agreed on once somebody is there.
  if (open.isBeforeVisit && (state.record !== null || isBegun(state, now)))
    throw new Rejected('VISIT_STARTED', ['visitId']);
  const plan = changeableOf(open);
  refusePlan(plan, command, state, now, () => ['changeId']);
  const basis = officeFacts.price !== null && 'basis' in officeFacts.price ? officeFacts.price.basis : state.plan.basis;
  const fee = priceVisit({ ...state.plan, ...plan }, basis, null);
  return { ...plan, isBeforeVisit: open.isBeforeVisit, basis, fee };
};

/**
 * Whether the new plan is on the day of the old one, so that the accepted terms price it (rule 28).
 */
export const isSameDay = (plan: ChangeablePlan, { plan: { plannedStart } }: Pick<KnownVisit, 'plan'>): boolean =>
  dayOf(plan.plannedStart) === dayOf(plannedStart);
