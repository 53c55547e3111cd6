import { asItIs, type CommandOf, type DataOf, decider } from '../decider.ts';
import type { BankFileEvent } from './events.ts';

type Made = DataOf<BankFileEvent, 'BankFileMade'>;

export type BankFileState = { readonly status: 'NONE' } | ({ readonly status: 'MADE' } & Made);

const evolve = (_state: BankFileState, { data }: BankFileEvent): BankFileState => ({ status: 'MADE', ...data });

/** Made once: whoever comes second, command or process, finds it made (rule 35). */
const make = (file: Made, state: BankFileState): BankFileEvent[] =>
  state.status === 'MADE' ? [] : [{ type: 'BankFileMade', data: file }];

/** A file for the partner office's bank (総合振込). */
export const bankFile = decider({
  category: 'bankfile',
  initial: { status: 'NONE' },
  evolve,
  known: asItIs<BankFileState>,
  creating: { MakeBankFile: make },
  changing: {},
});
export type BankFileCommand = CommandOf<typeof bankFile>;
