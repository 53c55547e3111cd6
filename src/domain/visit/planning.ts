import type { TermsContent } from '../agreement/events.ts';
import { type Instant, minutesBetween } from '../calendar.ts';
import type { DataOf } from '../decider.ts';
import type { OfficeFacts } from '../delegation/offering.ts';
import { cancellationFee, cancellationPercent, priceVisit } from '../fees/price-visit.ts';
import type { Uuid } from '../ids.ts';
import { Rejected } from '../rejected.ts';
import type { AreaGrade, CareLevel, Surcharge } from '../vocabulary.ts';
import type { VisitEvent, VisitFee } from './events.ts';
import { followsDelegation, type KnownVisit, type VisitState } from './state.ts';

type Data<Type extends VisitEvent['type']> = DataOf<VisitEvent, Type>;

/** What prices a visit, as it stands on its day (rules 28–30). */
export interface Pricing {
  readonly careLevel: CareLevel;
  /** Null: none are in force. */
  readonly terms: { readonly version: number; readonly content: TermsContent } | null;
  readonly partner: { readonly areaGrade: AreaGrade; readonly surcharges: readonly Surcharge[] };
}
type Plan = Pick<KnownVisit['plan'], 'service' | 'minutes' | 'physicalMinutes' | 'plannedStart' | 'emergency'>;

/**
 * The fee by what is in force on the visit's day (rule 28). Throws TERMS_MISSING where none are in
 * force.
 */
export const feeOf = (plan: Plan, pricing: Pricing, minutesWorked: number | null): VisitFee => {
  if (pricing.terms === null) throw new Rejected('TERMS_MISSING', ['visitId']);
  return priceVisit({
    ...plan,
    minutesWorked,
    careLevel: pricing.careLevel,
    terms: pricing.terms,
    partner: pricing.partner,
  });
};

/**
 * What an accepted visit would cost; null without terms, or the code with which the terms refuse
 * (rule 9).
 */
export const priceOrRefusal = (plan: Plan, pricing: Pricing): OfficeFacts['price'] => {
  if (pricing.terms === null) return null;
  try {
    const { termsVersion, feeYen } = feeOf(plan, pricing, null);
    return { termsVersion, feeYen };
  } catch (error) {
    if (error instanceof Rejected) return { refusal: error.code };
    throw error;
  }
};

type ScheduleVisit = Omit<Data<'VisitScheduled'>, 'fee'> & { readonly pricing: Pricing };

/** Allocated → scheduled, priced by the plan. Again after a release. */
export const scheduleVisit = ({ pricing, ...data }: ScheduleVisit, state: VisitState): VisitEvent[] => {
  if (state.status !== 'NONE' && state.status !== 'RELEASED') return [];
  return [{ type: 'VisitScheduled', data: { ...data, fee: feeOf(data, pricing, null) } }];
};

export const releaseVisit = ({ assistOfficeId }: Data<'VisitReleased'>, state: KnownVisit): VisitEvent[] =>
  followsDelegation(state.status) && state.plan.assistOfficeId === assistOfficeId
    ? [{ type: 'VisitReleased', data: { assistOfficeId } }]
    : [];

/** Withdrawn at `at`. `isHeld`: by an office, so that the notice is priced. */
interface CancelVisit extends Pick<Data<'VisitCancelled'>, 'reason' | 'byOfficeId' | 'note'> {
  readonly at: Instant;
  readonly isHeld: boolean;
  readonly terms: Pricing['terms'];
}

/**
 * Rule 27: priced by the band of the notice given; 0 yen where released, never taken or without a
 * band.
 */
export const cancelVisit = (command: CancelVisit, state: KnownVisit): VisitEvent[] => {
  if (!followsDelegation(state.status) && state.status !== 'RELEASED') return [];
  const { reason, byOfficeId, at, terms, note } = command;
  const noticeMinutes = Math.max(0, Math.floor(minutesBetween(at, state.plan.plannedStart)));
  const isPriced = command.isHeld && state.status !== 'RELEASED' && terms !== null;
  const percentOfFee = isPriced ? (cancellationPercent(terms.content, noticeMinutes) ?? 0) : 0;
  const fee =
    isPriced && percentOfFee > 0
      ? cancellationFee(state.fee, percentOfFee, terms.content)
      : { ...state.fee, feeYen: 0 };
  return [
    { type: 'VisitCancelled', data: { reason, byOfficeId, noticeMinutes, percentOfFee, fee, note }, occurredAt: at },
  ];
};

/** Refuses an office's command on a visit that is cancelled or released. */
export const refuseEnded = ({ status }: KnownVisit, path: string): void => {
  if (status === 'CANCELLED') throw new Rejected('VISIT_CANCELLED', [path]);
  if (status === 'RELEASED') throw new Rejected('VISIT_RELEASED', [path]);
};

interface OneCaregiver {
  readonly caregiverId: Uuid;
}
/** Fact: whether the caregiver works for the assist office on the visit's day. */
interface AssignCaregiver extends OneCaregiver {
  readonly works: boolean;
}

/** Until there is a record; assigning again replaces. */
export const assignCaregiver = ({ caregiverId, works }: AssignCaregiver, state: KnownVisit): VisitEvent[] => {
  if (state.caregiverId === caregiverId) return [];
  refuseEnded(state, 'visitId');
  if (state.status === 'MISSED') throw new Rejected('VISIT_MISSED', ['visitId']);
  if (state.record !== null) throw new Rejected('RECORD_STANDS', ['visitId']);
  if (!works) throw new Rejected('CAREGIVER_NOT_OF_OFFICE', ['caregiverId']);
  return [{ type: 'CaregiverAssigned', data: { caregiverId } }];
};

export const unassignCaregiver = ({ caregiverId }: OneCaregiver, state: KnownVisit): VisitEvent[] =>
  state.status === 'SCHEDULED' && state.caregiverId === caregiverId
    ? [{ type: 'CaregiverAssigned', data: { caregiverId: null } }]
    : [];

interface ReportMissedVisit extends Pick<Data<'VisitMissed'>, 'reason'> {
  readonly byOfficeId: Uuid;
}

/** Nobody came. No fee. */
export const reportMissedVisit = (
  { reason, byOfficeId }: ReportMissedVisit,
  state: KnownVisit,
  now: Instant,
): VisitEvent[] => {
  if (state.status === 'MISSED') return [];
  refuseEnded(state, 'visitId');
  if (state.record !== null) throw new Rejected('RECORD_STANDS', ['visitId']);
  if (state.start !== null || state.end !== null) throw new Rejected('VISIT_STARTED', ['visitId']);
  if (now < state.plan.plannedStart) throw new Rejected('VISIT_AHEAD', ['visitId']);
  return [{ type: 'VisitMissed', data: { reason, reportedByOfficeId: byOfficeId } }];
};
