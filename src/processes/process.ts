import type { CommandApp } from '../commands/command-app.ts';
import type { Instant } from '../domain/calendar.ts';
import { uuidOf } from '../domain/ids.ts';
import type { Batch } from '../projections/batch.ts';
import type { Handlers, Projection } from '../projections/projection.ts';
import type { Reading } from '../projections/rows.ts';
import {
  idsBeginningWith,
  isStillToDo,
  putOnList,
  takeOffList,
  type WorkItem,
  workTable,
} from '../projections/work.ts';
import type { Recorded } from '../store/codec.ts';
import type { Caller } from '../store/handle-command.ts';
import { PROCESS_ACTOR } from '../store/metadata.ts';

/** The to-do list of one process as its event handlers see it. */
export interface Todo {
  /** Puts an item on the list, or replaces it. `dueAt` null: at once. */
  set(id: string, dueAt: Instant | null, cause: Recorded): void;
  /** Takes it off: done, or no longer wanted. */
  clear(id: string): void;
  isListed(id: string): boolean;
  /** Ids on the list that begin with an id and a space. */
  beginningWith(first: string): string[];
  /** The views with what the event has just changed in them. */
  readonly reading: Reading;
}

/**
 * when this → then that (rules 7, 8): `follows` learns from events what is to be done and by when;
 * `act` does it by a command. The list is part of the read model and comes from the log alone, so
 * nothing is lost by a crash. `act` may run again at any time, on any node: once done, its command
 * decides [].
 */
export interface Process {
  /** The file's name, `when-…-then-…`. */
  readonly name: string;
  readonly follows: (todo: Todo) => Handlers;
  readonly act: (item: WorkItem, app: CommandApp) => Promise<unknown>;
}

/**
 * Who acts: subject `process`, with a commandId that is the same at a repeat (domain.md, Event id).
 * `action` tells several commands of one item apart.
 */
export const callerFor = (item: WorkItem, action = ''): Caller => ({
  actor: PROCESS_ACTOR,
  commandId: uuidOf(item.causeEventId, item.process, action, item.id, item.dueAt),
  correlationId: item.correlationId,
  causationId: item.causeEventId,
});

/**
 * The to-do lists of all processes as one projection. Comes after the views, so that handlers read
 * what the event has just changed.
 */
export const workProjection = (processes: readonly Process[]): Projection => ({
  name: 'work',
  tables: [workTable],
  handlers: (batch) => joined(processes.map((process) => process.follows(todoOf(process.name, batch)))),
});

const todoOf = (process: string, batch: Batch): Todo => ({
  set: (id, dueAt, { id: causeEventId, metadata }) =>
    putOnList(batch, {
      process,
      id,
      dueAt: dueAt ?? '',
      causeEventId,
      correlationId: metadata.correlationId ?? '',
    }),
  clear: (id) => takeOffList(batch, process, id),
  isListed: (id) => isStillToDo(batch, process, id),
  beginningWith: (first) => idsBeginningWith(batch, process, first),
  reading: batch,
});

/** One handler per event type, which calls the processes' handlers in order. */
const joined = (all: readonly Handlers[]): Handlers => {
  const byType = new Map<string, ((event: never) => void)[]>();
  for (const handlers of all) {
    for (const [type, handler] of Object.entries(handlers)) byType.set(type, [...(byType.get(type) ?? []), handler]);
  }
  return Object.fromEntries(
    [...byType].map(([type, list]) => [
      type,
      (event: never) => {
        for (const handler of list) handler(event);
      },
    ]),
  );
};
