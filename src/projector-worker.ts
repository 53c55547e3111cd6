import { parentPort, workerData } from 'node:worker_threads';
import { Projector } from './projections/projector.ts';
import { projections } from './projections-in-force.ts';
import { machineClock } from './store/clock.ts';
import { SqliteEventStore } from './store/sqlite-event-store.ts';

// The projector's thread: reads the log by its own connection and tells the main thread after each commit how far it has come.
const { logFile, readModelFile } = workerData as { logFile: string; readModelFile: string };
const store = new SqliteEventStore({ file: logFile, clock: machineClock, readOnly: true });
const end = new AbortController();
parentPort?.once('message', () => end.abort());
const projector = await Projector.open(readModelFile, projections, store);
parentPort?.postMessage({ opened: projector.checkpoint });
await projector.run(store, end.signal, (checkpoint) => parentPort?.postMessage({ checkpoint }));
projector.close();
await store.close();
parentPort?.close();
