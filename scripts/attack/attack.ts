import '../../src/last-words.ts';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { monthOf } from '../../src/domain/calendar.ts';
import { startIssuer } from '../../test/support/issuer.ts';
import { inFolder } from '../bench/benchmark.ts';
import { quantile } from '../bench/figures.ts';
import { copyOf, generatedFolder } from '../bench/log/generated-folder.ts';
import { TRIAL } from '../bench/log/generated-log.ts';
import { writeFigures } from '../figures-in-doc.ts';
import { startServer } from '../server-process.ts';
import { Attacker } from './attacker.ts';
import { type Attack, attacks } from './attacks.ts';
import { others } from './others.ts';

const HELP = `npm run attack -- [--seconds N] [--write] [<part of a name>]

Attacks a production server of its own, over a generated log of three networks, in each of the ways that issue 11 names
(points 1 and 2), and prints what others saw meanwhile and the most memory that the server took. It ends with 1 where
others were refused, waited longer than 250 ms (p99), or memory passed 600 MB.

  --seconds N   of each attack (10)
  --write       writes the table into docs/security.md`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '10' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help || !/^[1-9]\d{0,3}$/.test(values.seconds)) {
  process[values.help ? 'stdout' : 'stderr'].write(`${HELP}\n`);
  process.exit(values.help ? 0 : 1);
}

interface Row {
  readonly attack: Attack;
  readonly answers: ReadonlyMap<string, number>;
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly refused: number;
  readonly megabytes: number;
}

const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;

const LIMITS = { p99: 250, megabytes: 600 };

/** What people look at meanwhile. */
const pageOf = (network: string, month: string): string => `{ network(id: "${network}") {
  visitLedger(month: "${month}", first: 20) { edges { node { date plannedStart status client { code } } } } } }`;

const measured = async (attack: Attack, world: World, seconds: number): Promise<Row> => {
  const { url, pid, network, people } = world;
  const end = AbortSignal.timeout(seconds * 1000);
  const attacker = new Attacker({ url, token: await world.attackers(), network }, end);
  let megabytes = 0;
  const watching = setInterval(() => {
    megabytes = Math.max(megabytes, residentMegabytes(pid));
  }, 20);
  const [, ...seen] = await Promise.all([
    attack.run(attacker),
    ...people.map(({ token, page }) => others(url, token, page, end)),
  ]);
  clearInterval(watching);
  attacker.close();
  const milliseconds = seen.flatMap((one) => one.milliseconds);
  return {
    attack,
    answers: attacker.answers,
    count: milliseconds.length,
    p50: quantile(milliseconds, 0.5),
    p99: quantile(milliseconds, 0.99),
    refused: seen.reduce((sum, one) => sum + one.refused, 0),
    megabytes,
  };
};

interface World {
  readonly url: string;
  readonly pid: number;
  readonly network: string;
  /** Who work meanwhile, and what each looks at. */
  readonly people: readonly { readonly token: string; readonly page: string }[];
  /** A token of a subject that has not attacked yet: what one has used up is its own. */
  readonly attackers: () => Promise<string>;
}

const inWorld = <Result>(use: (world: World) => Promise<Result>): Promise<Result> =>
  inFolder(async (folder) => {
    const ends: (() => Promise<unknown>)[] = [];
    const issuer = await startIssuer({ teardown: (end) => ends.push(end) });
    const generated = await generatedFolder({ size: TRIAL, seed: 1, until: { events: 10_000 } });
    const server = await startServer({
      NODE_ENV: 'production',
      OIDC_ISSUER: issuer.url,
      OIDC_AUDIENCE: 'visits',
      DATA_DIR: copyOf(generated, join(folder, 'data')),
      PORT: '0',
    });
    try {
      const token = (subject: string) =>
        issuer.token(subject, 'visits', { exp: Math.floor(Date.now() / 1000) + 7_200 });
      const { networks, now } = generated.log;
      const [network] = networks;
      if (!network) throw new Error('the log has no network');
      const subjects = [network.partners, ...Object.values(network.assistsOf)].flat().map(({ subject }) => subject);
      const people = networks.flatMap(({ id, auditor, partners }) =>
        [auditor, ...partners.filter(() => id !== network.id).map((partner) => partner.subject)].map((subject) => ({
          subject,
          page: pageOf(id, monthOf(now)),
        })),
      );
      const world: World = {
        url: server.url,
        pid: Number(server.process.pid),
        network: network.id,
        people: await Promise.all(people.map(async ({ subject, page }) => ({ token: await token(subject), page }))),
        attackers: () => token(subjects[next++ % subjects.length] ?? ''),
      };
      let next = 0;
      return await use(world);
    } finally {
      await server.stop();
      for (const end of ends) await end();
    }
  });

const tableOf = (rows: readonly Row[]): string =>
  [
    '| attack | what the attacker was told | others: requests | p50 | p99 | refused | peak memory |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(({ attack, answers, count, p50, p99, refused, megabytes }) => {
      const told = [...answers].map(([what, times]) => `${what} ${times}`).join(', ');
      const figures = [count, `${p50.toFixed(0)} ms`, `${p99.toFixed(0)} ms`, refused, `${megabytes.toFixed(0)} MB`];
      return `| ${attack.name}: ${attack.about} | ${told || 'nothing'} | ${figures.join(' | ')} |`;
    }),
  ].join('\n');

const DOC = new URL('../../docs/security.md', import.meta.url);

const write = (table: string): void => {
  const how = `${values.seconds} s each, on ${availableParallelism()} cores, with Node ${process.versions.node}.`;
  writeFigures(DOC, 'npm run attack', `${how}\n\n${table}`);
};

const chosen = attacks.filter(({ name }) => positionals.every((part) => name.includes(part)));
/** People have been there before the attack: a server's first answers are no measure of it. */
const warmed = async ({ url, people }: World): Promise<void> => {
  const end = AbortSignal.timeout(2_000);
  await Promise.all(people.map(({ token, page }) => others(url, token, page, end)));
};

const rows = await inWorld(async (world) => {
  await warmed(world);
  const measuredRows: Row[] = [];
  for (const attack of chosen) {
    process.stderr.write(`${attack.name}\n`);
    measuredRows.push(await measured(attack, world, Number(values.seconds)));
  }
  return measuredRows;
});
const table = tableOf(rows);
process.stdout.write(`${table}\n`);
if (values.write) write(table);
const holds = rows.every(
  ({ refused, p99, megabytes }) => refused === 0 && p99 < LIMITS.p99 && megabytes < LIMITS.megabytes,
);
process.exit(holds ? 0 : 1);
