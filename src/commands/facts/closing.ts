import { setImmediate as nextTurn } from 'node:timers/promises';
import { agreement } from '../../domain/agreement/decider.ts';
import { termsLastInForceOn } from '../../domain/agreement/state.ts';
import { type Instant, lastDayOf, type Month } from '../../domain/calendar.ts';
import { agreementIdOf, streamOf, type Uuid } from '../../domain/ids.ts';
import { office } from '../../domain/office/decider.ts';
import { type PricedVisit, pricedVisit } from '../../domain/settlement/closing.ts';
import { type Hold, heldSince } from '../../domain/settlement/holds.ts';
import { visit } from '../../domain/visit/decider.ts';
import type { VisitEvent } from '../../domain/visit/events.ts';
import type { KnownVisit, VisitState } from '../../domain/visit/state.ts';
import type { ReadModel } from '../../projections/read-model.ts';
import { unsettledVisitsOfPair } from '../../projections/visit-ledger.ts';
import { decode, type Recorded } from '../../store/codec.ts';
import type { Pair } from '../agreement.ts';
import type { CommandApp } from '../command-app.ts';

/** A visit to settle, as its own stream has it now. */
export interface VisitToSettle {
  readonly priced: PricedVisit;
  readonly state: KnownVisit;
}

/**
 * What keeps visits of a pair up to a month's end out of a statement, from the visits on (rule 33):
 * a visit still ahead at `now` waits for nobody.
 */
export const holdsOfPair = (readModel: ReadModel, pair: Pair, month: Month, now: Instant): readonly Hold[] =>
  unsettledVisitsOfPair(readModel, pair, month)
    .filter(({ plannedStart }) => plannedStart <= now)
    .flatMap(({ id: visitId, plannedStart, holdCode: code, holdOfficeId: waitingForOfficeId, holdSince }) =>
      code === null || waitingForOfficeId === null || holdSince === null
        ? []
        : [{ visitId, code, waitingForOfficeId, since: heldSince(code, holdSince, plannedStart) }],
    );

/**
 * What of a pair's visits up to a month's end is to settle, of what no statement holds as it is
 * priced now, and nothing keeps out of it (rules 31, 33), as `kept`: all else of them is let go of.
 * Each stream is read once; between slices of them the event loop goes on.
 */
export const unsettledVisits = async <Kept>(
  app: Pick<CommandApp, 'store' | 'readModel'>,
  pair: Pair,
  month: Month,
  kept: (visit: VisitToSettle) => Kept,
): Promise<readonly Kept[]> => {
  const visits: Kept[] = [];
  let slice = unsettledVisitsOfPair(app.readModel, pair, month, { limit: STREAMS_PER_SLICE });
  while (slice.length > 0) {
    const priced = slice.filter(({ holdCode }) => holdCode === null);
    const read = await Promise.all(priced.map(({ id }) => visitNow(app, id)));
    for (const one of read) if (one !== null) visits.push(kept(one));
    await nextTurn();
    slice = unsettledVisitsOfPair(app.readModel, pair, month, { after: slice.at(-1), limit: STREAMS_PER_SLICE });
  }
  return visits;
};

/** Some milliseconds of work on the embedded store, and so many at once on a distant one. */
const STREAMS_PER_SLICE = 50;

const PRICING_EVENTS: readonly string[] = ['VisitVerified', 'VisitMissed', 'VisitCancelled'];

/** A visit as its stream prices it; null where it was not priced, or has a new record since. */
export const visitNow = async ({ store }: Pick<CommandApp, 'store'>, visitId: Uuid): Promise<VisitToSettle | null> => {
  let state: VisitState = visit.initial;
  let pricedBy: Uuid | null = null;
  for (const event of (await store.read(streamOf('visit', visitId), 0)).map(decode)) {
    if (!isOfVisit(event)) continue;
    state = visit.evolve(state, event);
    if (PRICING_EVENTS.includes(event.type)) pricedBy = event.id;
  }
  if (pricedBy === null || state.status === 'NONE') return null;
  const priced = pricedVisit(visitId, state, pricedBy);
  return priced && { priced, state };
};

const isOfVisit = (event: Recorded | null): event is Recorded<VisitEvent> => event?.category === 'visit';

/**
 * What a statement says beside its lines: the two offices' numbers, terms of the last day (rule
 * 34).
 */
export const statementFacts = async ({ loop }: Pick<CommandApp, 'loop'>, pair: Pair, month: Month) => {
  const [terms, partner, assist] = await Promise.all([
    loop.load(agreement, agreementIdOf(pair.networkId, pair.partnerOfficeId, pair.assistOfficeId)),
    loop.known(office, pair.partnerOfficeId),
    loop.known(office, pair.assistOfficeId),
  ]);
  const content = termsLastInForceOn(terms, lastDayOf(month))?.content;
  return {
    numbers: [partner.providerNumber, assist.providerNumber] as const,
    paymentDays: content?.paymentDays ?? 30,
    confirmDays: content?.confirmDays ?? 0,
    payeeInvoiceNumber: assist.invoiceNumber,
  };
};
