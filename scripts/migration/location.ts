import { existsSync } from 'node:fs';
import { filesOf } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import { openLog } from '../../src/open-log.ts';
import { DataFolderLock } from '../../src/store/data-folder-lock.ts';
import type { EventStore } from '../../src/store/event-store.ts';
import { type EventStoreAddress, eventStoreAddress } from '../../src/store/event-store-address.ts';
import { masterKeyWrapping } from '../../src/store/key-wrapping.ts';
import { PostgresVault } from '../../src/store/postgres-vault.ts';
import { keepPrivate } from '../../src/store/private-folder.ts';
import { SqliteVault } from '../../src/store/sqlite-vault.ts';
import type { Vault, VaultCopy } from '../../src/store/vault.ts';

/** A log and its vault, opened. */
export interface Location {
  /** The same for the same location, however it was named. */
  readonly name: string;
  readonly store: EventStore;
  readonly vault: Vault & VaultCopy;
  close(): Promise<void>;
}

/** What cannot be migrated from or to; the message says why. */
export class LocationInvalid extends Error {}

type Stores = Pick<Config, 'eventStore' | 'vault'>;

/**
 * A data folder, which is then locked against a server; or, for an `esdb` address or nothing,
 * EventStoreDB (nothing: at EVENTSTORE_URL) with the vault of VAULT_URL. Throws `LocationInvalid`,
 * `EventStoreAddressInvalid` and `DataFolderLocked`.
 */
export const openLocation = (named: string | undefined, isSource: boolean, config: Stores): Promise<Location> => {
  if (named === undefined || /^esdb(\+discover)?:/.test(named)) {
    return onCluster(named === undefined ? config.eventStore : eventStoreAddress(named), config.vault);
  }
  return inFolder(named, isSource);
};

const onCluster = async (address: EventStoreAddress | null, named: Stores['vault']): Promise<Location> => {
  if (address === null) throw new LocationInvalid('EVENTSTORE_URL names no EventStoreDB');
  if (named === null)
    throw new LocationInvalid('VAULT_URL and VAULT_MASTER_KEY must name the vault that belongs to EventStoreDB');
  const vault = await PostgresVault.open({ url: named.url, wrapping: masterKeyWrapping(named.masterKeys) });
  const store = await openLog({ eventStore: address, file: '', simulatedClock: null });
  const name = address.seeds.map(({ host, port }) => `${host}:${port}`).join(',');
  return { name, store, vault, close: () => closed(store, vault) };
};

const inFolder = async (dataDir: string, isSource: boolean): Promise<Location> => {
  const files = filesOf(dataDir);
  if (isSource && !existsSync(files.log)) throw new LocationInvalid(`there is no log at ${files.log}`);
  keepPrivate(files.folder);
  const lock = DataFolderLock.take(files.folder);
  const vault = await SqliteVault.inFolder(files);
  const store = await openLog({ eventStore: null, file: files.log, simulatedClock: null });
  return {
    name: files.folder,
    store,
    vault,
    close: async () => {
      await closed(store, vault);
      lock.release();
    },
  };
};

const closed = async (store: EventStore, vault: Vault): Promise<void> => {
  await store.close();
  await vault.close();
};
