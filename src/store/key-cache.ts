import type { KeyId } from '../domain/sealed.ts';
import type { VaultKey } from './vault.ts';

const CACHE_MILLISECONDS = 60_000;

/**
 * Opened keys of one node, each for 60 s from when its reading began (rule 43). `now`: milliseconds
 * that never go back.
 */
export class KeyCache {
  readonly #now: () => number;
  readonly #kept = new Map<KeyId, { readonly key: VaultKey; readonly until: number }>();
  #forgotten = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  find(id: KeyId): VaultKey | null {
    const kept = this.#kept.get(id);
    return kept && this.#now() < kept.until ? kept.key : null;
  }

  /**
   * To be called before a key is read from the store; what it answers keeps the key read, unless
   * keys were forgotten meanwhile: it may have been one of them.
   */
  reading(): (key: VaultKey) => VaultKey {
    const until = this.#now() + CACHE_MILLISECONDS;
    const forgotten = this.#forgotten;
    return (key) => {
      if (forgotten !== this.#forgotten) return key;
      this.#dropOld();
      this.#kept.delete(key.id);
      this.#kept.set(key.id, { key, until });
      return key;
    };
  }

  forget(ids: readonly KeyId[]): void {
    this.#forgotten += 1;
    for (const id of ids) this.#kept.delete(id);
  }

  /** The oldest come first. */
  #dropOld(): void {
    const now = this.#now();
    for (const [id, { until }] of this.#kept) {
      if (now < until) return;
      this.#kept.delete(id);
    }
  }
}
