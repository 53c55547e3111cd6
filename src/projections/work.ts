import type { Instant } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { Tables } from './projection.ts';
import type { ReadModel } from './read-model.ts';

/** One thing that a process is to do: what, by when, and the event that caused it. */
export interface WorkItem {
  readonly process: string;
  /** What it acts on, unique within the process: an id, or ids joined by a space. */
  readonly id: string;
  /** '' = at once. */
  readonly dueAt: Instant | '';
  readonly causeEventId: Uuid;
}

export const WORK_SCHEMA = `
CREATE TABLE work (
  process TEXT NOT NULL, id TEXT NOT NULL, due_at TEXT NOT NULL, cause_event_id TEXT NOT NULL,
  PRIMARY KEY (process, id)
) WITHOUT ROWID;
CREATE INDEX work_by_due ON work (due_at);`;

export const putOnList = (tables: Tables, { process, id, dueAt, causeEventId }: WorkItem): void =>
  tables.run(
    `INSERT INTO work VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET due_at = excluded.due_at, cause_event_id = excluded.cause_event_id`,
    process,
    id,
    dueAt,
    causeEventId,
  );

export const takeOffList = (tables: Tables, process: string, id: string): void =>
  tables.run('DELETE FROM work WHERE process = ? AND id = ?', process, id);

/** Whether the process still has to act: on this id, or where it is null, on any. */
export const isStillToDo = (readModel: Pick<ReadModel, 'get'>, process: string, id: string | null = null): boolean =>
  readModel.get('SELECT 1 FROM work WHERE process = ?1 AND (?2 IS NULL OR id = ?2) LIMIT 1', process, id) !== undefined;

/** Ids on the list of a process that begin with an id and a space. */
export const idsBeginningWith = (tables: Pick<Tables, 'all'>, process: string, first: Uuid): string[] =>
  tables
    .all<{ id: string }>(
      'SELECT id FROM work WHERE process = ? AND id BETWEEN ? AND ?',
      process,
      `${first} `,
      `${first}!`,
    )
    .map(({ id }) => id);

/** What is due, the earliest first. */
export const workDueAt = (readModel: Pick<ReadModel, 'all'>, now: Instant, limit = -1): WorkItem[] =>
  readModel.all<WorkItem>(
    `SELECT process, id, due_at AS dueAt, cause_event_id AS causeEventId FROM work
     WHERE due_at <= ? ORDER BY due_at, process, id LIMIT ?`,
    now,
    limit,
  );

/** The next time after `now` at which something falls due; null when nothing is planned. */
export const nextDueAfter = (readModel: Pick<ReadModel, 'get'>, now: Instant): Instant | null =>
  readModel.get<{ dueAt: Instant | null }>('SELECT min(due_at) AS dueAt FROM work WHERE due_at > ?', now)?.dueAt ??
  null;
