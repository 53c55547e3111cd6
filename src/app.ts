import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { CommandApp } from './commands/command-app.ts';
import type { LongQuestions } from './commands/long-questions.ts';
import type { Config } from './config.ts';
import type { Notifier } from './mail/notifier.ts';
import { Presence } from './mail/presence.ts';
import { clockOf, type LogLocation, openLog } from './open-log.ts';
import { Driver } from './processes/driver.ts';
import { processes } from './processes/registry.ts';
import { TimeTravel } from './processes/time-travel.ts';
import { readModelDigest } from './projections/digest.ts';
import { ReadModel } from './projections/read-model.ts';
import type { ProjectorMessage } from './projector-worker.ts';
import { QuestionThread } from './question-thread.ts';
import { DataFolderLock } from './store/data-folder-lock.ts';
import { destroyEndedKeys } from './store/ended-keys.ts';
import { EventFeed } from './store/event-feed.ts';
import { CommandLoop } from './store/handle-command.ts';
import { masterKeyWrapping } from './store/key-wrapping.ts';
import { keepPrivate } from './store/private-folder.ts';
import { SimulatedClock } from './store/simulated-clock.ts';
import { SqliteVault } from './store/sqlite-vault.ts';
import { type Vault, VaultUnavailable } from './store/vault.ts';

const RETRY_MILLISECONDS = 1_000;

/** The vault of a log that is there is not: nothing sealed could ever be read with another one. */
export class VaultMissing extends Error {
  constructor(file: string) {
    super(`There is no vault ${file} for the log beside it; restore it. 鍵保管庫がありません。`);
    this.name = 'VaultMissing';
  }
}

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

/** Where the log named by a configuration is. */
export const logLocationOf = (
  config: Pick<Config, 'dataDir' | 'eventStore' | 'production' | 'simulatedClock'>,
): LogLocation => {
  const { log, clock } = filesOf(config.dataDir);
  return {
    eventStore: config.eventStore,
    file: log,
    simulatedClock: config.production ? null : (config.simulatedClock ?? clock),
  };
};

/** The system without its HTTP surface: store, vault, read model, processes. */
export interface App extends CommandApp {
  readonly driver: Driver;
  readonly feed: EventFeed;
  readonly questions: QuestionThread<LongQuestions>;
  /** Whether other nodes, with clocks of their own, write to the same log. */
  readonly clustered: boolean;
  /** Who is connected to this node. */
  readonly presence: Presence;
  /** Null: nobody is told by mail. Begins once it is started. */
  readonly notifier: Notifier | null;
  /** Null in production. */
  readonly timeTravel: TimeTravel | null;
  /**
   * Resolves when the read model has reached the head as of the call; false when that takes longer
   * than 5 s. Throws `StoreUnavailable`.
   */
  caughtUp(): Promise<boolean>;
  /** Resolves if the projector dies: the read model then stands still. */
  readonly failure: Promise<Error>;
  close(): Promise<void>;
}

/**
 * Opens a data folder (created where there is none), locks it against a second writer, builds or
 * resumes the read model, and starts the processes. Waits for a log or a vault that cannot be
 * reached.
 */
export const openApp = async (config: Config, log: Logger): Promise<App> => {
  const files = filesOf(config.dataDir);
  keepPrivate(files.folder);
  mkdirSync(files.readModels, { recursive: true });
  const lock = DataFolderLock.take(files.folder);
  const location = logLocationOf(config);
  const clock = clockOf(location);
  const store = await openLog(location, {
    onLayout: (events, of) => log.info({ events, of }, 'the log is brought into the present layout'),
  });
  const isNewVault = config.vault === null && !existsSync(files.vault);
  if (isNewVault && config.eventStore === null && (await store.head()) > 0) throw new VaultMissing(files.vault);
  const vault = await openVault(config, files, log);
  const { readModel, failure, stop } = await startReadModel(location, files.readModels, log);
  const { adminSubjects, bankFileOptions } = config;
  const base: CommandApp = {
    store,
    vault,
    clock,
    readModel,
    adminSubjects,
    bankFileOptions,
    loop: new CommandLoop(store, clock),
  };
  const driver = new Driver(base, processes, log);
  driver.start();
  const feed = new EventFeed(store);
  const registry = new URL('./commands/long-questions.ts', import.meta.url);
  const questions = new QuestionThread<LongQuestions>({ log: location, readModel, registry }, log);
  const presence = new Presence();
  const clustered = location.eventStore !== null;
  const notifier = await notifierOf(config, { app: base, presence, clustered, log });
  const end = new AbortController();
  const endingKeys = destroyEndedKeys(store, feed, vault, end.signal, {
    reading: (events, of) => log.info({ events, of }, 'the log is read for keys that have ended'),
    failed: (error) =>
      log.warn({ code: error instanceof Error ? error.name : 'unknown' }, 'keys that have ended are not destroyed yet'),
  });
  return {
    ...base,
    driver,
    feed,
    questions,
    clustered,
    presence,
    notifier,
    timeTravel: clock instanceof SimulatedClock ? new TimeTravel(clock, driver, store) : null,
    failure,
    caughtUp: async () => readModel.reached(await store.head()),
    close: async () => {
      await notifier?.stop();
      await driver.stop();
      await questions.close();
      end.abort();
      feed.close();
      await endingKeys;
      await stop();
      await store.close();
      await vault.close();
      lock.release();
    },
  };
};

/** Where a mail server is named. */
const notifierOf = async (
  { mail, production }: Config,
  of: Omit<ConstructorParameters<typeof Notifier>[0], 'mailer'>,
): Promise<Notifier | null> => {
  if (mail === null) return null;
  const [{ smtpMailer }, { Notifier }] = await Promise.all([import('./mail/mailer.ts'), import('./mail/notifier.ts')]);
  return new Notifier({ ...of, mailer: smtpMailer(mail, { production }) });
};

/**
 * In PostgreSQL where one is named, which several nodes may share and for which it waits; else in
 * the data folder's file.
 */
const openVault = async (config: Config, files: ReturnType<typeof filesOf>, log: Logger): Promise<Vault> => {
  if (config.vault === null) return SqliteVault.inFolder(files);
  const { url, masterKeys } = config.vault;
  const { PostgresVault } = await import('./store/postgres-vault.ts');
  for (;;) {
    try {
      return await PostgresVault.open({ url, wrapping: masterKeyWrapping(masterKeys) });
    } catch (error) {
      if (!(error instanceof VaultUnavailable)) throw error;
      log.warn({ code: error.message }, 'the vault cannot be reached');
      await sleep(RETRY_MILLISECONDS);
    }
  }
};

const startReadModel = async (location: LogLocation, folder: string, log: Logger) => {
  const name = `${readModelDigest()}.sqlite`;
  const readModelFile = join(folder, name);
  const worker = new Worker(new URL('./projector-worker.ts', import.meta.url), {
    workerData: { log: location, readModelFile },
    // What watches or loads for the process has no part in the thread.
    execArgv: [],
  });
  let dead = false;
  const checkpoint = await new Promise<number>((opened, failed) => {
    worker.on('message', (message: ProjectorMessage) => {
      if ('opened' in message) opened(message.opened);
      if ('unavailable' in message) log.warn({ code: message.unavailable }, 'the event store cannot be reached');
    });
    worker.once('error', failed);
  });
  const readModel = new ReadModel(readModelFile, checkpoint);
  worker.on('message', (message: ProjectorMessage) => {
    if ('checkpoint' in message) readModel.advanced(message.checkpoint, message.changed);
  });
  const failure = new Promise<Error>((resolve) => {
    worker.once('error', (error) => {
      dead = true;
      log.fatal({ code: error.name, reason: error.message }, 'the projector has died');
      resolve(error);
    });
  });
  return {
    readModel,
    failure,
    stop: async () => {
      // Whoever closes the file last empties its write-ahead log, which a reader cannot.
      readModel.close();
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage('end');
      if (!dead) await ended;
      deleteOthers(folder, name);
    },
  };
};

/** Once this read model serves, those of other projections are no longer needed. */
export const deleteOthers = (folder: string, keep: string): void => {
  for (const file of readdirSync(folder)) if (!file.startsWith(keep)) rmSync(join(folder, file), { force: true });
};
