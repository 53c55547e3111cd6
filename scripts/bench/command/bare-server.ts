import Fastify from 'fastify';
import { filesOf } from '../../../src/app.ts';
import { openLog } from '../../../src/open-log.ts';
import { machineClock } from '../../../src/store/clock.ts';
import { CommandLoop } from '../../../src/store/handle-command.ts';
import { assignAnother, type OpenVisit } from './open-visits.ts';

// The limit of a mutation: a fastify route over the same store and the same command loop; it checks
// no token and no right, and nothing is projected. Argument: the data folder.
const store = await openLog({ eventStore: null, file: filesOf(process.argv[2] ?? '').log, simulatedClock: null });
const loop = new CommandLoop(store, machineClock);
const server = Fastify();
server.post<{ Body: OpenVisit }>('/', async ({ body }) => {
  const { position } = await assignAnother(loop, body);
  return { data: { assignCaregiver: { userErrors: [], position: String(position), visit: { id: body.visitId } } } };
});
process.send?.(await server.listen({ port: 0, host: '127.0.0.1' }));
process.once('disconnect', () => process.exit(0));
