import type { z } from 'zod';
import type { Uuid } from '../domain/ids.ts';
import { Rejected } from '../domain/rejected.ts';
import type { Position } from '../store/event-store.ts';
import type { Caller } from '../store/handle-command.ts';
import type { ApiContext } from './context.ts';
import { apiError } from './errors.ts';
import { baseActors } from './rights.ts';
import type { Actor, Actors, SeenType } from './seen-type.ts';
import { type UserError, userErrorOf } from './user-errors.ts';
import { actorOf } from './viewer.ts';

/** A thing that the input names: it must exist and be seen (else NOT_FOUND at `path`). */
export interface Addressed {
  // biome-ignore lint/suspicious/noExplicitAny: rows of any type; each SeenType knows its own
  readonly type: SeenType<any>;
  readonly id: Uuid;
  readonly path: readonly string[];
}

/** A type-checked `Addressed`. */
export const addressed = <Row>(type: SeenType<Row>, id: Uuid, ...path: readonly string[]): Addressed => ({
  type,
  id,
  path,
});

export interface Mutation<Input, Row> {
  /** Shape and range, beyond what GraphQL's types say (BAD_USER_INPUT). */
  readonly input: z.ZodType<Input>;
  /** Lets a process run first that the command depends on (rule 22). */
  readonly before?: (input: Input, context: ApiContext) => Promise<void>;
  /** What must exist and be seen. The roles of the first decide, unless `actors` says otherwise. */
  readonly addresses: (input: Input) => readonly Addressed[];
  /** In which roles the viewer stands to what the input names. */
  readonly actors?: (input: Input, context: ApiContext) => Actors | Promise<Actors>;
  /** Sends the command. `id`: of the entity that `row` loads. */
  readonly run: (input: Input, context: ApiContext, caller: Caller) => Promise<{ position: Position; id: Uuid }>;
  /** Name of the entity's field in the payload, and how it is read. */
  readonly field: string;
  readonly row: (id: Uuid, context: ApiContext, input: Input) => Promise<Row | null>;
  /** Further fields of the payload. */
  readonly also?: (input: Input, id: Uuid, context: ApiContext) => Promise<Record<string, unknown>>;
  /** What those fields are when the command was refused. */
  readonly alsoRefused?: Record<string, unknown>;
}

export interface Payload {
  readonly userErrors: readonly UserError[];
  readonly position: Position | null;
  readonly [field: string]: unknown;
}

// biome-ignore lint/suspicious/noExplicitAny: a list of mutations over inputs of every shape
export type AnyMutation = Mutation<any, any>;

/** A mutation with its types inferred. */
export const mutation = <Input, Row>(definition: Mutation<Input, Row>): Mutation<Input, Row> => definition;

/**
 * Order of checks: token and role, shape, existence, rights, then the command: a repeat, state,
 * rules (rule 5).
 */
export const runMutation = async (
  definition: AnyMutation,
  may: readonly Actor[],
  rawInput: Record<string, unknown>,
  context: ApiContext,
): Promise<Payload> => {
  const input = checkedShape(definition, rawInput);
  // The read model has what stood in the log when the request came, so that rights and existence
  // are judged on it.
  if (!(await context.app.readModel.reached(await context.app.store.head())))
    throw apiError('UNAVAILABLE', 'The read model is behind.');
  await definition.before?.(input, context);
  await checkAddressed(definition, may, input, context);
  try {
    const { position, id } = await definition.run(input, context, callerOf(context, rawInput.commandId));
    context.forgetRows();
    const behind = !(await context.app.readModel.reached(position));
    if (behind) context.outcome.readModelBehind = true;
    return {
      userErrors: [],
      position,
      [definition.field]: behind ? null : await definition.row(id, context, input),
      ...(await definition.also?.(input, id, context)),
    };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return {
      userErrors: [userErrorOf(error, context.language)],
      position: null,
      [definition.field]: null,
      ...definition.alsoRefused,
    };
  }
};

const checkedShape = (definition: AnyMutation, rawInput: Record<string, unknown>): unknown => {
  const shape = definition.input.safeParse(rawInput);
  if (shape.success) return shape.data;
  const [issue] = shape.error.issues;
  const path = ['input', ...(issue?.path.map(String) ?? [])];
  throw apiError('BAD_USER_INPUT', `${path.join('.')}: ${issue?.message ?? 'not valid'}`, path);
};

const checkAddressed = async (
  definition: AnyMutation,
  may: readonly Actor[],
  input: unknown,
  context: ApiContext,
): Promise<void> => {
  const all = definition.addresses(input);
  for (const { type, id, path } of all) {
    if ((await context.seeing(type, id)) === null)
      throw apiError('NOT_FOUND', `${path.join('.')} was not found.`, ['input', ...path]);
  }
  const [first] = all;
  const standing = definition.actors
    ? await definition.actors(input, context)
    : first
      ? await first.type.actors(await context.load(first.type, first.id), context)
      : new Set<Actor>();
  const base = baseActors(context);
  if (!may.some((actor) => base.has(actor) || standing.has(actor)))
    throw apiError('FORBIDDEN', 'This is not for you to do.');
};

const callerOf = (context: ApiContext, commandId: unknown): Caller => ({
  actor: context.viewer ? actorOf(context.viewer) : { subject: 'survey', role: null, officeId: null },
  commandId: typeof commandId === 'string' ? commandId.toLowerCase() : null,
  correlationId: context.requestId,
  causationId: null,
});
