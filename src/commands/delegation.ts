import { client } from '../domain/client/decider.ts';
import { delegation } from '../domain/delegation/decider.ts';
import { freeVisits, type Requested } from '../domain/delegation/state.ts';
import { numberedVisits, type VisitRow } from '../domain/delegation/visit-rows.ts';
import { offerIdOf, type Uuid } from '../domain/ids.ts';
import { Rejected } from '../domain/rejected.ts';
import { keyIdOf } from '../domain/sealed.ts';
import { overlappedIn } from '../projections/delegations.ts';
import { visitsOfClient } from './client.ts';
import { readModelAtHead } from './command-app.ts';
import { begunOf } from './facts/begun.ts';
import { offeringFacts } from './facts/offering.ts';
import { plannedFacts } from './facts/planned.ts';
import { commandsOn, creationsOf, type Gathering, newId } from './send.ts';

/** What is said about the delegation's client is sealed with that client's key. */
export const requestDelegation = creationsOf(delegation, {
  id: (_input: { clientId: Uuid; visits: readonly VisitRow[] }, caller) => newId('delegation', caller),
  sealedBy: ({ clientId }) => keyIdOf('client', clientId),
  overSet: ({ clientId }) => visitsOfClient(clientId),
})('RequestDelegation', ['note'], async ({ app, id, input, officeId: partnerOfficeId }) => {
  const { networkId } = await app.loop.known(client, input.clientId);
  const { visits, rowOf } = numberedVisits(id, input.visits);
  const of = { networkId, partnerOfficeId, clientId: input.clientId };
  const asked = input.rounds.flatMap(({ officeIds }) => officeIds);
  const [facts, planned] = await Promise.all([offeringFacts(app, of, visits, asked), plannedFacts(app, of, visits)]);
  return { networkId, partnerOfficeId, visits, rowOf, facts, planned };
});

const onDelegation = commandsOn(delegation, {
  id: ({ delegationId }: { delegationId: Uuid }) => delegationId,
  without: ['delegationId'],
  sealedBy: (_input, { clientId }) => keyIdOf('client', clientId),
});

/** What addresses an offer; `offerId` null: the offers meant follow from its office. */
interface OfOffer {
  readonly delegationId: Uuid;
  readonly offerId: Uuid | null;
}
const onOffer = commandsOn(delegation, {
  id: ({ delegationId }: OfOffer) => delegationId,
  without: ['delegationId', 'offerId'],
  sealedBy: (_input, { clientId }) => keyIdOf('client', clientId),
});

/** The round of an office's offer that the input names. Throws OFFER_UNKNOWN. */
const roundOf = ({ delegationId, offerId }: OfOffer, { offers }: Requested, of: Uuid): number | null => {
  if (offerId === null) return null;
  const named = offers.find((offer) => offer.officeId === of && offerIdOf(delegationId, offer.round, of) === offerId);
  if (!named) throw new Rejected('OFFER_UNKNOWN', ['offerId']);
  return named.round;
};
const byItsOffice = ({ input, state, officeId }: Gathering<Requested, OfOffer>) => ({
  officeId,
  round: roundOf(input, state, officeId),
});

export const seeOffer = onOffer('SeeOffer', byItsOffice);
export const acceptOffer = onOffer('AcceptOffer', ['note'], async (context) => ({
  ...byItsOffice(context),
  facts: await offeringFacts(context.app, context.state, context.state.visits, [context.officeId]),
}));
export const declineOffer = onOffer('DeclineOffer', ['note'], byItsOffice);
export const requestMoreTime = onOffer('RequestMoreTime', ['note'], byItsOffice);

export const grantMoreTime = onOffer('GrantMoreTime', ({ input, state }) => ({
  round: roundOf(input, state, input.officeId),
}));
export const selectOffice = onOffer('SelectOffice', async ({ app, input, state }) => ({
  round: roundOf(input, state, input.officeId),
  facts: await offeringFacts(app, state, state.visits, [input.officeId]),
}));
export const offerAgain = onDelegation('OfferAgain', async ({ app, input, state }) => {
  const asked = input.rounds.flatMap(({ officeIds }) => officeIds);
  return { facts: await offeringFacts(app, state, freeVisits(state), asked) };
});
export const withdrawVisits = onDelegation('WithdrawVisits', ['note'], async ({ app, input, state }) => ({
  begun: await begunOf(app, input.visitIds ?? state.visits.map(({ visitId }) => visitId)),
}));
export const withdrawVisitsBetween = onDelegation('WithdrawVisitsBetween', ['note'], async ({ app, state }) => ({
  begun: await begunOf(
    app,
    state.visits.map(({ visitId }) => visitId),
  ),
}));
export const releaseVisits = onDelegation('ReleaseVisits', ['reason'], async ({ app, input, officeId }) => ({
  officeId,
  begun: await begunOf(app, input.visitIds),
}));

export const answerUncovered = onDelegation('AnswerUncovered', ['note']);

/** Process: what is due now (rules 13–18). */
export const advanceRounds = onDelegation('AdvanceRounds', async ({ app, state }) => {
  const ahead = new Set(freeVisits(state).flatMap((visit) => visit.ahead));
  const planned = state.plans.flatMap(({ officeIds }, n) => (ahead.has(n) ? officeIds : []));
  const asked = state.offers.map(({ officeId }) => officeId);
  return { facts: await offeringFacts(app, state, freeVisits(state), [...planned, ...asked]) };
});

/** Process: an earlier request has these times (rule 9). */
export const withdrawOverlapping = onDelegation('WithdrawOverlapping', async ({ app, id }) => ({
  overlapping: overlappedIn(await readModelAtHead(app), id),
}));

/** Process: a record of what began before the office lost the visit has come (rule 22). */
export const keepMadeVisit = onDelegation('KeepMadeVisit');

/** Process: the two offices have agreed on another plan of a visit (rule 22). */
export const changeVisitPlan = onDelegation('ChangeVisitPlan');

/** Process: consent was withdrawn (rule 45). */
export const withdrawFreeVisits = onDelegation('WithdrawFreeVisits');
