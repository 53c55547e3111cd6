import { Repeater } from 'graphql-yoga';
import { decode, type Recorded } from '../store/codec.ts';
import type { ApiContext } from './context.ts';
import { apiError } from './errors.ts';
import { cursorOf, keyOfCursor } from './paging.ts';
import { viewerOf } from './viewer.ts';

/**
 * A subscription over events that resumes by cursor without loss or repetition: a cursor is a place in the log and an ordinal within the event. `noticesOf`
 * makes an event's notices, in a fixed order, for this viewer alone, once the read model has the event. The viewer's role is read anew for each event:
 * losing it ends the stream.
 */
export const noticesFrom = <Notice>(
  context: ApiContext,
  after: string | null | undefined,
  noticesOf: (event: Recorded) => Promise<readonly Notice[]>,
): AsyncIterable<Notice & { cursor: string }> => {
  const from = keyOfCursor(after, 2);
  return new Repeater(async (push, stop) => {
    const end = new AbortController();
    void stop.then(() => end.abort());
    const { store, readModel, loop, adminSubjects } = context.app;
    const [position, ordinal] = from ? [Number(from[0]), Number(from[1])] : [await store.head(), Number.MAX_SAFE_INTEGER];
    // The event of the cursor itself may have further notices behind it.
    for await (const batch of store.subscribe(Math.max(0, position - 1), end.signal)) {
      for (const stored of batch) {
        const event = decode(stored);
        if (event === null || stored.position < position) continue;
        await readModel.reached(stored.position, 60_000);
        const viewer = context.viewer && (await viewerOf(context.viewer.subject, loop, adminSubjects));
        if (!viewer || viewer.role !== context.viewer?.role || viewer.officeId !== context.viewer.officeId) {
          stop(apiError('FORBIDDEN', 'The role has been taken away.'));
          return;
        }
        context.forgetRows();
        const notices = await noticesOf(event);
        for (const [n, notice] of notices.entries()) {
          if (end.signal.aborted) return;
          if (stored.position > position || n > ordinal) await push({ ...notice, cursor: cursorOf([stored.position, n]) });
        }
      }
    }
    stop();
  });
};
