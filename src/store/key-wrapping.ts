import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KeyId } from '../domain/sealed.ts';
import { decrypt, encrypt } from './vault-cipher.ts';

/**
 * Encrypts the vault's keys for its store (rule 43): under master keys in memory, or by a key
 * management service. One that cannot be reached rejects with `VaultUnavailable`.
 */
export interface KeyWrapping {
  wrap(secret: Buffer, keyId: KeyId): Promise<Buffer>;
  /** Rejects with `CannotUnwrap` what was not wrapped here for this id. */
  unwrap(wrapped: Buffer, keyId: KeyId): Promise<Buffer>;
}

/** What the store has under this id was wrapped by another master key, or was changed. */
export class CannotUnwrap extends Error {
  constructor(keyId: KeyId) {
    super(`The key ${keyId} was wrapped by another master key, or was changed in the store of keys.`);
    this.name = 'CannotUnwrap';
  }
}

/**
 * Wrapping under master keys of 32 bytes, with the key id as additional data. The first wraps, all
 * unwrap: to change the master key, every node is first given the new one after the old one, then
 * before it. Throws a `TypeError` for keys of another length.
 */
export const masterKeyWrapping = (masterKeys: readonly Buffer[]): KeyWrapping => {
  const [first] = masterKeys;
  if (first === undefined || masterKeys.some(({ length }) => length !== 32))
    throw new TypeError('a master key has 32 bytes');
  return {
    wrap: async (secret, keyId) => encrypt(first, secret, keyId),
    unwrap: async (wrapped, keyId) => {
      for (const masterKey of masterKeys) {
        try {
          return decrypt(masterKey, wrapped, keyId);
        } catch {
          // Of another master key, perhaps the next.
        }
      }
      throw new CannotUnwrap(keyId);
    },
  };
};

/** The master key of a vault that is there is not: another one would open none of its keys. */
export class MasterKeyMissing extends Error {
  constructor(file: string) {
    super(`There is no master key ${file} for the vault beside it; restore it. マスターキーがありません。`);
    this.name = 'MasterKeyMissing';
  }
}

/**
 * The master key in a file; made where there is neither one nor a vault, and durable before it is
 * answered, as all keys are lost with it. Throws `MasterKeyMissing`.
 */
export const masterKeyIn = (file: string, vaultFile: string): Buffer => {
  if (!existsSync(file)) {
    if (existsSync(vaultFile)) throw new MasterKeyMissing(file);
    writeFileSync(`${file}.new`, randomBytes(32), { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
    const folder = openSync(dirname(file), 'r');
    fsyncSync(folder);
    closeSync(folder);
  }
  return readFileSync(file);
};
