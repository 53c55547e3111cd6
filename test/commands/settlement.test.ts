import { join } from 'node:path';
import t from 'tap';
import type { LongQuestions } from '../../src/commands/long-questions.ts';
import { previewSettlement } from '../../src/commands/settlement.ts';
import { streamOf, uuidOf } from '../../src/domain/ids.ts';
import type { VisitEvent } from '../../src/domain/visit/events.ts';
import { createLog } from '../../src/log.ts';
import { QuestionThread } from '../../src/question-thread.ts';
import { perHour } from '../domain/agreement/example-agreement.ts';
import { amended, cancelled, fee, MADE_LONG, resolved, sealed, verified } from '../domain/visit/example-visit.ts';
import {
  AUGUST_1,
  candidates,
  close,
  idOf,
  JULY_1,
  linesIn,
  type Name,
  nameOf,
  openMonth,
  pair,
  VISITS,
} from './settled-month.ts';

const HELD = [
  ['recorded', 'RECORDED'],
  ['inQuestion', 'RECORDED'],
  ['returned', 'RETURNED'],
  ['ahead', 'SCHEDULED'],
];

t.test('rule 31: a closing takes what was priced up to the month’s end; nothing is a candidate twice', async (t) => {
  const app = await openMonth(t);
  t.strictSame(candidates(app, '2026-06'), [
    ['late', 'VERIFIED'],
    ['verified', 'VERIFIED'],
    ['cancelledLate', 'CANCELLED'],
    ...HELD,
  ]);
  const lines = await close(app, '2026-06', JULY_1);
  t.strictSame(linesIn(lines), [
    ['VISIT', 'late', 4500],
    ['VISIT', 'verified', 4500],
    ['CANCELLATION', 'cancelledLate', 2250],
  ]);
  const pricing = (await app.log()).filter(({ type }) => type === 'VisitVerified' || type === 'VisitCancelled');
  t.strictSame(
    lines.map(({ pricedBy }) => pricedBy),
    (['late', 'verified', 'cancelledLate'] as const).map(
      (name) => pricing.find(({ stream }) => stream === streamOf('visit', idOf(name)))?.id,
    ),
  );
  t.strictSame(candidates(app, '2026-06'), HELD);
});

t.test('rules 31, 33: a settled visit that is corrected waits, then is adjusted once it is priced anew', async (t) => {
  const app = await openMonth(t);
  await close(app, '2026-06', JULY_1);
  const correct = async (name: Name, ...events: readonly VisitEvent[]): Promise<void> => {
    await app.plant(streamOf('visit', idOf(name)), ...events);
    await app.readModel.reached(await app.store.head());
  };
  await correct('verified', amended());
  await correct('late', amended(), cancelled(0, 0, 0));
  t.strictSame(candidates(app, '2026-07'), [
    ['late', 'CANCELLED'],
    ['verified', 'RECORDED'],
    ...HELD,
    ['ofJuly', 'VERIFIED'],
  ]);
  t.strictSame(
    (await previewSettlement(app, { pair, month: '2026-07', now: AUGUST_1, terms: null })).holds.map(
      ({ visitId, code }) => [nameOf(visitId), code],
    ),
    [
      ['verified', 'NOT_VERIFIED'],
      ['recorded', 'NOT_VERIFIED'],
      ['inQuestion', 'OPEN_EXCEPTION'],
      ['returned', 'RECORD_RETURNED'],
      ['ahead', 'NOT_RECORDED'],
    ],
  );
  await correct('verified', verified({ recordVersion: 2, fee: fee({ feeYen: 5000 }) }));
  t.strictSame(linesIn(await close(app, '2026-07', AUGUST_1)), [
    ['ADJUSTMENT', 'late', -4500],
    ['ADJUSTMENT', 'verified', 500],
    ['VISIT', 'ofJuly', 4500],
  ]);
});

t.test('a preview holds what the closing will hold, and is the same from the thread for long questions', async (t) => {
  const app = await openMonth(t);
  const log = { eventStore: null, file: join(app.folder, 'events.sqlite'), simulatedClock: null };
  const registry = new URL('../../src/commands/long-questions.ts', import.meta.url);
  const thread = new QuestionThread<LongQuestions>({ log, readModel: app.readModel, registry }, createLog('silent'));
  t.teardown(() => thread.close());
  const asked = { pair, month: '2026-06', now: JULY_1, terms: null };
  const preview = await thread.ask('settlementPreview', asked);
  t.strictSame(preview, await previewSettlement(app, asked));
  t.strictSame(preview.closing.lines, await close(app, '2026-06', JULY_1));
  const next = (await thread.ask('settlementPreview', asked)).closing;
  t.strictSame(
    linesIn(next.lines),
    [['VISIT', 'ofJuly', 4500]],
    'rule 33: it sees what was written meanwhile; of a closed month the preview is that of the next closing',
  );
  t.strictSame(next, (await previewSettlement(app, { ...asked, month: '2026-07' })).closing);
});

t.test('rule 28: with other terms, the same visits are priced by those, and cancellations too', async (t) => {
  const app = await openMonth(t);
  const linesBy = async (over: Parameters<typeof perHour>[0]) => {
    const terms = perHour({ yenPerHour: 3000, ...over });
    return linesIn((await previewSettlement(app, { pair, month: '2026-06', now: JULY_1, terms })).closing.lines);
  };
  const made = [
    ['VISIT', 'late', 2250],
    ['VISIT', 'verified', 2250],
  ];
  t.strictSame(await linesBy({ cancellation: [{ noticeHoursUnder: 24, percentOfFee: 30 }] }), [
    ...made,
    ['CANCELLATION', 'cancelledLate', 675],
  ]);
  t.strictSame(await linesBy({ cancellation: [] }), made, 'by terms without a band it costs nothing');
});

t.test('rules 28, 29: with other terms per hour, the plan where the record was accepted as planned', async (t) => {
  const app = await openMonth(t);
  const visitId = uuidOf('visit', 'as planned');
  await app.plant(
    streamOf('visit', visitId),
    ...MADE_LONG,
    resolved('DURATION_DIFFERS', { how: 'AS_PLANNED', reason: sealed('true') }),
    verified(),
  );
  await app.readModel.reached(await app.store.head());
  const asked = { pair, month: '2026-06', now: JULY_1, terms: perHour({ yenPerHour: 3000 }) };
  const { closing } = await previewSettlement(app, asked);
  t.equal(closing.lines.find((line) => line.visitId === visitId)?.amountYen, 2250);
});

t.test('between slices of visits the event loop has its turn', async (t) => {
  const app = await openMonth(t);
  const many = Array.from({ length: 101 }, (_, n) => streamOf('visit', uuidOf('visit', n)));
  await Promise.all(many.map((stream) => app.plant(stream, ...VISITS.verified)));
  await app.readModel.reached(await app.store.head());
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const { closing } = await previewSettlement(app, { pair, month: '2026-06', now: JULY_1, terms: null });
  isOver = true;
  t.equal(closing.lines.length, 101 + 3);
  t.ok(turns >= 3, `${turns} turns`);
});
