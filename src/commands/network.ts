import { endOfDay } from '../domain/calendar.ts';
import { memberIdOf, streamOf, type Uuid } from '../domain/ids.ts';
import { member } from '../domain/member/decider.ts';
import { network } from '../domain/network/decider.ts';
import { keyIdOf } from '../domain/sealed.ts';
import { officeHasVisitsAfter } from '../projections/delegations.ts';
import { readModelAtHead } from './command-app.ts';
import { commandsOn, creationsOf, newId } from './send.ts';

export const formNetwork = creationsOf(network, { id: (_: object, caller) => newId('network', caller) })('FormNetwork');

const onNetwork = commandsOn(network, {
  id: ({ networkId }: { networkId: Uuid }) => networkId,
  without: ['networkId'],
});
export const joinNetwork = onNetwork('JoinNetwork');
export const leaveNetwork = onNetwork('LeaveNetwork', async ({ app, id, input: { officeId, leftOn } }) => ({
  hasVisits: officeHasVisitsAfter(await readModelAtHead(app), id, officeId, endOfDay(leftOn)),
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
  };
});
export const dismissFromNetwork = onViewer('DismissViewer', ['reason']);
