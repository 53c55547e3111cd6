import { deemConfirmed } from '../commands/settlement.ts';
import { endOfDay } from '../domain/calendar.ts';
import { callerFor, type Process } from './process.ts';

/**
 * A statement that nobody disputes counts as confirmed at 24:00 of its `confirmBy` (rule 34).
 * Items: settlement and statement.
 */
export const whenStatementUndisputedThenDeemedConfirmed: Process = {
  name: 'when-statement-undisputed-then-deemed-confirmed',
  follows: (todo) => ({
    StatementIssued: (event) => {
      const { statementId, confirmBy } = event.data;
      if (confirmBy !== null) todo.set(`${event.streamId} ${statementId}`, endOfDay(confirmBy), event);
    },
    StatementConfirmed: (event) => todo.clear(`${event.streamId} ${event.data.statementId}`),
  }),
  act: async (item, app) => {
    const [settlementId, statementId] = item.id.split(' ');
    if (settlementId && statementId) await deemConfirmed(app, callerFor(item), { settlementId, statementId });
  },
};
