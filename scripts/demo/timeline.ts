import type { Instant } from '../../src/domain/calendar.ts';
import { inParallel } from '../api-client.ts';
import type { Moment } from '../network-builder.ts';

type Step = { readonly at: Instant; readonly run: (then: Moment, at: Instant) => Promise<unknown> };

/**
 * Steps in the order of their time; what falls on the same instant runs side by side. A step may
 * add later ones.
 */
export class Timeline {
  readonly #begin: Moment;
  #steps: Step[] = [];

  constructor(begin: Moment) {
    this.#begin = begin;
  }

  add(at: Instant, run: Step['run']): void {
    this.#steps.push({ at, run });
  }

  /** Runs everything up to `end`, inclusive; later steps are dropped. */
  async runUntil(end: Instant): Promise<void> {
    for (;;) {
      const at = this.#steps.reduce<string | null>(
        (first, step) => (first === null || step.at < first ? step.at : first),
        null,
      );
      if (at === null || at > end) return;
      const now = this.#steps.filter((step) => step.at === at);
      this.#steps = this.#steps.filter((step) => step.at !== at);
      await inParallel(now, 12, (step) => step.run(this.#begin.later(at), at));
    }
  }
}
