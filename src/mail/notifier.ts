import type { Logger } from 'pino';
import type { CommandApp } from '../commands/command-app.ts';
import { giveNotice, returnNotice } from '../commands/notice.ts';
import { dayOf } from '../domain/calendar.ts';
import { streamOf, type Uuid, uuidOf } from '../domain/ids.ts';
import type { NoticedTask } from '../domain/notice/events.ts';
import { offices } from '../projections/offices.ts';
import { isNoticedAtOnce, taskTable } from '../projections/task-table.ts';
import { officesToNotice, tasksToNotice } from '../projections/tasks.ts';
import { keyIdOfSealed } from '../store/vault.ts';
import { type Mailer, MailRefused } from './mailer.ts';
import { noticeText } from './notice-text.ts';
import type { Presence } from './presence.ts';

const LOOK_MILLISECONDS = 1_000;
const AT_ONCE = 4;
/** So long nodes leave a notice to the one that somebody of the office is connected to. */
const OTHER_NODES_MILLISECONDS = 5_000;
const LONGEST_PAUSE_MILLISECONDS = 300_000;
/** A stop does not wait longer for what is being said. */
const STOP_MILLISECONDS = 3_000;

interface Of {
  readonly app: Pick<CommandApp, 'loop' | 'clock' | 'readModel' | 'vault'>;
  readonly mailer: Mailer;
  readonly presence: Presence;
  /** Whether other nodes do the same. */
  readonly clustered: boolean;
  readonly log: Logger;
}

/**
 * Tells offices of their new tasks by mail where nobody of them is connected (contract,
 * Office.noticeEmail): what cannot wait at once, the rest gathered, with whatever is due. That a
 * notice is given is written before it is handed to the mail server, so that neither another node
 * nor another start gives it again: where a node dies between the two, that mail is lost rather
 * than sent twice, and the task itself stands. What the server has not taken is tried again, later
 * each time. While the server is away nothing is written, and nothing else waits for it.
 */
export class Notifier {
  readonly #of: Of;
  #address = '';
  #timer: NodeJS.Timeout | undefined;
  #unsubscribe: (() => void) | undefined;
  #working: Promise<void> | null = null;
  readonly #leaving = new Set<Promise<void>>();
  /** Since when this node has seen that an office is to be told. */
  readonly #seenAt = new Map<Uuid, number>();
  #failures = 0;
  #pausedUntil = 0;

  constructor(of: Of) {
    this.#of = of;
    of.presence.onLeave((officeId) => this.#left(officeId));
  }

  /** Begins; `address`: what a mail asks to open. */
  start(address: string): void {
    this.#address = address;
    this.#timer = setInterval(() => this.#wake(), LOOK_MILLISECONDS).unref();
    this.#unsubscribe = this.#of.app.readModel.onAdvance((_checkpoint, changed) => {
      if (changed === null || changed.has(taskTable.name)) this.#wake();
    });
    this.#wake();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#unsubscribe?.();
    const { promise, resolve } = Promise.withResolvers<void>();
    setTimeout(resolve, STOP_MILLISECONDS).unref();
    await Promise.race([Promise.all([this.#working, ...this.#leaving]), promise]);
    this.#of.mailer.close();
  }

  #wake(): void {
    if (this.#working || performance.now() < this.#pausedUntil) return;
    this.#working = this.#work()
      .catch((error: unknown) => this.#pause(error))
      .finally(() => {
        this.#working = null;
      });
  }

  async #work(): Promise<void> {
    const { app } = this.#of;
    const due = officesToNotice(app.readModel, app.clock.now());
    for (const officeId of this.#seenAt.keys()) if (!due.includes(officeId)) this.#seenAt.delete(officeId);
    for (const officeId of due) if (!this.#seenAt.has(officeId)) this.#seenAt.set(officeId, performance.now());
    const absent: Uuid[] = [];
    for (const officeId of due) {
      const where = this.#of.presence.of(officeId);
      if (where === 'HERE') await this.#seen(officeId);
      else if (where === 'GONE' && this.#isOurs(officeId)) absent.push(officeId);
    }
    if (absent.length === 0) return;
    await this.#of.mailer.check();
    for (let from = 0; from < absent.length; from += AT_ONCE)
      await Promise.all(absent.slice(from, from + AT_ONCE).map((officeId) => this.#mail(officeId)));
    this.#failures = 0;
  }

  /**
   * Whether the other nodes have had time to say that somebody of the office is connected there.
   */
  #isOurs(officeId: Uuid): boolean {
    const waited = performance.now() - (this.#seenAt.get(officeId) ?? Number.POSITIVE_INFINITY);
    return !this.#of.clustered || waited >= OTHER_NODES_MILLISECONDS;
  }

  /** The last one of an office leaves: what has arisen until now they have seen. */
  #left(officeId: Uuid): void {
    const seen = this.#seen(officeId)
      .catch((error: unknown) => this.#warn(error))
      .finally(() => this.#leaving.delete(seen));
    this.#leaving.add(seen);
  }

  async #seen(officeId: Uuid): Promise<void> {
    const { app } = this.#of;
    for (const tasks of this.#byDay(officeId)) {
      const { position } = await giveNotice(app, { officeId, tasks }, 'SCREEN');
      await app.readModel.reached(position);
    }
  }

  async #mail(officeId: Uuid): Promise<void> {
    const { app } = this.#of;
    const to = await this.#addressesOf(officeId);
    if (to.length === 0) return;
    for (const tasks of this.#byDay(officeId)) {
      const given = await giveNotice(app, { officeId, tasks }, 'MAIL');
      if (given.tasks.length > 0) await this.#send(officeId, given.tasks, to);
      await app.readModel.reached(given.position);
    }
  }

  async #send(officeId: Uuid, tasks: readonly NoticedTask[], to: readonly string[]): Promise<void> {
    const { app, mailer, log } = this.#of;
    const urgent = tasks.filter(({ kind }) => isNoticedAtOnce(kind)).length;
    const id = uuidOf('mail', officeId, JSON.stringify(tasks));
    try {
      const text = noticeText({ urgent, other: tasks.length - urgent }, this.#address);
      const refused = await mailer.send({ to, id, ...text });
      log.info({ office: officeId, tasks: tasks.length, urgent }, 'a notice was sent');
      if (refused > 0) log.warn({ office: officeId, refused }, 'the mail server refused addresses of an office');
    } catch (error) {
      const isGivenUp = await returnNotice(app, { officeId, tasks });
      const code = error instanceof MailRefused ? error.code : nameOf(error);
      if (isGivenUp) log.error({ office: officeId, code }, 'a notice was given up');
      else log.warn({ office: officeId, code }, 'a notice was not taken by the mail server');
    }
  }

  /** Of those of a day at once: what a day's tasks were told of stands in one stream. */
  #byDay(officeId: Uuid): readonly (readonly NoticedTask[])[] {
    const { readModel, clock } = this.#of.app;
    const tasks = tasksToNotice(readModel, officeId, clock.now());
    return [...Map.groupBy(tasks, ({ arisenAt }) => dayOf(arisenAt)).values()].map((those) =>
      those.slice(0, MOST_OF_ONE),
    );
  }

  async #addressesOf(officeId: Uuid): Promise<string[]> {
    const { readModel, vault } = this.#of.app;
    const sealed = readModel.rows(offices).get(officeId)?.sealedNoticeEmail ?? [];
    const [first] = sealed;
    const key = first === undefined ? null : await vault.open(keyIdOfSealed(first));
    const stream = streamOf('office', officeId);
    return key === null ? [] : sealed.map((address, n) => key.open(address, { stream, path: `noticeEmail.${n}` }));
  }

  /** The mail server, log or vault is away: all of it is tried again, later each time. */
  #pause(error: unknown): void {
    this.#failures += 1;
    this.#pausedUntil = performance.now() + Math.min(LONGEST_PAUSE_MILLISECONDS, 500 * 2 ** this.#failures);
    this.#warn(error);
  }

  #warn(error: unknown): void {
    const code = error instanceof MailRefused ? error.code : nameOf(error);
    this.#of.log.warn({ code, failures: this.#failures }, 'notices wait');
  }
}

/** Tasks of one event, which holds no more than 64 KiB. */
const MOST_OF_ONE = 200;

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
