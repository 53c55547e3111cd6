import t from 'tap';
import { settlement } from '../../../src/domain/settlement/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  AUGUST_1,
  adjustmentLine,
  carriedLine,
  closeMonth,
  JULY_1,
  JUNE,
  lineId,
  outOfScope,
  pricedVisit,
  pricedVisits,
  SEPTEMBER_1,
  statement,
  statementId,
  taxable,
  visitLine,
} from './example-settlement.ts';

const ONE = pricedVisit('one');
const OF_MAY = pricedVisit('of May', { date: '2026-05-31', amountYen: 501 });
const CANCELLED = pricedVisit('cancelled', { kind: 'CANCELLATION', date: '2026-06-20', amountYen: 128 });
const LAST_DAY = pricedVisit('last day', { date: '2026-06-30', amountYen: 400 });
const FREE = pricedVisit('free', { kind: 'FREE', amountYen: 0 });
const OF_JULY = pricedVisit('of July', { date: '2026-07-01', amountYen: 300 });
const OF_AUGUST = pricedVisit('of August', { date: '2026-08-02', amountYen: 2000 });

/** The first visit was reported missed after June was closed. */
const ONE_MISSED = pricedVisit('one', { kind: 'FREE', amountYen: 0 });
const ONE_DEARER = pricedVisit('one', { amountYen: 1300 });
const ONE_CHEAPER = pricedVisit('one', { amountYen: 900 });
const ONE_PRICED_ANEW = pricedVisit('one', { pricedBy: pricedVisit('another event').pricedBy });

const adjusted = statement(2, '2026-07', [adjustmentLine(ONE_DEARER, 300, lineId(1, 0))], {
  subtotals: [taxable(300, 30)],
  totalYen: 330,
});
const belowZero = statement(
  2,
  '2026-07',
  [adjustmentLine(ONE_MISSED, -1000, lineId(1, 0)), visitLine(OF_JULY), carriedLine('2026-07-31', 770, null)],
  { subtotals: [taxable(-700, -70), outOfScope(770)], totalYen: 0, carriedForwardYen: -770 },
);

const juneOf = (visits: ReturnType<typeof pricedVisits>) =>
  statement(1, '2026-06', visits.map(visitLine), {
    subtotals: [taxable(visits.length * 1000, visits.length * 100)],
    totalYen: visits.length * 1100,
  });

t.test('lines', async (t) => {
  specify(t, settlement, JULY_1, [
    {
      name: 'happens, rule 31: visits and cancellations up to the month’s end, late ones too, by their days',
      given: [],
      when: closeMonth('2026-06', [LAST_DAY, OF_JULY, CANCELLED, FREE, ONE, OF_MAY]),
      then: statement(1, '2026-06', [OF_MAY, ONE, CANCELLED, LAST_DAY].map(visitLine), {
        subtotals: [taxable(2029, 202)],
        totalYen: 2231,
      }),
    },
    {
      name: 'happens, rule 31: visits of one day stand in the order of their ids, however they come',
      given: [],
      when: closeMonth('2026-06', pricedVisits(3).toReversed()),
      then: juneOf(pricedVisits(3)),
    },
    {
      name: 'happens, rule 31: a settled visit that costs more now is adjusted by the difference',
      given: JUNE,
      when: closeMonth('2026-07', [ONE_DEARER]),
      at: AUGUST_1,
      then: adjusted,
    },
    {
      name: 'happens, rule 31: adjusted once more, the difference is taken to all its lines and corrects the last',
      given: [...JUNE, ...adjusted],
      when: closeMonth('2026-08', [ONE_CHEAPER, OF_AUGUST]),
      at: SEPTEMBER_1,
      then: statement(3, '2026-08', [adjustmentLine(ONE_CHEAPER, -400, lineId(2, 0)), visitLine(OF_AUGUST)], {
        subtotals: [taxable(1600, 160)],
        totalYen: 1760,
      }),
    },
    {
      name: 'happens, rule 31: priced anew at the same price, it is adjusted by 0 yen',
      given: JUNE,
      when: closeMonth('2026-07', [ONE_PRICED_ANEW]),
      at: AUGUST_1,
      then: statement(2, '2026-07', [adjustmentLine(ONE_PRICED_ANEW, 0, lineId(1, 0))], {
        subtotals: [taxable(0, 0)],
        totalYen: 0,
      }),
    },
    {
      name: 'happens, rule 32: below zero, tax included, it closes at 0 and carries the rest forward',
      given: JUNE,
      when: closeMonth('2026-07', [ONE_MISSED, OF_JULY]),
      at: AUGUST_1,
      then: belowZero,
    },
    {
      name: 'happens, rule 32: the next statement begins with what was carried forward, sign reversed',
      given: [...JUNE, ...belowZero],
      when: closeMonth('2026-08', [OF_AUGUST]),
      at: SEPTEMBER_1,
      then: statement(3, '2026-08', [carriedLine('2026-08-01', -770, statementId(2)), visitLine(OF_AUGUST)], {
        subtotals: [taxable(2000, 200), outOfScope(-770)],
        totalYen: 1430,
      }),
    },
    {
      name: 'happens, rule 32: still below zero, the rest of what was carried forward is carried on',
      given: [...JUNE, ...belowZero],
      when: closeMonth('2026-08', [pricedVisit('small', { date: '2026-08-03', amountYen: 200 })]),
      at: SEPTEMBER_1,
      then: statement(
        3,
        '2026-08',
        [
          carriedLine('2026-08-01', -770, statementId(2)),
          visitLine(pricedVisit('small', { date: '2026-08-03', amountYen: 200 })),
          carriedLine('2026-08-31', 550, null),
        ],
        { subtotals: [taxable(200, 20), outOfScope(-220)], totalYen: 0, carriedForwardYen: -550 },
      ),
    },
    {
      name: 'happens, rule 32: at exactly 0 yen nothing is carried forward',
      given: JUNE,
      when: closeMonth('2026-07', [ONE_MISSED, pricedVisit('as much', { date: '2026-07-03' })]),
      at: AUGUST_1,
      then: statement(
        2,
        '2026-07',
        [adjustmentLine(ONE_MISSED, -1000, lineId(1, 0)), visitLine(pricedVisit('as much', { date: '2026-07-03' }))],
        { subtotals: [taxable(0, 0)], totalYen: 0 },
      ),
    },
  ]);
});

t.test('limits', async (t) => {
  specify(t, settlement, JULY_1, [
    {
      name: 'happens, closeSettlement: at 24:00 of the month’s last day in Tokyo',
      given: [],
      when: closeMonth('2026-06', [ONE]),
      at: '2026-06-30T15:00:00.000Z',
      then: JUNE,
    },
    ...[100, 101, 2500].map((count) => ({
      name: `happens: ${count} lines, at most a hundred a list, are one append`,
      given: [],
      when: closeMonth('2026-06', pricedVisits(count)),
      then: juneOf(pricedVisits(count)),
    })),
    {
      name: 'refused, closeSettlement: a minute before 24:00 of the month’s last day in Tokyo',
      given: [],
      when: closeMonth('2026-06', [ONE]),
      at: '2026-06-30T14:59:00.000Z',
      refused: 'MONTH_NOT_OVER',
      path: ['month'],
    },
    {
      name: 'refused, rule 33: the month is closed (a repeat is found by its command id before it is decided, rule 4)',
      given: JUNE,
      when: closeMonth('2026-06', [ONE]),
      refused: 'MONTH_CLOSED',
      path: ['month'],
    },
    {
      name: 'refused, rule 33: a later month is closed',
      given: JUNE,
      when: closeMonth('2026-05', [OF_MAY]),
      refused: 'MONTH_CLOSED',
      path: ['month'],
    },
    ...Object.entries({
      'no visit': [],
      'a visit of the following month alone': [OF_JULY],
      'a visit that was missed alone': [FREE],
    }).map(([what, visits]) => ({
      name: `refused, rule 31: ${what}`,
      given: [],
      when: closeMonth('2026-06', visits),
      refused: 'NOTHING_TO_SETTLE',
      path: ['month'],
    })),
    {
      name: 'refused, rule 32: what was carried forward makes no statement by itself',
      given: [...JUNE, ...belowZero],
      when: closeMonth('2026-08', [ONE_MISSED, OF_JULY]),
      at: SEPTEMBER_1,
      refused: 'NOTHING_TO_SETTLE',
      path: ['month'],
    },
    {
      name: 'refused: 2,501 lines',
      given: [],
      when: closeMonth('2026-06', pricedVisits(2501)),
      refused: 'STATEMENT_TOO_LONG',
      path: ['month'],
    },
    {
      name: 'stale, rule 36: a visit that another closing has taken meanwhile is left out',
      given: JUNE,
      when: closeMonth('2026-07', [ONE, OF_JULY]),
      at: AUGUST_1,
      then: statement(2, '2026-07', [visitLine(OF_JULY)], { subtotals: [taxable(300, 30)], totalYen: 330 }),
    },
    {
      name: 'stale, rule 36: all that was ripe has been taken by another closing meanwhile',
      given: JUNE,
      when: closeMonth('2026-07', [ONE]),
      at: AUGUST_1,
      refused: 'NOTHING_TO_SETTLE',
      path: ['month'],
    },
    {
      name: 'stale, rule 36: an older price, read before the visit was priced anew, is in a line already',
      given: [...JUNE, ...adjusted],
      when: closeMonth('2026-08', [ONE]),
      at: SEPTEMBER_1,
      refused: 'NOTHING_TO_SETTLE',
      path: ['month'],
    },
  ]);
});
