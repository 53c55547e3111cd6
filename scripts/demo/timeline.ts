import { inParallel } from '../api-client.ts';

type Step = { readonly at: string; readonly run: (at: string) => Promise<unknown> };

/**
 * Steps in the order of their time; what falls on the same instant runs side by side. A step may
 * add later ones.
 */
export class Timeline {
  #steps: Step[] = [];

  /** `at`: an instant in UTC. */
  add(at: string, run: Step['run']): void {
    this.#steps.push({ at, run });
  }

  /** Runs everything up to `end`, inclusive; later steps are dropped. */
  async runUntil(end: string): Promise<void> {
    for (;;) {
      const at = this.#steps.reduce<string | null>(
        (first, step) => (first === null || step.at < first ? step.at : first),
        null,
      );
      if (at === null || at > end) return;
      const now = this.#steps.filter((step) => step.at === at);
      this.#steps = this.#steps.filter((step) => step.at !== at);
      await inParallel(now, 12, (step) => step.run(at));
    }
  }
}
