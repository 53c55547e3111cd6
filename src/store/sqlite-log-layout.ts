import type { DatabaseSync } from 'node:sqlite';

/** The log's file has a layout that cannot be read here; the message says what to do. */
export class OtherLogLayout extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OtherLogLayout';
  }
}

/** How many events of a former layout have been carried over, and of how many. */
export type LayoutProgress = (events: number, of: number) => void;

/** Kept in the file's `user_version`. */
const LAYOUT = 1;

// A stream's version stands beside its name, so that one statement checks and moves it. Streams are
// known by a small number: an index on (stream, version) then grows where streams are alive. Ids
// have no index, for they are random and it would cost as much as all else: an event is known again
// at its place in its stream. Positions need no AUTOINCREMENT, as nothing is ever deleted.
const SCHEMA = `
CREATE TABLE streams (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, version INTEGER NOT NULL);
CREATE TABLE events (
  position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, version INTEGER NOT NULL,
  ends_append INTEGER NOT NULL, day_only INTEGER NOT NULL, id TEXT NOT NULL, recorded_at TEXT NOT NULL,
  type TEXT NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL, UNIQUE (stream, version)
);`;

const CARRIED_AT_ONCE = 50_000;

/**
 * Brings a file that is open for writing into the present layout, whole or not at all: a process
 * that dies amid it leaves the former one. Throws `OtherLogLayout` where a newer release wrote it.
 */
export const layOut = (db: DatabaseSync, progress: LayoutProgress): void => {
  if (layoutOf(db) === LAYOUT) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    // Looked at again: another connection may have been faster.
    const isFormer = layoutOf(db) === 0 && hasEvents(db);
    if (layoutOf(db) === 0) {
      if (isFormer) db.exec('ALTER TABLE events RENAME TO former_events');
      db.exec(SCHEMA);
      if (isFormer) carryOver(db, progress);
      db.exec(`PRAGMA user_version=${LAYOUT}`);
    }
    db.exec('COMMIT');
    // The write-ahead log has become as large as the log itself.
    if (isFormer) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
  checkLayout(db);
};

/** For a file that is only read. Throws `OtherLogLayout`. */
export const checkLayout = (db: DatabaseSync): void => {
  const layout = layoutOf(db);
  if (layout > LAYOUT) throw new OtherLogLayout('the log was written by a newer release');
  if (layout < LAYOUT)
    throw new OtherLogLayout('the log has the layout of a former release: start the server on its folder once');
};

const layoutOf = (db: DatabaseSync): number => Number(db.prepare('PRAGMA user_version').get()?.user_version);

const hasEvents = (db: DatabaseSync): boolean =>
  db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'events'").get() !== undefined;

/** Of the layout before 1: the stream's name and the append's first position stood in each row. */
const carryOver = (db: DatabaseSync, progress: LayoutProgress): void => {
  db.exec(`INSERT INTO streams (name, version)
    SELECT stream, max(version) FROM former_events GROUP BY stream ORDER BY min(position)`);
  const carry = db.prepare(`INSERT INTO events
    SELECT position, streams.number, former.version,
      former.append IS NOT
        (SELECT append FROM former_events WHERE position > former.position ORDER BY position LIMIT 1),
      day_only, id, recorded_at, type, data, metadata
    FROM former_events AS former CROSS JOIN streams ON streams.name = former.stream
    WHERE position > ?1 AND position <= ?1 + ${CARRIED_AT_ONCE} ORDER BY position`);
  const last = Number(db.prepare('SELECT max(position) AS position FROM former_events').get()?.position ?? 0);
  for (let after = 0; after < last; after += CARRIED_AT_ONCE) {
    carry.run(after);
    progress(Math.min(after + CARRIED_AT_ONCE, last), last);
  }
  db.exec('DROP TABLE former_events');
};
