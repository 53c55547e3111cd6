import t from 'tap';
import { startPglite } from '../support/pglite-server.ts';
import type { StartSite } from '../support/site.ts';
import { startTwoNodes } from '../support/two-nodes.ts';
import { mainJobCases } from './main-job-cases.ts';
import { subscriptionCases } from './subscription-cases.ts';
import { surveyCases } from './survey-cases.ts';

// The API's suites once more, on two server processes that share the stand-in for EventStoreDB and
// one vault, each request sent to one of them by lot.
const vault = await startPglite(t);
const start: StartSite = (t) => startTwoNodes(t, { vault });
mainJobCases(t, start);
subscriptionCases(t, start);
surveyCases(t, start);
