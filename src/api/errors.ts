import { GraphQLError } from 'graphql';
import { placeName } from './field-names.ts';

/** Codes of GraphQL errors (contract, Errors). */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  /** Rule 49: what is asked for costs too much, at once or within the minute. */
  | 'TOO_EXPENSIVE'
  /** A subscription was read too slowly: come back with the last cursor. */
  | 'RESYNC'
  /** Part 3, Survey.results. */
  | 'SURVEY_NOT_CLOSED'
  | 'INTERNAL_SERVER_ERROR';
export type Language = 'ja' | 'en';

/** What each says to people: what it is, and what to do next. */
const JAPANESE: Readonly<Record<ErrorCode, string>> = {
  BAD_USER_INPUT: '入力内容に誤りがあります。入力を確かめて、もう一度送信してください。',
  UNAUTHENTICATED: 'ログインしていないか、ログインの有効期限が切れています。ログインし直してください。',
  FORBIDDEN: '今の役割ではこの操作や表示ができません。必要なときは、事業所の管理者か事務局に確かめてください。',
  NOT_FOUND: '指定されたものが見つからないか、表示できません。一覧から選び直してください。',
  CONFLICT: 'ほかの人の操作と重なったため、何も保存されていません。もう一度行ってください。',
  RATE_LIMITED: '短い間に操作が集中しています。少し待ってから、もう一度行ってください。',
  UNAVAILABLE: '今は処理できません。少し待ってから、もう一度行ってください。',
  TOO_EXPENSIVE: '一度に求められた情報の量が多すぎます。期間や件数、項目を減らして、もう一度行ってください。',
  RESYNC: '通信が遅いため、更新の通知を止めました。画面を開き直して、続きを表示してください。',
  SURVEY_NOT_CLOSED: '調査の結果は締切の後に表示されます。締切をお待ちください。',
  INTERNAL_SERVER_ERROR: 'システムの不具合で処理できませんでした。もう一度行い、続くときは事務局に連絡してください。',
};

/** Japanese unless the request asks for English (contract, Errors). */
export const languageOf = (acceptLanguage: string | null | undefined): Language =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'ja';

/**
 * An error as a client is told it, in its language; in Japanese with the field's name before it.
 * What is wrong with the shape of a request stays, in English, as `extensions.detail`: it is for
 * who writes the client.
 */
export const inLanguage = (error: GraphQLError, language: Language): GraphQLError => {
  const { message, nodes, source, positions, path } = error;
  const { ja, ...extensions } = error.extensions;
  const code = String(extensions.code);
  if (!isErrorCode(code) || alreadyTold.has(error)) return error;
  const place = language === 'ja' && Array.isArray(extensions.path) ? placeName(extensions.path) : null;
  const said = language === 'en' ? message : `${place === null ? '' : `${place}：`}${ja ?? JAPANESE[code]}`;
  const detail = language === 'ja' && code === 'BAD_USER_INPUT' ? { detail: message } : {};
  const told = new GraphQLError(said, { nodes, source, positions, path, extensions: { ...extensions, ...detail } });
  alreadyTold.add(told);
  return told;
};
/** Errors in the language of their request: some ways out pass here twice. */
const alreadyTold = new WeakSet<GraphQLError>();
/** Whether a code is one of the contract's. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(JAPANESE, code);

const DONE: Said = {
  en: 'The mutation has been done, wholly or in part: look before you send it again.',
  ja: 'この操作は、全部または一部がすでに行われています。もう一度行う前に、画面を開き直して結果を確かめてください。',
};

/** An error of an answer to what has been done: no code says so. */
export const afterAll = (error: GraphQLError): GraphQLError => {
  const { message, nodes, source, positions, path, extensions } = error;
  const ja = `${extensions.ja ?? ''}${DONE.ja}`;
  return new GraphQLError(`${message} ${DONE.en}`, {
    nodes,
    source,
    positions,
    path,
    extensions: { ...extensions, ja },
  });
};

/** What an error says where its code does not say enough. */
export interface Said {
  readonly en: string;
  /** A sentence that says what to do next. */
  readonly ja: string;
}

/**
 * A GraphQL error with its code; `path` names the input field at fault. In Japanese it says what
 * its code says, unless `said` has a sentence of its own.
 */
export const apiError = (code: ErrorCode, said: string | Said, path?: readonly (string | number)[]): GraphQLError => {
  const { en, ja } = typeof said === 'string' ? { en: said, ja: undefined } : said;
  return new GraphQLError(en, {
    extensions: { code, ...(ja ? { ja } : {}), ...(path ? { path: path.map(String) } : {}) },
  });
};
