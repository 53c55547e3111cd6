// mercurius with its JIT over the same tables and the same prepared statements as the bare route.
// Arguments: the file of rows, the listing's name.
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { BareRows } from '../query/bare-rows.ts';
import { listings } from '../query/shapes.ts';

const [file, name] = process.argv.slice(2);
const { shape } = listings.find((one) => one.name === name);
const read = new BareRows(file, shape).reader();
const kind = (of) => ['minutes', 'openExceptions'].includes(of);
const fields = (names) => names.map((of) => `${of}: ${kind(of) ? 'Int' : 'String'}`).join(' ');
const typeOf = (of) => `${of[0].toUpperCase()}${of.slice(1)}`;
const nested = [...Object.entries(shape.one), ...Object.entries(shape.many)];
const schema = `
  type Query { page(page: Int!): Connection! }
  type Connection { edges: [Edge!]! }
  type Edge { node: Item! }
  type Item { ${fields(shape.values)}
    ${Object.keys(shape.one)
      .map((of) => `${of}: ${typeOf(of)}`)
      .join(' ')}
    ${Object.keys(shape.many)
      .map((of) => `${of}: [${typeOf(of)}!]!`)
      .join(' ')} }
  ${nested.map(([of, names]) => `type ${typeOf(of)} { ${fields(names)} }`).join('\n')}`;
const server = Fastify();
await server.register(mercurius, {
  schema,
  resolvers: { Query: { page: (_root, { page }) => ({ edges: read(page).map((node) => ({ node })) }) } },
  jit: 1,
});
process.send(await server.listen({ port: 0, host: '127.0.0.1' }));
process.once('disconnect', () => process.exit(0));
