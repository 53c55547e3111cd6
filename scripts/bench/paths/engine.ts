import { randomUUID } from 'node:crypto';
import { configOrExit, environmentWith } from '../../../src/config.ts';
import { openLog } from '../../../src/open-log.ts';
import type { EventStore, NewEvent } from '../../../src/store/event-store.ts';
import type { Benchmark, Run } from '../benchmark.ts';
import { alternating, rateFigure } from '../figures.ts';
import { startRounds } from '../rounds-process.ts';

const CONCURRENCY = 32;
const METADATA = { commandId: null, commandHash: null, correlationId: null, causationId: null };

/** Appends of one event to a stream of its own each, so many at once; events per second. */
const appended = async (store: EventStore, count: number): Promise<number> => {
  let at = 0;
  const worker = async (): Promise<void> => {
    for (let n = at++; n < count; n = at++) {
      const data = JSON.stringify({ n, caregiverId: randomUUID() });
      const event: NewEvent = { id: randomUUID(), type: 'Benched', data, metadata: JSON.stringify(METADATA) };
      await store.append(`visit-${randomUUID()}`, 0, [event]);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return (count / (performance.now() - begun)) * 1000;
};

/** Reads so many events of the log from its beginning; events per second. */
const replayed = async (store: EventStore, count: number): Promise<number> => {
  const end = new AbortController();
  const begun = performance.now();
  let seen = 0;
  for await (const batch of store.subscribe(0, end.signal)) {
    for (const { data } of batch) JSON.parse(data);
    seen += batch.length;
    if (seen >= count) break;
  }
  end.abort();
  return (seen / (performance.now() - begun)) * 1000;
};

const measured = async (run: Run) => {
  const { eventStore } = configOrExit();
  const url = environmentWith({}).EVENTSTORE_URL;
  if (eventStore === null || url === undefined) return [];
  const store = await openLog({ eventStore, file: '', simulatedClock: null });
  const bare = await startRounds('./peers/eventstoredb-client.js', url);
  const count = run.quick ? 500 : 5_000;
  const rounds = run.quick ? 2 : 5;
  const appends = await alternating(rounds, {
    ours: () => appended(store, count),
    limit: () => bare.round({ append: true, count, concurrency: CONCURRENCY, tag: randomUUID() }),
  });
  const replays = await alternating(rounds, {
    ours: () => replayed(store, count),
    limit: () => bare.round({ count }),
  });
  await bare.stop();
  await store.close();
  return [
    rateFigure({ path: `engine, append at ${CONCURRENCY}`, unit: 'events/s', bound: 0.8 }, appends),
    rateFigure({ path: 'engine, replay', unit: 'events/s', bound: 0.7 }, replays),
  ];
};

export const engine: Benchmark = {
  name: 'engine',
  about: `Where EVENTSTORE_URL names an EventStoreDB, which should be an empty one for this: appends of one event
each, ${CONCURRENCY} at once, and the replay of the log. Limit: the bare client on its classic path, and a bare
subscription.`,
  run: measured,
};
