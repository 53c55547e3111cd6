import type { KeyId } from '../domain/sealed.ts';

/** Where a sealed value stands: bound into it as additional data, so that it opens nowhere else (rule 41). */
export interface SealedPlace {
  readonly stream: string;
  /** Field path as the event schema's comment names it, e.g. `personal.name`. */
  readonly path: string;
}

/** One person's key, unwrapped. Never leaves the process, never logged. */
export interface VaultKey {
  readonly id: KeyId;
  /** AES-256-GCM over UTF-8 text, random nonce: `sealed:1:<key id>:<base64url>`. */
  seal(plain: string, place: SealedPlace): string;
  /** Throws `CannotOpen` where the value was not sealed by this key for this place, or was changed. */
  open(sealed: string, place: SealedPlace): string;
  /** HMAC-SHA-256, hex, under a subkey of its own: digests that confirm no guess (rules 4, 23, 38). */
  hmac(text: string): string;
}

/**
 * Keeps keys apart from the log (rule 43). A key is durable before `make` answers. Destroying is for ever.
 */
export interface Vault {
  /** The key that is there, or a new one. Rejects with `KeyDestroyed` once it was destroyed. */
  make(id: KeyId): Promise<VaultKey>;
  /** null where there is none or it was destroyed. */
  open(id: KeyId): Promise<VaultKey | null>;
  /** Idempotent; also for a key that never was, which can then never be made. */
  destroy(id: KeyId): Promise<void>;
  close(): Promise<void>;
}

export class KeyDestroyed extends Error {
  readonly keyId: KeyId;
  constructor(keyId: KeyId) {
    super('The key was destroyed.');
    this.name = 'KeyDestroyed';
    this.keyId = keyId;
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
