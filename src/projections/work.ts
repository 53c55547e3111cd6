import type { Instant } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import { limitedTo } from '../store/limited.ts';
import type { Batch } from './batch.ts';
import type { ReadModel } from './read-model.ts';
import type { Reading } from './rows.ts';
import { selectionOf, table, text } from './table.ts';

/** One thing that a process is to do: what, by when, and the event that caused it. */
export interface WorkItem {
  readonly process: string;
  /** What it acts on, unique within the process: an id, or ids joined by a space. */
  readonly id: string;
  /** '' = at once. */
  readonly dueAt: Instant | '';
  readonly causeEventId: Uuid;
  /** Of the request that it began with, handed on from event to event; '' where there was none. */
  readonly correlationId: string;
}

/** `first`: the id up to its first space. */
interface KeptItem extends WorkItem {
  readonly first: string;
}
const firstOf = (id: string): string => id.split(' ', 1)[0] ?? '';

const itemColumns = {
  process: text(),
  id: text(),
  dueAt: text<Instant | ''>(),
  causeEventId: text(),
  correlationId: text(),
};
export const workTable = table<KeptItem, 'byDue' | 'byCorrelation'>(
  'work',
  { ...itemColumns, first: text() },
  ['process', 'first', 'id'],
  {
    byDue: { columns: ['dueAt', 'process', 'first', 'id'] },
    byCorrelation: { columns: ['correlationId', 'dueAt'] },
  },
  // Most often nothing of that id is on the list, which the file need not be asked.
  { isClustered: true, isWhole: true },
);

export const putOnList = (batch: Batch, item: WorkItem): void =>
  batch.rows(workTable).put({ ...item, first: firstOf(item.id) });

export const takeOffList = (batch: Batch, process: string, id: string): void =>
  batch.rows(workTable).remove(process, firstOf(id), id);

/** Whether the process still has to act: on this id, or where it is null, on any. */
export const isStillToDo = (reading: Reading, process: string, id: string | null = null): boolean =>
  id === null
    ? reading.rows(workTable).has('key', [process])
    : reading.rows(workTable).get(process, firstOf(id), id) !== undefined;

/** Ids on the list of a process that begin with an id and a space. */
export const idsBeginningWith = (reading: Reading, process: string, first: Uuid): string[] =>
  reading
    .rows(workTable)
    .find('key', [process, first])
    .map(({ id }) => id);

/**
 * Whether something is still to be done by now because of a request: by what its own events asked
 * for, and what the processes have written on their account.
 */
export const isFollowing = (readModel: Pick<ReadModel, 'first'>, correlationId: string, now: Instant): boolean =>
  readModel.first('SELECT 1 FROM work WHERE correlation_id = ? AND due_at <= ? LIMIT 1', correlationId, now) !==
  undefined;

const itemSelection = selectionOf<WorkItem>(itemColumns);

/** What is due, the earliest first. */
export const workDueAt = (readModel: Pick<ReadModel, 'all'>, now: Instant, limit = -1): WorkItem[] =>
  readModel
    .all(
      `SELECT ${itemSelection.selected} FROM work WHERE due_at <= ? ORDER BY due_at, process, first, id ${limitedTo()}`,
      now,
      limit,
    )
    .map(itemSelection.read);

/** The next time after `now` at which something falls due; null when nothing is planned. */
export const nextDueAfter = (readModel: Pick<ReadModel, 'first'>, now: Instant): Instant | null => {
  const due = readModel.first('SELECT min(due_at) FROM work WHERE due_at > ?', now)?.[0] ?? null;
  return due === null ? null : String(due);
};
