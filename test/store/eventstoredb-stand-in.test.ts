import { type AllStreamSubscription, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import t from 'tap';
import { eventStoreAddress } from '../../src/store/event-store-address.ts';
import { withinTime } from '../support/event-store-contract-ground.ts';
import { EVENTSTOREDB_BEHAVIOUR } from '../support/eventstoredb-behaviour.ts';
import { StandInNode } from '../support/eventstoredb-stand-in.ts';
import { StandInLog } from '../support/eventstoredb-stand-in-log.ts';
import { failures } from '../support/eventstoredb-stand-in-messages.ts';
import { readOut, Wire } from '../support/eventstoredb-wire.ts';

const CASE_MILLISECONDS = 30_000;

/** The stand-in, and a real server where one is named. */
const servers: Record<string, string> = {};
const standIn = await new StandInNode().start();
t.teardown(() => standIn.close());
servers['the stand-in'] = `127.0.0.1:${standIn.port}`;
const [seed] = process.env.EVENTSTORE_URL ? eventStoreAddress(process.env.EVENTSTORE_URL).seeds : [];
if (seed) servers['a real server'] = `${seed.host}:${seed.port}`;

for (const [server, address] of Object.entries(servers)) {
  for (const { name, run } of EVENTSTOREDB_BEHAVIOUR) {
    await t.test(`${server}: ${name}`, async (t) => {
      const wire = new Wire(address, { requiresLeader: true });
      await t.resolves(withinTime(CASE_MILLISECONDS, 'the case', run(wire)).finally(() => wire.close()));
    });
  }
}

const node = async (t: { teardown(done: () => Promise<void>): void }, log = new StandInLog()): Promise<StandInNode> => {
  const started = await new StandInNode({ log }).start();
  t.teardown(() => started.close());
  return started;
};
const clientOf = (t: { teardown(done: () => Promise<void>): void }, { port }: { port: number }): EventStoreDBClient => {
  const client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${port}?tls=false`);
  t.teardown(() => client.dispose());
  return client;
};
const NO_CREDENTIALS = { username: 'x', password: 'x' };
const one = () => [jsonEvent({ type: 'T', data: {} })];
/** What ends a subscription: the error, or null. */
const endOf = async (
  subscription: AllStreamSubscription,
): Promise<{ type?: unknown; code?: unknown; message?: string } | null> => {
  try {
    for await (const _ of subscription);
    return null;
  } catch (error) {
    return error as Error;
  }
};
const confirmed = (subscription: AllStreamSubscription): Promise<unknown> =>
  new Promise((resolve) => subscription.once('confirmation', resolve));

// What follows was seen on a real server that could be killed (design: eventstoredb.md), and is
// held here on the stand-in alone.

t.test(
  'the client takes the batch path where it is offered and no credentials go with the call, else the classic one',
  async (t) => {
    const [offering, plain] = [
      await new StandInNode({ batchAppend: true }).start(),
      await new StandInNode({ batchAppend: null }).start(),
    ];
    t.teardown(() => Promise.all([offering.close(), plain.close()]));
    await t.rejects(clientOf(t, offering).appendToStream('s', one()));
    await clientOf(t, offering).appendToStream('s', one(), { credentials: NO_CREDENTIALS });
    await clientOf(t, plain).appendToStream('s', one());
    t.strictSame(
      [offering.counts.batchAppends, offering.counts.appends, plain.counts.batchAppends, plain.counts.appends],
      [1, 1, 0, 1],
    );
  },
);

t.test(
  'a node that is killed ends a subscription with 14, one that stops cleanly with 13, and both keep log and port',
  async (t) => {
    const server = await node(t);
    const client = clientOf(t, server);
    const append = { credentials: NO_CREDENTIALS, expectedRevision: 'no_stream' } as const;
    const events = one();
    const { position } = await client.appendToStream('s', events, append);
    for (const [how, type, code] of [
      ['killed', 'unavailable', 14],
      ['cleanly', 'unknown', 13],
    ] as const) {
      const subscription = client.subscribeToAll();
      const ended = endOf(subscription);
      await confirmed(subscription);
      await server.stop(how);
      const error = await ended;
      t.strictSame([error?.type, error?.code], [type, code]);
      if (how === 'cleanly') t.match(error?.message, /Received RST_STREAM with code 0/);
      await t.rejects(client.appendToStream('s', one(), append), { code: 14 });
      await server.start();
    }
    const again = clientOf(t, server);
    t.strictSame(
      (await again.appendToStream('s', events, append)).position,
      position,
      'the same answer after a restart',
    );
    await again.appendToStream('s', events, { ...append, expectedRevision: 'any' });
    t.equal(server.log.revisionOf('s'), 1n, 'with any it is written again after a restart');
  },
);

t.test('a node that is frozen takes connections and answers nothing, and goes on where it was', async (t) => {
  const server = await node(t);
  const wire = new Wire(`127.0.0.1:${server.port}`);
  t.teardown(() => wire.close());
  await wire.append('s', 'no_stream', [{ type: 'T' }]);
  server.freeze();
  const late = wire.append('s', 0, [{ type: 'T' }]);
  const other = new Wire(`127.0.0.1:${server.port}`);
  t.teardown(() => other.close());
  const alsoLate = readOut(other.readStream('s', 0));
  t.equal(
    await Promise.race([late, alsoLate, new Promise((resolve) => setTimeout(resolve, 200, 'nothing'))]),
    'nothing',
  );
  server.thaw();
  t.match(await late, { success: { currentRevision: '1' } });
  t.equal((await alsoLate).events.length >= 1, true);
});

t.test('a follower names the leader where there is one, forwards appends to it, and serves other reads', async (t) => {
  const log = new StandInLog();
  const [leader, follower] = [await node(t, log), await node(t, log)];
  StandInNode.elect([leader, follower], leader);
  const asking = new Wire(`127.0.0.1:${follower.port}`, { requiresLeader: true });
  const content = new Wire(`127.0.0.1:${follower.port}`);
  t.teardown(() => {
    asking.close();
    content.close();
  });
  const named = {
    code: 5,
    details: 'Leader info available',
    trailers: {
      exception: 'not-leader',
      'leader-endpoint-host': '127.0.0.1',
      'leader-endpoint-port': String(leader.port),
    },
  };
  t.match(await content.append('s', 'no_stream', [{ type: 'T' }]), { success: { currentRevision: '0' } });
  t.equal((await readOut(content.readStream('s', 0))).events.length, 1);
  t.strictSame(await asking.append('s', 0, [{ type: 'T' }]), named);
  t.strictSame((await readOut(asking.readStream('s', 0))).error, named);
  t.strictSame(await asking.subscribe('start').ended, named);
  const fromEnd = asking.subscribe('end');
  await fromEnd.until((messages) => messages.some(({ caughtUp }) => caughtUp));
  fromEnd.cancel();
  await leader.stop();
  const timeout = failures.forwardingTimeout();
  t.match(await content.append('s', 0, [{ type: 'T' }]), { code: timeout.code, details: timeout.details });
  StandInNode.elect([leader, follower], null);
  t.match(await asking.append('s', 0, [{ type: 'T' }]), { code: 14, details: 'Server Is Not Ready' });
  StandInNode.elect([leader, follower], follower);
  t.match(await asking.append('s', 0, [{ type: 'T' }]), { success: { currentRevision: '1' } });
});

t.test('the client finds the leader by gossip', async (t) => {
  const log = new StandInLog();
  const [a, b] = [await node(t, log), await node(t, log)];
  StandInNode.elect([a, b], b);
  const client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${a.port},127.0.0.1:${b.port}?tls=false`);
  t.teardown(() => client.dispose());
  await client.appendToStream('s', one(), { credentials: NO_CREDENTIALS });
  t.strictSame([a.counts.appends, b.counts.appends], [0, 1]);
});

t.test('faults of appends: before or after the commit, an error, a broken connection, no answer', async (t) => {
  const server = await node(t);
  const client = clientOf(t, server);
  const append = (deadline = 5_000) => client.appendToStream('s', one(), { credentials: NO_CREDENTIALS, deadline });
  await append();
  for (const committed of [false, true]) {
    const before = server.log.revisionOf('s');
    server.failAppends({ committed, fate: failures.notReady() });
    await t.rejects(append(), { code: 14 });
    server.failAppends({ committed, fate: failures.forwardingTimeout() });
    await t.rejects(append(), { type: 'timeout', code: 10 });
    server.failAppends({ committed, fate: 'cut' });
    await t.rejects(append());
    server.failAppends({ committed, fate: 'silence' });
    await t.rejects(append(100), { code: 4 });
    t.equal(server.log.revisionOf('s') - before, committed ? 4n : 0n);
  }
  t.equal(server.faultsLeft, 0);
  await append();
});

t.test('subscriptions that misbehave: silent, ended, failed, repeating; records that were redacted', async (t) => {
  const server = await node(t);
  const wire = new Wire(`127.0.0.1:${server.port}`);
  t.teardown(() => wire.close());
  for (let n = 0; n < 3; n += 1) await wire.append('s', 'any', [{ type: 'T', data: '{"secret":1}' }]);
  const [, second, third] = (await readOut(wire.readStream('s', 0))).events.map(({ commitPosition }) =>
    Number(commitPosition),
  );
  server.log.redact(second ?? 0, '');
  server.log.redact(third ?? 0, '{"se');
  t.strictSame(
    (await readOut(wire.readStream('s', 0))).events.map(({ data }) => Buffer.from(String(data), 'base64').toString()),
    ['{"secret":1}', '', '{"se'],
  );
  const opened = Array.from({ length: 4 }, () => wire.subscribe('start', { on: 'stream', prefixes: ['s'] }));
  for (const one of opened) await one.until((messages) => messages.some(({ caughtUp }) => caughtUp));
  const [silent, ended, failed, repeating] = [...server.subscriptions];
  silent?.silence();
  ended?.end();
  failed?.fail(failures.notReady());
  repeating?.sendAgain(2);
  await wire.append('s', 'any', [{ type: 'T' }]);
  await opened[3]?.until((messages) => messages.filter(({ event }) => event).length >= 6);
  t.strictSame(
    opened[3]?.messages.flatMap(({ event }) => event?.event?.streamRevision ?? []),
    ['0', '1', '2', '1', '2', '3'],
  );
  t.equal(await opened[1]?.ended, null);
  t.match(await opened[2]?.ended, { code: 14 });
  t.equal(opened[0]?.messages.filter(({ event }) => event).length, 3);
});
