import { z } from 'zod';
import { type Instant, instantSchema } from './calendar.ts';

/**
 * One event as the domain sees it. `occurredAt` is given where it differs from the time of the
 * decision (docs/domain.md, Streams and events). `id`: of one that stands in the log.
 */
export interface DomainEvent {
  readonly type: string;
  readonly data: unknown;
  readonly occurredAt?: Instant | undefined;
  readonly id?: string;
}

/**
 * One aggregate, pure. `decide` returns the events that follow from a command (`[]` = a repeat,
 * nothing to write) or throws `Rejected`; it reads no clock: `now` is handed in anew at each try
 * (rule 8). `evolve` folds one event into the state and never throws. `known` returns the state of
 * what exists, and throws its …_UNKNOWN where it does not.
 */
export interface Decider<State, Command, Event extends DomainEvent, Known extends State = State> {
  /** Stream category: streams are `category-<uuid>`. */
  readonly category: string;
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
  readonly known: (state: State) => Known;
  readonly decide: (command: Command, state: State, now: Instant) => readonly Event[];
}

/** One decision per command type: its content, the state, the time → the events that follow. */
type Decisions<State, Event> = Readonly<
  Record<string, (content: never, state: State, now: Instant) => readonly Event[]>
>;
type ContentOf<Decision> = Decision extends (content: infer Content, ...rest: never) => unknown ? Content : never;
type CommandsOf<All> = {
  [Type in keyof All & string]: { readonly type: Type } & ContentOf<All[Type]>;
}[keyof All & string];

/** The commands of an aggregate: its decisions' names with their contents. */
export type CommandOf<Aggregate extends { readonly decide: (command: never, ...rest: never) => unknown }> = Parameters<
  Aggregate['decide']
>[0];

/**
 * An aggregate from its decisions. Those under `creating` may find nothing; those under `changing`
 * are decided on what exists.
 */
export const decider = <
  State,
  Known extends State,
  Event extends DomainEvent,
  Creating extends Decisions<State, Event>,
  Changing extends Decisions<Known, Event>,
>({
  creating,
  changing,
  ...aggregate
}: Omit<Decider<State, never, Event, Known>, 'decide'> & {
  readonly creating: Creating;
  readonly changing: Changing;
}): Decider<State, CommandsOf<Creating> | CommandsOf<Changing>, Event, Known> & {
  /** All that it decides. */
  readonly commandTypes: readonly string[];
} => ({
  ...aggregate,
  commandTypes: [...Object.keys(creating), ...Object.keys(changing)],
  decide: ({ type, ...content }, state, now) => {
    // The compiler has matched content and decision by the command's type.
    const decided =
      creating[type]?.(content as never, state, now) ?? changing[type]?.(content as never, aggregate.known(state), now);
    if (!decided) throw new Error(`${aggregate.category} decides no ${type}`);
    return decided;
  },
});

/** `known` of an aggregate whose commands all begin with nothing. */
export const asItIs = <State>(state: State): State => state;

/** What sets an event type apart from others in store and API. */
export interface EventTraits {
  /** What happened, in a few Japanese words: holds no name, free text or amount. */
  readonly summary: string;
  /**
   * Nothing links the event to who caused it: a random id, no metadata ids, and 00:00 of its day
   * for both times (rule 39).
   */
  readonly unlinkable?: true;
}
export const eventTraits = z.registry<EventTraits>();

/** Schema of one event type; the union of an aggregate's event types is its storage contract. */
export const eventSchema = <Type extends string, Shape extends z.ZodRawShape>(
  type: Type,
  traits: EventTraits | string,
  shape: Shape,
) =>
  z
    .strictObject({ type: z.literal(type), data: z.strictObject(shape), occurredAt: instantSchema.optional() })
    .register(eventTraits, typeof traits === 'string' ? { summary: traits } : traits);

/** The data of one event type of an aggregate. */
export type DataOf<Event extends DomainEvent, Type extends Event['type']> = Extract<Event, { type: Type }>['data'];
