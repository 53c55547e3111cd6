import pino, { type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config.ts';

/**
 * The fields that a line may hold: identifiers, names of operations, durations, counts, codes.
 * Everything else is left out, so that no personal data and no token reaches a log by oversight. A
 * new field is added here, deliberately.
 */
const LISTED: ReadonlySet<string> = new Set([
  'reqId', // fastify's name for a request's id
  'requestId',
  'operation',
  'milliseconds',
  'code',
  'codes',
  'status',
  'url', // of the server itself, in the ready line
  'signal',
  'process',
  'id',
  'attempts',
  'position',
  'events', // how far a rebuild or another layout has come
  'of',
  'question',
  'office',
  'tasks', // how many a notice tells of, and of how many at once
  'urgent',
  'refused', // how many addresses
  'failures',
  'reason', // of the projector's death, which sees only sealed values; why a question was given up
  'stack', // locations in the program, without the error's message
  'err',
]);

const listedOnly = (line: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(line).filter(([field]) => LISTED.has(field)));

/** Where an error arose: what stands before the first place is its message. */
const placesOf = (stack: unknown): string[] =>
  String(stack)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 5);

/**
 * An error's message may quote what a client sent: only its kind, its code and where it arose are
 * logged.
 */
const errorKind = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = (error as { code?: unknown }).code;
  return { type: error.name, ...(typeof code === 'string' ? { code } : {}), stack: placesOf(error.stack) };
};

/** JSON lines with UTC times. Errors without their messages, only the fields listed above. */
export const createLog = (level: LogLevel, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: errorKind, stack: placesOf },
      formatters: { log: listedOnly },
      hooks: {
        // pino and fastify take an error's message for the line's own.
        logMethod(args, method) {
          const [first] = args as readonly unknown[];
          const error = first instanceof Error ? first : (first as { err?: unknown } | null)?.err;
          if (error instanceof Error) method.call(this, { err: error }, 'an error');
          else method.apply(this, args);
        },
      },
    },
    destination ?? pino.destination({ fd: 1, sync: true }),
  );
