import { addMinutes, type Instant, latest } from '../domain/calendar.ts';
import { type Uuid, uuidOf } from '../domain/ids.ts';
import type { NoticedTask } from '../domain/notice/events.ts';
import type { Position } from '../store/event-store.ts';
import type { Batch } from './batch.ts';
import { offices } from './offices.ts';
import type { Handlers } from './projection.ts';
import { integer, optional, sameIn, table, text } from './table.ts';

/** How much depends on it, the most first (contract, Urgency). */
export const URGENCIES = ['CARE', 'ANSWER', 'RECORD', 'MONEY'] as const;
type Urgency = (typeof URGENCIES)[number];
/** Everything else is about MONEY. */
const KINDS: Readonly<Record<Exclude<Urgency, 'MONEY'>, readonly string[]>> = {
  CARE: [
    'CALL_OFFICES',
    'ANSWER_UNCOVERED',
    'CHECK_ON_VISIT',
    'WITHDRAW_VISITS',
    'VISIT_CANCELLED',
    'VISIT_CHANGED',
    'CHANGE_NOT_AGREED',
    'TAKE_CLIENT_OVER',
    'OVERLAPPING_REQUEST',
    'OFFICE_WITHOUT_COORDINATOR',
  ],
  ANSWER: [
    'ANSWER_OFFER',
    'GRANT_MORE_TIME',
    'SELECT_OFFICE',
    'ASSIGN_CAREGIVER',
    'ANSWER_VISIT_CHANGE',
    'AGREE_TERMS',
    'TERMS_DECLINED',
    'ANSWER_DISPUTE',
    'APPROVE_ERASURE',
  ],
  RECORD: ['RECORD_VISIT', 'RESOLVE_EXCEPTION', 'AMEND_RECORD', 'VERIFY_VISIT', 'RECORD_REFUSED'],
};
const URGENCY_OF = new Map(Object.values(KINDS).flatMap((kinds, n) => kinds.map((kind) => [kind, n] as const)));
/** Its place among the urgencies. */
export const urgencyOf = (kind: string): number => URGENCY_OF.get(kind) ?? URGENCIES.indexOf('MONEY');

/** What waits for somebody. Ids of what it is about. */
export interface TaskRow {
  /** An office, a caregiver, or ADMINISTRATORS. */
  readonly forId: Uuid;
  readonly kind: string;
  /** As `urgencyOf`. */
  readonly urgency: number;
  readonly dueAt: Instant | null;
  /** Not before it opens. */
  readonly since: Instant;
  readonly networkId: Uuid | null;
  readonly officeId: Uuid | null;
  readonly delegationId: Uuid | null;
  readonly visitId: Uuid | null;
  readonly statementId: Uuid | null;
  readonly termsId: Uuid | null;
  readonly clientId: Uuid | null;
  /** Tells tasks of one kind apart. */
  readonly about: string;
}

/** A task as it is kept: it opens and closes by the clock, without an event. */
export interface KeptTask extends Omit<TaskRow, 'dueAt'> {
  /** NEVER where it is not due at any time. */
  readonly due: Instant;
  /** From (inclusive) and to (exclusive). */
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** So that the index passes over what has closed, or has not opened yet, by its due time. */
  readonly dueIs: DueIs;
}
/** Where the due time of a task lies: it closes soon after, or does not open before, or neither. */
export const DUE_IS = ['CLOSING', 'BEFORE_OPENING', 'WITHIN'] as const;
export type DueIs = (typeof DUE_IS)[number];
/**
 * What closes within so many minutes of its due time is passed over from then on; of what has
 * closed in that time little stands. At the door, the longest: said to be some days late (rule 27).
 */
const MOST_MINUTES_TO_CLOSE = 7 * 24 * 60;
/** All that is due by then and closes soon after has closed by now. */
export const closedIfDueBy = (now: Instant): Instant => addMinutes(now, -MOST_MINUTES_TO_CLOSE);
export const ALWAYS = '';
export const NEVER = '9';

/** A task that stands. */
interface StandingTask extends KeptTask {
  /** Of the event since which it is as it is. */
  readonly position: Position;
  /** When it began to wait. */
  readonly arisenAt: Instant;
  /** From when on the office is given notice of it by mail; NEVER: it has been, or wants none. */
  readonly noticeAt: Instant;
}

export const taskColumns = {
  forId: text(),
  kind: text(),
  about: text(),
  urgency: integer,
  dueIs: text<DueIs>(),
  due: text(),
  since: text(),
  opensAt: text(),
  closesAt: text(),
  networkId: optional(text()),
  officeId: optional(text()),
  delegationId: optional(text()),
  visitId: optional(text()),
  statementId: optional(text()),
  termsId: optional(text()),
  clientId: optional(text()),
};
const TO_BE_NOTICED = {
  sql: `notice_at <> '${NEVER}'`,
  holds: ({ noticeAt }: StandingTask): boolean => noticeAt !== NEVER,
};
export const taskTable = table<
  StandingTask,
  'byUrgency' | 'byPosition' | 'byOpening' | 'byClosing' | 'byNotice' | 'byOfficeNotice'
>('tasks', { ...taskColumns, position: integer, arisenAt: text(), noticeAt: text() }, ['forId', 'kind', 'about'], {
  byUrgency: { columns: ['forId', 'urgency', 'dueIs', 'due', 'since', 'kind', 'about'] },
  byPosition: { columns: ['forId', 'position'] },
  byOpening: {
    columns: ['forId', 'opensAt'],
    where: { sql: `opens_at <> '${ALWAYS}'`, holds: ({ opensAt }) => opensAt !== ALWAYS },
  },
  byClosing: {
    columns: ['forId', 'closesAt'],
    where: { sql: `closes_at <> '${NEVER}'`, holds: ({ closesAt }) => closesAt !== NEVER },
  },
  byNotice: { columns: ['noticeAt', 'forId', 'closesAt'], where: TO_BE_NOTICED },
  byOfficeNotice: { columns: ['forId', 'noticeAt'], where: TO_BE_NOTICED },
});

/** A task that no longer stands, or not as it did. */
export interface EndedTask extends KeptTask {
  readonly position: Position;
  readonly endedPosition: Position;
  readonly slot: number;
}
/**
 * So many of the newest of each are kept: 200 for subscriptions that come back (contract,
 * taskChanges), and one that tells up to where those before are forgotten.
 */
export const ENDED_SLOTS = 201;
export const taskEndTable = table<EndedTask>(
  'tasks_ended',
  { ...taskColumns, position: integer, endedPosition: integer, slot: integer },
  ['forId', 'slot'],
  {},
  { isClustered: true },
);

/** How many there were. */
interface EndCount {
  readonly forId: Uuid;
  readonly ended: number;
}
export const taskEndCountTable = table<EndCount>('tasks_ended_counts', { forId: text(), ended: integer }, ['forId']);

/** What waits from this event on in the place of a task; null: nothing. */
export const keepTask = (
  batch: Batch,
  { forId, kind, about }: Pick<KeptTask, 'forId' | 'kind' | 'about'>,
  after: KeptTask | null,
): void => {
  const rows = batch.rows(taskTable);
  const standing = rows.get(forId, kind, about);
  if (standing && after && isAsBefore(standing, after)) {
    if (standing.since !== after.since) rows.change(standing, { ...standing, since: after.since });
    return;
  }
  if (standing) keepEnd(batch, standing);
  rows.change(standing, after ? begun(batch, after, standing) : undefined);
};

const begun = (batch: Batch, task: KeptTask, before: StandingTask | undefined): StandingTask => ({
  ...task,
  position: batch.event.position,
  ...noticeOf(batch, task, before),
});

/**
 * Takes off what no longer waits and puts what waits now. `before` is what stands, so that only
 * what changes is looked for.
 */
export const replace = (batch: Batch, before: readonly KeptTask[], after: readonly KeptTask[]): void => {
  for (const task of before) if (!after.some(isSame(task))) keepTask(batch, task, null);
  for (const task of after) {
    const standing = before.find(isSame(task));
    if (!standing) batch.rows(taskTable).change(undefined, begun(batch, task, undefined));
    else if (standing.since !== task.since || !isAsBefore(standing, task)) keepTask(batch, task, task);
  }
};
const isSame =
  (one: KeptTask) =>
  (other: KeptTask): boolean =>
    one.kind === other.kind && one.forId === other.forId && one.about === other.about;

export type About = Pick<KeptTask, 'about'> & Partial<KeptTask>;
type Dated = { readonly due: Instant; readonly since: Instant };
/** A task with what is not said of it: without an end, always open, about nothing. */
export const task = (kind: string, forId: Uuid, of: About & Dated): KeptTask => {
  const { about, due, opensAt = ALWAYS, closesAt = NEVER } = of;
  // Field by field, and not from two objects: three times as fast, and made twice with every event.
  return {
    forId,
    kind,
    about,
    urgency: urgencyOf(kind),
    dueIs: closesAt === due ? 'CLOSING' : opensAt >= due ? 'BEFORE_OPENING' : closesSoonAfter(due, closesAt),
    due,
    since: latest(of.since, opensAt),
    opensAt,
    closesAt,
    networkId: of.networkId ?? null,
    officeId: of.officeId ?? null,
    delegationId: of.delegationId ?? null,
    visitId: of.visitId ?? null,
    statementId: of.statementId ?? null,
    termsId: of.termsId ?? null,
    clientId: of.clientId ?? null,
  };
};

const closesSoonAfter = (due: Instant, closesAt: Instant): DueIs =>
  closesAt !== NEVER && closesAt <= addMinutes(due, MOST_MINUTES_TO_CLOSE) ? 'CLOSING' : 'WITHIN';

/** What has a time to be answered by, of those that are no matter of care. */
const TO_BE_ANSWERED: ReadonlySet<string> = new Set([
  'ANSWER_OFFER',
  'GRANT_MORE_TIME',
  'SELECT_OFFICE',
  'ANSWER_VISIT_CHANGE',
]);
/** Whether it is not to wait for the next gathering. */
export const isNoticedAtOnce = (kind: string): boolean =>
  urgencyOf(kind) === URGENCIES.indexOf('CARE') || TO_BE_ANSWERED.has(kind);
const GATHERING_MINUTES = 60;

/** A task that has begun to wait stays the one that it was, unless it waits for one reason more. */
const noticeOf = (
  batch: Batch,
  after: KeptTask,
  before: StandingTask | undefined,
): Pick<StandingTask, 'arisenAt' | 'noticeAt'> => {
  const { forId, kind, opensAt } = after;
  const { recordedAt } = batch.event;
  if (before && before.arisenAt <= recordedAt && !isRenewed(before, after))
    return { arisenAt: before.arisenAt, noticeAt: before.noticeAt };
  const arisenAt = latest(opensAt, recordedAt);
  const { sealedNoticeEmail = [] } = batch.rows(offices).get(forId) ?? {};
  if (sealedNoticeEmail.length === 0) return { arisenAt, noticeAt: NEVER };
  return { arisenAt, noticeAt: isNoticedAtOnce(kind) ? arisenAt : addMinutes(arisenAt, GATHERING_MINUTES) };
};

/** What has been said of notices, and that an office wants no more. */
export const noticeHandlers = (batch: Batch): Handlers => {
  const rows = batch.rows(taskTable);
  const set = (officeId: Uuid, tasks: readonly NoticedTask[], noticeAt: Instant): void => {
    for (const { kind, about, arisenAt } of tasks) {
      const row = rows.get(officeId, kind, about);
      if (row?.arisenAt === arisenAt) rows.put({ ...row, noticeAt });
    }
  };
  return {
    NoticeGiven: ({ data: { officeId, tasks } }) => set(officeId, tasks, NEVER),
    NoticeReturned: ({ data: { officeId, tasks, retryAt } }) => set(officeId, tasks, retryAt ?? NEVER),
    NoticeEmailSet: ({ streamId, data: { addresses } }) => {
      if (addresses.length > 0) return;
      for (const row of rows.find('byOfficeNotice', [streamId])) rows.put({ ...row, noticeAt: NEVER });
    },
  };
};

/** That it waits since another time makes no other task of it. */
const isSameButSince = sameIn((Object.keys(taskColumns) as (keyof KeptTask)[]).filter((field) => field !== 'since'));
const isAsBefore = (standing: KeptTask, after: KeptTask): boolean =>
  isSameButSince(standing, after) && !isRenewed(standing, after);

/**
 * One more visit of the delegation is at risk, or the same once more after a release: it is said
 * again (rule 18).
 */
const isRenewed = (standing: KeptTask, after: KeptTask): boolean =>
  after.kind === 'CALL_OFFICES' && after.since > standing.since;

/** The clocks of several nodes differ by less (contract, `knownAt`). */
const CLOCKS_DIFFER_MINUTES = 1;

/** Keeps what ends with this event, unless it had not opened yet and nobody can have seen it. */
const keepEnd = (batch: Batch, task: StandingTask): void => {
  const { position, recordedAt } = batch.event;
  if (task.position === position) return;
  if (task.opensAt > recordedAt && task.opensAt > addMinutes(recordedAt, CLOCKS_DIFFER_MINUTES)) return;
  const { forId } = task;
  const counts = batch.rows(taskEndCountTable);
  const count = counts.get(forId);
  const ended = count?.ended ?? 0;
  batch.rows(taskEndTable).write({ ...task, endedPosition: position, slot: ended % ENDED_SLOTS });
  counts.change(count, { forId, ended: ended + 1 });
};

/** As it is shown. */
export const taskRowOf = (kept: KeptTask): TaskRow => {
  const { due, opensAt: _opens, closesAt: _closes, dueIs: _dueIs, ...task } = kept;
  return { ...task, dueAt: due === NEVER ? null : due };
};

export const taskIdOf = ({ forId, kind, about }: TaskRow): Uuid => uuidOf('task', forId, kind, about);
