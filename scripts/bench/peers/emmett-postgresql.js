// emmett on PostgreSQL: loads a stream's events, decides, appends one. Arguments: the database's
// address, the file with streams as JSON. Each message {streams, concurrency} is a round, answered
// with commands per second.
import { readFileSync } from 'node:fs';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';

const [url, file] = process.argv.slice(2);
const streams = JSON.parse(readFileSync(file, 'utf8'));
const store = getPostgreSQLEventStore(url);
await store.schema.migrate();
for (const { name, events } of streams) await store.appendToStream(name, events);

const command = async ({ name, next }) => {
  const { currentStreamVersion } = await store.aggregateStream(name, {
    evolve: (state, { data }) => ({ ...state, ...data }),
    initialState: () => ({}),
  });
  await store.appendToStream(name, [next], { expectedStreamVersion: currentStreamVersion });
};

process.on('message', async ({ count, concurrency }) => {
  const begun = performance.now();
  let at = 0;
  const worker = async () => {
    while (at < count) await command(streams[at++ % streams.length]);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  process.send((count / (performance.now() - begun)) * 1000);
});
process.once('disconnect', async () => {
  await store.close();
  process.exit(0);
});
process.send('ready');
