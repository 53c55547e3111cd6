import '../../src/last-words.ts';
import { parseArgs } from 'node:util';
import { writeFigures } from '../figures-in-doc.ts';
import { type Fault, fuzz, replay } from './fuzzing.ts';
import { mutationNames } from './requests.ts';
import { startWorld, type World } from './world.ts';

const HELP = `npm run fuzz -- --requests N [--seed N] [--write]    or    npm run fuzz -- --replay <line>

Sends requests made by chance over the contract, right ones and wrong ones, with every role, to a server of its own in
this process on a data folder of its own, and judges each answer: no status of 5xx, no code that the contract does not
have, nothing of the program's inside, no planted name to whom has no right to it; nothing is written of which nobody
was told; at the end the read model is what the log gives. It ends with 1 where something was wrong, and prints each
such request as a line that --replay takes. The world begins anew every ${'`'}--world${'`'} requests.

  --requests N   (1000)
  --seed N       the same seed makes the same choices (1)
  --world N      requests to one world (2500)
  --write        writes the figures into docs/security.md
  --replay <line> sends one request that was printed, to a new world`;

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    world: { type: 'string', default: '2500' },
    write: { type: 'boolean', default: false },
    replay: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const numbers = [values.requests, values.seed, values.world];
if (values.help || !numbers.every((text) => /^[1-9]\d{0,8}$/.test(text))) {
  process[values.help ? 'stdout' : 'stderr'].write(`${HELP}\n`);
  process.exit(values.help ? 0 : 1);
}
const [requests = 0, seed = 0, ofAWorld = 0] = numbers.map(Number);

const inWorld = async <Result>(use: (world: World) => Promise<Result>): Promise<Result> => {
  const ends: (() => Promise<void>)[] = [];
  try {
    return await use(await startWorld({ teardown: (end) => ends.push(end) }, 'error'));
  } finally {
    for (const end of ends) await end();
  }
};

if (values.replay !== undefined) {
  const line = values.replay;
  const { reply, faults } = await inWorld((world) => replay(world, line));
  process.stdout.write(`${reply?.status ?? 'closed'} ${reply?.text ?? ''}\n${faults.join('\n')}\n`);
  process.exit(faults.length === 0 ? 0 : 1);
}

const DOC = new URL('../../docs/security.md', import.meta.url);
const MEGABYTE = 1_048_576;
/** Of the server, its clients and all worlds so far: it must not grow with them. */
const MOST_MEGABYTES = 1_000;
const answers = new Map<string, number>();
const passed = new Map<string, number>();
const kinds = new Set<string>();
let [sent, events, faults, most] = [0, 0, 0, 0];
const tell = (world: number, { number, what, line }: Fault): void => {
  faults += 1;
  const kind = what.replaceAll(/\d+/g, '#');
  process.stdout.write(`${what} (seed ${world}, request ${number})\n`);
  if (!kinds.has(kind) && line !== '')
    process.stdout.write(`  npm run fuzz -- --replay '${line.replaceAll("'", "'\\''")}'\n`);
  kinds.add(kind);
};
const sumOf = (counts: Iterable<number>): number => [...counts].reduce((sum, count) => sum + count, 0);
const mutationsSent = (): number =>
  sumOf([...answers].filter(([what]) => what.startsWith('mutation: ')).map(([, count]) => count));
const summary = (): string =>
  [
    `${sent} requests, ${sumOf(passed.values())} of ${mutationsSent()} mutations passed`,
    `${events} events, ${faults} faults, ${most.toFixed(0)} MB at most`,
  ].join(', ');
const listed = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([what, times]) => `${what} ${times}`)
    .join(', ');
const NO_FAULT = 'No fault: no 5xx, no INTERNAL_SERVER_ERROR, no request unanswered, no end of the process.';
/** Of what kind requests were, and how mutations were answered. */
const figures = (): string => {
  const byKind = new Map<string, number>();
  for (const [what, times] of answers) {
    const kind = what.slice(0, what.indexOf(':'));
    byKind.set(kind, (byKind.get(kind) ?? 0) + times);
  }
  const never = mutationNames.filter((name) => !passed.has(name));
  return [
    `${sent} requests (seed ${seed}): ${listed(byKind)}.`,
    `${sumOf(passed.values())} mutations passed, of ${passed.size} of the ${mutationNames.length} kinds,`,
    `and wrote ${events} events with what followed.`,
    faults === 0 ? NO_FAULT : `${faults} faults.`,
    `${most.toFixed(0)} MB at most, of server and clients together.`,
    ...(never.length === 0 ? [] : [`Never passed: ${never.join(', ')}.`]),
  ].join('\n');
};
const watching = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss() / MEGABYTE);
}, 100).unref();
for (let world = seed; sent < requests; world += 1) {
  const count = Math.min(ofAWorld, requests - sent);
  const outcome = await inWorld((one) => fuzz(one, count, world));
  for (const fault of outcome.faults) tell(world, fault);
  for (const [what, times] of outcome.answers) answers.set(what, (answers.get(what) ?? 0) + times);
  sent += count;
  events += outcome.events;
  for (const [name, times] of outcome.passed) passed.set(name, (passed.get(name) ?? 0) + times);
  process.stderr.write(`${summary()}\n`);
}
clearInterval(watching);
process.stdout.write(`${listed(answers)}\n`);
process.stdout.write(`${summary()}\n`);
const never = mutationNames.filter((name) => !passed.has(name));
process.stdout.write(`passed: ${listed(passed)}\nnever passed: ${never.join(', ')}\n`);
if (values.write) writeFigures(DOC, 'npm run fuzz', figures());
process.exit(faults === 0 && most < MOST_MEGABYTES ? 0 : 1);
