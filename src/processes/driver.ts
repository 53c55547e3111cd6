import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { CommandApp } from '../commands/command-app.ts';
import type { Instant } from '../domain/calendar.ts';
import { Rejected } from '../domain/rejected.ts';
import { ReadModelBehind } from '../projections/read-model.ts';
import { nextDueAfter, type WorkItem, workDueAt, workTable } from '../projections/work.ts';
import { StoreUnavailable } from '../store/event-store.ts';
import { VaultUnavailable } from '../store/vault.ts';
import type { Process } from './process.ts';

type Stuck = { attempts: number; retryAt: number };

const ITEMS_PER_LOOK = 1000;
const AT_ONCE = 32;
/**
 * An item still on the list after so many acts is tried again at growing intervals: it is a fault
 * to be looked at, not one to spin on.
 */
const ACTS_BEFORE_BACKOFF = 3;
const LONGEST_WAIT_MILLISECONDS = 60_000;
const UNAVAILABLE_WAIT_MILLISECONDS = 1_000;

/**
 * Works through the to-do lists: acts on whatever is due by the clock, then waits for the read
 * model and looks again, until nothing is due. Woken by the read model's advance and when the clock
 * is moved; the timer serves a clock that runs by itself.
 */
export class Driver {
  readonly #app: CommandApp;
  readonly #processes: ReadonlyMap<string, Process>;
  readonly #log: Logger;
  readonly #stuck = new Map<string, Stuck>();
  #working: Promise<void> | null = null;
  #starting: Promise<void> | null = null;
  #again = false;
  #started = false;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;
  /** What falls due next, as of the last look. */
  #planned: Instant | null = null;
  #unsubscribe: (() => void) | undefined;

  constructor(app: CommandApp, processes: readonly Process[], log: Logger) {
    this.#app = app;
    this.#processes = new Map(processes.map((process) => [process.name, process]));
    this.#log = log;
  }

  /**
   * Nothing is acted on before the read model has reached the head: most of what is due half-way
   * was done long ago.
   */
  start(): void {
    this.#unsubscribe = this.#app.readModel.onAdvance((_checkpoint, changed) => {
      if (changed === null || changed.has(workTable.name) || this.#isDue()) this.wake();
    });
    this.#starting = this.#startAll();
  }

  async #startAll(): Promise<void> {
    while (!this.#stopped && !(await this.#atHead())) await sleep(UNAVAILABLE_WAIT_MILLISECONDS);
    this.#started = true;
    this.wake();
  }

  /**
   * Whether the read model has reached the head; also false where the store cannot be asked, which
   * is tried again later.
   */
  async #atHead(): Promise<boolean> {
    try {
      return await this.#app.readModel.reached(await this.#app.store.head());
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      this.#log.warn({ code: error.message }, 'processes wait for the event store');
      return false;
    }
  }

  /** Stops once the acts under way are done. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#unsubscribe?.();
    // What one start leaves undone, the next one does.
    await Promise.race([this.#starting, sleep(UNAVAILABLE_WAIT_MILLISECONDS)]);
    await this.#working;
  }

  /** Whether what was planned at the last look has fallen due: the clock may have been moved. */
  #isDue(): boolean {
    return this.#planned !== null && this.#planned <= this.#app.clock.now();
  }

  /** Looks at the lists, now or right after the present look. */
  wake(): void {
    if (!this.#started || this.#stopped) return;
    this.#again = true;
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
      if (this.#again) this.wake();
    });
  }

  /**
   * Resolves when the read model is at the head and nothing is due at the clock (apart from what is
   * stuck).
   */
  async idle(): Promise<void> {
    await this.#starting;
    for (;;) {
      const head = await this.#app.store.head();
      await this.#app.readModel.reached(head);
      this.wake();
      await this.#working;
      if (this.#stopped) return;
      const last = await this.#app.store.head();
      // At once: what comes while the head is asked for may be due.
      if (last === this.#app.readModel.checkpoint && this.#due(this.#app.clock.now()).length === 0) return;
    }
  }

  /** The next time at which something falls due after the clock's, null when nothing is planned. */
  nextDueAt(): Instant | null {
    return nextDueAfter(this.#app.readModel, this.#app.clock.now());
  }

  async #work(): Promise<void> {
    while (!this.#stopped) {
      this.#again = false;
      const items = this.#due(this.#app.clock.now());
      if (items.length === 0) break;
      for (let from = 0; from < items.length && !this.#stopped; from += AT_ONCE) {
        await Promise.all(items.slice(from, from + AT_ONCE).map((item) => this.#actOn(item)));
      }
      if (!(await this.#atHead())) break;
    }
    this.#forgetGone();
    this.#sleep();
  }

  #due(now: Instant): WorkItem[] {
    const items = workDueAt(this.#app.readModel, now, ITEMS_PER_LOOK);
    if (this.#stuck.size === 0) return items;
    const machineNow = performance.now();
    return items.filter((item) => (this.#stuck.get(keyOf(item))?.retryAt ?? 0) <= machineNow);
  }

  async #actOn(item: WorkItem): Promise<void> {
    const process = this.#processes.get(item.process);
    if (!process) return;
    try {
      await process.act(item, this.#app);
    } catch (error) {
      if (isUnavailable(error)) return this.#tryLater(item, error);
      // Of a fault its message is left out: a process opens what is sealed.
      const { name, stack } = error as Error;
      const said = error instanceof Rejected ? { code: error.code } : { code: name, stack };
      this.#log.warn({ process: item.process, id: item.id, ...said }, 'a process could not act');
    }
    this.#count(item);
  }

  /** What the item depends on is unavailable: no fault of the item's, which is tried again soon. */
  #tryLater(item: WorkItem, error: Error): void {
    const key = keyOf(item);
    this.#stuck.set(key, {
      attempts: this.#stuck.get(key)?.attempts ?? 0,
      retryAt: performance.now() + UNAVAILABLE_WAIT_MILLISECONDS,
    });
    this.#log.warn({ process: item.process, id: item.id, code: error.name }, 'a process could not act');
  }

  /** Counts the acts on an item; the next look drops the counters of items that are gone. */
  #count(item: WorkItem): void {
    const key = keyOf(item);
    const attempts = (this.#stuck.get(key)?.attempts ?? 0) + 1;
    const wait =
      attempts < ACTS_BEFORE_BACKOFF
        ? 0
        : Math.min(LONGEST_WAIT_MILLISECONDS, 100 * 2 ** (attempts - ACTS_BEFORE_BACKOFF));
    this.#stuck.set(key, { attempts, retryAt: performance.now() + wait });
    if (attempts === ACTS_BEFORE_BACKOFF)
      this.#log.error({ process: item.process, id: item.id, attempts }, 'a process makes no progress');
  }

  #forgetGone(): void {
    if (this.#stuck.size === 0 || this.#stopped) return;
    const standing = new Set(workDueAt(this.#app.readModel, this.#app.clock.now()).map(keyOf));
    for (const key of this.#stuck.keys()) if (!standing.has(key)) this.#stuck.delete(key);
  }

  #sleep(): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    const due = this.nextDueAt();
    this.#planned = due;
    const wait = due === null ? LONGEST_WAIT_MILLISECONDS : Date.parse(due) - Date.parse(this.#app.clock.now());
    this.#timer = setTimeout(
      () => this.wake(),
      Math.max(5, Math.min(wait, this.#stuck.size > 0 ? 1000 : LONGEST_WAIT_MILLISECONDS)),
    );
    this.#timer.unref();
  }
}

const isUnavailable = (error: unknown): error is Error =>
  error instanceof StoreUnavailable || error instanceof VaultUnavailable || error instanceof ReadModelBehind;

const keyOf = (item: WorkItem): string => `${item.process} ${item.id} ${item.dueAt} ${item.causeEventId}`;
