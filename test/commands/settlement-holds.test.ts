import t from 'tap';
import { holdsOfPair, unsettledVisits } from '../../src/commands/facts/closing.ts';
import { previewSettlement } from '../../src/commands/settlement.ts';
import { type Instant, type Month, monthOf } from '../../src/domain/calendar.ts';
import { settlementIdOf, streamOf } from '../../src/domain/ids.ts';
import { settlement } from '../../src/domain/settlement/decider.ts';
import { firstOpenMonth } from '../../src/domain/settlement/state.ts';
import type { VisitEvent } from '../../src/domain/visit/events.ts';
import { tasksBy } from '../../src/projections/tasks.ts';
import { visitsById } from '../../src/projections/visits.ts';
import { ASSIST, amended, cancelled, fee, PARTNER, raised, resolved, verified } from '../domain/visit/example-visit.ts';
import type { PlantedApp } from '../support/planted-app.ts';
import { AUGUST_1, close, idOf, JULY_1, linesIn, type Name, nameOf, openMonth, pair } from './settled-month.ts';

const happens = async (app: PlantedApp, name: Name, ...events: readonly VisitEvent[]): Promise<void> => {
  await app.plant(streamOf('visit', idOf(name)), ...events);
  await app.readModel.reached(await app.store.head());
};
const holds = (app: PlantedApp, now: Instant, month: Month = '2026-06') =>
  holdsOfPair(app.readModel, pair, month, now).map(({ visitId, code, waitingForOfficeId }) => [
    nameOf(visitId),
    code,
    waitingForOfficeId === PARTNER ? 'partner' : waitingForOfficeId === ASSIST ? 'assist' : 'nobody',
  ]);

t.test('rule 33: a hold says whose move it is, and a visit still ahead is none', async (t) => {
  const app = await openMonth(t);
  const all = [
    ['recorded', 'NOT_VERIFIED', 'partner'],
    ['inQuestion', 'OPEN_EXCEPTION', 'assist'],
    ['returned', 'RECORD_RETURNED', 'assist'],
    ['ahead', 'NOT_RECORDED', 'assist'],
  ];
  t.strictSame(holds(app, JULY_1), all);
  t.strictSame(holds(app, '2026-06-08T00:59:59.999Z'), all.slice(0, 3), 'until it begins it waits for nobody');
  t.strictSame(holds(app, '2026-06-08T01:00:00.000Z'), all);
});

t.test('rules 24, 33: an exception raised after verifying holds the visit until it has ended', async (t) => {
  const app = await openMonth(t);
  await happens(app, 'verified', raised('CAREGIVER_OVERLAP', { severity: 'FIX' }));
  t.ok(holds(app, JULY_1).some(([name, code]) => name === 'verified' && code === 'OPEN_EXCEPTION'));
  const lines = await close(app, '2026-06', JULY_1);
  t.strictSame(
    lines.map(({ visitId }) => nameOf(visitId)),
    ['late', 'cancelledLate'],
  );
  await happens(app, 'verified', resolved('CAREGIVER_OVERLAP', { how: 'LIFTED' }));
  t.notOk(holds(app, AUGUST_1).some(([name]) => name === 'verified'));
  t.strictSame(
    (await close(app, '2026-07', AUGUST_1)).map(({ visitId }) => nameOf(visitId)),
    ['verified', 'ofJuly'],
  );
});

t.test('rule 33: a hold stands since it became that office’s move, from the visit on', async (t) => {
  const app = await openMonth(t);
  const since = (name: Name): Instant | undefined =>
    holdsOfPair(app.readModel, pair, '2026-06', JULY_1).find(({ visitId }) => visitId === idOf(name))?.since;
  t.equal(since('ahead'), '2026-06-08T01:00:00.000Z', 'not since it was planned, days before');
  const [raisedAt, again, ended] = ['2026-06-20T01:00', '2026-06-21T01:00', '2026-06-22T01:00'].map(
    (at) => `${at}:00.000Z`,
  );
  app.setClock(raisedAt ?? '');
  await happens(app, 'recorded', raised('START_DIFFERS', { severity: 'ACKNOWLEDGE' }));
  t.equal(since('recorded'), raisedAt);
  app.setClock(again ?? '');
  await happens(app, 'recorded', raised('MANUAL_TIME', { severity: 'ACKNOWLEDGE' }));
  t.equal(since('recorded'), raisedAt, 'another of the same, it is still their move');
  app.setClock(ended ?? '');
  await happens(app, 'recorded', resolved('START_DIFFERS'), resolved('MANUAL_TIME'));
  t.equal(since('recorded'), ended, 'now it is the partner office’s move');
});

const settlementId = settlementIdOf(pair.networkId, pair.partnerOfficeId, pair.assistOfficeId);

/** Months of the pair whose closing is a task for the partner office at a time. */
const asked = (app: PlantedApp, now: Instant): Month[] =>
  tasksBy(app.readModel, { forIds: [PARTNER], now, kinds: ['CLOSE_SETTLEMENT'] }, { after: null, limit: 20 })
    .filter(({ officeId }) => officeId === ASSIST)
    .map(({ about }) => about.slice(-7));

t.test('rule 33: CLOSE_SETTLEMENT is a task exactly while closing would make a statement', async (t) => {
  const app = await openMonth(t);
  const days = ['2026-06-15', '2026-07-01', '2026-07-31', '2026-08-01', '2026-09-01'].map(
    (day) => `${day}T03:00:00.000Z`,
  );
  const compare = async (what: string): Promise<void> => {
    const open = firstOpenMonth(await app.loop.load(settlement, settlementId)) ?? '';
    for (const now of days) {
      const ripe: Month[] = [];
      for (const month of ['2026-05', '2026-06', '2026-07', '2026-08']) {
        if (month < open || month >= monthOf(now)) continue;
        const { closing } = await previewSettlement(app, { pair, month, now, terms: null });
        if (closing.lines.length > 0) ripe.push(month);
      }
      const months = asked(app, now);
      t.equal(months.length > 0, ripe.length > 0, `${what}, on ${now}`);
      t.strictSame(
        months.filter((month) => !ripe.includes(month)),
        [],
        `${what}, on ${now}: each can be closed`,
      );
    }
  };
  await compare('at first');
  await close(app, '2026-06', JULY_1);
  await compare('after June was closed');
  await happens(app, 'recorded', verified());
  await compare('a visit of June is verified late');
  await close(app, '2026-07', AUGUST_1);
  await compare('after July was closed');
  await happens(app, 'verified', amended());
  await compare('a settled visit is amended');
  await happens(app, 'verified', verified({ recordVersion: 2, fee: fee({ feeYen: 4500 }) }));
  await compare('it is priced anew, at the same price');
  await happens(app, 'late', raised('CLIENT_OVERLAP', { severity: 'FIX' }));
  await compare('an exception is raised on what stands in a statement as it is');
  await happens(app, 'verified', raised('CLIENT_OVERLAP', { severity: 'FIX' }));
  await compare('an exception holds the adjustment');
});

t.test(
  'rules 31, 33: a price made while the month was being closed is not settled until its adjustment stands',
  async (t) => {
    const app = await openMonth(t);
    const read = await unsettledVisits(app, pair, '2026-06', ({ priced }) => priced);
    // Both are priced anew between the reading and the append.
    await happens(app, 'verified', amended(), verified({ recordVersion: 2, fee: fee({ feeYen: 5000 }) }));
    await happens(app, 'late', amended(), cancelled(0, 0, 0));
    const facts = { numbers: ['1', '2'], paymentDays: 30, confirmDays: 10, payeeInvoiceNumber: null } as const;
    const command = {
      type: 'CloseMonth',
      settlementId,
      ...pair,
      month: '2026-06',
      issuedBy: 'p',
      visits: read,
    } as const;
    const closing = settlement.decide({ ...command, ...facts }, settlement.initial, JULY_1);
    await app.plant(streamOf('settlement', settlementId), ...closing);
    await app.readModel.reached(await app.store.head());
    const standing = visitsById(app.readModel, [idOf('verified'), idOf('late')]);
    t.strictSame(standing.map(({ status, statementId }) => [status, statementId !== null]).sort(), [
      ['CANCELLED', true],
      ['VERIFIED', true],
    ]);
    t.strictSame(linesIn(await close(app, '2026-07', AUGUST_1)), [
      ['ADJUSTMENT', 'late', -4500],
      ['ADJUSTMENT', 'verified', 500],
      ['VISIT', 'ofJuly', 4500],
    ]);
    t.strictSame(visitsById(app.readModel, [idOf('verified')])[0]?.status, 'SETTLED');
  },
);
