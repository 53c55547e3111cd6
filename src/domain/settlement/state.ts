import type { Day, Month } from '../calendar.ts';
import type { Uuid } from '../ids.ts';
import type { Yen } from '../vocabulary.ts';
import type { SettlementEvent, StatementLine } from './events.ts';

/** What later closings must know of a line of a visit (rule 31). */
export type SettledLine = Pick<StatementLine, 'lineId' | 'amountYen' | 'pricedBy'>;

export interface StatementState {
  readonly statementId: Uuid;
  readonly month: Month;
  readonly status: 'ISSUED' | 'CONFIRMED' | 'APPROVED' | 'PAID';
  readonly totalYen: Yen;
  readonly carriedForwardYen: Yen;
  readonly contentHash: string;
  readonly issuedBy: string;
  readonly confirmBy: Day | null;
  /** Its lines by their visits: a visit has one at most in each statement. */
  readonly lines: ReadonlyMap<Uuid, SettledLine>;
}

/** All months of a pair. */
export interface SettlementState {
  readonly statements: readonly StatementState[];
}

/** The non-void lines of a visit, the oldest first: one look a statement. */
export const linesOf = ({ statements }: SettlementState, visitId: Uuid): readonly SettledLine[] =>
  statements.flatMap(({ lines }) => lines.get(visitId) ?? []);

export const statementOf = (state: SettlementState, statementId: Uuid): StatementState | undefined =>
  state.statements.find((statement) => statement.statementId === statementId);

export const evolve = (state: SettlementState, event: SettlementEvent): SettlementState => {
  const changed = (statementId: Uuid, change: (one: StatementState) => Partial<StatementState>): SettlementState => ({
    statements: state.statements.map((one) => (one.statementId === statementId ? { ...one, ...change(one) } : one)),
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
        lines: new Map(),
      };
      return { statements: [...state.statements, statement] };
    }
    // Copies the lines of one statement, never those of all: a stream of any length is folded in a
    // time that grows as it does.
    case 'StatementLinesListed':
      return changed(event.data.statementId, ({ lines }) => ({ lines: withLines(lines, event.data.lines) }));
    case 'StatementConfirmed':
      return changed(event.data.statementId, () => ({ status: 'CONFIRMED' }));
    case 'PaymentApproved':
      return changed(event.data.statementId, () => ({ status: 'APPROVED' }));
    case 'PaymentSettled':
      return changed(event.data.statementId, () => ({ status: 'PAID' }));
  }
};

const withLines = (
  lines: StatementState['lines'],
  listed: readonly StatementLine[],
): ReadonlyMap<Uuid, SettledLine> => {
  const all = new Map(lines);
  for (const { visitId, lineId, amountYen, pricedBy } of listed)
    if (visitId !== null) all.set(visitId, { lineId, amountYen, pricedBy });
  return all;
};
