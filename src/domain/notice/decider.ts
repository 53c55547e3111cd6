import { addMinutes, type Instant } from '../calendar.ts';
import { asItIs, type CommandOf, type DataOf, decider } from '../decider.ts';
import { MOST_NOTICE_TRIES, MOST_NOTICES_A_DAY } from '../limits.ts';
import type { NoticeEvent } from './events.ts';
import { evolve, keyOf, type NoticeState } from './state.ts';

/**
 * Of each task once: what another node has given is left out. Nothing where nothing is left, or
 * where the day has had as many notices as any day may.
 */
const giveNotice = ({ tasks, ...notice }: DataOf<NoticeEvent, 'NoticeGiven'>, state: NoticeState): NoticeEvent[] => {
  const left = tasks.filter((task) => {
    const { isGiven = false, tries = 0 } = state.tasks[keyOf(task)] ?? {};
    return !isGiven && tries < MOST_NOTICE_TRIES;
  });
  if (left.length === 0 || state.notices >= MOST_NOTICES_A_DAY) return [];
  return [{ type: 'NoticeGiven', data: { ...notice, tasks: left } }];
};

/** Minutes until the next try after so many: 1, 2, 4 … about eight and a half hours. */
const waitAfter = (tries: number): number => 2 ** (tries - 1);

/** They may be tried again, later each time; after ten tries no more. */
const returnNotice = (
  { tasks, officeId }: Omit<DataOf<NoticeEvent, 'NoticeReturned'>, 'retryAt'>,
  state: NoticeState,
  now: Instant,
): NoticeEvent[] => {
  const given = tasks.filter((task) => state.tasks[keyOf(task)]?.isGiven);
  if (given.length === 0) return [];
  const tries = Math.max(...given.map((task) => state.tasks[keyOf(task)]?.tries ?? 0));
  const retryAt = tries < MOST_NOTICE_TRIES ? addMinutes(now, waitAfter(tries)) : null;
  return [{ type: 'NoticeReturned', data: { officeId, tasks: given, retryAt } }];
};

/** What an office has been told of its tasks that arose on one day. */
export const notice = decider({
  category: 'notice',
  initial: { tasks: {}, notices: 0 },
  evolve,
  known: asItIs<NoticeState>,
  creating: { GiveNotice: giveNotice, ReturnNotice: returnNotice },
  changing: {},
});
export type NoticeCommand = CommandOf<typeof notice>;
