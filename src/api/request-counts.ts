import { type FastifyRateLimitStore, normalizeIP } from '@fastify/rate-limit';

/** Subjects, and addresses, that are counted each for itself at one time. */
const MOST_COUNTED = 50_000;

interface Count {
  current: number;
  readonly since: number;
}

/**
 * By whom a request is counted: a subject and an address never share a count, whatever a subject is
 * called; addresses of IPv6 are counted by their network of 64 bits.
 */
export const countedBy = (subject: string | null, address: string): string =>
  subject === null ? `address ${normalizeIP(address)}` : `subject ${subject}`;

/**
 * Requests by subject and by address, each in a time window of its own. Of bounded size, and no
 * flood makes it forget: where so many are counted at once, those who come then share one count,
 * subjects apart from addresses, and nobody's is dropped before its time is over.
 */
export class RequestCounts implements FastifyRateLimitStore {
  readonly #most: number;
  /** By kind; the oldest first. */
  readonly #counts = new Map<string, Map<string, Count>>();

  constructor(_options: unknown, most = MOST_COUNTED) {
    this.#most = most;
  }

  incr(
    key: string,
    done: (error: Error | null, count: { current: number; ttl: number }) => void,
    milliseconds = 60_000,
  ): void {
    const now = Date.now();
    const kind = key.slice(0, key.indexOf(' '));
    const counts = this.#counts.get(kind) ?? new Map<string, Count>();
    this.#counts.set(kind, counts);
    for (const [oldest, { since }] of counts) {
      if (now < since + milliseconds) break;
      counts.delete(oldest);
    }
    const counted = counts.has(key) || counts.size < this.#most ? key : '';
    const count = counts.get(counted) ?? { current: 0, since: now };
    count.current += 1;
    counts.set(counted, count);
    done(null, { current: count.current, ttl: count.since + milliseconds - now });
  }

  /** No route counts apart from the others. */
  child(): RequestCounts {
    return this;
  }
}
