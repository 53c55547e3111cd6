import type { Instant } from '../domain/calendar.ts';
import type { Clock } from '../store/clock.ts';
import type { EventStore } from '../store/event-store.ts';
import type { Driver } from './driver.ts';

/** A clock that can be set, only forward (rule 7). */
export interface SettableClock extends Clock {
  /** Null until a header has set it. */
  readonly simulated: Instant | null;
  /** Never goes back: an earlier value leaves it where it is. Durable when it returns. */
  set(instant: Instant): void;
  /** Back to the machine's clock, once that is later; returns whether it is. */
  off(): boolean;
}

/**
 * Moves the simulated clock (rule 7, development only). On the way it stops at each due time in
 * order and lets the processes finish, so that one jump of a month gives the same events as thirty
 * jumps of a day. Moves run one after another.
 */
export class TimeTravel {
  readonly #clock: SettableClock;
  readonly #driver: Driver;
  readonly #store: EventStore;
  #last: Promise<void> = Promise.resolve();

  constructor(clock: SettableClock, driver: Driver, store: EventStore) {
    this.#clock = clock;
    this.#driver = driver;
    this.#store = store;
  }

  /** Resolves when the clock stands at `target` or later and the processes have nothing to do. */
  travelTo(target: Instant): Promise<void> {
    return this.#next(() => this.#travel(target));
  }

  /** `x-simulated-now: off`. */
  off(): Promise<void> {
    return this.#next(async () => {
      await this.#driver.idle();
      this.#clock.off();
      this.#driver.wake();
    });
  }

  #next(move: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(move, move);
    return this.#last;
  }

  async #travel(target: Instant): Promise<void> {
    if (this.#clock.simulated === null) {
      // The first header on an empty log may name any time; on a log that has lived by the
      // machine's clock an earlier one changes nothing.
      if ((await this.#store.head()) > 0 && target <= this.#clock.now()) return this.#driver.idle();
      if ((await this.#store.head()) === 0) this.#clock.set(target);
    }
    await this.#driver.idle();
    for (let due = this.#driver.nextDueAt(); due !== null && due <= target; due = this.#driver.nextDueAt()) {
      this.#clock.set(due);
      await this.#driver.idle();
    }
    this.#clock.set(target);
    await this.#driver.idle();
  }
}
