import { randomUUID } from 'node:crypto';
import { dayOf } from '../domain/calendar.ts';
import { noticesIdOf, type Uuid } from '../domain/ids.ts';
import { type NoticeCommand, notice } from '../domain/notice/decider.ts';
import type { NoticedTask } from '../domain/notice/events.ts';
import { type Position, StoreUnavailable } from '../store/event-store.ts';
import { PROCESS_ACTOR } from '../store/metadata.ts';
import type { CommandApp } from './command-app.ts';

/** Tasks of one office that arose on one day. */
export interface OfNotice {
  readonly officeId: Uuid;
  readonly tasks: readonly NoticedTask[];
}

/** So often what the store did not answer is asked again, under one id. */
const TRIES = 3;

/**
 * Says that a notice of tasks is given: of the nodes that say so at once one wins. Answers those of
 * the tasks that are this caller's to give, none where others have them.
 */
export const giveNotice = async (
  app: Pick<CommandApp, 'loop'>,
  { officeId, tasks }: OfNotice,
  by: 'MAIL' | 'SCREEN',
): Promise<{ readonly tasks: readonly NoticedTask[]; readonly position: Position }> => {
  const done = await handled(app, { officeId, tasks }, { type: 'GiveNotice', officeId, by, tasks: [...tasks] });
  const given = done.events.flatMap(({ data }) => data.tasks);
  // Repeated under its own id: it was written, though the store had not said so.
  return { tasks: done.repeated ? tasks : given, position: done.position };
};

/**
 * The mail server has not taken a notice that was given: it is tried again later. Answers whether
 * it is given up instead.
 */
export const returnNotice = async (app: Pick<CommandApp, 'loop'>, { officeId, tasks }: OfNotice): Promise<boolean> => {
  const { events } = await handled(app, { officeId, tasks }, { type: 'ReturnNotice', officeId, tasks: [...tasks] });
  return events.some(({ type, data }) => type === 'NoticeReturned' && data.retryAt === null);
};

const handled = async ({ loop }: Pick<CommandApp, 'loop'>, of: OfNotice, command: NoticeCommand) => {
  const caller = {
    actor: PROCESS_ACTOR,
    commandId: randomUUID(),
    correlationId: randomUUID(),
    causationId: null,
  };
  const id = noticesIdOf(of.officeId, dayOf(of.tasks[0]?.arisenAt ?? ''));
  const send = () =>
    loop.handle({ decider: notice, id, caller, prepare: () => ({ hash: null, command: () => command }) });
  for (let tries = 1; tries < TRIES; tries += 1) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
  return send();
};
