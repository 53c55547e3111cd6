import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

/**
 * PostgreSQL in this process, in memory, for any client that speaks its protocol: several
 * connections, from several processes too.
 */
export interface PgliteServer {
  /** The same after a stop and a start. Any user and password will do. */
  readonly url: string;
  /** Asks the database itself, also while the server is stopped. */
  query<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Breaks every connection and takes no new one; the data stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

const CONNECTIONS = 100;
const KEPT = join(import.meta.dirname, '..', '..', '.tap', 'pglite');

/**
 * An empty database. Making one takes three times as long as opening one that has been made: it is
 * kept, by the version that made it, for all files of the suite.
 */
const emptyDatabase = async (): Promise<PGlite> => {
  const { version } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.resolve('@electric-sql/pglite')), 'utf8'),
  );
  const kept = join(KEPT, `${version}.tar`);
  if (existsSync(kept)) return PGlite.create({ loadDataDir: new Blob([readFileSync(kept)]) });
  const made = await PGlite.create();
  const files = await made.dumpDataDir('none');
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(`${kept}.${process.pid}`, Buffer.from(await files.arrayBuffer()));
  renameSync(`${kept}.${process.pid}`, kept);
  return made;
};

/**
 * Starts one; ends it with the test. It is one session behind all connections: settings of a
 * session are shared, `statement_timeout` and options of the URL do nothing. Statements of several
 * connections do not mix, as all messages of one arrive together and are worked off before the
 * next; a transaction keeps the others waiting.
 */
export const startPglite = async (t: { teardown(done: () => Promise<void>): void }): Promise<PgliteServer> => {
  const db = await emptyDatabase();
  const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: CONNECTIONS });
  await server.start();
  t.teardown(async () => {
    await server.stop();
    await db.close();
  });
  return {
    url: `postgres://vault:vault@${server.getServerConn()}/postgres`,
    query: async <Row>(sql: string, values: unknown[] = []) => (await db.query<Row>(sql, values)).rows,
    stop: () => server.stop(),
    start: () => server.start(),
  };
};
