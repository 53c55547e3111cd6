import { createHash } from 'node:crypto';
import { bankFile } from '../domain/bankfile/decider.ts';
import { checkTransferDate } from '../domain/bankfile/transfer-date.ts';
import type { Day } from '../domain/calendar.ts';
import { streamOf, type Uuid, uuidOf } from '../domain/ids.ts';
import { type AccountSet, accountField, accountOf, accountWith } from '../domain/office/bank-account.ts';
import { office } from '../domain/office/decider.ts';
import { Rejected } from '../domain/rejected.ts';
import { keyIdOf, type Seal } from '../domain/sealed.ts';
import { settlement } from '../domain/settlement/decider.ts';
import { type StatementState, statementOf, type Transfer } from '../domain/settlement/state.ts';
import { publicHolidays } from '../exchange/bank-days.ts';
import { unwritableIn } from '../exchange/bank-kana.ts';
import {
  type FileAccount,
  formatTransferFile,
  type TransferFile,
  type TransferFileOptions,
  transferFileBytes,
  USUAL_OPTIONS,
} from '../exchange/bank-transfer.ts';
import type { Position } from '../store/event-store.ts';
import type { Caller } from '../store/handle-command.ts';
import type { CommandApp } from './command-app.ts';
import { commandsOn, creationsOf, type Done, newId } from './send.ts';

/** A statement that is to go into a file. */
export interface ToTransfer {
  readonly settlementId: Uuid;
  readonly statementId: Uuid;
  readonly assistOfficeId: Uuid;
}
interface Instruction {
  readonly partnerOfficeId: Uuid;
  readonly transferDate: Day;
  readonly statements: readonly ToTransfer[];
}

/** 預金種目 as the file has it. */
const KINDS: Readonly<Record<AccountSet['kind'], string>> = { ORDINARY: '1', CURRENT: '2', SAVINGS: '4' };
/** The account that it goes from is 普通, 当座 or another. */
const PAYER_KINDS: typeof KINDS = { ...KINDS, SAVINGS: '9' };

/** As the payer's bank wants it (docs/operations.md). */
const optionsOf = ({ bankFileOptions }: CommandApp, bankCode: string): TransferFileOptions =>
  bankFileOptions.get(bankCode) ?? USUAL_OPTIONS;

/** A sealed part of an account, opened for a file (rule 41). */
const opened = async (app: CommandApp, officeId: Uuid, sealed: string, path: string): Promise<string> => {
  const key = await app.vault.open(keyIdOf('office', officeId));
  if (key === null) throw new Error('there is no key of an office that has an account');
  return key.open(sealed, { stream: streamOf('office', officeId), path });
};

/** Of a branch, as codes tell it: `0001-001`. */
export const branchOf = ({ bankCode, branchCode }: Pick<AccountSet, 'bankCode' | 'branchCode'>): string =>
  `${bankCode}-${branchCode}`;

/** The account that a file goes from. Throws ACCOUNT_MISSING, CONSIGNOR_CODE_MISSING. */
const payerOf = async (app: CommandApp, partnerOfficeId: Uuid): Promise<AccountSet> => {
  const account = accountOf(await app.loop.known(office, partnerOfficeId));
  if (account === null) throw new Rejected('ACCOUNT_MISSING', ['partnerOfficeId']);
  if (account.consignorCode === null) throw new Rejected('CONSIGNOR_CODE_MISSING', ['partnerOfficeId']);
  return account;
};

const instruct = commandsOn(settlement, {
  id: ({ settlementId }: { settlementId: Uuid; statementId: Uuid }) => settlementId,
  without: ['settlementId'],
  answers: ({ statementId }) => statementId,
})('InstructPayment');

/** Throws where the payee's name or branch cannot be written for the payer's bank. */
const checkPayee = async (
  app: CommandApp,
  { assistOfficeId }: ToTransfer,
  payer: AccountSet,
  unknownBranches: ReadonlySet<string>,
): Promise<string | null> => {
  const account = accountOf(await app.loop.known(office, assistOfficeId));
  if (account === null) return null;
  if (unknownBranches.has(branchOf(account))) throw new Rejected('PAYEE_BRANCH_UNKNOWN', ['statementId']);
  const holder = await opened(app, assistOfficeId, account.holderKana, accountField.holderKana);
  const unwritable = unwritableIn(holder, optionsOf(app, payer.bankCode).symbols);
  if (unwritable) throw new Rejected('PAYEE_NAME_UNWRITABLE', ['statementId'], undefined, [], unwritable);
  return account.digest;
};

/**
 * PaymentInstructed first, into each pair's stream; then BankFileMade names those that took it
 * (rule 35). Those that cannot be taken are named, the rest is taken; where none can be, it throws.
 * `unknownBranches`: of the payees, by `branchOf`.
 */
export const instructPayments = async (
  app: CommandApp,
  caller: Caller,
  instruction: Instruction & { readonly unknownBranches: ReadonlySet<string> },
): Promise<Done> => {
  const { partnerOfficeId, transferDate, statements, unknownBranches } = instruction;
  const bankFileId = newId('bankfile', caller);
  const before = await app.loop.load(bankFile, bankFileId);
  const refused: Rejected[] = [];
  const positions: Position[] = [];
  if (before.status === 'NONE') {
    checkTransferDate(transferDate, app.clock.now(), await publicHolidays());
    const payer = await payerOf(app, partnerOfficeId);
    for (const [n, one] of statements.entries()) {
      const { settlementId, statementId } = one;
      try {
        const accountDigest = await checkPayee(app, one, payer, unknownBranches);
        const of = { settlementId, statementId, bankFileId, transferDate, accountDigest, payerDigest: payer.digest };
        // Several statements of one pair are several commands to its stream.
        const commandId = caller.commandId && uuidOf(caller.commandId, statementId);
        positions.push((await instruct(app, { ...caller, commandId }, of)).position);
      } catch (error) {
        if (!(error instanceof Rejected)) throw error;
        refused.push(new Rejected(error.code, ['statementIds', String(n)], undefined, [], error.unwritable));
      }
    }
    const [first, ...others] = refused;
    if (first && refused.length === statements.length)
      throw new Rejected(first.code, first.path, undefined, others, first.unwritable);
  }
  const done = await makeBankFile(app, caller, { bankFileId, partnerOfficeId, transferDate, statements });
  const file = await app.loop.load(bankFile, bankFileId);
  const isIn = new Set(file.status === 'MADE' ? file.transfers.map(({ statementId }) => statementId) : []);
  const isNamed = new Set(refused.map(({ path }) => path?.at(-1)));
  // Of a repeat, and where a process was faster: what is not in the file is named all the same.
  const leftOut = statements.flatMap(({ statementId }, n) =>
    isIn.has(statementId) || isNamed.has(String(n)) ? [] : [new Rejected('NOT_IN_FILE', ['statementIds', String(n)])],
  );
  // Where a process has made the file meanwhile, it stands before those that came too late for it.
  return { ...done, position: Math.max(done.position, ...positions), refused: [...refused, ...leftOut] };
};

/**
 * Makes the file of the statements that are instructed into it, once; whoever comes second finds it
 * made. Throws NOT_IN_FILE where there are none.
 */
export const makeBankFile = creationsOf(bankFile, {
  id: ({ bankFileId }: { bankFileId: Uuid } & Instruction) => bankFileId,
  without: ['bankFileId', 'statements'],
  sealedBy: ({ partnerOfficeId }) => keyIdOf('office', partnerOfficeId),
})('MakeBankFile', [], async ({ app, input, id, seal }) => contentOf(app, input, id, seal));

interface Taken extends ToTransfer {
  readonly statement: StatementState;
  readonly transfer: Transfer;
}

/** Those whose stream says that they are in the file. */
const takenInto = async (app: CommandApp, id: Uuid, statements: readonly ToTransfer[]): Promise<Taken[]> => {
  const taken: Taken[] = [];
  for (const one of statements) {
    const statement = statementOf(await app.loop.load(settlement, one.settlementId), one.statementId);
    if (statement?.status === 'INSTRUCTED' && statement.transfer?.bankFileId === id)
      taken.push({ ...one, statement, transfer: statement.transfer });
  }
  return taken;
};

const contentOf = async (app: CommandApp, instruction: Instruction, id: Uuid, seal: Seal) => {
  const taken = await takenInto(app, id, instruction.statements);
  const [first] = taken;
  if (!first) throw new Rejected('NOT_IN_FILE', ['statementIds']);
  const { partnerOfficeId, transferDate } = instruction;
  const payer = accountWith(await app.loop.known(office, partnerOfficeId), first.transfer.payerDigest);
  if (payer === null) throw new Rejected('ACCOUNT_MISSING', ['partnerOfficeId']);
  const records = await Promise.all(taken.map((one) => recordOf(app, one)));
  records.sort((a, b) => (a.order < b.order ? -1 : 1));
  const file: TransferFile = {
    consignorCode: payer.consignorCode ?? '',
    consignorName: await opened(app, partnerOfficeId, payer.holderKana, accountField.holderKana),
    monthDay: transferDate.slice(5).replace('-', ''),
    from: await fileAccountOf(app, partnerOfficeId, payer, PAYER_KINDS),
    transfers: records.map(({ record }) => record),
  };
  const content = formatTransferFile(file, optionsOf(app, payer.bankCode));
  return {
    transfers: records.map(({ transfer }) => transfer),
    totalYen: taken.reduce((sum, { transfer }) => sum + transfer.amountYen, 0),
    content: seal('content', content),
    sha256: seal('sha256', createHash('sha256').update(transferFileBytes(content)).digest('hex')),
  };
};

const fileAccountOf = async (
  app: CommandApp,
  officeId: Uuid,
  { bankCode, bankKana, branchCode, branchKana, kind, number }: AccountSet,
  kinds: typeof KINDS,
): Promise<FileAccount> => ({
  bankCode,
  bankName: bankKana,
  branchCode,
  branchName: branchKana,
  kind: kinds[kind],
  number: await opened(app, officeId, number, accountField.number),
});

/** To the account approved; the payer knows it again by the payee's number and the month. */
const recordOf = async (app: CommandApp, { settlementId, statementId, assistOfficeId, statement, transfer }: Taken) => {
  const payee = await app.loop.known(office, assistOfficeId);
  const account = accountWith(payee, transfer.accountDigest);
  if (account === null) throw new Rejected('PAYEE_ACCOUNT_MISSING', ['statementIds']);
  const { amountYen } = transfer;
  const record = {
    ...(await fileAccountOf(app, assistOfficeId, account, KINDS)),
    holder: await opened(app, assistOfficeId, account.holderKana, accountField.holderKana),
    amountYen,
    customerCode1: payee.providerNumber,
    customerCode2: statement.month.replace('-', '').padStart(10, '0'),
  };
  const order = `${payee.providerNumber} ${statement.month}`;
  return { order, record, transfer: { settlementId, statementId, amountYen } };
};

/** The text of a file, opened for one download (rule 42). */
export const bankFileText = async (app: CommandApp, bankFileId: Uuid): Promise<string | null> => {
  const file = await app.loop.load(bankFile, bankFileId);
  if (file.status === 'NONE') return null;
  const key = await app.vault.open(keyIdOf('office', file.partnerOfficeId));
  return key?.open(file.content, { stream: streamOf('bankfile', bankFileId), path: 'content' }) ?? null;
};
