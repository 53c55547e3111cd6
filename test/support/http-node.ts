import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { developmentToken, verifierFrom } from '../../src/api/auth.ts';
import { buildServer, type ServerOptions } from '../../src/api/server.ts';
import { openApp } from '../../src/app.ts';
import { configFrom } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';

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

/** A whole server of ours on a fresh data folder, over real HTTP on 127.0.0.1. */
export interface HttpNode {
  readonly url: string;
  readonly dataDir: string;
  readonly app: Awaited<ReturnType<typeof openApp>>;
  /** What the server was built with, for a second one over the same data. */
  readonly serverOptions: ServerOptions;
  token(subject: string): Promise<string>;
  /** Sends one GraphQL request. */
  ask(query: string, variables: Record<string, unknown>, ask: Ask): Promise<Answer>;
  /**
   * Sends one mutation `name(input: …)` and answers its payload; throws where the answer holds GraphQL errors. `selection`: fields of the payload beside
   * userErrors {code path} and position.
   */
  // biome-ignore lint/suspicious/noExplicitAny: payloads of every shape
  mutate(name: string, input: Record<string, unknown>, ask: Ask, selection?: string): Promise<any>;
  close(): Promise<void>;
}

/** Starts a server; closes it and deletes its folder with the test. */
export const startNode = async (t: { teardown(done: () => Promise<void>): void }, env: Record<string, string> = {}): Promise<HttpNode> => {
  const dataDir = env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'node-'));
  const config = configFrom({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'fatal', ...env });
  const log = createLog(config.logLevel);
  const app = await openApp(config, log);
  const serverOptions: ServerOptions = {
    app: { ...app, adminSubjects: config.adminSubjects, publicUrl: 'http://127.0.0.1' },
    verifier: await verifierFrom(config),
    production: config.production,
    timeTravel: app.timeTravel,
    ready: async () => app.failed() === null && (await app.caughtUp()),
    log,
  };
  const server = await buildServer(serverOptions);
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const tokens = new Map<string, Promise<string>>();
  const token = (subject: string): Promise<string> => {
    const known = tokens.get(subject) ?? developmentToken(dataDir, subject);
    tokens.set(subject, known);
    return known;
  };
  const ask = async (query: string, variables: Record<string, unknown>, { as, at, headers }: Ask): Promise<Answer> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(as === null ? {} : { authorization: `Bearer ${await token(as)}` }),
        ...(at === undefined ? {} : { 'x-simulated-now': at }),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Partial<Answer>;
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [], extensions: body.extensions };
  };
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await server.close();
    await app.close();
  };
  t.teardown(async () => {
    await close();
    if (env.DATA_DIR === undefined) rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    url,
    dataDir,
    app,
    serverOptions,
    token,
    ask,
    mutate: async (name, input, how, selection = '') => {
      const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
      const inputType = INPUT_TYPES[name] ?? type;
      const answer = await ask(
        `mutation ($input: ${inputType}!) { ${name}(input: $input) { userErrors { code path } position ${selection} } }`,
        { input },
        how,
      );
      if (answer.errors.length > 0) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`);
      return answer.data[name];
    },
    close,
  };
};

/** Mutations whose input type is not named after them. */
const INPUT_TYPES: Readonly<Record<string, string>> = {
  seeOffer: 'OfferInput',
  startVisit: 'PunchInput',
  endVisit: 'PunchInput',
  verifyVisit: 'VisitInput',
  publishSurvey: 'SurveyInput',
  remindRespondents: 'SurveyInput',
  closeSurvey: 'SurveyInput',
};
