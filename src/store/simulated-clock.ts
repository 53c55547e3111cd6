import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Instant } from '../domain/calendar.ts';
import { type Clock, machineClock } from './clock.ts';

/**
 * The clock of rule 7 (development alone): a small file, which several nodes of one machine may share. Until a header has set it, it is the machine's
 * clock; from then on it stands where it was last set, across restarts.
 */
export class SimulatedClock implements Clock {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** Null until a header has set it. Read from the file each time, for other nodes move it too. */
  get simulated(): Instant | null {
    return existsSync(this.#file) ? readFileSync(this.#file, 'utf8') : null;
  }

  now(): Instant {
    return this.simulated ?? machineClock.now();
  }

  /** Never goes back: an earlier value leaves it where it is. Durable when it returns. */
  set(instant: Instant): void {
    const standing = this.simulated;
    if (standing !== null && instant <= standing) return;
    const fresh = `${this.#file}.new`;
    const file = openSync(fresh, 'w');
    writeSync(file, instant);
    fsyncSync(file);
    closeSync(file);
    renameSync(fresh, this.#file);
  }

  /** Back to the machine's clock, once that is later; answers whether it is. */
  off(): boolean {
    const standing = this.simulated;
    if (standing !== null && standing > machineClock.now()) return false;
    rmSync(this.#file, { force: true });
    return true;
  }
}
