import type { FastifyReply, FastifyRequest } from 'fastify';
import { type GraphQLSchema, isObjectType } from 'graphql';
import type { Account, Accounts } from './account.ts';
import type { Verified } from './auth.ts';
import { addressOf, whenOver } from './connections.ts';
import { apiError } from './errors.ts';
import { mayOf } from './rights.ts';

/** Bytes of a request without a token: an answer to a survey is the longest. */
const MOST_BYTES_WITHOUT_TOKEN = 131_072;

/** Refused as HTTP; fastify's own refusals have a status too. */
export class RequestRefused extends Error {
  readonly statusCode: number;
  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/**
 * Lets a request send its body (rule 49). Throws where too many of its subject's are open
 * (RATE_LIMITED), and without a token where the body is long, or does not say how long it is.
 */
export const admitBody = (
  request: FastifyRequest,
  reply: FastifyReply,
  token: Verified | null,
  accounts: Accounts,
): void => {
  if (token !== null) {
    // Until its answer has been read, which then takes room no more.
    whenOver(reply, accounts.ofSubject(token.subject).beginRequest());
    return;
  }
  if (request.method !== 'POST') return;
  const length = request.headers['content-length'];
  if (length === undefined) throw new RequestRefused(411, 'Without a token a request says how long it is.');
  if (Number(length) > MOST_BYTES_WITHOUT_TOKEN) throw new RequestRefused(413, 'Request body is too large.');
};

/**
 * Throws BAD_USER_INPUT where a GET says something that is no JSON: yoga takes that for a fault of
 * its own.
 */
export const checkAsked = ({ method, url }: FastifyRequest): void => {
  if (method !== 'GET') return;
  const asked = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  for (const name of ['variables', 'extensions']) {
    const text = asked.get(name);
    if (text && !isObjectInJson(text)) throw apiError('BAD_USER_INPUT', `${name} must be an object in JSON.`, [name]);
  }
};

const isObjectInJson = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
};

/** On whose account a request goes. */
export const accountOf = (request: FastifyRequest, token: Verified | null, accounts: Accounts): Account =>
  token === null ? accounts.ofAddress(addressOf(request.ip)) : accounts.ofSubject(token.subject);

/**
 * Whether a text that comes without a token may be a query that needs none: it names a field of
 * the contract that is open to all. Whoever names none is refused before anything is read.
 */
export const mayBePublic = (schema: GraphQLSchema, production: boolean): ((text: string) => boolean) => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const names = roots.flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields()).flatMap((field) => (mayOf(schema, field)?.includes('PUBLIC') ? field.name : []))
      : [],
  );
  const open = new RegExp(`\\b(${[...names, ...(production ? [] : ['__schema', '__type'])].join('|')})\\b`);
  return (text) => open.test(text);
};

/**
 * Throws UNAUTHENTICATED for what needs a token, by `public`; the answer is the cheapest there is.
 */
export const checkToken = (
  { method, body, query }: FastifyRequest,
  token: Verified | null,
  isPublic: (text: string) => boolean,
): void => {
  if (token !== null) return;
  // Of a GET without a query there is nothing to be read: GraphiQL, in development.
  const text = method === 'POST' ? String(body ?? '') : String((query as { query?: unknown }).query ?? '');
  if (method === 'POST' || text !== '')
    if (!isPublic(text)) throw apiError('UNAUTHENTICATED', 'A valid bearer token is needed.');
};
