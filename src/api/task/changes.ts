import { type Instant, instantSchema, latest } from '../../domain/calendar.ts';
import {
  knowsTaskEndsSince,
  type TaskChange,
  taskChangePositions,
  taskChangesAt,
  taskChangesByClock,
  taskChangeTimes,
} from '../../projections/task-changes.ts';
import { nextTaskChange } from '../../projections/tasks.ts';
import type { Position, StoredEvent } from '../../store/event-store.ts';
import type { ApiContext } from '../context.ts';
import { apiError } from '../errors.ts';
import { checkMember, isCount, ownTurn, refresh, rowsReached, subscription, type Told } from '../notices.ts';
import { cursorOf, keyOfCursor, notACursor } from '../paging.ts';
import { tasksListed } from './visibility.ts';

/**
 * Up to where a follower has been told: all events up to a position, and what the clock alone does
 * up to an instant; but of what the event at the position (BY_EVENT) or the clock at the instant
 * (BY_CLOCK) has changed only so many notices. So what a follower knows depends on neither node nor
 * connection: the tasks of the events up to the position that are open at the instant.
 */
interface Place {
  readonly position: Position;
  /** '': nothing that the clock does. */
  readonly instant: Instant | '';
  readonly by: number;
  readonly told: number;
}
const [BY_EVENT, BY_CLOCK] = [0, 1];
const ALL = Number.MAX_SAFE_INTEGER;

const LOOK_MILLISECONDS = 1_000;

const placeOf = (after: string | null | undefined): Place | null => {
  const key = keyOfCursor(after, 4);
  if (key === null) return null;
  const [position, instant, by, told] = key;
  const isInstant = instant === '' || instantSchema.safeParse(instant).success;
  if (!isCount(position) || !isInstant || !isCount(by) || by > BY_CLOCK || !isCount(told))
    throw notACursor('not a cursor');
  return { position, instant: String(instant), by, told };
};

/**
 * The viewer's tasks as they arise, change and end, by an event or by the clock (contract,
 * taskChanges). Resumes by cursor; where more has ended since than is kept, it refuses (RESYNC), as
 * the tasks have to be read anew then.
 */
export const taskChanges = (context: ApiContext, after: string | null | undefined) => {
  const from = placeOf(after);
  return subscription<TaskChange>(context, async (told) => {
    const { store, feed, clock } = context.app;
    const start = from ?? { position: await store.head(), instant: clock.now(), by: BY_EVENT, told: ALL };
    const follower = new TaskFollower(context, told, start);
    const ticking = setInterval(() => follower.tick(), LOOK_MILLISECONDS).unref();
    try {
      await rowsReached(context, start.position);
      await follower.inTurn(() => follower.rest());
      for await (const batch of feed.follow(start.position, told.signal)) {
        await ownTurn(context, told.signal);
        await follower.inTurn(() => follower.follow(batch));
      }
    } finally {
      clearInterval(ticking);
    }
  });
};

/** One stream on its way through the log and through time. */
class TaskFollower {
  readonly #context: ApiContext;
  readonly #told: Told<TaskChange>;
  #place: Place;
  /** When the clock changes something next; null where nothing is planned. */
  #next: Instant | null = null;
  #work: Promise<void> = Promise.resolve();
  #isWorking = false;

  constructor(context: ApiContext, told: Told<TaskChange>, place: Place) {
    this.#context = context;
    this.#told = told;
    this.#place = place;
  }

  /** Events and clock, one after the other. */
  inTurn(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(async () => {
      this.#isWorking = true;
      await work();
      this.#plan();
      this.#isWorking = false;
    });
    return this.#work;
  }

  /** Looks at the clock; while events are on their way, time passes with them. */
  tick(): void {
    const { clock, readModel } = this.#context.app;
    const now = clock.now();
    if (this.#isWorking || this.#place.position < readModel.checkpoint) return;
    if (this.#next === null || this.#next > now) return;
    this.inTurn(() => this.#passTime(now)).catch(this.#told.fail);
  }

  /** What the place has left untold. */
  async rest(): Promise<void> {
    const { readModel } = this.#context.app;
    const { position, by } = this.#place;
    const isAmidEvent = by === BY_EVENT && this.#place.told < ALL;
    this.#checkEnds(isAmidEvent ? Math.max(0, position - 1) : position);
    const ofPlace = by === BY_EVENT ? taskChangesAt : taskChangesByClock;
    if (this.#place.told < ALL) await this.#tell(ofPlace(readModel, this.#forIds, this.#place), this.#place.told);
  }

  async follow(batch: readonly StoredEvent[]): Promise<void> {
    const { readModel } = this.#context.app;
    const last = batch.at(-1)?.position ?? this.#place.position;
    await rowsReached(this.#context, last);
    for (const stored of batch) await checkMember(this.#context, stored);
    this.#checkEnds();
    const changed = new Set(taskChangePositions(readModel, this.#forIds, this.#place.position, last));
    for (const { position, recordedAt } of batch) {
      if (this.#told.signal.aborted) return;
      if (!changed.has(position)) continue;
      await this.#passTime(recordedAt);
      this.#checkEnds();
      this.#place = { ...this.#place, position, by: BY_EVENT };
      await this.#tell(taskChangesAt(readModel, this.#forIds, this.#place));
    }
    this.#place = { ...this.#place, position: last };
    await this.#passTime(batch.at(-1)?.recordedAt ?? '');
  }

  /** What the clock does up to a time, each at its own; events may bear an earlier one. */
  async #passTime(upTo: Instant): Promise<void> {
    const { readModel } = this.#context.app;
    this.#checkEnds();
    for (const instant of taskChangeTimes(readModel, this.#forIds, this.#place, upTo)) {
      if (this.#told.signal.aborted) return;
      this.#checkEnds();
      this.#place = { ...this.#place, instant, by: BY_CLOCK };
      await this.#tell(taskChangesByClock(readModel, this.#forIds, this.#place));
    }
    this.#place = { ...this.#place, instant: latest(this.#place.instant, upTo), by: BY_CLOCK, told: ALL };
  }

  async #tell(changes: readonly TaskChange[], told = 0): Promise<void> {
    const { position, instant, by } = this.#place;
    for (const [n, change] of changes.entries()) {
      if (n < told || this.#told.signal.aborted) continue;
      refresh(this.#context);
      await this.#told.tell({ ...change, cursor: cursorOf([position, instant, by, n + 1]) });
    }
  }

  #plan(): void {
    this.#next = nextTaskChange(this.#context.app.readModel, this.#forIds, this.#place.instant);
  }

  /** Before each look: while a notice was being taken more may have ended than is kept. */
  #checkEnds(after = this.#place.position): void {
    if (!knowsTaskEndsSince(this.#context.app.readModel, this.#forIds, after)) throw apiError('RESYNC', TOO_LONG_AWAY);
  }

  get #forIds() {
    return tasksListed(this.#context);
  }
}

const TOO_LONG_AWAY = {
  en: 'Too much has happened since; read `viewer.tasks` anew and come back without `after`.',
  ja: '前回から時間がたち、続きを表示できません。画面を開き直してください。',
};
