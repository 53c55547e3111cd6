import t from 'tap';
import { MOST_APPROVALS } from '../../../src/domain/limits.ts';
import { settlement } from '../../../src/domain/settlement/decider.ts';
import type { SettlementEvent } from '../../../src/domain/settlement/events.ts';
import { specify } from '../../support/specification.ts';
import {
  approved,
  confirmed,
  deemed,
  failed,
  hashOf,
  instructed,
  JULY,
  JULY_1,
  JUNE,
  JUNE_FOR_NOTHING,
  paid,
  pricedVisit,
  statement,
  statementId,
  takenBack,
  taxable,
  visitLine,
} from './example-settlement.ts';

const approve = {
  type: 'ApprovePayment',
  statementId: statementId(1),
  contentHash: hashOf(JUNE),
  approvedBy: 'manager',
  accountDigest: 'of the account',
} as const;

const withDays = (days: { readonly confirmBy: null; readonly dueOn: string }) =>
  statement(1, '2026-06', [visitLine(pricedVisit('one'))], {
    subtotals: [taxable(1000, 100)],
    totalYen: 1100,
    ...days,
  });
const NEVER_DEEMED = withDays({ confirmBy: null, dueOn: '2026-07-30' });
const DUE_AT_ONCE = withDays({ confirmBy: null, dueOn: '2026-06-30' });
const approvedOf = (of: readonly SettlementEvent[]): SettlementEvent => ({
  type: 'PaymentApproved',
  data: {
    statementId: statementId(1),
    contentHash: hashOf(of),
    approvedBy: 'manager',
    accountDigest: 'of the account',
  },
});

const approvedFor = (accountDigest: string): SettlementEvent => ({
  type: 'PaymentApproved',
  data: { statementId: statementId(1), contentHash: hashOf(JUNE), approvedBy: 'manager', accountDigest },
});

specify(t, settlement, JULY_1, [
  {
    name: 'happens, rule 35: a second person approves what was confirmed',
    given: [...JUNE, confirmed],
    when: approve,
    then: [approved],
  },
  {
    name: 'happens, rule 35: what silence has confirmed is approved alike',
    given: [...JUNE, deemed],
    when: approve,
    then: [approved],
  },
  ...Object.entries({
    'on the first day of the last 10 before it is due': '2026-07-19T15:00:00.000Z',
    'on the day on which it is due': '2026-07-30T03:00:00.000Z',
    'after it was due': '2026-08-05T03:00:00.000Z',
  }).map(([when, at]) => ({
    name: `happens, rule 35: a silent payee is paid in time, ${when}`,
    given: NEVER_DEEMED,
    when: { ...approve, contentHash: hashOf(NEVER_DEEMED) },
    at,
    then: [approvedOf(NEVER_DEEMED)],
  })),
  {
    name: 'happens, rule 35: due at once, the payee has 5 days to look at it',
    given: DUE_AT_ONCE,
    when: { ...approve, contentHash: hashOf(DUE_AT_ONCE) },
    at: '2026-07-05T15:00:00.000Z',
    then: [approvedOf(DUE_AT_ONCE)],
  },
  {
    name: 'happens, rule 8: confirmBy is over, though the process has not written it yet',
    given: JUNE,
    when: approve,
    at: '2026-07-11T15:00:00.000Z',
    then: [approved],
  },
  {
    name: 'refused, rule 35: nobody has confirmed it, a minute before the last 10 days begin',
    given: NEVER_DEEMED,
    when: { ...approve, contentHash: hashOf(NEVER_DEEMED) },
    at: '2026-07-19T14:59:00.000Z',
    refused: 'NOT_CONFIRMED',
    path: ['statementId'],
  },
  {
    name: 'refused, rule 35: due at once, a minute before 5 days have passed since it was issued',
    given: DUE_AT_ONCE,
    when: { ...approve, contentHash: hashOf(DUE_AT_ONCE) },
    at: '2026-07-05T14:59:00.000Z',
    refused: 'NOT_CONFIRMED',
    path: ['statementId'],
  },
  ...Object.entries({ 'is not confirmed': JUNE, 'is approved': [...JUNE, confirmed, approved] }).map(
    ([what, given]) => ({
      name: `refused, rule 35: who closed the month is told so, whether it ${what} or not`,
      given,
      when: { ...approve, approvedBy: 'coordinator' },
      refused: 'SAME_PERSON',
      path: ['statementId'],
    }),
  ),
  {
    name: 'refused: there is no such statement',
    given: [],
    when: approve,
    refused: 'STATEMENT_UNKNOWN',
    path: ['statementId'],
  },
  {
    name: 'refused, rule 35: approval is bound to the content hash',
    given: [...JUNE, confirmed],
    when: { ...approve, contentHash: hashOf(JULY) },
    refused: 'STATEMENT_CHANGED',
    path: ['contentHash'],
  },
  {
    name: 'refused, rule 35: nobody has confirmed it',
    given: JUNE,
    when: approve,
    refused: 'NOT_CONFIRMED',
    path: ['statementId'],
  },
  {
    name: 'refused, rule 35: another statement of the pair was confirmed',
    given: [...JUNE, ...JULY, confirmed],
    when: { ...approve, statementId: statementId(2), contentHash: hashOf(JULY) },
    refused: 'NOT_CONFIRMED',
    path: ['statementId'],
  },
  {
    name: 'refused, rule 35: who closed the month does not approve its payment',
    given: [...JUNE, confirmed],
    when: { ...approve, approvedBy: 'coordinator' },
    refused: 'SAME_PERSON',
    path: ['statementId'],
  },
  {
    name: 'refused: a total of 0 yen needs no payment',
    given: [...JUNE_FOR_NOTHING, confirmed],
    when: { ...approve, contentHash: hashOf(JUNE_FOR_NOTHING) },
    refused: 'NOTHING_TO_PAY',
    path: ['statementId'],
  },
  { name: 'repeated: it is approved', given: [...JUNE, confirmed, approved], when: approve, then: [] },
  {
    name: 'stale: a third person has approved it meanwhile',
    given: [...JUNE, confirmed, approved],
    when: { ...approve, approvedBy: 'director' },
    refused: 'ALREADY_APPROVED',
    path: ['statementId'],
  },
  {
    name: 'happens, rule 35: anew, for another account than it was approved for',
    given: [...JUNE, confirmed, approved],
    when: { ...approve, accountDigest: 'of another account' },
    then: [approvedFor('of another account')],
  },
  {
    name: 'happens, rule 35: anew, once it was taken back because the account had changed',
    given: [...JUNE, confirmed, approved, takenBack],
    when: { ...approve, accountDigest: 'of another account' },
    then: [approvedFor('of another account')],
  },
  {
    name: 'happens, rule 35: anew, for another account than the one from which it came back',
    given: [...JUNE, confirmed, approved, instructed, failed, takenBack],
    when: { ...approve, accountDigest: 'of another account' },
    then: [approvedFor('of another account')],
  },
  {
    name: 'refused, rule 35: for another account it is still not who closed the month that approves',
    given: [...JUNE, confirmed, approved],
    when: { ...approve, approvedBy: 'coordinator', accountDigest: 'of another account' },
    refused: 'SAME_PERSON',
    path: ['statementId'],
  },
  {
    name: 'refused, rule 49: so often for one account after another',
    given: [...JUNE, confirmed, ...Array.from({ length: MOST_APPROVALS }, (_, n) => approvedFor(`${n}`))],
    when: approve,
    refused: 'TOO_MANY_CHANGES',
    path: ['statementId'],
  },
  {
    name: 'repeated, rule 35: what is in a file goes on, whatever account there is by now',
    given: [...JUNE, confirmed, approved, instructed],
    when: { ...approve, accountDigest: 'of another account' },
    then: [],
  },
  { name: 'stale: it has been paid meanwhile', given: [...JUNE, confirmed, approved, paid], when: approve, then: [] },
]);
