import { randomUUID } from 'node:crypto';
import t from 'tap';
import { visitFrom } from '../../scripts/network-builder.ts';
import { createLog } from '../../src/log.ts';
import { Driver } from '../../src/processes/driver.ts';
import { processes } from '../../src/processes/registry.ts';
import { startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt } from '../support/small-network.ts';
import { payloadCases } from './payload-cases.ts';

payloadCases(t, startNode);

t.test('contract, Payloads: where no process acts, the answer comes after 5 s, as things stand', async (t) => {
  const node = await startNode(t);
  const { partner, assists, clientId } = await buildSmallNetwork(node, '2026-06-01');
  const [assist] = assists;
  if (!assist) throw new Error('an assist office');
  const [moment, visits] = [momentAt(node), [visitFrom('2026-06-20T08:00:00+09:00')]];
  const { id } = await moment.request(partner, { clientId, visits, rounds: [{ officeIds: [assist.id] }] });
  await node.app.driver.stop();
  const selection = 'delegation { status visits { visit { status } } }';
  const accept = (input: Record<string, unknown> = {}) =>
    node.mutate('acceptOffer', { delegationId: id, ...input }, { as: assist.subject }, selection);
  const commandId = randomUUID();
  const accepted = await accept({ commandId });
  t.strictSame(accepted.delegation, { status: 'ALLOCATED', visits: [{ visit: null }] });

  await t.test('rule 4: a repeat waits for what the first caused, whatever became of its connection', async (t) => {
    const again = accept({ commandId });
    const withoutId = accept();
    // What waits for nothing is answered in the meantime; then the processes act.
    await node.ask('{ viewer { subject } }', {}, { as: assist.subject });
    const driver = new Driver(node.app, processes, createLog('fatal'));
    driver.start();
    t.teardown(() => driver.stop());
    const complete = { status: 'ALLOCATED', visits: [{ visit: { status: 'SCHEDULED' } }] };
    t.strictSame([(await again).delegation, (await withoutId).delegation], [complete, complete]);
    t.equal((await again).position, accepted.position);
  });
});
