import { addMinutes, type Instant } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { ExceptionCode } from '../domain/visit/events.ts';
import {
  answersFor,
  exceptionsBetween,
  type Firing,
  firesWithin,
  isBetween,
  isDailyLivingOnly,
  type MadeVisit,
} from '../domain/visit/exceptions.ts';
import type { ExceptionState } from '../domain/visit/state.ts';
import type { Qualification } from '../domain/vocabulary.ts';
import { placeholders } from './directory.ts';
import type { Tables } from './projection.ts';

type Reading = Pick<Tables, 'get' | 'all'>;
interface Raw {
  readonly visitId: Uuid;
  readonly clientId: Uuid;
  readonly caregiverId: Uuid;
  readonly pairedVisitId: Uuid | null;
  readonly emergency: number;
  readonly start: Instant;
  readonly end: Instant;
  /** Since when the record has been as it is. */
  readonly changedAt: Instant;
}

const SELECT = `SELECT id AS visitId, client_id AS clientId, caregiver_id AS caregiverId,
  paired_visit_id AS pairedVisitId, emergency,
  made_start AS start, made_end AS end, (SELECT recorded_at FROM visit_records AS record
  WHERE record.visit_id = visits.id AND version = record_version)
  AS changedAt FROM visits`;
const MADE = "('RECORDED', 'RETURNED', 'VERIFIED', 'SETTLED')";
const REACH_MINUTES = 120;

/**
 * Who a caregiver is, whatever the offices (rule 24): the member's subject where enrolled, else the
 * caregiver alone.
 */
const personOf = (tables: Reading, caregiverId: Uuid): string =>
  tables.get<{ id: string }>('SELECT id FROM members WHERE caregiver_id = ? LIMIT 1', caregiverId)?.id ?? caregiverId;
const caregiversOf = (tables: Reading, person: string, caregiverId: Uuid): Uuid[] => [
  caregiverId,
  ...tables
    .all<{ id: Uuid }>('SELECT caregiver_id AS id FROM members WHERE id = ? AND caregiver_id IS NOT NULL', person)
    .map(({ id }) => id),
];

const madeOf = (tables: Reading, raw: Raw): MadeVisit => ({
  ...raw,
  emergency: raw.emergency === 1,
  personId: personOf(tables, raw.caregiverId),
});

/** Made visits near one: of the same client, or of the same person. */
const neighboursOf = (tables: Reading, visit: Raw): Raw[] => {
  const caregivers = caregiversOf(tables, personOf(tables, visit.caregiverId), visit.caregiverId);
  return tables.all<Raw>(
    `${SELECT} WHERE made_start IS NOT NULL AND made_start < ? AND made_end > ? AND id <> ?
     AND status IN ${MADE} AND (client_id = ? OR caregiver_id IN (${placeholders(caregivers)})) ORDER BY id`,
    addMinutes(visit.end, REACH_MINUTES),
    addMinutes(visit.start, -REACH_MINUTES),
    visit.visitId,
    visit.clientId,
    ...caregivers,
  );
};

const madeVisit = (tables: Reading, visitId: Uuid): Raw | undefined =>
  tables.get<Raw>(
    `${SELECT} WHERE id = ? AND made_start IS NOT NULL AND caregiver_id IS NOT NULL AND status IN ${MADE}`,
    visitId,
  );

/**
 * Exceptions between this visit and others that fire by what is recorded (rule 24). None where it
 * was not made.
 */
export const firingBetween = (tables: Reading, visitId: Uuid): Firing[] => {
  const raw = madeVisit(tables, visitId);
  if (!raw) return [];
  const one = madeOf(tables, raw);
  return neighboursOf(tables, raw).flatMap((other) =>
    exceptionsBetween(one, madeOf(tables, other)).map((code) => ({
      code,
      otherVisitId: other.visitId,
      otherChangedAt: other.changedAt,
    })),
  );
};

/** Visits whose judgement a change of this one may change. */
export const neighbourIds = (tables: Reading, visitId: Uuid): Uuid[] => {
  const raw = madeVisit(tables, visitId);
  return raw ? neighboursOf(tables, raw).map((other) => other.visitId) : [];
};

/** Whether what fires differs from what is raised: then the process has something to write. */
export const needsJudging = (tables: Reading, visitId: Uuid): boolean => {
  const visit = tables.get<{ status: string; service: string; caregiverId: Uuid }>(
    'SELECT status, service, caregiver_id AS caregiverId FROM visits WHERE id = ?',
    visitId,
  );
  if (!visit) return false;
  const isVerified = visit.status === 'VERIFIED' || visit.status === 'SETTLED';
  if (!isVerified && visit.status !== 'RECORDED' && visit.status !== 'RETURNED') return false;
  const raised = tables.all<Pick<ExceptionState, 'code' | 'otherVisitId' | 'how' | 'resolvedAt'>>(
    `SELECT code, other_visit_id AS otherVisitId, how, resolved_at AS resolvedAt FROM visit_exceptions
     WHERE visit_id = ?`,
    visitId,
  );
  const firing = [...firingBetween(tables, visitId), ...(isVerified ? [] : qualificationFiring(tables, visit))];
  const isJudged = (code: ExceptionCode): boolean =>
    isBetween(code) || (code === 'QUALIFICATION_MISSING' && !isVerified);
  const hasNew = firing.some((fires) => !raised.some((one) => answersFor(one, fires)));
  const hasGone = raised.some(
    (one) => one.how === null && isJudged(one.code) && !firing.some((fires) => answersFor(one, fires)),
  );
  return hasNew || hasGone;
};

const qualificationFiring = (tables: Reading, visit: { service: string; caregiverId: Uuid }): Firing[] => {
  const row = tables.get<{ qualifications: string }>(
    'SELECT qualifications FROM caregivers WHERE id = ?',
    visit.caregiverId,
  );
  const isPhysical = visit.service === 'PHYSICAL_CARE' || visit.service === 'PHYSICAL_THEN_DAILY_LIVING';
  const lacks = row !== undefined && isPhysical && isDailyLivingOnly(JSON.parse(row.qualifications) as Qualification[]);
  return lacks ? [firesWithin('QUALIFICATION_MISSING')] : [];
};
