import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asking } from '../../scripts/api-client.ts';
import { developmentToken, verifierFrom } from '../../src/api/auth.ts';
import { buildServer, type ServerOptions } from '../../src/api/server.ts';
import { openApp } from '../../src/app.ts';
import { configFrom } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { type Site, speaking } from './site.ts';

/** A whole server of ours in this process, on a fresh data folder, over real HTTP on 127.0.0.1. */
export interface HttpNode extends Site {
  readonly app: Awaited<ReturnType<typeof openApp>>;
  /** What the server was built with, for a second one over the same data. */
  readonly serverOptions: ServerOptions;
}

/**
 * Opens a server of ours in this process, configured as by an environment that names a data folder.
 */
export const openNode = async (env: Readonly<Record<string, string>>) => {
  const config = configFrom({ PORT: '0', LOG_LEVEL: 'fatal', ...env });
  const log = createLog(config.logLevel);
  const app = await openApp(config, log);
  const serverOptions: ServerOptions = {
    app: {
      ...app,
      get publicUrl() {
        return url;
      },
    },
    verifier: await verifierFrom(config),
    production: config.production,
    timeTravel: app.timeTravel,
    built: () => true,
    ready: app.caughtUp,
    log,
  };
  let url = '';
  const server = await buildServer(serverOptions);
  url = await server.listen({ host: '127.0.0.1', port: 0 });
  app.notifier?.start(config.publicUrl ?? url);
  let closed: Promise<void> | null = null;
  const end = async (): Promise<void> => {
    await server.close();
    await app.close();
  };
  return {
    url,
    app,
    serverOptions,
    close: (): Promise<void> => {
      closed ??= end();
      return closed;
    },
  };
};

/** Starts a server; closes it and deletes its folder with the test. */
export const startNode = async (
  t: { teardown(done: () => Promise<void>): void },
  env: Record<string, string> = {},
): Promise<HttpNode> => {
  const dataDir = env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'node-'));
  const { url, app, serverOptions, close } = await openNode({ DATA_DIR: dataDir, ...env });
  t.teardown(async () => {
    await close();
    if (env.DATA_DIR === undefined) rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    url,
    urls: [url],
    folders: [dataDir],
    store: app.store,
    app,
    serverOptions,
    ...speaking(
      asking(
        () => url,
        (subject) => developmentToken(dataDir, subject),
      ),
    ),
    close,
  };
};
