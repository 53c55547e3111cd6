import { verifierFrom } from './api/auth.ts';
import { buildServer } from './api/server.ts';
import { openApp } from './app.ts';
import { configOrExit } from './config.ts';
import { createLog } from './log.ts';
import { DataFolderLocked } from './store/data-folder-lock.ts';

const STOP_MILLISECONDS = 10_000;

const config = configOrExit();
const log = createLog(config.logLevel);
const app = await openApp(config, log).catch((error: unknown) => {
  if (!(error instanceof DataFolderLocked)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
const server = await buildServer({
  app: { ...app, adminSubjects: config.adminSubjects, publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}` },
  verifier: await verifierFrom(config),
  production: config.production,
  timeTravel: app.timeTravel,
  ready: async () => app.failed() === null && (await app.caughtUp()),
  log,
});

const stop = async (signal: string): Promise<void> => {
  log.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), STOP_MILLISECONDS).unref();
  await server.close();
  await app.close();
  process.exit(0);
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

while (!(await app.caughtUp()) && app.failed() === null) log.info('the read model is being built');
const url = await server.listen({ host: config.host, port: config.port });
log.info({ url: config.publicUrl ?? url }, 'ready');
