import { createReadStream, createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, constants as zlib } from 'node:zlib';
import type { KeyId } from '../../src/domain/sealed.ts';
import type { StoredEvent } from '../../src/store/event-store.ts';
import { appendCopies, eventsIn } from '../migration/copy-log.ts';
import type { Location } from '../migration/location.ts';

/** One request to the API, and what the release that recorded the history answered. */
export interface Question {
  readonly as: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly answer: unknown;
}

/** What a release said of its history. */
export interface Outcome {
  /** The time at which it was asked: nothing is due then that has not been done. */
  readonly now: string;
  readonly questions: readonly Question[];
}

/**
 * The files of a recorded history: the log, a line an event; the keys of its made-up people; what
 * was answered.
 */
const filesIn = (folder: string) => ({
  log: join(folder, 'log.jsonl.gz'),
  keys: join(folder, 'keys.jsonl.gz'),
  outcome: join(folder, 'outcome.json'),
});

/** Writes log and keys of a data folder into `folder`, which is there. */
export const writeHistory = async ({ store, vault }: Location, folder: string): Promise<void> => {
  const files = filesIn(folder);
  await writeLines(files.log, eventLines(store));
  await writeLines(files.keys, keyLines(vault));
};

/** Brings a recorded history into a data folder that is empty. */
export const restoreHistory = async (folder: string, { store, vault }: Location): Promise<void> => {
  const files = filesIn(folder);
  for await (const line of linesOf(files.keys)) {
    const { id, secret } = JSON.parse(line) as { id: KeyId; secret: string | null };
    await vault.keep(id, secret === null ? null : Buffer.from(secret, 'base64'));
  }
  await appendCopies(store, eventsOf(files.log));
};

export const writeOutcome = (folder: string, outcome: Outcome): void =>
  writeFileSync(filesIn(folder).outcome, `${JSON.stringify(outcome, null, 1)}\n`);

export const readOutcome = (folder: string): Outcome => JSON.parse(readFileSync(filesIn(folder).outcome, 'utf8'));

/** Bytes that depend on nothing but the lines. */
const writeLines = (file: string, lines: AsyncIterable<string>): Promise<void> =>
  pipeline(Readable.from(lines), createGzip({ level: zlib.Z_BEST_COMPRESSION }), createWriteStream(file));

const linesOf = (file: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(file).pipe(createGunzip()) });

async function* eventLines(store: Location['store']): AsyncGenerator<string> {
  for await (const event of eventsIn(store)) yield `${JSON.stringify(event)}\n`;
}

async function* keyLines(vault: Location['vault']): AsyncGenerator<string> {
  for await (const { id, secret } of vault.entries())
    yield `${JSON.stringify({ id, secret: secret?.toString('base64') ?? null })}\n`;
}

/** The events of a recorded log, in its order. */
export async function* eventsOf(file: string): AsyncGenerator<StoredEvent> {
  for await (const line of linesOf(file)) yield JSON.parse(line) as StoredEvent;
}
