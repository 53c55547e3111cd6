import { join } from 'node:path';
import t from 'tap';
import { filesOf } from '../src/app.ts';
import { keyIdOf } from '../src/domain/sealed.ts';
import { Projector } from '../src/projections/projector.ts';
import { projections } from '../src/projections-in-force.ts';
import { StoreUnavailable } from '../src/store/event-store.ts';
import { SqliteVault } from '../src/store/sqlite-vault.ts';
import { VaultUnavailable } from '../src/store/vault.ts';
import { eventfulLog } from './support/eventful-log.ts';
import { fullDisk } from './support/full-disk.ts';
import { startNode } from './support/http-node.ts';
import { momentAt } from './support/small-network.ts';

t.test('a full disk: commands are UNAVAILABLE, questions are answered, and with room all goes on', async (t) => {
  const disk = fullDisk(t);
  const node = await startNode(t);
  const begin = momentAt(node, '2026-06-01T09:00:00+09:00');
  const office = await begin.office('a');
  /** Code of each of so many commands with much content, as of one. */
  const enrolled = async (count: number, from: string): Promise<Set<string | undefined>> => {
    const answers = await Promise.all(
      Array.from({ length: count }, (_, n) =>
        node.ask(
          'mutation ($input: EnrollCaregiverInput!) { enrollCaregiver(input: $input) { userErrors { code } } }',
          { input: { officeId: office.id, name: `${from} ${n}`, code: `${from}-${n}`, qualifications: [] } },
          { as: office.subject },
        ),
      ),
    );
    return new Set(answers.map(({ errors }) => errors[0]?.extensions.code));
  };
  const isAnswered = async (): Promise<boolean> =>
    (await node.ask('query ($id: ID!) { office(id: $id) { name } }', { id: office.id }, { as: 'a' })).data !== null;
  for (const file of ['events.sqlite', 'vault.sqlite']) {
    disk.fill(file);
    let codes = new Set<string | undefined>();
    for (let n = 0; n < 50 && !codes.has('UNAVAILABLE'); n += 1) codes = await enrolled(20, `${file} ${n}`);
    codes.delete(undefined);
    t.strictSame([...codes], ['UNAVAILABLE'], `${file} is full`);
    t.equal(await isAnswered(), true, 'a question is answered');
    disk.room();
    t.strictSame([...(await enrolled(20, `${file} again`))], [undefined], 'there is room again');
    t.equal(await isAnswered(), true);
  }
});

t.test('a full disk: the read model stays at its last batch and goes on from there', async (t) => {
  const folder = t.testdir();
  const { store, events } = await eventfulLog(folder, 1_000);
  const disk = fullDisk(t);
  const projector = await Projector.open(join(folder, 'read-model.sqlite'), projections, store);
  projector.apply(events.slice(0, 100));
  const { checkpoint } = projector;
  disk.fill('read-model.sqlite');
  for (let n = 0; n < 2; n += 1) {
    t.throws(() => projector.apply(events), StoreUnavailable);
    t.equal(projector.checkpoint, checkpoint);
  }
  disk.room();
  projector.apply(events);
  t.equal(projector.checkpoint, events.at(-1)?.position);
  projector.close();
  await store.close();
});

t.test('a full disk: the vault opens the keys that it has, makes none, and makes them with room', async (t) => {
  const folder = t.testdir();
  const disk = fullDisk(t);
  const vault = await SqliteVault.inFolder(filesOf(folder));
  const first = keyIdOf('client', 'first');
  await vault.make(first);
  disk.fill('vault.sqlite');
  const more = Array.from({ length: 300 }, (_, n) => keyIdOf('client', `more ${n}`));
  let refused: unknown;
  for (const id of more)
    refused ??= await vault.make(id).then(
      () => undefined,
      (error) => error,
    );
  t.type(refused, VaultUnavailable);
  t.ok(await vault.open(first));
  disk.room();
  for (const id of more) t.ok(await vault.make(id));
  await vault.close();
});
