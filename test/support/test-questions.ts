import { threadId } from 'node:worker_threads';
import { StoreUnavailable } from '../../src/store/event-store.ts';

/** Set by a question once it works, and by the test once it may come to an end. */
export const SIGNS = { begun: 0, end: 1 } as const;

/** Questions as tests ask them of a thread. */
export const longQuestions = {
  /** Works without a pause until the test lets it end; then the number of the thread. */
  work: (_app: unknown, signs: Int32Array) => {
    Atomics.store(signs, SIGNS.begun, 1);
    while (Atomics.load(signs, SIGNS.end) === 0);
    return threadId;
  },
  thread: () => threadId,
  never: () => {
    for (;;);
  },
  /** Is answered, and then keeps the thread for ever. */
  thenNever: (_app: unknown, signs: Int32Array) => {
    setImmediate(() => {
      Atomics.store(signs, SIGNS.begun, 1);
      for (;;);
    });
    return threadId;
  },
  refuse: () => {
    throw new RangeError('no such month');
  },
  withoutLog: () => {
    throw new StoreUnavailable('the log is away');
  },
};
