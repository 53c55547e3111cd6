import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import type { StoredEvent } from '../../src/store/event-store.ts';
import {
  appended,
  begun,
  type ContractCase,
  followed,
  freshStream,
  idsOf,
  newEvent,
  newEvents,
} from './event-store-contract-ground.ts';

export const SUBSCRIPTION_CASES: readonly ContractCase[] = [
  {
    name: 'a subscriber gets history, then what happens, in order, nothing twice, and as a reader sees it',
    async run({ store, signal }) {
      const [stream, other] = [freshStream(), freshStream()];
      const after = await store.head();
      const history = newEvents(30);
      for (const [n, event] of history.entries()) await appended(store, n % 2 === 0 ? stream : other, n >> 1, [event]);
      const live = newEvents(60);
      const last = newEvent();
      let appending: Promise<void> | undefined;
      const append = async (): Promise<void> => {
        for (const [n, event] of live.entries()) await appended(store, stream, 15 + n, [event]);
        await appended(store, other, 15, [last]);
      };
      const seen = await followed(store, {
        after,
        streams: [stream, other],
        until: last.id,
        signal,
        // What happens begins to happen while history is read.
        digest: async () => {
          appending ??= begun(append());
        },
      });
      await appending;
      assert.deepEqual(idsOf(seen), idsOf([...history, ...live, last]));
      const read = [...(await store.read(stream, 0)), ...(await store.read(other, 0))];
      assert.deepEqual(
        seen,
        read.sort((a, b) => a.position - b.position),
      );
    },
  },
  {
    name: 'a subscription begins after its position, whether that is the head, amid the log or amid an append',
    async run({ store, signal }) {
      const stream = freshStream();
      const events = newEvents(6);
      const middle = await appended(store, stream, 0, events.slice(0, 2));
      await appended(store, stream, 2, events.slice(2, 5));
      const amid = (await store.read(stream, 2))[0]?.position ?? 0;
      const head = await store.head();
      const [last] = events.slice(5);
      assert.ok(last);
      const following = [middle, amid, head].map((after) =>
        begun(followed(store, { after, streams: [stream], until: last.id, signal })),
      );
      await appended(store, stream, 5, [last]);
      assert.deepEqual(
        (await Promise.all(following)).map(idsOf),
        [2, 3, 5].map((n) => idsOf(events.slice(n))),
      );
    },
  },
  {
    name: 'a subscription from the beginning has the whole log before it',
    async run({ store, signal }) {
      const stream = freshStream();
      const events = newEvents(3);
      await appended(store, stream, 0, events);
      const [first] = await store.read(stream, 0);
      const seen: StoredEvent[] = [];
      const digest = async (batch: readonly StoredEvent[]): Promise<void> => void seen.push(...batch);
      await followed(store, { after: 0, streams: [], until: events[2]?.id ?? '', signal, digest });
      assert.equal(seen.filter(({ position }) => position === first?.position).length, 1);
      const again = await followed(store, {
        after: seen[0]?.position ?? 0,
        streams: [stream],
        until: events[2]?.id ?? '',
        signal,
      });
      assert.deepEqual(idsOf(again), idsOf(events.filter(({ id }) => id !== seen[0]?.id)));
    },
  },
  {
    name: 'appends are never split over two batches, and each says where it ends',
    async run({ store, signal }) {
      const stream = freshStream();
      const after = await store.head();
      const sizes = [1, 7, 600, 2, 1_500, 1, 130, 999, 1_000, 3];
      let version = 0;
      const positions: number[] = [];
      for (const size of sizes.slice(0, 6)) {
        positions.push(await appended(store, stream, version, newEvents(size)));
        version += size;
      }
      const last = newEvent();
      const following = begun(followed(store, { after, streams: [stream], until: last.id, signal }));
      for (const size of sizes.slice(6)) {
        positions.push(await appended(store, stream, version, newEvents(size)));
        version += size;
      }
      await appended(store, stream, version, [last]);
      const seen = await following;
      assert.deepEqual(
        seen.map((event) => event.version),
        Array.from({ length: version + 1 }, (_, n) => n + 1),
      );
      const ends = seen.filter(({ endsAppend }) => endsAppend).slice(0, -1);
      assert.deepEqual(
        ends.map(({ position }) => position),
        positions,
        'an append ends at the position it was answered with',
      );
      assert.deepEqual(
        ends.map((event, n) => event.version - (ends[n - 1]?.version ?? 0)),
        sizes,
      );
      assert.deepEqual(await store.read(stream, 0), seen);
    },
  },
  {
    name: 'a subscription ends at once with its signal: before it begins, while it waits, while its consumer works',
    async run({ store, signal }) {
      const stream = freshStream();
      for await (const _ of store.subscribe(0, AbortSignal.abort())) assert.fail('nothing comes after the end');
      const after = await store.head();
      const waiting = new AbortController();
      const event = newEvent();
      const first = Promise.withResolvers<void>();
      const seen: string[] = [];
      const wait = async (): Promise<void> => {
        for await (const batch of store.subscribe(after, AbortSignal.any([waiting.signal, signal]))) {
          seen.push(...idsOf(batch.filter((one) => one.stream === stream)));
          if (seen.length > 0) first.resolve();
        }
      };
      const waited = begun(wait());
      await appended(store, stream, 0, [event]);
      await first.promise;
      for (let n = 0; n < 10; n += 1) await turn();
      const aborted = performance.now();
      waiting.abort();
      await waited;
      assert.ok(performance.now() - aborted < 500, 'it ends at once');
      await appended(store, stream, 1, newEvents(1));
      assert.deepEqual(seen, [event.id]);
      const working = new AbortController();
      for await (const _ of store.subscribe(after, working.signal)) {
        assert.equal(working.signal.aborted, false, 'nothing comes after the end');
        working.abort();
      }
    },
  },
  {
    name: 'a consumer that takes its time gets everything, once, in order',
    async run({ store, signal }) {
      const stream = freshStream();
      const after = await store.head();
      const events = newEvents(3_000);
      const asleep = Promise.withResolvers<void>();
      const written = Promise.withResolvers<void>();
      const following = begun(
        followed(store, {
          after,
          streams: [stream],
          until: events.at(-1)?.id ?? '',
          signal,
          // Sleeps through all that happens, then works on between other things.
          digest: async () => {
            asleep.resolve();
            await written.promise;
            await turn();
          },
        }),
      );
      await appended(store, stream, 0, events.slice(0, 10));
      await asleep.promise;
      for (let n = 10; n < events.length; n += 130) await appended(store, stream, n, events.slice(n, n + 130));
      written.resolve();
      assert.deepEqual(idsOf(await following), idsOf(events));
    },
  },
  {
    name: 'many subscribers, of two instances, each get everything',
    async run({ store, open, signal }) {
      const stream = freshStream();
      const other = await open();
      const after = await appended(store, stream, 0, newEvents(1));
      const last = newEvent();
      const following = Array.from({ length: 24 }, (_, n) =>
        begun(followed(n % 2 === 0 ? store : other, { after, streams: [stream], until: last.id, signal })),
      );
      const events = newEvents(100);
      for (const [n, event] of events.entries()) await appended(n % 3 === 0 ? other : store, stream, n + 1, [event]);
      await appended(store, stream, 101, [last]);
      const expected = idsOf([...events, last]);
      for (const seen of await Promise.all(following)) assert.deepEqual(idsOf(seen), expected);
    },
  },
  {
    name: 'a consumer may leave amid the log, a hundred and fifty times, and the store goes on',
    async run({ store, signal }) {
      const stream = freshStream();
      const after = await store.head();
      const events = newEvents(40);
      for (const [n, event] of events.entries()) await appended(store, stream, n, [event]);
      let left = 0;
      for (let n = 0; n < 150; n += 1) {
        for await (const _ of store.subscribe(after, signal)) {
          left += 1;
          break;
        }
      }
      assert.equal(left, 150);
      const seen = await followed(store, { after, streams: [stream], until: events.at(-1)?.id ?? '', signal });
      assert.deepEqual(idsOf(seen), idsOf(events));
    },
  },
  {
    name: 'where no event stands nothing can be followed, be it within the log or beyond its head',
    async run({ store, signal }) {
      const stream = freshStream();
      const before = await appended(store, stream, 0, newEvents(1));
      const position = await appended(store, stream, 1, newEvents(1));
      const between = position - before > 1 ? [before + 1, position - 1] : [];
      const nowhere = [...between, (await store.head()) + 1_000_000_000, 2 ** 52];
      for (const after of nowhere) {
        const first = store.subscribe(after, signal)[Symbol.asyncIterator]().next();
        await assert.rejects(first, { name: 'PositionUnknown' }, `nothing stands at ${after}`);
      }
      const last = newEvent();
      const following = begun(followed(store, { after: position, streams: [stream], until: last.id, signal }));
      await appended(store, stream, 2, [last]);
      assert.deepEqual(idsOf(await following), [last.id]);
    },
  },
  {
    name: 'closing finishes what is under way, may be repeated, and ends subscriptions; afterwards nothing is taken',
    async run({ store, open, signal }) {
      const closing = await open();
      const stream = freshStream();
      const after = await appended(closing, stream, 0, newEvents(1));
      const first = Promise.withResolvers<void>();
      const following = async (): Promise<{ done: boolean }> => {
        for await (const _ of closing.subscribe(after, signal)) first.resolve();
        return { done: true };
      };
      const subscription = begun(following());
      await appended(closing, stream, 1, newEvents(1));
      await first.promise;
      const events = newEvents(20);
      const underWay = events.map((event) => begun(closing.append(`${stream}-${event.id}`, 0, [event])));
      const reading = begun(closing.read(stream, 0));
      await Promise.all([closing.close(), closing.close()]);
      await closing.close();
      const results = await Promise.all(underWay);
      assert.ok(results.every(({ outcome }) => outcome === 'appended'));
      assert.equal((await reading).length, 2);
      for (const event of events) assert.deepEqual(idsOf(await store.read(`${stream}-${event.id}`, 0)), [event.id]);
      await endsOrSaysSo(subscription);
      for (const call of [
        () => closing.append(freshStream(), 0, newEvents(1)),
        () => closing.read(stream, 0),
        () => closing.head(),
      ]) {
        await assert.rejects(call(), { name: 'StoreUnavailable' });
      }
      await endsOrSaysSo(closing.subscribe(after, signal)[Symbol.asyncIterator]().next());
    },
  },
];

/** That the store was closed is said, or the subscription just ends. */
const endsOrSaysSo = async (subscription: Promise<unknown>): Promise<void> => {
  const ended = await subscription.catch((error: unknown) => {
    assert.equal((error as Error).name, 'StoreUnavailable');
    return { done: true };
  });
  assert.equal((ended as IteratorResult<unknown>).done, true, 'a closed store brings nothing');
};
