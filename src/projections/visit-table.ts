import type { Day, Instant, Month } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { HoldCode } from '../domain/settlement/holds.ts';
import type { KnownVisit } from '../domain/visit/state.ts';
import type { CancelReason, ServiceKind, Yen } from '../domain/vocabulary.ts';
import { boolean, integer, json, optional, table, text } from './table.ts';

/** SETTLED is not an event: the last pricing is in a non-void line (rule 31). */
export type VisitStatus = KnownVisit['status'] | 'SETTLED';

/** What a line of the visit ledger (訪問台帳) says of one delegated visit. */
export interface VisitLine {
  /** To say on the telephone; unique in the network. */
  readonly number: string;
  readonly networkId: Uuid;
  /** Of the planned start, as `date` (rule 6). */
  readonly month: Month;
  readonly date: Day;
  readonly plannedStart: Instant;
  readonly plannedEnd: Instant;
  readonly actualStart: Instant | null;
  readonly actualEnd: Instant | null;
  /** Worked where recorded, else planned. */
  readonly minutes: number;
  readonly service: ServiceKind;
  readonly serviceCode: string | null;
  readonly status: VisitStatus;
  readonly clientId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly assistOfficeId: Uuid;
  readonly caregiverId: Uuid | null;
  readonly caregiversRequired: number;
  readonly units: number | null;
  readonly feeYen: Yen;
  readonly openExceptions: number;
  readonly recordVersion: number;
  readonly statementId: Uuid | null;
}

/** What the domain's state does not keep: who said it, and what is shown but not decided on. */
export interface VisitDetails {
  /** Of the record in force. */
  readonly record: {
    /** Of this version: the event that made it. */
    readonly id: Uuid;
    readonly recordedBySubject: string;
    readonly recordedAt: Instant;
    readonly sealedReason: string | null;
    readonly enteredForCaregiver: boolean;
  } | null;
  /** One for each exception of the state, in its order. */
  readonly exceptions: readonly {
    /** Of the event that raised it. */
    readonly id: Uuid;
    readonly sealedDetail: string | null;
    readonly raisedAt: Instant;
    readonly resolvedBySubject: string | null;
    readonly resolvedByOfficeId: Uuid | null;
    readonly sealedReason: string | null;
  }[];
  /** Of the change of plan that was proposed last. */
  readonly change: { readonly proposedAt: Instant; readonly sealedReason: string } | null;
  readonly cancellation: {
    readonly reason: CancelReason;
    readonly byOfficeId: Uuid;
    readonly at: Instant;
    readonly saidAt: Instant;
    readonly noticeMinutes: number;
    readonly percentOfFee: number;
    readonly sealedNote: string | null;
    /** From under an office, which had not given it back and was not there. */
    readonly wasHeld: boolean;
  } | null;
  /** Other statements that stand and hold a line of it, the oldest first. */
  readonly earlierStatementIds: readonly Uuid[];
}

/** A visit as it stands now. */
export interface VisitRow extends VisitLine {
  readonly id: Uuid;
  readonly delegationId: Uuid;
  /** Since when the line has been as it is, and the event that made it so: set by `keepLine`. */
  lineSince: Instant;
  linePosition: number;
  /** Of the last event. */
  readonly changedAt: Instant;
  /**
   * Of the event that made the visit's current schedule: an assist office sees the history from
   * there on.
   */
  readonly scheduledPosition: number;
  /** By the record, adjusted where it was; null where none is in force. */
  readonly madeStart: Instant | null;
  readonly madeEnd: Instant | null;
  /** It lasted longer than any visit is planned for. */
  readonly madeTooLong: boolean;
  /** The event that priced it last. */
  readonly pricedBy: Uuid | null;
  /** Something of it belongs into a statement that is still to come (rules 31, 33). */
  readonly toSettle: boolean;
  /** What keeps it out of a statement, whose move that is, and since when it has been theirs. */
  readonly holdCode: HoldCode | null;
  readonly holdOfficeId: Uuid | null;
  readonly holdSince: Instant | null;
  readonly details: VisitDetails;
  readonly state: KnownVisit;
}

/** The columns of a line, the same where lines of the past are kept. */
export const lineColumns = {
  number: text(),
  networkId: text(),
  month: text(),
  date: text(),
  plannedStart: text(),
  plannedEnd: text(),
  actualStart: optional(text()),
  actualEnd: optional(text()),
  minutes: integer,
  service: text<ServiceKind>(),
  serviceCode: optional(text()),
  status: text<VisitStatus>(),
  clientId: text(),
  partnerOfficeId: text(),
  assistOfficeId: text(),
  caregiverId: optional(text()),
  caregiversRequired: integer,
  units: optional(integer),
  feeYen: integer,
  openExceptions: integer,
  recordVersion: integer,
  statementId: optional(text()),
};

/** Whether a record is in force. */
export const wasMade = (row: VisitRow): boolean => row.madeStart !== null;

export const visitTable = table(
  'visits',
  {
    id: text(),
    ...lineColumns,
    lineSince: text(),
    linePosition: integer,
    delegationId: text(),
    changedAt: text(),
    scheduledPosition: integer,
    madeStart: optional(text()),
    madeEnd: optional(text()),
    madeTooLong: boolean,
    pricedBy: optional(text()),
    toSettle: boolean,
    holdCode: optional(text<HoldCode>()),
    holdOfficeId: optional(text()),
    holdSince: optional(text()),
    details: json<VisitDetails>(),
    state: json<KnownVisit>(),
  },
  ['id'],
  {
    // The ledger of some days, whole and as each of those sees it who see a part.
    byNumber: { columns: ['networkId', 'number'] },
    byNetwork: { columns: ['networkId', 'plannedStart', 'id'] },
    byPartner: { columns: ['partnerOfficeId', 'plannedStart', 'id'] },
    byAssist: { columns: ['assistOfficeId', 'plannedStart', 'id'] },
    byClient: { columns: ['clientId', 'plannedStart', 'id'] },
    byCaregiver: {
      columns: ['caregiverId', 'plannedStart', 'id'],
      where: { sql: 'caregiver_id IS NOT NULL', holds: (row: VisitRow) => row.caregiverId !== null },
    },
    // Overlaps of made visits (rule 24).
    madeOfClient: { columns: ['clientId', 'madeStart'], where: { sql: 'made_start IS NOT NULL', holds: wasMade } },
    madeByCaregiver: {
      columns: ['caregiverId', 'madeStart'],
      where: { sql: 'made_start IS NOT NULL', holds: wasMade },
    },
    tooLongOfClient: {
      columns: ['clientId'],
      where: { sql: 'made_too_long = 1', holds: (row: VisitRow) => row.madeTooLong },
    },
    tooLongByCaregiver: {
      columns: ['caregiverId'],
      where: { sql: 'made_too_long = 1', holds: (row: VisitRow) => row.madeTooLong },
    },
    toVerifyOfCaregiver: {
      columns: ['caregiverId'],
      where: {
        sql: "status IN ('RECORDED', 'RETURNED')",
        holds: ({ status }: VisitRow) => status === 'RECORDED' || status === 'RETURNED',
      },
    },
    toSettle: {
      columns: ['partnerOfficeId', 'assistOfficeId', 'networkId', 'month', 'plannedStart', 'id'],
      where: { sql: 'to_settle = 1', holds: (row: VisitRow) => row.toSettle },
    },
  },
);
