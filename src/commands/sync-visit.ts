import { delegation } from '../domain/delegation/decider.ts';
import { changeableOf, planOf } from '../domain/delegation/events.ts';
import { acceptedBasisOf, lostByAt, visitOf, withdrawalOf } from '../domain/delegation/state.ts';
import { streamOf, type Uuid } from '../domain/ids.ts';
import { keyIdOf, type Sealed } from '../domain/sealed.ts';
import { visit } from '../domain/visit/decider.ts';
import { stepsToFollow } from '../domain/visit/following.ts';
import { delegationOfVisit } from '../projections/delegations.ts';
import type { Caller } from '../store/handle-command.ts';
import type { CommandApp } from './command-app.ts';
import { changeVisitPlan, keepMadeVisit } from './delegation.ts';
import { commandsOn, creationsOf } from './send.ts';

const ofVisit = { id: ({ visitId }: { visitId: Uuid }) => visitId, without: ['visitId'] as const };

const releaseVisit = commandsOn(visit, ofVisit)('ReleaseVisit');
const scheduleVisit = creationsOf(visit, ofVisit)('ScheduleVisit');
/** Needs no key, and so no vault. */
const cancelVisit = commandsOn(visit, ofVisit)('CancelVisit', () => ({ note: null }));
/** The withdrawal's note, sealed for the delegation's stream, is sealed anew for the visit's. */
type Withdrawal = { visitId: Uuid; withdrawnIn: string; sealedNote: Sealed };
const cancelVisitWithNote = commandsOn(visit, {
  id: ({ visitId }: Withdrawal) => visitId,
  without: ['visitId', 'withdrawnIn', 'sealedNote'],
  sealedBy: (_input, { plan }) => keyIdOf('client', plan.clientId),
})('CancelVisit', [], ({ input: { withdrawnIn, sealedNote }, key, seal }) => ({
  note: seal('note', key.open(sealedNote, { stream: withdrawnIn, path: 'note' })),
}));

/**
 * Process: brings the visit's stream into step with its delegation (rule 22): releases what was
 * given back, schedules what is allocated, cancels what was withdrawn; and tells the delegation of
 * what was made before that, and of a plan that was changed by agreement. All that it needs stands
 * in the two streams; no other is asked, so that nothing can refuse it for ever (rule 3).
 * `callerFor`: one caller per action.
 */
export const syncVisitWithDelegation = async (
  app: CommandApp,
  callerFor: (action: string) => Caller,
  visitId: Uuid,
): Promise<void> => {
  const delegationId = delegationOfVisit(app.readModel, visitId);
  if (delegationId === null) return;
  const delegated = await app.loop.known(delegation, delegationId);
  const planned = visitOf(delegated, visitId);
  if (!planned) return;
  const basis = acceptedBasisOf(delegated, planned);
  const withdrawal = withdrawalOf(delegated, visitId);
  const state = await app.loop.load(visit, visitId);
  const steps = stepsToFollow(delegated, visitId, state);
  if (steps.changeId !== null && state.status !== 'NONE') {
    const { assistOfficeId: officeId, basis, fee } = state.plan;
    const [changeId, at] = [steps.changeId, state.changes.changedAt ?? ''];
    const plan = { ...changeableOf(state.plan), basis, feeYen: fee.feeYen };
    await changeVisitPlan(app, callerFor('change'), { delegationId, visitId, officeId, changeId, ...plan, at });
  }
  if (steps.made !== null) {
    await keepMadeVisit(app, callerFor('made'), { delegationId, visitId, officeId: steps.made });
    return;
  }
  if (steps.release !== null) {
    const [assistOfficeId, isTaken] = [steps.release, steps.schedule !== null];
    const at = lostByAt(delegated, visitId, assistOfficeId);
    const { changeId } = planned;
    await releaseVisit(app, callerFor('release'), { visitId, assistOfficeId, at, changeId, isTaken });
  }
  if (steps.schedule !== null && basis !== null) {
    const { networkId, clientId, partnerOfficeId } = delegated;
    const held = { delegationId, networkId, clientId, partnerOfficeId, assistOfficeId: steps.schedule };
    await scheduleVisit(app, callerFor('schedule'), { visitId, ...held, ...planOf(planned), basis });
  }
  if (!withdrawal || !steps.cancel) return;
  const { reason, note: sealedNote, at } = withdrawal;
  const what = { visitId, reason, at, isHeld: steps.isHeld };
  // What was noted about an erased client is gone; that the visit is cancelled is not.
  const isReadable = sealedNote !== null && (await app.vault.open(keyIdOf('client', delegated.clientId))) !== null;
  if (!isReadable) await cancelVisit(app, callerFor('cancel'), what);
  else {
    const withdrawnIn = streamOf('delegation', delegationId);
    await cancelVisitWithNote(app, callerFor('cancel'), { ...what, withdrawnIn, sealedNote });
  }
};
