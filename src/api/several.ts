import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { z } from 'zod';
import { type Uuid, uuidOf } from '../domain/ids.ts';
import { Rejected } from '../domain/rejected.ts';
import type { VisitRow } from '../projections/visits.ts';
import type { Position } from '../store/event-store.ts';
import type { ApiContext } from './context.ts';
import { apiError } from './errors.ts';
import { type Addressed, type AnyMutation, checkAddressed, checkedRequest, runMutation } from './mutation.ts';
import { subjectOf } from './refused-subject.ts';
import { type UserError, userErrorOf } from './user-errors.ts';
import type { Actor } from './visibility.ts';
import { visits } from './visit/visibility.ts';

/** One part of a request of several: a command of its own. */
export interface Part {
  readonly of: AnyMutation;
  /** As if it were sent alone. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly commandId: string | null;
  /** Whose results it makes: all of them fail with it. */
  readonly visitIds: readonly Uuid[];
  /** Where a field of it stands in the request's input. */
  readonly placeOf: (field: readonly string[]) => readonly string[];
}

/**
 * A mutation of several parts: each succeeds or fails by itself, and the answer names each
 * (contract, part 5).
 */
export interface Several<Input> {
  readonly input: z.ZodType<Input>;
  /**
   * What the request as a whole is about: must exist, be visible, and be the viewer's to change.
   */
  readonly addresses?: (input: Input) => readonly Addressed[];
  /** In the order in which they are done. `commandId`: of the request. */
  readonly parts: (input: Input, commandId: string | null, context: ApiContext) => readonly Part[];
}

// biome-ignore lint/suspicious/noExplicitAny: over inputs of every shape
export type AnySeveral = Several<any>;

/** With its types inferred. */
export const several = <Input>(definition: Several<Input>): Several<Input> => definition;

interface VisitResult {
  readonly id: Uuid;
  readonly visitId: Uuid;
  readonly commandId: string | null;
  readonly userErrors: readonly UserError[];
  readonly visit: VisitRow | null;
}

/**
 * Shape of the whole first (nothing is done where a part is malformed), then one part after the
 * other, each with the checks of a request of its own (rule 5). A part that may not be done or
 * names what is not there has FORBIDDEN or NOT_FOUND in its result; an error of another kind ends
 * the request, which may be repeated.
 */
export const runSeveral = async (
  definition: AnySeveral,
  may: readonly Actor[],
  rawInput: Record<string, unknown>,
  context: ApiContext,
) => {
  const { commandId, input } = await checkedRequest(definition.input, rawInput, context);
  if (definition.addresses) await checkAddressed({ addresses: definition.addresses }, may, input, context);
  else if (!may.some((actor) => CAN_BE[actor]?.includes(context.viewer?.role ?? '')))
    throw apiError('FORBIDDEN', 'This is not for you to do.');
  const results: VisitResult[] = [];
  let position: Position | null = null;
  for (const part of definition.parts(input, commandId, context)) {
    const done = await partDone(part, may, context);
    position = Math.max(position ?? 0, done.position ?? 0) || null;
    for (const visitId of part.visitIds) {
      const visit = done.userErrors.length > 0 ? null : context.visible(visits, visitId);
      // A part that cannot be repeated is one of its own.
      const id = uuidOf('visit-result', part.commandId ?? randomUUID(), visitId);
      results.push({ id, visitId, commandId: part.commandId, userErrors: done.userErrors, visit });
    }
  }
  return { userErrors: [], position, results };
};

/**
 * Which roles stand to a visit or client as an actor; how one stands to a part is judged with it.
 */
const CAN_BE: Readonly<Partial<Record<Actor, readonly string[]>>> = {
  PARTNER: ['COORDINATOR'],
  ASSIST: ['COORDINATOR'],
  CAREGIVER: ['CAREGIVER', 'COORDINATOR'],
};

const partDone = async (
  { of, input, commandId, placeOf }: Part,
  may: readonly Actor[],
  context: ApiContext,
): Promise<{ userErrors: readonly UserError[]; position: Position | null }> => {
  const placed = (path: unknown): readonly string[] => placeOf(Array.isArray(path) ? path.slice(1) : []);
  try {
    const { userErrors, position } = await runMutation(of, may, { ...input, commandId }, context);
    return { userErrors: userErrors.map((one) => ({ ...one, path: ['input', ...placed(one.path)] })), position };
  } catch (error) {
    const { code, path } = error instanceof GraphQLError ? error.extensions : {};
    if (code !== 'FORBIDDEN' && code !== 'NOT_FOUND') throw error;
    const refused = new Rejected(code, placed(path));
    const own = new Rejected(code, Array.isArray(path) ? path.slice(1) : []);
    const subject = await subjectOf(own, input, context);
    return { userErrors: [userErrorOf(refused, context.language, subject)], position: null };
  }
};
