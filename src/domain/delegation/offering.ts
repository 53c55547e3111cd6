import { type Instant, minutesBetween } from '../calendar.ts';
import type { PriceOrRefusal } from '../fees/price-visit.ts';
import type { Uuid } from '../ids.ts';
import { isCareTask } from '../visit/care-tasks.ts';
import type { ChangeablePlan, DelegatedVisit, VisitPlan } from './events.ts';
import type { PricedVisit } from './prices.ts';

/** What other streams say of one visit on its day (rule 9). */
export interface VisitFacts {
  /** Why the client is not the requester's to plan for. */
  readonly clientGone: 'CLIENT_TRANSFERRED' | 'CLIENT_LEFT' | null;
  readonly requesterIsPartner: boolean;
  readonly clientConsents: boolean;
  /** Another visit of the client overlaps, its pair aside. */
  readonly overlaps: boolean;
}
/**
 * What other streams say of one office for one visit. `price`: the terms in force that day, or the
 * code with which they refuse; null = no terms.
 */
export interface OfficeFacts {
  readonly isAssist: boolean;
  readonly offersService: boolean;
  readonly price: PriceOrRefusal | null;
}
/** By visit id, and by office and visit id. */
export interface OfferingFacts {
  readonly visits: Readonly<Record<Uuid, VisitFacts>>;
  readonly offices: Readonly<Record<Uuid, Readonly<Record<Uuid, OfficeFacts>>>>;
}
export interface Refusal {
  readonly code: string;
  readonly field: string;
}

/** Rule 9 of one visit, whoever is asked: the first refusal, null where it may be delegated. */
export const visitRefusal = (visit: VisitPlan, facts: VisitFacts | undefined, now: Instant): Refusal | null => {
  if (facts?.clientGone) return { code: facts.clientGone, field: 'plannedStart' };
  if (!facts?.requesterIsPartner) return { code: 'OFFICE_NOT_PARTNER', field: 'plannedStart' };
  if (!facts.clientConsents) return { code: 'CONSENT_MISSING', field: 'plannedStart' };
  if (visit.plannedStart <= now) return { code: 'VISIT_IN_PAST', field: 'plannedStart' };
  const differs = minutesRefusal(visit);
  if (differs) return differs;
  if (!visit.tasks.every(isCareTask)) return { code: 'TASK_UNKNOWN', field: 'tasks' };
  return facts.overlaps ? { code: 'VISITS_OVERLAP', field: 'plannedStart' } : null;
};

/** Whether the minutes of a plan agree with one another and with its times (rule 9). */
export const minutesRefusal = (plan: ChangeablePlan): Refusal | null => {
  if (minutesBetween(plan.plannedStart, plan.plannedEnd) !== plan.minutes)
    return { code: 'MINUTES_DIFFER', field: 'minutes' };
  return physicalMinutesAgree(plan) ? null : { code: 'PHYSICAL_MINUTES_MISSING', field: 'physicalMinutes' };
};

/** 身体介護 minutes are given exactly with PHYSICAL_THEN_DAILY_LIVING, and are less than the whole. */
const physicalMinutesAgree = ({ service, physicalMinutes, minutes }: ChangeablePlan): boolean =>
  service === 'PHYSICAL_THEN_DAILY_LIVING'
    ? physicalMinutes !== null && physicalMinutes < minutes
    : physicalMinutes === null;

/**
 * Rule 9 of one office for one visit: the first refusal, null where it may be asked. Where no fee
 * table has a code for it, the visit is at fault and not the office.
 */
export const officeRefusal = (officeId: Uuid, requesterId: Uuid, facts: OfficeFacts | undefined): Refusal | null => {
  if (officeId === requesterId || !facts?.isAssist) return { code: 'OFFICE_NOT_ASSIST', field: 'officeIds' };
  if (!facts.offersService) return { code: 'SERVICE_NOT_OFFERED', field: 'officeIds' };
  return priceRefusal(facts.price);
};

/** What the terms refuse, where they give no price or there are none. */
export const priceRefusal = (price: PriceOrRefusal | null): Refusal | null => {
  if (price === null) return { code: 'TERMS_MISSING', field: 'officeIds' };
  if (!('refusal' in price)) return null;
  const { refusal: code, field } = price;
  return { code, field: code === 'NO_SERVICE_CODE' ? field : 'officeIds' };
};

/**
 * Which of the visits may be offered to an office now, with what each costs; none where rule 9
 * refuses.
 */
export const offerable = (
  visits: readonly DelegatedVisit[],
  officeId: Uuid,
  requesterId: Uuid,
  facts: OfferingFacts,
  now: Instant,
): PricedVisit[] =>
  visits.flatMap((visit) => {
    const office = facts.offices[officeId]?.[visit.visitId];
    if (visitRefusal(visit, facts.visits[visit.visitId], now) || officeRefusal(officeId, requesterId, office))
      return [];
    return office?.price && 'feeYen' in office.price ? [{ visitId: visit.visitId, ...office.price }] : [];
  });
