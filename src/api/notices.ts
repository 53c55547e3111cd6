import { Repeater } from 'graphql-yoga';
import { memberIdOf, streamOf } from '../domain/ids.ts';
import { decode, type Recorded } from '../store/codec.ts';
import { PositionUnknown, type StoredEvent } from '../store/event-store.ts';
import type { ApiContext } from './context.ts';
import { apiError } from './errors.ts';
import { cursorOf, keyOfCursor } from './paging.ts';
import { viewerOf } from './viewer.ts';

/**
 * A subscription over events that resumes by cursor without loss or repetition: a cursor holds a
 * position in the log, the one before it (after which the log is read again) and an ordinal within
 * the event. `noticesOf` makes an event's notices for this viewer, in a fixed order, once the read
 * model has the event. After an event of the viewer's own membership the role is read anew: losing
 * it ends the stream.
 */
export const noticesFrom = <Notice>(
  context: ApiContext,
  after: string | null | undefined,
  noticesOf: (event: Recorded) => Promise<readonly Notice[]>,
): AsyncIterable<Notice & { cursor: string }> => {
  const from = keyOfCursor(after, 3)?.map(Number);
  if (from && !from.every((part) => Number.isSafeInteger(part) && part >= 0))
    throw apiError('BAD_USER_INPUT', 'not a cursor', ['after']);
  return new Repeater(async (push, stop) => {
    const end = new AbortController();
    void stop.then(() => end.abort());
    const { store, feed, readModel } = context.app;
    const [start = 0, position, ordinal = 0] = from ?? [await store.head()];
    let before = start;
    const pushNotices = async (stored: StoredEvent): Promise<void> => {
      const event = decode(stored);
      if (event === null) return;
      await readModel.reached(stored.position, 60_000);
      if (await hasLostRole(context, stored.stream)) throw apiError('FORBIDDEN', 'The role has been taken away.');
      context.forgetRows();
      // Of the cursor's own event, only the notices after the cursor.
      const lastSent = stored.position === position ? ordinal : -1;
      for (const [n, notice] of (await noticesOf(event)).entries()) {
        if (!end.signal.aborted && n > lastSent)
          await push({ ...notice, cursor: cursorOf([before, stored.position, n]) });
      }
    };
    try {
      for await (const batch of feed.follow(before, end.signal)) {
        for (const stored of batch) {
          if (end.signal.aborted) return;
          await pushNotices(stored);
          before = stored.position;
        }
      }
      stop();
    } catch (error) {
      stop(
        error instanceof PositionUnknown ? apiError('BAD_USER_INPUT', 'not a cursor of this log', ['after']) : error,
      );
    }
  });
};

/** Only events of the member's own stream change roles. */
const hasLostRole = async ({ app, viewer }: ApiContext, stream: string): Promise<boolean> => {
  if (!viewer) return true;
  if (stream !== streamOf('member', memberIdOf(viewer.subject))) return false;
  const now = await viewerOf(viewer.subject, app.loop, app.adminSubjects);
  return now?.role !== viewer.role || now.officeId !== viewer.officeId;
};
