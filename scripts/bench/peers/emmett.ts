import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { streamOf } from '../../../src/domain/ids.ts';
import type { EventStore } from '../../../src/store/event-store.ts';
import type { OpenVisit } from '../command/open-visits.ts';
import { batchesOf } from '../project/recorded-rows.ts';
import { startRounds } from '../rounds-process.ts';
import { startPostgres } from './postgres.ts';

export const EMMETT = 'emmett on PostgreSQL';

/** Said where peers are asked for, and in docs/performance.md. */
export const WHY_NOT_ON_SQLITE = `emmett on SQLite is left out: 0.38.5 and 0.42.4 both need the native sqlite3, which no
registry holds built and which is not compiled here; 0.42.4 needs an emmett 0.42.4 besides, which npm did not have`;

export interface Emmett {
  commandsPerSecond(count: number, concurrency: number): Promise<number>;
  stop(): Promise<void>;
}

/**
 * emmett in a process of its own that projects visits' events into the lines that ours has made of
 * them in `file`; null where there is no PostgreSQL. Its rate is that of visits' events.
 */
export const startEmmettProjecting = async (
  folder: string,
  file: string,
  store: EventStore,
  say: (text: string) => void,
): Promise<{ eventsPerSecond(): Promise<number>; stop(): Promise<void> } | null> => {
  const postgres = await startPostgres(folder, EMMETT, say);
  if (postgres === null) return null;
  const appends: { stream: string; events: object[] }[] = [];
  for await (const batch of batchesOf(store, 10_000)) {
    for (const { stream, type, data, metadata } of batch) {
      if (!stream.startsWith('visit-')) continue;
      if (appends.at(-1)?.stream !== stream) appends.push({ stream, events: [] });
      appends.at(-1)?.events.push({ type, data: JSON.parse(data), metadata: JSON.parse(metadata) });
    }
  }
  const db = new DatabaseSync(file, { readOnly: true });
  const all = db.prepare('SELECT id, planned_start, assist_office_id, record_version FROM visits ORDER BY id');
  all.setReturnArrays(true);
  const work = join(folder, 'appends.json');
  writeFileSync(work, JSON.stringify({ appends, lines: all.all() }));
  db.close();
  const emmett = await startRounds('./peers/emmett-projection.js', postgres.url, work);
  return {
    eventsPerSecond: () => emmett.round({}),
    stop: async () => {
      await emmett.stop();
      await postgres.stop();
    },
  };
};

/** emmett in a process of its own, with the visits' streams; null where there is no PostgreSQL. */
export const startEmmett = async (
  folder: string,
  visits: readonly OpenVisit[],
  store: EventStore,
  say: (text: string) => void,
): Promise<Emmett | null> => {
  const postgres = await startPostgres(folder, EMMETT, say);
  if (postgres === null) return null;
  const streams = await Promise.all(
    visits.map(async ({ visitId, office }) => {
      const stored = await store.read(streamOf('visit', visitId), 0);
      const events = stored.map(({ type, data, metadata }) => {
        return { type, data: JSON.parse(data), metadata: JSON.parse(metadata) };
      });
      const { metadata } = events[0] ?? {};
      const next = { type: 'CaregiverAssigned', data: { caregiverId: office.caregivers[0]?.id }, metadata };
      return { name: streamOf('visit', visitId), events, next };
    }),
  );
  const file = join(folder, 'streams.json');
  writeFileSync(file, JSON.stringify(streams));
  const emmett = await startRounds('./peers/emmett-postgresql.js', postgres.url, file);
  return {
    commandsPerSecond: (count, concurrency) => emmett.round({ count, concurrency }),
    stop: async () => {
      await emmett.stop();
      await postgres.stop();
    },
  };
};
