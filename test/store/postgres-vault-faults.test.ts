import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { inspect } from 'node:util';
import t, { type Test } from 'tap';
import { uuidOf } from '../../src/domain/ids.ts';
import { type KeyId, keyIdOf } from '../../src/domain/sealed.ts';
import { masterKeyWrapping } from '../../src/store/key-wrapping.ts';
import { type PostgresLimits, PostgresVault } from '../../src/store/postgres-vault.ts';
import { VaultUnavailable } from '../../src/store/vault.ts';
import { startPglite } from '../support/pglite-server.ts';

const MASTER_KEY = Buffer.alloc(32, 'master key ');
const PASSWORD = 'correct-horse';
const PATIENT: Partial<PostgresLimits> = { call: 60_000, attempt: 20_000, longestWait: 20 };
const QUICK: Partial<PostgresLimits> = { call: 1_500, attempt: 500, close: 200 };
/** What QUICK allows, and time for a machine under load. */
const BOUND_MILLISECONDS = 1_500 + 3_000;

const unhandled: unknown[] = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));

const server = await startPglite(t);
t.beforeEach(async () => {
  await server.query('DROP TABLE IF EXISTS vault_keys, vault_mark');
});

const keyId = (n: number): KeyId => keyIdOf('client', uuidOf('client', n));
const withPassword = (url: string): string => url.replace('vault:vault@', `vault:${PASSWORD}@`);

/** A node, closed with the test. */
const node = async (t: Test, url: string, limits: Partial<PostgresLimits>): Promise<PostgresVault> => {
  const vault = await PostgresVault.open({ url: withPassword(url), wrapping: masterKeyWrapping([MASTER_KEY]), limits });
  t.teardown(() => vault.close());
  return vault;
};

/** Expects a refusal within its time, which shows nothing that is secret. */
const refused = async (t: Test, call: () => Promise<unknown>, reason: RegExp): Promise<void> => {
  const start = performance.now();
  const error: unknown = await call().then(
    () => null,
    (error) => error,
  );
  t.ok(performance.now() - start < BOUND_MILLISECONDS, 'in time');
  t.ok(error instanceof VaultUnavailable);
  t.match(String(error), reason);
  t.notMatch(
    inspect(error, { depth: null, showHidden: true }),
    new RegExp(`${PASSWORD}|127\\.0\\.0\\.1|postgres:|${MASTER_KEY.toString('hex')}`),
  );
};

/**
 * Stands between vault and database. While it hangs, it takes connections and passes nothing on.
 */
const startProxy = async (t: Test): Promise<{ url: string; hang(yes: boolean): void }> => {
  const database = new URL(server.url);
  const sockets = new Set<Socket>();
  let hanging = false;
  const join = (from: Socket, to: Socket): void => {
    sockets.add(from);
    from.on('data', (data) => hanging || to.write(data));
    from.on('error', () => {});
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  };
  const proxy = createServer((client) => {
    const upstream = connect(Number(database.port), database.hostname);
    join(client, upstream);
    join(upstream, client);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  t.teardown(async () => {
    for (const socket of sockets) socket.destroy();
    proxy.close();
    await once(proxy, 'close');
  });
  const proxied = new URL(server.url);
  proxied.port = String((proxy.address() as AddressInfo).port);
  return {
    url: proxied.href,
    hang: (yes) => {
      hanging = yes;
    },
  };
};

t.test(
  'a database that is down at the start is refused in time, one that comes up meanwhile is waited for',
  async (t) => {
    await server.stop();
    await refused(
      t,
      () => node(t, server.url, QUICK),
      /^VaultUnavailable: The vault cannot be reached: PostgreSQL, ECONNREFUSED\.$/,
    );
    const opening = node(t, server.url, PATIENT);
    await server.start();
    const vault = await opening;
    t.equal((await vault.make(keyId(1))).id, keyId(1));
  },
);

t.test(
  'a database that goes away under load and comes back costs no call, loses no key and revives none',
  async (t) => {
    const nodes = [await node(t, server.url, PATIENT), await node(t, server.url, PATIENT)];
    const made = new Map<KeyId, Set<string>>();
    let calls = 0;
    const passed = new Map<number, PromiseWithResolvers<void>>(
      [80, 240].map((count) => [count, Promise.withResolvers<void>()]),
    );
    const work = async (vault: PostgresVault): Promise<void> => {
      for (let n = 0; n < 100; n += 1) {
        const print = (await vault.make(keyId(n))).hmac('print');
        made.set(keyId(n), (made.get(keyId(n)) ?? new Set()).add(print));
        vault.forget([keyId(n)]);
        await vault.open(keyId(n));
        await vault.destroy(keyIdOf('answer', uuidOf('answer', n)));
        calls += 1;
        passed.get(calls)?.resolve();
      }
    };
    const working = Promise.all([...nodes, ...nodes].map(work));
    for (const { promise } of passed.values()) {
      await promise;
      await server.stop();
      await server.start();
    }
    await working;
    const fresh = await node(t, server.url, PATIENT);
    for (const [id, prints] of made) t.strictSame([...prints], [(await fresh.open(id))?.hmac('print')]);
    for (let n = 0; n < 100; n += 1)
      await t.rejects(fresh.make(keyIdOf('answer', uuidOf('answer', n))), { name: 'KeyDestroyed' });
  },
);

t.test('while it is away for long every call is refused in time; once it is back the same node goes on', async (t) => {
  const vault = await node(t, server.url, QUICK);
  const [print] = await Promise.all([1, 5, 6, 7].map(async (n) => (await vault.make(keyId(n))).hmac('print')));
  await server.stop();
  t.equal((await vault.open(keyId(1)))?.hmac('print'), print, 'what was opened in the last minute opens');
  const reason = /PostgreSQL, ECONNREFUSED\.$/;
  // Meanwhile the idle connections break, and nothing comes of it.
  await refused(t, () => vault.open(keyId(2)), reason);
  // Where many wait for few connections, a slow machine does not come to try for each in time.
  const either = /PostgreSQL, (ECONNREFUSED|no answer)\.$/;
  await Promise.all([
    ...Array.from({ length: 30 }, (_, n) => refused(t, () => vault.make(keyId(n)), either)),
    refused(t, () => vault.open(keyId(2)), either),
    refused(t, () => vault.destroy(keyId(3)), either),
    refused(t, () => vault.keep(keyId(4), Buffer.alloc(32)), either),
    refused(
      t,
      async () => {
        for await (const entry of vault.entries()) t.fail(entry.id);
      },
      either,
    ),
  ]);
  await server.start();
  t.equal((await vault.make(keyId(1))).hmac('print'), print);
  t.equal(await vault.open(keyId(2)), null);
});

t.test(
  'a database that hangs is refused in time, at the start and later; once it answers the same node goes on',
  async (t) => {
    const proxy = await startProxy(t);
    proxy.hang(true);
    await refused(t, () => node(t, proxy.url, QUICK), /The vault cannot be reached: PostgreSQL/);
    proxy.hang(false);
    const vault = await node(t, proxy.url, QUICK);
    const print = (await vault.make(keyId(1))).hmac('print');
    proxy.hang(true);
    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        refused(t, () => vault.make(keyId(n)), /The vault cannot be reached: PostgreSQL/),
      ),
    );
    proxy.hang(false);
    t.equal((await vault.make(keyId(1))).hmac('print'), print);
  },
);

t.test('closing is over in time on a database that hangs, and refuses what is under way', async (t) => {
  const proxy = await startProxy(t);
  const vault = await node(t, proxy.url, { ...QUICK, call: 60_000, attempt: 60_000 });
  await vault.make(keyId(1));
  proxy.hang(true);
  const under = Promise.all([1, 2, 3].map((n) => refused(t, () => vault.make(keyId(n)), /: PostgreSQL, closed\.$/)));
  const start = performance.now();
  await Promise.all([vault.close(), vault.close()]);
  t.ok(performance.now() - start < BOUND_MILLISECONDS);
  await under;
  await refused(t, () => vault.make(keyId(4)), /: PostgreSQL, closed\.$/);
});

t.test('closing ends the calls that wait for their next try', async (t) => {
  const limits = { ...QUICK, call: 60_000, firstWait: 30_000, longestWait: 30_000 };
  const vault = await node(t, server.url, limits);
  await vault.make(keyId(1));
  await server.stop();
  const under = Promise.all([2, 3].map((n) => refused(t, () => vault.make(keyId(n)), /: PostgreSQL, closed\.$/)));
  await refused(t, () => node(t, server.url, QUICK), /ECONNREFUSED/);
  await vault.close();
  await under;
  await server.start();
});

t.test('keys are durable before they are answered, whatever the database is set to', async (t) => {
  // PGlite is one session behind all connections, so that what a node sets can be seen.
  for (const [before, after] of [
    ['off', 'on'],
    ['local', 'on'],
    ['remote_apply', 'remote_apply'],
  ]) {
    await server.query(`SET synchronous_commit = ${before}`);
    await node(t, server.url, PATIENT);
    t.strictSame(await server.query('SHOW synchronous_commit'), [{ synchronous_commit: after }]);
  }
});

t.test('no promise was left without somebody to hear of its failure', async (t) => {
  t.strictSame(unhandled, []);
});
