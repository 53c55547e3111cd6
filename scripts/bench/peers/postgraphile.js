// PostGraphile over tables of the same rows in PostgreSQL. Arguments: the file of rows, the listing's
// name, the database's address.
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { listings } from '../query/shapes.ts';

const [file, name, url] = process.argv.slice(2);
const { shape } = listings.find((one) => one.name === name);
const typeOf = (of) => (['minutes', 'openExceptions'].includes(of) ? 'integer' : 'text');
const columns = (names) => names.map((of) => `"${of}" ${typeOf(of)}`).join(', ');
const singles = Object.entries(shape.one);

const client = new pg.Client(url);
await client.connect();
// A schema of this listing's own; what a foreign key leads to is named as in our API.
await client.query(`DROP SCHEMA IF EXISTS listing CASCADE; CREATE SCHEMA listing; SET search_path TO listing;
  ${singles.map(([of, names]) => `CREATE TABLE "${of}" (id integer PRIMARY KEY, ${columns(names)});`).join('\n')}
  CREATE TABLE item (id integer PRIMARY KEY, page integer, ${columns(shape.values)}
    ${singles.map(([of]) => `, "${of}_id" integer CONSTRAINT "to_${of}" REFERENCES "${of}"`).join('')});
  CREATE INDEX item_by_page ON item (page, id);
  ${singles.map(([of]) => `COMMENT ON CONSTRAINT "to_${of}" ON item IS '@fieldName ${of}';`).join('\n')}`);
const rows = new DatabaseSync(file, { readOnly: true });
for (const table of [...singles.map(([of]) => of), 'item']) {
  const all = rows.prepare(`SELECT * FROM "${table}"`);
  all.setReturnArrays(true);
  for (const row of all.all())
    await client.query(`INSERT INTO "${table}" VALUES (${row.map((_, n) => `$${n + 1}`).join(', ')})`, row);
}
rows.close();
await client.query('ANALYZE');
await client.end();

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: url, schemas: ['listing'] })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}`));
process.once('disconnect', () => process.exit(0));
