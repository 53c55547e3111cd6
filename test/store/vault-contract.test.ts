import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { Client, Pool } from 'pg';
import t, { type Test } from 'tap';
import { uuidOf } from '../../src/domain/ids.ts';
import { type KeyId, keyIdOf } from '../../src/domain/sealed.ts';
import { CannotUnwrap, type KeyWrapping, masterKeyIn, masterKeyWrapping } from '../../src/store/key-wrapping.ts';
import { PostgresVault } from '../../src/store/postgres-vault.ts';
import { SqliteVault } from '../../src/store/sqlite-vault.ts';
import type { Vault, VaultCopy } from '../../src/store/vault.ts';
import { startPglite } from '../support/pglite-server.ts';
import { type VaultGround, vaultCases } from '../support/vault-contract.ts';

const ID = keyIdOf('client', uuidOf('client'));
/** Written by the vault of the first release, under a master key of 32 bytes 7. */
const FIRST_RELEASE = {
  wrapped:
    'e06b80492a15eb904ee09f518f98b4c5954189417c4bb1357fcbf104504330c3' +
    '19c58bd8e73f942e9a7e6a687dece7b50b1c6349a47a3915aaf6fe6d',
  sealed: 'sealed:1:client/ff57c997-d8e4-571c-9717-858b39a0c03e:Elev6Zp8jDHUYQW5K0oXGYsfUKjlD3slLkvIImEQjwmeSg',
  hmac: 'd761474be4c2f8c1ae08ea6362ffebaad503e02f0063196265bc7e87dd97bd10',
};

type Teardown = { teardown(done: () => Promise<void> | void): void };
type Wrappings = Pick<VaultGround, 'wrapping' | 'strangeWrapping'>;

const masterKeys = (): Wrappings => ({
  wrapping: masterKeyWrapping([randomBytes(32)]),
  strangeWrapping: masterKeyWrapping([randomBytes(32)]),
});

/**
 * Stands in for a key management service: it keeps the secrets and hands out handles, each answer
 * later than the call.
 */
const keyService = (): KeyWrapping => {
  const kept = new Map<string, Buffer>();
  return {
    wrap: async (secret, keyId) => {
      await setImmediate();
      const handle = randomBytes(48);
      kept.set(`${keyId} ${handle.toString('hex')}`, secret);
      return handle;
    },
    unwrap: async (wrapped, keyId) => {
      await setImmediate();
      const secret = kept.get(`${keyId} ${wrapped.toString('hex')}`);
      if (!secret) throw new CannotUnwrap(keyId);
      return secret;
    },
  };
};
const keyServices = (): Wrappings => ({ wrapping: keyService(), strangeWrapping: keyService() });

/** Closes every node with the test, before the store under it goes. */
const closing = (
  t: Teardown,
  open: (options: { wrapping: KeyWrapping; now?: () => number }) => Promise<Vault & VaultCopy>,
  own: Wrappings,
) => ({
  ...own,
  node: async (options: { wrapping?: KeyWrapping; now?: () => number } = {}) => {
    const vault = await open({ wrapping: own.wrapping, ...options });
    t.teardown(() => vault.close());
    return vault;
  },
});

type Row = { wrapped: Uint8Array | null };
const wrappedOf = ({ wrapped }: Row): Buffer | null => wrapped && Buffer.from(wrapped);

const sqliteGround = (t: Teardown, own: Wrappings): VaultGround => {
  const folder = mkdtempSync(join(tmpdir(), 'vault-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'vault.sqlite');
  return {
    ...closing(t, (options) => SqliteVault.open({ file, ...options }), own),
    stored: async (id) => {
      const db = new DatabaseSync(file, { readOnly: true });
      const row = db.prepare('SELECT wrapped FROM keys WHERE id = ?').get(id) as Row | undefined;
      db.close();
      return row && wrappedOf(row);
    },
  };
};

type Query = (sql: string, values: unknown[]) => Promise<Row[]>;

const postgresGround = (t: Teardown, url: string, query: Query, own: Wrappings): VaultGround => ({
  ...closing(t, (options) => PostgresVault.open({ url, ...options }), own),
  stored: async (id: KeyId) => {
    const [row] = await query('SELECT wrapped FROM vault_keys WHERE id = $1', [id]);
    return row && wrappedOf(row);
  },
});

const runEach = async (t: Test, fresh: (t: Test) => Promise<VaultGround> | VaultGround): Promise<void> => {
  for (const { name, run } of vaultCases) await t.test(name, async (t) => run(await fresh(t)));
};

t.test('SQLite', (t) => runEach(t, (t) => sqliteGround(t, masterKeys())));
t.test('SQLite, wrapped by a key service', (t) => runEach(t, (t) => sqliteGround(t, keyServices())));

t.test('PostgreSQL as PGlite', async (t) => {
  const server = await startPglite(t);
  const fresh = async (t: Test, own: Wrappings): Promise<VaultGround> => {
    await server.query('DROP TABLE IF EXISTS vault_keys, vault_mark');
    return postgresGround(t, server.url, server.query, own);
  };
  await t.test('under master keys', (t) => runEach(t, (t) => fresh(t, masterKeys())));
  await t.test('wrapped by a key service', (t) => runEach(t, (t) => fresh(t, keyServices())));
  await t.test('keys that are opened at one time come with one statement', async (t) => {
    const ground = await fresh(t, masterKeys());
    const ids = Array.from({ length: 30 }, (_, n) => keyIdOf('client', uuidOf('client', n)));
    const [made, opening] = [await ground.node(), await ground.node()];
    const prints = await Promise.all(ids.slice(1).map(async (id) => (await made.make(id)).hmac('print')));
    const asked = t.capture(Pool.prototype, 'query', Pool.prototype.query);
    const opened = await Promise.all(ids.map((id) => opening.open(id)));
    t.strictSame(
      opened.map((key) => key?.hmac('print') ?? null),
      [null, ...prints],
    );
    t.equal(asked().length, 1);
  });
});

const realUrl = process.env.VAULT_URL;
const onPostgres = async (t: Test, realUrl: string): Promise<void> => {
  const admin = new Client(realUrl);
  await admin.connect();
  t.teardown(() => admin.end());
  // A schema a case, as a user of the database may have a vault there.
  const fresh = async (t: Test): Promise<VaultGround> => {
    const schema = `vault_${randomUUID().replaceAll('-', '')}`;
    await admin.query(`CREATE SCHEMA ${schema}`);
    t.teardown(async () => {
      await admin.query(`DROP SCHEMA ${schema} CASCADE`);
    });
    const url = new URL(realUrl);
    url.searchParams.set('options', `-c search_path=${schema}`);
    const query: Query = async (sql, values) =>
      (await admin.query(sql.replace('vault_keys', `${schema}.vault_keys`), values)).rows;
    return postgresGround(t, url.href, query, masterKeys());
  };
  await runEach(t, fresh);
  await t.test('nodes that start at once make one table', async (t) => {
    const ground = await fresh(t);
    const nodes = await Promise.all(Array.from({ length: 10 }, () => ground.node()));
    const made = await Promise.all(nodes.map(async (node) => (await node.make(ID)).hmac('print')));
    t.strictSame(made, Array(10).fill(made[0]));
  });
};
if (realUrl) t.test('PostgreSQL itself', (t) => onPostgres(t, realUrl));

t.test('every case fails on a vault that does nothing', async (t) => {
  const nothing: Vault & VaultCopy = {
    make: async (id) => ({ id, seal: (plain) => plain, open: (sealed) => sealed, hmac: () => 'print' }),
    open: async () => null,
    destroy: async () => {},
    mark: async () => null,
    setMark: async () => {},
    forget: () => {},
    entries: async function* () {},
    keep: async () => {},
    close: async () => {},
  };
  const ground: VaultGround = { ...masterKeys(), node: async () => nothing, stored: async () => undefined };
  for (const { name, run } of vaultCases) await t.rejects(run(ground), { name: 'AssertionError' }, name);
});

t.test('each of many connections to PGlite gets its own answers', async (t) => {
  const server = await startPglite(t);
  const clients = Array.from({ length: 12 }, () => new Client(server.url));
  await Promise.all(clients.map((client) => client.connect()));
  const ask = async (client: Client, n: number): Promise<number[]> => {
    const answers: number[] = [];
    for (let k = 0; k < 30; k += 1) {
      const parts = Array.from({ length: (n % 3) + 1 }, (_, i) => `$${i + 1}::int`);
      const { rows } = await client.query(`SELECT ${parts.join(' + ')} AS sum`, Array(parts.length).fill(n * 100 + k));
      answers.push(rows[0].sum / parts.length);
    }
    return answers;
  };
  const answers = await Promise.all(clients.map(ask));
  t.strictSame(
    answers,
    clients.map((_, n) => Array.from({ length: 30 }, (_, k) => n * 100 + k)),
  );
  await Promise.all(clients.map((client) => client.end()));
});

t.test('a vault of the first release opens', async (t) => {
  const folder = t.testdir();
  const file = join(folder, 'vault.sqlite');
  const db = new DatabaseSync(file);
  db.exec('CREATE TABLE keys (id TEXT PRIMARY KEY, wrapped BLOB) WITHOUT ROWID');
  db.prepare('INSERT INTO keys VALUES (?, ?)').run(ID, Buffer.from(FIRST_RELEASE.wrapped, 'hex'));
  db.close();
  const vault = await SqliteVault.open({ file, wrapping: masterKeyWrapping([Buffer.alloc(32, 7)]) });
  const key = await vault.make(ID);
  t.equal(key.open(FIRST_RELEASE.sealed, { stream: 'client-1', path: 'personal.name' }), '黄鳥');
  t.equal(key.hmac('a'), FIRST_RELEASE.hmac);
  await vault.close();
});

t.test('the master key in a file: made once, for its owner alone; one of another length is refused', async (t) => {
  const folder = t.testdir({ short: 'x' });
  const [file, vault] = [join(folder, 'master.key'), join(folder, 'vault.sqlite')];
  const made = masterKeyIn(file, vault);
  t.equal(made.length, 32);
  t.strictSame(masterKeyIn(file, vault), made);
  t.equal(statSync(file).mode & 0o777, 0o600);
  t.throws(() => masterKeyWrapping([made, masterKeyIn(join(folder, 'short'), vault)]), {
    name: 'TypeError',
    message: 'a master key has 32 bytes',
  });
  t.throws(() => masterKeyWrapping([]), { message: 'a master key has 32 bytes' });
  rmSync(file);
  writeFileSync(vault, '');
  t.throws(() => masterKeyIn(file, vault), { name: 'MasterKeyMissing' }, 'none is made for the keys of another');
  t.notOk(existsSync(file));
});
