import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { providerNumberWith } from '../../scripts/provider-number.ts';
import { startServer } from '../../scripts/server-process.ts';
import { developmentToken } from '../../src/api/auth.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const script = (name: string): string => join(root, 'scripts', name);
const BENCHMARK = join(root, 'test/fixtures/benchmark-small.json');

const logOf = (dataDir: string): string[] => {
  const db = new DatabaseSync(join(dataDir, 'events.sqlite'), { readOnly: true });
  const ids = db
    .prepare('SELECT id FROM events ORDER BY position')
    .all()
    .map(({ id }) => String(id));
  db.close();
  return ids;
};

t.test('kill −9 under load: nothing acknowledged is lost, nothing is applied twice', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kill-'));
  t.teardown(() => rmSync(dataDir, { recursive: true, force: true }));
  const acknowledged: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const server = await startServer({ DATA_DIR: dataDir, PORT: '0' });
    const token = await developmentToken(dataDir, 'admin');
    const send = async (key: string): Promise<void> => {
      const input = {
        providerNumber: providerNumberWith(key),
        name: key,
        municipality: '大田区',
        address: '1',
        areaGrade: 'GRADE_1',
        services: ['DAILY_LIVING'],
      };
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({
          query: 'mutation ($input: RegisterOfficeInput!) { registerOffice(input: $input) { office { id } } }',
          variables: { input },
        }),
      });
      const { data } = (await response.json()) as { data: { registerOffice: { office: { id: string } } } };
      acknowledged.push(`office-${data.registerOffice.office.id}`);
    };
    const before = acknowledged.length;
    const load = Array.from({ length: 200 }, (_, n) => send(`${round}-${n}`).catch(() => undefined));
    while (acknowledged.length < before + 20) await Promise.race(load.splice(0, 1));
    server.process.kill('SIGKILL');
    await Promise.all(load);
  }
  const db = new DatabaseSync(join(dataDir, 'events.sqlite'), { readOnly: true });
  const stored = db
    .prepare(
      `SELECT name AS stream, count(*) AS n FROM events JOIN streams ON number = stream
       WHERE type = 'OfficeRegistered' GROUP BY stream`,
    )
    .all() as {
    stream: string;
    n: number;
  }[];
  db.close();
  const streams = new Set(stored.map(({ stream }) => stream));
  t.ok(acknowledged.length >= 60);
  t.strictSame(
    acknowledged.filter((stream) => !streams.has(stream)),
    [],
  );
  t.strictSame(
    stored.filter(({ n }) => n !== 1),
    [],
  );
});

t.test('a simulation killed half-way is run on by running it again, and the rebuilt read model is equal', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kill-simulation-'));
  t.teardown(() => rmSync(dataDir, { recursive: true, force: true }));
  const server = await startServer({ DATA_DIR: dataDir, PORT: '0' });
  const run = spawn(process.execPath, [script('simulate.ts'), BENCHMARK, '--data-dir', dataDir, '--url', server.url], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => run.once('exit', resolve));
  while (!existsSync(join(dataDir, 'events.sqlite')) || logOf(dataDir).length < 60)
    await new Promise((resolve) => setImmediate(resolve));
  server.process.kill('SIGKILL');
  run.kill('SIGKILL');
  await ended;
  const before = logOf(dataDir);
  const again = spawnSync(process.execPath, [script('simulate.ts'), BENCHMARK, '--data-dir', dataDir], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  t.match(again.stdout, /Every delegation has ended; ledger, statements and the recount agree\./);
  t.equal(again.status, 0, again.stderr);
  t.strictSame(logOf(dataDir).slice(0, before.length), before, 'what stood in the log stands there still');
  const rebuilt = spawnSync(process.execPath, [script('rebuild.ts')], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: dataDir },
    timeout: 60_000,
  });
  t.match(rebuilt.stdout, /^equal 一致$/m);
  t.equal(readFileSync(join(dataDir, 'simulated-clock'), 'utf8').endsWith('Z'), true);
});
