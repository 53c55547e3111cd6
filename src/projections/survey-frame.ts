import { type Day, dayOf } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { Participation } from '../domain/survey/frame.ts';
import type { EventOf } from '../store/event-types.ts';
import type { Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';

/**
 * Who took part in delegations, by day: what a survey's frame is drawn from (rule 37). A visit's
 * day is that of its planned start (rule 6).
 */
export const surveyFrame: Projection = {
  name: 'survey-frame',
  version: 1,
  schema: `
    CREATE TABLE frame_delegation (delegation_id TEXT PRIMARY KEY, network_id TEXT NOT NULL, office_id TEXT NOT NULL,
    day TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE frame_allocation (
      network_id TEXT NOT NULL, office_id TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (network_id, office_id, day)
    ) WITHOUT ROWID;
    CREATE TABLE frame_visit (
      visit_id TEXT PRIMARY KEY, network_id TEXT NOT NULL, partner_office_id TEXT NOT NULL,
      assist_office_id TEXT NOT NULL,
      client_id TEXT NOT NULL, day TEXT NOT NULL, caregiver_id TEXT
    ) WITHOUT ROWID;
    CREATE INDEX frame_delegation_by_day ON frame_delegation (network_id, day);
    CREATE INDEX frame_visit_by_day ON frame_visit (network_id, day);`,
  handlers: (tables) => {
    const madeBy = (visitId: Uuid, caregiverId: Uuid | null): void =>
      tables.run('UPDATE frame_visit SET caregiver_id = ? WHERE visit_id = ?', caregiverId, visitId);
    const recorded = (event: { streamId: Uuid; data: EventOf<'VisitRecorded' | 'VisitRecordAmended'>['data'] }): void =>
      madeBy(event.streamId, event.data.caregiverId);
    return {
      DelegationRequested: ({ streamId, data, occurredAt }) =>
        tables.run(
          'INSERT OR IGNORE INTO frame_delegation VALUES (?, ?, ?, ?)',
          streamId,
          data.networkId,
          data.partnerOfficeId,
          dayOf(occurredAt),
        ),
      VisitsAllocated: ({ streamId, data, occurredAt }) =>
        tables.run(
          `INSERT OR IGNORE INTO frame_allocation SELECT network_id, ?, ? FROM frame_delegation
           WHERE delegation_id = ?`,
          data.officeId,
          dayOf(occurredAt),
          streamId,
        ),
      VisitScheduled: ({ streamId, data }) =>
        tables.run(
          `INSERT INTO frame_visit VALUES (?, ?, ?, ?, ?, ?, NULL)
           ON CONFLICT DO UPDATE SET assist_office_id = excluded.assist_office_id, day = excluded.day`,
          streamId,
          data.networkId,
          data.partnerOfficeId,
          data.assistOfficeId,
          data.clientId,
          dayOf(data.plannedStart),
        ),
      VisitRecorded: recorded,
      VisitRecordAmended: recorded,
    };
  },
};

/**
 * Who took part in the networks from `from` to `to`, both inclusive; `consented` is added from the
 * clients' own streams (rule 2).
 */
export const participationOf = (
  readModel: ReadModel,
  networkIds: readonly Uuid[],
  from: Day,
  to: Day,
): Omit<Participation, 'consented'> => {
  const inPeriod = `network_id IN (SELECT value FROM json_each(?)) AND day BETWEEN ? AND ?`;
  const values = [JSON.stringify(networkIds), from, to] as const;
  const offices = (table: string) =>
    readModel.all<{ networkId: Uuid; officeId: Uuid }>(
      `SELECT DISTINCT network_id AS networkId, office_id AS officeId FROM ${table} WHERE ${inPeriod}`,
      ...values,
    );
  return {
    made: offices('frame_delegation'),
    took: offices('frame_allocation'),
    visits: readModel.all(
      `SELECT DISTINCT network_id AS networkId, partner_office_id AS partnerOfficeId,
      assist_office_id AS assistOfficeId, caregiver_id AS caregiverId,
              client_id AS clientId
       FROM frame_visit WHERE ${inPeriod} AND caregiver_id IS NOT NULL ORDER BY caregiver_id, client_id`,
      ...values,
    ),
  };
};
