import type { Test } from 'tap';
import type { Instant } from '../../src/domain/calendar.ts';
import type { Decider, DomainEvent } from '../../src/domain/decider.ts';
import { Rejected } from '../../src/domain/rejected.ts';

/** What a command leads to: exactly these events, none for a repeat, or a refusal. */
type Outcome<Event> =
  | { readonly then: readonly Event[] }
  | { readonly refused: string; readonly path?: readonly string[] };

/**
 * One row of a specification. The name begins with what it shows: `happens`, `refused`, `repeated`
 * or `stale` (decided on a state that has moved on), and names its rule.
 */
export type Example<Event, Command> = {
  readonly name: string;
  readonly given: readonly Event[];
  readonly when: Command;
  /** When it is decided; the specification's own time unless said otherwise. */
  readonly at?: Instant;
} & Outcome<Event>;

/** Codes that were refused while specifications ran in this process. */
export const refusedCodes = new Set<string>();

/** `visit AssignCaregiver happens`: what specifications in this process showed of each command. */
export const specified = new Set<string>();

/** The state after a history. */
export const stateAfter = <State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  history: readonly Event[],
): State => history.reduce(decider.evolve, decider.initial);

/** What a rule refuses: the code, which counts as provoked, and the path. */
export interface Refusal {
  readonly refused: string;
  readonly path: readonly string[] | undefined;
}

/** A `Rejected` as a value; other errors are thrown on. */
export const refusalOf = (error: unknown): Refusal => {
  if (!(error instanceof Rejected)) throw error;
  refusedCodes.add(error.code);
  return { refused: error.code, path: error.path };
};

/** Given a history, when a command comes: exactly the events that follow, or the refusal. */
export const decided = <State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  history: readonly Event[],
  command: Command,
  now: Instant,
): readonly Event[] | Refusal => {
  try {
    return decider.decide(command, stateAfter(decider, history), now);
  } catch (error) {
    return refusalOf(error);
  }
};

/**
 * The specification of one command: each example is a test of its own, given a history, when the
 * command comes at a time, then exactly what the example says, whole events compared.
 */
export const specify = <State, Command extends { readonly type: string }, Event extends DomainEvent>(
  t: Test,
  decider: Decider<State, Command, Event>,
  now: Instant,
  examples: readonly Example<Event, Command>[],
): void => {
  for (const { name, given, when, at, ...outcome } of examples) {
    specified.add(`${decider.category} ${when.type} ${/^\w+/.exec(name)?.[0]}`);
    t.test(name, async (t) => {
      const answer = decided(decider, given, when, at ?? now);
      if ('then' in outcome) t.strictSame(answer, outcome.then);
      else t.strictSame(answer, { refused: outcome.refused, path: outcome.path });
    });
  }
};
