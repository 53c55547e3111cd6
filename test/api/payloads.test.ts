import t from 'tap';
import { visitFrom } from '../../scripts/network-builder.ts';
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
  const accepted = await node.mutate('acceptOffer', { delegationId: id }, { as: assist.subject }, selection);
  t.strictSame(accepted.delegation, { status: 'ALLOCATED', visits: [{ visit: null }] });
});
