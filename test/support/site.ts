import { inputTypeOf } from '../../scripts/api-client.ts';
import type { EventStore } from '../../src/store/event-store.ts';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape and compare them exactly
  readonly data: any;
  readonly errors: readonly { message: string; extensions: { code: string; path?: string[] } }[];
  readonly extensions: Record<string, unknown> | undefined;
}

export interface Ask {
  /** Token's subject; null = no token. */
  readonly as: string | null;
  /** `x-simulated-now`. */
  readonly at?: string;
  readonly headers?: Record<string, string>;
}

/** The system as an API test sees it, on a log of its own: one node, or several. */
export interface Site {
  /** Of a node; of several one by lot, anew each time. */
  readonly url: string;
  /** Where its nodes keep what they write. */
  readonly folders: readonly string[];
  /** The log. */
  readonly store: EventStore;
  token(subject: string): Promise<string>;
  /** Sends one GraphQL request. */
  ask(query: string, variables: Record<string, unknown>, ask: Ask): Promise<Answer>;
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

/** The part of a site that speaks HTTP. `headers`: sent with every request. */
export const asking = (
  url: () => string,
  tokenOf: (subject: string) => Promise<string>,
  headers: () => Promise<Record<string, string>> = async () => ({}),
): Pick<Site, 'token' | 'ask' | 'mutate'> => {
  const tokens = new Map<string, Promise<string>>();
  const token = (subject: string): Promise<string> => {
    const known = tokens.get(subject) ?? tokenOf(subject);
    tokens.set(subject, known);
    return known;
  };
  const ask: Site['ask'] = async (query, variables, { as, at, headers: own }) => {
    const response = await fetch(`${url()}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(await headers()),
        ...(as === null ? {} : { authorization: `Bearer ${await token(as)}` }),
        ...(at === undefined ? {} : { 'x-simulated-now': at }),
        ...own,
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Partial<Answer>;
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [], extensions: body.extensions };
  };
  return {
    token,
    ask,
    mutate: async (name, input, how, selection = '') => {
      const query = `mutation ($input: ${inputTypeOf(name)}!) { ${name}(input: $input) { userErrors { code path } position ${selection} } }`;
      const answer = await ask(query, { input }, how);
      if (answer.errors.length > 0) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`);
      return answer.data[name];
    },
  };
};
