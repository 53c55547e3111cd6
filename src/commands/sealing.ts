import type { KeyId, Seal } from '../domain/sealed.ts';
import { contentHash } from '../store/handle-command.ts';
import { KeyDestroyed, type Vault, type VaultKey } from '../store/vault.ts';

/**
 * The key under which a command seals; made where there is none (rule 43). Null once it has been
 * destroyed.
 */
export const sealingKey = async (vault: Vault, id: KeyId): Promise<VaultKey | null> => {
  try {
    return await vault.make(id);
  } catch (error) {
    if (error instanceof KeyDestroyed) return null;
    throw error;
  }
};

/** What a command seals with. */
export interface Sealing {
  readonly key: VaultKey;
  readonly seal: Seal;
  /** Of the command's input, whole: HMAC under the key, so that it confirms no guess (rule 4). */
  readonly digest: string;
}

const sealWith =
  (key: VaultKey, stream: string): Seal =>
  (path, text) =>
    // A sealed text is a text again; null has nothing to seal.
    (text === null ? text : key.seal(text, { stream, path })) as typeof text;

/**
 * Key, seal and digest of one command; null once the key has been destroyed: then a repeat is still
 * answered, and nothing else is decided (rules 4, 43).
 */
export const sealingFor = async (
  vault: Vault,
  keyId: KeyId,
  stream: string,
  input: unknown,
): Promise<Sealing | null> => {
  const key = await sealingKey(vault, keyId);
  return key && { key, seal: sealWith(key, stream), digest: contentHash(input, key) };
};
