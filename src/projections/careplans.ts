import { dayOf, type Instant, minutesBetween } from '../domain/calendar.ts';
import { feeTableOn } from '../domain/fees/fee-tables.ts';
import { serviceCodesOf } from '../domain/fees/service-codes.ts';
import type { Uuid } from '../domain/ids.ts';
import type { CareplanFileKind, PlannedVisit } from '../domain/plan/events.ts';
import { numberedPlan } from '../domain/plan/state.ts';
import type { ServiceKind } from '../domain/vocabulary.ts';
import { plannedTable } from './delegation-table.ts';
import type { Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import { type Reading, rowsOfIds } from './rows.ts';
import { boolean, integer, json, table, text } from './table.ts';

/** What an office has imported last of a client's month. */
interface PlanRow {
  readonly planId: Uuid;
  readonly officeId: Uuid;
  readonly visits: readonly PlannedVisit[];
}
const plans = table<PlanRow>('careplans', { planId: text(), officeId: text(), visits: json() }, ['planId', 'officeId']);

/** 予定 of one visit. */
export interface PlannedVisitRow {
  readonly id: Uuid;
  readonly serviceCode: string;
  /** Null for a code that our table does not break down. */
  readonly service: ServiceKind | null;
  readonly minutes: number;
  readonly plannedStart: Instant;
  readonly plannedEnd: Instant;
}

/** A file that was made of a client's month. */
export interface CareplanFileRow {
  readonly id: Uuid;
  readonly planId: Uuid;
  readonly clientId: Uuid;
  readonly officeId: Uuid;
  readonly kind: CareplanFileKind;
  readonly name: string;
  readonly stamp: Instant;
  readonly rows: number;
  /** Whether its visits were compared with a 予定: one had been imported. */
  readonly checkedAgainstPlan: boolean;
  readonly sha256: string;
  readonly createdAt: Instant;
  readonly createdBySubject: string;
  /** Client's key, stream of the plan, path `content`. */
  readonly sealedContent: string;
}
const files = table<CareplanFileRow, 'byPlan' | 'byOffice'>(
  'careplan_files',
  {
    id: text(),
    planId: text(),
    clientId: text(),
    officeId: text(),
    kind: text(),
    name: text(),
    stamp: text(),
    rows: integer,
    checkedAgainstPlan: boolean,
    sha256: text(),
    createdAt: text(),
    createdBySubject: text(),
    sealedContent: text(),
  },
  ['id'],
  { byPlan: { columns: ['planId', 'officeId', 'stamp'] }, byOffice: { columns: ['officeId', 'stamp'] } },
);

/** Care plans as they were imported last, and the files that were made of them. */
export const careplansView: Projection = {
  name: 'careplans',
  tables: [plans, files],
  handlers: (batch) => ({
    CareplanImported: ({ streamId: planId, data: { partnerOfficeId: officeId, visits } }) =>
      batch.rows(plans).put({ planId, officeId, visits }),
    CareplanExported: ({ streamId: planId, data, occurredAt, metadata }) => {
      const { fileId: id, clientId, partnerOfficeId: officeId, kind, name, stamp, rows, sha256, content } = data;
      const made = { createdAt: occurredAt, createdBySubject: metadata.actor.subject, sealedContent: content };
      const checkedAgainstPlan = kind === 'UPJSK' && batch.rows(plans).get(planId, officeId) !== undefined;
      const file = { id, planId, clientId, officeId, kind, name, stamp, rows, sha256, checkedAgainstPlan };
      batch.rows(files).put({ ...file, ...made });
    },
  }),
};

// Queries

/** What an office has imported of a client's month, in the order of the starts. */
export const plannedVisitsOf = (reading: Reading, planId: Uuid, officeId: Uuid): PlannedVisitRow[] =>
  numberedPlan(planId, officeId, reading.rows(plans).get(planId, officeId)?.visits ?? []).map(({ id, ...visit }) => ({
    id,
    serviceCode: visit.serviceCode,
    service: serviceOf(visit),
    minutes: minutesBetween(visit.plannedStart, visit.plannedEnd),
    plannedStart: visit.plannedStart,
    plannedEnd: visit.plannedEnd,
  }));

const serviceOf = ({ serviceCode, plannedStart }: PlannedVisit): ServiceKind | null => {
  const fees = feeTableOn(dayOf(plannedStart));
  return (fees && serviceCodesOf(fees).get(serviceCode)?.service) ?? null;
};

/**
 * Who was asked for a visit of a care plan: the delegation, the newest of them; null for nobody.
 */
export const coverOf = (
  reading: Reading,
  plannedVisitId: Uuid,
): { readonly delegationId: Uuid; readonly withdrawn: boolean } | null => {
  const asked = reading.rows(plannedTable).find('byPlannedVisit', [plannedVisitId]);
  const standing = asked.filter(({ withdrawn }) => !withdrawn);
  return (standing.length > 0 ? standing : asked).reduce<(typeof asked)[number] | null>(
    (newest, one) => (newest === null || one.requestedPosition > newest.requestedPosition ? one : newest),
    null,
  );
};

export const careplanFilesById = (reading: Reading, ids: readonly Uuid[]): CareplanFileRow[] =>
  rowsOfIds(reading, files, ids);

/** Those of a client's month that an office has made, in the order in which they are processed. */
export const careplanFilesOf = (reading: Reading, planId: Uuid, officeId: Uuid): CareplanFileRow[] =>
  reading.rows(files).find('byPlan', [planId, officeId]);

/** The latest stamp that an office's files bear; null where it has made none. */
export const lastStampOf = (readModel: ReadModel, officeId: Uuid): Instant | null => {
  const [stamp] = readModel.first('SELECT max(stamp) FROM careplan_files WHERE office_id = ?', officeId) ?? [];
  return typeof stamp === 'string' ? stamp : null;
};
