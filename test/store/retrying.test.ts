import t from 'tap';
import { type Retrying, retrying } from '../../src/store/retrying.ts';

const LIMITS = { firstWait: 2, longestWait: 8 };
const trying = (change: Partial<Retrying> = {}): Retrying => ({
  ...LIMITS,
  end: Number.POSITIVE_INFINITY,
  signal: new AbortController().signal,
  mayPass: () => true,
  ...change,
});

/** Fails with each of the errors in turn, then answers how often it was asked. */
const failing = (errors: readonly unknown[]): (() => Promise<number>) => {
  let tries = 0;
  return async () => {
    tries += 1;
    if (tries <= errors.length) throw errors[tries - 1];
    return tries;
  };
};

t.test('whatever is thrown is tried again, and nothing that does not pass', async (t) => {
  const errors = [new TypeError('a bug elsewhere'), 'no error', undefined, new Error('away')];
  t.equal(await retrying(failing(errors), trying()), 5);
  const final = new RangeError('for good');
  const asked: unknown[] = [];
  const mayPass = (error: unknown): boolean => {
    asked.push(error);
    return error !== final;
  };
  await t.rejects(retrying(failing([...errors, final]), trying({ mayPass })), final);
  t.strictSame(asked, [...errors, final]);
});

for (const [random, expected] of [
  [0, [10, 20, 40, 40, 40]],
  [0.5, [15, 30, 60, 60, 60]],
  [0.9, [19, 38, 76, 76, 76]],
] as const) {
  t.test(`waits double up to the longest, all with jitter: ${random}`, async (t) => {
    const { setTimeout: wait } = globalThis;
    const waits: number[] = [];
    t.intercept(Math, 'random', { value: () => random });
    t.intercept(globalThis, 'setTimeout', {
      value: (go: () => void, milliseconds: number) => {
        waits.push(milliseconds);
        return wait(go, 0);
      },
    });
    await retrying(failing(['', '', '', '', '']), trying({ firstWait: 20, longestWait: 80 }));
    t.strictSame(waits, expected);
  });
}

t.test('no wait goes beyond the end: the last error is thrown before it', async (t) => {
  const away = new Error('away');
  const began = performance.now();
  await t.rejects(retrying(failing(Array.from({ length: 1_000 }, () => away)), trying({ end: began + 60 })), away);
  const after = performance.now() - began;
  await t.rejects(retrying(failing([away]), trying({ firstWait: 60_000, longestWait: 60_000, end: began + 60 })), away);
  t.ok(after < 5_000);
});

t.test('the signal ends a wait at once, with the last error', async (t) => {
  const end = new AbortController();
  const away = new Error('away');
  const mayPass = (): boolean => {
    setImmediate(() => end.abort());
    return true;
  };
  const patient = trying({ firstWait: 60_000, longestWait: 60_000, signal: end.signal, mayPass });
  await t.rejects(retrying(failing([away]), patient), away);
  await t.rejects(retrying(failing([]), patient), { name: 'AbortError' });
});

t.test('what a try brings is answered although the signal came meanwhile; an error is then the last', async (t) => {
  for (const outcome of ['brought', new Error('away')]) {
    const end = new AbortController();
    const under = retrying(
      async () => {
        end.abort();
        if (outcome instanceof Error) throw outcome;
        return outcome;
      },
      trying({ signal: end.signal }),
    );
    if (outcome instanceof Error) await t.rejects(under, outcome);
    else t.equal(await under, 'brought');
  }
});

t.test('hundreds that wait for one signal raise no warning', async (t) => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error): void => void warnings.push(warning);
  process.on('warning', onWarning);
  const end = new AbortController();
  const waiting = Array.from({ length: 300 }, () =>
    retrying(failing(['away']), trying({ firstWait: 60_000, longestWait: 60_000, signal: end.signal })),
  );
  await new Promise((resolve) => setImmediate(resolve));
  end.abort();
  for (const result of await Promise.allSettled(waiting)) t.strictSame(result, { status: 'rejected', reason: 'away' });
  process.off('warning', onWarning);
  t.strictSame(warnings, []);
});
