import { join } from 'node:path';
import t, { type Test } from 'tap';
import { machineClock } from '../../src/store/clock.ts';
import { EventFeed } from '../../src/store/event-feed.ts';
import type { NewEvent, Position, StoredEvent } from '../../src/store/event-store.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';

/**
 * The embedded store, which tells how often it was subscribed to and how many subscriptions are
 * open.
 */
class CountedStore extends SqliteEventStore {
  begun = 0;
  open = 0;
  most = 0;

  override async *subscribe(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    this.begun += 1;
    this.open += 1;
    this.most = Math.max(this.most, this.open);
    try {
      yield* super.subscribe(after, signal);
    } finally {
      this.open -= 1;
    }
  }
}

const events = (count: number): NewEvent[] =>
  Array.from({ length: count }, () => ({ id: crypto.randomUUID(), type: 'T', data: '{}', metadata: '{}' }));

const fresh = (t: Test) => {
  const store = new CountedStore({ file: join(t.testdir(), 'events.sqlite'), clock: machineClock });
  const feed = new EventFeed(store);
  // A waiting reader does not keep a process alive by itself.
  const alive = setInterval(() => {}, 1_000);
  t.teardown(async () => {
    clearInterval(alive);
    feed.close();
    await store.close();
  });
  return { store, feed };
};

/** Positions of what a follower gets, up to one. */
const follow = async (
  feed: EventFeed,
  after: Position,
  upTo: Position,
  each: () => Promise<unknown> = async () => {},
) => {
  const positions: Position[] = [];
  for await (const batch of feed.follow(after, AbortSignal.timeout(20_000))) {
    positions.push(...batch.map(({ position }) => position));
    if ((positions.at(-1) ?? 0) >= upTo) break;
    await each();
  }
  return positions;
};
const between = (after: number, last: number): number[] =>
  Array.from({ length: last - after }, (_, n) => after + n + 1);

t.test(
  'two hundred followers have one subscription of the store, and each gets everything once, in order',
  async (t) => {
    const { store, feed } = fresh(t);
    await store.append('s-1', 0, events(5));
    const following = Array.from({ length: 200 }, () => follow(feed, 5, 45));
    for (let n = 5; n < 45; n += 1) await store.append('s-1', n, events(1));
    for (const positions of await Promise.all(following)) t.strictSame(positions, between(5, 45));
    t.equal(store.begun, 1);
  },
);

t.test(
  'who comes from further back reads history until it meets the present; not more than sixteen at once',
  async (t) => {
    const { store, feed } = fresh(t);
    for (let n = 0; n < 3; n += 1) await store.append('s-1', n * 1_000, events(1_000));
    const following = Array.from({ length: 40 }, (_, n) => follow(feed, n * 50, 3_020));
    for (let n = 3_000; n < 3_020; n += 1) await store.append('s-1', n, events(1));
    for (const [n, positions] of (await Promise.all(following)).entries())
      t.strictSame(positions, between(n * 50, 3_020));
    t.ok(store.most <= 17, `${store.most} subscriptions at once: sixteen and the present`);
  },
);

t.test('a follower slower than what is kept misses nothing', async (t) => {
  const { store, feed } = fresh(t);
  const overtaken = Promise.withResolvers<void>();
  const slow = follow(feed, 0, 25_001, () => overtaken.promise);
  await store.append('s-1', 0, events(1));
  for (let n = 0; n < 25; n += 1) await store.append('s-1', n * 1_000 + 1, events(1_000));
  await follow(feed, 25_000, 25_001);
  overtaken.resolve();
  t.strictSame(await slow, between(0, 25_001));
});

t.test('it ends with the signal and with the feed; a position of another log is refused', async (t) => {
  const { store, feed } = fresh(t);
  await store.append('s-1', 0, events(3));
  const end = new AbortController();
  const waiting = feed.follow(3, end.signal)[Symbol.asyncIterator]().next();
  const other = feed.follow(3, new AbortController().signal)[Symbol.asyncIterator]().next();
  end.abort();
  t.strictSame(await waiting, { done: true, value: undefined });
  await t.rejects(follow(feed, 2.5, 3), { name: 'PositionUnknown' });
  await t.rejects(follow(feed, 4, 5), { name: 'PositionUnknown' }, 'beyond the head');
  feed.close();
  t.strictSame(await other, { done: true, value: undefined });
});
