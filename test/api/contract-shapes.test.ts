import { defaultFieldResolver, type GraphQLInputType, getNamedType, isInputObjectType, isObjectType } from 'graphql';
import t from 'tap';
import { z } from 'zod';
import { buildApiSchema } from '../../src/api/schema.ts';
import { slices } from '../../src/api/slices.ts';
import { sealedPersonalSchema } from '../../src/domain/client/events.ts';
import { sealedSchema } from '../../src/domain/sealed.ts';
import { recordContentSchema } from '../../src/domain/visit/events.ts';

const schema = buildApiSchema(slices);

/** The object that a shape checks, whatever stands around it. */
const objectIn = (shape: z.core.$ZodType | undefined): z.ZodObject | null => {
  if (shape instanceof z.ZodObject) return shape;
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodNullable) return objectIn(shape.unwrap());
  if (shape instanceof z.ZodArray) return objectIn(shape.element);
  return shape instanceof z.ZodPipe ? objectIn(shape.in) : null;
};

/** Paths of all input fields, as the contract has them. */
const promised = (type: GraphQLInputType, path: string): string[] => {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [path];
  return [path, ...Object.values(named.getFields()).flatMap((field) => promised(field.type, `${path}.${field.name}`))];
};
/** The same, as a mutation's shape has them. */
const checked = (shape: z.core.$ZodType | undefined, path: string): string[] => [
  path,
  ...Object.entries(objectIn(shape)?.shape ?? {}).flatMap(([name, part]) => checked(part, `${path}.${name}`)),
];

t.test('every mutation checks the fields that the contract says, and no others', async (t) => {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  const definitions = Object.assign({}, ...slices.map(({ mutations }) => mutations)) as (typeof slices)[0]['mutations'];
  t.ok(fields.length > 40);
  for (const { name, args } of fields) {
    const input = args.find((argument) => argument.name === 'input');
    if (!input) throw new Error(`${name} takes no input`);
    const said = promised(input.type, name).filter((path) => path !== `${name}.commandId`);
    t.strictSame(checked(definitions[name]?.input, name).sort(), said.sort());
  }
});

/** Fields of a shape that are sealed as a whole. */
const sealedFields = (shape: z.ZodObject): string[] =>
  Object.entries(shape.shape).flatMap(([name, part]) => {
    const inner = part instanceof z.ZodNullable ? part.unwrap() : part;
    return inner === sealedSchema ? [name] : [];
  });

t.test('rule 42: what is kept sealed is opened by a resolver of its own', async (t) => {
  for (const [typeName, shape] of [
    ['VisitRecord', recordContentSchema],
    ['ClientPersonal', sealedPersonalSchema],
  ] as const) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`there is no ${typeName}`);
    const names = sealedFields(shape);
    t.ok(names.length >= 2);
    t.strictSame(
      names.filter((name) => (type.getFields()[name]?.resolve ?? defaultFieldResolver) === defaultFieldResolver),
      [],
    );
  }
});
