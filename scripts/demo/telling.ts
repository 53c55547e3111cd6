import { isDeepStrictEqual } from 'node:util';
import { inTokyo, toInstant } from '../../src/domain/calendar.ts';

/** What the demo tells its reader: each line is made of what the API has answered. */
export class Telling {
  readonly #lines: { readonly at: string; readonly text: string }[] = [];

  /** What happened at a time, in Japanese and in English. */
  tell(at: string, japanese: string, english: string): void {
    this.#lines.push({ at, text: `${japanese} / ${english}` });
  }

  /** In the order of their time. */
  get lines(): readonly string[] {
    return this.#lines
      .toSorted((one, other) => toInstant(one.at).localeCompare(toInstant(other.at)))
      .map(({ at, text }) => `${inTokyo(toInstant(at)).slice(0, 16).replace('T', ' ')}  ${text}`);
  }
}

/** Ends the demo where an answer is not what it was to be. */
export const same = (what: string, answered: unknown, expected: unknown): void => {
  if (!isDeepStrictEqual(answered, expected))
    throw new Error(`${what}: ${JSON.stringify(answered)}, expected ${JSON.stringify(expected)}`);
};
