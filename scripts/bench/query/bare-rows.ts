import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Shape } from './shapes.ts';

type Node = Readonly<Record<string, unknown>>;

const columns = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ');

/**
 * Items of a list as one keeps them in tables when nothing else is needed: an item's values in one,
 * each kind of single thing in one, each kind of further list in one; and their reading by prepared
 * statements, which gives the very same items again.
 */
export class BareRows {
  readonly #db: DatabaseSync;
  readonly #shape: Shape;

  constructor(file: string, shape: Shape) {
    this.#db = new DatabaseSync(file);
    this.#shape = shape;
    this.#db.exec('PRAGMA journal_mode=WAL; PRAGMA mmap_size=268435456;');
  }

  /** Writes the items of each page, under its number. */
  write(pages: readonly (readonly Node[])[]): void {
    const { values, one, many } = this.#shape;
    const links = Object.keys(one).map((name) => `${name}_id`);
    this.#db.exec(`BEGIN; CREATE TABLE item (id INTEGER PRIMARY KEY, page INTEGER,
      ${columns([...values.map((name) => `_${name}`), ...links])});
      CREATE INDEX item_by_page ON item (page, id);`);
    for (const [name, of] of Object.entries(one))
      this.#db.exec(`CREATE TABLE "${name}" (id INTEGER PRIMARY KEY, ${columns(of.map((each) => `_${each}`))});`);
    for (const [name, of] of Object.entries(many)) {
      this.#db.exec(`CREATE TABLE "${name}" (item INTEGER, place INTEGER, ${columns(of)}, PRIMARY KEY (item, place))
        WITHOUT ROWID;`);
    }
    const insert = this.#db.prepare(`INSERT INTO item VALUES (?, ?, ${marks(values.length + links.length)})`);
    let id = 0;
    for (const [page, nodes] of pages.entries()) {
      for (const node of nodes) {
        id += 1;
        const linked = Object.entries(one).map(([name, of]) => this.#thing(name, of, node[name] as Node | null));
        insert.run(id, page, ...values.map((name) => node[name] as SQLInputValue), ...linked);
        for (const [name, of] of Object.entries(many)) this.#further(name, of, id, node[name] as readonly Node[]);
      }
    }
    this.#db.exec('COMMIT');
  }

  /** The row of a single thing, the same for the same content; null for none. */
  #thing(name: string, of: readonly string[], node: Node | null): number | null {
    if (node === null) return null;
    const values = of.map((each) => node[each] as SQLInputValue);
    const same = of.map((each) => `"_${each}" IS ?`).join(' AND ');
    const found = this.#db.prepare(`SELECT id FROM "${name}" WHERE ${same}`).get(...values);
    if (found) return Number(found.id);
    return Number(
      this.#db.prepare(`INSERT INTO "${name}" VALUES (NULL, ${marks(of.length)})`).run(...values).lastInsertRowid,
    );
  }

  #further(name: string, of: readonly string[], id: number, nodes: readonly Node[]): void {
    const insert = this.#db.prepare(`INSERT INTO "${name}" VALUES (?, ?, ${marks(of.length)})`);
    for (const [place, node] of nodes.entries())
      insert.run(id, place, ...of.map((each) => node[each] as SQLInputValue));
  }

  /** Reads the items of a page: one statement, and one for each kind of further list. */
  reader(): (page: number) => Node[] {
    const { values, one, many } = this.#shape;
    const singles = Object.entries(one);
    const joins = singles.map(([name]) => `LEFT JOIN "${name}" ON "${name}".id = item."${name}_id"`).join(' ');
    const selected = [
      'item.id',
      ...values.map((name) => `item."_${name}"`),
      ...singles.flatMap(([name, of]) => [`"${name}".id`, ...of.map((each) => `"${name}"."_${each}"`)]),
    ];
    const items = this.#db.prepare(`SELECT ${selected.join(', ')} FROM item ${joins} WHERE page = ? ORDER BY item.id`);
    items.setReturnArrays(true);
    const lists = Object.entries(many).map(([name, of]) => {
      const rows = this.#db.prepare(
        `SELECT item, ${columns(of)} FROM "${name}" WHERE item BETWEEN ? AND ? ORDER BY item, place`,
      );
      rows.setReturnArrays(true);
      return { name, of, rows };
    });
    return (page) => {
      const rows = items.all(page) as unknown as unknown[][];
      const [first, last] = [Number(rows[0]?.[0] ?? 0), Number(rows.at(-1)?.[0] ?? 0)];
      const nodes = rows.map((row) => {
        let at = 1;
        const take = (names: readonly string[]): Record<string, unknown> => {
          const taken: Record<string, unknown> = {};
          for (const name of names) taken[name] = row[at++];
          return taken;
        };
        const node = take(values);
        for (const [name, of] of singles) {
          const isThere = row[at++] !== null;
          const thing = take(of);
          node[name] = isThere ? thing : null;
        }
        for (const { name } of lists) node[name] = [];
        return node;
      });
      for (const { name, of, rows: further } of lists) {
        for (const row of further.all(first, last) as unknown as unknown[][]) {
          const list = nodes[Number(row[0]) - first]?.[name] as unknown[];
          list.push(Object.fromEntries(of.map((each, n) => [each, row[n + 1]])));
        }
      }
      return nodes;
    };
  }

  close(): void {
    this.#db.close();
  }
}
