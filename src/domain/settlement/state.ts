import { addMonths, type Day, latest, type Month } from '../calendar.ts';
import type { Uuid } from '../ids.ts';
import type { Yen } from '../vocabulary.ts';
import type { SettlementEvent, StatementLine } from './events.ts';

/** What later closings must know of a line of a visit (rule 31). */
export type SettledLine = Pick<StatementLine, 'lineId' | 'visitId' | 'amountYen' | 'taxClass' | 'pricedBy'>;

export interface StatementState {
  readonly statementId: Uuid;
  readonly month: Month;
  readonly status: 'ISSUED' | 'CONFIRMED' | 'APPROVED' | 'PAID';
  /** By hand or by silence, before or after the payment was approved (rule 35). */
  readonly isConfirmed: boolean;
  readonly totalYen: Yen;
  readonly carriedForwardYen: Yen;
  readonly contentHash: string;
  readonly issuedBy: string;
  readonly issuedOn: Day;
  readonly confirmBy: Day | null;
  readonly dueOn: Day;
  readonly approvedBy: string | null;
  readonly paid: { readonly digest: string } | null;
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

/**
 * The first month that can still be closed; null where any can. None is closed twice, nor before
 * one that is closed (rule 33).
 */
export const firstOpenMonth = ({ statements }: SettlementState): Month | null => {
  const last = statements.reduce<Month | null>((newest, { month }) => latest(newest ?? month, month), null);
  return last === null ? null : addMonths(last, 1);
};

export const evolve = (state: SettlementState, event: SettlementEvent): SettlementState => {
  const changed = (statementId: Uuid, change: (of: StatementState) => Partial<StatementState>): SettlementState => ({
    ...state,
    statements: state.statements.map((one) => (one.statementId === statementId ? { ...one, ...change(one) } : one)),
  });
  switch (event.type) {
    case 'StatementIssued': {
      const { statementId, month, totalYen, carriedForwardYen, contentHash, issuedBy, issuedOn, confirmBy, dueOn } =
        event.data;
      const statement: StatementState = {
        statementId,
        month,
        status: 'ISSUED',
        isConfirmed: false,
        totalYen,
        carriedForwardYen,
        contentHash,
        issuedBy,
        issuedOn,
        confirmBy,
        dueOn,
        approvedBy: null,
        paid: null,
      };
      return { ...state, statements: [...state.statements, statement] };
    }
    case 'StatementLinesListed': {
      const list = event.data.lines.map(({ lineId, visitId, amountYen, taxClass, pricedBy }) => {
        return { lineId, visitId, amountYen, taxClass, pricedBy };
      });
      return { ...state, lists: [...state.lists, list] };
    }
    case 'StatementConfirmed':
      return changed(event.data.statementId, ({ status }) => ({
        isConfirmed: true,
        status: status === 'ISSUED' ? 'CONFIRMED' : status,
      }));
    case 'PaymentApproved':
      return changed(event.data.statementId, () => ({ status: 'APPROVED', approvedBy: event.data.approvedBy }));
    case 'PaymentSettled': {
      const { statementId, digest } = event.data;
      return changed(statementId, () => ({ status: 'PAID', paid: { digest } }));
    }
  }
};
