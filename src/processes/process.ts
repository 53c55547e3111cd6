import type { CommandApp } from '../commands/command-app.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Decider, DomainEvent } from '../domain/decider.ts';
import { uuidOf } from '../domain/ids.ts';
import type { Handlers, Projection, Tables } from '../projections/projection.ts';
import { idsBeginningWith, putOnList, takeOffList, WORK_SCHEMA, type WorkItem } from '../projections/work.ts';
import type { Recorded } from '../store/codec.ts';
import type { Caller } from '../store/handle-command.ts';
import { PROCESS_ACTOR } from '../store/metadata.ts';

/** The to-do list of one process as its event handlers see it. */
export interface Todo {
  /** Puts an item on the list, or replaces it. `dueAt` null: at once. */
  set(id: string, dueAt: Instant | null, cause: Recorded): void;
  /** Takes it off: done, or no longer wanted. */
  clear(id: string): void;
  /** Ids on the list that begin with an id and a space. */
  beginningWith(first: string): string[];
  /**
   * Folds the event into the kept state of its stream and returns that state: for due times that
   * only the whole state tells. The state must survive JSON (no Map, Set, Date).
   */
  fold<State, Command, Event extends DomainEvent>(
    decider: Decider<State, Command, Event>,
    event: Recorded<Event>,
  ): State;
  /** Rows of this or another view (read only). */
  readonly tables: Pick<Tables, 'get' | 'all'>;
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
  readonly version: number;
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
  correlationId: item.causeEventId,
  causationId: item.causeEventId,
});

const SCHEMA = `${WORK_SCHEMA}
CREATE TABLE process_state (
  process TEXT NOT NULL, stream TEXT NOT NULL, version INTEGER NOT NULL, state TEXT NOT NULL,
  PRIMARY KEY (process, stream)
) WITHOUT ROWID;`;

/**
 * The to-do lists of all processes as one projection. Comes after the views, so that handlers read
 * what the event has just changed.
 */
export const workProjection = (processes: readonly Process[]): Projection => ({
  name: `work: ${processes.map(({ name, version, follows }) => `${name}@${version} ${follows}`).join('; ')}`,
  version: 1,
  schema: SCHEMA,
  handlers: (tables) => joined(processes.map((process) => process.follows(todoOf(process.name, tables)))),
});

const todoOf = (process: string, tables: Tables): Todo => ({
  set: (id, dueAt, cause) => putOnList(tables, { process, id, dueAt: dueAt ?? '', causeEventId: cause.id }),
  clear: (id) => takeOffList(tables, process, id),
  beginningWith: (first) => idsBeginningWith(tables, process, first),
  fold: (decider, event) => {
    const kept = tables.get<{ version: number; state: string }>(
      'SELECT version, state FROM process_state WHERE process = ? AND stream = ?',
      process,
      event.stream,
    );
    const state = kept ? JSON.parse(kept.state) : decider.initial;
    if (kept && kept.version >= event.version) return state;
    const next = decider.evolve(state, event);
    tables.run(
      `INSERT INTO process_state VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET version = excluded.version, state = excluded.state`,
      process,
      event.stream,
      event.version,
      JSON.stringify(next),
    );
    return next;
  },
  tables,
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
