// The limit of the engine: the bare client, on the classic path, and a bare subscription. Argument:
// the server's address. Each message {append, count, concurrency, tag} or {replay} is a round,
// answered with events per second.
import { EventStoreDBClient, jsonEvent, NO_STREAM, START, streamNameFilter } from '@eventstore/db-client';

const [url = '', username = 'admin', password = 'changeit'] = process.argv.slice(2);
const client = EventStoreDBClient.connectionString(url, { throwOnAppendFailure: true });
// With credentials of its own a call takes the classic path, which is faster for single events.
const classic = { credentials: { username, password }, requiresLeader: true };

const append = async ({ count, concurrency, tag }) => {
  let at = 0;
  const worker = async () => {
    for (let n = at++; n < count; n = at++) {
      const event = jsonEvent({ type: 'Benched', data: { n, caregiverId: crypto.randomUUID() }, metadata: { tag } });
      await client.appendToStream(`visit-${tag}-${n}`, event, { expectedRevision: NO_STREAM, ...classic });
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return count;
};

const replay = async ({ count }) => {
  const filter = streamNameFilter({ prefixes: ['visit-'] });
  const subscription = client.subscribeToAll({ fromPosition: START, filter, ...classic });
  let seen = 0;
  for await (const { event } of subscription) {
    if (event) JSON.stringify(event.data);
    seen += 1;
    if (seen >= count) break;
  }
  await subscription.unsubscribe();
  return seen;
};

process.on('message', async (round) => {
  const begun = performance.now();
  const events = await (round.append ? append(round) : replay(round));
  process.send((events / (performance.now() - begun)) * 1000);
});
process.once('disconnect', () => process.exit(0));
process.send('ready');
