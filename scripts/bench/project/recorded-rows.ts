import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { readModelDigest } from '../../../src/projections/digest.ts';
import { FILE_PRAGMAS, Projector } from '../../../src/projections/projector.ts';
import { projections } from '../../../src/projections-in-force.ts';
import type { EventStore, StoredEvent } from '../../../src/store/event-store.ts';
import { BESIDE, type GeneratedFolder } from '../log/generated-folder.ts';

/** Events after which a projector that coalesces writes what it has touched. */
export const EVENTS_A_BATCH = 10_000;

interface Table {
  readonly name: string;
  readonly sql: string;
  readonly columns: readonly string[];
  /** Columns by which a row is found; `rowid` where none is declared. */
  readonly key: readonly string[];
}
type Row = readonly SQLOutputValue[];

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const listed = (names: readonly string[]): string => names.map(quoted).join(', ');
/** Table of the recording: which rows of one of the read model a batch left changed or deleted. */
const written = (name: string): string => quoted(`written ${name}`);
const touched = (name: string): string => quoted(`touched ${name}`);

const tablesOf = (db: DatabaseSync): Table[] =>
  db
    .prepare(
      `SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name NOT LIKE 'touched %' AND name NOT LIKE 'written %' ORDER BY name`,
    )
    .all()
    .map(({ name, sql }) => {
      const columns = db.prepare('SELECT name, pk FROM pragma_table_info(?) ORDER BY cid').all(String(name));
      const key = columns.filter(({ pk }) => pk !== 0).sort((a, b) => Number(a.pk) - Number(b.pk));
      return {
        name: String(name),
        sql: String(sql),
        columns: columns.map((column) => String(column.name)),
        key: key.length > 0 ? key.map((column) => String(column.name)) : ['rowid'],
      };
    });

const indexesOf = (db: DatabaseSync): string[] =>
  db
    .prepare("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name")
    .all()
    .map(({ sql }) => String(sql));

/** Every event up to the head, in batches of a size. */
export async function* batchesOf(store: EventStore, size: number): AsyncGenerator<readonly StoredEvent[]> {
  const head = await store.head();
  const end = new AbortController();
  let waiting: StoredEvent[] = [];
  for await (const batch of store.subscribe(0, end.signal)) {
    for (const event of batch) waiting.push(event);
    const isOver = waiting.at(-1)?.position === head;
    if (waiting.length >= size || isOver) {
      yield waiting;
      waiting = [];
    }
    if (isOver) break;
  }
  end.abort();
}

/**
 * What a projector must write at the least, if it changes rows in memory and writes each touched
 * row once a batch: recorded by triggers while ours builds its read model, whatever its tables are.
 * Kept beside the generated log, by the projections' digest. Returns the recording's file.
 */
export const recordedRows = async ({ folder }: GeneratedFolder, store: EventStore, say: (text: string) => void) => {
  const file = join(folder, `${BESIDE}rows-${readModelDigest()}.sqlite`);
  if (existsSync(file)) return file;
  const making = `${file}.${process.pid}`;
  const projector = await Projector.open(making, projections, store);
  const db = new DatabaseSync(making);
  db.exec('PRAGMA synchronous=OFF; PRAGMA busy_timeout=5000;');
  const tables = tablesOf(db);
  for (const table of tables) prepareRecording(db, table);
  let batch = 0;
  for await (const events of batchesOf(store, EVENTS_A_BATCH)) {
    projector.apply(events);
    db.exec('BEGIN');
    for (const table of tables) recordBatch(db, table, batch);
    db.exec('COMMIT');
    batch += 1;
    say(`recording what must be written: ${projector.checkpoint} events`);
  }
  projector.close();
  for (const { name } of tables) db.exec(`DROP TABLE ${touched(name)}`);
  db.exec('PRAGMA journal_mode=DELETE;');
  db.close();
  renameSync(making, file);
  for (const ending of ['-wal', '-shm']) rmSync(making + ending, { force: true });
  return file;
};

const prepareRecording = (db: DatabaseSync, { name, columns, key }: Table): void => {
  const keys = key.map((_, n) => `k${n}`);
  db.exec(`CREATE TABLE ${touched(name)} (${keys.join(', ')}, PRIMARY KEY (${keys.join(', ')})) WITHOUT ROWID;
    CREATE TABLE ${written(name)} (batch, is_deleted, ${columns.map((_, n) => `c${n}`).join(', ')});
    CREATE INDEX ${quoted(`written ${name} by batch`)} ON ${written(name)} (batch);`);
  // Not INSERT OR IGNORE: how the statement that fires a trigger resolves conflicts holds in it
  // too.
  const touch = (row: string): string => {
    const values = key.map((column) => `${row}.${quoted(column)}`);
    const found = values.map((value, n) => `k${n} = ${value}`).join(' AND ');
    const isNew = `NOT EXISTS (SELECT 1 FROM ${touched(name)} WHERE ${found})`;
    return `INSERT INTO ${touched(name)} SELECT ${values.join(', ')} WHERE ${isNew};`;
  };
  for (const [what, touches] of [
    ['INSERT', touch('NEW')],
    ['UPDATE', `${touch('OLD')} ${touch('NEW')}`],
    ['DELETE', touch('OLD')],
  ])
    db.exec(`CREATE TRIGGER ${quoted(`${what} ${name}`)} AFTER ${what} ON ${quoted(name)} BEGIN ${touches} END;`);
};

/** The touched rows as they are at the end of the batch; of a deleted one the key alone. */
const recordBatch = (db: DatabaseSync, { name, columns, key }: Table, batch: number): void => {
  const found = key.map((column, n) => `row.${quoted(column)} = one.k${n}`).join(' AND ');
  const values = columns.map((column) => {
    const place = key.indexOf(column);
    return place < 0 ? `row.${quoted(column)}` : `one.k${place}`;
  });
  db.exec(`INSERT INTO ${written(name)}
    SELECT ${batch}, row.${quoted(key[0] ?? '')} IS NULL, ${values.join(', ')}
    FROM ${touched(name)} AS one LEFT JOIN ${quoted(name)} AS row ON ${found};
    DELETE FROM ${touched(name)};`);
};

/** How many rows each table holds, and a digest of all. */
export const contentOf = (file: string): string => {
  const db = new DatabaseSync(file, { readOnly: true });
  const hash = createHash('sha256');
  const counts = tablesOf(db).map(({ name, key }) => {
    const all = db.prepare(`SELECT * FROM ${quoted(name)} ORDER BY ${listed(key)}`);
    all.setReturnArrays(true);
    let rows = 0;
    for (const row of all.iterate()) {
      hash.update(JSON.stringify(row));
      rows += 1;
    }
    return `${name} ${rows}`;
  });
  db.close();
  return `${counts.join(', ')}: ${hash.digest('hex')}`;
};

/**
 * The limit: writes the recorded rows of each batch by prepared upserts, one transaction a batch.
 */
export class BareUpserts {
  readonly #recording: DatabaseSync;
  readonly #tables: readonly Table[];
  readonly #indexes: readonly string[];

  constructor(file: string) {
    this.#recording = new DatabaseSync(file, { readOnly: true });
    this.#tables = tablesOf(this.#recording);
    this.#indexes = indexesOf(this.#recording).filter((sql) => !sql.includes('"written '));
  }

  /**
   * Writes a new file; returns the milliseconds of writing alone, and how many rows were written.
   */
  writeInto(file: string): { readonly milliseconds: number; readonly rows: number } {
    const db = new DatabaseSync(file);
    db.exec(FILE_PRAGMAS);
    db.exec([...this.#tables.map(({ sql }) => sql), ...this.#indexes].join(';\n'));
    const writers = this.#tables.map((table) => writerOf(db, this.#recording, table));
    let [milliseconds, rows] = [0, 0];
    for (let batch = 0; ; batch += 1) {
      const writes = writers.map((writer) => writer(batch));
      const count = writes.reduce((sum, write) => sum + write.rows, 0);
      if (count === 0) break;
      const begun = performance.now();
      db.exec('BEGIN');
      for (const { write } of writes) write();
      db.exec('COMMIT');
      milliseconds += performance.now() - begun;
      rows += count;
    }
    db.close();
    return { milliseconds, rows };
  }

  close(): void {
    this.#recording.close();
  }
}

const writerOf = (db: DatabaseSync, recording: DatabaseSync, { name, columns, key }: Table) => {
  const names = listed(columns);
  const select = recording.prepare(
    `SELECT ${columns.map((_, n) => `c${n}`).join(', ')} FROM ${written(name)} WHERE batch = ? AND is_deleted = ?`,
  );
  select.setReturnArrays(true);
  const others = columns.filter((column) => !key.includes(column));
  const update = others.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ');
  const upsert = db.prepare(
    `INSERT INTO ${quoted(name)} (${names}) VALUES (${columns.map(() => '?').join(', ')})
     ${key[0] === 'rowid' ? '' : `ON CONFLICT DO ${others.length > 0 ? `UPDATE SET ${update}` : 'NOTHING'}`}`,
  );
  const remove = db.prepare(
    `DELETE FROM ${quoted(name)} WHERE ${key.map((column) => `${quoted(column)} = ?`).join(' AND ')}`,
  );
  const places = key.map((column) => columns.indexOf(column));
  return (batch: number) => {
    const changed = select.all(batch, 0) as unknown as Row[];
    const deleted = select.all(batch, 1) as unknown as Row[];
    const gone = deleted.map((row) => places.map((place) => row[place] ?? null));
    return {
      rows: changed.length + deleted.length,
      write: (): void => {
        for (const by of gone) remove.run(...by);
        for (const row of changed) upsert.run(...row);
      },
    };
  };
};
