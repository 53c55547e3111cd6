import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import type { LongQuestions } from '../../src/commands/long-questions.ts';
import { closeSettlement, previewSettlement } from '../../src/commands/settlement.ts';
import { addMinutes, type Instant, type Month } from '../../src/domain/calendar.ts';
import { streamOf, type Uuid, uuidOf } from '../../src/domain/ids.ts';
import type { StatementLine } from '../../src/domain/settlement/events.ts';
import type { VisitEvent } from '../../src/domain/visit/events.ts';
import { createLog } from '../../src/log.ts';
import { unsettledVisitsOfPair } from '../../src/projections/visit-ledger.ts';
import { QuestionThread } from '../../src/question-thread.ts';
import { decode } from '../../src/store/codec.ts';
import { perHour } from '../domain/agreement/example-agreement.ts';
import {
  ASSIST,
  amended,
  assigned,
  cancelled,
  fee,
  MADE_LONG,
  missed,
  OTHER_OFFICE,
  PARTNER,
  plan,
  raised,
  recorded,
  recordReturned,
  released,
  resolved,
  scheduled,
  sealed,
  verified,
} from '../domain/visit/example-visit.ts';
import { agreedNetwork } from '../processes/example-ground.ts';
import type { PlantedApp } from '../support/planted-app.ts';
import { openGround, plantAll } from '../support/process-specification.ts';

const pair = { networkId: plan.networkId, partnerOfficeId: PARTNER, assistOfficeId: ASSIST };
const [JULY_1, AUGUST_1] = ['2026-07-01T00:00:00.000Z', '2026-08-01T00:00:00.000Z'] as const;

/** A visit's history on a day, of 45 minutes from 10:00 in Tokyo. */
const planned = (day: string, ...then: readonly VisitEvent[]): readonly VisitEvent[] => {
  const plannedStart: Instant = `${day}T01:00:00.000Z`;
  return [scheduled({ plannedStart, plannedEnd: addMinutes(plannedStart, 45) }), ...then];
};
const made = (day: string, ...then: readonly VisitEvent[]) => planned(day, assigned(), recorded(), ...then);

/** By the day: everything that may have become of a visit. */
const VISITS = {
  late: made('2026-05-31', verified()),
  verified: made('2026-06-01', verified()),
  cancelledLate: planned('2026-06-02', cancelled(60, 50, 2250)),
  cancelledInTime: planned('2026-06-03', cancelled(6000, 0, 0)),
  missed: planned('2026-06-04', missed()),
  recorded: made('2026-06-05'),
  inQuestion: made('2026-06-06', raised('DURATION_DIFFERS')),
  returned: made('2026-06-07', recordReturned()),
  ahead: planned('2026-06-08'),
  givenBack: planned('2026-06-09', released()),
  ofOthers: [scheduled({ assistOfficeId: OTHER_OFFICE }), assigned(), recorded(), verified()],
  ofJuly: made('2026-07-01', verified()),
};
type Name = keyof typeof VISITS;
const idOf = (name: Name): Uuid => uuidOf('visit', name);
const nameOf = (id: Uuid | null): string | undefined =>
  Object.keys(VISITS).find((name) => uuidOf('visit', name) === id);

/** The pair's visits in the log and in the read model. */
const openMonth = async (t: Test): Promise<PlantedApp> => {
  const app = await openGround(t);
  const of = { networkId: plan.networkId, partnerOfficeId: PARTNER, clientId: plan.clientId };
  await plantAll(app, agreedNetwork(of, [ASSIST], perHour({ yenPerHour: 6000 })));
  for (const [name, events] of Object.entries(VISITS))
    await app.plant(streamOf('visit', uuidOf('visit', name)), ...events);
  await app.readModel.reached(await app.store.head());
  return app;
};

/** Closes the month at a time; answers the lines of its statement. */
const close = async (app: PlantedApp, month: Month, at: Instant): Promise<readonly StatementLine[]> => {
  app.setClock(at);
  const actor = { subject: 'p', role: 'COORDINATOR' as const, officeId: PARTNER };
  const caller = { actor, commandId: randomUUID(), correlationId: 'request', causationId: null };
  const { position } = await closeSettlement(app, caller, { ...pair, month });
  await app.readModel.reached(position);
  const last = (await app.log()).map(decode).at(-1);
  return last?.type === 'StatementLinesListed' ? last.data.lines : [];
};

const linesIn = (lines: readonly StatementLine[]) =>
  lines.map(({ kind, visitId, amountYen }) => [kind, nameOf(visitId), amountYen]);
const candidates = (app: PlantedApp, month: Month) =>
  unsettledVisitsOfPair(app.readModel, pair, month).map(({ id, status }) => [nameOf(id), status]);

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
    (await previewSettlement(app, { pair, month: '2026-07', terms: null })).holds.map(({ visitId, code }) => [
      nameOf(visitId),
      code,
    ]),
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
  const asked = { pair, month: '2026-06', terms: null };
  const preview = await thread.ask('settlementPreview', asked);
  t.strictSame(preview, await previewSettlement(app, asked));
  t.strictSame(preview.closing.lines, await close(app, '2026-06', JULY_1));
  t.strictSame((await thread.ask('settlementPreview', asked)).closing.lines, [], 'it sees what was written meanwhile');
});

t.test('rule 28: with other terms, the same visits are priced by those, and cancellations too', async (t) => {
  const app = await openMonth(t);
  const linesBy = async (over: Parameters<typeof perHour>[0]) => {
    const terms = perHour({ yenPerHour: 3000, ...over });
    return linesIn((await previewSettlement(app, { pair, month: '2026-06', terms })).closing.lines);
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
  const asked = { pair, month: '2026-06', terms: perHour({ yenPerHour: 3000 }) };
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
  const { closing } = await previewSettlement(app, { pair, month: '2026-06', terms: null });
  isOver = true;
  t.equal(closing.lines.length, 101 + 3);
  t.ok(turns >= 3, `${turns} turns`);
});
