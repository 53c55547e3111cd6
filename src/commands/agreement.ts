import { agreement } from '../domain/agreement/decider.ts';
import { isSameTerms, proposedContent, type TermsProposal } from '../domain/agreement/proposal.ts';
import { dayOf, endOfDay } from '../domain/calendar.ts';
import { agreementIdOf, termsIdOf, type Uuid } from '../domain/ids.ts';
import { network } from '../domain/network/decider.ts';
import { hasRoleFrom } from '../domain/network/state.ts';
import { keyIdOf } from '../domain/sealed.ts';
import { pairHasVisitsAfter } from '../projections/delegations.ts';
import { readModelAtHead } from './command-app.ts';
import { commandsOn, creationsOf } from './send.ts';

/** Two offices of a network, in this order. */
export interface Pair {
  readonly networkId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly assistOfficeId: Uuid;
}
/** The id of a pair's terms. */
export const agreementOf = (of: Pair): Uuid => agreementIdOf(of.networkId, of.partnerOfficeId, of.assistOfficeId);
const termsOf = (of: Pair, version: number): Uuid =>
  termsIdOf(of.networkId, of.partnerOfficeId, of.assistOfficeId, version);

/** The caller's office proposes; each proposal is a new version. */
export const proposeTerms = creationsOf(agreement, {
  id: agreementOf,
  // A repeat answers with its own version: the newest that this proposal made.
  answers: (of: Pair & { proposal: TermsProposal }, _id, { versions }) => {
    const own = versions.findLast(({ content }, n) =>
      isSameTerms(content, proposedContent(of.proposal, versions[n - 1]?.content ?? null)),
    );
    return termsOf(of, own?.version ?? versions.length);
  },
})('ProposeTerms', async ({ app, input: { networkId, partnerOfficeId, assistOfficeId }, officeId, now }) => {
  const [state, today] = [await app.loop.load(network, networkId), dayOf(now)];
  return {
    proposedBy: officeId,
    isPair:
      hasRoleFrom(state, partnerOfficeId, 'PARTNER', today) && hasRoleFrom(state, assistOfficeId, 'ASSIST', today),
  };
});

/** One version of a pair's terms. Its texts are sealed with the partner office's key. */
const onTerms = commandsOn(agreement, {
  id: agreementOf,
  without: ['networkId', 'partnerOfficeId', 'assistOfficeId'],
  sealedBy: ({ partnerOfficeId }) => keyIdOf('office', partnerOfficeId),
  answers: (of: Pair & { version: number }) => termsOf(of, of.version),
});
export const agreeTerms = onTerms('AgreeTerms', ({ officeId }) => ({ byOfficeId: officeId }));
export const declineTerms = onTerms('DeclineTerms', ['note'], ({ officeId }) => ({ byOfficeId: officeId }));
export const endTerms = onTerms('EndTerms', ['reason'], async ({ app, input }) => ({
  hasVisitsAfter: pairHasVisitsAfter(await readModelAtHead(app), input, endOfDay(input.endsOn)),
}));
