import '../src/last-words.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addDays } from '../src/domain/calendar.ts';
import { developmentClient, Refused } from './api-client.ts';
import { setUpNetworks } from './demo/setting.ts';
import { Moment, visitFrom } from './network-builder.ts';
import { startServer } from './server-process.ts';

const HELP = `npm run race -- [--times N]

Two offices accept the same delegation at once over HTTP, N times (1000): one winner each time, the other is told
VISITS_ALREADY_ALLOCATED.`;

const { values } = parseArgs({
  options: { times: { type: 'string', default: '1000' }, help: { type: 'boolean', default: false } },
});
if (values.help || !/^\d{1,5}$/.test(values.times)) {
  process.stdout.write(`${HELP}\n`);
  process.exit(values.help ? 0 : 1);
}
const FIRST_DAY = '2026-06-01';
const dataDir = mkdtempSync(join(tmpdir(), 'race-'));
const server = await startServer({ DATA_DIR: dataDir, PORT: '0' });
const api = developmentClient(server.url, dataDir);
const [network] = await setUpNetworks(new Moment(api, `${FIRST_DAY}T09:00:00+09:00`));
const of = network?.partners[0];
const client = of?.clients[0];
if (!of || !client) throw new Error('a network with a client');
const officeIds = of.assists.slice(0, 2).map(({ id }) => id);
const outcomes: Record<string, number> = {};
for (let n = 0; n < Number(values.times); n += 1) {
  const day = addDays(FIRST_DAY, 2 + n);
  const visits = [visitFrom(`${day}T10:00:00+09:00`, 45, 'DAILY_LIVING')];
  const now = new Moment(api);
  const { id } = await now.request(of.partner, { clientId: client.id, visits, rounds: [{ officeIds }] });
  const answers = await Promise.all(
    of.assists.slice(0, 2).map((assist) =>
      now.accept(assist, id).then(
        () => 'won',
        (error: Error) => (error instanceof Refused ? error.code : error.message),
      ),
    ),
  );
  const outcome = answers.sort().join(' and ');
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
}
await server.stop();
rmSync(dataDir, { recursive: true, force: true });
for (const [outcome, times] of Object.entries(outcomes)) process.stdout.write(`${times} × ${outcome}\n`);
process.exitCode = outcomes['VISITS_ALREADY_ALLOCATED and won'] === Number(values.times) ? 0 : 1;
