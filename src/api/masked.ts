import type { FastifyReply } from 'fastify';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { Unanswered } from '../commands/long-questions.ts';
import { ReadModelBehind } from '../projections/read-model.ts';
import { cannotWrite } from '../store/cannot-write.ts';
import { EventTooLarge, StoreUnavailable } from '../store/event-store.ts';
import { TooContended } from '../store/handle-command.ts';
import { VaultUnavailable } from '../store/vault.ts';
import { Unauthenticated } from './auth.ts';
import type { ApiContext } from './context.ts';
import { afterAll, apiError, type ErrorCode, inLanguage, type Language, languageOf } from './errors.ts';
import { inputProblem } from './input-problems.ts';

/** The contract's codes, and the HTTP status of a response that holds nothing but the error. */
const STATUS: Readonly<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  SURVEY_NOT_CLOSED: 409,
  RATE_LIMITED: 429,
  TOO_EXPENSIVE: 429,
  INTERNAL_SERVER_ERROR: 500,
  UNAVAILABLE: 503,
  RESYNC: 503,
};
const TOO_LONG = {
  en: 'This is too long altogether.',
  ja: '全体の文字数が多すぎます。短くするか、分けて送信してください。',
};
/** What fastify refuses before anything is read, by its status. */
const REFUSED: Readonly<Record<number, string>> = {
  413: '一度に送る内容が多すぎます。分けて送信してください。',
  415: '送信の形式が違います。画面を開き直して、もう一度送信してください。',
};
const isOurs = (error: GraphQLError): boolean => String(error.extensions?.code) in STATUS;

/**
 * What a client is told of an error: our own with their codes, mistakes in the request without
 * graphql's suggestions, internal faults without their text.
 */
export const masked = (error: unknown, log: Logger): GraphQLError => {
  const original = rootOf(error);
  if (original instanceof Unauthenticated) return apiError('UNAUTHENTICATED', 'The bearer token is not valid.');
  if (
    original instanceof StoreUnavailable ||
    original instanceof VaultUnavailable ||
    original instanceof ReadModelBehind ||
    original instanceof Unanswered ||
    cannotWrite(original)
  ) {
    log.warn(
      { code: original instanceof Error ? original.message : 'unknown' },
      'a request met something that is not available',
    );
    return apiError('UNAVAILABLE', 'Not available now; try again.');
  }
  if (original instanceof EventTooLarge) return apiError('BAD_USER_INPUT', TOO_LONG, ['input']);
  if (original instanceof TooContended) return apiError('CONFLICT', 'Others were faster; try again.');
  // With nothing but GraphQLErrors behind it, this is one of ours, or what graphql says of the
  // request: syntax, validation, variables, limits.
  if (error instanceof GraphQLError && original instanceof GraphQLError)
    return inputProblem(error) ?? (isOurs(error) ? error : mistake(error));
  const { name, stack } = original as Error;
  log.error({ code: name, stack }, 'a request failed');
  return apiError('INTERNAL_SERVER_ERROR', 'Something went wrong here.');
};

const rootOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error;

const mistake = (error: GraphQLError): GraphQLError => {
  const { message, nodes, source, positions, path, extensions } = error;
  // A text that stands where none may is somebody's, and is not told again.
  const said = message.replace(/ Did you mean .*$/s, '').replace(/^(Syntax Error: .*?String) ".*$/s, '$1.');
  // Where the client follows GraphQL over HTTP, a request that is not executed gets status 400.
  const { http = { spec: true, status: 400 } } = extensions;
  return new GraphQLError(said, { nodes, source, positions, path, extensions: { code: 'BAD_USER_INPUT', http } });
};

const refused = (status: number, en: string): GraphQLError => {
  const ja = REFUSED[status];
  return apiError('BAD_USER_INPUT', ja === undefined ? en : { en, ja });
};

/** What is told of an error before GraphQL, and with which status. */
export const toldOf = (
  error: unknown,
  language: Language,
  log: Logger,
): { readonly status: number; readonly shown: GraphQLError } => {
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  // fastify's own refusals: a body that is too large, not JSON, or cut short.
  const refusedByFastify =
    !(error instanceof GraphQLError) && statusCode !== undefined && statusCode >= 400 && statusCode < 500;
  const shown = refusedByFastify ? refused(statusCode, String(message)) : masked(error, log);
  const status = refusedByFastify ? statusCode : STATUS[shown.extensions.code as ErrorCode];
  return { status, shown: inLanguage(shown, language) };
};

/** Answers a request that did not reach GraphQL: token, headers, body, rate. */
export const answerError = (error: unknown, reply: FastifyReply, log: Logger): FastifyReply => {
  const { status, shown } = toldOf(error, languageOf(reply.request.headers['accept-language']), log);
  return reply
    .code(status)
    .header('content-type', 'application/graphql-response+json; charset=utf-8')
    .send(JSON.stringify({ errors: [shown] }));
};

/**
 * Masks what the executor did not (errors of reading, parsing and validating a request), and says
 * each error in the language of the request. Beside errors, `extensions.done` where a mutation was
 * done all the same (contract, Payload).
 */
export const maskedResults = (log: Logger): Plugin<object, { readonly context: ApiContext }> => ({
  onResultProcess: ({ request, result, setResult, serverContext }) => {
    const { errors, ...rest } = result as ExecutionResult;
    if (!errors) return;
    const language = languageOf(request.headers.get('accept-language'));
    const { done } = serverContext.context.outcome;
    const told = errors.map((error) => {
      const ours = inputProblem(error) ?? (isOurs(error) ? error : masked(error, log));
      return inLanguage(done ? afterAll(ours) : ours, language);
    });
    setResult({ ...rest, errors: told, ...(done && { extensions: { ...rest.extensions, done } }) });
  },
  // What ends a subscription after it has begun.
  onSubscribe: ({ args: { contextValue } }) => ({
    onSubscribeError: ({ error, setError }) => {
      const { language } = contextValue as unknown as ApiContext;
      setError(inLanguage(masked(error, log), language));
    },
  }),
});
