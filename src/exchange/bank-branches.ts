import { bankKana } from './bank-kana.ts';

/** What a bank or a branch is called; `kana` as it is written into a file for a bank. */
export interface BankName {
  readonly name: string;
  readonly kana: string;
}

const CHARACTERS_OF_A_NAME = 15;

/**
 * The names of a bank and of its branch, by their codes; null for what there is not. Takes half a
 * second and 60 MB the first time (zengin-code: 1,146 banks, 28,944 branches): asked beside the
 * main thread alone, as a long question.
 */
export const bankBranch = async (
  bankCode: string,
  branchCode: string,
): Promise<{ readonly bank: BankName | null; readonly branch: BankName | null }> => {
  const { default: banks } = await import('zengin-code');
  const bank = banks[bankCode];
  const branch = bank?.branches[branchCode];
  return { bank: bank ? named(bank) : null, branch: branch ? named(branch) : null };
};

const named = ({ name, kana }: { readonly name: string; readonly kana: string }): BankName => {
  const written = bankKana(kana);
  return { name, kana: typeof written === 'string' ? written.slice(0, CHARACTERS_OF_A_NAME) : '' };
};
