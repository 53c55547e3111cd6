import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { developmentClient } from '../../scripts/api-client.ts';
import { SERVER_OPTIONS, startServer } from '../../scripts/server-process.ts';
import { environmentWith } from '../../src/config.ts';
import { startNode } from '../support/http-node.ts';

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;

/** Of a folder, the paths that others than their owner may use. */
const openToOthers = (folder: string): string[] =>
  ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].filter(
    (path) => (statSync(join(folder, path)).mode & 0o077) !== 0,
  );

t.test('compiled code is kept in a data folder that is there, and a start that is refused makes none', async (t) => {
  const dataDir = join(t.testdir(), 'data');
  const refused = spawnSync(process.execPath, [MAIN], {
    env: environmentWith({ DATA_DIR: dataDir, PORT: 'none', NODE_COMPILE_CACHE: '' }),
  });
  t.equal(refused.status, 1);
  t.notOk(existsSync(dataDir));

  const before = process.umask(0);
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'events.sqlite'), '');
  const server = await startServer({ DATA_DIR: dataDir, PORT: '0', NODE_COMPILE_CACHE: '' });
  process.umask(before);
  const api = developmentClient(server.url, dataDir);
  await api.query('{ viewer { role } }', {}, { as: 'admin', at: '2999-01-01T00:00:00Z' });
  t.strictSame(openToOthers(dataDir), [], 'all that it writes is its owner’s alone, whatever the folder’s mode was');
  await server.stop();
  t.strictSame(openToOthers(dataDir), []);
  const [readModel, ...beside] = readdirSync(join(dataDir, 'read-models'));
  t.match(readModel, /^[\da-f]{16}\.sqlite$/);
  t.strictSame(beside, [], 'no write-ahead log is left for the next start to read');
  const [version = ''] = readdirSync(join(dataDir, 'compile-cache'));
  t.ok(readdirSync(join(dataDir, 'compile-cache', version)).length > 10);
});

t.test('what is measured and tested is started as `npm start` and the image do', async (t) => {
  const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const command = ['node', ...SERVER_OPTIONS, 'dist/main.js'];
  t.equal(JSON.parse(text('package.json')).scripts.start, command.join(' '));
  t.strictSame(JSON.parse(/^CMD (.*)$/m.exec(text('Dockerfile'))?.[1] ?? ''), command);
});

t.test('a vault without its master key, and a log without its vault, are errors that say so', async (t) => {
  const dataDir = t.testdir();
  const node = await startNode(t, { DATA_DIR: dataDir });
  await node.mutate('formNetwork', { name: '北', area: '北区', fiscalYear: 2026 }, { as: 'admin' });
  await node.close();
  const started = () =>
    spawnSync(process.execPath, [MAIN], { env: { DATA_DIR: dataDir, PORT: '0' }, encoding: 'utf8' });
  const names = readdirSync(dataDir);
  for (const [lost, message] of [
    ['master.key', /^There is no master key \S+master\.key for the vault beside it; restore it\. /],
    ['vault.sqlite', /^There is no vault \S+vault\.sqlite for the log beside it; restore it\. /],
  ] as const) {
    renameSync(join(dataDir, lost), join(dataDir, `../${lost}`));
    const { status, stderr } = started();
    t.equal(status, 1);
    t.match(stderr, message);
    t.notOk(existsSync(join(dataDir, lost)), 'no other one is made');
    renameSync(join(dataDir, `../${lost}`), join(dataDir, lost));
  }
  t.strictSame(
    names.filter((name) => !existsSync(join(dataDir, name))),
    [],
  );
});
