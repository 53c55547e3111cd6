import '../../src/last-words.ts';
import { parseArgs } from 'node:util';
import { generatedFolder } from './log/generated-folder.ts';
import { BUSY_PAIR, TRIAL } from './log/generated-log.ts';

const HELP = `npm run --silent generate-log -- [--events N | --months N] [--pair] [--seed N]

Makes a data folder with a believable log of three networks and prints where it is, with its size and digest as JSON.
The same again is found and not made. The server opens it as it is: copy it, then DATA_DIR=<copy> npm start.

  --events N   at least so many events (10000), up to the end of a minute
  --months N   so many months instead, the last of them over and not closed
  --pair       one pair with some 2,500 visits a month instead of three networks
  --seed N     another log of the same kind (1)`;

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '10000' },
    months: { type: 'string' },
    pair: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
});
const numbers = [values.events, values.months ?? '1', values.seed];
if (values.help || !numbers.every((text) => /^[1-9]\d{0,7}$/.test(text))) {
  if (!values.help) process.stderr.write('--events, --months, --seed: whole numbers from 1 to 99999999\n\n');
  process[values.help ? 'stdout' : 'stderr'].write(`${HELP}\n`);
  process.exit(values.help ? 0 : 1);
}
const begun = performance.now();
const { folder, log } = await generatedFolder(
  {
    size: values.pair ? BUSY_PAIR : TRIAL,
    seed: Number(values.seed),
    until: values.months === undefined ? { events: Number(values.events) } : { months: Number(values.months) },
  },
  (events) => process.stderr.write(`\r${events} events`),
);
process.stderr.write(`\r${log.events} events, ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
process.stdout.write(`${JSON.stringify({ folder, events: log.events, now: log.now, digest: log.digest })}\n`);
