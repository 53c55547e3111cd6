import { GraphQLError } from 'graphql';

/** Codes of GraphQL errors (contract, Errors). */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  /** Part 3, Survey.results. */
  | 'SURVEY_NOT_CLOSED'
  | 'INTERNAL_SERVER_ERROR';

/** A GraphQL error with its code; `path` names the input field at fault. */
export const apiError = (code: ErrorCode, message: string, path?: readonly (string | number)[]): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...(path ? { path: path.map(String) } : {}) } });
