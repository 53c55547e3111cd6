import '../src/last-words.ts';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { logLocationOf } from '../src/app.ts';
import { configOrExit } from '../src/config.ts';
import { openLog } from '../src/open-log.ts';
import { decode } from '../src/store/codec.ts';

const HELP = `npm run stream -- <stream>

Prints the events of one stream of the log (of DATA_DIR, or the EventStoreDB of EVENTSTORE_URL), one JSON line per
event, as they are stored: what is sealed stays sealed.
Streams are named category-<uuid>, e.g. delegation-…, visit-…. A server may run meanwhile.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', default: false } },
});
const [stream] = positionals;
if (values.help || stream === undefined) {
  (values.help ? process.stdout : process.stderr).write(`${HELP}\n`);
  process.exit(values.help ? 0 : 1);
}
const location = logLocationOf(configOrExit());
if (location.eventStore === null && !existsSync(location.file)) {
  process.stderr.write(`There is no log at ${location.file}. DATA_DIR names the folder.\n`);
  process.exit(1);
}
const store = await openLog(location, { readOnly: true });
const events = await store.read(stream, 0);
for (const stored of events) {
  const { version, position, type, id, occurredAt, recordedAt, data, metadata } = decode(stored) ?? {
    ...stored,
    occurredAt: null,
    data: JSON.parse(stored.data),
    metadata: JSON.parse(stored.metadata),
  };
  process.stdout.write(`${JSON.stringify({ version, position, type, id, occurredAt, recordedAt, data, metadata })}\n`);
}
await store.close();
if (events.length === 0) {
  process.stderr.write(`There is no stream ${stream}.\n`);
  process.exitCode = 1;
}
