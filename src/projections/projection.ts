import type { Recorded } from '../store/codec.ts';
import type { AnyEvent, EventOf, EventType } from '../store/event-types.ts';
import type { Batch } from './batch.ts';
import type { AnyTable } from './table.ts';

/** One handler per event type; the keys are the types handled. */
export type Handlers = { readonly [Type in EventType]?: (event: Recorded<EventOf<Type>>) => void };

/** One handler for every event type of an aggregate. */
export const handlersOf = <Event extends AnyEvent>(
  schema: { readonly options: readonly { readonly shape: { readonly type: { readonly value: Event['type'] } } }[] },
  handler: (event: Recorded<Event>) => void,
): Handlers => Object.fromEntries(schema.options.map(({ shape }) => [shape.type.value, handler])) as Handlers;

/**
 * A view: its tables and how events change them. Deterministic: the same log gives the same rows.
 * The projector hands each event over once, in the order of the log.
 */
export interface Projection {
  readonly name: string;
  readonly tables: readonly AnyTable[];
  readonly handlers: (batch: Batch) => Handlers;
}
