import t from 'tap';
import { EventTooLarge, StoreUnavailable } from '../../src/store/event-store.ts';
import { appended, begun, freshStream, idsOf, newEvent, newEvents } from '../support/event-store-contract-ground.ts';
import { eventually, withFaults } from '../support/eventstoredb-fault-trial.ts';
import { failures, StandInFailure } from '../support/eventstoredb-stand-in-messages.ts';

t.test(
  'a thousand reads that stall half-way: each ends in its time, no call stays open, later ones are served',
  async (t) => {
    await withFaults(t, {}, async (trial) => {
      const { node } = trial;
      const store = trial.another({ call: 40, attempt: 15, firstWait: 1, longestWait: 5 });
      const stream = freshStream();
      await appended(trial.store, stream, 0, newEvents(40, { data: JSON.stringify({ x: 'x'.repeat(5_000) }) }));
      node.stallReadsAfter = 3;
      const stall = async (): Promise<number> => {
        let rejected = 0;
        for (let n = 0; n < 50; n += 1)
          await store
            .read(stream, 0)
            .catch((error: unknown) => (rejected += error instanceof StoreUnavailable ? 1 : 0));
        return rejected;
      };
      t.strictSame(
        await Promise.all(Array.from({ length: 20 }, stall)),
        Array.from({ length: 20 }, () => 50),
      );
      t.ok(node.counts.reads >= 1_000);
      node.stallReadsAfter = Number.POSITIVE_INFINITY;
      await eventually(() => node.openStreams === 0, 'no call is open');
    });
  },
);

t.test('reads that are given up as their connection breaks: the error reaches nobody', async (t) => {
  await withFaults(t, {}, async (trial) => {
    const { node } = trial;
    const store = trial.another({ call: 30, attempt: 10, firstWait: 1, longestWait: 2 });
    const stream = freshStream();
    await appended(trial.store, stream, 0, newEvents(5));
    node.stallReadsAfter = 1;
    const cutting = setInterval(() => node.befall('cut'), 1);
    const stall = async (): Promise<void> => {
      for (let n = 0; n < 25; n += 1) await t.rejects(store.read(stream, 0), StoreUnavailable);
    };
    await Promise.all(Array.from({ length: 20 }, stall));
    clearInterval(cutting);
    node.stallReadsAfter = Number.POSITIVE_INFINITY;
  });
});

t.test('reads that stall for a while are made anew within their time', async (t) => {
  await withFaults(t, { limits: { attempt: 50 } }, async ({ node, store }) => {
    const [stream, events] = [freshStream(), newEvents(10)];
    await appended(store, stream, 0, events);
    node.stallReadsAfter = 3;
    const reading = begun(Promise.all([store.read(stream, 0), store.read(stream, 5), store.head()]));
    const asked = node.counts.reads;
    await eventually(() => node.counts.reads >= asked + 6, 'each was tried twice');
    node.stallReadsAfter = Number.POSITIVE_INFINITY;
    const [all, rest, head] = await reading;
    t.strictSame([idsOf(all), idsOf(rest), head], [idsOf(events), idsOf(events.slice(5)), all.at(-1)?.position]);
  });
});

t.test('what no store takes is refused before anything is sent, and harms no other call', async (t) => {
  await withFaults(t, {}, async ({ node, store }) => {
    const others = begun(Promise.all(Array.from({ length: 20 }, () => store.append(freshStream(), 0, newEvents(1)))));
    const bad: readonly [string, RegExp][] = [
      ['{"n":9007199254740993}', /no JSON object as JSON.stringify writes it/],
      [`{"n":${2n ** 64n}}`, /no JSON object/],
      ['{"n":NaN}', /no JSON object/],
      ['{"s":"\ud800"}', /no JSON object/],
      ['{"s":"\udc00x"}', /no JSON object/],
      ['undefined', /no JSON object/],
    ];
    for (const [data, message] of bad) {
      await t.rejects(store.append(freshStream(), 0, [newEvent({ data })]), { name: 'TypeError', message });
      await t.rejects(store.append(freshStream(), 0, [newEvent({ metadata: data })]), { name: 'TypeError', message });
    }
    const large = JSON.stringify({ x: 'x'.repeat(65_536) });
    await t.rejects(store.append(freshStream(), 0, [newEvent({ data: large })]), EventTooLarge);
    const full = JSON.stringify({ x: 'x'.repeat(65_528) });
    await t.rejects(store.append(freshStream(), 0, newEvents(17, { data: full })), EventTooLarge);
    await t.rejects(store.append(freshStream(), 0, []), { name: 'TypeError' });
    t.ok((await others).every(({ outcome }) => outcome === 'appended'));
    t.equal(node.counts.appends, 20);
  });
});

t.test('lone surrogates as JSON writes them arrive', async (t) => {
  await withFaults(t, {}, async ({ store }) => {
    const stream = freshStream();
    const data = '{"s":"\\ud800","t":"\\udfff\\ud83d"}';
    await appended(store, stream, 0, [newEvent({ data })]);
    t.strictSame(
      (await store.read(stream, 0)).map((event) => event.data),
      [data],
    );
  });
});

t.test(
  'a server that takes less than we do says so once: the append is refused as too large, and not repeated',
  async (t) => {
    await withFaults(t, {}, async ({ node, store }) => {
      node.failAppends({ committed: false, fate: failures.appendTooLarge() });
      await t.rejects(store.append(freshStream(), 0, newEvents(1)), EventTooLarge);
      t.equal(node.counts.appends, 1);
    });
  },
);

for (const [what, refusal] of Object.entries({
  'missing rights, 7': failures.accessDenied(),
  'missing rights without a name, 7': new StandInFailure(7, 'Access Denied'),
  'bad credentials, 16': failures.badCredentials(),
})) {
  t.test(
    `${what}: calls are refused at once and not repeated; when the rights are given all goes on, a subscription too`,
    async (t) => {
      await withFaults(t, {}, async (trial) => {
        const { node, store } = trial;
        const [stream, first] = [freshStream(), newEvent()];
        await appended(store, stream, 0, [first]);
        const follower = trial.follow();
        await follower.has(first.id);
        node.refusal = refusal;
        for (const subscription of node.subscriptions) subscription.fail(refusal);
        const appends = node.counts.appends;
        const began = performance.now();
        const calls = await Promise.allSettled([
          store.append(stream, 1, newEvents(1)),
          store.read(stream, 0),
          store.head(),
        ]);
        for (const call of calls)
          t.match(call, { status: 'rejected', reason: { name: 'StoreUnavailable', message: /access-denied/ } });
        t.ok(performance.now() - began < 1_000, 'at once');
        t.equal(node.counts.appends, appends + 1);
        node.refusal = null;
        const event = newEvent();
        await appended(store, stream, 1, [event]);
        await follower.has(event.id);
        t.strictSame(follower.ids, idsOf([first, event]));
      });
    },
  );
}

t.test(
  'a subscription that is refused for longer than a call is tried says so, from the beginning and from amid the log',
  async (t) => {
    await withFaults(t, { limits: { call: 300 } }, async (trial) => {
      const { node, store } = trial;
      const position = await appended(store, freshStream(), 0, newEvents(1));
      node.refusal = failures.badCredentials();
      for (const after of [0, position]) {
        await t.rejects(trial.follow(after).ended, { name: 'StoreUnavailable', message: /access-denied/ });
      }
      node.refusal = null;
    });
  },
);

t.test(
  'the head is the last event of ours, however many records of its own the server has written since',
  async (t) => {
    await withFaults(t, { limits: { attempt: 4_000 } }, async ({ log, store }) => {
      t.equal(await store.head(), 0);
      log.appendSystemEvents(500);
      t.equal(await store.head(), 0);
      const position = await appended(store, freshStream(), 0, newEvents(2));
      log.appendSystemEvents(1_000);
      t.equal(await store.head(), position);
    });
  },
);

t.test(
  'appends that take longer than one try are written whole or not at all; a patient caller is answered as ever',
  async (t) => {
    await withFaults(t, { limits: { attempt: 10_000, call: 30_000 } }, async (trial) => {
      const follower = trial.follow();
      const hasty = [2, 5, 10, 20, 40, 80].map((attempt) => trial.another({ attempt, call: 3 * attempt }));
      const streams = Array.from({ length: 30 }, () => ({ stream: freshStream(), events: newEvents(200) }));
      const tries = streams.map(({ stream, events }, n) => hasty[n % hasty.length]?.append(stream, 0, events));
      for (const result of await Promise.allSettled(tries)) {
        if (result.status === 'rejected') t.match(result.reason, StoreUnavailable);
        else t.match(result.value, { outcome: 'appended', version: 200 });
      }
      const results = await Promise.all(streams.map(({ stream, events }) => trial.store.append(stream, 0, events)));
      t.strictSame(
        results.map(({ outcome, version }) => [outcome, version]),
        streams.map(() => ['appended', 200]),
      );
      for (const { stream, events } of streams) t.strictSame(idsOf(await trial.store.read(stream, 0)), idsOf(events));
      await eventually(() => follower.ids.length >= 6_000, 'all arrive');
      t.strictSame(follower.ids, trial.idsInLog());
    });
  },
);

t.test('five hundred appends and reads at once share a hundred calls of a connection', async (t) => {
  await withFaults(t, { limits: { attempt: 4_000, call: 10_000 } }, async ({ node, store }) => {
    const events = newEvents(500);
    const results = await Promise.all(events.map((event) => store.append(`s-${event.id}`, 0, [event])));
    t.ok(results.every(({ outcome }) => outcome === 'appended'));
    const read = await Promise.all(events.map(({ id }) => store.read(`s-${id}`, 0)));
    t.strictSame(idsOf(read.flat()), idsOf(events));
    t.equal(node.acceptedConnections, 1);
  });
});
