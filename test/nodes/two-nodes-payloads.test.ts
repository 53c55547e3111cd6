import t from 'tap';
import { payloadCases } from '../api/payload-cases.ts';
import { startPglite } from '../support/pglite-server.ts';
import { startTwoNodes } from '../support/two-nodes.ts';

// Once more on two nodes, both in this process, that share the stand-in for EventStoreDB and one
// vault, each request sent to one of them by lot.
const vault = await startPglite(t);
payloadCases(t, (t) => startTwoNodes(t, { vault }));
