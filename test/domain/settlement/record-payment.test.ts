import t from 'tap';
import { settlement } from '../../../src/domain/settlement/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  approved,
  confirmed,
  JULY,
  JULY_1,
  JUNE,
  JUNE_FOR_NOTHING,
  paid,
  sealed,
  statementId,
} from './example-settlement.ts';

const APPROVED = [...JUNE, confirmed, approved];
const pay = {
  type: 'RecordPayment',
  statementId: statementId(1),
  paidOn: '2026-07-01',
  amountYen: 1100,
  reference: sealed('T-0701'),
  digest: 'of 0701',
} as const;

specify(t, settlement, JULY_1, [
  { name: 'happens: paid today', given: APPROVED, when: pay, then: [paid] },
  {
    name: 'happens: paid on a day that has just begun in Tokyo',
    given: APPROVED,
    when: { ...pay, paidOn: '2026-07-02' },
    at: '2026-07-01T15:00:00.000Z',
    then: [
      {
        type: 'PaymentSettled',
        data: {
          statementId: statementId(1),
          paidOn: '2026-07-02',
          amountYen: 1100,
          reference: sealed('T-0701'),
          digest: 'of 0701',
        },
      },
    ],
  },
  {
    name: 'refused: there is no such statement',
    given: APPROVED,
    when: { ...pay, statementId: statementId(2) },
    refused: 'STATEMENT_UNKNOWN',
    path: ['statementId'],
  },
  ...[1099, 1101].map((amountYen) => ({
    name: `refused: ${amountYen} yen are not the total`,
    given: APPROVED,
    when: { ...pay, amountYen },
    refused: 'AMOUNT_DIFFERS',
    path: ['amountYen'],
  })),
  ...Object.entries({ 'issued alone': JUNE, 'confirmed alone': [...JUNE, confirmed] }).map(([what, given]) => ({
    name: `refused, rule 35: the statement is ${what}`,
    given,
    when: pay,
    refused: 'NOT_APPROVED',
    path: ['statementId'],
  })),
  {
    name: 'refused, rule 35: another statement of the pair was approved',
    given: [...JUNE, ...JULY, confirmed, approved],
    when: { ...pay, statementId: statementId(2), amountYen: 2200 },
    refused: 'NOT_APPROVED',
    path: ['statementId'],
  },
  {
    name: 'refused: a total of 0 yen is never approved, nor paid',
    given: [...JUNE_FOR_NOTHING, confirmed],
    when: { ...pay, amountYen: 0 },
    refused: 'NOT_APPROVED',
    path: ['statementId'],
  },
  {
    name: 'refused: paid on a day that begins in Tokyo in a minute',
    given: APPROVED,
    when: { ...pay, paidOn: '2026-07-02' },
    at: '2026-07-01T14:59:00.000Z',
    refused: 'DAY_IN_FUTURE',
    path: ['paidOn'],
  },
  {
    name: 'refused, rule 35: paid on a day before the statement was issued',
    given: APPROVED,
    when: { ...pay, paidOn: '2026-06-30' },
    refused: 'PAID_BEFORE_ISSUE',
    path: ['paidOn'],
  },
  { name: 'repeated: it is paid', given: [...APPROVED, paid], when: pay, then: [] },
  {
    name: 'stale: it has been paid meanwhile, by another transfer',
    given: [...APPROVED, paid],
    when: { ...pay, paidOn: '2026-06-30', digest: 'of 0630' },
    refused: 'ALREADY_PAID',
    path: ['statementId'],
  },
  {
    name: 'repeated, rule 41: it is paid; the reference is sealed anew each time',
    given: [...APPROVED, paid],
    when: { ...pay, reference: sealed('T-0701-anew') },
    then: [],
  },
  {
    name: 'happens, rule 35: of a silent payee, who confirms beside it',
    given: [...JUNE, approved, confirmed],
    when: pay,
    then: [paid],
  },
  {
    name: 'stale: it has been paid meanwhile, and the amount differs',
    given: [...APPROVED, paid],
    when: { ...pay, amountYen: 1000 },
    refused: 'AMOUNT_DIFFERS',
    path: ['amountYen'],
  },
]);
