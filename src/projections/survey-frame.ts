import { type Day, dayOf } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { Participation } from '../domain/survey/frame.ts';
import { officesRequestedBetween } from './delegation-board.ts';
import { networkOfDelegation } from './delegations.ts';
import type { Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import { table, text } from './table.ts';
import { visitsMadeBetween } from './visit-ledger.ts';

/** An office to which visits of the network were allocated that day. */
interface AllocationDay {
  readonly networkId: Uuid;
  readonly day: Day;
  readonly officeId: Uuid;
}
const allocationDays = table<AllocationDay>('frame_allocation', { networkId: text(), day: text(), officeId: text() }, [
  'networkId',
  'day',
  'officeId',
]);

/** Who took visits, by day: what no other view keeps of a survey's frame (rule 37). */
export const surveyFrameView: Projection = {
  name: 'survey-frame',
  tables: [allocationDays],
  handlers: (batch) => ({
    VisitsAllocated: ({ streamId, data: { officeId }, occurredAt }) => {
      const networkId = networkOfDelegation(batch, streamId);
      const day = dayOf(occurredAt);
      if (networkId === null || batch.rows(allocationDays).get(networkId, day, officeId)) return;
      batch.rows(allocationDays).put({ networkId, day, officeId });
    },
  }),
};

/**
 * Who took part in the networks from `from` to `to`, both inclusive, a visit on the day of its
 * planned start (rule 6); `consented` and `partnerOf` are added from the clients' own streams (rule
 * 2).
 */
export const participationOf = (
  readModel: ReadModel,
  networkIds: readonly Uuid[],
  from: Day,
  to: Day,
): Omit<Participation, 'consented' | 'partnerOf'> => ({
  made: officesRequestedBetween(readModel, networkIds, from, to),
  took: officesAllocatedBetween(readModel, networkIds, from, to),
  visits: visitsMadeBetween(readModel, networkIds, from, to),
});

const officesAllocatedBetween = (
  readModel: ReadModel,
  networkIds: readonly Uuid[],
  from: Day,
  to: Day,
): { networkId: Uuid; officeId: Uuid }[] =>
  readModel
    .all(
      `SELECT DISTINCT network_id, office_id FROM ${allocationDays.name}
       WHERE network_id IN (SELECT value FROM json_each(?)) AND day BETWEEN ? AND ?`,
      JSON.stringify(networkIds),
      from,
      to,
    )
    .map(([networkId, officeId]) => ({ networkId: String(networkId), officeId: String(officeId) }));
