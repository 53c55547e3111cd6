import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import t from 'tap';
import type { Projection } from '../../src/projections/projection.ts';
import { Projector } from '../../src/projections/projector.ts';
import { projections } from '../../src/projections-in-force.ts';
import type { Recorded } from '../../src/store/codec.ts';
import type { StoredEvent } from '../../src/store/event-store.ts';
import { eventSchemas } from '../../src/store/event-types.ts';
import { eventfulLog } from '../support/eventful-log.ts';

const EVENTS = 3_200;
const folder = t.testdir();
const { store, events } = await eventfulLog(folder, EVENTS);
t.teardown(() => store.close());

/** How the log comes to the projector, in what pieces and with which accidents. */
interface Delivery {
  /** Sizes of batches, taken in turn. */
  readonly sizes: readonly number[];
  /** So many events of the batch before come again at the beginning of each. */
  readonly again: number;
  /** Every event comes twice. */
  readonly twice: boolean;
  /** The process ends after so many batches and is started again; 0 = never. */
  readonly endsAfter: number;
  /** So many batches pass until a handler fails in the middle of one; 0 = never. */
  readonly failsAfter: number;
  readonly mostRowsKept: number | undefined;
}
const AT_ONCE: Delivery = {
  sizes: [1_000_000],
  again: 0,
  twice: false,
  endsAfter: 0,
  failsAfter: 0,
  mostRowsKept: undefined,
};

/** Between the views: fails at a position, once. */
const failing = (): { readonly view: Projection; failAt: (position: number) => void } => {
  let failsAt = 0;
  const handler = ({ position }: Recorded): void => {
    if (position !== failsAt) return;
    failsAt = 0;
    throw new Error('a handler fails');
  };
  const handlers = Object.fromEntries([...eventSchemas.keys()].map((type) => [type, handler]));
  return {
    view: { name: 'failing', tables: [], handlers: () => handlers },
    failAt: (position) => {
      failsAt = position;
    },
  };
};

/** Builds a read model; all rows of each table, in their order. */
const builtBy = async (delivery: Delivery, log = events): Promise<Map<string, string[]>> => {
  const file = join(folder, 'read-model.sqlite');
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
  const { view, failAt } = failing();
  const all = [...projections.slice(0, 7), view, ...projections.slice(7)];
  const open = () => Projector.open(file, all, store, delivery.mostRowsKept);
  let projector = await open();
  let [from, batches] = [0, 0];
  while (from < log.length) {
    const size = delivery.sizes[batches % delivery.sizes.length] ?? 1;
    const batch = log.slice(Math.max(0, from - delivery.again), from + size);
    const delivered = delivery.twice ? batch.flatMap((event) => [event, event]) : batch;
    batches += 1;
    if (delivery.failsAfter > 0 && batches % delivery.failsAfter === 0) failInTheMiddle(projector, delivered, failAt);
    projector.apply(delivered);
    from += size;
    if (delivery.endsAfter > 0 && batches % delivery.endsAfter === 0) {
      projector.close();
      projector = await open();
    }
  }
  projector.close();
  return rowsIn(file);
};

/** The batch fails at an event in its middle, and leaves no trace. */
const failInTheMiddle = (projector: Projector, batch: readonly StoredEvent[], failAt: (at: number) => void): void => {
  const middle = batch.findLast(
    ({ position, type }, n) => position > projector.checkpoint && eventSchemas.has(type) && n <= batch.length * 0.7,
  );
  if (!middle) return;
  failAt(middle.position);
  const before = projector.checkpoint;
  assert.throws(() => projector.apply(batch), { message: 'a handler fails' });
  assert.equal(projector.checkpoint, before);
};

const rowsIn = (file: string): Map<string, string[]> => {
  const db = new DatabaseSync(file, { readOnly: true });
  const names = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
  const all = names.map(({ name }): [string, string[]] => {
    const rows = db.prepare(`SELECT * FROM ${name}`);
    rows.setReturnArrays(true);
    return [
      String(name),
      rows
        .all()
        .map((row) => JSON.stringify(row))
        .sort(),
    ];
  });
  db.close();
  return new Map(all);
};

/** What the one has and the other has not, at the most three rows of each table. */
const differences = (one: ReadonlyMap<string, string[]>, other: ReadonlyMap<string, string[]>): string[] =>
  [...one].flatMap(([name, rows]) => {
    const [ours, theirs] = [new Set(rows), new Set(other.get(name))];
    const missing = rows.filter((row) => !theirs.has(row)).map((row) => `missing in ${name}: ${row}`);
    const surplus = [...theirs].filter((row) => !ours.has(row)).map((row) => `surplus in ${name}: ${row}`);
    return [...missing.slice(0, 3), ...surplus.slice(0, 3)];
  });

const expected = await builtBy(AT_ONCE);

t.test('the log has events of every type, and every table has rows', async (t) => {
  const types = new Set(events.map(({ type }) => type));
  t.strictSame(
    [...eventSchemas.keys()].filter((type) => !types.has(type)),
    [],
  );
  t.strictSame(
    [...expected].filter(([, rows]) => rows.length === 0).map(([name]) => name),
    [],
  );
});

t.test('event by event gives the same rows', async (t) => {
  t.strictSame(differences(expected, await builtBy({ ...AT_ONCE, sizes: [1] })), []);
});

t.test('in any pieces, twice, with the process ending and batches failing, the rows are the same', async () => {
  const delivery = fc.record({
    sizes: fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 900 })), {
      minLength: 3,
      maxLength: 12,
    }),
    again: fc.constantFrom(0, 5),
    twice: fc.boolean(),
    endsAfter: fc.constantFrom(0, 3, 11),
    failsAfter: fc.constantFrom(0, 2, 5),
    mostRowsKept: fc.constantFrom(undefined, 0, 60, 2_000),
  });
  await fc.assert(
    fc.asyncProperty(delivery, async (by) => {
      const found = differences(expected, await builtBy(by));
      if (found.length > 0) throw new Error(found.join('\n'));
    }),
    {
      numRuns: 4,
      endOnFailure: true,
      examples: [
        [{ sizes: [40], again: 5, twice: true, endsAfter: 3, failsAfter: 2, mostRowsKept: 0 }],
        [{ sizes: [400, 3, 1], again: 0, twice: false, endsAfter: 0, failsAfter: 2, mostRowsKept: 60 }],
      ],
    },
  );
});
