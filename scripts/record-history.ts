import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { developmentToken } from '../src/api/auth.ts';
import { configOrExit } from '../src/config.ts';
import { toInstant } from '../src/domain/calendar.ts';
import { developmentClient } from './api-client.ts';
import { liveFrom } from './demo/two-months.ts';
import { questionsOf } from './history/questions.ts';
import { writeHistory, writeOutcome } from './history/recorded-history.ts';
import { startSmtp } from './mail-server.ts';
import { openLocation } from './migration/location.ts';
import { startServer } from './server-process.ts';

const HELP = `npm run record-history -- <folder>

Lives the demo's two months, always the same ones, and writes their log, their keys and what the API answers of them
into a folder, as the history of a release: test/fixtures/history/<version>. Every later version of the code must read
it and answer the same (test/history.test.ts). Recorded once a release, and never changed afterwards.`;

/** Two months that end on a working day, at noon. */
const FROM = '2026-09-01';
const NOW = '2026-11-25T12:00:00+09:00';

const { values, positionals } = parseArgs({
  options: { help: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [folder] = positionals;
if (values.help || folder === undefined) {
  process[values.help ? 'stdout' : 'stderr'].write(`${HELP}\n`);
  process.exit(values.help ? 0 : 1);
}

mkdirSync(folder, { recursive: true });
const dataDir = mkdtempSync(join(tmpdir(), 'history-'));
const ends: (() => Promise<unknown>)[] = [];
const smtp = await startSmtp({ teardown: (end) => ends.push(end) });
const server = await startServer({ DATA_DIR: dataDir, NODE_ENV: 'development', PORT: '0', SMTP_URL: smtp.url });
try {
  const api = developmentClient(server.url, dataDir);
  const site = { url: server.url, token: (subject: string) => developmentToken(dataDir, subject) };
  const { networks } = await liveFrom(api, FROM, toInstant(NOW), { site, smtp, keep: () => {} });
  writeOutcome(folder, { now: NOW, questions: await questionsOf(api, networks, toInstant(NOW)) });
  await server.stop();
  const lived = await openLocation(dataDir, true, configOrExit());
  await writeHistory(lived, folder);
  await lived.close();
} finally {
  await server.stop();
  for (const end of ends) await end();
  rmSync(dataDir, { recursive: true, force: true });
}
