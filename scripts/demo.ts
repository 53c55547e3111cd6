import '../src/last-words.ts';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { developmentToken } from '../src/api/auth.ts';
import { addMonths, firstDayOf, monthOf } from '../src/domain/calendar.ts';
import { machineClock } from '../src/store/clock.ts';
import { developmentClient } from './api-client.ts';
import { evaluationReport } from './demo/report.ts';
import { placesAmiss, samples } from './demo/samples.ts';
import { liveFrom } from './demo/two-months.ts';
import { startSmtp } from './mail-server.ts';
import { startServer } from './server-process.ts';

const HELP = `npm run demo [-- --once]

Starts a server on a fresh folder and lives through two months of three made-up networks by its public API, up to now;
then prints what happened, the files that were made, and for each role a subject, a token and a query to paste. Ctrl+C
ends it and deletes the folder. PORT as for npm start.

  --once   ends when all the queries have answered (exit code 1 where an answer is not what the query promises)`;

/** What is shown of an answer, in characters. */
const LONGEST_ANSWER = 600;
const STATUS_WORDS: Readonly<Record<string, string>> = {
  SCHEDULED: '予定',
  IN_PROGRESS: '訪問中',
  RECORDED: '記録済み',
  RETURNED: '差し戻し中',
  VERIFIED: '確定',
  SETTLED: '精算済み',
  MISSED: '訪問なし',
  CANCELLED: '取消',
  RELEASED: '返上',
};

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
const folder = mkdtempSync(join(tmpdir(), 'demo-'));
const dataDir = join(folder, 'data');
const files = join(folder, 'files');
for (const one of [dataDir, files]) mkdirSync(one);
const ends: (() => Promise<unknown>)[] = [];
const smtp = await startSmtp({ teardown: (end) => ends.push(end) });
const server = await startServer({
  DATA_DIR: dataDir,
  NODE_ENV: 'development',
  SMTP_URL: smtp.url,
  ...(values.once ? { PORT: '0' } : {}),
});
const end = async (code: number): Promise<never> => {
  await server.stop();
  for (const end of ends) await end();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
};
process.once('SIGINT', () => void end(0));
process.once('SIGTERM', () => void end(0));

const api = developmentClient(server.url, dataDir);
const now = machineClock.now();
const from = firstDayOf(addMonths(monthOf(now), -2));
say(`Two months of three networks, from ${from} to now … 3つのネットワークの2か月分を作成しています`);
const begun = performance.now();
const kept: string[] = [];
const keep = (name: string, bytes: Uint8Array): void => {
  writeFileSync(join(files, name), bytes);
  kept.push(`${join(files, name)}  ${bytes.length} bytes`);
};
const site = { url: server.url, token: (subject: string) => developmentToken(dataDir, subject) };
const { networks, told } = await liveFrom(api, from, now, { site, smtp, keep });
// Back to the machine's clock: from here on the demo lives in the present.
await api.query('{ __typename }', {}, { as: 'admin', at: 'off' });
say(`${api.requests} requests in ${Math.round((performance.now() - begun) / 1000)} s.\n`);

say(`── What happened, as the API answered it 起きたこと（APIの応答から）\n${told.join('\n')}\n`);
say(`── Files, until the demo ends 作成されたファイル\n${kept.join('\n')}\n`);

const counted: Record<string, number> = {};
for (const network of networks) {
  for (let month = monthOf(`${from}T00:00:00.000Z`); month <= addMonths(monthOf(now), 1); month = addMonths(month, 1)) {
    const { network: found } = await api.query(
      `query ($id: ID!, $month: Month!) {
        network(id: $id) { visitLedger(month: $month, first: 1) { totals { byStatus { status visits } } } }
      }`,
      { id: network.id, month },
      { as: 'auditor' },
    );
    const totals: readonly { status: string; visits: number }[] = found.visitLedger.totals.byStatus;
    for (const { status, visits } of totals) counted[status] = (counted[status] ?? 0) + visits;
  }
}
const byStatus = Object.entries(STATUS_WORDS).map(([status, word]) => `${word} ${status} ${counted[status] ?? 0}`);
say(`Visits by status 訪問の状態: ${byStatus.join(', ')}\n`);

let failed = 0;
for (const sample of await samples(api, networks, now)) {
  const token = await developmentToken(dataDir, sample.subject);
  const answer = await api.query(sample.query, {}, { as: sample.subject }).catch((error: Error) => error);
  const amiss = answer instanceof Error ? [answer.message] : placesAmiss(sample, answer);
  if (amiss.length > 0) failed += 1;
  const shown = JSON.stringify(answer instanceof Error ? null : answer);
  say(`── ${sample.role}: ${sample.what}
subject  ${sample.subject}
token    ${token}
query    ${sample.query}
answers  ${shown.length > LONGEST_ANSWER ? `${shown.slice(0, LONGEST_ANSWER)} …` : shown}
${amiss.length > 0 ? `amiss    ${amiss.join(', ')}\n` : ''}`);
}
const report = join(files, 'evaluation-report.html');
const months = { from: monthOf(`${from}T00:00:00.000Z`), to: monthOf(now) };
const token = await developmentToken(dataDir, 'consultant');
writeFileSync(report, await evaluationReport(api, networks[0]?.id ?? '', months, token));
say(`Evaluation report 評価報告, to be opened in a browser: ${report}`);
say(
  `GraphQL: ${server.url}/graphql (a browser opens GraphiQL there; the header is {"Authorization": "Bearer <token>"})`,
);
if (values.once) await end(failed === 0 ? 0 : 1);
say('Ctrl+C ends the demo. Ctrl+C で終了します。');
