import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Instant } from '../domain/calendar.ts';

/** hedge */
export class SimulatedClock {
  readonly #file: string;
  simulated: Instant | null;
  constructor(file: string) {
    this.#file = file;
    this.simulated = existsSync(file) ? readFileSync(file, 'utf8') : null;
  }
  now(): Instant {
    return this.simulated ?? new Date().toISOString();
  }
  set(instant: Instant): void {
    if (this.simulated !== null && instant <= this.simulated) return;
    writeFileSync(`${this.#file}.new`, instant);
    renameSync(`${this.#file}.new`, this.#file);
    this.simulated = instant;
  }
  off(): boolean {
    if (this.simulated !== null && this.simulated > new Date().toISOString()) return false;
    rmSync(this.#file, { force: true });
    this.simulated = null;
    return true;
  }
}
