import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import '../src/last-words.ts';
import { logLocationOf } from '../src/app.ts';
import { configOrExit, isThisMachine } from '../src/config.ts';
import { addDays, monthOfDay } from '../src/domain/calendar.ts';
import { developmentClient } from './api-client.ts';
import { startServer } from './server-process.ts';
import { benchmarkSchema } from './simulation/benchmark.ts';
import { runDay, type Tally } from './simulation/day.ts';
import { delegationStatuses, ledgerCount, recountFromEvents } from './simulation/recount.ts';
import { repeatable, setUp } from './simulation/setting.ts';
import { type Settled, settleMonth } from './simulation/settle.ts';

const HELP = `npm run simulate -- <benchmark.json> [--days N] [--from YYYY-MM-DD] [--data-dir DIR] [--url URL]

A day of the home health care benchmark (iolab-uniud/hhcrsp) through the public API, in simulated time: its starting
points become offices, the first one the partner; what the partner's caregivers cannot make is delegated, answered,
visited, recorded, verified, settled.

  --days N         how many days, one after another (1)
  --from DAY       the first day (2026-06-01)
  --data-dir DIR   the data folder; run again on the same folder, it goes on where it was cut off (a temporary folder,
                   deleted at the end)
  --url URL        a development server that runs already on this machine; --data-dir is then its folder, for its key
                   and the recount`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    days: { type: 'string', default: '1' },
    from: { type: 'string', default: '2026-06-01' },
    'data-dir': { type: 'string' },
    url: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};
const [file] = positionals;
if (values.help) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}
if (file === undefined || !/^[1-9]\d?$/.test(values.days) || !/^\d{4}-\d\d-\d\d$/.test(values.from)) fail(HELP);
if (!existsSync(String(file))) fail(`There is no file ${file}.`);
if (values.url !== undefined && !isThisMachine(values.url)) fail('--url must be of this machine.');
if (values.url !== undefined && values['data-dir'] === undefined)
  fail('--url needs --data-dir: the server\u2019s folder holds the key that signs tokens.');

const benchmarkIn = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail(`${file} is no benchmark file: it is not JSON.`);
  }
};
const parsed = benchmarkSchema.safeParse(benchmarkIn(readFileSync(String(file), 'utf8')));
if (!parsed.success)
  fail(`${file} is no benchmark file: ${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`);
const benchmark = parsed.data ?? fail('');
const seed = basename(String(file), '.json');
const days = Array.from({ length: Number(values.days) }, (_, n) => addDays(values.from, n));
const months = [...new Set(days.map(monthOfDay))];
const temporary = values['data-dir'] === undefined;
const dataDir = values['data-dir'] ?? mkdtempSync(join(tmpdir(), 'simulation-'));
const server =
  values.url === undefined ? await startServer({ DATA_DIR: dataDir, PORT: '0', NODE_ENV: 'development' }) : null;
const url = server?.url ?? String(values.url);
const api = developmentClient(url, dataDir);

const tally: Tally = {
  visits: 0,
  byPartner: 0,
  delegated: 0,
  delegations: 0,
  accepted: 0,
  declined: 0,
  withdrawn: 0,
  recorded: 0,
  verified: 0,
};
const settled: Settled = { statements: 0, lines: 0, netYen: 0, totalYen: 0, paidYen: 0 };
const begun = performance.now();
const commands = repeatable(api, seed);
const setting = await setUp(commands, benchmark, seed, addDays(values.from, -1));
for (const day of days) await runDay(commands, benchmark, setting, day, tally);
for (const month of months) {
  const one = await settleMonth(commands, setting, month);
  for (const key of Object.keys(settled) as (keyof Settled)[]) settled[key] += one[key];
}
const seconds = (performance.now() - begun) / 1000;
const ledger = await ledgerCount(api, setting.networkId, setting.partner.subject, months);
const statuses = await delegationStatuses(api, setting.networkId, setting.partner.subject);
await server?.stop();
const events = await recountFromEvents(logLocationOf({ ...configOrExit(), dataDir }), setting.networkId, months);
if (temporary) rmSync(dataDir, { recursive: true, force: true });

console.table({
  'visits needed 必要な訪問': tally.visits,
  'made by the partner パートナー自ら': tally.byPartner,
  'delegated 委託': tally.delegated,
  'delegations 委託件数': tally.delegations,
  'accepted 受諾': tally.accepted,
  'taken by nobody 受け手なし': tally.withdrawn,
  'recorded 記録': tally.recorded,
  'verified 確定': tally.verified,
  'statements 支払通知書': settled.statements,
  'total incl. tax 合計（円）': settled.totalYen,
  'paid 支払済（円）': settled.paidYen,
  ...Object.fromEntries(Object.entries(statuses).map(([status, count]) => [`delegations ${status}`, count])),
  requests: api.requests,
  'requests a second': Math.round(api.requests / seconds),
});
console.table({
  'ledger 台帳': { visits: ledger.visits, feeYen: ledger.feeYen },
  'statements 支払通知書': { visits: settled.lines, feeYen: settled.netYen },
  'recount from events イベントからの再計算': { visits: events.visits, feeYen: events.feeYen },
});
const unended = (statuses.OPEN ?? 0) + (statuses.PARTLY_ALLOCATED ?? 0) + (statuses.ALLOCATED ?? 0);
const agree =
  ledger.feeYen === settled.netYen &&
  ledger.feeYen === events.feeYen &&
  ledger.visits === settled.lines &&
  ledger.visits === events.visits;
process.stdout.write(
  unended === 0 && agree
    ? 'Every delegation has ended; ledger, statements and the recount agree. すべて一致しました。\n'
    : `NOT in order: ${unended} delegations have not ended; the three counts ${agree ? 'agree' : 'differ'}. 一致しません。\n`,
);
process.exitCode = unended === 0 && agree ? 0 : 1;
