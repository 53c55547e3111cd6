import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process writes to this data folder. */
export class DataFolderLocked extends Error {}

/**
 * One writing process per data folder: an exclusive SQLite transaction held for as long as the
 * process lives. The operating system lets go of it when the process dies, however it dies, so
 * nothing stale is ever left.
 */
export class DataFolderLock {
  readonly #db: DatabaseSync;

  private constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Throws `DataFolderLocked` at once where another process holds it. */
  static take(folder: string): DataFolderLock {
    const db = new DatabaseSync(join(folder, 'lock.sqlite'));
    try {
      db.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE;');
    } catch (error) {
      db.close();
      throw new DataFolderLocked(`${folder} is in use by another server. このフォルダーは別のサーバーが使用中です。`, {
        cause: error,
      });
    }
    return new DataFolderLock(db);
  }

  release(): void {
    this.#db.close();
  }
}
