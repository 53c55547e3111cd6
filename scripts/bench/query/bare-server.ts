import Fastify from 'fastify';
import { type AskedOfOwn, ownRowsReader } from './own-rows.ts';
import { listings } from './shapes.ts';

// The limit of a query: a fastify route that reads the same rows by prepared statements and sends
// the same JSON. Arguments: a copy of the read model's file, the listing's name.
const [file = '', name = ''] = process.argv.slice(2);
const [outer = '', inner = ''] = listings.find((one) => one.name === name)?.pathToEdges ?? [];
const read = ownRowsReader(file, name);
const server = Fastify();
server.post<{ Body: AskedOfOwn }>('/', async ({ body }) => {
  const { nodes, endCursor } = read(body);
  return { data: { [outer]: { [inner]: { edges: nodes.map((node) => ({ node })), pageInfo: { endCursor } } } } };
});
process.send?.(await server.listen({ port: 0, host: '127.0.0.1' }));
process.once('disconnect', () => process.exit(0));
