import t from 'tap';
import { MOST_DISPUTES } from '../../../src/domain/limits.ts';
import { settlement } from '../../../src/domain/settlement/decider.ts';
import { specify, stateAfter } from '../../support/specification.ts';
import {
  answered,
  approved,
  confirmed,
  dispute,
  disputed,
  JUNE,
  lineId,
  paid,
  pricedVisits,
  statement,
  statementId,
  taxable,
  visitLine,
  voided,
} from './example-settlement.ts';

/** A minute before 24:00 in Tokyo of 11 July, and then. */
const LAST_MINUTE = '2026-07-11T14:59:00.000Z';
const OVER = '2026-07-11T15:00:00.000Z';
const MANY = pricedVisits(MOST_DISPUTES + 1);
const long = statement(1, '2026-06', MANY.map(visitLine), {
  subtotals: [taxable(101_000, 10_100)],
  totalYen: 111_100,
});
const disputedUpTo = (count: number) =>
  MANY.slice(0, count).map(({ visitId }, index) => disputed({ lineId: lineId(1, index), visitId }));

specify(t, settlement, LAST_MINUTE, [
  {
    name: 'happens, rule 35: a line is disputed until silence confirms',
    given: JUNE,
    when: dispute(),
    then: [disputed()],
  },
  ...Object.entries({ approved: [approved], paid: [approved, paid] }).map(([what, then]) => ({
    name: `happens, rule 35: disputing stands beside the payment, which is ${what}`,
    given: [...JUNE, ...then],
    when: dispute(),
    then: [disputed()],
  })),
  {
    name: 'happens, rule 35: while another dispute is open silence confirms nothing, and more may be disputed',
    given: [...long, ...disputedUpTo(1)],
    when: dispute({ lineId: lineId(1, 1) }),
    at: OVER,
    then: [disputed({ lineId: lineId(1, 1), visitId: MANY[1]?.visitId ?? '' })],
  },
  {
    name: 'refused, contract: at 24:00 of confirmBy silence has confirmed it, written or not',
    given: JUNE,
    when: dispute(),
    at: OVER,
    refused: 'ALREADY_CONFIRMED',
    path: ['statementId'],
  },
  {
    name: 'refused, contract: it has been confirmed by hand',
    given: [...JUNE, confirmed],
    when: dispute(),
    refused: 'ALREADY_CONFIRMED',
    path: ['statementId'],
  },
  {
    name: 'refused, contract: once a line, whoever it was and however it was answered',
    given: [...JUNE, disputed(), answered()],
    when: dispute({ digest: 'of a second' }),
    refused: 'ALREADY_DISPUTED',
    path: ['lineId'],
  },
  {
    name: 'refused: there is no such statement',
    given: [],
    when: dispute(),
    refused: 'STATEMENT_UNKNOWN',
    path: ['statementId'],
  },
  {
    name: 'refused: there is no such line',
    given: JUNE,
    when: dispute({ lineId: lineId(1, 1) }),
    refused: 'LINE_UNKNOWN',
    path: ['lineId'],
  },
  {
    name: 'refused: the line is of another statement',
    given: [...JUNE, ...statement(2, '2026-07', [], { subtotals: [], totalYen: 0 })],
    when: dispute({ statementId: statementId(2) }),
    refused: 'LINE_UNKNOWN',
    path: ['lineId'],
  },
  {
    name: 'refused, rule 49: a hundred lines of a statement are disputed at most',
    given: [...long, ...disputedUpTo(MOST_DISPUTES)],
    when: dispute({ lineId: lineId(1, MOST_DISPUTES) }),
    refused: 'TOO_MANY_DISPUTES',
    path: ['lineId'],
  },
  {
    name: 'repeated: the same dispute once more, also after the answer',
    given: [...JUNE, disputed(), answered(), confirmed],
    when: dispute(),
    then: [],
  },
  {
    name: 'stale, rule 31: the statement has been voided meanwhile',
    given: [...JUNE, voided(1)],
    when: dispute(),
    refused: 'STATEMENT_VOIDED',
    path: ['statementId'],
  },
]);

t.test('rule 35: what a dispute makes of the statement', async (t) => {
  const now = (events: typeof JUNE) => {
    const [one] = stateAfter(settlement, events).statements;
    return [one?.status, one?.approvedBy];
  };
  t.strictSame(now([...JUNE, disputed()]), ['DISPUTED', null]);
  t.strictSame(now([...JUNE, approved, disputed()]), ['DISPUTED', null], 'an approval is taken back');
  t.strictSame(now([...JUNE, approved, paid, disputed()]), ['PAID', 'manager'], 'a payment stands');
  t.strictSame(now([...JUNE, disputed(), answered()]), ['ISSUED', null]);
  t.strictSame(now([...JUNE, approved, paid, disputed(), answered()]), ['PAID', 'manager']);
  const both = disputedUpTo(2);
  t.strictSame(now([...long, ...both, answered()]), ['DISPUTED', null], 'while another is open');
  t.strictSame(now([...long, ...both, answered(), answered({ lineId: lineId(1, 1) })]), ['ISSUED', null]);
});
