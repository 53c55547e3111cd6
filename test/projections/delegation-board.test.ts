import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import t from 'tap';
import { dayOf, endOfDay, startOfDay } from '../../src/domain/calendar.ts';
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

t.test('those planned on some days are told of all, and what is over long before is not looked at', async (t) => {
  const folder = t.testdir();
  const { store, events, networkId, officeIds } = await eventfulLog(folder, 2_000);
  const file = join(folder, 'read-model.sqlite');
  const projector = await Projector.open(file, projections, store);
  const readModel = new ReadModel(file, projector.checkpoint);

  let [found, left] = [0, 0];
  const compare = (ofOfficeId: string | null): void => {
    const all = { ...UNFILTERED, networkId, ofOfficeId };
    const rows = delegationsBy(readModel, all, WHOLE);
    const days = rows.flatMap(({ firstStart, lastStart }) => [dayOf(firstStart), dayOf(lastStart)]).sort();
    const [early = '2026-01-01', late = '2026-01-01'] = [days[days.length >> 2], days[days.length >> 1]];
    for (const [plannedFrom, plannedTo] of [
      [early, null],
      [late, null],
      [null, early],
      [early, late],
      [late, late],
      [late, early],
    ] as const) {
      const by = { ...all, plannedFrom, plannedTo };
      const expected = rows.filter(
        ({ firstStart, lastStart }) =>
          (plannedFrom === null || lastStart >= startOfDay(plannedFrom)) &&
          (plannedTo === null || firstStart < endOfDay(plannedTo)),
      );
      t.strictSame(delegationsBy(readModel, by, WHOLE), expected);
      t.equal(countDelegations(readModel, by), expected.length);
      for (let n = 0, after: string[] | null = null; n < expected.length; n += 2) {
        const page = delegationsBy(readModel, by, { after, limit: 2 });
        t.strictSame(page, expected.slice(n, n + 2));
        const last = page.at(-1);
        after = last ? [last.firstFreeStart, last.firstStart, last.id] : null;
      }
      found += expected.length;
      left += rows.length - expected.length;
    }
  };
  for (let n = 0; n < events.length; n += 500) {
    projector.apply(events.slice(n, n + 500));
    readModel.advanced(projector.checkpoint);
    for (const officeId of [null, ...officeIds]) compare(officeId);
  }
  t.ok(found > 100 && left > 100, `${found} found, ${left} left out`);

  const db = new DatabaseSync(file, { readOnly: true });
  const asked = readModel.statements.filter((sql) => /delegations_(by_network|listed_by_office)/.test(sql));
  t.equal(asked.length, 6, 'pages of all and of some days, numbers of some days, of a network and of an office');
  for (const sql of asked) {
    const [first] = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
    t.match(first?.detail, /first_start,\w+\)>\(\?,\?,\?\) AND \(first_free_start,first_start,\w+\)<\(\?,\?,\?\)\)$/);
  }
  db.close();
  readModel.close();
  projector.close();
  await store.close();
});
