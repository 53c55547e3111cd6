import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createYoga, type Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { rfc3339Schema } from '../domain/calendar.ts';
import type { TimeTravel } from '../processes/time-travel.ts';
import type { Account, Accounts } from './account.ts';
import { accountOf, checkAsked, checkToken, mayBePublic, RequestRefused } from './admission.ts';
import type { Verified } from './auth.ts';
import { type Bounds, boundedServer } from './bounded-server.ts';
import { CompiledQueries } from './compiled-queries.ts';
import { addressOf } from './connections.ts';
import { type ApiApp, ApiContext } from './context.ts';
import { Cost } from './cost.ts';
import { serveDownloads } from './document/route.ts';
import { apiError, languageOf } from './errors.ts';
import { answerGraphiql, asksForPage } from './graphiql.ts';
import { knownDocuments } from './known-documents.ts';
import { limits } from './limits.ts';
import { masked, maskedResults } from './masked.ts';
import { requestLog } from './request-log.ts';
import { positionFrom } from './scalars.ts';
import { buildApiSchema } from './schema.ts';
import { answerSchema } from './schema-file.ts';
import { slices } from './slices.ts';
import { serveSurveyPage } from './survey-page/route.ts';
import { coordinatedOffice, viewerOf } from './viewer.ts';

export interface ServerOptions extends Bounds {
  readonly app: ApiApp;
  /** Null in production: then `x-simulated-now` is refused. */
  readonly timeTravel: TimeTravel | null;
  /** Whether the read model has been built; before that, every request is UNAVAILABLE. */
  readonly built: () => boolean;
  /** Whether this node can serve now: the read model follows the log. */
  readonly ready: () => Promise<boolean>;
}

const noSchemas = (): never => {
  throw new Error('a route has a JSON schema');
};

/** The HTTP surface: /graphql, /documents, /schema.graphql (the contract), /healthz, /readyz. */
export const buildServer = async (options: ServerOptions): Promise<FastifyInstance> => {
  const { app, production, log } = options;
  const { server, accounts, tokenOf, admit } = await boundedServer(options, {
    // No route has a JSON schema: what compiles them, a tenth of all code, is not loaded.
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
  });
  server.removeAllContentTypeParsers();
  // No form or multipart posts: only JSON, handed to yoga as it came.
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  // Health checks come without a token, from one address: the rate limit never refuses them.
  const unlimited = { config: { rateLimit: false } };
  server.get('/healthz', unlimited, async () => ({ status: 'ok' }));
  server.get('/readyz', unlimited, async (_request, reply) => {
    const ready = options.built() && (await options.ready().catch(() => false));
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });

  server.get('/schema.graphql', async (request, reply) => answerSchema(request, reply));

  const compiledQueries = new CompiledQueries(log);
  /** The content type that yoga gives an answer in JSON, by the request's `accept`. */
  const answerTypes = new LRUCache<string, string>({ max: 100 });
  const schema = buildApiSchema(slices);
  const isPublic = mayBePublic(schema, production);
  const yoga = createYoga<{ context: ApiContext }>({
    schema: schema as never,
    context: ({ context }) => context,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    cors: false,
    batching: false,
    multipart: false,
    logging: false,
    // Fastify bounds what it reads: to count it again costs a tenth of a mutation.
    maxRequestBodySize: false,
    parserAndValidationCache: false,
    maskedErrors: { maskError: (error) => masked(error, log) },
    plugins: [
      ...limits(production),
      knownDocuments(),
      compiledQueries.plugin,
      answersExtended,
      requestLog(log),
      maskedResults(log),
    ] as Plugin[],
  });
  /** What is to be sent: of compiled code where the query is known, else of yoga. */
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    context: ApiContext,
  ): Promise<string | ReadableStream> => {
    const { accept = '' } = request.headers;
    const answerType = answerTypes.get(accept);
    if (answerType !== undefined && request.method === 'POST' && request.url === '/graphql') {
      const compiled = await compiledQueries.answer(String(request.body), context);
      if (compiled !== null) {
        reply.header('content-type', answerType);
        return compiled;
      }
    }
    const response = await yoga.fetch(
      new URL(request.url, app.publicUrl),
      {
        method: request.method,
        headers: request.headers as Record<string, string>,
        ...(typeof request.body === 'string' ? { body: request.body } : {}),
      },
      { context },
    );
    if (response.status === 406) throw new RequestRefused(406, 'No answer is of a type that this accepts.');
    const type = response.headers.get('content-type') ?? '';
    const isWhole = /^application\/(graphql-response\+)?json/.test(type);
    if (response.status === 200 && isWhole) answerTypes.set(accept, type);
    response.headers.forEach((value, name) => {
      reply.header(name, value);
    });
    // A stream takes a tenth of what a mutation costs: for what comes piece by piece alone.
    reply.code(response.status);
    return isWhole ? response.text() : (response.body ?? '');
  };
  server.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    preParsing: admit,
    handler: async (request, reply) => {
      if (!production && asksForPage(request)) return answerGraphiql(reply);
      if (!options.built()) throw apiError('UNAVAILABLE', 'The read model is being built.');
      const token = await tokenOf(request);
      checkToken(request, token, isPublic);
      checkAsked(request);
      const account = accountOf(request, token, accounts);
      if (account.secondsToWait > 0) {
        reply.header('retry-after', account.secondsToWait);
        throw apiError(
          'TOO_EXPENSIVE',
          `Too much was asked for within a minute; try again in ${account.secondsToWait} s.`,
        );
      }
      const context = await contextOf(request, token, { account, accounts }, options);
      const turn = account.begin();
      if (turn !== null) await turn;
      try {
        return await answer(request, reply, context);
      } finally {
        account.end();
      }
    },
  });
  serveSurveyPage(server, { app, accounts, built: options.built, log });
  serveDownloads(server, {
    app,
    schema,
    downloads: slices.flatMap((slice) => slice.downloads ?? []),
    accounts,
    built: options.built,
    tokenOf,
    admit,
    contextOf: (request, token) =>
      contextOf(request, token, { account: accounts.ofSubject(token.subject), accounts }, options),
  });
  return server;
};

/**
 * Order of checks: token and role first (rule 5). Then the headers that move time and wait for a
 * position.
 */
const contextOf = async (
  request: FastifyRequest,
  token: Verified | null,
  { account, accounts }: { readonly account: Account; readonly accounts: Accounts },
  options: ServerOptions,
): Promise<ApiContext> => {
  const { app } = options;
  const simulatedNow = request.headers['x-simulated-now'];
  if (simulatedNow !== undefined) await moveClock(simulatedNow, options.timeTravel);
  const minPosition = request.headers['x-min-position'];
  if (typeof minPosition === 'string' && !(await app.readModel.reached(positionFrom(minPosition)))) {
    throw apiError('UNAVAILABLE', 'The read model has not reached x-min-position.');
  }
  const viewer = token && (await viewerOf(token, app));
  const language = languageOf(request.headers['accept-language']);
  return new ApiContext(app, {
    viewer,
    validUntil: token?.validUntil ?? null,
    requestId: request.id,
    cost: new Cost(account),
    openStream: () => {
      const end = openStream(account, accounts.ofAddress(addressOf(request.ip)));
      const officeId = coordinatedOffice(viewer);
      const leave = officeId === null ? null : app.presence.enter(officeId);
      return () => {
        end();
        leave?.();
      };
    },
    language,
  });
};

/** Counts a subscription on both; the function that it returns ends it. Throws RATE_LIMITED. */
const openStream = (subject: Account, address: Account): (() => void) => {
  const endOfSubject = subject.beginStream('streamsOfSubject');
  try {
    const endOfAddress = address.beginStream('streamsOfAddress');
    return () => {
      endOfSubject();
      endOfAddress();
    };
  } catch (error) {
    endOfSubject();
    throw error;
  }
};

const moveClock = async (header: string | string[], timeTravel: TimeTravel | null): Promise<void> => {
  if (!timeTravel) throw apiError('BAD_USER_INPUT', 'x-simulated-now is for development alone.', ['x-simulated-now']);
  if (header === 'off') return timeTravel.off();
  const instant = rfc3339Schema.safeParse(header);
  if (!instant.success) {
    throw apiError('BAD_USER_INPUT', 'x-simulated-now is an RFC 3339 instant with offset, or off.', [
      'x-simulated-now',
    ]);
  }
  await timeTravel.travelTo(instant.data);
};

/** `extensions.readModelBehind` where a mutation was done but its answer may be out of date. */
const answersExtended: Plugin<{ context: ApiContext }> = {
  onExecute: ({ args }) => ({
    onExecuteDone: ({ result, setResult }) => {
      const context = args.contextValue as unknown as ApiContext;
      if (context.outcome.readModelBehind && !(Symbol.asyncIterator in (result as object))) {
        setResult({ ...(result as object), extensions: { readModelBehind: true } } as never);
      }
    },
  }),
};
