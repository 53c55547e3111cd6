import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { machineClock } from '../../src/store/clock.ts';
import type { EventStore } from '../../src/store/event-store.ts';
import { eventStoreAddress } from '../../src/store/event-store-address.ts';
import { EventStoreDbEventStore } from '../../src/store/eventstoredb-event-store.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';
import { type ContractPlace, EVENT_STORE_CONTRACT, runContractCase } from '../support/event-store-contract.ts';
import { StandInNode } from '../support/eventstoredb-stand-in.ts';

const PATIENCE_MILLISECONDS = 30_000;

const onEventStoreDb = (url: string, isShared: boolean): ContractPlace => ({
  open: async () => new EventStoreDbEventStore({ address: eventStoreAddress(url) }),
  isShared,
  patience: PATIENCE_MILLISECONDS,
});

/** Answers what might be, and does nothing. */
const doesNothing = (): EventStore => {
  let position = 0;
  return {
    read: async () => [],
    append: async (_stream, expectedVersion, events) => {
      position += events.length;
      return { outcome: 'appended', version: expectedVersion + events.length, position };
    },
    async *subscribe(_after, signal) {
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
    },
    head: async () => position,
    close: async () => {},
  };
};

const holds = async (name: string, place: ContractPlace): Promise<void> => {
  for (const one of EVENT_STORE_CONTRACT)
    await t.test(`${name}: ${one.name}`, async (t) => t.resolves(runContractCase(one, place)));
};

const folder = mkdtempSync(join(tmpdir(), 'contract-'));
const offering = await new StandInNode({ batchAppend: true }).start();
const plain = await new StandInNode({ batchAppend: null }).start();
t.teardown(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([offering.close(), plain.close()]);
});

await holds('the embedded store', {
  open: async () => new SqliteEventStore({ file: join(folder, 'events.sqlite'), clock: machineClock }),
  isShared: false,
  patience: PATIENCE_MILLISECONDS,
});
await holds(
  'EventStoreDB, a stand-in that offers batch appends',
  onEventStoreDb(`esdb://127.0.0.1:${offering.port}?tls=false`, false),
);
await holds(
  'EventStoreDB, a stand-in that knows none',
  onEventStoreDb(`esdb://127.0.0.1:${plain.port}?tls=false`, false),
);
if (process.env.EVENTSTORE_URL)
  await holds('EventStoreDB, a real server', onEventStoreDb(process.env.EVENTSTORE_URL, true));

await t.test(
  'EventStoreDB: the batch path is never taken, and every stream of a connection is given back',
  async (t) => {
    t.ok(offering.counts.appends > 1_000);
    t.equal(offering.counts.batchAppends, 0);
    t.equal(offering.openStreams + plain.openStreams, 0);
  },
);

// Each case can fail.
const nothing: ContractPlace = { open: async () => doesNothing(), isShared: false, patience: 200 };
for (const one of EVENT_STORE_CONTRACT) {
  await t.test(`a store that does nothing breaks: ${one.name}`, async (t) =>
    t.rejects(runContractCase(one, nothing), { name: 'AssertionError' }),
  );
}
