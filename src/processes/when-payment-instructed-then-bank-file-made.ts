import { makeBankFile } from '../commands/bank-file.ts';
import { leaveOutOfFile } from '../commands/settlement.ts';
import { addMinutes, dayOf } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import { bankFiles } from '../projections/bank-files.ts';
import { type StatementRow, statements, statementsById, statementsOfFile } from '../projections/statements.ts';
import type { WorkItem } from '../projections/work.ts';
import { callerFor, type Process, type Todo } from './process.ts';

/** So long whoever instructs has to make the file; then it is made here, after a crash. */
const MINUTES_TO_MAKE = 5;
const NOT_IN_FILE = '振込データの作成に間に合わず、データに入っていません。もう一度振込を依頼してください。';

const instructedInto = (todo: Todo, bankFileId: Uuid): StatementRow[] =>
  statementsOfFile(todo.reading, bankFileId).filter(({ status }) => status === 'INSTRUCTED');

/** What is left once one of the file has come to an end: with none there is nothing to make. */
const ended = (todo: Todo, streamId: Uuid, statementId: Uuid): void => {
  const bankFileId = todo.reading.rows(statements).get(statementId)?.bankFileId;
  if (!bankFileId) return;
  todo.clear(`${bankFileId} ${streamId} ${statementId}`);
  if (instructedInto(todo, bankFileId).length === 0) todo.clear(bankFileId);
};

/**
 * Payments that were instructed stand in a file, or come back (rule 35): where whoever instructed
 * them did not get to making the file, it is made; what came too late for it fails, and so is to be
 * instructed again. Items: a file; or a file, a settlement and a statement that is not in it.
 */
export const whenPaymentInstructedThenBankFileMade: Process = {
  name: 'when-payment-instructed-then-bank-file-made',
  follows: (todo) => ({
    PaymentInstructed: (event) => {
      const { bankFileId, statementId } = event.data;
      if (todo.reading.rows(bankFiles).get(bankFileId))
        todo.set(`${bankFileId} ${event.streamId} ${statementId}`, null, event);
      else todo.set(bankFileId, addMinutes(event.occurredAt, MINUTES_TO_MAKE), event);
    },
    BankFileMade: (event) => {
      todo.clear(event.streamId);
      const isIn = new Set(event.data.transfers.map(({ statementId }) => statementId));
      for (const { id, settlementId } of instructedInto(todo, event.streamId))
        if (!isIn.has(id)) todo.set(`${event.streamId} ${settlementId} ${id}`, null, event);
    },
    PaymentFailed: ({ streamId, data }) => ended(todo, streamId, data.statementId),
    PaymentSettled: ({ streamId, data }) => ended(todo, streamId, data.statementId),
  }),
  act: async (item, app) => {
    const [bankFileId = '', settlementId, statementId] = item.id.split(' ');
    if (settlementId === undefined || statementId === undefined) return make(item, app, bankFileId);
    const [row] = statementsById(app.readModel, [statementId]);
    if (!row) return;
    const failed = { statementId, failedOn: dayOf(app.clock.now()), reason: NOT_IN_FILE };
    const { partnerOfficeId } = row;
    await leaveOutOfFile(app, callerFor(item), { ...failed, settlementId, partnerOfficeId, bankFileId });
  },
};

const make = async (item: WorkItem, app: Parameters<Process['act']>[1], bankFileId: Uuid): Promise<void> => {
  const rows = statementsOfFile(app.readModel, bankFileId);
  const [first] = rows;
  if (!first?.transferDate) return;
  const { partnerOfficeId, transferDate } = first;
  const toTransfer = rows.map(({ id, settlementId, assistOfficeId }) => ({
    statementId: id,
    settlementId,
    assistOfficeId,
  }));
  await makeBankFile(app, callerFor(item), { bankFileId, partnerOfficeId, transferDate, statements: toTransfer });
};
