import { agreement } from '../domain/agreement/decider.ts';
import type { TermsContent } from '../domain/agreement/events.ts';
import { termsLastInForceOn } from '../domain/agreement/state.ts';
import { type Day, dayOf, type Instant, lastDayOf, type Month } from '../domain/calendar.ts';
import { client } from '../domain/client/decider.ts';
import { priceVisit } from '../domain/fees/price-visit.ts';
import { agreementIdOf, settlementIdOf, statementIdOf, streamOf, type Uuid } from '../domain/ids.ts';
import { office } from '../domain/office/decider.ts';
import { surchargesOn } from '../domain/office/state.ts';
import { Rejected } from '../domain/rejected.ts';
import { type Closing, closeMonth } from '../domain/settlement/closing.ts';
import type { PricedVisit } from '../domain/settlement/commands.ts';
import { settlement } from '../domain/settlement/decider.ts';
import { visit } from '../domain/visit/decider.ts';
import { minutesWorked } from '../domain/visit/state.ts';
import { visitsOfPair } from '../projections/statements.ts';
import { decode } from '../store/codec.ts';
import { type Caller, contentHash } from '../store/handle-command.ts';
import { type CommandApp, readModelAtHead } from './command-app.ts';
import type { Done } from './office.ts';

export interface Pair {
  readonly networkId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly assistOfficeId: Uuid;
}
/** What keeps a visit out of a statement, and whose move it is (rule 33). */
export interface HoldRow {
  readonly visitId: Uuid;
  readonly code: 'NOT_RECORDED' | 'RECORD_RETURNED' | 'OPEN_EXCEPTION' | 'NOT_VERIFIED' | 'NO_TERMS';
  readonly waitingForOfficeId: Uuid;
  readonly since: Instant;
}

const settlementOf = (pair: Pair): Uuid => settlementIdOf(pair.networkId, pair.partnerOfficeId, pair.assistOfficeId);

/**
 * The event that prices a visit now, from its own stream: null while it is not VERIFIED, MISSED or
 * CANCELLED.
 */
const pricedVisit = async (app: CommandApp, visitId: Uuid): Promise<PricedVisit | null> => {
  const state = await app.loop.load(visit, visitId);
  if (state.status !== 'VERIFIED' && state.status !== 'MISSED' && state.status !== 'CANCELLED') return null;
  const events = (await app.store.read(streamOf('visit', visitId), 0)).map(decode);
  const pricing = events.findLast(
    (event) => event?.type === 'VisitVerified' || event?.type === 'VisitMissed' || event?.type === 'VisitCancelled',
  );
  if (!pricing) return null;
  const { fee } = state;
  const kind =
    state.status === 'VERIFIED' ? 'VISIT' : state.status === 'CANCELLED' && fee.feeYen > 0 ? 'CANCELLATION' : 'FREE';
  return {
    visitId,
    kind,
    date: dayOf(state.plan.plannedStart),
    serviceCode: fee.serviceCode,
    units: kind === 'VISIT' ? fee.units : null,
    yenPerUnitHundredths: fee.yenPerUnitHundredths,
    amountYen: kind === 'FREE' ? 0 : fee.feeYen,
    taxClass: fee.taxClass,
    termsVersion: fee.termsVersion,
    pricedBy: pricing.id,
  };
};

/**
 * What stands of the pair for a month: its visits as priced, the terms of its last day, the payee's
 * number.
 */
const closingFacts = async (app: CommandApp, pair: Pair, month: Month) => {
  const readModel = await readModelAtHead(app);
  const candidates = visitsOfPair(readModel, pair, month);
  const visits = await Promise.all(candidates.map(({ id }) => pricedVisit(app, id)));
  const [terms, partner, assist] = await Promise.all([
    app.loop.load(agreement, agreementIdOf(pair.networkId, pair.partnerOfficeId, pair.assistOfficeId)),
    app.loop.load(office, pair.partnerOfficeId),
    app.loop.load(office, pair.assistOfficeId),
  ]);
  const content = termsLastInForceOn(terms, lastDayOf(month))?.content;
  return {
    candidates,
    visits: visits.filter((one) => one !== null),
    numbers: [partner, assist].map((one) => (one.status === 'REGISTERED' ? one.providerNumber : '')) as [
      string,
      string,
    ],
    paymentDays: content?.paymentDays ?? 30,
    confirmDays: content?.confirmDays ?? 0,
    payeeInvoiceNumber: assist.status === 'REGISTERED' ? assist.invoiceNumber : null,
  };
};

/**
 * Waits for the head, takes candidates from the read model, reads each visit's own stream (rule
 * 31).
 */
export const closeSettlement = async (app: CommandApp, caller: Caller, pair: Pair, month: Month): Promise<Done> => {
  const settlementId = settlementOf(pair);
  const { position, state } = await app.loop.handle({
    decider: settlement,
    id: settlementId,
    caller,
    hash: contentHash({ ...pair, month }),
    command: async () => {
      const { candidates: _candidates, ...facts } = await closingFacts(app, pair, month);
      return { type: 'CloseMonth' as const, settlementId, ...pair, month, issuedBy: caller.actor.subject, ...facts };
    },
  });
  const statement = state.statements.findLast((one) => one.month === month);
  return { position, id: statement?.statementId ?? statementIdOf(settlementId, state.statements.length) };
};

/**
 * What a closing would hold, and what keeps visits out of it. With `terms` the same visits by other
 * terms; nothing is stored.
 */
export const previewSettlement = async (
  app: CommandApp,
  pair: Pair,
  month: Month,
  terms: TermsContent | null,
): Promise<{ closing: Closing; holds: HoldRow[] }> => {
  const { candidates, visits } = await closingFacts(app, pair, month);
  const state = await app.loop.load(settlement, settlementOf(pair));
  const priced = terms === null ? visits : await Promise.all(visits.map((one) => repriced(app, one, terms)));
  const statementId = statementIdOf(settlementOf(pair), state.statements.length + 1);
  const closing = closeMonth(state, priced, month, statementId) ?? {
    lines: [],
    subtotals: [],
    totalYen: 0,
    carriedForwardYen: 0,
  };
  return { closing, holds: candidates.flatMap((one) => holdOf(one, pair)) };
};

/** The same visit by other terms (what-if). */
const repriced = async (app: CommandApp, priced: PricedVisit, content: TermsContent): Promise<PricedVisit> => {
  const state = await app.loop.load(visit, priced.visitId);
  if (priced.kind !== 'VISIT' || state.status === 'NONE') return priced;
  const [partner, cared] = await Promise.all([
    app.loop.load(office, state.plan.partnerOfficeId),
    app.loop.load(client, state.plan.clientId),
  ]);
  try {
    const fee = priceVisit({
      ...state.plan,
      minutesWorked: state.record && minutesWorked(state.record),
      careLevel: cared.status === 'REGISTERED' ? cared.careLevel : 'CARE_1',
      terms: { version: priced.termsVersion, content },
      partner: {
        areaGrade: partner.status === 'REGISTERED' ? partner.areaGrade : 'UNKNOWN',
        surcharges: surchargesOn(partner, priced.date),
      },
    });
    return { ...priced, amountYen: fee.feeYen, taxClass: fee.taxClass };
  } catch (error) {
    if (error instanceof Rejected) return { ...priced, amountYen: 0 };
    throw error;
  }
};

const holdOf = (
  { id, status, openExceptions, changedAt }: { id: Uuid; status: string; openExceptions: number; changedAt: Instant },
  pair: Pair,
): HoldRow[] => {
  const hold = (code: HoldRow['code'], waitingForOfficeId: Uuid): HoldRow[] => [
    { visitId: id, code, waitingForOfficeId, since: changedAt },
  ];
  if (status === 'SCHEDULED' || status === 'IN_PROGRESS') return hold('NOT_RECORDED', pair.assistOfficeId);
  if (status === 'RETURNED') return hold('RECORD_RETURNED', pair.assistOfficeId);
  if (status !== 'RECORDED') return [];
  return openExceptions > 0 ? hold('OPEN_EXCEPTION', pair.assistOfficeId) : hold('NOT_VERIFIED', pair.partnerOfficeId);
};

export const confirmStatement = async (
  app: CommandApp,
  caller: Caller,
  settlementId: Uuid,
  statementId: Uuid,
): Promise<Done> => {
  const { position } = await app.loop.handle({
    decider: settlement,
    id: settlementId,
    caller,
    hash: contentHash({ confirm: statementId }),
    command: () => ({ type: 'ConfirmStatement' as const, statementId }),
  });
  return { position, id: statementId };
};

/** Process: the days to dispute it are over. */
export const deemConfirmed = async (
  app: CommandApp,
  caller: Caller,
  settlementId: Uuid,
  statementId: Uuid,
): Promise<void> => {
  await app.loop.handle({
    decider: settlement,
    id: settlementId,
    caller,
    hash: null,
    command: () => ({ type: 'DeemConfirmed' as const, statementId }),
  });
};

export const approvePayment = async (
  app: CommandApp,
  caller: Caller,
  settlementId: Uuid,
  input: { statementId: Uuid; contentHash: string },
): Promise<Done> => {
  const { position } = await app.loop.handle({
    decider: settlement,
    id: settlementId,
    caller,
    hash: contentHash({ approve: input }),
    command: () => ({ type: 'ApprovePayment' as const, ...input, approvedBy: caller.actor.subject }),
  });
  return { position, id: input.statementId };
};

export const recordPayment = async (
  app: CommandApp,
  caller: Caller,
  settlementId: Uuid,
  input: { statementId: Uuid; paidOn: Day; amountYen: number; reference: string },
): Promise<Done> => {
  const { position } = await app.loop.handle({
    decider: settlement,
    id: settlementId,
    caller,
    hash: contentHash({ pay: input }),
    command: () => ({ type: 'RecordPayment' as const, ...input }),
  });
  return { position, id: input.statementId };
};
