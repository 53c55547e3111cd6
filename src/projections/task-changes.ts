import type { Instant } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { Position } from '../store/event-store.ts';
import type { ReadModel } from './read-model.ts';
import {
  ALWAYS,
  ENDED_SLOTS,
  type EndedTask,
  type KeptTask,
  type TaskRow,
  taskEndCountTable,
  taskEndTable,
  taskRowOf,
  taskTable,
} from './task-table.ts';
import { inTextOrder } from './text-order.ts';

/** A task that arises or is no longer as it was, or is over. */
export interface TaskChange {
  readonly task: TaskRow;
  readonly closed: boolean;
}

/** A task as it was from one event on until another; `endedPosition` null: as it is. */
interface Version extends KeptTask {
  readonly position: Position;
  readonly endedPosition: Position | null;
}

/** Up to where a follower has been told: all events, and what the clock alone has done. */
export interface TaskPlace {
  readonly position: Position;
  /** ALWAYS: nothing yet. */
  readonly instant: Instant;
}

/** Whether what ended after a position is still known, for all of these. */
export const knowsTaskEndsSince = (readModel: ReadModel, forIds: readonly Uuid[], position: Position): boolean =>
  forIds.every((id) => lastForgottenEnd(readModel, id) <= position);

/** The event with which the last one ended that is no longer told; 0: all are. */
const lastForgottenEnd = (readModel: ReadModel, forId: Uuid): Position => {
  const ended = endedOf(readModel, forId);
  return endAt(readModel, forId, ended - ENDED_SLOTS)?.endedPosition ?? 0;
};

/** Positions of the events after one and up to another that changed what waits for somebody. */
export const taskChangePositions = (
  readModel: ReadModel,
  forIds: readonly Uuid[],
  after: Position,
  upTo: Position,
): Position[] => {
  const positions = versionsSince(readModel, forIds, after, upTo).flatMap(({ position, endedPosition }) =>
    endedPosition === null ? [position] : [position, endedPosition],
  );
  return [...new Set(positions.filter((one) => one > after && one <= upTo))].sort((a, b) => a - b);
};

/**
 * What one event changed for somebody who has been told up to a time: in a fixed order, the same
 * as long as the ends are known.
 */
export const taskChangesAt = (
  readModel: ReadModel,
  forIds: readonly Uuid[],
  { position, instant }: TaskPlace,
): TaskChange[] => {
  const open = versionsSince(readModel, forIds, position - 1, position).filter(
    ({ opensAt, closesAt }) => opensAt <= instant && closesAt > instant,
  );
  const begun = open.filter((one) => one.position === position);
  const over = open.filter((one) => one.endedPosition === position && !begun.some(isSameTask(one)));
  return changes([...begun, ...over], (one) => one.position !== position);
};

/** The times up to one at which the clock changes what waits, of all events up to the place. */
export const taskChangeTimes = (
  readModel: ReadModel,
  forIds: readonly Uuid[],
  { position, instant }: TaskPlace,
  upTo: Instant,
): Instant[] => {
  const times = versionsTurning(readModel, forIds, position, { from: instant, to: upTo })
    .flatMap(({ opensAt, closesAt }) => [opensAt, closesAt])
    .filter((time) => time > instant && time <= upTo);
  return [...new Set(times)].sort(inTextOrder);
};

/** What the clock changed at one time, of all events up to the place. */
export const taskChangesByClock = (
  readModel: ReadModel,
  forIds: readonly Uuid[],
  { position, instant }: TaskPlace,
): TaskChange[] => {
  const turning = versionsTurning(readModel, forIds, position, { from: instant, to: instant });
  const closes = ({ closesAt }: Version): boolean => closesAt === instant;
  return changes(
    turning.filter((one) => one.opensAt < one.closesAt && (one.opensAt === instant || closes(one))),
    closes,
  );
};

/** Those that stand or have ended after a position, of events up to another. */
const versionsSince = (
  readModel: ReadModel,
  forIds: readonly Uuid[],
  after: Position,
  upTo: Position,
): readonly Version[] =>
  forIds.flatMap((id) => [
    ...readModel
      .rows(taskTable)
      .find('byPosition', [id], { from: after + 1, to: upTo + 1 })
      .map(standing),
    ...endedSince(readModel, id, after),
  ]);

/** Those of the events up to a position that open or close in a time, both ends included. */
const versionsTurning = (
  readModel: ReadModel,
  forIds: readonly Uuid[],
  position: Position,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): readonly Version[] => {
  const isWithin = (time: Instant): boolean => time >= from && time <= to;
  // A space comes after every text that it is put behind, and before all that follow.
  const range = { from, to: `${to} ` };
  const rows = readModel.rows(taskTable);
  return forIds
    .flatMap((id): Version[] => [
      ...rows.find('byOpening', [id], range).map(standing),
      // Those that open and close within have come by their opening.
      ...rows
        .find('byClosing', [id], range)
        .filter(({ opensAt }) => opensAt === ALWAYS || !isWithin(opensAt))
        .map(standing),
      ...endedSince(readModel, id, position).filter((one) => isWithin(one.opensAt) || isWithin(one.closesAt)),
    ])
    .filter((one) => one.position <= position);
};

const standing = (task: Omit<Version, 'endedPosition'>): Version => ({ ...task, endedPosition: null });

/** From the newest back: mostly there are few. */
const endedSince = (readModel: ReadModel, forId: Uuid, position: Position): readonly Version[] => {
  const ended = endedOf(readModel, forId);
  const since: Version[] = [];
  for (let n = ended - 1; n >= ended - ENDED_SLOTS; n -= 1) {
    const end = endAt(readModel, forId, n);
    if (!end || end.endedPosition <= position) break;
    since.push(end);
  }
  return since;
};

/** So many there were in all. */
const endedOf = (readModel: ReadModel, forId: Uuid): number => readModel.rows(taskEndCountTable).get(forId)?.ended ?? 0;

/** The end before which there were so many. */
const endAt = (readModel: ReadModel, forId: Uuid, n: number): EndedTask | undefined =>
  n < 0 ? undefined : readModel.rows(taskEndTable).get(forId, n % ENDED_SLOTS);

const isSameTask =
  (one: KeptTask) =>
  (other: KeptTask): boolean =>
    nameOf(one) === nameOf(other);
const nameOf = ({ forId, kind, about }: KeptTask): string => `${forId} ${kind} ${about}`;

const changes = (versions: readonly Version[], isClosed: (one: Version) => boolean): TaskChange[] =>
  [...versions]
    .sort((a, b) => inTextOrder(nameOf(a), nameOf(b)))
    .map((one) => ({ task: taskRowOf(one), closed: isClosed(one) }));
