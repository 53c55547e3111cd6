/** A try beyond its time; the client's own deadline should come first but does not always. */
export class TriedTooLong extends Error {
  override readonly name = 'no answer in time';
}

/** What the server says of a position at which no record begins; it has no error type for that. */
export const isNoRecord = (error: unknown): boolean =>
  (error as { code?: unknown })?.code === 2 &&
  /Unexpected ReadAllResult/.test(String((error as { message?: unknown }).message));

/** Errors that no repeat will cure. */
export const FINAL: ReadonlySet<string> = new Set([
  'access-denied',
  'stream-deleted',
  'invalid-argument',
  'unsupported',
]);
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
