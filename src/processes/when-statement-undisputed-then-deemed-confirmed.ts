import { deemConfirmed } from '../commands/settlement.ts';
import { endOfDay } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import { waitsForAnswer } from '../projections/statements.ts';
import { callerFor, type Process } from './process.ts';

/**
 * A statement that nobody disputes counts as confirmed at 24:00 of its `confirmBy` (rule 34); while
 * a dispute is open, silence says nothing. Items: settlement and statement.
 */
export const whenStatementUndisputedThenDeemedConfirmed: Process = {
  name: 'when-statement-undisputed-then-deemed-confirmed',
  follows: (todo) => {
    const idOf = ({ streamId, data }: { streamId: Uuid; data: { statementId: Uuid } }): string =>
      `${streamId} ${data.statementId}`;
    return {
      StatementIssued: (event) => {
        const { confirmBy } = event.data;
        if (confirmBy !== null) todo.set(idOf(event), endOfDay(confirmBy), event);
      },
      LineDisputed: (event) => todo.clear(idOf(event)),
      DisputeResolved: (event) => {
        const { statementId, confirmBy } = event.data;
        if (confirmBy !== null && !waitsForAnswer(todo.reading, statementId))
          todo.set(idOf(event), endOfDay(confirmBy), event);
      },
      StatementVoided: (event) => todo.clear(idOf(event)),
      StatementConfirmed: (event) => todo.clear(idOf(event)),
    };
  },
  act: async (item, app) => {
    const [settlementId, statementId] = item.id.split(' ');
    if (settlementId && statementId) await deemConfirmed(app, callerFor(item), { settlementId, statementId });
  },
};
