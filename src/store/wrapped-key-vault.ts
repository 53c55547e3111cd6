import { randomBytes } from 'node:crypto';
import type { KeyId } from '../domain/sealed.ts';
import { KeyCache } from './key-cache.ts';
import type { KeyWrapping } from './key-wrapping.ts';
import { KeyDestroyed, OtherKeyKept, type Vault, type VaultCopy, type VaultKey } from './vault.ts';
import { keyOf } from './vault-cipher.ts';

/** One key in the store; null for the tombstone of a destroyed one. */
export interface KeyRow {
  readonly id: KeyId;
  readonly wrapped: Buffer | null;
}

/**
 * Where wrapped keys are kept. Each call is atomic and durable before it answers, may be repeated,
 * and may run on several nodes at once.
 */
export interface KeyRows {
  /** Makes the tables where there are none. */
  prepare(): Promise<void>;
  /** undefined where nothing is kept under this id. */
  find(id: KeyId): Promise<Buffer | null | undefined>;
  /** Adds a row where there is none; returns what is there then. */
  add(id: KeyId, wrapped: Buffer): Promise<Buffer | null>;
  /** Puts one wrapping in the place of another, if that is still there. */
  replace(id: KeyId, from: Buffer, to: Buffer): Promise<void>;
  /** Leaves a tombstone, whatever was there. */
  destroy(id: KeyId): Promise<void>;
  /** The next rows by id, none at the end. */
  page(after: string, limit: number): Promise<readonly KeyRow[]>;
  mark(): Promise<string | null>;
  setMark(mark: string): Promise<void>;
  /** Any key that is not destroyed; null where there is none. */
  any(): Promise<KeyRow | null>;
  close(): Promise<void>;
}

/** What a vault is opened with, wherever its rows are. */
export interface VaultOptions {
  readonly wrapping: KeyWrapping;
  /** Milliseconds that never go back, for the cache of opened keys. */
  readonly now?: () => number;
}

const PAGE_ROWS = 500;

/**
 * A vault over rows of wrapped keys (rule 43); a destroyed key leaves a tombstone, so that it is
 * never made again.
 */
export abstract class WrappedKeyVault implements Vault, VaultCopy {
  readonly #rows: KeyRows;
  readonly #wrapping: KeyWrapping;
  readonly #cache: KeyCache;

  protected constructor(rows: KeyRows, { wrapping, now = () => performance.now() }: VaultOptions) {
    this.#rows = rows;
    this.#wrapping = wrapping;
    this.#cache = new KeyCache(now);
  }

  /**
   * Rejects with `CannotUnwrap` for a wrong master key, under which keys must not be made; closes
   * where it rejects.
   */
  protected async opened(): Promise<this> {
    try {
      await this.#rows.prepare();
      const row = await this.#rows.any();
      if (row?.wrapped) await this.#wrapping.unwrap(row.wrapped, row.id);
      return this;
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async make(id: KeyId): Promise<VaultKey> {
    const kept = this.#cache.reading();
    let wrapped = await this.#rows.find(id);
    if (wrapped === undefined) wrapped = await this.#rows.add(id, await this.#wrapping.wrap(randomBytes(32), id));
    if (wrapped === null) {
      this.forget([id]);
      throw new KeyDestroyed(id);
    }
    return kept(this.#cache.find(id) ?? (await this.#unwrapped(id, wrapped)));
  }

  async open(id: KeyId): Promise<VaultKey | null> {
    const cached = this.#cache.find(id);
    if (cached) return cached;
    const kept = this.#cache.reading();
    const wrapped = await this.#rows.find(id);
    return wrapped ? kept(await this.#unwrapped(id, wrapped)) : null;
  }

  async destroy(id: KeyId): Promise<void> {
    try {
      await this.#rows.destroy(id);
    } finally {
      // Even where no answer came: it may have been done all the same.
      this.forget([id]);
    }
  }

  mark(): Promise<string | null> {
    return this.#rows.mark();
  }

  setMark(mark: string): Promise<void> {
    return this.#rows.setMark(mark);
  }

  forget(ids: readonly KeyId[]): void {
    this.#cache.forget(ids);
  }

  async *entries(): AsyncIterable<{ id: KeyId; secret: Buffer | null }> {
    let after: string | undefined = '';
    while (after !== undefined) {
      const page: readonly KeyRow[] = await this.#rows.page(after, PAGE_ROWS);
      for (const { id, wrapped } of page) yield { id, secret: wrapped && (await this.#wrapping.unwrap(wrapped, id)) };
      after = page.at(-1)?.id;
    }
  }

  async keep(id: KeyId, secret: Buffer | null): Promise<void> {
    if (secret === null) return this.destroy(id);
    const wrapped = await this.#wrapping.wrap(secret, id);
    const stands = await this.#rows.add(id, wrapped);
    if (stands === null || stands.equals(wrapped)) return;
    if (!(await this.#wrapping.unwrap(stands, id)).equals(secret)) throw new OtherKeyKept(id);
    await this.#rows.replace(id, stands, wrapped);
  }

  close(): Promise<void> {
    return this.#rows.close();
  }

  async #unwrapped(id: KeyId, wrapped: Buffer): Promise<VaultKey> {
    return keyOf(id, await this.#wrapping.unwrap(wrapped, id));
  }
}
