import type { z } from 'zod';
import type { Done, Send } from '../commands/send.ts';
import type { Uuid } from '../domain/ids.ts';
import { Rejected } from '../domain/rejected.ts';
import { unreadable } from '../domain/text.ts';
import { ReadModelBehind } from '../projections/read-model.ts';
import { isFollowing, workTable } from '../projections/work.ts';
import type { Position } from '../store/event-store.ts';
import type { Caller } from '../store/handle-command.ts';
import { SURVEY_ACTOR } from '../store/metadata.ts';
import type { ApiContext } from './context.ts';
import { apiError } from './errors.ts';
import { commandId as commandIdShape } from './input-shapes.ts';
import { subjectOf } from './refused-subject.ts';
import { shapeError } from './shape-problems.ts';
import type { Soon } from './soon.ts';
import { type UserError, userErrorOf } from './user-errors.ts';
import { actorOf } from './viewer.ts';
import type { Actor, Actors, Visibility } from './visibility.ts';

/** A thing that the input names: it must exist and be visible (else NOT_FOUND at `path`). */
export interface Addressed {
  // biome-ignore lint/suspicious/noExplicitAny: rows of any type; each Visibility knows its own
  readonly type: Visibility<any>;
  readonly id: Uuid;
  readonly path: readonly string[];
}

/** A type-checked `Addressed`. */
export const addressed = <Row>(type: Visibility<Row>, id: Uuid, ...path: readonly string[]): Addressed => ({
  type,
  id,
  path,
});

export interface Mutation<Input, Row, Result extends Done = Done> {
  /**
   * Shape and range, beyond what GraphQL's types say (BAD_USER_INPUT); without commandId, which
   * every mutation has.
   */
  readonly input: z.ZodType<Input>;
  /** Waits for a process that the command depends on (rule 22). */
  readonly before?: (input: Input, context: ApiContext) => Promise<void>;
  /**
   * What must exist and be visible. The roles towards the first decide, unless `actors` says
   * otherwise.
   */
  readonly addresses: (input: Input) => readonly Addressed[];
  /** In which roles the viewer stands to what the input names. */
  readonly actors?: (input: Input, context: ApiContext) => Soon<Actors>;
  /**
   * The office for which the viewer acts, where it may be another than the viewer's first (rule
   * 47).
   */
  readonly actsFor?: (input: Input, context: ApiContext) => Soon<Uuid | null>;
  /** Sends the command. `id`: of the entity that `row` loads. */
  readonly run: (input: Input, context: ApiContext, caller: Caller) => Promise<Result>;
  /** Name of the entity's field in the payload, and how it is read. */
  readonly field: string;
  readonly row: (id: Uuid, context: ApiContext, input: Input) => Soon<Row | null>;
  /** Nothing that a process does shows in its payload: it is answered without waiting for them. */
  readonly showsNothingElse?: true;
  /** Further fields of the payload; `result`: of `run`. */
  readonly also?: (input: Input, id: Uuid, context: ApiContext, result: Result) => Promise<Record<string, unknown>>;
  /** What those fields are when the command was refused. */
  readonly alsoRefused?: (input: Input, context: ApiContext, refused: Rejected) => Record<string, unknown>;
}

export interface Payload {
  readonly userErrors: readonly UserError[];
  readonly position: Position | null;
  readonly [field: string]: unknown;
}

// biome-ignore lint/suspicious/noExplicitAny: a list of mutations over inputs of every shape
export type AnyMutation = Mutation<any, any, any>;

/** `run` of a mutation whose input is the command's. */
export const sends =
  <Input>(send: Send<Input>) =>
  (input: Input, { app }: ApiContext, caller: Caller): Promise<Done> =>
    send(app, caller, input);

/** The payload's entity: the row of a type, under its name in the contract. */
export const entity = <Row>(field: string, type: Visibility<Row>) => ({
  field,
  row: (id: Uuid, context: ApiContext): Soon<Row | null> => context.load(type, id),
});

/** A mutation with its types inferred. */
export const mutation = <Input, Row, Result extends Done = Done>(
  definition: Mutation<Input, Row, Result>,
): Mutation<Input, Row, Result> => definition;

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
  context.cost.command();
  const { commandId, input } = await checkedRequest(definition.input, rawInput, context);
  await definition.before?.(input, context);
  await checkAddressed(definition, may, input, context);
  const caller = callerOf(context, commandId, await definition.actsFor?.(input, context));
  const { readModel } = context.app;
  const { checkpoint } = readModel;
  try {
    const result: Done = await definition.run(input, context, caller);
    // Also a repeat, which has written nothing now.
    context.outcome.done = true;
    const { position, correlationId, id, refused = [] } = result;
    const behind = !(await readModel.reached(position));
    // Where its events put nothing on a list, nothing follows them.
    const mayFollow = position <= checkpoint || readModel.mayHaveWritten(workTable, checkpoint);
    if (behind) context.outcome.readModelBehind = true;
    else if (mayFollow && !definition.showsNothingElse) await followed(context, correlationId);
    context.forgetRows();
    return {
      userErrors: await userErrorsOf(refused, input, context),
      position,
      [definition.field]: behind ? null : await definition.row(id, context, input),
      ...(await definition.also?.(input, id, context, result)),
    };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return {
      userErrors: await userErrorsOf([error, ...error.others], input, context),
      position: null,
      [definition.field]: null,
      ...definition.alsoRefused?.(input, context, error),
    };
  }
};

const userErrorsOf = (
  refused: readonly Rejected[],
  input: Readonly<Record<string, unknown>>,
  context: ApiContext,
): Promise<UserError[]> =>
  Promise.all(refused.map(async (one) => userErrorOf(one, context.language, await subjectOf(one, input, context))));

/**
 * Waits until the processes have done what follows at once from the events of a request (of a
 * repeat: of the first, rule 4), on whichever node, and the rows show it; 5 s at most (contract,
 * Payloads). Where nothing follows it asks once.
 */
const followed = async ({ app: { readModel, clock } }: ApiContext, correlationId: string): Promise<void> => {
  try {
    await readModel.until(() => !isFollowing(readModel, correlationId, clock.now()));
  } catch (error) {
    if (!(error instanceof ReadModelBehind)) throw error;
  }
};

const UNREADABLE = '使えない文字か、一部が欠けた文字が入っています。消すか、入力し直してください。';

/**
 * What a request says, once its shape is right and the read model, on which rights and existence
 * are judged, holds what was in the log when it came. Throws BAD_USER_INPUT, UNAVAILABLE.
 */
export const checkedRequest = async <Input>(
  shape: z.ZodType<Input>,
  rawInput: Record<string, unknown>,
  { app: { readModel, store } }: ApiContext,
): Promise<{ readonly commandId: string | null; readonly input: Input }> => {
  checkReadable(rawInput, ['input']);
  const { commandId, ...said } = rawInput;
  const checked = {
    commandId: checkedShape(commandIdShape, commandId, ['commandId']),
    input: checkedShape(shape, said, []),
  };
  if (!(await readModel.reached(await store.head()))) throw apiError('UNAVAILABLE', 'The read model is behind.');
  return checked;
};

/** Each text of an input, whatever field it is of, reads as it is stored (rule 41). */
const checkReadable = (value: unknown, path: readonly string[]): void => {
  if (typeof value === 'string') {
    const fault = unreadable(value);
    if (fault) throw apiError('BAD_USER_INPUT', { en: `${path.join('.')}: ${fault}`, ja: UNREADABLE }, path);
  } else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value)) checkReadable(part, [...path, name]);
};

/** A value of its shape, which stands at a field of the input. Throws BAD_USER_INPUT. */
const checkedShape = <Value>(schema: z.ZodType<Value>, value: unknown, at: readonly string[]): Value => {
  const shape = schema.safeParse(value);
  if (shape.success) return shape.data;
  throw shapeError(shape.error, ['input', ...at]);
};

/** Existence, then rights (rule 5). Throws NOT_FOUND, FORBIDDEN. */
export const checkAddressed = async (
  definition: Pick<AnyMutation, 'addresses' | 'actors'>,
  may: readonly Actor[],
  input: unknown,
  context: ApiContext,
): Promise<void> => {
  const all = definition.addresses(input);
  for (const { type, id, path } of all) {
    if ((await context.visible(type, id)) === null)
      throw apiError('NOT_FOUND', `${path.join('.')} was not found.`, ['input', ...path]);
  }
  const [first] = all;
  const standing = definition.actors
    ? await definition.actors(input, context)
    : first
      ? await context.actorsOf(first.type, await context.found(first.type, first.id))
      : new Set<Actor>();
  if (!may.some((actor) => context.base.has(actor) || standing.has(actor)))
    throw apiError('FORBIDDEN', 'This is not for you to do.');
};

const callerOf = (context: ApiContext, commandId: string | null, officeId: Uuid | null | undefined): Caller => ({
  actor: context.viewer ? actorOf(context.viewer, officeId ?? null) : SURVEY_ACTOR,
  commandId: commandId?.toLowerCase() ?? null,
  correlationId: context.requestId,
  causationId: null,
  wrote: () => {
    context.outcome.done = true;
  },
});
