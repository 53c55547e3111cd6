import type { Instant } from '../../src/domain/calendar.ts';
import type { Decider, DomainEvent } from '../../src/domain/decider.ts';
import { Rejected } from '../../src/domain/rejected.ts';

/** The state after a history. */
export const stateAfter = <State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  history: readonly Event[],
): State => history.reduce(decider.evolve, decider.initial);

/**
 * Given a history, when a command comes: exactly the events that follow, or `{refused: code,
 * path}`. Other errors are thrown on.
 */
export const decided = <State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  history: readonly Event[],
  command: Command,
  now: Instant,
): readonly Event[] | { refused: string; path: readonly string[] | undefined } => {
  try {
    return decider.decide(command, stateAfter(decider, history), now);
  } catch (error) {
    if (error instanceof Rejected) return { refused: error.code, path: error.path };
    throw error;
  }
};
