import { streamOf } from '../domain/ids.ts';
import { visit } from '../domain/visit/decider.ts';
import type { VisitEvent } from '../domain/visit/events.ts';
import type { VisitState } from '../domain/visit/state.ts';
import { decode, type Recorded } from '../store/codec.ts';
import type { EventStore, Position } from '../store/event-store.ts';
import type { VisitRow } from './visit-table.ts';
import { detailsAfter, recordOf, type VisitRecordRow } from './visits.ts';

/** One version of a record, and where it stands in the log. */
export interface VersionRow extends VisitRecordRow {
  readonly position: number;
}

/**
 * All versions of a visit's record, newest first, from the log itself up to the position of the
 * row, so that the first of them is the record of the row. At most 50 of one making of the visit
 * (rules 26, 49).
 */
export const recordsOf = async (store: EventStore, row: VisitRow, upTo: Position): Promise<VersionRow[]> => {
  const events = (await store.read(streamOf('visit', row.id), 0)).filter(({ position }) => position <= upTo);
  const versions: VersionRow[] = [];
  let state: VisitState = visit.initial;
  for (const event of events.map(decode)) {
    if (!isOfVisit(event)) continue;
    state = visit.evolve(state, event);
    if (state.status === 'NONE' || (event.type !== 'VisitRecorded' && event.type !== 'VisitRecordAmended')) continue;
    const record = recordOf({ id: row.id, state, details: detailsAfter(undefined, event) });
    if (record) versions.unshift({ ...record, position: event.position });
  }
  return versions;
};

const isOfVisit = (event: Recorded | null): event is Recorded<VisitEvent> => event?.category === 'visit';
