import type { Instant } from '../domain/calendar.ts';
import type { DomainEvent } from '../domain/decider.ts';
import { partsOfStream, type Uuid } from '../domain/ids.ts';
import type { NewEvent, Position, StoredEvent } from './event-store.ts';
import { type AnyEvent, eventSchemas, isUnlinkable } from './event-types.ts';
import type { Metadata } from './metadata.ts';
import { schemaVersionOf, upcast } from './upcasters.ts';

/** A domain event as recorded: what happened, where it stands, who did it. */
export type Recorded<Event extends DomainEvent = AnyEvent> = Event & {
  readonly id: Uuid;
  readonly stream: string;
  readonly category: string;
  readonly streamId: Uuid;
  readonly version: number;
  readonly position: Position;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly metadata: Metadata;
};

/**
 * Thrown before anything is written where a decider made an event that breaks the storage contract:
 * a fault of ours, never of the input.
 */
export class InvalidEvent extends Error {}

/** Domain event → what is stored. Checks the storage contract. */
export const encode = (id: Uuid, event: DomainEvent, metadata: Omit<Metadata, 'schemaVersion'>): NewEvent => {
  const schema = eventSchemas.get(event.type);
  if (!schema) throw new InvalidEvent(`unknown event type ${event.type}`);
  const checked = schema.safeParse(event);
  // The values may be personal: name only the paths.
  if (!checked.success) {
    throw new InvalidEvent(
      `${event.type}: ${checked.error.issues.map((issue) => `${issue.code} at ${issue.path.join('.')}`).join('; ')}`,
    );
  }
  return {
    id,
    type: event.type,
    data: JSON.stringify(event.data),
    metadata: JSON.stringify({ ...metadata, schemaVersion: schemaVersionOf(event.type) } satisfies Metadata),
    isEncoded: true,
    ...(isUnlinkable(event.type) ? { stampDayOnly: true } : {}),
  };
};

/**
 * What is stored → domain event of today's shape; null for a type unknown here (written by a newer
 * release). The one place with casts: what is in the log was checked when it was written.
 */
export const decode = (stored: StoredEvent): Recorded | null => {
  if (!eventSchemas.has(stored.type)) return null;
  const metadata = JSON.parse(stored.metadata) as Metadata;
  const data = upcast(stored.type, metadata.schemaVersion, JSON.parse(stored.data));
  const { category, id: streamId } = partsOfStream(stored.stream);
  return {
    id: stored.id,
    type: stored.type,
    data,
    stream: stored.stream,
    category,
    streamId,
    version: stored.version,
    position: stored.position,
    occurredAt: metadata.occurredAt,
    recordedAt: stored.recordedAt,
    metadata,
  } as unknown as Recorded;
};
