import { type SpawnSyncReturns, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import t, { type Test } from 'tap';
import { copyLog } from '../../scripts/migration/copy-log.ts';
import { filesOf } from '../../src/app.ts';
import { streamOf, uuidOf } from '../../src/domain/ids.ts';
import { openLog } from '../../src/open-log.ts';
import { machineClock } from '../../src/store/clock.ts';
import { encode } from '../../src/store/codec.ts';
import { eventStoreAddress } from '../../src/store/event-store-address.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';
import { SqliteVault } from '../../src/store/sqlite-vault.ts';
import type { Vault, VaultCopy } from '../../src/store/vault.ts';
import { StandInNode } from '../support/eventstoredb-stand-in.ts';
import { startNode } from '../support/http-node.ts';
import { type PgliteServer, startPglite } from '../support/pglite-server.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

const MIGRATE = fileURLToPath(new URL('../../scripts/migrate.ts', import.meta.url));
const DESTROYED = 'client/00000000-0000-4000-8000-000000000000';

type Run = Pick<SpawnSyncReturns<string>, 'status' | 'stdout' | 'stderr'>;

/** Runs the script; not in this thread's way, which serves the stores. */
const migrate = (vault: PgliteServer, masterKey: string, ...options: string[]): Promise<Run> =>
  new Promise((resolve) => {
    const env = { ...process.env, EVENTSTORE_URL: '', VAULT_URL: vault.url, VAULT_MASTER_KEY: masterKey };
    const child = spawn(process.execPath, [MIGRATE, ...options], { env });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (text) => {
      stdout += text;
    });
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });

const rowsOf = (dataDir: string) => {
  const db = new DatabaseSync(join(dataDir, 'events.sqlite'), { readOnly: true });
  const rows = db
    .prepare(
      `SELECT id, name, events.version, type, data, metadata, recorded_at, day_only, ends_append
       FROM events JOIN streams ON number = stream ORDER BY position`,
    )
    .all();
  db.close();
  return rows.map((row) => ({ ...row }));
};

const vaultIn = (dataDir: string): Promise<Vault & VaultCopy> => SqliteVault.inFolder(filesOf(dataDir));

const keysIn = async (dataDir: string) => {
  const vault = await vaultIn(dataDir);
  const keys: [string, string | null][] = [];
  for await (const { id, secret } of vault.entries()) keys.push([id, secret?.toString('hex') ?? null]);
  await vault.close();
  return keys;
};

/**
 * A data folder in which offices have lived, with a destroyed key and an event that bears its day
 * alone; its server has stopped.
 */
const livedIn = async (t: Test): Promise<string> => {
  const dataDir = join(t.testdir({ data: {} }), 'data');
  const node = await startNode(t, { DATA_DIR: dataDir });
  const { partner, assists, clientId } = await buildSmallNetwork(node, '2026-06-01');
  const rounds = [{ officeIds: assists.map(({ id }) => id) }];
  const visits = [visitOn('2026-06-02', 10), visitOn('2026-06-03', 10)];
  const delegation = await momentAt(node).request(partner, { clientId, visits, rounds });
  await momentAt(node).accept(assists[0] ?? partner, delegation.id);
  await node.app.driver.idle();
  await node.app.vault.destroy(DESTROYED);
  await node.close();
  const store = new SqliteEventStore({ file: join(dataDir, 'events.sqlite'), clock: machineClock });
  const answered = {
    type: 'SurveyAnswered',
    data: {
      networkId: uuidOf('network'),
      audience: 'CAREGIVER',
      officeRole: null,
      panelKey: null,
      respondentId: null,
      answers: [],
      padding: '',
    },
  };
  const nobody = { commandId: null, commandHash: null, correlationId: null, causationId: null };
  const metadata = {
    ...nobody,
    actor: { subject: 'survey', role: null, officeId: null },
    occurredAt: '2026-05-31T15:00:00.000Z',
  };
  await store.append(streamOf('answer', uuidOf('survey')), 0, [encode(uuidOf('answer'), answered, metadata)]);
  await store.close();
  return dataDir;
};

t.test('a log and its vault go to EventStoreDB and back, cut off and run again, and nothing has changed', async (t) => {
  const from = await livedIn(t);
  const standIn = await new StandInNode().start();
  t.teardown(() => standIn.close());
  const vault = await startPglite(t);
  const masterKey = randomBytes(32).toString('base64');
  const url = `esdb://127.0.0.1:${standIn.port}?tls=false`;

  const [source, target] = [
    new SqliteEventStore({ file: join(from, 'events.sqlite'), clock: machineClock, readOnly: true }),
    await openLog({ eventStore: eventStoreAddress(url), file: '', simulatedClock: null }),
  ];
  const cutOff = copyLog(source, target, (events) => {
    if (events === 12) throw new Error('cut off');
  });
  await t.rejects(cutOff, { message: 'cut off' });
  await source.close();
  await target.close();

  const there = await migrate(vault, masterKey, '--from', from, '--to', url);
  t.match(there.stdout, /\nequal 一致\n$/);
  t.equal(there.status, 0, there.stderr);
  const before = rowsOf(from);
  t.match(there.stdout, `log of the target: ${before.length} events`);
  t.match(there.stdout, 'vault of the target: ');
  const again = await migrate(vault, masterKey, '--from', from, '--to', url);
  t.equal(again.stdout, there.stdout, 'once more changes nothing');

  const back = join(from, '../back');
  const returned = await migrate(vault, masterKey, '--from', url, '--to', back);
  t.equal(returned.status, 0, returned.stderr);
  t.strictSame(rowsOf(back), before);
  t.equal(before.filter((row) => row.day_only === 1).length, 1);
  const keys = await keysIn(from);
  t.ok(keys.length > 3);
  t.strictSame(await keysIn(back), keys);
  t.strictSame(
    keys.find(([id]) => id === DESTROYED),
    [DESTROYED, null],
  );
});

t.test('what cannot be migrated is said, and nothing is written', async (t) => {
  const from = await livedIn(t);
  const standIn = await new StandInNode().start();
  t.teardown(() => standIn.close());
  const vault = await startPglite(t);
  const masterKey = randomBytes(32).toString('base64');
  const url = `esdb://127.0.0.1:${standIn.port}?tls=false`;
  const other = await openLog({ eventStore: eventStoreAddress(url), file: '', simulatedClock: null });
  await other.append('other-1', 0, [{ id: crypto.randomUUID(), type: 'T', data: '{}', metadata: '{}' }]);
  const head = await other.head();

  const refusals: readonly [string[], RegExp][] = [
    [
      ['--from', from, '--to', url],
      /^event 1 differs in the target, at position \d+\nNot migrated\. 移行できませんでした。\n$/,
    ],
    [['--from', join(from, 'nowhere'), '--to', url], /^there is no log at .*nowhere\/events\.sqlite\nNot migrated/],
    [['--from', from], /^EVENTSTORE_URL names no EventStoreDB\nNot migrated/],
    [['--from', from, '--to', 'esdb://user:secret@127.0.0.1:0'], /^a port is a number from 1 to 65535\nNot migrated/],
    [['--from', from, '--to', from], /^npm run migrate/],
    [['--from', url, '--to', url.replace('?', '/?')], /^both locations are the same\nNot migrated/],
  ];
  for (const [options, said] of refusals) {
    const { status, stderr } = await migrate(vault, masterKey, ...options);
    t.equal(status, 1);
    t.match(stderr, said);
  }
  const running = await startNode(t, { DATA_DIR: from });
  const locked = await migrate(vault, masterKey, '--from', from, '--to', url);
  t.match(locked.stderr, /is in use by another server/);
  await running.close();
  t.equal(await other.head(), head);
  t.strictSame(
    await vault.query('SELECT id FROM vault_keys'),
    [],
    'no key of one network comes to the vault of another',
  );
  await other.close();
});
