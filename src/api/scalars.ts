import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import type { z } from 'zod';
import { daySchema, inTokyo, monthSchema, rfc3339Schema } from '../domain/calendar.ts';
import { apiError } from './errors.ts';

/** An error that is thrown of a value in a request's text knows the value, and so its field. */
const at = <Value>(node: ValueNode, parse: () => Value): Value => {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { nodes: node, originalError: error, extensions: error.extensions });
  }
};

/** A scalar whose values are texts; `parse` throws or returns what the domain uses. */
const textScalar = (
  name: string,
  parse: (text: string) => unknown,
  serialize: (value: unknown) => unknown,
): GraphQLScalarType => {
  const parseText = (value: unknown): unknown => {
    if (typeof value !== 'string') throw notA(name);
    return parse(value);
  };
  return new GraphQLScalarType({
    name,
    serialize,
    parseValue: parseText,
    parseLiteral: (node: ValueNode) => at(node, () => parseText(node.kind === Kind.STRING ? node.value : undefined)),
  });
};

const SCALAR_PROBLEMS: Readonly<Record<string, string>> = {
  DateTime: '日時の書き方に誤りがあります。日付と時刻を入力し直してください。',
  Date: '日付の書き方に誤りがあります。年月日を入力し直してください。',
  Month: '年月の書き方に誤りがあります。年と月を入力し直してください。',
};
const notA = (name: string): GraphQLError => {
  const [en, ja] = [`must be a ${name}.`, SCALAR_PROBLEMS[name]];
  return apiError('BAD_USER_INPUT', ja === undefined ? en : { en, ja });
};
const checkedBy = (name: string, schema: z.ZodType<string>) => (text: string) => {
  const checked = schema.safeParse(text);
  if (!checked.success) throw notA(name);
  return checked.data;
};
const same = (value: unknown): unknown => value;

const parseYen = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    throw apiError('BAD_USER_INPUT', {
      en: 'must be a whole number of yen.',
      ja: '金額を円単位の整数で入力してください。',
    });
  return value;
};

/**
 * The contract's scalars. In our code instants are UTC texts with milliseconds, positions numbers.
 */
export const scalars = {
  DateTime: textScalar('DateTime', checkedBy('DateTime', rfc3339Schema), (value) => inTokyo(value as string)),
  Date: textScalar('Date', checkedBy('Date', daySchema), same),
  Month: textScalar('Month', checkedBy('Month', monthSchema), same),
  Yen: new GraphQLScalarType({
    name: 'Yen',
    serialize: parseYen,
    parseValue: parseYen,
    parseLiteral: (node) => at(node, () => parseYen(node.kind === Kind.INT ? Number(node.value) : undefined)),
  }),
  Cursor: textScalar('Cursor', same as (text: string) => unknown, same),
  LogPosition: textScalar(
    'LogPosition',
    (text) => positionFrom(text),
    (value) => String(value),
  ),
};

/** A LogPosition as clients send it back. Throws BAD_USER_INPUT. */
export const positionFrom = (text: string): number => {
  const position = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(position)) throw notA('LogPosition');
  return position;
};
