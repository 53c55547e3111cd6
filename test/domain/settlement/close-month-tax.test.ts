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
  SEPTEMBER_1,
  statement,
  taxable,
  visitLine,
} from './example-settlement.ts';

const ONE = pricedVisit('one');
const OF_AUGUST = pricedVisit('of August', { date: '2026-08-02', amountYen: 2000 });
const exempt = pricedVisit('exempt', { taxClass: 'EXEMPT', date: '2026-06-11', amountYen: 333 });
const outside = pricedVisit('outside', { taxClass: 'OUT_OF_SCOPE', date: '2026-06-12', amountYen: 77 });
const taxed = pricedVisit('taxed', { date: '2026-06-13', amountYen: 1009 });
const plain = { subtotals: [taxable(1000, 100)], totalYen: 1100 };
const deductible = { '2026-09': 80, '2026-10': 70, '2028-09': 70, '2028-10': 50, '2030-09': 50, '2030-10': 30 };
specify(t, settlement, JULY_1, [
  {
    name: 'happens, rule 34: a subtotal a tax class, in the order of the classes, tax of the taxable alone, cut to yen',
    given: [],
    when: closeMonth('2026-06', [exempt, outside, taxed]),
    then: statement(1, '2026-06', [exempt, outside, taxed].map(visitLine), {
      subtotals: [taxable(1009, 100), { taxClass: 'EXEMPT', netYen: 333, taxYen: 0 }, outOfScope(77)],
      totalYen: 1519,
    }),
  },
  {
    name: 'happens, rule 34: tax is cut on the absolute value where the subtotal is below zero',
    given: JUNE,
    when: closeMonth('2026-07', [pricedVisit('one', { amountYen: 981 })]),
    at: AUGUST_1,
    then: statement(
      2,
      '2026-07',
      [adjustmentLine(pricedVisit('one', { amountYen: 981 }), -19, lineId(1, 0)), carriedLine('2026-07-31', 20, null)],
      { subtotals: [taxable(-19, -1), outOfScope(20)], totalYen: 0, carriedForwardYen: -20 },
    ),
  },
  {
    name: 'happens, rule 34: with 0 days to confirm silence never confirms; with 0 to pay it is due on the last day',
    given: [],
    when: closeMonth('2026-06', [ONE], { confirmDays: 0, paymentDays: 0 }),
    then: statement(1, '2026-06', [visitLine(ONE)], { ...plain, confirmBy: null, dueOn: '2026-06-30' }),
  },
  ...[
    { confirmDays: 4, paymentDays: 30, confirmBy: '2026-07-06', dueOn: '2026-07-30', why: 'never under 5 days' },
    { confirmDays: 5, paymentDays: 30, confirmBy: '2026-07-06', dueOn: '2026-07-30', why: '5 days' },
    { confirmDays: 28, paymentDays: 30, confirmBy: '2026-07-29', dueOn: '2026-07-30', why: 'as agreed' },
    { confirmDays: 30, paymentDays: 30, confirmBy: '2026-07-30', dueOn: '2026-07-30', why: 'at most until it is due' },
    { confirmDays: 10, paymentDays: 3, confirmBy: '2026-07-06', dueOn: '2026-07-03', why: '5 days, though it is due' },
  ].map(({ confirmDays, paymentDays, why, ...days }) => ({
    name: `happens, rule 35: ${confirmDays} days to confirm, ${paymentDays} to pay: ${why}`,
    given: [],
    when: closeMonth('2026-06', [ONE], { confirmDays, paymentDays }),
    then: statement(1, '2026-06', [visitLine(ONE)], { ...plain, ...days }),
  })),
  {
    name: 'happens, rule 28: an adjustment keeps the tax class of the line that it corrects',
    given: JUNE,
    when: closeMonth('2026-07', [pricedVisit('one', { amountYen: 1500, taxClass: 'EXEMPT' })]),
    at: AUGUST_1,
    then: statement(2, '2026-07', [adjustmentLine(pricedVisit('one', { amountYen: 1500 }), 500, lineId(1, 0))], {
      subtotals: [taxable(500, 50)],
      totalYen: 550,
    }),
  },
  {
    name: 'happens, rule 34: the days to confirm count from the day of issue, those to pay from the month’s end',
    given: [],
    when: closeMonth('2026-06', [ONE]),
    at: '2026-07-14T15:00:00.000Z',
    then: statement(1, '2026-06', [visitLine(ONE)], {
      ...plain,
      issuedOn: '2026-07-15',
      confirmBy: '2026-07-25',
      dueOn: '2026-07-30',
    }),
  },
  {
    name: 'happens: of a payee with an invoice number all tax may be deducted',
    given: [],
    when: closeMonth('2026-06', [ONE], { payeeInvoiceNumber: 'T7000012050002' }),
    then: statement(1, '2026-06', [visitLine(ONE)], {
      ...plain,
      payeeInvoiceNumber: 'T7000012050002',
      deductiblePercent: 100,
    }),
  },
  {
    name: 'happens: a month may be left out; numbers count the statements, not the months',
    given: JUNE,
    when: closeMonth('2026-08', [OF_AUGUST]),
    at: SEPTEMBER_1,
    then: statement(2, '2026-08', [visitLine(OF_AUGUST)], { subtotals: [taxable(2000, 200)], totalYen: 2200 }),
  },
]);
for (const [month, percent] of [...Object.entries(deductible), ['2031-09', 30] as const, ['2031-10', 0] as const])
  t.test(`happens: without an invoice number ${percent} % of the tax of ${month} may be deducted`, async (t) => {
    const [issued] = settlement.decide(closeMonth(month, [ONE]), settlement.initial, '2031-11-01T00:00:00.000Z');
    t.equal(issued?.type === 'StatementIssued' && issued.data.deductiblePercent, percent);
  });
