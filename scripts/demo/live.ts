import type { Delegation, Moment } from '../network-builder.ts';
import type { Small } from './by-mail.ts';
import { Following } from './stage.ts';
import { same } from './telling.ts';

const DELEGATIONS = `subscription ($id: ID!, $after: Cursor) { delegationChanges(networkId: $id, after: $after) {
  cursor delegation { id status offers { seenAt } } } }`;
const TASKS = `subscription ($after: Cursor) { taskChanges(after: $after) {
  cursor closed task { kind delegation { id } visit { delegation { id } } } } }`;
interface TaskNotice {
  readonly closed: boolean;
  readonly task: {
    readonly kind: string;
    readonly delegation: { readonly id: string } | null;
    readonly visit: { readonly delegation: { readonly id: string } } | null;
  };
}

/**
 * Both offices follow what happens; both lose their connection, the visits are accepted meanwhile,
 * and each goes on after the last that it has heard. Answers the visits, accepted and assigned.
 */
export const followLive = async (small: Small, then: Moment, start: string): Promise<Delegation['visits']> => {
  const { stage, of, office, caregiver, request } = small;
  const ofNetwork = { id: of.networkId };
  const tasks = await Following.open(stage, office, TASKS, {});
  const changes = await Following.open(stage, of.partner, DELEGATIONS, ofNetwork);
  const { id, visits } = await request(then, start);
  const isOf = ({ task }: TaskNotice) => task.delegation?.id === id || task.visit?.delegation.id === id;
  const isThis = ({ delegation }: { delegation: { id: string } }) => delegation.id === id;
  const asked: TaskNotice = await tasks.next(isOf);
  same('the office asked is told', [asked.task.kind, asked.closed], ['ANSWER_OFFER', false]);
  await then.send(office, 'seeOffer', { delegationId: id });
  const seen = await changes.next((notice) => isThis(notice) && notice.delegation.offers[0].seenAt !== null);
  same('and the partner office that it has seen it', seen.delegation.status, 'OPEN');
  const after = [changes.close(), tasks.close()];
  await then.accept(office, id);
  const changesAgain = await Following.open(stage, of.partner, DELEGATIONS, { ...ofNetwork, after: after[0] });
  const accepted = await changesAgain.next(isThis);
  same('what was missed comes', accepted.delegation.status, 'ALLOCATED');
  const tasksAgain = await Following.open(stage, office, TASKS, { after: after[1] });
  const missed: TaskNotice[] = [await tasksAgain.next(isOf), await tasksAgain.next(isOf)];
  const kinds = missed.map(({ task, closed }) => `${task.kind} ${closed ? 'closed' : 'open'}`).sort();
  same('what was missed comes, each once', kinds, ['ANSWER_OFFER closed', 'ASSIGN_CAREGIVER open']);
  await then.assign(office, visits[0]?.visitId ?? '', caregiver);
  const assigned: TaskNotice = await tasksAgain.next(isOf);
  same('and it goes on', [assigned.task.kind, assigned.closed], ['ASSIGN_CAREGIVER', true]);
  for (const one of [changesAgain, tasksAgain]) one.close();
  stage.telling.tell(
    then.at ?? '',
    `画面で同時に: 依頼（${asked.task.kind}）と既読が届く。切断中の受諾も再接続で届く（${kinds.join('、')}）`,
    `taskChanges, delegationChanges: offer and "seen" live; what was missed, by cursor: ${kinds.join(', ')}`,
  );
  return visits;
};
