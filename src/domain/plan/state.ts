import type { DataOf } from '../decider.ts';
import { plannedVisitIdOf, type Uuid } from '../ids.ts';
import type { CareplanFileKind, PlanEvent, PlannedItem, PlannedVisit } from './events.ts';

/** What an office has imported last. */
interface OfficePlan {
  readonly visits: readonly PlannedVisit[];
  readonly items: readonly PlannedItem[];
  readonly careManagementNumber: string | null;
  readonly digest: string;
}
/**
 * Of the months in which a client goes from one partner office to the next each has its own part.
 */
export interface PlanState {
  readonly plans: Readonly<Record<Uuid, OfficePlan>>;
  readonly imports: Readonly<Record<Uuid, number>>;
  readonly files: readonly { readonly officeId: Uuid; readonly fileId: Uuid; readonly kind: CareplanFileKind }[];
}

/** Visits of a plan in the order of their starts, each with the id by which it is known. */
export const numberedPlan = (
  planId: Uuid,
  officeId: Uuid,
  visits: readonly PlannedVisit[],
): readonly (PlannedVisit & { readonly id: Uuid })[] => {
  const alike = new Map<string, number>();
  const orderOf = ({ plannedStart, plannedEnd, serviceCode }: PlannedVisit): string =>
    `${plannedStart} ${plannedEnd} ${serviceCode}`;
  return visits
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
    .map((visit) => {
      const n = alike.get(orderOf(visit)) ?? 0;
      alike.set(orderOf(visit), n + 1);
      return { ...visit, id: plannedVisitIdOf(planId, officeId, visit, n) };
    });
};

/** What the office has imported of the month; null where it has nothing. */
export const planOfOffice = ({ plans }: PlanState, officeId: Uuid): OfficePlan | null => plans[officeId] ?? null;

export const evolve = (state: PlanState, event: PlanEvent): PlanState => {
  const { partnerOfficeId: officeId } = event.data;
  switch (event.type) {
    case 'CareplanImported':
      return {
        ...state,
        plans: { ...state.plans, [officeId]: officePlan(event.data) },
        imports: { ...state.imports, [officeId]: (state.imports[officeId] ?? 0) + 1 },
      };
    case 'CareplanExported': {
      const { fileId, kind } = event.data;
      return { ...state, files: [...state.files, { officeId, fileId, kind }] };
    }
  }
};

const officePlan = ({
  visits,
  items,
  careManagementNumber,
  digest,
}: DataOf<PlanEvent, 'CareplanImported'>): OfficePlan => ({
  visits,
  items,
  careManagementNumber,
  digest,
});
