import t from 'tap';
import type { Day } from '../../../src/domain/calendar.ts';
import { settlement } from '../../../src/domain/settlement/decider.ts';
import { specify, stateAfter } from '../../support/specification.ts';
import {
  AUGUST_1,
  adjustmentLine,
  answer,
  answered,
  approved,
  carriedLine,
  closeMonth,
  confirmed,
  disputed,
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
} from './example-settlement.ts';

/** Noon in Tokyo of 3 July: two days after issue. */
const JULY_3 = '2026-07-03T03:00:00.000Z';
const given = [...JUNE, disputed()];
const upheld = { outcome: 'UPHELD', adjustmentYen: 500 } as const;
const ofCarried = { statementId: statementId(2), lineId: lineId(2, 0) };
const beginsWithCarried = statement(2, '2026-07', [carriedLine('2026-07-01', -770, statementId(1))], {
  subtotals: [outOfScope(-770)],
  totalYen: 0,
});

specify(t, settlement, JULY_3, [
  ...(['REJECTED', 'WITHDRAWN', 'UPHELD'] as const).map((outcome) => ({
    name: `happens: ${outcome}, without an amount`,
    given,
    when: answer({ outcome }),
    then: [answered({ outcome })].map(({ id: _, ...event }) => event),
  })),
  {
    name: 'happens: UPHELD with an amount, which goes into the next statement',
    given,
    when: answer(upheld),
    then: [answered(upheld)].map(({ id: _, ...event }) => event),
  },
  {
    name: 'happens, rule 35: after the payment too',
    given: [...JUNE, approved, paid, disputed()],
    when: answer(upheld),
    then: [answered(upheld)].map(({ id: _, ...event }) => event),
  },
  {
    name: 'refused: nobody has disputed the line',
    given: JUNE,
    when: answer(),
    refused: 'DISPUTE_UNKNOWN',
    path: ['lineId'],
  },
  {
    name: 'refused: there is no such statement',
    given: [],
    when: answer(),
    refused: 'STATEMENT_UNKNOWN',
    path: ['statementId'],
  },
  {
    name: 'refused: it has been answered otherwise',
    given: [...given, answered()],
    when: answer({ ...upheld, digest: 'of another answer' }),
    refused: 'DISPUTE_RESOLVED',
    path: ['lineId'],
  },
  ...([{ outcome: 'WITHDRAWN' }, upheld] as const).map((over) => ({
    name: `happens, rule 35: nobody amends the record, so it ends otherwise, ${over.outcome}`,
    given: [...given, answered({ outcome: 'UPHELD' })],
    when: answer({ ...over, digest: 'of another answer' }),
    then: [answered({ ...over, digest: 'of another answer' })].map(({ id: _, ...event }) => event),
  })),
  ...(
    [
      ['the record has been amended', 'UPHELD', { ...upheld, pricedBy: null }],
      ['the visit has been priced anew', 'UPHELD', { ...upheld, pricedBy: pricedVisit('two').pricedBy }],
      ['it is the same without an amount', 'UPHELD', { outcome: 'UPHELD' }],
      ['an amount stands already', 'amount', { ...upheld, adjustmentYen: 600 }],
      ['it has been rejected', 'REJECTED', { outcome: 'WITHDRAWN' }],
    ] as const
  ).map(([why, before, over]) => ({
    name: `refused, rule 35: no second answer where ${why}`,
    given: [...given, answered(before === 'amount' ? upheld : { outcome: before })],
    when: answer({ ...over, digest: 'of another answer' }),
    refused: 'DISPUTE_RESOLVED',
    path: ['lineId'],
  })),
  {
    name: 'refused, contract: a line of no visit has no record to amend, so what is upheld needs an amount',
    given: [...JUNE, ...beginsWithCarried, disputed({ ...ofCarried, visitId: null })],
    when: answer({ ...ofCarried, outcome: 'UPHELD', isRecorded: false }),
    refused: 'ADJUSTMENT_NEEDED',
    path: ['adjustmentYen'],
  },
  {
    name: 'refused, contract: what was cancelled or missed has no record to amend either',
    given,
    when: answer({ outcome: 'UPHELD', isRecorded: false }),
    refused: 'ADJUSTMENT_NEEDED',
    path: ['adjustmentYen'],
  },
  { name: 'repeated: the same answer once more', given: [...given, answered(), confirmed], when: answer(), then: [] },
  {
    name: 'stale: the statement has been voided meanwhile',
    given: [...given, voided(1)],
    when: answer(),
    refused: 'STATEMENT_VOIDED',
    path: ['statementId'],
  },
]);

t.test('rule 35: after an answer the days to confirm begin anew, at most until it is due, never under 5', async (t) => {
  // Ten days to confirm from 1 July, due on 30 July; and the same closed late, on 20 and 28 July.
  const confirmByOf = (issuedOn: Day, confirmBy: Day, answers: readonly string[]): (Day | null)[] => {
    const lines = answers.map((_, n) => visitLine(pricedVisit(`${n}`)));
    const totals = { subtotals: [taxable(1000, 100)], totalYen: 1100 };
    const issued = statement(1, '2026-06', lines, { ...totals, issuedOn, confirmBy });
    let history = [...issued, ...answers.map((_, n) => disputed({ lineId: lineId(1, n) }))];
    return answers.map((day, n) => {
      const when = answer({ lineId: lineId(1, n) });
      const events = settlement.decide(when, stateAfter(settlement, history), `${day}T03:00:00.000Z`);
      history = [...history, ...events];
      return stateAfter(settlement, history).statements[0]?.confirmBy ?? null;
    });
  };
  t.strictSame(confirmByOf('2026-07-01', '2026-07-11', ['2026-07-03', '2026-07-18', '2026-07-22', '2026-07-28']), [
    '2026-07-13',
    '2026-07-28',
    '2026-07-30',
    '2026-08-02',
  ]);
  t.strictSame(confirmByOf('2026-07-22', '2026-07-30', ['2026-07-24', '2026-07-27']), ['2026-07-30', '2026-08-01']);
  t.strictSame(confirmByOf('2026-07-28', '2026-08-02', ['2026-07-30', '2026-08-04']), ['2026-08-04', '2026-08-09']);
  const never = statement(1, '2026-06', [visitLine(pricedVisit('one'))], {
    subtotals: [taxable(1000, 100)],
    totalYen: 1100,
    confirmBy: null,
  });
  t.strictSame(
    settlement
      .decide(answer(), stateAfter(settlement, [...never, disputed()]), JULY_3)
      .map((event) => event.type === 'DisputeResolved' && event.data.confirmBy),
    [null],
    'where silence never confirms it never does',
  );
});

const ofAugust = pricedVisit('of August', { date: '2026-08-02', amountYen: 2000 });
/** What the answer adds: of the line's own day, and taxed as it is. */
const added = (amountYen: number) => ({
  ...adjustmentLine(pricedVisit('one'), amountYen, lineId(1, 0)),
  units: null,
  yenPerUnitHundredths: null,
  pricedBy: answered().id ?? '',
});
const dearer = pricedVisit('one', { amountYen: 1300 });
const ofJuly = pricedVisit('two', { date: '2026-07-10', amountYen: 2000 });
const upheldInJune = [...JUNE, disputed(), answered({ ...upheld })];
const takenIn = statement(2, '2026-07', [visitLine(ofJuly), added(500)], {
  subtotals: [taxable(2500, 250)],
  totalYen: 2750,
});

t.test('rule 31: what disputes have added goes into the next statement, once', async (t) => {
  specify(t, settlement, AUGUST_1, [
    {
      name: 'happens, rule 31: behind the visits, of its line’s day and tax',
      given: upheldInJune,
      when: closeMonth('2026-07', [ofJuly]),
      then: takenIn,
    },
    {
      name: 'happens, rule 31: it makes a statement by itself',
      given: upheldInJune,
      when: closeMonth('2026-07', []),
      then: statement(2, '2026-07', [added(500)], { subtotals: [taxable(500, 50)], totalYen: 550 }),
    },
    {
      name: 'happens, rule 32: below zero it is carried forward',
      given: [...JUNE, disputed(), answered({ ...upheld, adjustmentYen: -700 })],
      when: closeMonth('2026-07', []),
      then: statement(2, '2026-07', [added(-700), carriedLine('2026-07-31', 770, null)], {
        subtotals: [taxable(-700, -70), outOfScope(770)],
        totalYen: 0,
        carriedForwardYen: -770,
      }),
    },
    {
      name: 'happens, rule 31: a later difference of the visit leaves it out, and corrects the visit’s own line',
      given: [...upheldInJune, ...takenIn],
      when: closeMonth('2026-08', [dearer, ofAugust]),
      at: SEPTEMBER_1,
      then: statement(3, '2026-08', [adjustmentLine(dearer, 300, lineId(1, 0)), visitLine(ofAugust)], {
        subtotals: [taxable(2300, 230)],
        totalYen: 2530,
      }),
    },
    {
      name: 'stale, rule 36: another closing has taken it in meanwhile',
      given: [...upheldInJune, ...takenIn],
      when: closeMonth('2026-08', []),
      at: SEPTEMBER_1,
      refused: 'NOTHING_TO_SETTLE',
      path: ['month'],
    },
    ...(['REJECTED', 'WITHDRAWN', 'UPHELD'] as const).map((outcome) => ({
      name: `refused, contract: ${outcome} without an amount adds nothing`,
      given: [...JUNE, disputed(), answered({ outcome })],
      when: closeMonth('2026-07', []),
      refused: 'NOTHING_TO_SETTLE',
      path: ['month'],
    })),
    {
      name: 'happens, rule 31: voided with the statement that held it, it waits again',
      given: [...upheldInJune, ...takenIn, voided(2, '2026-06')],
      when: closeMonth('2026-07', [ofJuly]),
      then: statement(3, '2026-07', [visitLine(ofJuly), added(500)], {
        subtotals: [taxable(2500, 250)],
        totalYen: 2750,
        replaces: statementId(2),
      }),
    },
    {
      name: 'happens, rule 31: where its own line is voided it falls away',
      given: [...upheldInJune, voided(1)],
      when: closeMonth('2026-06', [pricedVisit('one')]),
      at: JULY_1,
      then: statement(2, '2026-06', [visitLine(pricedVisit('one'))], {
        subtotals: [taxable(1000, 100)],
        totalYen: 1100,
        replaces: statementId(1),
      }),
    },
  ]);
});
