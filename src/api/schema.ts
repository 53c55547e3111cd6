import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  defaultFieldResolver,
  type GraphQLResolveInfo,
  GraphQLScalarType,
  type GraphQLSchema,
  isObjectType,
  isScalarType,
} from 'graphql';
import type { ApiContext } from './context.ts';
import { countFields } from './counted.ts';
import { runMutation } from './mutation.ts';
import { guardFields, mayOfMutation } from './rights.ts';
import { scalars } from './scalars.ts';
import { runSeveral } from './several.ts';
import type { Slice } from './slice.ts';
import { userErrorCodes } from './user-errors.ts';

const FOLDER = new URL('./schema/', import.meta.url);

/** The contract as far as it is built: all parts, and the codes of refusals. */
export const contractText = (): string =>
  [
    ...readdirSync(FOLDER)
      .filter((name) => name.endsWith('.graphql'))
      .sort()
      .map((name) => readFileSync(new URL(name, FOLDER), 'utf8')),
    userErrorCodes(),
  ].join('\n');

const resolversOf = (fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, defaultFieldResolver]));

type AnyResolvers = Readonly<Record<string, GraphQLScalarType | Readonly<Record<string, unknown>>>>;

/** Puts resolvers to fields, and what scalars do. Throws where the schema has no such field. */
const attach = (schema: GraphQLSchema, resolvers: AnyResolvers): void => {
  for (const [typeName, given] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    if (isScalarType(type) && given instanceof GraphQLScalarType) {
      const { serialize, parseValue, parseLiteral } = given;
      Object.assign(type, { serialize, parseValue, parseLiteral });
      continue;
    }
    for (const [fieldName, resolver] of Object.entries(given)) {
      const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
      if (!field) throw new Error(`${typeName}.${fieldName} is resolved and not in the contract`);
      // A subscription's says how it is followed and resolved.
      Object.assign(field, typeof resolver === 'function' ? { resolve: resolver } : resolver);
    }
  }
};

/**
 * The executable schema: the contract, the slices' resolvers, rights around them, and what they
 * cost counted. Throws where a mutation is not built or bears no `@may`, and where what is resolved
 * is not in the contract.
 */
export const buildApiSchema = (slices: readonly Slice[], { strict } = { strict: true }): GraphQLSchema => {
  // That it is valid the tests show, and no start need show it again.
  const schema = buildSchema(contractText(), { assumeValidSDL: true });
  const mutations = Object.assign({}, ...slices.map((slice) => slice.mutations)) as Slice['mutations'];
  const Mutation = Object.fromEntries(
    Object.keys(schema.getMutationType()?.getFields() ?? {}).map((name) => {
      const definition = mutations[name];
      if (!definition) {
        if (strict) throw new Error(`mutation ${name} is in the contract but not built`);
        return [name, () => null];
      }
      const may = mayOfMutation(schema, name);
      return [
        name,
        (
          _root: unknown,
          { input }: { input: Record<string, unknown> },
          context: ApiContext,
          info: GraphQLResolveInfo,
        ) =>
          context.once(
            String(info.path.key),
            async (): Promise<unknown> =>
              'parts' in definition
                ? runSeveral(definition, may, input, context)
                : runMutation(definition, may, input, context),
          ),
      ];
    }),
  );
  // What a list counts and sums is computed when it is read: by a resolver, so that a fault in it
  // is the field's, also in a compiled query.
  const lists = Object.fromEntries(
    Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && type.name.endsWith('Connection')
        ? [[type.name, resolversOf(Object.keys(type.getFields()).filter((name) => name.startsWith('total')))]]
        : [],
    ),
  );
  attach(schema, scalars);
  attach(schema, lists);
  attach(schema, { Mutation });
  for (const { resolvers } of slices) attach(schema, resolvers as AnyResolvers);
  guardFields(
    schema,
    slices.flatMap((slice) => slice.rights),
    { strict },
  );
  countFields(schema);
  failInPromises(schema);
  return schema;
};

/**
 * Every failure of a resolver comes as a promise, which executors wait for. Thrown at once, it ends
 * the list that it stands in; of the list's other items, which are still being answered, nobody
 * then waits for the end, and where one of them fails too the process would end (rule 49).
 */
const failInPromises = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve) continue;
      field.resolve = (row, args, context, info) => {
        try {
          return resolve(row, args, context, info);
        } catch (error) {
          return Promise.reject(error);
        }
      };
    }
  }
};
