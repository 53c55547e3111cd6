import type { Instant } from '../domain/calendar.ts';
import type { DelegationMode, UncoveredOutcome, VisitPlan } from '../domain/delegation/events.ts';
import type { CoverState, DelegationStatus, OfferState, OfferStatus, Requested } from '../domain/delegation/state.ts';
import type { Uuid } from '../domain/ids.ts';
import type { Yen } from '../domain/vocabulary.ts';
import { boolean, integer, json, optional, table, text } from './table.ts';

/** What the domain's state does not keep of an offer: what is shown but not decided on. */
export interface OfferDetails {
  readonly madeAt: Instant;
  readonly seenAt: Instant | null;
  readonly respondedAt: Instant | null;
  readonly declineReason: string | null;
  /** Client's key, stream of the delegation, path `note`. */
  readonly sealedNote: string | null;
  readonly moreMinutesRequested: number | null;
  readonly moreTimeAskedAt: Instant | null;
}

export interface DelegationRow {
  readonly id: Uuid;
  /** To say on the telephone; unique in the network. */
  readonly number: string;
  readonly networkId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly clientId: Uuid;
  readonly mode: DelegationMode;
  readonly status: DelegationStatus;
  readonly round: number;
  readonly requestedAt: Instant;
  readonly requestedBySubject: string;
  /** Client's key, stream of the delegation, path `note`. */
  readonly sealedNote: string | null;
  /**
   * Start of the earliest visit not yet allocated; '9' where there is none. With `firstStart` and
   * id the board's order.
   */
  readonly firstFreeStart: Instant;
  readonly firstStart: Instant;
  readonly lastStart: Instant;
  /** One for each offer of the state, in its order. */
  readonly offerDetails: readonly OfferDetails[];
  /** As the domain has it: rounds are answered from it, and processes take due times from it. */
  readonly state: Requested;
}
export interface DelegatedVisitRow extends VisitPlan {
  readonly visitId: Uuid;
  readonly number: string;
  readonly delegationId: Uuid;
  readonly allocatedToId: Uuid | null;
  readonly state: CoverState;
  readonly uncoveredOutcome: UncoveredOutcome | null;
}
export interface OfferRow
  extends Omit<OfferState, 'gotSome' | 'declinedRest' | 'seen' | 'moreTime' | 'fees'>,
    OfferDetails {
  readonly delegationId: Uuid;
  /** Those that the office can still accept. */
  readonly openVisitIds: readonly Uuid[];
  /** Of those while it is open, then of what was accepted. */
  readonly feeYen: Yen;
}
export interface OfferRoundRow {
  readonly delegationId: Uuid;
  readonly round: number;
  readonly officeIds: readonly Uuid[];
  readonly windowMinutes: number;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly selectBy: Instant | null;
}

/** In place of the start of the first free visit: comes after every instant. */
export const NOTHING_FREE = '9';
export const ORDER = ['firstFreeStart', 'firstStart', 'id'] as const;
export const delegationTable = table(
  'delegations',
  {
    id: text(),
    number: text(),
    networkId: text(),
    partnerOfficeId: text(),
    clientId: text(),
    mode: text<DelegationMode>(),
    status: text<DelegationStatus>(),
    round: integer,
    requestedAt: text(),
    requestedBySubject: text(),
    sealedNote: optional(text()),
    firstFreeStart: text(),
    firstStart: text(),
    lastStart: text(),
    offerDetails: json<readonly OfferDetails[]>(),
    state: json<Requested>(),
  },
  ['id'],
  {
    byNetwork: { columns: ['networkId', 'status', ...ORDER] },
    byClient: { columns: ['clientId', 'status', ...ORDER] },
    byNumber: { columns: ['networkId', 'number'] },
    byRequest: { columns: ['networkId', 'requestedAt', 'partnerOfficeId'] },
  },
);

/** A delegation among those of an office: the partner's own, or one in which it was asked. */
export interface ListedRow {
  readonly delegationId: Uuid;
  readonly officeId: Uuid;
  readonly networkId: Uuid;
  readonly clientId: Uuid;
  readonly isPartner: boolean;
  /** OPEN while any of the office's offers is; else of the newest. */
  readonly offerStatus: OfferStatus | null;
  /** It has an open offer, stands as a candidate, or holds a visit. */
  readonly hasPart: boolean;
  readonly status: DelegationStatus;
  readonly firstFreeStart: Instant;
  readonly firstStart: Instant;
}
export const listedTable = table(
  'delegations_listed',
  {
    delegationId: text(),
    officeId: text(),
    networkId: text(),
    clientId: text(),
    isPartner: boolean,
    offerStatus: optional(text<OfferStatus>()),
    hasPart: boolean,
    status: text<DelegationStatus>(),
    firstFreeStart: text(),
    firstStart: text(),
  },
  ['delegationId', 'officeId'],
  {
    byOffice: { columns: ['networkId', 'officeId', 'status', 'firstFreeStart', 'firstStart', 'delegationId'] },
    byClient: {
      columns: ['clientId', 'officeId', 'hasPart'],
      where: { sql: 'offer_status IS NOT NULL', holds: (row: ListedRow) => row.offerStatus !== null },
    },
    // Those that wait for an answer: few, however many there were.
    byOpenOffer: {
      columns: ['networkId', 'officeId'],
      where: { sql: "offer_status = 'OPEN'", holds: (row: ListedRow) => row.offerStatus === 'OPEN' },
    },
  },
);

/** How many delegations of a status an office sees in a network; '' = the whole network. */
interface CountRow {
  readonly networkId: Uuid;
  readonly officeId: Uuid | '';
  readonly status: DelegationStatus;
  readonly delegations: number;
}
export const countTable = table<CountRow>(
  'delegation_counts',
  { networkId: text(), officeId: text(), status: text<DelegationStatus>(), delegations: integer },
  ['networkId', 'officeId', 'status'],
);

/**
 * How far the first and the last visit of one delegation of a network lie apart at the most: what
 * has a visit on a day began no earlier than so long before.
 */
interface LongestRow {
  readonly networkId: Uuid;
  readonly minutes: number;
}
export const longestTable = table<LongestRow>('longest_delegations', { networkId: text(), minutes: integer }, [
  'networkId',
]);

/** A visit of a delegation, for what is asked of visits by time. */
export interface PlannedRow {
  readonly visitId: Uuid;
  readonly delegationId: Uuid;
  readonly networkId: Uuid;
  readonly clientId: Uuid;
  readonly partnerOfficeId: Uuid;
  /** Where its request stands in the log, or the agreement that moved it. */
  readonly requestedPosition: number;
  readonly plannedStart: Instant;
  readonly plannedEnd: Instant;
  /** Which visit of the care plan it covers. */
  readonly plannedVisitId: Uuid | null;
  readonly allocatedTo: Uuid | null;
  readonly withdrawn: boolean;
  /** The newest change of its plan that the delegation has followed. */
  readonly changeId: Uuid | null;
}
export const plannedTable = table(
  'delegated_visits',
  {
    visitId: text(),
    delegationId: text(),
    networkId: text(),
    clientId: text(),
    partnerOfficeId: text(),
    requestedPosition: integer,
    plannedStart: text(),
    plannedEnd: text(),
    plannedVisitId: optional(text()),
    allocatedTo: optional(text()),
    withdrawn: boolean,
    changeId: optional(text()),
  },
  ['visitId'],
  {
    byClient: { columns: ['clientId', 'plannedStart'] },
    byPlannedVisit: {
      columns: ['plannedVisitId'],
      where: { sql: 'planned_visit_id IS NOT NULL', holds: (row: PlannedRow) => row.plannedVisitId !== null },
    },
    byPartner: {
      columns: ['partnerOfficeId', 'networkId', 'plannedStart'],
      where: { sql: 'allocated_to IS NOT NULL', holds: (row: PlannedRow) => row.allocatedTo !== null },
    },
    byAssist: {
      columns: ['allocatedTo', 'networkId', 'plannedStart'],
      where: { sql: 'allocated_to IS NOT NULL', holds: (row: PlannedRow) => row.allocatedTo !== null },
    },
  },
);
