import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { CommandApp } from './commands/command-app.ts';
import type { Config } from './config.ts';
import { Driver } from './processes/driver.ts';
import { processes } from './processes/registry.ts';
import { TimeTravel } from './processes/time-travel.ts';
import { digestOf } from './projections/projector.ts';
import { ReadModel } from './projections/read-model.ts';
import { projections } from './projections-in-force.ts';
import { machineClock } from './store/clock.ts';
import { DataFolderLock } from './store/data-folder-lock.ts';
import { CommandLoop } from './store/handle-command.ts';
import { SimulatedClock } from './store/simulated-clock.ts';
import { SqliteEventStore } from './store/sqlite-event-store.ts';
import { SqliteVault } from './store/sqlite-vault.ts';

/** Files of a data folder. */
export const filesOf = (dataDir: string) => {
  const folder = resolve(dataDir);
  return {
    folder,
    log: join(folder, 'events.sqlite'),
    vault: join(folder, 'vault.sqlite'),
    masterKey: join(folder, 'master.key'),
    clock: join(folder, 'simulated-clock'),
    readModels: join(folder, 'read-models'),
  };
};

/** The system without its HTTP surface: store, vault, read model, processes. */
export interface App extends CommandApp {
  readonly driver: Driver;
  /** Null in production. */
  readonly timeTravel: TimeTravel | null;
  /** Resolves when the read model has reached the head that stood at the call. */
  caughtUp(): Promise<boolean>;
  /** Set once the projector has died: the read model stands still. */
  readonly failed: () => Error | null;
  close(): Promise<void>;
}

/** Opens a data folder (made where there is none), locks it against a second writer, builds or resumes the read model, starts the processes. */
export const openApp = async (config: Config, log: Logger): Promise<App> => {
  const files = filesOf(config.dataDir);
  mkdirSync(files.readModels, { recursive: true, mode: 0o700 });
  const lock = DataFolderLock.take(files.folder);
  const simulatedClock = config.production ? null : new SimulatedClock(config.simulatedClock ?? files.clock);
  const clock = simulatedClock ?? machineClock;
  const store = new SqliteEventStore({ file: files.log, clock });
  const vault = SqliteVault.open({ file: files.vault, masterKeyFile: files.masterKey });
  const { readModel, failed, stop } = await startReadModel(files, log);
  const base: CommandApp = { store, vault, clock, readModel, loop: new CommandLoop(store, clock) };
  const driver = new Driver(base, processes, log);
  await driver.start();
  return {
    ...base,
    driver,
    timeTravel: simulatedClock ? new TimeTravel(simulatedClock, driver, store) : null,
    failed,
    caughtUp: async () => readModel.reached(await store.head()),
    close: async () => {
      await driver.stop();
      await stop();
      await store.close();
      await vault.close();
      lock.release();
    },
  };
};

const startReadModel = async (files: ReturnType<typeof filesOf>, log: Logger) => {
  const name = `${digestOf(projections)}.sqlite`;
  const readModelFile = join(files.readModels, name);
  const worker = new Worker(new URL('./projector-worker.ts', import.meta.url), { workerData: { logFile: files.log, readModelFile } });
  let failure: Error | null = null;
  const checkpoint = await new Promise<number>((opened, failed) => {
    worker.once('message', (message: { opened: number }) => opened(message.opened));
    worker.once('error', failed);
  });
  const readModel = new ReadModel(readModelFile, checkpoint);
  worker.on('message', (message: { checkpoint: number }) => readModel.advanced(message.checkpoint));
  worker.on('error', (error) => {
    failure = error;
    log.fatal({ code: error.name, reason: error.message }, 'the projector has died');
  });
  return {
    readModel,
    failed: () => failure,
    stop: async () => {
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage('end');
      if (failure === null) await ended;
      readModel.close();
      deleteOthers(files.readModels, name);
    },
  };
};

/** Read models of other projections are not needed any more once this one serves. */
export const deleteOthers = (folder: string, keep: string): void => {
  for (const file of readdirSync(folder)) if (!file.startsWith(keep)) rmSync(join(folder, file), { force: true });
};
