import { randomUUID } from 'node:crypto';
import t, { type Test } from 'tap';
import { asking } from '../../scripts/api-client.ts';
import { visitFrom } from '../../scripts/network-builder.ts';
import { buildServer } from '../../src/api/server.ts';
import { createLog } from '../../src/log.ts';
import { Driver } from '../../src/processes/driver.ts';
import { processes } from '../../src/processes/registry.ts';
import { ReadModel } from '../../src/projections/read-model.ts';
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

const lateAnswer = async (t: Test, by: 'yoga' | 'compiled code'): Promise<void> => {
  const node = await startNode(t);
  const { app } = node.serverOptions;
  // It hears of what the projector has written until it is told no more.
  const readModel = new ReadModel(app.readModel.file, app.readModel.checkpoint);
  const tellNoMore = app.readModel.onAdvance((checkpoint, changed) => readModel.advanced(checkpoint, changed));
  const server = await buildServer({ ...node.serverOptions, app: { ...app, readModel } });
  t.teardown(async () => {
    await server.close();
    readModel.close();
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const { ask } = asking(
    () => url,
    (subject) => node.token(subject),
  );
  const query = `mutation ($input: FormNetworkInput!) {
    formNetwork(input: $input) { userErrors { code } position network { name } } }`;
  const formed = async (name: string) => {
    const head = await app.store.head();
    const { status, data, extensions } = await ask(
      query,
      { input: { name, area: '大田区', fiscalYear: 2026 } },
      { as: 'admin' },
    );
    const { position, ...payload } = data.formNetwork;
    t.strictSame([status, Number(position) - head], [200, 1], 'it is done once');
    return { ...payload, extensions };
  };
  const inTime = (name: string) => ({ userErrors: [], network: { name }, extensions: undefined });
  for (const name of by === 'yoga' ? ['先'] : ['先', '次', '三']) t.strictSame(await formed(name), inTime(name));
  tellNoMore();
  const late = { userErrors: [], network: null, extensions: { readModelBehind: true } };
  t.strictSame(await formed('遅'), late);
  readModel.advanced(await app.store.head());
  const { data } = await ask('{ viewer { networks { name } } }', {}, { as: 'admin' });
  t.ok(data.viewer.networks.some(({ name }: { name: string }) => name === '遅'));
};

t.test('contract, Payload: what is done is said to be, where the rows come too late to be shown', async (t) => {
  await Promise.all([lateAnswer(t, 'yoga'), lateAnswer(t, 'compiled code')]);
});
