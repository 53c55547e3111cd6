import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Repeater } from 'graphql-yoga';
import { streamOf } from '../domain/ids.ts';
import { decode, type Recorded } from '../store/codec.ts';
import { type Position, PositionUnknown, type StoredEvent } from '../store/event-store.ts';
import type { ApiContext } from './context.ts';
import { apiError } from './errors.ts';
import { cursorOf, keyOfCursor, notACursor } from './paging.ts';
import { viewerOf } from './viewer.ts';

/** An open subscription as what makes its notices sees it. */
export interface Told<Notice> {
  /** Aborted once it has ended. */
  readonly signal: AbortSignal;
  /** Resolves when the reader has taken it. Rejects where the stream is over. */
  readonly tell: (notice: Notice & { readonly cursor: string }) => Promise<void>;
  /** Ends it with an error. */
  readonly fail: (error: unknown) => void;
}

/**
 * A subscription: `run` tells notices until its signal is aborted. What the viewer is, is read anew
 * before each notice: where it has changed the stream ends, and with the token (rule 47). Who does
 * not take a notice within 30 s is cut off (RESYNC), so that an open stream keeps no more than one
 * notice and one batch of events (rule 49).
 */
export const subscription = <Notice>(
  context: ApiContext,
  run: (told: Told<Notice>) => Promise<void>,
): AsyncIterable<Notice & { cursor: string }> =>
  new Repeater(async (push, stop) => {
    const end = new AbortController();
    void stop.then(() => end.abort());
    try {
      void stop.then(context.openStream());
    } catch (error) {
      return stop(error);
    }
    endWithToken(context.validUntil, end.signal, () =>
      stop(apiError('UNAUTHENTICATED', 'The token has expired; come back with a new one and `after`.')),
    );
    const fail = (error: unknown): void => {
      stop(error instanceof PositionUnknown ? notACursor('not a cursor of this log') : error);
    };
    const tell = async (notice: Notice & { cursor: string }): Promise<void> => {
      await checkViewer(context);
      if (!end.signal.aborted) await taken(push(notice), context.cost.account.allowance.millisecondsToTake);
    };
    try {
      await run({ signal: end.signal, tell, fail });
      stop();
    } catch (error) {
      fail(error);
    }
  });

/**
 * A subscription over events that resumes by cursor without loss or repetition: a cursor holds a
 * position in the log, the one before it (after which the log is read again) and an ordinal within
 * the event. `noticesOf` makes an event's notices for this viewer, in a fixed order, once the read
 * model has the event.
 */
export const noticesFrom = <Notice>(
  context: ApiContext,
  after: string | null | undefined,
  noticesOf: (event: Recorded) => Promise<readonly Notice[]>,
): AsyncIterable<Notice & { cursor: string }> => {
  const from = keyOfCursor(after, 3)?.map(Number);
  if (from && !from.every(isCount)) throw notACursor('not a cursor');
  return subscription<Notice>(context, async ({ signal, tell }) => {
    const { store, feed } = context.app;
    const [start = 0, position, ordinal = 0] = from ?? [await store.head()];
    let before = start;
    const tellOf = async (stored: StoredEvent): Promise<void> => {
      const event = decode(stored);
      if (event === null) return;
      await rowsReached(context, stored.position);
      await checkMember(context, stored);
      refresh(context);
      // Of the cursor's own event, only the notices after the cursor.
      const lastSent = stored.position === position ? ordinal : -1;
      for (const [n, notice] of (await noticesOf(event)).entries()) {
        if (n <= lastSent) continue;
        await tell({ ...notice, cursor: cursorOf([before, stored.position, n]) });
        if (signal.aborted) return;
      }
    };
    for await (const batch of feed.follow(before, signal)) {
      for (const [n, stored] of batch.entries()) {
        if (signal.aborted) return;
        if (n % EVENTS_A_TURN === 0) await ownTurn(context, signal);
        await tellOf(stored);
        before = stored.position;
      }
    }
  });
};

/** Whether a part of a cursor is a position or an ordinal. */
export const isCount = (part: unknown): part is number => Number.isSafeInteger(part) && Number(part) >= 0;

/**
 * Waits until the rows hold an event, of which notices are made. Throws UNAVAILABLE where that
 * takes too long: whoever comes back with the last cursor has missed none.
 */
export const rowsReached = async ({ app: { readModel } }: ApiContext, position: Position): Promise<void> => {
  if (!(await readModel.reached(position, 60_000)))
    throw apiError('UNAVAILABLE', 'The read model is behind; come back with the last cursor as `after`.');
};

/** Before each notice: rows as they are now, and a new count of what it costs. */
export const refresh = (context: ApiContext): void => {
  context.forgetRows();
  context.cost.begin();
};

/** Ends the stream with an event of the viewer's own membership that changes what they are. */
export const checkMember = async (context: ApiContext, { stream }: StoredEvent): Promise<void> => {
  if (isOfMember(context, stream)) await checkViewer(context);
};

/** Events that one stream looks at before others have their turn. */
const EVENTS_A_TURN = 25;

/**
 * Waits for a turn of the event loop, and where the minute of the account is used up, for its end.
 */
export const ownTurn = async ({ cost: { account } }: ApiContext, signal: AbortSignal): Promise<void> => {
  await turn();
  account.use(EVENTS_A_TURN);
  await account.begin();
  account.end();
  const seconds = account.secondsToWait;
  if (seconds > 0) await sleep(seconds * 1000, undefined, { signal, ref: false });
};

/** Waits until a notice has been taken. Rejects with RESYNC where that takes too long. */
const taken = (pushed: PromiseLike<unknown>, mostMilliseconds: number): Promise<void> =>
  new Promise((done, failed) => {
    const late = (): void =>
      failed(apiError('RESYNC', 'The notices were read too slowly; come back with the last cursor as `after`.'));
    const timer = setTimeout(late, mostMilliseconds).unref();
    const over = (): void => {
      clearTimeout(timer);
      done();
    };
    pushed.then(over, over);
  });

const isOfMember = ({ viewer }: ApiContext, stream: string): boolean =>
  viewer !== null && stream === streamOf('member', viewer.memberId);

const ROLE_CHANGED = {
  en: 'The role has changed.',
  ja: '役割が変わったため、続きを表示できません。画面を開き直してください。',
};

/** Throws FORBIDDEN where the viewer is no longer what the stream was opened as. */
const checkViewer = async ({ app, viewer }: ApiContext): Promise<void> => {
  const now = viewer && (await viewerOf(viewer, app));
  if (now === null || !isDeepStrictEqual(now, viewer)) throw apiError('FORBIDDEN', ROLE_CHANGED);
};

/** The longest that a timer can wait. */
const LONGEST_MILLISECONDS = 2 ** 31 - 1;

/** Calls `over` at the end of the token, unless the stream has ended before. */
const endWithToken = (validUntil: number | null, signal: AbortSignal, over: () => void): void => {
  if (validUntil === null || signal.aborted) return;
  const left = validUntil - Date.now();
  if (left <= 0) {
    over();
    return;
  }
  const next = (): void => endWithToken(validUntil, signal, over);
  const timer = setTimeout(next, Math.min(left, LONGEST_MILLISECONDS)).unref();
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
};
