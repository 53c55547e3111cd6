import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { UNREADABLE } from '../../src/store/event-store.ts';
import { appended, begun, freshStream, idsOf, newEvent, newEvents } from '../support/event-store-contract-ground.ts';
import {
  appendAll,
  eventually,
  type FaultTrial,
  type Follower,
  withFaults,
} from '../support/eventstoredb-fault-trial.ts';
import { failures, StandInFailure } from '../support/eventstoredb-stand-in-messages.ts';
import type { StandInSubscription } from '../support/eventstoredb-stand-in-reads.ts';
import { Wire } from '../support/eventstoredb-wire.ts';

/** A follower that has caught up with a log of some events, live. */
const live = async (trial: FaultTrial): Promise<{ stream: string; follower: Follower }> => {
  const stream = freshStream();
  await appended(trial.store, stream, 0, newEvents(40));
  const follower = trial.follow();
  await eventually(
    () => follower.events.length === 40 && [...trial.node.subscriptions].every(({ isLive }) => isLive),
    'it is live',
  );
  return { stream, follower };
};

t.test(
  'a flood of 2,000 events in a second drops the live subscriber: all arrive, once, in order, and appends whole',
  async (t) => {
    await withFaults(t, {}, async (trial) => {
      const { node, store } = trial;
      const { follower } = await live(trial);
      for (let n = 0; n < 5; n += 1) await appended(store, freshStream(), 0, newEvents(400));
      await eventually(() => follower.events.length >= 2_040, 'all arrive');
      t.ok(node.counts.subscriptions > 1, 'it was dropped');
      t.strictSame(follower.ids, trial.idsInLog());
      for (const batch of follower.batches) t.equal(batch.at(-1)?.endsAppend, true);
    });
  },
);

t.test('a flood of single events, by many writers at once', async (t) => {
  await withFaults(t, {}, async (trial) => {
    const { store } = trial;
    const { follower } = await live(trial);
    await Promise.all(Array.from({ length: 40 }, () => appendAll(store, freshStream(), newEvents(50))));
    await eventually(() => follower.events.length >= 2_040, 'all arrive');
    t.strictSame(follower.ids, trial.idsInLog());
  });
});

t.test('dropped again each time it has caught up, it still gets on', async (t) => {
  await withFaults(t, {}, async (trial) => {
    const { node, store } = trial;
    const { stream, follower } = await live(trial);
    let drops = 0;
    node.onSubscription = (subscription) => {
      if (drops >= 30) return;
      drops += 1;
      subscription.drop();
    };
    for (const subscription of node.subscriptions) subscription.drop();
    const events = newEvents(30);
    await appendAll(store, stream, events, { from: 40 });
    await follower.has(events.at(-1)?.id ?? '');
    await eventually(() => drops === 30, 'it was dropped thirty times');
    t.strictSame(follower.ids, trial.idsInLog());
  });
});

const ENDS: Readonly<Record<string, (subscription: StandInSubscription) => void>> = {
  'ends quietly': (subscription) => subscription.end(),
  'is dropped as too slow, 10': (subscription) => subscription.drop(),
  'fails as unavailable, 14': (subscription) => subscription.fail(failures.notReady()),
  'is reset, 13': (subscription) => subscription.fail(new StandInFailure(13, 'Received RST_STREAM with code 0')),
  'fails for no known reason, 2': (subscription) =>
    subscription.fail(new StandInFailure(2, 'Exception was thrown by handler.')),
  'is cancelled by the server, 1': (subscription) => subscription.fail(new StandInFailure(1, 'Call cancelled')),
  'is denied for a while, 7': (subscription) => subscription.fail(failures.accessDenied()),
  'goes silent': (subscription) => subscription.silence(),
  'repeats an event': (subscription) => subscription.sendAgain(1),
  'jumps back': (subscription) => subscription.sendAgain(25),
};
for (const [what, misbehave] of Object.entries(ENDS)) {
  t.test(`a live subscription ${what}, five times, while events come: each arrives once, in order`, async (t) => {
    await withFaults(t, {}, async (trial) => {
      const { node, store } = trial;
      const { stream, follower } = await live(trial);
      const events = newEvents(50);
      for (let n = 0; n < 50; n += 10) {
        await appendAll(store, stream, events.slice(n, n + 5), { from: 40 + n });
        for (const subscription of node.subscriptions) misbehave(subscription);
        await appendAll(store, stream, events.slice(n + 5, n + 10), { from: 40 + n + 5 });
        await follower.has(events[n + 9]?.id ?? '');
      }
      t.strictSame(follower.ids, trial.idsInLog());
      for (const batch of follower.batches) t.equal(batch.at(-1)?.endsAppend, true);
    });
  });

  t.test(`a subscription ${what} while it reads history`, async (t) => {
    await withFaults(t, {}, async (trial) => {
      const { node, store } = trial;
      for (let n = 0; n < 4; n += 1) await appended(store, freshStream(), 0, newEvents(n % 2 === 0 ? 300 : 1));
      let times = 0;
      node.onSubscription = (subscription) => {
        if (times >= 3) return;
        times += 1;
        void eventually(() => subscription.sent >= 100 || subscription.isLive, 'it has begun').then(() =>
          misbehave(subscription),
        );
      };
      const follower = trial.follow();
      const last = newEvent();
      await appended(store, freshStream(), 0, [last]);
      await follower.has(last.id);
      t.ok(times >= 1);
      t.strictSame(follower.ids, trial.idsInLog());
    });
  });
}

t.test(
  'silence where nothing happens is no fault: the subscription stays, whatever records of its own the server writes',
  async (t) => {
    await withFaults(t, { limits: { silence: 50 } }, async (trial) => {
      const { node, log, store } = trial;
      const { stream, follower } = await live(trial);
      const made = node.counts.subscriptions;
      const asked = node.counts.reads;
      for (let n = 0; n < 6; n += 1) {
        log.appendSystemEvents(100);
        await sleep(60);
      }
      t.ok(node.counts.reads > asked, 'the head was asked for');
      t.equal(node.counts.subscriptions, made);
      const event = newEvent();
      await appended(store, stream, 40, [event]);
      await follower.has(event.id);
      t.strictSame(follower.ids, trial.idsInLog());
    });
  },
);

t.test(
  'events that cannot be read come as such, in their place, even amid an append; unknown types come as they are',
  async (t) => {
    await withFaults(t, {}, async (trial) => {
      const { node, log, store } = trial;
      const { stream, follower } = await live(trial);
      const events = newEvents(10, { type: 'NobodyKnows', data: '{"secret":1}', metadata: '{"m":1}' });
      await appended(store, stream, 40, events);
      const read = await store.read(stream, 40);
      const redactions = ['', '        ', '{"secr', 'null', '[]', '"text"', '1', '\u0000\u0000'];
      for (const [n, data] of redactions.entries()) log.redact(read[n + 1]?.position ?? 0, data);
      const wire = new Wire(`127.0.0.1:${node.port}`);
      t.teardown(() => wire.close());
      const foreign = [
        {
          id: crypto.randomUUID(),
          type: 'Binary',
          contentType: 'application/octet-stream',
          data: '{}',
          metadata: '{}',
        },
        { id: crypto.randomUUID(), type: 'NoMetadata', data: '{}', metadata: '' },
        { id: crypto.randomUUID(), type: 'OtherMetadata', data: '{}', metadata: '[1]' },
        { id: crypto.randomUUID(), type: 'BrokenMetadata', data: '{}', metadata: '{"m' },
      ];
      for (const event of foreign) await wire.append(stream, 'any', [event]);
      const last = newEvent();
      await appended(store, stream, 54, [last]);
      const again = trial.follow();
      const expected = [
        ...read.map((event, n) =>
          n === 0 || n === 9 ? event : { ...event, type: UNREADABLE, data: '', metadata: '' },
        ),
        ...foreign.map(({ id }, n) => ({
          id,
          type: UNREADABLE,
          data: '',
          metadata: '',
          stream,
          version: 51 + n,
          endsAppend: true,
        })),
        { id: last.id, type: 'Happened', data: '{}', metadata: '{}', stream, version: 55, endsAppend: true },
      ];
      await Promise.all([again.has(last.id), follower.has(last.id)]);
      const shown = (list: readonly object[]) =>
        list.map((event) => ({ ...event, position: undefined, recordedAt: undefined }));
      t.strictSame(shown(await store.read(stream, 40)), shown(expected));
      t.strictSame(shown(again.events.slice(40)), shown(expected));
      for (const batch of again.batches) t.equal(batch.at(-1)?.endsAppend, true);
      t.strictSame(follower.ids, trial.idsInLog());
    });
  },
);

t.test('a stream that an operator deletes, for good or not, does not stop a subscription', async (t) => {
  await withFaults(t, {}, async (trial) => {
    const { node, store } = trial;
    const { stream, follower } = await live(trial);
    const wire = new Wire(`127.0.0.1:${node.port}`);
    t.teardown(() => wire.close());
    const other = freshStream();
    await appended(store, other, 0, newEvents(2));
    await wire.delete(other, 'any');
    await wire.tombstone(stream, 'any');
    const event = newEvent();
    await appended(store, freshStream(), 0, [event]);
    await follower.has(event.id);
    t.strictSame(follower.ids, trial.idsInLog());
    t.strictSame(await store.read(other, 0), []);
    await t.rejects(store.read(stream, 0), { name: 'StoreUnavailable', message: /stream-deleted/ });
    await t.rejects(store.append(stream, 40, newEvents(1)), { name: 'StoreUnavailable', message: /stream-deleted/ });
  });
});

t.test(
  'a consumer that takes its time holds the server back, which drops it, and nothing piles up here: all arrive, once',
  async (t) => {
    await withFaults(t, { limits: { queue: 50 } }, async (trial) => {
      const { node, store } = trial;
      const { follower } = await live(trial);
      const released = Promise.withResolvers<void>();
      follower.digesting = released.promise;
      // More than all the buffers between hold.
      const data = JSON.stringify({ x: 'x'.repeat(3_000) });
      for (let n = 0; n < 75; n += 1) await appended(store, freshStream(), 0, newEvents(40, { data }));
      released.resolve();
      await eventually(() => follower.events.length >= 3_040, 'all arrive');
      t.strictSame(follower.ids, trial.idsInLog());
      t.ok(node.counts.subscriptions > 1, 'it was dropped, as it was held back');
    });
  },
);

t.test('an append of more events than may wait is brought whole', async (t) => {
  await withFaults(t, { limits: { queue: 50 } }, async (trial) => {
    const { store } = trial;
    const { follower } = await live(trial);
    const events = newEvents(120);
    await appended(store, freshStream(), 0, events);
    await follower.has(events.at(-1)?.id ?? '');
    t.strictSame(follower.ids, trial.idsInLog());
    t.ok(follower.batches.some((batch) => events.every(({ id }) => idsOf(batch).includes(id))));
  });
});

t.test('a thousand subscriptions left by break, ten at a time: none stays open', async (t) => {
  await withFaults(t, {}, async (trial) => {
    const { node, store } = trial;
    for (let n = 0; n < 5; n += 1)
      await appended(store, freshStream(), 0, newEvents(12, { data: JSON.stringify({ x: 'x'.repeat(6_000) }) }));
    const leave = async (): Promise<void> => {
      for (let n = 0; n < 100; n += 1) {
        for await (const _ of store.subscribe(0, new AbortController().signal)) break;
      }
    };
    await Promise.all(Array.from({ length: 10 }, leave));
    t.ok(node.counts.subscriptions >= 1_000);
    await eventually(() => node.openStreams === 0, 'no subscription is open');
  });
});

t.test('a subscription that fails as its consumer leaves: the error reaches nobody', async (t) => {
  await withFaults(t, {}, async (trial) => {
    const { node, store } = trial;
    await appended(store, freshStream(), 0, newEvents(5));
    for (let n = 0; n < 200; n += 1) {
      for await (const _ of store.subscribe(0, new AbortController().signal)) {
        if (n % 2 === 0) node.befall('cut');
        else for (const subscription of node.subscriptions) subscription.fail(failures.notReady());
        break;
      }
    }
    await eventually(() => node.openStreams === 0, 'no subscription is open');
  });
});

t.test('a consumer that throws ends its subscription and nothing else', async (t) => {
  await withFaults(t, {}, async (trial) => {
    const { node, store } = trial;
    const { stream, follower } = await live(trial);
    const failing = async (): Promise<void> => {
      for await (const _ of store.subscribe(0, new AbortController().signal)) throw new Error('the consumer fails');
    };
    for (let n = 0; n < 20; n += 1) await t.rejects(failing(), { message: 'the consumer fails' });
    await eventually(() => node.subscriptions.size === 1, 'one subscription is left');
    const event = newEvent();
    await appended(store, stream, 40, [event]);
    await follower.has(event.id);
  });
});

t.test('a subscription whose place in the log is gone after an outage says so', async (t) => {
  await withFaults(t, {}, async (trial) => {
    const { store, log, node } = trial;
    const { stream, follower } = await live(trial);
    // A backup is restored: the last record is lost, another stands instead and begins elsewhere.
    await node.stop();
    log.records.splice(-1);
    await node.start();
    await begun(follower.ended).then(
      () => t.fail('it ends with an error'),
      (error: unknown) => t.match(error, { name: 'PositionUnknown' }),
    );
    await appended(store, `${stream}-2`, 0, newEvents(1));
  });
});
