import type { Instant } from '../calendar.ts';
import { minutesBetween } from '../calendar.ts';
import { cancellationFee, cancellationPercent, priceVisit } from '../fees/price-visit.ts';
import { Rejected } from '../rejected.ts';
import type { Pricing, VisitCommand } from './commands.ts';
import type { VisitEvent, VisitFee } from './events.ts';
import type { KnownVisit, VisitState } from './state.ts';

type Command<Type extends VisitCommand['type']> = Extract<VisitCommand, { type: Type }>;
type Plan = Pick<KnownVisit['plan'], 'service' | 'minutes' | 'physicalMinutes' | 'plannedStart' | 'emergency'>;

/**
 * The fee by what stands on the visit's day (rule 28). Throws TERMS_MISSING where none are in
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

/** Allocated → scheduled, priced by the plan. Once more after a release. */
export const scheduleVisit = (command: Command<'ScheduleVisit'>, state: VisitState): VisitEvent[] => {
  if (state.status !== 'NONE' && state.status !== 'RELEASED') return [];
  const { type: _type, pricing, ...data } = command;
  return [{ type: 'VisitScheduled', data: { ...data, fee: feeOf(data, pricing, null) } }];
};

/** Rule 22: even where a punch or a record slipped in between; it stays in the history. */
const canStillFollow = ({ status }: KnownVisit): boolean =>
  status === 'SCHEDULED' || status === 'IN_PROGRESS' || status === 'RECORDED' || status === 'RETURNED';

export const releaseVisit = ({ assistOfficeId }: Command<'ReleaseVisit'>, state: KnownVisit): VisitEvent[] =>
  canStillFollow(state) && state.plan.assistOfficeId === assistOfficeId
    ? [{ type: 'VisitReleased', data: { assistOfficeId } }]
    : [];

/**
 * Rule 27: priced by the band of the notice given; released or never taken, and where there is no
 * band: 0 yen.
 */
export const cancelVisit = (command: Command<'CancelVisit'>, state: KnownVisit): VisitEvent[] => {
  if (!canStillFollow(state) && state.status !== 'RELEASED') return [];
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

/** No command of an office on a visit that has ended otherwise. */
export const refuseEnded = ({ status }: KnownVisit, path: string): void => {
  if (status === 'CANCELLED') throw new Rejected('VISIT_CANCELLED', [path]);
  if (status === 'RELEASED') throw new Rejected('VISIT_RELEASED', [path]);
};

/** Until a record stands; assigning again replaces. */
export const assignCaregiver = (
  { caregiverId, works }: Command<'AssignCaregiver'>,
  state: KnownVisit,
): VisitEvent[] => {
  if (state.caregiverId === caregiverId) return [];
  refuseEnded(state, 'visitId');
  if (state.status === 'MISSED') throw new Rejected('VISIT_MISSED', ['visitId']);
  if (state.record !== null) throw new Rejected('RECORD_STANDS', ['visitId']);
  if (!works) throw new Rejected('CAREGIVER_NOT_OF_OFFICE', ['caregiverId']);
  return [{ type: 'CaregiverAssigned', data: { caregiverId } }];
};

export const unassignCaregiver = ({ caregiverId }: Command<'UnassignCaregiver'>, state: KnownVisit): VisitEvent[] =>
  state.status === 'SCHEDULED' && state.caregiverId === caregiverId
    ? [{ type: 'CaregiverAssigned', data: { caregiverId: null } }]
    : [];

/** Nobody came. No fee. */
export const reportMissedVisit = (
  { reason, byOfficeId }: Command<'ReportMissedVisit'>,
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
