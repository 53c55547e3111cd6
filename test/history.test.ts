import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { eventsOf, readOutcome, restoreHistory } from '../scripts/history/recorded-history.ts';
import { eventsIn } from '../scripts/migration/copy-log.ts';
import { openLocation } from '../scripts/migration/location.ts';
import { filesOf } from '../src/app.ts';
import { configFrom } from '../src/config.ts';
import { minuteOfDay, toInstant } from '../src/domain/calendar.ts';
import { careTasksOf } from '../src/domain/visit/care-tasks.ts';
import { decode } from '../src/store/codec.ts';
import { type AnyEvent, type EventOf, eventSchemas } from '../src/store/event-types.ts';
import { SimulatedClock } from '../src/store/simulated-clock.ts';
import { startNode } from './support/http-node.ts';

// What a release has written is read for ever: its log is replayed by the code of today, which
// answers what the release answered.
const HISTORIES = join(import.meta.dirname, 'fixtures', 'history');

/** Releases that listed tasks as they are due; since then the urgent ones stand first. */
const BY_DUE_TIME = ['0.2'];
/** How many tasks wait stays; which of them are on the first page does not. */
const withoutTasksShown = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer, (field, value) => (field === 'tasks' ? { ...value, edges: [] } : value)));

for (const version of readdirSync(HISTORIES)) {
  t.test(`the history of ${version} is read as its release read it`, async (t) => {
    const folder = join(HISTORIES, version);
    const dataDir = join(t.testdir(), 'data');
    const restored = await openLocation(dataDir, false, configFrom({}));
    await restoreHistory(folder, restored);
    let head = 0;
    for await (const event of eventsIn(restored.store)) {
      const known = decode(event);
      const read = eventSchemas.get(event.type)?.safeParse({ type: event.type, data: known?.data });
      if (!read?.success) t.fail(`${event.type} at ${event.position} is not read`);
      head = event.position;
    }
    t.ok(head > 1_000, 'it is a history');
    await restored.close();

    const { now, questions } = readOutcome(folder);
    new SimulatedClock(filesOf(dataDir).clock).set(toInstant(now));
    const node = await startNode(t, { DATA_DIR: dataDir });
    for (const { as, query, variables, answer } of questions) {
      const { data, errors } = await node.ask(query, variables, { as, headers: { 'x-min-position': String(head) } });
      t.strictSame(errors, []);
      const [now, then] = [data, answer].map((one) => (BY_DUE_TIME.includes(version) ? withoutTasksShown(one) : one));
      t.strictSame(now, then, `${as}: ${query.slice(0, 60)} ${JSON.stringify(variables)}`);
    }
    t.equal(await node.store.head(), head, 'nothing was left to do');
    await node.close();
  });
}

/** What a demo's life cannot hold, and why. */
const NOT_IN_A_LIFE: Readonly<Record<string, string>> = {
  AnswerRefused: 'an answer that races the closing on another node',
};
/** 2026, 内閣府「国民の祝日」. */
const HOLIDAYS = ['2026-09-21', '2026-09-22', '2026-09-23', '2026-10-12', '2026-11-03', '2026-11-23'];

t.test("the newest history holds every event that is built, and is a care office's life", async (t) => {
  const newest = readdirSync(HISTORIES).sort().at(-1) ?? '';
  const life = new Map<string, AnyEvent['data'][]>();
  for await (const event of eventsOf(join(HISTORIES, newest, 'log.jsonl.gz'))) {
    const data = decode(event)?.data;
    if (data) life.set(event.type, [...(life.get(event.type) ?? []), data]);
  }
  const all = <Type extends AnyEvent['type']>(type: Type) => (life.get(type) ?? []) as EventOf<Type>['data'][];
  t.strictSame(
    [...eventSchemas.keys()].filter((type) => !life.has(type)).sort(),
    Object.keys(NOT_IN_A_LIFE).sort(),
    'an event that the demo does not live is replayed by nobody: add it to scripts/demo/changes.ts',
  );

  const scheduled = all('VisitScheduled');
  const strange = scheduled.filter(({ service, tasks, plannedStart, minutes }) => {
    const held = careTasksOf(service).map(({ code }) => code);
    const fitsService = tasks.length > 0 && tasks.every((code) => held.includes(code));
    return !fitsService || minuteOfDay(plannedStart) % 15 !== 0 || minutes % 15 !== 0;
  });
  t.strictSame(strange, [], 'tasks of the service, planned by quarters of an hour');
  const sold = Map.groupBy(scheduled, ({ assistOfficeId }) => assistOfficeId);
  t.ok(sold.size >= 7, 'many offices help');
  t.ok(
    [...sold.values()].every(({ length }) => length < scheduled.length / 3),
    'and none does everything',
  );
  t.ok(new Set(all('ClientRegistered').map(({ careLevel }) => careLevel)).size === 5, 'each 要介護 level');
  const paidOn = all('PaymentSettled').map((payment) => payment.paidOn);
  const isClosed = (day: string): boolean =>
    HOLIDAYS.includes(day) || [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  t.ok(paidOn.length > 0 && !paidOn.some(isClosed), `banks are open on ${paidOn[0]}`);
  const uncovered = all('VisitsWithdrawn').filter(({ because }) => because === 'UNCOVERED');
  t.equal(
    all('UncoveredAnswered').flatMap(({ visitIds }) => visitIds).length,
    uncovered.flatMap(({ visits }) => visits).length,
    'what nobody had has been answered for: it does not head the tasks for ever',
  );
});
