import { takeApprovalBack } from '../commands/settlement.ts';
import { offices } from '../projections/offices.ts';
import { approvedForOther, statements, statementsById } from '../projections/statements.ts';
import { callerFor, type Process, type Todo } from './process.ts';

/** Puts those of a payee on the list whose approval is bound to another account than it has. */
const look = (todo: Todo, assistOfficeId: string, event: Parameters<Todo['set']>[2]): void => {
  const digest = todo.reading.rows(offices).get(assistOfficeId)?.bankAccount?.digest ?? null;
  for (const { id, settlementId } of approvedForOther(todo.reading, assistOfficeId, digest))
    todo.set(`${settlementId} ${id}`, null, event);
};

/**
 * A payment that was approved and not instructed is approved anew once its payee has another
 * account, also where the two crossed (rule 35). Items: settlement and statement.
 */
export const whenAccountChangedThenApprovalsTakenBack: Process = {
  name: 'when-account-changed-then-approvals-taken-back',
  follows: (todo) => {
    const ofStatement = (event: Parameters<Todo['set']>[2], statementId: string): void => {
      todo.clear(`${event.streamId} ${statementId}`);
      const row = todo.reading.rows(statements).get(statementId);
      if (row) look(todo, row.assistOfficeId, event);
    };
    return {
      BankAccountSet: (event) => look(todo, event.streamId, event),
      PaymentApproved: (event) => ofStatement(event, event.data.statementId),
      PaymentFailed: (event) => ofStatement(event, event.data.statementId),
      ApprovalTakenBack: ({ streamId, data }) => todo.clear(`${streamId} ${data.statementId}`),
      PaymentInstructed: ({ streamId, data }) => todo.clear(`${streamId} ${data.statementId}`),
      PaymentSettled: ({ streamId, data }) => todo.clear(`${streamId} ${data.statementId}`),
    };
  },
  act: async (item, app) => {
    const [settlementId = '', statementId = ''] = item.id.split(' ');
    const [row] = statementsById(app.readModel, [statementId]);
    if (row)
      await takeApprovalBack(app, callerFor(item), {
        settlementId,
        statementId,
        assistOfficeId: row.assistOfficeId,
      });
  },
};
