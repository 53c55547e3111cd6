import { z } from 'zod';

/**
 * A value encrypted with its person's key before it reached the log (rule 41): `sealed:1:<key
 * id>:<base64url>`. The domain never opens one. Every free text is sealed, as are names, addresses
 * and locations.
 */
export const sealedSchema = z.string().regex(/^sealed:1:[a-z-]+\/[0-9a-f-]{36}:[A-Za-z0-9_-]+$/);

/**
 * Whose key seals. The id is the stream id of the owner (for `answer` the invitation's, for the
 * `survey-…` keys the survey's).
 */
export const keyOwners = [
  'client',
  'caregiver',
  'office',
  'member',
  'answer',
  'survey-text',
  'survey-token',
  'study',
] as const;
export type KeyOwner = (typeof keyOwners)[number];
/** `owner/uuid`. */
export type KeyId = `${KeyOwner}/${string}`;
export const keyIdOf = (owner: KeyOwner, id: string): KeyId => `${owner}/${id}`;
/** What `sealedSchema` checks. */
export type Sealed = string;

/** Seals a text for its field path in a stream; null stays null. */
export type Seal = <Text extends string | null>(path: string, text: Text) => Text;

/**
 * A value with its sealed texts sealed for their paths; the rest stays, and what is absent stays
 * absent. `sealed`: names of its fields, or a schema that has them as `sealedSchema`, however deep.
 */
export const sealedAs = <Value extends object>(
  sealed: readonly PropertyKey[] | z.ZodType,
  value: Value,
  seal: Seal,
): Value =>
  (sealed instanceof z.ZodType
    ? walk(sealed, value, seal, '')
    : mapped(value, (name, part) => (sealed.includes(name) ? walk(sealedSchema, part, seal, name) : part))) as Value;

const mapped = (value: object, change: (name: string, part: unknown) => unknown): object =>
  Object.fromEntries(Object.entries(value).map(([name, part]) => [name, change(name, part)]));

const walk = (schema: z.core.$ZodType | undefined, value: unknown, seal: Seal, path: string): unknown => {
  if (value === null || value === undefined) return value;
  if (schema === sealedSchema) return seal(path, String(value));
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return walk(schema.unwrap(), value, seal, path);
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((item, n) => walk(schema.element, item, seal, `${path}.${n}`));
  if (schema instanceof z.ZodObject && typeof value === 'object') {
    const pathOf = (name: string): string => (path === '' ? name : `${path}.${name}`);
    return mapped(value, (name, part) => walk(schema.shape[name], part, seal, pathOf(name)));
  }
  return value;
};
