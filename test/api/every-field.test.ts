import { type GraphQLObjectType, isObjectType, isRequiredArgument } from 'graphql';
import t from 'tap';
import { argumentsOf, fieldsOf, queriesOver, schema } from '../support/every-field.ts';
import { startNode } from '../support/http-node.ts';
import { CAST, liveTrial, type Subject } from '../support/trial.ts';

t.test('every field answers to everybody without a fault of ours', async (t) => {
  const node = await startNode(t);
  const trial = await liveTrial(node);
  const args = argumentsOf(trial);
  const asked = new Set<string>();
  const queries = queriesOver(args, asked);
  const faults: string[] = [];
  for (const as of [...(Object.keys(CAST) as Subject[]), 'nobody']) {
    for (const query of queries) {
      const { errors } = await node.ask(query, {}, { as, at: trial.now });
      for (const { message, extensions } of errors) {
        // Results of a survey are for after its closing.
        if (!['FORBIDDEN', 'SURVEY_NOT_CLOSED'].includes(extensions.code))
          faults.push(`${as}: ${extensions.code} ${message} in ${query}`);
      }
    }
  }
  t.strictSame(faults, []);
  const types = Object.values(schema.getTypeMap()).filter(
    (type) =>
      isObjectType(type) &&
      !/^(__|Mutation|Subscription)|Payload$|Notice$|^(Invitation|UserError|VisitResult)$/.test(type.name),
  );
  const all = types.flatMap((type) => fieldsOf(type as GraphQLObjectType).map((field) => `${type.name}.${field.name}`));
  const needy = types.flatMap((type) =>
    fieldsOf(type as GraphQLObjectType)
      .filter((field) => field.args.some(isRequiredArgument))
      .map((field) => `${type.name}.${field.name}`),
  );
  t.strictSame(
    needy.filter((coordinate) => !(coordinate in args)),
    [],
    'the test knows every argument that is needed',
  );
  t.strictSame(
    all.filter((coordinate) => !asked.has(coordinate)),
    [],
    'every field was asked for',
  );
});
