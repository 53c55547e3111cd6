import t from 'tap';
import type { OfficeEvent } from '../../src/domain/office/events.ts';
import type { SettlementEvent } from '../../src/domain/settlement/events.ts';
import { whenAccountChangedThenApprovalsTakenBack } from '../../src/processes/when-account-changed-then-approvals-taken-back.ts';
import { officeRegistered } from '../domain/office/example-office.ts';
import {
  approved,
  confirmed,
  disputed,
  failed,
  hashOf,
  instructed,
  JULY,
  JULY_1,
  JUNE,
  PAIR,
  paid,
  SETTLEMENT,
  statementId,
  takenBack,
} from '../domain/settlement/example-settlement.ts';
import { EXAMPLE_EVENTS } from '../support/example-events.ts';
import { on, specifyProcess } from '../support/process-specification.ts';

const ofPair = (...events: readonly SettlementEvent[]) => on('settlement', SETTLEMENT, ...events);
const ofPayee = (...events: readonly OfficeEvent[]) => on('office', PAIR.assistOfficeId, ...events);
const account = EXAMPLE_EVENTS.BankAccountSet.full.data;
const set = (over: Partial<typeof account> = {}): OfficeEvent => ({
  type: 'BankAccountSet',
  data: { ...account, ...over },
});
const approvalOf = (n: number, of: readonly SettlementEvent[], accountDigest: string | null): SettlementEvent => ({
  type: 'PaymentApproved',
  data: { statementId: statementId(n), contentHash: hashOf(of), approvedBy: 'manager', accountDigest },
});

/** June's and July's statement are approved for the account of the example. */
const approvedJuly = approvalOf(2, JULY, account.digest);
const bothApproved = ofPair(...JUNE, ...JULY, approved, approvedJuly);
const registered = ofPayee(officeRegistered());
const withAccount = [...registered, ...ofPayee(set())];
const other = set({ digest: 'of another account' });
const toDo = (n: number, cause: OfficeEvent | SettlementEvent) => ({
  id: `${SETTLEMENT} ${statementId(n)}`,
  dueAt: '' as const,
  cause,
});

/** What takes June's statement off the list, and leaves July's on it. */
const takesOff = (name: string, ...when: readonly SettlementEvent[]) => ({
  name: `rule 35: ${name}: off the list, this statement alone`,
  given: [...withAccount, ...bothApproved, ...ofPayee(other)],
  listed: [toDo(1, other), toDo(2, other)],
  when: ofPair(...when),
  then: [toDo(2, other)],
});
const unpaid = [...withAccount, ...ofPair(...JUNE, approved)];
const [withNone, another] = [approvalOf(1, JUNE, null), set()];
const [third, back, again] = [set({ digest: 'of a third account' }), set(), disputed()];

specifyProcess(t, whenAccountChangedThenApprovalsTakenBack, {
  follows: [
    {
      name: 'rule 35: the payee has another account: what was approved for the one before',
      given: [...withAccount, ...bothApproved],
      when: ofPayee(other),
      then: [toDo(1, other), toDo(2, other)],
    },
    {
      name: 'rule 35: approved when it had none, and now it has one',
      given: [...registered, ...ofPair(...JUNE, withNone)],
      when: ofPayee(another),
      then: [toDo(1, another)],
    },
    {
      name: 'rule 35: the same account, with another number for sending files: nothing',
      given: unpaid,
      when: ofPayee(set({ consignorCode: null })),
      then: [],
    },
    {
      name: 'rule 35: the payer has another account: nothing',
      given: [...on('office', PAIR.partnerOfficeId, officeRegistered(), set()), ...unpaid],
      when: on('office', PAIR.partnerOfficeId, other),
      then: [],
    },
    {
      name: 'rule 35: nobody has approved it: nothing',
      given: [...withAccount, ...ofPair(...JUNE, confirmed)],
      when: ofPayee(other),
      then: [],
    },
    {
      name: 'rule 35: in a file: it goes on',
      given: [...unpaid, ...ofPair(instructed)],
      when: ofPayee(other),
      then: [],
    },
    {
      name: 'rule 35: paid: it goes on',
      given: [...unpaid, ...ofPair(paid)],
      when: ofPayee(other),
      then: [],
    },
    {
      name: 'rule 35: approved for the account that it has: nothing',
      given: [...withAccount, ...ofPair(...JUNE)],
      when: ofPair(approved),
      then: [],
    },
    {
      name: 'rule 35: approved for the account before, where the two crossed',
      given: [...withAccount, ...ofPayee(other), ...ofPair(...JUNE)],
      when: ofPair(approved),
      then: [toDo(1, approved)],
    },
    {
      name: 'rule 35: it comes back from a file, and the payee has another account by then',
      given: [...unpaid, ...ofPair(instructed), ...ofPayee(other)],
      when: ofPair(failed),
      then: [toDo(1, failed)],
    },
    {
      name: 'rule 35: it comes back, and the payee has the account still: nothing',
      given: [...unpaid, ...ofPair(instructed)],
      when: ofPair(failed),
      then: [],
    },
    {
      name: 'rule 35: yet another account: for that one',
      given: [...unpaid, ...ofPayee(other)],
      listed: [toDo(1, other)],
      when: ofPayee(third),
      then: [toDo(1, third)],
    },
    {
      name: 'rule 35: the payee has the account that was approved again: off the list',
      given: [...withAccount, ...bothApproved, ...ofPayee(other)],
      listed: [toDo(1, other), toDo(2, other)],
      when: ofPayee(back),
      then: [],
    },
    takesOff('the approval is taken back', takenBack),
    takesOff('a dispute takes the approval back', disputed()),
    takesOff('it is approved for the new account', approvalOf(1, JUNE, 'of another account')),
    takesOff('it is put into a file', instructed),
    takesOff('it is paid', paid),
    {
      name: 'rule 35: a dispute leaves the approval of what came back as it is: on the list',
      given: [...unpaid, ...ofPair(instructed), ...ofPayee(other), ...ofPair(failed)],
      listed: [toDo(1, failed)],
      when: ofPair(again),
      then: [toDo(1, again)],
    },
  ],
  acts: [
    {
      name: 'acts, rule 35: the approval is taken back',
      given: [...unpaid, ...ofPayee(other)],
      at: JULY_1,
      then: ofPair(takenBack),
    },
    {
      name: 'acts, rule 35: where the two crossed',
      given: [...withAccount, ...ofPayee(other), ...ofPair(...JUNE, approved)],
      at: JULY_1,
      then: ofPair(takenBack),
    },
    {
      name: 'acts, rule 35: of what came back from a file',
      given: [...unpaid, ...ofPair(instructed), ...ofPayee(other), ...ofPair(failed)],
      at: JULY_1,
      then: ofPair(takenBack),
    },
  ],
});
