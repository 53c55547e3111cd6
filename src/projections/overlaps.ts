import { addMinutes, type Instant } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import { exceptionsBetween, type Firing, isDailyLivingOnly, type MadeVisit } from '../domain/visit/exceptions.ts';
import type { Qualification } from '../domain/vocabulary.ts';
import { marks } from './directory.ts';
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
}

const SELECT = `SELECT id AS visitId, client_id AS clientId, caregiver_id AS caregiverId, paired_visit_id AS pairedVisitId, emergency,
  made_start AS start, made_end AS end FROM visits`;
const REACH_MINUTES = 120;

/** Who a caregiver is, whatever the offices (rule 24): the member's subject where enrolled, else the caregiver alone. */
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
     AND status IN ('RECORDED', 'RETURNED', 'VERIFIED', 'SETTLED') AND (client_id = ? OR caregiver_id IN (${marks(caregivers)})) ORDER BY id`,
    addMinutes(visit.end, REACH_MINUTES),
    addMinutes(visit.start, -REACH_MINUTES),
    visit.visitId,
    visit.clientId,
    ...caregivers,
  );
};

const madeVisit = (tables: Reading, visitId: Uuid): Raw | undefined =>
  tables.get<Raw>(`${SELECT} WHERE id = ? AND made_start IS NOT NULL AND caregiver_id IS NOT NULL`, visitId);

/** Exceptions between this visit and others that fire by what is recorded (rule 24). None where it was not made. */
export const firingBetween = (tables: Reading, visitId: Uuid): Firing[] => {
  const raw = madeVisit(tables, visitId);
  if (!raw) return [];
  const one = madeOf(tables, raw);
  return neighboursOf(tables, raw).flatMap((other) =>
    exceptionsBetween(one, madeOf(tables, other)).map((code) => ({ code, otherVisitId: other.visitId })),
  );
};

/** Visits whose judgement a change of this one may change. */
export const neighbourIds = (tables: Reading, visitId: Uuid): Uuid[] => {
  const raw = madeVisit(tables, visitId);
  return raw ? neighboursOf(tables, raw).map((other) => other.visitId) : [];
};

const BETWEEN = ['CAREGIVER_OVERLAP', 'CLIENT_OVERLAP', 'WITHIN_TWO_HOURS'];

/** Whether what fires differs from what stands raised, on a record that waits to be verified: then the process has something to write. */
export const needsJudging = (tables: Reading, visitId: Uuid): boolean => {
  const visit = tables.get<{ status: string; service: string; caregiverId: Uuid }>(
    'SELECT status, service, caregiver_id AS caregiverId FROM visits WHERE id = ?',
    visitId,
  );
  if (visit?.status !== 'RECORDED' && visit?.status !== 'RETURNED') return false;
  const raised = tables.all<{ code: string; otherVisitId: Uuid | null; how: string | null }>(
    'SELECT code, other_visit_id AS otherVisitId, how FROM visit_exceptions WHERE visit_id = ?',
    visitId,
  );
  const firing = [...firingBetween(tables, visitId), ...qualificationFiring(tables, visit)];
  const isSame = (a: { code: string; otherVisitId: Uuid | null }, b: { code: string; otherVisitId: Uuid | null }): boolean =>
    a.code === b.code && a.otherVisitId === b.otherVisitId;
  const hasNew = firing.some((fires) => !raised.some((one) => isSame(one, fires) && one.how !== 'LIFTED'));
  const hasGone = raised.some(
    (one) =>
      one.how === null &&
      (BETWEEN.includes(one.code) || one.code === 'QUALIFICATION_MISSING') &&
      !firing.some((fires) => isSame(one, fires)),
  );
  return hasNew || hasGone;
};

const qualificationFiring = (tables: Reading, visit: { service: string; caregiverId: Uuid }): Firing[] => {
  const row = tables.get<{ qualifications: string }>('SELECT qualifications FROM caregivers WHERE id = ?', visit.caregiverId);
  const isPhysical = visit.service === 'PHYSICAL_CARE' || visit.service === 'PHYSICAL_THEN_DAILY_LIVING';
  const lacks = row !== undefined && isPhysical && isDailyLivingOnly(JSON.parse(row.qualifications) as Qualification[]);
  return lacks ? [{ code: 'QUALIFICATION_MISSING', otherVisitId: null }] : [];
};
