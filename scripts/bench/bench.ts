import '../../src/last-words.ts';
import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { Benchmark, Run } from './benchmark.ts';
import type { Figure } from './figures.ts';
import { append } from './paths/append.ts';
import { closing } from './paths/closing.ts';
import { engine } from './paths/engine.ts';
import { lag } from './paths/lag.ts';
import { mutation } from './paths/mutation.ts';
import { project } from './paths/project.ts';
import { query } from './paths/query.ts';
import { start } from './paths/start.ts';
import { installPeers } from './peers/install.ts';
import { type Measured, writePerformanceDoc } from './performance-doc.ts';
import { jsonOf, tableOf } from './printing.ts';

const benchmarks: readonly Benchmark[] = [append, mutation, project, query, lag, closing, start, engine];

const HELP = `npm run bench [-- <path> …] [--quick] [--json] [--sizes 10000,1000000] [--peers]

Measures the paths of the system against what the machine allows for the same work, in one run, in turns, and prints a
table; a ratio is always such that larger is better, its bound the least allowed. Without a path all of them, and then
docs/performance.md is written (not with --json, nor where one failed). Progress goes to stderr.

  <path>     ${benchmarks.map(({ name }) => name).join(', ')}
  --quick    logs of 10,000 events and few rounds, under two minutes
  --json     on stdout nothing but [{path, ours, limit, ratio, bound, peers: {name: ratio}}]
  --sizes    events of the logs, with commas between (10000,100000,1000000)
  --peers    beside the peers of scripts/bench/package.json, which are installed where they are not

With EVENTSTORE_URL set the engine is measured too.`;

const { values, positionals } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const sizes = (values.sizes ?? (values.quick ? '10000' : '10000,100000,1000000')).split(',').map(Number);
if (values.help) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}
const unknown = positionals.filter((name) => benchmarks.every((one) => one.name !== name));
const faults = [
  ...unknown.map((name) => `There is no path ${name}.`),
  ...(sizes.every((events) => Number.isInteger(events) && events > 0) ? [] : ['--sizes: whole numbers above 0']),
];
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n\n${HELP}\n`);
  process.exit(1);
}
const run: Run = {
  quick: values.quick,
  peers: values.peers,
  sizes: sizes.sort((a, b) => a - b),
  say: (text) => process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`),
};

/** Each path in a process of its own, so that none leaves anything behind for the next. */
const inOwnProcess = (name: string): Promise<Figure[]> =>
  new Promise((resolve, reject) => {
    const options = [...(run.quick ? ['--quick'] : []), ...(run.peers ? ['--peers'] : []), '--sizes', run.sizes.join()];
    const child = fork(import.meta.filename, [name, ...options], { stdio: ['ignore', 2, 2, 'ipc'] });
    let figures: Figure[] = [];
    child.on('message', (message) => {
      figures = message as Figure[];
    });
    child.on('exit', (code) => (code === 0 ? resolve(figures) : reject(new Error(`${name} ended with ${code}`))));
  });

const [only] = positionals;
const begun = performance.now();
if (process.send && only) {
  process.send((await benchmarks.find(({ name }) => name === only)?.run(run)) ?? []);
  process.disconnect();
} else {
  if (run.peers) installPeers(run.say);
  const chosen = benchmarks.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const measured: Measured[] = [];
  for (const benchmark of chosen) {
    const figures = await inOwnProcess(benchmark.name).catch((error: Error) => {
      process.stderr.write(`\n${error.message}\n`);
      process.exitCode = 1;
      return [];
    });
    measured.push({ benchmark, figures });
  }
  const figures = measured.flatMap((one) => one.figures);
  run.say(`measured in ${Math.round((performance.now() - begun) / 1000)} s\n`);
  process.stdout.write(`${values.json ? jsonOf(figures) : tableOf(figures)}\n`);
  // Where a path failed, the document stays whole as it is.
  if (positionals.length === 0 && !values.json && process.exitCode === undefined) writePerformanceDoc(measured, run);
}
