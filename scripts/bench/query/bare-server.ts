import Fastify from 'fastify';
import { BareRows } from './bare-rows.ts';
import { listings } from './shapes.ts';

// The limit of a query: a fastify route that reads the same rows by prepared statements and sends
// the same JSON. Arguments: the file of rows, the listing's name.
const [file = '', name = ''] = process.argv.slice(2);
const listing = listings.find((one) => one.name === name);
if (!listing) throw new Error(`there is no listing ${name}`);
const read = new BareRows(file, listing.shape).reader();
const server = Fastify();
server.post<{ Body: { page: number; endCursor: string | null } }>('/', async ({ body: { page, endCursor } }) => {
  const connection = { edges: read(page).map((node) => ({ node })), pageInfo: { endCursor } };
  const [outer = '', inner = ''] = listing.pathToEdges;
  return { data: { [outer]: { [inner]: connection } } };
});
process.send?.(await server.listen({ port: 0, host: '127.0.0.1' }));
process.once('disconnect', () => process.exit(0));
