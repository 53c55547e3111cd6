import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { developmentClient } from '../../scripts/api-client.ts';
import { generateInto } from '../../scripts/bench/log/generated-folder.ts';
import type { LogPlan } from '../../scripts/bench/log/generated-log.ts';
import { startServer } from '../../scripts/server-process.ts';
import { filesOf } from '../../src/app.ts';
import { openLog } from '../../src/open-log.ts';

const BENCH = fileURLToPath(new URL('../../scripts/bench/bench.ts', import.meta.url));

/** A small trial, which has closed a month by its three thousandth event. */
const plan = (seed: number): LogPlan => ({
  size: { networks: 1, partners: 2, assists: 3, caregivers: 2, clients: 6, visitsAWeek: 4 },
  seed,
  until: { events: 3_000 },
});

const headOf = async (folder: string): Promise<number> => {
  const log = await openLog({ eventStore: null, file: filesOf(folder).log, simulatedClock: null }, { readOnly: true });
  const head = await log.head();
  await log.close();
  return head;
};

t.test('the same plan gives the same log, another seed another one', async (t) => {
  const folder = t.testdir();
  const [one, again, other] = [
    await generateInto(join(folder, 'one'), plan(1)),
    await generateInto(join(folder, 'again'), plan(1)),
    await generateInto(join(folder, 'other'), plan(2)),
  ];
  t.strictSame(again, one);
  t.not(other.digest, one.digest);
  t.equal(await headOf(join(folder, 'one')), one.events);
});

t.test('the server opens a generated log, finds nothing to do, and serves its months', async (t) => {
  const dataDir = join(t.testdir(), 'data');
  const { networks, events, now } = await generateInto(dataDir, plan(1));
  const [network] = networks;
  const subject = network?.partners[0]?.subject ?? '';
  const server = await startServer({ DATA_DIR: dataDir, PORT: '0' });
  const { network: seen, viewer } = await developmentClient(server.url, dataDir).query(
    `query ($id: ID!, $month: Month!) {
      viewer { tasks(first: 1) { totalCount } }
      network(id: $id) {
        visitLedger(month: $month, first: 50) { totalCount edges { node { client { code } assistOffice { name } } } }
        statements(first: 1) { edges { node { lines(first: 1) { totalCount } } } }
      }
    }`,
    { id: network?.id, month: now.slice(0, 7) },
    { as: subject },
  );
  t.equal(seen.visitLedger.edges.length, 50);
  t.match(seen.visitLedger.edges[0].node, { client: { code: /^N1-1-/ }, assistOffice: { name: /訪問介護/ } });
  t.ok(seen.statements.edges[0].node.lines.totalCount > 0, 'a month was closed');
  t.ok(viewer.tasks.totalCount > 0, 'somebody waits for something');
  await server.stop();
  t.equal(await headOf(dataDir), events, 'nothing was written after the opening');
});

t.test('--json prints figures of the promised shape and nothing else', async (t) => {
  const child = spawn(process.execPath, [BENCH, 'project', '--quick', '--json', '--sizes', '2000'], {
    env: { ...process.env, TMPDIR: t.testdir() },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let stdout = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  t.equal(await new Promise((resolve) => child.once('close', resolve)), 0);
  const figures = JSON.parse(stdout);
  t.equal(figures.length, 1);
  const [{ ours, limit, ratio, ...rest }] = figures;
  t.strictSame(rest, { path: 'project 2000', bound: 0.7, peers: {} });
  t.ok([ours, limit, ratio].every((number) => Number.isFinite(number) && number > 0));
});

t.test('an unknown path or option is named, with how the command is used', async (t) => {
  const wrong: [readonly string[], RegExp][] = [
    [['nothing'], /There is no path nothing\./],
    [['--sizes', 'many'], /--sizes: whole numbers above 0/],
  ];
  for (const [words, named] of wrong) {
    const child = spawn(process.execPath, [BENCH, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [stdout, stderr, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      new Promise((resolve) => child.once('close', resolve)),
    ]);
    t.equal(code, 1);
    t.equal(stdout, '', 'what reads --json finds nothing that is none');
    t.match(stderr, named);
    t.match(stderr, /^npm run bench/m);
  }
});
