import fc from 'fast-check';
import t from 'tap';
import { addMonths, type Month } from '../../../src/domain/calendar.ts';
import { settlementIdOf, uuidOf } from '../../../src/domain/ids.ts';
import type { PricedVisit } from '../../../src/domain/settlement/closing.ts';
import { contentHashOf } from '../../../src/domain/settlement/content-hash.ts';
import type { SettlementCommand } from '../../../src/domain/settlement/decider.ts';
import { settlement } from '../../../src/domain/settlement/decider.ts';
import type { SettlementEvent } from '../../../src/domain/settlement/events.ts';
import { deductiblePercent, subtotalsOf } from '../../../src/domain/settlement/tax.ts';
import { decided, stateAfter } from '../../support/specification.ts';

const pair = { networkId: uuidOf('n'), partnerOfficeId: uuidOf('p'), assistOfficeId: uuidOf('a') };
const settlementId = settlementIdOf(pair.networkId, pair.partnerOfficeId, pair.assistOfficeId);

const visit = (key: string, amountYen: number, change: Partial<PricedVisit> = {}): PricedVisit => ({
  visitId: uuidOf('visit', key),
  kind: 'VISIT',
  date: '2026-06-10',
  serviceCode: '111211',
  units: 387,
  yenPerUnitHundredths: 1140,
  amountYen,
  taxClass: 'TAXABLE_10',
  termsVersion: 1,
  pricedBy: uuidOf('event', key, amountYen),
  ...change,
});
const close = (
  month: Month,
  visits: PricedVisit[],
  change: Partial<Extract<SettlementCommand, { type: 'CloseMonth' }>> = {},
): SettlementCommand => ({
  type: 'CloseMonth',
  settlementId,
  ...pair,
  month,
  issuedBy: 'one',
  visits,
  numbers: ['1300000001', '1300000002'],
  paymentDays: 30,
  confirmDays: 10,
  payeeInvoiceNumber: null,
  ...change,
});
const JULY = '2026-07-01T00:00:00.000Z';
const AUGUST = '2026-08-01T00:00:00.000Z';
const events = (history: SettlementEvent[], command: SettlementCommand, now: string): SettlementEvent[] => {
  const answer = decided(settlement, history, command, now);
  if ('refused' in answer) throw new Error(answer.refused);
  return [...answer];
};
const issuedOf = (all: readonly SettlementEvent[]) =>
  all.flatMap((event) => (event.type === 'StatementIssued' ? [event.data] : []));
const linesOf = (all: readonly SettlementEvent[]) =>
  all.flatMap((event) => (event.type === 'StatementLinesListed' ? event.data.lines : []));

t.test('rules 31, 34: lines in the order of their day, tax once, the hash over what was issued', async (t) => {
  const late = visit('late', 501, { date: '2026-05-31' });
  const cancelled = visit('cancelled', 100, { kind: 'CANCELLATION' });
  const missed = visit('missed', 0, { kind: 'FREE' });
  const next = visit('next', 900, { date: '2026-07-01' });
  const all = events([], close('2026-06', [visit('one', 3528), late, cancelled, missed, next]), JULY);
  const [issued] = issuedOf(all);
  const lines = linesOf(all);
  t.strictSame(
    lines.map(({ kind, amountYen, date }) => ({ kind, amountYen, date })).sort((a, b) => a.amountYen - b.amountYen),
    [
      { kind: 'CANCELLATION', amountYen: 100, date: '2026-06-10' },
      { kind: 'VISIT', amountYen: 501, date: '2026-05-31' },
      { kind: 'VISIT', amountYen: 3528, date: '2026-06-10' },
    ],
  );
  t.equal(lines[0]?.date, '2026-05-31');
  t.strictSame(issued?.subtotals, [{ taxClass: 'TAXABLE_10', netYen: 4129, taxYen: 412 }]);
  t.strictSame(
    [issued?.totalYen, issued?.dueOn, issued?.confirmBy, issued?.number],
    [4541, '2026-07-30', '2026-07-11', '2026-06-1300000001-1300000002-1'],
  );
  const { contentHash, ...rest } = issued ?? { contentHash: '' };
  t.equal(contentHash, contentHashOf(rest as never, lines));
});

t.test(
  'rule 33: closeSettlement: refused before the month is over, twice, or before one that is closed, and with nothing ripe',
  async (t) => {
    const june = events([], close('2026-06', [visit('one', 100)]), JULY);
    const refusal = (history: SettlementEvent[], month: Month, now: string) =>
      decided(settlement, history, close(month, [visit('two', 100)]), now);
    t.strictSame(refusal([], '2026-07', '2026-07-31T14:59:59.999Z'), { refused: 'MONTH_NOT_OVER', path: ['month'] });
    t.strictSame(refusal(june, '2026-06', AUGUST), { refused: 'MONTH_CLOSED', path: ['month'] });
    t.strictSame(refusal(june, '2026-05', AUGUST), { refused: 'MONTH_CLOSED', path: ['month'] });
    t.strictSame(decided(settlement, june, close('2026-07', [visit('one', 100)]), AUGUST), {
      refused: 'NOTHING_TO_SETTLE',
      path: ['month'],
    });
  },
);

t.test(
  'rules 31, 32: a visit priced anew is an ADJUSTMENT; below zero it closes at 0 and is carried forward, sign reversed',
  async (t) => {
    const june = events([], close('2026-06', [visit('one', 1000)]), JULY);
    const missed = visit('one', 0, { kind: 'FREE' });
    const july = events(june, close('2026-07', [missed, visit('two', 300, { date: '2026-07-02' })]), AUGUST);
    t.strictSame(
      linesOf(july).map(({ kind, amountYen, taxClass }) => [kind, amountYen, taxClass]),
      [
        ['ADJUSTMENT', -1000, 'TAXABLE_10'],
        ['VISIT', 300, 'TAXABLE_10'],
        ['CARRIED_FORWARD', 770, 'OUT_OF_SCOPE'],
      ],
    );
    t.strictSame([issuedOf(july)[0]?.totalYen, issuedOf(july)[0]?.carriedForwardYen], [0, -770]);
    const august = events(
      [...june, ...july],
      close('2026-08', [visit('three', 2000, { date: '2026-08-02' })]),
      '2026-09-01T00:00:00.000Z',
    );
    t.strictSame(linesOf(august)[0]?.amountYen, -770);
    t.equal(issuedOf(august)[0]?.totalYen, 2200 - 770);
  },
);

t.test('rule 35: confirmed, approved by a second person bound to the hash, paid exactly', async (t) => {
  const issued = events([], close('2026-06', [visit('one', 1000)]), JULY);
  const { statementId, contentHash } = issuedOf(issued)[0] ?? { statementId: '', contentHash: '' };
  const approve = { type: 'ApprovePayment' as const, statementId, contentHash, approvedBy: 'two' };
  const confirmed: SettlementEvent = { type: 'StatementConfirmed', data: { statementId, deemed: false } };
  t.strictSame(decided(settlement, issued, approve, JULY), { refused: 'NOT_CONFIRMED', path: ['statementId'] });
  t.strictSame(decided(settlement, issued, { type: 'ConfirmStatement', statementId }, JULY), [confirmed]);
  t.strictSame(decided(settlement, [...issued, confirmed], { type: 'ConfirmStatement', statementId }, JULY), []);
  t.strictSame(decided(settlement, [...issued, confirmed], { ...approve, approvedBy: 'one' }, JULY), {
    refused: 'SAME_PERSON',
    path: ['statementId'],
  });
  t.strictSame(decided(settlement, [...issued, confirmed], { ...approve, contentHash: 'x' }, JULY), {
    refused: 'STATEMENT_CHANGED',
    path: ['contentHash'],
  });
  const approved = events([...issued, confirmed], approve, JULY);
  const history = [...issued, confirmed, ...approved];
  const pay = { type: 'RecordPayment' as const, statementId, paidOn: '2026-07-01', amountYen: 1100, reference: 'r' };
  t.strictSame(decided(settlement, history, { ...pay, amountYen: 1099 }, JULY), {
    refused: 'AMOUNT_DIFFERS',
    path: ['amountYen'],
  });
  t.strictSame(decided(settlement, history, { ...pay, paidOn: '2026-07-02' }, JULY), {
    refused: 'DAY_IN_FUTURE',
    path: ['paidOn'],
  });
  const paid = events(history, pay, JULY);
  t.strictSame(decided(settlement, [...history, ...paid], pay, JULY), []);
});

t.test('rule 34: silence confirms at 24:00 of confirmBy, not before', async (t) => {
  const issued = events([], close('2026-06', [visit('one', 1000)]), JULY);
  const statementId = issuedOf(issued)[0]?.statementId ?? '';
  t.strictSame(decided(settlement, issued, { type: 'DeemConfirmed', statementId }, '2026-07-11T14:59:59.999Z'), []);
  t.strictSame(decided(settlement, issued, { type: 'DeemConfirmed', statementId }, '2026-07-11T15:00:00.000Z'), [
    { type: 'StatementConfirmed', data: { statementId, deemed: true }, occurredAt: '2026-07-11T15:00:00.000Z' },
  ]);
});

t.test('tax is rounded down on the absolute value; the deductible share follows the day', async (t) => {
  t.strictSame(subtotalsOf([{ taxClass: 'TAXABLE_10', amountYen: -19 }]), [
    { taxClass: 'TAXABLE_10', netYen: -19, taxYen: -1 },
  ]);
  t.strictSame(
    ['2026-09-30', '2026-10-01', '2028-10-01', '2030-10-01', '2031-10-01'].map((day) => deductiblePercent(null, day)),
    [80, 70, 50, 30, 0],
  );
  t.equal(deductiblePercent('T1234567890123', '2031-10-01'), 100);
});

t.test(
  'rule 36: over any months and prices each pricing event stands in one line at most, and totals follow what visits cost',
  async () => {
    const price = fc.record({ visit: fc.integer({ min: 0, max: 5 }), yen: fc.integer({ min: 0, max: 5000 }) });
    fc.assert(
      fc.property(fc.array(fc.array(price, { maxLength: 6 }), { minLength: 1, maxLength: 6 }), (months) => {
        const history: SettlementEvent[] = [];
        const now = new Map<string, PricedVisit>();
        let serial = 0;
        for (const [n, changes] of months.entries()) {
          for (const { visit: key, yen } of changes) {
            const pricedBy = uuidOf('price', serial++);
            now.set(
              String(key),
              visit(String(key), yen, { pricedBy, kind: yen === 0 ? 'FREE' : 'VISIT', date: '2026-01-10' }),
            );
          }
          const month = addMonths('2026-01', n);
          const answer = decided(
            settlement,
            history,
            close(month, [...now.values()]),
            `${addMonths(month, 1)}-02T00:00:00.000Z`,
          );
          if (!('refused' in answer)) history.push(...answer);
        }
        const lines = linesOf(history);
        const priced = lines.flatMap(({ pricedBy }) => pricedBy ?? []);
        const net = lines
          .filter(({ kind }) => kind !== 'CARRIED_FORWARD')
          .reduce((sum, { amountYen }) => sum + amountYen, 0);
        const owed = lines.filter(({ visitId }) => visitId !== null).map(({ visitId }) => visitId);
        const cost = [...now.values()]
          .filter(({ visitId }) => owed.includes(visitId))
          .reduce((sum, { amountYen }) => sum + amountYen, 0);
        const settled = stateAfter(settlement, history).statements.every(({ totalYen }) => totalYen >= 0);
        return new Set(priced).size === priced.length && net === cost && settled;
      }),
      { numRuns: 500, seed: 20260601 },
    );
  },
);
