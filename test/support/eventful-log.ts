import { join } from 'node:path';
import { generateInto } from '../../scripts/bench/log/generated-folder.ts';
import type { LogPlan } from '../../scripts/bench/log/generated-log.ts';
import { batchesOf } from '../../scripts/bench/project/recorded-rows.ts';
import { filesOf } from '../../src/app.ts';
import { addMinutes, dayOf, startOfDay } from '../../src/domain/calendar.ts';
import { uuidOf } from '../../src/domain/ids.ts';
import { decode, encode } from '../../src/store/codec.ts';
import type { EventStore, NewEvent, StoredEvent } from '../../src/store/event-store.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';
import { BesidesTheLog } from './besides.ts';

/** A log in which everything happens that can. */
export interface EventfulLog {
  readonly store: EventStore;
  readonly events: readonly StoredEvent[];
  readonly networkId: string;
  readonly officeIds: readonly string[];
}

/** A small trial, in its third month by its six thousandth event. */
const planOf = (events: number): LogPlan => ({
  size: { networks: 1, partners: 2, assists: 3, caregivers: 2, clients: 5, visitsAWeek: 4 },
  seed: 7,
  until: { events },
});
/**
 * As many events after the one before, an event was recorded by a machine whose clock is behind.
 */
const CLOCK_BEHIND = 400;

export const eventsOf = async (store: EventStore): Promise<StoredEvent[]> => {
  const all: StoredEvent[] = [];
  for await (const batch of batchesOf(store, 10_000)) all.push(...batch);
  return all;
};

/**
 * A generated log with what the generator leaves out (`BesidesTheLog`), an event of an unknown
 * type, and times that step back as on a cluster. The same at every run, but for nonces.
 */
export const eventfulLog = async (folder: string, size: number): Promise<EventfulLog> => {
  const generated = join(folder, 'generated');
  const { networks } = await generateInto(generated, planOf(size));
  const clock = { now: () => '' };
  const from = new SqliteEventStore({ file: filesOf(generated).log, clock, readOnly: true });
  const store = new SqliteEventStore({ file: join(folder, 'events.sqlite'), clock });
  const versions = new Map<string, number>();
  const appends: Promise<unknown>[] = [];
  const append = (stream: string, event: NewEvent): void => {
    const version = versions.get(stream) ?? 0;
    versions.set(stream, version + 1);
    appends.push(store.append(stream, version, [event]));
  };
  const besides = new BesidesTheLog();
  for (const [n, stored] of (await eventsOf(from)).entries()) {
    const event = decode(stored);
    if (!event) throw new Error('the generator writes events that are known');
    const recordedAt = addMinutes(stored.recordedAt, n % CLOCK_BEHIND === 1 ? -90 : 0);
    append(stored.stream, { ...stored, recordedAt });
    for (const [stream, more, id = uuidOf('besides', stream, versions.get(stream) ?? 0)] of besides.after(event)) {
      const one = encode(id, more, { ...event.metadata, occurredAt: stored.recordedAt });
      const day = startOfDay(dayOf(stored.recordedAt));
      append(stream, { ...one, recordedAt: one.stampDayOnly ? day : stored.recordedAt });
    }
    if (n === 1_000) append('visit-new', { ...stored, id: uuidOf('new'), type: 'OfANewerRelease' });
  }
  await Promise.all(appends);
  await from.close();
  const [network] = networks;
  if (!network) throw new Error('a network');
  const offices = [...network.partners, ...Object.values(network.assistsOf).flat()].map(({ id }) => id);
  return { store, events: await eventsOf(store), networkId: network.id, officeIds: [...new Set(offices)] };
};
