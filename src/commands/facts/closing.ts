import { agreement } from '../../domain/agreement/decider.ts';
import { termsLastInForceOn } from '../../domain/agreement/state.ts';
import { lastDayOf, type Month } from '../../domain/calendar.ts';
import { agreementIdOf, streamOf, type Uuid } from '../../domain/ids.ts';
import { office } from '../../domain/office/decider.ts';
import { type PricedVisit, pricedVisit } from '../../domain/settlement/closing.ts';
import { visit } from '../../domain/visit/decider.ts';
import { unsettledVisitsOfPair } from '../../projections/visit-ledger.ts';
import { decode } from '../../store/codec.ts';
import { type CommandApp, readModelAtHead } from '../command-app.ts';

/**
 * The facts of a pair for a month: its visits as priced, the terms of its last day, the two
 * offices' numbers (rules 31, 34).
 */
export const closingFacts = async (
  app: CommandApp,
  pair: { readonly networkId: Uuid; readonly partnerOfficeId: Uuid; readonly assistOfficeId: Uuid },
  month: Month,
) => {
  const candidates = unsettledVisitsOfPair(await readModelAtHead(app), pair, month);
  const visits = await Promise.all(candidates.map(({ id }) => pricedNow(app, id)));
  const [terms, partner, assist] = await Promise.all([
    app.loop.load(agreement, agreementIdOf(pair.networkId, pair.partnerOfficeId, pair.assistOfficeId)),
    app.loop.known(office, pair.partnerOfficeId),
    app.loop.known(office, pair.assistOfficeId),
  ]);
  const content = termsLastInForceOn(terms, lastDayOf(month))?.content;
  return {
    candidates,
    visits: visits.filter((one) => one !== null),
    numbers: [partner.providerNumber, assist.providerNumber] as const,
    paymentDays: content?.paymentDays ?? 30,
    confirmDays: content?.confirmDays ?? 0,
    payeeInvoiceNumber: assist.invoiceNumber,
  };
};

const PRICING_EVENTS: readonly (string | undefined)[] = ['VisitVerified', 'VisitMissed', 'VisitCancelled'];

/** The visit as last priced, from its own stream. */
const pricedNow = async (app: CommandApp, visitId: Uuid): Promise<PricedVisit | null> => {
  const events = (await app.store.read(streamOf('visit', visitId), 0)).map(decode);
  const pricing = events.findLast((event) => PRICING_EVENTS.includes(event?.type));
  return pricing ? pricedVisit(visitId, await app.loop.load(visit, visitId), pricing.id) : null;
};
