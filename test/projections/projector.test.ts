import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { Projector } from '../../src/projections/projector.ts';
import { projections } from '../../src/projections-in-force.ts';
import { machineClock } from '../../src/store/clock.ts';
import type { EventStore, NewEvent } from '../../src/store/event-store.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';

const event = (): NewEvent => ({ id: crypto.randomUUID(), type: 'of a newer release', data: '{}', metadata: '{}' });
const logAt = (file: string): EventStore => new SqliteEventStore({ file, clock: machineClock });

/** Opens the read model on a log, reads up to its head, and answers where it began. */
const begunAt = async (file: string, store: EventStore): Promise<number> => {
  const projector = await Projector.open(file, projections, store);
  const { checkpoint } = projector;
  const head = await store.head();
  const end = new AbortController();
  if (checkpoint < head) await projector.run(store, end.signal, (reached) => reached >= head && end.abort());
  projector.close();
  return checkpoint;
};

t.test('a read model goes on with its own log, and is begun anew on another', async (t) => {
  const folder = t.testdir();
  const readModel = join(folder, 'read-model.sqlite');
  const [file, backup, other] = ['log', 'backup', 'other'].map((name) => join(folder, `${name}.sqlite`));
  if (!file || !backup || !other) throw new Error('three files');
  const store = logAt(file);
  await store.append('s-1', 0, [event(), event()]);
  t.equal(await begunAt(readModel, store), 0);
  await store.append('s-1', 2, [event()]);
  t.equal(await begunAt(readModel, store), 2, 'where it was');
  t.equal(await begunAt(readModel, store), 3, 'events of types that are not known here count');
  await store.close();

  copyFileSync(file, backup);
  const went = logAt(file);
  await went.append('s-1', 3, [event(), event()]);
  t.equal(await begunAt(readModel, went), 3);
  await went.close();
  const restored = logAt(backup);
  t.equal(await begunAt(readModel, restored), 0, 'a restored backup ends before its checkpoint');
  t.equal(await begunAt(readModel, restored), 3);
  await restored.close();

  const again = logAt(file);
  t.equal(await begunAt(readModel, again), 3, 'a backup that is gone on with has the same beginning');
  await again.close();
  const parted = logAt(backup);
  await parted.append('s-1', 3, [event(), event(), event()]);
  t.equal(await begunAt(readModel, parted), 0, 'another event stands at its checkpoint');
  await parted.close();

  const foreign = logAt(other);
  await foreign.append('s-1', 0, [event(), event(), event(), event(), event(), event()]);
  t.equal(await begunAt(readModel, foreign), 0);
  await foreign.close();
});
