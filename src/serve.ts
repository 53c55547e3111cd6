import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { openApp } from './app.ts';
import { configOrExit } from './config.ts';
import { createLog } from './log.ts';
import { whenUnawaited } from './unawaited.ts';

const STOP_MILLISECONDS = 10_000;
const LOOK_MILLISECONDS = 1_000;

/**
 * Serves until a signal ends the process. Resolves once it is ready; ends the process (exit code 1)
 * where the environment does not allow a start.
 */
export const serve = async (): Promise<void> => {
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

  process.on('unhandledRejection', whenUnawaited(log));

  const opening = openApp(config, log);
  // The API's code is loaded while the projector's thread starts, which has its turn first.
  await turn();
  const surface = Promise.all([import('./api/server.ts'), import('./api/auth.ts')]);
  const app = await opening;
  opened.push(app.close);
  // The supervisor starts this process anew; the read model then goes on, or is built anew where it
  // does not belong to the log.
  void app.failure.then(() => stop('projector', 1));

  const [{ buildServer }, { verifierFrom }] = await surface;
  let built = false;
  /** As listened on, which PORT=0 or HOST=:: do not say. */
  let ownUrl = '';
  const server = await buildServer({
    app: {
      ...app,
      get publicUrl() {
        return config.publicUrl ?? ownUrl;
      },
    },
    verifier: await verifierFrom(config),
    production: config.production,
    trustedProxies: config.trustedProxies,
    timeTravel: app.timeTravel,
    built: () => built,
    ready: app.caughtUp,
    log,
  });
  opened.push(() => server.close());

  // Listening before the read model is built, a node shows that it lives; it answers UNAVAILABLE
  // and is not ready until then.
  const listening = await server.listen({ host: config.host, port: config.port });
  // All of this machine's addresses have none of their own: the one that it calls itself by.
  ownUrl = listening.replace('//[::]:', '//[::1]:');
  while (!(await app.caughtUp().catch(() => false))) {
    const of = await app.store.head().catch(() => null);
    log.info({ events: app.readModel.checkpoint, of }, 'the read model is being built');
    await sleep(LOOK_MILLISECONDS);
  }
  built = true;
  app.notifier?.start(config.publicUrl ?? ownUrl);
  log.info({ url: config.publicUrl ?? ownUrl }, 'ready');
};
