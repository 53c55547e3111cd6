import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { configOrExit } from '../src/config.ts';
import { providerNumberChecks } from '../src/domain/check-digits.ts';
import { officeIdOf, uuidOf } from '../src/domain/ids.ts';
import { type OfficeCsvRow, OfficeCsvUnreadable, parseOfficeCsv } from '../src/exchange/office-csv.ts';
import { type ApiClient, developmentClient, inParallel, Refused } from './api-client.ts';
import { startServer } from './server-process.ts';

const HELP = `npm run import -- offices <file.csv> [--url URL]

Registers the offices of a file of the Ministry's open data (厚生労働省 介護サービス情報公表システム, 24 columns, UTF-8), or
changes those that differ. Bad rows are listed with their line and reason, the rest is imported; a second run changes
nothing.

A development server that runs on DATA_DIR at HOST and PORT does the work; where none runs, one is started for the time
of the import.

  --url URL   such a server at another address`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string' }, help: { type: 'boolean', default: false } },
});
const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};
const [what, file] = positionals;
if (values.help) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}
if (what !== 'offices' || file === undefined) fail(HELP);
if (!existsSync(String(file))) fail(`There is no file ${file}.`);

const csv = (() => {
  try {
    return parseOfficeCsv(readFileSync(String(file)));
  } catch (error) {
    if (error instanceof OfficeCsvUnreadable) return fail(`${file}: ${error.message}`);
    throw error;
  }
})();
const { dataDir, host, port } = configOrExit();
const apiAt = (url: string): ApiClient => developmentClient(url, dataDir);

/** Whether a server that accepts the data folder's tokens answers there. */
const runsAt = (url: string): Promise<boolean> =>
  apiAt(url)
    .query('{ viewer { role } }', {}, { as: 'admin' })
    .then(
      () => true,
      () => false,
    );

const configured = `http://${host}:${port}`;
const running =
  values.url ?? (existsSync(dataDir) && port !== 0 && (await runsAt(configured)) ? configured : undefined);
const server =
  running === undefined
    ? await startServer({ DATA_DIR: dataDir, PORT: '0' }).catch(() =>
        fail('No server could be started; name a running one with --url.'),
      )
    : null;
const api = apiAt(running ?? server?.url ?? '');

type Outcome = 'registered' | 'changed' | 'unchanged';

/** Registers an office; where its number has other content already, changes what differs. */
const importOne = async ({ line: _line, ...office }: OfficeCsvRow): Promise<Outcome> => {
  const id = officeIdOf(office.providerNumber);
  const before = await api.query('query ($id: ID!) { office(id: $id) { id } }', { id }, { as: 'admin' });
  if (before.office === null) {
    await api.mutate(
      'registerOffice',
      { commandId: uuidOf('import', JSON.stringify(office)), ...office, surcharges: [] },
      { as: 'admin' },
    );
    return 'registered';
  }
  // A field that the file leaves empty is not cleared; grade and services are only inferred and
  // never overwrite what was entered.
  const { providerNumber: _number, areaGrade: _grade, services: _services, ...said } = office;
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
  const { office: standing } = await api.query(
    `query ($id: ID!) { office(id: $id) { ${Object.keys(given).join(' ')} } }`,
    { id },
    { as: 'admin' },
  );
  const differing = Object.fromEntries(Object.entries(given).filter(([field, value]) => standing[field] !== value));
  if (Object.keys(differing).length === 0) return 'unchanged';
  await api.mutate('changeOffice', { officeId: id, ...differing }, { as: 'admin' });
  return 'changed';
};

const counts: Record<Outcome, number> = { registered: 0, changed: 0, unchanged: 0 };
const bad = [...csv.bad];
const bar = new SingleBar({
  format: '{bar} {value}/{total} offices',
  stream: process.stderr,
  noTTYOutput: false,
  clearOnComplete: true,
});
bar.start(csv.offices.length, 0);
await inParallel(csv.offices, 32, async (office) => {
  try {
    counts[await importOne(office)] += 1;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    bad.push({ line: office.line, reason: error.message });
  }
  bar.increment();
});
bar.stop();
await server?.stop();

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
for (const { line, reason } of bad.sort((a, b) => a.line - b.line)) say(`line ${line}: not imported: ${reason}`);
for (const { line, reason } of csv.warnings) say(`line ${line}: warning: ${reason}`);
for (const { line, providerNumber } of csv.offices) {
  if (!providerNumberChecks(providerNumber))
    say(`line ${line}: warning: the check digit of ${providerNumber} is wrong; kept and flagged 検査数字が合いません`);
}
say(
  [
    `${counts.registered} registered 登録`,
    `${counts.changed} changed 変更`,
    `${counts.unchanged} unchanged 変更なし`,
    `${bad.length} bad rows 不備`,
  ].join(', '),
);
process.exitCode = bad.length > 0 ? 2 : 0;
