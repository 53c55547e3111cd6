import { dayOf } from '../domain/calendar.ts';
import { delegation } from '../domain/delegation/decider.ts';
import { streamOf, type Uuid } from '../domain/ids.ts';
import { keyIdOf, type Sealed } from '../domain/sealed.ts';
import { visit } from '../domain/visit/decider.ts';
import { stepsToFollow } from '../domain/visit/following.ts';
import type { KnownVisit } from '../domain/visit/state.ts';
import { delegationOfVisit } from '../projections/delegations.ts';
import { decode, type Recorded } from '../store/codec.ts';
import type { EventOf } from '../store/event-types.ts';
import type { Caller } from '../store/handle-command.ts';
import type { CommandApp } from './command-app.ts';
import { pricingOfPair } from './facts/pricing.ts';
import { commandsOn, creationsOf } from './send.ts';

const ofVisit = { id: ({ visitId }: { visitId: Uuid }) => visitId, without: ['visitId'] as const };

const releaseVisit = commandsOn(visit, ofVisit)('ReleaseVisit');
const scheduleVisit = creationsOf(visit, ofVisit)('ScheduleVisit', async ({ app, input }) => ({
  pricing: (await pricingOfPair(app, input))(dayOf(input.plannedStart)),
}));
const cancellation = async (app: CommandApp, { plan }: KnownVisit) => ({
  byOfficeId: plan.partnerOfficeId,
  terms: (await pricingOfPair(app, plan))(dayOf(plan.plannedStart)).terms,
});
/** Needs no key, and so no vault. */
const cancelVisit = commandsOn(visit, ofVisit)('CancelVisit', async ({ app, state }) => ({
  ...(await cancellation(app, state)),
  note: null,
}));
/** The withdrawal's note, sealed for the delegation's stream, is sealed anew for the visit's. */
type Withdrawal = { visitId: Uuid; withdrawnIn: string; sealedNote: Sealed };
const cancelVisitWithNote = commandsOn(visit, {
  id: ({ visitId }: Withdrawal) => visitId,
  without: ['visitId', 'withdrawnIn', 'sealedNote'],
  sealedBy: (_input, { plan }) => keyIdOf('client', plan.clientId),
})('CancelVisit', [], async ({ app, input: { withdrawnIn, sealedNote }, state, key, seal }) => ({
  ...(await cancellation(app, state)),
  note: seal('note', key.open(sealedNote, { stream: withdrawnIn, path: 'note' })),
}));

type Withdrawn = Recorded<EventOf<'VisitsWithdrawn'>>;
/** The last withdrawal in the delegation's stream that names the visit. */
const withdrawalOf = async (app: CommandApp, delegationId: Uuid, visitId: Uuid): Promise<Withdrawn | null> => {
  const events = (await app.store.read(streamOf('delegation', delegationId), 0)).map(decode);
  const isOfVisit = (event: Recorded | null): event is Withdrawn =>
    event?.type === 'VisitsWithdrawn' && event.data.visits.some((one) => one.visitId === visitId);
  return events.findLast(isOfVisit) ?? null;
};

/**
 * Process: brings the visit's stream into step with its delegation (rule 22): releases what was
 * given back, schedules what is allocated, cancels what was withdrawn. `callerFor`: one caller per
 * action.
 */
export const syncVisitWithDelegation = async (
  app: CommandApp,
  callerFor: (action: string) => Caller,
  visitId: Uuid,
): Promise<void> => {
  const delegationId = delegationOfVisit(app.readModel, visitId);
  if (delegationId === null) return;
  const { networkId, clientId, partnerOfficeId, visits } = await app.loop.known(delegation, delegationId);
  const planned = visits.find((one) => one.visitId === visitId);
  if (!planned) return;
  const { visitId: _id, place: _place, allocatedTo, withdrawn, ...plan } = planned;
  const withdrawal = withdrawn ? await withdrawalOf(app, delegationId, visitId) : null;
  const heldBy = withdrawal?.data.visits.find((one) => one.visitId === visitId)?.heldBy ?? null;
  const steps = stepsToFollow({ allocatedTo, withdrawn }, heldBy, await app.loop.load(visit, visitId));
  if (steps.release !== null) await releaseVisit(app, callerFor('release'), { visitId, assistOfficeId: steps.release });
  if (steps.schedule !== null) {
    const held = { delegationId, networkId, clientId, partnerOfficeId, assistOfficeId: steps.schedule };
    await scheduleVisit(app, callerFor('schedule'), { visitId, ...held, ...plan });
  }
  if (!withdrawal || !steps.cancel) return;
  const { stream: withdrawnIn, occurredAt: at } = withdrawal;
  const { reason, note: sealedNote } = withdrawal.data;
  const what = { visitId, reason, at, isHeld: steps.isHeld };
  if (sealedNote === null) await cancelVisit(app, callerFor('cancel'), what);
  else await cancelVisitWithNote(app, callerFor('cancel'), { ...what, withdrawnIn, sealedNote });
};
