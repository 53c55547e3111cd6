import { z } from 'zod';
import { instantSchema } from '../calendar.ts';
import { eventSchema } from '../decider.ts';
import { uuidSchema } from '../ids.ts';

/** A task as it arose: what kind, about what, and when it began to wait. Ids alone. */
const noticedTaskSchema = z.strictObject({ kind: z.string(), about: z.string(), arisenAt: instantSchema });
export type NoticedTask = z.infer<typeof noticedTaskSchema>;

/** Stream `notice-<v5(office, day)>`: the tasks of an office that arose on a day. */
export const noticeEventSchema = z.discriminatedUnion('type', [
  /**
   * Written before a mail is handed to the mail server, or because somebody of the office was there
   * to see the tasks: no notice of them is given again.
   */
  eventSchema('NoticeGiven', '用件を通知', {
    officeId: uuidSchema,
    by: z.enum(['MAIL', 'SCREEN']),
    tasks: z.array(noticedTaskSchema).min(1),
  }),
  /** The mail server has not taken it; `retryAt` null: given up. */
  eventSchema('NoticeReturned', '用件の通知を送れず', {
    officeId: uuidSchema,
    tasks: z.array(noticedTaskSchema).min(1),
    retryAt: instantSchema.nullable(),
  }),
]);
export type NoticeEvent = z.infer<typeof noticeEventSchema>;
