import { Rejected } from '../domain/rejected.ts';
import type { KeyId, Seal } from '../domain/sealed.ts';
import { contentHash } from '../store/handle-command.ts';
import { KeyDestroyed, type Vault, type VaultKey } from '../store/vault.ts';

/**
 * The key that seals a command's texts; made where there is none (rule 43). Throws `Rejected`
 * CLIENT_ERASED once it has been destroyed.
 */
const sealingKey = async (vault: Vault, id: KeyId): Promise<VaultKey> => {
  try {
    return await vault.make(id);
  } catch (error) {
    if (error instanceof KeyDestroyed) throw new Rejected('CLIENT_ERASED');
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

/** Key, seal and digest of one command. Throws `Rejected` CLIENT_ERASED. */
export const sealingFor = async (vault: Vault, keyId: KeyId, stream: string, input: unknown): Promise<Sealing> => {
  const key = await sealingKey(vault, keyId);
  return { key, seal: sealWith(key, stream), digest: contentHash(input, key) };
};
