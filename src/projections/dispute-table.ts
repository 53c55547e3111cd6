import type { Instant, Month } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { DisputeOutcome } from '../domain/settlement/events.ts';
import type { Yen } from '../domain/vocabulary.ts';
import { boolean, integer, optional, table, text } from './table.ts';

/** The dispute of a line of a statement: one a line. Sealed in the settlement's stream. */
export interface DisputeRow {
  /** Of the line. */
  readonly id: Uuid;
  readonly statementId: Uuid;
  readonly settlementId: Uuid;
  readonly networkId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly assistOfficeId: Uuid;
  /** Of the statement. */
  readonly month: Month;
  readonly visitId: Uuid | null;
  readonly sealedReason: string;
  readonly openedBySubject: string;
  readonly openedAt: Instant;
  /** Until when an answer leaves time to confirm and to pay. */
  readonly answerBy: Instant;
  readonly outcome: DisputeOutcome | null;
  readonly sealedAnswer: string | null;
  readonly resolvedAt: Instant | null;
  readonly adjustmentYen: Yen | null;
  /** The event that answered. */
  readonly answerId: Uuid | null;
  /** The statement that holds the adjustment; null while none that stands does. */
  readonly settledIn: Uuid | null;
  /**
   * Upheld without an amount, and the record stands as it was priced in the line: its assist office
   * is to amend it (contract, resolveDispute).
   */
  readonly toAmend: boolean;
  /** With its statement: it waits for nothing any more. */
  readonly isVoided: boolean;
}

export const disputes = table<DisputeRow, 'byStatement' | 'toAmend'>(
  'disputes',
  {
    id: text(),
    statementId: text(),
    settlementId: text(),
    networkId: text(),
    partnerOfficeId: text(),
    assistOfficeId: text(),
    month: text(),
    visitId: optional(text()),
    sealedReason: text(),
    openedBySubject: text(),
    openedAt: text(),
    answerBy: text(),
    outcome: optional(text<DisputeOutcome>()),
    sealedAnswer: optional(text()),
    resolvedAt: optional(text()),
    adjustmentYen: optional(integer),
    answerId: optional(text()),
    settledIn: optional(text()),
    toAmend: boolean,
    isVoided: boolean,
  },
  ['id'],
  {
    byStatement: { columns: ['statementId', 'id'] },
    toAmend: { columns: ['visitId'], where: { sql: 'to_amend = 1', holds: ({ toAmend }) => toAmend } },
  },
);
