import type { Smtp } from '../mail-server.ts';
import { type Followed, noticesOf } from '../notices.ts';
import type { Telling } from './telling.ts';
import type { Timeline } from './timeline.ts';

/** What surrounds the server of a demo: its address, and the mail server that it was given. */
export interface Surroundings {
  readonly site: Followed;
  readonly smtp: Smtp;
  /** Keeps a file for the reader of the demo. */
  readonly keep: (name: string, bytes: Uint8Array) => void;
}
/** Where the stories of a demo are played. */
export interface Stage extends Surroundings {
  readonly timeline: Timeline;
  readonly telling: Telling;
}

const NOTICE_MILLISECONDS = 15_000;

/** A file, as somebody downloads it. Throws where it is not answered. */
export const downloaded = async (
  { site }: Pick<Stage, 'site'>,
  { subject }: { readonly subject: string },
  url: string,
): Promise<Uint8Array> => {
  const response = await fetch(url, { headers: { authorization: `Bearer ${await site.token(subject)}` } });
  if (response.status !== 200) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.bytes();
};

/** Resolves as a promise does, or rejects where that takes longer than 15 s. */
const inTime = async <Value>(promise: Promise<Value>, what: string): Promise<Value> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`${what}: nothing within 15 s`)), NOTICE_MILLISECONDS);
  return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer));
};

/** An open subscription of one person. */
export class Following {
  readonly #notices: ReturnType<typeof noticesOf>;
  readonly #field: string;
  readonly #end = new AbortController();
  #next: ReturnType<ReturnType<typeof noticesOf>['next']>;
  /** Of the last notice. */
  cursor = '';

  private constructor(
    { site }: Pick<Stage, 'site'>,
    subject: string,
    query: string,
    variables: Record<string, unknown>,
    opened: () => void,
  ) {
    this.#field = /{\s*(\w+)/.exec(query)?.[1] ?? '';
    this.#notices = noticesOf(site, subject, query, variables, { opened, signal: this.#end.signal });
    this.#next = this.#notices.next();
  }

  /** Follows from now on, or from what an earlier one heard last. Resolves once it is open. */
  static async open(
    stage: Pick<Stage, 'site'>,
    { subject }: { readonly subject: string },
    query: string,
    variables: Record<string, unknown>,
  ): Promise<Following> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const following = new Following(stage, subject, query, variables, resolve);
    await inTime(Promise.race([promise, following.#next]), following.#field);
    return following;
  }

  /** The next notice that is meant. Throws where none comes within 15 s. */
  // biome-ignore lint/suspicious/noExplicitAny: notices of every shape
  async next(isMeant: (notice: any) => boolean = () => true): Promise<any> {
    for (;;) {
      const { value } = await inTime(this.#next, this.#field);
      const notice = value?.data?.[this.#field];
      if (!notice) throw new Error(`${this.#field}: ${JSON.stringify(value)}`);
      this.cursor = notice.cursor;
      this.#next = this.#notices.next();
      if (isMeant(notice)) return notice;
    }
  }

  /** Answers the cursor of the last notice heard. */
  close(): string {
    this.#next.catch(() => {});
    this.#end.abort();
    return this.cursor;
  }
}
