import type { IncomingMessage, ServerResponse } from 'node:http';
import fastifyRateLimit from '@fastify/rate-limit';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
  type preParsingHookHandler,
} from 'fastify';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { Accounts, ALLOWANCE, type Allowance } from './account.ts';
import { admitBody } from './admission.ts';
import type { Verified, Verifier } from './auth.ts';
import { CONNECTIONS_OF_ADDRESS, limitConnections, refuseUnread, TIMES } from './connections.ts';
import { apiError } from './errors.ts';
import { MAX_BODY_BYTES } from './limits.ts';
import { answerError } from './masked.ts';
import { countedBy, RequestCounts } from './request-counts.ts';
import type { Soon } from './soon.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** A token is verified once per request, for rate limit and answer alike. */
    verified: Soon<Verified | null> | undefined;
  }
}

/** What bounds every request, whatever it asks for (rule 49). */
export interface Bounds {
  readonly verifier: Verifier;
  readonly production: boolean;
  readonly log: Logger;
  /** Whose `X-Forwarded-For` is believed; none unless given. */
  readonly trustedProxies?: readonly string[];
  /** Requests per minute of one subject; in production 6,000 unless given. */
  readonly requestsPerMinute?: number;
  /** Of one subject or address (rule 49); in production as `ALLOWANCE` says unless given. */
  readonly allowance?: Partial<Allowance>;
  /** Open at once from one address; 200 in production unless given. */
  readonly connectionsOfAddress?: number;
  /** How long what arrives may take. */
  readonly times?: Partial<typeof TIMES>;
}

export interface BoundedServer {
  readonly server: FastifyInstance;
  readonly accounts: Accounts;
  /** What the request's token says; null without one. Throws as `Verifier` does. */
  readonly tokenOf: (request: FastifyRequest) => Soon<Verified | null>;
  /** For routes that take a body: lets it be sent, or refuses (`admitBody`). */
  readonly admit: preParsingHookHandler;
}

/**
 * Of one subject, or of one address without a valid token. In development one machine plays
 * everybody.
 */
const REQUESTS_PER_MINUTE = { production: 6_000, development: 600_000 };

const NOTHING_HERE = {
  en: 'There is nothing at this address.',
  ja: 'このアドレスには何もありません。アドレスを確かめてください。',
};

/**
 * What helmet sets, the same for every answer: it would make and check each of them anew. By names
 * as fastify keeps them: it would make twelve new texts for each answer.
 */
const securityHeaders = (): Readonly<Record<string, string>> => {
  const headers: Record<string, string> = {};
  const setHeader = (name: string, value: string): void => {
    headers[name.toLowerCase()] = value;
  };
  helmet()({} as IncomingMessage, { setHeader, removeHeader: () => {} } as unknown as ServerResponse, () => {});
  return headers;
};

/**
 * A server without routes: how long and how much may come, who is counted, the headers of every
 * answer, and how errors are answered.
 */
export const boundedServer = async (bounds: Bounds, more: FastifyServerOptions = {}): Promise<BoundedServer> => {
  const { production, log } = bounds;
  const mode = production ? 'production' : 'development';
  const { headersTimeout, connectionsCheckingInterval, ...times } = { ...TIMES, ...bounds.times };
  const secured = securityHeaders();
  const server = Fastify({
    ...more,
    bodyLimit: MAX_BODY_BYTES,
    ...times,
    http: { headersTimeout, connectionsCheckingInterval },
    trustProxy: bounds.trustedProxies?.length ? [...bounds.trustedProxies] : false,
    forceCloseConnections: true,
    clientErrorHandler: refuseUnread,
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => crypto.randomUUID(),
    // An address that cannot be read is one at which nothing is. No hook runs for it.
    frameworkErrors: (_error, _request, reply) =>
      answerError(apiError('NOT_FOUND', NOTHING_HERE), reply.headers(secured), log),
  });
  limitConnections(
    server.server,
    bounds.connectionsOfAddress ?? CONNECTIONS_OF_ADDRESS[mode],
    bounds.trustedProxies ?? [],
  );
  const accounts = new Accounts({ ...ALLOWANCE[mode], ...bounds.allowance });
  server.addHook('onClose', async () => accounts.close());
  server.decorateRequest('verified', undefined);
  const tokenOf = (request: FastifyRequest): Soon<Verified | null> => {
    if (request.verified === undefined) request.verified = bounds.verifier.verified(request.headers.authorization);
    return request.verified;
  };
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(secured);
    done();
  });
  await server.register(fastifyRateLimit, {
    max: bounds.requestsPerMinute ?? REQUESTS_PER_MINUTE[mode],
    timeWindow: 60_000,
    store: RequestCounts,
    // How much is left is told to whom nothing is.
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    keyGenerator: (request) => {
      const counted = (token: Verified | null): string => countedBy(token?.subject ?? null, request.ip);
      const token = tokenOf(request);
      return token instanceof Promise ? token.then(counted, () => counted(null)) : counted(token);
    },
    errorResponseBuilder: (_request, { after }) =>
      apiError('RATE_LIMITED', `Too many requests; try again in ${after}.`),
  });
  server.setErrorHandler((error, request, reply) => {
    // A client that has gone away is told nothing, and nothing has failed here.
    if (request.raw.socket.destroyed) return reply.hijack();
    return answerError(error, reply, log);
  });
  server.setNotFoundHandler((_request, reply) => answerError(apiError('NOT_FOUND', NOTHING_HERE), reply, log));
  const admit: preParsingHookHandler = (request, reply, payload, done) => {
    const admitted = (token: Verified | null): void => {
      admitBody(request, reply, token, accounts);
      done(null, payload);
    };
    const token = tokenOf(request);
    if (token instanceof Promise) token.then(admitted).catch(done);
    else admitted(token);
  };
  return { server, accounts, tokenOf, admit };
};
