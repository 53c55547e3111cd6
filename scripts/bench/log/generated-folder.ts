import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOf } from '../../../src/app.ts';
import { openLog } from '../../../src/open-log.ts';
import { markOf } from '../../../src/store/ended-keys.ts';
import { keepPrivate } from '../../../src/store/private-folder.ts';
import { SimulatedClock } from '../../../src/store/simulated-clock.ts';
import { SqliteVault } from '../../../src/store/sqlite-vault.ts';
import { type GeneratedLog, generateLog, type LogPlan } from './generated-log.ts';

/** A data folder that the server opens, and what is in it. */
export interface GeneratedFolder {
  readonly folder: string;
  readonly log: Omit<GeneratedLog, 'networks'> & { readonly networks: readonly NetworkInLog[] };
}
/** What of a network a benchmark asks for: ids and tokens' subjects. */
export interface NetworkInLog {
  readonly id: string;
  readonly partners: readonly OfficeInLog[];
  readonly assistsOf: Readonly<Record<string, readonly OfficeInLog[]>>;
  readonly clients: readonly { readonly id: string; readonly partnerId: string }[];
  readonly auditor: string;
}
export interface OfficeInLog {
  readonly id: string;
  readonly subject: string;
  readonly caregivers: readonly { readonly id: string; readonly subject: string }[];
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** What decides on a log's content and on how it is kept. */
const SOURCES = [
  'scripts/bench/log/*.ts',
  'src/domain/**/*.ts',
  'src/store/{codec,upcasters,sqlite-event-store,sqlite-log-layout,sqlite-vault,vault-cipher,key-wrapping}.ts',
];

/** Digest of the code that generates. */
const codeDigest = (): string => {
  const hash = createHash('sha256');
  for (const file of globSync(SOURCES, { cwd: ROOT }).sort()) hash.update(readFileSync(join(ROOT, file)));
  return hash.digest('hex').slice(0, 12);
};

/**
 * The folder of a plan, generated where it is not there yet: kept under the system's folder for
 * temporary files by plan and digest of the code. For reading; what writes copies it first.
 */
export const generatedFolder = async (
  plan: LogPlan,
  onProgress: (events: number) => void = () => {},
): Promise<GeneratedFolder> => {
  const name = createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 12);
  const root = join(tmpdir(), 'partner-visit-network-bench');
  const folder = join(root, `${codeDigest()}-${name}`);
  const about = join(folder, 'generated.json');
  if (!existsSync(about)) {
    // Made under another name, so that one that was interrupted is never taken for whole.
    const making = `${folder}.${process.pid}`;
    const log = await generateInto(making, plan, onProgress);
    writeFileSync(join(making, 'generated.json'), JSON.stringify(log));
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
  }
  return { folder, log: JSON.parse(readFileSync(about, 'utf8')) };
};

/**
 * A copy of a generated folder, without what else is kept in it, for a benchmark that writes to
 * it. Reflinked where that is possible.
 */
export const copyOf = ({ folder }: Pick<GeneratedFolder, 'folder'>, to: string): string => {
  cpSync(folder, to, { recursive: true, filter: (file) => file === folder || !basename(file).startsWith(BESIDE) });
  return to;
};

/** How names begin of what benchmarks keep in a generated folder, to find it again. */
export const BESIDE = 'beside-';

/** Generates a log, its vault and its clock into a new folder. */
export const generateInto = async (
  folder: string,
  plan: LogPlan,
  onProgress: (events: number) => void = () => {},
): Promise<GeneratedFolder['log']> => {
  keepPrivate(folder);
  const files = filesOf(folder);
  const vault = await SqliteVault.inFolder(files);
  const store = await openLog({ eventStore: null, file: files.log, simulatedClock: null });
  const { networks, ...log } = await generateLog(plan, store, vault, onProgress);
  // No key has ended in it. A server that has followed the log knows, and does not read all of it
  // beside what is measured.
  for await (const batch of store.subscribe((await store.head()) - 1, AbortSignal.timeout(60_000))) {
    const [last] = batch;
    if (last) await vault.setMark(markOf(last));
    break;
  }
  await store.close();
  await vault.close();
  new SimulatedClock(files.clock).set(log.now);
  const officeOf = ({ id, coordinator, caregivers }: (typeof networks)[number]['partners'][number]): OfficeInLog => ({
    id,
    subject: coordinator.subject,
    caregivers: caregivers.map(({ id: caregiverId, actor }) => ({ id: caregiverId, subject: actor.subject })),
  });
  return {
    ...log,
    networks: networks.map(({ id, partners, assistsOf, clients, auditor }) => ({
      id,
      partners: partners.map(officeOf),
      assistsOf: Object.fromEntries([...assistsOf].map(([partnerId, all]) => [partnerId, all.map(officeOf)])),
      clients: clients.map((one) => ({ id: one.id, partnerId: one.partner.id })),
      auditor,
    })),
  };
};
