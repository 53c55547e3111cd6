import { monthOf } from '../../domain/calendar.ts';
import type { DelegatedVisit } from '../../domain/delegation/events.ts';
import { planIdOf, type Uuid } from '../../domain/ids.ts';
import { plan } from '../../domain/plan/decider.ts';
import { numberedPlan, planOfOffice } from '../../domain/plan/state.ts';
import { coverOf } from '../../projections/careplans.ts';
import { type CommandApp, readModelAtHead } from '../command-app.ts';

/**
 * Of the care plan's visits that are named those that stand in what the office has imported of the
 * month of the visit, and whether one is covered by a delegation that stands.
 */
export const plannedFacts = async (
  app: CommandApp,
  { clientId, partnerOfficeId }: { readonly clientId: Uuid; readonly partnerOfficeId: Uuid },
  visits: readonly DelegatedVisit[],
): Promise<Record<Uuid, 'FREE' | 'COVERED'>> => {
  const naming = visits.filter(({ plannedVisitId }) => plannedVisitId !== null);
  if (naming.length === 0) return {};
  const readModel = await readModelAtHead(app);
  const planIds = new Set(naming.map(({ plannedStart }) => planIdOf(clientId, monthOf(plannedStart))));
  const known = await Promise.all(
    [...planIds].map(async (planId) => {
      const { visits: planned = [] } = planOfOffice(await app.loop.load(plan, planId), partnerOfficeId) ?? {};
      return numberedPlan(planId, partnerOfficeId, planned).map(({ id }) => id);
    }),
  );
  const named = known.flat().filter((id) => naming.some(({ plannedVisitId }) => plannedVisitId === id));
  const stateOf = (id: Uuid) => (coverOf(readModel, id)?.withdrawn === false ? 'COVERED' : 'FREE');
  return Object.fromEntries(named.map((id) => [id, stateOf(id)]));
};
