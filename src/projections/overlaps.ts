import { addMinutes, type Instant, latest } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import { MOST_VISIT_MINUTES } from '../domain/limits.ts';
import type { ExceptionCode } from '../domain/visit/events.ts';
import {
  answersFor,
  exceptionsBetween,
  type Firing,
  firesWithin,
  isBetween,
  lacksQualification,
  type MadeVisit,
  toRaise,
} from '../domain/visit/exceptions.ts';
import { caregiversOfMember, caregiversOfPerson, isFirstEnrolment, personOf } from './members.ts';
import { caregivers } from './offices.ts';
import type { Reading } from './rows.ts';
import { type VisitRow, visitTable } from './visit-table.ts';

/** A visit with a record in force. */
type Made = VisitRow & { readonly madeStart: string; readonly madeEnd: string; readonly caregiverId: Uuid };
const isMade = (row: VisitRow | undefined): row is Made =>
  row !== undefined &&
  row.madeStart !== null &&
  row.caregiverId !== null &&
  (row.status === 'RECORDED' || row.status === 'RETURNED' || row.status === 'VERIFIED' || row.status === 'SETTLED');

const REACH_MINUTES = 120;

const asMade = (reading: Reading, row: Made): MadeVisit => ({
  visitId: row.id,
  clientId: row.clientId,
  personId: personOf(reading, row.caregiverId, row.madeStart),
  pairedVisitId: row.state.plan.pairedVisitId,
  emergency: row.state.plan.emergency,
  plannedStart: row.plannedStart,
  plannedEnd: row.plannedEnd,
  start: row.madeStart,
  end: row.madeEnd,
});

/** Made visits near one: of the same client, or of the same person. */
const neighboursOf = (reading: Reading, made: Made): Made[] => {
  const visits = reading.rows(visitTable);
  const [begin, end] = [addMinutes(made.madeStart, -REACH_MINUTES), addMinutes(made.madeEnd, REACH_MINUTES)];
  const span = { from: addMinutes(begin, -MOST_VISIT_MINUTES), to: end };
  const near = [
    ...visits.find('madeOfClient', [made.clientId], span),
    ...visits.find('tooLongOfClient', [made.clientId]),
    ...caregiversOfPerson(reading, made.caregiverId, made.madeStart).flatMap((id) => [
      ...visits.find('madeByCaregiver', [id], span),
      ...visits.find('tooLongByCaregiver', [id]),
    ]),
  ];
  const those = new Map(near.filter(isMade).map((row) => [row.id, row]));
  return [...those.values()]
    .filter((row) => row.id !== made.id && row.madeStart < end && row.madeEnd > begin)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
};

/**
 * Exceptions between this visit and others that fire by what is recorded (rule 24). None where it
 * was not made.
 */
export const firingBetween = (reading: Reading, visitId: Uuid): Firing[] => {
  const row = reading.rows(visitTable).get(visitId);
  return isMade(row) ? firingWith(reading, row, neighboursOf(reading, row)) : [];
};

const firingWith = (reading: Reading, row: Made, neighbours: readonly Made[]): Firing[] => {
  if (neighbours.length === 0) return [];
  const one = asMade(reading, row);
  return neighbours.flatMap((other) =>
    exceptionsBetween(one, asMade(reading, other)).map((code) => ({
      code,
      otherVisitId: other.id,
      otherChangedAt: changedAt(other),
    })),
  );
};

/** Neither given up nor over before it began. */
const STANDING: readonly VisitRow['status'][] = [
  'SCHEDULED',
  'IN_PROGRESS',
  'RECORDED',
  'RETURNED',
  'VERIFIED',
  'SETTLED',
];

/**
 * Whether another visit that overlaps this plan is assigned to the person who a caregiver is, for
 * whichever office (contract, CAREGIVER_BUSY).
 */
export const isBusyDuring = (
  reading: Reading,
  caregiverId: Uuid,
  { visitId, plannedStart, plannedEnd }: { visitId: Uuid; plannedStart: Instant; plannedEnd: Instant },
): boolean => {
  const span = { from: addMinutes(plannedStart, -MOST_VISIT_MINUTES), to: plannedEnd };
  return caregiversOfPerson(reading, caregiverId, plannedStart)
    .flatMap((id) => reading.rows(visitTable).find('byCaregiver', [id], span))
    .some((other) => other.id !== visitId && other.plannedEnd > plannedStart && STANDING.includes(other.status));
};

/** Since when record and plan have been as they are. */
const changedAt = ({ details, state }: Made): Instant | null => {
  const [recorded, planned] = [details.record?.recordedAt ?? null, state.changes.changedAt];
  return recorded === null || planned === null ? (recorded ?? planned) : latest(recorded, planned);
};

/**
 * Visits made by a member, in whichever office, that overlap others, or no longer do, by an
 * enrolment: it says who made what begins from then on, and, where it is a caregiver's first, what
 * was made before. Of all others it had been said (rule 24).
 */
export const judgedAnewBy = (reading: Reading, memberId: Uuid, enrolledAt: Instant): Set<Uuid> => {
  const caregiverIds = caregiversOfMember(reading, memberId);
  const standing = caregiverIds.flatMap((id) => madeDuring(reading, id, enrolledAt));
  // Two visits of one caregiver have been of one person before, too.
  const first =
    caregiverIds.length > 1 ? caregiverIds.filter((id) => isFirstEnrolment(reading, id, memberId, enrolledAt)) : [];
  const overlapping = first
    .flatMap((id) => reading.rows(visitTable).find('madeByCaregiver', [id]))
    .filter(isMade)
    .flatMap((row) => {
      const beside = caregiverIds
        .filter((id) => id !== row.caregiverId)
        .flatMap((id) => madeDuring(reading, id, row.madeStart, row.madeEnd));
      return beside.length > 0 ? [row, ...beside] : [];
    });
  return new Set([...standing, ...overlapping].map(({ id }) => id));
};

/** Visits that a caregiver was at some time between two at, the second excluded. */
const madeDuring = (reading: Reading, caregiverId: Uuid, from: Instant, to?: Instant): Made[] => {
  const visits = reading.rows(visitTable);
  const begun = visits.find('madeByCaregiver', [caregiverId], { from: addMinutes(from, -MOST_VISIT_MINUTES), to });
  return [...begun, ...visits.find('tooLongByCaregiver', [caregiverId])]
    .filter(isMade)
    .filter(({ madeStart, madeEnd }) => madeEnd >= from && (to === undefined || madeStart < to));
};

/** Whether what fires on a visit differs from what is raised, and whom it was compared with. */
export interface Judgement {
  readonly isNeeded: boolean;
  readonly neighbours: readonly Uuid[];
}

/** Where a judgement is needed, the process has something to write. */
export const judgementOf = (reading: Reading, visitId: Uuid): Judgement => {
  const row = reading.rows(visitTable).get(visitId);
  if (!isMade(row)) return { isNeeded: false, neighbours: [] };
  const isVerified = row.status === 'VERIFIED' || row.status === 'SETTLED';
  const neighbours = neighboursOf(reading, row);
  const raised = row.state.exceptions;
  const firing = [...firingWith(reading, row, neighbours), ...(isVerified ? [] : qualificationFiring(reading, row))];
  const isJudged = (code: ExceptionCode): boolean =>
    isBetween(code) || (code === 'QUALIFICATION_MISSING' && !isVerified);
  const hasNew = toRaise(row.state, firing).length > 0;
  const hasGone = raised.some(
    (one) => one.how === null && isJudged(one.code) && !firing.some((fires) => answersFor(one, fires)),
  );
  return { isNeeded: hasNew || hasGone, neighbours: neighbours.map(({ id }) => id) };
};

const qualificationFiring = (reading: Reading, { service, caregiverId }: VisitRow): Firing[] => {
  const caregiver = caregiverId === null ? undefined : reading.rows(caregivers).get(caregiverId);
  const lacks = caregiver !== undefined && lacksQualification(service, caregiver.qualifications);
  return lacks ? [firesWithin('QUALIFICATION_MISSING')] : [];
};
