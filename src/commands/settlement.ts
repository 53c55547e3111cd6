import type { TermsContent } from '../domain/agreement/events.ts';
import { dayOf, type Month } from '../domain/calendar.ts';
import { settlementIdOf, statementIdOf, type Uuid } from '../domain/ids.ts';
import { Rejected } from '../domain/rejected.ts';
import { type Closing, closeMonth, type PricedVisit } from '../domain/settlement/closing.ts';
import { settlement } from '../domain/settlement/decider.ts';
import { type Hold, holdOf } from '../domain/settlement/holds.ts';
import { visit } from '../domain/visit/decider.ts';
import { feeOf } from '../domain/visit/planning.ts';
import { minutesWorked } from '../domain/visit/state.ts';
import type { Pair } from './agreement.ts';
import type { CommandApp } from './command-app.ts';
import { closingFacts } from './facts/closing.ts';
import { pricingOfPair } from './facts/pricing.ts';
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
  const { candidates: _candidates, ...facts } = await closingFacts(app, input, input.month);
  return { settlementId: id, issuedBy: caller.actor.subject, ...facts };
});

const onStatement = commandsOn(settlement, {
  id: ({ settlementId }: { settlementId: Uuid; statementId: Uuid }) => settlementId,
  without: ['settlementId'],
  answers: ({ statementId }) => statementId,
});
export const confirmStatement = onStatement('ConfirmStatement');
/** Process: the days to dispute the statement are over. */
export const deemConfirmed = onStatement('DeemConfirmed');
export const approvePayment = onStatement('ApprovePayment', ({ caller }) => ({ approvedBy: caller.actor.subject }));
export const recordPayment = onStatement('RecordPayment');

/**
 * What a closing would hold, and what keeps visits out of it. With `terms`, the same visits priced
 * by those; nothing is stored.
 */
export const previewSettlement = async (
  app: CommandApp,
  pair: Pair,
  month: Month,
  terms: TermsContent | null,
): Promise<{ closing: Closing; holds: Hold[] }> => {
  const { candidates, visits } = await closingFacts(app, pair, month);
  const state = await app.loop.load(settlement, settlementOf(pair));
  const priced = terms === null ? visits : await Promise.all(visits.map((one) => repriced(app, one, terms)));
  const statementId = statementIdOf(settlementOf(pair), state.statements.length + 1);
  const nothing = { lines: [], subtotals: [], totalYen: 0, carriedForwardYen: 0 };
  const closing = closeMonth(state, priced, month, statementId) ?? nothing;
  return { closing, holds: candidates.flatMap((one) => holdOf(one, pair) ?? []) };
};

/** The same visit priced by other terms (what-if). */
const repriced = async (app: CommandApp, priced: PricedVisit, content: TermsContent): Promise<PricedVisit> => {
  if (priced.kind !== 'VISIT') return priced;
  const { plan, record } = await app.loop.known(visit, priced.visitId);
  const pricing = (await pricingOfPair(app, plan))(dayOf(plan.plannedStart));
  const terms = { version: priced.termsVersion, content };
  try {
    const fee = feeOf(plan, { ...pricing, terms }, record && minutesWorked(record));
    return { ...priced, amountYen: fee.feeYen, taxClass: fee.taxClass };
  } catch (error) {
    if (error instanceof Rejected) return { ...priced, amountYen: 0 };
    throw error;
  }
};
