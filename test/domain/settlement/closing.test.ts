import fc from 'fast-check';
import t from 'tap';
import { addMonths } from '../../../src/domain/calendar.ts';
import { uuidOf } from '../../../src/domain/ids.ts';
import { settlement } from '../../../src/domain/settlement/decider.ts';
import type { SettlementEvent } from '../../../src/domain/settlement/events.ts';
import { decided, stateAfter } from '../../support/specification.ts';
import { closeMonth, type PricedVisit, pricedVisit } from './example-settlement.ts';

const linesOf = (all: readonly SettlementEvent[]) =>
  all.flatMap((event) => (event.type === 'StatementLinesListed' ? event.data.lines : []));

/**
 * What partner offices owe (totals, and what a balance below zero takes from the next) is what
 * assist offices are owed (what their visits cost, with tax); no pricing event counts twice.
 */
const isBalanced = (all: readonly SettlementEvent[]): boolean => {
  const issued = all.flatMap((event) => (event.type === 'StatementIssued' ? event.data : []));
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, yen) => total + yen, 0);
  const visits = linesOf(all).filter(({ kind }) => kind !== 'CARRIED_FORWARD');
  const debits = sum(issued.map(({ totalYen }) => totalYen)) + (issued.at(-1)?.carriedForwardYen ?? 0);
  const taxes = issued.flatMap(({ subtotals }) => subtotals.map(({ taxYen }) => taxYen));
  const credits = sum(visits.map(({ amountYen }) => amountYen)) + sum(taxes);
  return debits === credits && new Set(visits.map(({ pricedBy }) => pricedBy)).size === visits.length;
};

t.test(
  'rule 36: over any months and prices each pricing event is in one line at most, and totals are what visits cost',
  async () => {
    const price = fc.record({ visit: fc.integer({ min: 0, max: 5 }), yen: fc.integer({ min: 0, max: 5000 }) });
    fc.assert(
      fc.property(fc.array(fc.array(price, { maxLength: 6 }), { minLength: 1, maxLength: 6 }), (months) => {
        const history: SettlementEvent[] = [];
        const now = new Map<string, PricedVisit>();
        let serial = 0;
        for (const [n, changes] of months.entries()) {
          for (const { visit: key, yen } of changes) {
            const kind = yen === 0 ? 'FREE' : 'VISIT';
            const pricedBy = uuidOf('price', serial++);
            now.set(String(key), pricedVisit(String(key), { amountYen: yen, pricedBy, kind, date: '2026-01-10' }));
          }
          const month = addMonths('2026-01', n);
          const answer = decided(
            settlement,
            history,
            closeMonth(month, [...now.values()]),
            `${addMonths(month, 1)}-02T00:00:00.000Z`,
          );
          if (!('refused' in answer)) history.push(...answer);
          // At every prefix of the log: an append is whole or not there.
          if (!isBalanced(history)) return false;
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

/** Visits priced in a month, and corrected in later ones: by number, at so many yen, 0 = free. */
const prices = fc.array(fc.record({ visit: fc.integer({ min: 0, max: 5 }), yen: fc.integer({ min: 0, max: 3 }) }), {
  maxLength: 6,
});

/** By visit the sum of its lines, where that is not 0. */
const netOf = (all: readonly SettlementEvent[]): Record<string, number> => {
  const net: Record<string, number> = {};
  for (const { visitId, amountYen } of linesOf(all))
    if (visitId !== null) net[visitId] = (net[visitId] ?? 0) + amountYen;
  return Object.fromEntries(Object.entries(net).filter(([, amountYen]) => amountYen !== 0));
};

t.test(
  'rule 31: month by month, of what no line holds yet, is as month by month of everything, and as one closing of all',
  async (t) => {
    fc.assert(
      fc.property(fc.array(prices, { minLength: 1, maxLength: 8 }), (months) => {
        const history: SettlementEvent[] = [];
        const now = new Map<number, PricedVisit>();
        let serial = 0;
        for (const [n, changes] of months.entries()) {
          for (const { visit, yen } of changes) {
            const pricedBy = uuidOf('price', serial++);
            const kind = yen === 0 ? 'FREE' : 'VISIT';
            now.set(visit, pricedVisit(String(visit), { amountYen: yen, pricedBy, kind, date: '2026-01-10' }));
          }
          const month = addMonths('2026-01', n);
          const lines = linesOf(history);
          const unsettled = [...now.values()].filter(
            ({ pricedBy, visitId, kind }) =>
              lines.every((line) => line.pricedBy !== pricedBy) &&
              (kind !== 'FREE' || lines.some((line) => line.visitId === visitId)),
          );
          const [answer, ofAll] = [unsettled, [...now.values()]].map((visits) =>
            decided(settlement, history, closeMonth(month, visits), `${addMonths(month, 1)}-02T00:00:00.000Z`),
          );
          t.strictSame(answer, ofAll);
          if (answer && !('refused' in answer)) {
            history.push(...answer);
            const settled = linesOf(answer).flatMap(({ visitId }) => visitId ?? []);
            t.strictSame([...settled].sort(), unsettled.map(({ visitId }) => visitId).sort(), 'each in one line');
          }
        }
        const last = addMonths('2026-01', months.length - 1);
        const once = decided(settlement, [], closeMonth(last, [...now.values()]), '2027-01-01T00:00:00.000Z');
        t.strictSame(netOf(history), 'refused' in once ? {} : netOf(once));
      }),
      { numRuns: 200, seed: 20260701 },
    );
  },
);

t.test('rules 30, 34: whatever the order in which visits come, lines, tax and total are the same', async () => {
  const price = fc.record({
    yen: fc.integer({ min: 1, max: 9_999 }),
    day: fc.integer({ min: 1, max: 28 }),
    taxClass: fc.constantFrom('TAXABLE_10' as const, 'EXEMPT' as const),
  });
  const shuffled = fc.array(price, { minLength: 2, maxLength: 12 }).chain((all) => {
    const visits = all.map(({ yen: amountYen, day, taxClass }, n) =>
      pricedVisit(String(n), { amountYen, taxClass, date: `2026-06-${String(day).padStart(2, '0')}` }),
    );
    return fc.tuple(fc.constant(visits), fc.shuffledSubarray(visits, { minLength: visits.length }));
  });
  fc.assert(
    fc.property(shuffled, ([visits, others]) => {
      const [one, other] = [visits, others].map((all) =>
        JSON.stringify(decided(settlement, [], closeMonth('2026-06', all), '2026-07-02T00:00:00.000Z')),
      );
      return one === other && one?.includes('StatementIssued');
    }),
  );
});
