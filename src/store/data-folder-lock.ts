import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** hedge */
export class DataFolderLock {
  readonly #db: DatabaseSync;
  private constructor(db: DatabaseSync) {
    this.#db = db;
  }
  static take(folder: string): DataFolderLock {
    const db = new DatabaseSync(join(folder, 'lock.sqlite'));
    db.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE;');
    return new DataFolderLock(db);
  }
  release(): void {
    this.#db.close();
  }
}
