import { z } from 'zod';

/**
 * Shapes of input fields beyond GraphQL's types (domain.md, Limits). Absent and null are told apart
 * only where a mutation says so.
 */
export const commandId = z.uuid().nullish();
export const id = z.uuid('not an id');
export const name = z.string().trim().min(1).max(100);
export const optionalName = name.nullish().transform((value) => value ?? null);
export const freeText = z.string().trim().min(1).max(2000);
export const optionalText = z
  .string()
  .max(2000)
  .nullish()
  .transform((value) => (value?.trim() ? value : null));
/** The token's `sub`: opaque, no e-mail address. */
export const subject = z
  .string()
  .min(1)
  .max(100)
  .refine((value) => !value.includes('@'), 'must be opaque: no e-mail address');
export const day = z.iso.date();
export const latitude = z.number().min(20).max(46);
export const longitude = z.number().min(122).max(154);
/** A text that may be taken away: absent = as before, null = none. */
export const removable = (shape: z.ZodType<string, string>) => shape.nullable().optional();
