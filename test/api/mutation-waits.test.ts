import { DatabaseSync } from 'node:sqlite';
import t from 'tap';
import { asking } from '../../scripts/api-client.ts';
import { buildServer } from '../../src/api/server.ts';
import { ReadModel } from '../../src/projections/read-model.ts';
import { startNode } from '../support/http-node.ts';
import { speaking } from '../support/site.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

const DAY = '2026-04-01';
const at = `${DAY}T10:00:00+09:00`;

t.test('a mutation waits for what can take its right away, and for nothing else', async (t) => {
  const node = await startNode(t);
  const { partner, assists, clientId } = await buildSmallNetwork(node, DAY);
  const [assist] = assists;
  if (!assist) throw new Error('an assist office');
  const moment = momentAt(node, at);
  const visits = [visitOn('2026-04-10', 10)];
  const delegation = await moment.request(partner, { clientId, visits, rounds: [{ officeIds: [assist.id] }] });
  await moment.accept(assist, delegation.id);
  const visitId = delegation.visits[0]?.visitId ?? '';
  const caregiver = { id: assist.caregiverId };
  await moment.assign(assist, visitId, caregiver);
  await node.app.caughtUp();

  // A second server over the same log, whose read model stands still from here on.
  const copy = `${t.testdir()}/rows.sqlite`;
  const rows = new DatabaseSync(node.app.readModel.file);
  rows.exec(`VACUUM INTO '${copy}'`);
  rows.close();
  const readModel = new ReadModel(copy, node.app.readModel.checkpoint);
  const { app } = node.serverOptions;
  const server = await buildServer({ ...node.serverOptions, app: { ...app, readModel } });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  t.teardown(async () => {
    await server.close();
    readModel.close();
  });
  const still = speaking(asking(() => url, node.token));
  const ask = { as: assist.subject };
  const assign = () => still.mutate('assignCaregiver', { visitId, caregiverId: caregiver.id }, ask);

  await moment.office('elsewhere');
  t.ok((await app.store.head()) > readModel.checkpoint, 'the log goes on elsewhere');
  t.strictSame((await assign()).userErrors, [], 'which the visit need not wait for');

  const released = { delegationId: delegation.id, visitIds: [visitId], reason: '人手が足りない' };
  await moment.send(assist, 'releaseVisits', released);
  await t.rejects(assign(), /UNAVAILABLE/, 'the release of the visit has to be seen first');
  const unknown = still.mutate('assignCaregiver', { visitId: clientId, caregiverId: caregiver.id }, ask);
  await t.rejects(unknown, /UNAVAILABLE/, 'nobody is refused by rows that are behind');
});
