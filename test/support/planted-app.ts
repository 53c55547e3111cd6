import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOf } from '../../src/app.ts';
import type { CommandApp } from '../../src/commands/command-app.ts';
import type { Instant } from '../../src/domain/calendar.ts';
import type { DomainEvent } from '../../src/domain/decider.ts';
import { type Uuid, uuidOf } from '../../src/domain/ids.ts';
import { createLog } from '../../src/log.ts';
import { Driver } from '../../src/processes/driver.ts';
import { type Process, workProjection } from '../../src/processes/process.ts';
import { Projector } from '../../src/projections/projector.ts';
import { ReadModel } from '../../src/projections/read-model.ts';
import { views } from '../../src/projections/registry.ts';
import { encode } from '../../src/store/codec.ts';
import type { StoredEvent } from '../../src/store/event-store.ts';
import { CommandLoop } from '../../src/store/handle-command.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';
import { SqliteVault } from '../../src/store/sqlite-vault.ts';

export interface PlantedApp extends CommandApp {
  /** Works off the to-do lists once it is started. */
  readonly driver: Driver;
  readonly folder: string;
  setClock(now: Instant): void;
  /** Appends events as they are, decided by nobody; answers their ids. */
  plant(stream: string, ...events: readonly DomainEvent[]): Promise<readonly Uuid[]>;
  /** Lets the read model follow the log from now on. */
  follow(): void;
  /** The whole log. */
  log(): Promise<StoredEvent[]>;
  /** Every byte of the data folder. */
  bytes(): Buffer;
  stop(): Promise<void>;
}

/**
 * Store, vault, all views and the to-do lists of some processes on one folder, with a clock that
 * stands still until it is set. The read model follows the log from `follow` on.
 */
export const openPlantedApp = async (
  folder: string,
  start: Instant,
  processes: readonly Process[],
): Promise<PlantedApp> => {
  let now = start;
  const clock = { now: () => now };
  const store = new SqliteEventStore({ file: join(folder, 'events.sqlite'), clock });
  const vault = await SqliteVault.inFolder(filesOf(folder));
  const file = join(folder, 'read-model.sqlite');
  const projector = await Projector.open(file, [...views, workProjection(processes)], store);
  const readModel = new ReadModel(file, projector.checkpoint);
  const end = new AbortController();
  let projecting: Promise<void> | undefined;
  const loop = new CommandLoop(store, clock);
  const app: CommandApp = {
    store,
    vault,
    clock,
    readModel,
    adminSubjects: ['admin'],
    bankFileOptions: new Map(),
    loop,
  };
  const driver = new Driver(app, processes, createLog('silent'));
  return {
    ...app,
    driver,
    folder,
    setClock: (instant) => {
      now = instant;
      driver.wake();
    },
    plant: async (stream, ...events) => {
      const from = (await store.read(stream, 0)).length;
      const actor = { subject: 'admin', role: null, officeId: null } as const;
      const metadata = { commandId: null, commandHash: null, correlationId: null, causationId: null, actor };
      const news = events.map((event, n) =>
        encode(uuidOf(stream, from + n), event, { ...metadata, occurredAt: event.occurredAt ?? now }),
      );
      await store.append(stream, from, news);
      return news.map(({ id }) => id);
    },
    follow: () => {
      projecting ??= projector.run(store, end.signal, (checkpoint, changed) => readModel.advanced(checkpoint, changed));
    },
    log: async () => {
      const all: StoredEvent[] = [];
      const stop = new AbortController();
      const head = await store.head();
      if (head === 0) return all;
      for await (const batch of store.subscribe(0, stop.signal)) {
        all.push(...batch);
        if ((all.at(-1)?.position ?? 0) >= head) stop.abort();
      }
      return all;
    },
    bytes: () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))),
    stop: async () => {
      await driver.stop();
      end.abort();
      await projecting;
      readModel.close();
      projector.close();
      await store.close();
      await vault.close();
    },
  };
};

/** A fresh folder that goes with the test. */
export const freshFolder = (t: { teardown(done: () => void): void }): string => {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
