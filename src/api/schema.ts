import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { ApiContext } from './context.ts';
import { runMutation } from './mutation.ts';
import { mayOfMutation, withRights } from './rights.ts';
import { scalars } from './scalars.ts';
import type { Slice } from './slice.ts';

const FOLDER = new URL('./schema/', import.meta.url);

/** The contract as far as it is built, all parts. */
export const contractText = (): string =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'))
    .join('\n');

const resolversOf = (fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, defaultFieldResolver]));

/**
 * The executable schema: the contract, the slices' resolvers, rights around them. Throws where a
 * mutation is not built or bears no `@may`.
 */
export const buildApiSchema = (slices: readonly Slice[], { strict } = { strict: true }): GraphQLSchema => {
  const typeDefs = contractText();
  const bare = makeExecutableSchema({ typeDefs });
  const mutations = Object.assign({}, ...slices.map((slice) => slice.mutations)) as Slice['mutations'];
  const Mutation = Object.fromEntries(
    Object.keys(bare.getMutationType()?.getFields() ?? {}).map((name) => {
      const definition = mutations[name];
      if (!definition) {
        if (strict) throw new Error(`mutation ${name} is in the contract but not built`);
        return [name, () => null];
      }
      const may = mayOfMutation(bare, name);
      return [
        name,
        (_root: unknown, { input }: { input: Record<string, unknown> }, context: ApiContext) =>
          runMutation(definition, may, input, context),
      ];
    }),
  );
  // What a list counts and sums is computed when it is read: by a resolver, so that a fault in it
  // is the field's, also in a compiled query.
  const lists = Object.fromEntries(
    Object.values(bare.getTypeMap()).flatMap((type) =>
      isObjectType(type) && type.name.endsWith('Connection')
        ? [[type.name, resolversOf(Object.keys(type.getFields()).filter((name) => name.startsWith('total')))]]
        : [],
    ),
  );
  const schema = makeExecutableSchema<ApiContext>({
    typeDefs,
    // biome-ignore lint/suspicious/noExplicitAny: each slice checks its resolvers' types
    resolvers: [scalars, lists, { Mutation }, ...slices.map((slice) => slice.resolvers as any)],
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
  return withRights(
    schema,
    slices.flatMap((slice) => slice.rights),
    { strict },
  );
};
