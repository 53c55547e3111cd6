import t from 'tap';
import { MOST_ACCOUNT_CHANGES } from '../../../src/domain/limits.ts';
import { accountOf, accountWith } from '../../../src/domain/office/bank-account.ts';
import { office } from '../../../src/domain/office/decider.ts';
import type { OfficeEvent } from '../../../src/domain/office/events.ts';
import { EXAMPLE_EVENTS } from '../../support/example-events.ts';
import { specify, stateAfter } from '../../support/specification.ts';
import { NOON, officeRegistered } from './example-office.ts';

const registered = officeRegistered();
const account = EXAMPLE_EVENTS.BankAccountSet.full.data;
const other = { ...account, branchCode: '004', digest: 'of another account' };
const set = (data: typeof account): OfficeEvent => ({ type: 'BankAccountSet', data });

specify(t, office, NOON, [
  {
    name: 'happens: the first',
    given: [registered],
    when: { type: 'SetBankAccount', ...account },
    then: [set(account)],
  },
  {
    name: 'happens: another',
    given: [registered, set(account)],
    when: { type: 'SetBankAccount', ...other },
    then: [set(other)],
  },
  {
    name: 'happens: the number that the bank gave for sending files alone',
    given: [registered, set(account)],
    when: { type: 'SetBankAccount', ...account, consignorCode: null },
    then: [set({ ...account, consignorCode: null })],
  },
  {
    name: 'repeated: the same, sealed anew',
    given: [registered, set(account)],
    when: { type: 'SetBankAccount', ...account, number: other.number },
    then: [],
  },
  {
    name: 'stale: it was another meanwhile',
    given: [registered, set(account), set(other)],
    when: { type: 'SetBankAccount', ...account },
    then: [set(account)],
  },
  {
    name: 'refused: there is no such office',
    given: [],
    when: { type: 'SetBankAccount', ...account },
    refused: 'OFFICE_UNKNOWN',
    path: ['officeId'],
  },
  {
    name: 'refused, rule 49: so often',
    given: [registered, ...Array.from({ length: MOST_ACCOUNT_CHANGES }, () => set(account))],
    when: { type: 'SetBankAccount', ...other },
    refused: 'TOO_MANY_CHANGES',
    path: ['officeId'],
  },
]);

t.test('rule 35: the account that was approved is found, whatever has taken its place', async (t) => {
  const state = stateAfter(office, [registered, set(account), set(other)]);
  if (state.status !== 'REGISTERED') throw new Error('the office is registered');
  t.strictSame(accountOf(state), other);
  t.strictSame(accountWith(state, account.digest), account);
  t.equal(accountWith(state, 'of no account'), null);
});
