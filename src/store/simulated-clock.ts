import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../domain/calendar.ts';
import { type Clock, machineClock } from './clock.ts';

/**
 * The clock of rule 7 (development only): a small file, which several nodes of one machine may
 * share. Until a header has set it, it is the machine's clock; from then on it stands where it was
 * last set, across restarts.
 */
export class SimulatedClock implements Clock {
  readonly #file: string;
  /** What the file said when it was read last, and which file that was: each is written once. */
  #read: { readonly which: string; readonly instant: Instant } | null = null;
  /**
   * What it says in this turn of the event loop: to ask the file costs as much as many fields do.
   */
  #saysNow: { readonly instant: Instant | null } | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  /** Null until a header has set it. Looked at once a turn, for other nodes move it too. */
  get simulated(): Instant | null {
    if (this.#saysNow === null) {
      this.#saysNow = { instant: this.#looked() };
      setImmediate(() => {
        this.#saysNow = null;
      });
    }
    return this.#saysNow.instant;
  }

  /** Read only where it is another file than at the last look. */
  #looked(): Instant | null {
    const found = statSync(this.#file, { bigint: true, throwIfNoEntry: false });
    if (!found) return null;
    const which = `${found.ino} ${found.ctimeNs}`;
    if (this.#read?.which !== which) {
      try {
        this.#read = { which, instant: readFileSync(this.#file, 'utf8') };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    }
    return this.#read.instant;
  }

  now(): Instant {
    return this.simulated ?? machineClock.now();
  }

  /** Never goes back: an earlier value leaves it where it is. Durable when it returns. */
  set(instant: Instant): void {
    this.#exclusively(() => {
      const standing = this.#looked();
      if (standing !== null && instant <= standing) return;
      const fresh = `${this.#file}.new`;
      writeFileSync(fresh, instant, { flush: true });
      renameSync(fresh, this.#file);
    });
    this.#saysNow = null;
  }

  /**
   * One node at a time: two that look and then set could turn it back. The lock ends with its
   * process.
   */
  #exclusively(move: () => void): void {
    const lock = new DatabaseSync(`${this.#file}.lock`);
    try {
      lock.exec('PRAGMA busy_timeout=5000; BEGIN EXCLUSIVE;');
      move();
    } finally {
      lock.close();
    }
  }

  /** Back to the machine's clock, once that is later; returns whether it is. */
  off(): boolean {
    const standing = this.#looked();
    if (standing !== null && standing > machineClock.now()) return false;
    rmSync(this.#file, { force: true });
    this.#saysNow = null;
    return true;
  }
}
