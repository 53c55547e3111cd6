import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import t from 'tap';
import { countDelegations, type DelegationSelection, delegationsBy } from '../../src/projections/delegation-board.ts';
import { Projector } from '../../src/projections/projector.ts';
import { ReadModel } from '../../src/projections/read-model.ts';
import { projections } from '../../src/projections-in-force.ts';
import { eventfulLog } from '../support/eventful-log.ts';

const UNFILTERED: Omit<DelegationSelection, 'networkId' | 'ofOfficeId'> = {
  status: null,
  number: null,
  partnerOfficeId: null,
  assistOfficeId: null,
  clientId: null,
  plannedFrom: null,
  plannedTo: null,
  offerStatus: null,
};
const WHOLE = { after: null, limit: 10_000 };

t.test('those with an open offer are told of all, and none is looked at of which no offer is open', async (t) => {
  const folder = t.testdir();
  const { store, events, networkId, officeIds } = await eventfulLog(folder, 2_000);
  const file = join(folder, 'read-model.sqlite');
  const projector = await Projector.open(file, projections, store);
  const readModel = new ReadModel(file, projector.checkpoint);

  let found = 0;
  const compare = (ofOfficeId: string | null): void => {
    const all = { ...UNFILTERED, networkId, ofOfficeId };
    const open = { ...all, offerStatus: ['OPEN' as const] };
    const expected = delegationsBy(readModel, all, WHOLE).filter(({ partnerOfficeId, state: { offers } }) =>
      offers
        .filter(({ officeId }) => ofOfficeId === null || ofOfficeId === partnerOfficeId || ofOfficeId === officeId)
        .some(({ status }) => status === 'OPEN'),
    );
    t.strictSame(delegationsBy(readModel, open, WHOLE), expected);
    t.equal(countDelegations(readModel, open), expected.length);
    const [first] = expected;
    if (first === undefined) return;
    const after = [first.firstFreeStart, first.firstStart, first.id];
    t.strictSame(delegationsBy(readModel, open, { after, limit: 2 }), expected.slice(1, 3));
    found += expected.length;
  };
  for (let n = 0; n < events.length; n += 200) {
    projector.apply(events.slice(n, n + 200));
    readModel.advanced(projector.checkpoint);
    for (const officeId of [null, ...officeIds]) compare(officeId);
  }
  t.ok(found > 30, `${found} found`);

  const db = new DatabaseSync(file, { readOnly: true });
  const asked = readModel.statements.filter((sql) => sql.includes("'$.offers'"));
  t.equal(asked.length, 2);
  for (const sql of asked) {
    const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
    t.match(steps[0]?.detail, /^SEARCH d USING INDEX \w+ \(id=\?\)$/);
    t.equal(steps[2]?.detail, 'SEARCH delegations_listed USING INDEX delegations_listed_by_open_offer (network_id=?)');
  }
  db.close();
  readModel.close();
  projector.close();
  await store.close();
});
