import { setTimeout as sleep } from 'node:timers/promises';
import { verifierFrom } from './api/auth.ts';
import { buildServer } from './api/server.ts';
import { openApp } from './app.ts';
import { configOrExit } from './config.ts';
import { createLog } from './log.ts';
import { DataFolderLocked } from './store/data-folder-lock.ts';

const STOP_MILLISECONDS = 10_000;
const LOOK_MILLISECONDS = 1_000;

const config = configOrExit();
const log = createLog(config.logLevel);
/** What is to be closed, the last first. */
const opened: (() => Promise<unknown>)[] = [];
const stop = async (signal: string, code: number): Promise<void> => {
  log.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), STOP_MILLISECONDS).unref();
  for (const close of opened.reverse()) await close();
  process.exit(code);
};
// Set before any waiting: as process 1 of a container it could not be stopped otherwise.
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stop(signal, 0));

const app = await openApp(config, log).catch((error: unknown) => {
  if (!(error instanceof DataFolderLocked)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
opened.push(app.close);
// The supervisor starts this process anew; the read model then goes on, or is built anew where it
// does not belong to the log.
void app.failure.then(() => stop('projector', 1));

let built = false;
const server = await buildServer({
  app: {
    ...app,
    adminSubjects: config.adminSubjects,
    publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}`,
  },
  verifier: await verifierFrom(config),
  production: config.production,
  timeTravel: app.timeTravel,
  built: () => built,
  ready: app.caughtUp,
  log,
});
opened.push(() => server.close());

// Listening before the read model is built, a node shows that it lives; it answers UNAVAILABLE and
// is not ready until then.
const url = await server.listen({ host: config.host, port: config.port });
while (!(await app.caughtUp().catch(() => false))) {
  const of = await app.store.head().catch(() => null);
  log.info({ events: app.readModel.checkpoint, of }, 'the read model is being built');
  await sleep(LOOK_MILLISECONDS);
}
built = true;
log.info({ url: config.publicUrl ?? url }, 'ready');
