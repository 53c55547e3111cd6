import { Rejected } from '../domain/rejected.ts';
import type { KeyId } from '../domain/sealed.ts';
import { KeyDestroyed, type Vault, type VaultKey } from '../store/vault.ts';

/**
 * The key that seals a command's texts; made where there is none (rule 43). Throws `Rejected`
 * CLIENT_ERASED once it was destroyed.
 */
export const sealingKey = async (vault: Vault, id: KeyId): Promise<VaultKey> => {
  try {
    return await vault.make(id);
  } catch (error) {
    if (error instanceof KeyDestroyed) throw new Rejected('CLIENT_ERASED');
    throw error;
  }
};

/** Seals a text for its place; what is absent stays absent. */
export function sealText(key: VaultKey, stream: string, path: string, text: string): string;
export function sealText(key: VaultKey, stream: string, path: string, text: string | null): string | null;
export function sealText(key: VaultKey, stream: string, path: string, text: string | undefined): string | undefined;
export function sealText(
  key: VaultKey,
  stream: string,
  path: string,
  text: string | null | undefined,
): string | null | undefined;
export function sealText(
  key: VaultKey,
  stream: string,
  path: string,
  text: string | null | undefined,
): string | null | undefined {
  return text === null || text === undefined ? text : key.seal(text, { stream, path });
}
