import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { KeyId } from '../domain/sealed.ts';
import { cannotWrite } from './cannot-write.ts';
import { masterKeyIn, masterKeyWrapping } from './key-wrapping.ts';
import { limitedTo } from './limited.ts';
import { VaultUnavailable } from './vault.ts';
import { type KeyRow, type KeyRows, type VaultOptions, WrappedKeyVault } from './wrapped-key-vault.ts';

/**
 * The vault of one machine (rule 43): a SQLite file with a rollback journal and secure_delete,
 * since with WAL a destroyed key stays readable in the file.
 */
export class SqliteVault extends WrappedKeyVault {
  /** The file is made where there is none. Rejects with `CannotUnwrap` for a wrong master key. */
  static async open({ file, ...options }: VaultOptions & { file: string }): Promise<SqliteVault> {
    return new SqliteVault(new SqliteKeyRows(file), options).opened();
  }

  /**
   * The vault of a data folder, under the master key there; both are made where there is neither.
   * Rejects with `MasterKeyMissing`.
   */
  static async inFolder(files: { readonly vault: string; readonly masterKey: string }): Promise<SqliteVault> {
    const wrapping = masterKeyWrapping([masterKeyIn(files.masterKey, files.vault)]);
    return SqliteVault.open({ file: files.vault, wrapping });
  }
}

class SqliteKeyRows implements KeyRows {
  readonly #db: DatabaseSync;
  readonly #find: StatementSync;
  readonly #add: StatementSync;
  readonly #replace: StatementSync;
  readonly #destroy: StatementSync;

  constructor(file: string) {
    this.#db = new DatabaseSync(file);
    this.#db.exec(
      `PRAGMA journal_mode=DELETE; PRAGMA secure_delete=ON; PRAGMA synchronous=EXTRA;
       CREATE TABLE IF NOT EXISTS keys (id TEXT PRIMARY KEY, wrapped BLOB) WITHOUT ROWID;
       CREATE TABLE IF NOT EXISTS mark (one INTEGER PRIMARY KEY CHECK (one = 1), text TEXT NOT NULL);`,
    );
    this.#find = this.#db.prepare('SELECT id, wrapped FROM keys WHERE id = ?');
    this.#add = this.#db.prepare('INSERT INTO keys VALUES (?, ?) ON CONFLICT DO NOTHING');
    this.#replace = this.#db.prepare('UPDATE keys SET wrapped = ? WHERE id = ? AND wrapped = ?');
    this.#destroy = this.#db.prepare('INSERT INTO keys VALUES (?, NULL) ON CONFLICT DO UPDATE SET wrapped = NULL');
  }

  async prepare(): Promise<void> {}

  async find(id: KeyId): Promise<Buffer | null | undefined> {
    return rowsOf(this.#find.all(id))[0]?.wrapped;
  }

  async add(id: KeyId, wrapped: Buffer): Promise<Buffer | null> {
    written(() => this.#add.run(id, wrapped));
    return rowsOf(this.#find.all(id))[0]?.wrapped ?? null;
  }

  async replace(id: KeyId, from: Buffer, to: Buffer): Promise<void> {
    written(() => this.#replace.run(to, id, from));
  }

  async destroy(id: KeyId): Promise<void> {
    written(() => this.#destroy.run(id));
  }

  async page(after: string, limit: number): Promise<readonly KeyRow[]> {
    const page = this.#db.prepare(`SELECT id, wrapped FROM keys WHERE id > ? ORDER BY id ${limitedTo()}`);
    return rowsOf(page.all(after, limit));
  }

  async mark(): Promise<string | null> {
    return (this.#db.prepare('SELECT text FROM mark').get() as { text: string } | undefined)?.text ?? null;
  }

  async setMark(mark: string): Promise<void> {
    const statement = this.#db.prepare('INSERT INTO mark VALUES (1, ?) ON CONFLICT DO UPDATE SET text = excluded.text');
    written(() => statement.run(mark));
  }

  async any(): Promise<KeyRow | null> {
    return rowsOf(this.#db.prepare('SELECT id, wrapped FROM keys WHERE wrapped IS NOT NULL LIMIT 1').all())[0] ?? null;
  }

  async close(): Promise<void> {
    if (this.#db.isOpen) this.#db.close();
  }
}

/** Throws `VaultUnavailable` where the disk is full. */
const written = (write: () => unknown): void => {
  try {
    write();
  } catch (error) {
    throw cannotWrite(error) ? new VaultUnavailable('it cannot be written') : error;
  }
};

const rowsOf = (rows: unknown[]): KeyRow[] =>
  (rows as { id: KeyId; wrapped: Uint8Array | null }[]).map(({ id, wrapped }) => ({
    id,
    wrapped: wrapped && Buffer.from(wrapped),
  }));
