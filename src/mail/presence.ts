import type { Uuid } from '../domain/ids.ts';

/** Subscriptions of browsers that lose their connection come back within this. */
const COMES_BACK_MILLISECONDS = 5_000;

/**
 * Of which offices somebody follows what happens, on this node: a coordinator's subscription is
 * open.
 */
export class Presence {
  readonly #open = new Map<Uuid, number>();
  readonly #leftAt = new Map<Uuid, number>();
  readonly #onLeave: ((officeId: Uuid) => void)[] = [];

  /** Somebody is there until the function that it returns is called. */
  enter(officeId: Uuid): () => void {
    this.#open.set(officeId, (this.#open.get(officeId) ?? 0) + 1);
    return () => {
      const left = (this.#open.get(officeId) ?? 1) - 1;
      if (left > 0) {
        this.#open.set(officeId, left);
        return;
      }
      this.#open.delete(officeId);
      this.#leftAt.set(officeId, performance.now());
      for (const listener of this.#onLeave) listener(officeId);
    };
  }

  /** GONE for a moment: somebody may come back. */
  of(officeId: Uuid): 'HERE' | 'GONE_FOR_A_MOMENT' | 'GONE' {
    if (this.#open.has(officeId)) return 'HERE';
    const leftAt = this.#leftAt.get(officeId);
    if (leftAt === undefined) return 'GONE';
    if (performance.now() - leftAt < COMES_BACK_MILLISECONDS) return 'GONE_FOR_A_MOMENT';
    this.#leftAt.delete(officeId);
    return 'GONE';
  }

  /** Calls back when the last one of an office leaves. */
  onLeave(listener: (officeId: Uuid) => void): void {
    this.#onLeave.push(listener);
  }
}
