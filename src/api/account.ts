import type { GraphQLError } from 'graphql';
import { apiError } from './errors.ts';

/** How much one subject, or one address without a token, may use (rule 49). */
export interface Allowance {
  /** A unit is about what one field of an answer costs. */
  readonly unitsPerMinute: number;
  /** Of these so many at once, and then as many a millisecond as are given back. */
  readonly unitsAtOnce: number;
  readonly unitsPerMillisecond: number;
  /** Requests that are not answered yet, or whose answer has not been read to its end. */
  readonly requestsAtOnce: number;
  /** Of these so many are being answered, the others wait for them. */
  readonly answeredAtOnce: number;
  readonly streamsOfSubject: number;
  readonly streamsOfAddress: number;
  /** So long a notice waits for its reader; then the subscription ends. */
  readonly millisecondsToTake: number;
}
const PRODUCTION: Allowance = {
  unitsPerMinute: 2_000_000,
  unitsAtOnce: 20_000,
  // A unit takes 1 to 4 µs: no account has much more than a third of the processor.
  unitsPerMillisecond: 100,
  requestsAtOnce: 32,
  answeredAtOnce: 2,
  streamsOfSubject: 20,
  streamsOfAddress: 100,
  millisecondsToTake: 30_000,
};
/** In development one machine plays everybody. */
export const ALLOWANCE = {
  production: PRODUCTION,
  development: {
    ...PRODUCTION,
    unitsPerMinute: 2_000_000_000,
    unitsPerMillisecond: 100_000,
    requestsAtOnce: 1_000,
    answeredAtOnce: 1_000,
  },
};

const MINUTE_MILLISECONDS = 60_000;

/** What one subject, or one address, uses now and has used within the minute. */
export class Account {
  readonly allowance: Allowance;
  #units = 0;
  #endsAt = 0;
  /** What may be used now; less than nothing where more was used than there was. */
  #left: number;
  #filledAt = performance.now();
  #answering = 0;
  readonly #line: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #requests = 0;
  #streams = 0;
  #downloads = 0;
  #lastDownload: Promise<void> = Promise.resolve();

  constructor(allowance: Allowance) {
    this.allowance = allowance;
    this.#left = allowance.unitsAtOnce;
  }

  /** Counts what is being done, whether or not it may still be. */
  use(units: number): void {
    const now = Date.now();
    if (now >= this.#endsAt) {
      this.#units = 0;
      this.#endsAt = now + MINUTE_MILLISECONDS;
    }
    this.#units += units;
    this.#left -= units;
  }

  /** Counts what is done beside this thread: of the minute alone, as nobody waits for it. */
  useBeside(units: number): void {
    this.use(units);
    this.#left += units;
  }

  /** Seconds until more may be used; 0 where it may be now. */
  get secondsToWait(): number {
    const left = this.#endsAt - Date.now();
    return this.#units > this.allowance.unitsPerMinute && left > 0 ? Math.ceil(left / 1000) : 0;
  }

  /**
   * Begins to answer: what to wait for until it is this account's turn, null where it is now;
   * `end` must follow. Of one account few requests are answered at once, and dear ones leave time
   * between them, so that everybody else has their turn. Throws RATE_LIMITED where too many wait.
   */
  begin(): Promise<void> | null {
    if (this.#line.length === 0 && this.#isFree()) {
      this.#answering += 1;
      return null;
    }
    if (this.#line.length >= this.allowance.requestsAtOnce) throw tooManyAtOnce();
    return new Promise((go) => {
      this.#line.push(go);
      this.#next();
    });
  }

  end(): void {
    this.#answering -= 1;
    // What comes back comes back in the time between: on a busy machine an answer may take long.
    this.#filledAt = performance.now();
    this.#next();
  }

  #isFree(): boolean {
    return this.#answering < this.allowance.answeredAtOnce && this.#fill() >= 0;
  }

  /** Lets in whoever has waited longest, as soon as it may. */
  #next(): void {
    clearTimeout(this.#timer);
    while (this.#line.length > 0 && this.#isFree()) {
      this.#answering += 1;
      this.#line.shift()?.();
    }
    if (this.#line.length === 0 || this.#answering >= this.allowance.answeredAtOnce) return;
    const rest = Math.ceil(-this.#left / this.allowance.unitsPerMillisecond);
    this.#timer = setTimeout(() => this.#next(), rest).unref();
  }

  #fill(): number {
    const { unitsAtOnce, unitsPerMillisecond } = this.allowance;
    const now = performance.now();
    this.#left = Math.min(unitsAtOnce, this.#left + (now - this.#filledAt) * unitsPerMillisecond);
    this.#filledAt = now;
    return this.#left;
  }

  /** Counts a request until the function that it returns is called. Throws RATE_LIMITED. */
  beginRequest(): () => void {
    if (this.#requests >= this.allowance.requestsAtOnce) throw tooManyAtOnce();
    this.#requests += 1;
    return onceOnly(() => {
      this.#requests -= 1;
    });
  }

  /** The same for an open subscription; `most`: of this kind of account. */
  beginStream(most: 'streamsOfSubject' | 'streamsOfAddress'): () => void {
    if (this.#streams >= this.allowance[most])
      throw apiError('RATE_LIMITED', `Not more than ${this.allowance[most]} subscriptions may be open at once.`);
    this.#streams += 1;
    return onceOnly(() => {
      this.#streams -= 1;
    });
  }

  /**
   * Begins a download: of an account one at a time is made and read, and few wait for it. `turn`:
   * when it may be made; `end` must follow, also of one that no longer waits. Throws TOO_EXPENSIVE.
   */
  beginDownload(): { readonly turn: Promise<void>; readonly end: () => void } {
    if (this.#downloads >= MOST_DOWNLOADS) throw apiError('TOO_EXPENSIVE', OTHER_DOWNLOADS);
    this.#downloads += 1;
    const turn = this.#lastDownload;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#lastDownload = promise;
    const end = onceOnly(() => {
      this.#downloads -= 1;
      void turn.then(resolve);
    });
    return { turn, end };
  }

  /** Nothing of it is open, and its minute is over. */
  get isIdle(): boolean {
    return this.#requests === 0 && this.#streams === 0 && Date.now() >= this.#endsAt;
  }
}

/** The one that is made or read, and those behind it. */
const MOST_DOWNLOADS = 4;
const OTHER_DOWNLOADS = {
  en: 'Other files are being made for you; wait for them.',
  ja: 'ほかのファイルを作成しています。終わってから、もう一度行ってください。',
};

const tooManyAtOnce = (): GraphQLError =>
  apiError('RATE_LIMITED', 'Too many requests at once; wait for their answers.');

const onceOnly = (done: () => void): (() => void) => {
  let isDone = false;
  return () => {
    if (!isDone) done();
    isDone = true;
  };
};

/** The accounts of a server. One in use is never forgotten, however many others come. */
export class Accounts {
  readonly #allowance: Allowance;
  readonly #bySubject = new Map<string, Account>();
  readonly #byAddress = new Map<string, Account>();
  readonly #sweeping: NodeJS.Timeout;

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
    this.#sweeping = setInterval(() => this.#sweep(), MINUTE_MILLISECONDS).unref();
  }

  ofSubject(subject: string): Account {
    return this.#of(this.#bySubject, subject);
  }

  ofAddress(address: string): Account {
    return this.#of(this.#byAddress, address);
  }

  #of(accounts: Map<string, Account>, name: string): Account {
    const known = accounts.get(name);
    if (known) return known;
    const account = new Account(this.#allowance);
    accounts.set(name, account);
    return account;
  }

  #sweep(): void {
    for (const accounts of [this.#bySubject, this.#byAddress])
      for (const [name, account] of accounts) if (account.isIdle) accounts.delete(name);
  }

  close(): void {
    clearInterval(this.#sweeping);
  }
}
