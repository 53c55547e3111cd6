import '../../src/last-words.ts';
import { parseArgs } from 'node:util';
import { type Fault, fuzz, replay } from './fuzzing.ts';
import { startWorld, type World } from './world.ts';

const HELP = `npm run fuzz -- --requests N [--seed N]    or    npm run fuzz -- --replay <line>

Sends requests made by chance over the contract, right ones and wrong ones, with every role, to a server of its own in
this process on a data folder of its own, and judges each answer: no status of 5xx, no code that the contract does not
have, nothing of the program's inside, no planted name to whom has no right to it; nothing is written of which nobody
was told; at the end the read model is what the log gives. It ends with 1 where something was wrong, and prints each
such request as a line that --replay takes. The world begins anew every ${'`'}--world${'`'} requests.

  --requests N   (1000)
  --seed N       the same seed sends the same requests (1)
  --world N      requests to one world (2500)
  --replay <line> sends one request that was printed, to a new world`;

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    world: { type: 'string', default: '2500' },
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

const MEGABYTE = 1_048_576;
/** Of the server, its clients and all worlds so far: it must not grow with them. */
const MOST_MEGABYTES = 1_000;
const answers = new Map<string, number>();
const kinds = new Set<string>();
let [sent, passed, events, faults, most] = [0, 0, 0, 0, 0];
const tell = (world: number, { number, what, line }: Fault): void => {
  faults += 1;
  const kind = what.replaceAll(/\d+/g, '#');
  process.stdout.write(`${what} (seed ${world}, request ${number})\n`);
  if (!kinds.has(kind) && line !== '')
    process.stdout.write(`  npm run fuzz -- --replay '${line.replaceAll("'", "'\\''")}'\n`);
  kinds.add(kind);
};
const summary = (): string =>
  `${sent} requests, ${passed} mutations passed, ${events} events, ${faults} faults, ${most.toFixed(0)} MB at most`;
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
  passed += outcome.passed;
  process.stderr.write(`${summary()}\n`);
}
clearInterval(watching);
const told = [...answers].sort(([, a], [, b]) => b - a).map(([what, times]) => `${what} ${times}`);
process.stdout.write(`${told.join(', ')}\n`);
process.stdout.write(`${summary()}\n`);
process.exit(faults === 0 && most < MOST_MEGABYTES ? 0 : 1);
