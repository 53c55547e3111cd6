import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import t from 'tap';
import { uuidOf } from '../../src/domain/ids.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import { DataFolderLock } from '../../src/store/data-folder-lock.ts';
import type { NewEvent, StoredEvent } from '../../src/store/event-store.ts';
import { SimulatedClock } from '../../src/store/simulated-clock.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';
import { SqliteVault } from '../../src/store/sqlite-vault.ts';

const folderFor = (t: { teardown(done: () => void): void }): string => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
const event = (key: string, change: Partial<NewEvent> = {}): NewEvent => ({
  id: uuidOf('event', key),
  type: 'T',
  data: '{}',
  metadata: '{}',
  ...change,
});
const CLOCK = { now: () => '2026-06-01T03:00:00.000Z' };

t.test('recordedAt never goes back; a day-stamped event carries 00:00 of its day alone', async (t) => {
  let now = '2026-06-01T03:00:00.000Z';
  const store = new SqliteEventStore({ file: join(folderFor(t), 'events.sqlite'), clock: { now: () => now } });
  await store.append('s-1', 0, [event('a')]);
  now = '2026-05-01T03:00:00.000Z';
  await store.append('s-1', 1, [event('b'), event('c', { stampDayOnly: true })]);
  t.strictSame(
    (await store.read('s-1', 0)).map(({ recordedAt }) => recordedAt),
    ['2026-06-01T03:00:00.000Z', '2026-06-01T03:00:00.000Z', '2026-05-31T15:00:00.000Z'],
  );
  await store.close();
});

t.test(
  'subscriptions: history, then what happens, in order, to every reader of the file; they end with their signal',
  async (t) => {
    const file = join(folderFor(t), 'events.sqlite');
    const store = new SqliteEventStore({ file, clock: CLOCK });
    await store.append('s-1', 0, [event('a'), event('b')]);
    const reader = new SqliteEventStore({ file, clock: CLOCK, readOnly: true });
    const follow = async (from: SqliteEventStore, after: number): Promise<number[]> => {
      const end = new AbortController();
      const seen: number[] = [];
      for await (const batch of from.subscribe(after, end.signal)) {
        seen.push(...batch.map(({ position }) => position));
        if (seen.at(-1) === 40) end.abort();
      }
      return seen;
    };
    // A waiting reader does not keep a process alive by itself; here nothing else does.
    const alive = setInterval(() => {}, 1000);
    const following = [follow(store, 0), follow(reader, 0), follow(reader, 1)];
    for (let n = 2; n < 40; n += 1) await store.append('s-1', n, [event(`live ${n}`)]);
    const all = Array.from({ length: 40 }, (_, n) => n + 1);
    t.strictSame(await Promise.all(following), [all, all, all.slice(1)]);
    clearInterval(alive);
    await reader.close();
    await store.close();
  },
);

t.test('who follows is given all as it stands in the file, however far behind they fall', async (t) => {
  const file = join(folderFor(t), 'events.sqlite');
  const store = new SqliteEventStore({ file, clock: CLOCK });
  const end = new AbortController();
  const following = store.subscribe(0, end.signal)[Symbol.asyncIterator]();
  const given: StoredEvent[][] = [];
  const take = async () => given.push([...((await following.next()).value ?? [])]);
  await store.append('s-0', 0, [event('first')]);
  await take();
  // At once what was written, then more than is kept for who does not take it.
  for (const appends of [1, 3, 300, 2]) {
    const names = Array.from({ length: appends }, (_, n) => `s-${given.length}-${n}`);
    const before = await store.head();
    for (const name of names) {
      const [one, other] = [event(`${name} 1`), event(`${name} 2`, { stampDayOnly: true })];
      await Promise.all([store.append(name, 0, [one, other]), store.append(name, 1, [event('conflict')])]);
    }
    const last = await store.head();
    t.equal(last - before, 2 * appends);
    while ((given.at(-1)?.at(-1)?.position ?? 0) < last) await take();
  }
  end.abort();
  const reader = new SqliteEventStore({ file, clock: CLOCK, readOnly: true });
  const inFile: StoredEvent[] = [];
  for await (const batch of reader.subscribe(0, new AbortController().signal)) {
    inFile.push(...batch);
    if (inFile.length === 613) break;
  }
  t.strictSame(given.flat(), inFile);
  t.ok(given.every((batch) => batch.at(-1)?.endsAppend));
  await following.return?.();
  await reader.close();
  await store.close();
});

t.test('what cannot be written fails, and nothing of its group stands; the store goes on', async (t) => {
  const file = join(folderFor(t), 'events.sqlite');
  const store = new SqliteEventStore({ file, clock: CLOCK });
  await store.append('s-1', 0, [event('a')]);
  const other = new DatabaseSync(file);
  other.exec("CREATE TRIGGER full BEFORE INSERT ON events WHEN new.type = 'X' BEGIN SELECT RAISE(FAIL, 'full'); END");
  const results = await Promise.allSettled([
    store.append('s-1', 1, [event('b')]),
    store.append('s-2', 0, [event('c', { type: 'X' })]),
  ]);
  t.strictSame(
    results.map((result) => result.status === 'rejected' && result.reason.name),
    ['StoreUnavailable', 'StoreUnavailable'],
  );
  other.exec('DROP TRIGGER full');
  other.close();
  t.equal(await store.head(), 1);
  t.match(await store.append('s-1', 1, [event('b')]), { outcome: 'appended', version: 2, position: 2 });
  t.strictSame(await store.read('s-2', 0), []);
  await store.close();
});

t.test('a long read gives the event loop its turns, and sees the stream as it stood at one moment', async (t) => {
  const store = new SqliteEventStore({ file: join(folderFor(t), 'events.sqlite'), clock: CLOCK });
  const data = JSON.stringify({ long: 'x'.repeat(20_000) });
  for (let n = 0; n < 40; n += 1)
    await store.append(
      's-1',
      n * 50,
      Array.from({ length: 50 }, (_, k) => event(`${n} ${k}`, { data })),
    );
  let ticks = 0;
  const tick = (): void => {
    ticks += 1;
    ticking = setImmediate(tick);
  };
  let ticking = setImmediate(tick);
  const reading = store.read('s-1', 3);
  const closing = store.close();
  const events = await reading;
  clearImmediate(ticking);
  t.ok(ticks >= 7, `${ticks} turns for 2,000 events`);
  t.strictSame(
    events.map(({ version }) => version),
    Array.from({ length: 1_997 }, (_, n) => n + 4),
  );
  await closing;
});

t.test('the lock: a second writer is refused, and has it once the first lets go', async (t) => {
  const folder = folderFor(t);
  const first = DataFolderLock.take(folder);
  t.throws(() => DataFolderLock.take(folder), { message: /is in use by another server/ });
  first.release();
  DataFolderLock.take(folder).release();
});

t.test(
  'rules 41, 43: a sealed value opens at its place alone; a destroyed key is gone from the file and never made again',
  async (t) => {
    const folder = folderFor(t);
    const files = { vault: join(folder, 'vault.sqlite'), masterKey: join(folder, 'master.key') };
    const id = keyIdOf('client', uuidOf('client'));
    const vault = await SqliteVault.inFolder(files);
    const [key, same] = await Promise.all([vault.make(id), vault.make(id)]);
    const place = { stream: 'client-1', path: 'personal.name' };
    const sealed = key.seal('黄鳥', place);
    t.match(sealed, new RegExp(`^sealed:1:${id}:[A-Za-z0-9_-]+$`));
    t.not(key.seal('黄鳥', place), sealed);
    t.equal(same.open(sealed, place), '黄鳥');
    for (const other of [
      { ...place, path: 'personal.address' },
      { ...place, stream: 'client-2' },
    ])
      t.throws(() => key.open(sealed, other), { name: 'CannotOpen' });
    t.equal(key.hmac('a'), same.hmac('a'));
    await vault.close();
    const reopened = await SqliteVault.inFolder(files);
    t.equal((await reopened.open(id))?.open(sealed, place), '黄鳥');
    const wrapped = readFileSync(files.vault);
    await reopened.destroy(id);
    await reopened.destroy(id);
    t.equal(await reopened.open(id), null);
    await t.rejects(reopened.make(id), { name: 'KeyDestroyed' });
    await reopened.close();
    const after = readFileSync(files.vault);
    const at = wrapped.indexOf(Buffer.from(id)) + id.length;
    t.equal(after.includes(wrapped.subarray(at, at + 40)), false, 'the wrapped key is not in the file any more');
  },
);

t.test(
  'rule 7: the simulated clock stands where it was last set, never goes back, and is shared by its file',
  async (t) => {
    const file = join(folderFor(t), 'clock');
    const clock = new SimulatedClock(file);
    t.equal(clock.simulated, null);
    clock.set('2026-06-02T00:00:00.000Z');
    clock.set('2026-06-01T00:00:00.000Z');
    t.equal(new SimulatedClock(file).now(), '2026-06-02T00:00:00.000Z');
    t.equal(clock.off(), true);
    clock.set('2999-01-01T00:00:00.000Z');
    t.equal(clock.off(), false);
    t.equal(clock.now(), '2999-01-01T00:00:00.000Z');
  },
);

t.test('rule 7: nodes that set the clock at the same time do not turn it back', async (t) => {
  const file = join(folderFor(t), 'clock');
  const clockFile = new URL('../../src/store/simulated-clock.ts', import.meta.url).href;
  const setting = `
    import { SimulatedClock } from ${JSON.stringify(clockFile)};
    const clock = new SimulatedClock(${JSON.stringify(file)});
    let turnedBack = 0;
    for (let n = 0; n < 50; n += 1) {
      const later = new Date(Date.parse(clock.simulated ?? '2026-06-01T00:00:00.000Z') + 1000).toISOString();
      clock.set(later);
      if (clock.simulated < later) turnedBack += 1;
    }
    process.exitCode = turnedBack;`;
  const node = (): Promise<number | null> =>
    new Promise((resolve) =>
      spawn(process.execPath, ['--input-type=module', '--eval', setting], { stdio: 'inherit' }).once('exit', resolve),
    );
  t.strictSame(await Promise.all([node(), node(), node()]), [0, 0, 0]);
});
