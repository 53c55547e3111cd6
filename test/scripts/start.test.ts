import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { startServer } from '../../scripts/server-process.ts';
import { environmentWith } from '../../src/config.ts';

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;

t.test('compiled code is kept in a data folder that is there, and a start that is refused makes none', async (t) => {
  const dataDir = join(t.testdir(), 'data');
  const refused = spawnSync(process.execPath, [MAIN], {
    env: environmentWith({ DATA_DIR: dataDir, PORT: 'none', NODE_COMPILE_CACHE: '' }),
  });
  t.equal(refused.status, 1);
  t.notOk(existsSync(dataDir));

  mkdirSync(dataDir, { mode: 0o700 });
  const server = await startServer({ DATA_DIR: dataDir, PORT: '0', NODE_COMPILE_CACHE: '' });
  await server.stop();
  const [version = ''] = readdirSync(join(dataDir, 'compile-cache'));
  t.ok(readdirSync(join(dataDir, 'compile-cache', version)).length > 500, 'also of the packages');
});
