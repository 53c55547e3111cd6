import { EventTooLarge, PositionUnknown, StoreUnavailable } from './event-store.ts';

/** A try beyond its time; the client's own deadline should come first but does not always. */
export class TriedTooLong extends Error {
  override readonly name = 'no answer in time';
}

/** What the server says of a position at which no record begins; it has no error type for that. */
export const isNoRecord = (error: unknown): boolean =>
  (error as { code?: unknown })?.code === 2 &&
  /Unexpected ReadAllResult/.test(String((error as { message?: unknown }).message));

/** Errors that no repeat will cure. */
const FINAL: ReadonlySet<string> = new Set(['access-denied', 'stream-deleted', 'invalid-argument', 'unsupported']);
const KINDS: Readonly<Record<number, string>> = {
  3: 'invalid-argument',
  4: 'deadline-exceeded',
  7: 'access-denied',
  9: 'stream-deleted',
  10: 'timeout',
  14: 'unavailable',
  16: 'access-denied',
};

/**
 * What an error of the client is, by its type or its gRPC code: messages are often empty, and some
 * errors have neither.
 */
export const kindOf = (error: unknown): string => {
  const { type, code, name } = (error ?? {}) as { type?: unknown; code?: unknown; name?: unknown };
  const byCode = typeof code === 'number' ? KINDS[code] : undefined;
  if (typeof type === 'string' && type !== 'unknown') return type;
  return byCode ?? (typeof code === 'number' ? `code ${code}` : String(name ?? 'unknown'));
};

/** Whether a repeat of the call may mend it. */
export const mayPass = (error: unknown): boolean =>
  !(error instanceof EventTooLarge) && !FINAL.has(kindOf(error)) && !isNoRecord(error);

/**
 * Whether a subscription that is made anew may mend it. What is refused is tried for so many
 * milliseconds as well, and not in silence for ever.
 */
export const mayPassWithin = (milliseconds: number): ((error: unknown) => boolean) => {
  let since = Number.POSITIVE_INFINITY;
  return (error) => {
    since = Math.min(since, performance.now());
    if (error instanceof PositionUnknown) return false;
    const { cause } = error as { cause?: unknown };
    return !FINAL.has(kindOf(cause)) || performance.now() - since <= milliseconds;
  };
};

/** What a caller is told where repeats did not help. */
export const unavailable = (error: unknown): StoreUnavailable =>
  new StoreUnavailable(`EventStoreDB: ${kindOf(error)}`, { cause: error });
