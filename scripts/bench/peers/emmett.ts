import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { streamOf } from '../../../src/domain/ids.ts';
import type { EventStore } from '../../../src/store/event-store.ts';
import type { OpenVisit } from '../command/open-visits.ts';
import { startRounds } from '../rounds-process.ts';
import { startPostgres } from './postgres.ts';

export const EMMETT = 'emmett on PostgreSQL';

export interface Emmett {
  commandsPerSecond(count: number, concurrency: number): Promise<number>;
  stop(): Promise<void>;
}

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
