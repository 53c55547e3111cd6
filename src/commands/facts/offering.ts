import { dayOf } from '../../domain/calendar.ts';
import { client } from '../../domain/client/decider.ts';
import { clientRefusal } from '../../domain/client/partners.ts';
import { hasConsent } from '../../domain/client/state.ts';
import type { VisitPlan } from '../../domain/delegation/events.ts';
import type { OfferingFacts, OfficeFacts, VisitFacts } from '../../domain/delegation/offering.ts';
import type { Requested } from '../../domain/delegation/state.ts';
import { priceOrRefusal } from '../../domain/fees/price-visit.ts';
import type { Uuid } from '../../domain/ids.ts';
import { network } from '../../domain/network/decider.ts';
import { rolesOn } from '../../domain/network/state.ts';
import { office } from '../../domain/office/decider.ts';
import { isOverlapped } from '../../projections/delegations.ts';
import { type CommandApp, readModelAtHead } from '../command-app.ts';
import { pricingOfPair } from './pricing.ts';

type AskedVisit = VisitPlan & { readonly visitId: Uuid };
/** Whose visits are offered. */
export type OfferedFor = Pick<Requested, 'networkId' | 'clientId' | 'partnerOfficeId'>;

/**
 * Facts for rule 9: what other streams say of the visits and the offices now (rule 2), and the
 * client's visits of earlier requests at the head (rule 3).
 */
export const offeringFacts = async (
  app: CommandApp,
  of: OfferedFor,
  visits: readonly AskedVisit[],
  officeIds: readonly Uuid[],
): Promise<OfferingFacts> => {
  const [ofVisits, offices] = await Promise.all([
    visitFacts(app, of, visits),
    Promise.all([...new Set(officeIds)].map(async (id) => [id, await officeFacts(app, of, visits, id)] as const)),
  ]);
  return { visits: ofVisits, offices: Object.fromEntries(offices) };
};

const visitFacts = async (
  app: CommandApp,
  { networkId, clientId, partnerOfficeId }: OfferedFor,
  visits: readonly AskedVisit[],
): Promise<Record<Uuid, VisitFacts>> => {
  const [readModel, networkState, clientState] = await Promise.all([
    readModelAtHead(app),
    app.loop.load(network, networkId),
    app.loop.known(client, clientId),
  ]);
  const factsOf = (visit: AskedVisit): VisitFacts => {
    const day = dayOf(visit.plannedStart);
    return {
      clientGone: clientRefusal(clientState, partnerOfficeId, day),
      requesterIsPartner: rolesOn(networkState, partnerOfficeId, day).includes('PARTNER'),
      clientConsents: hasConsent(clientState, 'SHARE_WITHIN_NETWORK', day),
      overlaps: isOverlapped(readModel, clientId, visit),
    };
  };
  return Object.fromEntries(visits.map((visit) => [visit.visitId, factsOf(visit)]));
};

const officeFacts = async (
  app: CommandApp,
  of: OfferedFor,
  visits: readonly AskedVisit[],
  officeId: Uuid,
): Promise<Record<Uuid, OfficeFacts>> => {
  const [networkState, asked, pricingOn] = await Promise.all([
    app.loop.load(network, of.networkId),
    app.loop.load(office, officeId),
    pricingOfPair(app, { ...of, assistOfficeId: officeId }),
  ]);
  const factsOf = (visit: AskedVisit): OfficeFacts => {
    const day = dayOf(visit.plannedStart);
    return {
      isAssist: rolesOn(networkState, officeId, day).includes('ASSIST'),
      offersService: asked.status === 'REGISTERED' && asked.services.includes(visit.service),
      price: priceOrRefusal(visit, pricingOn(day)),
    };
  };
  return Object.fromEntries(visits.map((visit) => [visit.visitId, factsOf(visit)]));
};
