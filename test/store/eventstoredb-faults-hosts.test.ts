import t from 'tap';
import { StoreUnavailable } from '../../src/store/event-store.ts';
import { appended, begun, freshStream, idsOf, newEvent, newEvents } from '../support/event-store-contract-ground.ts';
import { appendAll, eventually, persistently, withFaults } from '../support/eventstoredb-fault-trial.ts';
import { StandInNode } from '../support/eventstoredb-stand-in.ts';
import { failures } from '../support/eventstoredb-stand-in-messages.ts';

type Three = [StandInNode, StandInNode, StandInNode];

for (const scheme of ['esdb', 'esdb+discover']) {
  const url = (hosts: string): string => `${scheme}://${hosts}?tls=false`;

  t.test(`${scheme}: all hosts fail and then heal, twice: the same adapter goes on`, async (t) => {
    await withFaults(t, { nodes: 3, url, limits: { call: 1_000, attempt: 300 } }, async (trial) => {
      const { store, nodes } = trial;
      const follower = trial.follow();
      const [stream, events] = [freshStream(), newEvents(4)];
      await appendAll(store, stream, events.slice(0, 2));
      for (const n of [2, 3]) {
        for (const node of nodes) await node.stop();
        StandInNode.elect(nodes, null);
        const calls = await Promise.allSettled([
          store.append(stream, n, events.slice(n, n + 1)),
          store.read(stream, 0),
          store.head(),
        ]);
        for (const call of calls) t.match(call, { status: 'rejected', reason: StoreUnavailable });
        for (const node of nodes) await node.start();
        await t.rejects(store.append(stream, n, events.slice(n, n + 1)), StoreUnavailable, 'there is no leader yet');
        StandInNode.elect(nodes, nodes[n - 1] ?? null);
        await appendAll(store, stream, events.slice(n, n + 1), { from: n });
      }
      await follower.has(events[3]?.id ?? '');
      t.strictSame(follower.ids, idsOf(events));
      t.strictSame(idsOf(await store.read(stream, 0)), idsOf(events));
    });
  });

  t.test(
    `${scheme}: a leader is killed three times under load and another takes over: nothing is lost, nothing comes twice`,
    async (t) => {
      await withFaults(t, { nodes: 3, url }, async (trial) => {
        const { store, nodes } = trial;
        const follower = trial.follow();
        const streams = Array.from({ length: 30 }, () => ({ stream: freshStream(), events: newEvents(20) }));
        const written = begun(
          Promise.all(streams.map(({ stream, events }) => appendAll(store, stream, events, { size: 4 }))),
        );
        for (let n = 0; n < 3; n += 1) {
          const seen = trial.idsInLog().length;
          await eventually(() => trial.idsInLog().length >= seen + 100, 'the load goes on');
          const [leader, next] = [nodes[n], nodes[(n + 1) % 3] as StandInNode];
          await leader?.stop();
          StandInNode.elect(nodes, null);
          const calls = nodes.reduce((sum, { counts }) => sum + counts.appends, 0);
          await eventually(
            () => nodes.reduce((sum, { counts }) => sum + counts.appends, 0) > calls,
            'followers are asked during the election',
          );
          // The first answers of a new leader may be errors.
          next.failAppends({ committed: false, fate: failures.notReady() }, 2);
          next.failAppends({ committed: true, fate: failures.forwardingTimeout() }, 2);
          StandInNode.elect(nodes, next);
          await leader?.start();
        }
        await written;
        t.equal(trial.idsInLog().length, 600);
        for (const { stream, events } of streams) t.strictSame(idsOf(await store.read(stream, 0)), idsOf(events));
        await follower.has(trial.idsInLog().at(-1) ?? '');
        t.strictSame(follower.ids, trial.idsInLog());
      });
    },
  );
}

t.test(
  'a follower that names the leader: every call and the subscription go there; then the roles change',
  async (t) => {
    await withFaults(t, { nodes: 3 }, async (trial) => {
      const { store, nodes } = trial;
      const [a, b, c] = nodes as Three;
      StandInNode.elect(nodes, c);
      const follower = trial.follow();
      const [stream, events] = [freshStream(), newEvents(3)];
      await appended(store, stream, 0, events.slice(0, 1));
      t.equal((await store.read(stream, 0)).length, 1);
      await follower.has(events[0]?.id ?? '');
      t.equal(c.subscriptions.size, 1);
      StandInNode.elect(nodes, a);
      await appended(store, stream, 1, events.slice(1, 2));
      t.equal((await store.read(stream, 0)).length, 2);
      StandInNode.elect(nodes, b);
      await appended(store, stream, 2, events.slice(2));
      t.equal(await store.head(), (await store.read(stream, 0))[2]?.position);
      await follower.has(events[2]?.id ?? '');
      t.strictSame(follower.ids, idsOf(events));
      // A follower serves reads to who does not ask for the leader, and they may be stale.
      t.ok(nodes.every(({ counts }, n) => n === 2 || counts.subscriptions === 0));
      const appends = nodes.map(({ log }) => log.revisionOf(stream));
      t.strictSame(appends, [2n, 2n, 2n]);
    });
  },
);

t.test(
  'a follower alone in the URL names a leader that has died: calls fail in their time, and go on with the next leader',
  async (t) => {
    await withFaults(
      t,
      { nodes: 3, url: (hosts) => `esdb://${hosts.split(',')[2]}?tls=false`, limits: { call: 1_500, attempt: 300 } },
      async (trial) => {
        const { store, nodes } = trial;
        const [a, b] = nodes as Three;
        const follower = trial.follow();
        const [stream, events] = [freshStream(), newEvents(2)];
        await appended(store, stream, 0, events.slice(0, 1));
        await follower.has(events[0]?.id ?? '');
        t.equal(a.subscriptions.size, 1);
        await a.stop();
        await t.rejects(store.append(stream, 1, events.slice(1)), StoreUnavailable);
        StandInNode.elect(nodes, b);
        await appended(store, stream, 1, events.slice(1));
        await follower.has(events[1]?.id ?? '');
        t.strictSame(follower.ids, idsOf(events));
        await a.start();
      },
    );
  },
);

t.test(
  'hosts that are down beside one that is up: it is found, whichever it is, by calls and by subscriptions',
  async (t) => {
    for (const up of [0, 1, 2]) {
      await withFaults(t, { nodes: 3, started: false }, async (trial) => {
        const { store, nodes } = trial;
        await nodes[up]?.start();
        StandInNode.elect(nodes, nodes[up] ?? null);
        const follower = trial.follow();
        const event = newEvent();
        await persistently(() => store.append(freshStream(), 0, [event]));
        await follower.has(event.id);
      });
    }
  },
);

t.test('an election: no node answers anything but Server Is Not Ready, then one leads', async (t) => {
  await withFaults(t, { nodes: 3 }, async (trial) => {
    const { store, nodes } = trial;
    const follower = trial.follow();
    const [stream, events] = [freshStream(), newEvents(2)];
    await appended(store, stream, 0, events.slice(0, 1));
    await follower.has(events[0]?.id ?? '');
    StandInNode.elect(nodes, null);
    for (const node of nodes) for (const subscription of node.subscriptions) subscription.fail(failures.notReady());
    const appending = begun(store.append(stream, 1, events.slice(1)));
    const reading = begun(store.read(stream, 0));
    const asked = nodes.map(({ counts }) => counts.appends);
    await eventually(() => nodes.every(({ counts }, n) => counts.appends > (asked[n] ?? 0)), 'each node is asked');
    StandInNode.elect(nodes, nodes[1] ?? null);
    t.match(await appending, { outcome: 'appended', version: 2 });
    t.ok((await reading).length >= 1);
    await follower.has(events[1]?.id ?? '');
    t.strictSame(follower.ids, idsOf(events));
  });
});
