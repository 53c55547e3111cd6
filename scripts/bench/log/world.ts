import { createHash, type Hash, hash } from 'node:crypto';
import { addMinutes, type Instant } from '../../../src/domain/calendar.ts';
import type { Decider, DomainEvent } from '../../../src/domain/decider.ts';
import { streamOf, type Uuid, uuidOf } from '../../../src/domain/ids.ts';
import { Rejected } from '../../../src/domain/rejected.ts';
import { type KeyId, type KeyOwner, keyIdOf } from '../../../src/domain/sealed.ts';
import { encode } from '../../../src/store/codec.ts';
import type { EventStore, NewEvent } from '../../../src/store/event-store.ts';
import type { Actor } from '../../../src/store/metadata.ts';
import type { VaultCopy, VaultKey } from '../../../src/store/vault.ts';
import { keyOf } from '../../../src/store/vault-cipher.ts';

interface Stream<State> {
  readonly state: State;
  readonly version: number;
}
type Append = { readonly stream: string; readonly version: number; readonly events: readonly NewEvent[] };

/** Events that may wait to be written. */
const MOST_WAITING = 4_000;
/** Everything of a sealed value but its nonce and what follows from that. */
const SEALED = /(sealed:1:[^:]+):[\w-]+/g;

/**
 * A log in the making: commands go to the project's own deciders, their events to a store, and the
 * states of what is under way are kept in memory. Time goes by in whole minutes; what is planned
 * for a minute happens in it, in the order of the planning. The same calls give the same events,
 * but for the nonces of sealed texts.
 */
export class World {
  readonly #store: EventStore;
  readonly #vault: Pick<VaultCopy, 'keep'>;
  readonly #seed: number;
  readonly #streams = new Map<string, Stream<unknown>>();
  readonly #steps = new Map<Instant, (() => void)[]>();
  readonly #hash: Hash = createHash('sha256');
  #waiting: Append[] = [];
  #waitingEvents = 0;
  #commands = 0;
  #now: Instant;
  #events = 0;

  constructor({
    store,
    vault,
    seed,
    now,
  }: { store: EventStore; vault: Pick<VaultCopy, 'keep'>; seed: number; now: Instant }) {
    this.#store = store;
    this.#vault = vault;
    this.#seed = seed;
    this.#now = now;
  }

  get now(): Instant {
    return this.#now;
  }

  /** Events so far. */
  get events(): number {
    return this.#events;
  }

  /** SHA-256 over all events so far, sealed texts by their key alone. */
  digest(): string {
    return this.#hash.copy().digest('hex');
  }

  /** The next id of what is created. */
  newId(kind: string): Uuid {
    this.#commands += 1;
    return uuidOf('generated', kind, this.#seed, this.#commands);
  }

  /** A person's key, made from the seed and kept in the vault. */
  async key(owner: KeyOwner, id: Uuid): Promise<VaultKey> {
    const keyId: KeyId = keyIdOf(owner, id);
    const secret = createHash('sha256').update(`${this.#seed} ${keyId}`).digest();
    await this.#vault.keep(keyId, secret);
    return keyOf(keyId, secret);
  }

  state<State, Command, Event extends DomainEvent>(decider: Decider<State, Command, Event>, id: Uuid): State {
    return this.#stream(decider, streamOf(decider.category, id)).state;
  }

  /**
   * Decides a command now and writes what follows. Returns the events with their ids, none where
   * nothing is to be done. Throws `Rejected`.
   */
  decide<State, Command, Event extends DomainEvent>(
    decider: Decider<State, Command, Event>,
    id: Uuid,
    actor: Actor,
    command: Command,
  ): readonly { readonly id: Uuid; readonly event: Event }[] {
    const stream = streamOf(decider.category, id);
    const before = this.#stream(decider, stream);
    const decided = decider.decide(command, before.state, this.#now);
    if (decided.length === 0) return [];
    const commandId = this.newId('command');
    const commandHash = hash('sha256', commandId);
    const written = decided.map((event, n) => ({
      id: uuidOf(stream, actor.subject, commandId, commandHash, n),
      event,
    }));
    const events = written.map(({ id: eventId, event }) => ({
      ...encode(eventId, event, {
        commandId,
        commandHash,
        correlationId: commandId,
        causationId: null,
        actor,
        occurredAt: event.occurredAt ?? this.#now,
      }),
      recordedAt: this.#now,
    }));
    for (const event of events) this.#hash.update(JSON.stringify(event).replace(SEALED, '$1'));
    this.#waiting.push({ stream, version: before.version, events });
    this.#waitingEvents += events.length;
    this.#events += events.length;
    this.#streams.set(stream, {
      version: before.version + events.length,
      state: decided.reduce(
        (state, event) => decider.evolve(state, { ...event, occurredAt: event.occurredAt ?? this.#now }),
        before.state,
      ),
    });
    return written;
  }

  #stream<State, Command, Event extends DomainEvent>(
    decider: Decider<State, Command, Event>,
    stream: string,
  ): Stream<State> {
    return (this.#streams.get(stream) as Stream<State> | undefined) ?? { state: decider.initial, version: 0 };
  }

  /** Drops the state of a stream that nothing will follow in. */
  forget(category: string, id: Uuid): void {
    this.#streams.delete(streamOf(category, id));
  }

  /** Plans a step for a whole minute that is not over; it may be refused: then nothing happens. */
  at(minute: Instant, step: () => void): void {
    const planned = this.#steps.get(minute);
    if (planned) planned.push(step);
    else this.#steps.set(minute, [step]);
  }

  /** Lets time go by until `isOver`, asked after each minute that is then whole. */
  async live(isOver: () => boolean): Promise<void> {
    for (;;) {
      // A step may plan further ones for the same minute: the list grows while it is walked.
      for (const step of this.#steps.get(this.#now) ?? []) ifNotRefused(step);
      this.#steps.delete(this.#now);
      if (this.#waitingEvents >= MOST_WAITING) await this.written();
      if (isOver()) return this.written();
      this.#now = addMinutes(this.#now, 1);
    }
  }

  /** Writes what waits to be written; durable when it resolves. */
  async written(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#waitingEvents = 0;
    const results = await Promise.all(
      waiting.map(({ stream, version, events }) => this.#store.append(stream, version, events)),
    );
    if (results.some(({ outcome }) => outcome === 'conflict')) throw new Error('somebody else writes to this log');
  }
}

/** People try what has become impossible meanwhile, and leave it. */
const ifNotRefused = (step: () => void): void => {
  try {
    step();
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
  }
};
