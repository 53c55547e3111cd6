import { getDirective, MapperKind, mapSchema } from '@graphql-tools/utils';
import { defaultFieldResolver, type GraphQLFieldConfig, type GraphQLSchema, isNonNullType } from 'graphql';
import type { ApiContext } from './context.ts';
import { apiError } from './errors.ts';
import { actorsInNetworks } from './network/visibility.ts';
import { type Soon, whenHere } from './soon.ts';
import { type Actor, type Actors, actors, type RightsOf } from './visibility.ts';

type Field = GraphQLFieldConfig<unknown, ApiContext>;

const mayOf = (schema: GraphQLSchema, field: Field): readonly Actor[] | null =>
  (getDirective(schema, field, 'may')?.[0]?.actors as readonly Actor[] | undefined) ?? null;

/**
 * Who may call a mutation, by its `@may`. Throws where it bears none: no mutation is open by
 * omission.
 */
export const mayOfMutation = (schema: GraphQLSchema, name: string): readonly Actor[] => {
  const field = schema.getMutationType()?.getFields()[name];
  const may = field?.astNode ? getDirective(schema, field, 'may')?.[0]?.actors : undefined;
  if (!may) throw new Error(`mutation ${name} bears no @may`);
  return may as readonly Actor[];
};

const NOBODY = actors();
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * Wraps every field with `@may`, and every root field: the one place where the contract's rights
 * are enforced. A field is null for a viewer who may not have it (FORBIDDEN where it cannot be
 * null); root fields need a token with a role unless they are PUBLIC.
 */
export const withRights = (
  schema: GraphQLSchema,
  // biome-ignore lint/suspicious/noExplicitAny: rows of any type; each RightsOf knows its own
  rights: readonly RightsOf<any>[],
  { strict } = { strict: true },
): GraphQLSchema => {
  const byType = new Map(rights.map((one) => [one.typeName, one]));
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, fieldName, typeName) => {
      const may = mayOf(schema, field);
      if (ROOTS.has(typeName)) return guardedRoot(field, typeName, may);
      if (!may) return field;
      const standing = byType.get(typeName);
      if (
        strict &&
        !standing &&
        may.some((actor) => actor !== 'MEMBER' && actor !== 'ADMINISTRATOR' && actor !== 'PUBLIC')
      ) {
        throw new Error(`${typeName}.${fieldName} bears @may and nothing says how a viewer stands to a ${typeName}`);
      }
      return guarded(field, may, (row, context) => (standing ? context.actorsOf(standing, row as object) : NOBODY));
    },
  });
};

const guarded = (
  field: Field,
  may: readonly Actor[],
  standing: (row: unknown, context: ApiContext) => Soon<Actors>,
): Field => {
  const resolve = field.resolve ?? defaultFieldResolver;
  const nullable = !isNonNullType(field.type);
  return {
    ...field,
    // Without a promise where the standing is at hand.
    resolve: (row, args, context, info) => {
      if (may.some((actor) => context.base.has(actor))) return resolve(row, args, context, info);
      return whenHere(standing(row, context), (roles) => {
        if (may.some((actor) => roles.has(actor))) return resolve(row, args, context, info);
        if (nullable) return null;
        throw apiError('FORBIDDEN', 'This is not for you to see.');
      });
    },
  };
};

const guardedRoot = (field: Field, typeName: string, may: readonly Actor[] | null): Field => {
  if (may?.includes('PUBLIC')) return field;
  const checkRole = (context: ApiContext): void => {
    if (context.validUntil === null) throw apiError('UNAUTHENTICATED', 'A valid bearer token is needed.');
    if (!context.viewer) throw apiError('FORBIDDEN', 'This subject has no role.');
  };
  // A mutation's own roles are judged in runMutation, by the ids in its input.
  const judged =
    may && typeName !== 'Mutation' ? guarded(field, may, (_row, context) => actorsInNetworks(context)) : field;
  const resolve = judged.resolve ?? defaultFieldResolver;
  const { subscribe } = field;
  const guardedField: Field = {
    ...judged,
    resolve: (row, args, context, info) => {
      if (typeName !== 'Subscription') checkRole(context);
      return typeName === 'Subscription'
        ? (field.resolve ?? defaultFieldResolver)(row, args, context, info)
        : resolve(row, args, context, info);
    },
  };
  if (!subscribe) return guardedField;
  return {
    ...guardedField,
    subscribe: async (row, args, context, info) => {
      checkRole(context);
      const roles = actorsInNetworks(context);
      if (may && !may.some((actor) => context.base.has(actor) || roles.has(actor)))
        throw apiError('FORBIDDEN', 'This is not for you to see.');
      return subscribe(row, args, context, info);
    },
  };
};
