import { createHash, randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import canonicalize from 'canonicalize';
import { LRUCache } from 'lru-cache';
import { dayOf, type Instant, latest, startOfDay } from '../domain/calendar.ts';
import type { Decider, DomainEvent } from '../domain/decider.ts';
import { streamOf, type Uuid, uuidOf } from '../domain/ids.ts';
import { Rejected } from '../domain/rejected.ts';
import type { Clock } from './clock.ts';
import { decode, encode } from './codec.ts';
import type { EventStore, NewEvent, Position, StoredEvent } from './event-store.ts';
import { isUnlinkable } from './event-types.ts';
import type { Actor, Metadata } from './metadata.ts';
import { Turns } from './turns.ts';
import type { VaultKey } from './vault.ts';

/** Who sends a command, and in which request. `commandId` null: not safe to repeat. */
export interface Caller {
  readonly actor: Actor;
  readonly commandId: string | null;
  readonly correlationId: string;
  readonly causationId: string | null;
  /** Told of each append: what fails after one has not left everything as it was. */
  readonly wrote?: () => void;
}

/** What the loop sends. */
export interface CommandRequest<State, Command extends { readonly type: string }, Event extends DomainEvent> {
  readonly decider: Decider<State, Command, Event>;
  readonly id: Uuid;
  readonly caller: Caller;
  /** Once, on the state as it was found: may refuse (what does not exist), make keys, seal. */
  readonly prepare: (state: State) => PreparedCommand<State, Command> | Promise<PreparedCommand<State, Command>>;
}

export interface PreparedCommand<State, Command> {
  /**
   * Of the command's content without commandId (`contentHash`); null where it cannot be made
   * because the key is destroyed: then nothing is compared (rule 4).
   */
  readonly hash: string | null;
  /**
   * Names the set that the command looks at, where it looks at one: on one node commands over one
   * set run one after another, so that each sees what the one before has written (rule 3).
   */
  readonly overSet?: string | undefined;
  /**
   * Gathers the facts and makes the command, anew at each try (rules 2, 8). Runs after the check
   * for a repeat (rule 5).
   */
  readonly command: (now: Instant, state: State) => Command | Promise<Command>;
}

export interface Handled<State, Event extends DomainEvent> {
  readonly state: State;
  /**
   * Position of the command's events; of a repeat, that of the first answer; of a command that
   * decided nothing, the stream's last.
   */
  readonly position: Position;
  /**
   * Of the request with which the events at `position` began: a repeat names the first, so that
   * whoever waits for what follows waits for what the first caused (rule 4).
   */
  readonly correlationId: string;
  /** What was written now: empty for a repeat. */
  readonly events: readonly Event[];
  readonly repeated: boolean;
}

interface Loaded<State> {
  readonly version: number;
  readonly state: State;
  readonly position: Position;
  readonly recordedAt: Instant;
  /** Of the last event; null where it names none. */
  readonly correlationId: string | null;
  /** By subject and commandId: the last event of that command. */
  readonly commands: Map<string, Answered>;
}
/** What a command that was done once is answered from. */
interface Answered {
  readonly hash: string | null;
  readonly position: Position;
  readonly correlationId: string | null;
}

/** Another writer was faster too many times; nothing was stored, the caller may repeat. */
export class TooContended extends Error {}

const MAX_TRIES = 64;
const CACHED_STREAMS = 10_000;
/** An append of more lets others have their turn before it is encoded. */
const MANY_EVENTS = 10;
/** So much is encoded or folded at once: of events, and of their data (64 KiB each at the most). */
const EVENTS_AT_ONCE = 50;
const CHARACTERS_AT_ONCE = 131_072;

/**
 * Digest of a command's content: RFC 8785 JSON, SHA-256; under the sealing key where parts are
 * sealed, so that it confirms no guess (rule 4).
 */
export const contentHash = (content: unknown, key?: VaultKey): string => {
  const text = canonicalize(content) ?? '';
  return key ? key.hmac(text) : createHash('sha256').update(text).digest('hex');
};

const commandKey = (subject: string, commandId: string): string => `${commandId} ${subject}`;

/**
 * The one loop: load → decide → append, again on a conflict (rule 1). Keeps folded states of hot
 * streams, each brought up to date from the stream's tail before it is used.
 */
export class CommandLoop {
  readonly #store: EventStore;
  readonly #clock: Clock;
  readonly #cache = new LRUCache<string, Loaded<unknown>>({ max: CACHED_STREAMS });
  readonly #turns = new Turns();

  constructor(store: EventStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** The state of a stream as of now. */
  async load<State, Command, Event extends DomainEvent>(
    decider: Decider<State, Command, Event>,
    id: Uuid,
  ): Promise<State> {
    return (await this.#upToDate(decider, streamOf(decider.category, id))).state;
  }

  /** The state of what exists, as of now. Throws its …_UNKNOWN. */
  async known<State, Command, Event extends DomainEvent, Known extends State>(
    decider: Decider<State, Command, Event, Known>,
    id: Uuid,
  ): Promise<Known> {
    return decider.known(await this.load(decider, id));
  }

  /** Throws `Rejected` for what a rule refuses, `TooContended`, and what the store throws. */
  async handle<State, Command extends { readonly type: string }, Event extends DomainEvent>(
    request: CommandRequest<State, Command, Event>,
  ): Promise<Handled<State, Event>> {
    const stream = streamOf(request.decider.category, request.id);
    const found = await this.#upToDate(request.decider, stream);
    const prepared = await request.prepare(found.state);
    const { overSet } = prepared;
    if (overSet === undefined) return this.#decided(request, prepared, found);
    return this.#turns.take(overSet, async () =>
      this.#decided(request, prepared, await this.#upToDate(request.decider, stream)),
    );
  }

  /** Tries until it is decided on the stream as it is and written. */
  async #decided<State, Command extends { readonly type: string }, Event extends DomainEvent>(
    { decider, id, caller }: CommandRequest<State, Command, Event>,
    { hash, command: gather }: PreparedCommand<State, Command>,
    found: Loaded<State>,
  ): Promise<Handled<State, Event>> {
    const stream = streamOf(decider.category, id);
    const idSeed = caller.commandId ?? randomUUID();
    let loaded = found;
    for (let attempt = 1; attempt <= MAX_TRIES; attempt += 1) {
      if (attempt > 1) loaded = await this.#upToDate(decider, stream);
      const earlier =
        caller.commandId === null ? undefined : loaded.commands.get(commandKey(caller.actor.subject, caller.commandId));
      if (earlier) {
        if (hash !== null && earlier.hash !== null && earlier.hash !== hash)
          throw new Rejected('COMMAND_ID_REUSED', ['commandId']);
        // It may have been written after the state was loaded: the commands of a stream are shared.
        if (earlier.position > loaded.position) loaded = await this.#upToDate(decider, stream);
        return { ...answerOf(earlier, loaded.state, caller), repeated: true };
      }
      const now = latest(this.#clock.now(), loaded.recordedAt);
      const command = await gather(now, loaded.state);
      const events = decider.decide(command, loaded.state, now);
      if (events.length === 0) return answerOf(loaded, loaded.state, caller);
      // With the content in the ids, the same commandId with other content at the same moment is
      // not a repeat to the store: it is a conflict, and then refused.
      const fresh: NewEvent[] = [];
      // A month's closing decides and encodes thousands of lines: others have their turn between.
      const pause = pausing();
      if (events.length > MANY_EVENTS) await turn();
      for (const [n, event] of events.entries()) {
        const id = uuidOf(stream, caller.actor.subject, idSeed, hash ?? '', n);
        fresh.push(toNewEvent(event, now, id, caller, hash));
        if (pause.isDue(fresh.at(-1)?.data)) await turn();
      }
      const result = await this.#store.append(stream, loaded.version, fresh);
      if (result.outcome === 'appended') {
        caller.wrote?.();
        const { position, recordedAt } = result;
        if (recordedAt === undefined) {
          // It may be a repeat, which the log need not hold in these words: what stands counts.
          const stands = await this.#upToDate(decider, stream);
          const { correlationId } = stands.commands.get(commandKey(caller.actor.subject, idSeed)) ?? caller;
          return { ...answerOf({ position, correlationId }, stands.state, caller), events };
        }
        const after = await foldedInTurns(
          decider,
          loaded,
          fresh.map((event, n) => ({
            ...event,
            stream,
            version: loaded.version + n + 1,
            position,
            recordedAt,
            endsAppend: n + 1 === fresh.length,
          })),
        );
        this.#keep(stream, after);
        return { ...answerOf(after, after.state, caller), events };
      }
    }
    throw new TooContended(`no decision on ${stream} after ${MAX_TRIES} tries`);
  }

  async #upToDate<State, Command, Event extends DomainEvent>(
    decider: Decider<State, Command, Event>,
    stream: string,
  ): Promise<Loaded<State>> {
    const kept = this.#cache.get(stream) as Loaded<State> | undefined;
    const tail = await this.#store.read(stream, kept?.version ?? 0);
    // Most often nothing has come.
    if (kept && tail.length === 0) return kept;
    const before = kept ?? {
      version: 0,
      state: decider.initial,
      position: 0,
      recordedAt: '',
      correlationId: null,
      commands: new Map(),
    };
    const loaded = await foldedInTurns(decider, before, tail);
    this.#keep(stream, loaded);
    return loaded;
  }

  /** Unless a later state has been kept meanwhile. */
  #keep(stream: string, loaded: Loaded<unknown>): void {
    if ((this.#cache.peek(stream)?.version ?? 0) <= loaded.version) this.#cache.set(stream, loaded);
  }
}

/** The answer by the events that stand, before it says what was written. */
const answerOf = <State>(
  { position, correlationId }: Pick<Answered, 'position' | 'correlationId'>,
  state: State,
  caller: Caller,
): Handled<State, never> => ({
  state,
  position,
  correlationId: correlationId ?? caller.correlationId,
  events: [],
  repeated: false,
});

/** Says after which events others have their turn. */
const pausing = () => {
  let [events, characters] = [0, 0];
  return {
    isDue: (data = ''): boolean => {
      events += 1;
      characters += data.length;
      if (events < EVENTS_AT_ONCE && characters < CHARACTERS_AT_ONCE) return false;
      [events, characters] = [0, 0];
      return true;
    },
  };
};

/** As `folded`; others have their turn between. */
const foldedInTurns = async <State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  from: Loaded<State>,
  tail: readonly StoredEvent[],
): Promise<Loaded<State>> => {
  if (tail.length === 1) return folded(decider, from, tail);
  const pause = pausing();
  let [loaded, first] = [from, 0];
  for (const [n, { data }] of tail.entries()) {
    if (!pause.isDue(data)) continue;
    loaded = folded(decider, loaded, tail.slice(first, n + 1));
    first = n + 1;
    await turn();
  }
  return folded(decider, loaded, tail.slice(first));
};

const folded = <State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  from: Loaded<State>,
  tail: readonly StoredEvent[],
): Loaded<State> => {
  // Shared and only ever added to: what is in the log stays true for every later state.
  const { commands } = from;
  let { state, version, position, recordedAt, correlationId } = from;
  for (const stored of tail) {
    version += 1;
    const recorded = decode(stored);
    if (recorded === null) continue;
    state = decider.evolve(state, recorded as unknown as Event);
    position = recorded.position;
    recordedAt = latest(recordedAt, recorded.recordedAt);
    const { actor, commandId, commandHash } = recorded.metadata;
    correlationId = recorded.metadata.correlationId;
    if (commandId !== null)
      commands.set(commandKey(actor.subject, commandId), { hash: commandHash, position, correlationId });
  }
  return { state, version, position, recordedAt, correlationId, commands };
};

const toNewEvent = (event: DomainEvent, now: Instant, id: Uuid, caller: Caller, hash: string | null): NewEvent => {
  if (isUnlinkable(event.type)) return encode(randomUUID(), event, unlinkable(now));
  return encode(id, event, {
    commandId: caller.commandId,
    commandHash: hash,
    correlationId: caller.correlationId,
    causationId: caller.causationId,
    actor: caller.actor,
    occurredAt: event.occurredAt ?? now,
  });
};

/** Metadata of an unlinkable event: nothing that links the answer to who gave it (rule 39). */
const unlinkable = (now: Instant): Omit<Metadata, 'schemaVersion'> => ({
  commandId: null,
  commandHash: null,
  correlationId: null,
  causationId: null,
  actor: { subject: 'survey', role: null, officeId: null },
  occurredAt: startOfDay(dayOf(now)),
});
