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

/**
 * Starts one; ends it with the test. It is one session behind all connections: settings of a
 * session are shared, `statement_timeout` and options of the URL do nothing. Statements of several
 * connections do not mix, as all messages of one arrive together and are worked off before the
 * next; a transaction keeps the others waiting.
 */
export const startPglite = async (t: { teardown(done: () => Promise<void>): void }): Promise<PgliteServer> => {
  const db = await PGlite.create();
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
