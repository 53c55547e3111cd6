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

interface GraphQLAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
}

/** Input types that are not named after their mutation. */
const INPUT_TYPES: Readonly<Record<string, string>> = {
  seeOffer: 'OfferInput',
  startVisit: 'PunchInput',
  endVisit: 'PunchInput',
  verifyVisit: 'VisitInput',
  publishSurvey: 'SurveyInput',
  remindRespondents: 'SurveyInput',
  closeSurvey: 'SurveyInput',
};
/** Name of a mutation's input type. */
export const inputTypeOf = (name: string): string =>
  INPUT_TYPES[name] ?? `${name[0]?.toUpperCase()}${name.slice(1)}Input`;

/** Speaks to the public GraphQL API as several people. */
export class ApiClient {
  readonly url: string;
  readonly #tokenOf: (subject: string) => Promise<string>;
  readonly #tokens = new Map<string, Promise<string>>();
  requests = 0;

  constructor(url: string, tokenOf: (subject: string) => Promise<string>) {
    this.url = url;
    this.#tokenOf = tokenOf;
  }

  /**
   * Sends a query; throws `Refused` for a GraphQL error. `at`: simulated time. `as` null: without a
   * token.
   */
  async query(
    query: string,
    variables: Record<string, unknown>,
    how: { as: string | null; at?: string | undefined },
  ): Promise<Loose> {
    this.requests += 1;
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(how.as === null ? {} : { authorization: `Bearer ${await this.#token(how.as)}` }),
        ...(how.at === undefined ? {} : { 'x-simulated-now': how.at }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as GraphQLAnswer;
    const [error] = answer.errors ?? [];
    if (error) throw new Refused('request', error.extensions?.code ?? String(response.status), error.message);
    return answer.data;
  }

  /**
   * Sends one mutation and returns its payload; throws `Refused` for the first of its userErrors.
   */
  async mutate(
    name: string,
    input: Record<string, unknown>,
    how: { as: string | null; at?: string | undefined },
    selection = '',
  ): Promise<Loose> {
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

  #token(subject: string): Promise<string> {
    const known = this.#tokens.get(subject) ?? this.#tokenOf(subject);
    this.#tokens.set(subject, known);
    return known;
  }
}

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
