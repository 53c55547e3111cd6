import type { DataOf } from '../decider.ts';
import { MOST_ACCOUNT_CHANGES } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { OfficeEvent } from './events.ts';
import type { RegisteredOffice } from './state.ts';

/** An account as it was set: number and holder sealed with the office's own key (rule 41). */
export type AccountSet = DataOf<OfficeEvent, 'BankAccountSet'>;

/** Field paths of what is sealed of an account, in the office's stream. */
export const accountField = {
  number: 'bankAccount.number',
  numberTail: 'bankAccount.numberTail',
  holderKana: 'bankAccount.holderKana',
} as const;

/** The account that the office has now; null where it has none. */
export const accountOf = ({ accounts }: Pick<RegisteredOffice, 'accounts'>): AccountSet | null =>
  accounts.at(-1) ?? null;

/**
 * The account with a digest, also where another has taken its place: what was approved of it stands
 * (rule 35).
 */
export const accountWith = ({ accounts }: Pick<RegisteredOffice, 'accounts'>, digest: string): AccountSet | null =>
  accounts.findLast((one) => one.digest === digest) ?? null;

/** The same account is a repeat, unless the number that the bank gave for sending files differs. */
export const setBankAccount = (account: AccountSet, state: RegisteredOffice): OfficeEvent[] => {
  const before = accountOf(state);
  if (before?.digest === account.digest && before.consignorCode === account.consignorCode) return [];
  if (state.accounts.length >= MOST_ACCOUNT_CHANGES) throw new Rejected('TOO_MANY_CHANGES', ['officeId']);
  return [{ type: 'BankAccountSet', data: account }];
};
