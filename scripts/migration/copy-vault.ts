import { createHash } from 'node:crypto';
import type { VaultCopy } from '../../src/store/vault.ts';

/** What a vault holds. */
export interface VaultDigest {
  readonly keys: number;
  readonly destroyed: number;
  /** SHA-256 over ids and digests of the secrets, in the order of the ids. */
  readonly sha256: string;
}

/**
 * Gives `to` every key of `from`, including which were destroyed. Safe to repeat. Rejects with
 * `OtherKeyKept` where two vaults have different keys under one id.
 */
export const copyVault = async (from: VaultCopy, to: VaultCopy): Promise<void> => {
  for await (const { id, secret } of from.entries()) await to.keep(id, secret);
};

export const digestOfVault = async (vault: VaultCopy): Promise<VaultDigest> => {
  const hash = createHash('sha256');
  const lines: string[] = [];
  let destroyed = 0;
  for await (const { id, secret } of vault.entries()) {
    if (secret === null) destroyed += 1;
    lines.push(`${id} ${secret === null ? 'destroyed' : createHash('sha256').update(secret).digest('hex')}\n`);
  }
  // Each store of keys sorts in its own way.
  for (const line of lines.sort()) hash.update(line);
  return { keys: lines.length - destroyed, destroyed, sha256: hash.digest('hex') };
};
