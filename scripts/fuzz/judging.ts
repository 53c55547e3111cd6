import { isErrorCode } from '../../src/api/errors.ts';
import { userErrors } from '../../src/api/user-errors.ts';
import type { Request } from './requests.ts';
import type { Reply } from './sending.ts';

/** What nobody is told: where in a program or on a disk something is, or what a library says. */
const INSIDE = /\\n\s+at |node_modules|\.ts:\d|\.js:\d|file:\/\/|SQLITE|ERR_[A-Z]+_|TypeError|RangeError/;
/** What a request that never reaches GraphQL may be answered with: Node's own, and fastify's. */
const OF_BYTES = [200, 400, 404, 405, 408, 411, 413, 415, 417, 431];

/** Names that few may see, and who they are. */
export interface Planted {
  readonly texts: readonly string[];
  readonly seenBy: readonly string[];
}

/** What is wrong with an answer; nothing where all is well. */
export const faultsOf = (sent: Request, reply: Reply | null, planted: readonly Planted[], folder: string): string[] => {
  if (reply === null) return sent.kind === 'bytes' ? [] : ['no answer'];
  const { status, text } = reply;
  const faults: string[] = [];
  if (status >= 500 && !isBehind(sent, reply)) faults.push(`status ${status}`);
  if (sent.kind === 'bytes' && !OF_BYTES.includes(status)) faults.push(`status ${status} to what is not HTTP`);
  const echoed = sent.body + sent.path;
  const inside = INSIDE.exec(text)?.[0] ?? (text.includes(folder) ? folder : undefined);
  if (inside !== undefined && !echoed.includes(inside)) faults.push(`tells of the inside: ${inside}`);
  for (const { texts, seenBy } of planted)
    if (!seenBy.includes(sent.as ?? ''))
      faults.push(...texts.filter((name) => text.includes(name)).map((name) => `${name} is seen by ${sent.as}`));
  return [...faults, ...(sent.kind === 'bytes' ? [] : faultsOfErrors(sent, reply))];
};

/**
 * A position that the log has not reached is waited for, then UNAVAILABLE: that and nothing else.
 */
const isBehind = ({ method, headers }: Request, { status, text }: Reply): boolean =>
  status === 503 && 'x-min-position' in headers && (method === 'HEAD' || /"code":"UNAVAILABLE"/.test(text));

/** Node reads so much of a head, 16 KiB, and refuses more by itself, without a word. */
const SHORT_HEAD = 8_192;
const isTooLong = ({ path, headers }: Request, { status }: Reply): boolean =>
  status === 431 && path.length + JSON.stringify(headers).length > SHORT_HEAD;

interface Told {
  readonly message?: unknown;
  readonly extensions?: { readonly code?: unknown };
}

const faultsOfErrors = (sent: Request, reply: Reply): string[] => {
  const { status, text } = reply;
  if (sent.method === 'HEAD' || isTooLong(sent, reply)) return [];
  if (text === '') return status < 300 ? [] : [`${status} alone`];
  const answers = answersIn(text);
  if (answers === null) return sent.path.startsWith('/graphql') && sent.method === 'POST' ? ['is no JSON'] : [];
  const errors = answers.flatMap((answer) => (answer.errors ?? []) as readonly Told[]);
  const faultsFound = errors.map(faultOfError).filter((fault) => fault !== null);
  const refusals = [...text.matchAll(/"userErrors":\[\{"code":"(\w+)"/g)].map(([, code]) => code ?? '');
  return [
    ...faultsFound.filter((fault) => fault !== 'UNAVAILABLE' || !isBehind(sent, reply)),
    ...refusals.filter((code) => !(code in userErrors)).map((code) => `the unknown code ${code}`),
    ...(status >= 400 && errors.length === 0 ? [`status ${status} without an error`] : []),
  ];
};

const faultOfError = ({ message, extensions }: Told): string | null => {
  const code = String(extensions?.code);
  if (!isErrorCode(code)) return `an error with the code ${code}: ${message}`;
  if (code === 'INTERNAL_SERVER_ERROR' || code === 'UNAVAILABLE') return code;
  return typeof message === 'string' && message !== '' ? null : `an error without a message: ${code}`;
};

/** The answers of a text in JSON, or of a stream of events; null where it is neither. */
const answersIn = (text: string): Record<string, unknown>[] | null => {
  const lines = /^(event|:|data)/.test(text)
    ? [...text.matchAll(/^data: (\{.*\})$/gm)].map(([, line]) => line)
    : [text];
  try {
    return lines.map((line) => JSON.parse(line ?? '') as Record<string, unknown>);
  } catch {
    return null;
  }
};
