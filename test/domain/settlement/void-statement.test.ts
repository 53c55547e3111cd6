import t from 'tap';
import { MOST_VOIDS } from '../../../src/domain/limits.ts';
import { settlement } from '../../../src/domain/settlement/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  AUGUST_1,
  adjustmentLine,
  approved,
  carriedLine,
  closeMonth,
  confirmed,
  disputed,
  JULY,
  JULY_1,
  JUNE,
  lineId,
  outOfScope,
  paid,
  pricedVisit,
  SEPTEMBER_1,
  statement,
  statementId,
  taxable,
  visitLine,
  voided,
  voiding,
} from './example-settlement.ts';

const one = pricedVisit('one');
/** June's visits once more, as the n-th statement of the pair. */
const juneAgain = (n: number) =>
  statement(n, '2026-06', [visitLine(one)], {
    subtotals: [taxable(1000, 100)],
    totalYen: 1100,
    replaces: statementId(n - 1),
  });
const voidedOften = Array.from({ length: MOST_VOIDS }, (_, n) => [
  ...(n === 0 ? JUNE : juneAgain(n + 1)),
  voided(n + 1),
]).flat();

specify(t, settlement, JULY_1, [
  { name: 'happens: before anybody has confirmed it', given: JUNE, when: voiding(1), then: [voided(1)] },
  {
    name: 'happens, contract: confirmed, as nobody has approved it',
    given: [...JUNE, confirmed],
    when: voiding(1),
    then: [voided(1)],
  },
  { name: 'happens: disputed', given: [...JUNE, disputed()], when: voiding(1), then: [voided(1)] },
  {
    name: 'happens, rule 35: a dispute has taken the approval back',
    given: [...JUNE, approved, disputed()],
    when: voiding(1),
    then: [voided(1)],
  },
  {
    name: 'happens, rule 33: it says up to when the pair is closed still',
    given: [...JUNE, ...JULY],
    when: voiding(2),
    then: [voided(2, '2026-06')],
  },
  {
    name: 'happens: the newest of those that stand',
    given: [...JUNE, ...JULY, voided(2, '2026-06')],
    when: voiding(1),
    then: [voided(1)],
  },
  ...Object.entries({ approved: [approved], paid: [approved, paid] }).map(([what, then]) => ({
    name: `refused, contract: it is ${what}`,
    given: [...JUNE, ...then],
    when: voiding(1),
    refused: 'PAYMENT_UNDER_WAY',
    path: ['statementId'],
  })),
  {
    name: 'refused, contract: a newer one of the pair stands',
    given: [...JUNE, ...JULY],
    when: voiding(1),
    refused: 'NOT_NEWEST',
    path: ['statementId'],
  },
  {
    name: 'refused: there is no such statement',
    given: [],
    when: voiding(1),
    refused: 'STATEMENT_UNKNOWN',
    path: ['statementId'],
  },
  {
    name: 'refused: it has been voided for another reason',
    given: [...JUNE, voided(1)],
    when: voiding(1, { digest: 'of another voiding' }),
    refused: 'STATEMENT_VOIDED',
    path: ['statementId'],
  },
  {
    name: 'refused, rule 49: ten times a month of a pair at most',
    given: [...voidedOften, ...juneAgain(MOST_VOIDS + 1)],
    when: voiding(MOST_VOIDS + 1),
    refused: 'TOO_MANY_CHANGES',
    path: ['statementId'],
  },
  { name: 'repeated: the same once more', given: [...JUNE, voided(1)], when: voiding(1), then: [] },
  {
    name: 'stale: the month has been closed again meanwhile; that one stands',
    given: [...JUNE, voided(1), ...juneAgain(2)],
    when: voiding(1),
    then: [],
  },
]);

const missed = pricedVisit('one', { kind: 'FREE', amountYen: 0 });
const belowZero = statement(
  2,
  '2026-07',
  [adjustmentLine(missed, -1000, lineId(1, 0)), carriedLine('2026-07-31', 1100, null)],
  { subtotals: [taxable(-1000, -100), outOfScope(1100)], totalYen: 0, carriedForwardYen: -1100 },
);
const ofAugust = pricedVisit('of August', { date: '2026-08-02', amountYen: 2000 });
const august = statement(3, '2026-08', [carriedLine('2026-08-01', -1100, statementId(2)), visitLine(ofAugust)], {
  subtotals: [taxable(2000, 200), outOfScope(-1100)],
  totalYen: 1100,
});

t.test('closing after a void', async (t) => {
  specify(t, settlement, AUGUST_1, [
    {
      name: 'happens, rules 31, 33: its visits are closed again, with a number of their own',
      given: [...JUNE, voided(1)],
      when: closeMonth('2026-06', [one]),
      at: JULY_1,
      then: juneAgain(2),
    },
    {
      name: 'happens, rule 31: at the price that they have by now, as first lines',
      given: [...JUNE, voided(1)],
      when: closeMonth('2026-06', [pricedVisit('one', { amountYen: 1300 })]),
      at: JULY_1,
      then: statement(2, '2026-06', [visitLine(pricedVisit('one', { amountYen: 1300 }))], {
        subtotals: [taxable(1300, 130)],
        totalYen: 1430,
        replaces: statementId(1),
      }),
    },
    {
      name: 'happens, rule 33: the month after may be closed at once, with what was voided in it',
      given: [...JUNE, voided(1)],
      when: closeMonth('2026-07', [one]),
      then: statement(2, '2026-07', [visitLine(one)], { subtotals: [taxable(1000, 100)], totalYen: 1100 }),
    },
    {
      name: 'happens, rule 32: what it had carried forward falls away with it',
      given: [...JUNE, ...belowZero, voided(2, '2026-06')],
      when: closeMonth('2026-08', [missed, ofAugust]),
      at: SEPTEMBER_1,
      then: statement(3, '2026-08', [adjustmentLine(missed, -1000, lineId(1, 0)), visitLine(ofAugust)], {
        subtotals: [taxable(1000, 100)],
        totalYen: 1100,
      }),
    },
    {
      name: 'happens, rule 32: what it had begun with waits for the next closing',
      given: [...JUNE, ...belowZero, ...august, voided(3, '2026-07')],
      when: closeMonth('2026-08', [ofAugust]),
      at: SEPTEMBER_1,
      then: statement(4, '2026-08', [carriedLine('2026-08-01', -1100, statementId(2)), visitLine(ofAugust)], {
        subtotals: [taxable(2000, 200), outOfScope(-1100)],
        totalYen: 1100,
        replaces: statementId(3),
      }),
    },
    {
      name: 'refused, rule 33: a month is closed once more after a void, and no oftener',
      given: [...JUNE, voided(1), ...juneAgain(2)],
      when: closeMonth('2026-06', [one]),
      at: JULY_1,
      refused: 'MONTH_CLOSED',
      path: ['month'],
    },
    {
      name: 'refused, rule 33: a month before one that stands',
      given: [...JUNE, ...JULY, voided(2, '2026-06')],
      when: closeMonth('2026-06', [one]),
      refused: 'MONTH_CLOSED',
      path: ['month'],
    },
  ]);
});
