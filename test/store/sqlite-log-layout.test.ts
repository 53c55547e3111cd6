import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import t, { type Test } from 'tap';
import { uuidOf } from '../../src/domain/ids.ts';
import type { NewEvent, StoredEvent } from '../../src/store/event-store.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';

/** As the first release made it. */
const FORMER_SCHEMA = `
CREATE TABLE IF NOT EXISTS events (
  position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, stream TEXT NOT NULL,
  version INTEGER NOT NULL, type TEXT NOT NULL,
  data TEXT NOT NULL, metadata TEXT NOT NULL, recorded_at TEXT NOT NULL, day_only INTEGER NOT NULL,
  append INTEGER NOT NULL, UNIQUE (stream, version)
);`;

/** Appends of a log: stream, size, and whether its events bear their day alone. */
const APPENDS = [
  ['visit-b', 1],
  ['visit-a', 3],
  ['visit-b', 2],
  ['answer-c', 4, 'day'],
  ['visit-a', 1],
  ['answer-c', 1, 'day'],
] as const;
const CLOCK = { now: () => '2026-06-01T03:00:00.000Z' };

const event = (key: string): NewEvent => ({
  id: uuidOf('event', key),
  type: `T ${key}`,
  data: JSON.stringify({ key }),
  metadata: JSON.stringify({ of: key }),
});

/** What such a file is to be read as. */
const expected = (): StoredEvent[] => {
  const versions = new Map<string, number>();
  let position = 0;
  return APPENDS.flatMap(([stream, size, day]) =>
    Array.from({ length: size }, (_, n) => {
      const version = (versions.get(stream) ?? 0) + 1;
      versions.set(stream, version);
      position += 1;
      return {
        ...event(`${stream} ${version}`),
        stream,
        version,
        position,
        recordedAt: day ? '2026-05-31T15:00:00.000Z' : `2026-06-02T00:00:${String(position).padStart(2, '0')}.000Z`,
        endsAppend: n + 1 === size,
      };
    }),
  );
};

const formerFile = (t: Test): string => {
  const file = join(t.testdir({}), 'events.sqlite');
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA journal_mode=WAL; ${FORMER_SCHEMA}`);
  const insert = db.prepare(
    `INSERT INTO events (id, stream, version, type, data, metadata, recorded_at, day_only, append)
     VALUES (?,?,?,?,?,?,?,?,?)`,
  );
  let first = 1;
  for (const { id, stream, version, type, data, metadata, recordedAt, position, endsAppend } of expected()) {
    insert.run(id, stream, version, type, data, metadata, recordedAt, stream.startsWith('answer') ? 1 : 0, first);
    if (endsAppend) first = position + 1;
  }
  db.close();
  return file;
};

const logIn = async (store: SqliteEventStore): Promise<readonly StoredEvent[]> => {
  for await (const batch of store.subscribe(0, AbortSignal.timeout(5_000))) return batch;
  return [];
};

t.test('a file of the former layout is brought into the present one, and goes on from there', async (t) => {
  const file = formerFile(t);
  const progress: [number, number][] = [];
  const store = new SqliteEventStore({ file, clock: CLOCK, onLayout: (events, of) => progress.push([events, of]) });
  t.strictSame(progress, [[12, 12]]);
  t.strictSame(await logIn(store), expected());
  for (const stream of ['visit-a', 'visit-b', 'answer-c'])
    t.strictSame(
      await store.read(stream, 0),
      expected().filter((one) => one.stream === stream),
    );
  const [first] = expected();
  t.strictSame(await store.append('visit-b', 0, first ? [event('visit-b 1')] : []), {
    outcome: 'appended',
    version: 1,
    position: 1,
  });
  t.strictSame(await store.append('visit-b', 2, [event('x')]), { outcome: 'conflict', version: 3 });
  t.strictSame(await store.append('visit-b', 3, [event('y')]), { outcome: 'appended', version: 4, position: 13 });
  t.equal((await store.read('visit-b', 3))[0]?.recordedAt, '2026-06-02T00:00:11.000Z', 'time does not go back');
  const reader = new SqliteEventStore({ file, clock: CLOCK, readOnly: true });
  t.equal(await reader.head(), 13);
  await reader.close();
  await store.close();
  const again = new SqliteEventStore({ file, clock: CLOCK, onLayout: () => t.fail('there is nothing left to do') });
  t.equal((await logIn(again)).length, 13);
  await again.close();
});

t.test('killed amid it, the file is as before; the next start does it', async (t) => {
  const file = formerFile(t);
  const source = new URL('../../src/store/sqlite-event-store.ts', import.meta.url).href;
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { SqliteEventStore } from ${JSON.stringify(source)};
       new SqliteEventStore({ file: ${JSON.stringify(file)}, clock: { now: () => '' }, onLayout: () => {
         process.kill(process.pid, 'SIGKILL');
       } });`,
    ],
    { stdio: 'inherit' },
  );
  t.strictSame(await once(child, 'exit'), [null, 'SIGKILL']);
  const db = new DatabaseSync(file, { readOnly: true });
  t.equal(db.prepare('SELECT count(*) AS n FROM events WHERE append > 0').get()?.n, 12);
  t.equal(db.prepare('PRAGMA user_version').get()?.user_version, 0);
  db.close();
  const store = new SqliteEventStore({ file, clock: CLOCK });
  t.strictSame(await logIn(store), expected());
  await store.close();
});

t.test('who only reads is told what to do with another layout, and changes nothing', async (t) => {
  const file = formerFile(t);
  t.throws(() => new SqliteEventStore({ file, clock: CLOCK, readOnly: true }), {
    name: 'OtherLogLayout',
    message: 'the log has the layout of a former release: start the server on its folder once',
  });
  const store = new SqliteEventStore({ file, clock: CLOCK });
  await store.close();
  const db = new DatabaseSync(file);
  db.exec('PRAGMA user_version=99');
  db.close();
  for (const readOnly of [true, false])
    t.throws(() => new SqliteEventStore({ file, clock: CLOCK, readOnly }), {
      name: 'OtherLogLayout',
      message: 'the log was written by a newer release',
    });
});
