import { takeApprovalBack } from '../commands/settlement.ts';
import type { Uuid } from '../domain/ids.ts';
import { offices } from '../projections/offices.ts';
import {
  isApprovedForOther,
  type StatementRow,
  statements,
  statementsById,
  statementsToPay,
} from '../projections/statements.ts';
import type { Recorded } from '../store/codec.ts';
import { callerFor, type Process, type Todo } from './process.ts';

/** On the list while its approval is bound to another account than its payee has. */
const look = (todo: Todo, row: StatementRow, event: Recorded): void => {
  const item = `${row.settlementId} ${row.id}`;
  const digest = todo.reading.rows(offices).get(row.assistOfficeId)?.bankAccount?.digest ?? null;
  if (isApprovedForOther(row, digest)) todo.set(item, null, event);
  else todo.clear(item);
};

/**
 * A payment that was approved and not instructed is approved anew once its payee has another
 * account, also where the two crossed; not where it has the approved one again, or a dispute has
 * taken the approval back (rule 35). Items: settlement and statement.
 */
export const whenAccountChangedThenApprovalsTakenBack: Process = {
  name: 'when-account-changed-then-approvals-taken-back',
  follows: (todo) => {
    const lookAt = (event: Recorded & { readonly data: { readonly statementId: Uuid } }): void => {
      const row = todo.reading.rows(statements).get(event.data.statementId);
      if (row) look(todo, row, event);
    };
    return {
      BankAccountSet: (event) => {
        for (const row of statementsToPay(todo.reading, event.streamId)) look(todo, row, event);
      },
      PaymentApproved: lookAt,
      PaymentFailed: lookAt,
      ApprovalTakenBack: lookAt,
      LineDisputed: lookAt,
      PaymentInstructed: lookAt,
      PaymentSettled: lookAt,
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
