import { DatabaseSync } from 'node:sqlite';
import type { Test } from 'tap';

/** Makes the disk of SQLite files full, and gives room again. */
export interface FullDisk {
  /** No file with such a name grows from now on: SQLite says SQLITE_FULL, as on a full disk. */
  fill(name: string): void;
  /** There is room again. */
  room(): void;
}

const NO_LIMIT = 4_294_967_294;

/** Of the files that this thread opens after the call, until the test ends. */
export const fullDisk = (t: Test): FullDisk => {
  const connections = new Set<DatabaseSync>();
  const { prepare } = DatabaseSync.prototype;
  t.capture(DatabaseSync.prototype, 'prepare', function (this: DatabaseSync, sql: string) {
    connections.add(this);
    return prepare.call(this, sql);
  });
  const open = (): DatabaseSync[] => [...connections].filter((db) => db.isOpen);
  return {
    fill(name) {
      for (const db of open().filter((one) => one.location()?.endsWith(name))) {
        const [pages] = Object.values(prepare.call(db, 'PRAGMA page_count').get() ?? {});
        db.exec(`PRAGMA max_page_count = ${pages}`);
      }
    },
    room() {
      for (const db of open()) db.exec(`PRAGMA max_page_count = ${NO_LIMIT}`);
    },
  };
};
