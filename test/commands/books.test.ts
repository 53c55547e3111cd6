import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import t, { type Test } from 'tap';
import type { Send } from '../../src/commands/send.ts';
import { closeSettlement, disputeLine, resolveDispute, voidStatement } from '../../src/commands/settlement.ts';
import { addMonths, type Month } from '../../src/domain/calendar.ts';
import { settlementIdOf, streamOf, type Uuid, uuidOf } from '../../src/domain/ids.ts';
import { Rejected } from '../../src/domain/rejected.ts';
import { closeMonth, type PricedVisit, pricedVisit } from '../../src/domain/settlement/closing.ts';
import { settlement } from '../../src/domain/settlement/decider.ts';
import { settlementEventSchema } from '../../src/domain/settlement/events.ts';
import type { SettlementState } from '../../src/domain/settlement/state.ts';
import { visit } from '../../src/domain/visit/decider.ts';
import { type VisitEvent, visitEventSchema } from '../../src/domain/visit/events.ts';
import type { VisitState } from '../../src/domain/visit/state.ts';
import { statementTotals } from '../../src/projections/statements.ts';
import { decode, type Recorded } from '../../src/store/codec.ts';
import { perHour } from '../domain/agreement/example-agreement.ts';
import { faultIn, type Stored, statementsIn, sum } from '../domain/settlement/stored-books.ts';
import { ASSIST, amended, fee, PARTNER, plan, verified } from '../domain/visit/example-visit.ts';
import { agreedNetwork } from '../processes/example-ground.ts';
import type { PlantedApp } from '../support/planted-app.ts';
import { openGround, plantAll } from '../support/process-specification.ts';
import { made, pair } from './settled-month.ts';

const VISITS = 4;
const visitIdOf = (n: number): Uuid => uuidOf('visit of the books', n);
const nat = fc.nat({ max: 1_000 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('price' as const), n: nat, yen: nat }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('close' as const), isNext: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('dispute' as const), n: nat }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('answer' as const), n: nat, yen: fc.integer({ min: -900, max: 900 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('void' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const isOfSettlement = (event: Recorded | null): event is Recorded & Stored =>
  event?.category === 'settlement' && settlementEventSchema.safeParse({ type: event.type, data: event.data }).success;
const isOfVisit = (event: Recorded | null): event is Recorded<VisitEvent> =>
  event?.category === 'visit' && visitEventSchema.safeParse({ type: event.type, data: event.data }).success;

/** Lives months of a pair by commands, over store, codec, vault and read model; answers the log. */
const live = async (app: PlantedApp, steps: readonly Step[]): Promise<readonly (Recorded | null)[]> => {
  let [month, day]: [Month, number] = ['2026-06', 0];
  const versions = Array.from({ length: VISITS }, () => 0);
  const settlementId = settlementIdOf(pair.networkId, PARTNER, ASSIST);
  const of = { settlementId, partnerOfficeId: PARTNER };
  const actor = { subject: 'p', role: 'COORDINATOR' as const, officeId: PARTNER };
  const send = async <Input>(command: Send<Input>, input: Input): Promise<void> => {
    app.setClock(`${addMonths(month, 1)}-${String(1 + (day++ % 28)).padStart(2, '0')}T03:00:00.000Z`);
    const caller = { actor, commandId: randomUUID(), correlationId: 'request', causationId: null };
    try {
      await app.readModel.reached((await command(app, caller, input)).position);
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
    }
  };
  const price = async (n: number, feeYen: number): Promise<void> => {
    const recordVersion = (versions[n] ?? 0) + 1;
    versions[n] = recordVersion;
    const priced = verified({ recordVersion, fee: fee({ feeYen }) });
    const date = `2026-06-0${n + 1}`;
    const events = recordVersion === 1 ? made(date, priced) : [amended({ version: recordVersion }), priced];
    await app.plant(streamOf('visit', visitIdOf(n)), ...events);
    await app.readModel.reached(await app.store.head());
  };
  const state = (): Promise<SettlementState> => app.loop.load(settlement, settlementId);
  const close = (): Promise<void> => send(closeSettlement, { ...pair, month });
  for (const one of [...steps, { do: 'close' as const, isNext: true }]) {
    const { statements, lists } = await state();
    if (one.do === 'price') await price(one.n % VISITS, one.yen);
    if (one.do === 'close') {
      if (one.isNext) month = addMonths(month, 1);
      await close();
    }
    if (one.do === 'dispute') {
      const { statementId, lines = [] } = lists.at(-1) ?? {};
      const line = lines[one.n % Math.max(1, lines.length)];
      const said = { lineId: line?.lineId ?? '', visitId: line?.visitId ?? null, reason: `理由${one.n}` };
      const clientId = said.visitId && plan.clientId;
      if (statementId) await send(disputeLine, { ...of, ...said, clientId, statementId });
    }
    if (one.do === 'answer') {
      const [open] = statements.flatMap(({ statementId, disputes }) =>
        disputes.filter(({ resolved }) => resolved === null).map(({ line }) => ({ statementId, line })),
      );
      const outcome = one.yen > 300 ? ('REJECTED' as const) : ('UPHELD' as const);
      const adjustmentYen = outcome === 'UPHELD' && one.yen < 150 && one.yen !== 0 ? one.yen : null;
      if (!open) continue;
      const { lineId, visitId } = open.line;
      const said = { lineId, visitId, clientId: visitId && plan.clientId, outcome, adjustmentYen, answer: '回答' };
      await send(resolveDispute, { ...of, ...said, statementId: open.statementId });
    }
    const newest = statements.at(-1);
    if (one.do === 'void' && newest)
      await send(voidStatement, { ...of, statementId: newest.statementId, reason: `取消${statements.length}` });
  }
  return (await app.log()).map(decode);
};

/** The lines of a statement, made anew from what stood before it in the log. */
const recomputed = (before: readonly (Recorded | null)[], month: Month, statementId: Uuid) => {
  const state = before.filter(isOfSettlement).reduce(settlement.evolve, settlement.initial);
  const visits = new Map<Uuid, { state: VisitState; pricedBy: Uuid | null }>();
  for (const event of before.filter(isOfVisit)) {
    const last = visits.get(event.streamId) ?? { state: visit.initial, pricedBy: null };
    const pricedBy = event.type === 'VisitVerified' ? event.id : last.pricedBy;
    visits.set(event.streamId, { state: visit.evolve(last.state, event), pricedBy });
  }
  const priced = [...visits].flatMap(([id, { state: one, pricedBy }]): PricedVisit[] => {
    const found = pricedBy !== null && one.status !== 'NONE' ? pricedVisit(id, one, pricedBy) : null;
    return found ? [found] : [];
  });
  return closeMonth(state, priced, month, statementId);
};

/** Rules 31, 34, 36: what is wrong in a log; null where nothing is. */
const faultInLog = (log: readonly (Recorded | null)[]): string | null => {
  for (const [n, event] of log.entries()) {
    const stored = log.slice(0, n + 1);
    const books = stored.filter(isOfSettlement);
    // What one append has written stands or falls whole.
    const isWhole = log[n + 1]?.type !== 'StatementLinesListed';
    const fault = isWhole ? faultIn(books) : null;
    if (fault) return `after ${n + 1} events: ${fault}`;
    if (event?.type !== 'StatementIssued' || !isOfSettlement(event)) continue;
    const { statementId, month, subtotals, totalYen } = event.data;
    const listed = statementsIn(log.filter(isOfSettlement)).all.find(
      ({ issued }) => issued.statementId === statementId,
    );
    const again = recomputed(log.slice(0, n), month, statementId);
    const [one, other] = [
      { lines: listed?.lines, subtotals, totalYen },
      { lines: again?.lines, subtotals: again?.subtotals, totalYen: again?.totalYen },
    ].map((content) => JSON.stringify(content));
    if (one !== other) return `a statement is not what the log comes to: ${one} ${other}`;
  }
  return null;
};

/** Each visit as it is priced last stands in one line of a statement that stands. */
const visitsAreSettledOnce = (log: readonly (Recorded | null)[]): boolean => {
  const last = new Map(
    log.filter(isOfVisit).flatMap((one) => (one.type === 'VisitVerified' ? [[one.streamId, one.id]] : [])),
  );
  const prices = statementsIn(log.filter(isOfSettlement)).standing.flatMap(({ lines }) =>
    lines.map((line) => line.pricedBy),
  );
  return [...last.values()].every((id) => prices.filter((pricedBy) => pricedBy === id).length === 1);
};

const openBooks = async (t: Test): Promise<PlantedApp> => {
  const app = await openGround(t);
  const of = { networkId: plan.networkId, partnerOfficeId: PARTNER, clientId: plan.clientId };
  await plantAll(app, agreedNetwork(of, [ASSIST], perHour({ yenPerHour: 6000, confirmDays: 30 })));
  return app;
};

t.test(
  'rules 31, 34, 36: by the stored events of any history the books balance, and a statement is made anew',
  async (t) => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 30 }), async (steps) => {
        const app = await openBooks(t);
        const log = await live(app, steps);
        for (const event of log.filter(isOfSettlement)) seen.set(event.type, (seen.get(event.type) ?? 0) + 1);
        const fault = faultInLog(log);
        if (fault) throw new Error(fault);
        if (!visitsAreSettledOnce(log)) throw new Error('a visit is not settled once');
        const { standing } = statementsIn(log.filter(isOfSettlement));
        const by = { ...pair, ofOfficeId: null, number: null, month: null, status: null };
        const { totalYen } = statementTotals(app.readModel, by);
        if (totalYen !== sum(standing.map(({ issued }) => issued.totalYen)))
          throw new Error('the list shows another sum');
      }),
      { numRuns: 8 },
    );
    t.strictSame([...seen.keys()].sort(), [
      'DisputeResolved',
      'LineDisputed',
      'StatementIssued',
      'StatementLinesListed',
      'StatementVoided',
    ]);
  },
);
