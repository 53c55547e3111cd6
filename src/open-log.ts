import type { Clock } from './store/clock.ts';
import { machineClock } from './store/clock.ts';
import type { EventStore } from './store/event-store.ts';
import type { EventStoreAddress } from './store/event-store-address.ts';
import { SimulatedClock } from './store/simulated-clock.ts';
import { SqliteEventStore } from './store/sqlite-event-store.ts';
import type { LayoutProgress } from './store/sqlite-log-layout.ts';

/** Where the log is. Plain data: it goes to the projector's thread as it is. */
export interface LogLocation {
  /** Null: the embedded store. */
  readonly eventStore: EventStoreAddress | null;
  /** Of the embedded store. */
  readonly file: string;
  /** File of the simulated clock, null in production. */
  readonly simulatedClock: string | null;
}

/** The clock of decisions (rule 6): the machine's, in development one that can be set (rule 7). */
export const clockOf = ({ simulatedClock }: LogLocation): Clock =>
  simulatedClock === null ? machineClock : new SimulatedClock(simulatedClock);

/**
 * Opens the log: on EventStoreDB where an address is given, else the file. `readOnly`: beside the
 * process that writes the file. Throws `OtherLogLayout` where the file's layout cannot be read.
 * `onLayout`: how far a file of a former release has been brought into the present layout.
 */
export const openLog = async (
  location: LogLocation,
  options: { readonly readOnly?: boolean; readonly onLayout?: LayoutProgress } = {},
): Promise<EventStore> => {
  const { eventStore: address, file, simulatedClock } = location;
  if (address === null) return new SqliteEventStore({ file, clock: clockOf(location), ...options });
  // Its client takes a quarter of the time and of the memory that a process needs to start.
  const { EventStoreDbEventStore } = await import('./store/eventstoredb-event-store.ts');
  return new EventStoreDbEventStore({
    address,
    ...(simulatedClock === null ? {} : { stamp: new SimulatedClock(simulatedClock) }),
  });
};
