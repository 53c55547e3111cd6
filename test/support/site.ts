import { type Ask, type Asking, inputTypeOf } from '../../scripts/api-client.ts';
import type { EventStore } from '../../src/store/event-store.ts';

/** The system as an API test sees it, on a log of its own: one node, or several. */
export interface Site extends Asking {
  /** Of a node; of several one by lot, anew each time. */
  readonly url: string;
  /** Of all its nodes. */
  readonly urls: readonly string[];
  /** Where its nodes keep what they write. */
  readonly folders: readonly string[];
  /** The log. */
  readonly store: EventStore;
  /**
   * Sends one mutation `name(input: …)` and answers its payload; throws where the answer holds
   * GraphQL errors. `selection`: fields of the payload beside userErrors {code path} and position.
   */
  // biome-ignore lint/suspicious/noExplicitAny: payloads of every shape
  mutate(name: string, input: Record<string, unknown>, ask: Ask, selection?: string): Promise<any>;
  close(): Promise<void>;
}

/** Starts a site; closes it and deletes its folders with the test. */
export type StartSite = (t: { teardown(done: () => Promise<void>): void }) => Promise<Site>;

/** The part of a site that speaks HTTP. */
export const speaking = (http: Asking): Pick<Site, 'token' | 'ask' | 'mutate'> => ({
  ...http,
  mutate: async (name, input, how, selection = '') => {
    const query = `mutation ($input: ${inputTypeOf(name)}!) {
      ${name}(input: $input) { userErrors { code path } position ${selection} }
    }`;
    const answer = await http.ask(query, { input }, how);
    if (answer.errors.length > 0) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`);
    return answer.data[name];
  },
});
