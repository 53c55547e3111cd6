import '../src/last-words.ts';
import { existsSync, readFileSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { configOrExit, isThisMachine } from '../src/config.ts';
import { providerNumberChecks } from '../src/domain/check-digits.ts';
import { officeIdOf, uuidOf } from '../src/domain/ids.ts';
import { type OfficeCsvRow, OfficeCsvUnreadable, parseOfficeCsv } from '../src/exchange/office-csv.ts';
import { ApiClient, asking, developmentClient, inParallel, Refused } from './api-client.ts';
import { importCareplanFile } from './import-careplan.ts';
import { startServer } from './server-process.ts';

const HELP = `npm run import -- offices <file.csv> [--url URL [--other-machine]]
npm run import -- careplan <UPPLAN_….CSV> [--as SUBJECT] [--network ID] [--url URL [--other-machine]]

offices: Registers the offices of a file of the Ministry's open data (厚生労働省 介護サービス情報公表システム, 24 columns, UTF-8 or
MS932), or changes those that differ. Bad rows are listed with their line and reason, the rest is imported; a second run
changes nothing.

careplan: Takes a care manager's file of 予定 (ケアプランデータ連携標準仕様, version 3 or 4) as the plan of its month, client by client,
for the office to which it is addressed. What was left out is listed with its line and column.

The server at PUBLIC_URL, or at HOST and PORT, does the work; where none answers there, one is started on DATA_DIR for
the time of the import.

  --url URL       a server at another address of this machine
  --other-machine the address of --url may be another machine's, which is then given the token
  --token TOKEN   an administrator's token of the issuer, where the server has one; better by the environment variable
                  API_TOKEN, which no list of processes shows. Without it a development token is signed
                  (careplan: a coordinator's token)
  --as SUBJECT    careplan, development: the coordinator of the partner office
  --network ID    careplan: which network, where the office is in several`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    'other-machine': { type: 'boolean', default: false },
    token: { type: 'string' },
    as: { type: 'string' },
    network: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
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
if ((what !== 'offices' && what !== 'careplan') || file === undefined) fail(HELP);
if (!existsSync(String(file))) fail(`There is no file ${file}.`);

if (values.url !== undefined && !values['other-machine'] && !isThisMachine(values.url))
  fail('--url is not this machine: add --other-machine to send it the token. トークンを別の機械に送ろうとしています。');

/** Who asks, where development tokens are signed. */
const as = what === 'careplan' ? (values.as ?? '') : 'admin';
const csv = (() => {
  if (what !== 'offices') return { offices: [], bad: [], warnings: [] };
  try {
    return parseOfficeCsv(readFileSync(String(file)));
  } catch (error) {
    if (error instanceof OfficeCsvUnreadable) return fail(`${file}: ${error.message}`);
    throw error;
  }
})();
const { dataDir, host, port, publicUrl, oidc, apiToken } = configOrExit();
const token = values.token ?? apiToken;
if (oidc !== null && token === null)
  fail('OIDC_ISSUER is set: give a token of the issuer, by API_TOKEN or --token. 発行者のトークンが必要です。');
if (what === 'careplan' && token === null && as === '')
  fail('Say with --as whose import it is: a coordinator’s subject. 担当者を --as で指定してください。');
const apiAt = (url: string): ApiClient =>
  token === null
    ? developmentClient(url, dataDir)
    : new ApiClient(
        asking(
          () => url,
          async () => token,
        ),
      );

/** Whether a server that accepts the token answers there. */
const runsAt = (url: string): Promise<boolean> =>
  apiAt(url)
    .query('{ viewer { role } }', {}, { as })
    .then(
      () => true,
      (error) => {
        // Where it is the issuer's token that is refused, another server would not help.
        if (token !== null && error instanceof Refused) throw error;
        return false;
      },
    );

/** Where a server that listens on all addresses, or on one of IPv6, is asked from this machine. */
const ownHost = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? (host.includes(':') ? `[${host}]` : host);
const configured = publicUrl ?? `http://${ownHost}:${port}`;
const isKnown = publicUrl !== null || port !== 0;
const running = values.url ?? (isKnown && (await runsAt(configured)) ? configured : undefined);
const server =
  running === undefined
    ? await startServer({ DATA_DIR: dataDir, PORT: '0' }).catch(() =>
        fail('No server could be started; name a running one with --url.'),
      )
    : null;
const api = apiAt(running ?? server?.url ?? '');

if (what === 'careplan') {
  try {
    const { lines, isWhole } = await importCareplanFile(api, String(file), { as, networkId: values.network });
    // Written before the process ends.
    writeSync(1, `${lines.join('\n')}\n`);
    process.exitCode = isWhole ? 0 : 2;
  } finally {
    await server?.stop();
  }
  process.exit();
}

const { viewer } = await api.query('{ viewer { role } }', {}, { as: 'admin' });
if (viewer?.role !== 'ADMINISTRATOR') fail('The token is not an administrator’s. 管理者のトークンではありません。');

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
