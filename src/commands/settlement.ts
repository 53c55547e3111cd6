import { agreement } from '../domain/agreement/decider.ts';
import type { TermsContent } from '../domain/agreement/events.ts';
import { proposedContent, type TermsProposal } from '../domain/agreement/proposal.ts';
import { type Instant, latest, type Month } from '../domain/calendar.ts';
import { priceVisit } from '../domain/fees/price-visit.ts';
import { settlementIdOf, statementIdOf, type Uuid } from '../domain/ids.ts';
import { Rejected } from '../domain/rejected.ts';
import { keyIdOf } from '../domain/sealed.ts';
import { type Closing, closeMonth, type PricedVisit } from '../domain/settlement/closing.ts';
import { settlement } from '../domain/settlement/decider.ts';
import type { Hold } from '../domain/settlement/holds.ts';
import { firstOpenMonth } from '../domain/settlement/state.ts';
import { visit } from '../domain/visit/decider.ts';
import type { VisitFee } from '../domain/visit/events.ts';
import { cancellationOf } from '../domain/visit/planning.ts';
import { minutesPriced } from '../domain/visit/state.ts';
import { agreementOf, type Pair } from './agreement.ts';
import { type CommandApp, readModelAtHead } from './command-app.ts';
import { accountDigestOf } from './facts/account.ts';
import { holdsOfPair, statementFacts, unsettledVisits, type VisitToSettle, visitNow } from './facts/closing.ts';
import { commandsOn, creationsOf } from './send.ts';

const settlementOf = ({ networkId, partnerOfficeId, assistOfficeId }: Pair): Uuid =>
  settlementIdOf(networkId, partnerOfficeId, assistOfficeId);

/**
 * Waits for the head, takes candidates from the read model, reads each visit's own stream (rule
 * 31).
 */
export const closeSettlement = creationsOf(settlement, {
  id: (input: Pair & { month: Month }) => settlementOf(input),
  answers: ({ month }, id, { statements }) =>
    statements.findLast((one) => one.month === month)?.statementId ?? statementIdOf(id, statements.length),
})('CloseMonth', async ({ app, input, id, caller }) => {
  await readModelAtHead(app);
  const visits = await unsettledVisits(app, input, input.month, ({ priced }) => priced);
  const facts = await statementFacts(app, input, input.month);
  return { settlementId: id, issuedBy: caller.actor.subject, visits, ...facts };
});

const onStatement = commandsOn(settlement, {
  id: ({ settlementId }: { settlementId: Uuid; statementId: Uuid }) => settlementId,
  without: ['settlementId'],
  answers: ({ statementId }) => statementId,
});

/** What is said of a line is sealed by its client's key, of one without a visit by the office's. */
const onLine = commandsOn(settlement, {
  id: ({ settlementId }: OfLine) => settlementId,
  without: ['settlementId', 'clientId', 'visitId', 'partnerOfficeId'],
  sealedBy: ({ clientId, partnerOfficeId }) =>
    clientId === null ? keyIdOf('office', partnerOfficeId) : keyIdOf('client', clientId),
  answers: ({ statementId }) => statementId,
});
interface OfLine {
  readonly settlementId: Uuid;
  readonly statementId: Uuid;
  readonly partnerOfficeId: Uuid;
  /** The visit that the line is of, and whose it is; null where it is of none. */
  readonly visitId: Uuid | null;
  readonly clientId: Uuid | null;
}
export const disputeLine = onLine('DisputeLine', ['reason'], ({ digest }) => ({ digest }));
export const resolveDispute = onLine('ResolveDispute', ['answer'], async ({ app, input: { visitId }, digest }) => {
  if (visitId === null) return { digest, isRecorded: false, pricedBy: null };
  const isRecorded = (await app.loop.known(visit, visitId)).record !== null;
  return { digest, isRecorded, pricedBy: (await visitNow(app, visitId))?.priced.pricedBy ?? null };
});

export const confirmStatement = onStatement('ConfirmStatement');
/** Process: the days to dispute the statement are over. */
export const deemConfirmed = onStatement('DeemConfirmed');
/** Bound to the payee's account as it stands now (rule 35). */
export const approvePayment = commandsOn(settlement, {
  id: ({ settlementId }: { settlementId: Uuid; statementId: Uuid; assistOfficeId: Uuid }) => settlementId,
  without: ['settlementId', 'assistOfficeId'],
  answers: ({ statementId }) => statementId,
})('ApprovePayment', async ({ app, input, caller }) => ({
  approvedBy: caller.actor.subject,
  accountDigest: await accountDigestOf(app, input.assistOfficeId),
}));
/** Process: the payee has another account than the one that was approved. */
export const takeApprovalBack = commandsOn(settlement, {
  id: ({ settlementId }: { settlementId: Uuid; statementId: Uuid; assistOfficeId: Uuid }) => settlementId,
  without: ['settlementId', 'assistOfficeId'],
})('TakeApprovalBack', async ({ app, input }) => ({
  accountDigest: await accountDigestOf(app, input.assistOfficeId),
}));
/** What is said of a statement is sealed with the partner office's key (rule 41). */
const saidOfStatement = commandsOn(settlement, {
  id: ({ settlementId }: { settlementId: Uuid; statementId: Uuid; partnerOfficeId: Uuid }) => settlementId,
  without: ['settlementId', 'partnerOfficeId'],
  sealedBy: ({ partnerOfficeId }) => keyIdOf('office', partnerOfficeId),
  answers: ({ statementId }) => statementId,
});
export const recordPayment = saidOfStatement('RecordPayment', ['reference'], ({ digest }) => ({ digest }));
export const voidStatement = saidOfStatement('VoidStatement', ['reason'], ({ digest }) => ({ digest }));
export const recordPaymentFailure = saidOfStatement('RecordFailure', ['reason'], ({ digest }) => ({ digest }));
/** Process: instructed when the file had been made without it. */
export const leaveOutOfFile = saidOfStatement('LeaveOutOfFile', ['reason'], ({ digest }) => ({ digest }));

/** What a preview is made from: it needs no key of anybody. */
export type PreviewApp = Pick<CommandApp, 'store' | 'loop' | 'readModel'>;

/**
 * What a preview asks for. `terms` null: as priced; what they leave out is as in the pair's newest
 * version.
 */
export interface SettlementQuestion {
  readonly pair: Pair;
  readonly month: Month;
  /** Visits still ahead then are no holds. */
  readonly now: Instant;
  readonly terms: TermsProposal | null;
}

/**
 * What a closing would hold, and what keeps visits out of it, by the read model as it stands; of a
 * month that is closed, the next closing (rule 33). With `terms`, the same visits priced by those;
 * nothing is stored.
 */
export const previewSettlement = async (
  app: PreviewApp,
  { pair, month: asked, now, terms }: SettlementQuestion,
): Promise<{ closing: Closing; holds: readonly Hold[] }> => {
  const state = await app.loop.load(settlement, settlementOf(pair));
  const month = latest(asked, firstOpenMonth(state) ?? asked);
  const content = terms && (await contentOf(app, pair, terms));
  const priced = await unsettledVisits(app, pair, month, (one) =>
    content === null ? one.priced : repriced(one, content),
  );
  const holds = holdsOfPair(app.readModel, pair, month, now);
  const statementId = statementIdOf(settlementOf(pair), state.statements.length + 1);
  const nothing = { lines: [], subtotals: [], totalYen: 0, carriedForwardYen: 0 };
  return { closing: closeMonth(state, priced, month, statementId) ?? nothing, holds };
};

const contentOf = async (app: PreviewApp, pair: Pair, terms: TermsProposal): Promise<TermsContent> => {
  const { versions } = await app.loop.load(agreement, agreementOf(pair));
  return proposedContent(terms, versions.at(-1)?.content ?? null);
};

/**
 * The same visit priced by other terms, all else as it was accepted (what-if, rule 28): 0 yen where
 * they give it no price.
 */
const repriced = ({ priced, state }: VisitToSettle, content: TermsContent): PricedVisit => {
  const { plan, cancellation } = state;
  const basis = { ...plan.basis, terms: { version: priced.termsVersion, content } };
  const of = (fee: VisitFee): PricedVisit => ({ ...priced, amountYen: fee.feeYen, taxClass: fee.taxClass });
  try {
    if (priced.kind === 'VISIT') return of(priceVisit(plan, basis, minutesPriced(state)));
    if (priced.kind === 'FREE' || cancellation === null) return priced;
    const cost = of(cancellationOf(priceVisit(plan, basis, null), cancellation.noticeMinutes, content).fee);
    return cost.amountYen === 0 ? { ...cost, kind: 'FREE' } : cost;
  } catch (error) {
    if (error instanceof Rejected) return { ...priced, amountYen: 0 };
    throw error;
  }
};
