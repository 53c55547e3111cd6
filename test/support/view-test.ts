import { join } from 'node:path';
import type { Test } from 'tap';
import type { Instant } from '../../src/domain/calendar.ts';
import { uuidOf } from '../../src/domain/ids.ts';
import type { Projection } from '../../src/projections/projection.ts';
import { Projector } from '../../src/projections/projector.ts';
import { ReadModel } from '../../src/projections/read-model.ts';
import { encode } from '../../src/store/codec.ts';
import type { StoredEvent } from '../../src/store/event-store.ts';
import type { AnyEvent } from '../../src/store/event-types.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';

/** Who acts in every event given. */
export const ACTOR = { subject: 'coordinator', role: 'COORDINATOR', officeId: uuidOf('office', 'actor') } as const;

/** An event of a stream, as occurred and recorded at a time. */
export type Given = readonly [at: Instant, stream: string, event: AnyEvent];

/** Writes the events to a log in the order given; answers them as it has them. */
export const stored = async (file: string, given: readonly Given[]): Promise<StoredEvent[]> => {
  let now = '';
  const store = new SqliteEventStore({ file, clock: { now: () => now } });
  const versions = new Map<string, number>();
  for (const [at, stream, event] of given) {
    now = at;
    const version = versions.get(stream) ?? 0;
    versions.set(stream, version + 1);
    const metadata = { commandId: null, commandHash: null, correlationId: null, causationId: null, actor: ACTOR };
    const news = encode(uuidOf(stream, version), event, { ...metadata, occurredAt: event.occurredAt ?? at });
    await store.append(stream, version, [news]);
  }
  const all: StoredEvent[] = [];
  const enough = new AbortController();
  for await (const batch of store.subscribe(0, enough.signal)) {
    all.push(...batch);
    if (all.length >= given.length) enough.abort();
  }
  await store.close();
  return all;
};

/**
 * What is read of views after events, twice: from events that came in one batch, so that each
 * handler reads what the ones before it have left unwritten, and from a batch for each.
 */
export const afterEvents = (
  t: Test,
  views: readonly Projection[],
  given: readonly Given[],
  check: (t: Test, readModel: ReadModel) => void,
): void => {
  for (const [name, size] of [
    ['in one batch', given.length],
    ['in a batch each', 1],
  ] as const) {
    t.test(name, async (t) => {
      const folder = t.testdir();
      const log = join(folder, 'events.sqlite');
      const events = await stored(log, given);
      const file = join(folder, 'read-model.sqlite');
      const store = new SqliteEventStore({ file: log, clock: { now: () => '' } });
      const projector = await Projector.open(file, views, store);
      for (let n = 0; n < events.length; n += size) projector.apply(events.slice(n, n + size));
      const readModel = new ReadModel(file, projector.checkpoint);
      check(t, readModel);
      readModel.close();
      projector.close();
      await store.close();
    });
  }
};
