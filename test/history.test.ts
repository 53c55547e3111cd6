import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { readOutcome, restoreHistory } from '../scripts/history/recorded-history.ts';
import { eventsIn } from '../scripts/migration/copy-log.ts';
import { openLocation } from '../scripts/migration/location.ts';
import { filesOf } from '../src/app.ts';
import { configFrom } from '../src/config.ts';
import { toInstant } from '../src/domain/calendar.ts';
import { decode } from '../src/store/codec.ts';
import { eventSchemas } from '../src/store/event-types.ts';
import { SimulatedClock } from '../src/store/simulated-clock.ts';
import { startNode } from './support/http-node.ts';

// What a release has written is read for ever: its log is replayed by the code of today, which
// answers what the release answered.
const HISTORIES = join(import.meta.dirname, 'fixtures', 'history');

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
      t.strictSame(data, answer, `${as}: ${query.slice(0, 60)} ${JSON.stringify(variables)}`);
    }
    t.equal(await node.store.head(), head, 'nothing was left to do');
    await node.close();
  });
}
