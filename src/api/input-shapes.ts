import { z } from 'zod';
import { daySchema, instantSchema } from '../domain/calendar.ts';
import {
  LATITUDES,
  LONGITUDES,
  MOST_ADDRESS_CHARACTERS,
  MOST_MAIL_ADDRESS_CHARACTERS,
  MOST_NAME_CHARACTERS,
  MOST_PHONE_CHARACTERS,
  MOST_TEXT_CHARACTERS,
  MOST_VISIT_MINUTES,
} from '../domain/limits.ts';
import { lineSchema } from '../domain/text.ts';

/**
 * Shapes of input fields beyond GraphQL's types (domain/limits.ts). Absent and null are told apart
 * only where a mutation says so.
 */
export const commandId = z
  .uuid()
  .nullish()
  .transform((value) => value ?? null);
export const id = z.uuid('not an id');
export const name = lineSchema.trim().min(1).max(MOST_NAME_CHARACTERS);
export const freeText = z.string().trim().min(1).max(MOST_TEXT_CHARACTERS);
export const optionalText = z
  .string()
  .max(MOST_TEXT_CHARACTERS)
  .nullish()
  .transform((value) => (value?.trim() ? value : null));
export const address = z.string().trim().min(1).max(MOST_ADDRESS_CHARACTERS);
export const phone = lineSchema.trim().min(1).max(MOST_PHONE_CHARACTERS);
/** An address for mail; full width is made half. */
export const mailAddress = z
  .string()
  .normalize('NFKC')
  .trim()
  .pipe(z.email('an e-mail address').max(MOST_MAIL_ADDRESS_CHARACTERS));
/** What tells things apart is kept in half width, in whatever width it was typed (rule 46). */
export const halfWidth = lineSchema.normalize('NFKC').trim();
export const code = halfWidth.min(1).max(MOST_NAME_CHARACTERS);
/** 口座番号: up to seven digits, filled up with zeros. */
export const accountNumber = halfWidth
  .regex(/^\d{1,7}$/, 'up to 7 digits')
  .transform((number) => number.padStart(7, '0'));
export const digits = (count: number) => halfWidth.regex(new RegExp(`^\\d{${count}}$`), `${count} digits`);
/** The token's `sub`: opaque, no e-mail address. */
export const subject = lineSchema
  .min(1)
  .max(MOST_NAME_CHARACTERS)
  .refine((value) => !value.includes('@'), 'must be opaque: no e-mail address');
export const day = daySchema;
/** As the scalar has made it. */
export const instant = instantSchema;
export const latitude = z.number().min(LATITUDES.from).max(LATITUDES.to);
export const longitude = z.number().min(LONGITUDES.from).max(LONGITUDES.to);
/** A whole number within bounds. */
export const within = ({ from, to }: { readonly from: number; readonly to: number }) => z.int().min(from).max(to);

/** Absent or null: none. */
export const orNull = <Value>(shape: z.ZodType<Value>) => shape.nullish().transform((value) => value ?? null);
/** Absent or null: the default given. */
export const orElse = <Value>(shape: z.ZodType<Value>, otherwise: Value) =>
  shape.nullish().transform((value) => value ?? otherwise);
/** A text that may be removed: absent = as before, null = none. */
export const removable = <Value>(shape: z.ZodType<Value>) => shape.nullable().optional();
/** Absent or null: as before. */
export const asBefore = <Value>(shape: z.ZodType<Value>) => shape.nullish().transform((value) => value ?? undefined);
export const visitMinutes = within({ from: 1, to: MOST_VISIT_MINUTES });
/** Each value once. */
export const unique = <Value>(shape: z.ZodType<Value>) => z.array(shape).transform((values) => [...new Set(values)]);
/** Each value once, at least one. */
export const oneOrMore = <Value>(shape: z.ZodType<Value>) =>
  unique(shape).refine((values) => values.length > 0, 'one at least');
/** Ids named in one list, each once; one at least. */
export const ids = (most: number) => oneOrMore(id).refine((values) => values.length <= most, `more than ${most}`);
