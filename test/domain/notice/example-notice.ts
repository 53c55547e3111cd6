import { uuidOf } from '../../../src/domain/ids.ts';
import type { NoticeCommand } from '../../../src/domain/notice/decider.ts';
import type { NoticedTask, NoticeEvent } from '../../../src/domain/notice/events.ts';

type Data<Type extends NoticeEvent['type']> = Extract<NoticeEvent, { type: Type }>['data'];

export const OFFICE = uuidOf('office', 'noticed');

/** An offer that waits for an answer since 9:00. */
export const task = (about = 'one'): NoticedTask => ({
  kind: 'ANSWER_OFFER',
  about,
  arisenAt: '2026-06-01T00:00:00.000Z',
});

export const give = (over: Partial<Data<'NoticeGiven'>> = {}): NoticeCommand => ({
  type: 'GiveNotice',
  ...given(over).data,
});
export const given = (over: Partial<Data<'NoticeGiven'>> = {}): Extract<NoticeEvent, { type: 'NoticeGiven' }> => ({
  type: 'NoticeGiven',
  data: { officeId: OFFICE, by: 'MAIL', tasks: [task()], ...over },
});

export const returned = (over: { readonly tasks?: NoticedTask[] } = {}): NoticeCommand => ({
  type: 'ReturnNotice',
  officeId: OFFICE,
  tasks: [task()],
  ...over,
});
export const noticeReturned = (retryAt: string | null, tasks = [task()]): NoticeEvent => ({
  type: 'NoticeReturned',
  data: { officeId: OFFICE, tasks, retryAt },
});
