import type { Day, Instant } from '../domain/calendar.ts';
import { delegation } from '../domain/delegation/decider.ts';
import type { DelegationEvent, DelegationMode, VisitPlan } from '../domain/delegation/events.ts';
import {
  type DelegationStatus,
  isFree,
  type OfferStatus,
  type Requested,
  statusOf,
} from '../domain/delegation/state.ts';
import type { Uuid } from '../domain/ids.ts';
import type { Yen } from '../domain/vocabulary.ts';
import type { Recorded } from '../store/codec.ts';
import { placeholders } from './directory.ts';
import type { Projection, Tables } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import { planColumns } from './visit-columns.ts';

export interface DelegationRow {
  readonly id: Uuid;
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
}
export interface DelegatedVisitRow extends VisitPlan {
  readonly visitId: Uuid;
  readonly delegationId: Uuid;
  readonly allocatedToId: Uuid | null;
}
export interface OfferRow {
  readonly delegationId: Uuid;
  readonly officeId: Uuid;
  readonly round: number;
  readonly status: OfferStatus;
  readonly visitIds: readonly Uuid[];
  readonly acceptedVisitIds: readonly Uuid[];
  readonly madeAt: Instant;
  readonly respondBy: Instant;
  readonly seenAt: Instant | null;
  readonly respondedAt: Instant | null;
  readonly declineReason: string | null;
  /** Client's key, stream of the delegation, path `note`. */
  readonly sealedNote: string | null;
  readonly moreMinutesRequested: number | null;
  readonly feeYen: Yen;
}
export interface OfferRoundRow {
  readonly round: number;
  readonly officeIds: readonly Uuid[];
  readonly windowMinutes: number;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly selectBy: Instant | null;
}

const SCHEMA = `
CREATE TABLE delegations (
  id TEXT PRIMARY KEY, network_id TEXT NOT NULL, partner_office_id TEXT NOT NULL, client_id TEXT NOT NULL,
  mode TEXT NOT NULL, status TEXT NOT NULL,
  round INTEGER NOT NULL, requested_at TEXT NOT NULL, requested_by TEXT NOT NULL, note TEXT,
  first_free_start TEXT NOT NULL, first_start TEXT NOT NULL,
  version INTEGER NOT NULL, state TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX delegations_by_network ON delegations (network_id, first_free_start, first_start, id);
CREATE INDEX delegations_by_partner ON delegations (partner_office_id, status);
CREATE INDEX delegations_by_client ON delegations (client_id);
CREATE TABLE delegated_visits (
  visit_id TEXT PRIMARY KEY, delegation_id TEXT NOT NULL, client_id TEXT NOT NULL, place INTEGER NOT NULL,
  ${planColumns.definitions}, allocated_to TEXT, withdrawn INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX delegated_visits_by_delegation ON delegated_visits (delegation_id, place);
CREATE INDEX delegated_visits_by_client ON delegated_visits (client_id, planned_start);
CREATE TABLE offers (
  delegation_id TEXT NOT NULL, round INTEGER NOT NULL, office_id TEXT NOT NULL, status TEXT NOT NULL,
  visit_ids TEXT NOT NULL, accepted_visit_ids TEXT NOT NULL,
  window_minutes INTEGER NOT NULL, made_at TEXT NOT NULL, respond_by TEXT NOT NULL, seen_at TEXT, responded_at TEXT,
  decline_reason TEXT, note TEXT,
  more_minutes INTEGER, more_state TEXT NOT NULL, fee_yen INTEGER NOT NULL, PRIMARY KEY (delegation_id, round,
  office_id)
) WITHOUT ROWID;
CREATE INDEX offers_by_office ON offers (office_id, status, delegation_id);`;

type EventOf<Type extends DelegationEvent['type']> = Recorded<Extract<DelegationEvent, { type: Type }>>;

/** Folds the event into the kept state; undefined where it was folded before. */
const folded = (tables: Tables, event: Recorded<DelegationEvent>): Requested | undefined => {
  const kept = tables.get<{ version: number; state: string }>(
    'SELECT version, state FROM delegations WHERE id = ?',
    event.streamId,
  );
  if (!kept || kept.version >= event.version) return undefined;
  const state = delegation.evolve(JSON.parse(kept.state), event) as Requested;
  const free = state.visits.filter(isFree).map(({ plannedStart }) => plannedStart);
  tables.run(
    'UPDATE delegations SET version = ?, state = ?, status = ?, round = ?, first_free_start = ? WHERE id = ?',
    event.version,
    JSON.stringify(state),
    statusOf(state),
    state.offers.at(-1)?.round ?? 0,
    free.sort()[0] ?? '9',
    event.streamId,
  );
  return state;
};

/** Status and visits of every offer, as the state has them. */
const syncOffers = (tables: Tables, id: Uuid, state: Requested): void => {
  for (const offer of state.offers) {
    tables.run(
      `UPDATE offers SET status = ?, accepted_visit_ids = ?, respond_by = ?, more_state = ?
       WHERE delegation_id = ? AND round = ? AND office_id = ?`,
      offer.status,
      JSON.stringify(offer.acceptedVisitIds),
      offer.respondBy,
      offer.moreTime,
      id,
      offer.round,
      offer.officeId,
    );
  }
};

const syncVisits = (tables: Tables, state: Requested): void => {
  for (const visit of state.visits) {
    tables.run(
      'UPDATE delegated_visits SET allocated_to = ?, withdrawn = ? WHERE visit_id = ?',
      visit.allocatedTo,
      Number(visit.withdrawn),
      visit.visitId,
    );
  }
};

const requested = (tables: Tables, event: EventOf<'DelegationRequested'>): void => {
  const { data, streamId } = event;
  const state = delegation.evolve({ status: 'NONE' }, event) as Requested;
  const firstStart = [...data.visits.map(({ plannedStart }) => plannedStart)].sort()[0] ?? '';
  tables.run(
    'INSERT OR IGNORE INTO delegations VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)',
    streamId,
    data.networkId,
    data.partnerOfficeId,
    data.clientId,
    data.mode,
    statusOf(state),
    event.occurredAt,
    event.metadata.actor.subject,
    data.note,
    firstStart,
    firstStart,
    event.version,
    JSON.stringify(state),
  );
  for (const visit of data.visits) {
    tables.run(
      `INSERT OR IGNORE INTO delegated_visits VALUES (?, ?, ?, ?, ${planColumns.placeholders}, NULL, 0)`,
      visit.visitId,
      streamId,
      data.clientId,
      visit.place,
      ...planColumns.valuesOf(visit),
    );
  }
};

const offerMade = (tables: Tables, event: EventOf<'OfferMade'>): void => {
  const { data, streamId } = event;
  tables.run(
    "INSERT OR IGNORE INTO offers VALUES (?, ?, ?, 'OPEN', ?, '[]', ?, ?, ?, NULL, NULL, NULL, NULL, NULL, 'NONE', ?)",
    streamId,
    data.round,
    data.officeId,
    JSON.stringify(data.visitIds),
    data.windowMinutes,
    event.occurredAt,
    data.respondBy,
    data.fees.reduce((sum, { feeYen }) => sum + feeYen, 0),
  );
  folded(tables, event);
};

/** Delegations, their visits and offers. */
export const delegationBoard: Projection = {
  name: 'delegation-board',
  version: 1,
  schema: SCHEMA,
  handlers: (tables) => {
    const follow = (event: Recorded<DelegationEvent>): void => {
      const state = folded(tables, event);
      if (!state) return;
      syncOffers(tables, event.streamId, state);
      syncVisits(tables, state);
    };
    const setOffer = (
      event: EventOf<'OfferSeen' | 'OfferAccepted' | 'OfferDeclined' | 'MoreTimeRequested'>,
      set: string,
      ...values: (string | number | null)[]
    ) => {
      tables.run(
        `UPDATE offers SET ${set} WHERE delegation_id = ? AND round = ? AND office_id = ?`,
        ...values,
        event.streamId,
        event.data.round,
        event.data.officeId,
      );
      follow(event);
    };
    return {
      DelegationRequested: (event) => requested(tables, event),
      RoundsAdded: follow,
      OfferMade: (event) => offerMade(tables, event),
      OfferSeen: (event) => setOffer(event, 'seen_at = ?', event.occurredAt),
      MoreTimeRequested: (event) => setOffer(event, 'more_minutes = ?', event.data.minutes),
      MoreTimeGranted: follow,
      OfferAccepted: (event) =>
        setOffer(event, 'responded_at = ?, note = coalesce(?, note)', event.occurredAt, event.data.note),
      OfferDeclined: (event) =>
        setOffer(
          event,
          'responded_at = ?, decline_reason = ?, note = coalesce(?, note)',
          event.occurredAt,
          event.data.reason,
          event.data.note,
        ),
      OfferExpired: follow,
      OfferNotSelected: follow,
      VisitsAllocated: follow,
      VisitsReleased: follow,
      VisitsWithdrawn: follow,
      DelegationEscalated: follow,
      DelegationCompleted: follow,
    };
  },
};

// Queries

const SELECT = `SELECT id, network_id AS networkId, partner_office_id AS partnerOfficeId, client_id AS clientId,
  mode, status, round,
  requested_at AS requestedAt, requested_by AS requestedBySubject, note AS sealedNote,
  first_free_start AS firstFreeStart, first_start AS firstStart
  FROM delegations`;

export const delegationsById = (readModel: ReadModel, ids: readonly Uuid[]): DelegationRow[] =>
  readModel.all<DelegationRow>(`${SELECT} WHERE id IN (${placeholders(ids)})`, ...ids);

export interface DelegationSelection {
  readonly networkId: Uuid;
  /** An office's own and those it was asked in; null = all. */
  readonly ofOfficeId: Uuid | null;
  readonly status: readonly string[] | null;
  readonly partnerOfficeId: Uuid | null;
  readonly assistOfficeId: Uuid | null;
  readonly clientId: Uuid | null;
  readonly plannedFrom: Day | null;
  readonly plannedTo: Day | null;
  readonly offerStatus: readonly string[] | null;
  readonly after: readonly (string | number)[] | null;
  readonly limit: number;
}

/**
 * In the order of the earliest visit not yet allocated, then of the first visit. `plannedFrom`,
 * `plannedTo`: instants at the days' ends.
 */
export const delegationsBy = (
  readModel: ReadModel,
  by: DelegationSelection,
): { rows: DelegationRow[]; totalCount: number } => {
  const where = [
    'network_id = ?1',
    `(?2 IS NULL OR partner_office_id = ?2 OR EXISTS (SELECT 1 FROM offers
     WHERE delegation_id = delegations.id AND office_id = ?2))`,
    '(?3 IS NULL OR status IN (SELECT value FROM json_each(?3)))',
    '(?4 IS NULL OR partner_office_id = ?4)',
    // An assist office never learns who else was asked (contract, Delegation.offers).
    `(?5 IS NULL OR EXISTS (SELECT 1 FROM offers WHERE delegation_id = delegations.id AND office_id = ?5
      AND (?2 IS NULL OR office_id = ?2 OR partner_office_id = ?2)))`,
    '(?6 IS NULL OR client_id = ?6)',
    `(?7 IS NULL OR EXISTS (SELECT 1 FROM delegated_visits
     WHERE delegation_id = delegations.id AND planned_start >= ?7))`,
    `(?8 IS NULL OR EXISTS (SELECT 1 FROM delegated_visits
     WHERE delegation_id = delegations.id AND planned_start < ?8))`,
    `(?9 IS NULL OR EXISTS (SELECT 1 FROM offers WHERE delegation_id = delegations.id
    AND (?2 IS NULL OR office_id = ?2 OR partner_office_id = ?2)
      AND offers.status IN (SELECT value FROM json_each(?9))))`,
  ].join(' AND ');
  const values = [
    by.networkId,
    by.ofOfficeId,
    by.status && JSON.stringify(by.status),
    by.partnerOfficeId,
    by.assistOfficeId,
    by.clientId,
    by.plannedFrom,
    by.plannedTo,
    by.offerStatus && JSON.stringify(by.offerStatus),
  ];
  const [free, first, id] = by.after ?? [null, null, null];
  const rows = readModel.all<DelegationRow>(
    `${SELECT} WHERE ${where} AND (?10 IS NULL OR (first_free_start, first_start, id) > (?10, ?11, ?12))
     ORDER BY first_free_start, first_start, id LIMIT ?13`,
    ...values,
    free ?? null,
    first ?? null,
    id ?? null,
    by.limit,
  );
  const count = readModel.get<{ n: number }>(`SELECT count(*) AS n FROM delegations WHERE ${where}`, ...values);
  return { rows, totalCount: count?.n ?? 0 };
};

const VISIT_SELECT = `SELECT visit_id AS visitId, delegation_id AS delegationId, allocated_to AS allocatedToId,
  ${planColumns.selected} FROM delegated_visits`;

export const visitsOfDelegation = (readModel: ReadModel, delegationId: Uuid): DelegatedVisitRow[] =>
  readModel
    .all<Omit<DelegatedVisitRow, keyof VisitPlan>>(
      `${VISIT_SELECT} WHERE delegation_id = ? ORDER BY place`,
      delegationId,
    )
    .map((raw) => ({ ...raw, ...planColumns.read(raw) }));

const OFFER_SELECT = `SELECT delegation_id AS delegationId, office_id AS officeId, round, status,
  visit_ids AS visitIds, accepted_visit_ids AS acceptedVisitIds,
  made_at AS madeAt, respond_by AS respondBy, seen_at AS seenAt, responded_at AS respondedAt,
  decline_reason AS declineReason, note AS sealedNote,
  more_minutes AS moreMinutesRequested, fee_yen AS feeYen FROM offers`;
type RawOffer = Omit<OfferRow, 'visitIds' | 'acceptedVisitIds'> & { visitIds: string; acceptedVisitIds: string };
const offerOf = (raw: RawOffer): OfferRow => ({
  ...raw,
  visitIds: JSON.parse(raw.visitIds),
  acceptedVisitIds: JSON.parse(raw.acceptedVisitIds),
});

/** Offers of every round; only those of one office where named. */
export const offersOfDelegation = (readModel: ReadModel, delegationId: Uuid, officeId: Uuid | null): OfferRow[] =>
  readModel
    .all<RawOffer>(
      `${OFFER_SELECT} WHERE delegation_id = ?1 AND (?2 IS NULL OR office_id = ?2) ORDER BY round, office_id`,
      delegationId,
      officeId,
    )
    .map(offerOf);

export const wasAsked = (readModel: ReadModel, delegationId: Uuid, officeId: Uuid): boolean =>
  readModel.get('SELECT 1 FROM offers WHERE delegation_id = ? AND office_id = ? LIMIT 1', delegationId, officeId) !==
  undefined;

/** The state as the domain has it: rounds are answered from it. */
export const delegationState = (readModel: ReadModel, delegationId: Uuid): Requested | null => {
  const row = readModel.get<{ state: string }>('SELECT state FROM delegations WHERE id = ?', delegationId);
  return row ? JSON.parse(row.state) : null;
};

/** The delegation that a visit belongs to; null for an unknown one. */
export const delegationOfVisit = (readModel: Pick<ReadModel, 'get'>, visitId: Uuid): Uuid | null =>
  readModel.get<{ id: Uuid }>('SELECT delegation_id AS id FROM delegated_visits WHERE visit_id = ?', visitId)?.id ??
  null;

/** The client's visits that overlap a span, withdrawn ones aside (rule 9). */
export const overlappingVisits = (readModel: ReadModel, clientId: Uuid, start: Instant, end: Instant): Uuid[] =>
  readModel
    .all<{ id: Uuid }>(
      `SELECT visit_id AS id FROM delegated_visits
       WHERE client_id = ? AND withdrawn = 0 AND planned_start < ? AND planned_end > ?`,
      clientId,
      end,
      start,
    )
    .map(({ id }) => id);
