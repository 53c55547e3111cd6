import '../src/last-words.ts';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { configOrExit } from '../src/config.ts';
import { DataFolderLocked } from '../src/store/data-folder-lock.ts';
import { StoreUnavailable } from '../src/store/event-store.ts';
import { EventStoreAddressInvalid } from '../src/store/event-store-address.ts';
import { CannotUnwrap, MasterKeyMissing } from '../src/store/key-wrapping.ts';
import { OtherLogLayout } from '../src/store/sqlite-log-layout.ts';
import { OtherKeyKept, VaultUnavailable } from '../src/store/vault.ts';
import { copyLog, digestOfLog, LogsDiffer, missingIn } from './migration/copy-log.ts';
import { copyVault, digestOfVault } from './migration/copy-vault.ts';
import { type Location, LocationInvalid, openLocation } from './migration/location.ts';

const HELP = `npm run migrate -- --from <location> --to <location>

Copies a log, with ids, order, metadata and times, and its vault of keys: from a data folder to EventStoreDB, or back.
The source is left as it is. Stop every server of both first. A run that was cut off can be started again and goes on;
at the end both are read whole, and counts and digests compared (exit code 0: equal).

A location is a data folder (./data) or an address of EventStoreDB (esdb://…), to which the vault belongs that VAULT_URL
and VAULT_MASTER_KEY name. Left out, it is the EventStoreDB of EVENTSTORE_URL: the list of processes then does not show
its password.`;

const { values } = parseArgs({
  options: { from: { type: 'string' }, to: { type: 'string' }, help: { type: 'boolean', default: false } },
});
const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};
if (values.help) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}
if (values.from === values.to) fail(HELP);

/** Errors whose message is all that the person who runs this needs. */
const SELF_EXPLANATORY = [
  LogsDiffer,
  LocationInvalid,
  DataFolderLocked,
  StoreUnavailable,
  OtherLogLayout,
  EventStoreAddressInvalid,
  CannotUnwrap,
  MasterKeyMissing,
  OtherKeyKept,
  VaultUnavailable,
];
const explain = (error: unknown): never => {
  if (error instanceof Error && SELF_EXPLANATORY.some((kind) => error instanceof kind))
    return fail(`${error.message}\nNot migrated. 移行できませんでした。`);
  throw error;
};

const migrate = async (from: Location, to: Location): Promise<boolean> => {
  // Whether the logs fit is checked before anything is written: keys of one network do not belong
  // in the vault of another.
  for await (const _ of missingIn(to.store, from.store, () => {})) break;
  // Keys first, so that each is there before any event sealed with it (rule 43).
  await copyVault(from.vault, to.vault);
  const bar = new SingleBar({ format: 'events {value}  {duration_formatted}', noTTYOutput: false });
  bar.start(0, 0);
  try {
    await copyLog(from.store, to.store, (events) => bar.update(events));
  } finally {
    bar.stop();
  }
  const logs = { source: await digestOfLog(from.store), target: await digestOfLog(to.store) };
  const vaults = { source: await digestOfVault(from.vault), target: await digestOfVault(to.vault) };
  for (const [name, log] of Object.entries(logs))
    process.stdout.write(`log of the ${name}: ${log.events} events, ${log.sha256}\n`);
  for (const [name, vault] of Object.entries(vaults)) {
    process.stdout.write(`vault of the ${name}: ${vault.keys} keys, ${vault.destroyed} destroyed, ${vault.sha256}\n`);
  }
  return (
    JSON.stringify(logs.source) === JSON.stringify(logs.target) &&
    JSON.stringify(vaults.source) === JSON.stringify(vaults.target)
  );
};

const config = configOrExit();
const opened: Location[] = [];
let equal = false;
try {
  opened.push(await openLocation(values.from, true, config));
  opened.push(await openLocation(values.to, false, config));
  const [from, to] = opened;
  if (from?.name === to?.name) throw new LocationInvalid('both locations are the same');
  if (from && to) equal = await migrate(from, to);
} catch (error) {
  explain(error);
} finally {
  for (const location of opened) await location.close();
}
process.stdout.write(equal ? 'equal 一致\n' : 'NOT equal: somebody is writing to one of them. 一致しません。\n');
process.exitCode = equal ? 0 : 1;
