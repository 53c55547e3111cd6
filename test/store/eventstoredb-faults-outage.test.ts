import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { StoreUnavailable } from '../../src/store/event-store.ts';
import { appended, begun, freshStream, idsOf, newEvent, newEvents } from '../support/event-store-contract-ground.ts';
import { appendAll, eventually, FaultTrial, persistently, withFaults } from '../support/eventstoredb-fault-trial.ts';
import { StandInNode } from '../support/eventstoredb-stand-in.ts';
import { failures, StandInFailure } from '../support/eventstoredb-stand-in-messages.ts';
import type { AppendFault } from '../support/eventstoredb-stand-in-services.ts';

t.test(
  'a server down at the start: calls say so within their time; all goes on when it comes, a subscription too',
  async (t) => {
    await withFaults(t, { started: false, limits: { call: 400, attempt: 100 } }, async (trial) => {
      const { node, store } = trial;
      const follower = trial.follow();
      const began = performance.now();
      const calls = [store.append('s', 0, newEvents(1)), store.read('s', 0), store.head()];
      for (const call of await Promise.allSettled(calls))
        t.match(call, { status: 'rejected', reason: StoreUnavailable });
      t.ok(performance.now() - began < 1_500, 'within the time of a call');
      t.strictSame(trial.idsInLog(), []);
      await node.start();
      const event = newEvent();
      await persistently(() => store.append('s', 0, [event]));
      await follower.has(event.id);
    });
  },
);

t.test(
  'a server down for ten seconds under load: each event is there once, in order, for a live subscriber too',
  async (t) => {
    await withFaults(t, { limits: { call: 1_500 } }, async (trial) => {
      const { node, store } = trial;
      const follower = trial.follow();
      const streams = Array.from({ length: 50 }, () => ({ stream: freshStream(), events: newEvents(20) }));
      const written = begun(
        Promise.all(streams.map(({ stream, events }) => appendAll(store, stream, events, { size: 4 }))),
      );
      await eventually(() => trial.idsInLog().length >= 200, 'the load is under way');
      await node.stop();
      await sleep(10_000);
      const before = trial.idsInLog().length;
      t.ok(before < 1_000, 'the load was interrupted');
      await node.start();
      for (const results of await written) {
        t.strictSame(
          results.map(({ outcome, version }) => [outcome, version]),
          [4, 8, 12, 16, 20].map((version) => ['appended', version]),
        );
      }
      for (const { stream, events } of streams) t.strictSame(idsOf(await store.read(stream, 0)), idsOf(events));
      t.equal(trial.idsInLog().length, 1_000);
      await follower.has(trial.idsInLog().at(-1) ?? '');
      t.strictSame(follower.ids, trial.idsInLog());
    });
  },
);

t.test(
  'a server killed after its commit and before its answer: the repeat is answered with what was written, once',
  async (t) => {
    await withFaults(t, {}, async (trial) => {
      const { node, store } = trial;
      for (let n = 0; n < 10; n += 1) {
        node.failAppends({ committed: true, fate: 'die' });
        const stream = freshStream();
        const events = newEvents(3);
        const appending = begun(store.append(stream, 0, events));
        await eventually(() => node.faultsLeft === 0, 'it is killed');
        await node.stop();
        await node.start();
        const result = await persistently(() => appending);
        const read = await store.read(stream, 0);
        t.strictSame(result, { outcome: 'appended', version: 3, position: read[2]?.position });
        t.strictSame(idsOf(read), idsOf(events));
      }
    });
  },
);

t.test('others append before a repeat comes: it is answered as the first time, not as a conflict', async (t) => {
  await withFaults(t, { limits: { call: 150, attempt: 100 } }, async ({ node, store }) => {
    const [stream, mine, theirs] = [freshStream(), newEvents(2), newEvents(1)];
    node.failAppends({ committed: true, fate: 'silence' }, 2);
    await t.rejects(store.append(stream, 0, mine), StoreUnavailable);
    await eventually(() => node.log.revisionOf(stream) === 1n, 'it was committed all the same');
    node.nextAppendFault();
    await appended(store, stream, 2, theirs);
    const repeat = await store.append(stream, 0, mine);
    t.strictSame(repeat, { outcome: 'appended', version: 2, position: (await store.read(stream, 0))[1]?.position });
    t.strictSame(await store.append(stream, 0, newEvents(1)), { outcome: 'conflict', version: 3 });
  });
});

const FATES: Readonly<Record<string, AppendFault['fate']>> = {
  'the connection breaks': 'cut',
  'nothing is answered': 'silence',
  'Forwarding timeout, 10': failures.forwardingTimeout(),
  'Server Is Not Ready, 14': failures.notReady(),
  'internal, 13': new StandInFailure(13, 'Received RST_STREAM with code 0'),
  'cancelled, 1': new StandInFailure(1, 'Call cancelled'),
  'unknown, 2': new StandInFailure(2, 'No leader info available in response'),
  'exhausted, 8': new StandInFailure(8, 'Bandwidth exhausted or memory limit exceeded'),
};
for (const [what, fate] of Object.entries(FATES)) {
  t.test(`appends meet with a fault twice each, before and after the commit: ${what}`, async (t) => {
    await withFaults(t, { limits: { attempt: 100 } }, async (trial) => {
      const { node, store } = trial;
      const follower = trial.follow();
      for (const committed of [true, false]) {
        node.failAppends({ committed, fate }, 12);
        const streams = Array.from({ length: 6 }, () => ({ stream: freshStream(), events: newEvents(4) }));
        const results = await Promise.all(streams.map(({ stream, events }) => appendAll(store, stream, events)));
        t.strictSame(
          results.map((list) => list.map(({ outcome, version }) => [outcome, version])),
          streams.map(() => [1, 2, 3, 4].map((version) => ['appended', version])),
        );
        for (const { stream, events } of streams) t.strictSame(idsOf(await store.read(stream, 0)), idsOf(events));
      }
      t.equal(node.faultsLeft, 0);
      await follower.has(trial.idsInLog().at(-1) ?? '');
      t.strictSame(follower.ids, trial.idsInLog());
    });
  });
}

t.test(
  'connections that break again and again under load: each event once, in order, to a subscriber too',
  async (t) => {
    await withFaults(t, {}, async (trial) => {
      const { node, store } = trial;
      const follower = trial.follow();
      const streams = Array.from({ length: 20 }, () => ({ stream: freshStream(), events: newEvents(15) }));
      let over = false;
      const load = begun(
        Promise.all(streams.map(({ stream, events }) => appendAll(store, stream, events, { size: 3 }))),
      ).finally(() => {
        over = true;
      });
      for (let cuts = 0; !over; cuts += 1) {
        const seen = trial.idsInLog().length;
        await eventually(() => over || trial.idsInLog().length >= seen + 10, 'some are written between two breaks');
        if (cuts % 5 === 4) {
          await node.stop('cleanly');
          await node.start();
        } else node.befall('cut');
      }
      await load;
      for (const { stream, events } of streams) t.strictSame(idsOf(await store.read(stream, 0)), idsOf(events));
      t.equal(trial.idsInLog().length, 300);
      await follower.has(trial.idsInLog().at(-1) ?? '');
      t.strictSame(follower.ids, trial.idsInLog());
    });
  },
);

t.test(
  'a server that is frozen: calls end in their time, and what was sent before is there once when it goes on',
  async (t) => {
    await withFaults(t, { limits: { call: 400, attempt: 100 } }, async (trial) => {
      const { node, store } = trial;
      const [stream, first, second] = [freshStream(), newEvents(2), newEvents(1)];
      const follower = trial.follow();
      await appended(store, stream, 0, first);
      await follower.has(first[1]?.id ?? '');
      node.freeze();
      const began = performance.now();
      const calls = [store.append(stream, 2, second), store.read(stream, 0), store.head()];
      for (const call of await Promise.allSettled(calls))
        t.match(call, { status: 'rejected', reason: StoreUnavailable });
      t.ok(performance.now() - began < 2_500, 'bounded');
      node.thaw();
      const result = await persistently(() => store.append(stream, 2, second));
      t.match(result, { outcome: 'appended', version: 3 });
      t.strictSame(idsOf(await store.read(stream, 0)), idsOf([...first, ...second]));
      await follower.has(second[0]?.id ?? '');
      t.strictSame(follower.ids, idsOf([...first, ...second]));
    });
  },
);

t.test('a node that freezes and is followed by another as leader: calls and subscriptions go on there', async (t) => {
  await withFaults(t, { nodes: 2, limits: { attempt: 100 } }, async (trial) => {
    const [frozen, next] = trial.nodes as [StandInNode, StandInNode];
    const follower = trial.follow();
    const [stream, events] = [freshStream(), newEvents(10)];
    await appended(trial.store, stream, 0, newEvents(1));
    await eventually(() => follower.ids.length === 1, 'it follows');
    frozen.freeze();
    StandInNode.elect(trial.nodes, next);
    await appendAll(trial.store, stream, events, { from: 1 });
    await follower.has(events.at(-1)?.id ?? '');
    t.strictSame(follower.ids, trial.idsInLog());
    frozen.thaw();
  });
});

t.test('close is bounded while calls hang, and every call and subscription ends', async (t) => {
  await withFaults(t, {}, async (trial) => {
    const { node } = trial;
    const store = trial.another({ call: 60_000, attempt: 500 });
    await appended(store, freshStream(), 0, newEvents(1));
    const follower = trial.follow(0, store);
    await eventually(() => follower.events.length === 1, 'it follows');
    node.freeze();
    const calls = Array.from({ length: 30 }, (_, n) => [
      store.append(freshStream(), 0, newEvents(1)),
      n % 2 ? store.read('s', 0) : store.head(),
    ]).flat();
    const settled = Promise.allSettled(calls);
    const began = performance.now();
    await store.close();
    t.ok(performance.now() - began < 2_500, 'close is bounded');
    for (const call of await settled) t.match(call, { status: 'rejected', reason: StoreUnavailable });
    await follower.ended;
    node.thaw();
  });
});

t.test('close does not wait for a server that is down', async (t) => {
  await withFaults(t, {}, async (trial) => {
    const store = trial.another({ call: 60_000, attempt: 500 });
    await appended(store, freshStream(), 0, newEvents(1));
    const follower = trial.follow(0, store);
    await eventually(() => follower.events.length === 1, 'it follows');
    await trial.node.stop();
    const calls = Promise.allSettled([store.append(freshStream(), 0, newEvents(1)), store.read('s', 0), store.head()]);
    const began = performance.now();
    await store.close();
    t.ok(performance.now() - began < 2_500, 'close is bounded');
    for (const call of await calls) t.match(call, { status: 'rejected', reason: StoreUnavailable });
    await follower.ended;
    await trial.node.start();
  });
});

t.test('close ends the calls and subscriptions that wait for their next try', async (t) => {
  await withFaults(t, { started: false }, async (trial) => {
    const store = trial.another({ call: 60_000, attempt: 20_000, firstWait: 30_000, longestWait: 30_000 });
    const follower = trial.follow(0, store);
    const calls = Promise.allSettled([store.append(freshStream(), 0, newEvents(1)), store.read('s', 0), store.head()]);
    await t.rejects(trial.another({ call: 100 }).head(), StoreUnavailable);
    const began = performance.now();
    await store.close();
    t.ok(performance.now() - began < 2_500, 'close is bounded');
    for (const call of await calls) t.match(call, { status: 'rejected', reason: StoreUnavailable });
    await follower.ended;
    await trial.node.start();
  });
});

t.test('two adapters in one process: the server of one dies, the other does not notice', async (t) => {
  await withFaults(t, {}, async (trial) => {
    const other = await FaultTrial.begin({});
    t.teardown(async () => {
      await other.close();
      await other.node.close();
    });
    const follower = other.follow();
    const [stream, events] = [freshStream(), newEvents(60)];
    const dying = begun(
      Promise.all(Array.from({ length: 20 }, () => appendAll(trial.store, freshStream(), newEvents(5)))),
    );
    let stopped = false;
    for (const [n, event] of events.entries()) {
      // Not repeated: each has to be taken at once.
      await appended(other.store, stream, n, [event]);
      if (n === 20) {
        await trial.node.stop();
        stopped = true;
      }
    }
    t.ok(stopped);
    await trial.node.start();
    await dying;
    await follower.has(events.at(-1)?.id ?? '');
    t.strictSame(follower.ids, idsOf(events));
    t.equal(other.node.counts.subscriptions, 1);
  });
});
