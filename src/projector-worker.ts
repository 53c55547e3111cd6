import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { type LogLocation, openLog } from './open-log.ts';
import { Projector } from './projections/projector.ts';
import type { Written } from './projections/rows.ts';
import { projections } from './projections-in-force.ts';
import { type EventStore, StoreUnavailable } from './store/event-store.ts';

/** What the projector's thread tells the main one. */
export type ProjectorMessage =
  /** The log cannot be reached; it is tried again. */
  | { readonly unavailable: string }
  /** The file is there, and holds the log up to here. */
  | { readonly opened: number }
  /** It holds the log up to here; `changed`: what was written for it. */
  | { readonly checkpoint: number; readonly changed: Written };

const RETRY_MILLISECONDS = 1_000;

// The projector's thread: reads the log through its own connection and tells the main thread after
// each commit how far it has come.
const { log, readModelFile } = workerData as { log: LogLocation; readModelFile: string };
const tell = (message: ProjectorMessage): void => parentPort?.postMessage(message);
const store = await openLog(log, { readOnly: true });
const end = new AbortController();
parentPort?.once('message', () => end.abort());

/** Waits a moment if the log is unavailable; throws other errors on. */
const waitIfUnavailable = async (error: unknown): Promise<void> => {
  if (!(error instanceof StoreUnavailable)) throw error;
  tell({ unavailable: error.message });
  await sleep(RETRY_MILLISECONDS, undefined, { signal: end.signal }).catch(() => {});
};

const opened = async (from: EventStore): Promise<Projector | null> => {
  while (!end.signal.aborted) {
    try {
      return await Projector.open(readModelFile, projections, from);
    } catch (error) {
      await waitIfUnavailable(error);
    }
  }
  return null;
};

const projector = await opened(store);
if (projector) {
  tell({ opened: projector.checkpoint });
  while (!end.signal.aborted) {
    try {
      await projector.run(store, end.signal, (checkpoint, changed) => tell({ checkpoint, changed }));
    } catch (error) {
      await waitIfUnavailable(error);
    }
  }
  projector.close();
}
await store.close();
parentPort?.close();
