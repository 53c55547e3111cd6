import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Instant } from '../domain/calendar.ts';
import type { Decider, DomainEvent } from '../domain/decider.ts';
import { createdIdOf, streamOf, type Uuid } from '../domain/ids.ts';
import { Rejected } from '../domain/rejected.ts';
import { type KeyId, sealedAs } from '../domain/sealed.ts';
import type { Position } from '../store/event-store.ts';
import { type Caller, contentHash } from '../store/handle-command.ts';
import { PROCESS_ACTOR } from '../store/metadata.ts';
import type { CommandApp } from './command-app.ts';
import { type Sealing, sealingFor } from './sealing.ts';

/** Where a command's events are in the log, and the entity that it was about. */
export interface Done {
  readonly position: Position;
  /** Of the request with which these events began; of a repeat, the first's (rule 4). */
  readonly correlationId: string;
  readonly id: Uuid;
  /** What could not be done of it, where the rest was. */
  readonly refused?: readonly Rejected[];
}
/** A command as API and processes call it. Throws `Rejected` for what a rule refuses. */
export type Send<Input> = (app: CommandApp, caller: Caller, input: Input) => Promise<Done>;

/** What a command gathers its facts from; new at each try. */
export interface Gathering<State, Input> {
  readonly app: CommandApp;
  readonly input: Input;
  /** Of the aggregate. */
  readonly id: Uuid;
  readonly caller: Caller;
  /** The office for which the caller acts; '' where it is none. */
  readonly officeId: Uuid;
  readonly now: Instant;
  readonly state: State;
}

type CommandType = { readonly type: string };
type ContentOf<Command, Type> = Command extends { readonly type: Type } ? Omit<Command, 'type'> : never;
type Gather<State, Input, Facts, Context> = (context: Gathering<State, Input> & Context) => Facts | Promise<Facts>;

/**
 * What each command states: its type, which of its texts are sealed (names of fields, or a schema
 * that has them sealed), and the facts that it gathers. The rest of its content is its input. Hash,
 * repeats, tries and the answer are the same for all.
 */
interface Commands<At, State, Command extends CommandType> {
  <Type extends Command['type'], Facts extends Partial<ContentOf<Command, Type>> = Record<never, never>>(
    type: Type,
    gather?: Gather<State, At & ContentOf<Command, Type>, Facts, unknown>,
  ): Send<At & Omit<ContentOf<Command, Type>, keyof Facts>>;
  <Type extends Command['type'], Facts extends Partial<ContentOf<Command, Type>> = Record<never, never>>(
    type: Type,
    sealed: readonly (keyof ContentOf<Command, Type>)[] | z.ZodType,
    gather?: Gather<State, At & ContentOf<Command, Type>, Facts, Sealing>,
  ): Send<At & Omit<ContentOf<Command, Type>, keyof Facts>>;
}

/** Where the commands of an aggregate go. */
interface To<At, State, Found> {
  /** The aggregate's id. */
  readonly id: (input: At, caller: Caller) => Uuid;
  /** Fields of the input that address the aggregate and are not content. */
  readonly without?: readonly (keyof At)[];
  /**
   * Whose key seals, and keys the hash of what is sealed (rule 4); null where there is nothing to
   * seal. `state`: as it was found.
   */
  readonly sealedBy?: (input: At, state: Found) => KeyId | null;
  /**
   * The set that its commands look at and add to: they run one after another (rule 3). `null`: this
   * one looks at none.
   */
  readonly overSet?: (input: At, state: Found) => string | null;
  /** The entity that is returned; the aggregate itself unless given. `state`: after the command. */
  readonly answers?: (input: At, id: Uuid, state: State) => Uuid;
}

const commands =
  <At, State, Found extends State, Command extends CommandType, Event extends DomainEvent>(
    decider: Decider<State, Command, Event>,
    narrow: (state: State) => Found,
    to: To<At, State, Found>,
  ) =>
  (type: string, ...said: readonly unknown[]): Send<At> => {
    const gather = said.find((one) => typeof one === 'function') as Gather<Found, At, object, object> | undefined;
    const sealed = said[0] === gather ? undefined : (said[0] as readonly string[] | z.ZodType);
    return async (app, caller, input) => {
      const id = to.id(input, caller);
      const rest = Object.fromEntries(Object.entries(input as object).filter(([name]) => !isAddress(to, name)));
      const { position, correlationId, state } = await app.loop.handle({
        decider,
        id,
        caller,
        prepare: async (before) => {
          const keyId = sealed && to.sealedBy?.(input, narrow(before));
          const sealing = keyId ? await sealingFor(app.vault, keyId, streamOf(decider.category, id), input) : undefined;
          const context = { app, input, id, caller, officeId: caller.actor.officeId ?? '', ...sealing };
          // What a process sends under one id differs where the log has moved on; it is a repeat.
          const isCompared = caller.actor.subject !== PROCESS_ACTOR.subject && sealing !== null;
          return {
            hash: isCompared ? contentHash({ [type]: input }, sealing?.key) : null,
            overSet: to.overSet?.(input, narrow(before)) ?? undefined,
            command: async (now, found) => {
              if (sealing === null) throw new Rejected('CLIENT_ERASED');
              return {
                type,
                ...(sealing && sealed ? sealedAs(sealed, rest, sealing.seal) : rest),
                ...(await gather?.({ ...context, now, state: narrow(found) })),
                // `Commands` has matched content and context with the type.
              } as unknown as Command;
            },
          };
        },
      });
      return { position, correlationId, id: to.answers?.(input, id, state) ?? id };
    };
  };
const isAddress = (to: { readonly without?: readonly PropertyKey[] }, name: string): boolean =>
  to.without?.includes(name) === true;

/** Commands on what exists: each finds its state, or refuses with its …_UNKNOWN. */
export const commandsOn = <At, State, Known extends State, Command extends CommandType, Event extends DomainEvent>(
  decider: Decider<State, Command, Event, Known>,
  to: To<At, State, Known>,
) => commands(decider, decider.known, to) as Commands<At, Known, Command>;

/** Commands that may find nothing: those that create. */
export const creationsOf = <At, State, Command extends CommandType, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  to: To<At, State, State>,
) => commands(decider, (state) => state, to) as Commands<At, State, Command>;

/** Id of what a command creates: the same for a repeat, random without a commandId. */
export const newId = (kind: string, { actor, commandId }: Caller): Uuid =>
  createdIdOf(kind, actor.subject, commandId ?? randomUUID());
