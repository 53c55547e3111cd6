import { client } from '../domain/client/decider.ts';
import { delegation } from '../domain/delegation/decider.ts';
import { freeVisits } from '../domain/delegation/state.ts';
import { numberedVisits, type VisitRow } from '../domain/delegation/visit-rows.ts';
import type { Uuid } from '../domain/ids.ts';
import { keyIdOf } from '../domain/sealed.ts';
import { overlappedIn } from '../projections/delegations.ts';
import { readModelAtHead } from './command-app.ts';
import { begunOf } from './facts/begun.ts';
import { offeringFacts } from './facts/offering.ts';
import { commandsOn, creationsOf, newId } from './send.ts';

/** What is said about the delegation's client is sealed with that client's key. */
export const requestDelegation = creationsOf(delegation, {
  id: (_input: { clientId: Uuid; visits: readonly VisitRow[] }, caller) => newId('delegation', caller),
  sealedBy: ({ clientId }) => keyIdOf('client', clientId),
  overSet: ({ clientId }) => `visits of client ${clientId}`,
})('RequestDelegation', ['note'], async ({ app, id, input }) => {
  const { networkId, partnerOfficeId } = await app.loop.known(client, input.clientId);
  const { visits, rowOf } = numberedVisits(id, input.visits);
  const of = { networkId, partnerOfficeId, clientId: input.clientId };
  const asked = input.rounds.flatMap(({ officeIds }) => officeIds);
  return { networkId, partnerOfficeId, visits, rowOf, facts: await offeringFacts(app, of, visits, asked) };
});

const onDelegation = commandsOn(delegation, {
  id: ({ delegationId }: { delegationId: Uuid }) => delegationId,
  without: ['delegationId'],
  sealedBy: (_input, { clientId }) => keyIdOf('client', clientId),
});

export const seeOffer = onDelegation('SeeOffer', ({ officeId }) => ({ officeId }));
export const acceptOffer = onDelegation('AcceptOffer', ['note'], async ({ app, state, officeId }) => ({
  officeId,
  facts: await offeringFacts(app, state, state.visits, [officeId]),
}));
export const declineOffer = onDelegation('DeclineOffer', ['note'], ({ officeId }) => ({ officeId }));
export const requestMoreTime = onDelegation('RequestMoreTime', ['note'], ({ officeId }) => ({ officeId }));

export const grantMoreTime = onDelegation('GrantMoreTime');
export const selectOffice = onDelegation('SelectOffice', async ({ app, input, state }) => ({
  facts: await offeringFacts(app, state, state.visits, [input.officeId]),
}));
export const offerAgain = onDelegation('OfferAgain', async ({ app, input, state }) => {
  const asked = input.rounds.flatMap(({ officeIds }) => officeIds);
  return { facts: await offeringFacts(app, state, freeVisits(state), asked) };
});
export const withdrawVisits = onDelegation('WithdrawVisits', ['note'], async ({ app, input, state }) => ({
  begun: await begunOf(app, input.visitIds ?? state.visits.map(({ visitId }) => visitId)),
}));
export const releaseVisits = onDelegation('ReleaseVisits', ['reason'], async ({ app, input, officeId }) => ({
  officeId,
  begun: await begunOf(app, input.visitIds),
}));

/** Process: what is due now (rules 13–18). */
export const advanceRounds = onDelegation('AdvanceRounds', async ({ app, state }) => {
  const planned = state.planned.flatMap(({ officeIds }) => officeIds);
  const asked = state.offers.map(({ officeId }) => officeId);
  return { facts: await offeringFacts(app, state, freeVisits(state), [...planned, ...asked]) };
});

/** Process: an earlier request has these times (rule 9). */
export const withdrawOverlapping = onDelegation('WithdrawOverlapping', async ({ app, id }) => ({
  overlapping: overlappedIn(await readModelAtHead(app), id),
}));

/** Process: consent was withdrawn (rule 45). */
export const withdrawFreeVisits = onDelegation('WithdrawFreeVisits');
