import { LRUCache } from 'lru-cache';
import type { KeyId } from '../domain/sealed.ts';
import type { VaultKey } from './vault.ts';

const CACHE_MILLISECONDS = 60_000;
const MOST_KEYS = 10_000;

/**
 * Opened keys of one node, each for less than 60 s from when its reading began (rule 43), the last
 * used 10,000 at most. `now`: milliseconds that never go back, more than zero.
 */
export class KeyCache {
  readonly #now: () => number;
  readonly #kept: LRUCache<KeyId, VaultKey>;
  #forgotten = 0;

  constructor(now: () => number) {
    this.#now = now;
    this.#kept = new LRUCache({
      max: MOST_KEYS,
      // A key may be as old as `ttl`; asked of the clock each time, which it would keep for 1 ms.
      ttl: CACHE_MILLISECONDS - 1,
      ttlResolution: 0,
      // Old keys leave the memory although nobody asks for them.
      ttlAutopurge: true,
      perf: { now },
    });
  }

  find(id: KeyId): VaultKey | null {
    return this.#kept.get(id) ?? null;
  }

  /**
   * To be called before a key is read from the store; what it answers keeps the key read, unless
   * keys were forgotten meanwhile: it may have been one of them.
   */
  reading(): (key: VaultKey) => VaultKey {
    const start = this.#now();
    const forgotten = this.#forgotten;
    return (key) => {
      if (forgotten === this.#forgotten) this.#kept.set(key.id, key, { start });
      return key;
    };
  }

  forget(ids: readonly KeyId[]): void {
    this.#forgotten += 1;
    for (const id of ids) this.#kept.delete(id);
  }
}
