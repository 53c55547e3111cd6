import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import DataLoader from 'dataloader';
import { DatabaseError, Pool } from 'pg';
import type { KeyId } from '../domain/sealed.ts';
import { retrying } from './retrying.ts';
import { VaultUnavailable } from './vault.ts';
import { type KeyRow, type KeyRows, type VaultOptions, WrappedKeyVault } from './wrapped-key-vault.ts';

/** How long things may take, in milliseconds. */
export interface PostgresLimits {
  /**
   * A call on the database with all its tries; then it rejects with `VaultUnavailable`. Making a
   * key takes two calls at most, all else one.
   */
  readonly call: number;
  /** To connect, and one statement. */
  readonly attempt: number;
  /** First wait before a new try; doubled each time up to `longestWait`, with jitter. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** For statements under way when the vault is closed. */
  readonly close: number;
}

const LIMITS: PostgresLimits = { call: 6_000, attempt: 2_500, firstWait: 20, longestWait: 500, close: 1_000 };
const CONNECTIONS = 8;
const MOST_KEYS_AT_ONCE = 500;
const IDLE_MILLISECONDS = 60_000;

/**
 * The vault of several nodes (rule 43): tables in PostgreSQL, which alone decide who made a key and
 * what is destroyed. A destroyed key's wrapped bytes are gone from the table; in the database's
 * own dead rows, write-ahead log and backups they last as long as those are kept.
 */
export class PostgresVault extends WrappedKeyVault {
  /**
   * `url`: as `VAULT_URL`. The tables are made where there are none, in the first schema of the
   * search path. Rejects with `VaultUnavailable`, or with `CannotUnwrap` for a wrong master key.
   */
  static async open({
    url,
    limits = {},
    ...options
  }: VaultOptions & { url: string; limits?: Partial<PostgresLimits> }): Promise<PostgresVault> {
    return new PostgresVault(new PostgresKeyRows(url, { ...LIMITS, ...limits }), options).opened();
  }
}

// An operator's stronger setting stays; `off` and `local` would answer before a key is durable.
const SESSION = `SELECT set_config('statement_timeout', $1, false),
  set_config('synchronous_commit',
    CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false)`;
// One transaction. The lock is for nodes that start at once: CREATE … IF NOT EXISTS alone fails in
// one of them.
const CREATE = `SELECT pg_advisory_xact_lock(hashtext('vault_keys'));
  CREATE TABLE IF NOT EXISTS vault_keys (id text PRIMARY KEY, wrapped bytea);
  CREATE TABLE IF NOT EXISTS vault_mark (one int PRIMARY KEY CHECK (one = 1), text text NOT NULL)`;

class PostgresKeyRows implements KeyRows {
  readonly #limits: PostgresLimits;
  readonly #pool: Pool;
  readonly #sockets = new Set<Socket>();
  readonly #refusals = new Set<(reason: string) => void>();
  readonly #ending = new AbortController();
  #closing: Promise<void> | null = null;
  /** What is asked for at one time, as the names on a page are, goes in one statement. */
  readonly #wrapped = new DataLoader<KeyId, Buffer | null | undefined>((ids) => this.#wrappedOf(ids), {
    cache: false,
    maxBatchSize: MOST_KEYS_AT_ONCE,
  });

  constructor(url: string, limits: PostgresLimits) {
    this.#limits = limits;
    this.#pool = new Pool({
      connectionString: url,
      max: CONNECTIONS,
      idleTimeoutMillis: IDLE_MILLISECONDS,
      connectionTimeoutMillis: limits.attempt,
      query_timeout: limits.attempt,
      keepAlive: true,
      onConnect: (client) => client.query(SESSION, [String(limits.attempt)]),
      stream: () => this.#socket(),
    });
    // A connection that breaks while it is idle has left the pool; the next call makes another.
    this.#pool.on('error', () => {});
  }

  async prepare(): Promise<void> {
    // Looked for first, so that a user who may not create tables can be given them.
    const [found] = await this.#rows<{ exists: boolean }>(
      `SELECT to_regclass('vault_keys') IS NOT NULL AND to_regclass('vault_mark') IS NOT NULL AS exists`,
    );
    if (!found?.exists) await this.#call(() => this.#pool.query(CREATE));
  }

  find(id: KeyId): Promise<Buffer | null | undefined> {
    return this.#wrapped.load(id);
  }

  async #wrappedOf(ids: readonly KeyId[]): Promise<(Buffer | null | undefined)[]> {
    const rows = await this.#rows<KeyRow>('SELECT id, wrapped FROM vault_keys WHERE id = ANY ($1)', [ids]);
    const found = new Map(rows.map(({ id, wrapped }) => [id, wrapped]));
    return ids.map((id) => found.get(id));
  }

  add(id: KeyId, wrapped: Buffer): Promise<Buffer | null> {
    return this.#call(async () => {
      await this.#pool.query('INSERT INTO vault_keys VALUES ($1, $2) ON CONFLICT DO NOTHING', [id, wrapped]);
      // A separate statement, which sees the row of whichever node came first.
      const { rows } = await this.#pool.query<KeyRow>('SELECT wrapped FROM vault_keys WHERE id = $1', [id]);
      return rows[0]?.wrapped ?? null;
    });
  }

  async replace(id: KeyId, from: Buffer, to: Buffer): Promise<void> {
    await this.#rows('UPDATE vault_keys SET wrapped = $3 WHERE id = $1 AND wrapped = $2', [id, from, to]);
  }

  async destroy(id: KeyId): Promise<void> {
    await this.#rows('INSERT INTO vault_keys VALUES ($1, NULL) ON CONFLICT (id) DO UPDATE SET wrapped = NULL', [id]);
  }

  page(after: string, limit: number): Promise<readonly KeyRow[]> {
    return this.#rows<KeyRow>('SELECT id, wrapped FROM vault_keys WHERE id > $1 ORDER BY id LIMIT $2', [after, limit]);
  }

  async mark(): Promise<string | null> {
    const [row] = await this.#rows<{ text: string }>('SELECT text FROM vault_mark');
    return row?.text ?? null;
  }

  async setMark(mark: string): Promise<void> {
    await this.#rows('INSERT INTO vault_mark VALUES (1, $1) ON CONFLICT (one) DO UPDATE SET text = excluded.text', [
      mark,
    ]);
  }

  async any(): Promise<KeyRow | null> {
    const [row] = await this.#rows<KeyRow>('SELECT id, wrapped FROM vault_keys WHERE wrapped IS NOT NULL LIMIT 1');
    return row ?? null;
  }

  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    this.#ending.abort();
    const closed = [...this.#sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    await Promise.race([
      Promise.all([this.#pool.end(), ...closed]),
      sleep(this.#limits.close, undefined, { ref: false }),
    ]);
    // The pool would leave waiting those that still wait for a connection.
    for (const refuse of this.#refusals) refuse('closed');
    for (const socket of this.#sockets) socket.destroy();
  }

  /**
   * The pool leaves it to the server to close a connection it has given up; a hanging one does not.
   */
  #socket(): Socket {
    const socket = new Socket();
    this.#sockets.add(socket);
    return socket.once('close', () => this.#sockets.delete(socket));
  }

  #rows<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.#call(async () => (await this.#pool.query<Row>(text, [...values])).rows);
  }

  async #call<Result>(once: () => Promise<Result>): Promise<Result> {
    if (this.#closing) throw unavailable('closed');
    const { promise: refused, reject } = Promise.withResolvers<never>();
    const refuse = (reason: string): void => reject(unavailable(reason));
    const timer = setTimeout(refuse, this.#limits.call, 'no answer');
    this.#refusals.add(refuse);
    try {
      const trying = retrying(once, {
        ...this.#limits,
        // A try that begins later would hardly be answered: what was wrong before is said instead.
        end: performance.now() + this.#limits.call - this.#limits.firstWait,
        signal: this.#ending.signal,
        mayPass,
      }).catch((error: unknown) => {
        // Without the error as its cause, which may hold the server's address or a row.
        throw unavailable(this.#ending.signal.aborted ? 'closed' : reasonOf(error));
      });
      return await Promise.race([trying, refused]);
    } finally {
      clearTimeout(timer);
      this.#refusals.delete(refuse);
    }
  }
}

const unavailable = (reason: string): VaultUnavailable => new VaultUnavailable(`PostgreSQL, ${reason}`);

/**
 * Connection lost, a transaction that collided with another, out of resources, a server that
 * starts, stops, cancels or has become a replica.
 */
const PASSING = /^(08|25006|40|53|55P03|57|58)/;

const mayPass = (error: unknown): boolean => !(error instanceof DatabaseError) || PASSING.test(error.code ?? '');

/**
 * A code where there is one (of PostgreSQL, of the system, of TLS); the messages of `pg` without
 * one name neither address nor value.
 */
const reasonOf = (error: unknown): string => {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return String(code ?? message);
};
