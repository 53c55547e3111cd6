import { developmentToken } from '../src/api/auth.ts';

/** A refusal in `userErrors`, or a GraphQL error, as an exception with its code. */
export class Refused extends Error {
  readonly code: string;
  constructor(name: string, code: string, detail: string) {
    super(`${name}: ${code} ${detail}`);
    this.code = code;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape, as each query asks
type Loose = any;

/** An answer of the GraphQL API. */
export interface Answer {
  readonly status: number;
  readonly data: Loose;
  readonly errors: readonly { message: string; extensions: { code: string; path?: string[] } }[];
  readonly extensions: Record<string, unknown> | undefined;
}

/** Who asks, and when. */
export interface Ask {
  /** Token's subject; null = no token. */
  readonly as: string | null;
  /** `x-simulated-now`. */
  readonly at?: string | undefined;
  readonly headers?: Record<string, string>;
}

/** Something that sends one GraphQL request to the public API and hands back what it answers. */
export interface Asking {
  token(subject: string): Promise<string>;
  ask(query: string, variables: Record<string, unknown>, how: Ask): Promise<Answer>;
}

/** What answers at the address is not this API, or nothing answers. */
export class NotThisApi extends Error {
  constructor(url: string, what: string) {
    super(`${url} does not answer as this API does: ${what}. この API の応答がありません。`);
  }
}

/** Asks over HTTP, with one token per subject. `headers`: sent with every request. */
export const asking = (
  url: () => string,
  tokenOf: (subject: string) => Promise<string>,
  headers: () => Promise<Record<string, string>> = async () => ({}),
): Asking => {
  const tokens = new Map<string, Promise<string>>();
  const token = (subject: string): Promise<string> => {
    const known = tokens.get(subject) ?? tokenOf(subject);
    tokens.set(subject, known);
    return known;
  };
  const ask: Asking['ask'] = async (query, variables, { as, at, headers: own }) => {
    const address = `${url().replace(/\/+$/, '')}/graphql`;
    const response = await fetch(address, {
      method: 'POST',
      // The token goes to this address alone.
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        ...(await headers()),
        ...(as === null ? {} : { authorization: `Bearer ${await token(as)}` }),
        ...(at === undefined ? {} : { 'x-simulated-now': at }),
        ...own,
      },
      body: JSON.stringify({ query, variables }),
    }).catch((error: Error) => {
      throw new NotThisApi(address, error.cause instanceof Error ? error.cause.message : error.message);
    });
    const body: Partial<Answer> = await response.json().catch(() => ({}));
    if (body.data === undefined && body.errors === undefined)
      throw new NotThisApi(address, `status ${response.status}`);
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [], extensions: body.extensions };
  };
  return { token, ask };
};

/** Input types that are not named after their mutation. */
const INPUT_TYPES: Readonly<Record<string, string>> = {
  confirmMembership: 'MembershipInput',
  seeOffer: 'OfferInput',
  startVisit: 'PunchInput',
  endVisit: 'PunchInput',
  verifyVisit: 'VisitInput',
  verifyVisits: 'VisitsInput',
  publishSurvey: 'SurveyInput',
  remindRespondents: 'SurveyInput',
  closeSurvey: 'SurveyInput',
};
/** Name of a mutation's input type. */
export const inputTypeOf = (name: string): string =>
  INPUT_TYPES[name] ?? `${name[0]?.toUpperCase()}${name.slice(1)}Input`;

/** Speaks to the public GraphQL API as several people; what is refused is thrown. */
export class ApiClient {
  readonly #ask: Asking['ask'];
  requests = 0;

  constructor({ ask }: Pick<Asking, 'ask'>) {
    this.#ask = ask;
  }

  /** Sends a query and answers its data; throws `Refused` for a GraphQL error. */
  async query(query: string, variables: Record<string, unknown>, how: Ask): Promise<Loose> {
    this.requests += 1;
    const { status, data, errors } = await this.#ask(query, variables, how);
    const [error] = errors;
    if (error) throw new Refused('request', error.extensions?.code ?? String(status), error.message);
    return data;
  }

  /**
   * Sends one mutation and returns its payload; throws `Refused` for the first of its userErrors.
   */
  async mutate(name: string, input: Record<string, unknown>, how: Ask, selection = ''): Promise<Loose> {
    const data = await this.query(
      `mutation ($input: ${inputTypeOf(name)}!) {
        ${name}(input: $input) { userErrors { code message path } ${selection} }
      }`,
      { input },
      how,
    );
    const [error] = data[name].userErrors;
    if (error) throw new Refused(name, error.code, `${error.message} ${error.path ?? ''}`);
    return data[name];
  }
}

/** A client of a development server, with tokens signed by the key in its data folder. */
export const developmentClient = (url: string, dataDir: string): ApiClient =>
  new ApiClient(
    asking(
      () => url,
      (subject) => developmentToken(dataDir, subject),
    ),
  );

/** Runs the tasks, at most `width` at a time, and returns their results in order. */
export const inParallel = async <Item, Result>(
  items: readonly Item[],
  width: number,
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < items.length; n = next++) results[n] = await run(items[n] as Item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
};
