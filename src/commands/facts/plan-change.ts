import { delegation } from '../../domain/delegation/decider.ts';
import { type ChangeablePlan, planOf } from '../../domain/delegation/events.ts';
import type { OfficeFacts, VisitFacts } from '../../domain/delegation/offering.ts';
import { visitOf } from '../../domain/delegation/state.ts';
import { priceByBasis } from '../../domain/fees/price-visit.ts';
import type { Uuid } from '../../domain/ids.ts';
import { isSameDay } from '../../domain/visit/changing.ts';
import type { KnownVisit } from '../../domain/visit/state.ts';
import { isTimeTaken } from '../../projections/delegations.ts';
import { type CommandApp, readModelAtHead } from '../command-app.ts';
import { offeringFacts } from './offering.ts';

/**
 * What an acceptance would be checked by (rule 9), of a visit with another plan: its time among all
 * of the client's visits at the head; its price by the accepted terms on the same day, by those in
 * force there on another (rule 28).
 */
export const planFacts = async (
  app: CommandApp,
  visitId: Uuid,
  { plan }: KnownVisit,
  changed: ChangeablePlan,
): Promise<{ readonly visitFacts: VisitFacts; readonly officeFacts: OfficeFacts }> => {
  const visit = { visitId, ...planOf(plan), ...changed };
  const { visits, offices } = await offeringFacts(app, plan, [visit], [plan.assistOfficeId]);
  const [visitFacts, officeFacts] = [visits[visitId], offices[plan.assistOfficeId]?.[visitId]];
  if (!visitFacts || !officeFacts) throw new Error('facts of the visit that was asked about');
  const overlaps = isTimeTaken(await readModelAtHead(app), plan.clientId, visit);
  const price = isSameDay(changed, { plan }) ? priceByBasis(visit, plan.basis) : officeFacts.price;
  return { visitFacts: { ...visitFacts, overlaps }, officeFacts: { ...officeFacts, price } };
};

/** Whether the delegation still has the visit with its office (rule 2). */
export const coverNow = async (
  { loop }: CommandApp,
  visitId: Uuid,
  { plan }: KnownVisit,
): Promise<'HELD' | 'WITHDRAWN' | 'RELEASED'> => {
  const planned = visitOf(await loop.known(delegation, plan.delegationId), visitId);
  if (planned?.withdrawn) return 'WITHDRAWN';
  return planned?.allocatedTo === plan.assistOfficeId ? 'HELD' : 'RELEASED';
};
