import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Account } from './account.ts';
import { apiError } from './errors.ts';

/** Fields of one answer. A page of 100 ledger lines with all they point to holds about 10,000. */
export const MOST_FIELDS = 20_000;
/** Bytes of one answer. */
export const MOST_BYTES = 4 * 1_048_576;
/** What reading a row costs beside its fields, in units (`Account`). */
const UNITS_A_ROW = 20;
/** A unit takes 1 to 4 µs (`Account`). */
const UNITS_A_MILLISECOND = 250;
/** What a command costs beside what its payload shows, in units (`Account`). */
const UNITS_OF_A_COMMAND = 200;
/** What opening a sealed text costs beside its own field: a search by name opens many. */
const FIELDS_TO_OPEN = 5;
/** Fewer fields, with texts of 2,000 characters, hold no more than `MOST_BYTES` as written. */
const FIELDS_NOT_MEASURED = 600;

/**
 * What one request has cost so far, counted where it arises (rule 49): fields before they are
 * resolved, texts as they are opened, the answer's bytes before it is written. Past a bound
 * everything that is still to be resolved throws the same TOO_EXPENSIVE.
 */
export class Cost {
  readonly account: Account;
  #fields = 0;
  #textBytes = 0;
  #exceeded: GraphQLError | null = null;

  constructor(account: Account) {
    this.account = account;
  }

  /** Counts fields that are about to be answered. Throws TOO_EXPENSIVE. */
  fields(count: number): void {
    // What is refused has cost nothing more.
    if (this.#exceeded) throw this.#exceeded;
    this.account.use(Math.min(count, MOST_FIELDS));
    this.#fields += count;
    if (this.#fields > MOST_FIELDS) this.#refuse(`The answer would hold more than ${MOST_FIELDS} fields`);
  }

  /** Counts rows that are about to be read. */
  rows(count: number): void {
    this.account.use(count * UNITS_A_ROW);
  }

  /** Counts what was looked through at once, by the time that it took. */
  looked(milliseconds: number): void {
    this.account.use(Math.round(milliseconds * UNITS_A_MILLISECOND));
  }

  /** Counts a command that is about to be sent. */
  command(): void {
    this.account.use(UNITS_OF_A_COMMAND);
  }

  /** Counts a sealed text that has been opened. Throws TOO_EXPENSIVE. */
  opened(text: string): void {
    this.fields(FIELDS_TO_OPEN);
    this.made(text);
  }

  /** Counts a text that stands nowhere but in the answer. Throws TOO_EXPENSIVE. */
  made(text: string): void {
    this.#textBytes += Buffer.byteLength(text);
    if (this.#textBytes > MOST_BYTES) this.#refuse(TOO_LONG);
  }

  /**
   * The whole answer, before another writes it: first by its names and texts alone, so that what is
   * far too long is not written to be measured. Throws TOO_EXPENSIVE.
   */
  answer(answer: ExecutionResult): void {
    this.#measure(answer.data);
    if (answer.errors) this.#errors(answer.errors);
    if (answer.errors || this.#fields > FIELDS_NOT_MEASURED) this.written(JSON.stringify(answer));
  }

  /**
   * The answer's data, once it has been resolved, before it is written; of few fields what is
   * written is measured alone. Throws TOO_EXPENSIVE.
   */
  data(data: unknown): void {
    if (this.#fields > FIELDS_NOT_MEASURED) this.#measure(data);
  }

  #measure(data: unknown): void {
    if (bytesOf(data, mostBytesOf) > MOST_BYTES && bytesOf(data, Buffer.byteLength) > MOST_BYTES)
      this.#refuse(TOO_LONG);
  }

  /** The answer's errors, each with the names above its field once more. */
  #errors(errors: readonly GraphQLError[]): void {
    const shown = errors.map((error) => error.toJSON());
    if (bytesOf(shown, Buffer.byteLength) > MOST_BYTES) this.#refuse(TOO_LONG);
  }

  /** The answer as it is written. Throws TOO_EXPENSIVE. */
  written(text: string): void {
    if (mostBytesOf(text) > MOST_BYTES && Buffer.byteLength(text) > MOST_BYTES) this.#refuse(TOO_LONG);
  }

  /** TOO_EXPENSIVE, once a bound has been passed. */
  get exceeded(): GraphQLError | null {
    return this.#exceeded;
  }

  /** Counts the same request's next answer: by another executor, or of a subscription. */
  begin(): void {
    this.#fields = 0;
    this.#textBytes = 0;
    this.#exceeded = null;
  }

  #refuse(reason: string): never {
    this.#exceeded ??= apiError('TOO_EXPENSIVE', `${reason}; ask for smaller pages or fewer fields.`);
    throw this.#exceeded;
  }
}

const TOO_LONG = `The answer would hold more than ${MOST_BYTES} bytes`;

/** What a text takes at the most, which its length tells at once. */
const mostBytesOf = (text: string): number => 3 * text.length;

/** Bytes of all names and texts in an answer; not counted to the end beyond `MOST_BYTES`. */
const bytesOf = (data: unknown, bytesOfText: (text: string) => number): number => {
  if (typeof data === 'string') return bytesOfText(data);
  if (typeof data !== 'object' || data === null) return 0;
  let bytes = 0;
  if (Array.isArray(data)) {
    for (const item of data) {
      bytes += bytesOf(item, bytesOfText);
      if (bytes > MOST_BYTES) break;
    }
    return bytes;
  }
  for (const name in data) {
    bytes += name.length + bytesOf((data as Record<string, unknown>)[name], bytesOfText);
    if (bytes > MOST_BYTES) break;
  }
  return bytes;
};
