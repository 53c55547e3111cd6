import { z } from 'zod';
import { Rejected } from '../domain/rejected.ts';
import { type KeyId, sealedSchema } from '../domain/sealed.ts';
import { contentHash } from '../store/handle-command.ts';
import { KeyDestroyed, type Vault, type VaultKey } from '../store/vault.ts';

/**
 * The key that seals a command's texts; made where there is none (rule 43). Throws `Rejected`
 * CLIENT_ERASED once it was destroyed.
 */
const sealingKey = async (vault: Vault, id: KeyId): Promise<VaultKey> => {
  try {
    return await vault.make(id);
  } catch (error) {
    if (error instanceof KeyDestroyed) throw new Rejected('CLIENT_ERASED');
    throw error;
  }
};

/** Seals a text for its field path in the command's stream; null stays null. */
export type Seal = <Text extends string | null>(path: string, text: Text) => Text;

/** What a command seals with. */
export interface Sealing {
  readonly key: VaultKey;
  readonly seal: Seal;
  /** Of the command's whole content: HMAC under the key, so that it confirms no guess (rule 4). */
  readonly digest: string;
}

const sealWith =
  (key: VaultKey, stream: string): Seal =>
  (path, text) =>
    // A sealed text is a text again; null has nothing to seal.
    (text === null ? text : key.seal(text, { stream, path })) as typeof text;

/** Key, seal and digest of one command. Throws `Rejected` CLIENT_ERASED. */
export const sealingFor = async (vault: Vault, keyId: KeyId, stream: string, content: unknown): Promise<Sealing> => {
  const key = await sealingKey(vault, keyId);
  return { key, seal: sealWith(key, stream), digest: contentHash(content, key) };
};

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
