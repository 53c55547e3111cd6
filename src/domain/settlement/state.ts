import type { Day, Month } from '../calendar.ts';
import type { Uuid } from '../ids.ts';
import type { Yen } from '../vocabulary.ts';
import type { SettlementEvent, StatementLine } from './events.ts';

/** What later closings must know of a line of a visit (rule 31). */
export type SettledLine = Pick<StatementLine, 'lineId' | 'visitId' | 'amountYen' | 'pricedBy'>;

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

/** All months of a pair. */
export interface SettlementState {
  readonly statements: readonly StatementState[];
  /** Every non-void line, list by list as they came: no line is copied when more come. */
  readonly lists: readonly (readonly SettledLine[])[];
}

/** The non-void lines of some visits by visit, the oldest first. Looks at every line once. */
export const linesOf = (
  { lists }: SettlementState,
  visitIds: ReadonlySet<Uuid>,
): ReadonlyMap<Uuid, readonly SettledLine[]> => {
  const found = new Map<Uuid, SettledLine[]>();
  for (const list of lists) {
    for (const line of list) {
      if (line.visitId === null || !visitIds.has(line.visitId)) continue;
      const before = found.get(line.visitId);
      if (before) before.push(line);
      else found.set(line.visitId, [line]);
    }
  }
  return found;
};

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
      const list = event.data.lines.map(({ lineId, visitId, amountYen, pricedBy }) => ({
        lineId,
        visitId,
        amountYen,
        pricedBy,
      }));
      return { ...state, lists: [...state.lists, list] };
    }
    case 'StatementConfirmed':
      return withStatus(event.data.statementId, 'CONFIRMED');
    case 'PaymentApproved':
      return withStatus(event.data.statementId, 'APPROVED');
    case 'PaymentSettled':
      return withStatus(event.data.statementId, 'PAID');
  }
};
