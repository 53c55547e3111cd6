import t from 'tap';
import { uuidOf } from '../../../src/domain/ids.ts';
import { MOST_FAILURES, MOST_TRANSFER_YEN } from '../../../src/domain/limits.ts';
import { settlement } from '../../../src/domain/settlement/decider.ts';
import type { SettlementEvent } from '../../../src/domain/settlement/events.ts';
import { specify } from '../../support/specification.ts';
import {
  approved,
  BANK_FILE,
  confirmed,
  failed,
  instructed,
  JULY_1,
  JUNE,
  JUNE_FOR_NOTHING,
  outOfScope,
  paid,
  pricedVisit,
  sealed,
  statement,
  statementId,
  takenBack,
  visitLine,
} from './example-settlement.ts';

const APPROVED = [...JUNE, confirmed, approved];
const INSTRUCTED = [...APPROVED, instructed];
const FAILED = [...INSTRUCTED, failed];

const instruct = {
  type: 'InstructPayment',
  statementId: statementId(1),
  bankFileId: BANK_FILE,
  transferDate: '2026-07-30',
  accountDigest: 'of the account',
  payerDigest: 'of the payer',
} as const;
const NEXT_FILE = uuidOf('next bank file');
const instructedAgain: SettlementEvent = {
  type: 'PaymentInstructed',
  data: { ...instructed.data, bankFileId: NEXT_FILE },
};
const TOO_MUCH = statement(1, '2026-06', [visitLine(pricedVisit('one'))], {
  subtotals: [outOfScope(MOST_TRANSFER_YEN + 1)],
  totalYen: MOST_TRANSFER_YEN + 1,
});

specify(t, settlement, JULY_1, [
  { name: 'happens, rule 35: what was approved', given: APPROVED, when: instruct, then: [instructed] },
  {
    name: 'happens, rule 35: what came back, in another file',
    given: FAILED,
    when: { ...instruct, bankFileId: NEXT_FILE },
    then: [instructedAgain],
  },
  ...Object.entries({
    'in the file already': INSTRUCTED,
    'in the file, and came back from it': FAILED,
    'in the file, and paid': [...INSTRUCTED, paid],
  }).map(([what, given]) => ({ name: `repeated, rule 35: it is ${what}`, given, when: instruct, then: [] })),
  ...Object.entries({
    ALREADY_INSTRUCTED: INSTRUCTED,
    ALREADY_PAID: [...INSTRUCTED, paid],
    NOT_APPROVED: [...JUNE, confirmed],
    NOTHING_TO_PAY: [...JUNE_FOR_NOTHING, confirmed],
    AMOUNT_TOO_LONG: [...TOO_MUCH, approved],
    ACCOUNT_CHANGED: [...APPROVED, takenBack],
  }).map(([refused, given]) => ({
    name: `refused, rule 35: ${refused}`,
    given,
    when: { ...instruct, bankFileId: NEXT_FILE },
    refused,
    path: ['statementId'],
  })),
  {
    name: 'refused: the payee has no account',
    given: APPROVED,
    when: { ...instruct, accountDigest: null },
    refused: 'PAYEE_ACCOUNT_MISSING',
    path: ['statementId'],
  },
  {
    name: 'stale, rule 35: the payee has changed its account since, and nothing has been taken back yet',
    given: APPROVED,
    when: { ...instruct, accountDigest: 'of another account' },
    refused: 'ACCOUNT_CHANGED',
    path: ['statementId'],
  },
  {
    name: 'stale, rule 35: it has come back, and the payee has changed its account since',
    given: FAILED,
    when: { ...instruct, bankFileId: NEXT_FILE, accountDigest: 'of another account' },
    refused: 'ACCOUNT_CHANGED',
    path: ['statementId'],
  },
]);

const takeBack = {
  type: 'TakeApprovalBack',
  statementId: statementId(1),
  accountDigest: 'of another account',
} as const;
specify(t, settlement, JULY_1, [
  { name: 'happens, rule 35: the account has changed', given: APPROVED, when: takeBack, then: [takenBack] },
  { name: 'happens, rule 35: of what came back', given: FAILED, when: takeBack, then: [takenBack] },
  {
    name: 'happens: it has none any more',
    given: APPROVED,
    when: { ...takeBack, accountDigest: null },
    then: [takenBack],
  },
  {
    name: 'repeated: it is the account approved',
    given: APPROVED,
    when: { ...takeBack, accountDigest: 'of the account' },
    then: [],
  },
  { name: 'repeated: it was taken back', given: [...APPROVED, takenBack], when: takeBack, then: [] },
  { name: 'repeated: it was taken back of what came back', given: [...FAILED, takenBack], when: takeBack, then: [] },
  { name: 'stale, rule 35: what is in a file goes on', given: INSTRUCTED, when: takeBack, then: [] },
  { name: 'stale: what is paid is paid', given: [...APPROVED, paid], when: takeBack, then: [] },
  { name: 'refused: there is none', given: [], when: takeBack, refused: 'STATEMENT_UNKNOWN', path: ['statementId'] },
]);

const fail = {
  type: 'RecordFailure',
  statementId: statementId(1),
  failedOn: '2026-07-01',
  reason: failed.data.reason,
  digest: 'of the failure',
} as const;
const TIRED = Array.from({ length: MOST_FAILURES }, (): readonly SettlementEvent[] => [failed, paid]).flat();
specify(t, settlement, JULY_1, [
  { name: 'happens, rule 35: it came back from the bank', given: INSTRUCTED, when: fail, then: [failed] },
  {
    name: 'happens: it came back after it was recorded as paid',
    given: [...INSTRUCTED, paid],
    when: fail,
    then: [failed],
  },
  { name: 'happens: paid another way, and it came back', given: [...APPROVED, paid], when: fail, then: [failed] },
  { name: 'repeated: the same failure', given: FAILED, when: fail, then: [] },
  ...Object.entries({ issued: JUNE, approved: APPROVED, 'back already, otherwise': FAILED }).map(([what, given]) => ({
    name: `refused: it is ${what}`,
    given,
    when: { ...fail, digest: 'of another failure' },
    refused: 'NOT_INSTRUCTED',
    path: ['statementId'],
  })),
  {
    name: 'refused: tomorrow',
    given: INSTRUCTED,
    when: { ...fail, failedOn: '2026-07-02' },
    refused: 'DAY_IN_FUTURE',
    path: ['on'],
  },
  ...Object.entries({ instructed: INSTRUCTED, paid: [...INSTRUCTED, paid] }).map(([what, given]) => ({
    name: `refused: before it was ${what}`,
    given,
    when: { ...fail, failedOn: '2026-06-30' },
    refused: 'FAILED_BEFORE_PAYMENT',
    path: ['on'],
  })),
  {
    name: 'refused, rule 49: so often',
    given: [...INSTRUCTED, paid, ...TIRED],
    when: fail,
    refused: 'TOO_MANY_CHANGES',
    path: ['statementId'],
  },
  {
    name: 'stale: it was put into another file meanwhile, and comes back from that',
    given: [...FAILED, instructedAgain],
    when: fail,
    then: [failed],
  },
]);

const leave = { ...fail, type: 'LeaveOutOfFile', bankFileId: BANK_FILE } as const;
specify(t, settlement, JULY_1, [
  { name: 'happens, rule 35: it stands in no file', given: INSTRUCTED, when: leave, then: [failed] },
  { name: 'repeated', given: FAILED, when: leave, then: [] },
  { name: 'stale: it is in another file by now', given: [...FAILED, instructedAgain], when: leave, then: [] },
  { name: 'stale: it has been paid another way', given: [...INSTRUCTED, paid], when: leave, then: [] },
  { name: 'refused: there is none', given: [], when: leave, refused: 'STATEMENT_UNKNOWN', path: ['statementId'] },
]);

const pay = {
  type: 'RecordPayment',
  statementId: statementId(1),
  paidOn: '2026-07-01',
  amountYen: 1100,
  reference: sealed('T-0701'),
  digest: 'of 0701',
} as const;
specify(t, settlement, JULY_1, [
  { name: 'happens: by the file', given: INSTRUCTED, when: pay, then: [paid] },
  { name: 'happens: another way, after it came back', given: FAILED, when: pay, then: [paid] },
  {
    name: 'refused, rule 35: it was approved for another account',
    given: [...APPROVED, takenBack],
    when: pay,
    refused: 'ACCOUNT_CHANGED',
    path: ['statementId'],
  },
]);
