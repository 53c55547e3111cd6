import '../src/last-words.ts';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { filesOf, logLocationOf } from '../src/app.ts';
import { configOrExit } from '../src/config.ts';
import { openLog } from '../src/open-log.ts';
import { readModelDigest } from '../src/projections/digest.ts';
import { Projector } from '../src/projections/projector.ts';
import { projections } from '../src/projections-in-force.ts';
import type { EventStore, Position } from '../src/store/event-store.ts';
import { differingTables, tableDigests } from './table-digests.ts';

const HELP = `npm run rebuild

Builds the read model of the data folder (DATA_DIR) anew from the log (that folder's, or the EventStoreDB of
EVENTSTORE_URL) beside the live one, compares the two table by table, row by row, and says whether they are equal (exit
code 0) or not (1). A server may run meanwhile: both are then compared at the position that the live one had reached.`;

const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
if (values.help) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}
const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const config = configOrExit();
const files = filesOf(config.dataDir);
const liveFile = join(files.readModels, `${readModelDigest()}.sqlite`);
if (config.eventStore === null && !existsSync(files.log))
  fail(`There is no log at ${files.log}. DATA_DIR names the folder.`);
if (!existsSync(liveFile)) {
  const found = existsSync(files.readModels) ? readdirSync(files.readModels).join(', ') : 'nothing';
  fail(`There is no read model of these projections in ${files.readModels}; start the server once. Found: ${found}`);
}

/** Replays the log up to a position, inclusive, whatever is written meanwhile. */
const buildUpTo = async (store: EventStore, file: string, target: Position): Promise<void> => {
  const projector = await Projector.open(file, projections, store);
  const end = new AbortController();
  const bar = new SingleBar({ format: '{bar} {value}/{total} events  {eta_formatted}', noTTYOutput: false });
  bar.start(target, 0);
  if (target > 0) {
    for await (const batch of store.subscribe(0, end.signal)) {
      projector.apply(batch.filter(({ position }) => position <= target));
      bar.update(projector.checkpoint);
      if (projector.checkpoint >= target) end.abort();
    }
  }
  bar.stop();
  projector.close();
};

const store = await openLog(logLocationOf(config), { readOnly: true });
const live = new DatabaseSync(liveFile, { readOnly: true });
// One snapshot of the file.
live.exec('BEGIN');
const checkpoint = (live.prepare('SELECT checkpoint FROM projector').get() as { checkpoint: Position }).checkpoint;
const liveDigests = tableDigests(live);
live.close();

const folder = mkdtempSync(join(tmpdir(), 'rebuild-'));
const rebuiltFile = join(folder, 'rebuilt.sqlite');
const begun = performance.now();
await buildUpTo(store, rebuiltFile, checkpoint);
const seconds = (performance.now() - begun) / 1000;
await store.close();
const rebuilt = new DatabaseSync(rebuiltFile, { readOnly: true });
const rebuiltDigests = tableDigests(rebuilt);
rebuilt.close();
rmSync(folder, { recursive: true, force: true });

const differing = differingTables(liveDigests, rebuiltDigests);
process.stdout.write(
  `Rebuilt up to position ${checkpoint} in ${seconds.toFixed(1)} s: ${rebuiltDigests.size} tables.\n`,
);
for (const table of differing)
  process.stdout.write(`  ${table}: live ${liveDigests.get(table)}, rebuilt ${rebuiltDigests.get(table)}\n`);
process.stdout.write(differing.length === 0 ? 'equal 一致\n' : 'NOT equal 不一致\n');
process.exitCode = differing.length === 0 ? 0 : 1;
