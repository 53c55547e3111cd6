import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** Each table's number of rows and their digest. */
export const tableDigests = (db: DatabaseSync): Map<string, string> => {
  const tables = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .all() as {
    name: string;
  }[];
  return new Map(
    tables.map(({ name }) => {
      const hash = createHash('sha256');
      const columns = db
        .prepare('SELECT name FROM pragma_table_info(?) ORDER BY cid')
        .all(name)
        .map((column) => `"${String(column.name)}"`);
      let rows = 0;
      for (const row of db.prepare(`SELECT * FROM "${name}" ORDER BY ${columns.join(', ')}`).iterate()) {
        hash.update(`${JSON.stringify(Object.values(row))}\n`);
        rows += 1;
      }
      return [name, `${rows} rows, ${hash.digest('hex').slice(0, 16)}`];
    }),
  );
};

/** Names of the tables that differ. */
export const differingTables = (
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((table) => one.get(table) !== other.get(table));
