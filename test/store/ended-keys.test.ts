import { randomBytes } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { streamOf, studyIdOf, uuidOf } from '../../src/domain/ids.ts';
import { type KeyId, keyIdOf } from '../../src/domain/sealed.ts';
import { machineClock } from '../../src/store/clock.ts';
import { encode } from '../../src/store/codec.ts';
import { destroyEndedKeys } from '../../src/store/ended-keys.ts';
import { EventFeed } from '../../src/store/event-feed.ts';
import { masterKeyWrapping } from '../../src/store/key-wrapping.ts';
import { PostgresVault } from '../../src/store/postgres-vault.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';
import { SqliteVault } from '../../src/store/sqlite-vault.ts';
import { startPglite } from '../support/pglite-server.ts';

/** Tells from where it is first followed. */
class WatchedFeed extends EventFeed {
  readonly #begun = Promise.withResolvers<number>();
  readonly begun = this.#begun.promise;

  override follow(after: number, signal: AbortSignal) {
    this.#begun.resolve(after);
    return super.follow(after, signal);
  }
}

t.test(
  'rules 38, 39, 43: a key is destroyed by whoever reads that it has ended, though the vault was away just then',
  async (t) => {
    const server = await startPglite(t);
    const store = new SqliteEventStore({ file: join(t.testdir(), 'events.sqlite'), clock: machineClock });
    const wrapping = masterKeyWrapping([randomBytes(32)]);
    const vault = await PostgresVault.open({ url: server.url, wrapping, limits: { call: 2_000, attempt: 1_000 } });
    const [survey, one, other] = [uuidOf('survey'), uuidOf('one'), uuidOf('other')];
    const [gatheredKey, waitingKey, tokenKey] = [
      keyIdOf('answer', one),
      keyIdOf('answer', other),
      keyIdOf('survey-token', survey),
    ];
    for (const id of [gatheredKey, waitingKey, tokenKey]) await vault.make(id);
    const end = new AbortController();
    const feed = new WatchedFeed(store);
    const untold = { reading: () => t.fail('there is little to read'), failed: () => {} };
    const destroying = destroyEndedKeys(store, feed, vault, end.signal, untold);
    await feed.begun;

    const nobody = { commandId: null, commandHash: null, correlationId: null, causationId: null };
    const metadata = {
      ...nobody,
      actor: { subject: 'process', role: null, officeId: null },
      occurredAt: machineClock.now(),
    };
    await server.stop();
    const gathered = {
      type: 'AnswersGathered',
      data: { networkId: uuidOf('n'), audience: 'CAREGIVER', invitationIds: [one] },
    };
    await store.append(streamOf('answer', survey), 0, [encode(uuidOf('gathered'), gathered, metadata)]);
    await store.append(streamOf('survey', survey), 0, [
      encode(uuidOf('closed'), { type: 'SurveyClosed', data: {} }, metadata),
    ]);
    for (let n = 0; n < 500 && (await vault.open(gatheredKey).catch(() => null)) !== null; n += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    t.equal(
      (await server.query('SELECT id FROM vault_keys WHERE wrapped IS NULL')).length,
      0,
      'dropped from memory, and not destroyed yet',
    );
    await server.start();
    const destroyed = () => server.query<{ id: string }>('SELECT id FROM vault_keys WHERE wrapped IS NULL ORDER BY id');
    for (let n = 0; n < 1_000 && (await destroyed()).length < 2; n += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    t.strictSame(
      (await destroyed()).map(({ id }) => id),
      [gatheredKey, tokenKey],
    );
    t.not(await vault.open(waitingKey), null);

    end.abort();
    feed.close();
    await destroying;
    await Promise.all([vault.close(), store.close()]);
  },
);

const WRAPPING = masterKeyWrapping([randomBytes(32)]);
const vaultIn = (folder: string): Promise<SqliteVault> =>
  SqliteVault.open({ file: join(folder, 'vault.sqlite'), wrapping: WRAPPING });

/** Follows until the vault's mark is at the last event; answers from where the log was followed. */
const untilMarked = async (
  store: SqliteEventStore,
  vault: SqliteVault,
  reading = (_events: number, _of: number): void => {},
): Promise<number> => {
  const end = new AbortController();
  const feed = new WatchedFeed(store);
  const destroying = destroyEndedKeys(store, feed, vault, end.signal, { reading, failed: t.error });
  const from = await feed.begun;
  const head = await store.head();
  while (from < head && JSON.parse((await vault.mark()) ?? '{}').position !== head)
    await new Promise((resolve) => setImmediate(resolve));
  end.abort();
  feed.close();
  await destroying;
  return from;
};

/** Appends that end the keys of a survey's answers, and its own; the keys are there. */
const ending = async (t: Test, store: SqliteEventStore, vault: SqliteVault, name: string) => {
  const [survey, answer] = [uuidOf(name), uuidOf(name, 'answer')];
  const study = studyIdOf(uuidOf('n'), name);
  const keys = [keyIdOf('answer', answer), keyIdOf('survey-token', survey), keyIdOf('study', study)];
  for (const id of keys) await vault.make(id);
  const actor = { subject: 'process', role: null, officeId: null };
  const metadata = { commandId: null, commandHash: null, correlationId: null, causationId: null, actor };
  const event = (type: string, data: object) =>
    encode(uuidOf(name, type), { type, data }, { ...metadata, occurredAt: NOW });
  const gathered = { networkId: uuidOf('n'), audience: 'CAREGIVER', invitationIds: [answer] };
  await store.append(streamOf('answer', survey), 0, [event('AnswersGathered', gathered)]);
  await store.append(streamOf('survey', survey), 0, [event('SurveyClosed', {})]);
  await store.append(streamOf('study', study), 0, [event('StudyEnded', { networkId: uuidOf('n'), study: name })]);
  t.strictSame(await Promise.all(keys.map(async (id) => (await vault.open(id)) !== null)), [true, true, true]);
  return keys;
};
const NOW = '2026-06-01T03:00:00.000Z';
const isOpen = async (vault: SqliteVault, keys: readonly KeyId[]): Promise<boolean[]> => {
  vault.forget(keys);
  return Promise.all(keys.map(async (id) => (await vault.open(id)) !== null));
};

t.test(
  'rules 38, 39, 43: keys that a crash left are destroyed at the next start, which goes on from a mark',
  async (t) => {
    const folder = t.testdir({});
    const store = new SqliteEventStore({ file: join(folder, 'events.sqlite'), clock: machineClock });
    let vault = await vaultIn(folder);
    t.teardown(async () => Promise.all([store.close(), vault.close()]));
    const waiting = keyIdOf('answer', uuidOf('waiting'));
    await vault.make(waiting);
    const first = await ending(t, store, vault, 'first');
    await vault.close();
    copyFileSync(join(folder, 'vault.sqlite'), join(folder, 'backup'));
    vault = await vaultIn(folder);
    t.equal(await untilMarked(store, vault), 0, 'the first start reads the log');
    t.strictSame(await isOpen(vault, [...first, waiting]), [false, false, false, true]);
    t.equal(await untilMarked(store, vault), 3, 'the next one goes on where it was');
    const second = await ending(t, store, vault, 'second');
    t.equal(await untilMarked(store, vault), 3);
    t.strictSame(await isOpen(vault, second), [false, false, false]);
    await vault.close();
    copyFileSync(join(folder, 'backup'), join(folder, 'vault.sqlite'));
    vault = await vaultIn(folder);
    t.strictSame(await isOpen(vault, first), [true, true, true], 'they are back with the backup');
    t.equal(await untilMarked(store, vault), 0, 'with the mark of its day');
    t.strictSame(await isOpen(vault, [...first, waiting]), [false, false, false, true]);
  },
);

t.test('of a mark that is not of this log nothing is believed', async (t) => {
  const folder = t.testdir({});
  const store = new SqliteEventStore({ file: join(folder, 'events.sqlite'), clock: machineClock });
  const vault = await vaultIn(folder);
  t.teardown(async () => Promise.all([store.close(), vault.close()]));
  const keys = await ending(t, store, vault, 'survey');
  const [stands] = await store.read(streamOf('survey', uuidOf('survey')), 0);
  for (const other of [{ id: uuidOf('other') }, { position: 1 }, { stream: 'survey-none' }]) {
    await vault.setMark(JSON.stringify({ position: 2, stream: stands?.stream, version: 1, id: stands?.id, ...other }));
    t.equal(await untilMarked(store, vault), 0);
  }
  t.strictSame(await isOpen(vault, keys), [false, false, false]);
});

t.test(
  'a vault restored without its mark: that the whole log is read is told, and others have their turn',
  async (t) => {
    const folder = t.testdir({});
    const store = new SqliteEventStore({ file: join(folder, 'events.sqlite'), clock: machineClock });
    const vault = await vaultIn(folder);
    t.teardown(async () => Promise.all([store.close(), vault.close()]));
    const other = (n: number) => ({ id: uuidOf('event', n), type: 'OfAnotherKind', data: '{}', metadata: '{}' });
    await Promise.all(Array.from({ length: 10_001 }, (_, n) => store.append(`other-${n}`, 0, [other(n)])));
    const keys = await ending(t, store, vault, 'survey');
    const [head, told] = [await store.head(), [] as number[][]];
    let [turns, isRead] = [0, false];
    const count = (): void => {
      turns += 1;
      if (!isRead) setImmediate(count);
    };
    const reading = (...line: number[]): void => {
      if (told.push(line) === 1) count();
    };
    // Each batch takes a second.
    let now = 0;
    t.intercept(performance, 'now', { value: () => (now += 1_000), configurable: true, writable: true });
    t.equal(await untilMarked(store, vault, reading), 0);
    isRead = true;
    t.strictSame(told[0], [0, head]);
    t.ok(turns >= 20, `${turns} turns in 20 batches`);
    t.strictSame(await isOpen(vault, keys), [false, false, false]);
    const onceMore = told.length;
    t.equal(await untilMarked(store, vault, reading), head);
    t.equal(told.length, onceMore, 'with its mark there is nothing to tell');
  },
);

t.test('what keeps keys from being destroyed is told', async (t) => {
  const folder = t.testdir({});
  const store = new SqliteEventStore({ file: join(folder, 'events.sqlite'), clock: machineClock });
  const vault = await vaultIn(folder);
  t.teardown(() => vault.close());
  await store.close();
  const end = new AbortController();
  const { promise: error, resolve: failed } = Promise.withResolvers<unknown>();
  const destroying = destroyEndedKeys(store, new EventFeed(store), vault, end.signal, { reading: () => {}, failed });
  t.match(await error, { name: 'StoreUnavailable' });
  end.abort();
  await destroying;
});
