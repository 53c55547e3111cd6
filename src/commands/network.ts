import { endOfDay, startOfDay } from '../domain/calendar.ts';
import { memberIdOf, streamOf, type Uuid } from '../domain/ids.ts';
import { member } from '../domain/member/decider.ts';
import { network } from '../domain/network/decider.ts';
import { keyIdOf } from '../domain/sealed.ts';
import { rolesNeededAfter } from '../projections/delegations.ts';
import { networkExists } from '../projections/networks.ts';
import { readModelAtHead } from './command-app.ts';
import { isReserved } from './member.ts';
import { commandsOn, creationsOf, newId } from './send.ts';

/** The same name, area and year once, of those that stand (contract, formNetwork). */
export const formNetwork = creationsOf(network, {
  id: (_: object, caller) => newId('network', caller),
  overSet: () => 'networks',
})('FormNetwork', async ({ app, input }) => ({ exists: networkExists(await readModelAtHead(app), input) }));

/** The reason is sealed with the key of the administrator who says it. */
export const dissolveNetwork = creationsOf(network, {
  id: ({ networkId }: { networkId: Uuid; bySubject: string }) => networkId,
  without: ['networkId', 'bySubject'],
  sealedBy: ({ bySubject }) => keyIdOf('member', memberIdOf(bySubject)),
})('DissolveNetwork', ['reason']);

const onNetwork = commandsOn(network, {
  id: ({ networkId }: { networkId: Uuid }) => networkId,
  without: ['networkId'],
});
/** Joining again may take a role away, unless what stands rests on it. */
export const joinNetwork = onNetwork('JoinNetwork', async ({ app, id, input: { officeId, joinedOn } }) => ({
  neededRoles: rolesNeededAfter(await readModelAtHead(app), id, officeId, startOfDay(joinedOn)),
}));
export const leaveNetwork = onNetwork('LeaveNetwork', async ({ app, id, input: { officeId, leftOn } }) => ({
  hasVisits: rolesNeededAfter(await readModelAtHead(app), id, officeId, endOfDay(leftOn)).length > 0,
}));

/** Texts about a viewer are sealed with that person's key. */
const onViewer = commandsOn(network, {
  id: ({ networkId }: { networkId: Uuid; subject: string; name?: string | null }) => networkId,
  without: ['networkId', 'name'],
  sealedBy: ({ subject }) => keyIdOf('member', memberIdOf(subject)),
});
/**
 * Appoints; a process enrols the person in that role where that has not been done (rule 1), and
 * copies the name, which is sealed for the member's own stream.
 */
export const appointToNetwork = onViewer('AppointViewer', [], async ({ app, input: { subject, name }, key }) => {
  const memberId = memberIdOf(subject);
  const state = await app.loop.load(member, memberId);
  return {
    memberName: name ? key.seal(name, { stream: streamOf('member', memberId), path: 'name' }) : null,
    enrolledAs: state.status === 'ENROLLED' ? state.role : null,
    isReserved: isReserved(subject, app),
  };
});
export const dismissFromNetwork = onViewer('DismissViewer', ['reason']);
