import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLSchema,
  getDirectiveValues,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { ApiContext } from './context.ts';
import { apiError } from './errors.ts';
import { actorsInNetworks } from './network/visibility.ts';
import { type Actor, type Actors, actors, type RightsOf } from './visibility.ts';

type Field = GraphQLField<unknown, ApiContext>;
type Guarded = Pick<Field, 'resolve' | 'subscribe'>;

/** Who may have a field, by its `@may`; null where it bears none. */
export const mayOf = (schema: GraphQLSchema, { astNode }: Pick<Field, 'astNode'>): readonly Actor[] | null => {
  const may = schema.getDirective('may');
  return may && astNode ? ((getDirectiveValues(may, astNode)?.actors as readonly Actor[] | undefined) ?? null) : null;
};

/**
 * Who may call a mutation, by its `@may`. Throws where it bears none: no mutation is open by
 * omission.
 */
export const mayOfMutation = (schema: GraphQLSchema, name: string): readonly Actor[] => {
  const field = schema.getMutationType()?.getFields()[name];
  const may = field && mayOf(schema, field);
  if (!may) throw new Error(`mutation ${name} bears no @may`);
  return may;
};

const NOBODY = actors();
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * Puts a guard around every field with `@may`, and every root field: the one place where the
 * contract's rights are enforced. A field is null for a viewer who may not have it (FORBIDDEN where
 * it cannot be null); root fields need a token with a role unless they are PUBLIC.
 */
export const guardFields = (
  schema: GraphQLSchema,
  // biome-ignore lint/suspicious/noExplicitAny: rows of any type; each RightsOf knows its own
  rights: readonly RightsOf<any>[],
  { strict } = { strict: true },
): void => {
  const byType = new Map(rights.map((one) => [one.typeName, one]));
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const may = mayOf(schema, field);
      if (ROOTS.has(type.name)) Object.assign(field, guardedRoot(field, type.name, may));
      else if (may) Object.assign(field, guardedByStanding(field, type.name, may, byType.get(type.name), strict));
    }
  }
};

const guardedByStanding = (
  field: Field,
  typeName: string,
  may: readonly Actor[],
  // biome-ignore lint/suspicious/noExplicitAny: as above
  standing: RightsOf<any> | undefined,
  strict: boolean,
): Guarded => {
  const isByViewer = may.every((actor) => actor === 'MEMBER' || actor === 'ADMINISTRATOR' || actor === 'PUBLIC');
  if (strict && !standing && !isByViewer)
    throw new Error(`${typeName}.${field.name} bears @may and nothing says how a viewer stands to a ${typeName}`);
  return guarded(field, may, (row, context) => (standing ? context.actorsOf(standing, row as object) : NOBODY));
};

const guarded = (
  field: Field,
  may: readonly Actor[],
  standing: (row: unknown, context: ApiContext) => Actors,
): Guarded => {
  const resolve = field.resolve ?? defaultFieldResolver;
  const nullable = !isNonNullType(field.type);
  return {
    resolve: (row, args, context, info) => {
      const isIn = (roles: Actors): boolean => may.some((actor) => roles.has(actor));
      if (isIn(context.base) || isIn(standing(row, context))) return resolve(row, args, context, info);
      if (nullable) return null;
      throw apiError('FORBIDDEN', 'This is not for you to see.');
    },
  };
};

const guardedRoot = (field: Field, typeName: string, may: readonly Actor[] | null): Guarded => {
  if (may?.includes('PUBLIC')) return {};
  const checkRole = (context: ApiContext): void => {
    if (context.validUntil === null) throw apiError('UNAUTHENTICATED', 'A valid bearer token is needed.');
    if (!context.viewer) throw apiError('FORBIDDEN', 'This subject has no role.');
  };
  // A mutation's own roles are judged in runMutation, by the ids in its input.
  const judged =
    may && typeName === 'Query' ? guarded(field, may, (_row, context) => actorsInNetworks(context)) : field;
  const resolve = judged.resolve ?? defaultFieldResolver;
  const { subscribe } = field;
  const guardedResolve: Field['resolve'] = (row, args, context, info) => {
    checkRole(context);
    return resolve(row, args, context, info);
  };
  if (!subscribe) return { resolve: guardedResolve };
  // What it brings needs no guard: it was judged when it began, and `noticesFrom` watches the role.
  return {
    subscribe: async (row, args, context, info) => {
      checkRole(context);
      const roles = actorsInNetworks(context);
      if (may && !may.some((actor) => context.base.has(actor) || roles.has(actor)))
        throw apiError('FORBIDDEN', 'This is not for you to see.');
      return subscribe(row, args, context, info);
    },
  };
};
