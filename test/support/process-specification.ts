import { DatabaseSync } from 'node:sqlite';
import type { Test } from 'tap';
import { addMinutes, dayOf, type Instant, startOfDay } from '../../src/domain/calendar.ts';
import { streamOf, type Uuid, uuidOf } from '../../src/domain/ids.ts';
import { type Process, workProjection } from '../../src/processes/process.ts';
import { processes } from '../../src/processes/registry.ts';
import { RowCache } from '../../src/projections/batch.ts';
import { views } from '../../src/projections/registry.ts';
import type { Reading } from '../../src/projections/rows.ts';
import { type WorkItem, workDueAt, workTable } from '../../src/projections/work.ts';
import { projections } from '../../src/projections-in-force.ts';
import { decode, type Recorded } from '../../src/store/codec.ts';
import { type AnyEvent, isUnlinkable } from '../../src/store/event-types.ts';
import { CommandLoop } from '../../src/store/handle-command.ts';
import type { Actor } from '../../src/store/metadata.ts';
import { freshFolder, openPlantedApp, type PlantedApp } from './planted-app.ts';

/** An event in the log. `action`: which of an item's commands writes it, where they are several. */
export interface InLog {
  readonly stream: string;
  readonly event: AnyEvent;
  readonly action?: string;
}
/** Events of one stream, in their order. */
export const on = (category: string, id: Uuid, ...events: readonly AnyEvent[]): InLog[] =>
  events.map((event) => ({ stream: streamOf(category, id), event }));

/**
 * What stands on the to-do list; `cause` is one of the example's events, of which it holds one
 * alone.
 */
export interface Listed {
  readonly id: string;
  /** '' = at once. */
  readonly dueAt: Instant | '';
  readonly cause: AnyEvent;
}

/** What is in the log; a function where something must be sealed for it first. */
type Given = readonly InLog[] | ((app: PlantedApp) => Promise<readonly InLog[]>);

/**
 * Given a log and what it has put on the list, when these events come, then exactly this stands on
 * it.
 */
export interface FollowingExample {
  readonly name: string;
  readonly given: readonly InLog[];
  /** Nothing unless said otherwise. */
  readonly listed?: readonly Listed[];
  readonly when: readonly InLog[];
  readonly then: readonly Listed[];
}

/**
 * Given a log, when the process acts at a time on all that is due, then exactly these events are
 * appended, and this is left on the list.
 */
export interface ActingExample {
  readonly name: string;
  readonly given: Given;
  readonly at: Instant;
  readonly then: Given;
  /** Nothing unless said otherwise. */
  readonly left?: readonly Listed[];
  /**
   * Its command may be sent by hand before, so that the due time on the list alone holds it back.
   */
  readonly alsoByHand?: true;
}

const EXAMPLES_AT_ONCE = 4;
/** When planted events are recorded: before anything falls due. */
const PLANTED_AT = '2026-06-01T00:00:00.000Z';

/**
 * The specification of one process: what puts on its list and takes off, then what it does. Each
 * example is a test of its own, over the real log and the whole read model.
 */
export const specifyProcess = (
  t: Test,
  process: Process,
  examples: { readonly follows: readonly FollowingExample[]; readonly acts: readonly ActingExample[] },
): void => {
  t.test('every event that it follows is shown', async (t) => {
    const shown = new Set<string>(examples.follows.flatMap(({ when }) => when.map(({ event }) => event.type)));
    const followed = Object.keys(workProjection([process]).handlers(emptyBatch([process])));
    t.strictSame(
      followed.filter((type) => !shown.has(type)),
      [],
    );
  });
  // Each waits for its own disk: several at once, in the order of the specification all the same.
  t.jobs = EXAMPLES_AT_ONCE;
  for (const example of examples.follows) t.test(example.name, { buffered: true }, (t) => follow(t, process, example));
  for (const example of examples.acts) t.test(example.name, { buffered: true }, (t) => act(t, process, example));
};

/** An app with all processes, none of which acts by itself; it ends with the test. */
export const openGround = async (t: Test): Promise<PlantedApp> => {
  const app = await openPlantedApp(freshFolder(t), PLANTED_AT, processes);
  t.teardown(() => app.stop());
  app.follow();
  return app;
};

/** Lets the process act at a time on all that is due; answers what that was. */
export const actOnAllDue = async (app: PlantedApp, process: Process, at: Instant): Promise<readonly WorkItem[]> => {
  app.setClock(at);
  const due = dueItems(app, process, at);
  for (const item of due) await process.act(item, app);
  await app.readModel.reached(await app.store.head());
  return due;
};
const dueItems = (app: PlantedApp, process: Process, at: Instant): WorkItem[] =>
  workDueAt(app.readModel, at).filter((item) => item.process === process.name);

type Ids = Map<AnyEvent, Uuid>;

/** Appends the events and waits until the read model has them; notes their ids. */
export const plantAll = async (app: PlantedApp, events: readonly InLog[], ids: Ids = new Map()): Promise<void> => {
  for (let from = 0, to = 0; from < events.length; from = to) {
    const stream = events[from]?.stream ?? '';
    while (events[to]?.stream === stream) to += 1;
    const append = events.slice(from, to).map(({ event }) => event);
    const planted = await app.plant(stream, ...append);
    for (const [n, event] of append.entries()) ids.set(event, planted[n] ?? '');
  }
  await app.readModel.reached(await app.store.head());
};

const follow = async (t: Test, process: Process, example: FollowingExample): Promise<void> => {
  const [app, ids] = [await openGround(t), new Map()];
  const all = [...example.given, ...example.when].map(({ event }) => event);
  t.equal(new Set(all).size, all.length, 'no event is planted twice, so that each cause is one');
  await plantAll(app, example.given, ids);
  t.strictSame(listOf(app, process), expectedList(process, example.listed ?? [], ids), 'given');
  await plantAll(app, example.when, ids);
  t.strictSame(listOf(app, process), expectedList(process, example.then, ids), 'then');
  const events = (await app.log()).map(decode).filter((event) => event !== null);
  const batch = inOneBatch(events);
  t.strictSame(
    processes.map((each) => itemsOf(batch, each)),
    processes.map((each) => itemsOf(app.readModel, each)),
    'all at once, before anything is written, gives the same lists',
  );
};

const act = async (t: Test, process: Process, example: ActingExample): Promise<void> => {
  const [app, ids] = [await openGround(t), new Map()];
  await plantAll(app, await inLogOf(app, example.given), ids);
  const before = (await app.log()).length;
  await notBeforeItIsDue(t, process, app, example);
  const due = await actOnAllDue(app, process, example.at);
  t.not(due.length, 0, 'something is due');
  const expected = await inLogOf(app, example.then);
  const log = (await app.log()).map(decode).filter((event) => event !== null);
  t.strictSame(appendedAs(log, before), expectedEvents(expected, due, log, before, example.at), 'appended');
  for (const [n, { event }] of expected.entries()) ids.set(event, log[before + n]?.id ?? '');
  t.strictSame(listOf(app, process), expectedList(process, example.left ?? [], ids), 'left on the list');

  const otherNode = { ...app, loop: new CommandLoop(app.store, app.clock) };
  for (const item of due) {
    await process.act(item, otherNode);
    await process.act({ ...item, causeEventId: uuidOf('another cause') }, app);
  }
  t.equal((await app.log()).length, log.length, 'once more, on another node or for another cause: nothing');
};

const inLogOf = async (app: PlantedApp, given: Given): Promise<readonly InLog[]> =>
  typeof given === 'function' ? given(app) : given;

/**
 * A millisecond before its due time an item is not due, and whoever acts all the same writes
 * nothing.
 */
const notBeforeItIsDue = async (
  t: Test,
  process: Process,
  app: PlantedApp,
  { at, alsoByHand }: ActingExample,
): Promise<void> => {
  const head = await app.store.head();
  for (const item of dueItems(app, process, at).filter(({ dueAt }) => dueAt > PLANTED_AT)) {
    const justBefore = addMinutes(item.dueAt, -1 / 60_000);
    t.notOk(dueItems(app, process, justBefore).some(({ id }) => id === item.id));
    app.setClock(justBefore);
    if (!alsoByHand) await process.act(item, app);
  }
  t.equal(await app.store.head(), head, 'nothing is written before it is due');
};

const listOf = ({ readModel }: Pick<PlantedApp, 'readModel'>, process: Process): WorkItem[] =>
  itemsOf(readModel, process);
const itemsOf = (reading: Reading, { name }: Process): WorkItem[] =>
  reading
    .rows(workTable)
    .find('key', [name])
    .map(({ first: _first, ...item }) => item)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
const expectedList = (process: Process, listed: readonly Listed[], ids: Ids): WorkItem[] =>
  listed
    .map(({ id, dueAt, cause }) => ({
      process: process.name,
      id,
      dueAt,
      causeEventId: ids.get(cause) ?? '',
      correlationId: '',
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** The events after a version of the log, as a specification tells them. */
const appendedAs = (log: readonly Recorded[], from: number) => inOrder(log.slice(from).map(told));

const told = ({ id, stream, type, data, occurredAt, recordedAt, metadata }: Recorded) => ({
  stream,
  type,
  data,
  occurredAt,
  recordedAt,
  metadata,
  id: isUnlinkable(type) ? null : id,
});
type Told = Omit<ReturnType<typeof told>, 'type' | 'data'> & Pick<AnyEvent, 'type' | 'data'>;

/** What is drawn by lot is compared in no order. */
const inOrder = (events: readonly Told[]): Told[] => [
  ...events.filter(({ type }) => !isUnlinkable(type)),
  ...events
    .filter(({ type }) => isUnlinkable(type))
    .sort((a, b) => (JSON.stringify(a.data) < JSON.stringify(b.data) ? -1 : 1)),
];

const PROCESS: Actor = { subject: 'process', role: null, officeId: null };
const ANSWERED: Actor = { subject: 'survey', role: null, officeId: null };

/**
 * The events as the process writes them at a time: by its deterministic command, with ids that
 * follow from it. The digest of the command's content, which a key may make, is taken as it stands.
 */
const expectedEvents = (
  expected: readonly InLog[],
  due: readonly WorkItem[],
  log: readonly Recorded[],
  from: number,
  at: Instant,
): Told[] => {
  const day = startOfDay(dayOf(at));
  const written = expected.map(({ stream, event, action = '' }, n): Told => {
    const { type, data, occurredAt = at } = event;
    const schemaVersion = log[from + n]?.metadata.schemaVersion ?? 0;
    if (isUnlinkable(type)) {
      const linked = { commandId: null, commandHash: null, correlationId: null, causationId: null };
      const metadata = { ...linked, actor: ANSWERED, occurredAt: day, schemaVersion };
      return { stream, type, data, occurredAt: day, recordedAt: day, metadata, id: null };
    }
    const item = due.length === 1 ? due[0] : due[n];
    if (!item) throw new Error('several items write an event each');
    const commandId = uuidOf(item.causeEventId, item.process, action, item.id, item.dueAt);
    const commandHash = log[from + n]?.metadata.commandHash ?? null;
    const caused = { correlationId: item.correlationId, causationId: item.causeEventId };
    const metadata = { commandId, commandHash, ...caused, actor: PROCESS, occurredAt, schemaVersion };
    const nth = expected.slice(0, n).filter((one) => one.stream === stream && (one.action ?? '') === action).length;
    const id = uuidOf(stream, PROCESS.subject, commandId, commandHash ?? '', nth);
    return { stream, type, data, occurredAt, recordedAt: at, metadata, id };
  });
  return inOrder(written);
};

/** Nothing yet, of the views and of the lists of some processes. */
const emptyBatch = (those: readonly Process[]): RowCache => {
  const db = new DatabaseSync(':memory:');
  const schema = [...views, workProjection(those)].flatMap(({ tables }) => tables.map((table) => table.schema));
  db.exec(`BEGIN; ${schema.join('\n')} COMMIT;`);
  return new RowCache(db);
};

/** What the events make of everything, within one batch. */
const inOneBatch = (events: readonly Recorded[]): RowCache => {
  const batch = emptyBatch(processes);
  const handlers = projections.map((projection) => projection.handlers(batch));
  for (const event of events)
    for (const each of handlers) (each[event.type] as ((event: Recorded) => void) | undefined)?.(event);
  return batch;
};
