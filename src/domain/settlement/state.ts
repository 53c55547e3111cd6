import { addMonths, type Day, latest, type Month } from '../calendar.ts';
import type { DataOf, DomainEvent } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { Rejected } from '../rejected.ts';
import type { Yen } from '../vocabulary.ts';
import type { DisputeOutcome, SettlementEvent, StatementLine } from './events.ts';

/** What disputes and later closings must know of a line (rule 31). */
export type SettledLine = Pick<
  StatementLine,
  'lineId' | 'visitId' | 'date' | 'serviceCode' | 'amountYen' | 'taxClass' | 'termsVersion' | 'pricedBy'
>;

/** Of a line, opened once at most; `resolved` by its last answer. */
export interface DisputeState {
  readonly line: SettledLine;
  readonly digest: string;
  /** Null while it waits for an answer. */
  readonly resolved: {
    readonly outcome: DisputeOutcome;
    readonly adjustmentYen: Yen | null;
    /** The event that answered: it prices the adjustment. */
    readonly eventId: Uuid;
    readonly digest: string;
  } | null;
}

export interface StatementState {
  readonly statementId: Uuid;
  readonly month: Month;
  readonly status:
    | 'ISSUED'
    | 'DISPUTED'
    | 'CONFIRMED'
    | 'APPROVED'
    | 'INSTRUCTED'
    | 'PAID'
    | 'PAYMENT_FAILED'
    | 'VOIDED';
  /** By hand or by silence, before or after the payment was approved (rule 35). */
  readonly isConfirmed: boolean;
  readonly totalYen: Yen;
  readonly carriedForwardYen: Yen;
  readonly contentHash: string;
  readonly issuedBy: string;
  readonly issuedOn: Day;
  /** Since when it has been there to be looked at: its issue, or the last answer to a dispute. */
  readonly shownSince: Day;
  readonly confirmBy: Day | null;
  readonly dueOn: Day;
  /** In the order in which they were opened. */
  readonly disputes: readonly DisputeState[];
  readonly approvedBy: string | null;
  /** Of the payee's account that was approved; null: it had none (rule 35). */
  readonly accountDigest: string | null;
  /** Its approval was taken back, and it has not been approved anew: the account has changed. */
  readonly isTakenBack: boolean;
  /** The file that it was put into last. */
  readonly transfer: Transfer | null;
  readonly paid: { readonly digest: string; readonly paidOn: Day } | null;
  /** Of the last failure. */
  readonly failure: { readonly digest: string } | null;
  /** So often it has been approved, and has come back (rule 49). */
  readonly approvals: number;
  readonly failures: number;
  readonly voided: { readonly digest: string } | null;
}

/** As it stands in the bank file. */
export type Transfer = Omit<DataOf<SettlementEvent, 'PaymentInstructed'>, 'statementId'>;

/** All months of a pair. */
export interface SettlementState {
  /** Voided ones too, in the order of their issue. */
  readonly statements: readonly StatementState[];
  /** Every non-void line, list by list as they came: no line is copied when more come. */
  readonly lists: readonly LineList[];
}
interface LineList {
  readonly statementId: Uuid;
  readonly lines: readonly SettledLine[];
}

/**
 * The non-void lines of some visits by visit, those from disputes apart, the oldest first. Looks at
 * every line once.
 */
export const linesOf = (state: SettlementState, visitIds: ReadonlySet<Uuid>): ReadonlyMap<Uuid, SettledLine[]> => {
  const answers = new Set(adjustmentsOf(state).map(({ eventId }) => eventId));
  const found = new Map<Uuid, SettledLine[]>();
  for (const { lines } of state.lists) {
    for (const line of lines) {
      if (line.visitId === null || !visitIds.has(line.visitId) || answers.has(line.pricedBy ?? '')) continue;
      const before = found.get(line.visitId);
      if (before) before.push(line);
      else found.set(line.visitId, [line]);
    }
  }
  return found;
};

/** What an upheld dispute adds to a line of a statement that stands. */
export interface Adjustment {
  readonly line: SettledLine;
  readonly adjustmentYen: Yen;
  readonly eventId: Uuid;
}

/** Of statements that stand: where one is voided, what was upheld on its lines falls away. */
const adjustmentsOf = ({ statements }: SettlementState): Adjustment[] =>
  statements
    .filter(({ status }) => status !== 'VOIDED')
    .flatMap(({ disputes }) =>
      disputes.flatMap(({ line, resolved }) => {
        if (resolved === null || resolved.adjustmentYen === null) return [];
        const { adjustmentYen, eventId } = resolved;
        return [{ line, adjustmentYen, eventId }];
      }),
    );

/** Those that stand in no non-void line yet, and so go into the next statement (rule 31). */
export const adjustmentsToSettle = (state: SettlementState): Adjustment[] => {
  const open = new Map(adjustmentsOf(state).map((one) => [one.eventId, one]));
  if (open.size > 0) for (const { lines } of state.lists) for (const { pricedBy } of lines) open.delete(pricedBy ?? '');
  return [...open.values()];
};

export const statementOf = (state: SettlementState, statementId: Uuid): StatementState | undefined =>
  state.statements.find((statement) => statement.statementId === statementId);

/** A statement that stands. Throws STATEMENT_UNKNOWN, STATEMENT_VOIDED. */
export const standingStatement = (state: SettlementState, statementId: Uuid): StatementState => {
  const statement = statementOf(state, statementId);
  if (!statement) throw new Rejected('STATEMENT_UNKNOWN', ['statementId']);
  if (statement.voided !== null) throw new Rejected('STATEMENT_VOIDED', ['statementId']);
  return statement;
};

/** Those that stand, in the order of their issue. */
export const standingStatements = ({ statements }: SettlementState): readonly StatementState[] =>
  statements.filter(({ status }) => status !== 'VOIDED');

/** A line of a statement that stands. */
export const lineIn = ({ lists }: SettlementState, statementId: Uuid, lineId: Uuid): SettledLine | undefined =>
  lists
    .filter((list) => list.statementId === statementId)
    .flatMap(({ lines }) => lines)
    .find((line) => line.lineId === lineId);

export const hasOpenDispute = ({ disputes }: Pick<StatementState, 'disputes'>): boolean =>
  disputes.some(({ resolved }) => resolved === null);

/** The last month that is closed; null where none is. What was voided closes nothing (rule 33). */
export const lastClosedMonth = (state: SettlementState): Month | null =>
  standingStatements(state).reduce<Month | null>((newest, { month }) => latest(newest ?? month, month), null);

/**
 * The first month that can still be closed; null where any can. None is closed twice, nor before
 * one that is closed (rule 33).
 */
export const firstOpenMonth = (state: SettlementState): Month | null => {
  const last = lastClosedMonth(state);
  return last === null ? null : addMonths(last, 1);
};

/** Before it is approved, and once that has been taken back. */
const NOT_APPROVED = { approvedBy: null, accountDigest: null, isTakenBack: false } as const;

export const evolve = (state: SettlementState, event: SettlementEvent & Pick<DomainEvent, 'id'>): SettlementState => {
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
        shownSince: issuedOn,
        confirmBy,
        dueOn,
        disputes: [],
        ...NOT_APPROVED,
        transfer: null,
        paid: null,
        failure: null,
        approvals: 0,
        failures: 0,
        voided: null,
      };
      return { ...state, statements: [...state.statements, statement] };
    }
    case 'StatementLinesListed': {
      const { statementId } = event.data;
      const lines = event.data.lines.map(
        ({ lineId, visitId, date, serviceCode, amountYen, taxClass, termsVersion, pricedBy }) => {
          return { lineId, visitId, date, serviceCode, amountYen, taxClass, termsVersion, pricedBy };
        },
      );
      return { ...state, lists: [...state.lists, { statementId, lines }] };
    }
    case 'LineDisputed': {
      const { statementId, lineId, digest } = event.data;
      const line = lineIn(state, statementId, lineId);
      return changed(statementId, ({ status, disputes, approvedBy }) => {
        const opened = line ? [...disputes, { line, digest, resolved: null }] : disputes;
        // A payment that is under way goes on beside it; an approval is taken back (rule 35).
        const isTakenBack = status === 'ISSUED' || status === 'APPROVED';
        return isTakenBack
          ? { disputes: opened, status: 'DISPUTED', ...NOT_APPROVED }
          : { disputes: opened, status, approvedBy };
      });
    }
    case 'DisputeResolved': {
      const { statementId, lineId, outcome, adjustmentYen, answeredOn, confirmBy, digest } = event.data;
      const resolved = { outcome, adjustmentYen, eventId: event.id ?? lineId, digest };
      return changed(statementId, ({ status, disputes: before }) => {
        const disputes = before.map((one) => (one.line.lineId === lineId ? { ...one, resolved } : one));
        const isOver = status === 'DISPUTED' && !hasOpenDispute({ disputes });
        return { disputes, shownSince: answeredOn, confirmBy, status: isOver ? 'ISSUED' : status };
      });
    }
    case 'StatementVoided': {
      const { statementId, digest } = event.data;
      const voided = changed(statementId, () => ({ status: 'VOIDED', voided: { digest } }));
      return { ...voided, lists: state.lists.filter((list) => list.statementId !== statementId) };
    }
    case 'StatementConfirmed':
      return changed(event.data.statementId, ({ status }) => ({
        isConfirmed: true,
        status: status === 'ISSUED' ? 'CONFIRMED' : status,
      }));
    case 'PaymentApproved':
      return changed(event.data.statementId, ({ approvals }) => {
        const { approvedBy, accountDigest } = event.data;
        return { status: 'APPROVED', approvedBy, accountDigest, isTakenBack: false, approvals: approvals + 1 };
      });
    case 'ApprovalTakenBack':
      return changed(event.data.statementId, ({ status, isConfirmed }) => ({
        ...NOT_APPROVED,
        isTakenBack: true,
        status: status === 'PAYMENT_FAILED' ? status : isConfirmed ? 'CONFIRMED' : 'ISSUED',
      }));
    case 'PaymentInstructed': {
      const { statementId, ...transfer } = event.data;
      return changed(statementId, () => ({ status: 'INSTRUCTED', transfer }));
    }
    case 'PaymentFailed': {
      const { statementId, digest } = event.data;
      return changed(statementId, ({ failures }) => ({
        status: 'PAYMENT_FAILED',
        paid: null,
        failure: { digest },
        failures: failures + 1,
      }));
    }
    case 'PaymentSettled': {
      const { statementId, digest, paidOn } = event.data;
      return changed(statementId, () => ({ status: 'PAID', paid: { digest, paidOn } }));
    }
  }
};
