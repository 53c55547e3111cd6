import fc from 'fast-check';
import t from 'tap';
import { addMonths } from '../../../src/domain/calendar.ts';
import { uuidOf } from '../../../src/domain/ids.ts';
import { type SettlementCommand, settlement } from '../../../src/domain/settlement/decider.ts';
import { decided, stateAfter } from '../../support/specification.ts';
import { answer, closeMonth, dispute, type PricedVisit, pricedVisit, sealed, voiding } from './example-settlement.ts';
import { faultIn, type Stored, statementsIn, sum } from './stored-books.ts';

/** What the visits' lines of statements that stand come to, those from disputes apart. */
const settledYen = (log: readonly Stored[], visitId: string): number => {
  const answers = new Set(log.flatMap(({ type, id }) => (type === 'DisputeResolved' ? id : [])));
  const lines = statementsIn(log).standing.flatMap((one) => one.lines);
  const ofVisit = lines.filter((line) => line.visitId === visitId && !answers.has(line.pricedBy ?? ''));
  return sum(ofVisit.map(({ amountYen }) => amountYen));
};

const pick = fc.nat({ max: 1_000 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('price' as const), visit: fc.nat({ max: 4 }), yen: pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('close' as const), isNext: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('dispute' as const), n: pick }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('answer' as const), n: pick, yen: fc.integer({ min: -900, max: 900 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('void' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pay' as const), n: pick, days: fc.nat({ max: 40 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Lives a pair's months; answers the log, and what each visit costs now. */
const lived = (steps: readonly Step[]) => {
  const log: Stored[] = [];
  const now = new Map<string, PricedVisit>();
  let [month, serial, day] = ['2026-01', 0, 0];
  const faults: string[] = [];
  const at = (): string => `${addMonths(month, 1)}-0${1 + (day++ % 9)}T03:00:00.000Z`;
  const send = (command: SettlementCommand, time = at()): void => {
    const events = decided(settlement, log, command, time);
    if ('refused' in events) return;
    log.push(...events.map((event, n): Stored => ({ ...event, id: uuidOf('event', log.length, n) })));
    const fault = faultIn(log);
    if (fault) faults.push(`${command.type}: ${fault}`);
  };
  const statements = () => stateAfter(settlement, log).statements;
  for (const one of steps) {
    const all = statements();
    const newest = all.at(-1);
    switch (one.do) {
      case 'price': {
        const [key, amountYen] = [String(one.visit), one.yen < 200 ? 0 : one.yen];
        const kind = amountYen === 0 ? 'FREE' : one.yen % 3 === 0 ? 'CANCELLATION' : 'VISIT';
        now.set(key, pricedVisit(key, { kind, amountYen, pricedBy: uuidOf('price', serial++), date: '2026-01-10' }));
        break;
      }
      case 'close':
        if (one.isNext) month = addMonths(month, 1);
        // Candidates come in any order; older prices than the newest are no candidates.
        send(
          closeMonth(month, serial % 2 === 0 ? [...now.values()] : [...now.values()].reverse(), { confirmDays: 30 }),
        );
        break;
      case 'dispute': {
        const lines = statementsIn(log).all.at(-1)?.lines ?? [];
        const line = lines[one.n % Math.max(1, lines.length)];
        if (newest && line) send(dispute({ statementId: newest.statementId, lineId: line.lineId, digest: `${one.n}` }));
        break;
      }
      case 'answer': {
        const open = all.flatMap(({ statementId, disputes }) =>
          disputes.filter(({ resolved }) => !resolved).map(({ line }) => ({ statementId, lineId: line.lineId })),
        );
        const of = open[one.n % Math.max(1, open.length)];
        const said =
          one.yen > 400 ? ({ outcome: 'REJECTED' } as const) : { outcome: 'UPHELD' as const, adjustmentYen: one.yen };
        if (of) send(answer({ ...of, ...said, digest: `${one.n}` }));
        break;
      }
      case 'void':
        for (const { statementId } of [...all].reverse().slice(0, 1))
          send({ ...voiding(1), statementId, digest: `${statementId}` });
        break;
      case 'pay': {
        const of = all[one.n % Math.max(1, all.length)];
        if (!of) break;
        const { statementId, contentHash, totalYen: amountYen, issuedOn } = of;
        send({ type: 'ConfirmStatement', statementId });
        send({ type: 'ApprovePayment', statementId, contentHash, approvedBy: 'manager', accountDigest: null });
        const payment = { statementId, paidOn: issuedOn, amountYen, reference: sealed('T'), digest: 'd' };
        send({ type: 'RecordPayment', ...payment });
        break;
      }
    }
  }
  // A last month, in which all that is ripe is settled.
  month = addMonths(month, 1);
  send(closeMonth(month, [...now.values()]));
  return { log, now, faults };
};

t.test('rules 31–36: whatever is closed, disputed, voided and paid, no yen is lost or counted twice', async (t) => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 8, maxLength: 40 }), (steps) => {
      const { log, now, faults } = lived(steps);
      for (const { type } of log) seen.add(type);
      if (faults.length > 0) throw new Error(faults.join('; '));
      for (const visit of now.values())
        if (settledYen(log, visit.visitId) !== visit.amountYen) throw new Error(`${visit.amountYen} yen of a visit`);
    }),
    { numRuns: 200 },
  );
  t.strictSame(
    [
      'DisputeResolved',
      'LineDisputed',
      'PaymentApproved',
      'PaymentSettled',
      'StatementConfirmed',
      'StatementIssued',
      'StatementLinesListed',
      'StatementVoided',
    ].filter((type) => !seen.has(type)),
    [],
    'everything happens',
  );
});

t.test('rule 31: each amount that was upheld stands in one line, or waits, or fell away with its line', async () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 8, maxLength: 40 }), (steps) => {
      const { log } = lived(steps);
      const { standing } = statementsIn(log);
      const standingLines = standing.flatMap(({ lines }) => lines);
      for (const event of log) {
        if (event.type !== 'DisputeResolved' || event.data.adjustmentYen === null) continue;
        const adds = standingLines.filter(({ pricedBy }) => pricedBy === event.id);
        const stands = standing.some(({ issued }) => issued.statementId === event.data.statementId);
        // The last closing of a life has taken in all that waited.
        if (adds.length !== (stands ? 1 : 0)) throw new Error(`${adds.length} lines of what was upheld`);
        if (adds.some(({ amountYen }) => amountYen !== event.data.adjustmentYen)) throw new Error('another amount');
      }
    }),
    { numRuns: 200 },
  );
});
