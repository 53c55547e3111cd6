import type { Instant } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { Recorded } from '../store/codec.ts';
import { eventSchemas } from '../store/event-types.ts';
import type { Handlers, Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';

/** One event of an entity's history. `data` as in the event: what is sealed stays sealed. */
export interface HistoryRow {
  readonly eventId: Uuid;
  readonly stream: string;
  readonly type: string;
  readonly data: string;
  readonly actorSubject: string;
  readonly actorOfficeId: Uuid | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly position: number;
}

const CATEGORIES = new Set(['delegation', 'visit', 'settlement', 'client']);

/** History of delegations, visits, settlements and clients, event by event. */
export const history: Projection = {
  name: 'history',
  version: 1,
  schema: `
    CREATE TABLE history (
      position INTEGER PRIMARY KEY, event_id TEXT NOT NULL, stream TEXT NOT NULL, type TEXT NOT NULL,
      data TEXT NOT NULL,
      actor_subject TEXT NOT NULL, actor_office_id TEXT, occurred_at TEXT NOT NULL, recorded_at TEXT NOT NULL
    );
    CREATE INDEX history_by_stream ON history (stream, position);`,
  handlers: (tables) => {
    const keep = (event: Recorded): void => {
      if (!CATEGORIES.has(event.category)) return;
      const { actor } = event.metadata;
      tables.run(
        'INSERT OR IGNORE INTO history VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        event.position,
        event.id,
        event.stream,
        event.type,
        JSON.stringify(event.data),
        actor.subject,
        actor.officeId,
        event.occurredAt,
        event.recordedAt,
      );
    };
    return Object.fromEntries([...eventSchemas.keys()].map((type) => [type, keep])) as Handlers;
  },
};

/** Events of a stream in their order. */
export const historyOf = (readModel: ReadModel, stream: string): HistoryRow[] =>
  readModel.all<HistoryRow>(
    `SELECT event_id AS eventId, stream, type, data, actor_subject AS actorSubject, actor_office_id AS actorOfficeId,
            occurred_at AS occurredAt, recorded_at AS recordedAt, position
     FROM history WHERE stream = ? ORDER BY position`,
    stream,
  );
