import type { Day, Instant } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { PunchKind } from '../domain/visit/events.ts';
import { decode, type Recorded } from '../store/codec.ts';
import type { EventStore, Position } from '../store/event-store.ts';

/** One event of an entity's history. */
export interface HistoryRow {
  readonly eventId: Uuid;
  readonly type: string;
  readonly actorSubject: string;
  readonly actorOfficeId: Uuid | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly position: number;
  /** What a summary may name, and whom it concerns: never anything sealed, an amount or a note. */
  readonly told: {
    readonly code?: string;
    readonly version?: number;
    readonly round?: number;
    readonly month?: string;
    readonly officeId?: Uuid;
    readonly paidOn?: Day;
    /** Of a change of plan: whether the other office agreed. */
    readonly agreed?: boolean;
    /** Of a cancellation: by who stood at the door. */
    readonly atDoor?: boolean;
    /** Which punch. */
    readonly punch?: PunchKind;
  };
}

/** What a summary may say of an event; of what has another shape, nothing. */
const toldOf = ({ type, data }: Recorded): HistoryRow['told'] => {
  if (type === 'VisitChangeAnswered') return { agreed: data.agreed !== null };
  if (type === 'VisitCancelled') return { atDoor: data.atDoor !== null };
  const { code, version, round, month, officeId, paidOn, punch }: HistoryRow['told'] = data as HistoryRow['told'];
  return { code, version, round, month, officeId, paidOn, punch };
};

export const historyRow = (event: Recorded): HistoryRow => ({
  eventId: event.id,
  type: event.type,
  actorSubject: event.metadata.actor.subject,
  actorOfficeId: event.metadata.actor.officeId,
  occurredAt: event.occurredAt,
  recordedAt: event.recordedAt,
  position: event.position,
  told: toldOf(event),
});

/**
 * The events of a stream in their order, from the log itself up to a position: of the row beside
 * it, so that a history knows neither more nor less.
 */
export const historyOf = async (store: EventStore, stream: string, upTo: Position): Promise<HistoryRow[]> => {
  const events = (await store.read(stream, 0)).filter(({ position }) => position <= upTo);
  return events.map(decode).flatMap((event) => (event === null ? [] : [historyRow(event)]));
};
