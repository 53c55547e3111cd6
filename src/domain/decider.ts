import { z } from 'zod';
import { type Instant, instantSchema } from './calendar.ts';

/**
 * One event as the domain sees it. `occurredAt` is given where it differs from the time of the
 * decision (domain.md § Streams and events).
 */
export interface DomainEvent {
  readonly type: string;
  readonly data: unknown;
  readonly occurredAt?: Instant | undefined;
}

/**
 * One aggregate, pure. `decide` answers the events that follow from a command (`[]` = a repeat,
 * nothing to write) or throws `Rejected`; it reads no clock: `now` is handed in anew at each try
 * (rule 8). `evolve` folds one event into the state and never throws.
 */
export interface Decider<State, Command, Event extends DomainEvent> {
  /** Stream category: streams are `category-<uuid>`. */
  readonly category: string;
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
  readonly decide: (command: Command, state: State, now: Instant) => readonly Event[];
}

/** Schema of one event type; the union of an aggregate's event types is its storage contract. */
export const eventSchema = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), data: z.strictObject(shape), occurredAt: instantSchema.optional() });
