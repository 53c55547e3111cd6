import type { Day, Month } from '../calendar.ts';
import type { Uuid } from '../ids.ts';
import type { Yen } from '../vocabulary.ts';
import type { SettlementEvent, StatementLine } from './events.ts';

export interface StatementState {
  readonly statementId: Uuid;
  readonly month: Month;
  readonly status: 'ISSUED' | 'CONFIRMED' | 'APPROVED' | 'PAID';
  readonly totalYen: Yen;
  readonly carriedForwardYen: Yen;
  readonly contentHash: string;
  readonly issuedBy: string;
  readonly confirmBy: Day | null;
}

/**
 * All months of a pair. Of every non-void line what later closings must know: visit, amount and the
 * event that priced it (rule 31).
 */
export interface SettlementState {
  readonly statements: readonly StatementState[];
  readonly lines: readonly Pick<StatementLine, 'lineId' | 'visitId' | 'amountYen' | 'pricedBy'>[];
}

export const statementOf = (state: SettlementState, statementId: Uuid): StatementState | undefined =>
  state.statements.find((statement) => statement.statementId === statementId);

export const evolve = (state: SettlementState, event: SettlementEvent): SettlementState => {
  const withStatus = (statementId: Uuid, status: StatementState['status']): SettlementState => ({
    ...state,
    statements: state.statements.map((one) => (one.statementId === statementId ? { ...one, status } : one)),
  });
  switch (event.type) {
    case 'StatementIssued': {
      const { statementId, month, totalYen, carriedForwardYen, contentHash, issuedBy, confirmBy } = event.data;
      const statement = {
        statementId,
        month,
        status: 'ISSUED' as const,
        totalYen,
        carriedForwardYen,
        contentHash,
        issuedBy,
        confirmBy,
      };
      return { ...state, statements: [...state.statements, statement] };
    }
    case 'StatementLinesListed': {
      const lines = event.data.lines.map(({ lineId, visitId, amountYen, pricedBy }) => ({
        lineId,
        visitId,
        amountYen,
        pricedBy,
      }));
      return { ...state, lines: [...state.lines, ...lines] };
    }
    case 'StatementConfirmed':
      return withStatus(event.data.statementId, 'CONFIRMED');
    case 'PaymentApproved':
      return withStatus(event.data.statementId, 'APPROVED');
    case 'PaymentSettled':
      return withStatus(event.data.statementId, 'PAID');
  }
};
