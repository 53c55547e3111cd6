import { z } from 'zod';
import { addMonths, type Month, monthSchema } from '../../domain/calendar.ts';
import { MOST_FILTER_CHARACTERS, MOST_MONTHS_AT_ONCE } from '../../domain/limits.ts';
import type { TextEncoding } from '../../exchange/csv-file.ts';
import { apiError } from '../errors.ts';
import type { ExportKind } from '../schema/types.gen.ts';
import { shapeError } from '../shape-problems.ts';

/** What an export is asked for with, as its address says it; GraphQL checks the filter's fields. */
export interface ExportAsked {
  readonly from: Month;
  readonly to: Month;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly knownAt: string | null;
  readonly encoding: TextEncoding;
}

/** Which fields of the filter a kind of file knows; LEDGER knows all. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  DELEGATIONS: ['number', 'clientId', 'partnerOfficeId', 'assistOfficeId'],
  STATEMENTS: ['number', 'partnerOfficeId', 'assistOfficeId'],
  // What is hidden depends on all visits of a month: two filters could be subtracted.
  VISITS_PSEUDONYMOUS: [],
};

const json = z
  .string()
  .max(MOST_FILTER_CHARACTERS)
  .transform((text, context) => {
    try {
      return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
    } catch {
      context.addIssue('an object in JSON');
      return z.NEVER;
    }
  });

/** What the query string of an export's address asks. Throws BAD_USER_INPUT. */
export const exportAsked = (kind: ExportKind, query: Readonly<Record<string, unknown>>): ExportAsked => {
  const asked = shape.safeParse(query);
  if (!asked.success) throw shapeError(asked.error, []);
  checkExport(kind, asked.data);
  return asked.data;
};

const shape: z.ZodType<ExportAsked> = z.strictObject({
  from: monthSchema,
  to: monthSchema,
  filter: json.optional().transform((filter) => filter ?? {}),
  knownAt: z
    .string()
    .optional()
    .transform((knownAt) => knownAt ?? null),
  encoding: z.enum(['UTF8_BOM', 'MS932']).default('UTF8_BOM'),
});

/**
 * Throws BAD_USER_INPUT for months out of order or too many, for a filter that no address holds,
 * and for what a kind of file does not know: nothing that was asked for is passed over.
 */
export const checkExport = (kind: ExportKind, { from, to, filter, knownAt }: ExportAsked): void => {
  checkMonths({ from, to });
  const known = KNOWN[kind];
  const unknown = known && Object.keys(filter).find((field) => !known.includes(field));
  if (unknown) {
    const ja = 'この種類のファイルでは使えない条件です。外して、もう一度行ってください。';
    throw apiError('BAD_USER_INPUT', { en: `${kind} cannot be filtered by ${unknown}.`, ja }, ['filter', unknown]);
  }
  if (JSON.stringify(filter).length > MOST_FILTER_CHARACTERS) {
    const ja = '条件が長すぎます。短くして、もう一度行ってください。';
    throw apiError('BAD_USER_INPUT', { en: `filter: at most ${MOST_FILTER_CHARACTERS} characters in JSON`, ja }, [
      'filter',
    ]);
  }
  if (knownAt !== null && kind !== 'LEDGER') {
    const ja = '過去の時点の内容は、訪問台帳だけで指定できます。外して、もう一度行ってください。';
    throw apiError('BAD_USER_INPUT', { en: 'knownAt goes with LEDGER alone.', ja }, ['knownAt']);
  }
};

/** Throws BAD_USER_INPUT for months out of order or too many. */
export const checkMonths = ({ from, to }: Pick<ExportAsked, 'from' | 'to'>): void => {
  if (to >= from && to < addMonths(from, MOST_MONTHS_AT_ONCE)) return;
  const ja = `開始の月から${MOST_MONTHS_AT_ONCE}か月以内の終了の月を指定してください。`;
  throw apiError('BAD_USER_INPUT', { en: `Ask for 1 to ${MOST_MONTHS_AT_ONCE} months.`, ja }, ['to']);
};

/** The months asked for, the first first. */
export const monthsOf = ({ from, to }: ExportAsked): Month[] => {
  const months: Month[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
};
