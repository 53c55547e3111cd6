import '../src/last-words.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { developmentToken } from '../src/api/auth.ts';
import { addMonths, firstDayOf, monthOf } from '../src/domain/calendar.ts';
import { machineClock } from '../src/store/clock.ts';
import { developmentClient } from './api-client.ts';
import { samples } from './demo/samples.ts';
import { liveFrom } from './demo/two-months.ts';
import { startServer } from './server-process.ts';

const HELP = `npm run demo [-- --once]

Starts a server on a fresh folder and lives through two months of three made-up networks by its public API, up to now;
then prints for each role a subject, a token and a query to paste. Ctrl+C ends it and deletes the folder. PORT as for
npm start.

  --once   ends when all the queries have answered (exit code 1 where one does not)`;

const { values } = parseArgs({
  options: { once: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
if (values.help) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const dataDir = mkdtempSync(join(tmpdir(), 'demo-'));
const server = await startServer({ DATA_DIR: dataDir, NODE_ENV: 'development', ...(values.once ? { PORT: '0' } : {}) });
const end = async (code: number): Promise<never> => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(code);
};
process.once('SIGINT', () => void end(0));
process.once('SIGTERM', () => void end(0));

const api = developmentClient(server.url, dataDir);
const now = machineClock.now();
const from = firstDayOf(addMonths(monthOf(now), -2));
say(`Two months of three networks, from ${from} to now … 3つのネットワークの2か月分を作成しています`);
const begun = performance.now();
const networks = await liveFrom(api, from, now);
// Back to the machine's clock: from here on the demo lives in the present.
await api.query('{ __typename }', {}, { as: 'admin', at: 'off' });
say(`${api.requests} requests in ${Math.round((performance.now() - begun) / 1000)} s.\n`);

const counted: Record<string, number> = {};
for (const network of networks) {
  for (let month = monthOf(`${from}T00:00:00.000Z`); month <= addMonths(monthOf(now), 1); month = addMonths(month, 1)) {
    for (const status of [
      'SCHEDULED',
      'IN_PROGRESS',
      'RECORDED',
      'RETURNED',
      'VERIFIED',
      'SETTLED',
      'MISSED',
      'CANCELLED',
      'RELEASED',
    ]) {
      const { network: found } = await api.query(
        `query ($id: ID!, $month: Month!, $status: [VisitStatus!]) {
          network(id: $id) { visitLedger(month: $month, filter: { status: $status }, first: 1) { totalCount } }
        }`,
        { id: network.id, month, status: [status] },
        { as: 'auditor' },
      );
      counted[status] = (counted[status] ?? 0) + found.visitLedger.totalCount;
    }
  }
}
say(
  `Visits by status 訪問の状態: ${Object.entries(counted)
    .map(([status, n]) => `${status} ${n}`)
    .join(', ')}\n`,
);

let failed = 0;
for (const sample of await samples(api, networks)) {
  const token = await developmentToken(dataDir, sample.subject);
  const answer = await api.query(sample.query, {}, { as: sample.subject }).catch((error: Error) => error);
  if (answer instanceof Error) failed += 1;
  say(`── ${sample.role}: ${sample.what}
subject  ${sample.subject}
token    ${token}
query    ${sample.query.replace(/\s+/g, ' ')}
answers  ${answer instanceof Error ? answer.message : JSON.stringify(answer).slice(0, 160)} …
`);
}
say(
  `GraphQL: ${server.url}/graphql (a browser opens GraphiQL there; the header is {"Authorization": "Bearer <token>"})`,
);
if (values.once) await end(failed === 0 ? 0 : 1);
say('Ctrl+C ends the demo. Ctrl+C で終了します。');
