import type { KeyId } from '../domain/sealed.ts';

/**
 * The field that a sealed value belongs to: bound into it as additional data, so that it opens
 * nowhere else (rule 41).
 */
export interface SealedField {
  readonly stream: string;
  /** Field path as the event schema's comment names it, e.g. `personal.name`. */
  readonly path: string;
}

/** One person's key, unwrapped. Never leaves the process, never logged. */
export interface VaultKey {
  readonly id: KeyId;
  /** AES-256-GCM over UTF-8 text, random nonce: `sealed:1:<key id>:<base64url>`. */
  seal(plain: string, field: SealedField): string;
  /**
   * Throws `CannotOpen` where the value was not sealed by this key for this field, or was changed.
   */
  open(sealed: string, field: SealedField): string;
  /**
   * HMAC-SHA-256, hex, under a subkey of its own: digests that confirm no guess (rules 4, 23, 38).
   */
  hmac(text: string): string;
}

/**
 * Keeps keys apart from the log (rule 43). A key is durable before `make` answers. Destroying is
 * for ever. Several nodes may share one store of keys. Every call may reject with
 * `VaultUnavailable`, within a time that the vault sets.
 */
export interface Vault {
  /**
   * The key that is there, or a new one, whichever node made it. Asks the store each time. Rejects
   * with `KeyDestroyed` once it was destroyed.
   */
  make(id: KeyId): Promise<VaultKey>;
  /**
   * null where there is none or it was destroyed. A key that another node destroys opens for 60 s
   * more at the longest, unless it is forgotten before.
   */
  open(id: KeyId): Promise<VaultKey | null>;
  /** Idempotent; even for a key that never existed, which can then never be made. */
  destroy(id: KeyId): Promise<void>;
  /**
   * What was marked last; null where nothing was. Is kept with the keys, and restored with them.
   */
  mark(): Promise<string | null>;
  /** Marks how far the log has been read for keys that end; a later mark replaces it. */
  setMark(mark: string): Promise<void>;
  /** Drops opened keys from this node's memory: the next `open` asks the store. */
  forget(ids: readonly KeyId[]): void;
  /** Idempotent, and over within seconds whatever the store does. */
  close(): Promise<void>;
}

/**
 * What `npm run migrate` needs of a vault: its keys in clear, from one store of keys into another.
 */
export interface VaultCopy {
  /** Every key, `secret` null where it was destroyed. Keys made meanwhile may be left out. */
  entries(): AsyncIterable<{ readonly id: KeyId; readonly secret: Buffer | null }>;
  /**
   * Takes over a key, or with null its end; idempotent. A key that was destroyed here stays so. A
   * key that is here is wrapped anew, so that a vault's own entries given back to it are all under
   * the first master key. Rejects with `OtherKeyKept` where there is another secret under this id.
   */
  keep(id: KeyId, secret: Buffer | null): Promise<void>;
}

export class KeyDestroyed extends Error {
  readonly keyId: KeyId;
  constructor(keyId: KeyId) {
    super('The key was destroyed.');
    this.name = 'KeyDestroyed';
    this.keyId = keyId;
  }
}

/**
 * The store of keys cannot be reached, or gives no answer in time. The message says why in a word,
 * without an address, a user or a key.
 */
export class VaultUnavailable extends Error {
  constructor(reason: string) {
    super(`The vault cannot be reached: ${reason}.`);
    this.name = 'VaultUnavailable';
  }
}

/** Two stores of keys have different secrets under one id. */
export class OtherKeyKept extends Error {
  constructor(keyId: KeyId) {
    super(`There is another secret under ${keyId}.`);
    this.name = 'OtherKeyKept';
  }
}

export class CannotOpen extends Error {
  constructor() {
    super('The sealed value cannot be opened here.');
    this.name = 'CannotOpen';
  }
}

/** Key id inside a sealed value. */
export const keyIdOfSealed = (sealed: string): KeyId => sealed.split(':')[2] as KeyId;
